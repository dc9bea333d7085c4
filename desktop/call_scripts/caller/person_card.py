"""Whom one is speaking to: phone, what was bought, tags, notes and earlier calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts
from desktop.call_scripts.words import outcome_words
from desktop.members import words
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.status_tag import StatusTag

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from desktop.call_scripts.caller.questions import Person

_NOTES, _CALLS = 3, 3
_GROUP = 4  # digits of a phone that are read together


class PersonCard(Card):
    """The facts of a member beside the script.

    Signals:
        copied: the phone is in the clipboard.
    """

    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._number = ""
        self._name = ElidedLabel("", "dialog")
        self._about = Label("", "muted", wrap=True)
        self.phone = Button("", icon="copy")
        self.phone.setToolTip(self.tr("Copy the phone"))
        self.phone.clicked.connect(self._copy)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._tags = QWidget()
        self._flow = FlowLayout(self._tags, spacing=6, line_spacing=4)
        self._said = QVBoxLayout()
        self._said.setSpacing(6)
        self.add(self._name)
        self.add(self._about)
        line = QHBoxLayout()
        line.addWidget(self.phone)
        line.addStretch(1)
        self.add_layout(line)
        self.add_layout(self._grid)
        self.add(self._tags)
        self.add_layout(self._said)

    def show_person(self, person: Person) -> None:
        """Show somebody else."""
        row = person.detail.row
        self._name.setText(words.shown_name(row))
        about = (row.name if row.nick else "", words.place(row), words.platform(row.platform))
        self._about.setText(" · ".join(part for part in about if part))
        self._number = person.callee.phone
        self.phone.setText(grouped(self._number))
        self.phone.setAccessibleName(self.tr("Copy the phone {phone}").format(phone=self._number))
        self._show_facts(person)
        clear_layout(self._flow)
        for tag in row.tags:
            self._flow.addWidget(StatusTag(tag, "accent"))
        self._tags.setVisible(bool(row.tags))
        self._show_said(person)

    def _show_facts(self, person: Person) -> None:
        figures, row = person.figures, person.detail.row
        facts = (
            (self.tr("Spent"), amounts.money(figures.spent, person.currency)),
            (self.tr("Purchases"), amounts.number(figures.orders)),
            (self.tr("Last order"), _day(figures.last, person.zone)),
            (self.tr("Tier"), row.tier),
            (self.tr("Birthday"), row.birthday),
        )
        clear_layout(self._grid)
        for place, (name, value) in enumerate(fact for fact in facts if fact[1]):
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            column.addWidget(Label(name, "small"))
            column.addWidget(Label(value, "strong"))
            self._grid.addWidget(box, place // 2, place % 2)

    def _show_said(self, person: Person) -> None:
        clear_layout(self._said)
        for call in person.calls[:_CALLS]:
            when = amounts.day(call.started_at, person.zone)
            self._add(
                self.tr("Called {day}: {outcome}").format(day=when, outcome=outcome_words(call.outcome)), call.note
            )
        for note in person.notes[:_NOTES]:
            self._add(self.tr("Note of {day}").format(day=amounts.day(note.noted_at, person.zone)), note.text)

    def _add(self, head: str, text: str) -> None:
        self._said.addWidget(Label(head, "small"))
        if text:
            self._said.addWidget(Label(text, wrap=True))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._number)
        self.copied.emit()


def grouped(phone: str) -> str:
    """A phone as it is read out: 138 0000 1234."""
    if not phone.isdigit() or len(phone) <= _GROUP:
        return phone
    first = len(phone) % _GROUP or _GROUP
    return " ".join([phone[:first], *(phone[at : at + _GROUP] for at in range(first, len(phone), _GROUP))])


def _day(seconds: int | None, zone: ZoneInfo) -> str:
    return "—" if seconds is None else amounts.day(seconds, zone)
