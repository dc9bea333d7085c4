"""Before the first call: whom to call with a script, and who is left out and why."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import wording
from desktop.amounts import number
from desktop.call_scripts.caller import questions
from desktop.call_scripts.caller.call_waterfall import CallWaterfall
from desktop.call_scripts.caller.list_choices import ListChoices
from desktop.widgets.button import Button, IconButton
from desktop.widgets.card import Card
from desktop.widgets.card_column import CardColumn
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.page_column import SPACING, PageColumn
from desktop.widgets.page_header import PageHeader
from local_db.call_scripts.calling import callee
from local_db.errors import PrepareError, RegularsError

if TYPE_CHECKING:
    from desktop.call_scripts.caller.questions import Shelf
    from desktop.shell.context import PageContext
    from local_db.call_scripts.calling import CallingList
    from local_db.call_scripts.calling_store import Callee
    from local_db.members.model import MemberRow

_PAUSE_MS = 150


class ChooseView(QWidget):
    """A form, the waterfall, and the button that begins.

    Signals:
        closed: back to where one came from.
        begun(tuple): call these members, in this order.
        resumed: go on where it was paused.
    """

    closed = Signal()
    begun = Signal(tuple)
    resumed = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shelf: Shelf | None = None
        self._document_id = 0
        self._faulty = False
        self._list: tuple[int, ...] | None = None
        self._latest = context.background.latest()
        self._shelves = context.background.latest()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.back = IconButton("chevron-left", self.tr("Back to the script"), kind="quiet", size=34)
        self.header = PageHeader("", self.tr("Whoever must not be called is not on the list, whatever is chosen."))
        self.start = Button("", kind="primary", icon="phone")
        self.header.add_action(self.start)
        self.notice = InlineNotice()
        self.notice.hide()
        self.paused = InlineNotice()
        self.paused.hide()
        self.choices = ListChoices(one_person=True)
        self.waterfall = CallWaterfall()
        self.steps = Card(self.tr("Who is called"))
        self.steps.add(self.waterfall)
        self.one = InlineNotice()
        self.one.hide()
        self._lay_out()
        self.back.clicked.connect(self.closed)
        self.start.clicked.connect(self._start)
        self.paused.action_triggered.connect(self.resumed)
        self.choices.chosen.connect(self._choose)
        self.choices.asked.connect(self._find)

    def begin(self, document_id: int, name: str, faults: RegularsError | None) -> None:
        """Choose for a script; with `faults` nobody can be called with it yet."""
        self._document_id = document_id
        self._faulty = faults is not None
        self.header.set_title(self.tr("Call with “{name}”").format(name=name))
        if faults is None:
            self.notice.hide()
        else:
            self.notice.say(wording.error(faults), "bad")
        self.refresh()
        self.choices.segment.setFocus()

    def show_paused(self, told: str) -> None:
        """Offer to go on where it was paused; nothing with an empty text."""
        if told:
            self.paused.say(told, "info", self.tr("Go on"))
        else:
            self.paused.hide()

    def refresh(self) -> None:
        """Read again what lists are made from, and count; the list of before is not called any more."""
        self._list = None
        self._allow()
        self._shelves.run(partial(questions.shelf, self._context.shop), self._known, self._failed)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.back)
        head.addWidget(self.header, 1)
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(CardColumn(self.choices), 1)
        row.addWidget(CardColumn(self.one, self.steps), 1)
        column = PageColumn(self)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self.paused)
        column.addLayout(row, 1)

    def _known(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.choices.offer(shelf)
        self._ask()

    def _choose(self) -> None:
        self._latest.forget()
        self._list = None
        self._allow()
        self._pause.start()

    def _find(self, text: str) -> None:
        self._latest.run(partial(questions.who, self._context.shop, text), self._found, self._failed)

    def _found(self, hits: tuple[MemberRow, ...]) -> None:
        self.choices.show_hits(hits)

    def _ask(self) -> None:
        self._pause.stop()
        shelf = self._shelf
        if shelf is None:
            return
        context, one = self._context, self.choices.is_one
        self.steps.setVisible(not one)
        self.one.hide()
        if one:
            member = self.choices.member
            if member is None:
                self._take(())
            else:
                self._latest.run(partial(callee, context.shop, member.id), self._one_known, self._failed)
            return
        if self._list is None:
            self.waterfall.show_counting()
        options = self.choices.options(self._document_id)
        tree = shelf.tree(self.choices.segment_id)
        work = partial(questions.calling_list, context.shop, context.rosters, tree, options, datetime.now(UTC))
        self._latest.run(work, self._counted, self._failed)

    def _counted(self, found: CallingList) -> None:
        options = self.choices.options(self._document_id)
        self.waterfall.show_list(
            found.waterfall,
            found.called,
            len(found.member_ids),
            quiet_days=options.prepare.quiet_days,
            again_after=options.again_after,
        )
        if not found.member_ids:
            code = "nobody_left" if found.waterfall.matched else "nobody_matches"
            self.one.say(wording.error(PrepareError(code, matched=found.waterfall.matched)), "info")
        self._take(found.member_ids)

    def _one_known(self, found: Callee | None) -> None:
        if found is None:
            self.one.say(self.tr("This person has no phone that can be called, or does not want calls."), "warn")
            self._take(())
        else:
            self.one.say(self.tr("This person can be called."), "good")
            self._take((found.member_id,))

    def _take(self, member_ids: tuple[int, ...]) -> None:
        self._list = member_ids
        self._allow()

    def _allow(self) -> None:
        count = len(self._list or ())
        self.start.setText(
            self.tr("Start: {count} people").format(count=number(count)) if count > 1 else self.tr("Start")
        )
        self.start.setEnabled(bool(count) and not self._faulty)

    def _start(self) -> None:
        if self._list:
            self.begun.emit(self._list)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")
