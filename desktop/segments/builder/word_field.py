"""Several words for a product's title: typed, or taken from those of the shop's titles."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.segments.options import Option, found
from desktop.widgets.chip import Chip, ValueChip
from desktop.widgets.chip_row import ChipRow
from desktop.widgets.fields import TextField

OFFERED_WORDS = 12


class WordField(QWidget):
    """A text field over the chosen words and likely ones.

    Signals:
        changed: other words are chosen.
    """

    changed = Signal()

    def __init__(self, options: Sequence[Option], words: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options = options
        self._words = list(words)
        self._took_word = False
        self.word = TextField("", self.tr("Any product; type a word, then Enter"), name=self.tr("Word of the title"))
        self.word.returnPressed.connect(self._take_typed)
        self.word.textEdited.connect(self._show_words)
        self._row = ChipRow()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.word)
        column.addWidget(self._row)
        self.setFocusProxy(self.word)
        self._show_words()

    @property
    def words(self) -> tuple[str, ...]:
        """The chosen words."""
        return tuple(self._words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep the Enter that took a word; another one closes the editor."""
        if self._took_word and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._took_word = False
            event.accept()
        else:
            super().keyPressEvent(event)

    def _show_words(self, *_: object) -> None:
        """The chosen words, then those of the shop's titles that go on with what is typed."""
        chips: list[Chip] = []
        for word in self._words:
            chip = ValueChip(f"{word}  ×")
            chip.setAccessibleName(self.tr("Remove {word}").format(word=word))
            chip.clicked.connect(partial(self._drop, word))
            chips.append(chip)
        matching = found(self._options, self.word.text())
        for entry in [entry for entry in matching if entry.value not in self._words][:OFFERED_WORDS]:
            offered = Chip(entry.text)
            offered.setToolTip(self.tr("{count} people bought it").format(count=f"{entry.count or 0:,}"))
            offered.clicked.connect(partial(self._take, entry.value))
            chips.append(offered)
        self._row.set_chips(chips)

    def _take_typed(self) -> None:
        word = self.word.text().strip()
        self._took_word = bool(word)
        if word:
            self._take(word)

    def _take(self, word: str, *_: object) -> None:
        if word not in self._words:
            self._words.append(word)
        self.word.setFocus()  # before its chip is gone, which would send the focus elsewhere
        self.word.clear()
        self._show_words()
        self.changed.emit()

    def _drop(self, word: str, *_: object) -> None:
        self._words.remove(word)
        self.word.setFocus()
        self._show_words()
        self.changed.emit()
