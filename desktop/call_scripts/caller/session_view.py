"""Calling with a script: choose a list, call one person after another, see what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop import wording
from desktop.amounts import number
from desktop.call_scripts.caller import questions
from desktop.call_scripts.caller.calling_view import CallingView, OpenCall
from desktop.call_scripts.caller.choose_view import ChooseView
from desktop.call_scripts.caller.end_view import EndView
from desktop.call_scripts.caller.questions import People, Person, Refusal, Saved
from desktop.call_scripts.caller.session import Session
from local_db.call_scripts.codec import from_json
from local_db.call_scripts.model import Call, Outcome
from local_db.call_scripts.records import undo_call
from local_db.call_scripts.running import path_json, start
from local_db.changes import Topic
from local_db.errors import RegularsError

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.call_scripts.model import CallScript, RecordedCall
    from local_db.changes import Changes
    from local_db.documents.model import Document


@dataclass(frozen=True, slots=True)
class _Last:
    """The call that was saved last, as it can come back."""

    recorded: RecordedCall
    member_id: int
    call: OpenCall


class SessionView(QWidget):
    """The three views of calling, and what is recorded in between.

    Signals:
        closed(): back to the script.
    """

    closed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._people = People(context.shop, context.rosters)
        self._reading = context.background.latest()
        self._document: Document | None = None
        self._script: CallScript | None = None
        self.session = Session(())
        self._person: Person | None = None
        self._refusal: Refusal | None = None
        self._last: _Last | None = None
        self._saving = False
        self._pause_after_saving = False
        self.choose = ChooseView(context)
        self.calling = CallingView()
        self.end = EndView()
        self._stack = QStackedLayout(self)
        for view in (self.choose, self.calling, self.end):
            self._stack.addWidget(view)
        self._connect()

    def begin(self, document: Document) -> None:
        """Choose whom to call with a script; a list that was begun with it can be gone on with."""
        if self._document is None or self._document.id != document.id or self._document.content != document.content:
            self._forget()
        self._document = document
        faults: RegularsError | None = None
        try:
            self._script = start(from_json(document.content)).script
        except RegularsError as error:
            faults = error
        self.choose.begin(document.id, document.name, faults)
        self._show_choose()

    def reload(self, changes: Changes) -> None:
        """The shop has changed: count again, or look once more whether this person may be called."""
        current = self._stack.currentWidget()
        if current is self.choose:
            self.choose.refresh()
        elif current is self.calling and self._person is not None and Topic.MEMBERS in changes.topics:
            member_id = self._person.callee.member_id
            self._read(member_id, partial(self._known_again, member_id))

    def _connect(self) -> None:
        self.choose.closed.connect(self.closed)
        self.choose.begun.connect(self._start)
        self.choose.resumed.connect(self._resume)
        view = self.calling
        view.pane.changed.connect(self._moved)
        view.save.clicked.connect(self.save)
        view.skip.clicked.connect(self._skip)
        view.pause.clicked.connect(self.pause)
        view.undo.clicked.connect(self.undo_last)
        self.end.back.clicked.connect(self.closed)
        self.end.again.clicked.connect(self._show_choose)
        self.end.undo.clicked.connect(self.undo_last)

    # --- one person after another ---

    def _start(self, member_ids: tuple[int, ...]) -> None:
        self._forget()
        self.session = Session(member_ids)
        self._stack.setCurrentWidget(self.calling)
        self._next()

    def _forget(self) -> None:
        """What was paused is not gone on with."""
        self._reading.forget()
        self.session = Session(())
        self._person = None
        self._refusal = None
        self._last = None
        self.calling.undo.setEnabled(False)
        self.calling.show_nobody()

    def _next(self, call: OpenCall | None = None) -> None:
        """Look up the person whose turn it is; the call begins, or goes on where it was left."""
        self._person = None
        self._refusal = None
        self.calling.undo.setEnabled(self._last is not None)
        member_id = self.session.member_id
        if member_id is None:
            self.calling.show_nobody()
            self.end.show_session(self.session)
            self._stack.setCurrentWidget(self.end)
            self.end.back.setFocus()
            return
        self.calling.show_nobody()
        self._read(member_id, partial(self._known, member_id, call))

    def _read(self, member_id: int, done: partial[None]) -> None:
        work = partial(self._people.person, member_id, datetime.now(UTC))
        self._reading.run(work, done, self._failed, owner=self)

    def _known(self, member_id: int, call: OpenCall | None, person: Person | None) -> None:
        if self._script is None or self._document is None or member_id != self.session.member_id:
            return
        if person is None:
            self.session.leave_out()
            self._next()
            return
        self._person = person
        shown = call or OpenCall(start(self._script))
        self.calling.show_person(person, shown, self.session, self._document.name)

    def _known_again(self, member_id: int, person: Person | None) -> None:
        """The person in sight, after something has changed."""
        if self._person is None or member_id != self._person.callee.member_id:
            return
        if person is not None:
            self._person = person
            self.calling.show_known(person)
            self.calling.warning.hide()
        elif self._refusal is None and not self._saving:
            self.calling.warning.say(self.tr("This person has refused calls meanwhile. Do not call; skip them."), "bad")

    def _skip(self) -> None:
        if self._person is None or self._saving:
            return
        if self._refusal is not None:
            self.save()  # who refuses is never left for another time
        else:
            self.session.skip()
            self._next()

    # --- refusing is noted at once ---

    def _moved(self) -> None:
        self.calling.allow_saving()
        run = self.calling.pane.run
        if run is None or self._person is None:
            return
        refused = run.over and run.outcome is Outcome.REFUSED
        if refused and self._refusal is None:
            self._refusal = Refusal(self._context.shop, self._person.callee.member_id)
            note = partial(self._refusal.note, datetime.now(UTC))
            self._context.background.run(note, self._announce, self._failed, writes=True)
            self.calling.warning.say(
                self.tr("Noted: this person is not called again. Going back takes it back."), "info"
            )
        elif not refused:
            self._take_back_refusal()

    def _take_back_refusal(self) -> None:
        refusal, self._refusal = self._refusal, None
        if refusal is not None:
            self.calling.warning.hide()
            self._context.background.run(refusal.take_back, self._announce, self._failed, writes=True)

    def _announce(self, changes: Changes) -> None:
        self._context.changes.announce(changes)

    # --- saving, pausing, undoing ---

    def save(self) -> None:
        """Record the call that has ended, and go on to the next person."""
        call, person, document = self.calling.open_call(), self._person, self._document
        if call is None or person is None or document is None or call.run.outcome is None or self._saving:
            return
        started_at, ended_at = self.calling.pane.clock.times
        now = datetime.now(UTC)
        record = Call(
            member_id=person.callee.member_id,
            outcome=call.run.outcome,
            path=path_json(call.run),
            started_at=int(started_at),
            ended_at=int(ended_at if ended_at is not None else now.timestamp()),
            note=call.note,
            document_id=document.id,
        )
        self._saving = True
        self.calling.save.setEnabled(False)
        work = partial(questions.save, self._context.shop, record, call.run.tags, self._refusal, now)
        done = partial(self._saved, record.member_id, call)
        self._context.background.run(work, done, self._not_saved, writes=True, owner=self)

    def _saved(self, member_id: int, call: OpenCall, saved: Saved) -> None:
        self._saving = False
        if saved.recorded is None:
            self.session.leave_out()
            self._context.notices.show(self.tr("This person is not in the shop any more; nothing was saved."), "warn")
        elif call.run.outcome is not None:
            self.session.record(call.run.outcome)
            self._last = _Last(saved.recorded, member_id, call)
            self._say_not_given(saved.recorded)
        self._person = None
        self._context.changes.announce(saved.changes)
        if self._pause_after_saving:
            self._pause_after_saving = False
            self._refusal = None
            self._show_choose()
        else:
            self._next()

    def _say_not_given(self, recorded: RecordedCall) -> None:
        if recorded.not_given:
            text = self.tr("Given by a rule only, so not by this call: {tags}.")
            self._context.notices.show(text.format(tags=wording.listed(list(recorded.not_given))), "info")

    def _not_saved(self, error: BaseException) -> None:
        self._saving = self._pause_after_saving = False
        self.calling.allow_saving()
        self._failed(error)

    def pause(self) -> None:
        """Back to the choice: a call that has ended is saved, another one waits to be gone on with."""
        run = self.calling.pane.run
        if self._person is not None and run is not None and run.over:
            self._pause_after_saving = True
            self.save()
        else:
            self._show_choose()

    def _show_choose(self) -> None:
        self._stack.setCurrentWidget(self.choose)
        told = ""
        if self.session.member_id is not None:
            told = self.tr("Paused at {number} of {total}; {called} calls are recorded.").format(
                number=number(self.session.number),
                total=number(self.session.total),
                called=number(self.session.called),
            )
        self.choose.show_paused(told)
        self.choose.refresh()

    def _resume(self) -> None:
        """Go on with the list as it was; whoever refused meanwhile is passed over."""
        call = self.calling.open_call() if self._person is not None else None
        self._stack.setCurrentWidget(self.calling)
        self._next(call)

    def undo_last(self) -> None:
        """Take back the call that was saved last, and be with that person again."""
        last = self._last
        if last is not None and not self._saving:
            self._last = None
            work = partial(undo_call, self._context.shop, last.recorded)
            done = partial(self._undone, last)
            self._context.background.run(work, done, self._failed, writes=True, owner=self)

    def _undone(self, last: _Last, answer: tuple[bool, Changes]) -> None:
        undone, changes = answer
        if not undone:  # nothing has changed: whoever is in sight stays
            self.calling.undo.setEnabled(False)
            self._context.notices.show(self.tr("The call is not in the shop any more."), "warn")
            return
        self._person = None
        self._context.changes.announce(changes)
        self.session.undo(last.member_id)
        self._stack.setCurrentWidget(self.calling)
        call = last.call
        if call.run.outcome is Outcome.REFUSED:  # which would be noted again at once
            call = call._replace(run=call.run.back())
        self._next(call)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")
