"""The text by which a member or a value is found: what is written, its full pinyin and its initials."""

from __future__ import annotations

import itertools
import os
import re
import unicodedata
from functools import cache, lru_cache

MOST_SPELLINGS = 6  # per text

# Of all readings only the first is common, as a rule; these have another one in names, places and goods.
_ALSO_COMMON: dict[str, str] = dict(
    re.findall(
        r"(\w):(\w+)",
        """
        重:chong 长:chang 行:hang 单:shan 曾:zeng 朴:piao 厦:xia 六:lu 番:pan 蚌:beng 藏:zang
        什:shi 盛:cheng 解:xie 仇:qiu 区:ou 查:zha 翟:zhai 尉:yu 覃:qin 盖:ge 缪:miao
        牟:mu 召:shao 乐:yue 都:du 参:shen 调:tiao 弹:tan 还:huan 降:xiang 阿:e 柏:bo
        蔚:yu 浚:xun 薄:bao 繁:po 种:chong 角:jue 色:shai
        """,
    )
)


def search_key(*texts: str) -> str:
    """Lower-case search text of a member, such as `曹河 caohe ch`; several common readings stand side by side.

    Rare readings are left out: with them `xuxiaoman` finds 余小满, whom nobody calls so.
    """
    return " ".join(dict.fromkeys(word for text in texts if text for word in _spellings(text)))


@lru_cache(maxsize=1 << 15)
def _spellings(text: str) -> list[str]:
    lower = text.casefold()
    if lower.isascii():
        return [lower]
    whole = itertools.islice(itertools.product(*(readings(char) for char in lower)), MOST_SPELLINGS)
    found = [lower]
    for spelling in whole:
        found += ["".join(spelling), "".join(part[:1] for part in spelling)]
    return found


@cache
def readings(char: str) -> tuple[str, ...]:
    """The common readings of one character without tones; other characters stand for themselves."""
    if char.isascii():
        return (char,)
    # Only single characters are asked for; the dictionary of phrases is large, and reading it stops every thread.
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")
    from pypinyin.constants import PINYIN_DICT

    first = _without_tone(PINYIN_DICT.get(ord(char), char).split(",")[0])
    also = _ALSO_COMMON.get(char, first)
    return (first,) if also == first else (first, also)


def _without_tone(reading: str) -> str:
    apart = unicodedata.normalize("NFD", reading).replace("u\u0308", "v")
    return "".join(c for c in apart if not unicodedata.combining(c))
