"""The knowledge base: the groups as columns of cards, arranged by dragging, with the hot list before them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.replies.board.board_column import BoardColumn
from desktop.replies.board.columns_popover import ColumnsPopover
from desktop.replies.board.printed import Section
from desktop.replies.library.deeds import Deeds
from desktop.replies.library.reply_list import Drop
from desktop.replies.library.shelf import NO_SHELF, Shelf
from desktop.shell.context import PageContext
from desktop.widgets.button import Button
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.label import Label
from desktop.widgets.menu import Menu
from desktop.widgets.scroll_area import ScrollArea
from local_db.replies.library import hot
from local_db.replies.model import Group

HOT = "hot"
LOOSE = "loose"
_SETTING = "replies/hidden_columns"
_HOT_CARDS = 12


class BoardView(QWidget):
    """Columns side by side.

    Signals:
        open_wanted(str): the reply with this uid is to be worked on. print_wanted(): as a page.
    """

    open_wanted = Signal(str)
    print_wanted = Signal()

    def __init__(self, context: PageContext, deeds: Deeds, host: QWidget, parent: QWidget | None = None) -> None:
        """`host`: the page, over which small cards open."""
        super().__init__(parent)
        self._context = context
        self._deeds = deeds
        self._host = host
        self._shelf: Shelf = NO_SHELF
        self._keys: tuple[tuple[str, str], ...] = ()
        self.columns: list[BoardColumn] = []
        self._hidden = set(filter(None, context.settings.get(_SETTING).split(",")))
        self.choose = Button(self.tr("Columns…"), icon="filter", dense=True)
        self.choose.clicked.connect(self._ask_columns)
        self.print = Button(self.tr("Print…"), icon="file", dense=True)
        self.print.clicked.connect(self.print_wanted)
        self._hint = Label(self.tr("Drag cards to arrange them; Alt and an arrow does it by keyboard."), "small")
        self._row_box = QWidget()
        self._row = QHBoxLayout(self._row_box)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._scroll = ScrollArea(self._row_box)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setSizeAdjustPolicy(QScrollArea.SizeAdjustPolicy.AdjustIgnored)
        tools = QHBoxLayout()
        tools.addWidget(self._hint, 1)
        tools.addWidget(self.choose)
        tools.addWidget(self.print)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(tools)
        column.addWidget(self._scroll, 1)

    def take(self, shelf: Shelf) -> None:
        """Show the library as it is now."""
        self._shelf = shelf
        self._keys = self._all_columns()
        shown = tuple(one for one in self._keys if one[0] not in self._hidden)
        if shown != tuple((_key(column.group), column.title) for column in self.columns):
            self._build(shown)
        lying = shelf.lying
        for one in self.columns:
            if one.group is None:
                one.show_replies(shelf, hot(shelf.library, shelf.usage, _HOT_CARDS))
            else:
                one.show_replies(shelf, lying.get(one.group, ()))

    def sections(self) -> list[Section]:
        """Every column with what stands in it, as it is printed."""
        library, lying = self._shelf.library, self._shelf.lying
        parts: list[Section] = []
        for key, name in self._all_columns():
            if key == HOT:
                parts.append(Section(name, hot(library, self._shelf.usage, _HOT_CARDS)))
            else:
                parts.append(Section(name, lying.get("" if key == LOOSE else key, ())))
        return parts

    def hidden_names(self) -> set[str]:
        """The names of the columns that are not shown."""
        return {name for key, name in self._all_columns() if key in self._hidden}

    def set_first_focus(self) -> None:
        """Begin with the first column."""
        if self.columns:
            self.columns[0].cards.setFocus()

    def _all_columns(self) -> tuple[tuple[str, str], ...]:
        groups = [(group.uid, group.name) for group in self._shelf.library.groups]
        loose = (
            [(LOOSE, self.tr("In no group"))] if self._shelf.lying.get("") else []
        )
        return ((HOT, self.tr("Hot list")), *groups, *loose)

    def _build(self, shown: Sequence[tuple[str, str]]) -> None:
        self._row_box.hide()  # else new columns take no room until they are shown, and all of them would be painted
        clear_layout(self._row)
        self.columns = []
        for key, name in shown:
            column = BoardColumn({HOT: None, LOOSE: ""}.get(key, key), name)
            column.opened.connect(self.open_wanted)
            column.dropped.connect(self._drop)
            column.shifted.connect(self._shift)
            column.menu_wanted.connect(self._offer)
            self.columns.append(column)
            self._row.addWidget(column)
        self._row.addStretch(1)
        self._row_box.show()

    def _drop(self, column: BoardColumn, drop: Drop) -> None:
        if column.group is not None:
            said = self.tr("Moved into “{group}”.").format(group=column.title)
            self._deeds.move(drop.uids, column.group, drop.before, said)

    def _shift(self, column: BoardColumn, uid: str, columns: int, places: int) -> None:
        """By keyboard: up and down in a column, or to the next one."""
        if not uid or column.group is None:
            return
        if columns:
            place = self.columns.index(column) + columns
            other = self.columns[place] if 0 <= place < len(self.columns) else column
            if other.group is not None and other is not column:
                self._drop(other, Drop((uid,), ""))
                other.cards.setFocus()
            return
        rows = column.cards.replies.rows
        target = column.cards.replies.row_of(uid) + places
        if 0 <= target < len(rows):
            behind = target + 1 if places > 0 else target
            self._deeds.move([uid], column.group, rows[behind].uid if behind < len(rows) else "", "")

    def _offer(self, column: BoardColumn) -> None:
        """What can be done with a column."""
        groups = list(self._shelf.library.groups)
        place = next((n for n, group in enumerate(groups) if group.uid == column.group), -1)
        menu = Menu(self)
        if place > 0:
            menu.addAction(self.tr("To the left"), partial(self._move_column, groups, place, place - 1))
        if 0 <= place < len(groups) - 1:
            menu.addAction(self.tr("To the right"), partial(self._move_column, groups, place, place + 2))
        menu.addAction(self.tr("Hide"), partial(self._hide, _key(column.group)))
        menu.open_below(column.more)

    def _move_column(self, groups: Sequence[Group], place: int, before: int) -> None:
        self._deeds.move_group(groups[place].uid, groups[before].uid if before < len(groups) else "")

    def _hide(self, key: str) -> None:
        self._set_hidden([*self._hidden, key])

    def _set_hidden(self, keys: list[str]) -> None:
        self._hidden = set(keys)
        self._context.settings.set(_SETTING, ",".join(sorted(self._hidden)))
        self.take(self._shelf)

    def _ask_columns(self) -> None:
        card = ColumnsPopover(self._keys, self._hidden)
        card.hidden_changed.connect(self._set_hidden)
        card.open_below(self.choose, self._host)
        card.set_first_focus()


def _key(group: str | None) -> str:
    return HOT if group is None else group or LOOSE
