"""The wordings of a reply, used in turn so that no buyer reads the same sentence twice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.replies.editing.wording_field import WordingField
from desktop.templates.problem_list import Finding
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.label import Label
from local_db.replies.model import Wording

NO_WORDING = Wording("", "")


class WordingsCard(Card):
    """A field per wording, and a button for another one.

    Signals:
        edited(): a person changed a text, added one or removed one.
        part_wanted(str): a shared part was pressed; its title.
    """

    edited = Signal()
    part_wanted = Signal(str)

    def __init__(self, host: QWidget) -> None:
        super().__init__()
        self._host = host
        self._parts: tuple[str, ...] = ()
        self._before: QWidget | None = None
        self.fields: list[WordingField] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self.add_layout(self._column)
        self.another = Button(self.tr("Another wording"), kind="ghost", icon="plus", dense=True)
        self.another.clicked.connect(self._add)
        self.hint = Label(
            self.tr("Wordings take turns: no buyer gets the same one again before all were used."), "small", wrap=True
        )
        self.add(self.another)
        self.add(self.hint)

    def follow(self, before: QWidget) -> None:
        """Have Tab come from another widget to the texts, which are made later than what stands below them."""
        self._before = before

    def show_wordings(self, wordings: Sequence[Wording]) -> None:
        """Show these, at least an empty one, without announcing an edit."""
        shown = list(wordings) or [NO_WORDING]
        while len(self.fields) > len(shown):
            self._take_out(self.fields[-1])
        while len(self.fields) < len(shown):
            self._put_in()
        for field, wording in zip(self.fields, shown, strict=True):
            field.show_wording(wording)
            field.set_used(0)
        self._number()

    def wordings(self) -> tuple[Wording, ...]:
        """The wordings as they stand, without empty ones."""
        return tuple(one for field in self.fields if (one := field.wording()).text.strip())

    def set_parts(self, titles: Sequence[str]) -> None:
        """The shared parts that can be named."""
        self._parts = tuple(titles)
        for field in self.fields:
            field.set_parts(titles)

    def set_used(self, counts: Mapping[str, int]) -> None:
        """How often each was taken, by its uid."""
        for field in self.fields:
            field.set_used(counts.get(field.uid, 0))

    def set_findings(self, findings: Mapping[int, Sequence[Finding]]) -> None:
        """What is wrong with each of `wordings()`, by its place there."""
        filled = [field for field in self.fields if field.body.body().strip()]
        for field in self.fields:
            field.set_findings(findings.get(filled.index(field), ()) if field in filled else ())

    def set_first_focus(self) -> None:
        """Begin with the first text."""
        self.fields[0].body.setFocus()

    def select(self, wording: int, position: int, length: int) -> None:
        """Select a place in one of `wordings()`."""
        filled = [field for field in self.fields if field.body.body().strip()]
        if wording < len(filled):
            filled[wording].body.select(position, length)

    def _put_in(self) -> WordingField:
        field = WordingField(self._host, self._parts)
        field.edited.connect(self.edited)
        field.part_wanted.connect(self.part_wanted)
        field.remove_wanted.connect(partial(self._remove, field))
        self.fields.append(field)
        self._column.addWidget(field)
        return field

    def _take_out(self, field: WordingField) -> None:
        self.fields.remove(field)
        self._column.removeWidget(field)
        field.hide()
        field.deleteLater()

    def _add(self) -> None:
        field = self._put_in()
        self._number()
        field.body.setFocus()

    def _remove(self, field: WordingField) -> None:
        place = self.fields.index(field)
        self._take_out(field)
        self._number()
        self.fields[max(0, place - 1)].body.setFocus()
        self.edited.emit()

    def _number(self) -> None:
        for place, field in enumerate(self.fields):
            field.set_place(place, len(self.fields))
        self.hint.setVisible(len(self.fields) > 1)
        stops = [stop for field in self.fields for stop in (field.variables, field.shared, field.remove, field.body)]
        if self._before is not None:
            for before, stop in pairwise((self._before, *stops)):
                QWidget.setTabOrder(before, stop)
