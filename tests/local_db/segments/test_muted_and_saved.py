"""What is muted has no say, and saved segments may be asked for: over four members with tags a and b."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from local_db.errors import TreeError
from local_db.segments.evaluate import Evaluator
from local_db.segments.tree import parse
from tests.local_db.roster import columns

NOW = datetime(2026, 6, 30, tzinfo=UTC)
A, B = {"tag": "a"}, {"tag": "b"}  # of members 0, 1 and 1, 2


@pytest.fixture
def evaluator():
    tags = {"a": np.array([True, True, False, False]), "b": np.array([False, True, True, False])}
    members = columns.members(ids=np.arange(4), tags=tags)
    orders = columns.orders(member=np.zeros(0, np.int32))
    lines = columns.lines(order=np.zeros(0, np.int32))
    return Evaluator(columns.roster(1, ZoneInfo("UTC"), "CNY", members, orders, lines, ()))


def muted(child):
    return {"muted": child}


MUTED = [
    (muted(A), [0, 1, 2, 3], [4, 2]),
    ({"all": [A, muted(B)]}, [0, 1], [2, 2, 2, 2]),
    ({"any": [A, muted(B)]}, [0, 1], [2, 2, 2, 2]),
    ({"all": [A, muted({"all": [B, muted(A)]})]}, [0, 1], [2, 2, 2, 2, 2, 2, 2]),
    ({"not": muted(A)}, [0, 1, 2, 3], [4, 2, 2]),
    ({"any": [{"not": muted(A)}, B]}, [1, 2], [2, 4, 2, 2, 2]),
    ({"any": [muted(A), muted(B)]}, [0, 1, 2, 3], [4, 2, 2, 2, 2]),
    ({"all": [{"any": [muted(A)]}, B]}, [1, 2], [2, 4, 2, 2, 2]),
    ({"any": [{"all": []}, muted(B)]}, [0, 1, 2, 3], [4, 4, 2, 2]),
    ({"any": []}, [], [0]),
]


@pytest.mark.parametrize(("tree", "expected", "counts"), MUTED)
def test_what_is_muted_has_no_say_and_is_counted(evaluator, tree, expected, counts):
    found = evaluator.evaluate(parse(tree), now=NOW)
    assert np.flatnonzero(found.matched).tolist() == expected
    assert [node.count for node in found.nodes] == counts
    assert all(node.removes == 0 for node in found.nodes if node.path.endswith("/muted"))


def test_a_saved_segment_is_asked_by_its_id(evaluator):
    evaluator.segments = {7: parse({"not": A}), 8: parse({"all": [{"segment": 7}, B]}), 9: parse(muted(A))}
    assert np.flatnonzero(evaluator.evaluate(parse({"segment": 8}), now=NOW).matched).tolist() == [2]
    whole = evaluator.evaluate(parse({"all": [{"segment": 9}, {"not": {"segment": 8}}]}), now=NOW)
    assert np.flatnonzero(whole.matched).tolist() == [0, 1, 3]
    assert [(node.path, node.count, node.removes) for node in whole.nodes] == [
        ("", 3, 1),
        ("/all/0", 4, 0),
        ("/all/1", 3, 1),
        ("/all/1/not", 1, 0),
    ]


def test_a_changed_segment_is_asked_as_it_is_now(evaluator):
    for saved, count in ((A, 2), ({"all": [A, B]}, 1)):
        evaluator.segments = {7: parse(saved)}
        assert evaluator.evaluate(parse({"segment": 7}), now=NOW).count == count


def test_segments_that_name_each_other_are_refused(evaluator):
    evaluator.segments = {7: parse({"segment": 8}), 8: parse({"any": [A, {"segment": 7}]})}
    with pytest.raises(TreeError) as refused:
        evaluator.evaluate(parse({"all": [{"segment": 7}]}), now=NOW)
    assert (refused.value.code, refused.value.data["segments"]) == ("segment_cycle", (7, 8, 7))


def test_a_segment_that_is_gone_is_said_with_its_place(evaluator):
    with pytest.raises(TreeError) as refused:
        evaluator.evaluate(parse({"all": [A, {"segment": 3}]}), now=NOW)
    assert (refused.value.code, refused.value.data["path"]) == ("unknown_segment", "/all/1")
