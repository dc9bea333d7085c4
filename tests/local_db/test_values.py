"""Money and times."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.values import (
    decimal_text,
    end_of_day,
    local_moment,
    minor_units,
    start_of_day,
)

SHANGHAI = ZoneInfo("Asia/Shanghai")


@pytest.mark.parametrize(
    ("minor", "currency", "text"),
    [(1250, "CNY", "12.50"), (0, "CNY", "0.00"), (-5, "CNY", "-0.05"), (1250, "JPY", "1250"), (1250, "KWD", "1.250")],
)
def test_money_is_shown_with_the_decimals_of_its_currency(minor: int, currency: str, text: str) -> None:
    assert decimal_text(minor, currency) == text


@given(st.integers(-(10**14), 10**14), st.sampled_from(["CNY", "USD", "JPY", "KWD"]))
def test_money_comes_back_from_its_text(minor: int, currency: str) -> None:
    assert minor_units(Decimal(decimal_text(minor, currency)), currency) == minor


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_a_day_in_the_shops_zone_has_its_own_ends(day: date) -> None:
    assert local_moment(start_of_day(day, SHANGHAI), SHANGHAI).date() == day
    assert local_moment(end_of_day(day, SHANGHAI) - 1, SHANGHAI).date() == day
    assert local_moment(end_of_day(day, SHANGHAI), SHANGHAI).date() > day


def test_days_of_shanghai_begin_eight_hours_before_greenwich() -> None:
    assert start_of_day(date(2026, 11, 11), SHANGHAI) == datetime(2026, 11, 10, 16, tzinfo=UTC).timestamp()
