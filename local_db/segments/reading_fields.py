"""Reads the leaf `field`: its name decides the operators, its operator the value."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from local_db.errors import TreeError
from local_db.segments.catalogue import (
    BARE_OPS,
    CONSENT_CHANNELS,
    CONSENT_STATES,
    DAY_OPS,
    FIELD_BY_KEY,
    MAX_DAYS_AHEAD,
    MAX_NUMBER,
    MAX_PERCENT,
    PERCENT_DECIMALS,
    Kind,
    LeafField,
)
from local_db.segments.json_values import (
    Object,
    a_list,
    amount,
    chosen_texts,
    day,
    days,
    filled_text,
    flag,
    in_order,
    one_of,
    only,
    pair,
    text,
    texts,
    whole,
)
from local_db.segments.nodes import Field, Value


def read_field(node: Object, path: str) -> Field:
    """A field leaf, whose keys stand beside each other in the node."""
    name = text(node["field"], f"{path}/field")
    if name not in FIELD_BY_KEY:
        raise TreeError("unknown_field", path=f"{path}/field", field=name, expected=tuple(FIELD_BY_KEY))
    entry = FIELD_BY_KEY[name]
    if "op" not in node:
        raise TreeError("missing_key", path=path, key="op")
    op = one_of(node["op"], f"{path}/op", entry.ops, "wrong_op")
    needed = ["field", "op"]
    needed += ["value"] if op not in BARE_OPS else []
    needed += ["channel"] if entry.kind is Kind.CONSENT else []
    only(node, path, needed)
    for key in needed:
        if key not in node:
            raise TreeError("missing_key", path=path, key=key)
    channel = ""
    if entry.kind is Kind.CONSENT:
        channel = one_of(node["channel"], f"{path}/channel", CONSENT_CHANNELS, "wrong_value")
    value = None if op in BARE_OPS else _VALUES[entry.kind](node["value"], f"{path}/value", op, entry)
    return Field(name, op, value, channel)


def _text_value(value: object, path: str, op: str, entry: LeafField) -> Value:
    if op == "in" and entry.choices:
        return chosen_texts(a_list(value, path), path, entry.choices)
    if op == "in":
        return texts(value, path, blank=True)
    return one_of(value, path, entry.choices, "wrong_value") if entry.choices else text(value, path)


def _flag_value(value: object, path: str, _op: str, _entry: LeafField) -> Value:
    return flag(value, path)


def _consent_value(value: object, path: str, _op: str, _entry: LeafField) -> Value:
    return one_of(value, path, CONSENT_STATES, "wrong_value")


def _time_value(value: object, path: str, op: str, _entry: LeafField) -> Value:
    return days(value, path) if op in DAY_OPS else day(value, path)


def _birthday_value(value: object, path: str, op: str, _entry: LeafField) -> Value:
    return whole(value, path, 1, 12) if op == "month" else whole(value, path, 0, MAX_DAYS_AHEAD)


def _note_value(value: object, path: str, _op: str, _entry: LeafField) -> Value:
    return filled_text(value, path)


def _count_value(value: object, path: str, op: str, _entry: LeafField) -> Value:
    if op != "between":
        return whole(value, path, 0, MAX_NUMBER)
    low, high = pair(value, path)
    return in_order((whole(low, f"{path}/0", 0, MAX_NUMBER), whole(high, f"{path}/1", 0, MAX_NUMBER)), path)


def _money_value(value: object, path: str, op: str, _entry: LeafField) -> Value:
    return _ends(value, path, op, amount)


def _percent_value(value: object, path: str, op: str, _entry: LeafField) -> Value:
    return _ends(value, path, op, _percent)


def _ends(value: object, path: str, op: str, read: Callable[[object, str], Decimal]) -> Value:
    if op != "between":
        return read(value, path)
    low, high = pair(value, path)
    return in_order((read(low, f"{path}/0"), read(high, f"{path}/1")), path)


def _percent(value: object, path: str) -> Decimal:
    found = amount(value, path, MAX_PERCENT)
    if found != round(found, PERCENT_DECIMALS):
        raise TreeError("wrong_type", path=path, expected="percent")
    return found


_VALUES: dict[Kind, Callable[[object, str, str, LeafField], Value]] = {
    Kind.TEXT: _text_value,
    Kind.FLAG: _flag_value,
    Kind.CONSENT: _consent_value,
    Kind.TIME: _time_value,
    Kind.BIRTHDAY: _birthday_value,
    Kind.NOTE: _note_value,
    Kind.COUNT: _count_value,
    Kind.MONEY: _money_value,
    Kind.PERCENT: _percent_value,
}
