"""Chooses the columns of the list and their order, by pointer or keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.members.columns import USUAL, Column, title
from desktop.widgets.button import Button, IconButton
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.popover import Popover
from desktop.widgets.toggle import CheckBox

_ARROW = 22


class ColumnsPopover(Popover):
    """A tick per column, and arrows that move it.

    Signals:
        chosen(object): other columns are to be shown: a tuple of Column, from left to right.
        usual_wanted: the usual ones are to be shown.
    """

    chosen = Signal(object)
    usual_wanted = Signal()

    def __init__(self, shown: Sequence[Column], parent: QWidget | None = None) -> None:
        super().__init__(width=264, parent=parent)
        self.set_title(self.tr("Columns"))
        self._order = [*shown, *(column for column in Column if column not in shown)]
        self._shown = set(shown)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.add_layout(self._rows)
        usual = Button(self.tr("Usual columns"), kind="link", dense=True)
        usual.clicked.connect(self._use_usual)
        self.add(usual)
        self.boxes: dict[Column, CheckBox] = {}
        self._fill()

    def _fill(self) -> None:
        clear_layout(self._rows)
        self.boxes.clear()
        for column in self._order:
            row = QHBoxLayout()
            row.setSpacing(2)
            box = CheckBox(title(column), checked=column in self._shown)
            box.setEnabled(column is not Column.NICK)
            box.toggled.connect(partial(self._toggle, column))
            self.boxes[column] = box
            row.addWidget(box)
            row.addStretch(1)
            if column in self._shown and column is not Column.NICK:
                row.addWidget(self._arrow(column, -1))
                row.addWidget(self._arrow(column, 1))
            host = QWidget()
            host.setLayout(row)
            row.setContentsMargins(0, 1, 0, 1)
            self._rows.addWidget(host)

    def _arrow(self, column: Column, step: int) -> IconButton:
        words = self.tr("Move {column} to the left") if step < 0 else self.tr("Move {column} to the right")
        name = words.format(column=title(column))
        arrow = IconButton("chevron-up" if step < 0 else "chevron-down", name, size=_ARROW)
        arrow.setEnabled(self._place_after(column, step) is not None)
        arrow.clicked.connect(partial(self._move, column, step))
        return arrow

    def _toggle(self, column: Column, on: bool) -> None:  # noqa: FBT001 - a signal has no keywords
        (self._shown.add if on else self._shown.discard)(column)
        self._order.remove(column)
        self._order.insert(len(self._shown) - on, column)
        self._tell()
        self.boxes[column].setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, column: Column, step: int) -> None:
        place = self._place_after(column, step)
        if place is not None:
            self._order.remove(column)
            self._order.insert(place, column)
            self._tell()
            self.boxes[column].setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_after(self, column: Column, step: int) -> int | None:
        place = self._order.index(column) + step
        return place if 1 <= place < len(self._shown) else None

    def _tell(self) -> None:
        self._fill()
        self.chosen.emit(tuple(column for column in self._order if column in self._shown))

    def _use_usual(self) -> None:
        self._order = [*USUAL, *(column for column in Column if column not in USUAL)]
        self._shown = set(USUAL)
        self._fill()
        self.usual_wanted.emit()
