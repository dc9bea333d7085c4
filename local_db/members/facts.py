"""What is known about each member: of every fact the newest that any record about her says."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from local_db.coded import Coded
from local_db.members import facts_store as store
from local_db.members.facts_store import Facts, ListRow, Membership
from local_db.phones import PhoneKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.shop_file import Connection

    Ints = NDArray[np.int64]

# From the best to the worst thing to know about somebody's phone.
PHONE_KINDS = (PhoneKind.REAL, PhoneKind.LANDLINE, PhoneKind.VIRTUAL, PhoneKind.MASKED, PhoneKind.ABSENT)
NO_PLATFORM = "own"  # a file that does not say where its buyers are


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """Records about members, one entry each: whose, when (UTC seconds), and what they say."""

    member: Ints
    moment: Ints
    tie: Ints  # decides between records of the same second; from what they say, never from where they stand
    platform: Coded
    nick: Coded
    name: Coded
    email: Coded
    phone: Coded
    phone_kind: Ints  # index into PHONE_KINDS
    province: Coded
    city: Coded
    address_key: Coded


_TEXTS = ("nick", "name", "email")
_PLACE = ("province", "city", "address_key")


def newest_facts(said: Said) -> Iterator[tuple[int, Facts]]:
    """Per member, ids ascending, the newest filled fact of each kind; of phones the newest of the best kind."""
    order = np.lexsort((said.tie, said.moment, said.member))
    ids, place = np.unique(said.member[order], return_inverse=True)
    columns = [_platforms(said, order, place, len(ids)).texts()]
    columns += [_last(getattr(said, name), order, place, len(ids)).texts() for name in _TEXTS]
    kind, phone = _best_phone(said, order, place, len(ids))
    columns += [phone.texts(), [PHONE_KINDS[number].value for number in kind.tolist()]]
    somewhere = (said.province.codes[order] > 0) | (said.city.codes[order] > 0)
    columns += [_last(getattr(said, name), order, place, len(ids), somewhere).texts() for name in _PLACE]
    moment = np.zeros(len(ids), np.int64)
    known = said.moment[order] > 0
    moment[place[known]] = said.moment[order][known]
    yield from zip(ids.tolist(), map(Facts._make, zip(*columns, moment.tolist(), strict=True)), strict=True)


def _last(column: Coded, order: Ints, place: Ints, members: int, where: NDArray[np.bool_] | None = None) -> Coded:
    codes = np.zeros(members, np.int32)
    filled = column.codes[order] > 0 if where is None else where
    codes[place[filled]] = column.codes[order][filled]  # of equal places the last assignment holds
    return Coded(codes, column.values)


def _platforms(said: Said, order: Ints, place: Ints, members: int) -> Coded:
    """The newest one that is known."""
    nowhere = np.array([value in {"", NO_PLATFORM} for value in said.platform.values])
    known = ~nowhere[said.platform.codes[order]]
    any_of_them = _last(said.platform, order, place, members)
    codes = _last(said.platform, order, place, members, known).codes
    return Coded(np.where(codes > 0, codes, any_of_them.codes).astype(np.int32), said.platform.values)


def _best_phone(said: Said, order: Ints, place: Ints, members: int) -> tuple[Ints, Coded]:
    best = np.full(members, len(PHONE_KINDS) - 1, np.int64)
    kinds = said.phone_kind[order]
    np.minimum.at(best, place, kinds)
    codes = np.zeros(members, np.int32)
    holds = kinds == best[place]
    codes[place[holds]] = said.phone.codes[order][holds]
    return best, Coded(codes, said.phone.values)


def coded(texts: list[str]) -> Coded:
    """Texts as codes into their distinct values."""
    pool: dict[str, int] = {"": 0}
    codes = np.fromiter((pool.setdefault(text, len(pool)) for text in texts), np.int32, len(texts))
    return Coded(codes, tuple(pool))


def derive_facts(connection: Connection, members: Ints) -> int:
    """Bring what is known about these members up to date with the records; how many say something else than before."""
    changed = 0
    for start in range(0, len(members), store.BATCH):
        part = members[start : start + store.BATCH].tolist()
        rows = store.records_about(connection, part)
        facts = dict(newest_facts(_said(rows)))
        before = store.stored_facts(connection, part)
        news = [(m, facts.get(m, NOTHING)) for m in part if m in before and before[m] != facts.get(m, NOTHING)]
        changed += sum(before[member][:-1] != known[:-1] for member, known in news)
        store.update_members(connection, news)
        if store.any_list(connection):
            derive_memberships(connection, part)
    return changed


def derive_memberships(connection: Connection, members: list[int]) -> None:
    """Bring what is known of these members' memberships up to date with the lists."""
    said = memberships(store.list_rows(connection, members))
    before = store.stored_memberships(connection, members)
    news = ((member, said.get(member, Membership())) for member in before)
    store.update_memberships(connection, [(member, now) for member, now in news if now != before[member]])


def memberships(rows: Iterable[ListRow]) -> dict[int, Membership]:
    """Per member the earliest day of joining of all lists, and all else from the newest list that says it."""
    found: dict[int, Membership] = {}
    for row in sorted(rows, key=_newest_last):
        known = found.get(row.member, Membership())
        joined = min((day for day in (known.joined_at, row.joined_at) if day is not None), default=None)
        counted = (known.points, known.points_at) if row.points is None else (row.points, row.moment or None)
        found[row.member] = Membership(joined, row.birthday or known.birthday, row.tier or known.tier, *counted)
    return found


def _newest_last(row: ListRow) -> tuple[int, int, str, str, int]:
    """Where two lists of one time say different things, the same one counts whichever was imported first."""
    return row.moment, row.tie, row.birthday, row.tier, -1 if row.points is None else row.points


NOTHING = Facts("", "", "", "", "", PhoneKind.ABSENT.value, "", "", "", 0)


def _said(rows: list[store.RecordRow]) -> Said:
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(store.RecordRow._fields)
    numbers = {PHONE_KINDS[place].value: place for place in range(len(PHONE_KINDS))}
    member, moment, tie, *texts = columns
    platform, nick, name, email, phone, kind, province, city, address_key = (list(text) for text in texts)
    return Said(
        np.array(member, np.int64), np.array(moment, np.int64), np.array(tie, np.int64), coded(platform), coded(nick),
        coded(name), coded(email), coded(phone), np.array([numbers[k] for k in kind], np.int64), coded(province),
        coded(city), coded(address_key),
    )  # fmt: skip
