"""The caller's card: one person at a time, what to say, what they answer, what is known of them, and a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.amounts import number
from desktop.call_scripts.caller.keys import is_question
from desktop.call_scripts.caller.objections_card import ObjectionsCard
from desktop.call_scripts.caller.person_card import PersonCard
from desktop.call_scripts.caller.run_pane import RunPane
from desktop.members.timeline import OrdersCard
from desktop.members.words import shown_name
from desktop.widgets.button import Button, IconButton
from desktop.widgets.card import Card
from desktop.widgets.card_column import CardColumn
from desktop.widgets.count_bar import CountBar
from desktop.widgets.fields import TextArea
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.page_column import SPACING, PageColumn
from desktop.widgets.page_header import PageHeader
from local_db.members.notes import NOTE_LENGTH

if TYPE_CHECKING:
    from desktop.call_scripts.caller.clock import CallTimes
    from desktop.call_scripts.caller.questions import Person
    from desktop.call_scripts.caller.session import Session
    from local_db.call_scripts.running import Run

_SIDE = 320


class OpenCall(NamedTuple):
    """A call that is not saved: how far it is, and what was noted."""

    run: Run
    note: str = ""
    times: CallTimes | None = None


class _Note(TextArea):
    """Esc gives the keys back to the card."""

    def __init__(self, home: QWidget, placeholder: str, name: str) -> None:
        super().__init__("", placeholder, name=name, lines=2)
        self._home = home

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave on Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self._home.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        super().keyPressEvent(event)


class CallingView(QWidget):
    """It only shows; the session around it decides and records. Buttons are its signals."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pause = IconButton("chevron-left", self.tr("Pause: what was recorded stays"), kind="quiet", size=34)
        self.header = PageHeader("")
        self.undo = Button(self.tr("Undo the last call"), icon="undo")
        self.undo.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
        self.skip = Button(self.tr("Skip"))
        self.skip.setToolTip(self.tr("Not now: the person is on the next list again"))
        self.header.add_action(self.undo)
        self.header.add_action(self.skip)
        self.bar = CountBar(height=4)
        self.warning = InlineNotice()
        self.warning.hide()
        self.pane = RunPane()
        self.note = _Note(self.pane, self.tr("Note on this call"), self.tr("Note"))
        self.save = Button(self.tr("Save and next"), kind="primary", icon="check")
        self.save.setShortcut(QKeySequence("Ctrl+Return"))
        self.save.setToolTip(self.tr("Ctrl+Enter"))
        self.person = PersonCard()
        self.objections = ObjectionsCard()
        self.orders = OrdersCard()
        self._lay_out()
        self.objections.left.connect(self.pane.setFocus)
        self.person.copied.connect(self._dialled)
        self.setFocusProxy(self.pane)
        self.show_nobody()

    def show_person(self, person: Person, call: OpenCall, session: Session, script: str) -> None:
        """Show the next person, at the beginning of the call or where it was left."""
        run = call.run
        self._show_facts(person)
        self.header.set_title(shown_name(person.detail.row))
        self.header.set_sentence(
            self.tr("{number} of {total} · {script}").format(
                number=number(session.number), total=number(session.total), script=script
            )
        )
        self.bar.set_fraction(session.done / session.total)
        self.warning.hide()
        self.note.setPlainText(call.note)
        self.objections.show_objections(run.script.objections, person.facts)
        self.pane.clock.begin(call.times)
        self.pane.show_run(run, person.facts)
        self.skip.setEnabled(True)
        self.pause.setEnabled(True)
        self.allow_saving()
        self.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_call(self) -> OpenCall | None:
        """The call as it is now; None while nobody is in sight."""
        run = self.pane.run
        return None if run is None else OpenCall(run, self.note.toPlainText(), self.pane.clock.times)

    def show_known(self, person: Person) -> None:
        """What is known of the person has changed during the call."""
        self._show_facts(person)

    def show_nobody(self) -> None:
        """The next person is being looked up."""
        self.pane.show_nothing()
        self.save.setEnabled(False)
        self.skip.setEnabled(False)

    def allow_saving(self) -> None:
        """A call can be saved once it has ended."""
        run = self.pane.run
        self.save.setEnabled(run is not None and run.over)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys of the call wherever the focus is, unless something is written there."""
        if is_question(event) and self.pane.run is not None:
            self.objections.ask()
        elif not self.pane.take_key(event):
            super().keyPressEvent(event)

    def _show_facts(self, person: Person) -> None:
        self.person.show_person(person)
        self.orders.show_orders(person.detail.orders, person.detail.order_count, person.zone)

    def _dialled(self) -> None:
        """The number was taken to be dialled: the call begins now, unless it has begun."""
        if self.pane.run is not None and not self.pane.run.taken:
            self.pane.clock.begin()

    def _lay_out(self) -> None:
        self.note.setMaximumHeight(self.note.sizeHint().height())
        self.note.textChanged.connect(self._cut_note)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.pause, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.header, 1)
        below = Card(padding=12)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addWidget(self.note, 1)
        line.addWidget(self.save, 0, Qt.AlignmentFlag.AlignBottom)
        below.add_layout(line)
        left = QVBoxLayout()
        left.setSpacing(SPACING)
        left.addWidget(self.warning)
        left.addWidget(self.pane, 1)
        left.addWidget(below)
        side = CardColumn(self.person, self.objections, self.orders, spacing=12)
        side.setFixedWidth(_SIDE)
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addLayout(left, 1)
        row.addWidget(side)
        column = PageColumn(self)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addLayout(row, 1)

    def _cut_note(self) -> None:
        text = self.note.toPlainText()
        if len(text) > NOTE_LENGTH:
            self.note.setPlainText(text[:NOTE_LENGTH])
