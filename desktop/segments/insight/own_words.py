"""What one member has where a condition asks, in words: "3 次", "浙江", "2026-03-01"."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from desktop import amounts, wording
from desktop.segments.sentence import Language, value_label
from desktop.segments.sentence.voice import Voice
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.segments.catalogue import FIELD_BY_KEY, Kind
from local_db.segments.explain import OwnBirthday, OwnRefund, OwnScores, OwnSteps
from local_db.segments.tree import Field, Ordered, Random, Sent

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.segments.explain import OwnValue
    from local_db.segments.tree import Leaf

CONTEXT = "OwnWords"
LONGEST = 24  # characters of a text that stands beside a row
_WORDS = {
    "yes": QT_TRANSLATE_NOOP("OwnWords", "yes"),
    "no": QT_TRANSLATE_NOOP("OwnWords", "no"),
    "nothing": QT_TRANSLATE_NOOP("OwnWords", "nothing"),
    "never": QT_TRANSLATE_NOOP("OwnWords", "never"),
    "bucket": QT_TRANSLATE_NOOP("OwnWords", "bucket {number}"),
    "then": QT_TRANSLATE_NOOP("OwnWords", "{first}, then {then}"),
    "nothing_after": QT_TRANSLATE_NOOP("OwnWords", "{first}, then nothing"),
    "undated": QT_TRANSLATE_NOOP("OwnWords", "without a date"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """How values are written."""

    language: Language
    currency: str
    zone: ZoneInfo

    def day(self, seconds: int | None) -> str:
        """A moment as its day."""
        return _say("undated") if seconds is None else amounts.day(seconds, self.zone)


def own_words(leaf: Leaf, value: OwnValue, told: Told) -> str:
    """The member's own value as it stands beside the row of a condition."""
    if isinstance(value, bool):
        return _say("yes" if value else "no")
    if value is None or value in ("", ()):
        return _nothing(leaf, value, told)
    match value:
        case OwnScores(r, f, m):
            return f"R{r} F{f} M{m}"
        case OwnBirthday(month, day):
            return f"{month:02}-{day:02}"
        case OwnSteps(first, then):
            key = "nothing_after" if then is None else "then"
            return _say(key, first=told.day(first), then="" if then is None else told.day(then))
        case OwnRefund(time, reason):
            return wording.listed([part for part in (told.day(time), _short(reason)) if part])
        case tuple():
            return _short(wording.listed([str(part) for part in value]))
        case str():
            return _short(value_label(leaf.field, value, told.language) if isinstance(leaf, Field) else value)
        case _:
            return _number(leaf, value, told)


def _nothing(leaf: Leaf, value: OwnValue, told: Told) -> str:
    """Without a value: never, unknown, or nothing at all."""
    if isinstance(leaf, Field) and FIELD_BY_KEY[leaf.field].kind is Kind.TEXT and value == "":
        return value_label(leaf.field, "", told.language)
    timed = isinstance(leaf, Field) and FIELD_BY_KEY[leaf.field].kind is Kind.TIME
    return _say("never" if timed or isinstance(leaf, Sent) else "nothing")


def _number(leaf: Leaf, value: int | Fraction, told: Told) -> str:
    voice = Voice(told.language, told.currency)
    match leaf:
        case Random():
            return _say("bucket", number=value)
        case Sent():
            return told.day(int(value))
        case Ordered(measure="sum"):
            return amounts.money(int(value), told.currency)
        case Ordered(measure="items"):
            return voice.number(int(value), "pieces")
        case Ordered():
            return _say("never") if value == 0 else voice.number(int(value), "times")
        case Field():
            return _field_number(leaf, value, told)
        case _:
            return str(value)


def _field_number(leaf: Field, value: int | Fraction, told: Told) -> str:
    entry = FIELD_BY_KEY[leaf.field]
    match entry.kind:
        case Kind.TIME:
            return told.day(int(value))
        case Kind.MONEY:
            return amounts.money(int(value), told.currency)
        case _:
            shown = int(value) if Fraction(value).denominator == 1 else round(float(value), 1)
            return Voice(told.language, told.currency).number(shown, entry.unit) if entry.unit else str(shown)


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"


def _say(key: str, **parts: object) -> str:
    return translate(CONTEXT, _WORDS[key]).format(**parts)
