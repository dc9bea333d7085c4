"""Writes a segment tree as JSON: the shortest form, which reads back to an equal tree."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

from local_db.segments.nodes import (
    ALL_SCORES,
    All,
    Any,
    Band,
    Field,
    InList,
    InSegment,
    Leaf,
    Muted,
    Node,
    Not,
    Ordered,
    OrderFilter,
    Product,
    Random,
    Refunded,
    Rfm,
    Sent,
    Sequence,
    Tag,
)

Object = dict[str, object]


def to_json(node: Node) -> Object:
    """The JSON form of a tree; `parse` reads it back to an equal tree."""
    match node:
        case All(children):
            return {"all": [to_json(child) for child in children]}
        case Any(children):
            return {"any": [to_json(child) for child in children]}
        case Not(child):
            return {"not": to_json(child)}
        case Muted(child):
            return {"muted": to_json(child)}
        case _:
            return _leaf(node)


def to_text(node: Node) -> str:
    """The JSON text of a tree, as it is stored and pasted."""
    return json.dumps(to_json(node), ensure_ascii=False)


def _leaf(leaf: Leaf) -> Object:
    match leaf:
        case Field():
            return _field(leaf)
        case Tag(name):
            return {"tag": name}
        case InList(name):
            return {"list": name}
        case InSegment(segment_id):
            return {"segment": segment_id}
        case Random(low, high):
            return {"random": [low, high]}
        case _:
            return _about_orders(leaf)


def _about_orders(leaf: Rfm | Ordered | Sequence | Sent | Refunded) -> Object:
    match leaf:
        case Rfm():
            scores = {"r": leaf.r, "f": leaf.f, "m": leaf.m}
            return {"rfm": {name: list(ends) for name, ends in scores.items() if ends != ALL_SCORES}}
        case Ordered():
            counted = {} if _is_at_all(leaf) else {leaf.measure: [leaf.op, _plain(leaf.number)]}
            return {"ordered": counted | _orders(leaf.orders)}
        case Sequence():
            ends = {"first": _orders(leaf.first), "then": _orders(leaf.then)}
            return {"sequence": ends | _given({"within_days": leaf.within_days, "absent": leaf.absent or None})}
        case Sent():
            days = {"within_days": leaf.within_days, "from": leaf.from_day, "to": leaf.to_day}
            return {"sent": _given({**days, "channel": leaf.channel or None, "campaign": leaf.campaign})}
        case Refunded():
            return {"refund": _given({"reason_has": _one_or_list(leaf.reasons), "within_days": leaf.within_days})}


def _is_at_all(leaf: Ordered) -> bool:
    return (leaf.measure, leaf.op, leaf.number) == ("times", ">=", 1)


def _field(leaf: Field) -> Object:
    result: Object = {"field": leaf.field}
    if leaf.channel:
        result["channel"] = leaf.channel
    result["op"] = leaf.op
    if leaf.value is not None:
        result["value"] = [_plain(part) for part in leaf.value] if isinstance(leaf.value, tuple) else _plain(leaf.value)
    return result


def _orders(wanted: OrderFilter) -> Object:
    return _given(
        {
            "within_days": wanted.within_days,
            "before_days": wanted.before_days,
            "from": wanted.from_day,
            "to": wanted.to_day,
            "product": _product(wanted.product) or None,
            "platform": _one_or_list(wanted.platforms),
            "shop": _one_or_list(wanted.shops),
            "status": _one_or_list(wanted.statuses),
            "amount": _band(wanted.amount),
            "hours": list(wanted.hours) if wanted.hours else None,
            "weekdays": list(wanted.weekdays) or None,
            "promotion": True if wanted.promotions == () else _one_or_list(wanted.promotions or ()),
            "which": wanted.which or None,
            "after_gap_days": wanted.after_gap_days,
        }
    )


def _product(wanted: Product) -> Object:
    return _given(
        {
            "title_has": _one_or_list(wanted.titles),
            "category": _one_or_list(wanted.categories),
            "sku": _one_or_list(wanted.skus),
            "price": _band(wanted.price),
        }
    )


def _given(values: Object) -> Object:
    """What is given at all."""
    return {key: _plain(value) for key, value in values.items() if value is not None}


def _one_or_list(texts: tuple[str, ...]) -> object:
    return texts[0] if len(texts) == 1 else list(texts) or None


def _band(band: Band | None) -> object:
    return None if band is None else [_plain(end) for end in band]


def _plain(value: object) -> object:
    match value:
        case date():
            return value.isoformat()
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case _:
            return value
