"""Real exports give exactly the figures known about them, and giving them again changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from local_db.importing.model import ImportReport
from local_db.importing.profile import load_profile, profile_from_mapping, save_profile
from local_db.roster.rfm_cuts import DEFAULT_CUTS
from local_db.roster.store import load
from local_db.segments.evaluate import Evaluator
from local_db.segments.rfm import fitting_cuts, grid, scores
from local_db.segments.tree import parse
from local_db.shop_file import Shop
from tests.local_db.importing.exports import contents

Import = Callable[..., ImportReport]
Real = Callable[[str], Path]


def one(shop: Shop, sql: str) -> tuple[int, ...]:
    with shop.read() as connection:
        row: tuple[int, ...] = connection.execute(sql).fetchone()
        return row


def evaluator_of(shop: Shop) -> Evaluator:
    with shop.read() as connection:
        return Evaluator(load(connection))


def matching(shop: Shop, node: object) -> int:
    return evaluator_of(shop).evaluate(parse(node), now=datetime.now(UTC)).count


def figures(report: ImportReport) -> tuple[int, int, int, int]:
    return report.orders, report.members, report.paid, report.refunded


def test_the_taobao_order_list_of_2018(shop: Shop, bring_in: Import, real: Real) -> None:
    path = real("taobao_order_list_2018_gb18030.csv")
    report = bring_in(path)
    assert figures(report) == (2660, 1817, 41260083, 2776034)
    assert (report.profile_name, report.shop_name, report.skipped_rows) == ("taobao_orders", "示例书店", 0)
    assert report.problems == ()
    assert one(shop, "select count(*) from orders where paid_at is not null") == (2148,)
    assert one(shop, "select count(*) from orders where status = 'closed_unpaid' and is_purchase = 1") == (0,)
    assert one(shop, "select count(*) from orders where is_purchase = 1 and paid_at is null and paid = 0") == (0,)
    before = contents(shop)
    again = bring_in(path)
    assert (again.new_orders, again.updated_orders, again.unchanged_orders) == (0, 0, 2660)
    assert (again.members, again.new_members, again.updated_members) == (1817, 0, 0)
    assert again.imported_before is not None
    assert contents(shop) == before


def test_the_order_report_without_buyers(shop: Shop, bring_in: Import, real: Real) -> None:
    report = bring_in(real("tmall_order_report_2020_02.csv"))
    assert figures(report) == (28010, 0, 190248715, 57233592)
    assert report.profile_name == "taobao_order_report"
    assert one(shop, "select count(*) from orders where paid_at is not null") == (24087,)
    assert one(shop, "select count(*) from orders where refunded > 0") == (5646,)
    assert one(shop, "select count(distinct province) from orders where province <> ''") == (31,)


def test_a_half_year_without_a_profile(shop: Shop, bring_in: Import, real: Real) -> None:
    path = real("shop_orders_2019_h1.xlsx")
    report = bring_in(path)
    assert report.guessed
    assert (report.orders, report.members, report.paid) == (28833, 25949, 364064400)
    assert one(shop, "select count(*), count(distinct member_id) from orders where is_purchase = 1") == (27793, 25420)
    assert one(shop, "select count(*) from orders where is_purchase = 0 and refunded = paid") == (1040,)
    twice = "select count(*) from (select 1 from orders where is_purchase = 1 group by member_id having count(*) > 1)"
    assert one(shop, twice) == (2053,)
    assert matching(shop, {"field": "orders", "op": ">=", "value": 1}) == 25420
    assert matching(shop, {"field": "orders", "op": ">=", "value": 2}) == 2053
    assert matching(shop, {"field": "order_days", "op": ">=", "value": 2}) == 1751
    again = bring_in(path)
    assert (again.new_orders, again.updated_orders, again.unchanged_orders) == (0, 0, 28833)


@pytest.mark.parametrize("separator", ["auto", "space"])
def test_cdnow_through_a_profile_of_ones_own(
    shop: Shop, bring_in: Import, real: Real, tmp_path: Path, separator: str
) -> None:
    mapping = {"buyer_id": "customer_id", "paid_at": "date", "quantity": "number_of_cds", "paid": "dollar_value"}
    made = profile_from_mapping("cdnow", mapping, platform="cdnow", currency="USD", separator=separator)
    profile = load_profile(save_profile(tmp_path / "profiles", made))
    report = bring_in(real("cdnow_master.txt"), profile=profile)
    assert figures(report) == (69659, 23570, 250031563, 0)
    assert report.currency == "USD"
    assert one(shop, "select sum(items), sum(is_purchase) from orders") == (167881, 69659)
    evaluator = evaluator_of(shop)
    roster, moment = evaluator.roster, evaluator.moment(datetime.now(UTC), date(1998, 6, 30))  # its last day
    facts = evaluator.facts(moment)
    for cuts in (
        DEFAULT_CUTS,
        fitting_cuts(facts, day=moment.day, zone=roster.zone, currency=roster.currency),
    ):
        found = scores(facts, day=moment.day, zone=roster.zone, cuts=cuts, currency=roster.currency)
        counted = grid(found)
        assert counted.total == counted.people.sum() == counted.by_money.sum() == 23570
    # Cuts that fit put a good part of the customers into every score of the money they spent.
    assert min(counted.by_money.sum(axis=(0, 1))) > 23570 // 10
