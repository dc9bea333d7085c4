"""Choices that are found by typing: as written, in full pinyin, or by initials."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter

_NO_MATCH = 4


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: its value, how it is shown, a number beside it, and the text it is found by."""

    value: str
    text: str
    count: int | None = None
    key: str = ""
    group: str = ""  # a word shown beside it
    section: str = ""  # the heading it stands under while nothing is searched
    only_found: bool = False  # not shown before something is typed


def option(value: str, text: str, count: int | None = None, *, group: str = "", section: str = "") -> Option:
    """A choice that is found by its text in any spelling; loads the pinyin tables, so not on the window's thread."""
    from local_db.members.search import search_key

    return Option(value, text, count, search_key(text, *([value] if value.isascii() else [])), group, section)


def found(options: Iterable[Option], query: str) -> Sequence[Option]:
    """The choices a typed text finds, the best match first; all of them for an empty one."""
    typed = unicodedata.normalize("NFKC", query).casefold().strip()
    if not typed:
        return tuple(entry for entry in options if not entry.only_found)
    ranked = ((_rank(entry, typed), entry) for entry in options)
    return tuple(entry for rank, entry in sorted(ranked, key=itemgetter(0)) if rank < _NO_MATCH)


def _rank(entry: Option, typed: str) -> int:
    """How good a match is: the shown text begins so, its pinyin or one of its words does, or it is inside."""
    text, key = entry.text.casefold(), entry.key
    if text.startswith(typed):
        return 0
    if any(word.startswith(typed) for word in f"{text} {key}".split()):
        return 1
    if typed in text:
        return 2
    return 3 if typed in key else _NO_MATCH
