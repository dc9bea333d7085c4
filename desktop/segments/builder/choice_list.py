"""A list to choose one or several values from, with the people of each beside it, found by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop import amounts
from desktop.segments.options import Option, found
from desktop.shell import icons, theme
from desktop.widgets.label import Label
from desktop.widgets.search_field import SearchField

ROW_HEIGHT = 32
SHOWN_ROWS = 7
_VALUE = Qt.ItemDataRole.UserRole
_COUNT = Qt.ItemDataRole.UserRole + 1
_GROUP = Qt.ItemDataRole.UserRole + 2


class ChoiceList(QWidget):
    """A search field over a list; with `several`, more than one value can be on.

    Signals:
        chosen(list): the values that are on now, in the order of the list.
        activated(str): a value was pressed or Enter was pressed on it.
    """

    chosen = Signal(list)
    activated = Signal(str)

    def __init__(
        self,
        options: Sequence[Option],
        on: Sequence[str] = (),
        *,
        placeholder: str,
        several: bool = False,
        own: bool = False,
        ticks: bool = True,
        rows: int = SHOWN_ROWS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._options = list(options)
        self._on = list(on)
        self._several = several
        self._own = own
        self._ticks = ticks
        known = {entry.value for entry in options}
        self._options += [Option(value, value, 0) for value in on if value not in known]
        self.search = SearchField(placeholder, pause_ms=40)
        self.search.query_changed.connect(self._fill)
        self.list = _List(self, name=placeholder, rows=rows)
        self.list.itemClicked.connect(self._press)
        self.list.entered_row.connect(self._press)
        self.search.installEventFilter(self)
        self.nothing = Label(self.tr("Nothing found"), "muted")
        self.nothing.setContentsMargins(8, 4, 8, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.search)
        column.addWidget(self.list)
        column.addWidget(self.nothing)
        self.setFocusProxy(self.search)
        self._fill("")

    @property
    def on(self) -> list[str]:
        """The values that are on."""
        return list(self._on)

    def set_on(self, values: Sequence[str]) -> None:
        """Put other values on, without announcing it."""
        self._on = list(values)
        self._show_ticks()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - only the search field is watched
        """Let the search field's arrow keys move the current row, and its Enter choose the best match."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            return self._enter()
        return self.list.steer(event)

    def _enter(self) -> bool:
        """Choose the current row; False where nothing is asked for, and Enter means that all is done."""
        self.search.flush()
        typed = self.search.query()
        if self.list.currentRow() < 0:
            return bool(typed)  # nothing found: nothing happens
        item = self.list.currentItem()
        if not typed or item.data(_VALUE) not in self._on:
            self._press(item)
        if typed and self._ticks:
            self.search.clear()
            self.search.flush()
        return True

    def _fill(self, query: str) -> None:
        self.list.clear()
        matching = list(found(self._options, query))
        if not query:
            matching.sort(key=lambda entry: entry.value not in self._on if self._ticks else False)
        section = ""
        for entry in matching:
            if not query and entry.section != section:
                section = entry.section
                self._add_heading(section)
            self._add(entry)
        if self._own and query and query not in {entry.value for entry in self._options}:
            self._add(Option(query, self.tr("Use “{text}”").format(text=query)))
        if query or not self._on:  # else Enter is free to say that all is chosen
            self.list.go_to(0, 1)
        self.list.setVisible(self.list.count() > 0)
        self.nothing.setVisible(self.list.count() == 0)
        self.list.fit()

    def _add(self, entry: Option) -> None:
        item = QListWidgetItem(entry.text)
        item.setData(_VALUE, entry.value)
        item.setData(_COUNT, "" if entry.count is None else amounts.number(entry.count))
        item.setData(_GROUP, entry.group)
        if self._ticks:
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if entry.value in self._on else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _add_heading(self, words: str) -> None:
        item = QListWidgetItem(words)
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.list.addItem(item)

    def _press(self, item: QListWidgetItem) -> None:
        if item.data(_VALUE) is None:  # a heading
            return
        value = str(item.data(_VALUE))
        if all(entry.value != value for entry in self._options):
            self._options.insert(0, Option(value, value, 0))
        if self._ticks:
            self._switch(value)
        self.activated.emit(value)

    def _switch(self, value: str) -> None:
        if not self._several:
            self._on = [value]
        elif value in self._on:
            self._on.remove(value)
        else:
            self._on.append(value)
        order = {entry.value: place for place, entry in enumerate(self._options)}
        self._on.sort(key=lambda chosen: order.get(chosen, 0))
        self._show_ticks()
        self.chosen.emit(self.on)

    def _show_ticks(self) -> None:
        for row in range(self.list.count()):
            item = self.list.item(row)
            is_on = item.data(_VALUE) in self._on
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)


