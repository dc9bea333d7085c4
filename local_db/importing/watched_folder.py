"""Which files of a folder are new exports: whole, not offered before, not imported before. Nothing is imported here."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from local_db.changes import Changes, Topic
from local_db.errors import ImportRefused
from local_db.importing.archive import may_be_table
from local_db.importing.readers import file_hash
from local_db.settings import read_setting, read_settings, write_setting
from local_db.shop_file import Shop

QUIET_SECONDS = 3.0  # a browser that still writes does so more often
OLDEST_SECONDS = 30 * 86_400  # what lay there before has been imported, or is not wanted
MOST_FILES = 2000  # the newest of a folder
MOST_SEEN = 5000
_UNFINISHED = (".crdownload", ".part", ".partial", ".tmp", ".download", ".opdownload", ".td", ".xltd", ".new")
_HASH_LENGTH = 24


class FileState(NamedTuple):
    """A file as the folder lists it; while it is being written, this changes."""

    path: Path
    size: int
    changed: float  # UTC seconds


class Watched(NamedTuple):
    """What a shop watches: no folder for nothing."""

    folder: Path | None
    automatic: bool


class Found(NamedTuple):
    """New files, the hashes of every whole one by its state, and whether some are still being written."""

    new: tuple[Path, ...]
    hashes: Mapping[FileState, str]
    waiting: bool


def watched(shop: Shop) -> Watched:
    """The folder that this shop watches, where it is one on this computer."""
    with shop.read() as connection:
        settings = read_settings(connection)
    folder = str(settings["watched_folder"])
    there = Path(folder) if folder and os.path.isdir(folder) else None  # noqa: PTH112 - False for impossible names
    return Watched(there, bool(settings["watched_automatic"]))


def look(shop: Shop, folder: Path, before: Mapping[FileState, str], now: float) -> Found:
    """The exports in a folder that were neither offered nor imported; they count as offered from now on.

    `before` is what the last look found: a file that is as it was need not be read again.
    """
    quiet, waiting = settled(files_in(folder), before, now)
    hashes = {}
    for state in quiet:
        digest = before.get(state) or _hash(state.path)
        if digest:
            hashes[state] = digest
    known = seen(shop)
    new = {state.path: digest for state, digest in hashes.items() if digest[:_HASH_LENGTH] not in known}
    recent = {state.path for state in hashes if now - state.changed < OLDEST_SECONDS}
    new = {path: digest for path, digest in new.items() if path in recent}
    if new:
        remember(shop, new.values())
    return Found(tuple(new), hashes, bool(waiting))


def _hash(path: Path) -> str:
    """A file's hash; empty where it is gone again, or locked by the program that writes it."""
    try:
        return file_hash(path)
    except ImportRefused:
        return ""


def files_in(folder: Path) -> tuple[FileState, ...]:
    """The files of a folder that may be exports, the newest first; folders in it are not looked into."""
    found = []
    try:
        with os.scandir(folder) as entries:
            for entry in entries:
                if is_export(entry.name) and entry.is_file():
                    facts = entry.stat()
                    found.append(FileState(Path(entry.path), facts.st_size, facts.st_mtime))
    except OSError:  # unplugged, or no longer ours to read
        return ()
    found.sort(key=lambda state: (-state.changed, state.path.name))
    return tuple(found[:MOST_FILES])


def is_export(name: str) -> bool:
    """Whether a file of this name may be an export that is whole."""
    return not name.lower().endswith(_UNFINISHED) and bool(Path(name).suffix) and may_be_table(name)


def settled(
    states: Iterable[FileState], before: Collection[FileState], now: float
) -> tuple[list[FileState], list[FileState]]:
    """Files that nobody writes any more, and those that somebody may still write; empty ones are only begun."""
    quiet: list[FileState] = []
    waiting: list[FileState] = []
    for state in states:
        still = state in before or not 0 <= now - state.changed < QUIET_SECONDS
        (quiet if still and state.size else waiting).append(state)
    return quiet, [state for state in waiting if state.size or now - state.changed < 10 * QUIET_SECONDS]


def seen(shop: Shop) -> frozenset[str]:
    """The beginnings of the hashes of all files that were offered or imported."""
    with shop.read() as connection:
        kept = _parsed(str(read_setting(connection, "watched_seen")))
        imported = [str(row[0])[:_HASH_LENGTH] for row in connection.execute("select file_hash from imports")]
    return frozenset((*kept, *imported))


def remember(shop: Shop, hashes: Iterable[str]) -> None:
    """Keep in mind that these files were offered; the oldest are forgotten when they are too many."""
    with shop.write() as connection:
        kept = _parsed(str(read_setting(connection, "watched_seen")))
        kept = list(dict.fromkeys([*kept, *(digest[:_HASH_LENGTH] for digest in hashes)]))
        write_setting(connection, "watched_seen", json.dumps(kept[-MOST_SEEN:]))


def forget(shop: Shop) -> Changes:
    """Offer everything again that was not imported."""
    with shop.write() as connection:
        write_setting(connection, "watched_seen", "")
    return Changes.of(Topic.SETTINGS)


def _parsed(text: str) -> list[str]:
    try:
        kept = json.loads(text or "[]")
    except ValueError:
        return []
    return [str(digest) for digest in kept] if isinstance(kept, list) else []
