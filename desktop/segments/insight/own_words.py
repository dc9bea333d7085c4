"""What one member has where a condition asks, in words: "3 次", "浙江", "2026-03-01"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop import amounts
from desktop.segments.sentence import Language, value_label
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.segments.catalogue import FIELD_BY_KEY, Kind
from local_db.segments.tree import Field, Ordered

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.segments.explain import OwnValue
    from local_db.segments.tree import Leaf

CONTEXT = "OwnWords"
_YES = QT_TRANSLATE_NOOP("OwnWords", "yes")
_NO = QT_TRANSLATE_NOOP("OwnWords", "no")
_NOTHING = QT_TRANSLATE_NOOP("OwnWords", "nothing")
_NEVER = QT_TRANSLATE_NOOP("OwnWords", "never")
_ONCE = QT_TRANSLATE_NOOP("OwnWords", "once")
_TIMES = QT_TRANSLATE_NOOP("OwnWords", "{count} times")


def own_words(leaf: Leaf, value: OwnValue, *, language: Language, currency: str, zone: ZoneInfo) -> str:
    """The member's own value as it stands beside the row of a condition."""
    if isinstance(value, bool):
        return translate(CONTEXT, _YES if value else _NO)
    if isinstance(leaf, Ordered) and isinstance(value, int):
        return times(value)
    if isinstance(leaf, Field):
        return _field(leaf, value, language=language, currency=currency, zone=zone)
    return translate(CONTEXT, _NOTHING) if value in (None, "") else str(value)


def times(count: int) -> str:
    """A number of orders."""
    if count == 0:
        return translate(CONTEXT, _NEVER)
    return translate(CONTEXT, _ONCE if count == 1 else _TIMES).format(count=amounts.number(count))


def _field(leaf: Field, value: OwnValue, *, language: Language, currency: str, zone: ZoneInfo) -> str:
    kind = FIELD_BY_KEY[leaf.field].kind
    if kind is Kind.TIME:
        return amounts.day(value, zone) if isinstance(value, int) else translate(CONTEXT, _NEVER)
    if value is None:
        return translate(CONTEXT, _NOTHING)
    if kind is Kind.MONEY and isinstance(value, int):
        return amounts.money(value, currency)
    if isinstance(value, int):
        return amounts.number(value)
    return value_label(leaf.field, value, language)
