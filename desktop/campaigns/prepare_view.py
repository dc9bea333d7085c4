"""Preparing on one page: who and what, who is taken out, the price, the texts, the file."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.amounts import number, price
from desktop.campaigns import planning, questions
from desktop.campaigns.choices import Choices
from desktop.campaigns.ends_card import EndsCard
from desktop.campaigns.obstacles import Obstacles
from desktop.campaigns.plan_lane import PlanLane
from desktop.campaigns.planning import EVERYBODY, Answer
from desktop.campaigns.questions import HandOffChoice, Order, Shelf
from desktop.campaigns.writing_view import WritingView
from desktop.shell.context import PageContext
from desktop.widgets.label import Label
from local_db.templates.model import Purpose, Template

if TYPE_CHECKING:
    from local_db.campaigns.plan import Plan

_PAUSE_MS = 150
_NO_TEXT = Template("", Purpose.MARKETING, "", "", "")  # stands in where only the people are counted


class PrepareView(WritingView):
    """Everything that leads to one hand-off file.

    Signals:
        closed(): back to the list.
        written(Written): an audience was frozen, and its file is there.
    """

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._shelf: Shelf | None = None
        self._plans = PlanLane(context.background, self._planned, self._failed, self)
        self.plan: Plan | None = None
        self._has_text = True
        self.header.words.set_title(self.tr("Prepare an audience"))
        self.header.words.set_sentence(self.tr("Nothing is sent from here: you get a file for your SMS provider."))
        self.result = Label("", "strong")
        self.header.words.add_action(self.result)
        self.write.setText(self.tr("Freeze and write file…"))
        self.obstacles = Obstacles()
        self.choices = Choices()
        self.ends = EndsCard()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._lay_out((self.obstacles, self.choices), self.tr("Who gets it"), self.ends)
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

    def _connect(self) -> None:
        self.choices.chosen.connect(self._choose)
        self.write.clicked.connect(self._ask_for_file)
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
        if shelf is None:
            self.plan = None
            self._show_plan()
            return
        self._has_text = template is not None
        segment = shelf.segment(self.choices.segment_id())
        tree = segment.tree if segment is not None else EVERYBODY
        context = self._context
        options = self.choices.options()
        now = datetime.now(UTC)
        asked = template or _NO_TEXT
        work = partial(planning.ask_plan, context.shop, context.rosters, tree, asked, options, now)
        self._plans.ask(work)

    def _planned(self, answer: Answer) -> None:
        self.plan = answer.plan
        self._show_plan()

    def _show_plan(self) -> None:
        shelf = self._shelf
        self._show_steps()
        plan = self.plan if self._has_text else None
        options = self.choices.options()
        if plan is not None:
            self.price_card.show_price(plan.parts, options.price, plan.cost, plan.currency)
        self.result.setText(self._result(plan))
        self.result.set_tone("")
        self.price_card.setVisible(bool(plan is not None and plan.messages))
        self.ends.show_plan(plan)
        self.obstacles.show_obstacles(plan, has_texts=bool(shelf is None or shelf.templates))
        ready = plan is not None and not plan.refusals and self._job is None
        self.write.setEnabled(ready)
        self.write.setToolTip("" if ready else self.obstacles.reason())

    def _show_steps(self) -> None:
        """Who gets it, with or without a text."""
        plan = self.plan
        if plan is None:
            self.waterfall.show_counting()
            return
        steps = [(step.code.value, step.removed) for step in plan.waterfall.steps]
        left = len(plan.waterfall.numbers)
        self.waterfall.show_steps(plan.matched, steps, left, self.choices.options().quiet_days)

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
            file = self._ask_where(name, self.plan.messages)
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
        shop, rosters = self._context.shop, self._context.rosters
        self._start_writing(order.name, partial(questions.freeze_and_write, shop, rosters, order, datetime.now(UTC)))

    def _allow_writing(self) -> None:
        self._show_plan()

    def _edit_text(self) -> None:
        self._context.navigate("templates", template_id=self.choices.template_id())

    def _new_text(self) -> None:
        self._context.navigate("templates", new=True)
