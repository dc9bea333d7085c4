"""A small shop with sixty members, and the page over it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import app as wiring
from desktop import wording
from desktop.segments.builder.builder import Builder
from desktop.segments.page import SegmentsPage
from desktop.shell.context import PageContext
from local_db.changes import Topic
from local_db.roster.source import RosterSource
from local_db.settings import mark_roster_changed
from local_db.shop_file import Connection, Shop
from tests.new_shop import new_shop

PROVINCES = ("浙江", "上海", "广东", "")
TITLES = ("喵屋猫粮成猫主粮2kg", "喵屋幼猫粮奶糕1kg", "喵屋狗粮小型犬2kg", "喵屋冻干零食鸡肉")
TOPICS = (Topic.MEMBERS, Topic.ORDERS, Topic.SEGMENTS, Topic.SETTINGS)
MEMBERS = 60


def fill(connection: Connection) -> None:
    """Member n has n % 7 orders; some have no phone, share one, opted out, or carry a tag."""
    connection.execute("insert into shops(id, platform, name) values (1, 'taobao', '喵屋')")
    connection.execute(
        "insert into imports(id, file_name, file_hash, profile, shop_id, imported_at, report)"
        " values (1, 'f', 'h', 'p', 1, 0, '{}')"
    )
    connection.execute("insert into tags(id, name) values (1, 'VIP')")
    for number, title in enumerate(TITLES, 1):
        connection.execute("insert into products(id, shop_id, title) values (?, 1, ?)", [number, title])
    for member in range(1, MEMBERS + 1):
        fill_member(connection, member)
    mark_roster_changed(connection)


def fill_member(connection: Connection, member: int) -> None:
    phone = "" if member % 5 == 0 else f"1380013{8000 + member // 2:04d}"
    connection.execute(
        "insert into members(id, platform, nick, phone, phone_kind, province) values (?, 'taobao', ?, ?, ?, ?)",
        [member, f"会员{member}", phone, "real" if phone else "absent", PROVINCES[member % 4]],
    )
    if member % 9 == 0:
        connection.execute("insert into member_tags(member_id, tag_id) values (?, 1)", [member])
    if member % 11 == 0:
        connection.execute(
            "insert into consents(member_id, channel, state, source, noted_at) values (?, 'sms', 'opted_out', 'x', 0)",
            [member],
        )
    for order in range(member % 7):
        moment = int((datetime.now(UTC) - timedelta(days=10 + member + 40 * order)).timestamp())
        (order_id,) = connection.execute(
            "insert into orders(shop_id, number, member_id, status, paid_at, paid, net, is_purchase, items,"
            " content_hash, import_id) values (1, ?, ?, 'finished', ?, ?, ?, 1, 1, '', 1) returning id",
            [f"{member}-{order}", member, moment, 1000 * member, 1000 * member],
        ).fetchone()
        connection.execute(
            "insert into order_lines(order_id, position, product_id, quantity) values (?, 1, ?, 1)",
            [order_id, 1 + (member + order) % len(TITLES)],
        )


@dataclass
class Desk:
    """The page with what a test needs around it."""

    page: SegmentsPage
    context: PageContext
    visited: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    @property
    def builder(self) -> Builder:
        return self.page.builder

    def settle(self) -> None:
        """Until nothing is under way any more; an answer may ask the next question."""
        for _ in range(5):
            assert self.context.background.wait_idle()
            QApplication.processEvents()
        self.activate()

    def activate(self) -> None:
        """Give the page the keyboard; without a screen a nested event loop takes it away."""
        self.page.activateWindow()
        QApplication.processEvents()

    def open(self, **arguments: object) -> Builder:
        self.page.open(**arguments)  # type: ignore[arg-type]
        self.settle()
        return self.builder


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with new_shop(tmp_path / "shop.regulars") as made:
        yield made


@pytest.fixture
def stocked(shop: Shop) -> Shop:
    with shop.write() as connection:
        fill(connection)
    return shop


@pytest.fixture
def desk_over(
    qapp: QApplication,
    shop: Shop,  # closed after what reads it
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[..., Desk]]:
    services = wiring.build_services(qapp, tmp_path / "window.ini")
    services.theme.choose("light")
    services.language.choose("en")

    def make(shop: Shop, language: str = "en") -> Desk:
        monkeypatch.setattr(wording, "language", lambda: language)
        visited: list[tuple[str, dict[str, object]]] = []

        def navigate(page_key: str, /, **arguments: object) -> None:
            visited.append((page_key, arguments))

        context = wiring.build_context(shop, RosterSource(shop), services)._replace(navigate=navigate)
        page = SegmentsPage(context)
        qtbot.addWidget(page)
        page.resize(1080, 800)
        desk = Desk(page, context, visited)
        context.changes.subscribe(page, TOPICS)
        with qtbot.waitExposed(page):
            page.show()
        desk.settle()
        return desk

    yield make
    services.background.close()


@pytest.fixture
def desk(desk_over: Callable[..., Desk], stocked: Shop) -> Desk:
    return desk_over(stocked)
