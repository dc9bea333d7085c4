"""A member's orders, newest first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts
from desktop.members import words
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.divider import Divider
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.status_tag import StatusTag

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.members.model import MemberOrder

AT_ONCE = 12


class OrdersCard(Card):
    """Every order with its day, status, amounts and products; older ones on request."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Orders"))
        self._count = StatusTag()
        self.add_after_title(self._count)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.add_layout(self._lines)
        self._note = Label("", "small", wrap=True)
        self.add(self._note)
        self.more_button = Button(self.tr("Show older orders"), kind="link", dense=True)
        self.more_button.clicked.connect(self._show_more)
        self.add(self.more_button)
        self._rest: Sequence[MemberOrder] = ()
        self._zone: ZoneInfo | None = None

    def show_orders(self, orders: Sequence[MemberOrder], total: int, zone: ZoneInfo) -> None:
        """Show another member's orders; `total` may be more than are given."""
        clear_layout(self._lines)
        self._rest, self._zone = orders, zone
        self._count.set_state(amounts.number(total), "neutral")
        if not total:
            self._note.setText(self.tr("No orders are known of this member."))
        elif total > len(orders):
            self._note.setText(self.tr("The latest {count} orders are shown.").format(count=len(orders)))
        else:
            self._note.setText("")
        self._note.setVisible(bool(self._note.text()))
        self._show_more()

    def _show_more(self) -> None:
        shown, self._rest = self._rest[:AT_ONCE], self._rest[AT_ONCE:]
        for order in shown:
            if self._lines.count():
                self._lines.addWidget(Divider())
            self._lines.addWidget(self._line(order))
        self.more_button.setVisible(bool(self._rest))

    def _line(self, order: MemberOrder) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        when = "—" if order.time is None or self._zone is None else amounts.day(order.time, self._zone)
        head.addWidget(Label(when))
        head.addWidget(StatusTag(*words.order_status(order.status)))
        head.addStretch(1)
        head.addWidget(Label(amounts.money(order.paid, order.currency), "strong"))
        column.addLayout(head)
        column.addLayout(self._below(order))
        shop = words.platform(order.shop_name)  # a file that names no shop leaves the platform's code
        line.setToolTip(self.tr("Order {number}, {shop}").format(number=order.number, shop=shop))
        return line

    def _below(self, order: MemberOrder) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(ElidedLabel(self.tr(", ").join(order.titles) or order.number, "small"), 1)
        if order.refunded:
            text = self.tr("refunded {amount}").format(amount=amounts.money(order.refunded, order.currency))
            row.addWidget(Label(text, "small", tone="bad"))
        return row
