"""What the newest record says about each member, and what of it replaces what the shop knew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from local_db.importing.cells import MISSING
from local_db.importing.people import ABSENT, PHONE_KINDS, REAL, People
from local_db.members.search import search_key
from local_db.phones import PhoneKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.importing.table import Coded

    Ints = NDArray[np.int64]
    Hashes = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known about one member. `facts_at`: UTC seconds of the record it comes from."""

    nick: str
    name: str
    email: str
    phone: str
    phone_kind: str
    province: str
    city: str
    facts_at: int

    @property
    def search(self) -> str:
        """The text this member is found by."""
        return search_key(self.nick, self.name)


@dataclass(frozen=True, slots=True, eq=False)
class NewestFacts:
    """The facts of each member in `ids`, as columns."""

    ids: Ints
    _texts: dict[str, Coded]
    _phone_kind: Ints
    _moment: Ints

    def __iter__(self) -> Iterator[tuple[int, Facts]]:
        texts = [self._texts[name].texts() for name in ("nick", "name", "email", "phone", "province", "city")]
        kinds, moments = self._phone_kind.tolist(), self._moment.tolist()
        for member, nick, name, email, phone, province, city, kind, moment in zip(
            self.ids.tolist(), *texts, kinds, moments, strict=True
        ):
            yield member, Facts(nick, name, email, phone, PHONE_KINDS[kind].value, province, city, moment)


def newest_facts(people: People, members: Ints, moments: Ints, tie: Hashes) -> NewestFacts:
    """Per member the last filled cell of each kind, by time; records about nobody (0) are left out.

    `tie` orders records of the same second by what they say, never by their place in the file.
    """
    order = np.lexsort((tie, moments))
    order = order[members[order] > 0]
    ids, place = np.unique(members[order], return_inverse=True)
    texts = {name: _last(getattr(people, name), order, place, len(ids)) for name in ("nick", "name", "email")}
    kind, phone = _best_phone(people, order, place, len(ids))
    texts |= {"phone": phone} | _last_place(people, order, place, len(ids))
    moment = np.zeros(len(ids), np.int64)
    known = moments[order] != MISSING
    moment[place[known]] = moments[order][known]
    return NewestFacts(ids, texts, kind, moment)


def _last(column: Coded, order: Ints, place: Ints, members: int) -> Coded:
    codes = np.zeros(members, np.int32)
    filled = column.codes[order] > 0
    codes[place[filled]] = column.codes[order][filled]  # of equal places the last assignment holds
    return replace(column, codes=codes)


def _best_phone(people: People, order: Ints, place: Ints, members: int) -> tuple[Ints, Coded]:
    best = np.full(members, ABSENT, np.int64)
    kinds = people.phone_kind[order].astype(np.int64)
    np.minimum.at(best, place, kinds)
    codes = np.zeros(members, np.int32)
    holds = kinds == best[place]
    codes[place[holds]] = people.phone.codes[order][holds]
    return best, replace(people.phone, codes=codes)


def _last_place(people: People, order: Ints, place: Ints, members: int) -> dict[str, Coded]:
    """Province and city of the same record."""
    provinces, cities = np.zeros(members, np.int32), np.zeros(members, np.int32)
    filled = (people.province.codes[order] > 0) | (people.city.codes[order] > 0)
    provinces[place[filled]] = people.province.codes[order][filled]
    cities[place[filled]] = people.city.codes[order][filled]
    return {"province": replace(people.province, codes=provinces), "city": replace(people.city, codes=cities)}


_RANK = {kind.value: rank for rank, kind in enumerate(PHONE_KINDS)}
_REAL = PHONE_KINDS[REAL].value


def merged(old: Facts, new: Facts) -> Facts:
    """What holds once `new` is known: the newer record wins, an empty cell never does, a real phone stays real."""
    newer = new.facts_at >= old.facts_at

    def chosen(before: str, after: str) -> str:
        return after if after and (newer or not before) else before

    phone = _takes_phone(old, new, newer=newer)
    place = new if (new.province or new.city) and (newer or not old.province) else old
    return Facts(
        nick=chosen(old.nick, new.nick),
        name=chosen(old.name, new.name),
        email=chosen(old.email, new.email),
        phone=new.phone if phone else old.phone,
        phone_kind=new.phone_kind if phone else old.phone_kind,
        province=place.province,
        city=place.city,
        facts_at=max(old.facts_at, new.facts_at),
    )


def _takes_phone(old: Facts, new: Facts, *, newer: bool) -> bool:
    if new.phone_kind == PhoneKind.ABSENT:
        return False
    if old.phone_kind == new.phone_kind:
        return newer
    return _RANK[new.phone_kind] < _RANK[old.phone_kind]