class _List(QListWidget):
    """The rows.

    Signals:
        entered_row(QListWidgetItem): Enter or Space was pressed on a row.
    """

    entered_row = Signal(QListWidgetItem)

    def __init__(self, parent: QWidget, *, name: str, rows: int) -> None:
        super().__init__(parent)
        self._rows = rows
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Painter(self))

    def fit(self) -> None:
        """As high as its rows, up to those that are to be in sight at once."""
        self.setFixedHeight(ROW_HEIGHT * max(1, min(self._rows, self.count())))

    def go_to(self, row: int, step: int) -> None:
        """Make a row the current one, or the next one in the direction that can be chosen."""
        while 0 <= row < self.count() and not self.item(row).flags() & Qt.ItemFlag.ItemIsSelectable:
            row += step
        if 0 <= row < self.count():
            self.setCurrentRow(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the current row on Enter or Space."""
        if event.key() == Qt.Key.Key_Space and self.currentItem() is not None:
            self.entered_row.emit(self.currentItem())
        elif not self.steer(event):
            super().keyPressEvent(event)

    def steer(self, event: QKeyEvent) -> bool:
        """Move by an arrow key, press on Enter; whether the key meant that."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        if step:
            self.go_to(self.currentRow() + step, step)
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentItem() is not None:
            self.entered_row.emit(self.currentItem())
            return True
        return False


class _Painter(QStyledItemDelegate):
    """Tick, words, count."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002 - Qt's signature
        """All rows are equal."""
        return QSize(100, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect
        if index.data(_VALUE) is None:
            self._paint_heading(painter, rect, str(index.data()))
            painter.restore()
            return
        if option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("soft" if option.state & QStyle.StateFlag.State_Selected else "sunken"))
            painter.drawRoundedRect(rect.adjusted(0, 1, 0, -1), 6, 6)
        left = self._paint_tick(painter, rect, index)
        count = str(index.data(_COUNT) or index.data(_GROUP) or "")
        painter.setPen(theme.colour("muted"))
        painter.drawText(rect.adjusted(0, 0, -8, 0), int(Qt.AlignmentFlag.AlignRight | _MIDDLE), count)
        painter.setPen(theme.colour("ink"))
        room = rect.adjusted(left, 0, -16 - painter.fontMetrics().horizontalAdvance(count), 0)
        words = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | _MIDDLE), words)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, words: str) -> None:
        painter.setFont(theme.font(12, QFont.Weight.Bold))
        painter.setPen(theme.colour("muted"))
        painter.drawText(rect.adjusted(8, 4, 0, 0), int(Qt.AlignmentFlag.AlignLeft | _MIDDLE), words)

    def _paint_tick(self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex) -> int:
        """The tick of a chosen row; how far the words stand from the left."""
        state = index.data(Qt.ItemDataRole.CheckStateRole)
        if state is None:
            return 8
        if Qt.CheckState(state) == Qt.CheckState.Checked:
            tick = icons.pixmap("check", "accent", 14, painter.device().devicePixelRatioF())
            painter.drawPixmap(rect.left() + 8, rect.center().y() - 6, tick)
        return 30


_MIDDLE = Qt.AlignmentFlag.AlignVCenter
