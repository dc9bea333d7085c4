"""Which profile reads a file, and which column is which field, told from the headers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from local_db.importing.model import FileKind
from local_db.importing.profile import Profile, common_headers, plain
from local_db.importing.readers import Row, RowSource

# Files with such headers are no order lists, though they may look like one: amounts of sub-orders, of refunds, of
# what moved on an account. Guessing them to be what orders paid would give wrong sums in silence.
_NO_ORDER_LIST = re.compile(
    r"子订单(?:编?号|id)?|order[ -]?item[ -]?id"
    r"|退款(?:编号|单号)|售后(?:编号|单号|服务单号)|服务单号|refund (?:id|no\.?|number)|return (?:id|number)"
    r"|(?:动[账帐]|账务|资金)流水号?|动[账帐]流水号|(?:收入|支出)金额.*|收支方向|动[账帐](?:方向|金额)|入[帐账]类型|账务类型"
    r"|结算状态|应结金额"
)
_UNIT = re.compile(r" ?\([+-]?(?:元|件|rmb|cny|¥)\)$")  # behind a header; platforms add it and leave it out again
_OPTED_OUT = re.compile(r"退订|拒收|opt.?(?:ed.?)?out|unsubscribe", re.IGNORECASE)
HEADER_ROWS = 15  # platforms put titles, notes and branding above the header


@dataclass(frozen=True, slots=True)
class Recognition:
    """A table, the profile that reads it, the row its header stands in (0-based) and field → column index.

    `others` are further sheets of the same kind, to be read as one with this; `left_out` names those that
    are not read although they look like a table of orders or members.
    """

    source: RowSource
    profile: Profile
    header_row: int
    headers: tuple[str, ...]
    columns: Mapping[str, int]
    guessed: bool = False
    others: tuple[Recognition, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def sheets(self) -> tuple[Recognition, ...]:
        """Every table to be read, this one first."""
        return (self, *self.others)

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that any of the tables has."""
        return tuple(dict.fromkeys(field for sheet in self.sheets for field in sheet.columns))

    @property
    def estimated_rows(self) -> int:
        """About how many rows there are in all, headers included."""
        return sum(sheet.source.estimated_rows for sheet in self.sheets)

    def header(self, field: str) -> str:
        """The header of a field as written in the first table that has it."""
        named = (sheet.headers[sheet.columns[field]] for sheet in self.sheets if field in sheet.columns)
        return next(named, "").strip()


def recognise(sources: Iterable[RowSource], profiles: Sequence[Profile]) -> Recognition | None:
    """The first sheet that a profile fits with all others of its kind; guessed where no profile fits."""
    heads = [(source, source.head()) for source in sources]
    for source, head in heads:
        if found := _best(source, head, profiles):
            return _with_others(found, [(s, _best(s, h, profiles)) for s, h in heads if s is not source])
    for source, head in heads:
        if found := _guess(source, head):
            return _with_others(found, [(s, _guess(s, h)) for s, h in heads if s is not source])
    return None


def _with_others(found: Recognition, rest: Sequence[tuple[RowSource, Recognition | None]]) -> Recognition:
    """All sheets of one kind read as one.

    Hidden ones are no part of what a person sees. Of orders without a number, a sheet that holds another one
    once more could not be told from new orders.
    """
    numbered = found.profile.kind is not FileKind.ORDERS or not found.profile.rows.number_from_content
    others, left_out = [], []
    for source, other in rest:
        if other is None:
            continue
        if other.profile == found.profile and numbered and not source.hidden:
            others.append(other)
        else:
            left_out.append(source.name)
    return replace(found, others=tuple(others), left_out=tuple(left_out))


def columns_of(profile: Profile, headers: Row) -> dict[str, int]:
    """Field → column index for the headers a profile knows; of several equal headers the first one.

    A unit in brackets behind a header, such as 实付金额(元), may be missing or too much.
    """
    return _columns(profile, _places(headers))


def _columns(profile: Profile, places: Mapping[str, int]) -> dict[str, int]:
    found = {}
    for field, names in profile.headers.items():
        for name in names:
            full, bare = _spellings(name)
            place = places.get(full, places.get(bare))
            if place is not None:
                found[field] = place
                break
    return found


