"""The files of one import: what each was recognised as, and how far it has come."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.importing import words
from desktop.importing.file_cells import ROW_HEIGHT, FileCells
from desktop.importing.import_item import ImportItem, Stage
from desktop.importing.table_model import TextTableModel
from desktop.widgets.data_table import DataTable
from desktop.widgets.tag_cells import TagCells
from local_db.importing.plain_list import list_of

if TYPE_CHECKING:
    from desktop.widgets.status_tag import TagTone
    from local_db.importing.previewed import Preview

WIDTH = 320
_TAG_WIDTH = 88


class FileList(QWidget):
    """One line per file; a line above them stands for all together once there is something to add up.

    Signals:
        chosen(int): a file was chosen by its place; -1 for all together.
    """

    chosen = Signal(int)

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.setFixedWidth(WIDTH)
        self._model = TextTableModel((self.tr("File"), ""), self)
        self.table = DataTable(name=self.tr("Files"))
        self.table.setModel(self._model)
        self.table.setItemDelegateForColumn(0, FileCells(self.table))
        self.table.setItemDelegateForColumn(1, TagCells(self.table))
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.set_columns({1: _TAG_WIDTH}, stretch=0)
        self.table.row_selected.connect(self._choose)
        self._with_total = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)

    def show_items(self, items: Sequence[ImportItem], current: int, *, with_total: bool) -> None:
        """Show the files, one of them chosen (-1: all together); announces nothing."""
        self._with_total = with_total
        rows = [(item.path.name, "") for item in items]
        tags = [self._tag(item) for item in items]
        details = [self._detail(item) for item in items]
        if with_total:
            rows.insert(0, (self.tr("All files"), ""))
            tags.insert(0, (self.tr("total"), "accent"))
            details.insert(0, "")
        blocked = self.table.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self._model.show(rows, tags=tags, details=details)
        self.table.setCurrentIndex(self._model.index(current + with_total, 0))
        self.table.blockSignals(blocked)

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row - self._with_total)

    def _tag(self, item: ImportItem) -> tuple[str, TagTone]:
        tags: dict[Stage, tuple[str, TagTone]] = {
            Stage.READING: (self.tr("reading"), "neutral"),
            Stage.READY: (self.tr("ready"), "blue"),
            Stage.UNMAPPED: (self.tr("columns?"), "warn"),
            Stage.REFUSED: (self.tr("refused"), "bad"),
            Stage.IMPORTING: (self.tr("importing"), "blue"),
            Stage.DONE: (self.tr("done"), "good"),
            Stage.STOPPED: (self.tr("stopped"), "neutral"),
        }
        if item.stage is Stage.UNMAPPED and words.is_list(item):
            return self.tr("of whom?"), "warn"
        return tags[item.stage]

    def _detail(self, item: ImportItem) -> str:
        """What a file was recognised as; afterwards what came of it, or why nothing did."""
        if item.report is not None:
            return words.came_of_it(dataclasses.asdict(replace(item.report, problems=())))
        if item.stage is Stage.REFUSED:
            return item.failure
        preview = item.preview_of_choice or item.preview
        return self._recognised(preview) if preview is not None else ""

    def _recognised(self, preview: Preview) -> str:
        if preview.profile is None:
            return self.tr("A list without columns") if list_of(preview) else self.tr("A layout that is new here")
        return words.profile_title(preview, self._language)
