"""What an import did: figures, and what could not be taken as it stood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop import amounts
from desktop.importing.table_model import TextTableModel, problem_rows
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.data_table import DataTable
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.number_tile import NumberTile
from local_db.importing.model import FileKind, ImportReport

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from desktop.widgets.inline_notice import NoticeTone

_PER_LINE = 4


class ReportView(QWidget):
    """The figures of one file, or of several together.

    Signals:
        bad_rows_wanted: the rows with problems are to be saved as a file of their own.
    """

    bad_rows_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._notice = InlineNotice()
        self._notice.setVisible(False)
        column.addWidget(self._notice)
        self._tiles = QGridLayout()
        self._tiles.setSpacing(12)
        for place in range(_PER_LINE):
            self._tiles.setColumnStretch(place, 1)
        column.addLayout(self._tiles)
        self.save_button = Button(self.tr("Save the bad rows…"), icon="download", dense=True)
        self.save_button.setToolTip(self.tr("Mend them in the file, and import it again"))
        self.save_button.clicked.connect(self.bad_rows_wanted)
        self._model = TextTableModel((self.tr("Row"), self.tr("Column"), self.tr("What is wrong")), self)
        self.table = DataTable(numeric=(0,), name=self.tr("Problems"))
        self.table.setModel(self._model)
        self.table.set_columns({0: 72, 1: 200}, stretch=2)
        self.table.set_empty(EmptyState("check", self.tr("Every row was taken without a problem")))
        self._card = Card(self.tr("Problems"), padding=12)
        self._card.add_tool(self.save_button)
        self._card.add(self.table, 1)
        column.addWidget(self._card, 1)

    def show_report(self, report: ImportReport, zone: ZoneInfo, *, of_one_file: bool = True) -> None:
        """Show another report; times are of the shop's zone. Bad rows are saved file by file."""
        clear_layout(self._tiles)
        of_kind = {FileKind.ORDERS: self._of_orders, FileKind.REFUNDS: self._of_refunds}
        figures = of_kind.get(report.kind, self._of_members)(report)
        for place, (label, value, note) in enumerate(figures):
            tile = NumberTile(label, value, note, dense=True)
            tile.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # columns of the same width
            wide = 2 if label == self.tr("Paid") else 1  # whole amounts are long
            self._tiles.addWidget(tile, place // _PER_LINE, place % _PER_LINE, 1, wide)
        self._say_what_happened(report, zone)
        count = len(report.problems)
        text = self.tr("Problems: {count}").format(count=amounts.number(count)) if count else self.tr("Problems")
        self._card.set_title(text)
        self.save_button.setVisible(of_one_file and any(problem.row for problem in report.problems))
        self._model.show(problem_rows(report.problems))

    def say(self, text: str, tone: NoticeTone) -> None:
        """Say what came of saving the bad rows."""
        self._notice.say(text, tone)

    def _of_orders(self, report: ImportReport) -> list[tuple[str, str, str]]:
        number = amounts.number
        money = self.tr("several currencies")
        paid = amounts.money(report.paid, report.currency) if report.currency else "—"
        refunded = amounts.money(report.refunded, report.currency) if report.currency else "—"
        note = self.tr("{amount} refunded").format(amount=refunded) if report.currency else money
        return [
            (self.tr("New orders"), number(report.new_orders),
             self.tr("of {count} in the file").format(count=number(report.orders))),
            (self.tr("Updated"), number(report.updated_orders), ""),
            (self.tr("Unchanged"), number(report.unchanged_orders), ""),
            (self.tr("Skipped rows"), number(report.skipped_rows), ""),
            (self.tr("New members"), number(report.new_members),
             self.tr("of {count} in the file").format(count=number(report.members))),
            (self.tr("Refreshed"), number(report.updated_members),
             self.tr("{count} opted out").format(count=number(report.new_opt_outs)) if report.new_opt_outs else ""),
            (self.tr("Paid"), paid, note),
        ]  # fmt: skip

    def _of_refunds(self, report: ImportReport) -> list[tuple[str, str, str]]:
        number = amounts.number
        refunded = amounts.money(report.refunded, report.currency) if report.currency else "—"
        return [
            (self.tr("Refunds"), number(report.refunds),
             self.tr("of {count} orders").format(count=number(report.orders))),
            (self.tr("Updated"), number(report.updated_orders), self.tr("orders known here")),
            (self.tr("Skipped rows"), number(report.skipped_rows), ""),
            (self.tr("Refunded"), refunded, ""),
        ]  # fmt: skip

    def _of_members(self, report: ImportReport) -> list[tuple[str, str, str]]:
        number = amounts.number
        return [
            (self.tr("New members"), number(report.new_members),
             self.tr("of {count} in the file").format(count=number(report.members))),
            (self.tr("Refreshed"), number(report.updated_members), ""),
            *self._of_consents(report),
            (self.tr("Skipped rows"), number(report.skipped_rows), ""),
        ]  # fmt: skip

    def _of_consents(self, report: ImportReport) -> list[tuple[str, str, str]]:
        """Refusals and agreements; a list of members usually carries one of them."""
        refused = (self.tr("Opted out"), amounts.number(report.new_opt_outs), self.tr("members get no marketing SMS"))
        agreed = (self.tr("Agreements"), amounts.number(report.new_grants), self.tr("members agreed to be written to"))
        if not report.new_opt_outs:
            return [agreed]
        return [refused, agreed] if report.new_grants else [refused]

    def _say_what_happened(self, report: ImportReport, zone: ZoneInfo) -> None:
        nothing_new = not (
            report.new_orders or report.updated_orders or report.new_members or report.updated_members
            or report.new_consents
        )  # fmt: skip
        if report.imported_before is not None and nothing_new:
            time = amounts.minute(report.imported_before, zone)
            self._notice.say(self.tr("This very file was imported on {time}; nothing has changed.").format(time=time))
        elif nothing_new:
            self._notice.say(self.tr("The shop knew all of this already; nothing has changed."))
        else:
            self._notice.setVisible(False)
