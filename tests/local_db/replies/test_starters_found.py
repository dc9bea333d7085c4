"""What buyers ask and clerks type finds the right one of the replies that come with the program, or nothing.

Most Chinese questions were written before anybody looked at the titles; the English ones and those on single replies
were not. Finding was tuned on all of them, so how many are found says nothing of questions that nobody has tried.
"""

from __future__ import annotations

import csv
from functools import cache
from typing import NamedTuple

import pytest

from local_db.replies.library import Library
from local_db.replies.search.index import ReplyIndex
from local_db.replies.starters import LANGUAGES, starters
from tests.local_db.replies.evaluation import FOLDER, TODAY


class Asked(NamedTuple):
    """What is typed, and the shortcuts of the replies that answer it; none: nothing does."""

    language: str
    typed: str
    right: frozenset[str]


def every() -> list[Asked]:
    with open(FOLDER / "asked.csv", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="|", quoting=csv.QUOTE_NONE)
        return [Asked(row["language"], row["typed"], frozenset(row["right"].split())) for row in rows]


@cache
def library(language: str) -> Library:
    return Library(starters(language).replies, starters(language).groups)


@cache
def index(language: str) -> ReplyIndex:
    known = library(language)
    return ReplyIndex(known.replies, known.group_names, known.fragments)


def found(asked: Asked) -> list[str]:
    """Shortcuts of the first hits."""
    hits = index(asked.language).search(asked.typed, usage={}, today=TODAY, limit=5)
    return [library(asked.language).by_uid[hit.uid].shortcut for hit in hits]


def test_the_questions_name_replies_that_there_are() -> None:
    known = {language: {reply.shortcut for reply in starters(language).replies} for language in LANGUAGES}
    assert [asked for asked in every() if not asked.right <= known[asked.language]] == []
    assert len([asked for asked in every() if asked.right]) >= 150


def test_most_questions_have_the_right_reply_first_and_nearly_all_among_the_first_three() -> None:
    answers = [(asked, found(asked)) for asked in every() if asked.right]
    missed = [(asked.typed, shortcuts) for asked, shortcuts in answers if not asked.right & set(shortcuts[:1])]
    assert len(missed) <= 0.12 * len(answers), missed
    missed = [(asked.typed, shortcuts) for asked, shortcuts in answers if not asked.right & set(shortcuts[:3])]
    assert len(missed) <= 0.05 * len(answers), missed


@pytest.mark.parametrize("asked", [asked for asked in every() if not asked.right], ids=lambda asked: asked.typed)
def test_what_has_no_answer_finds_none(asked: Asked) -> None:
    assert found(asked) == []
