"""Which period a name means."""

from __future__ import annotations

import pytest

from local_db.tags.builtin import definitions
from local_db.tags.model import Period
from local_db.tags.periods import named

OWN = Period("店庆 2026", "2026-03-10", "2026-03-20")
ENGLISH = (*definitions()["promotions"].periods_in("en"), OWN)
CHINESE = (*definitions()["promotions"].periods_in("zh"), OWN)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ((), 9),
        (("双11",), 1),
        (("double 11",), 1),
        (("Ｄouble 11", "双11"), 1),
        (("年货节",), 4),
        (("New year goods",), 4),
        (("年货节 2025",), 1),
        (("New year goods 2025", "618"), 2),
        (("店庆",), 1),
        (("店庆 2026",), 1),
        (("店庆 2025",), 0),
        (("双",), 0),
    ],
)
def test_a_name_means_the_same_periods_in_either_language(names, expected):
    for periods in (CHINESE, ENGLISH):
        assert len(named(periods, names)) == expected


def test_all_that_is_meant_is_found_in_its_order():
    assert named(CHINESE, ("店庆", "618")) == (CHINESE[2], OWN)
