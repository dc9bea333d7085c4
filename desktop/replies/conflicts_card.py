"""What two PCs have written differently: both sides' words side by side, settled by a choice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.replies import words
from desktop.replies.lexicon import readable
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.label import Label
from desktop.widgets.status_tag import StatusTag
from local_db.replies.codec import group_fields, reply_fields
from local_db.replies.model import Conflict, Group, Reply, Scope


class ConflictsCard(Card):
    """One part per field that differs; hidden while there is none.

    Signals:
        settled(str, object): the field, and the Conflict whose words were chosen; None: what stands here stays.
    """

    settled = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Written differently on another PC"))
        self.add_after_title(StatusTag(self.tr("choose"), "warn"))
        self.add(Label(self.tr("Nothing is lost: choose which words stay."), "small", wrap=True))
        self._column = QVBoxLayout()
        self._column.setSpacing(12)
        self.add_layout(self._column)
        self.choices: dict[str, list[Button]] = {}
        self.hide()

    def show_conflicts(
        self, item: Reply | Group | None, conflicts: Sequence[Conflict], groups: Mapping[str, str]
    ) -> None:
        """Show those of a reply or a group; `groups` are the names of groups."""
        clear_layout(self._column)
        self.choices = {}
        if item is not None:
            for field in dict.fromkeys(one.field for one in conflicts):
                others = [one for one in conflicts if one.field == field]
                self._column.addLayout(self._part(item, field, others, groups))
        self.setVisible(bool(self.choices))

    def _part(
        self, item: Reply | Group, field: str, others: Sequence[Conflict], groups: Mapping[str, str]
    ) -> QVBoxLayout:
        part = QVBoxLayout()
        part.setSpacing(4)
        part.addWidget(Label(words.field(field), "strong"))
        self.choices[field] = []
        part.addLayout(self._line(field, said(field, current(item, field), groups), None, self.tr("Here")))
        for other in others:
            part.addLayout(self._line(field, said(field, other.value, groups), other, self.tr("There")))
        return part

    def _line(self, field: str, text: str, choice: Conflict | None, side: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        tag = StatusTag(side, "neutral" if choice is None else "blue")
        keep = Button(self.tr("Keep this"), dense=True)
        keep.setAccessibleDescription(f"{side}: {text}")
        keep.clicked.connect(partial(self.settled.emit, field, choice))
        self.choices[field].append(keep)
        line.addWidget(tag)
        line.addWidget(Label(text or self.tr("(nothing)"), wrap=True), 1)
        line.addWidget(keep)
        return line


def current(item: Reply | Group, field: str) -> object:
    """What a field of an item says, as JSON has it; `wordings:UID` is the text of that wording."""
    name, _, uid = field.partition(":")
    if isinstance(item, Group):
        return group_fields(item).get(name)
    if name == "wordings" and uid:
        return next((one.text for one in item.wordings if one.uid == uid), "")
    return reply_fields(item).get(name)


def said(field: str, value: object, groups: Mapping[str, str]) -> str:
    """A field's value in words."""
    name = field.partition(":")[0]
    match name, value:
        case "group", str():
            return groups.get(value, "")
        case "scope", str():
            return words.scope(Scope(value))
        case "language", str():
            return words.language(value)
        case "platforms", list():
            return ", ".join(words.platform(str(code)) for code in value)
        case _, list():
            return ", ".join(_one(part) for part in value)
        case _, bool():
            return "✓" if value else "✗"
        case _:
            return readable(str(value or ""))


def _one(part: object) -> str:
    """A tag, or the text or the name of something with fields of its own."""
    if isinstance(part, dict):
        return str(part.get("text") or part.get("name") or "")
    return str(part)
