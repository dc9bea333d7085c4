"""A table without grid noise: quiet header, aligned figures, cut texts with tooltips, an empty state."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QSinglePointEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from desktop.shell import icons, theme
from desktop.widgets import focus_ring

ROW_HEIGHT = 36
_PADDING = 8
_POINTER_MOVED = frozenset({QEvent.Type.MouseMove, QEvent.Type.HoverMove, QEvent.Type.Leave, QEvent.Type.HoverLeave})
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class DataTable(QTableView):
    """Shows a model of rows; figures go into the `numeric` columns.

    Signals:
        row_activated(int): a row was double-clicked, or Enter was pressed on it; the model's row.
        row_selected(int): the current row changed; -1 for none.
    """

    row_activated = Signal(int)
    row_selected = Signal(int)

    def __init__(self, *, numeric: Collection[int] = (), name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._empty: QWidget | None = None
        self._ring = False
        self._hovered = -1
        self.numeric = frozenset(numeric)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalHeader(_Header(self))
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self.setItemDelegate(_Alignment(self))
        self.doubleClicked.connect(self._activate)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model; the empty state follows its rows."""
        super().setModel(model)
        if model is not None:
            for signal in (model.modelReset, model.rowsInserted, model.rowsRemoved, model.layoutChanged):
                signal.connect(self._show_or_hide_empty)
            self.selectionModel().currentRowChanged.connect(self._announce_row)
        self._show_or_hide_empty()

    def set_columns(self, widths: Mapping[int, int], stretch: int | None = None) -> None:
        """Give columns their widths in points; the `stretch` column takes what is left."""
        header = self.horizontalHeader()
        for column, width in widths.items():
            header.resizeSection(column, width)
        if stretch is not None:
            header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)

    def set_sortable(self, *, sortable: bool) -> None:
        """Sort the model by clicking a header; starts unsorted."""
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(sortable)
        self.horizontalHeader().setSectionsClickable(sortable)

    def set_empty(self, widget: QWidget) -> None:
        """What is shown instead of rows while there are none, usually an EmptyState."""
        if self._empty is not None:
            self._empty.deleteLater()
        self._empty = widget
        widget.setParent(self)
        self._show_or_hide_empty()

    def allow_several(self) -> None:
        """Let a person select many rows, with Shift, Ctrl, and all of them with Ctrl+A."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def selected_row(self) -> int:
        """The model's row that is selected, the current one of several, -1 for none."""
        selection = self.selectionModel()
        if self.model() is None or not selection.hasSelection():
            return -1
        current = self.currentIndex()
        if current.isValid() and selection.isSelected(current):
            return current.row()
        return self.selected_ranges()[0][0]

    def selected_ranges(self) -> list[tuple[int, int]]:
        """The first and the last row of every stretch of selected rows; cheap, however many rows there are."""
        if self.model() is None:
            return []
        selection = self.selectionModel().selection()
        parts = [selection.at(place) for place in range(selection.count())]
        return sorted({(part.top(), part.bottom()) for part in parts if part.isValid()})

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, and a ring where the first arrow leads while the focus is here and no row shows it."""
        super().paintEvent(event)
        if self._ring and self.hasFocus() and self.selected_row() < 0 and not self._shows_empty():
            top = self.rowAt(0)
            row = QRect(0, self.rowViewportPosition(top), self.viewport().width(), self.rowHeight(top))
            focus_ring.paint(self.viewport(), 6, area=row if top >= 0 else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Activate the current row on Enter."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self._activate(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the empty state below the header."""
        super().resizeEvent(event)
        self._place_empty()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a cut text whole as a tooltip; shade the row under the pointer."""
        if event.type() in _POINTER_MOVED:
            self._hover(self.rowAt(event.position().toPoint().y()) if isinstance(event, QSinglePointEvent) else -1)
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            index = self.indexAt(event.pos())
            if index.isValid() and index.data(Qt.ItemDataRole.ToolTipRole) is None:
                self._show_if_cut(index, event.globalPos())
                return True
        return super().viewportEvent(event)

    def mark_hovered(self, option: QStyleOptionViewItem, row: int) -> None:
        """Have a cell painted as one of the row under the pointer."""
        if row == self._hovered:
            option.state |= QStyle.StateFlag.State_MouseOver

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _show_if_cut(self, index: QModelIndex, where: QPoint) -> None:
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        room = self.visualRect(index).width() - 2 * _PADDING
        cut = self.fontMetrics().horizontalAdvance(text) > room
        QToolTip.showText(where, text if cut else "", self.viewport())

    def _show_or_hide_empty(self) -> None:
        if self._empty is None:
            return
        nothing = self._shows_empty()
        self._empty.setVisible(nothing)
        self.horizontalHeader().setVisible(not nothing)  # titles over nothing
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if nothing else Qt.FocusPolicy.StrongFocus)
        self._place_empty()

    def _shows_empty(self) -> bool:
        model = self.model()
        return self._empty is not None and (model is None or model.rowCount() == 0)

    def _place_empty(self) -> None:
        if self._empty is not None:
            top = self.horizontalHeader().height()
            self._empty.setGeometry(QRect(0, top, self.width(), max(0, self.height() - top)))
            self._empty.raise_()

    def _activate(self, index: QModelIndex) -> None:
        self.row_activated.emit(index.row())

    def _announce_row(self, index: QModelIndex) -> None:
        self.row_selected.emit(index.row() if index.isValid() else -1)


class _Alignment(QStyledItemDelegate):
    """Figures to the right, words to the left."""

    def __init__(self, table: DataTable) -> None:
        super().__init__(table)
        self._table = table

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Align by the column."""
        super().initStyleOption(option, index)
        option.displayAlignment = _RIGHT if index.column() in self._table.numeric else _LEFT
        self._table.mark_hovered(option, index.row())


class _Header(QHeaderView):
    """Muted words over the columns, a line below, a small arrow where the rows are sorted."""

    def __init__(self, table: DataTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self.setHighlightSections(False)
        self.setFixedHeight(32)
        self.setMinimumSectionSize(40)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - Qt's name
        """Paint one header."""
        font = QFont(self.font())
        font.setPixelSize(12)
        painter.save()
        painter.setFont(font)
        sorted_here = self._table.isSortingEnabled() and self.sortIndicatorSection() == logicalIndex
        painter.setPen(theme.colour("ink" if sorted_here else "muted"))
        numeric = logicalIndex in self._table.numeric
        room = rect.adjusted(_PADDING, 0, -_PADDING, 0)
        model = self.model()
        text = str(model.headerData(logicalIndex, Qt.Orientation.Horizontal) or "") if model is not None else ""
        if sorted_here:
            self._paint_arrow(painter, room, text, numeric=numeric)
        text = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(_RIGHT if numeric else _LEFT), text)
        painter.setPen(theme.colour("line"))
        painter.drawLine(rect.left(), rect.bottom(), rect.right() + 1, rect.bottom())
        painter.restore()

    def _paint_arrow(self, painter: QPainter, room: QRect, text: str, *, numeric: bool) -> None:
        ascending = self.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
        name = "chevron-up" if ascending else "chevron-down"
        arrow = icons.pixmap(name, "accent", 10, self.devicePixelRatioF())
        top = room.center().y() - 4
        if numeric:
            words = painter.fontMetrics().horizontalAdvance(text)
            painter.drawPixmap(QPoint(max(room.left() - 6, room.right() - words - 14), top), arrow)
        else:
            words = painter.fontMetrics().horizontalAdvance(text)
            painter.drawPixmap(QPoint(min(room.right() - 6, room.left() + words + 4), top), arrow)
