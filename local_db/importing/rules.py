"""What an exported order means: its status, its money, whether it is a purchase. Pure functions over columns."""

from __future__ import annotations

import unicodedata
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
_UNPAID, _PAID, _PART = (STATUS_NUMBER[status] for status in ("unpaid", "paid", "part_shipped"))
_FINISHED = STATUS_NUMBER["finished"]
_MEANS_UNPAID = [STATUS_NUMBER["unpaid"], _CLOSED_UNPAID]


class Closing(IntEnum):
    """Why an order was closed, where the export says so."""

    NOT_SAID = 0
    UNPAID = 1
    REFUND = 2


CLOSINGS = ("", "unpaid", "refund")  # as profiles and the shop file write them, in the order of Closing

# What a receiver answers to be left alone, as the vendors of messages document it (R; T, TD or N; STOP and its kin).
_REFUSALS = frozenset(
    {"r", "t", "td", "n", "0000", "stop", "stopall", "unsubscribe", "cancel", "end", "quit", "回r", "回t", "回td"}
)
_REFUSING = ("退订", "拒收", "不要再发", "别再发", "别发了", "不要发", "unsubscribe", "拒绝")


def is_refusal(reply: str) -> bool:
    """Whether an answer to a message refuses further ones; width, case, spaces and full stops do not matter."""
    text = "".join(unicodedata.normalize("NFKC", reply).casefold().split()).strip(".。!！,，\"'“”")
    return text in _REFUSALS or any(word in text for word in _REFUSING)


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
        left = np.minimum(known_paid, np.where((total == MISSING) | (back == 0), known_paid, total - back))
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


# --- orders whose rows are their lines ---


def status_of_lines(status: Ints, places: Ints, orders: int) -> Ints:
    """The status of orders whose lines have statuses of their own; MISSING where no line says anything.

    Closed lines do not count as long as one is open. The order is as far as the line that is least far, and partly
    shipped where some lines are and others are not; unpaid only where nothing was paid.
    """
    far = np.where((status >= _PAID) & (status <= _FINISHED), status, MISSING)
    least, most = np.full(orders, _FINISHED + 1), np.full(orders, MISSING)
    going = far != MISSING
    np.minimum.at(least, places[going], far[going])
    np.maximum.at(most, places, far)
    result = np.where((least < _PART) & (most >= _PART), _PART, least)
    other = np.full(orders, MISSING)
    # Of lines that are not on their way: unpaid, else closed, else closed unpaid.
    for code in (_UNKNOWN, _CLOSED_UNPAID, _CLOSED, _UNPAID):
        other[places[status == code]] = code
    return np.where(most != MISSING, result, other)


def amounts_are_of_lines(amount: Ints, goods: Ints, places: Ints, orders: int) -> bool:
    """Whether the amounts of a file add up to those of its orders, or are the orders' own, told from the figures.

    Only orders with an amount on several rows can tell. An order has one amount: where its rows differ, they are
    those of the lines, but for a first row that holds the sum of the others. Where they are alike, each is compared
    with the goods (price × pieces, MISSING unknown) of its own row and of the whole order. The majority holds; without
    any voice the amounts are the orders', which never counts money twice.
    """
    filled = amount != MISSING
    several = np.bincount(places[filled], minlength=orders) > 1
    if not several.any():
        return False
    low, high = np.full(orders, np.iinfo(np.int64).max), np.full(orders, MISSING)
    np.minimum.at(low, places[filled], amount[filled])
    np.maximum.at(high, places[filled], amount[filled])
    sums = np.zeros(orders, np.int64)
    np.add.at(sums, places[filled], amount[filled])
    differing = several & (low != high)
    of_lines = differing & (sums != 2 * high)
    known = filled & (goods != MISSING)
    whole = np.zeros(orders, np.int64)
    np.add.at(whole, places[known], goods[known])
    alike = several & ~differing
    asked = known & alike[places]
    nearer = np.abs(amount[asked] - goods[asked]) < np.abs(amount[asked] - whole[places[asked]])
    votes = int(of_lines.sum()) + int(np.unique(places[asked][nearer]).size)
    against = int((differing & ~of_lines).sum()) + int(np.unique(places[asked][~nearer]).size)
    return votes > against


def refunded_by_words(refunded: Ints, paid: Ints, whole: Bools, lines_money: Ints) -> Ints:
    """What went back where after-sale words say so and no amount does.

    Order exports of Pinduoduo, Douyin, Kuaishou, Xiaohongshu and Youzan name the outcome of an after-sale (退款成功)
    without its amount. Where every line of the order says so, all that was paid went back; else the money of
    the lines that say so (MISSING: none does, or it is not known), never more than was paid. A stated amount always
    comes first.
    """
    silent = (refunded == MISSING) | (refunded == 0)
    known_paid = np.where(paid == MISSING, 0, paid)
    of_lines = np.where(lines_money == MISSING, refunded, np.minimum(lines_money, known_paid))
    return np.where(silent, np.where(whole, known_paid, of_lines), refunded)


def closed_by_words(status: Ints, whole: Bools, paid: Ints, refunded: Ints) -> Bools:
    """Orders that an after-sale has closed: every line went back, and with them all that was paid.

    The status column of these platforms goes on saying 已收货 or 已完成, and stays as it was for a part.
    """
    all_back = refunded >= np.where(paid == MISSING, 0, paid)
    result: Bools = whole & all_back & ~np.isin(status, _MEANS_UNPAID)
    return result
