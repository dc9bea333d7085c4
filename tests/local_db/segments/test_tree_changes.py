"""Between two versions of a tree every condition that came, went or changed is told, and nothing else."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.segments.tree import All, Any, Field, Muted, Node, Not, Random, Tag, parse, walk
from local_db.segments.tree_changes import changes_between

A, B, C = {"tag": "a"}, {"field": "orders", "op": ">=", "value": 2}, {"random": [0, 10]}
B3 = {"field": "orders", "op": ">=", "value": 3}
PAID = {"ordered": {"within_days": 30}}


@pytest.mark.parametrize(
    ("old", "new", "rows"),
    [
        ({"all": [A, B]}, {"all": [A, B]}, []),
        ({"all": [A]}, {"all": [A, B]}, [("added", "", "/all/1")]),
        ({"all": [A, B]}, {"all": [B]}, [("removed", "/all/0", "")]),
        ({"all": [A, B]}, {"all": [A, B3]}, [("changed", "/all/1", "/all/1")]),
        ({"all": [A, B]}, {"all": [A, {"not": B}]}, [("changed", "/all/1", "/all/1")]),
        ({"all": [A, B, C]}, {"all": [B, C, A]}, [("moved", "/all/0", "/all/2")]),
        ({"all": [A, B]}, {"any": [A, B]}, [("changed", "", "")]),
        ({"all": [A, B]}, {"any": [A, B3]}, [("changed", "", ""), ("changed", "/all/1", "/any/1")]),
        ({"all": [A, B]}, {"all": [A, {"muted": B}]}, [("muted", "/all/1", "/all/1/muted")]),
        ({"all": [A, {"muted": B}]}, {"all": [A, B]}, [("unmuted", "/all/1/muted", "/all/1")]),
        (
            {"all": [A, B]},
            {"all": [A, {"muted": B3}]},
            [("muted", "/all/1", "/all/1/muted"), ("changed", "/all/1", "/all/1/muted")],
        ),
        # into another group
        ({"all": [A, B, {"any": [C]}]}, {"all": [A, {"any": [C, B]}]}, [("moved", "/all/1", "/all/1/any/1")]),
        # a condition that gets company was there before
        (A, {"all": [A, B]}, [("added", "", "/all/1")]),
        ({"any": [A, B]}, B, [("removed", "/any/0", "")]),
        (A, B, [("added", "", ""), ("removed", "", "")]),
        ({"not": B}, {"not": B3}, [("changed", "/not", "/not")]),
        ({"all": [PAID]}, {"all": [{"ordered": {"within_days": 60}}]}, [("changed", "/all/0", "/all/0")]),
    ],
)
def test_what_changed(old: object, new: object, rows: list[tuple[str, str, str]]) -> None:
    before, after = parse(old), parse(new)
    found = changes_between(before, after)
    assert [(row.kind, row.before_path, row.after_path) for row in found] == rows
    for row in found:
        assert row.before is None or dict(walk(before))[row.before_path] == row.before
        assert row.after is None or dict(walk(after))[row.after_path] == row.after


leaves = st.sampled_from(
    [Tag("a"), Tag("b"), Field("orders", ">=", 2), Field("orders", ">=", 3), Field("spent", ">", 1), Random(0, 9)]
)
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda some: All(tuple(some))),
        st.lists(inner, max_size=4).map(lambda some: Any(tuple(some))),
        inner.map(Not),
        leaves.map(Muted),
    ),
    max_leaves=8,
)


def leaves_of(node: Node | None) -> Counter[Node]:
    if node is None:
        return Counter()
    return Counter(part for _, part in walk(node) if not isinstance(part, All | Any | Not | Muted))


@given(trees, trees)
def test_the_conditions_that_came_and_went_lead_from_one_to_the_other(old: Node, new: Node) -> None:
    rows = changes_between(old, new)
    now = leaves_of(old)
    for row in rows:
        joined = isinstance(row.before, All | Any) and isinstance(row.after, All | Any)
        if row.kind in {"added", "removed"} or (row.kind == "changed" and not joined):
            now.subtract(leaves_of(row.before))
            now.update(leaves_of(row.after))
    assert +now == leaves_of(new)
    assert min(now.values(), default=0) >= 0
    if isinstance(old, All | Any) and isinstance(new, All | Any):
        assert bool(rows) == (old != new)


@given(trees)
def test_nothing_changed_where_nothing_did(tree: Node) -> None:
    assert changes_between(tree, tree) == ()
