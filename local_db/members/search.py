"""The text by which a member is found: what is written, its full pinyin and its initials."""

from __future__ import annotations

import itertools
import unicodedata
from functools import cache

MOST_READINGS = 3  # per character; 重 is zhong, chong and tong
MOST_SPELLINGS = 6  # per text


def search_key(*texts: str) -> str:
    """Lower-case search text of a member, such as `曹河 caohe ch`; several readings stand side by side."""
    return " ".join(dict.fromkeys(word for text in texts if text for word in _spellings(text)))


def _spellings(text: str) -> list[str]:
    lower = text.casefold()
    if lower.isascii():
        return [lower]
    readings = [_readings(char) for char in lower]
    whole = itertools.islice(itertools.product(*readings), MOST_SPELLINGS)
    found = [lower]
    for spelling in whole:
        found += ["".join(spelling), "".join(part[:1] for part in spelling)]
    return found


@cache
def _readings(char: str) -> tuple[str, ...]:
    """The readings of one character without tones, the most common first; other characters stand for themselves."""
    if char.isascii():
        return (char,)
    from pypinyin.constants import PINYIN_DICT

    toned = PINYIN_DICT.get(ord(char), char).split(",")
    plain = dict.fromkeys(_without_tone(reading) for reading in toned)
    return tuple(plain)[:MOST_READINGS]


def _without_tone(reading: str) -> str:
    apart = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(c for c in apart if not unicodedata.combining(c))
