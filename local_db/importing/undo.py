"""Taking a whole import back: the shop is then as if that file had never come."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from local_db.changes import Changes, Topic
from local_db.errors import ImportRefused
from local_db.importing import undo_store as store
from local_db.importing.derive import derive_orders, note_dates, unpack_repeats
from local_db.importing.derive_store import statement_dates
from local_db.importing.store import hash_text
from local_db.members.facts import derive_facts
from local_db.members.identity import regroup
from local_db.settings import mark_roster_changed
from local_db.values import epoch

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.shop_file import Connection, Shop

    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]
    Hashes = NDArray[np.uint64]

Progress = Callable[[int, int], None]
_STEPS = 6


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """One import of the shop's history. Times in UTC seconds; `undone_at` None while it holds."""

    id: int
    file_name: str
    profile: str
    shop_name: str
    platform: str
    imported_at: int
    report: dict[str, Any]
    undone_at: int | None


@dataclass(frozen=True, slots=True)
class UndoFigures:
    """What taking an import back takes away; `orders_kept` are those that other files speak of too."""

    orders: int
    orders_kept: int
    members: int
    consents: int


def list_imports(shop: Shop) -> tuple[ImportEntry, ...]:
    """Every import, the newest first."""
    with shop.read() as connection:
        return tuple(
            ImportEntry(number, file, profile, name, platform, imported_at, json.loads(report), undone_at)
            for number, file, profile, name, platform, imported_at, report, undone_at in store.imports(connection)
        )


class _Rehearsed(Exception):
    """Ends a transaction that was only to be counted."""


def undo_preview(shop: Shop, import_id: int) -> UndoFigures:
    """What taking this import back would take away; nothing is written. Raises ImportRefused (`import_missing`)."""
    figures = None
    try:
        with shop.write() as connection:
            figures = _taken_back(connection, import_id, 0, lambda _: None)
            raise _Rehearsed
    except _Rehearsed:
        pass
    if figures is None:
        raise RuntimeError("a rehearsal ended without figures")
    return figures


def undo_import(
    shop: Shop,
    import_id: int,
    *,
    now: datetime,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[UndoFigures, Changes]:
    """Take a whole import back in one transaction.

    What other files say stays, and what a person has done by hand stays with whoever it was done to. Raises
    ImportRefused (`import_missing` where there is none or it is taken back already, `cancelled`); the shop is then as
    it was.
    """

    def step(done: int) -> None:
        if cancelled is not None and cancelled():
            raise ImportRefused("cancelled", file="")
        if progress is not None:
            progress(done, _STEPS)

    with shop.write() as connection:
        figures = _taken_back(connection, import_id, epoch(now), step)
        mark_roster_changed(connection)
    return figures, Changes.of(Topic.IMPORTS, Topic.MEMBERS, Topic.ORDERS)


def _taken_back(connection: Connection, import_id: int, now: int, step: Callable[[int], None]) -> UndoFigures:
    found = store.standing_import(connection, import_id)
    if found is None:
        raise ImportRefused("import_missing", file="")
    step(0)
    counts = store.counts(connection)
    heir = store.same_file_again(connection, import_id)
    if found.same_as is None and heir is not None:
        store.hand_over(connection, import_id, heir)
    elif found.same_as is None:
        _without(connection, import_id, step)
    store.mark_undone(connection, import_id, now)
    after = store.counts(connection)
    step(_STEPS)
    orders, members, consents = (before - left for before, left in zip(counts, after, strict=True))
    said = int(found.report.get("orders", 0))
    return UndoFigures(orders, max(0, said - orders), members, consents)


def _without(connection: Connection, import_id: int, step: Callable[[int], None]) -> None:
    moved = _pass_on(connection, import_id)
    step(1)
    orphans = store.records_of_import(connection, import_id)
    concerned = store.members_of_import(connection, import_id)
    derived = store.derived_orders(connection, import_id) | moved
    store.delete_what_it_says(connection, import_id)
    step(2)
    changed = derive_orders(connection, np.array(sorted(derived), np.int64))
    step(3)
    identities = store.delete_unused_records(connection, orphans)
    regrouped = regroup(connection, np.array(sorted(identities), np.int64))
    store.delete_unused_identities(connection, identities)
    step(4)
    members = {*concerned, *changed.members.tolist(), *regrouped.members.tolist(), *regrouped.left.tolist()}
    members -= {0, *regrouped.gone.tolist()}
    derive_facts(connection, np.array(sorted(members), np.int64))
    store.delete_unused_products(connection)
    step(5)


def _pass_on(connection: Connection, import_id: int) -> set[int]:
    """Let the newest of the other imports that say just the same of an order stand for it from now on.

    What only repeated this import's word is as new as the others make it; returns the derived orders where that is
    older than before.
    """
    said = _said(connection, import_id)
    before = statement_dates(connection, said.orders.tolist())
    heirs, dates = _newest_others(connection, import_id, said)
    store.forget_dates(connection, said.orders.tolist(), map(hash_text, said.hashes.tolist()))
    passed, left = (heirs > 0) & said.kept, (heirs > 0) & ~said.kept
    store.pass_on(connection, import_id, zip(heirs[passed].tolist(), said.orders[passed].tolist(), strict=True))
    note_dates(connection, said.orders[left], said.hashes[left], dates[left])
    after = statement_dates(connection, list(before))
    return {order for order in before if before[order] != after[order]}


class _Said(NamedTuple):
    """What an import says of orders, by order id ascending; `kept`: in its own name, not as what another says too."""

    orders: Ints
    hashes: Hashes
    kept: Bools


def _said(connection: Connection, import_id: int) -> _Said:
    own = store.kept_statements(connection, import_id)
    repeated, hashes = unpack_repeats(store.repeats(connection, import_id))
    orders = np.concatenate([np.array([order for order, _ in own], np.int64), repeated])
    every = np.concatenate([np.array([int(digest, 16) for _, digest in own], np.uint64), hashes])
    orders, first = np.unique(orders, return_index=True)  # what it repeated and keeps by now counts as kept
    return _Said(orders, every[first], first < len(own))


def _newest_others(connection: Connection, import_id: int, said: _Said) -> tuple[Ints, Ints]:
    """Of each of these statements the newest other import that repeats it (0: none), and when that file was made."""
    heirs, dates = np.zeros(len(said.orders), np.int64), np.full(len(said.orders), -1)
    for other, stated_at, packed in store.repeats_of_others(connection, import_id) if len(heirs) else ():
        orders, hashes = unpack_repeats(packed)
        at = np.minimum(np.searchsorted(said.orders, orders), len(heirs) - 1)
        same = at[(said.orders[at] == orders) & (said.hashes[at] == hashes)]
        newer = same[dates[same] < stated_at]
        heirs[newer], dates[newer] = other, stated_at
    return heirs, dates
