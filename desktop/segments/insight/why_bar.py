"""The line that asks why somebody is in a segment or not: paste a nick, phone or order number."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import wording
from desktop.segments.insight.insights import Why
from desktop.segments.sentence import Language, value_label
from desktop.widgets.button import Button, IconButton
from desktop.widgets.card import Card
from desktop.widgets.chip import Chip
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.flow_layout import FlowLayout
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.search_field import SearchField
from desktop.widgets.status_tag import StatusTag
from local_db.members.model import MemberRow
from local_db.phones import PhoneKind


class WhyBar(Card):
    """Hidden until it is wanted; Esc puts it away.

    Signals:
        asked(str): whom does this text name?
        member_chosen(int): this member of several is meant.
        member_wanted(int): the member's page should be shown.
        closed: nobody is asked about any more.
    """

    asked = Signal(str)
    member_chosen = Signal(int)
    member_wanted = Signal(int)
    closed = Signal()

    def __init__(self, language: Language, parent: QWidget | None = None) -> None:
        super().__init__(padding=10, parent=parent)
        self._language: Language = language
        self._member: int | None = None
        self.field = SearchField(self.tr("Paste a nick, phone or order number"))
        self.field.setMinimumWidth(230)
        self.field.query_changed.connect(self._ask)
        self.name = Button("", kind="ghost", icon="person")
        self.name.setToolTip(self.tr("Open the member"))
        self.name.clicked.connect(self._open)
        self.verdict = StatusTag("")
        self.note = ElidedLabel("", "muted")
        self.close_button = IconButton("close", self.tr("Ask about nobody (Esc)"))
        self.close_button.clicked.connect(self.put_away)
        line = QHBoxLayout()
        line.setSpacing(10)
        line.addWidget(Label(self.tr("Why?"), "strong"))
        line.addWidget(self.field)
        line.addWidget(self.name)
        line.addWidget(self.verdict)
        line.addWidget(self.note, 1)
        line.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.add_layout(line)
        self._choices = QWidget()
        self._flow = FlowLayout(self._choices, spacing=8, line_spacing=6)
        self.chips: list[Chip] = []
        self.add(self._choices)
        self.show_nobody("")
        self.hide()

    @property
    def member(self) -> int | None:
        """Who is asked about."""
        return self._member

    def tab_stops(self) -> list[QWidget]:
        """What takes the keyboard, from left to right."""
        return [self.field, self.name, *self.chips, self.close_button]

    def open_bar(self) -> None:
        """Show the line and go to the field."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def put_away(self) -> None:
        """Hide the line; the rows say nothing of anybody any more."""
        self.hide()
        self._member = None
        self.field.clear()
        self.show_nobody("")
        self.closed.emit()

    def show_hits(self, hits: Sequence[MemberRow]) -> None:
        """Say whom a text names: nobody, one, or several to choose from."""
        self.show_nobody(self.tr("Nobody of that name or number.") if not hits else "")
        if len(hits) == 1:
            self._choose(hits[0].id)
            return
        for hit in hits:
            chip = Chip(self._told(hit))
            chip.clicked.connect(partial(self._choose, hit.id))
            self._flow.addWidget(chip)
            self.chips.append(chip)
        self._choices.setVisible(bool(self.chips))
        if hits:
            self.note.setText(self.tr("{count} people: which one?").format(count=len(hits)))

    def show_nobody(self, note: str) -> None:
        """Show no member, and why there is none."""
        self._member = None
        clear_layout(self._flow)
        self.chips = []
        self._choices.hide()
        self.name.hide()
        self.verdict.hide()
        self.note.setText(note)

    def show_why(self, why: Why) -> None:
        """Show who is asked about, and what the whole segment says."""
        self._member = why.member.id
        self.name.setText(why.member.nick or why.member.name or self.tr("Without a name"))
        self.name.show()
        words = self.tr("✓ in the segment") if why.matches else self.tr("✗ not in the segment")
        self.verdict.set_state(words, "good" if why.matches else "bad")
        self.verdict.show()
        if why.exists:
            out = sum(not row.matches for row in why.rows.values())
            kept = self.tr("1 row does not match") if out == 1 else self.tr("{count} rows do not match")
            self.note.setText(kept.format(count=out) if out else self.tr("every row matches"))
        else:
            self.note.setText(self.tr("The shop did not know this member on that day."))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Put the line away on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _told(self, hit: MemberRow) -> str:
        platform = value_label("platform", hit.platform, self._language)
        phone = hit.phone if hit.phone_kind in {PhoneKind.REAL, PhoneKind.LANDLINE} else ""
        return wording.listed([part for part in (hit.nick or hit.name, platform, phone) if part])

    def _ask(self, text: str) -> None:
        if text:
            self.asked.emit(text)
        else:
            self.show_nobody("")
            self.closed.emit()

    def _choose(self, member_id: int, *_: object) -> None:
        self._member = member_id
        self._choices.hide()
        self.member_chosen.emit(member_id)

    def _open(self) -> None:
        if self._member is not None:
            self.member_wanted.emit(self._member)
