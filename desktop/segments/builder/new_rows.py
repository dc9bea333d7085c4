"""The conditions that can be added, and what each starts with."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Sequence as Values
from decimal import Decimal

from desktop.segments.edit_tree import Row
from desktop.segments.options import Option, option
from desktop.segments.sentence import Language, field_label, value_label
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.segments.catalogue import FIELD_BY_KEY, Kind
from local_db.segments.tree import (
    Field,
    InList,
    InSegment,
    Leaf,
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

# In the order in which they are offered: what is asked most comes first, and what belongs together stays together.
_GROUPS = (
    (QT_TRANSLATE_NOOP("NewRows", "Ordered"), ("ordered", "sequence")),
    (
        QT_TRANSLATE_NOOP("NewRows", "Orders"),
        (
            "last_order", "first_order", "orders", "spent", "average", "items", "days_since", "days_between",
            "overdue", "order_days", "refunds", "refunded", "refund_share", "discount_share", "promo_orders",
            "promo_share", "shop", "refund",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("NewRows", "Who"),
        (
            "tag", "province", "city", "city_tier", "platform", "is_member", "tier", "joined", "birthday", "note",
            "has_nick", "random",
        ),
    ),
    (QT_TRANSLATE_NOOP("NewRows", "RFM"), ("rfm",)),
    (QT_TRANSLATE_NOOP("NewRows", "Contact"), ("has_phone", "consent", "sent", "phone_kind", "has_email")),
    (QT_TRANSLATE_NOOP("NewRows", "Lists and segments"), ("list", "segment")),
)  # fmt: skip

FIRST_WINDOW = 180  # days
MOST_VALUES = 60  # of one condition, found by typing
_SEPARATOR = "\x1f"
_OFFERED_VALUES = (
    "province", "city", "city_tier", "tag", "tier", "platform", "ordered", "category", "list", "shop",
)  # fmt: skip

# What a value looks like, said beside the name: the kind of a field.
_TYPES = {
    Kind.TEXT: QT_TRANSLATE_NOOP("NewRows", "choice"),
    Kind.FLAG: QT_TRANSLATE_NOOP("NewRows", "yes or no"),
    Kind.CONSENT: QT_TRANSLATE_NOOP("NewRows", "choice"),
    Kind.TIME: QT_TRANSLATE_NOOP("NewRows", "day"),
    Kind.BIRTHDAY: QT_TRANSLATE_NOOP("NewRows", "day"),
    Kind.NOTE: QT_TRANSLATE_NOOP("NewRows", "text"),
    Kind.COUNT: QT_TRANSLATE_NOOP("NewRows", "number"),
    Kind.MONEY: QT_TRANSLATE_NOOP("NewRows", "amount"),
    Kind.PERCENT: QT_TRANSLATE_NOOP("NewRows", "percent"),
}
_OTHER_TYPES = {
    "ordered": QT_TRANSLATE_NOOP("NewRows", "when, what, how often"),
    "sequence": QT_TRANSLATE_NOOP("NewRows", "A, then B or not"),
    "refund": QT_TRANSLATE_NOOP("NewRows", "reason, when"),
    "tag": QT_TRANSLATE_NOOP("NewRows", "choice"),
    "random": QT_TRANSLATE_NOOP("NewRows", "percent"),
    "rfm": QT_TRANSLATE_NOOP("NewRows", "scores 1 to 5"),
    "sent": QT_TRANSLATE_NOOP("NewRows", "when, channel"),
    "list": QT_TRANSLATE_NOOP("NewRows", "choice"),
    "segment": QT_TRANSLATE_NOOP("NewRows", "choice"),
}

# What a condition starts with; the editor opens at once, so these are only likely first guesses.
_STARTS: dict[str, Leaf] = {
    "ordered": Ordered(OrderFilter(within_days=FIRST_WINDOW)),
    "sequence": Sequence(within_days=30),
    "first_order": Field("first_order", "within_days", 90),
    "last_order": Field("last_order", "before_days", 90),
    "joined": Field("joined", "within_days", 30),
    "birthday": Field("birthday", "in_days", 7),
    "note": Field("note", "any"),
    "orders": Field("orders", ">=", 2),
    "order_days": Field("order_days", ">=", 2),
    "spent": Field("spent", ">=", Decimal(200)),
    "average": Field("average", ">=", Decimal(100)),
    "refunded": Field("refunded", ">=", Decimal(100)),
    "refunds": Field("refunds", ">=", 1),
    "items": Field("items", ">=", 5),
    "promo_orders": Field("promo_orders", ">=", 1),
    "days_since": Field("days_since", ">=", 90),
    "days_between": Field("days_between", "<=", 60),
    "overdue": Field("overdue", ">=", Decimal(150)),
    "refund_share": Field("refund_share", ">=", Decimal(30)),
    "discount_share": Field("discount_share", ">=", Decimal(15)),
    "promo_share": Field("promo_share", ">=", Decimal(50)),
    "has_phone": Field("has_phone", "is", True),  # noqa: FBT003 - the value of the condition
    "has_nick": Field("has_nick", "is", True),  # noqa: FBT003 - the value of the condition
    "has_email": Field("has_email", "is", True),  # noqa: FBT003 - the value of the condition
    "is_member": Field("is_member", "is", True),  # noqa: FBT003 - the value of the condition
    "consent": Field("consent", "is", "granted", "sms"),
    "random": Random(0, 10),
    "rfm": Rfm(r=(4, 5), f=(4, 5)),
    "sent": Sent(within_days=30),
    "refund": Refunded(within_days=180),
}
_UNFINISHED: dict[str, Leaf] = {"tag": Tag(""), "list": InList(""), "segment": InSegment(0)}


def offered(language: Language) -> tuple[Option, ...]:
    """The conditions as choices, group by group; loads the pinyin tables, so not on the window's thread."""
    return tuple(
        option(key, field_label(key, language), group=_type_of(key), section=translate("NewRows", section))
        for section, keys in _GROUPS
        for key in keys
    )


