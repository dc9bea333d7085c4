"""The conditions that can be added, and what each starts with."""

from __future__ import annotations

from decimal import Decimal

from desktop.segments.edit_tree import Row
from desktop.segments.options import Option, option
from desktop.segments.sentence import Language, field_label, value_label
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.segments.catalogue import FIELD_BY_KEY, Kind
from local_db.segments.tree import Field, Leaf, OrderFilter, Ordered, Tag

# In the order in which they are offered: what is asked most comes first.
_OFFERED = (
    ("ordered", QT_TRANSLATE_NOOP("NewRows", "when, what, how often")),
    ("last_order", QT_TRANSLATE_NOOP("NewRows", "orders")),
    ("first_order", QT_TRANSLATE_NOOP("NewRows", "orders")),
    ("orders", QT_TRANSLATE_NOOP("NewRows", "orders")),
    ("spent", QT_TRANSLATE_NOOP("NewRows", "money")),
    ("average", QT_TRANSLATE_NOOP("NewRows", "money")),
    ("items", QT_TRANSLATE_NOOP("NewRows", "orders")),
    ("refunds", QT_TRANSLATE_NOOP("NewRows", "orders")),
    ("tag", QT_TRANSLATE_NOOP("NewRows", "member")),
    ("province", QT_TRANSLATE_NOOP("NewRows", "member")),
    ("city", QT_TRANSLATE_NOOP("NewRows", "member")),
    ("has_phone", QT_TRANSLATE_NOOP("NewRows", "reach")),
    ("consent", QT_TRANSLATE_NOOP("NewRows", "reach")),
    ("platform", QT_TRANSLATE_NOOP("NewRows", "member")),
)

# What a condition starts with; the editor opens at once, so these are only likely first guesses.
_STARTS: dict[str, Leaf] = {
    "ordered": Ordered(OrderFilter(within_days=180)),
    "first_order": Field("first_order", "within_days", 90),
    "last_order": Field("last_order", "before_days", 90),
    "orders": Field("orders", ">=", 2),
    "spent": Field("spent", ">=", Decimal(200)),
    "average": Field("average", ">=", Decimal(100)),
    "refunds": Field("refunds", ">=", 1),
    "items": Field("items", ">=", 5),
    "has_phone": Field("has_phone", "is", True),  # noqa: FBT003 - the value of the condition
    "consent": Field("consent", "is", "granted", "sms"),
}


def offered(language: Language) -> tuple[Option, ...]:
    """The fields as choices; loads the pinyin tables, so not on the window's thread."""
    return tuple(option(key, field_label(key, language), group=translate("NewRows", group)) for key, group in _OFFERED)


def new_row(key: str) -> Row:
    """A row about a field; unfinished where a value of the shop has to be chosen first."""
    if key in _STARTS:
        return Row(_STARTS[key])
    return Row(Tag("") if key == "tag" else Field(key, "is", ""), unfinished=True)


def value_option(field_key: str, text: str, count: int, language: Language) -> Option:
    """A value of the shop as a choice; a consent state or platform under its name, an unknown one as such."""
    is_named = FIELD_BY_KEY.get(field_key) is not None and FIELD_BY_KEY[field_key].kind is Kind.TEXT
    return option(text, value_label(field_key, text, language) if is_named else text, count)
