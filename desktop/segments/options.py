"""Choices that are found by typing: as written, in full pinyin, or by initials."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """A choice: its value, how it is shown, a number beside it, and the text it is found by."""

    value: str
    text: str
    count: int | None = None
    key: str = ""
    group: str = ""


def option(value: str, text: str, count: int | None = None, *, group: str = "") -> Option:
    """A choice that is found by its text in any spelling; loads the pinyin tables, so not on the window's thread."""
    from local_db.members.search import search_key

    return Option(value, text, count, search_key(text, *([value] if value.isascii() else [])), group)


def found(options: Iterable[Option], query: str) -> Sequence[Option]:
    """The choices a typed text finds; all of them for an empty one."""
    typed = unicodedata.normalize("NFKC", query).casefold().strip()
    if not typed:
        return tuple(options)
    return tuple(entry for entry in options if typed in (entry.key or entry.text.casefold()))
