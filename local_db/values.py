"""Small values shared by every feature: money, and UTC times in the shop's zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal
    from zoneinfo import ZoneInfo

DAY_SECONDS = 86_400

# ISO 4217 currencies whose minor unit is not a hundredth; all others have two decimals.
_DECIMALS = {"JPY": 0, "KRW": 0, "VND": 0, "CLP": 0, "ISK": 0, "KWD": 3, "BHD": 3, "JOD": 3, "OMR": 3, "TND": 3}


def currency_decimals(currency: str) -> int:
    """How many decimals the currency's minor unit has (ISO 4217)."""
    return _DECIMALS.get(currency.upper(), 2)


def decimal_text(minor: int, currency: str = "CNY") -> str:
    """Money as a plain decimal string: 1250 fen → "12.50"."""
    decimals = currency_decimals(currency)
    whole, rest = divmod(abs(minor), 10**decimals)
    return f"{'-' * (minor < 0)}{whole}" + (f".{rest:0{decimals}}" if decimals else "")


def minor_units(amount: Decimal | float | str, currency: str = "CNY") -> int:
    """An amount in major units as an integer of minor units, rounded half to even."""
    from decimal import Decimal  # not needed to show the first page

    return round(Decimal(str(amount)).scaleb(currency_decimals(currency)))


def printable(text: str) -> str:
    """A name from the file system as text: bytes that are no text in the system's encoding become `?`."""
    return text.encode(errors="replace").decode()


def epoch(moment: datetime) -> int:
    """An aware moment as whole UTC seconds since 1970."""
    return int(moment.timestamp())


def local_moment(seconds: int, zone: ZoneInfo) -> datetime:
    """UTC seconds as an aware moment in the shop's zone."""
    return datetime.fromtimestamp(seconds, UTC).astimezone(zone)


def end_of_day(day: date, zone: ZoneInfo) -> int:
    """UTC seconds of the first instant after `day` in the shop's zone."""
    return epoch(datetime.combine(day + timedelta(days=1), time(), zone))


def start_of_day(day: date, zone: ZoneInfo) -> int:
    """UTC seconds of the first instant of `day` in the shop's zone."""
    return epoch(datetime.combine(day, time(), zone))
