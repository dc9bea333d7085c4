"""Reads the JSON of a segment tree strictly.

A node that is not exactly as docs/segments.md says raises TreeError with a code, the JSON pointer of
the place (`path`), and what would have been right. Codes: not_json, repeated_key, not_a_node, too_deep,
unknown_key, missing_key, conflicting_keys, unknown_field, wrong_op, wrong_type, wrong_value,
empty, bad_date, bad_range, nothing_between, out_of_range.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from local_db.errors import TreeError
from local_db.segments.catalogue import BUCKETS, CONSENT_CHANNELS, HIGHEST_SCORE, LOWEST_SCORE, MAX_ID
from local_db.segments.json_values import (
    FIRST_DAY,
    LAST_DAY,
    Object,
    a_list,
    an_object,
    below,
    days,
    filled_text,
    flag,
    in_order,
    one_of,
    only,
    pair,
    text,
    text_or_texts,
    whole,
)
from local_db.segments.nodes import (
    All,
    Any,
    InList,
    InSegment,
    Muted,
    Node,
    Not,
    Random,
    Refunded,
    Rfm,
    Scores,
    Sent,
    Sequence,
    Tag,
)
from local_db.segments.reading_fields import read_field
from local_db.segments.reading_orders import DATE_KEYS, ORDER_KEYS, read_order_filter, read_ordered, read_window

__all__ = ["FIRST_DAY", "LAST_DAY", "MAX_DEPTH", "parse", "parse_text"]

MAX_DEPTH = 50
_MOST_DIGITS = 40


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


def _node(value: object, path: str, depth: int) -> Node:
    if depth > MAX_DEPTH:
        raise TreeError("too_deep", path=path, limit=MAX_DEPTH)
    node = an_object(value, path)
    for key, read_group in _GROUPS.items():
        if key in node:
            only(node, path, (key,))
            return read_group(node[key], f"{path}/{key}", depth + 1)
    if "field" in node:
        return read_field(node, path)
    for key, read_leaf in _LEAVES.items():
        if key in node:
            only(node, path, (key,))
            return read_leaf(node[key], f"{path}/{key}")
    if node:
        raise TreeError("unknown_key", path=below(path, next(iter(node))), expected=_WORDS)
    raise TreeError("not_a_node", path=path, expected=_WORDS)


def _children(value: object, path: str, depth: int) -> tuple[Node, ...]:
    return tuple(_node(item, f"{path}/{place}", depth) for place, item in enumerate(a_list(value, path)))


def _read_tag(value: object, path: str) -> Node:
    name = text(value, path)
    if not name:
        raise TreeError("empty", path=path)
    return Tag(name)


def _read_list(value: object, path: str) -> Node:
    return InList(filled_text(value, path))


def _read_segment(value: object, path: str) -> Node:
    return InSegment(whole(value, path, 1, MAX_ID))


def _read_random(value: object, path: str) -> Node:
    first, last = pair(value, path)
    low, high = in_order((whole(first, f"{path}/0", 0, BUCKETS), whole(last, f"{path}/1", 0, BUCKETS)), path)
    if low == high:
        raise TreeError("nothing_between", path=path, low=low, high=high)
    return Random(low, high)


def _read_rfm(value: object, path: str) -> Node:
    inner = an_object(value, path, ("r", "f", "m"))
    return Rfm(**{key: _scores(inner[key], f"{path}/{key}") for key in inner})


def _scores(value: object, path: str) -> Scores:
    low, high = pair(value, path)
    first = whole(low, f"{path}/0", LOWEST_SCORE, HIGHEST_SCORE)
    return in_order((first, whole(high, f"{path}/1", LOWEST_SCORE, HIGHEST_SCORE)), path)


def _read_sequence(value: object, path: str) -> Node:
    inner = an_object(value, path, ("first", "then", "within_days", "absent"))
    for key in ("first", "then"):
        if key not in inner:
            raise TreeError("missing_key", path=path, key=key)
    first, then = (
        read_order_filter(an_object(inner[key], f"{path}/{key}", ORDER_KEYS), f"{path}/{key}")
        for key in ("first", "then")
    )
    absent = flag(inner["absent"], f"{path}/absent") if "absent" in inner else False
    return Sequence(first, then, _days_if_given(inner, path), absent)


def _read_sent(value: object, path: str) -> Node:
    inner = an_object(value, path, (*DATE_KEYS, "channel", "campaign"))
    within, first, last = read_window(inner, path)
    channel = one_of(inner["channel"], f"{path}/channel", CONSENT_CHANNELS, "wrong_value") if "channel" in inner else ""
    campaign = whole(inner["campaign"], f"{path}/campaign", 1, MAX_ID) if "campaign" in inner else None
    return Sent(within, first, last, channel, campaign)


def _read_refund(value: object, path: str) -> Node:
    inner = an_object(value, path, ("reason_has", "within_days"))
    reasons = text_or_texts(inner["reason_has"], f"{path}/reason_has") if "reason_has" in inner else ()
    return Refunded(reasons, _days_if_given(inner, path))


def _days_if_given(inner: Object, path: str) -> int | None:
    return days(inner["within_days"], f"{path}/within_days") if "within_days" in inner else None


_GROUPS: Mapping[str, Callable[[object, str, int], Node]] = {
    "all": lambda value, path, depth: All(_children(value, path, depth)),
    "any": lambda value, path, depth: Any(_children(value, path, depth)),
    "not": lambda value, path, depth: Not(_node(value, path, depth)),
    "muted": lambda value, path, depth: Muted(_node(value, path, depth)),
}
_LEAVES: Mapping[str, Callable[[object, str], Node]] = {
    "tag": _read_tag,
    "list": _read_list,
    "segment": _read_segment,
    "random": _read_random,
    "rfm": _read_rfm,
    "ordered": read_ordered,
    "sequence": _read_sequence,
    "sent": _read_sent,
    "refund": _read_refund,
}
_WORDS = (*_GROUPS, "field", *_LEAVES)
