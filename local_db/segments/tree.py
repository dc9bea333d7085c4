"""The segment tree as values, and its JSON form, read strictly.

A node that is not exactly as docs/segments.md says raises TreeError with a code, the JSON pointer of
the place (`path`), and what would have been right. Codes: not_json, repeated_key, not_a_node, too_deep,
unknown_key, missing_key, conflicting_keys, unknown_field, wrong_op, wrong_type, wrong_value,
empty, bad_date, bad_range, out_of_range.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from local_db.errors import TreeError
from local_db.segments.catalogue import (
    COMPARISONS,
    CONSENT_CHANNELS,
    CONSENT_STATES,
    DAY_OPS,
    FIELD_BY_KEY,
    MAX_DAYS,
    MAX_NUMBER,
    Kind,
)

MAX_DEPTH = 50
_MOST_DIGITS = 40
FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2999, 12, 31)

# A pair is the two ends of `between`, or the texts of `in`.
Value = str | bool | int | Decimal | date | tuple[str, ...] | tuple[int | Decimal, int | Decimal] | None


@dataclass(frozen=True, slots=True)
class All:
    """Members that every child matches; without children, everybody."""

    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Any:
    """Members that at least one child matches; without children, nobody."""

    children: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Not:
    """Members that the child does not match."""

    child: Node


@dataclass(frozen=True, slots=True)
class Field:
    """A question about one field of the catalogue; `channel` only where the field is `consent`."""

    field: str
    op: str
    value: Value = None
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """Members that carry a tag."""

    name: str


@dataclass(frozen=True, slots=True)
class Ordered:
    """Members by how often they bought, in a window of days and with a product where these are given."""

    op: str = ">="
    times: int = 1
    within_days: int | None = None
    from_day: date | None = None  # both ends belong to the window
    to_day: date | None = None
    titles: tuple[str, ...] = ()  # an order counts when a line's product title has any of these

    @property
    def has_window(self) -> bool:
        """Whether only some days count."""
        return bool(self.within_days or self.from_day or self.to_day)


Leaf = Field | Tag | Ordered
Node = All | Any | Not | Leaf


def parse_text(text: str) -> Node:
    """The tree written as JSON text. Raises TreeError (`not_json` with `line`, `column`; `repeated_key`; parse's)."""
    try:
        value = json.loads(text, parse_int=_integer, object_pairs_hook=_without_repeats)
    except json.JSONDecodeError as error:
        raise TreeError("not_json", path="", line=error.lineno, column=error.colno) from None
    except RecursionError:
        raise TreeError("too_deep", path="", limit=MAX_DEPTH) from None
    return parse(value)


def _integer(digits: str) -> int:
    """A whole number, cut where it is out of every range anyway: Python refuses to read thousands of digits."""
    return int(digits[:_MOST_DIGITS])


def _without_repeats(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """JSON lets a word stand twice, and what stood first would silently not count."""
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise TreeError("repeated_key", path="", key=key)
        found[key] = value
    return found


def parse(value: object) -> Node:
    """The tree of a decoded JSON value. Raises TreeError for anything that is not exactly a tree."""
    return _node(value, "", 1)


def to_json(node: Node) -> dict[str, object]:
    """The JSON form of a tree; `parse` reads it back to an equal tree."""
    match node:
        case All(children):
            return {"all": [to_json(child) for child in children]}
        case Any(children):
            return {"any": [to_json(child) for child in children]}
        case Not(child):
            return {"not": to_json(child)}
        case Tag(name):
            return {"tag": name}
        case Ordered():
            return {"ordered": _ordered_json(node)}
        case Field():
            return _field_json(node)


def to_text(node: Node) -> str:
    """The JSON text of a tree, as it is stored and pasted."""
    return json.dumps(to_json(node), ensure_ascii=False)


def children_of(node: Node) -> tuple[tuple[str, Node], ...]:
    """The nodes directly below, each with the part it adds to the path."""
    match node:
        case All(children):
            return tuple((f"/all/{place}", child) for place, child in enumerate(children))
        case Any(children):
            return tuple((f"/any/{place}", child) for place, child in enumerate(children))
        case Not(child):
            return (("/not", child),)
        case _:
            return ()


def walk(node: Node, path: str = "") -> Iterator[tuple[str, Node]]:
    """Every node with its path (a JSON pointer), parents first, in the order they are written."""
    yield path, node
    for step, child in children_of(node):
        yield from walk(child, path + step)


# --- reading ---


def _node(value: object, path: str, depth: int) -> Node:
    if depth > MAX_DEPTH:
        raise TreeError("too_deep", path=path, limit=MAX_DEPTH)
    node = _object(value, path)
    for key, read in _READERS.items():
        if key in node:
            return read(node, path, depth)
    if node:
        raise TreeError("unknown_key", path=_below(path, next(iter(node))), expected=tuple(_READERS))
    raise TreeError("not_a_node", path=path, expected=tuple(_READERS))


def _read_all(node: Mapping[str, object], path: str, depth: int) -> Node:
    return All(_children(node, "all", path, depth))


def _read_any(node: Mapping[str, object], path: str, depth: int) -> Node:
    return Any(_children(node, "any", path, depth))


def _children(node: Mapping[str, object], key: str, path: str, depth: int) -> tuple[Node, ...]:
    _only(node, path, (key,))
    items = _list(node[key], f"{path}/{key}")
    return tuple(_node(item, f"{path}/{key}/{place}", depth + 1) for place, item in enumerate(items))


def _read_not(node: Mapping[str, object], path: str, depth: int) -> Node:
    _only(node, path, ("not",))
    return Not(_node(node["not"], f"{path}/not", depth + 1))


def _read_tag(node: Mapping[str, object], path: str, _depth: int) -> Node:
    _only(node, path, ("tag",))
    name = _text(node["tag"], f"{path}/tag")
    if not name:
        raise TreeError("empty", path=f"{path}/tag")
    return Tag(name)


def _read_ordered(node: Mapping[str, object], path: str, _depth: int) -> Node:
    _only(node, path, ("ordered",))
    path = f"{path}/ordered"
    inner = _object(node["ordered"], path)
    _only(inner, path, ("times", "within_days", "from", "to", "product"))
    op, times = _times(inner.get("times", [">=", 1]), f"{path}/times")
    if "within_days" in inner and ("from" in inner or "to" in inner):
        raise TreeError("conflicting_keys", path=path, keys=("within_days", "from", "to"))
    from_day = _date(inner["from"], f"{path}/from") if "from" in inner else None
    to_day = _date(inner["to"], f"{path}/to") if "to" in inner else None
    if from_day and to_day and from_day > to_day:
        raise TreeError("bad_range", path=f"{path}/to", low=from_day.isoformat(), high=to_day.isoformat())
    return Ordered(
        op=op,
        times=times,
        within_days=_days(inner["within_days"], f"{path}/within_days") if "within_days" in inner else None,
        from_day=from_day,
        to_day=to_day,
        titles=_titles(inner["product"], f"{path}/product") if "product" in inner else (),
    )


def _times(value: object, path: str) -> tuple[str, int]:
    pair = _list(value, path)
    if len(pair) != 2:
        raise TreeError("wrong_type", path=path, expected="op_and_number")
    return _one_of(pair[0], f"{path}/0", COMPARISONS, "wrong_op"), _whole(pair[1], f"{path}/1", 0, MAX_NUMBER)


def _titles(value: object, path: str) -> tuple[str, ...]:
    product = _object(value, path)
    _only(product, path, ("title_has",))
    if "title_has" not in product:
        raise TreeError("missing_key", path=path, key="title_has")
    titles = product["title_has"]
    return _texts([titles] if isinstance(titles, str) else titles, f"{path}/title_has", blank=False)


def _read_field(node: Mapping[str, object], path: str, _depth: int) -> Node:
    name = _text(node["field"], f"{path}/field")
    if name not in FIELD_BY_KEY:
        raise TreeError("unknown_field", path=f"{path}/field", field=name, expected=tuple(FIELD_BY_KEY))
    entry = FIELD_BY_KEY[name]
    if "op" not in node:
        raise TreeError("missing_key", path=path, key="op")
    op = _one_of(node["op"], f"{path}/op", entry.ops, "wrong_op")
    needed = ["field", "op"]
    needed += ["value"] if op != "never" else []
    needed += ["channel"] if entry.kind is Kind.CONSENT else []
    _only(node, path, needed)
    for key in needed:
        if key not in node:
            raise TreeError("missing_key", path=path, key=key)
    channel = ""
    if entry.kind is Kind.CONSENT:
        channel = _one_of(node["channel"], f"{path}/channel", CONSENT_CHANNELS, "wrong_value")
    value = None if op == "never" else _VALUES[entry.kind](node["value"], f"{path}/value", op)
    return Field(name, op, value, channel)


_READERS: dict[str, Callable[[Mapping[str, object], str, int], Node]] = {
    "all": _read_all,
    "any": _read_any,
    "not": _read_not,
    "field": _read_field,
    "tag": _read_tag,
    "ordered": _read_ordered,
}


def _text_value(value: object, path: str, op: str) -> Value:
    return _texts(value, path, blank=True) if op == "in" else _text(value, path)


def _flag_value(value: object, path: str, _op: str) -> Value:
    if not isinstance(value, bool):
        raise TreeError("wrong_type", path=path, expected="true_or_false")
    return value


def _consent_value(value: object, path: str, _op: str) -> Value:
    return _one_of(value, path, CONSENT_STATES, "wrong_value")


def _time_value(value: object, path: str, op: str) -> Value:
    return _days(value, path) if op in DAY_OPS else _date(value, path)


def _count_value(value: object, path: str, op: str) -> Value:
    if op != "between":
        return _whole(value, path, 0, MAX_NUMBER)
    low, high = _pair(value, path)
    ends = _whole(low, f"{path}/0", 0, MAX_NUMBER), _whole(high, f"{path}/1", 0, MAX_NUMBER)
    return _in_order(ends, path)


def _money_value(value: object, path: str, op: str) -> Value:
    if op != "between":
        return _amount(value, path)
    low, high = _pair(value, path)
    return _in_order((_amount(low, f"{path}/0"), _amount(high, f"{path}/1")), path)


_VALUES: dict[Kind, Callable[[object, str, str], Value]] = {
    Kind.TEXT: _text_value,
    Kind.FLAG: _flag_value,
    Kind.CONSENT: _consent_value,
    Kind.TIME: _time_value,
    Kind.COUNT: _count_value,
    Kind.MONEY: _money_value,
}


def _below(path: str, key: object) -> str:
    """The JSON pointer of a key (RFC 6901 escapes)."""
    return f"{path}/{str(key).replace('~', '~0').replace('/', '~1')}"


def _object(value: object, path: str) -> Mapping[str, object]:
    if not isinstance(value, dict):
        raise TreeError("wrong_type", path=path, expected="object")
    return value


def _only(node: Mapping[str, object], path: str, allowed: Iterable[str]) -> None:
    allowed = tuple(allowed)
    for key in node:
        if key not in allowed:
            raise TreeError("unknown_key", path=_below(path, key), expected=allowed)


def _list(value: object, path: str) -> list[object]:
    if not isinstance(value, list):
        raise TreeError("wrong_type", path=path, expected="list")
    return value


def _text(value: object, path: str) -> str:
    if not isinstance(value, str):
        raise TreeError("wrong_type", path=path, expected="text")
    if any("\ud800" <= character <= "\udfff" for character in value):  # half a pair: JSON can spell it, UTF-8 cannot
        raise TreeError("wrong_value", path=path, expected=("unicode",))
    return value


def _texts(value: object, path: str, *, blank: bool) -> tuple[str, ...]:
    texts = tuple(_text(item, f"{path}/{place}") for place, item in enumerate(_list(value, path)))
    if not texts or not (blank or all(text.strip() for text in texts)):
        raise TreeError("empty", path=path)
    return texts


def _one_of(value: object, path: str, allowed: tuple[str, ...], code: str) -> str:
    text = _text(value, path)
    if text not in allowed:
        raise TreeError(code, path=path, expected=allowed)
    return text


def _whole(value: object, path: str, low: int, high: int) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TreeError("wrong_type", path=path, expected="whole_number")
    if not low <= value <= high:
        raise TreeError("out_of_range", path=path, low=low, high=high)
    return value


def _days(value: object, path: str) -> int:
    return _whole(value, path, 1, MAX_DAYS)


def _amount(value: object, path: str) -> Decimal:
    if not isinstance(value, int | float | Decimal) or isinstance(value, bool):
        raise TreeError("wrong_type", path=path, expected="number")
    if not 0 <= value <= MAX_NUMBER:  # false for NaN and infinities too
        raise TreeError("out_of_range", path=path, low=0, high=MAX_NUMBER)
    return Decimal(str(value))


def _pair(value: object, path: str) -> tuple[object, object]:
    pair = _list(value, path)
    if len(pair) != 2:
        raise TreeError("wrong_type", path=path, expected="two_numbers")
    return pair[0], pair[1]


def _in_order(ends: tuple[int | Decimal, int | Decimal], path: str) -> tuple[int | Decimal, int | Decimal]:
    if ends[0] > ends[1]:
        raise TreeError("bad_range", path=path, low=str(ends[0]), high=str(ends[1]))
    return ends


_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def _date(value: object, path: str) -> date:
    text = _text(value, path)
    try:
        day = date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None:
        raise TreeError("bad_date", path=path)
    if not FIRST_DAY <= day <= LAST_DAY:
        raise TreeError("out_of_range", path=path, low=FIRST_DAY.isoformat(), high=LAST_DAY.isoformat())
    return day


# --- writing ---


def _field_json(leaf: Field) -> dict[str, object]:
    result: dict[str, object] = {"field": leaf.field}
    if leaf.channel:
        result["channel"] = leaf.channel
    result["op"] = leaf.op
    if leaf.value is not None:
        result["value"] = [_plain(part) for part in leaf.value] if isinstance(leaf.value, tuple) else _plain(leaf.value)
    return result


def _ordered_json(leaf: Ordered) -> dict[str, object]:
    result: dict[str, object] = {}
    if (leaf.op, leaf.times) != (">=", 1):
        result["times"] = [leaf.op, leaf.times]
    if leaf.within_days is not None:
        result["within_days"] = leaf.within_days
    if leaf.from_day:
        result["from"] = leaf.from_day.isoformat()
    if leaf.to_day:
        result["to"] = leaf.to_day.isoformat()
    if leaf.titles:
        result["product"] = {"title_has": leaf.titles[0] if len(leaf.titles) == 1 else list(leaf.titles)}
    return result


def _plain(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case _:
            return value
