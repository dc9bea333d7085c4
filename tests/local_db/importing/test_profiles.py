"""Every platform's files are recognised by their headers and say exactly what was worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import numpy as np
import pytest

from local_db.importing.cells import MISSING
from local_db.importing.model import FileKind
from local_db.importing.orders import Orders, main_currency, orders_of
from local_db.importing.profile import NATIONAL_ID, built_in_profiles
from local_db.importing.readers import open_sources
from local_db.importing.recognise import Recognition, recognise
from local_db.importing.refunds import refunds_of
from local_db.importing.rules import STATUS_NUMBER, Closing
from local_db.importing.table import ADDRESS_KEY, Table, read_table
from local_db.values import local_moment
from tests.local_db.importing import platforms
from tests.local_db.importing.platforms import ORDER_FILES, REFUND_FILES, Back, Export, Said

ZONE = ZoneInfo("Asia/Shanghai")


def recognised(path: Path) -> Recognition:
    found = recognise(open_sources(path), built_in_profiles())
    assert found is not None
    assert not found.guessed
    return found


def table_of(path: Path) -> Table:
    found = recognised(path)
    return read_table(found, ZoneInfo(found.profile.zone) if found.profile.zone else ZONE)


def orders_in(table: Table) -> Orders:
    return orders_of(table, main_currency(table, table.found.profile.currency or "CNY"))


def total(column: np.ndarray[tuple[int], np.dtype[np.int64]]) -> int:
    return int(column[column != MISSING].sum())


def said(orders: Orders) -> Said:
    people = orders.people
    keys = (people.buyer_id, people.open_id, people.nick, people.email, people.real_phone())
    buyers = {next(filter(None, row), "") for row in zip(*(key.texts() for key in keys), strict=True)} - {""}
    return Said(
        orders=len(orders),
        lines=len(orders.lines),
        buyers=len(buyers),
        paid=total(orders.paid),
        refunded=total(orders.refunded),
        net=total(orders.net),
        purchases=int(orders.purchase.sum()),
        items=total(orders.items),
        discount=total(orders.discount),
    )


@pytest.mark.parametrize("export", ORDER_FILES, ids=lambda export: export.title)
def test_an_order_file_says_what_was_worked_out_by_hand(export: Export, tmp_path: Path) -> None:
    table = table_of(export.write(tmp_path / "export.csv"))
    assert table.found.profile.name == export.profile
    assert said(orders_in(table)) == export.said
    assert [problem.code for problem in table.problems.all()] == list(export.problems)


@pytest.mark.parametrize("export", ORDER_FILES, ids=lambda export: export.title)
def test_as_a_workbook_and_in_another_order_of_columns_it_says_the_same(export: Export, tmp_path: Path) -> None:
    table = table_of(export.write_workbook(tmp_path / "export.xlsx"))
    assert (table.found.profile.name, said(orders_in(table))) == (export.profile, export.said)
    turned = export.separator.join(reversed(export.columns()))
    above = [["Seller Centre"], [""]]  # the rows around the table have their own columns
    table = table_of(replace(export, headers=turned, above=above, below=()).write(tmp_path / "turned.csv"))
    assert (table.found.profile.name, said(orders_in(table))) == (export.profile, export.said)


@pytest.mark.parametrize("export", REFUND_FILES, ids=lambda export: export.title)
def test_a_refund_file_says_what_was_worked_out_by_hand(export: Export, tmp_path: Path) -> None:
    table = table_of(export.write(tmp_path / "export.csv"))
    refunds = refunds_of(table, "CNY")
    assert (table.found.profile.name, table.found.profile.kind) == (export.profile, FileKind.REFUNDS)
    amounts = [None if amount == MISSING else amount for amount in refunds.amount.tolist()]
    assert isinstance(export.said, Back)
    assert list(zip(refunds.order_number, refunds.number, refunds.state, amounts, strict=True)) == export.said.refunds
    assert [problem.code for problem in table.problems.all()] == list(export.problems)


def test_refunds_say_when_and_why(tmp_path: Path) -> None:
    refunds = refunds_of(table_of(platforms.TAOBAO_REFUNDS.write(tmp_path / "a.csv")), "CNY")
    asked, finished = (int(column[0]) for column in (refunds.asked_at, refunds.finished_at))
    assert finished - asked == 24 * 3600
    assert (refunds.reason.texts()[0], refunds.title.texts()[0]) == ("不想要了", "猫粮")
    assert refunds.finished_at[1] == MISSING


def test_refunds_without_numbers_of_their_own_get_the_same_ones_each_time(tmp_path: Path) -> None:
    rows = [
        {"订单编号": "1", "退款金额": "5.00", "申请时间": "2026-06-03 09:00:00", "售后状态": state}
        for state in ("退款成功", "已撤销")
    ]
    export = replace(platforms.PDD_REFUNDS, rows=rows, below=())
    one = refunds_of(table_of(export.write(tmp_path / "a.csv")), "CNY")
    two = refunds_of(table_of(replace(export, rows=rows[::-1]).write(tmp_path / "b.csv")), "CNY")
    assert dict(zip(one.number, one.state, strict=True)) == dict(zip(two.number, two.state, strict=True))
    assert len(set(one.number)) == 2
    assert all(number.startswith("~") for number in one.number)


def test_of_two_rows_for_one_refund_the_one_furthest_along_holds(tmp_path: Path) -> None:
    rows = [
        {"售后编号": "1", "订单编号": "9", "退款金额": "5.00", "售后状态": state}
        for state in ("退款成功", "待商家处理", "退款成功")
    ]
    table = table_of(replace(platforms.PDD_REFUNDS, rows=rows, below=()).write(tmp_path / "a.csv"))
    refunds = refunds_of(table, "CNY")
    assert (refunds.number, refunds.state, refunds.amount.tolist()) == (["1"], ["refunded"], [500])
    assert [(p.row, p.code) for p in table.problems.all()] == [(3, "conflicting_rows")]


def test_columns_of_id_cards_are_never_read() -> None:
    for export in (platforms.XIAOHONGSHU, platforms.PDD_OLD):
        assert any(NATIONAL_ID.search(header) for header in export.columns())
    for profile in built_in_profiles():
        assert not any(NATIONAL_ID.search(name) for names in profile.headers.values() for name in names)


@pytest.mark.parametrize(
    ("export", "known"),
    [
        (
            platforms.TAOBAO_LIST_2018,
            "city closing finished_at items lines lines_joined net ordered_at paid paid_at province refunded status",
        ),
        (platforms.TAOBAO_DETAILS, "items lines status"),
        (
            platforms.TAOBAO_SUB_ORDERS,
            "closing items lines lines_numbered net ordered_at paid paid_at refunded shipped_at status",
        ),
        (platforms.ETSY_ITEMS, "items lines lines_numbered ordered_at"),
        (platforms.WOOCOMMERCE, "city discount net ordered_at paid paid_at province refunded status"),
    ],
    ids=lambda value: value.title if isinstance(value, Export) else "",
)
def test_a_file_speaks_only_about_what_it_has(export: Export, known: str, tmp_path: Path) -> None:
    assert orders_in(table_of(export.write(tmp_path / "a.csv"))).known == set(known.split())


def test_lines_keep_their_own_numbers_money_and_status(tmp_path: Path) -> None:
    lines = orders_in(table_of(platforms.DOUYIN.write(tmp_path / "a.csv"))).lines
    found = list(
        zip(
            lines.order.tolist(),
            lines.number.texts(),
            lines.product_number.texts(),
            lines.discount.tolist(),
            lines.status.tolist(),
            strict=True,
        )
    )
    finished, closed = STATUS_NUMBER["finished"], STATUS_NUMBER["closed"]
    assert found == [
        (0, "6900000000000000001", "3001", 5000, finished),
        (0, "6900000000000000002", "3002", MISSING, closed),
        (1, "6900000000000000003", "3002", MISSING, closed),
        (2, "6900000000000000004", "3002", MISSING, closed),
    ]


def test_an_order_whose_only_line_went_back_is_closed_by_a_refund(tmp_path: Path) -> None:
    orders = orders_in(table_of(platforms.PDD_2026.write(tmp_path / "a.csv")))
    assert orders.status.tolist() == [STATUS_NUMBER["signed"], STATUS_NUMBER["closed"], STATUS_NUMBER["paid"]]
    assert orders.closing.tolist() == [Closing.NOT_SAID, Closing.REFUND, Closing.NOT_SAID]


def test_where_an_order_has_no_time_its_number_tells_the_day(tmp_path: Path) -> None:
    orders = orders_in(table_of(platforms.PDD_2026.write(tmp_path / "a.csv")))
    assert orders.paid_at[2] == MISSING
    assert local_moment(int(orders.ordered_at[2]), ZONE).isoformat() == "2026-06-03T00:00:00+08:00"
    assert orders.ordered_at[0] == MISSING  # this one has a pay time


def test_guests_have_no_number_and_relay_addresses_are_no_addresses(tmp_path: Path) -> None:
    guests = orders_in(table_of(platforms.WOOCOMMERCE.write(tmp_path / "a.csv"))).people
    assert (guests.buyer_id.texts(), guests.email.texts()) == (["", "9"], ["joe@example.com", "ann@example.com"])
    relayed = orders_in(table_of(platforms.AMAZON.write(tmp_path / "b.csv"))).people
    assert (relayed.buyer_id.texts(), relayed.email.texts()) == (["abc@marketplace.example"], [""])


def test_a_line_below_a_row_that_was_left_out_does_not_join_the_order_above(tmp_path: Path) -> None:
    rows = [dict(row) for row in platforms.ALIBABA.rows]
    rows.insert(1, {})  # blank: what stood there is not known
    table = table_of(replace(platforms.ALIBABA, rows=rows).write(tmp_path / "a.csv"))
    assert len(orders_in(table).lines) == 2
    assert [(p.row, p.code) for p in table.problems.all()] == [(4, "missing_order_number")]


def test_another_currency_is_left_out(tmp_path: Path) -> None:
    rows = [*platforms.ETSY_ORDERS.rows, {**platforms.ETSY_ORDERS.rows[0], "Order ID": "7", "Currency": "EUR"}]
    table = table_of(replace(platforms.ETSY_ORDERS, rows=rows).write(tmp_path / "a.csv"))
    assert orders_in(table).numbers == ["3500000001", "3500000002"]
    assert [p.code for p in table.problems.all()] == ["other_currency"]


@pytest.mark.parametrize(
    "header",
    [
        "子订单编号",
        "退款编号",
        "售后单号",
        "收入金额（+元）",
        "收支方向",
        "动账金额",
        "动帐流水号",
        "入帐类型",
        "order-item-id",
        "Refund ID",
    ],
)
def test_files_that_only_look_like_an_order_list_are_not_guessed(header: str, tmp_path: Path) -> None:
    headers = f"订单编号,订单付款时间,实付金额,{header}"
    (tmp_path / "a.csv").write_text(f"{headers}\n1,2026-01-01,5.00,x\n", encoding="utf-8")
    assert recognise(open_sources(tmp_path / "a.csv"), built_in_profiles()) is None
    (tmp_path / "b.csv").write_text(f"{headers.replace(header, '备注')}\n1,2026-01-01,5.00,x\n", encoding="utf-8")
    assert recognise(open_sources(tmp_path / "b.csv"), built_in_profiles()) is not None


@pytest.mark.parametrize(
    ("amounts", "paid"),
    [
        (["30.00", "30.00"], 3000),  # the order's, repeated: 10 and 2 × 10
        (["10.00", "20.00"], 3000),  # each line's
        (["30.00", ""], 3000),
        (["30.00", "0.00"], 3000),
    ],
)
def test_a_guess_tells_amounts_of_lines_from_those_of_orders(amounts: list[str], paid: int, tmp_path: Path) -> None:
    lines = [
        f"1,小鱼,2026-01-01,{amount},{title}"
        for amount, title in zip(amounts, ("甲,10.00,1", "乙,10.00,2"), strict=True)
    ]
    text = "\n".join(["订单编号,买家昵称,付款时间,实付金额,商品名称,单价,数量", *lines, ""])
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    found = recognise(open_sources(tmp_path / "a.csv"), built_in_profiles())
    assert found is not None
    assert found.guessed
    assert total(orders_of(read_table(found, ZONE), "CNY").paid) == paid


def by_number(orders: Orders) -> dict[str, int]:
    return dict(zip(orders.numbers, orders.hashes.tolist(), strict=True))


@pytest.mark.parametrize(
    "export",
    [export for export in ORDER_FILES if export is not platforms.ALIBABA],  # whose lines follow their order
    ids=lambda export: export.title,
)
def test_rows_in_another_order_and_columns_left_blank_say_the_same(export: Export, tmp_path: Path) -> None:
    orders = orders_in(table_of(export.write(tmp_path / "a.csv")))
    turned = orders_in(table_of(replace(export, rows=export.rows[::-1]).write(tmp_path / "b.csv")))
    assert by_number(turned) == by_number(orders)
    unused = [name for name in export.columns() if not any(row.get(name.strip()) for row in export.rows)]
    fewer = [name for name in export.columns() if name not in unused or name.strip() in ("售后状态", "买家会员名")]
    left = replace(export, headers=export.separator.join(fewer), below=()).write(tmp_path / "c.csv")
    assert by_number(orders_in(table_of(left))) == by_number(orders)


@pytest.mark.parametrize(
    "export", [platforms.DOUYIN, platforms.TAOBAO_SUB_ORDERS, platforms.AMAZON, platforms.LAZADA], ids=lambda e: e.title
)
def test_lines_pasted_twice_count_once(export: Export, tmp_path: Path) -> None:
    table = table_of(replace(export, rows=[*export.rows, *export.rows]).write(tmp_path / "a.csv"))
    assert said(orders_in(table)) == export.said
    assert (table.dropped, table.problems.all()) == (0, ())


def test_of_two_rows_for_one_line_the_one_furthest_along_holds(tmp_path: Path) -> None:
    earlier = [{**row, "订单状态": "备货中", "售后状态": "-"} for row in platforms.DOUYIN.rows[3:]]
    rows = [*platforms.DOUYIN.rows, *earlier]
    table = table_of(replace(platforms.DOUYIN, rows=rows).write(tmp_path / "a.csv"))
    assert said(orders_in(table)) == platforms.DOUYIN.said
    assert [(p.row, p.code) for p in table.problems.all()] == [(6, "conflicting_rows")]


def test_a_guess_heeds_the_words_of_after_sales(tmp_path: Path) -> None:
    text = "订单编号,买家昵称,付款时间,实付金额,售后状态\n1,小鱼,2026-01-01,9.00,退款成功\n2,小鱼,2026-01-02,8.00,0\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    found = recognise(open_sources(tmp_path / "a.csv"), built_in_profiles())
    assert found is not None
    table = read_table(found, ZONE)
    orders = orders_of(table, "CNY")
    assert (orders.refunded.tolist()[0], orders.purchase.tolist()) == (900, [False, True])
    assert table.problems.all() == ()


def test_masked_places_are_none(tmp_path: Path) -> None:
    people = orders_in(table_of(platforms.PDD_OLD.write(tmp_path / "a.csv"))).people
    assert list(zip(people.province.texts(), people.city.texts(), strict=True)) == [("浙江", "杭州"), ("", "")]


def test_an_address_leaves_its_place_and_a_key_and_nothing_else(tmp_path: Path) -> None:
    table = table_of(platforms.TAOBAO_LIST_2018.write(tmp_path / "a.csv"))
    assert table.text("address").texts() == ["浙江省 杭州市", "", ""]
    assert [bool(key) for key in table.text(ADDRESS_KEY).texts()] == [True, False, False]
