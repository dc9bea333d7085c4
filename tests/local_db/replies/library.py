"""A library of 2,000 replies as small shops have it: written by hand, and by hand for couriers, places and goods."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from local_db.replies.model import Reply, Wording

FOLDER = Path(__file__).parent


@cache
def library() -> tuple[tuple[Reply, ...], dict[str, str]]:
    """The replies, and the names of their groups by uid; every title is there once."""
    groups: dict[str, str] = {}
    replies = tuple(_reply(f"r{number:05}", row, groups) for number, row in enumerate([*_written(), *_varied()], 1))
    return replies, {uid: name for name, uid in groups.items()}


def _written() -> Iterator[Mapping[str, str]]:
    yield from ({**row, "language": "zh"} for row in _rows("library.csv"))
    yield from ({**row, "language": "en"} for row in _rows("english.csv"))


def _varied() -> Iterator[Mapping[str, str]]:
    things = {row["of"]: row["things"].split() for row in _rows("things.csv")}
    for row in _rows("variants.csv"):
        for thing in things[row["of"]]:
            filled = {key: value.replace("{x}", thing) for key, value in row.items()}
            yield {**filled, "tags": f"{row['tags']} {thing}", "shortcut": "", "language": "zh"}


def _rows(name: str) -> list[dict[str, str]]:
    with open(FOLDER / name, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE))


def _reply(uid: str, row: Mapping[str, str], groups: dict[str, str]) -> Reply:
    group = groups.setdefault(row["group"], f"g{len(groups) + 1}")
    return Reply(
        uid, row["title"], (Wording(f"{uid}w", row["text"]),), group, row["shortcut"], tuple(row["tags"].split()),
        language=row["language"],
    )  # fmt: skip
