"""What the tree comes to: how many, how many of them can get an SMS, and who they are."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import amounts, wording
from desktop.segments.builder.columns import minus
from desktop.segments.counting import SHOWN_MEMBERS, Answer
from desktop.segments.member_table import LAST, NICK, ORDERS, SPENT, WIDTHS, MemberTable
from desktop.widgets.card import Card
from desktop.widgets.data_table import ROW_HEIGHT, DataTable
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.ledger_list import LedgerList, LedgerRow
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.status_tag import StatusTag

_WIDE_ENOUGH = 336  # for four columns
_LEAST_MEMBERS = 32 + 4 * ROW_HEIGHT  # the header and four rows


class NumberCard(Card):
    """The big number, and how long it took to count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.body.setSpacing(0)
        self._number = Label("—", "big")
        self._unit = Label(self.tr("people"), "muted")
        self._time = StatusTag("", "good")
        self._time.setToolTip(self.tr("How long counting took"))
        self._time.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._number)
        line.addWidget(self._unit, 0, Qt.AlignmentFlag.AlignBottom)
        line.addStretch(1)
        line.addWidget(self._time, 0, Qt.AlignmentFlag.AlignTop)
        self._unit.setContentsMargins(0, 0, 0, 7)
        self._share = Label("", "small", wrap=True)
        self.add_layout(line)
        self.add(self._share)
        self.body.addSpacing(8)

    def set_answer(self, answer: Answer) -> None:
        """Show a count."""
        number = amounts.number(answer.count)
        self._number.setText(number)
        self._number.setAccessibleName(self.tr("{count} people").format(count=number))
        self._time.setText(self.tr("{time} ms").format(time=_milliseconds(answer.milliseconds)))
        self._time.show()
        share = f"{answer.count / answer.everybody:.1%}" if answer.everybody else "0%"
        everybody = amounts.number(answer.everybody)
        if answer.question.as_of is None:
            words = self.tr("{share} of {everybody} members").format(share=share, everybody=everybody)
        else:
            words = self.tr("{share} of the {everybody} members of {day}").format(
                share=share, everybody=everybody, day=answer.question.as_of.isoformat()
            )
        self._share.setText(words)


class ReachCard(Card):
    """The suppression waterfall of a channel under the shop's own settings.

    Signals:
        channel_chosen(str): the waterfall of another channel is wanted.
    """

    channel_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.channels = SegmentedControl(
            (("sms", self.tr("SMS")), ("call", self.tr("Call")), ("email", self.tr("E-mail"))),
            name=self.tr("Channel"),
        )
        self.channels.chosen.connect(self._choose)
        self.set_title(self.tr("Reach"))
        self.add_tool(self.channels)
        self.ledger = LedgerList()
        self._notice = InlineNotice("", "warn")
        self._notice.hide()
        self.add(self.ledger)
        self.add(self._notice)

    def set_answer(self, answer: Answer) -> None:
        """Show the steps of a count."""
        if answer.question.quick:
            return
        channel = answer.question.channel
        self.channels.set_current(channel)
        self._notice.setVisible(answer.problem is not None)
        if answer.problem is not None:
            self._notice.say(wording.error(answer.problem), "warn")
        reach = answer.reach
        self.ledger.setVisible(reach is not None)
        if reach is None:
            return
        left = self.tr("Can be called") if channel == "call" else self.tr("Can be sent")
        rows = [LedgerRow(self.tr("Matches"), amounts.number(answer.count), "start")]
        rows += [LedgerRow(wording.step(code, reach.quiet_days), minus(removed)) for code, removed in reach.steps]
        rows.append(LedgerRow(left, amounts.number(reach.left), "result"))
        self.ledger.set_rows(rows)

    def _choose(self, channel: str) -> None:
        self.channel_chosen.emit(channel)


class MembersCard(Card):
    """The first of the matching members, in the order a person chooses.

    Signals:
        sort_chosen(str, bool): another order: a value of SortKey, and whether it is ascending.
        member_wanted(int): a member should be shown.
    """

    sort_chosen = Signal(str, bool)
    member_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.set_title(self.tr("Members"))
        self._narrow = False
        self._note = Label("", "small")
        self.add_tool(self._note)
        self.model = MemberTable(self)
        self.model.sort_wanted.connect(self.sort_chosen)
        self.table = DataTable(numeric=(SPENT, ORDERS, LAST), name=self.tr("Matching members"))
        self.table.setModel(self.model)
        self.table.set_columns(WIDTHS, stretch=NICK)
        self.table.setMinimumHeight(_LEAST_MEMBERS)
        self.table.set_sortable(sortable=True)
        self.table.horizontalHeader().setSortIndicator(SPENT, Qt.SortOrder.DescendingOrder)
        nobody = EmptyState("people", self.tr("Nobody matches"), self.tr("Loosen a condition at the left."))
        self.table.set_empty(nobody)
        self.table.row_activated.connect(self._open)
        self.add(self.table, 1)

    def set_narrow(self, *, narrow: bool) -> None:
        """Leave the number of orders out where there is little room."""
        self._narrow = narrow
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Make room for nicks where the column beside the card takes some of it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.table.setColumnHidden(ORDERS, self._narrow or self.width() < _WIDE_ENOUGH)

    def set_answer(self, answer: Answer, today: date) -> None:
        """Show the members of a count."""
        if answer.question.quick:
            return
        self.model.set_members(answer.members, answer.currency, answer.zone, answer.question.as_of or today)
        cut = answer.count > len(answer.members)
        self._note.setText(self.tr("first {count}").format(count=SHOWN_MEMBERS) if cut else "")

    def _open(self, row: int) -> None:
        self.member_wanted.emit(self.model.member_id(row))


def _milliseconds(value: float) -> str:
    return f"{max(value, 0.1):.1f}" if value < 9.95 else f"{value:,.0f}"  # never nothing: it was counted
