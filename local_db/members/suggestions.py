"""Who may be the same person without a rule that makes it certain, and why. Pure scoring rules over facts.

A masked phone or name proves nothing, so neither is ever compared.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from local_db.members import suggestion_store as store
from local_db.phones import PhoneKind

if TYPE_CHECKING:
    from local_db.shop_file import Connection

ENOUGH = 60  # points from which two members are suggested
MOST_TOGETHER = 8  # a phone that more people give is a forwarder's or a shop's, and says nothing about them
PHONE_END = 4  # digits
_SHORTEST_NAME = 2  # characters


class Why(StrEnum):
    """What two members have in common, or not."""

    SAME_PHONE = "same_phone"
    SAME_NAME = "same_name"
    SAME_ADDRESS = "same_address"
    SAME_PLACE = "same_place"
    SAME_PHONE_END = "same_phone_end"
    OTHER_NAME = "other_name"


# A phone alone is enough, even with another name: parents order for children. A name never is; with the street it is,
# and with the city and the end of another phone, which together are rarer than either.
POINTS: Mapping[Why, int] = {
    Why.SAME_PHONE: 70,
    Why.SAME_ADDRESS: 40,
    Why.SAME_NAME: 30,
    Why.SAME_PHONE_END: 20,
    Why.SAME_PLACE: 10,
    Why.OTHER_NAME: -10,
}


class Facts(NamedTuple):
    """What is compared of a member; empty where it is not known."""

    id: int
    name: str
    phone: str
    phone_kind: str
    province: str
    city: str
    address_key: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Two members, the one known for longer first, who are likely one person."""

    first: int
    second: int
    points: int
    why: tuple[Why, ...]

    @property
    def certain(self) -> bool:
        """Whether phone and name are the same, so that many of them may be joined at once."""
        return Why.SAME_PHONE in self.why and Why.SAME_NAME in self.why


def compared(first: Facts, second: Facts) -> tuple[Why, ...]:
    """What speaks for and against two members being one person."""
    return tuple(why for why, holds in _comparisons(first, second) if holds)


def _comparisons(first: Facts, second: Facts) -> Iterator[tuple[Why, bool]]:
    phone = _same(first.phone, second.phone) and {first.phone_kind, second.phone_kind} == {PhoneKind.REAL}
    both_named = min(len(first.name), len(second.name)) >= _SHORTEST_NAME
    named = both_named and first.name.casefold() == second.name.casefold()
    yield Why.SAME_PHONE, phone
    yield Why.SAME_NAME, named
    yield Why.OTHER_NAME, both_named and not named
    yield Why.SAME_ADDRESS, _same(first.address_key, second.address_key)
    yield Why.SAME_PLACE, _same(first.city, second.city) and first.province == second.province
    yield Why.SAME_PHONE_END, not phone and _same(first.phone[-PHONE_END:], second.phone[-PHONE_END:])


def _same(first: str, second: str) -> bool:
    return bool(first) and first == second


def scored(groups: Iterable[Sequence[Facts]], apart: frozenset[tuple[int, int]]) -> list[Suggestion]:
    """The pairs of each group that are enough alike, the most alike first; `apart` (smaller id first) are left out."""
    found: dict[tuple[int, int], Suggestion] = {}
    for group in groups:
        ordered = sorted(set(group))
        if len(ordered) > MOST_TOGETHER:
            continue
        for first, second in itertools.combinations(ordered, 2):
            pair = (first.id, second.id)
            if pair in found or pair in apart:
                continue
            why = compared(first, second)
            points = sum(POINTS[reason] for reason in why)
            if points >= ENOUGH:
                found[pair] = Suggestion(*pair, points, why)
    return sorted(found.values(), key=lambda found: (-found.points, found.first, found.second))


def all_suggestions(connection: Connection) -> list[Suggestion]:
    """Everybody who is likely somebody else too, the most alike first."""
    groups = store.groups(connection, MOST_TOGETHER, PHONE_END)
    facts = {row[0]: Facts(*row) for row in store.facts(connection, sorted({i for group in groups for i in group}))}
    known = ([facts[member] for member in group if member in facts] for group in groups)
    return scored(known, store.kept_apart(connection))
