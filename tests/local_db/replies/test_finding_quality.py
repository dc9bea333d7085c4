"""The right reply comes first, over a library of 2,000 and what clerks type; what is not in it is not found."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.local_db.replies import evaluation
from tests.local_db.replies.library import library

KINDS = {"pinyin", "initials", "mixed", "sound", "slip", "order", "polyphone", "english", "shortcut", "half", "text",
         "tag", "sentence", "skipping"}  # fmt: skip


def test_the_library_and_the_queries_are_as_large_as_they_should_be() -> None:
    replies, groups = library()
    titles = {reply.title for reply in replies}
    assert len(replies) >= 2000
    assert len(titles) == len(replies)
    assert {reply.group for reply in replies} == set(groups)
    assert len({query.typed for query in evaluation.queries()}) >= 300
    assert {query.kind for query in evaluation.queries()} == KINDS
    assert all(query.right <= titles for query in evaluation.queries())
    assert len(set(evaluation.nonsense())) >= 60


@pytest.mark.parametrize("asked", [evaluation.tuned(), evaluation.held_out()], ids=["tuned", "held out"])
def test_the_right_reply_is_first_or_nearly_so(asked: tuple[evaluation.Query, ...]) -> None:
    found = evaluation.outcomes(asked, evaluation.ours)
    missed = [(some.query.kind, some.query.typed, some.rank) for some in found if some.rank != 1]
    assert evaluation.share(found, 1) >= 0.90, missed
    assert evaluation.share(found, 3) >= 0.98, missed


def test_every_kind_of_query_is_answered_well() -> None:
    found = evaluation.outcomes(evaluation.queries(), evaluation.ours)
    asked = Counter(some.query.kind for some in found)
    right = Counter(some.query.kind for some in found if some.rank == 1)
    assert {kind: right[kind] / asked[kind] for kind in KINDS if right[kind] < 0.9 * asked[kind]} == {}


@pytest.mark.parametrize("typed", evaluation.nonsense())
def test_what_is_not_there_is_not_found(typed: str) -> None:
    assert evaluation.ours(typed) == []
