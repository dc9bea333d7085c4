"""Whom a pasted text means, and what a clerk is told of her; the same as templates say."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from local_db.importing.actions import import_file
from local_db.members.actions import record_consent, tag_member
from local_db.members.notes import add_note
from local_db.replies.buyer import MOST, BuyerFacts, Candidate, Parcel, buyer_facts, find_buyer
from local_db.roster.store import load
from local_db.sample.files import sample_files
from local_db.segments.facts import moment_of
from local_db.shop_file import Shop
from local_db.templates.variables import NAMES, facts_of
from local_db.values import DAY_SECONDS
from tests.local_db.importing.exports import taobao_row, write_csv
from tests.new_shop import new_shop

NOW = datetime(2019, 1, 5, 4, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Shanghai")
REFUNDS = ["订单编号", "退款编号", "宝贝标题", "买家退款金额", "退款的申请时间", "退款状态", "退款完结时间"]


def order(number: int, nick: str, phone: str, day: int, **more: str) -> list[str]:
    time = f"2018-12-{day:02d} 15:21:11"
    return taobao_row(
        number, **{"买家会员名": nick, "联系手机": phone, "订单创建时间": time, "订单付款时间": time, **more}
    )


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shop]:
    folder = tmp_path_factory.mktemp("buyers")
    with new_shop(folder / "s.regulars") as made:
        rows = [
            order(1, "小鱼干", "'13800138000", 1, 宝贝标题="猫粮"),
            order(
                2,
                "小鱼干",
                "'13800138000",
                9,
                订单状态="卖家已发货，等待买家确认",
                宝贝标题="猫砂",
                物流公司="中通快递",
                物流单号="No:75312345678901,75312345678902",
                买家实际支付金额="50.00",
            ),
            order(3, "小鱼干", "'13800138000", 12, 订单状态="交易关闭", 订单关闭原因="买家未付款", 订单付款时间=""),
            order(4, "Miaow_88", "'13800138001", 2),
            order(5, "t**8", "138****8002", 3, 收货人姓名="王*"),
            order(6, "123456789012", "'13900139000", 3),
        ]
        rows += [order(100 + n, f"豆浆{n}", f"'1370013{n:04d}", 4) for n in range(20)]
        import_file(made, write_csv(folder / "orders.csv", rows), now=NOW)
        asked = ["190000000000000002", "R1", "猫砂", "20.00", "2018-12-20 10:00:00", "待卖家同意", ""]
        agreed = [*asked[:5], "卖家已经同意退款，等待买家退货", ""]
        over = ["190000000000000004", "R2", "猫粮", "9.00", "2018-12-20 10:00:00", "退款关闭", ""]
        for name, refunds in (("b.csv", [agreed, over]), ("a.csv", [asked])):  # the older report comes later
            import_file(made, write_csv(folder / name, refunds, headers=REFUNDS), now=NOW)
        yield made


def found(shop: Shop, typed: str) -> list[tuple[str, str]]:
    with shop.read() as connection:
        return [(candidate.nick, candidate.why) for candidate in find_buyer(connection, typed)]


def facts(shop: Shop, typed: str) -> BuyerFacts:
    with shop.read() as connection:
        candidate = find_buyer(connection, typed)[0]
        told = buyer_facts(connection, candidate.member_id, now=NOW, zone=ZONE, order_id=candidate.order_id)
    assert told is not None
    return told


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("小鱼干", [("小鱼干", "nick")]),
        ("  小鱼干\n", [("小鱼干", "nick")]),
        ("13800138000", [("小鱼干", "phone")]),
        ("+86 138 0013 8000", [("小鱼干", "phone")]),
        ("138-0013-8000", [("小鱼干", "phone")]),
        ("１３８００１３８０００", [("小鱼干", "phone")]),
        ("190000000000000004", [("Miaow_88", "order_number")]),
        ('="190000000000000004"', [("Miaow_88", "order_number")]),
        ("'190000000000000004", [("Miaow_88", "order_number")]),
        ("“190000000000000004”", [("Miaow_88", "order_number")]),
        ("75312345678902", [("小鱼干", "tracking")]),
        ("No:7531 2345 6789 02", [("小鱼干", "tracking")]),
        ("123456789012", [("123456789012", "nick")]),
        # whole lines, as they are copied out of a chat program
        ("小鱼干 订单号190000000000000002 什么时候发货", [("小鱼干", "order_number")]),
        ("订单编号：190000000000000004", [("Miaow_88", "order_number")]),
        ("Miaow_88：在吗，我的快递到哪了", [("Miaow_88", "nick")]),
        ("收货人王小姐，电话138 0013 8001，麻烦改地址", [("Miaow_88", "phone")]),
        ("快递75312345678901丢了", [("小鱼干", "tracking")]),
        ("Miaow_88 190000000000000002", [("小鱼干", "order_number"), ("Miaow_88", "nick")]),
        # beginnings
        ("小鱼", [("小鱼干", "nick_beginning")]),
        ("Miaow", [("Miaow_88", "nick_beginning")]),
        ("miaow", [("Miaow_88", "nick_beginning")]),
        ("miaow_88", [("Miaow_88", "nick")]),
        # what names nobody
        ("", []),
        ("   ", []),
        ("t**8", []),
        ("t*", []),
        ("138****8002", []),
        ("王*", []),
        ("查无此人", []),
        ("12345", [("123456789012", "nick_beginning")]),
        ("56789012", []),
        ("鱼干", []),
        ("%", []),
        ("亲 在吗 2件", []),
        ("x" * 10_000, []),
    ],
)  # fmt: skip
def test_whom_a_text_means(shop: Shop, typed: str, expected: list[tuple[str, str]]) -> None:
    assert found(shop, typed) == expected


def test_no_more_than_a_hand_full_are_offered(shop: Shop) -> None:
    offered = found(shop, "豆浆")
    assert len(offered) == MOST
    assert offered[0] == ("豆浆0", "nick_beginning")  # the shortest first


def test_the_order_that_was_named_is_the_one_that_is_talked_about(shop: Shop) -> None:
    with shop.read() as connection:
        candidate = find_buyer(connection, "190000000000000001")[0]
    assert isinstance(candidate, Candidate)
    assert candidate.order_id is not None
    told = facts(shop, "190000000000000001").order
    assert told is not None
    assert (told.id, told.number, told.product) == (candidate.order_id, "190000000000000001", "猫粮")


def test_the_facts_of_a_buyer(shop: Shop) -> None:
    told = facts(shop, "小鱼干")
    assert (told.nick, told.platform, told.orders, told.spent, told.currency) == ("小鱼干", "taobao", 2, 12_735, "CNY")
    assert told.order is not None
    assert (told.order.number, told.order.day, told.order.product, told.order.status, told.order.paid) == (
        "190000000000000002", "2018-12-09", "猫砂", "shipped", 5_000,
    )  # fmt: skip
    assert told.order.parcels == (Parcel("中通快递", "75312345678901"), Parcel("中通快递", "75312345678902"))
    assert told.refund is not None
    assert (told.refund.order_number, told.refund.state, told.refund.amount) == ("190000000000000002", "agreed", 2_000)
    assert told.warnings == ("refund_agreed",)


def test_the_variables_of_a_buyer(shop: Shop) -> None:
    told = facts(shop, "小鱼干").variables
    assert {name: told[name] for name in told if name not in NAMES} == {
        "order_number": "190000000000000002",
        "order_date": "2018-12-09",
        "order_product": "猫砂",
        "order_status": "shipped",
        "courier": "中通快递",
        "tracking_number": "75312345678901",
        "phone_tail": "8000",
        "tier": "",
        "points": "",
    }
    assert told["last_order_date"] == "2018-12-09"
    assert facts(shop, "190000000000000003").variables["last_order_date"] == "2018-12-09"  # that one was never paid
    assert facts(shop, "Miaow_88").variables["courier"] == ""


def test_points_are_told_with_the_day_of_the_list(tmp_path: Path) -> None:
    headers = ["会员名", "入会时间", "会员等级", "积分"]
    path = write_csv(tmp_path / "会员列表20260601.csv", [["小鱼干", "2024-05-01", "金卡", "0"]], headers=headers)
    with new_shop(tmp_path / "s.regulars") as shop:
        import_file(shop, path, now=NOW)
        told = facts(shop, "小鱼干")
    assert (told.tier, told.points, told.points_day) == ("金卡", 0, "2026-06-01")
    assert (told.variables["tier"], told.variables["points"]) == ("金卡", "0")


def test_what_was_said_by_hand_is_told(tmp_path: Path) -> None:
    with new_shop(tmp_path / "s.regulars") as shop:
        import_file(shop, write_csv(tmp_path / "a.csv", [order(1, "小鱼干", "'13800138000", 1)]), now=NOW)
        with shop.read() as connection:
            member = find_buyer(connection, "小鱼干")[0].member_id
        tag_member(shop, member, "VIP")
        for text in ("怕猫毛", "要发票"):
            add_note(shop, member, text, now=NOW)
        record_consent(shop, member, "sms", "opted_out", now=NOW)
        told = facts(shop, "小鱼干")
        with shop.read() as connection:
            assert buyer_facts(connection, member + 1, now=NOW, zone=ZONE) is None
    assert (told.tags, told.note, told.refuses, told.warnings) == (("VIP",), "要发票", ("sms",), ("refuses_sms",))


@pytest.mark.parametrize("seed", range(6))
def test_the_variables_are_those_of_templates(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    with new_shop(tmp_path / "s.regulars") as shop:
        with shop.write() as connection:
            connection.execute("insert into shops(id, platform, name) values (1, 'taobao', '猫粮店'), (2, 'jd', 'jd')")
            connection.execute(
                "insert into imports(id, file_name, file_hash, profile, shop_id, imported_at, report)"
                " values (1, 'f', 'h', 'p', 1, 0, '{}')"
            )
            connection.execute(
                "insert into products(id, shop_id, title) values (1, 1, '猫粮'), (2, 1, '猫砂'), (3, 2, '猫粮')"
            )
            connection.executemany(
                "insert into members(id, platform, nick, name, province, city, phone, phone_kind)"
                " values (?, 'taobao', ?, ?, ?, ?, '', 'absent')",
                [
                    (n, dice.choice(["", f"n{n}", "t**2"]), dice.choice(["", "张三"]), dice.choice(["", "浙江"]), "")
                    for n in range(1, 16)
                ],
            )  # fmt: skip
            for number in range(60):
                time = dice.choice([None, dice.randrange(1_500_000_000, 1_546_000_000), 1_530_000_000])
                ordered = dice.choice([None, time, 1_530_000_000])
                net = dice.choice([0, 1, 100, 12_345, -500])
                made = connection.execute(
                    "insert into orders(shop_id, number, member_id, status, ordered_at, paid_at, net, refunded,"
                    " is_purchase, content_hash, import_id) values (?, ?, ?, ?, ?, ?, ?, 0, ?, '', 1)",
                    [dice.choice([1, 2]), str(number), dice.choice([None, *range(1, 13)]),
                     dice.choice(["finished", "closed_unpaid", "paid"]), ordered, time, net, dice.choice([0, 1, 1])],
                ).lastrowid  # fmt: skip
                connection.executemany(
                    "insert into order_lines(order_id, position, product_id) values (?, ?, ?)",
                    [(made, line, dice.choice([None, 1, 2, 3])) for line in range(dice.choice([0, 1, 3]))],
                )
        with shop.read() as connection:
            roster = load(connection)
            moment = moment_of(ZONE, NOW, None)
            for number, member in enumerate(roster.members.ids.tolist()):
                told = buyer_facts(connection, member, now=NOW, zone=ZONE)
                assert told is not None
                expected = facts_of(connection, roster, number, moment)
                assert {name: told.variables[name] for name in NAMES} == expected


def test_the_sample_shop_says_where_its_parcels_are(tmp_path: Path) -> None:
    with new_shop(tmp_path / "s.regulars") as shop:
        for name, content in sample_files().items():
            (tmp_path / name).write_bytes(content)
            import_file(shop, tmp_path / name, now=NOW)
        with shop.read() as connection:
            member, number, courier, parcel = connection.execute(
                "select o.member_id, o.number, p.courier, p.number from parcels p join orders o on o.id = p.order_id"
                " where o.member_id is not null order by o.paid_at desc limit 1"
            ).fetchone()
            oldest, newest = connection.execute(
                "select min(latest) filter (where id in (select order_id from parcels)), max(latest) from (select id,"
                " max(ordered_at, coalesce(paid_at, 0), coalesce(finished_at, 0)) as latest from orders)"
            ).fetchone()
            told = buyer_facts(connection, member, now=NOW, zone=ZONE)
            assert find_buyer(connection, parcel)[0].member_id == member
    assert 55 < (newest - oldest) / DAY_SECONDS <= 60
    assert told is not None
    assert told.order is not None
    assert (told.order.number, told.order.courier, told.order.tracking) == (number, courier, parcel)
    assert courier
