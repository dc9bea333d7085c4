"""Who a record is about: people are told apart by their keys, the strongest one deciding.

From strong to weak: a platform's buyer id, open id, nick, then e-mail, then a real phone. A record
belongs to the member who owns its strongest known key. A weaker key joins a record to its owner only
while no stronger key of the record says otherwise: two nicks with one phone stay two people. Keys
nobody owns yet are given to the member found. Masked values never get here.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.shop_file import Connection

    Ints = NDArray[np.int64]

KINDS = ("buyer_id", "open_id", "nick", "email", "phone")  # strongest first
OF_PLATFORM = frozenset({"buyer_id", "open_id", "nick"})  # the others are the same everywhere
_ELSEWHERE = -1  # a key that no record of this file has
_PER_QUERY = 4000


@dataclass(frozen=True, slots=True, eq=False)
class Key:
    """One kind of key for every record: codes into `values`, 0 where the record has none."""

    kind: str
    codes: NDArray[np.int32]
    values: Sequence[str]


@dataclass(frozen=True, slots=True, eq=False)
class Resolution:
    """Whom each record is about (a member id, 0 for nobody), who is new, and keys to be written."""

    member: Ints
    new_members: list[int]
    new_identities: list[tuple[int, str, str, str]]  # member id, kind, scope, value


def scope_of(kind: str, platform: str) -> str:
    """Where a key of this kind is unique."""
    return platform if kind in OF_PLATFORM else ""


def resolve(connection: Connection, platform: str, keys: Sequence[Key], moments: Ints) -> Resolution:
    """Find or number the member of every record; nothing is written.

    Records are taken by `moments`, then by their keys, never by their place, so that the rows of a
    file in another order give the same people.
    """
    present = [key for kind in KINDS for key in keys if key.kind == kind and key.codes.any()]
    member = np.zeros(len(moments), np.int64)
    if not present:
        return Resolution(member, [], [])
    combination, firsts = _combinations(present, moments)
    book = _Book(connection, platform, present)
    owner = np.zeros(len(firsts), np.int64)
    codes = np.stack([key.codes[firsts] for key in present], axis=1).tolist()
    for place in _in_time(present, firsts, moments).tolist():
        owner[place] = book.member_of(codes[place])
    member = owner[combination]
    return Resolution(member, book.new_members, book.new_identities())


def _combinations(keys: Sequence[Key], moments: Ints) -> tuple[Ints, Ints]:
    """Records with the same keys: the combination each has, and each one's earliest record."""
    combination = np.zeros(len(moments), np.int64)
    for key in keys:
        wide = combination * np.int64(len(key.values)) + key.codes
        combination = np.unique(wide, return_inverse=True)[1].astype(np.int64)
    by_time = np.argsort(moments, kind="stable")
    _, place = np.unique(combination[by_time], return_index=True)
    return combination, by_time[place]


def _in_time(keys: Sequence[Key], firsts: Ints, moments: Ints) -> Ints:
    ranks = []
    for key in keys:
        by_text = sorted(range(len(key.values)), key=key.values.__getitem__)
        rank = np.empty(len(by_text), np.int64)
        rank[by_text] = np.arange(len(by_text))
        ranks.append(rank[key.codes[firsts]])
    return np.lexsort((*reversed(ranks), moments[firsts]))


class _Book:
    """Who owns which key, as known to the shop and as this file adds to it."""

    def __init__(self, connection: Connection, platform: str, keys: Sequence[Key]) -> None:
        self._connection = connection
        self._keys = keys
        self._scopes = [scope_of(key.kind, platform) for key in keys]
        self._owner = [[0] * len(key.values) for key in keys]
        self._known: list[dict[int, int]] = [{} for _ in keys]  # member → one of their keys of this kind
        self._claimed: list[tuple[int, int, int]] = []
        self.new_members: list[int] = []
        self._next: int = connection.execute("select coalesce(max(id), 0) + 1 from members").fetchone()[0]
        self._load()

    def member_of(self, codes: Sequence[int]) -> int:
        """The member a record with these keys is about; a new one where there is none; 0 without keys."""
        if not any(codes):
            return 0
        member = self._found(codes)
        if not member:
            member = self._next
            self._next += 1
            self.new_members.append(member)
        for strength, code in enumerate(codes):
            if code and not self._owner[strength][code]:
                self._owner[strength][code] = member
                self._known[strength].setdefault(member, code)
                self._claimed.append((member, strength, code))
        return member

    def new_identities(self) -> list[tuple[int, str, str, str]]:
        """The keys claimed so far, to be written."""
        return [
            (member, self._keys[strength].kind, self._scopes[strength], self._keys[strength].values[code])
            for member, strength, code in self._claimed
        ]

    def _found(self, codes: Sequence[int]) -> int:
        for strength, code in enumerate(codes):
            member = self._owner[strength][code] if code else 0
            if member and not self._contradicted(member, codes[:strength]):
                return member
        return 0

    def _contradicted(self, member: int, stronger: Sequence[int]) -> bool:
        return any(code and self._known[strength].get(member, code) != code for strength, code in enumerate(stronger))

    def _load(self) -> None:
        """Fetch the owners of this file's keys, then what else those members are known by."""
        members: set[int] = set()
        for strength, key in enumerate(self._keys):
            place = {value: code for code, value in enumerate(key.values) if code}
            used = [key.values[code] for code in np.unique(key.codes).tolist() if code]
            for value, member in _owners(self._connection, key.kind, self._scopes[strength], used):
                self._owner[strength][place[value]] = member
                self._known[strength][member] = place[value]
                members.add(member)
        for strength, key in enumerate(self._keys[:-1]):
            known = self._known[strength]
            unknown = [member for member in members if member not in known]
            for member in _holders(self._connection, key.kind, self._scopes[strength], unknown):
                known[member] = _ELSEWHERE


def _owners(connection: Connection, kind: str, scope: str, values: Sequence[str]) -> Iterator[tuple[str, int]]:
    if not connection.execute("select 1 from identities limit 1").fetchone():
        return
    for start in range(0, len(values), _PER_QUERY):
        yield from connection.execute(
            "select i.value, i.member_id from json_each(?) j"
            " cross join identities i on i.kind = ? and i.scope = ? and i.value = j.value",
            [json.dumps(values[start : start + _PER_QUERY]), kind, scope],
        )


def _holders(connection: Connection, kind: str, scope: str, members: Sequence[int]) -> Iterator[int]:
    for start in range(0, len(members), _PER_QUERY):
        found = connection.execute(
            "select distinct i.member_id from json_each(?) j"
            " cross join identities i on i.member_id = j.value and i.kind = ? and i.scope = ?",
            [json.dumps(members[start : start + _PER_QUERY]), kind, scope],
        )
        yield from (member for (member,) in found)
