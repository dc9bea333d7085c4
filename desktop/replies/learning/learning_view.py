"""What should be written because it is looked for in vain, and what should be looked at again, with why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import amounts
from desktop.replies import words
from desktop.replies.learning import learning_words
from desktop.replies.library.deeds import Deeds
from desktop.replies.library.shelf import NO_SHELF, Shelf
from desktop.shell.context import PageContext
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.data_table import DataTable
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.label import Label
from desktop.widgets.row_model import RowModel
from local_db.changes import Changes
from local_db.replies import bulk
from local_db.replies.gaps import Gap
from local_db.replies.learning import dismiss_gap, find_gaps, find_stale
from local_db.replies.model import Reply
from local_db.replies.stale import Stale, StaleReason
from local_db.settings import read_setting
from local_db.shop_file import Shop


class Learned(NamedTuple):
    """What the uses and searches say."""

    gaps: tuple[Gap, ...]
    stale: tuple[Stale, ...]
    currency: str


class Aged(NamedTuple):
    """A reply with every reason to look at it again."""

    reply: Reply
    reasons: tuple[Stale, ...]


class GapTable(RowModel[Gap]):
    """What was typed, how often, and when last."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shelf: Shelf = NO_SHELF
        self.titles = (self.tr("Looked for"), self.tr("Times"), self.tr("Last"))

    def show_gaps(self, gaps: Sequence[Gap], shelf: Shelf) -> None:
        """Show these."""
        self._shelf = shelf
        self._show_rows(tuple(gaps))

    def text(self, row: Gap, column: int) -> str:
        """A cell's text."""
        match column:
            case 0:
                return row.typed
            case 1:
                return amounts.number(row.times)
            case _:
                return amounts.day(row.last_at, self._shelf.zone)

    def role_value(self, row: Gap, column: int, role: int) -> object:
        """All ways in which it was typed, as a tooltip."""
        if column == 0 and role == Qt.ItemDataRole.ToolTipRole:
            return " · ".join(row.spellings)
        return None


class AgedTable(RowModel[Aged]):
    """Title, group, and why."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: Mapping[str, str] = {}
        self._currency = "CNY"
        self.titles = (self.tr("Reply"), self.tr("Group"), self.tr("Why"))

    def show_aged(self, aged: Sequence[Aged], names: Mapping[str, str], currency: str) -> None:
        """Show these."""
        self._names, self._currency = names, currency
        self._show_rows(tuple(aged))

    def text(self, row: Aged, column: int) -> str:
        """A cell's text."""
        match column:
            case 0:
                return row.reply.title
            case 1:
                return self._names.get(row.reply.group, "")
            case _:
                return learning_words.reasons(row.reasons, self._currency)


