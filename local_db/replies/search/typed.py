"""What was typed, taken apart into the words that are looked for."""

from __future__ import annotations

import re
import unicodedata

from local_db.replies.search.vocabulary import fold_char

MOST_WORDS = 8
# Input methods part half-typed syllables with these; within a word they say nothing.
_WITHIN = frozenset("'’`´ʼ")


def words_of(typed: str, most: int = MOST_WORDS) -> tuple[str, ...]:
    """Folded words, each once; whatever is no letter, digit or character parts them."""
    plain = (fold_char(_plain(char)) for char in typed if char not in _WITHIN)
    text = "".join(char if char.isalnum() else " " for char in plain)
    return tuple(dict.fromkeys(text.split()))[:most]


def with_numerals(word: str) -> tuple[str, ...]:
    """The word with its numbers written otherwise: 双11 as 双十一, 618 as 六一八, 四十八小时 as 48小时."""
    ways = (
        _NUMBER.sub(lambda found: _counted(found[0]), word),
        _NUMBER.sub(lambda found: "".join(_NUMERALS[int(digit)] for digit in found[0]), word),
        _TENS.sub(lambda found: _digits(found[1], found[2]), word),
    )
    return tuple(dict.fromkeys(way for way in ways if way != word))


_NUMBER = re.compile("[0-9]+")
_NUMERALS = "零一二三四五六七八九"
_TENS = re.compile("([一二三四五六七八九]?)十([一二三四五六七八九]?)")


def _counted(digits: str) -> str:
    tens, ones = divmod(int(digits), 10)
    if not 1 <= tens <= 9 or digits.startswith("0"):
        return "".join(_NUMERALS[int(digit)] for digit in digits)
    return (_NUMERALS[tens] if tens > 1 else "") + "十" + (_NUMERALS[ones] if ones else "")


def _digits(tens: str, ones: str) -> str:
    return f"{_NUMERALS.index(tens) if tens else 1}{_NUMERALS.index(ones) if ones else 0}"


def folded(typed: str) -> str:
    """All of it, as shortcuts are compared."""
    return "".join(fold_char(char) for char in typed.strip())


def _plain(char: str) -> str:
    """ü is typed and shown by some input methods, v by others; tones are not typed."""
    if char in "üǖǘǚǜÜ":
        return "v"
    apart = unicodedata.normalize("NFD", char)
    return apart[0] if len(apart) > 1 and apart[0].isascii() else char
