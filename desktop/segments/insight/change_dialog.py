"""What became of a segment between two days: who came, who left, and which rows made them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts, wording
from desktop.segments.insight.insights import Insights, Moved
from desktop.segments.member_table import LAST, NICK, ORDERS, SPENT, WIDTHS, MemberTable
from desktop.segments.sentence import NO_NAMES, Language, Names, standing_sentence
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.data_table import DataTable
from desktop.widgets.date_field import DateField
from desktop.widgets.divider import Divider
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.number_tile import NumberTile
from desktop.widgets.scroll_area import ScrollArea
from desktop.widgets.segmented_control import SegmentedControl
from local_db.errors import RegularsError
from local_db.segments.change import rows
from local_db.segments.tree import Not

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.segments.tree import Node

CAME, LEFT = "came", "left"
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_HEIGHT = 640


@dataclass(frozen=True, slots=True)
class Between:
    """A tree and what the dialog needs to begin."""

    node: Node
    today: date
    first_day: date | None
    since: date | None
    language: Language
    currency: str
    names: Names = NO_NAMES


class ChangeDialog(ModalDialog):
    """Compares two days.

    Signals:
        member_wanted(int): a member's page should be shown.
    """

    member_wanted = Signal(int)

    def __init__(
        self, context: PageContext, insights: Insights, between: Between, parent: QWidget | None = None
    ) -> None:
        super().__init__("", width=860, parent=parent)
        self.set_title(self.tr("Between two days"))
        self.set_sentence(standing_sentence(between.node, between.language, between.currency, between.names))
        self._insights = insights
        self._between = between
        self._latest = context.background.latest()
        self.moved: Moved | None = None
        self._notice = InlineNotice("", "warn")
        self._notice.hide()
        self.add_layout(self._days())
        self.add(self._notice)
        self.add_layout(self._tiles())
        line = QHBoxLayout()
        line.setSpacing(24)
        line.addLayout(self._reasons(), 1)
        line.addLayout(self._people(), 1)
        self.add_layout(line, 1)
        self.add_reject(self.tr("Close"))
        self.resize(self.minimumWidth(), _HEIGHT)
        self._ask()

    # --- layout ---

    def _days(self) -> QHBoxLayout:
        between = self._between
        since = between.since or between.today - timedelta(days=30)
        self.since = DateField(max(since, between.first_day or since), name=self.tr("From the day"))
        self.until = DateField(between.today, name=self.tr("To the day"))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(Label(self.tr("From the end of")))
        line.addWidget(self.since)
        line.addWidget(Label(self.tr("to")))
        line.addWidget(self.until)
        line.addStretch(1)
        for field in (self.since, self.until):
            field.value_changed.connect(self._ask)
        return line

    def _tiles(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(12)
        self.tiles = {
            "then": NumberTile(self.tr("Before"), dense=True),
            "left": NumberTile(self.tr("Left"), dense=True),
            "stayed": NumberTile(self.tr("Stayed"), dense=True),
            "came": NumberTile(self.tr("Came"), dense=True),
            "now": NumberTile(self.tr("After"), dense=True),
        }
        for tile in self.tiles.values():
            line.addWidget(tile, 1)
        return line

    def _reasons(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addWidget(Label(self.tr("Which rows made the difference"), "heading"))
        column.addWidget(
            Label(self.tr("Whoever several rows let in or put out is counted at each of them."), "small", wrap=True)
        )
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setVerticalSpacing(0)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addWidget(ScrollArea(inside), 1)
        return column

    def _people(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        self.side = SegmentedControl(((CAME, self.tr("Came")), (LEFT, self.tr("Left"))), name=self.tr("Who"))
        self.side.chosen.connect(self._show_people)
        column.addWidget(self.side)
        self.model = MemberTable(self)
        self.table = DataTable(numeric=(SPENT, ORDERS, LAST), name=self.tr("People"))
        self.table.setModel(self.model)
        self.table.set_columns(WIDTHS, stretch=NICK)
        self.table.set_empty(EmptyState("people", self.tr("Nobody")))
        self.table.row_activated.connect(self._open)
        column.addWidget(self.table, 1)
        return column

    # --- asking ---

    def _ask(self, *_: object) -> None:
        since, until = self.since.value(), self.until.value()
        if since is None or until is None:
            return
        self._notice.hide()
        if since >= until:
            self._notice.say(self.tr("The first day has to be before the second."), "warn")
            return
        end = None if until >= self._between.today else until
        self._latest.run(partial(self._insights.moved, self._between.node, since, end), self._show, self._failed)

    def _show(self, moved: Moved) -> None:
        self.moved = moved
        change = moved.change
        came, left = int(change.came.sum()), int(change.left.sum())
        figures = {
            "then": change.then,
            "left": left,
            "stayed": int(change.stayed.sum()),
            "came": came,
            "now": change.now,
        }
        for key, count in figures.items():
            sign = {"left": "−", "came": "+"}.get(key, "") if count else ""
            self.tiles[key].set_value(sign + amounts.number(count))
        self.tiles["came"].set_note(
            self.tr("{count} of them new to the shop").format(count=amounts.number(change.new)) if change.new else ""
        )
        self.side.set_text(CAME, self.tr("Came {count}").format(count=amounts.number(came)))
        self.side.set_text(LEFT, self.tr("Left {count}").format(count=amounts.number(left)))
        self._show_rows(moved)
        self._show_people()

    def _show_rows(self, moved: Moved) -> None:
        clear_layout(self._grid)
        for column, words in ((1, self.tr("let in")), (2, self.tr("put out"))):
            label = Label(words, "small")
            label.setAlignment(_RIGHT)
            self._grid.addWidget(label, 0, column)
        between = self._between
        said = {
            path: standing_sentence(Not(leaf) if turned else leaf, between.language, between.currency, between.names)
            for path, leaf, turned in rows(self._between.node)
        }
        for place, flip in enumerate(moved.change.flips):
            row = Label(said[flip.path], wrap=True)
            row.setContentsMargins(0, 8, 0, 8)
            self._grid.addWidget(Divider(), 2 * place + 1, 0, 1, 3)
            self._grid.addWidget(row, 2 * place + 2, 0)
            for column, sign, count in ((1, "+", flip.let_in), (2, "−", flip.put_out)):
                figure = Label(sign + amounts.number(count) if count else "0", "body", tone="" if count else "muted")
                figure.setAlignment(_RIGHT)
                figure.setMinimumWidth(64)
                self._grid.addWidget(figure, 2 * place + 2, column)
        if not moved.change.flips:
            self._grid.addWidget(Label(self.tr("There are no conditions: everybody matches."), "muted"), 1, 0)

    def _show_people(self, *_: object) -> None:
        if self.moved is not None:
            people = self.moved.came if self.side.current == CAME else self.moved.left
            self.model.set_members(people, self.moved.currency, self.moved.zone, self._between.today)

    def _open(self, row: int) -> None:
        member_id = self.model.member_id(row)
        self.accept()
        self.member_wanted.emit(member_id)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._notice.say(wording.error(error), "bad")
