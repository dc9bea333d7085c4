"""A language and a currency: how single words, lists, numbers and names are said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from desktop.segments.sentence import words_en, words_zh
from local_db.segments.nodes import Band

Language = Literal["zh", "en"]
WORDS: dict[Language, dict[str, str]] = {"zh": words_zh.WORDS, "en": words_en.WORDS}
_SYMBOLS = {"CNY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "HKD": "HK$", "TWD": "NT$", "SGD": "S$", "AUD": "A$"}
_DAYS_IN_A_ROW = 3  # as many days of the week are said by the first and the last


@dataclass(frozen=True, slots=True)
class Names:
    """What the shop calls that which trees know by number or key."""

    segments: Mapping[int, str] = field(default_factory=dict)
    audiences: Mapping[int, str] = field(default_factory=dict)
    promotions: Mapping[str, str] = field(default_factory=dict)  # in the language of the sentence


NO_NAMES = Names()


@dataclass(frozen=True, slots=True)
class Voice:
    """Says pieces of a sentence; `names` only where a tree may have numbers in it."""

    language: Language
    currency: str = ""
    names: Names = NO_NAMES

    def say(self, key: str, **parts: object) -> str:
        """The words of a key, with its parts put in."""
        return WORDS[self.language][key].format(**parts)

    def named(self, field_key: str, value: str) -> str:
        """A value of a field: by its name where it has one, else as it is."""
        words = WORDS[self.language]
        if not value:
            return words["unknown_value"]
        return words.get(f"name.{field_key}.{value}", value)

    def listed(self, texts: Sequence[str]) -> str:
        """浙江、江苏或上海 / 浙江, 江苏 or 上海."""
        *front, last = texts
        return self.say("list.or", front=self.say("list.comma").join(front), last=last) if front else last

    def together(self, texts: Sequence[str]) -> str:
        """标题含“猫粮”、单价 ¥50 及以上 / titled “猫粮” and at ¥50 or more each."""
        *front, last = texts or [""]
        return self.say("list.and", front=self.say("list.comma").join(front), last=last) if front else last

    def quoted(self, texts: Sequence[str]) -> str:
        """“猫粮”或“猫砂” / “猫粮” or “猫砂”."""
        return self.listed([self.say("quoted", text=text) for text in texts])

    def money(self, amount: object) -> str:
        """An amount in major units: ¥1,200, ¥19.90."""
        value = Decimal(str(amount))
        if value == value.to_integral_value():
            plain = f"{value:,.0f}"
        else:
            plain = f"{value:,f}" if round(value, 2) != value else f"{value:,.2f}"
        symbol = _SYMBOLS.get(self.currency)
        return f"{symbol}{plain}" if symbol else f"{plain} {self.currency}".rstrip()

    def number(self, value: object, unit: str) -> str:
        """A number with its unit, in the singular where the language has one."""
        if unit == "money":
            return self.money(value)
        return self.say(f"unit.{unit}.one" if value == 1 else f"unit.{unit}", n=value)

    def band(self, band: Band) -> str:
        """¥50 到 ¥100, ¥50 以上 / ¥50 to ¥100, ¥50 or more."""
        low, high = band
        key = "band.low" if high is None else "band.high" if low is None else "band.both"
        return self.say(key, low="" if low is None else self.money(low), high="" if high is None else self.money(high))

    def weekdays(self, days: Sequence[int]) -> str:
        """周一到周五, 周六或周日."""
        names = [self.say(f"weekday.{day}") for day in days]
        if len(days) >= _DAYS_IN_A_ROW and days[-1] - days[0] == len(days) - 1:
            return self.say("weekdays", low=names[0], high=names[-1])
        return self.listed(names)

    def hours(self, hours: tuple[int, int], key: str = "hours") -> str:
        """20 点到 23 点 / 20:00 and 23:00; over midnight as such."""
        first, last = hours
        return self.say(f"{key}.over" if first > last else key, first=first, last=last)

    def window(self, *, within: int | None, before: int | None = None, first: date | None, last: date | None) -> str:
        """The days that count, or nothing where all do."""
        if within is not None:
            return self.number(within, "last_days")
        if before is not None:
            return self.number(before, "earlier_days")
        ends = ("from" if first else "") + ("to" if last else "")
        return self.say(f"window.{ends}", first=first, last=last) if ends else ""
