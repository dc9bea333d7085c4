"""What a setting may be: pure checks, answered with a code."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo

CODES = (
    "zone_unknown",
    "currency_not_a_code",
    "price_not_a_number",
    "price_out_of_range",
    "signature_with_brackets",
    "too_long",
    "days_out_of_range",
)

MOST_DAYS = 365
_LONGEST = {"shop_name": 60, "sms_signature": 20, "sms_opt_out": 30}
_HIGHEST_PRICE = 100


def check(key: str, value: str | int | bool) -> str:  # noqa: FBT001 - a setting's value may be a flag
    """One of CODES, or an empty text where the value may be stored."""
    if key in _LONGEST and len(str(value)) > _LONGEST[key]:
        return "too_long"
    if key == "sms_signature":
        return "signature_with_brackets" if re.search(r"[【】\[\]]", str(value)) else ""
    rule = _RULES.get(key)
    return rule(str(value)) if rule is not None else ""


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown; not a name at all; a folder of zones
        return "zone_unknown"
    return "" if name else "zone_unknown"


def _currency(code: str) -> str:
    return "" if re.fullmatch(r"[A-Z]{3}", code) else "currency_not_a_code"


def _price(text: str) -> str:
    try:
        amount = Decimal(text)
    except InvalidOperation:
        return "price_not_a_number"
    if not amount.is_finite():
        return "price_not_a_number"
    return "" if 0 <= amount <= _HIGHEST_PRICE else "price_out_of_range"


def _days(text: str) -> str:
    return "" if text.isdecimal() and int(text) <= MOST_DAYS else "days_out_of_range"


_RULES = {"zone": _zone, "currency": _currency, "sms_price": _price, "sms_quiet_days": _days}
