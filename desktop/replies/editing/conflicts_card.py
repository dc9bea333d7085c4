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
from local_db.replies.codec import group_fields, reply_fields, value_of
from local_db.replies.model import Conflict, Group, Reply, Scope, Settlement


class ConflictsCard(Card):
    """One part per field that differs; hidden while there is none.

    Signals:
        settled(Settlement): words were chosen.
    """

    settled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Written differently on two PCs"))
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
            order = list(_fields(item))
            for field in sorted({one.field for one in conflicts}, key=lambda one: (order.index(_name(one)), one)):
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
        here = value_of(_fields(item), field)
        values = (here, *(other.value for other in others))
        for place, value in enumerate(values):
            side = self.tr("Other words") if place else self.tr("Used now")
            part.addLayout(self._line(Settlement(field, value, values), said(field, value, groups), side))
        return part

    def _line(self, settlement: Settlement, text: str, side: str) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        tag = StatusTag(side, "neutral" if not self.choices[settlement.field] else "blue")
        keep = Button(self.tr("Keep this"), dense=True)
        keep.setAccessibleDescription(f"{side}: {text}")
        keep.clicked.connect(partial(self.settled.emit, settlement))
        self.choices[settlement.field].append(keep)
        line.addWidget(tag)
        line.addWidget(Label(text or self.tr("(nothing)"), wrap=True), 1)
        line.addWidget(keep)
        return line


def said(field: str, value: object, groups: Mapping[str, str]) -> str:
    """A field's value in words."""
    match _name(field), value:
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


def _fields(item: Reply | Group) -> dict[str, object]:
    """The fields as JSON has them, the words first."""
    return group_fields(item) if isinstance(item, Group) else reply_fields(item)


def _name(field: str) -> str:
    return field.partition(":")[0]


def _one(part: object) -> str:
    """A tag, or the text or the name of something with fields of its own."""
    if isinstance(part, dict):
        return str(part.get("text") or part.get("name") or "")
    return str(part)
