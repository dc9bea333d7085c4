"""Replies that have aged are found with the reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from local_db.replies import actions
from local_db.replies.codec import reply_json
from local_db.replies.learning import find_stale
from local_db.replies.library import library_of
from local_db.replies.model import Item, ItemKind, Reply, Usage, Wording
from local_db.replies.stale import Known, PriceBook, Stale, StaleReason, prices_in, stale
from local_db.shop_file import Shop
from local_db.tags.builtin import definitions
from local_db.tags.model import PROMOTIONS
from tests.local_db.members.conftest import people

__all__ = ["people"]
DAY = 86_400
TODAY = date(2026, 11, 24)
NOW = 1_800_000_000
PERIODS = definitions()[PROMOTIONS].periods_in("zh")
KNOWN = Known(today=TODAY, now=NOW, changed_at={"u": NOW}, usage={}, periods=PERIODS)
CAT_FOOD = [(1, "喵屋冻干猫粮鸡肉味 2kg", 12_900), (1, "喵屋冻干猫粮鸡肉味 2kg", 6_900), (2, "豆腐猫砂除臭 6L", 1_990)]


def aged(text: str = "好的", known: Known = KNOWN, **fields: object) -> list[Stale]:
    reply = replace(Reply("u", "答复", (Wording("w", text),)), **fields)  # type: ignore[arg-type]
    return list(stale(library_of([Item("u", ItemKind.REPLY, reply_json(reply))]), known))


def reasons(text: str, known: Known = KNOWN, **fields: object) -> list[StaleReason]:
    return [one.reason for one in aged(text, known, **fields)]


@pytest.mark.parametrize(
    ("until", "expected"), [("2026-11-23", [StaleReason.EXPIRED]), ("2026-11-24", []), ("", []), ("2026-12-12", [])]
)
def test_a_reply_is_out_of_date_after_its_last_day(until: str, expected: list[StaleReason]) -> None:
    assert reasons("好的", valid_until=until) == expected


@pytest.mark.parametrize(
    ("written", "used", "expected"),
    [(89, None, []), (90, None, [90]), (400, 10, []), (400, 90, [90]), (10, 400, []), (400, 120, [120])],
)
def test_a_reply_is_unused_when_nobody_took_or_wrote_it_for_ninety_days(
    written: int, used: int | None, expected: list[int]
) -> None:
    usage = {} if used is None else {"u": Usage(3, NOW - used * DAY)}
    known = replace(KNOWN, changed_at={"u": NOW - written * DAY}, usage=usage)
    assert [one.data["days"] for one in aged(known=known)] == expected
    assert reasons("好的", known, fragment=True) == []


@pytest.mark.parametrize(
    ("text", "today", "over"),
    [
        ("双11满300减50", date(2026, 11, 24), True),
        ("双11满300减50", date(2026, 11, 13), False),
        ("双11满300减50", date(2026, 9, 20), False),  # it comes soon
        ("双12也有活动", date(2026, 11, 24), False),
        ("双11和双12都有", date(2026, 11, 24), False),
        ("双11和双12都有", date(2026, 12, 20), True),
        ("618价", date(2026, 8, 1), True),
        ("Double 11: $5 off orders over $30", date(2026, 11, 24), True),
        ("Our Double 12 offers", date(2026, 11, 24), False),
        ("年货节 2024 的价", date(2026, 8, 1), True),
        ("年货节 2026 的价", date(2026, 12, 20), True),
        ("年货节的价", date(2026, 12, 20), False),  # that of 2027 comes soon
        ("双118 型号", date(2026, 11, 24), False),
        ("订单号 1618 已发", date(2026, 8, 1), False),
        ("没有活动", date(2026, 11, 24), False),
    ],
)
def test_a_text_about_a_promotion_is_past_with_it(text: str, today: date, over: bool) -> None:
    assert reasons(text, replace(KNOWN, today=today)) == [StaleReason.PROMOTION_OVER] * over
    assert reasons("好的", replace(KNOWN, today=today), tags=(text,)) == [StaleReason.PROMOTION_OVER] * over


def test_the_promotion_and_its_last_day_are_named() -> None:
    (one,) = aged("双11满减")
    assert one.data == {"promotion": "双11", "ended": "2026-11-13"}


@pytest.mark.parametrize(
    ("text", "prices"),
    [
        ("现价 129 元", (12_900,)),
        ("¥69.9 起", (6_990,)),
        ("一袋69块，两袋 129.00元", (6_900, 12_900)),
        ("满300元减50元", ()),
        ("领10元优惠券", ()),
        ("运费12元", ()),
        ("补 5 元差价", ()),
        ("$12.99 each, $5 off", (1_299,)),
        ("save $5 on orders over $100", ()),
        ("48 小时内发出", ()),
    ],
)
def test_prices_are_told_from_what_is_taken_off(text: str, prices: tuple[int, ...]) -> None:
    assert prices_in(text) == prices


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("冻干猫粮鸡肉味现在 139 元", 13_900),
        ("冻干猫粮鸡肉味现在 129 元", None),
        ("冻干猫粮鸡肉味小袋 69 元", None),
        ("冻干猫粮鸡肉味原价 159 元，现在 129 元", None),
        ("豆腐猫砂除臭 25 元", 2_500),
        ("这款现在 139 元", None),  # nobody says which
        ("冻干猫粮鸡肉味和豆腐猫砂除臭一起 139 元", None),
    ],
)
def test_a_price_unlike_that_of_the_newest_orders_is_found(text: str, wrong: int | None) -> None:
    found = aged(text, replace(KNOWN, prices=CAT_FOOD))
    assert [one.data["said"] for one in found] == ([] if wrong is None else [wrong])


def test_a_piece_that_two_titles_have_means_neither() -> None:
    book = PriceBook([(1, "冻干猫粮鸡肉", 1), (2, "冻干猫粮牛肉", 2)])
    assert set(book.products_in("冻干猫粮多少钱")) == set()
    assert set(book.products_in("冻干猫粮牛肉多少钱")) == {2}


def test_the_longer_title_is_meant_where_one_is_a_part_of_the_other() -> None:
    book = PriceBook([(1, "猫粮", 1), (2, "冻干猫粮鸡肉", 2)])
    assert set(book.products_in("冻干猫粮鸡肉 20 元")) == {2}
    assert set(book.products_in("猫粮 20 元")) == {1}


def test_prices_of_shared_parts_and_their_texts_are_seen(people: Shop) -> None:
    with people.write() as connection:
        shop, order = connection.execute(
            "select shop_id, id from orders where member_id is not null limit 1"
        ).fetchone()
        connection.execute("insert into products(id, shop_id, title) values (900, ?, '喵屋冻干猫粮鸡肉味')", [shop])
        connection.execute("update orders set ordered_at = 1700000000 where id = ?", [order])
        connection.execute(
            "insert into order_lines(order_id, position, product_id, price) values (?, 900, 900, 12900)", [order]
        )
    now = datetime(2026, 11, 24, tzinfo=UTC)
    part = Reply("", "今日价", (Wording("", "冻干猫粮鸡肉味 99 元"),), fragment=True)
    saved, _ = actions.save_reply(people, part, now=now)
    using, _ = actions.save_reply(people, Reply("", "价格", (Wording("", "{>今日价}"),)), now=now)
    found = find_stale(people, now=now)
    assert {(one.uid, one.reason) for one in found} == {(saved.uid, StaleReason.PRICE), (using.uid, StaleReason.PRICE)}
    assert {
        one.uid for one in find_stale(people, now=now + timedelta(days=91)) if one.reason is StaleReason.UNUSED
    } == {using.uid}
