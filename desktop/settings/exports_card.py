"""The log of exports: whose data left the program, when, why, and by whom."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts
from desktop.translation import QT_TRANSLATE_NOOP, translate
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.divider import Divider
from desktop.widgets.label import ElidedLabel, Label

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.members.export_log import Export

READ = 500
AT_ONCE = 8

_KINDS = {
    "member": QT_TRANSLATE_NOOP("Exports", "All data of one member"),
    "members": QT_TRANSLATE_NOOP("Exports", "A list of members"),
    "segment": QT_TRANSLATE_NOOP("Exports", "A segment"),
    "audience": QT_TRANSLATE_NOOP("Exports", "An audience"),
    "calls": QT_TRANSLATE_NOOP("Exports", "A list of calls for platforms"),
}


def kind_of(export: Export) -> str:
    """What was exported; of a member without the name, which is no business of a log."""
    name = translate("Exports", _KINDS[export.kind]) if export.kind in _KINDS else export.kind
    return name if export.kind == "member" or not export.subject else f"{name} · {export.subject}"


class ExportsCard(Card):
    """The latest exports, older ones on request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Exports of personal data"))
        self._note = Label("", "muted", wrap=True)
        self.add(self._note)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.add_layout(self._lines)
        self.more_button = Button(self.tr("Show older"), kind="link", dense=True)
        self.more_button.clicked.connect(self._show_more)
        self.add(self.more_button)
        self._rest: Sequence[Export] = ()
        self._zone: ZoneInfo | None = None

    def show_exports(self, exports: Sequence[Export], zone: ZoneInfo) -> None:
        """List them."""
        clear_layout(self._lines)
        self._rest, self._zone = exports, zone
        self._note.setText(
            self.tr("Who took which people's data out of the program, and why.")
            if exports
            else self.tr("Nothing was exported yet. Every export of people's data is written down here.")
        )
        self._show_more()

    def _show_more(self) -> None:
        shown, self._rest = self._rest[:AT_ONCE], self._rest[AT_ONCE:]
        for export in shown:
            if self._lines.count():
                self._lines.addWidget(Divider())
            self._lines.addWidget(self._line(export))
        self.more_button.setVisible(bool(self._rest))

    def _line(self, export: Export) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(ElidedLabel(kind_of(export)), 1)
        people = self.tr("people: {count}").format(count=amounts.number(export.people))
        head.addWidget(Label(people, "small"))
        head.addWidget(Label(amounts.minute(export.exported_at, self._zone) if self._zone else "", "muted"))
        column.addLayout(head)
        below = " · ".join(part for part in (export.who, export.reason, export.file_name) if part)
        if below:
            column.addWidget(ElidedLabel(below, "small"))
        return line
