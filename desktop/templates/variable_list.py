"""The variables offered below the caret while a brace is open; what is typed on narrows them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from desktop.templates.chips import Lexicon
from desktop.widgets.card import Card
from local_db.members.spelling import folded, spells

_EXAMPLE_LENGTH = 14
_WIDTH = 380
_PADDING = 6
_EDGE = 8
_NAME = Qt.ItemDataRole.UserRole


class VariableList(Card):
    """Takes no focus, so that an input method goes on writing into the text.

    Signals:
        variable_chosen(str): the name of a variable.
    """

    variable_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=_PADDING, parent=parent)
        self.rows = QListWidget()
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setFrameShape(QFrame.Shape.NoFrame)
        for bars in (self.rows.setHorizontalScrollBarPolicy, self.rows.setVerticalScrollBarPolicy):
            bars(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setAccessibleName(self.tr("Variables"))
        self.rows.itemClicked.connect(self._clicked)
        self.add(self.rows)
        self.hide()

    def names(self) -> list[str]:
        """What is offered, from above."""
        return [str(self.rows.item(row).data(_NAME)) for row in range(self.rows.count())]

    def offer(
        self,
        typed: str,
        lexicon: Lexicon,
        examples: Mapping[str, str],
        below: QPoint,
        line_height: int,
        host: QWidget,
    ) -> None:
        """Offer what is spelled so, under a place of `host`; nothing where nothing is."""
        found = [name for name in lexicon.names() if matches(typed, name, lexicon.label(name))]
        self.rows.clear()
        for name in found:
            example = examples.get(name, "")
            if len(example) > _EXAMPLE_LENGTH:
                example = f"{example[:_EXAMPLE_LENGTH]}…"
            item = QListWidgetItem(" · ".join(filter(None, (lexicon.label(name), f"{{{name}}}", example))))
            item.setData(_NAME, name)
            self.rows.addItem(item)
        if not found:
            self.hide()
            return
        self.rows.setCurrentRow(0)
        self._place(below, line_height, host)

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether the key was one of the list's: up, down, Enter, Tab, Esc."""
        if not self.isVisible():
            return False
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.rows.setCurrentRow((self.rows.currentRow() + step) % self.rows.count())
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Tab:
                self._clicked(self.rows.currentItem())
            case Qt.Key.Key_Escape:
                self.hide()
            case _:
                return False
        return True

    def _clicked(self, item: QListWidgetItem) -> None:
        self.hide()
        self.variable_chosen.emit(str(item.data(_NAME)))

    def _place(self, below: QPoint, line_height: int, host: QWidget) -> None:
        """Under the line, or above it where there is no room; inside the host."""
        self.setParent(host)
        height = self.rows.count() * self.rows.sizeHintForRow(0) + 2 * _PADDING + 2
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
