"""What could be cut from a text, what that saves, and a button that does it."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.amounts import number, price
from desktop.templates.variable_words import variable_label
from desktop.widgets.button import Button
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.label import Label
from local_db.templates.cuts import Cut, CutKind


class CutList(QWidget):
    """One line per cut; hidden while there are none.

    Signals:
        cut_wanted(Cut): do it, or show what it would take.
    """

    cut_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentences: tuple[str, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(2)
        self.setAccessibleName(self.tr("The cheapest cuts"))
        self.hide()

    def show_cuts(self, cuts: Sequence[Cut], body: str, each: Decimal, currency: str) -> None:
        """Show these cuts of a body; `each` is the price of one part."""
        sentences = tuple(self._sentence(cut, body, each, currency) for cut in cuts)
        if sentences == self.sentences:
            return
        self.sentences = sentences
        clear_layout(self._column)
        if cuts:
            self._column.addWidget(Label(self.tr("The cheapest cuts"), "strong"))
        for cut, sentence in zip(cuts, sentences, strict=True):
            self._column.addWidget(self._line(cut, sentence))
        self.setVisible(bool(cuts))

    def _line(self, cut: Cut, sentence: str) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("bolt", "accent"))
        row.addWidget(Label(sentence, wrap=True), 1)
        does = self.tr("Show") if cut.kind is CutKind.END else self.tr("Apply")
        button = Button(does, kind="link", dense=True)
        button.setAccessibleName(f"{does}: {sentence}")
        button.clicked.connect(partial(self.cut_wanted.emit, cut))
        row.addWidget(button)
        return line

    def _people(self, count: int) -> str:
        if count == 1:
            return self.tr("1 person needs")
        return self.tr("{count} people need").format(count=number(count))

    def _sentence(self, cut: Cut, body: str, each: Decimal, currency: str) -> str:
        saved = price(each * cut.parts, currency)
        people = self._people(cut.people)
        if cut.kind is CutKind.END:
            if cut.characters == 1:
                return self.tr("Drop 1 character: {people} fewer parts, saves {saved}").format(
                    people=people, saved=saved
                )
            return self.tr("Drop {count} characters: {people} fewer parts, saves {saved}").format(
                count=cut.characters, people=people, saved=saved
            )
        if cut.kind is CutKind.WORDS:
            words = body[cut.position : cut.position + cut.length].strip()
            return self.tr("Leave out “{words}”: {people} fewer parts, saves {saved}").format(
                words=words, people=people, saved=saved
            )
        return self.tr("{variable} with {count} characters at most: {people} fewer parts, saves {saved}").format(
            variable=variable_label(cut.name), count=cut.characters, people=people, saved=saved
        )
