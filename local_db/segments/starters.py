"""The ready-made segments of `resources/starters/segments.toml`, in a language, for a day, filled for a shop."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from local_db.segments.tree import Node, parse, parse_text, to_json

STARTERS_FILE = Path(__file__).resolve().parents[2] / "resources" / "starters" / "segments.toml"

GROUPS = ("repurchase", "recall", "newcomers", "campaign", "service", "value")
WORD, CATEGORY = "word", "category"  # what a starter may ask for
FILLED_FROM = MappingProxyType({WORD: "ordered", CATEGORY: "category"})  # what of the suggestions answers that
ASKED = "?"  # stands in a tree for what is asked
_SINCE = re.compile(r"(\d\d)-(\d\d)(?:\+(\d+))?")


class Ask(NamedTuple):
    """A value that only the shop can give: its place in the tree (a JSON pointer), and what it is (`word` …)."""

    path: str
    about: str


@dataclass(frozen=True, slots=True)
class Starter:
    """A ready-made segment. One that asks is not to be used before `filled` has put in what it asks for."""

    key: str
    group: str  # one of GROUPS
    name: str
    description: str  # when to use it
    tree: Node
    asks: tuple[Ask, ...] = ()


class Filled(NamedTuple):
    """A starter's tree for a shop, and the paths of the values that a person should check."""

    tree: Node
    to_check: tuple[str, ...]


def starters(language: str, today: date) -> tuple[Starter, ...]:
    """The starters in a language (`zh`, `en`), with the promotions of the year before `today`, not yet saved."""
    return tuple(
        Starter(
            key=entry["key"],
            group=entry["group"],
            name=entry[language],
            description=entry[f"about_{language}"],
            tree=parse_text(entry["tree"].replace("YYYY", str(_year(entry.get("since", ""), today)))),
            asks=tuple(Ask(**ask) for ask in entry.get("ask", ())),
        )
        for entry in _entries()
    )


@cache
def _entries() -> tuple[dict[str, Any], ...]:
    with STARTERS_FILE.open("rb") as file:
        return tuple(tomllib.load(file)["segment"])


def _year(since: str, today: date) -> int:
    """The latest year whose day `11-11`, or the day so many days (`+90`) after it, has come by today."""
    match = _SINCE.fullmatch(since)
    if match is None:
        return today.year
    month, day, later = (int(part or 0) for part in match.groups())
    year = today.year
    while date(year, month, day) + timedelta(days=later) > today:
        year -= 1
    return year


def filled(starter: Starter, offered: Mapping[str, Sequence[str]]) -> Filled | None:
    """The starter's tree with the shop's commonest values where it asks, a different one each time.

    None where the shop has too few of them: an empty condition would find nobody and not say so.
    """
    tree = to_json(starter.tree)
    left = {about: iter(values) for about, values in offered.items()}
    for ask in starter.asks:
        value = next(left.get(ask.about, iter(())), None)
        if value is None:
            return None
        _put(tree, ask.path, value)
    return Filled(parse(tree), tuple(ask.path for ask in starter.asks))


def _put(tree: object, path: str, value: str) -> None:
    *above, last = _steps(path)
    place: Any = tree
    for step in above:
        place = place[step]
    place[last] = value


def _steps(path: str) -> Iterator[str | int]:
    for step in path.split("/")[1:]:
        yield int(step) if step.isdigit() else step
