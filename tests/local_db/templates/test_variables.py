from datetime import UTC, date, datetime

import numpy as np
import pytest

from local_db.errors import TemplateError
from local_db.roster.store import load
from local_db.segments.facts import moment_of
from local_db.settings import save_settings
from local_db.templates.actions import preview_facts
from local_db.templates.variables import NAMES, Source, texts_for


def at(text):
    return int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp())


ORDERS = [
    # number, member, paid at (UTC), is purchase, paid, refunded, product
    ("a", 1, "2026-10-01 12:00", 1, 10000, 0, 1),
    ("b", 1, "2026-11-10 17:00", 1, 5000, 250, 2),  # the 11th in the shop's zone
    ("c", 1, "2026-11-15 12:00", 0, 9900, 9900, 1),  # fully refunded: no purchase
    ("d", 2, "2026-11-01 12:00", 0, 0, 0, 1),
    ("e", 3, "2026-09-01 12:00", 1, 100, 0, None),
]


@pytest.fixture
def stocked(shop):
    with shop.write() as connection:
        connection.execute("insert into shops(id, platform, name) values (1, 'taobao', '猫粮店')")
        connection.execute(
            "insert into imports(id, file_name, file_hash, profile, shop_id, imported_at, report)"
            " values (1, 'f', 'h', 'p', 1, 0, '{}')"
        )
        connection.execute("insert into products(id, shop_id, title) values (1, 1, '猫粮'), (2, 1, '猫砂')")
        connection.executemany(
            "insert into members(id, platform, nick, name, province, city) values (?, 'taobao', ?, ?, ?, ?)",
            [(1, "小猫", "张三", "浙江省", "杭州市"), (2, "t**2", "李*", "", ""), (3, "", "", "广东省", "")],
        )
        for number, member, paid_at, is_purchase, paid, refunded, product in ORDERS:
            order = connection.execute(
                "insert into orders(shop_id, number, member_id, status, paid_at, net, refunded, is_purchase,"
                " content_hash, import_id) values (1, ?, ?, 'finished', ?, ?, ?, ?, '', 1)",
                [number, member, at(paid_at), paid - refunded, refunded, is_purchase],
            ).lastrowid
            connection.execute(
                "insert into order_lines(order_id, position, product_id) values (?, 1, ?)", [order, product]
            )
    return shop


def roster_of(shop):
    with shop.read() as connection:
        return load(connection)


def test_every_variable_of_a_member(stocked, now):
    assert preview_facts(stocked, roster_of(stocked), 1, now=now) == {
        "nick": "小猫",
        "name": "张三",
        "province": "浙江省",
        "city": "杭州市",
        "last_product": "猫砂",
        "last_order_date": "2026-11-11",
        "days_since_last_order": "11",
        "orders": "2",
        "spent": "147.50",
        "shop_name": "猫粮店",
    }


def test_what_is_not_known_is_empty(stocked, now):
    facts = preview_facts(stocked, roster_of(stocked), 2, now=now)
    assert {name for name, text in facts.items() if text} == {"nick", "name", "shop_name"}  # both masked
    facts = preview_facts(stocked, roster_of(stocked), 3, now=now)
    assert {name for name, text in facts.items() if not text} == {"nick", "name", "city", "last_product"}


def test_the_seller_names_the_business(stocked, now):
    save_settings(stocked, {"shop_name": "熟客宠物"})
    assert preview_facts(stocked, roster_of(stocked), 1, now=now)["shop_name"] == "熟客宠物"
    save_settings(stocked, {"shop_name": ""})
    with stocked.write() as connection:
        connection.execute("insert into shops(id, platform, name) values (2, 'taobao', '狗粮店')")
    assert preview_facts(stocked, roster_of(stocked), 1, now=now)["shop_name"] == ""


def test_columns_keep_the_order_asked_for_and_the_day(stocked, now):
    roster = roster_of(stocked)
    moment = moment_of(roster.zone, now, date(2026, 11, 10))
    with stocked.read() as connection:
        source = Source(connection, roster, np.array([2, 0]), moment)
        columns = texts_for(frozenset({"nick", "orders", "last_product", "days_since_last_order"}), source)
        assert {name: column.texts() for name, column in columns.items()} == {
            "nick": ["", "小猫"],
            "orders": ["1", "1"],
            "last_product": ["", "猫粮"],
            "days_since_last_order": ["70", "40"],
        }


def test_nobody_is_no_column(stocked, now):
    roster = roster_of(stocked)
    with stocked.read() as connection:
        source = Source(connection, roster, np.array([], dtype=np.int64), moment_of(roster.zone, now, None))
        columns = texts_for(NAMES, source)
        assert {name: column.texts() for name, column in columns.items()} == {name: [] for name in NAMES}


def test_a_member_the_roster_does_not_know(stocked, now):
    with pytest.raises(TemplateError) as caught:
        preview_facts(stocked, roster_of(stocked), 99, now=now)
    assert caught.value.code == "member_missing"
