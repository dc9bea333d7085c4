"""Searches that ended with nothing chosen: which replies the library lacks. Pure functions over what was typed.

Letters typed one after the other are one search. Searches that say the same in characters, in pinyin, in another order
or with other small words are one gap; one that was answered later is none any more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from local_db.folding import fold

MOST = 12
ONE_TYPING = 60  # seconds between two letters of one search, at most
SHORTEST = 2  # characters; fewer say nothing

# What questions are dressed in, the longest first; without them 什么时候发货呢 and 发货 ask for the same reply.
_SMALL_WORDS = (
    "什么时候", "能不能", "可不可以", "是不是", "有没有", "怎么样", "请问", "一下", "可以", "怎么", "如何", "什么",
    "多久", "多少", "几天", "吗", "呢", "啊", "呀", "的", "了", "么", "吧", "亲", "我", "你", "您", "要", "会",
)  # fmt: skip
_SMALL_ENGLISH = frozenset(
    {"a", "an", "the", "is", "are", "do", "does", "can", "i", "you", "my", "to", "please", "how"}
)


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is searched for and not found; `typed` is how it is typed most, `spellings` are all of them."""

    typed: str
    times: int
    last_at: int
    spellings: tuple[str, ...]


@dataclass(slots=True)
class _Search:
    typed: str
    at: int
    chosen: bool


def gaps(searches: Iterable[tuple[str, int, str]], most: int = MOST) -> tuple[Gap, ...]:
    """The replies that are missed most. `searches`: what was typed, when, and what was taken then (empty: nothing)."""
    found: dict[str, list[_Search]] = {}
    for search in _typings(searches):
        key = meaning(search.typed)
        if len(search.typed.strip()) >= SHORTEST and key:
            found.setdefault(key, []).append(search)
    missed = [gap for those in found.values() if (gap := _gap(those)) is not None]
    return tuple(sorted(missed, key=lambda gap: (-gap.times, -gap.last_at, gap.typed))[:most])


@lru_cache(maxsize=4096)
def meaning(typed: str) -> str:
    """What a search says: in pinyin without tones, without small words, its words in one order."""
    from local_db.members.search import readings

    text = fold(typed)
    for small in _SMALL_WORDS:
        text = text.replace(small, " ")
    words = [word for word in text.split() if word not in _SMALL_ENGLISH] or fold(typed).split()
    return "".join(sorted("".join(_first_reading(readings(char), char) for char in word) for word in words))


def _first_reading(found: Sequence[str], char: str) -> str:
    return char if char.isascii() or not found else found[0]


def _typings(searches: Iterable[tuple[str, int, str]]) -> Iterator[_Search]:
    """Searches, each with all its letters; taking a reply ends one."""
    current: _Search | None = None
    for typed, at, chosen in searches:
        if current is not None and not current.chosen and _goes_on(current, typed, at):
            current = _Search(max(current.typed, typed, key=len), at, bool(chosen))
            continue
        if current is not None:
            yield current
        current = _Search(typed, at, bool(chosen))
    if current is not None:
        yield current


def _goes_on(current: _Search, typed: str, at: int) -> bool:
    before, now = fold(current.typed), fold(typed)
    return at - current.at <= ONE_TYPING and (now.startswith(before) or before.startswith(now))


def _gap(searches: Sequence[_Search]) -> Gap | None:
    """What was missed since it was last found; None where it never was, or has been found since."""
    answered = max((place for place, search in enumerate(searches) if search.chosen), default=-1)
    missed = searches[answered + 1 :]
    if not missed:
        return None
    spellings = Counter(search.typed for search in missed)
    return Gap(spellings.most_common(1)[0][0], len(missed), missed[-1].at, tuple(spellings))
