"""Which column is which field, from headers and from cells; identity numbers are in no guess."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.importing.fields import MEMBER_FIELDS, ORDER_FIELDS
from local_db.importing.guess import guess, is_data, is_email, is_national_id, is_phone, numbered, place_of
from local_db.importing.model import FileKind

ORDERS = [
    ["A-20261", "小鱼", "13800138001", "2026-01-05 10:00:00", "128.60", "浙江", "杭州市", "交易成功",
     "三文鱼猫粮成猫粮2kg装", "2"],
    ["A-20262", "豆浆", "13800138002", "2026-01-06 11:00:00", "88.00", "上海", "上海市", "交易关闭",
     "豆腐猫砂除臭结团6L大袋", "1"],
    ["A-20263", "momo", "13800138003", "2026-02-06 11:00:00", "9.90", "广东", "深圳市", "交易成功",
     "逗猫棒羽毛铃铛玩具套装", "3"],
]  # fmt: skip
FIELDS = ["number", "", "phone", "ordered_at", "paid", "province", "city", "status", "title", "quantity"]
FOUND = {field: place for place, field in enumerate(FIELDS) if field}


def check_digit(body: str) -> str:
    return "10X98765432"[sum(int(c) * pow(2, 17 - place, 11) for place, c in enumerate(body)) % 11]


def test_cells_alone_tell_a_whole_table() -> None:
    found = guess([f"x{place}" for place in range(len(FIELDS))], ORDERS)
    assert found.kind is FileKind.ORDERS
    assert dict(found.columns) == FOUND


def test_a_table_without_headers_is_told_by_its_cells() -> None:
    assert dict(guess(numbered(len(FIELDS)), ORDERS).columns) == FOUND


@pytest.mark.parametrize(
    ("headers", "row", "fields"),
    [
        (["旺旺", "拍下日期", "实付"], ["小鱼", "2026/1/5", "12"], {"nick": 0, "ordered_at": 1, "paid": 2}),
        (["客户手机号(必填)", "顾客姓名", "成交额", "成交日期"], ["13800138001", "张三", "12", "2026-01-05"],
         {"phone": 0, "name": 1, "paid": 2, "paid_at": 3}),
        (["Customer e-mail", "Paid (EUR)", "Order placed date"], ["a@b.com", "12,000.50", "2026-01-05"],
         {"email": 0, "paid": 1, "ordered_at": 2}),
        # Headers that lie: cells that cannot be what they say.
        (["金额", "时间", "手机"], ["张三", "下午", "无锡"], {}),
        (["手机号", "a", "b"], ["2026-01-05", "12.50", "13800138001"], {"ordered_at": 0, "paid": 1, "phone": 2}),
        # Close to a field, and none.
        (["物流单号", "快递电话", "发货时间", "运费"], ["SF123456789012", "13800138001", "2026-01-05", "9.00"], {}),
        (["运费", "支付时间", "支付金额"], ["10.00", "2026-01-05", "99.00"], {"paid_at": 1, "paid": 2}),
        (["姓名", "手机", "入会时间"], ["张三", "13800138001", "2026-01-05"], {"name": 0, "phone": 1, "joined_at": 2}),
        (["手机", "出生日期", "VIP级别"], ["13800138001", "1990-05-06", "V3"], {"phone": 0, "birthday": 1, "tier": 2}),
        (["手机", "生日月", "客户等级"], ["13800138001", "夏天", "A"], {"phone": 0, "tier": 2, "birthday": None}),
        (["手机", "返点积分", "剩余积分"], ["13800138001", "5", "320"], {"phone": 0, "points": 2}),
        (["Phone", "Points"], ["13800138001", "lots"], {"phone": 0, "points": None}),
        (["手机", "身份证生日"], ["13800138001", "1990-05-06"], {"phone": 0, "birthday": None}),
        (["手机", "退订时间"], ["13800138001", "2026-01-05"], {"phone": 0, "opted_out_at": 1}),
        (["手机", "手机(备用)"], ["138****8001", ""], {"phone": 0}),
    ],
)  # fmt: skip
def test_headers_name_and_cells_confirm(headers: list[str], row: list[str], fields: dict[str, int | None]) -> None:
    found = dict(guess(headers, [row]).columns)
    for field, place in fields.items():
        assert found.get(field) == place, found
    if not fields:
        assert not set(found) & {"paid", "total", "ordered_at", "paid_at", "phone", "number"}


def test_words_are_nicks_only_where_nothing_surer_tells_people_apart() -> None:
    found = guess(["who", "tel"], [["anna", "13800138001"], ["bert", "13800138002"]])
    assert (found.kind, dict(found.columns)) == (FileKind.MEMBERS, {"phone": 1})
    found = guess(["who", "since"], [["anna", "2026-01-05"], ["bert", "2026-01-06"]])
    assert (found.kind, dict(found.columns)) == (FileKind.MEMBERS, {"nick": 0, "joined_at": 1})


@pytest.mark.parametrize(
    ("days", "order"),
    [
        (["2026-01-05", "2026-12-31"], "ymd"),
        (["01/25/2026", "12/31/2026"], "mdy"),
        (["25/01/2026", "31/12/2026"], "dmy"),
        (["01/02/2026", "03/04/2026"], "mdy"),
    ],
)
def test_the_order_of_dates_is_the_one_that_reads_them_all(days: list[str], order: str) -> None:
    assert guess(["when", "much"], [[day, "12.50"] for day in days]).dates == order


def test_order_numbers_that_repeat_make_lines() -> None:
    rows = [["A-20261", "12.50", "2026-01-05"], ["A-20261", "3.50", "2026-01-05"], ["A-20262", "1.00", "2026-01-05"]]
    assert guess(["a", "b", "c"], rows).per_line
    assert not guess(["a", "b", "c"], rows[1:]).per_line


def test_identity_numbers_are_never_guessed_whatever_their_column_is_called() -> None:
    body = "33010619900307231"
    number = body + check_digit(body)
    assert is_national_id(number)
    assert not is_national_id(body + ("1" if check_digit(body) != "1" else "2"))
    for header in ("订单号", "买家ID", "x", "身份证号", "会员编号"):
        found = guess([header, "b", "c"], [[number, "12.50", "2026-01-05"]] * 3)
        assert 0 not in found.columns.values()


@given(st.dates(date(1950, 1, 1), date(2020, 12, 31)), st.integers(100_000, 999_999), st.integers(0, 999))
def test_every_identity_number_is_known(born: date, place: int, serial: int) -> None:
    body = f"{place}{born:%Y%m%d}{serial:03d}"
    assert is_national_id(f" {body}{check_digit(body).lower()}\t")


CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["13800138001", "2026-01-05", "12.50", "a@b.com", "浙江", "-", "", "1", "交易成功", "1e400", "９"]),
)


@given(
    st.lists(st.one_of(st.text(max_size=8), st.sampled_from(["手机", "金额", "时间", "订单号", "身份证"])), max_size=8),
    st.lists(st.lists(CELLS, max_size=9), max_size=6),
)
def test_a_guess_is_always_a_possible_mapping(headers: list[str], rows: list[list[str]]) -> None:
    found = guess(headers, rows)
    fields = ORDER_FIELDS if found.kind is FileKind.ORDERS else MEMBER_FIELDS
    assert set(found.columns) <= set(fields)
    assert all(0 <= place < len(headers) for place in found.columns.values())
    assert not any("身份证" in headers[place] for place in found.columns.values())
    used = [place for field, place in found.columns.items()]
    assert len(used) == len(set(used))


@given(st.integers(1, 9999))
def test_numbered_headers_name_their_place(place: int) -> None:
    assert place_of(numbered(place)[-1]) == place - 1
    assert place_of(f"第{place}列") is None


@pytest.mark.parametrize(
    ("row", "data"),
    [(["13800138001"], True), (["小鱼", "12.50"], True), (["a@b.com"], True), (["2026-01-05"], True),
     (["订单号", "金额"], False), (["2019", "导出"], False), ([], False)],
)  # fmt: skip
def test_data_is_no_header(row: list[str], *, data: bool) -> None:
    assert is_data(row) is data


def test_phones_and_addresses() -> None:
    assert [is_phone(cell) for cell in ("'13800138001", "+86 13800138001", "138****8001", "12345678901", "")] == [
        True, True, True, False, False,
    ]  # fmt: skip
    assert [is_email(cell) for cell in ("a@b.co", "'a@b.co", "a@b", "a b@c.de", "@")] == [
        True, True, False, False, False,
    ]  # fmt: skip
