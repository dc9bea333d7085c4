"""The page Today: four figures, what is worth doing, the last imports; a welcome while the shop is empty."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desktop import amounts, wording
from desktop.home.to_do import ToDo, ToDoList
from desktop.home.welcome import Welcome
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.column_chart import Column, ColumnChart
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.number_tile import NumberTile
from desktop.widgets.page_column import SPACING, PageColumn
from desktop.widgets.page_header import PageHeader
from desktop.widgets.scroll_area import ScrollArea
from local_db.home import actions
from local_db.home.model import ASLEEP_DAYS, ASLEEP_TREE, PERIOD_DAYS, Figures, ImportLine, Overview

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.changes import Changes

STALE_DAYS = 7  # an export this old leaves people out who have just bought
MOST_TO_DO = 6
AFTER_PAINT_MS = 50


class HomePage(QWidget):
    """Shows the overview at once and works the figures out behind it where none are kept.

    Signals:
        filled: the page shows the shop's data; for measuring the start.
    """

    filled = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._question = context.background.latest()
        self._figures_question = context.background.latest()
        self._stack = QStackedLayout(self)
        self._welcome: Welcome | None = None
        self._worded = False  # whether segments are shown with their sentences
        self._stack.addWidget(ScrollArea(self._board()))
        self._asked_early = True
        self._ask()  # the answer comes while the window is being built

    def reload(self, changes: Changes) -> None:  # noqa: ARG002 - everything here is cheap to read again
        """Read the overview again; the first time it is already under way."""
        if self._asked_early:
            self._asked_early = False
        else:
            self._ask()

    def _ask(self) -> None:
        self._question.run(partial(actions.overview, self._context.shop, datetime.now(UTC)), self._show)

    def _board(self) -> QWidget:
        board = QWidget()
        column = PageColumn(board)
        self._header = PageHeader(self.tr("Today"))
        importing = Button(self.tr("Import orders"), icon="upload")
        importing.clicked.connect(self._import)
        preparing = Button(self.tr("Prepare an audience"), kind="primary")
        preparing.clicked.connect(self._prepare)
        self._header.add_action(importing)
        self._header.add_action(preparing)
        column.addWidget(self._header)
        column.addLayout(self._tile_row())
        column.addLayout(self._cards(), 1)
        return board

    def _tile_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        self._sales = NumberTile(self.tr("Net sales, last {days} days").format(days=PERIOD_DAYS))
        self._people = NumberTile(self.tr("Members"))
        self._reachable = NumberTile(self.tr("Can get an SMS"))
        self._asleep = NumberTile(self.tr("Asleep"))
        for tile in (self._sales, self._people, self._reachable, self._asleep):
            row.addWidget(tile, 3 if tile is self._sales else 2)  # its note is the longest
        return row

    def _cards(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        doing = Card(self.tr("Worth doing"))
        self._to_do = ToDoList()
        self._to_do.chosen.connect(self._go)
        doing.add(self._to_do)
        self._chart_card = Card(self.tr("Net sales by month"))
        self._chart = ColumnChart(name=self.tr("Net sales by month"))
        self._chart_card.add(self._chart, 1)
        left = QVBoxLayout()
        left.setSpacing(SPACING)
        left.addWidget(doing)
        left.addWidget(self._chart_card, 1)
        imports = Card(self.tr("Last imports"))
        history = Button(self.tr("All imports"), kind="link", dense=True)
        history.clicked.connect(self._show_history)
        imports.add_tool(history)
        self._imports = QVBoxLayout()
        self._imports.setSpacing(8)
        imports.add_layout(self._imports)
        imports.body.addStretch(1)
        row.addLayout(left, 5)
        row.addWidget(imports, 3)
        return row

    def _show(self, overview: Overview) -> None:
        self._zone = ZoneInfo(overview.zone)
        if overview.has_orders or overview.has_members:
            self._stack.setCurrentIndex(0)
            self._show_board(overview)
        else:
            self._figures_question.forget()
            self._show_welcome()
        self.filled.emit()

    def _show_welcome(self) -> None:
        if self._welcome is None:
            self._welcome = Welcome()
            self._welcome.import_wanted.connect(self._import)
            self._welcome.replies_wanted.connect(partial(self._context.navigate, "replies"))
            self._stack.addWidget(self._welcome)
        self._stack.setCurrentWidget(self._welcome)

    def _show_board(self, overview: Overview) -> None:
        now = datetime.now(UTC).astimezone(self._zone)
        self._header.set_title(self._greeting(now.hour))
        self._header.set_sentence(self._sentence(now.date(), overview.figures))
        self._show_imports(overview.imports)
        self._to_do.set_rows(self._worth_doing(overview, now.date()))
        if overview.figures is not None:
            self._show_figures(overview.figures)
        if overview.figures is None or not self._worded:
            # After the first painting: what this loads would hold the interpreter that paints.
            QTimer.singleShot(AFTER_PAINT_MS, self, partial(self._complete, overview))

    def _complete(self, overview: Overview) -> None:
        """Say what segments are in words, and work out the figures where none are kept."""
        self._worded = True
        self._to_do.set_rows(self._worth_doing(overview, datetime.now(UTC).astimezone(self._zone).date()))
        if overview.figures is None:
            self._figures_question.run(self._work_out, partial(self._keep_and_show, overview))

    def _work_out(self) -> Figures:
        context = self._context
        return actions.work_out_figures(context.shop, context.rosters.current(), datetime.now(UTC))

    def _keep_and_show(self, overview: Overview, figures: Figures) -> None:
        now = datetime.now(UTC).astimezone(self._zone)
        self._show_figures(figures)
        self._header.set_sentence(self._sentence(now.date(), figures))
        self._to_do.set_rows(self._worth_doing(overview, now.date(), figures))
        keep = partial(actions.keep_figures, self._context.shop, figures, now)
        self._context.background.run(keep, _kept, writes=True, owner=self)

    def _greeting(self, hour: int) -> str:
        if hour < 11:
            return self.tr("Good morning")
        return self.tr("Good afternoon") if hour < 18 else self.tr("Good evening")

    def _sentence(self, today: date, figures: Figures | None) -> str:
        day = QLocale().toString(QDate(today.year, today.month, today.day), QLocale.FormatType.LongFormat)
        if figures is None or not figures.newest_order:
            return day
        return self.tr("{day} · orders up to {newest}").format(day=day, newest=figures.newest_order)

    def _show_figures(self, figures: Figures) -> None:
        self._people.set_value(amounts.number(figures.members))
        share = _percent(figures.repeat_buyers, figures.buyers)
        self._people.set_note(self.tr("{share} of buyers came back").format(share=share))
        self._reachable.set_value(amounts.number(figures.reachable))
        share = _percent(figures.reachable, figures.members)
        self._reachable.set_note(self.tr("{share} of members").format(share=share))
        self._sales.set_value(amounts.money_short(figures.sales.net_paid, figures.currency))
        self._show_trend(figures)
        self._asleep.set_value(amounts.number(figures.asleep))
        self._asleep.set_note(self.tr("No purchase for {days} days").format(days=ASLEEP_DAYS))
        last = len(figures.months) - 1
        self._chart.set_columns(
            [
                Column(month, net, amounts.money_short(net, figures.currency), unfinished=place == last)
                for place, (month, net) in enumerate(figures.months)
            ]
        )

    def _show_trend(self, figures: Figures) -> None:
        before, now = figures.sales_before.net_paid, figures.sales.net_paid
        purchases = self.tr("{count} purchases").format(count=amounts.number(figures.sales.purchases))
        if before <= 0:
            self._sales.set_note(purchases)
            return
        change = (now - before) / before
        arrow = "↑" if change >= 0 else "↓"
        trend = self.tr("{purchases} · {arrow} {change} on the 30 days before").format(
            purchases=purchases, arrow=arrow, change=f"{abs(change):.0%}"
        )
        self._sales.set_note(trend, "good" if change >= 0 else "bad")

    def _show_imports(self, imports: tuple[ImportLine, ...]) -> None:
        clear_layout(self._imports)
        for line in imports:
            part = QWidget()
            column = QVBoxLayout(part)
            column.setContentsMargins(0, 4, 0, 4)
            column.setSpacing(0)
            column.addWidget(ElidedLabel(line.file_name))
            text = f"{amounts.minute(line.imported_at, self._zone)} · {self._came_of_it(line)}"
            column.addWidget(Label(text, "small"))
            self._imports.addWidget(part)

    def _came_of_it(self, line: ImportLine) -> str:
        new, updated = amounts.number(line.new), amounts.number(line.updated)
        if line.of_orders:
            return self.tr("{new} orders new, {updated} updated").format(new=new, updated=updated)
        if line.opt_outs:
            return self.tr("{count} members opted out").format(count=amounts.number(line.opt_outs))
        if line.grants:
            return self.tr("{new} members new, {count} agreed").format(new=new, count=amounts.number(line.grants))
        return self.tr("{new} members new, {updated} updated").format(new=new, updated=updated)

    def _worth_doing(self, overview: Overview, today: date, figures: Figures | None = None) -> list[ToDo]:
        figures = figures or overview.figures
        rows = [
            ToDo("megaphone", audience.name,
                 self.tr("{count} messages prepared, file not written yet").format(count=audience.messages),
                 self.tr("Write file"), "campaigns", {"audience_id": audience.id}, urgent=True)
            for audience in overview.waiting
        ]  # fmt: skip
        rows += self._stale_orders(today, figures)
        if figures and figures.asleep:
            rows.append(
                ToDo("clock", self.tr("Wake {count} people").format(count=amounts.number(figures.asleep)),
                     self.tr("They bought before, but not in the last {days} days").format(days=ASLEEP_DAYS),
                     self.tr("Look at them"), "segments", {"tree": ASLEEP_TREE})
            )  # fmt: skip
        if not overview.has_templates:
            rows.append(
                ToDo("message", self.tr("Write your first text"),
                     self.tr("With variables, exact parts and the price for your audience"),
                     self.tr("Write"), "templates")
            )  # fmt: skip
        rows += [
            ToDo("filter", segment.name, self._sentence_of(segment.tree, overview), self.tr("Open"),
                 "segments", {"segment_id": segment.id})
            for segment in overview.segments
        ]  # fmt: skip
        return rows[:MOST_TO_DO]

    def _stale_orders(self, today: date, figures: Figures | None) -> list[ToDo]:
        if figures is None or not figures.newest_order:
            return []
        days = (today - date.fromisoformat(figures.newest_order)).days
        if days < STALE_DAYS:
            return []
        return [
            ToDo("upload", self.tr("Bring the newest orders"),
                 self.tr("The newest order here is {days} days old").format(days=days),
                 self.tr("Import"), "import")
        ]  # fmt: skip

    def _sentence_of(self, tree: str, overview: Overview) -> str:
        if not self._worded:
            return ""
        from desktop.segments.names import known_names
        from desktop.segments.sentence import sentence
        from local_db.segments.tree import parse_text

        language = wording.language()
        names = known_names(overview.segment_names, overview.audience_names, language)
        return sentence(parse_text(tree), language, names=names)

    def _go(self, row: ToDo) -> None:
        if row.target == "import":
            self._import()
        else:
            self._context.navigate(row.target, **row.arguments)

    def _import(self) -> None:
        from desktop.importing.import_dialog import choose_and_import

        choose_and_import(self._context, self)

    def _show_history(self) -> None:
        from desktop.importing.history_dialog import HistoryDialog

        HistoryDialog.over(self._context, self)

    def _prepare(self) -> None:
        self._context.navigate("campaigns", segment_id=None)


def _percent(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "—"


def _kept(_: None) -> None:
    """Nothing to show: the figures were only kept."""
