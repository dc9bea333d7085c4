"""What exported rows mean: statuses, purchases, titles, groups of lines, who it was, and what a second file changes."""

from __future__ import annotations

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from local_db.changes import Topic
from local_db.errors import ImportRefused
from local_db.importing import actions, rules
from local_db.importing.cells import MISSING
from local_db.importing.model import ImportReport
from local_db.importing.orders import split_title
from local_db.importing.rules import STATUS_NUMBER, Closing
from local_db.roster.refusals import refusals
from local_db.settings import read_setting
from local_db.shop_file import Shop
from tests.local_db.importing.exports import NOW, TAOBAO_HEADERS, contents, taobao_row, write_csv

Import = Callable[..., ImportReport]


@pytest.mark.parametrize(
    ("status", "closing", "has_time", "paid", "refunded", "expected"),
    [
        ("finished", Closing.NOT_SAID, True, 100, 0, True),
        ("finished", Closing.UNPAID, True, 100, 0, True),  # an earlier attempt to pay had failed
        ("finished", Closing.REFUND, True, 100, 40, True),  # a part went back
        ("finished", Closing.NOT_SAID, False, 100, 0, True),
        ("finished", Closing.NOT_SAID, False, 0, 0, False),
        ("paid", Closing.NOT_SAID, True, 0, 0, True),  # paid with points
        ("unpaid", Closing.NOT_SAID, False, 100, 0, False),
        ("closed", Closing.NOT_SAID, True, 100, 100, False),
        ("closed", Closing.NOT_SAID, True, 0, 100, False),  # paid is already net of the refund
        ("closed", Closing.REFUND, True, 100, 40, False),
        ("closed", Closing.NOT_SAID, True, 100, 40, True),
        ("closed", Closing.NOT_SAID, False, 100, 0, False),  # asked for, never paid
        ("closed_unpaid", Closing.UNPAID, True, 100, 0, False),
        ("unknown", Closing.NOT_SAID, True, 100, 0, True),
        ("unknown", Closing.NOT_SAID, True, 100, 100, False),
        ("unknown", Closing.NOT_SAID, False, 0, 0, False),
    ],
)
def test_a_purchase_is_a_paid_order_not_closed_by_a_full_refund(
    status: str, closing: Closing, has_time: bool, paid: int, refunded: int, expected: bool
) -> None:
    columns = [STATUS_NUMBER[status], closing, 1 if has_time else MISSING, paid, refunded]
    assert rules.is_purchase(*(np.array([value]) for value in columns)).tolist() == [expected]


@pytest.mark.parametrize(
    ("word", "reason", "status"),
    [
        ("交易成功", "买家未付款", "finished"),
        ("交易关闭", "买家未付款", "closed_unpaid"),
        ("交易关闭", "退款", "closed"),
        ("卖家已发货，等待买家确认", "", "shipped"),
        ("卖家已发货,等待买家确认", "", "shipped"),
        ("等待买家付款", "", "unpaid"),
        ("付款以后用户退款成功，交易自动关闭", "", "closed"),
        ("TRADE_FINISHED", "", "finished"),
    ],
)
def test_status_words(shop: Shop, bring_in: Import, tmp_path: Path, word: str, reason: str, status: str) -> None:
    bring_in(write_csv(tmp_path / "a.csv", [taobao_row(1, 订单状态=word, 订单关闭原因=reason)]))
    assert contents(shop)["orders"][0][5] == status


