"""One member's value made safe to stand in a text."""

from __future__ import annotations

from local_db.phones import is_masked

ZERO_WIDTH_JOINER = "\u200d"  # holds the parts of one emoji together
_WITHOUT_BRACKETS = str.maketrans("", "", "【】")
# Letters by their class, blank to the eye; some people have nothing else for a nick.
INVISIBLE = f" {ZERO_WIDTH_JOINER}\ufe0e\ufe0f\u115f\u1160\u2800\u3164\uffa0"


def clean_value(value: str) -> str:
    """A member's value made safe to stand in a text.

    Line breaks, tabs and other control characters become single spaces, invisible characters go,
    and so do 【】, which only a signature may carry. A masked value is no value.
    """
    if is_masked(value):
        return ""
    if not value.isprintable():
        value = " ".join("".join(map(_printable, value)).split())
    value = value.translate(_WITHOUT_BRACKETS).strip()
    return value if value.strip(INVISIBLE) else ""


def cut(value: str, limit: int | None) -> str:
    """A clean value in so many characters at most; empty where those are blank to the eye."""
    if limit is None or len(value) <= limit:
        return value
    kept = value[:limit].rstrip(f" {ZERO_WIDTH_JOINER}")
    return kept if kept.strip(INVISIBLE) else ""


def _printable(char: str) -> str:
    if char.isprintable() or char == ZERO_WIDTH_JOINER:
        return char
    return " " if char.isspace() or char < " " else ""
