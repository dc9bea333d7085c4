"""RFM scores against a plain reading of each member, and what the grid adds up to."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise, product
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.errors import CutsError
from local_db.roster.rfm_cuts import DEFAULT_CUTS, MOST, RfmCuts, read_cuts, usable_cuts, written_cuts
from local_db.roster.roster import NO_TIME
from local_db.segments.rfm import Scores, blocks, cells_of, fitting_cuts, grid, scores

ZONE = ZoneInfo("Asia/Shanghai")
DAY = date(2026, 11, 24)
CELLS = sorted(product(range(1, 6), range(1, 6)))

# days ago of the last purchase (None: never), purchases, minor units
Buyer = tuple[int | None, int, int]
buyers = st.lists(
    st.tuples(
        st.one_of(st.none(), st.integers(0, 800)),
        st.integers(1, 30),
        st.integers(0, 2_000_000),
    ),
    max_size=60,
)


def facts_of(people: list[Buyer]) -> SimpleNamespace:
    """The columns that scores are read from."""

    def noon(days: int | None) -> int:
        if days is None:
            return NO_TIME
        moment = datetime.combine(DAY - timedelta(days=days), time(12), ZONE)
        return int(moment.astimezone(UTC).timestamp())

    return SimpleNamespace(
        last=np.array([noon(days) for days, _, _ in people], dtype=np.int64),
        orders=np.array([count for _, count, _ in people], dtype=np.int64),
        spent=np.array([money for _, _, money in people], dtype=np.int64),
    )


def scored(people: list[Buyer], cuts: RfmCuts = DEFAULT_CUTS) -> Scores:
    return scores(facts_of(people), day=DAY, zone=ZONE, cuts=cuts, currency="CNY")  # type: ignore[arg-type]


def plain(buyer: Buyer, cuts: RfmCuts) -> tuple[int, int, int]:
    """One buyer's scores as a person would work them out."""
    days, count, money = buyer
    if days is None:
        return (0, 0, 0)
    r = 5 - sum(days >= cut for cut in cuts.r)
    f = 1 + sum(count >= cut for cut in cuts.f)
    m = 1 + sum(money >= cut * 100 for cut in cuts.m)
    return (r, f, m)


@pytest.mark.parametrize(
    ("buyer", "expected"),
    [
        ((0, 1, 0), (5, 1, 1)),
        ((29, 2, 9_999), (5, 2, 1)),
        ((30, 3, 10_000), (4, 3, 2)),
        ((89, 4, 29_999), (4, 3, 2)),
        ((90, 5, 30_000), (3, 4, 3)),
        ((364, 9, 99_999), (2, 4, 3)),
        ((365, 10, 300_000), (1, 5, 5)),
        ((None, 3, 500), (0, 0, 0)),
    ],
)
def test_scores_at_their_borders(buyer: Buyer, expected: tuple[int, int, int]) -> None:
    found = scored([buyer])
    assert (found.r[0], found.f[0], found.m[0]) == expected


@given(buyers)
def test_scores_are_those_of_each_buyer_alone(people: list[Buyer]) -> None:
    found = scored(people)
    assert list(zip(found.r, found.f, found.m, strict=True)) == [plain(buyer, DEFAULT_CUTS) for buyer in people]


@given(buyers)
def test_the_grid_counts_every_buyer_once(people: list[Buyer]) -> None:
    found = scored(people)
    counted = grid(found)
    assert counted.total == sum(days is not None for days, _, _ in people)
    assert counted.people.sum() == counted.total
    for r, f in CELLS:
        assert counted.people[r - 1, f - 1] == np.count_nonzero((found.r == r) & (found.f == f))


def test_the_grid_of_chosen_members_counts_only_these() -> None:
    found = scored([(1, 1, 0), (1, 1, 0), (None, 1, 0)])
    assert grid(found, np.array([True, False, True])).total == 1


@given(buyers)
def test_fitting_cuts_are_cuts(people: list[Buyer]) -> None:
    cuts = fitting_cuts(facts_of(people), day=DAY, zone=ZONE, currency="CNY")  # type: ignore[arg-type]
    for axis in (cuts.r, cuts.f, cuts.m):
        assert all(low < high for low, high in pairwise(axis))


def test_fitting_cuts_put_a_fifth_into_each_score() -> None:
    people: list[Buyer] = [(number, 1 + number, 100 * (1 + number)) for number in range(100)]
    facts = facts_of(people)
    cuts = fitting_cuts(facts, day=DAY, zone=ZONE, currency="CNY")  # type: ignore[arg-type]
    found = scored(people, cuts)
    for column in (found.r, found.f, found.m):
        assert np.bincount(column, minlength=6).tolist() == [0, 20, 20, 20, 20, 20]


def test_cuts_that_fit_a_shop_of_one_time_buyers_leave_them_one_score() -> None:
    people: list[Buyer] = [(5, 1, 1_000)] * 50
    facts = facts_of(people)
    cuts = fitting_cuts(facts, day=DAY, zone=ZONE, currency="CNY")  # type: ignore[arg-type]
    assert set(scored(people, cuts).f) == {1}


@given(st.sets(st.sampled_from(CELLS)))
def test_blocks_cover_exactly_the_cells_and_never_twice(cells: set[tuple[int, int]]) -> None:
    found = blocks(cells)
    covered = [cell for block in found for cell in cells_of(block)]
    assert sorted(covered) == sorted(cells)


@pytest.mark.parametrize(("cells", "expected"), [(CELLS, 1), ([(1, 1), (5, 5)], 2), ([(2, 1), (2, 2), (3, 1)], 2)])
def test_blocks_are_few(cells: list[tuple[int, int]], expected: int) -> None:
    assert len(blocks(cells)) == expected


def test_cuts_are_read_as_they_were_written() -> None:
    cuts = RfmCuts(r=(7, 30, 60, 120), f=(2, 4, 6, 8), m=(50, 100, 500, 900))
    assert read_cuts(written_cuts(cuts)) == cuts
    assert read_cuts("") == DEFAULT_CUTS


@pytest.mark.parametrize(
    ("axis", "cuts", "code"),
    [
        ("r", (30, 30, 60, 90), "cuts_not_ascending"),
        ("f", (1, 2, 3), "cuts_not_four"),
        ("m", (0, 2, 3, 4), "cuts_out_of_range"),
        ("r", (1, 2, 3, MOST["r"] + 1), "cuts_out_of_range"),
        ("f", (1, 2, 3, True), "cuts_not_whole"),
        ("m", (1, 2, 3, 4.5), "cuts_not_whole"),
    ],
)
def test_cuts_that_cannot_be_are_refused(axis: str, cuts: tuple[int, ...], code: str) -> None:
    with pytest.raises(CutsError) as refused:
        RfmCuts(**{axis: cuts})
    assert (refused.value.code, refused.value.data["axis"]) == (code, axis)


@pytest.mark.parametrize("text", ["{", "[]", '{"r": 1, "f": 2, "m": 3}', '{"r": [1, 2, 3, 4]}'])
def test_cuts_that_are_no_cuts_at_all_are_refused_and_replaced_by_the_usual(text: str) -> None:
    with pytest.raises(CutsError) as refused:
        read_cuts(text)
    assert refused.value.code == "cuts_unreadable"
    assert usable_cuts(text) == DEFAULT_CUTS
