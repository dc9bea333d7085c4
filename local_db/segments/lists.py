"""Lists of people as pasted or as they come in a file: a nick, phone, e-mail address or order number on each line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from local_db.errors import ImportRefused
from local_db.importing.cells import clean_id, clean_text
from local_db.importing.people import one_word
from local_db.importing.plain_list import plain_list
from local_db.importing.profile import common_headers, plain

if TYPE_CHECKING:
    from local_db.importing.archive import ExportFile

NAME_LENGTH = 60
_BETWEEN = re.compile(r"[\t,，;；、|]")


class Entry(NamedTuple):
    """What one line names somebody by; of a line with several, each is an entry."""

    line: int  # from 1 on
    text: str


class Key(NamedTuple):
    """What an entry may be: the kind of an identity, or `order`, and its value."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class SavedList:
    """A list that a shop keeps. `people` are the members it names now; `source` is the file it came from, or empty."""

    name: str
    source: str
    entries: int  # that were in it when it was made
    id: int = 0
    people: int = 0
    created_at: int = 0  # UTC seconds


@dataclass(frozen=True, slots=True)
class Matches:
    """Whom the entries of a list name."""

    entries: int
    people: int  # different members
    unknown: tuple[Entry, ...]  # who is not in the shop


@dataclass(frozen=True, slots=True)
class DeletedList:
    """A list that was deleted, with whom it hung on; enough to undo it."""

    saved: SavedList
    identities: tuple[int, ...]


def read_entries(text: str) -> tuple[Entry, ...]:
    """The entries of a pasted text, each once; a header above them is left out."""
    return _entries((number, _BETWEEN.split(line)) for number, line in enumerate(text.splitlines(), 1))


def read_file(file: ExportFile) -> tuple[Entry, ...]:
    """The entries of a file with one column. Raises ImportRefused (`profile_does_not_fit` for a table of more)."""
    from local_db.importing.readers import open_sources

    source = open_sources(file)[0]
    if plain_list(source.head()) is None:
        raise ImportRefused("profile_does_not_fit", file=file.name, profile="list")
    rows = (row for chunk in source.chunks() for row in chunk.rows)
    return _entries((number, row[:1]) for number, row in enumerate(rows, 1))


def _entries(lines: Iterable[tuple[int, Iterable[str]]]) -> tuple[Entry, ...]:
    found: dict[str, Entry] = {}
    for number, cells in lines:
        for cell in cells:
            if text := clean_text(cell):
                found.setdefault(text, Entry(number, text))
    entries = list(found.values())
    return tuple(entries[1:] if entries and _is_header(entries) else entries)


def _is_header(entries: list[Entry]) -> bool:
    """Whether the first line names the list: 手机号, 订单编号 …"""
    first = entries[0].text
    if plain(first) in {plain(name) for name in common_headers().headers["number"]}:
        return True
    listed = plain_list([[entry.text] for entry in entries[:100]])
    return listed is not None and bool(listed.header)


def keys_of(entry: Entry) -> Iterator[Key]:
    """Everything that an entry may be; most texts may be a nick and a number."""
    word = one_word(entry.text)
    if word.field in {"phone", "email"}:
        yield Key(word.field, word.value)
    yield Key("nick", entry.text)
    if number := clean_id(entry.text):
        yield from (Key(kind, number) for kind in ("order", "buyer_id", "open_id"))


def unknown_among(entries: Iterable[Entry], identities: Mapping[Key, object]) -> tuple[Entry, ...]:
    """The entries none of whose keys is known."""
    return tuple(entry for entry in entries if not any(key in identities for key in keys_of(entry)))
