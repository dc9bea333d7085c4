"""Shares and lifts are plain counts, the order is by how sure a difference is, and few people never lead."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_db.segments import tree
from local_db.segments.bits import Bits
from local_db.segments.differences import (
    FEW,
    LEAST_LIFT,
    Feature,
    FeatureKind,
    KnownFeature,
    compared,
    differences,
    known_features,
)
from local_db.segments.features import features
from local_db.segments.suggestions import title_words
from tests.local_db.segments.random_shops import NOW
from tests.local_db.segments.shops import SLOW, evaluator_of, seeds

SIZE = 1000
TAG = Feature(FeatureKind.TAG, ("VIP",), tree.Tag("VIP"))


def bits(numbers: range | list[int], size: int = SIZE) -> Bits:
    return Bits.of(np.isin(np.arange(size), list(numbers)))


def known(name: str, numbers: range | list[int]) -> KnownFeature:
    return KnownFeature(Feature(FeatureKind.TAG, (name,), tree.Tag(name)), bits(numbers), len(numbers))


@settings(SLOW, max_examples=40)
@given(seed=seeds)
def test_who_has_a_feature_is_who_its_condition_matches(seed: int) -> None:
    evaluator = evaluator_of(seed)
    asked = list(features(evaluator.roster, title_words(evaluator.roster)))
    offered = {one.feature: one for one in known_features(evaluator, asked, now=NOW)}
    assert {feature.kind for feature in asked} >= {FeatureKind.HOURS, FeatureKind.WEEKDAY, FeatureKind.SPENT}
    for feature in asked:
        answer = evaluator.evaluate(feature.node, now=NOW)
        assert (feature in offered) == (answer.count > 0)
        if feature in offered:
            assert offered[feature].count == answer.count
            assert (offered[feature].bits.bools() == answer.matched).all()


@given(st.sets(st.integers(0, 199)), st.sets(st.integers(0, 199)))
def test_figures_are_counts_of_plain_sets(segment: set[int], having: set[int]) -> None:
    one = KnownFeature(TAG, bits(sorted(having), 200), len(having))
    found = differences([one], bits(sorted(segment), 200), 200)
    for shown in (*found.over, *found.under):
        assert shown.inside == len(segment & having)
        assert shown.outside == len(having - segment)
        assert (shown.segment, shown.rest) == (len(segment), 200 - len(segment))


@given(st.integers(1, 500), st.integers(1, 500), st.data())
def test_shares_and_lift_are_plain_divisions(segment: int, rest: int, data: st.DataObject) -> None:
    inside, outside = data.draw(st.integers(0, segment)), data.draw(st.integers(0, rest))
    one = compared(TAG, inside, outside, segment, rest)
    assert one.share == inside / segment
    assert one.share_of_rest == outside / rest
    if outside:
        assert one.lift == pytest.approx(one.share / one.share_of_rest)
        assert one.over == (inside * rest > outside * segment)
    else:
        assert math.isinf(one.lift)
    assert one.score >= 0
    # The measure is symmetric: saying it of the rest is as sure.
    assert one.score == pytest.approx(compared(TAG, outside, inside, rest, segment).score, abs=1e-6)


def test_the_measure_is_that_of_the_textbook() -> None:
    # Dunning's G² of [[10, 90], [20, 880]] worked out by hand from 2 Σ O ln(O / E).
    cells = [(10, 3.0), (90, 97.0), (20, 27.0), (880, 873.0)]
    expected = 2 * sum(o * math.log(o / e) for o, e in cells)
    assert compared(TAG, 10, 20, 100, 900).score == pytest.approx(expected)


def test_equal_shares_score_nothing() -> None:
    assert compared(TAG, 10, 90, 100, 900).score == pytest.approx(0, abs=1e-9)


def test_three_people_do_not_lead() -> None:
    few = known("three", [0, 1, 2])  # all of them in the segment: the lift is infinite
    many = known("many", [*range(60), *range(100, 300)])
    found = differences([few, many], bits(range(100)), SIZE)
    assert [one.feature.values for one in found.over] == [("many",)]


def test_the_surest_difference_leads() -> None:
    surer = known("surer", [*range(80), *range(100, 300)])
    weaker = known("weaker", [*range(40), *range(100, 250)])
    rarer = known("rarer", [*range(2), *range(100, 600)])
    found = differences([weaker, rarer, surer], bits(range(100)), SIZE)
    assert [one.feature.values[0] for one in found.over] == ["surer", "weaker"]
    assert [one.feature.values[0] for one in found.under] == ["rarer"]


@given(st.lists(st.tuples(st.integers(0, 100), st.integers(0, 900)), max_size=8))
def test_what_is_shown_passes_every_bar(counts: list[tuple[int, int]]) -> None:
    offered = [
        known(str(place), [*range(inside), *range(100, 100 + outside)])
        for place, (inside, outside) in enumerate(counts)
    ]
    found = differences(offered, bits(range(100)), SIZE)
    for one in (*found.over, *found.under):
        expected = (one.inside + one.outside) * 100 / SIZE
        assert max(one.inside, expected) >= FEW
        assert one.lift >= LEAST_LIFT or one.lift <= 1 / LEAST_LIFT
    assert all(one.lift > 1 for one in found.over)
    assert all(one.lift < 1 for one in found.under)
    assert [one.score for one in found.over] == sorted((one.score for one in found.over), reverse=True)


@pytest.mark.parametrize("numbers", [range(0), range(SIZE)])
def test_nobody_and_everybody_differ_in_nothing(numbers: range) -> None:
    found = differences([known("many", range(500))], bits(numbers), SIZE)
    assert (found.over, found.under) == ((), ())
    assert found.segment + found.rest == SIZE


def test_what_the_segment_asks_for_is_no_news() -> None:
    place = Feature(FeatureKind.PROVINCE, ("浙江",), tree.Field("province", "is", "浙江"))
    one = KnownFeature(place, bits(range(100)), 100)
    own = tree.parse({"all": [{"field": "province", "op": "in", "value": ["浙江", "上海"]}]})
    assert differences([one], bits(range(100)), SIZE).over
    assert not differences([one], bits(range(100)), SIZE, own=own).over
