"""The variables offered below the caret while a brace is open; what is typed on narrows them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from desktop.templates.variable_words import LABELS, variable_label
from local_db.members.spelling import folded, spells

_EXAMPLE_LENGTH = 18
_ROW = 28
_WIDTH = 360
_EDGE = 8
_NAME = Qt.ItemDataRole.UserRole


class VariableList(QListWidget):
    """Takes no focus, so that an input method goes on writing into the text.

    Signals:
        variable_chosen(str): the name of a variable.
    """

    variable_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Variables"))
        self.itemClicked.connect(self._clicked)
        self.hide()

    def names(self) -> list[str]:
        """What is offered, from above."""
        return [str(self.item(row).data(_NAME)) for row in range(self.count())]

    def offer(self, typed: str, examples: Mapping[str, str], below: QPoint, line_height: int, host: QWidget) -> None:
        """Offer what is spelled so, under a place of `host`; nothing where nothing is."""
        found = [name for name in LABELS if matches(typed, name, variable_label(name))]
        self.clear()
        for name in found:
            example = examples.get(name, "")
            if len(example) > _EXAMPLE_LENGTH:
                example = f"{example[:_EXAMPLE_LENGTH]}…"
            item = QListWidgetItem(f"{variable_label(name)}   {{{name}}}" + (f"   {example}" if example else ""))
            item.setData(_NAME, name)
            self.addItem(item)
        if not found:
            self.hide()
            return
        self.setCurrentRow(0)
        self._place(below, line_height, host, len(found))

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the key was one of the list's: up, down, Enter, Tab, Esc."""
        if not self.isVisible():
            return False
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.setCurrentRow((self.currentRow() + step) % self.count())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                self._clicked(self.currentItem())
            case Qt.Key.Key_Escape:
                self.hide()
            case _:
                return False
        return True

    def _clicked(self, item: QListWidgetItem) -> None:
        self.hide()
        self.variable_chosen.emit(str(item.data(_NAME)))

    def _place(self, below: QPoint, line_height: int, host: QWidget, rows: int) -> None:
        self.setParent(host)
        height = rows * _ROW + 2 * self.frameWidth() + _EDGE
        top = below.y() + line_height
        if top + height > host.height() - _EDGE:
            top = max(_EDGE, below.y() - height)
        left = max(_EDGE, min(below.x(), host.width() - _WIDTH - _EDGE))
        self.setGeometry(left, top, _WIDTH, height)
        self.show()
        self.raise_()


def matches(typed: str, name: str, label: str) -> bool:
    """Whether a variable is meant: by its name, its label, or the label in pinyin."""
    word = folded(typed).replace(" ", "")
    if not word:
        return True
    label = folded(label).replace(" ", "")
    return word in folded(name) or word in label or spells(word, label)
