"""A shop with everything that segments ask about, of any size, as arrays and as a file; of a seed always the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from local_db.roster.local_time import local_seconds
from local_db.settings import mark_roster_changed
from local_db.shop_file import Connection, Shop, ShopKey, create_shop
from local_db.values import DAY_SECONDS
from tests.bench import big_shop

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    Table = dict[str, NDArray[Any]]

NOW, PLACES, SEED = big_shop.NOW, big_shop.PLACES, big_shop.SEED
SPAN = 3 * 365 * DAY_SECONDS
PRODUCTS = 2000
CATEGORIES = ("猫粮", "狗粮", "猫砂", "零食", "玩具", "窝垫", "牵引", "洗护", "保健", "餐具", "服饰", "出行")
KINDS = ("鸡肉", "三文鱼", "冻干", "无谷", "幼年", "成年", "老年", "绝育", "便携", "家庭装")
REASONS = ("尺码不合适", "质量问题", "不想要了", "发错货", "七天无理由", "")
TAGS = ("VIP", "老客", "价格敏感", "直播间", "送礼")
SHOPS = (("taobao", "旗舰店"), ("taobao", "二店"), ("jd", "京东店"), ("douyin", "抖音店"))
TIERS = ("", "", "", "银卡", "金卡", "黑卡")
_AT_ONCE = 200_000


def tables(people: int, orders: int, lines: int) -> dict[str, Table]:
    """The rows of every table, column by column; ids are 1, 2, 3 … unless a column says otherwise."""
    dice = np.random.default_rng(SEED)
    places = [(province, city) for province, cities in PLACES.items() for city in cities.split()]
    place = dice.integers(0, len(places), people)
    members = {
        "id": np.arange(1, people + 1),
        "platform": np.array(["taobao", "jd", "douyin"])[dice.integers(0, 3, people)],
        "province": np.array([found[0] for found in places])[place],
        "city": np.array([found[1] for found in places])[place],
        "phone_kind": np.array(["real", "real", "masked", "virtual", "absent"])[dice.integers(0, 5, people)],
        "joined_at": np.where(dice.random(people) < 0.3, NOW - dice.integers(0, SPAN, people), 0),
        "birthday": np.where(
            dice.random(people) < 0.2, dice.integers(1, 13, people) * 100 + dice.integers(1, 29, people), 0
        ),
        "tier": np.array(TIERS)[dice.integers(0, len(TIERS), people)],
        "sms": np.array(["unknown", "unknown", "granted", "not_granted", "opted_out"])[
            dice.choice(5, people, p=[0.4, 0.3, 0.2, 0.09, 0.01])
        ],
    }
    bought = _orders(dice, people, orders)
    return {
        "members": members,
        "orders": bought,
        "lines": _lines(dice, orders, lines),
        "products": {
            "id": np.arange(1, PRODUCTS + 1),
            "title": np.array([f"{CATEGORIES[n % 12]} {KINDS[n // 12 % 10]} {n}号" for n in range(PRODUCTS)]),
            "category": np.array([CATEGORIES[n % 12] for n in range(PRODUCTS)]),
        },
        "member_tags": _pairs(dice, people, TAGS, 0.12, "tag"),
        "refunds": _refunds(dice, bought),
        "sendings": _pairs(dice, people, ("春季上新", "双十一预热", "年货节"), 0.08, "audience"),
    }


def _orders(dice: np.random.Generator, people: int, count: int) -> Table:
    """A few buy often; one order in twenty is unpaid, one in twenty-three went back whole."""
    time = NOW - dice.integers(60, SPAN, count)
    paid = dice.integers(990, 60_000, count)
    state = dice.choice(4, count, p=[0.87, 0.05, 0.05, 0.03])  # finished, unpaid, closed with the money back, shipped
    refunded = np.where(state == 2, paid, np.where(dice.random(count) < 0.03, paid // 3, 0))
    refunded = np.where(state == 1, 0, refunded)
    return {
        "id": np.arange(1, count + 1),
        "member": (people * dice.random(count) ** 1.7).astype(np.int64) + 1,
        "shop": dice.integers(1, len(SHOPS) + 1, count),
        "status": np.array(["finished", "unpaid", "closed", "shipped"])[state],
        "time": time,
        "day": local_seconds(time, _zone()) // DAY_SECONDS,
        "second": local_seconds(time, _zone()) % DAY_SECONDS,
        "is_purchase": ((state == 0) | (state == 3)).astype(np.int64),
        "paid": np.where(state == 1, 0, paid),
        "refunded": refunded,
        "net": np.where(state == 1, 0, paid - refunded),
        "discount": np.where(dice.random(count) < 0.8, dice.integers(0, 20_000, count), -1),
        "items": dice.integers(1, 5, count),
    }


def _lines(dice: np.random.Generator, orders: int, count: int) -> Table:
    """Every order has a line, some have more."""
    order = np.sort(np.concatenate((np.arange(1, orders + 1), dice.integers(1, orders + 1, count - orders))))
    starts = np.concatenate(([True], order[1:] != order[:-1]))
    position = np.arange(count) - np.maximum.accumulate(np.where(starts, np.arange(count), 0))
    product = (PRODUCTS * dice.random(count) ** 2).astype(np.int64) + 1
    return {
        "order_id": order,
        "position": position,
        "product": product,
        "sku": np.array([f"S{number:03d}" for number in range(300)])[product % 300],
        "quantity": dice.integers(1, 4, count),
        "price": dice.integers(500, 30_000, count),
    }


def _pairs(dice: np.random.Generator, people: int, names: Iterable[str], share: float, what: str) -> Table:
    found = [(np.flatnonzero(dice.random(people) < share) + 1, name) for name in names]
    return {
        "member": np.concatenate([members for members, _ in found]),
        what: np.concatenate([np.full(len(members), name) for members, name in found]),
    }


def _refunds(dice: np.random.Generator, orders: Table) -> Table:
    given = np.flatnonzero(orders["refunded"] > 0)
    return {
        "order_id": orders["id"][given],
        "member": orders["member"][given],
        "amount": orders["refunded"][given],
        "time": orders["time"][given] + 3 * DAY_SECONDS,
        "reason": np.array(REASONS)[dice.integers(0, len(REASONS), len(given))],
    }


def _zone() -> Any:
    from zoneinfo import ZoneInfo

    return ZoneInfo("Asia/Shanghai")


def make(folder: Path, found: dict[str, Table]) -> Shop:
    """The rows as a shop file."""
    shop = create_shop(folder / "segments.regulars", ShopKey.random())
    with shop.write(parents_checked=False) as connection:
        _fill(connection, found)
    return shop


def _fill(connection: Connection, found: dict[str, Table]) -> None:
    connection.executemany("insert into shops(id, platform, name) values (?, ?, ?)",
                           [(n, *shop) for n, shop in enumerate(SHOPS, 1)])  # fmt: skip
    people, orders = len(found["members"]["id"]), len(found["orders"]["id"])
    report = {"updated_orders": 0, "updated_members": 0, "new_consents": 0, "orders": orders, "new_orders": orders,
              "new_members": people}  # fmt: skip
    connection.execute(
        "insert into imports(id, file_name, file_hash, profile, shop_id, imported_at, stated_at, report)"
        " values (1, 'orders.csv', 'h', 'taobao_orders', 1, 0, 1, ?)", [json.dumps(report)],
    )  # fmt: skip
    _fill_people(connection, found)
    _fill_orders(connection, found)
    mark_roster_changed(connection)


def _fill_people(connection: Connection, found: dict[str, Table]) -> None:
    members = found["members"]
    rows = (
        members[name] for name in ("id", "platform", "province", "city", "phone_kind", "joined_at", "birthday", "tier")
    )
    _insert(
        connection,
        "insert into members(id, platform, province, city, phone_kind, joined_at, birthday, tier, nick, phone)"
        " select ?1, ?2, ?3, ?4, ?5, nullif(?6, 0), iif(?7, printf('%02d-%02d', ?7 / 100, ?7 % 100), ''), ?8,"
        " 'buyer' || ?1, iif(?5 = 'real', '1' || (30000000000 + ?1), '')",
        *rows,
    )
    connection.execute(
        "insert into identities(id, member_id, kind, scope, value) select id, id, 'nick', platform, nick from members"
    )
    chosen = np.flatnonzero(members["sms"] != "unknown")
    _insert(
        connection,
        "insert into consents(member_id, channel, state, source, noted_at, identity_id)"
        " values (?1, 'sms', ?2, 'hand', 0, ?1)",
        members["id"][chosen], members["sms"][chosen],
    )  # fmt: skip
    tags = {name: number for number, name in enumerate(TAGS, 1)}
    connection.executemany("insert into tags(name, id) values (?, ?)", tags.items())
    _insert(
        connection,
        "insert into member_tags(member_id, tag_id, source, identity_id)"
        " select ?1, id, 'hand', ?1 from tags where name = ?2",
        *found["member_tags"].values(),
    )
    names = dict.fromkeys(found["sendings"]["audience"].tolist())
    connection.executemany(
        "insert into audiences(id, name, tree, template, summary, prepared_at, handed_off_at)"
        " values (?, ?, '', '', '', 0, ?)",
        [(place, name, NOW - 40 * place * DAY_SECONDS) for place, name in enumerate(names, 1)],
    )
    _insert(
        connection,
        "insert into audience_members(audience_id, position, member_id, phone, text, parts, identity_id)"
        " select id, ?1, ?1, '', '', 1, ?1 from audiences where name = ?2",
        *found["sendings"].values(),
    )


def _fill_orders(connection: Connection, found: dict[str, Table]) -> None:
    connection.executemany("insert into categories(name, id) values (?, ?)",
                           [(name, number) for number, name in enumerate(CATEGORIES, 1)])  # fmt: skip
    _insert(
        connection,
        "insert into products(id, shop_id, title, category_id) select ?, 1, ?, id from categories where name = ?",
        *found["products"].values(),
    )
    names = ("id", "shop", "member", "status", "time", "paid", "refunded", "net", "discount", "items", "is_purchase")
    _insert(
        connection,
        "insert into orders(id, shop_id, number, member_id, identity_id, status, ordered_at, paid_at, paid, refunded,"
        " net, discount, items, is_purchase, content_hash, import_id)"
        " values (?1, ?2, 10000000000 + ?1, ?3, ?3, ?4, ?5, ?5, ?6, ?7, ?8, nullif(?9, -1), ?10, ?11, '', 1)",
        *(found["orders"][name] for name in names),
    )
    _insert(
        connection,
        "insert into order_lines(order_id, position, product_id, sku, quantity, price) values (?, ?, ?, ?, ?, ?)",
        *found["lines"].values(),
    )
    refunds = found["refunds"]
    _insert(
        connection,
        "insert into refunds(shop_id, order_number, number, import_id, state, amount, asked_at, reason, content_hash)"
        " select shop_id, number, 'r' || ?1, 1, 'refunded', ?2, ?3, ?4, '' from orders where id = ?1",
        refunds["order_id"], refunds["amount"], refunds["time"], refunds["reason"],
    )  # fmt: skip


def _insert(connection: Connection, statement: str, *columns: NDArray[Any]) -> None:
    for start in range(0, len(columns[0]), _AT_ONCE):
        part = [column[start : start + _AT_ONCE].tolist() for column in columns]
        connection.executemany(statement, zip(*part, strict=True))


def more(found: dict[str, Table], lines: int) -> list[list[str]]:
    """Rows of a further export: orders of new and of known buyers, a line each."""
    dice = np.random.default_rng(SEED + 1)
    people, orders = len(found["members"]["id"]), len(found["orders"]["id"])
    buyer = dice.integers(people // 2, people * 11 // 10, lines)
    return [[str(30_000_000_000 + orders + n), f"buyer{buyer[n]}", str(n % 300 + 10)] for n in range(lines)]
