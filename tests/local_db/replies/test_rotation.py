"""No buyer gets a sentence again before she has had all of them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.replies.model import Reply, Wording
from local_db.replies.rotation import next_wording


def reply(count: int) -> Reply:
    return Reply("r", "问候", tuple(Wording(str(number), f"text {number}") for number in range(count)))


@given(st.integers(1, 6), st.integers(1, 4), st.lists(st.integers(0, 5)))
def test_every_round_has_every_wording_once(count: int, rounds: int, others: list[int]) -> None:
    counts = {str(number): others.count(number) for number in range(count)}
    used: list[str] = []
    for _ in range(count * rounds):
        chosen = next_wording(reply(count), used, counts)
        assert chosen is not None
        used.append(chosen.uid)
        counts[chosen.uid] = counts.get(chosen.uid, 0) + 1
    for start in range(0, len(used), count):
        assert len(set(used[start : start + count])) == count
    if count > 1:
        assert all(one != other for one, other in pairwise(used))


def test_a_new_buyer_gets_what_was_said_least() -> None:
    chosen = next_wording(reply(3), (), {"0": 4, "1": 2, "2": 2})
    assert chosen is not None
    assert chosen.uid == "1"


@pytest.mark.parametrize(
    ("used", "unready", "expected"),
    [
        ((), {"0"}, "1"),
        ((), {"0", "1", "2"}, "0"),  # all ask for something
        (("1", "2"), {"0"}, "0"),  # she has had the others
        (("0", "1", "2"), {"0"}, "1"),
    ],
)
def test_a_wording_that_asks_for_something_waits_for_those_that_are_ready(
    used: tuple[str, ...], unready: set[str], expected: str
) -> None:
    chosen = next_wording(reply(3), used, {"1": 9, "2": 9}, unready)
    assert chosen is not None
    assert chosen.uid == expected


def test_wordings_that_are_gone_do_not_count() -> None:
    chosen = next_wording(reply(2), ["gone", "0", "gone"], {})
    assert chosen is not None
    assert chosen.uid == "1"


def test_pictures_alone_have_no_wording() -> None:
    assert next_wording(reply(0), (), {}) is None
