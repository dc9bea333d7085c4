"""The head of the builder: back, the name, the sentence, the day asked about, and what can be done."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.button import Button, IconButton
from desktop.widgets.chip import Chip
from desktop.widgets.fields import mark_wrong
from desktop.widgets.label import Label
from desktop.widgets.status_tag import StatusTag
from desktop.widgets.title_field import TitleField

LONGEST = 480  # Latin characters of a sentence; Chinese ones count twice
FIRST_WIDE = "\u2e80"
INDENT = 52  # the words below begin where the name does


class BuilderHeader(QWidget):
    """Fields and buttons for the builder to connect."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.whole_sentence = ""
        self._narrow = False
        self._unsaved = False
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
        self.why = Button(self.tr("Why?"))
        self.why.setAccessibleName(self.tr("Why?"))
        self.why.setToolTip(self.tr("Why is somebody in the segment, or not? (Ctrl+F)"))
        self.explore = IconButton("chart", self.tr("Overlap, change between days, RFM"), size=34)
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
        for part in self._parts():
            top.addWidget(part, 0, middle)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(top)
        column.addWidget(self._error)
        column.addWidget(self.sentence)

    def tab_stops(self) -> list[QWidget]:
        """What takes the keyboard, from left to right."""
        return [self.back, self.name, *self._parts()[1:]]

    def _parts(self) -> tuple[QWidget, ...]:
        """What stands at the right of the name; the state takes no keyboard."""
        tools = (self.as_of, self.why, self.explore, self.undo, self.redo, self.more)
        return (self.state, *tools, self.save, self.use)

    def set_day(self, day: date | None) -> None:
        """Show the day asked about; None for today."""
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
        self._unsaved = unsaved
        self.state.setVisible(unsaved and not self._narrow)
        self.save.setEnabled(unsaved)
        self.save.set_kind("primary" if unsaved else "quiet")
        self.use.set_kind("quiet" if unsaved else "primary")
        self.undo.setEnabled(can_undo)
        self.redo.setEnabled(can_redo)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave the room to the name: the state is told by Save, and the question by its icon."""
        self._narrow = narrow
        self.state.setVisible(self._unsaved and not narrow)
        self.why.setText("" if narrow else self.tr("Why?"))
        self.why.set_icon("search" if narrow else None)

    def set_name_error(self, text: str) -> None:
        """Say what is wrong with the name; an empty text clears it."""
        self._error.setText(text)
        self._error.setVisible(bool(text))
        mark_wrong(self.name, wrong=bool(text))


def _cut(sentence: str) -> str:
    """The sentence as far as three lines reach."""
    used = 0
    for place, character in enumerate(sentence):
        used += 2 if character >= FIRST_WIDE else 1
        if used > LONGEST:
            return sentence[:place] + "…"
    return sentence
