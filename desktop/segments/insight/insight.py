"""Brings the panels beside the builder together: what each asks, and what a person wants from it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.segments.counting import Answer, Counting
from desktop.segments.insight.as_of_bar import AsOfBar
from desktop.segments.insight.differences_panel import DifferencesPanel
from desktop.segments.insight.insights import Insights, Why
from desktop.segments.insight.own_words import Told, own_words
from desktop.segments.insight.size_chart import SizeChart
from desktop.segments.insight.why_bar import WhyBar
from desktop.segments.sentence import NO_NAMES, Language
from desktop.widgets.menu import Menu
from local_db.errors import RegularsError
from local_db.segments import actions
from local_db.segments.tree import to_text

if TYPE_CHECKING:
    from desktop.segments.insight.overlap_dialog import Named
    from desktop.shell.background import Job
    from desktop.shell.context import PageContext
    from local_db.members.model import MemberRow
    from local_db.segments.differences import Differences
    from local_db.segments.model import SavedSegment
    from local_db.segments.size_history import SizePoint
    from local_db.segments.tree import Node

PAUSE_MS = 250  # after the last change: then what takes longer is asked


class Insight(QObject):
    """One builder's panels. It is told every answer, and says what should happen.

    Signals:
        day_wanted(object, bool): the tree should be asked on a day (None: today); True while it is only passed over.
        verdicts_changed(object): the words of each row about one member, by the row's JSON pointer; {} for none.
        condition_wanted(object): a Node should become a condition of the segment.
        segment_wanted(str, object): a new segment with this name and Node should be begun.
        member_wanted(int): a member's page should be shown.
        failed(str): something could not be worked out; why.
    """

    day_wanted = Signal(object, bool)
    verdicts_changed = Signal(object)
    condition_wanted = Signal(object)
    segment_wanted = Signal(str, object)
    member_wanted = Signal(int)
    failed = Signal(str)

    def __init__(self, context: PageContext, counting: Counting, language: Language, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._host = host
        self._language: Language = language
        self.insights = Insights(context.shop, counting)
        self._answer: Answer | None = None
        self._name = ""
        self.names = NO_NAMES  # of the segments and campaigns that conditions ask for
        self.as_of = AsOfBar()
        self.why = WhyBar(language)
        self.chart = SizeChart()
        self.differences = DifferencesPanel(language)
        self._asking_why = context.background.latest()
        self._asking_who = context.background.latest()
        self._asking_slow = context.background.latest()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask_slow)
        self._connect()

    def _connect(self) -> None:
        self.as_of.day_moved.connect(self._pass_day)
        self.as_of.day_chosen.connect(self._take_day)
        self.as_of.closed.connect(partial(self._take_day, None))
        self.chart.day_chosen.connect(self._take_day)
        self.why.asked.connect(self._ask_who)
        self.why.member_chosen.connect(self._ask_why)
        self.why.member_wanted.connect(self.member_wanted)
        self.why.closed.connect(self._say_nothing)
        self.differences.condition_wanted.connect(self.condition_wanted)
        self.differences.copy_wanted.connect(self._copy)

    # --- told by the builder ---

    def begin(self, name: str, day: date | None) -> None:
        """Another segment is opened."""
        self._name = name
        self._answer = None
        self.as_of.setVisible(day is not None)
        self.as_of.set_day(day)
        self.why.put_away()
        self.chart.set_points(())
        self.chart.set_asked(day)

    def set_name(self, name: str) -> None:
        """The segment is called otherwise."""
        self._name = name

    def set_day(self, day: date | None) -> None:
        """Another day is asked about."""
        self.as_of.set_day(day)
        self.chart.set_asked(day)

    def set_answer(self, answer: Answer, today: date) -> None:
        """The tree was counted."""
        self.as_of.set_days(answer.first_day, today)
        if not answer.question.quick:
            self.as_of.set_day(answer.question.as_of)
        before, self._answer = self._answer, answer
        if self.why.member is not None and not answer.question.quick:
            self._ask_why(self.why.member)
        if before is None or before.question.node != answer.question.node:
            self.chart.set_stale()
        if not answer.question.quick:
            self._pause.start()

    # --- asking ---

    def hold(self) -> None:
        """Another count is asked: what takes longer makes room for it."""
        self._pause.stop()
        self._asking_slow.forget()

    def _ask_slow(self) -> None:
        """What makes the people different, then the sizes over time: one by one, so that a reader stays free."""
        answer = self._answer
        if answer is not None:
            work = partial(self._differ, answer.question.node, answer.question.as_of)
            self._asking_slow.run_job(work, self._show_differences, self._not_asked)

    def _differ(self, node: Node, as_of: date | None, job: Job) -> Differences:
        return self.insights.differences(node, as_of, job.check)

    def _show_differences(self, found: Differences) -> None:
        answer = self._answer
        if answer is not None:
            self.differences.set_differences(found, answer.currency)
            self._asking_slow.run_job(partial(self._sizes, answer.question.node), self._show_sizes, self._not_asked)

    def _sizes(self, node: Node, job: Job) -> tuple[SizePoint, ...]:
        return self.insights.history(node, job.check)

    def _show_sizes(self, points: tuple[SizePoint, ...]) -> None:
        self.chart.set_points(points)

    def _ask_who(self, text: str) -> None:
        self._asking_who.run(partial(self.insights.who, text), self._show_hits, self._not_asked)

    def _show_hits(self, hits: tuple[MemberRow, ...]) -> None:
        self.verdicts_changed.emit({})
        self.why.show_hits(hits)

    def _ask_why(self, member_id: int) -> None:
        answer = self._answer
        if answer is not None:
            work = partial(self.insights.why, answer.question.node, answer.question.as_of, member_id)
            self._asking_why.run(work, self._show_why, self._not_asked)

    def _show_why(self, why: Why | None) -> None:
        if why is None:
            self.why.show_nobody(self.tr("This member is not in the shop any more."))
            self.verdicts_changed.emit({})
            return
        self.why.show_why(why)
        told = Told(self._language, why.currency, why.zone)
        said = {path: (matches, "") for path, matches in why.nodes.items()}
        said |= {path: (row.matches, own_words(row.leaf, row.value, told)) for path, row in why.rows.items()}
        self.verdicts_changed.emit(said)

    def _say_nothing(self) -> None:
        self._asking_why.forget()
        self._asking_who.forget()
        self.verdicts_changed.emit({})

    def _not_asked(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self.failed.emit(wording.error(error))

    def _pass_day(self, day: date | None) -> None:
        self.day_wanted.emit(day, True)  # noqa: FBT003 - a signal has no keywords

    def _take_day(self, day: date | None) -> None:
        self.day_wanted.emit(day, False)  # noqa: FBT003 - a signal has no keywords

    def _copy(self, node: Node) -> None:
        QGuiApplication.clipboard().setText(to_text(node))
        self._context.notices.show(self.tr("Copied; paste it into any segment with Ctrl+V."), "good")

    # --- dialogs ---

    def open_menu(self, anchor: QWidget) -> None:
        """Offer what opens in a window of its own."""
        menu = Menu(self._host)
        menu.addAction(self.tr("Overlap with other segments"), self.open_overlap)
        menu.addAction(self.tr("Between two days: who came, who left"), self.open_change)
        menu.addAction(self.tr("RFM grid"), self.open_rfm)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.open_below(anchor)

    def open_overlap(self) -> None:
        """Compare with saved segments, which are read first."""
        self._context.background.run(
            partial(actions.list_segments, self._context.shop), self._open_overlap, self._not_asked
        )

    def _open_overlap(self, saved: Sequence[SavedSegment]) -> None:
        from desktop.segments.insight.overlap_dialog import Named, OverlapDialog

        answer = self._answer
        if answer is None:
            return
        this = Named(self._name or self.tr("This segment"), answer.question.node)
        others: list[Named] = [Named(one.name, one.tree) for one in saved if one.name != self._name]
        dialog = OverlapDialog(self._context, self.insights, [this, *others], self._host)
        dialog.segment_wanted.connect(self.segment_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_change(self) -> None:
        """Compare two days."""
        from desktop.segments.insight.change_dialog import Between, ChangeDialog

        answer = self._answer
        if answer is None:
            return
        today = datetime.now(UTC).astimezone(answer.zone).date()
        between = Between(
            node=answer.question.node,
            today=today,
            first_day=answer.first_day,
            since=answer.question.as_of,
            language=self._language,
            currency=answer.currency,
            names=self.names,
        )
        dialog = ChangeDialog(self._context, self.insights, between, self._host)
        dialog.member_wanted.connect(self.member_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_rfm(self) -> None:
        """Brush people by recency and frequency."""
        from desktop.segments.insight.rfm_dialog import RfmDialog

        dialog = RfmDialog(self._context, self.insights, in_segment=True, parent=self._host)
        dialog.segment_wanted.connect(self.segment_wanted)
        dialog.condition_wanted.connect(self.condition_wanted)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
