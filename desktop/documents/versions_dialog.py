"""What a document has said before; any version can be taken up again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop import amounts
from desktop.widgets.data_table import DataTable
from desktop.widgets.label import Label
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.row_model import RowModel
from local_db.documents.model import DocumentVersion

_TABLE_HEIGHT = 260


class VersionTable(RowModel[DocumentVersion]):
    """Number, time, name, what it said."""

    def __init__(self, zone: ZoneInfo, said: Callable[[str], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._zone = zone
        self._said = said
        self.titles = (self.tr("Version"), self.tr("Saved"), self.tr("Name"), self.tr("Text"))

    def show_versions(self, versions: Sequence[DocumentVersion]) -> None:
        """Show these, the newest first."""
        self._show_rows(versions)

    def text(self, row: DocumentVersion, column: int) -> str:
        """A cell's text."""
        match column:
            case 0:
                return str(row.version)
            case 1:
                return amounts.minute(row.saved_at, self._zone)
            case 2:
                return row.name
            case _:
                return " ".join(self._said(row.content).split())


class VersionsDialog(ModalDialog):
    """The versions in a table; the chosen one in words below.

    Signals:
        chosen(DocumentVersion): this version should stand in the editor again.
    """

    chosen = Signal(object)

    def __init__(
        self,
        versions: Sequence[DocumentVersion],
        zone: ZoneInfo,
        said: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent=parent, width=720)
        self.set_title(self.tr("Versions"))
        self.set_sentence(self.tr("Every save that changed something. Taking one up is a change like any other."))
        self._versions = versions
        self._said = said
        self.model = VersionTable(zone, said, self)
        self.model.show_versions(versions)
        self.table = DataTable(numeric=(0,), name=self.tr("Versions"))
        self.table.setModel(self.model)
        self.table.set_columns({0: 70, 1: 150, 2: 160}, stretch=3)
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        self.words = Label("", "muted", wrap=True)
        self.add(self.table)
        self.add(self.words)
        self.add_reject(self.tr("Close"))
        self.take_up = self.add_button(self.tr("Take up this version"), kind="primary")
        self.take_up.clicked.connect(self._take_up)
        self.table.row_selected.connect(self._show)
        self.table.selectRow(0)
        self._show(0)

    def _show(self, row: int) -> None:
        self.take_up.setEnabled(row > 0)  # the first is what is stored
        self.words.setText(self._said(self._versions[row].content) if 0 <= row < len(self._versions) else "")

    def _take_up(self) -> None:
        row = self.table.selected_row()
        if row >= 0:
            self.accept()
            self.chosen.emit(self._versions[row])
