"""The first page's figures: worked out over one small shop, kept, and forgotten when what they rest on changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from local_db.home.actions import keep_figures, overview, work_out_figures
from local_db.home.model import MONTHS, Figures, ImportLine, Sales
from local_db.roster.source import RosterSource
from local_db.settings import mark_roster_changed, save_settings
from local_db.shop_file import Shop
from tests.new_shop import new_shop

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 22, 10, tzinfo=ZONE)

#         number, member, day, net, is_purchase
ORDERS = [
    ("1", 1, date(2026, 11, 22), 10000, 1),
    ("2", 1, date(2026, 10, 24), 2000, 1),  # the first of the last 30 days
    ("3", 2, date(2026, 10, 23), 500, 1),  # the last of the 30 days before
    ("4", 3, date(2026, 1, 1), 700, 1),  # asleep
    ("5", None, date(2026, 11, 1), 900, 1),  # nobody known bought this
    ("6", 2, date(2026, 11, 20), 0, 0),  # unpaid
]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with new_shop(tmp_path / "shop.regulars") as opened:
        with opened.write() as connection:
            connection.execute("insert into shops(id, platform, name) values (1, 'taobao', '喵屋')")
            connection.execute(
                "insert into imports(id, file_name, file_hash, profile, shop_id, imported_at, report)"
                " values (1, 'orders.csv', 'h', 'p', 1, ?, ?)",
                [int(NOW.timestamp()), '{"orders": 7, "new_orders": 6, "updated_orders": 1, "new_consents": 0}'],
            )
            connection.executemany(
                "insert into members(id, platform, phone, phone_kind) values (?, 'taobao', ?, ?)",
                [(1, "13800138001", "real"), (2, "13800138002", "real"), (3, "", "masked")],
            )
            connection.execute(
                "insert into consents(member_id, channel, state, source, noted_at)"
                " values (2, 'sms', 'opted_out', 'hand', 0)"
            )
            for number, member, day, net, is_purchase in ORDERS:
                moment = int(datetime(day.year, day.month, day.day, 0, 0, 1, tzinfo=ZONE).timestamp())
                connection.execute(
                    "insert into orders(shop_id, number, member_id, status, ordered_at, net, is_purchase, content_hash,"
                    " import_id) values (1, ?, ?, 'finished', ?, ?, ?, '', 1)",
                    [number, member, moment, net, is_purchase],
                )
            mark_roster_changed(connection)
        yield opened


def figures(shop: Shop, now: datetime = NOW) -> Figures:
    return work_out_figures(shop, RosterSource(shop).current(), now)


def test_the_figures_of_a_small_shop(shop: Shop) -> None:
    made = figures(shop)
    assert (made.members, made.buyers, made.repeat_buyers, made.reachable, made.asleep) == (3, 3, 1, 1, 1)
    assert made.sales == Sales(3, 12900)  # orders of nobody known are sales too
    assert made.sales_before == Sales(1, 500)
    assert (made.orders, made.newest_order) == (6, "2026-11-22")


def test_months_end_with_this_one_and_add_up(shop: Shop) -> None:
    months = figures(shop).months
    assert len(months) == MONTHS
    assert months[-2:] == (("2026-10", 2500), ("2026-11", 10900))
    assert dict(months)["2026-01"] == 700
    assert sum(net for _, net in months) == 14100


def test_a_day_begins_in_the_shops_zone(shop: Shop) -> None:
    """The order of one second past midnight in Shanghai was made the day before in Greenwich."""
    assert figures(shop, datetime(2026, 11, 22, 0, 0, 30, tzinfo=ZONE)).sales == Sales(3, 12900)
    assert figures(shop, datetime(2026, 11, 21, 15, 59, tzinfo=UTC)).sales == Sales(3, 3400)


def test_kept_figures_are_shown_again_the_same_day_only(shop: Shop) -> None:
    made = figures(shop)
    keep_figures(shop, made, NOW)
    assert overview(shop, NOW).figures == made
    assert overview(shop, NOW + timedelta(days=1)).figures is None


def test_kept_figures_go_with_what_they_rest_on(shop: Shop) -> None:
    keep_figures(shop, figures(shop), NOW)
    save_settings(shop, {"sms_consent_required": True})
    assert overview(shop, NOW).figures is None
    keep_figures(shop, figures(shop), NOW)
    with shop.write() as connection:
        mark_roster_changed(connection)
    assert overview(shop, NOW).figures is None


def test_the_overview_names_imports_and_what_is_missing(shop: Shop) -> None:
    seen = overview(shop, NOW)
    assert seen.imports == (ImportLine("orders.csv", int(NOW.timestamp()), True, 6, 1, 0, 0),)
    assert (seen.has_orders, seen.has_members, seen.has_templates) == (True, True, False)


def test_an_empty_shop_has_figures_too(tmp_path: Path) -> None:
    with new_shop(tmp_path / "empty.regulars") as empty:
        made = figures(empty)
        assert (made.members, made.orders, made.newest_order, made.sales) == (0, 0, "", Sales(0, 0))
        assert not overview(empty, NOW).has_orders
