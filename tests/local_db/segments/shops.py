"""Random shops as columns, each made once: for rules that hold over any tree on any of them."""

from __future__ import annotations

import functools
from datetime import date

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from local_db.roster.store import load
from local_db.segments.evaluate import Evaluator
from tests.local_db.segments.random_shops import random_shop

SHOPS = 40
SLOW = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
seeds = st.integers(0, SHOPS - 1)
days = st.dates(date(2025, 1, 1), date(2026, 6, 29))


@functools.lru_cache(SHOPS)
def evaluator_of(seed: int) -> Evaluator:
    """The columns of one random shop."""
    return Evaluator(load(random_shop(seed)))
