"""Reads which orders are meant, and the leaf `ordered` that counts them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Literal, cast

from local_db.errors import TreeError
from local_db.importing.model import STATUSES
from local_db.segments.catalogue import COMPARISONS, FIRST_OR_LAST, MAX_NUMBER, MEASURES
from local_db.segments.json_values import (
    Object,
    a_list,
    amount,
    an_object,
    band,
    chosen_texts,
    day,
    days,
    one_of,
    pair,
    text_or_texts,
    whole,
)
from local_db.segments.nodes import Measure, Number, Ordered, OrderFilter, Product

DATE_KEYS = ("within_days", "from", "to")
HOURS = 24


def read_ordered(value: object, path: str) -> Ordered:
    """An `ordered` leaf."""
    inner = an_object(value, path, (*MEASURES, *ORDER_KEYS))
    given = [key for key in MEASURES if key in inner]
    if len(given) > 1:
        raise TreeError("conflicting_keys", path=path, keys=tuple(given))
    orders = read_order_filter(inner, path)
    if not given:
        return Ordered(orders)
    op, number = _comparison(inner[given[0]], f"{path}/{given[0]}", is_money=given[0] == "sum")
    return Ordered(orders, cast(Measure, given[0]), op, number)


def _comparison(value: object, path: str, *, is_money: bool) -> tuple[str, Number]:
    op, number = pair(value, path, "op_and_number")
    read = amount(number, f"{path}/1") if is_money else whole(number, f"{path}/1", 0, MAX_NUMBER)
    return one_of(op, f"{path}/0", COMPARISONS, "wrong_op"), read


def read_order_filter(inner: Object, path: str) -> OrderFilter:
    """The keys that say which orders are meant; other keys of the object are the caller's."""
    if "before_days" in inner and (clash := [key for key in DATE_KEYS if key in inner]):
        raise TreeError("conflicting_keys", path=path, keys=("before_days", *clash))
    within, first, last = read_window(inner, path)
    rest = {name: read(inner[key], f"{path}/{key}") for key, (name, read) in _READERS.items() if key in inner}
    return OrderFilter(within_days=within, from_day=first, to_day=last, **rest)  # type: ignore[arg-type]


def read_window(inner: Object, path: str) -> tuple[int | None, date | None, date | None]:
    """The last so many days, or from a day to a day."""
    if "within_days" in inner and ("from" in inner or "to" in inner):
        raise TreeError("conflicting_keys", path=path, keys=DATE_KEYS)
    within = days(inner["within_days"], f"{path}/within_days") if "within_days" in inner else None
    first = day(inner["from"], f"{path}/from") if "from" in inner else None
    last = day(inner["to"], f"{path}/to") if "to" in inner else None
    if first and last and first > last:
        raise TreeError("bad_range", path=f"{path}/to", low=first.isoformat(), high=last.isoformat())
    return within, first, last


def _product(value: object, path: str) -> Product:
    inner = an_object(value, path, _LINE_READERS)
    if not inner:
        raise TreeError("missing_key", path=path, key="title_has")
    read = {name: read(inner[key], f"{path}/{key}") for key, (name, read) in _LINE_READERS.items() if key in inner}
    return Product(**read)  # type: ignore[arg-type]


def _statuses(value: object, path: str) -> tuple[str, ...]:
    return chosen_texts(value, path, STATUSES)


def _hours(value: object, path: str) -> tuple[int, int]:
    low, high = pair(value, path)
    first, last = whole(low, f"{path}/0", 0, HOURS - 1), whole(high, f"{path}/1", 0, HOURS) or HOURS
    if first == last:
        raise TreeError("nothing_between", path=path, low=first, high=last)
    return first, last


def _weekdays(value: object, path: str) -> tuple[int, ...]:
    found = {whole(item, f"{path}/{place}", 1, 7) for place, item in enumerate(a_list(value, path))}
    if not found:
        raise TreeError("empty", path=path)
    return tuple(sorted(found))


def _promotions(value: object, path: str) -> tuple[str, ...]:
    if value is True:
        return ()
    if not isinstance(value, str | list):
        raise TreeError("wrong_type", path=path, expected="true_or_texts")
    return text_or_texts(value, path)


def _which(value: object, path: str) -> Literal["first", "last"]:
    return cast(Literal["first", "last"], one_of(value, path, FIRST_OR_LAST, "wrong_value"))


Readers = Mapping[str, tuple[str, Callable[[object, str], object]]]

# Per key of the JSON: the name of its value, and who reads it.
_READERS: Readers = {
    "before_days": ("before_days", days),
    "product": ("product", _product),
    "platform": ("platforms", text_or_texts),
    "shop": ("shops", text_or_texts),
    "status": ("statuses", _statuses),
    "amount": ("amount", band),
    "hours": ("hours", _hours),
    "weekdays": ("weekdays", _weekdays),
    "promotion": ("promotions", _promotions),
    "which": ("which", _which),
    "after_gap_days": ("after_gap_days", days),
}
_LINE_READERS: Readers = {
    "title_has": ("titles", text_or_texts),
    "category": ("categories", text_or_texts),
    "sku": ("skus", text_or_texts),
    "price": ("price", band),
}
ORDER_KEYS = (*DATE_KEYS, *_READERS)
