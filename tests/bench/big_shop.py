"""A shop of any size, written straight into its tables; the same seed gives the same shop."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

from local_db.settings import mark_roster_changed
from local_db.shop_file import Connection, Shop, ShopKey, create_shop

SEED = 20261124
NOW = 1_795_000_000
SPAN = 3 * 365 * 86_400  # seconds over which the orders are spread
TAGS = ("VIP", "新客", "活跃", "沉睡", "价格敏感", "夜猫子", "猫粮", "退款多")
PLATFORMS = ("taobao", "taobao", "taobao", "jd", "pdd", "douyin")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕"
GIVEN = "小明芳伟丽静强磊洋勇艳杰娟涛超霞平刚玲桂英华梅红军文建国志海燕婷雪琳晨宇轩涵梓悦欣怡佳"
NICKS = "快乐的小鱼干猫咪爱吃草莓月亮星空阿福豆浆油条夏天海边风铃糖果奶茶可可西里柠檬薄荷山海云朵"
PLACES = {
    "浙江": "杭州 宁波 温州 金华", "广东": "广州 深圳 佛山 东莞", "江苏": "南京 苏州 无锡", "上海": "上海",
    "北京": "北京", "四川": "成都 绵阳", "湖北": "武汉 宜昌", "山东": "济南 青岛 烟台", "河南": "郑州 洛阳",
}  # fmt: skip
_CITIES = tuple((province, city) for province, cities in PLACES.items() for city in cities.split())

_REPORT = {"updated_orders": 0, "updated_members": 0, "new_consents": 0}

Row = tuple[object, ...]


def make(folder: Path, people: int, orders: int) -> Shop:
    """A new shop file with so many members and orders."""
    shop = create_shop(folder / "big.regulars", ShopKey.random())
    with shop.write() as connection:
        _fill(connection, people, orders)
    return shop


def _fill(connection: Connection, people: int, orders: int) -> None:
    connection.execute("insert into shops(id, platform, name) values (1, 'taobao', 'big')")
    connection.execute(
        "insert into imports(id, file_name, file_hash, profile, shop_id, imported_at, report)"
        " values (1, 'orders.csv', 'h', 'taobao_orders', 1, 0, ?)",
        [json.dumps(_REPORT | {"orders": orders, "new_orders": orders, "new_members": people})],
    )
    connection.executemany(
        "insert into members(id, platform, nick, name, email, phone, phone_kind, province, city, joined_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        _people(people),
    )
    connection.execute(
        "insert into identities(id, member_id, kind, scope, value) select id, id, 'buyer_id', platform, id from members"
    )
    connection.execute(  # some have the same nick
        "insert or ignore into identities(member_id, kind, scope, value) select id, 'nick', platform, nick from members"
    )
    connection.executemany(
        "insert into orders(id, shop_id, number, member_id, identity_id, status, ordered_at, paid_at, paid, refunded,"
        " net, items, is_purchase, content_hash, import_id) values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 1)",
        _orders(people, orders),
    )
    connection.executemany("insert into tags(id, name) values (?, ?)", enumerate(TAGS, 1))
    connection.execute(
        "insert into member_tags(member_id, tag_id, source, identity_id)"
        " select m.id, t.id, 'hand', m.id from tags t join members m on (m.id * 7919 + t.id * 104729) % 8 = 0"
    )
    connection.execute(
        "insert into consents(member_id, channel, state, source, noted_at, identity_id)"
        " select id, 'sms', iif(id % 3 = 0, 'opted_out', 'granted'), 'hand', 0, id from members where id % 50 = 0"
    )
    mark_roster_changed(connection)


def _people(count: int) -> Iterator[Row]:
    dice = random.Random(SEED)
    for number in range(1, count + 1):
        nick, name = _nick(dice, number), dice.choice(SURNAMES) + "".join(dice.choices(GIVEN, k=dice.choice((1, 2, 2))))
        phone = f"1{dice.choice('35789')}{dice.randrange(10**9):09d}" if number % 3 else ""
        province, city = dice.choice(_CITIES)
        email = f"{number}@example.com" if number % 20 == 0 else ""
        joined = NOW - dice.randrange(SPAN) if number % 4 == 0 else None
        kind = "real" if phone else "masked"
        platform = dice.choice(PLATFORMS)
        yield (number, platform, nick, name, email, phone, kind, province, city, joined)


def _nick(dice: random.Random, number: int) -> str:
    if number % 3 == 0:
        return f"tb{dice.randrange(10**8, 10**10)}"
    if number % 7 == 0:
        return f"{dice.choice(('momo', 'lucky', 'cat', 'sunny', 'xiaoyu'))}_{dice.randrange(10**5)}"
    nick = "".join(dice.choices(NICKS, k=dice.randrange(2, 7)))
    return f"{nick}{dice.randrange(10_000)}" if number % 2 else nick


def _orders(people: int, count: int) -> Iterator[Row]:
    dice = random.Random(SEED + 1)
    for number in range(1, count + 1):
        member = int(people * dice.random() ** 1.7) + 1  # a few buy often
        time = NOW - dice.randrange(SPAN)
        paid = dice.randrange(990, 60_000)
        refunded = paid if number % 23 == 0 else 0
        status = "closed" if refunded else "finished"
        order = str(dice.randrange(2 * 10**18, 4 * 10**18))
        bought = int(not refunded)
        yield (
            number, order, member, member, status, time, time + 60, paid, refunded, paid - refunded, 1, bought,
        )  # fmt: skip