def _places(headers: Row) -> dict[str, int]:
    """The column of every spelling; the full one comes before the one without its unit."""
    spellings = [plain(header) for header in headers]
    places: dict[str, int] = {}
    for index, spelling in enumerate(spellings):
        places.setdefault(spelling, index)
    for index, spelling in enumerate(spellings):
        places.setdefault(_bare(spelling), index)
    places.pop("", None)
    return places


@cache
def _spelling(name: str) -> str:
    """The spelling of a profile's header."""
    return plain(name)


@cache
def _spellings(name: str) -> tuple[str, str]:
    """The same with and without its unit; every row of every file is compared with them."""
    return _spelling(name), _bare(_spelling(name))


def _known(profile: Profile) -> Iterator[str]:
    """Every spelling of a header that a profile knows."""
    for names in profile.headers.values():
        for name in names:
            yield from _spellings(name)


def _bare(spelling: str) -> str:
    return _UNIT.sub("", spelling)


def likely_header(head: Sequence[Row]) -> int:
    """Of the first rows the one that has most cells of text and no two alike; for a layout nobody knows."""
    if not head:
        return 0
    return max(range(min(HEADER_ROWS, len(head))), key=lambda place: (_header_likeness(head[place]), -place))


def _best(source: RowSource, head: Sequence[Row], profiles: Sequence[Profile]) -> Recognition | None:
    best: Recognition | None = None
    known = {spelling for profile in profiles for spelling in _known(profile)}
    for place, row in enumerate(head[:HEADER_ROWS]):
        places = _places(row)
        if known.isdisjoint(places):
            continue  # no profile knows a word of it, as of most rows that are no headers
        for profile in profiles:
            columns = _columns(profile, places)
            if not _fits(profile, columns) or any(_spelling(header) in places for header in profile.without):
                continue
            found = Recognition(source, profile, place, tuple(row), columns)
            if best is None or _rank(found) > _rank(best):
                best = found
    return best


def _rank(found: Recognition) -> tuple[bool, int]:
    """Who has opted out must not be read as a buyer only, however many columns of orders stand beside it."""
    says_so = any(_OPTED_OUT.search(found.header(field)) for field in ("opted_out_at", "phone", "nick"))
    return says_so and "opted_out" in found.profile.consent.values(), len(found.columns)


def _fits(profile: Profile, columns: Mapping[str, int]) -> bool:
    if not columns or any(field not in columns for field in profile.required):
        return False
    return not profile.required_any or any(field in columns for field in profile.required_any)


def _guess(source: RowSource, head: Sequence[Row]) -> Recognition | None:
    profile = common_headers()
    best: Recognition | None = None
    for place, row in enumerate(head[:HEADER_ROWS]):
        columns = _without_clashes(columns_of(profile, row))
        if any(_NO_ORDER_LIST.fullmatch(_bare(plain(header))) for header in row):
            return None
        if not _is_order_list(columns) or (best is not None and len(columns) <= len(best.columns)):
            continue
        best = Recognition(source, _for(profile, columns), place, tuple(row), columns, guessed=True)
    return best


def _is_order_list(columns: Mapping[str, int]) -> bool:
    money = "paid" in columns or "total" in columns
    return money and ("paid_at" in columns or "ordered_at" in columns)


def _without_clashes(columns: dict[str, int]) -> dict[str, int]:
    """A column whose header could be two fields is read as the first one only."""
    taken: set[int] = set()
    kept = {}
    for field, index in columns.items():
        if index not in taken:
            kept[field] = index
            taken.add(index)
    return kept


def _for(profile: Profile, columns: Mapping[str, int]) -> Profile:
    if "number" in columns:
        return profile
    return replace(profile, rows=replace(profile.rows, per_line=False, number_from_content=True))


def _header_likeness(row: Row) -> int:
    words = [plain(cell) for cell in row if plain(cell)]
    telling = {word for word in words if not any(c.isdigit() for c in word)}
    return len(telling) if len(words) > 1 else 0
