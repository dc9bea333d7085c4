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


S = rules.STATUS_NUMBER


@pytest.mark.parametrize(
    ("lines", "order"),
    [
        (["finished", "finished"], "finished"),
        (["finished", "closed"], "finished"),
        (["shipped", "paid"], "part_shipped"),
        (["finished", "shipped"], "shipped"),
        (["unpaid", "paid"], "paid"),
        (["unpaid", "closed"], "unpaid"),
        (["closed", "closed_unpaid"], "closed"),
        (["closed_unpaid", "closed_unpaid"], "closed_unpaid"),
        (["unknown", "shipped"], "shipped"),
        (["unknown", "unknown"], "unknown"),
        (["part_shipped", "paid"], "part_shipped"),
    ],
)
def test_the_status_of_an_order_follows_from_those_of_its_lines(lines: list[str], order: str) -> None:
    for some in (lines, lines[::-1]):
        status = np.array([S["finished"], *(S[line] for line in some)])
        places = np.array([1] + [0] * len(some))
        assert rules.status_of_lines(status, places, 2).tolist() == [S[order], S["finished"]]
    assert rules.status_of_lines(np.array([MISSING]), np.array([0]), 1).tolist() == [MISSING]


@pytest.mark.parametrize(
    ("refunded", "whole", "lines_money", "back"),
    [
        (MISSING, True, 3000, 10000),
        (0, True, MISSING, 10000),
        (MISSING, False, 3000, 3000),
        (MISSING, False, 30000, 10000),  # never more than was paid
        (MISSING, False, MISSING, MISSING),
        (2500, True, 3000, 2500),  # a stated amount comes first
        (2500, False, 3000, 2500),
    ],
)
def test_what_went_back_by_the_words_of_an_after_sale(refunded: int, whole: bool, lines_money: int, back: int) -> None:
    columns = (np.array([refunded]), np.array([10000]), np.array([whole]), np.array([lines_money]))
    assert rules.refunded_by_words(*columns).tolist() == [back]


@pytest.mark.parametrize(
    ("status", "whole", "refunded", "closed"),
    [
        ("signed", True, 10000, True),
        ("signed", True, 4000, False),  # a part of it
        ("signed", False, 10000, False),
        ("unpaid", True, 10000, False),
        ("closed", True, 10000, True),
    ],
)
def test_an_after_sale_of_everything_closes_the_order(status: str, whole: bool, refunded: int, closed: bool) -> None:
    columns = (np.array([S[status]]), np.array([whole]), np.array([10000]), np.array([refunded]))
    assert rules.closed_by_words(*columns).tolist() == [closed]


@pytest.mark.parametrize(
    ("orders", "of_lines"),
    [
        # per order: (amount, goods) of each row
        ([[(3000, 1000), (3000, 2000)]], False),
        ([[(1000, 1000), (2000, 2000)]], True),
        ([[(1000, 1000), (1000, 1000)]], True),  # alike, but each is its own goods
        ([[(2000, 1000), (2000, 1000)]], False),
        ([[(1000, MISSING), (1000, MISSING)]], False),  # nothing tells: money is never counted twice
        ([[(3000, MISSING), (1000, MISSING), (2000, MISSING)]], False),  # a row for the order, then its lines
        ([[(1000, 1000)], [(2000, 2000)]], False),
        ([[(1000, MISSING), (MISSING, MISSING)]], False),
        ([[(3000, 1000), (3000, 2000)], [(3000, 1000), (3000, 2000)], [(10, MISSING), (20, MISSING)]], False),
    ],
)
def test_amounts_of_lines_are_told_from_those_of_orders(orders: list[list[tuple[int, int]]], of_lines: bool) -> None:
    rows = [(place, amount, goods) for place, order in enumerate(orders) for amount, goods in order]
    places, amount, goods = (np.array(column, np.int64) for column in zip(*rows, strict=True))
    assert rules.amounts_are_of_lines(amount, goods, places, len(orders)) is of_lines


@pytest.mark.parametrize(
    "reply", ["R", "r", " Ｔ ", "td", "退订", "TD。", "请退订！", "STOP", "拒收", "别再发了", "回T"]
)
def test_answers_that_refuse(reply: str) -> None:
    assert rules.is_refusal(reply)


@pytest.mark.parametrize("reply", ["", "好的", "谢谢", "Thanks", "有货吗", "1", "TODAY", "RRR?"])
def test_answers_that_do_not(reply: str) -> None:
    assert not rules.is_refusal(reply)
