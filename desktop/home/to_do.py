"""What is worth doing today, as rows with one button each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.button import Button
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.divider import Divider
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.label import ElidedLabel

ROW_HEIGHT = 56


class ToDo(NamedTuple):
    """One row: what, why, and where its button leads (a page key with arguments, or `import`)."""

    icon: str
    title: str
    sentence: str
    button: str
    target: str
    arguments: Mapping[str, object] = MappingProxyType({})
    urgent: bool = False


class ToDoList(QWidget):
    """The rows below each other.

    Signals:
        chosen(ToDo): the button of a row was pressed.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def set_rows(self, rows: Sequence[ToDo]) -> None:
        """Show these rows instead."""
        clear_layout(self._column)
        for place, row in enumerate(rows):
            if place:
                self._column.addWidget(Divider())
            self._column.addWidget(self._line(row))

    def _line(self, row: ToDo) -> QWidget:
        line = QWidget()
        line.setFixedHeight(ROW_HEIGHT)
        layout = QHBoxLayout(line)
        layout.setContentsMargins(8, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(IconLabel(row.icon, "accent" if row.urgent else "muted", 18))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(ElidedLabel(row.title, "strong"))
        words.addWidget(ElidedLabel(row.sentence, "small"))
        words.addStretch(1)
        layout.addLayout(words, 1)
        button = Button(row.button, kind="primary" if row.urgent else "quiet")
        button.setAccessibleName(f"{row.button}: {row.title}")
        button.clicked.connect(partial(self._pressed, row))
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _pressed(self, row: ToDo, *_: object) -> None:
        self.chosen.emit(row)
