"""What the builder is made of: rows at the left, what they come to at the right, what a narrow window leaves out."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.segments.builder.first_conditions import FirstConditions
from desktop.segments.builder.header import BuilderHeader
from desktop.segments.builder.side_cards import MembersCard, NumberCard, ReachCard
from desktop.segments.builder.tree_editor import TreeEditor
from desktop.segments.builder.tree_view import TreeView
from desktop.segments.counting import Counting
from desktop.segments.insight.insight import Insight
from desktop.segments.sentence import Language
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.fields import TextField
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import ElidedLabel
from desktop.widgets.page_column import SPACING, PageColumn
from desktop.widgets.scroll_area import ScrollArea

if TYPE_CHECKING:
    from desktop.shell.context import PageContext

FIRST_CURRENCY = "CNY"  # until the first count says the shop's
SIDE_WIDTH = 340
NARROW_SIDE_WIDTH = 296
NARROW_PAGE = 940
NARROW_TREE = 560


class BuilderPanes(QWidget):
    """Every part of the page in its place; what they do is told by the class that works with them."""

    def __init__(
        self, context: PageContext, counting: Counting, language: Language, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._language: Language = language
        self.header = BuilderHeader()
        self.view = TreeView(language, FIRST_CURRENCY)
        self.editor = TreeEditor(self.view, self, language)
        self.number, self.reach, self.members = NumberCard(), ReachCard(), MembersCard()
        self.insight = Insight(context, counting, language, self)
        self.notice = InlineNotice("", "bad", self.tr("Close"))
        self.notice.hide()
        self._lay_out()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows what they need."""
        super().resizeEvent(event)
        side = SIDE_WIDTH if self.width() >= NARROW_PAGE else NARROW_SIDE_WIDTH
        self._side.setFixedWidth(side)
        self.members.set_narrow(narrow=side < SIDE_WIDTH)
        narrow = self.width() < NARROW_PAGE
        self.header.set_narrow(narrow=narrow)
        self.insight.as_of.set_narrow(narrow=narrow)
        self.insight.differences.set_narrow(narrow=narrow)
        self.view.set_narrow(narrow=self.width() - side - 3 * SPACING < NARROW_TREE + SPACING)

    def order_tabs(self) -> None:
        """Let Tab go from the header through the rows and what adds to them to the members."""
        rows = self.view.tab_stops()
        bars = [*self.insight.as_of.tab_stops(), *self.insight.why.tab_stops()]
        below = [self.condition, self.group, *self.first.chips, self.note, *self.insight.differences.tab_stops()]
        beside = [self.insight.chart, *self.reach.channels.parts, self.members.table]
        stops = [*self.header.tab_stops(), *bars, *rows, *below, *beside]
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        column = PageColumn(self)
        column.addWidget(self.header)
        column.addWidget(self.insight.as_of)
        column.addWidget(self.insight.why)
        self.number.add(self.insight.chart)
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(self._tree_card(), 1)
        cards = QWidget()
        side = QVBoxLayout(cards)
        side.setContentsMargins(0, 0, 0, 0)
        side.setSpacing(SPACING)
        side.addWidget(self.number)
        side.addWidget(self.reach)
        side.addWidget(self.members, 1)
        self._side = ScrollArea(cards)
        row.addWidget(self._side)
        column.addLayout(row, 1)

    def _tree_card(self) -> Card:
        card = Card()
        self.note = TextField("", self.tr("Note: what the segment is for"), name=self.tr("Note"))
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.first = FirstConditions(self._language)
        column.addWidget(self.view)
        column.addSpacing(14)
        column.addLayout(self._buttons())
        column.addSpacing(16)
        column.addWidget(self.first)
        column.addSpacing(12)
        column.addWidget(self.note)
        column.addSpacing(12)
        column.addWidget(self.insight.differences)
        column.addStretch(1)
        card.add(self.notice)
        scroll = ScrollArea(content)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)  # groups in groups grow wide
        card.add(scroll, 1)
        return card

    def _buttons(self) -> QHBoxLayout:
        self.condition = Button(self.tr("Condition"), icon="plus")
        self.group = Button(self.tr("Group"), icon="plus")
        self.condition.setToolTip(self.tr("Add a condition (Ctrl+N)"))
        self.group.setToolTip(self.tr("Add a group (Ctrl+Shift+N)"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.condition)
        line.addWidget(self.group)
        line.addSpacing(8)
        line.addWidget(ElidedLabel(self.tr("Conditions are found by typing"), "small"), 1)
        return line
