"""What an exported order means: its status, whether it is a purchase. Pure functions over columns."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING

import numpy as np

from local_db.importing.cells import MISSING
from local_db.importing.model import STATUSES

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

STATUS_NUMBER = {status: number for number, status in enumerate(STATUSES)}
_CLOSED = STATUS_NUMBER["closed"]
_CLOSED_UNPAID = STATUS_NUMBER["closed_unpaid"]
_UNKNOWN = STATUS_NUMBER["unknown"]
_MEANS_PAID = [STATUS_NUMBER[s] for s in ("paid", "part_shipped", "shipped", "signed", "finished")]
_MEANS_UNPAID = [STATUS_NUMBER["unpaid"], _CLOSED_UNPAID]


class Closing(IntEnum):
    """Why an order was closed, where the export says so."""

    NOT_SAID = 0
    UNPAID = 1
    REFUND = 2


CLOSINGS = ("", "unpaid", "refund")  # as profiles and the shop file write them, in the order of Closing


def settled_status(status: Ints, closing: Ints) -> Ints:
    """A closed order whose reason is that nobody paid is closed_unpaid.

    A finished order may still carry that reason from an earlier attempt to pay; its status holds.
    """
    return np.where((status == _CLOSED) & (closing == Closing.UNPAID), _CLOSED_UNPAID, status)


def paid_of_total(total: Ints, status: Ints, paid_at: Ints) -> Ints:
    """What was paid where an export has only the order's total: nothing while the status says unpaid."""
    unpaid = np.isin(status, _MEANS_UNPAID) | ((status == _CLOSED) & (paid_at == MISSING))
    return np.where(unpaid & (total != MISSING), 0, total)


def net_paid(paid: Ints, refunded: Ints, total: Ints, *, after_refunds: bool) -> Ints:
    """What the buyer paid and did not get back, per order; MISSING counts as nothing, the result never does.

    Platforms differ: Shopify exports what was paid at first. Taobao and Tmall export what was paid less
    what went back (in a report of 2020 paid + refunded = total holds for all 5,646 refunded orders), but in
    older lists some amounts are still before refunds; there the order's total tells the two apart.
    """
    known_paid = np.where(paid == MISSING, 0, paid)
    back = np.where(refunded == MISSING, 0, refunded)
    left = known_paid - back
    if after_refunds:
        left = np.minimum(known_paid, np.where(total == MISSING, known_paid, total - back))
    result: Ints = np.maximum(left, 0)
    return result


def is_purchase(status: Ints, closing: Ints, paid_at: Ints, paid: Ints, refunded: Ints) -> Bools:
    """A purchase is a paid order that was not closed by a full refund.

    Paid: a pay time, or money together with a status that follows payment (or no status at all in the
    file). Closed by a full refund: closed with nothing left of what was paid, or with a refund as the
    closing reason; where the file has no status, everything given back is enough. An order closed
    unpaid is never a purchase. Money in minor units, MISSING counting as nothing.
    """
    paid = np.where(paid == MISSING, 0, paid)
    refunded = np.where(refunded == MISSING, 0, refunded)
    means_paid = np.isin(status, [*_MEANS_PAID, _UNKNOWN])
    was_paid = (paid_at != MISSING) | ((paid > 0) & means_paid)
    all_back = (refunded > 0) & (refunded >= paid)
    closed = status == _CLOSED
    by_refund = (closed & ((refunded >= paid) | (closing == Closing.REFUND))) | ((status == _UNKNOWN) & all_back)
    result: Bools = was_paid & ~by_refund & (status != _CLOSED_UNPAID)
    return result