class LearningView(QWidget):
    """Two tables with what can be done about their rows.

    Signals:
        write_wanted(str): a reply with this title should be begun.
        open_wanted(str): the reply with this uid should be shown.
    """

    write_wanted = Signal(str)
    open_wanted = Signal(str)

    def __init__(self, context: PageContext, deeds: Deeds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._deeds = deeds
        self._asking = context.background.latest()
        self._shelf: Shelf = NO_SHELF
        self.gaps = GapTable(self)
        self.aged = AgedTable(self)
        self.gap_table = DataTable(numeric=(1,), name=self.tr("Write these"))
        self.aged_table = DataTable(name=self.tr("Look at these again"))
        self.write = Button(self.tr("Write it"), kind="primary", dense=True)
        self.dismiss = Button(self.tr("Not needed"), kind="ghost", dense=True)
        self.look = Button(self.tr("Open"), dense=True)
        self.still = Button(self.tr("Still right"), kind="ghost", icon="check", dense=True)
        self.still.setToolTip(self.tr("Counts as looked at today; a last day that is past is taken away"))
        self.delete = Button(self.tr("Delete"), kind="ghost", icon="trash", dense=True)
        self._gap_count = Label("", "small")
        self._aged_count = Label("", "small")
        self._lay_out()
        self._connect()
        self._allow()

    def take(self, shelf: Shelf) -> None:
        """Ask anew for this library; it reads the orders too, so it is asked only while this is in sight."""
        self._shelf = shelf
        self._asking.run(partial(_learn, self._context.shop), self._show, self._deeds.failed)

    def set_first_focus(self) -> None:
        """Begin with what is missing."""
        (self.gap_table if self.gaps.rows else self.aged_table).setFocus()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        gaps = Card(self.tr("Write these"))
        gaps.add_after_title(self._gap_count)
        gaps.add_tool(self.dismiss)
        gaps.add_tool(self.write)
        gaps.add(Label(self.tr("Looked for in the panel, and nothing was taken."), "small", wrap=True))
        self.gap_table.setModel(self.gaps)
        self.gap_table.set_columns({1: 64, 2: 96}, stretch=0)
        self.gap_table.set_empty(
            EmptyState(
                "check", self.tr("Nothing is missing"), self.tr("Every search of the panel has found its reply.")
            )
        )
        gaps.add(self.gap_table, 1)
        aged = Card(self.tr("Look at these again"))
        aged.add_after_title(self._aged_count)
        for tool in (self.delete, self.still, self.look):
            aged.add_tool(tool)
        aged.add(
            Label(self.tr("Not taken for long, out of date, or with a price that has changed."), "small", wrap=True)
        )
        self.aged_table.setModel(self.aged)
        self.aged_table.allow_several()
        self.aged_table.set_columns({0: 170, 1: 96}, stretch=2)
        self.aged_table.set_empty(
            EmptyState(
                "check", self.tr("All replies are fresh"), self.tr("None is old, out of date or wrongly priced.")
            )
        )
        aged.add(self.aged_table, 1)
        row.addWidget(gaps, 2)
        row.addWidget(aged, 3)

    def _connect(self) -> None:
        self.gap_table.row_activated.connect(self._write)
        self.write.clicked.connect(self._write)
        self.dismiss.clicked.connect(self._dismiss)
        self.aged_table.row_activated.connect(self._open)
        self.look.clicked.connect(self._open)
        self.still.clicked.connect(self._keep)
        self.delete.clicked.connect(self._delete)
        for table in (self.gap_table, self.aged_table):
            table.selectionModel().selectionChanged.connect(self._allow)
        for table, act in ((self.gap_table, self._dismiss), (self.aged_table, self._delete)):
            key = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), table)
            key.setContext(Qt.ShortcutContext.WidgetShortcut)
            key.activated.connect(act)

    def _show(self, learned: Learned) -> None:
        self.gaps.show_gaps(learned.gaps, self._shelf)
        by_reply: dict[str, list[Stale]] = {}
        for one in learned.stale:
            by_reply.setdefault(one.uid, []).append(one)
        found = [(self._shelf.reply(uid), those) for uid, those in by_reply.items()]
        aged = [Aged(reply, tuple(those)) for reply, those in found if reply is not None]
        self.aged.show_aged(aged, self._shelf.library.group_names, learned.currency)
        for table in (self.gap_table, self.aged_table):
            if table.selected_row() < 0:
                table.selectRow(0)
        self._gap_count.setText(amounts.number(len(learned.gaps)) if learned.gaps else "")
        self._aged_count.setText(amounts.number(len(aged)) if aged else "")
        self._show_tools()
        self._allow()

    def _show_tools(self) -> None:
        """Tools stand over rows only: with none there is nothing to do."""
        gap_tools, aged_tools = (self.write, self.dismiss), (self.look, self.still, self.delete)
        for rows, tools in ((self.gaps.rows, gap_tools), (self.aged.rows, aged_tools)):
            for tool in tools:
                room = tool.sizePolicy()
                room.setRetainSizeWhenHidden(True)  # so that both heads are equally high
                tool.setSizePolicy(room)
                tool.setVisible(bool(rows))

    def _allow(self) -> None:
        gap = self.gap_table.selected_row() >= 0
        self.write.setEnabled(gap)
        self.dismiss.setEnabled(gap)
        chosen = self._chosen()
        self.look.setEnabled(len(chosen) == 1)
        self.delete.setEnabled(bool(chosen))
        mendable = {StaleReason.UNUSED, StaleReason.EXPIRED}
        self.still.setEnabled(any(one.reason in mendable for aged in chosen for one in aged.reasons))

    def _chosen(self) -> list[Aged]:
        ranges = self.aged_table.selected_ranges()
        return [self.aged.rows[row] for first, last in ranges for row in range(first, last + 1)]

    def _write(self, _row: object = None) -> None:
        row = self.gap_table.selected_row()
        if row >= 0:
            self.write_wanted.emit(self.gaps.rows[row].typed)

    def _dismiss(self) -> None:
        row = self.gap_table.selected_row()
        if row >= 0:
            work = partial(dismiss_gap, self._context.shop, self.gaps.rows[row])
            self._context.background.run(work, self._dismissed, self._deeds.failed, writes=True)

    def _dismissed(self, changes: Changes) -> None:
        self._context.changes.announce(changes)

    def _open(self, _row: object = None) -> None:
        row = self.aged_table.selected_row()
        if row >= 0:
            self.open_wanted.emit(self.aged.rows[row].reply.uid)

    def _delete(self) -> None:
        if chosen := self._chosen():
            self._deeds.delete_replies([aged.reply for aged in chosen])

    def _keep(self) -> None:
        uids = [aged.reply.uid for aged in self._chosen()]
        now = datetime.now(UTC)
        work = partial(bulk.look_over, self._context.shop, uids, today=self._shelf.today, now=now)
        said = self.tr("As good as new: {replies}.").format(replies=words.replies(len(uids)))
        self._context.background.run(work, partial(self._deeds.changed, said), self._deeds.failed, writes=True)


def _learn(shop: Shop) -> Learned:
    with shop.read() as connection:
        currency = str(read_setting(connection, "currency"))
    return Learned(find_gaps(shop), find_stale(shop, now=datetime.now(UTC)), currency)
