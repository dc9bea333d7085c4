"""Cells as platforms and spreadsheets write them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from local_db.importing import cells
from local_db.importing.cells import BAD, MISSING
from local_db.phones import PhoneKind
from local_db.values import decimal_text, local_moment

SHANGHAI = ZoneInfo("Asia/Shanghai")
NEW_YORK = ZoneInfo("America/New_York")


def at(*parts: int, zone: ZoneInfo = SHANGHAI) -> int:
    return int(datetime(*parts, tzinfo=zone).timestamp())  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("cell", "minor"),
    [
        ("77.35", 7735),
        ("0.00元", 0),
        ("0元", 0),
        ("￥1,234.50", 123450),
        ("¥12", 1200),
        ("$25.00", 2500),
        ("１２．５", 1250),
        ('="15.00"', 1500),
        ("\t15.00\t", 1500),
        ("-3.2", -320),
        ("(12.30)", -1230),
        ("1.005", 100),
        ("1.015", 102),
        ("1e3", 100000),
        (".5", 50),
        ("", MISSING),
        ("-", MISSING),
        ("--", MISSING),
        ("null", MISSING),
        ("无退款申请", MISSING),
        ("12,5", BAD),
        ("1.2.3", BAD),
        ("abc", BAD),
        (".", BAD),
        ("9" * 30, BAD),
        ("100000000000.00", 10**13),
        ("100000000000.01", BAD),
        ("5 0", BAD),
        ("1 234.50", BAD),
        ("12 .5", BAD),
        ("￥ 12.5 元", 1250),
        ("#REF!", BAD),
        ("#N/A", BAD),
        ("#VALUE!", BAD),
        ("1e99", BAD),
        ("E+17", BAD),
    ],
)
def test_money(cell: str, minor: int) -> None:
    assert cells.money(cell, 2) == minor


@given(st.integers(-(10**13), 10**13), st.sampled_from(["CNY", "JPY", "KWD"]))
def test_money_comes_back_as_written(minor: int, currency: str) -> None:
    decimals = {"CNY": 2, "JPY": 0, "KWD": 3}[currency]
    written = decimal_text(minor, currency)
    assert cells.money(written, decimals) == minor
    assert cells.money(f"￥{Decimal(written):,}元", decimals) == minor


@pytest.mark.parametrize(
    ("cell", "seconds"),
    [
        ("2018-12-31 15:21:11", at(2018, 12, 31, 15, 21, 11)),
        ("2018/12/31 15:21", at(2018, 12, 31, 15, 21)),
        ("2018/1/2 3:04", at(2018, 1, 2, 3, 4)),
        ("2018-12-31", at(2018, 12, 31)),
        ("20181231", at(2018, 12, 31)),
        ("20181231152111", at(2018, 12, 31, 15, 21, 11)),
        ("2018年1月2日 3时04分", at(2018, 1, 2, 3, 4)),
        ("2018-12-31 15:21:11.392", at(2018, 12, 31, 15, 21, 11)),
        ("2025-10-22 12:58:38 +0530", at(2025, 10, 22, 7, 28, 38, zone=ZoneInfo("UTC"))),
        ("2026-12-31T10:00:00Z", at(2026, 12, 31, 10, zone=ZoneInfo("UTC"))),
        ("43466.5", at(2019, 1, 1, 12)),
        ("43466", at(2019, 1, 1)),
        ("\t2018-12-31 15:21:11", at(2018, 12, 31, 15, 21, 11)),
        ("", MISSING),
        ("-", MISSING),
        ("null", MISSING),
        ("0000-00-00 00:00:00", MISSING),
        ("2018-02-30 10:00:00", BAD),
        ("2018-12-31 25:00:00", BAD),
        ("1/2/26", BAD),
        ("now", BAD),
        ("2018", BAD),
        ("9999999999", BAD),
    ],
)
def test_times_one_by_one_and_as_a_column(cell: str, seconds: int) -> None:
    assert cells.time(cell, SHANGHAI) == seconds
    assert cells.times([cell, "2018-12-31", cell], SHANGHAI).tolist() == [seconds, at(2018, 12, 31), seconds]


@pytest.mark.parametrize(("order", "day"), [("mdy", date(2026, 1, 2)), ("dmy", date(2026, 2, 1))])
def test_a_profile_says_which_number_is_the_month(order: str, day: date) -> None:
    for cell in ("1/2/2026 10:00", "1/2/26 10:00", "1/2/2026 10:00 AM"):
        assert local_moment(cells.time(cell, SHANGHAI, order), SHANGHAI).date() == day


@given(
    st.datetimes(datetime(1995, 1, 1), datetime(2090, 1, 1)),  # noqa: DTZ001 - hypothesis asks for wall clocks
    st.sampled_from([SHANGHAI, NEW_YORK]),
)
def test_times_come_back_as_written(wall: datetime, zone: ZoneInfo) -> None:
    wall = wall.replace(microsecond=0, fold=0, tzinfo=zone)
    assume(wall.astimezone(UTC).astimezone(zone) == wall)  # an hour that a clock change skips is no time
    written = f"{wall:%Y-%m-%d %H:%M:%S}"
    seconds = cells.times([written], zone).tolist()[0]
    assert f"{local_moment(seconds, zone):%Y-%m-%d %H:%M:%S}" == written
    assert cells.time(written, zone) == seconds


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('="190007381578716520"', "190007381578716520"),
        ("=190007381578716520", "190007381578716520"),
        ("'190007381578716520", "190007381578716520"),
        ("\t190007381578716520\t", "190007381578716520"),
        ('"123"', "123"),
        ("123.0", "123"),
        (" 220101-123456789 ", "220101-123456789"),
        ("#1001", "#1001"),
        ("00012", "00012"),
        ("null", ""),
        ("--", ""),
        ("", ""),
    ],
)
def test_ids(cell: str, text: str) -> None:
    assert cells.clean_id(cell) == text


def test_what_a_workbook_holds() -> None:
    moment = datetime(2019, 6, 30, 22, 44, 38, 392000)  # noqa: DTZ001 - workbooks hold wall clocks
    held = [123.0, 1.5, True, None, moment, date(2019, 1, 2), 1.90007381578716e17, float("nan")]
    shown = ["123", "1.5", "TRUE", "", "2019-06-30 22:44:38", "2019-01-02", "1.90007381578716E+17", ""]
    assert [cells.as_text(cell) for cell in held] == shown


@pytest.mark.parametrize(("cell", "lost"), [("1.23E+17", True), ("1.9e+17", True), ("123", False), ("12E4", False)])
def test_rounded_ids_are_noticed(cell: str, lost: bool) -> None:
    assert cells.lost_digits(cell) is lost


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("浙江省 杭州市 西湖区   示例路1号(310000)", ("浙江", "杭州")),
        ("上海 上海市 浦东新区   示例路2号(200000)", ("上海", "上海")),
        ("北京市 北京市 朝阳区", ("北京", "北京")),
        ("内蒙古自治区 赤峰市 红山区", ("内蒙古", "赤峰")),
        ("广西壮族自治区 南宁市 江南区", ("广西", "南宁")),
        ("云南省 大理白族自治州 大理市", ("云南", "大理白族自治州")),
        ("香港特别行政区 九龙", ("香港", "九龙")),
        ("安徽省", ("安徽", "")),
        ("null null 网盘(000000)", ("", "")),
        ("250 Ross Street", ("", "")),
        ("", ("", "")),
    ],
)
def test_places_of_addresses(address: str, place: tuple[str, str]) -> None:
    assert cells.place_of_address(cells.start_of_address(address)) == place


@pytest.mark.parametrize(
    ("cell", "kind", "number"),
    [
        ("'19900000000", PhoneKind.REAL, "19900000000"),
        ("19900000000.0", PhoneKind.REAL, "19900000000"),
        ("+86 199-0000-0000", PhoneKind.REAL, "19900000000"),
        ("138****1234", PhoneKind.MASKED, ""),
        ("13800001234-8888", PhoneKind.VIRTUAL, ""),
        ("", PhoneKind.ABSENT, ""),
    ],
)
def test_phones(cell: str, kind: PhoneKind, number: str) -> None:
    assert (cells.phone(cell).kind, cells.phone(cell).number) == (kind, number)


@given(st.text(max_size=30))
def test_no_cell_is_too_odd(cell: str) -> None:
    cells.money(cell, 2)
    cells.integer(cell)
    cells.time(cell, SHANGHAI)
    cells.times([cell], SHANGHAI)
    cells.yes_no(cell)
    cells.clean_id(cell)
    cells.clean_text(cell)
    cells.phone(cell)
    cells.place_of_address(cell)


@pytest.mark.parametrize("word", ["#REF!", "#N/A", "#VALUE!", " #div/0! "])
def test_the_error_of_a_formula_is_nobody(word: str) -> None:
    assert (cells.clean_text(word), cells.clean_id(word)) == ("", "")
    assert cells.time(word, ZoneInfo("Asia/Shanghai")) == BAD


@pytest.mark.parametrize(
    ("cell", "order", "moment"),
    [
        ("Sep-27-26", "mdy", at(2026, 9, 27)),  # eBay
        ("Sep-27-2026 10:05", "mdy", at(2026, 9, 27, 10, 5)),
        ("27-Sep-26", "ymd", at(2026, 9, 27)),
        ("27 Sep 2026 10:05", "ymd", at(2026, 9, 27, 10, 5)),  # Lazada
        ("Sep 27, 2026", "ymd", at(2026, 9, 27)),
        ("12/30/25", "mdy", at(2025, 12, 30)),  # Etsy
        ("9/6/2016 6:29:00", "mdy", at(2016, 9, 6, 6, 29)),  # WooCommerce
        ("2026-06-01T10:00:00-07:00", "ymd", at(2026, 6, 1, 17, zone=ZoneInfo("UTC"))),  # Amazon
        ("\t2026-06-01 10:00:00\t", "ymd", at(2026, 6, 1, 10)),
        ("'2026/6/1 9:05", "ymd", at(2026, 6, 1, 9, 5)),
        ("2026.6.1 9:05:07", "ymd", at(2026, 6, 1, 9, 5, 7)),
        ("45809.5", "ymd", at(2025, 6, 1, 12)),
        ("Foo-27-26", "mdy", BAD),
        ("Sep-31-26", "mdy", BAD),
        ("9/6/2016 24:29", "mdy", BAD),
        ("6/1 9:05", "ymd", BAD),
    ],
)
def test_dates_of_every_platform(cell: str, order: str, moment: int) -> None:
    assert cells.time(cell, SHANGHAI, order) == moment
    assert cells.times([cell, "2026-06-01 10:00:00", "-", cell], SHANGHAI, order).tolist() == [
        moment,
        at(2026, 6, 1, 10),
        MISSING,
        moment,
    ]


@given(
    st.datetimes(datetime(1995, 1, 1), datetime(2090, 1, 1)),  # noqa: DTZ001 - hypothesis asks for wall clocks
    st.sampled_from(
        ["{0.year}/{0.month}/{0.day} {0.hour}:{0.minute:02}", "\t{0:%Y-%m-%d %H:%M}\t", "{0.year}-{0.month}-{0.day}"]
    ),
    st.sampled_from([SHANGHAI, NEW_YORK]),
)
def test_a_column_of_times_is_read_as_its_cells_are(wall: datetime, spelling: str, zone: ZoneInfo) -> None:
    cell = spelling.format(wall)
    assert cells.times([cell], zone).tolist() == [cells.time(cell, zone)]


@pytest.mark.parametrize(
    ("cell", "minor"),
    [
        ("Â£25.00", 2500),
        ("拢25.00", 2500),
        ("\ufffd25.00", 2500),
        ("HK$1,008.00", 100800),
        ("RM 12.50", 1250),
        ("Rp1.000", BAD),
    ],
)
def test_money_with_other_signs(cell: str, minor: int) -> None:
    assert cells.money(cell, 2) == minor


@given(
    st.lists(st.sampled_from(["'123\t", '="123"', "123.0", "0", "0.0", "-", "null", "", "A1", " x y ", "无", "1.5"]))
)
def test_a_column_of_ids_is_cleaned_as_its_cells_are(column: list[str]) -> None:
    assert cells.clean_ids(column) == [cells.clean_id(cell) for cell in column]
    assert not {"0", "-", "null"} & set(cells.clean_ids(column))


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("广东深圳市南山区某街1号", ("广东", "深圳")),
        ("广东省深圳市南山区某街1号", ("广东", "深圳")),
        ("内蒙古自治区呼和浩特市新城区某路", ("内蒙古", "呼和浩特")),
        ("四川凉山彝族自治州西昌市某路", ("四川", "凉山彝族自治州")),
        ("北京朝阳区三环以内某路", ("北京", "北京")),
        ("上海市某路", ("上海", "上海")),
        ("某国某城某路", ("", "")),
        ("广东 深圳市 南山区", ("广东", "深圳")),
    ],
)
def test_places_of_addresses_with_and_without_spaces(address: str, place: tuple[str, str]) -> None:
    assert cells.place_of_address(cells.start_of_address(address)) == place


@pytest.mark.parametrize(
    ("number", "pattern", "expected"),
    [
        ("260603-123456789012345", "yymmdd-", at(2026, 6, 3)),
        ("E20260601090807000000001", "EyyyymmddHHMMSS", at(2026, 6, 1, 9, 8, 7)),
        ("269903-1", "yymmdd-", MISSING),
        ("X20260601", "Eyyyymmdd", MISSING),
        ("~0011", "yymmdd-", MISSING),
    ],
)
def test_the_time_an_order_number_begins_with(number: str, pattern: str, expected: int) -> None:
    assert cells.time_of_number(number, pattern, SHANGHAI) == expected


def test_the_key_of_an_address_tells_equal_ones_and_holds_none() -> None:
    key = cells.address_key("浙江省 杭州市 西湖区   示例路1号(310000)")
    assert key == cells.address_key("浙江省杭州市西湖区示例路１号")
    assert key != cells.address_key("浙江省杭州市西湖区示例路2号")
    assert "示例" not in key
    for nothing in ("", "-", "浙江省 杭州市 西湖区 某某街道", "浙江省杭州市****1号", "1号"):
        assert cells.address_key(nothing) == ""


@given(
    st.lists(
        st.one_of(
            st.datetimes(datetime(1985, 1, 1), datetime(2110, 1, 1)).map("{:%Y-%m-%d %H:%M:%S}".format),  # noqa: DTZ001
            st.sampled_from(
                ["", "2024/01/02", "2024-02-30", "2024-02-29T23:59", "2024-01-02 03:04:05 ", "2024-1-2 3:04", "x"]
            ),
        ),
        max_size=20,
    )
)
def test_times_of_bytes_are_those_of_texts_where_all_are_written_in_full(column: list[str]) -> None:
    found = cells.times_in_full([cell.encode() for cell in column], SHANGHAI)
    if found is not None:
        assert found.tolist() == cells.times(column, SHANGHAI).tolist()


def test_times_of_bytes_are_none_where_one_is_written_otherwise() -> None:
    assert cells.times_in_full([b"2024-01-02", b""], SHANGHAI) is not None
    assert cells.times_in_full([b"2024-01-02", b"2024-1-2"], SHANGHAI) is None
    assert cells.times_in_full([b"2024-02-30"], SHANGHAI) is None
