"""Rosters for tests that are about a few columns: of every other nothing is known."""

from __future__ import annotations

from typing import Any

import numpy as np

from local_db.roster.roster import (
    NO_AMOUNT,
    NO_TIME,
    Lines,
    Members,
    Notes,
    Orders,
    RefundRows,
    Roster,
    Sendings,
    TextColumn,
)


def members(**given: Any) -> Members:
    """Members with the given columns; `ids` says how many."""
    size = len(given["ids"])
    no = np.zeros(size, np.bool_)
    nothing = TextColumn(np.zeros(size, np.int32), ("",))
    columns = {
        "platform": nothing,
        "province": nothing,
        "city": nothing,
        "phone_usable": no,
        "phone_group": np.full(size, -1, np.int32),
        "known_since": np.full(size, NO_TIME),
        "consent": {},
        "tags": {},
        "joined": np.full(size, NO_TIME),
        "is_member": no,
        "birthday": np.zeros(size, np.int32),
        "tier": nothing,
        "phone_kind": nothing,
        "has_nick": no,
        "has_email": no,
        "notes": Notes(np.zeros(0, np.int32), ()),
        "lists": {},
    }
    return Members(**columns | given)


def orders(**given: Any) -> Orders:
    """Orders with the given columns; `member` says how many."""
    size = len(given["member"])
    none = np.zeros(size, np.int64)
    columns = {
        "time": np.full(size, NO_TIME),
        "is_purchase": np.zeros(size, np.bool_),
        "net": none,
        "refunded": none,
        "items": none,
        "discount": np.full(size, NO_AMOUNT),
        "paid": none,
        "shop": np.zeros(size, np.int32),
        "status": np.zeros(size, np.uint8),
    }
    return Orders(**columns | given)


def lines(**given: Any) -> Lines:
    """Lines with the given columns; `order` says how many."""
    size = len(given["order"])
    columns = {
        "product": np.full(size, -1, np.int32),
        "quantity": np.ones(size, np.int64),
        "price": np.full(size, NO_AMOUNT),
        "category": np.full(size, -1, np.int32),
        "sku": np.zeros(size, np.int32),
    }
    return Lines(**columns | given)


def roster(*columns: Any, **given: Any) -> Roster:
    """A roster with the given parts."""
    return Roster(*columns, **{"sendings": nothing_sent(), "refund_rows": no_refunds()} | given)


def nothing_sent() -> Sendings:
    """No message was handed off."""
    return Sendings(np.zeros(0, np.int32), np.zeros(0, np.int32), np.zeros(0, np.int64))


def no_refunds() -> RefundRows:
    """No report names a refund."""
    return RefundRows(np.zeros(0, np.int32), np.zeros(0, np.int64), np.zeros(0, np.int32))
