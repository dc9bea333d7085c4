"""What a reply has said before; any version can be taken up again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop import amounts, wording
from desktop.replies import words
from desktop.replies.lexicon import readable
from desktop.widgets.data_table import DataTable
from desktop.widgets.label import Label
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.row_model import RowModel
from desktop.widgets.scroll_area import ScrollArea
from local_db.replies.codec import reply_fields
from local_db.replies.model import Reply, Version

_TABLE_HEIGHT = 240
_WORDS_HEIGHT = 110


class VersionTable(RowModel[Version]):
    """Number, time, what was changed, title, what it said."""

    def __init__(self, versions: Sequence[Version], zone: ZoneInfo, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._show_rows(
            versions,
            (self.tr("Version"), self.tr("Saved"), self.tr("Changed"), self.tr("Title"), self.tr("Text")),
        )

    def text(self, row: Version, column: int) -> str:
        """A cell's text."""
        reply = _reply(row)
        match column:
            case 0:
                return str(row.version)
            case 1:
                return amounts.minute(row.saved_at, self._zone)
            case 2:
                earlier = next((one for one in self.rows if one.version < row.version), None)
                return "—" if earlier is None else wording.listed([words.field(name) for name in changed(earlier, row)])
            case 3:
                return reply.title
            case _:
                return words.first_words(reply)


class VersionsDialog(ModalDialog):
    """The versions in a table; the chosen one in words below.

    Signals:
        chosen(Reply): this should be what the reply says again.
    """

    chosen = Signal(object)

    def __init__(self, versions: Sequence[Version], zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent, width=720)
        self.set_title(self.tr("Versions"))
        self.set_sentence(self.tr("Every save that changed something. Taking one up is a change like any other."))
        versions = told(versions)
        self._versions = versions
        self.model = VersionTable(versions, zone, self)
        self.table = DataTable(numeric=(0,), name=self.tr("Versions"))
        self.table.setModel(self.model)
        self.table.set_columns({0: 60, 1: 140, 2: 130, 3: 150}, stretch=4)
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        self.words = Label("", "muted", wrap=True)
        scroll = ScrollArea(self.words)
        scroll.setFixedHeight(_WORDS_HEIGHT)
        self.add(self.table)
        self.add(scroll)
        self.add_reject(self.tr("Close"))
        self.take_up = self.add_button(self.tr("Take up this version"), kind="primary")
        self.take_up.clicked.connect(self._take_up)
        self.table.row_selected.connect(self._show)
        self.table.selectRow(0)
        self._show(0)

    def _show(self, row: int) -> None:
        self.take_up.setEnabled(row > 0)  # the first is what is stored
        if 0 <= row < len(self._versions):
            self.words.setText("\n\n".join(readable(one.text) for one in _reply(self._versions[row]).wordings))

    def _take_up(self) -> None:
        row = self.table.selected_row()
        if row > 0:
            self.accept()
            self.chosen.emit(_reply(self._versions[row]))


def changed(earlier: Version, later: Version) -> list[str]:
    """The fields in which two versions differ; where it stands in its group is nothing to go back to."""
    was, is_now = reply_fields(_reply(earlier)), reply_fields(_reply(later))
    return [name for name in is_now if name != "position" and was[name] != is_now[name]]


def told(versions: Sequence[Version]) -> list[Version]:
    """Those that say something else than the one before, the latest first."""
    return [one for one, earlier in zip_longest(versions, versions[1:]) if earlier is None or changed(earlier, one)]


def _reply(version: Version) -> Reply:
    saved = version.saved
    return saved if isinstance(saved, Reply) else Reply(saved.uid, saved.name)
