"""A member's verdicts are the engine's: each node of a tree matches her exactly where it matches her by itself."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from local_db.segments import tree
from local_db.segments.explain import explain
from local_db.segments.verdicts import node_verdicts
from tests.local_db.segments.random_shops import NOW
from tests.local_db.segments.random_trees import trees
from tests.local_db.segments.shops import SLOW, days, evaluator_of, seeds


@settings(SLOW, max_examples=150)
@given(seed=seeds, node=trees(levels=3), as_of=st.none() | days, data=st.data())
def test_verdicts_are_the_engines(seed: int, node: dict, as_of: date | None, data: st.DataObject) -> None:
    evaluator = evaluator_of(seed)
    if not evaluator.roster.size:
        return
    number = data.draw(st.integers(0, evaluator.roster.size - 1))
    asked = tree.parse(node)
    leaves = {one.path: one.matches for one in explain(evaluator, asked, number, now=NOW, as_of=as_of)}
    exists = evaluator.evaluate(tree.All(), now=NOW, as_of=as_of).bits.has(number)
    said = node_verdicts(asked, leaves, exists=exists)
    for path, part in tree.walk(asked):
        while isinstance(part, tree.Muted):  # what is muted is worked out by itself
            part = part.child
        assert said[path] == evaluator.evaluate(part, now=NOW, as_of=as_of).bits.has(number), path
