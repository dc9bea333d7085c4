"""Who is left out of a list of calls and why, as campaigns show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import wording
from desktop.amounts import number
from desktop.campaigns.waterfall import taken
from desktop.widgets.ledger_list import LedgerList, LedgerRow
from local_db.campaigns.model import StepCode

if TYPE_CHECKING:
    from local_db.campaigns.suppression import Waterfall


class CallWaterfall(LedgerList):
    """A ledger of steps; `rows` are those shown."""

    rows: tuple[LedgerRow, ...] = ()

    def show_list(self, waterfall: Waterfall, called: int, left: int, *, quiet_days: int, again_after: int) -> None:
        """Show the steps of a list; `called` were reached by the script within `again_after` days."""
        rows = [LedgerRow(self.tr("In the segment"), number(waterfall.matched), "start")]
        steps = [one for one in waterfall.steps if quiet_days or one.code is not StepCode.RECENTLY_MESSAGED]
        rows += [LedgerRow(wording.step(step.code.value, quiet_days), taken(step.removed)) for step in steps]
        if again_after:
            words = self.tr("Reached with this script in the last {days} days").format(days=again_after)
            rows.append(LedgerRow(words, taken(called)))
        rows.append(LedgerRow(self.tr("Can be called"), number(left), "result"))
        self._take(rows)

    def show_counting(self) -> None:
        """Say that the figures are on their way."""
        start = LedgerRow(self.tr("In the segment"), "…", "start")
        self._take([start, LedgerRow(self.tr("Can be called"), "…", "result")])

    def _take(self, rows: list[LedgerRow]) -> None:
        self.rows = tuple(rows)
        self.set_rows(rows)
