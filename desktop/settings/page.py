"""The page Settings."""

from __future__ import annotations

import zoneinfo
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop import wording
from desktop.settings.backup_card import BackupCard, BackupFile
from desktop.settings.exports_card import READ, ExportsCard
from desktop.settings.file_card import FileCard
from desktop.settings.replies_card import RepliesCard
from desktop.settings.shop_cards import SettingsCard, ShopCard, SmsCard
from desktop.settings.watched_card import WatchedCard
from desktop.settings.window_card import WindowCard
from desktop.widgets.page_column import SPACING, PageColumn
from desktop.widgets.page_header import PageHeader
from desktop.widgets.scroll_area import ScrollArea
from local_db.errors import RegularsError
from local_db.members import erasure, export_log
from local_db.settings import JsonValue, read_settings, save_settings

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.changes import Changes
    from local_db.members.export_log import Export
    from local_db.shop_file import Shop

_ONE_COLUMN_BELOW = 760
_RIGHT_WIDTH = 344


@dataclass(frozen=True, slots=True)
class _Stored:
    """Everything the page shows."""

    values: dict[str, JsonValue]
    zones: list[str]
    backups: list[BackupFile]
    erased_at: int | None
    scrub_due: bool
    exports: tuple[Export, ...]


class SettingsPage(QWidget):
    """What a person may decide; everything is saved as it is changed."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._question = context.background.latest()
        self.window_card = WindowCard(context)
        self.replies_card = RepliesCard(context)
        self.shop_card = ShopCard()
        self.sms_card = SmsCard()
        self.watched_card = WatchedCard()
        self.backup_card = BackupCard(context)
        self.file_card = FileCard(context)
        self.exports_card = ExportsCard()
        self.shop_card.changed.connect(self._save)
        self.sms_card.changed.connect(self._save)
        self.watched_card.changed.connect(self._save)
        self.watched_card.look_wanted.connect(self._look_again)
        self.backup_card.made.connect(self._ask)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(ScrollArea(self._content()))

    def reload(self, changes: Changes) -> None:  # noqa: ARG002 - all of it is cheap to read
        """Read the settings and the list of backups again."""
        self._ask()
        # On its own, because a keyring may take its time.
        self._context.background.run(self.file_card.read, self.file_card.show_key)

    def showEvent(self, event: QShowEvent) -> None:
        """Exports and backups are made on other pages too."""
        super().showEvent(event)
        self._ask()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two columns below each other where there is little room."""
        super().resizeEvent(event)
        narrow = self.width() < _ONE_COLUMN_BELOW
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._right.setMinimumWidth(0 if narrow else _RIGHT_WIDTH)
        self._right.setMaximumWidth(16_777_215 if narrow else _RIGHT_WIDTH)

    def _content(self) -> QWidget:
        content = QWidget()
        column = PageColumn(content)
        column.addWidget(PageHeader(self.tr("Settings"), self.tr("Everything is saved as soon as you change it.")))
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(SPACING)
        left = _column_of(self.window_card, self.replies_card, self.shop_card, self.sms_card, self.exports_card)
        self._right = _column_of(self.watched_card, self.backup_card, self.file_card)
        self._columns.addWidget(left, 1)
        self._columns.addWidget(self._right)
        column.addLayout(self._columns)
        column.addStretch(1)
        return content

    def _ask(self) -> None:
        self._question.run(self._read, self._show)

    def _read(self) -> _Stored:
        with self._context.shop.read() as connection:
            values = read_settings(connection)
            exports = export_log.exports(connection, READ)
            erased_at = erasure.last_erasure(connection)
        zones = sorted(zone for zone in zoneinfo.available_timezones() if "/" in zone or zone == "UTC")
        return _Stored(values, zones, self.backup_card.read(), erased_at, bool(values["scrub_due"]), exports)

    def _show(self, stored: _Stored) -> None:
        self.shop_card.show_values(stored.values)
        self.shop_card.offer_zones(stored.zones)
        self.sms_card.show_values(stored.values)
        self.watched_card.show_values(stored.values)
        self.backup_card.show_backups(stored.backups, stored.erased_at, scrub_due=stored.scrub_due)
        self.exports_card.show_exports(stored.exports, zoneinfo.ZoneInfo(str(stored.values["zone"])))

    def _save(self, key: str, value: JsonValue) -> None:
        work = partial(save_settings, self._context.shop, {key: value})
        self._context.background.run(work, self._saved, self._not_saved, writes=True)

    def _look_again(self) -> None:
        """Offer every file of the watched folder again that was not imported."""
        work = partial(_forget_seen, self._context.shop)
        self._context.background.run(work, self._saved, self._not_saved, writes=True)

    def _saved(self, changes: Changes) -> None:
        self._context.changes.announce(changes)

    def _not_saved(self, failure: BaseException) -> None:
        if not isinstance(failure, RegularsError):
            raise failure
        self._context.notices.show(wording.error(failure), "bad")
        self._ask()


def _forget_seen(shop: Shop) -> Changes:
    from local_db.importing import watched_folder  # not needed to show the page

    return watched_folder.forget(shop)


def _column_of(*cards: SettingsCard | QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SPACING)
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return box
