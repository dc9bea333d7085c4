"""Which members a list shows and in what order: the roster's columns, sorted once. Pure rules."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from local_db.members.model import Figures, SortKey
from local_db.members.ordering import Order, alphabetical, order_of_values
from local_db.roster.roster import NO_TIME, Consent
from local_db.segments.facts import OrderFacts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    from local_db.members.ordering import Values
    from local_db.roster.roster import Bools, Ints, Roster, TextColumn

_MOST_BITS = 60  # of a number that says which of so many tags somebody has


class Listing:
    """The members of one roster with what their purchases come to; the same figures segments compare."""

    def __init__(self, roster: Roster) -> None:
        self.roster = roster
        self._facts = OrderFacts(roster, None)
        self._orders: dict[SortKey, Order] = {}
        self._taken: Mapping[SortKey, Order] | None = None
        self._same_ids: Ints | None = None  # an index's, known to be those of the roster

    @property
    def people(self) -> int:
        """How many members there are."""
        return self.roster.size

    @cached_property
    def usable_phones(self) -> int:
        """How many of them have a mobile number that can be written to."""
        return int(self.roster.members.phone_usable.sum())

    def take_orders(self, ids: Ints, orders: Mapping[SortKey, Order]) -> None:
        """Use the orders of an index in which members have these ids; one with other members does not fit."""
        if orders is not self._taken and np.array_equal(ids, self.roster.members.ids):
            self._orders.update(orders)
            self._taken, self._same_ids = orders, ids

    @property
    def sorted_columns(self) -> int:
        """By how many columns members stand sorted already."""
        return len(self._orders)

    def knows(self, key: SortKey) -> bool:
        """Whether members can be sorted by this; columns of texts come from the index."""
        return key in self._orders or key in _COLUMNS

    def order(self, key: SortKey) -> Order:
        """Everybody in the order of a column, sorted when first asked for; KeyError where `knows` says no."""
        if key not in self._orders:
            values, missing = _COLUMNS[key](self)
            self._orders[key] = order_of_values(values, missing)
        return self._orders[key]

    def arranged(self, key: SortKey, *, descending: bool, among: Bools | None = None) -> Ints:
        """Member ids in order, all of them or those `among` (per member); who has no value comes last either way.

        Ties are in the order of ids.
        """
        numbers = self.order(key).numbers(descending=descending, among=among)
        return np.take(self.roster.members.ids, numbers)

    def mask_of(self, ids: Ints, found: Bools) -> Bools:
        """Per member of this listing: what `found` says of the member with the same id; False for others."""
        known = self.roster.members.ids
        if ids is self._same_ids:
            return found
        mask = np.zeros(len(known), np.bool_)
        places, there = self.places(ids[found])
        mask[places[there]] = True
        return mask

    def places(self, ids: Ints) -> tuple[Ints, Bools]:
        """The numbers of members, and whether they are here at all."""
        known = self.roster.members.ids
        places = np.minimum(np.searchsorted(known, ids), max(0, len(known) - 1))
        there = known[places] == ids if len(known) else np.zeros(len(ids), np.bool_)
        return places, there

    def figures(self, ids: Sequence[int]) -> list[Figures]:
        """The figures of some members, in the order asked; nothing bought for an id that is not there."""
        places, there = self.places(np.asarray(ids, dtype=np.int64))
        pairs = zip(places.tolist(), there.tolist(), strict=True)
        return [self._figures(place) if found else Figures() for place, found in pairs]

    def _figures(self, number: int) -> Figures:
        facts = self._facts
        return Figures(
            orders=int(facts.orders[number]),
            spent=int(facts.spent[number]),
            first=_time_or_none(int(facts.first[number])),
            last=_time_or_none(int(facts.last[number])),
            consent=Consent(int(self._sms[number])),
        )

    @cached_property
    def _sms(self) -> NDArray[np.uint8]:
        """What holds on SMS; whom a refusal of the same person reaches has opted out too."""
        members = self.roster.members
        known = members.consent["sms"]
        return np.where(members.refused["sms"], np.uint8(Consent.OPTED_OUT), known) if members.refused else known

    def _place(self) -> tuple[Values, Bools]:
        province, city = self.roster.members.province, self.roster.members.city
        values = _column_ranks(province) * (len(city.values) + 1) + _column_ranks(city)
        return values, (province.codes == 0) & (city.codes == 0)

    def _platform(self) -> tuple[Values, Bools]:
        return _of_column(self.roster.members.platform)

    def _province(self) -> tuple[Values, Bools]:
        return _of_column(self.roster.members.province)

    def _city(self) -> tuple[Values, Bools]:
        return _of_column(self.roster.members.city)

    def _tags(self) -> tuple[Values, Bools]:
        """By the names of all tags somebody has, one after another."""
        tags = self.roster.members.tags
        names = sorted(tags)
        kinds = np.zeros(self.roster.size, np.int64)
        firsts = np.zeros(min(1, self.roster.size), np.int64)  # somebody of each kind
        for first in range(0, len(names), _MOST_BITS // 2):
            bits = np.zeros(self.roster.size, np.int64)
            for name in names[first : first + _MOST_BITS // 2]:
                bits = bits * 2 + tags[name]
            _, firsts, kinds = np.unique(kinds << (_MOST_BITS // 2) | bits, return_index=True, return_inverse=True)
        words = ["\t".join(name for name in names if tags[name][number]) for number in firsts.tolist()]
        missing = np.array([not word for word in words], np.bool_)
        return (_ranks(words)[kinds], missing[kinds]) if words else (kinds, np.zeros(0, np.bool_))

    def _birthday(self) -> tuple[Values, Bools]:
        days = self.roster.members.birthday
        return days, days == 0

    def _tier(self) -> tuple[Values, Bools]:
        return _of_column(self.roster.members.tier)

    def _consent(self) -> tuple[Values, Bools]:
        known = self._sms.astype(np.int64)
        return known, known == Consent.UNKNOWN

    def _orders_made(self) -> tuple[Values, Bools]:
        values = self._facts.orders
        return values, np.zeros(len(values), np.bool_)

    def _spent(self) -> tuple[Values, Bools]:
        return self._facts.spent, self._facts.orders == 0

    def _average(self) -> tuple[Values, Bools]:
        orders = self._facts.orders
        return self._facts.spent / np.maximum(orders, 1), orders == 0

    def _first(self) -> tuple[Values, Bools]:
        return self._facts.first, self._facts.first == NO_TIME

    def _last(self) -> tuple[Values, Bools]:
        return self._facts.last, self._facts.last == NO_TIME


# Per member their value, and who has none.
_COLUMNS: dict[SortKey, Callable[[Listing], tuple[Values, Bools]]] = {
    SortKey.PLATFORM: Listing._platform,  # noqa: SLF001 - the table belongs to the class
    SortKey.PLACE: Listing._place,  # noqa: SLF001
    SortKey.PROVINCE: Listing._province,  # noqa: SLF001
    SortKey.CITY: Listing._city,  # noqa: SLF001
    SortKey.BIRTHDAY: Listing._birthday,  # noqa: SLF001
    SortKey.TIER: Listing._tier,  # noqa: SLF001
    SortKey.TAGS: Listing._tags,  # noqa: SLF001
    SortKey.CONSENT: Listing._consent,  # noqa: SLF001
    SortKey.ORDERS: Listing._orders_made,  # noqa: SLF001
    SortKey.SPENT: Listing._spent,  # noqa: SLF001
    SortKey.AVERAGE: Listing._average,  # noqa: SLF001
    SortKey.FIRST: Listing._first,  # noqa: SLF001
    SortKey.LAST: Listing._last,  # noqa: SLF001
}


def _of_column(column: TextColumn) -> tuple[Values, Bools]:
    return _column_ranks(column), column.codes == 0


def _ranks(words: Sequence[str]) -> Ints:
    places = {word: place for place, word in enumerate(sorted(set(words), key=alphabetical))}
    return np.fromiter((places[word] for word in words), dtype=np.int64, count=len(words))


def _column_ranks(column: TextColumn) -> Ints:
    return _ranks(column.values)[column.codes]


def _time_or_none(seconds: int) -> int | None:
    return None if seconds == NO_TIME else seconds
