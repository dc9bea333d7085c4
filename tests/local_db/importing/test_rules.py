"""What an exported order means: pure rules over columns."""

from __future__ import annotations

import numpy as np
import pytest

from local_db.importing import rules
from local_db.importing.cells import MISSING


@pytest.mark.parametrize(
    ("paid", "refunded", "total", "after_refunds", "net"),
    [
        (10000, 0, 10000, True, 10000),
        (6400, 3800, 10200, True, 6400),  # a part went back; paid says what is left
        (0, 6480, 6480, True, 0),
        (15058, 4788, 15058, True, 10270),  # an older list: still before refunds
        (23800, 126800, 23800, True, 0),
        (9000, 0, 10000, True, 9000),  # a discount is no refund
        (9000, 1000, MISSING, True, 9000),
        (10000, 2500, 10000, False, 7500),
        (10000, MISSING, MISSING, False, 10000),
        (100, 250, MISSING, False, 0),
        (MISSING, MISSING, MISSING, False, 0),
    ],
)
def test_net_is_what_was_paid_and_not_given_back(
    paid: int, refunded: int, total: int, after_refunds: bool, net: int
) -> None:
    columns = (np.array([number], np.int64) for number in (paid, refunded, total))
    assert rules.net_paid(*columns, after_refunds=after_refunds).tolist() == [net]
