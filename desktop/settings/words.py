"""Why a setting cannot be what was typed."""

from __future__ import annotations

from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.setting_rules import MOST_DAYS

_CONTEXT = "SettingProblems"

PROBLEMS = {
    "zone_unknown": QT_TRANSLATE_NOOP(
        "SettingProblems", "There is no such time zone. Type a city, such as Shanghai, and choose from the list."
    ),
    "currency_not_a_code": QT_TRANSLATE_NOOP("SettingProblems", "A currency is three capital letters, such as CNY."),
    "price_not_a_number": QT_TRANSLATE_NOOP("SettingProblems", "This is not an amount. Write it like 0.05."),
    "price_out_of_range": QT_TRANSLATE_NOOP("SettingProblems", "A price is at least 0 and at most 100."),
    "signature_with_brackets": QT_TRANSLATE_NOOP(
        "SettingProblems", "Write the signature without brackets; 【】 are put around it."
    ),
    "too_long": QT_TRANSLATE_NOOP("SettingProblems", "This is too long."),
    "days_out_of_range": QT_TRANSLATE_NOOP("SettingProblems", "At most {days} days."),
}


def problem(code: str) -> str:
    """The sentence for a code of local_db/setting_rules.py; empty for none."""
    return translate(_CONTEXT, PROBLEMS[code]).format(days=MOST_DAYS) if code else ""
