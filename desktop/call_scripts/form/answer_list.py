"""The answers of a step: what is answered, where it leads, and the tags it gives; in the order of the caller's keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.call_scripts.form.target_chip import TargetChip
from desktop.call_scripts.words import answer_words, kind_words
from desktop.documents.line_field import LineField
from desktop.segments.options import Option
from desktop.widgets.button import Button, IconButton
from desktop.widgets.select import Select
from desktop.widgets.status_tag import StatusTag
from local_db.call_scripts.model import Answer, AnswerKind

_KIND_WIDTH = 128
_SEPARATORS = "，、;；"


class AnswerList(QWidget):
    """A row for each answer.

    Signals:
        edited(tuple, str): other answers, and the place that was edited, for undo.
        target_wanted(int, str): the answer at a place should lead to a step, a new one or nowhere.
        new_wanted(): one more answer.
    """

    edited = Signal(tuple, str)
    target_wanted = Signal(int, str)
    new_wanted = Signal()

    def __init__(
        self, options: Callable[[], Sequence[Option]], host: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._options = options
        self._host = host
        self._answers: tuple[Answer, ...] = ()
        self.rows: list[AnswerRow] = []
        self.add = Button(self.tr("Answer"), icon="plus", dense=True)
        self.add.setAccessibleName(self.tr("Add an answer"))
        self.add.clicked.connect(self.new_wanted)
        self._column = QVBoxLayout()
        self._column.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._column)
        column.addWidget(self.add)

    def show_answers(self, answers: tuple[Answer, ...], titles: Mapping[str, str]) -> None:
        """Show these; fields whose answer is the same stay as they are."""
        self._answers = answers
        while len(self.rows) > len(answers):
            row = self.rows.pop()
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < len(answers):
            self._add_row()
        for place, (row, answer) in enumerate(zip(self.rows, answers, strict=True)):
            row.show_answer(place, answer, titles.get(answer.to))

    def move_answer(self, place: int, to: int) -> None:
        """Put an answer at another place."""
        to = max(0, min(len(self._answers) - 1, to))
        if to != place:
            order = list(self._answers)
            order.insert(to, order.pop(place))
            self.edited.emit(tuple(order), f"order {to}")
            self.rows[to].handle.setFocus(Qt.FocusReason.TabFocusReason)

    def place_at(self, where: QPoint) -> int:
        """The place of the row at a height of the list."""
        middles = [row.geometry().center().y() for row in self.rows]
        return sum(where.y() > middle for middle in middles[:-1]) if middles else 0

    def _add_row(self) -> None:
        row = AnswerRow(self._options, self._host, self)
        row.edited.connect(self._edited)
        row.removal_wanted.connect(self._remove)
        row.target.chosen.connect(partial(self._lead, row))
        self.rows.append(row)
        self._column.addWidget(row)

    def _edited(self, place: int, answer: Answer, part: str) -> None:
        answers = tuple(answer if at == place else one for at, one in enumerate(self._answers))
        self.edited.emit(answers, f"{part} {place}")

    def _lead(self, row: AnswerRow, key: str) -> None:
        self.target_wanted.emit(row.place, key)

    def _remove(self, place: int) -> None:
        self.edited.emit(tuple(one for at, one in enumerate(self._answers) if at != place), "")
        following = self.rows[min(place, len(self.rows) - 1)].handle if self.rows else self.add
        following.setFocus(Qt.FocusReason.TabFocusReason)


class AnswerRow(QFrame):
    """One answer.

    Signals:
        edited(int, Answer, str): its place, the answer as it should be, and which part was edited.
        removal_wanted(int): it should go.
    """

    edited = Signal(int, object, str)
    removal_wanted = Signal(int)

    def __init__(self, options: Callable[[], Sequence[Option]], host: QWidget, owner: AnswerList) -> None:
        super().__init__(owner)
        self._answer = Answer(AnswerKind.YES, "")
        self.place = 0
        self.key = StatusTag("1")
        self.handle = _Handle(self, owner)
        self.kind = Select([(kind_words(kind), kind) for kind in AnswerKind], name=self.tr("Answer"))
        self.kind.setFixedWidth(_KIND_WIDTH)
        self.label = LineField("", self.tr("Words"), name=self.tr("Words of the answer"))
        self.remove = IconButton("close", self.tr("Remove the answer"), size=26)
        self.target = TargetChip(options, host)
        self.tags = LineField("", self.tr("Tags, with commas"), name=self.tr("Tags for who answers so"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        first, second = QHBoxLayout(), QHBoxLayout()
        for line in (first, second):
            line.setSpacing(4)
            column.addLayout(line)
        first.addWidget(self.handle)
        first.addWidget(self.key)
        first.addWidget(self.kind)
        first.addWidget(self.label, 1)
        first.addWidget(self.remove)
        second.addSpacing(28)
        second.addWidget(self.target, 1)
        second.addWidget(self.tags, 1)
        second.addSpacing(30)
        self.kind.value_changed.connect(self._kind_chosen)
        self.label.textEdited.connect(self._label_edited)
        self.tags.textEdited.connect(self._tags_edited)
        self.remove.clicked.connect(self._remove)

    def show_answer(self, place: int, answer: Answer, title: str | None) -> None:
        """Show an answer without announcing it."""
        self.place = place
        self._answer = answer
        self.key.setText(str(place + 1) if place < 9 else "–")
        self.key.setToolTip(self.tr("The caller's key for this answer"))
        blocked = QSignalBlocker(self.kind)
        self.kind.set_value(answer.kind)
        blocked.unblock()
        if self.label.text() != answer.label:
            self.label.setText(answer.label)
        tags = self.tr(", ").join(answer.tags)
        if _tags(self.tags.text()) != answer.tags:
            self.tags.setText(tags)
        words = answer_words(answer)
        self.target.show_target(answer.to, title, words)
        self.handle.set_name(self.tr("Move “{answer}” (arrow keys)").format(answer=words))
        self.remove.set_name(self.tr("Remove “{answer}”").format(answer=words))

    def _kind_chosen(self, kind: object) -> None:
        if isinstance(kind, AnswerKind):
            self.edited.emit(self.place, replace(self._answer, kind=kind), "")

    def _label_edited(self, text: str) -> None:
        self.edited.emit(self.place, replace(self._answer, label=text), "label")

    def _tags_edited(self, text: str) -> None:
        self.edited.emit(self.place, replace(self._answer, tags=_tags(text)), "tags")

    def _remove(self) -> None:
        self.removal_wanted.emit(self.place)


class _Handle(IconButton):
    """Dragged up or down, or moved with the arrow keys."""

    def __init__(self, row: AnswerRow, owner: AnswerList) -> None:
        super().__init__("drag", "", size=22)
        self._row = row
        self._owner = owner
        self._held = 0
        self.setCursor(Qt.CursorShape.SizeVerCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move with the arrow keys."""
        way = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if way:
            self._owner.move_answer(self._row.place, self._row.place + way)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the answer."""
        self._held = self._row.place
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the answer along with the pointer; the rows stay, so it goes on in another one."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            to = self._owner.place_at(self.mapTo(self._owner, event.position().toPoint()))
            self._owner.move_answer(self._held, to)
            self._held = to


def _tags(text: str) -> tuple[str, ...]:
    """The tags of a field; each once, in the order written."""
    for separator in _SEPARATORS:
        text = text.replace(separator, ",")
    return tuple(dict.fromkeys(tag for part in text.split(",") if (tag := part.strip())))
