"""Preparing on one page: who and what, who is taken out, the price, the texts, the file."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import wording
from desktop.amounts import number, price
from desktop.campaigns import planning, questions
from desktop.campaigns.choices import Choices
from desktop.campaigns.ends_card import EndsCard
from desktop.campaigns.hand_off_dialog import HandOffDialog
from desktop.campaigns.obstacles import Obstacles
from desktop.campaigns.plan_lane import PlanLane
from desktop.campaigns.planning import EVERYBODY, Answer
from desktop.campaigns.price_card import PriceCard
from desktop.campaigns.questions import HandOffChoice, Order, Shelf, Written
from desktop.campaigns.view_header import ViewHeader
from desktop.campaigns.waterfall import WaterfallList
from desktop.shell.context import PageContext
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.label import Label
from desktop.widgets.page_column import PageColumn
from desktop.widgets.progress_panel import ProgressPanel
from desktop.widgets.scroll_area import ScrollArea
from local_db.errors import RegularsError

if TYPE_CHECKING:
    from desktop.shell.background import Job
    from local_db.campaigns.plan import Plan

_PAUSE_MS = 150


class PrepareView(QWidget):
    """Everything that leads to one hand-off file.

    Signals:
        closed(): back to the list.
        written(Written): an audience was frozen, and its file is there.
    """

    closed = Signal()
    written = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shelf: Shelf | None = None
        self._plans = PlanLane(context.background, self._planned, self._failed, self)
        self._job: Job | None = None
        self.plan: Plan | None = None
        self.header = ViewHeader(
            self.tr("Prepare an audience"),
            self.tr("Nothing is sent from here: you get a file for your SMS provider."),
        )
        self.result = Label("", "strong")
        self.header.words.add_action(self.result)
        self.write = Button(self.tr("Freeze and write file…"), kind="primary")
        self.header.words.add_action(self.write)
        self.progress = ProgressPanel()
        self.progress.hide()
        self.obstacles = Obstacles()
        self.choices = Choices()
        self.waterfall = WaterfallList()
        self.price_card = PriceCard()
        self.ends = EndsCard()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out()
        self._connect()
        self._show_plan()

    @property
    def is_counting(self) -> bool:
        """Whether a choice has changed and is about to be counted."""
        return self._pause.isActive()

    def begin(self, shelf: Shelf, segment_id: int | None = None, template_id: int | None = None) -> None:
        """Start another audience."""
        self._shelf = shelf
        self.plan = None
        self.choices.start(shelf, segment_id, template_id)
        self._show_plan()
        self._ask()
        self.choices.segment.setFocus()

    def take(self, shelf: Shelf) -> None:
        """The shop has changed: count again with the same choices."""
        if self._shelf is None:
            return
        self._shelf = shelf
        self.choices.offer(shelf)
        self._ask()

    def _lay_out(self) -> None:
        column = PageColumn(self)
        column.addWidget(self.header)
        column.addWidget(self.progress)
        left = QWidget()
        cards = QVBoxLayout(left)
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(16)
        cards.addWidget(self.obstacles)
        cards.addWidget(self.choices)
        steps = Card(self.tr("Who gets it"))
        steps.add(self.waterfall)
        cards.addWidget(steps)
        cards.addWidget(self.price_card)
        cards.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(ScrollArea(left), 1)
        row.addWidget(self.ends)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.header.back.clicked.connect(self.closed)
        self.choices.chosen.connect(self._choose)
        self.write.clicked.connect(self._ask_for_file)
        self.progress.cancelled.connect(self._cancel)
        self.obstacles.edit_text.connect(self._edit_text)
        self.obstacles.new_text.connect(self._new_text)
        self._pause.timeout.connect(self._ask)

    def _choose(self) -> None:
        self._plans.forget()
        self.write.setEnabled(False)
        self.result.set_tone("muted")  # of the choices before; the new ones are being counted
        self._pause.start()

    def _ask(self) -> None:
        self._pause.stop()
        shelf = self._shelf
        template = shelf.template(self.choices.template_id()) if shelf is not None else None
        if shelf is None or template is None:
            self.plan = None
            self._show_plan()
            return
        segment = shelf.segment(self.choices.segment_id())
        tree = segment.tree if segment is not None else EVERYBODY
        context = self._context
        options = self.choices.options()
        now = datetime.now(UTC)
        work = partial(planning.ask_plan, context.shop, context.rosters, tree, template, options, now)
        self._plans.ask(work)

    def _planned(self, answer: Answer) -> None:
        self.plan = answer.plan
        self._show_plan()

    def _show_plan(self) -> None:
        plan, shelf = self.plan, self._shelf
        options = self.choices.options()
        if plan is None:
            self.waterfall.show_counting()
        else:
            steps = [(step.code.value, step.removed) for step in plan.waterfall.steps]
            self.waterfall.show_steps(plan.matched, steps, plan.messages, options.quiet_days)
            self.price_card.show_price(plan.parts, options.price, plan.cost, plan.currency)
        self.result.setText(self._result(plan))
        self.result.set_tone("")
        self.price_card.setVisible(bool(plan is not None and plan.messages))
        self.ends.show_plan(plan)
        self.obstacles.show_obstacles(plan, has_texts=bool(shelf is None or shelf.templates))
        ready = plan is not None and not plan.refusals and self._job is None
        self.write.setEnabled(ready)
        self.write.setToolTip("" if ready else self.obstacles.reason())

    def _result(self, plan: Plan | None) -> str:
        if plan is None or not plan.messages:
            return ""
        return self.tr("{messages} messages · {cost}").format(
            messages=number(plan.messages), cost=price(plan.cost, plan.currency)
        )

    def _ask_for_file(self) -> None:
        name = self.choices.name.text().strip()
        if not name:
            self.choices.name_row.set_error(self.tr("Give the audience a name."))
            self.choices.name.setFocus()
            return
        if self.plan is not None:
            file = HandOffDialog.ask(name, self.plan.messages, self.window())
            if file is not None:
                self.freeze(file)

    def freeze(self, file: HandOffChoice) -> None:
        """Freeze the audience as it is chosen now, and write its file."""
        shelf = self._shelf
        template = shelf.template(self.choices.template_id()) if shelf is not None else None
        if shelf is None or template is None:
            return
        segment = shelf.segment(self.choices.segment_id())
        order = Order(
            tree=segment.tree if segment is not None else EVERYBODY,
            segment_id=self.choices.segment_id(),
            template=template,
            options=self.choices.options(),
            name=self.choices.name.text().strip(),
            file=file,
            headers=wording.hand_off_headers(),
        )
        self.write.setEnabled(False)
        self.progress.begin(self.tr("Writing “{name}”").format(name=order.name))
        shop, rosters = self._context.shop, self._context.rosters
        self._job = self._context.background.run_job(
            partial(questions.freeze_and_write, shop, rosters, order, datetime.now(UTC)),
            self._done,
            self._not_written,
            cancelled=self._stopped,
        )

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _done(self, written: Written) -> None:
        self._stopped()
        self.written.emit(written)

    def _not_written(self, error: BaseException) -> None:
        self._stopped()
        self._failed(error)

    def _stopped(self) -> None:
        self._job = None
        self.progress.hide()
        self._show_plan()

    def _edit_text(self) -> None:
        self._context.navigate("templates", template_id=self.choices.template_id())

    def _new_text(self) -> None:
        self._context.navigate("templates")

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")
