"""How often the right reply is found first: our finding and its peer on the same labelled queries.

Every third query was held out: nothing was tuned on it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from local_db.replies.model import Reply
from local_db.replies.search.index import ReplyIndex
from tests.local_db.replies.library import library

FOLDER = Path(__file__).parent
TODAY = "2026-11-24"
HELD_OUT_EVERY = 3


class Query(NamedTuple):
    """What a clerk types; any of the right replies may come first."""

    kind: str
    typed: str
    right: frozenset[str]


class Outcome(NamedTuple):
    """Where the first right reply stood, from 1; None where it was not among the first."""

    query: Query
    rank: int | None
    first: str


@cache
def queries() -> tuple[Query, ...]:
    """All that are labelled."""
    with open(FOLDER / "queries.csv", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE)
        return tuple(Query(row["kind"], row["typed"], frozenset(row["right"].split(";"))) for row in rows)


def tuned() -> tuple[Query, ...]:
    """Those that may be looked at while tuning."""
    return tuple(query for number, query in enumerate(queries(), 1) if number % HELD_OUT_EVERY)


def held_out() -> tuple[Query, ...]:
    """Those that may not."""
    return queries()[HELD_OUT_EVERY - 1 :: HELD_OUT_EVERY]


def nonsense() -> tuple[str, ...]:
    """Queries to which nothing in the library is an answer."""
    return tuple((FOLDER / "nothing.csv").read_text(encoding="utf-8").splitlines())


@cache
def index() -> ReplyIndex:
    """The library, ready to be searched."""
    return ReplyIndex(*library())


def ours(typed: str) -> list[str]:
    """Titles of the first hits."""
    titles = {reply.uid: reply.title for reply in library()[0]}
    return [titles[hit.uid] for hit in index().search(typed, usage={}, today=TODAY, limit=10)]


def outcomes(asked: Iterable[Query], search: Callable[[str], Sequence[str]]) -> list[Outcome]:
    """What became of each query."""
    found = []
    for query in asked:
        titles = search(query.typed)
        ranks = [rank for rank, title in enumerate(titles, 1) if title in query.right]
        found.append(Outcome(query, ranks[0] if ranks else None, titles[0] if titles else ""))
    return found


def share(found: Sequence[Outcome], within: int) -> float:
    """The part of the queries whose right reply is among so many first ones."""
    return sum(some.rank is not None and some.rank <= within for some in found) / len(found)


def peer_text(reply: Reply, group: str) -> str:
    """All of a reply in one line, as a search without an engine would have it: texts, pinyin, initials."""
    from local_db.members.search import readings

    said = " ".join((reply.title, reply.shortcut, *reply.tags, group, *(some.text for some in reply.wordings)))
    title = [readings(char)[0] for char in reply.title.lower()]
    return f"{said.lower()} {''.join(title)} {''.join(some[0] for some in title)}"
