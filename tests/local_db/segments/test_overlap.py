"""Every member is in one region of an overlap, and each region's tree finds exactly its members."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_db.segments import tree
from local_db.segments.bits import Bits
from local_db.segments.overlap import overlap, region_node
from tests.local_db.segments.random_shops import NOW
from tests.local_db.segments.random_trees import trees
from tests.local_db.segments.shops import SLOW, evaluator_of, seeds

sets = st.lists(st.sets(st.integers(0, 19)), min_size=2, max_size=3)


def bits(numbers: set[int], size: int = 20) -> Bits:
    import numpy as np

    return Bits.of(np.isin(np.arange(size), list(numbers)))


@given(sets, st.sets(st.integers(0, 19)))
def test_regions_are_those_of_plain_sets(members: list[set[int]], everybody: set[int]) -> None:
    inside = [numbers & everybody for numbers in members]
    found = overlap([bits(numbers) for numbers in inside], bits(everybody))
    for region, count in found.regions.items():
        expected = {
            number
            for number in everybody
            if all((number in numbers) == wanted for numbers, wanted in zip(inside, region, strict=True))
        }
        assert count == len(expected)
    assert sum(found.regions.values()) == found.everybody == len(everybody)
    assert found.any == len(set().union(*inside))
    for place, numbers in enumerate(inside):
        assert found.size(place) == len(numbers)


@settings(SLOW, max_examples=60)
@given(seed=seeds, nodes=st.lists(trees(levels=1), min_size=2, max_size=3))
def test_a_regions_tree_finds_as_many_as_the_region_says(seed: int, nodes: list[dict]) -> None:
    evaluator = evaluator_of(seed)
    asked = [tree.parse(node) for node in nodes]
    matched = [evaluator.evaluate(node, now=NOW).bits for node in asked]
    found = overlap(matched, evaluator.everybody(evaluator.moment(NOW))[0])
    kept = [tree.pruned(node) or tree.All() for node in asked]  # muted as a whole means everybody
    for region, count in found.regions.items():
        assert evaluator.evaluate(region_node(kept, region), now=NOW).count == count


@pytest.mark.parametrize("region", [(True, False), (False, True, True)])
def test_a_region_names_every_segment(region: tuple[bool, ...]) -> None:
    nodes = [tree.Tag(str(place)) for place in range(len(region))]
    found = region_node(nodes, region)
    assert [leaf for _, leaf in tree.walk(found) if isinstance(leaf, tree.Tag)] == nodes
