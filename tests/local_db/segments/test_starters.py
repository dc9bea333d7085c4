"""The ready-made segments: whole in both languages, for any day and any shop, and they find the people they name."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.importing import actions as importing
from local_db.products import actions as products
from local_db.products.model import Category
from local_db.roster.roster import Roster
from local_db.roster.source import RosterSource
from local_db.segments.evaluate import evaluate
from local_db.segments.starters import ASKED, CATEGORY, FILLED_FROM, GROUPS, WORD, filled, starters
from local_db.segments.suggestions import suggestions
from local_db.segments.tree import Field, Ordered, to_json, to_text, walk
from local_db.shop_file import Shop
from tests.new_shop import new_shop

ROOT = Path(__file__).resolve().parents[3]
NOW = datetime(2026, 11, 15, 12, tzinfo=UTC)  # the last day of the sample shop's orders
TODAY = NOW.date()
ALL = starters("zh", TODAY)

WITHOUT_MATTER = {"quality_refunds", "balance_unpaid"}  # the sample shop's files say nothing of reasons and deposits
# Scenes that issue 4 names, each with its starter.
SCENES = {
    "repurchase_due", "receipt_care", "unpaid_order", "balance_unpaid", "activity_notice", "recall_90", "recall_180",
    "recall_365", "bought_not_member", "member_never_bought", "new_arrivals", "live_invitation", "out_of_stock",
    "high_value_cooling", "promotion_only", "double11_once", "second_order", "refund_prone", "big_baskets",
    "gift_buyers", "lost_big_spenders", "birthday_week", "big_city_dormant", "without_companion",
}  # fmt: skip


@pytest.fixture(scope="module")
def roster(tmp_path_factory: pytest.TempPathFactory) -> Roster:
    folder = tmp_path_factory.mktemp("sample")
    with new_shop(folder / "shop.regulars") as shop:
        for path in sorted((ROOT / "resources" / "sample").glob("*.csv")):
            importing.import_file(shop, path, now=NOW)
        _sort_into_categories(shop)
        return RosterSource(shop).current()


def _sort_into_categories(shop: Shop) -> None:
    products.add_categories(shop, [Category(word, (word,)) for word in ("狗粮", "猫粮")])


def test_they_are_whole_in_both_languages() -> None:
    english = starters("en", TODAY)
    assert len(ALL) >= 28
    assert [entry.tree for entry in ALL] == [entry.tree for entry in english]
    assert {entry.key for entry in ALL} >= SCENES
    for named in (ALL, english):
        assert len({entry.key for entry in named}) == len({entry.name for entry in named}) == len(named)
        assert all(entry.description for entry in named)
        assert {entry.group for entry in named} == set(GROUPS)
    assert not any("\u4e00" <= letter <= "\u9fff" for entry in english for letter in entry.name + entry.description)


@pytest.mark.parametrize("starter", ALL, ids=[entry.key for entry in ALL])
def test_what_is_asked_for_is_all_that_is_left_open(starter) -> None:  # type: ignore[no-untyped-def]
    assert to_text(starter.tree).count(f'"{ASKED}"') == len(starter.asks)
    found = filled(starter, {WORD: ["猫粮", "猫砂"], CATEGORY: ["狗粮"]})
    assert found is not None
    assert f'"{ASKED}"' not in to_text(found.tree)
    assert found.to_check == tuple(ask.path for ask in starter.asks)
    assert (filled(starter, {}) is None) == bool(starter.asks)
    if not starter.asks:
        assert found.tree == starter.tree


def test_two_words_are_two_different_ones() -> None:
    [starter] = [entry for entry in ALL if entry.key == "without_companion"]
    found = filled(starter, {WORD: ("猫粮", "猫砂")})
    assert found is not None
    titles = [leaf.orders.product.titles for _, leaf in walk(found.tree) if isinstance(leaf, Ordered)]
    assert titles == [("猫粮",), ("猫砂",)]
    assert filled(starter, {WORD: ("猫粮",)}) is None
    assert f'"{ASKED}"' in to_text(starter.tree)  # the starter itself stays as it is


def test_every_starter_can_be_asked_and_most_find_somebody(roster: Roster) -> None:
    offered = {
        about: [entry.text for entry in suggestions(roster, key) if entry.count] for about, key in FILLED_FROM.items()
    }
    counts = {}
    for starter in ALL:
        found = filled(starter, offered)
        assert found is not None, starter.key
        counts[starter.key] = evaluate(roster, found.tree, now=NOW).count
    could = {key: count for key, count in counts.items() if key not in WITHOUT_MATTER}
    found_some = [key for key, count in could.items() if count]
    assert len(found_some) * 3 >= 2 * len(could), counts
    assert all(count < roster.size / 2 for count in counts.values()), counts
    assert counts["member_never_bought"] >= 124  # who never ordered, as the sample's README says; others never paid


def test_recalls_are_apart_from_each_other(roster: Roster) -> None:
    by_key = {entry.key: entry for entry in ALL}
    keys = ("recall_90", "recall_180", "recall_365")
    together = sum(evaluate(roster, by_key[key].tree, now=NOW).count for key in keys)
    assert together == evaluate(roster, Field("last_order", "before_days", 90), now=NOW).count


@pytest.mark.parametrize(
    ("today", "once", "last"),
    [
        (date(2026, 11, 10), 2025, 2025),
        (date(2026, 11, 11), 2026, 2025),
        (date(2027, 2, 8), 2026, 2025),
        (date(2027, 2, 9), 2026, 2026),
        (date(2027, 10, 31), 2026, 2026),
    ],
)
def test_promotions_are_those_before_the_day(today: date, once: int, last: int) -> None:
    by_key = {entry.key: to_text(entry.tree) for entry in starters("en", today)}
    assert f'"{once}-11-11"' in by_key["double11_once"]
    assert f'"{last}-11-11"' in by_key["last_double11"]


@given(st.dates(date(2024, 2, 29), date(2040, 12, 31)))
def test_they_can_be_read_on_any_day(today: date) -> None:
    for entry in starters("zh", today):
        assert "YYYY" not in str(to_json(entry.tree))
