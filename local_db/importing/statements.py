"""What several files say about one order, and what follows from all of it, in whatever order they came.

An order only ever moves on: it is paid, sent, received, finished, closed, and money goes back. So of two files the one
in which it is further along is the newer one, whenever either was exported; only between files that agree so far does
the moment of the export decide. Each fact is taken from the newest file that says it, and what one file is silent
about another may say.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from local_db.importing.model import STATUSES

Value = str | int | None

# What a file may say about an order, as columns of the shop file; `known` of an import names those it does say.
FIELDS = ("status", "closing", "ordered_at", "paid_at", "shipped_at", "finished_at", "paid", "refunded", "net",
          "discount", "items", "province", "city", "shop")  # fmt: skip
_ONE_BY_ONE = ("ordered_at", "paid_at", "shipped_at", "finished_at", "discount", "items")
# Lines with numbers of their own add up over files; else a row for each is better than titles joined in one cell.
NUMBERED, PER_ROW, JOINED = "lines_numbered", "lines", "lines_joined"


class Line(NamedTuple):
    """One order line as a file says it; money in minor units, None where not said."""

    number: str
    title: str
    sku: str
    quantity: int | None
    price: int | None
    discount: int | None
    status: str


@dataclass(frozen=True, slots=True)
class Statement:
    """What one import says about one order. `strength`: how strong the key of its record is, 0 the strongest."""

    import_id: int
    stated_at: int
    content_hash: str
    known: frozenset[str]
    values: Mapping[str, Value]
    lines: tuple[Line, ...] = ()
    record_id: int | None = None
    strength: int = 0

    def says(self, name: str) -> Value:
        """The value of a field; None where this import does not say it."""
        value = self.values.get(name) if name in self.known or name == "shop" else None
        return None if value == "" or (name == "status" and value == "unknown") else value

    @property
    def progress(self) -> tuple[int, int, int, int, int, str]:
        """How far along the order is here; the greatest holds."""
        status = self.says("status")
        return (
            STATUSES.index(str(status)) if status else -1,
            _number(self.says("refunded")),
            _number(self.says("finished_at")),
            _number(self.says("shipped_at")),
            self.stated_at,
            self.content_hash,
        )


@dataclass(frozen=True, slots=True)
class Order:
    """What follows from all statements about an order."""

    values: dict[str, Value]
    lines: tuple[Line, ...]
    record_id: int | None


def content_of(values: Mapping[str, Value], lines: Iterable[Line]) -> str:
    """What a statement says, as it is kept."""
    said = {name: value for name, value in values.items() if value is not None and value != ""}
    return json.dumps({"values": said, "lines": list(lines)}, ensure_ascii=False, separators=(",", ":"))


def read_content(content: str) -> tuple[dict[str, Value], tuple[Line, ...]]:
    """Back from what is kept."""
    said = json.loads(content)
    return said["values"], tuple(Line(*line) for line in said["lines"])


def merged(statements: Sequence[Statement], refunds: int) -> Order:
    """The order as all files together tell it. `refunds`: what refund reports say has gone back, in minor units."""
    ordered = sorted(statements, key=lambda statement: statement.progress, reverse=True)
    values: dict[str, Value] = {name: _first(ordered, name) for name in _ONE_BY_ONE}
    values["status"] = _first(ordered, "status") or "unknown"
    # Why an order was closed is told by the files in which it is, also where the newest of them does not say it.
    values["closing"] = next((s.says("closing") for s in ordered if _closes(s, values["status"])), "")
    values |= _money(ordered, refunds)
    # A shop that was renamed keeps its orders under the name they came with.
    named_shop = min((s for s in ordered if s.says("shop")), key=lambda s: (s.stated_at, s.says("shop")), default=None)
    values["shop"] = named_shop.says("shop") if named_shop else None
    place = next((s for s in ordered if s.says("province") or s.says("city")), None)
    values["province"] = (place and place.says("province")) or ""
    values["city"] = (place and place.says("city")) or ""
    named = min((s for s in ordered if s.record_id is not None), key=lambda s: s.strength, default=None)
    return Order(values, _lines(ordered), named.record_id if named else None)


def _closes(statement: Statement, status: Value) -> bool:
    return statement.says("status") == status and statement.says("closing") is not None


def _first(ordered: Sequence[Statement], name: str) -> Value:
    return next((value for s in ordered if (value := s.says(name)) is not None), None)


def _money(ordered: Sequence[Statement], refunds: int) -> dict[str, Value]:
    """Paid, refunded and net: what has gone back since the chosen file was exported is taken off its net."""
    refunded = max([refunds, *(_number(s.says("refunded")) for s in ordered)])
    chosen = next((s for s in ordered if s.says("paid") is not None), None)
    if chosen is None:
        return {"paid": 0, "refunded": refunded, "net": 0}
    since = max(0, refunded - _number(chosen.says("refunded")))
    return {"paid": chosen.says("paid"), "refunded": refunded, "net": max(0, _number(chosen.values.get("net")) - since)}


def _lines(ordered: Sequence[Statement]) -> tuple[Line, ...]:
    with_lines = [s for s in ordered if PER_ROW in s.known and s.lines]
    numbered = [s for s in with_lines if NUMBERED in s.known]
    if numbered:
        found: dict[str, Line] = {}
        for statement in numbered:
            for line in statement.lines:
                found.setdefault(line.number, line)
        return tuple(found[number] for number in sorted(found))
    whole = [s for s in with_lines if JOINED not in s.known]
    best = next(iter(whole or with_lines), None)
    return best.lines if best else ()


def _number(value: Value) -> int:
    return value if isinstance(value, int) else 0
