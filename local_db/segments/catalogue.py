"""What a segment tree may ask about: every field with its type, operators and unit, and the words of the conditions."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a field's value is, which decides its operators and the type of `value` in a tree."""

    TEXT = "text"  # a text, or a list of texts for `in`
    FLAG = "flag"  # true or false
    CONSENT = "consent"  # one of CONSENT_STATES, for a channel
    TIME = "time"  # a number of days, or a date "2026-01-31"; nothing for `never`
    BIRTHDAY = "birthday"  # a number of days or of a month; nothing for `known`
    NOTE = "note"  # a text; nothing for `any`
    COUNT = "count"  # a whole number; two for `between`
    MONEY = "money"  # an amount in major units; two for `between`
    PERCENT = "percent"  # hundredths, with at most two decimals; two for `between`


class Unit(StrEnum):
    """What a number counts."""

    NONE = ""
    ORDERS = "orders"
    PIECES = "pieces"
    DAYS = "days"
    MONEY = "money"
    PERCENT = "percent"


TEXT_OPS = ("is", "is_not", "in")
FLAG_OPS = ("is",)
TIME_OPS = ("within_days", "before_days", "on_or_after", "before", "never")
DAY_OPS = ("within_days", "before_days")
BIRTHDAY_OPS = ("in_days", "month", "known")
NOTE_OPS = ("has", "any")
BARE_OPS = ("never", "known", "any")  # without a value
COMPARISONS = ("=", "!=", ">", ">=", "<", "<=")
NUMBER_OPS = (*COMPARISONS, "between")

# The operator that is true exactly where the key is not.
OPPOSITE = {"=": "!=", "!=": "=", ">": "<=", "<=": ">", ">=": "<", "<": ">="}

OPS = {
    Kind.TEXT: TEXT_OPS,
    Kind.FLAG: FLAG_OPS,
    Kind.CONSENT: FLAG_OPS,
    Kind.TIME: TIME_OPS,
    Kind.BIRTHDAY: BIRTHDAY_OPS,
    Kind.NOTE: NOTE_OPS,
    Kind.COUNT: NUMBER_OPS,
    Kind.MONEY: NUMBER_OPS,
    Kind.PERCENT: NUMBER_OPS,
}

CONSENT_STATES = ("granted", "not_granted", "opted_out", "unknown")
CONSENT_CHANNELS = ("sms", "email", "call")
PHONE_KINDS = ("real", "landline", "masked", "virtual", "absent")
CITY_TIERS = ("1", "new1", "2", "3", "4", "5", "")
MEASURES = ("times", "sum", "items")  # of the orders that `ordered` counts
FIRST_OR_LAST = ("first", "last")
BUCKETS = 100  # of `random`
LOWEST_SCORE, HIGHEST_SCORE = 1, 5  # of `rfm`

MAX_DAYS = 36_500
MAX_DAYS_AHEAD = 365  # to a birthday
MAX_PERCENT = 10_000_000  # days against one's own rhythm can be many times of it
PERCENT_DECIMALS = 2
MAX_ID = 2**53
MAX_NUMBER = 1_000_000_000  # keeps every comparison, cross-multiplied in minor units, inside 64 bits


@dataclass(frozen=True, slots=True)
class LeafField:
    """A field of a `{"field": …}` leaf."""

    key: str
    kind: Kind
    unit: Unit = Unit.NONE
    choices: tuple[str, ...] = ()  # the only texts there are; empty: any text

    @property
    def ops(self) -> tuple[str, ...]:
        """The operators that may stand with this field."""
        return OPS[self.kind]


FIELDS = (
    # What is known of the member, as it is today.
    LeafField("platform", Kind.TEXT),
    LeafField("province", Kind.TEXT),
    LeafField("city", Kind.TEXT),
    LeafField("city_tier", Kind.TEXT, choices=CITY_TIERS),
    LeafField("phone_kind", Kind.TEXT, choices=PHONE_KINDS),
    LeafField("tier", Kind.TEXT),
    LeafField("has_phone", Kind.FLAG),
    LeafField("has_nick", Kind.FLAG),
    LeafField("has_email", Kind.FLAG),
    LeafField("is_member", Kind.FLAG),
    LeafField("joined", Kind.TIME),
    LeafField("birthday", Kind.BIRTHDAY),
    LeafField("note", Kind.NOTE),
    LeafField("consent", Kind.CONSENT),
    # What the member's purchases come to.
    LeafField("first_order", Kind.TIME),
    LeafField("last_order", Kind.TIME),
    LeafField("orders", Kind.COUNT, Unit.ORDERS),
    LeafField("spent", Kind.MONEY, Unit.MONEY),
    LeafField("average", Kind.MONEY, Unit.MONEY),
    LeafField("items", Kind.COUNT, Unit.PIECES),
    LeafField("shop", Kind.TEXT),
    LeafField("discount_share", Kind.PERCENT, Unit.PERCENT),
    LeafField("promo_orders", Kind.COUNT, Unit.ORDERS),
    LeafField("promo_share", Kind.PERCENT, Unit.PERCENT),
    LeafField("refunds", Kind.COUNT, Unit.ORDERS),
    LeafField("refunded", Kind.MONEY, Unit.MONEY),
    LeafField("refund_share", Kind.PERCENT, Unit.PERCENT),
    LeafField("order_days", Kind.COUNT, Unit.DAYS),
    LeafField("days_since", Kind.COUNT, Unit.DAYS),
    LeafField("days_between", Kind.COUNT, Unit.DAYS),
    LeafField("overdue", Kind.PERCENT, Unit.PERCENT),
)

FIELD_BY_KEY = {entry.key: entry for entry in FIELDS}
