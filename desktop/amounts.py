"""How amounts, days and counts are written everywhere in the window and on the command line."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from local_db.values import currency_decimals, decimal_text

if TYPE_CHECKING:
    from decimal import Decimal
    from zoneinfo import ZoneInfo

_SIGNS = {"CNY": "¥", "JPY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "HKD": "HK$", "TWD": "NT$", "KRW": "₩"}


def number(count: int) -> str:
    """1284 → 1,284."""
    return f"{count:,}"


def money(minor: int, currency: str) -> str:
    """Minor units with the currency's sign: 128600 fen → ¥1,286.00."""
    whole, dot, rest = decimal_text(minor, currency).partition(".")
    return _with_sign(f"{int(whole):,}{dot}{rest}" if int(whole) else f"{whole}{dot}{rest}", currency)


def price(amount: Decimal, currency: str) -> str:
    """Major units, exact, with at least the currency's decimals: ¥0.045, ¥81.25."""
    decimals = max(currency_decimals(currency), -int(amount.normalize().as_tuple().exponent))
    return _with_sign(f"{amount:,.{decimals}f}", currency)


def money_short(minor: int, currency: str) -> str:
    """Money for a big number: without decimals from 1,000 major units on."""
    decimals = currency_decimals(currency)
    if abs(minor) < 1000 * 10**decimals:
        return money(minor, currency)
    return _with_sign(f"{round(minor / 10**decimals):,}", currency)


def day(seconds: int, zone: ZoneInfo) -> str:
    """UTC seconds as the day in the shop's zone: 2026-11-15."""
    return datetime.fromtimestamp(seconds, UTC).astimezone(zone).strftime("%Y-%m-%d")


def minute(seconds: int, zone: ZoneInfo) -> str:
    """UTC seconds as the minute in the shop's zone: 2026-11-15 08:12."""
    return datetime.fromtimestamp(seconds, UTC).astimezone(zone).strftime("%Y-%m-%d %H:%M")


def sign(currency: str) -> str:
    """What stands before an amount of the currency, for fields: ¥."""
    return _SIGNS.get(currency, f"{currency} ")


def _with_sign(text: str, currency: str) -> str:
    before = sign(currency)
    return f"-{before}{text[1:]}" if text.startswith("-") else before + text
