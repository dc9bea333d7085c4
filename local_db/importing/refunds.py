"""Rows of a refund or after-sale file as refunds: whose order, how far, how much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from local_db.coded import Coded
from local_db.importing import cells
from local_db.importing.cells import MISSING
from local_db.importing.hashes import (
    made_number,
    mixed,
    mixed_where_said,
    number_hashes,
    numbered_apart,
    text_hashes,
)
from local_db.importing.model import REFUND_STATES
from local_db.importing.order_rows import numbers_of_words
from local_db.importing.orders import drop_other_currencies
from local_db.importing.table import Table
from local_db.values import currency_decimals

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Hashes = NDArray[np.uint64]

_STATE = {state: number for number, state in enumerate(REFUND_STATES)}


@dataclass(frozen=True, slots=True, eq=False)
class Refunds:
    """One entry per refund of the file; no two have the same order number and number."""

    order_number: list[str]
    number: list[str]  # of the refund; made from its content where the file has none
    state: list[str]  # one of REFUND_STATES; only `refunded` means that money went back
    amount: Ints  # minor units, MISSING where not said
    asked_at: Ints  # UTC seconds, MISSING where not said
    finished_at: Ints
    reason: Coded
    title: Coded
    shop: Coded  # its name; empty where the file does not say
    hashes: Hashes  # of everything the file says about the refund

    def __len__(self) -> int:
        return len(self.number)


def refunds_of(table: Table, currency: str) -> Refunds:
    """The refunds of a table. Rows without an order number or in another currency are noted and left out."""
    drop_other_currencies(table, currency)
    named = table.text("order_number").codes > 0
    table.note(~named, "order_number", "missing_order_number")
    table.keep(named)
    state, amount = _states(table), _amounts(table, currency_decimals(currency))
    hashes = _content_hashes(table, state, amount)
    orders, numbers = table.text("order_number").texts(), _numbers(table, hashes)
    chosen = _winners(table, list(zip(orders, numbers, strict=True)), state, hashes)
    at = chosen.tolist()
    return Refunds(
        order_number=[orders[row] for row in at],
        number=[numbers[row] for row in at],
        state=[REFUND_STATES[code] for code in state[chosen].tolist()],
        amount=amount[chosen],
        asked_at=table.times("asked_at")[chosen],
        finished_at=table.times("finished_at")[chosen],
        reason=table.text("reason").at(chosen),
        title=table.text("title").at(chosen),
        shop=table.text("shop").at(chosen),
        hashes=hashes[chosen],
    )


def _states(table: Table) -> Ints:
    """How far each refund is; `unknown` where the file does not say, which is no proof that money went back."""
    known = {word: _STATE[code] for word, code in table.found.profile.states.items()}
    found = numbers_of_words(table, "state", known, "unknown_refund_state")
    return np.where(found == MISSING, _STATE["unknown"], found)


def _amounts(table: Table, decimals: int) -> Ints:
    """What goes back for the goods and, where the file tells it apart, for postage; always written as a positive."""

    def amount(cell: str) -> int:
        return cells.money(cell, decimals)

    goods = table.whole_numbers("amount", amount, "bad_money")
    postage = table.whole_numbers("postage", amount, "bad_money")
    said = (goods != MISSING) | (postage != MISSING)
    both = np.where(goods == MISSING, 0, np.abs(goods)) + np.where(postage == MISSING, 0, np.abs(postage))
    return np.where(said, both, MISSING)


def _content_hashes(table: Table, state: Ints, amount: Ints) -> Hashes:
    result = text_hashes(table.text("order_number"))
    for column in (state, amount, table.times("asked_at"), table.times("finished_at")):
        result = mixed(result, number_hashes(column))
    for name in ("reason", "title", "shop"):
        result = mixed_where_said(result, name, table.text(name))
    return result


def _numbers(table: Table, hashes: Hashes) -> list[str]:
    """The file's numbers; where a row has none, one made of what does not change while the refund goes on."""
    given = table.numbers or [""] * len(table)
    if all(given):
        return list(given)
    stable = mixed(text_hashes(table.text("order_number")), number_hashes(table.times("asked_at")))
    stable = mixed(stable, text_hashes(table.text("title")))
    occurrence = numbered_apart(stable, hashes)
    return [
        number or made_number(own, again)
        for number, own, again in zip(given, stable.tolist(), occurrence.tolist(), strict=True)
    ]


def _winners(table: Table, keys: list[tuple[str, str]], state: Ints, hashes: Hashes) -> Ints:
    """Of several rows for one refund the one furthest along; rows that say something else are noted."""
    place_of = {key: place for place, key in enumerate(dict.fromkeys(keys))}
    places = np.fromiter(map(place_of.__getitem__, keys), np.int64, len(keys))
    winner = np.zeros(len(place_of), np.int64)
    order = np.lexsort((hashes, table.times("finished_at"), state))
    winner[places[order]] = order  # of equal places the last assignment holds
    table.note(hashes != hashes[winner[places]], "order_number", "conflicting_rows")
    return winner