def _type_of(key: str) -> str:
    words = _OTHER_TYPES.get(key)
    return translate("NewRows", words if words is not None else _TYPES[FIELD_BY_KEY[key].kind])


def offered_values(options: Mapping[str, Values[Option]], language: Language) -> tuple[Option, ...]:
    """The shop's commonest values with their conditions, for whoever types 浙江 at once instead of 省份."""
    return tuple(
        Option(
            f"{key}{_SEPARATOR}{entry.value}",
            f"{field_label(key, language)} · {entry.text}",
            entry.count,
            entry.key,
            only_found=True,
        )
        for key in _OFFERED_VALUES
        for entry in options.get(key, ())[:MOST_VALUES]
        if entry.value
    )


def is_settled(key: str) -> bool:
    """Whether a new condition says what is nearly always meant, so that no editor needs to open."""
    field, separator, _ = key.partition(_SEPARATOR)
    if separator:
        return field not in {"ordered", "category"}
    return field in FIELD_BY_KEY and FIELD_BY_KEY[field].kind is Kind.FLAG


def first_part(key: str) -> str:
    """What of a new condition is asked first: of one that has its product, how often."""
    return "times" if _SEPARATOR in key else ""


def _row_of_value(key: str, value: str) -> Row:
    match key:
        case "tag":
            return Row(Tag(value))
        case "list":
            return Row(InList(value))
        case "ordered":
            return Row(Ordered(OrderFilter(within_days=FIRST_WINDOW, product=Product(titles=(value,)))))
        case "category":
            return Row(Ordered(OrderFilter(within_days=FIRST_WINDOW, product=Product(categories=(value,)))))
        case _:
            return Row(Field(key, "is", value))


def new_row(key: str) -> Row:
    """A row about a field, or a field with a value; unfinished where a value of the shop has to be chosen first."""
    field, separator, value = key.partition(_SEPARATOR)
    if separator:
        return _row_of_value(field, value)
    if key in _STARTS:
        return Row(_STARTS[key])
    return Row(_UNFINISHED.get(key) or Field(key, "is", ""), unfinished=True)


def value_option(field_key: str, text: str, count: int, language: Language) -> Option:
    """A value of the shop as a choice; a consent state or platform under its name, an unknown one as such."""
    is_named = field_key in FIELD_BY_KEY or field_key == "status"
    return option(text, value_label(field_key, text, language) if is_named else text, count)
