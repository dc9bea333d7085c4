"""Every field a segment tree may ask about, with its type, its operators and its unit: one explicit tuple."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a field's value is, which decides its operators and the type of `value` in a tree."""

    TEXT = "text"  # a text, or a list of texts for `in`
    FLAG = "flag"  # true or false
    CONSENT = "consent"  # one of CONSENT_STATES, for a channel
    TIME = "time"  # a number of days, or a date "2026-01-31"; nothing for `never`
    COUNT = "count"  # a whole number; two for `between`
    MONEY = "money"  # an amount in major units; two for `between`


class Unit(StrEnum):
    """What a number counts."""

    NONE = ""
    ORDERS = "orders"
    PIECES = "pieces"
    MONEY = "money"


TEXT_OPS = ("is", "is_not", "in")
FLAG_OPS = ("is",)
TIME_OPS = ("within_days", "before_days", "on_or_after", "before", "never")
DAY_OPS = ("within_days", "before_days")
COMPARISONS = ("=", "!=", ">", ">=", "<", "<=")
NUMBER_OPS = (*COMPARISONS, "between")

# The operator that is true exactly where the key is not.
OPPOSITE = {"=": "!=", "!=": "=", ">": "<=", "<=": ">", ">=": "<", "<": ">="}

OPS = {
    Kind.TEXT: TEXT_OPS,
    Kind.FLAG: FLAG_OPS,
    Kind.CONSENT: FLAG_OPS,
    Kind.TIME: TIME_OPS,
    Kind.COUNT: NUMBER_OPS,
    Kind.MONEY: NUMBER_OPS,
}

CONSENT_STATES = ("granted", "not_granted", "opted_out", "unknown")
CONSENT_CHANNELS = ("sms", "email", "call")

MAX_DAYS = 36_500
MAX_NUMBER = 1_000_000_000  # keeps every comparison, cross-multiplied in minor units, inside 64 bits


@dataclass(frozen=True, slots=True)
class LeafField:
    """A field of a `{"field": …}` leaf."""

    key: str
    kind: Kind
    unit: Unit = Unit.NONE

    @property
    def ops(self) -> tuple[str, ...]:
        """The operators that may stand with this field."""
        return OPS[self.kind]


FIELDS = (
    # What is known of the member, as it is today.
    LeafField("platform", Kind.TEXT),
    LeafField("province", Kind.TEXT),
    LeafField("city", Kind.TEXT),
    LeafField("has_phone", Kind.FLAG),
    LeafField("consent", Kind.CONSENT),
    # What the member's purchases come to.
    LeafField("first_order", Kind.TIME),
    LeafField("last_order", Kind.TIME),
    LeafField("orders", Kind.COUNT, Unit.ORDERS),
    LeafField("spent", Kind.MONEY, Unit.MONEY),
    LeafField("average", Kind.MONEY, Unit.MONEY),
    LeafField("refunds", Kind.COUNT, Unit.ORDERS),
    LeafField("items", Kind.COUNT, Unit.PIECES),
)

FIELD_BY_KEY = {entry.key: entry for entry in FIELDS}
