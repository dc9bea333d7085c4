"""What conditions may be filled with, and the short list of people."""

from __future__ import annotations

import pytest

from local_db.roster.store import load
from local_db.segments.evaluate import Evaluator
from local_db.segments.listing import SortKey
from local_db.segments.matched import first_members
from local_db.segments.suggestions import Suggestion, frequent_tags, frequent_texts, suggestions, title_words
from tests.new_shop import new_shop

# nick, province, titles bought
PEOPLE = (
    ("阿福", "浙江", ("喵屋猫粮成猫2kg", "喵屋冻干鸡肉")),
    ("", "浙江", ("喵屋猫粮成猫2kg",)),
    ("小鱼", "上海", ("喵屋狗粮小型犬 Premium",)),
    ("豆浆", "", ("喵屋幼猫粮奶糕 premium", "喵屋狗粮大型犬")),
)


@pytest.fixture
def connection(tmp_path):
    with new_shop(tmp_path / "s.regulars") as shop:
        with shop.write() as connection:
            fill(connection)
        with shop.read() as connection:
            yield connection


def fill(connection):
    connection.execute("insert into shops(id, platform, name) values (1, 'taobao', 's')")
    connection.execute(
        "insert into imports(id, file_name, file_hash, profile, shop_id, imported_at, report)"
        " values (1, 'f', 'h', 'p', 1, 0, '{}')"
    )
    connection.execute("insert into tags(id, name) values (1, 'VIP'), (2, 'nobody')")
    titles = sorted({title for _, _, bought in PEOPLE for title in bought})
    for number, title in enumerate(titles, 1):
        connection.execute("insert into products(id, shop_id, title) values (?, 1, ?)", [number, title])
    for member, (nick, province, bought) in enumerate(PEOPLE, 1):
        connection.execute(
            "insert into members(id, platform, nick, name, province) values (?, 'taobao', ?, '收货人', ?)",
            [member, nick, province],
        )
        for place, title in enumerate(bought):
            connection.execute(
                "insert into orders(id, shop_id, number, member_id, status, paid_at, net, is_purchase, content_hash,"
                " import_id) values (?, 1, ?, ?, 'finished', ?, ?, 1, '', 1)",
                [member * 10 + place, f"{member}-{place}", member, 1_700_000_000 + member, 1000 * member],
            )
            connection.execute(
                "insert into order_lines(order_id, position, product_id) values (?, 1, ?)",
                [member * 10 + place, 1 + titles.index(title)],
            )
    connection.execute("insert into member_tags(member_id, tag_id) values (3, 1)")


def test_values_come_with_their_people_and_the_unknown_last(connection):
    found = frequent_texts(load(connection), "province")
    assert found == (Suggestion("浙江", 2), Suggestion("上海", 1), Suggestion("", 1))


def test_tags_that_nobody_has_are_offered_too(connection):
    assert frequent_tags(load(connection)) == (Suggestion("VIP", 1), Suggestion("nobody", 0))


def test_title_words_are_shared_words_counted_by_buyers(connection):
    words = {entry.text: entry.count for entry in title_words(load(connection))}
    assert words["狗粮"] == 2
    assert words["猫粮"] == 3
    assert words["premium"] == 2
    assert "喵屋" not in words  # every title has it
    assert "冻干" not in words  # only one title has it


MORE_TITLES = (
    "喵屋全价狗粮中小型犬美毛",
    "喵屋全价猫粮成猫",
    "喵屋金毛大型犬狗粮成犬",
    "喵屋法斗专用狗粮中型犬成犬",
    "喵屋专用猫砂除臭",
)


def test_the_rest_of_longer_words_is_not_offered(tmp_path):
    with new_shop(tmp_path / "t.regulars") as shop:
        with shop.write() as connection:
            fill(connection)
            for number, title in enumerate(MORE_TITLES, 100):
                connection.execute("insert into products(id, shop_id, title) values (?, 1, ?)", [number, title])
                connection.execute(
                    "insert into order_lines(order_id, position, product_id) values (10, ?, ?)", [number, number]
                )
        with shop.read() as connection:
            words = {entry.text for entry in title_words(load(connection))}
    assert {"狗粮", "猫粮", "成犬"} <= words
    assert "型犬" not in words


@pytest.mark.parametrize(("by", "ascending"), [(SortKey.SPENT, False), (SortKey.ORDERS, True)])
def test_the_first_members_are_the_first_of_the_order(connection, by, ascending):
    from datetime import UTC, datetime

    roster = load(connection)
    evaluator = Evaluator(roster)
    facts = evaluator.facts(evaluator.moment(datetime.now(UTC)))
    everybody = facts.everybody
    shown = first_members(connection, roster, facts, everybody, by=by, ascending=ascending, limit=3)
    assert len(shown) == 3
    values = [getattr(member, by.value) for member in shown]
    assert values == sorted(values, reverse=not ascending)
    names = {member.id: member.nick for member in shown}
    assert names.get(2, "收货人") == "收货人"  # without a nick the name is shown


def stock(connection):
    """A second shop, categories, SKUs, a refund and a list; member 1 bought in both shops."""
    connection.execute("insert into shops(id, platform, name) values (2, 'jd', '二店')")
    connection.execute("insert into categories(id, name, position) values (1, '主粮', 1)")
    connection.execute("update products set category_id = 1 where title like '%粮%'")
    connection.execute("update order_lines set sku = '红色' where order_id in (10, 11)")
    connection.execute("update orders set status = 'closed', shop_id = 2, is_purchase = 0 where id = 11")


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("shop", [("s", 4), ("二店", 1)]),
        ("status", [("finished", 4), ("closed", 1)]),
        ("category", [("主粮", 4)]),
        ("sku", [("红色", 1)]),
        ("list", []),
        ("reason", []),
        ("campaign", []),
        ("city_tier", [("", 4)]),
        ("nothing of the kind", []),
    ],
)
def test_filters_of_orders_are_offered_with_their_people(tmp_path, key, expected):
    """Whoever ordered twice counts once; what nobody has, or no purchase, is not offered."""
    with new_shop(tmp_path / "s.regulars") as shop:
        with shop.write() as connection:
            fill(connection)
            stock(connection)
        with shop.read() as connection:
            found = suggestions(load(connection), key)
    assert [(entry.text, entry.count) for entry in found] == expected


def test_promotions_are_offered_once_without_their_year(connection):
    names = [entry.text for entry in suggestions(load(connection), "promotion")]
    assert "年货节" in names
    assert len(names) == len(set(names))
    assert not any(name.endswith("2026") for name in names)