def test_a_status_nobody_knows_is_named_once(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    rows = [taobao_row(n, 订单状态="等待验货") for n in range(1, 5)]
    report = bring_in(write_csv(tmp_path / "a.csv", rows))
    assert [(p.row, p.column, p.code, dict(p.data)) for p in report.problems] == [
        (2, "订单状态", "unknown_status", {"word": "等待验货", "count": 4})
    ]
    assert {order[5] for order in contents(shop)["orders"]} == {"unknown"}


def test_a_column_of_names_in_place_of_statuses_is_not_repeated(bring_in: Import, tmp_path: Path) -> None:
    report = bring_in(write_csv(tmp_path / "a.csv", [taobao_row(n, 订单状态=f"某人{n}") for n in range(1, 20)]))
    assert all("word" not in p.data for p in report.problems)


@pytest.mark.parametrize(
    ("cell", "kinds", "parts"),
    [
        ("猫粮，猫砂", 2, ["猫粮", "猫砂"]),
        ("猫粮，大包", 1, ["猫粮，大包"]),
        ("猫粮，大包，猫砂", 2, ["猫粮，大包，猫砂"]),
        ("猫粮，", 2, ["猫粮，"]),
        ("猫粮", 1, ["猫粮"]),
        ("", 1, []),
    ],
)
def test_joined_titles_are_split_only_where_that_is_sure(cell: str, kinds: int, parts: list[str]) -> None:
    assert split_title(cell, kinds, "，") == parts


@pytest.mark.parametrize(
    ("kinds", "items", "quantities"),
    [("1", "3", [3]), ("2", "2", [1, 1]), ("2", "5", [None, None]), ("0", "2", [None])],
)
def test_pieces_per_line_are_known_or_left_open(
    shop: Shop, bring_in: Import, tmp_path: Path, kinds: str, items: str, quantities: list[int | None]
) -> None:
    title = "猫粮，猫砂" if kinds == "2" else "猫粮"
    bring_in(write_csv(tmp_path / "a.csv", [taobao_row(1, 宝贝标题=title, 宝贝种类=kinds, 宝贝总数量=items)]))
    assert [line[4] for line in contents(shop)["lines"]] == quantities


def test_unreadable_cells_are_reported_and_the_row_is_kept(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    rows = [
        taobao_row(1, 买家实际支付金额="约一百"),
        taobao_row(2, 订单付款时间="昨天", 宝贝总数量="很多", 联系手机="问客服"),
        taobao_row(3, 订单编号=""),
    ]
    report = bring_in(write_csv(tmp_path / "a.csv", rows))
    assert {(p.row, p.column, p.code) for p in report.problems} == {
        (2, "买家实际支付金额", "bad_money"),
        (3, "订单付款时间", "bad_time"),
        (3, "宝贝总数量", "bad_number"),
        (3, "联系手机", "bad_phone"),
        (4, "订单编号", "missing_order_number"),
    }
    assert (report.orders, report.skipped_rows) == (2, 1)


def test_a_column_that_such_files_usually_have_is_missed(bring_in: Import, tmp_path: Path) -> None:
    place = TAOBAO_HEADERS.index("退款金额")
    row = taobao_row(1)
    headers = [*TAOBAO_HEADERS[:place], *TAOBAO_HEADERS[place + 1 :]]
    report = bring_in(write_csv(tmp_path / "a.csv", [row[:place] + row[place + 1 :]], headers=headers))
    assert [(p.row, p.column, p.code) for p in report.problems] == [(0, "退款金额", "missing_column")]


def test_data_above_the_header_is_not_lost_in_silence(bring_in: Import, tmp_path: Path) -> None:
    rows = [list(TAOBAO_HEADERS), taobao_row(2)]
    report = bring_in(write_csv(tmp_path / "a.csv", rows, headers=taobao_row(1)))
    assert (report.orders, report.skipped_rows) == (1, 1)
    assert [(p.row, p.code) for p in report.problems] == [(1, "row_above_header")]


def test_problems_do_not_grow_without_end(bring_in: Import, tmp_path: Path) -> None:
    rows = [taobao_row(n, 买家实际支付金额="?") for n in range(1, 1501)]
    problems = bring_in(write_csv(tmp_path / "a.csv", rows)).problems
    assert len(problems) == 1001
    assert (problems[-1].code, problems[-1].data) == ("more_problems", {"count": 500})


def test_one_order_twice_in_a_file_is_one_order(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    rows = [taobao_row(1), taobao_row(1), taobao_row(2), taobao_row(2, 订单状态="等待买家付款")]
    report = bring_in(write_csv(tmp_path / "a.csv", rows))
    assert report.orders == 2
    assert [(p.row, p.code) for p in report.problems] == [(5, "conflicting_rows")]
    assert {order[5] for order in contents(shop)["orders"]} == {"finished"}


def test_masked_values_are_nobody(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    masked = {"买家会员名": "t**", "联系手机": "138****1234", "收货人姓名": "张**"}
    report = bring_in(write_csv(tmp_path / "a.csv", [taobao_row(n, **masked) for n in (1, 2)]))
    assert (report.orders, report.members) == (2, 0)
    assert "138" not in repr(contents(shop)["members"])


def test_a_masked_phone_never_replaces_a_real_one(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    bring_in(write_csv(tmp_path / "a.csv", [taobao_row(1, 买家会员名="甲")]))
    later = {"买家会员名": "甲", "联系手机": "139****0001", "收货人姓名": "曹*", "订单付款时间": "2020-01-01 00:00:00"}
    bring_in(write_csv(tmp_path / "b.csv", [taobao_row(2, **later, 收货地址="上海 上海市")]))
    [member] = contents(shop)["members"]
    assert member[1:8] == ("甲", "曹河", "", "13900000001", "real", "上海", "上海")


def test_the_newest_order_says_where_somebody_lives(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    old = {"买家会员名": "甲", "订单付款时间": "2017-01-01 00:00:00", "联系手机": "'13800000000"}
    bring_in(write_csv(tmp_path / "a.csv", [taobao_row(1, 买家会员名="甲")]))
    bring_in(write_csv(tmp_path / "b.csv", [taobao_row(2, **old, 收货地址="上海 上海市")]))
    [member] = contents(shop)["members"]
    assert member[4:8] == ("13900000001", "real", "浙江", "杭州")


def test_a_later_export_updates_in_place(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    bring_in(write_csv(tmp_path / "a.csv", [taobao_row(1, 订单状态="等待买家付款"), taobao_row(2)]))
    report = bring_in(write_csv(tmp_path / "b.csv", [taobao_row(1, 宝贝标题="猫砂"), taobao_row(2), taobao_row(3)]))
    assert (report.new_orders, report.updated_orders, report.unchanged_orders) == (1, 1, 1)
    assert [order[5] for order in contents(shop)["orders"]] == ["finished"] * 3
    assert [line[2] for line in contents(shop)["lines"]] == ["猫砂", "猫粮", "猫粮"]


def test_a_file_without_buyers_takes_nobody_away(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    bring_in(write_csv(tmp_path / "a.csv", [taobao_row(1, 店铺名称="")]))
    headers = ["订单编号", "总金额", "买家实付金额", "订单创建时间", "订单付款时间", "退款金额"]
    row = ["190000000000000001", "80", "77.35", "2018-12-31 15:21:11", "2018-12-31 15:21:17", "7.35"]
    report = bring_in(write_csv(tmp_path / "b.csv", [row], headers=headers))
    assert (report.profile_name, report.updated_orders, report.members) == ("taobao_order_report", 1, 1)
    [order] = contents(shop)["orders"]
    assert (order[3], order[5], order[9], order[11]) == ("buyer1", "finished", 735, 1)


def test_two_shops_of_one_platform_stay_apart(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    bring_in(write_csv(tmp_path / "a.csv", [taobao_row(1)]))
    report = bring_in(write_csv(tmp_path / "b.csv", [taobao_row(2, 买家会员名="buyer1", 店铺名称="另一家")]))
    assert (report.new_orders, report.new_members) == (1, 0)
    report = bring_in(write_csv(tmp_path / "c.csv", [taobao_row(3)]), shop_name="第三家")
    assert (report.shop_name, report.new_orders) == ("第三家", 1)


def test_rows_without_numbers_get_stable_ones(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    headers = ["买家昵称", "付款日期", "实付金额", "订单状态"]
    rows = [
        ["甲", "2019-01-01", "5", "已付款"],
        ["甲", "2019-01-01", "5", "已付款"],
        ["乙", "2019-01-02", "6", "已付款"],
    ]
    assert bring_in(write_csv(tmp_path / "a.csv", rows, headers=headers)).orders == 3
    assert bring_in(write_csv(tmp_path / "b.csv", rows[::-1], headers=headers)).unchanged_orders == 3
    finished = [[*row[:3], "已完成"] for row in rows]
    report = bring_in(write_csv(tmp_path / "c.csv", finished, headers=headers))
    assert (report.new_orders, report.updated_orders) == (0, 3)


SHOPIFY = (
    "Name,Email,Financial Status,Paid at,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,"
    "Lineitem sku,Billing Name,Billing Phone,Shipping Province,Shipping City,Refunded Amount,Phone,Accepts Marketing"
)


def shopify(path: Path, lines: str) -> Path:
    path.write_text(f"{SHOPIFY}\n{lines}", encoding="utf-8")
    return path


def test_shopify_orders_with_several_lines(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    lines = (
        "#1001,A@x.com,paid,2025-10-22 12:58:40 +0530,USD,30.00,2025-10-22 12:58:38 +0530,1,Tea,10.00,T1,Ann,"
        "'+14155550100,CA,San Francisco,0.00,,yes\n"
        "#1001,a@x.com,,,,,2025-10-22 12:58:38 +0530,2,Cup,10.00,C1,,,,,,,\n"
        "#1002,b@x.com,pending,,USD,9.99,2025-10-23 12:58:38 +0530,1,Tea,9.99,T1,Bob,,CA,LA,0.00,,no\n"
        "#1003,b@x.com,refunded,2025-10-23 13:00:00 +0530,USD,9.99,2025-10-23 12:58:38 +0530,1,Tea,9.99,T1,Bob,,"
        "CA,LA,9.99,,\n"
    )
    report = bring_in(shopify(tmp_path / "orders_export.csv", lines))
    assert (report.profile_name, report.orders, report.members, report.lines) == ("shopify_orders", 3, 2, 4)
    assert (report.currency, report.paid, report.refunded, report.problems) == ("USD", 3999, 999, ())
    orders = contents(shop)["orders"]
    assert [(o[2], o[5], o[7], o[8], o[10], o[11]) for o in orders] == [
        ("#1001", "paid", 1761118120, 3000, 3, 1),
        ("#1002", "unpaid", None, 0, 1, 0),
        ("#1003", "closed", 1761204600, 999, 1, 0),
    ]
    assert {(m[3], m[4]) for m in contents(shop)["members"]} == {("a@x.com", "+14155550100"), ("b@x.com", "")}


def test_shopify_customers_and_their_consent(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    path = tmp_path / "customers_export.csv"
    path.write_text(
        "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address City,Phone,"
        "Accepts SMS Marketing\n"
        "'7001,Ann,Lee,a@x.com,yes,SF,'+14155550100,no\n"
        "'7002,Bob,,b@x.com,no,,,yes\n"
        "',,,,no,,,no\n",
        encoding="utf-8",
    )
    report = bring_in(path)
    assert (report.members, report.new_members, report.new_consents, report.skipped_rows) == (2, 2, 4, 1)
    assert (report.new_grants, report.new_opt_outs) == (2, 0)
    assert [(p.row, p.code) for p in report.problems] == [(4, "missing_identity")]
    assert {(c[1], c[3], c[4]) for c in contents(shop)["consents"]} == {
        ("a@x.com", "email", "granted"),
        ("a@x.com", "sms", "not_granted"),
        ("b@x.com", "email", "not_granted"),
        ("b@x.com", "sms", "granted"),
    }
    again = bring_in(path)
    assert (again.new_members, again.updated_members, again.new_consents) == (0, 0, 0)


def refused(shop: Shop) -> set[str]:
    with shop.read() as connection:
        members = refusals(connection, "sms").opted_out
        rows = connection.execute("select id, coalesce(nullif(nick, ''), phone) from members")
        return {name for member, name in rows if member in members}


def test_an_opt_out_holds_for_all_who_share_the_phone_and_cannot_be_taken_back(
    shop: Shop, bring_in: Import, tmp_path: Path
) -> None:
    bring_in(
        write_csv(tmp_path / "a.csv", [taobao_row(1, 联系手机="13900000009"), taobao_row(2, 联系手机="13900000009")])
    )
    path = write_csv(
        tmp_path / "b.csv",
        [["13900000009", "2026-01-02 10:00:00"], ["13700000000", "2026-01-02 10:00:00"]],
        headers=["手机号", "退订时间"],
    )
    report = bring_in(path)
    # Whose the shared phone is cannot be told, so it stands for itself; the refusal reaches both buyers all the same.
    assert (report.profile_name, report.members, report.new_members, report.new_consents) == ("opt_out_list", 2, 2, 2)
    assert (report.new_grants, report.new_opt_outs) == (0, 2)
    assert refused(shop) == {"buyer1", "buyer2", "13900000009", "13700000000"}
    customers = tmp_path / "c.csv"
    customers.write_text(
        "First Name,Last Name,Email,Accepts Email Marketing,Phone,Accepts SMS Marketing\nA,B,,yes,13700000000,yes\n"
    )
    bring_in(customers)
    assert refused(shop) == {"buyer1", "buyer2", "13900000009", "13700000000"}
    assert bring_in(path).new_consents == 0


def test_a_cancelled_import_leaves_nothing(shop: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [taobao_row(n) for n in range(1, 50)])
    before = contents(shop)
    for stop_at in range(5):
        asked = iter([False] * stop_at + [True] * 99)
        with pytest.raises(ImportRefused) as refusal:
            actions.import_file(shop, path, now=NOW, cancelled=lambda asked=asked: next(asked))  # type: ignore[misc]
        assert refusal.value.code == "cancelled"
        assert contents(shop) == before


def test_progress_grows_to_the_end(bring_in: Import, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = write_csv(tmp_path / "a.csv", [taobao_row(n) for n in range(1, 50)])
    bring_in(path, progress=lambda done, total: told.append((done, total)))
    shares = [done / total for done, total in told]
    assert shares == sorted(shares)
    assert told[-1] == (49, 49)


def test_the_roster_is_asked_to_reload_only_after_a_change(shop: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [taobao_row(1)])
    topics = []
    versions = []
    for _ in range(2):
        _, changes = actions.import_file(shop, path, now=NOW)
        topics.append(changes.topics)
        with shop.read() as connection:
            versions.append(read_setting(connection, "roster_version"))
    assert topics == [{Topic.IMPORTS, Topic.MEMBERS, Topic.ORDERS}, {Topic.IMPORTS}]
    assert versions == [1, 1]


def test_the_stored_report_names_nobody(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    bring_in(write_csv(tmp_path / "a.csv", [taobao_row(1, 订单付款时间="曹河", 联系手机="曹河 1390000")]))
    with shop.read() as connection:
        [(stored,)] = connection.execute("select report from imports").fetchall()
    assert '"orders": 1' in stored
    assert "曹河" not in stored
    assert "1390000" not in stored


def test_a_preview_shows_and_writes_nothing(shop: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [taobao_row(n) for n in range(1, 31)])
    preview = actions.preview_file(path, shop=shop)
    assert preview.profile is not None
    assert (preview.profile.name, preview.encoding, preview.header_row) == ("taobao_orders", "gb18030", 1)
    assert (preview.shop_name, len(preview.rows)) == ("示例书店", 20)
    assert (preview.estimated_rows, preview.counted) == (30, True)
    shown = dict(zip((column.field for column in preview.mapped), preview.rows[0], strict=True))
    assert shown["number"] == "190000000000000001"
    assert (shown["paid"], shown["phone"], shown["address"]) == ("77.35", "13900000001", "浙江 杭州")
    assert shown["paid_at"] == "2018-12-31 15:21:17"
    assert "买家支付宝账号" in {column.header for column in preview.unmapped}
    assert contents(shop)["orders"] == []
    report, _ = actions.import_file(shop, path, profile=replace(preview.profile, name="mine"), now=NOW)
    assert report.profile_name == "mine"


def test_a_preview_of_an_unknown_layout_shows_the_cells(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with open(path, "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["谁", "何时", "多少"], ["甲", "2019-01-01", "5"]])
    preview = actions.preview_file(path)
    assert preview.profile is None
    assert [column.header for column in preview.columns] == ["谁", "何时", "多少"]
    assert preview.rows == (("甲", "2019-01-01", "5"),)


def test_the_real_headers_are_those_of_the_list() -> None:
    assert TAOBAO_HEADERS[13] == "收货地址 "


# --- shops ---


def shops_of(shop: Shop) -> list[tuple[object, object]]:
    return sorted({(str(order[2])[-1], order[1]) for order in contents(shop)["orders"]})


def test_orders_of_several_shops_in_one_file_keep_their_shop(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    rows = [taobao_row(n, 店铺名称=name) for n, name in ((1, "店A"), (2, "店B"), (3, "店B"), (4, ""))]
    report = bring_in(write_csv(tmp_path / "a.csv", rows))
    assert (report.new_orders, report.shop_name) == (4, "店B")
    assert shops_of(shop) == [("1", "店A"), ("2", "店B"), ("3", "店B"), ("4", "店B")]
    again = bring_in(write_csv(tmp_path / "b.csv", rows[:1]))
    assert (again.new_orders, again.unchanged_orders) == (0, 1)


def test_an_order_of_a_renamed_shop_is_the_same_order(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    bring_in(write_csv(tmp_path / "a.csv", [taobao_row(1), taobao_row(2)]))
    renamed = [taobao_row(1, 店铺名称="新名"), taobao_row(2, 店铺名称="新名", 买家实际支付金额="1.00", 宝贝标题="狗粮")]
    report = bring_in(write_csv(tmp_path / "ExportOrderList201901101200.csv", renamed))
    assert (report.new_orders, report.updated_orders, report.unchanged_orders) == (0, 1, 1)
    assert shops_of(shop) == [("1", "示例书店"), ("2", "示例书店")]
    assert sorted(line[2] for line in contents(shop)["lines"]) == ["狗粮", "猫粮"]


def test_a_file_without_shop_names_leaves_an_order_in_the_shop_that_another_names(
    shop: Shop, bring_in: Import, tmp_path: Path
) -> None:
    named = write_csv(tmp_path / "a.csv", [taobao_row(1)])
    unnamed = write_csv(tmp_path / "b.csv", [taobao_row(1, 店铺名称=""), taobao_row(2, 店铺名称="")])
    bring_in(named)
    report = bring_in(unnamed)
    assert (report.new_orders, report.unchanged_orders, report.shop_name) == (1, 1, "taobao")
    assert shops_of(shop) == [("1", "示例书店"), ("2", "taobao")]


def test_shops_that_count_for_themselves_may_share_numbers(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    headers = ["订单号", "买家昵称", "付款日期", "实付金额", "店铺名称"]
    rows = [["1", "甲", "2026-01-01", "10", "店A"], ["1", "乙", "2026-01-02", "20", "店B"]]
    for name in ("a.csv", "b.csv"):
        report = bring_in(write_csv(tmp_path / name, rows, headers=headers))
        rows.reverse()
    assert (report.orders, report.unchanged_orders, report.paid) == (2, 2, 3000)
    assert sorted((order[1], order[3]) for order in contents(shop)["orders"]) == [("店A", "甲"), ("店B", "乙")]


def test_the_same_file_again_takes_back_nothing(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    old = write_csv(tmp_path / "old.csv", [taobao_row(1), taobao_row(2)])
    new = write_csv(tmp_path / "new.csv", [taobao_row(2, 买家实际支付金额="1.00"), taobao_row(3)])
    bring_in(old)
    bring_in(new)
    before = contents(shop)
    for _ in range(2):
        report = bring_in(old)
        assert (report.new_orders, report.updated_orders, report.unchanged_orders) == (0, 0, 2)
        assert contents(shop) == before


# --- lists of those who have opted out ---


def out(shop: Shop) -> set[object]:
    return {consent[2] for consent in contents(shop)["consents"] if consent[4] == "opted_out"}


@pytest.mark.parametrize(
    ("headers", "row"),
    [
        (["手机号", "退订时间"], ["13900000001", "2026-01-02"]),
        (["退订号码"], ["13900000001"]),
        (["退订手机号", "时间"], ["13900000001", "2026-01-02"]),
        (
            ["订单编号", "买家会员名", "买家实际支付金额", "订单创建时间", "联系手机", "退订时间"],
            ["1", "甲", "10", "2026-01-01", "13900000001", "2026-01-02"],
        ),
        (
            ["订单号", "下单时间", "实付金额", "手机号", "拒收时间"],
            ["1", "2026-01-01", "10", "13900000001", "2026-01-02"],
        ),
    ],
)
def test_a_list_that_says_opted_out_is_an_opt_out_list(
    shop: Shop, bring_in: Import, tmp_path: Path, headers: list[str], row: list[str]
) -> None:
    report = bring_in(write_csv(tmp_path / "a.csv", [row], headers=headers))
    assert (report.orders, report.new_opt_outs) == (0, 1)
    assert out(shop) == {"13900000001"}


@pytest.mark.parametrize("headers", [["手机号"], ["手机号", "时间"]])
def test_a_bare_list_of_phones_is_not_guessed(shop: Shop, tmp_path: Path, headers: list[str]) -> None:
    path = write_csv(tmp_path / "a.csv", [["13900000001", "2026-01-01"][: len(headers)]], headers=headers)
    with pytest.raises(ImportRefused) as refusal:
        actions.import_file(shop, path, now=NOW)
    assert refusal.value.code == "unknown_layout"


@pytest.mark.parametrize(
    ("times", "who"), [(("2026-01-01", "", "--", "待定"), {"1", "4"}), (("", "--", "", ""), {"1", "2", "3", "4"})]
)
def test_rows_without_a_time_beside_others_are_no_opt_outs(
    shop: Shop, bring_in: Import, tmp_path: Path, times: tuple[str, ...], who: set[str]
) -> None:
    rows = [[f"1390000000{number}", time] for number, time in enumerate(times, 1)]
    report = bring_in(write_csv(tmp_path / "a.csv", rows, headers=["手机号", "退订时间"]))
    assert {str(phone)[-1] for phone in out(shop)} == who
    assert report.skipped_rows == 4 - len(who)
    noted = [(p.row, p.data["count"]) for p in report.problems if p.code == "no_opt_out_time"]
    assert noted == ([(3, 2)] if len(who) < 4 else [])
