"""A real shop file with the services of a window around it, for the tests of pages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from desktop import app as wiring
from desktop.shell.context import PageContext
from desktop.shell.notices import Notice
from local_db.changes import Changes
from local_db.roster.source import RosterSource
from local_db.segments.actions import save_segment
from local_db.segments.model import SavedSegment
from local_db.segments.tree import parse
from local_db.settings import mark_roster_changed, save_settings
from local_db.shop_file import Shop
from local_db.templates.actions import save_template
from local_db.templates.model import Purpose, Template
from tests.new_shop import new_shop

NOW = datetime.now(UTC)
REPORT = {"orders": 0, "new_members": 0, "updated_members": 0, "new_consents": 0}


class NoticeDiary(QObject):
    """Every notice that was shown."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[Notice] = []

    @Slot(object)
    def note(self, notice: Notice) -> None:
        self.all.append(notice)


@dataclass
class Stage:
    """The shop, the context of pages, and what pages did with it."""

    shop: Shop
    context: PageContext
    notices: NoticeDiary
    visits: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def settle(self) -> None:
        assert self.context.background.wait_idle()

    def go(self, page_key: str, /, **arguments: object) -> None:
        self.visits.append((page_key, arguments))

    def add_members(self, *nicks: str, opted_out: int = 0) -> None:
        """Members with a phone and one purchase each; the first `opted_out` of them refuse."""
        with self.shop.write() as connection:
            for number, nick in enumerate(nicks, 1):
                connection.execute(
                    "insert into members(id, platform, nick, phone, phone_kind) values (?, 'taobao', ?, ?, 'real')",
                    [number, nick, f"138{number:08d}"],
                )
                paid_at = int((NOW - timedelta(days=number)).timestamp())
                connection.execute(
                    "insert into orders(shop_id, number, member_id, status, paid_at, paid, is_purchase, content_hash,"
                    " import_id) values (1, ?, ?, 'finished', ?, 1000, 1, '', 1)",
                    [str(number), number, paid_at],
                )
                if number <= opted_out:
                    connection.execute(
                        "insert into consents(member_id, channel, state, source, noted_at)"
                        " values (?, 'sms', 'opted_out', 'hand', 0)",
                        [number],
                    )
            mark_roster_changed(connection)

    def add_template(self, body: str, name: str = "双12") -> Template:
        draft = Template(name, Purpose.MARKETING, "喵屋", body, "拒收请回复R")
        return save_template(self.shop, draft, now=NOW)[0]

    def add_segment(self, name: str, tree: object) -> SavedSegment:
        return save_segment(self.shop, SavedSegment(name, parse(tree)), now=NOW)[0]

    def announce(self, changes: Changes) -> None:
        self.context.changes.announce(changes)
        self.settle()


@pytest.fixture
def stage(qapp: QApplication, tmp_path: Path) -> Iterator[Stage]:
    folder = tmp_path / "shop"
    folder.mkdir()
    services = wiring.build_services(qapp, tmp_path / "window.ini")
    services.theme.choose("light")
    services.language.choose("en")
    with new_shop(folder / "shop.regulars") as shop:
        with shop.write() as connection:
            connection.execute("insert into shops(id, platform, name) values (1, 'taobao', '喵屋')")
            connection.execute(
                "insert into imports(id, file_name, file_hash, profile, shop_id, imported_at, report)"
                " values (1, 'f', 'h', 'p', 1, 0, ?)",
                [json.dumps(REPORT)],
            )
        save_settings(shop, {"sms_signature": "喵屋"})
        diary = NoticeDiary()
        services.notices.shown.connect(diary.note)
        made = Stage(shop, wiring.build_context(shop, RosterSource(shop), services), diary)
        made.context = made.context._replace(navigate=made.go)
        yield made
        services.background.close()
