"""The texts of many members at once: counted without being written, written when somebody reads them.

Lengths add up: a text is as long as its fixed words and its values. So values are cleaned, cut and measured once per
distinct one, and the million sums are array operations. Only where a text of several parts holds a character that must
not be split between two parts does its size depend on where that character stands; those few are written and counted.
`render.render` says the same of one member, and the tests hold the two equal.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, TypeVar

import numpy as np

from local_db.templates.clean import INVISIBLE, cut
from local_db.templates.column import Column
from local_db.templates.filling import instead_of
from local_db.templates.layout import Layout, Slot, layout
from local_db.templates.links import LINK
from local_db.templates.model import Template
from local_db.templates.sms_parts import GSM, GSM_EXTENSION, PartsRule, Room, Route, count_parts, utf16_units
from local_db.templates.values import clean_values
from local_db.templates.vendor import Vendor

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.roster.roster import Bools, Ints

    Counts = NDArray[np.int32]

Figure = TypeVar("Figure", bound=np.generic)

CHUNK = 10_000
_ROUTES = tuple(Route)
_BLANK_LETTERS = frozenset(filter(str.isalnum, INVISIBLE))


@dataclass(frozen=True, eq=False)
class Filling:
    """What fills one slot: the finished texts of the distinct values, and their sizes."""

    column: Column
    units: Counts  # UTF-16 units per distinct text
    empty: Bools  # per distinct text: there is no value, and something else stands there
    missing: Bools  # per distinct text: a value was needed, and a placeholder stands there

    @cached_property
    def septets(self) -> Counts:
        """GSM-7 septets per distinct text; -1 where one character is not in that alphabet."""
        return np.fromiter(map(_septets, self.column.values), np.int32, len(self.column.values))

    @cached_property
    def wide(self) -> Bools:
        """Per distinct text: a character takes two units that belong together."""
        return np.fromiter(map(_is_wide, self.column.values), np.bool_, len(self.column.values))

    @cached_property
    def plain(self) -> Bools:
        """Per distinct text: visible letters and digits of one unit each, so that any limit cuts it there."""
        texts = self.column.values
        characters = np.fromiter(map(len, texts), np.int32, len(texts))
        letters: Bools = np.fromiter(map(str.isalnum, texts), np.bool_, len(texts))
        if _BLANK_LETTERS & set().union(*texts):  # rare: what is left of such a value may be blank
            letters &= np.fromiter(map(_BLANK_LETTERS.isdisjoint, texts), np.bool_, len(texts))
        return letters & np.equal(characters, self.units)

    def of_members(self, per_text: NDArray[Figure], chosen: Ints | slice) -> NDArray[Figure]:
        """A figure of the distinct texts as a figure of these members."""
        codes = self.column.codes
        return per_text[chosen] if codes is None else per_text[codes[chosen]]


class Texts(Sequence[str]):
    """One text per member. Reading one writes it."""

    def __init__(
        self, template: Template, vendor: Vendor, columns: Mapping[str, Column], routes: NDArray[np.int8]
    ) -> None:
        """`columns` hold a value per member for every variable; `routes` a place in `list(Route)` per member."""
        self.template = template
        self.vendor = vendor
        self.routes = routes
        self._layouts = {number: layout(template, route, vendor.signature) for number, route in enumerate(_ROUTES)}
        slots = dict.fromkeys(slot for found in self._layouts.values() for slot in found.slots)
        self.fillings: dict[Slot, Filling] = {slot: _filling(slot, columns[slot.name]) for slot in slots}
        self.units: Counts = np.zeros(len(routes), np.int32)  # as billed: septets where the text is packed
        self.parts: Counts = np.zeros(len(routes), np.int32)
        self.packed: Bools = np.zeros(len(routes), np.bool_)  # counted as GSM-7
        self.wide: Bools = np.zeros(len(routes), np.bool_)  # holds what may not be split between two parts
        for number in np.unique(routes).tolist():
            self._count(number)

    def __len__(self) -> int:
        return len(self.routes)

    def __getitem__(self, place: int) -> str:  # type: ignore[override] # no slices
        place = range(len(self))[place]
        return self._write(int(self.routes[place]), place, place + 1)[0]

    def __iter__(self) -> Iterator[str]:
        for start in range(0, len(self), CHUNK):
            yield from self.chunk(start, start + CHUNK)

    def chunk(self, start: int, stop: int) -> list[str]:
        """The texts of a stretch of members."""
        stop = min(stop, len(self))
        kinds = np.unique(self.routes[start:stop]).tolist()
        if len(kinds) <= 1:
            return [] if not kinds else self._write(kinds[0], start, stop)
        written = {kind: self._write(kind, start, stop) for kind in kinds}
        return [written[kind][place] for place, kind in enumerate(self.routes[start:stop].tolist())]

    def route(self, place: int) -> Route:
        """The route of a member's number."""
        return _ROUTES[int(self.routes[place])]

    def times(self, slot: Slot) -> int:
        """How often the slot stands in each text."""
        return self._layouts[0].slots.count(slot)  # the body is the same on every route

    def unfilled(self) -> dict[str, int]:
        """For each variable, how many texts lack a value that is needed."""
        lacking: dict[str, Bools] = {}
        for slot, filling in self.fillings.items():
            if filling.missing.any():
                mask = filling.of_members(filling.missing, slice(None))
                lacking[slot.name] = lacking[slot.name] | mask if slot.name in lacking else mask
        return {name: int(np.count_nonzero(mask)) for name, mask in sorted(lacking.items())}

    def linked(self) -> dict[str, int]:
        """For each variable, how many texts get a web address from its value."""
        found: dict[str, int] = {}
        for slot, filling in self.fillings.items():
            values = filling.column.values
            dotted = [place for place, value in enumerate(values) if "." in value and LINK.search(value)]
            if dotted:
                mask = np.zeros(len(values), np.bool_)
                mask[dotted] = True
                count = int(np.count_nonzero(filling.of_members(mask, slice(None))))
                found[slot.name] = max(found.get(slot.name, 0), count)
        return {name: count for name, count in sorted(found.items()) if count}

    def histogram(self) -> dict[int, int]:
        """Parts of a text: how many texts."""
        return {parts: count for parts, count in enumerate(np.bincount(self.parts).tolist()) if count}

    def members_of_length(self, parts: int) -> Ints:
        """The places of the members whose text needs so many parts."""
        return np.flatnonzero(self.parts == parts)

    def _write(self, kind: int, start: int, stop: int) -> list[str]:
        form = self._layouts[kind]
        if not form.slots:
            return [form.words] * (stop - start)
        pattern = "".join(piece.replace("%", "%%") if isinstance(piece, str) else "%s" for piece in form.pieces)
        columns = [self.fillings[slot].column.texts(start, stop) for slot in form.slots]
        return list(map(pattern.__mod__, zip(*columns, strict=True)))

    def _count(self, kind: int) -> None:
        chosen: Ints | slice = slice(None)
        if not (whole := bool((self.routes == kind).all())):
            chosen = np.flatnonzero(self.routes == kind)
        members = len(self) if whole else len(self.routes[chosen])
        form, rule = self._layouts[kind], self.vendor.parts
        units = self._sum(form, "units", utf16_units(form.words), chosen, members)
        if _ROUTES[kind] not in rule.gsm7_routes:
            self.units[chosen] = units
            self.parts[chosen] = parts_of_all(units, rule.ucs2)
            return
        self._count_packed(form, rule, chosen, members, units)

    def _count_packed(self, form: Layout, rule: PartsRule, chosen: Ints | slice, members: int, units: Counts) -> None:
        fixed = _septets(form.words)
        packed = np.full(members, fixed >= 0)
        for slot in form.slots:
            filling = self.fillings[slot]
            packed &= filling.of_members(filling.septets, chosen) >= 0
        septets = self._sum(form, "septets", max(fixed, 0), chosen, members)
        sizes = np.where(packed, septets, units)
        parts = np.where(packed, parts_of_all(septets, rule.gsm7), parts_of_all(units, rule.ucs2))
        places = np.arange(len(self), dtype=np.int64)[chosen]
        wide = self._wide(form, chosen, members)
        for place in np.flatnonzero(wide & (parts > 1)).tolist():
            parts[place] = count_parts(self[int(places[place])], self.route(int(places[place])), rule).parts
        self.units[chosen], self.parts[chosen] = sizes, parts
        self.packed[chosen], self.wide[chosen] = packed, wide

    def _sum(
        self, form: Layout, figure: Literal["units", "septets"], fixed: int, chosen: Ints | slice, members: int
    ) -> Counts:
        total = np.full(members, fixed, np.int32)
        for slot in form.slots:
            filling = self.fillings[slot]
            total += filling.of_members(filling.units if figure == "units" else filling.septets, chosen)
        return total

    def _wide(self, form: Layout, chosen: Ints | slice, members: int) -> Bools:
        wide = np.full(members, _is_wide(form.words))
        for slot in form.slots:
            filling = self.fillings[slot]
            wide |= filling.of_members(filling.wide, chosen)
        return wide


def parts_of_all(units: Counts, room: Room) -> Counts:
    """`sms_parts.parts_of` of many lengths."""
    return np.where(units <= room.one, np.minimum(units, 1), -(-units // room.many)).astype(np.int32)


def _filling(slot: Slot, column: Column) -> Filling:
    texts, units = clean_values(column.values)
    if slot.limit is not None:
        for place in np.flatnonzero(units > slot.limit).tolist():
            texts[place] = cut(texts[place], slot.limit)
            units[place] = utf16_units(texts[place])
    empty = units == 0
    missing = empty & (slot.fallback is None)
    instead = instead_of(slot)
    for place in np.flatnonzero(empty).tolist():
        texts[place] = instead
    units[empty] = utf16_units(instead)
    return Filling(Column(texts, column.codes), units.astype(np.int32), empty, missing)


def _septets(text: str) -> int:
    if not GSM.issuperset(text):
        return -1
    return len(text) + sum(map(text.count, GSM_EXTENSION))


def _is_wide(text: str) -> bool:
    return any(char in GSM_EXTENSION or char > "\uffff" for char in text)
