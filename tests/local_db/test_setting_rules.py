"""Which values a setting takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.setting_rules import CODES, check
from local_db.settings import SETTINGS


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.key)
def test_every_default_is_allowed(setting):
    assert check(setting.key, setting.default) == ""


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("zone", "Europe/Berlin", ""),
        ("zone", "Europe/Atlantis", "zone_unknown"),
        ("zone", "Europe", "zone_unknown"),
        ("zone", "", "zone_unknown"),
        ("zone", "../etc/passwd", "zone_unknown"),
        ("currency", "EUR", ""),
        ("currency", "eur", "currency_not_a_code"),
        ("currency", "¥", "currency_not_a_code"),
        ("sms_price", "0", ""),
        ("sms_price", "0.0450", ""),
        ("sms_price", "-0.01", "price_out_of_range"),
        ("sms_price", "101", "price_out_of_range"),
        ("sms_price", "five", "price_not_a_number"),
        ("sms_price", "nan", "price_not_a_number"),
        ("sms_price", "inf", "price_not_a_number"),
        ("sms_signature", "喵屋", ""),
        ("sms_signature", "【喵屋】", "signature_with_brackets"),
        ("sms_signature", "a" * 21, "too_long"),
        ("shop_name", "a" * 61, "too_long"),
        ("sms_quiet_days", 0, ""),
        ("sms_quiet_days", 366, "days_out_of_range"),
        ("sms_quiet_days", -1, "days_out_of_range"),
        ("sms_consent_required", True, ""),
    ],
)
def test_values(key, value, code):
    assert check(key, value) == code


@given(st.sampled_from([setting.key for setting in SETTINGS]), st.text())
def test_any_text_gets_an_answer(key, text):
    assert check(key, text) in {"", *CODES}
