"""The table of members: columns to choose, to reorder and to resize; many rows may be selected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.members.columns import NUMERIC, Column, ColumnChoice
from desktop.widgets.data_table import DataTable
from desktop.widgets.tag_cells import TagCells

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from desktop.shell.ui_settings import UiSettings

_SAVE_AFTER_MS = 400


class MembersTable(DataTable):
    """Shows the columns of a ColumnChoice and remembers what the person does to them.

    Signals:
        looked_at(int): Space was pressed on a row.
        columns_wanted(QPoint): the header was pressed with the other button there (of the screen).
    """

    looked_at = Signal(int)
    columns_wanted = Signal(QPoint)

    def __init__(self, settings: UiSettings, name: str, parent: QWidget | None = None) -> None:
        super().__init__(numeric=NUMERIC, name=name, parent=parent)
        self._settings = settings
        self._arranging = False
        self.choice = ColumnChoice.remembered(settings)
        self._save_soon = QTimer(self)
        self._save_soon.setSingleShot(True)
        self._save_soon.setInterval(_SAVE_AFTER_MS)
        self._save_soon.timeout.connect(self._save)
        self.allow_several()

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model with all its columns."""
        super().setModel(model)
        cells = TagCells(self)
        for column in (Column.PHONE, Column.TAGS, Column.CONSENT):
            self.setItemDelegateForColumn(column, cells)
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(Column.NICK, QHeaderView.ResizeMode.Fixed)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._ask_for_columns)
        header.sectionMoved.connect(self._moved)
        header.sectionResized.connect(self._resized)
        self.arrange()

    def choose(self, shown: Sequence[Column]) -> None:
        """Show these columns from now on."""
        self.choice.choose(shown)
        self._changed()

    def use_usual_columns(self) -> None:
        """Show what is shown before anybody chooses."""
        self.choice.reset()
        self._changed()

    def visible_columns(self) -> tuple[Column, ...]:
        """What is in sight, from left to right."""
        return self.choice.fitting(self.viewport().width())

    def arrange(self) -> None:
        """Put the columns in their places; the nick takes what is left."""
        if self.model() is None or self._arranging:  # a scroll bar that comes or goes would ask again meanwhile
            return
        self._arranging = True
        self._place_columns()
        self._arranging = False

    def _place_columns(self) -> None:
        header = self.horizontalHeader()
        room = self.viewport().width()
        shown = self.choice.fitting(room)
        for place, column in enumerate((*shown, *(column for column in Column if column not in shown))):
            if header.visualIndex(column) != place:
                header.moveSection(header.visualIndex(column), place)
            self.setColumnHidden(column, column not in shown)
            if column in shown and column is not Column.NICK:
                header.resizeSection(column, self.choice.width(column))
        others = sum(self.choice.width(column) for column in shown if column is not Column.NICK)
        header.resizeSection(Column.NICK, max(self.choice.width(Column.NICK), self.viewport().width() - others))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space has a look at the current row's member."""
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.key() == Qt.Key.Key_Space and plain and self.selected_row() >= 0:
            self.looked_at.emit(self.selected_row())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self.arrange()

    def _changed(self) -> None:
        self.arrange()
        self._save_soon.start()

    def _ask_for_columns(self, where: QPoint) -> None:
        self.columns_wanted.emit(self.horizontalHeader().mapToGlobal(where))

    def _moved(self, *_: int) -> None:
        if self._arranging:
            return
        header = self.horizontalHeader()
        order = [Column(header.logicalIndex(place)) for place in range(header.count())]
        self.choice.choose([column for column in order if not self.isColumnHidden(column)])
        self._changed()

    def _resized(self, column: int, _before: int, width: int) -> None:
        if self._arranging or column == Column.NICK:
            return
        self.choice.widths[Column(column)] = width
        self._changed()

    def _save(self) -> None:
        self.choice.remember(self._settings)
