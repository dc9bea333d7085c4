"""Between two days: came and stayed make the later segment, left and stayed the earlier one; rows explain it."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_db.segments import tree
from local_db.segments.change import change, rows
from tests.local_db.segments.random_shops import NOW
from tests.local_db.segments.random_trees import trees
from tests.local_db.segments.shops import SLOW, days, evaluator_of, seeds


@settings(SLOW, max_examples=150)
@given(seed=seeds, node=trees(levels=2), since=days, until=st.none() | days)
def test_the_parts_make_both_days(seed: int, node: dict, since: date, until: date | None) -> None:
    evaluator = evaluator_of(seed)
    asked = tree.parse(node)
    found = change(evaluator, asked, since=since, until=until, now=NOW)
    then = evaluator.evaluate(asked, now=NOW, as_of=since)
    later = evaluator.evaluate(asked, now=NOW, as_of=until)
    assert ((found.came | found.stayed) == later.matched).all()
    assert ((found.left | found.stayed) == then.matched).all()
    assert not (found.came & found.left).any()
    assert (found.then, found.now) == (then.count, later.count)


@settings(SLOW, max_examples=150)
@given(seed=seeds, node=trees(levels=2), since=days, until=st.none() | days)
def test_each_row_counts_those_it_let_in_and_put_out(seed: int, node: dict, since: date, until: date | None) -> None:
    evaluator = evaluator_of(seed)
    asked = tree.parse(node)
    found = change(evaluator, asked, since=since, until=until, now=NOW)
    existed = evaluator.evaluate(tree.All(), now=NOW, as_of=since).matched
    assert found.new == np.count_nonzero(found.came & ~existed)
    reached_in, reached_out = np.zeros_like(found.came), np.zeros_like(found.came)
    for flip, (path, leaf, turned) in zip(found.flips, rows(asked), strict=True):
        # Whom the row keeps in: turned once for its own "not", and once for each group around it that is turned.
        nots = turned + around(asked, path)
        row = tree.Not(leaf) if nots % 2 else leaf
        was = evaluator.evaluate(row, now=NOW, as_of=since).matched
        is_now = evaluator.evaluate(row, now=NOW, as_of=until).matched
        let_in, put_out = found.came & existed & ~was & is_now, found.left & was & ~is_now
        assert flip.path == path
        assert (flip.let_in, flip.put_out) == (np.count_nonzero(let_in), np.count_nonzero(put_out))
        reached_in, reached_out = reached_in | let_in, reached_out | put_out
    assert (reached_in == (found.came & existed)).all()  # nobody comes without a row that lets them in
    if until is None or until >= since:  # else some of those who left did not exist any more
        assert (reached_out == found.left).all()


def around(node: tree.Node, path: str) -> int:
    """How many groups around a row are turned."""
    return sum(isinstance(part, tree.Not) for place, part in tree.walk(node) if path.startswith(f"{place}/not/"))


@settings(SLOW, max_examples=100)
@given(seed=seeds, leaf=trees(levels=0), since=days)
def test_a_single_row_explains_everybody_the_shop_knew(seed: int, leaf: dict, since: date) -> None:
    evaluator = evaluator_of(seed)
    found = change(evaluator, tree.parse(leaf), since=since, until=None, now=NOW)
    (flip,) = found.flips
    assert flip.let_in == np.count_nonzero(found.came) - found.new
    assert flip.put_out == np.count_nonzero(found.left)


TAG = {"tag": "VIP"}
LEAF = tree.Tag("VIP")


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        (TAG, [("", False)]),
        ({"not": TAG}, [("", True)]),
        ({"not": {"not": TAG}}, [("", False)]),
        ({"all": [TAG, {"not": TAG}]}, [("/all/0", False), ("/all/1", True)]),
        ({"not": {"any": [TAG, {"not": TAG}]}}, [("/not/any/0", False), ("/not/any/1", True)]),
        ({"all": [{"muted": TAG}, TAG]}, [("/all/1", False)]),
        ({"all": [{"not": {"muted": TAG}}]}, []),
        ({"muted": {"all": [TAG]}}, []),
        ({"all": []}, []),
    ],
)
def test_rows_are_what_a_screen_shows_as_rows(node: dict, expected: list[tuple[str, bool]]) -> None:
    assert list(rows(tree.parse(node))) == [(path, LEAF, turned) for path, turned in expected]


@pytest.mark.parametrize(
    ("node", "expected"),
    [
        ({"muted": TAG}, [("/muted", False)]),
        ({"all": [{"muted": {"not": TAG}}]}, [("/all/0/muted", True)]),
        ({"muted": {"all": [TAG]}}, [("/muted/all/0", False)]),
    ],
)
def test_rows_that_are_muted_can_be_asked_for(node: dict, expected: list[tuple[str, bool]]) -> None:
    assert list(rows(tree.parse(node), muted=True)) == [(path, LEAF, turned) for path, turned in expected]
