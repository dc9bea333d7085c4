"""The suppression waterfall as a ledger: who matches, who is taken out at each step, who is left."""

from __future__ import annotations

from collections.abc import Sequence

from desktop import wording
from desktop.amounts import number
from desktop.widgets.ledger_list import LedgerList, LedgerRow
from local_db.campaigns.model import StepCode


class WaterfallList(LedgerList):
    """A ledger of steps; `rows` are those shown."""

    rows: tuple[LedgerRow, ...] = ()

    def show_steps(self, matched: int, steps: Sequence[tuple[str, int]], left: int, quiet_days: int) -> None:
        """`steps` are codes with how many each takes out."""
        rows = [LedgerRow(self.tr("In the segment"), number(matched), "start")]
        for code, removed in steps:
            if quiet_days or code != StepCode.RECENTLY_MESSAGED:  # without quiet days there is no such step
                rows.append(LedgerRow(wording.step(code, quiet_days), taken(removed)))
        rows.append(LedgerRow(self.tr("Can be written to"), number(left), "result"))
        self._take(rows)

    def show_counting(self) -> None:
        """Say that the figures are on their way."""
        start = LedgerRow(self.tr("In the segment"), "…", "start")
        self._take([start, LedgerRow(self.tr("Can be written to"), "…", "result")])

    def _take(self, rows: Sequence[LedgerRow]) -> None:
        self.rows = tuple(rows)
        self.set_rows(rows)


def taken(removed: int) -> str:
    """−41, or a plain 0."""
    return f"−{number(removed)}" if removed else "0"
