"""The head of the builder: back, the name, the sentence, the day asked about, and what can be done."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.button import Button, IconButton
from desktop.widgets.chip import Chip
from desktop.widgets.date_field import DateField
from desktop.widgets.fields import mark_wrong
from desktop.widgets.label import Label
from desktop.widgets.popover import Popover
from desktop.widgets.status_tag import StatusTag
from desktop.widgets.title_field import TitleField

LONGEST = 480  # Latin characters of a sentence; Chinese ones count twice
FIRST_WIDE = "\u2e80"
INDENT = 52  # the words below begin where the name does


class BuilderHeader(QWidget):
    """Fields and buttons for the builder to connect.

    Signals:
        day_chosen(object): the tree should be asked as of a day, or as of today (None).
    """

    day_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whole_sentence = ""
        self._day: date | None = None
        self._today = date.today()  # noqa: DTZ011 - only until the shop's own day is known
        self.back = IconButton("chevron-left", self.tr("Back to all segments"), kind="quiet", size=34)
        self.name = TitleField("", self.tr("Name of the segment"), name=self.tr("Name"))
        self.state = StatusTag(self.tr("not saved"), "warn")
        self.sentence = Label("", "muted", wrap=True)
        self.sentence.setContentsMargins(INDENT, 0, 0, 0)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._error = Label("", "small", tone="bad")
        self._error.setContentsMargins(INDENT, 0, 0, 0)
        self._error.hide()
        self.as_of = Chip("", arrow=True)
        self.as_of.clicked.connect(self._choose_day)
        self.undo = IconButton("undo", self.tr("Undo (Ctrl+Z)"), size=34)
        self.redo = IconButton("redo", self.tr("Redo (Ctrl+Y)"), size=34)
        self.more = IconButton("more", self.tr("More"), size=34)
        self.use = Button(self.tr("Use in campaign"))
        self.save = Button(self.tr("Save"), kind="primary")
        self.save.setToolTip(self.tr("Ctrl+S"))
        self._lay_out()
        self.set_day(None)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        middle = Qt.AlignmentFlag.AlignVCenter
        top.addWidget(self.back, 0, middle)
        top.addWidget(self.name, 1, middle)
        for part in (self.state, self.as_of, self.undo, self.redo, self.more, self.save, self.use):
            top.addWidget(part, 0, middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self._error)
        column.addWidget(self.sentence)

    def tab_stops(self) -> list[QWidget]:
        """What takes the keyboard, from left to right."""
        return [self.back, self.name, self.as_of, self.undo, self.redo, self.more, self.save, self.use]

    def set_today(self, today: date) -> None:
        """Know the shop's own day."""
        self._today = today

    def set_day(self, day: date | None) -> None:
        """Show the day asked about; None for today."""
        self._day = day
        words = self.tr("As of today") if day is None else self.tr("As of {day}").format(day=day.isoformat())
        self.as_of.setText(words)
        self.as_of.setToolTip(self.tr("Ask the segment as of an earlier day, to rehearse a campaign"))

    def set_name(self, name: str) -> None:
        """Show a name from its beginning."""
        self.name.setText(name)
        self.name.setCursorPosition(0)

    def set_sentence(self, sentence: str, other: str) -> None:
        """Say the tree, cut where it is very long; whole, and in the other language, it is the tooltip."""
        self.whole_sentence = sentence
        shown = _cut(sentence)
        cut = shown != sentence
        self.sentence.setText(shown)
        self.sentence.setToolTip(f"{sentence}\n\n{other}" if cut else other)

    def set_state(self, *, unsaved: bool, can_undo: bool, can_redo: bool) -> None:
        """Whether there is something to save, undo, redo; the likely next step stands out."""
        self.state.setVisible(unsaved)
        self.save.setEnabled(unsaved)
        self.save.set_kind("primary" if unsaved else "quiet")
        self.use.set_kind("quiet" if unsaved else "primary")
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def set_name_error(self, text: str) -> None:
        """Say what is wrong with the name; an empty text clears it."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        mark_wrong(self.name, wrong=bool(text))

    def _choose_day(self) -> None:
        host = self.parentWidget()
        if host is None:
            return
        popover = Popover(self.tr("As of"), width=240)
        for words, day in (
            (self.tr("Today"), None),
            (self.tr("A month ago"), self._today - timedelta(days=30)),
            (self.tr("A year ago"), self._today - timedelta(days=365)),
        ):
            button = _DayButton(words, day)
            button.day_pressed.connect(self._take_day)
            button.day_pressed.connect(popover.close_popover)
            popover.add(button)
        field = DateField(self._day or self._today, name=self.tr("Day"))
        field.value_changed.connect(self._take_day)
        popover.add(field)
        popover.open_below(self.as_of, host)
        field.setFocus()

    def _take_day(self, day: date | None) -> None:
        self.day_chosen.emit(None if day is None or day >= self._today else day)


class _DayButton(Button):
    """A likely day.

    Signals:
        day_pressed(object): the day, None for today.
    """

    day_pressed = Signal(object)

    def __init__(self, words: str, day: date | None) -> None:
        super().__init__(words if day is None else f"{words}  ·  {day.isoformat()}", kind="ghost")
        self._day = day
        self.clicked.connect(self._press)

    def _press(self) -> None:
        self.day_pressed.emit(self._day)


def _cut(sentence: str) -> str:
    """The sentence as far as three lines reach."""
    used = 0
    for place, character in enumerate(sentence):
        used += 2 if character >= FIRST_WIDE else 1
        if used > LONGEST:
            return sentence[:place] + "…"
    return sentence
