"""Every way in which export files come: encodings, separators, workbooks, rows above and below the table."""

from __future__ import annotations

import os
import re
import sys
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

import pytest
import xlsxwriter
import xlwt

from local_db.errors import ImportRefused
from local_db.importing import actions
from local_db.importing.model import ImportReport
from local_db.importing.readers import file_hash
from local_db.shop_file import Shop
from tests.local_db.importing.exports import NOW, TAOBAO_HEADERS, contents, taobao_row, write_csv

Import = Callable[..., ImportReport]
ROWS = [
    taobao_row(1),
    taobao_row(2, 买家实际支付金额="10.00"),
    taobao_row(3, 买家会员名="buyer1", 联系手机="'13900000001"),
]


def write_xlsx(path: Path, rows: Sequence[Sequence[object]], *, top: int = 0, sheets: Sequence[str] = ()) -> Path:
    with xlsxwriter.Workbook(
        str(path), {"default_date_format": "yyyy-mm-dd hh:mm:ss", "strings_to_formulas": False}
    ) as book:
        for name in sheets:
            book.add_worksheet(name).write_row(0, 0, ["说明", "无"])
        sheet = book.add_worksheet("订单")
        for number, row in enumerate(rows):
            sheet.write_row(top + number, 0, row)
    return path


def write_xls(path: Path, rows: Sequence[Sequence[str]]) -> Path:
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("订单")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            sheet.write(number, column, cell)
    book.save(str(path))
    return path


def with_wrong_dimension(path: Path) -> Path:
    """The same workbook claiming to have one row, as some platforms write it."""
    broken = path.with_name("wrong_dimension.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(broken, "w") as new:
        for item in old.namelist():
            data = old.read(item)
            if item.startswith("xl/worksheets/sheet"):
                data = re.sub(rb'<dimension ref="[^"]*"/>', b'<dimension ref="A1:AD1"/>', data)
                assert b"A1:AD1" in data
            new.writestr(item, data)
    return broken


def with_far_cell(path: Path, cell: str) -> Path:
    """The same workbook with one more cell far away from all others."""
    far = path.with_name("far.xlsx")
    row = re.findall(r"\d+", cell)[0].encode()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(far, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.namelist():
            data = old.read(item)
            if item.startswith("xl/worksheets/sheet"):
                assert b"</sheetData>" in data
                data = data.replace(b"</sheetData>", b'<row r="%b">%b</row></sheetData>' % (row, cell.encode()))
            new.writestr(item, data)
    return far


def text_file(path: Path, separator: str, encoding: str) -> Path:
    lines = [separator.join(row) for row in (TAOBAO_HEADERS, *ROWS)]
    path.write_bytes("\r\n".join(lines).encode(encoding))
    return path


FORMS: dict[str, Callable[[Path], Path]] = {
    "gb18030": lambda p: write_csv(p / "a.csv", ROWS),
    "utf-8": lambda p: write_csv(p / "a.csv", ROWS, encoding="utf-8"),
    "utf-8 with a mark": lambda p: write_csv(p / "a.csv", ROWS, encoding="utf-8-sig"),
    "utf-16 with a mark": lambda p: write_csv(p / "a.csv", ROWS, encoding="utf-16"),
    "utf-16 little-endian": lambda p: write_csv(p / "a.csv", ROWS, encoding="utf-16-le"),
    "utf-16 big-endian": lambda p: write_csv(p / "a.csv", ROWS, encoding="utf-16-be"),
    "named wrongly": lambda p: write_csv(p / "a.xlsx", ROWS),
    "tabs": lambda p: text_file(p / "a.txt", "\t", "gb18030"),
    "semicolons": lambda p: text_file(p / "a.csv", ";", "utf-8"),
    "xlsx": lambda p: write_xlsx(p / "a.xlsx", [TAOBAO_HEADERS, *ROWS]),
    "xlsx named csv": lambda p: write_xlsx(p / "a.csv", [TAOBAO_HEADERS, *ROWS]),
    "xlsx with a wrong dimension": lambda p: with_wrong_dimension(write_xlsx(p / "a.xlsx", [TAOBAO_HEADERS, *ROWS])),
    "xlsx on the second sheet": lambda p: write_xlsx(p / "a.xlsx", [TAOBAO_HEADERS, *ROWS], sheets=["说明"]),
    "xls": lambda p: write_xls(p / "a.xls", [TAOBAO_HEADERS, *ROWS]),
    "rows above": lambda p: write_csv(p / "a.csv", [[], ["导出时间", "2019"], TAOBAO_HEADERS, *ROWS], headers=["订单"]),
    "xlsx with blank rows above": lambda p: write_xlsx(p / "a.xlsx", [TAOBAO_HEADERS, *ROWS], top=4),
    "totals below": lambda p: write_csv(p / "a.csv", [*ROWS, [], ["总计", "", "9"], ["", "合计：", "99"]]),
    "blank columns behind": lambda p: write_csv(
        p / "a.csv", [[*row, "", ""] for row in ROWS], headers=[*TAOBAO_HEADERS, "", ""]
    ),
    "short rows": lambda p: write_csv(
        p / "a.csv", [row[:29] for row in ROWS], headers=[*TAOBAO_HEADERS, "关联货品编码", "货品名称"]
    ),
    "headers twice": lambda p: write_csv(
        p / "a.csv", [[*row, "别的"] for row in ROWS], headers=[*TAOBAO_HEADERS, "买家会员名"]
    ),
    "tabs around cells": lambda p: write_csv(p / "a.csv", [[f"\t{cell}\t" for cell in row] for row in ROWS]),
    "headers full-width": lambda p: write_csv(
        p / "a.csv", ROWS, headers=[f"\ufeff {header}　" for header in TAOBAO_HEADERS], encoding="utf-8"
    ),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_orders_however_the_file_comes(shop: Shop, bring_in: Import, tmp_path: Path, form: str) -> None:
    report = bring_in(FORMS[form](tmp_path))
    assert (report.orders, report.members, report.paid, report.skipped_rows) == (3, 2, 7735 + 1000 + 7735, 0)
    assert report.problems == ()
    numbers = [row[2] for row in contents(shop)["orders"]]
    assert numbers == ["190000000000000001", "190000000000000002", "190000000000000003"]
    assert {row[4] for row in contents(shop)["members"]} == {"13900000001", "13900000002"}


def test_the_file_of_one_form_again_in_another_changes_nothing(bring_in: Import, tmp_path: Path) -> None:
    bring_in(FORMS["gb18030"](tmp_path))
    again = bring_in(FORMS["xls"](tmp_path))
    assert (again.new_orders, again.updated_orders, again.unchanged_orders) == (0, 0, 3)


def test_dates_and_numbers_of_a_real_workbook(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    headers = ["买家昵称", "付款日期", "实付金额", "订单状态", "订单编号", "购买数量"]
    moment = datetime(2019, 1, 1, 0, 17, 59)  # noqa: DTZ001 - workbooks hold wall clocks
    rows = [["小明", moment, 186.0, "交易成功", 12345.0, 2.0], ["小红", moment, 1.1, "已完成", 123456.0, 1]]
    bring_in(write_xlsx(tmp_path / "a.xlsx", [headers, *rows]))
    orders = contents(shop)["orders"]
    assert [(o[2], o[5], o[7], o[8], o[10]) for o in orders] == [
        ("12345", "finished", 1546273079, 18600, 2),
        ("123456", "finished", 1546273079, 110, 1),
    ]


def test_long_numbers_that_a_spreadsheet_has_rounded_are_reported(bring_in: Import, tmp_path: Path) -> None:
    rows: list[list[object]] = [list(taobao_row(1)), list(taobao_row(2)), list(taobao_row(3))]
    rows[0][0], rows[1][0] = 190007381578716520.0, 190007381578716530.0  # now the same number
    report = bring_in(write_xlsx(tmp_path / "a.xlsx", [TAOBAO_HEADERS, *rows]))
    assert report.orders == 3
    assert [(p.row, p.column, p.code) for p in report.problems] == [
        (2, "订单编号", "precision_lost"),
        (3, "订单编号", "precision_lost"),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file_empty"),
        (b"\xef\xbb\xbf\r\n", "file_empty"),
        (b"\xff\xfe", "file_empty"),
        (b"\xfe\xff\x00\r\x00\n", "file_empty"),
        (b"," * 5000, "unknown_layout"),
        (b",,,\n,,,\n", "unknown_layout"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9, "not_a_table"),
        (b"%PDF-1.7\n" + bytes(range(128, 256)) * 99, "not_a_table"),
        (b"PK\x03\x04 and nothing else", "file_damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file_damaged"),
        ("你好,世界\r\n1,2\r\n".encode(), "unknown_layout"),
        (b"one line", "unknown_layout"),
        ("子订单编号,主订单编号,实付金额,付款时间\r\n1,2,3,2019-01-01\r\n".encode(), "unknown_layout"),
        ((",".join(TAOBAO_HEADERS) + "\r\n").encode(), "no_rows"),
    ],
)
def test_what_is_no_export_is_refused(shop: Shop, tmp_path: Path, content: bytes, code: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(ImportRefused) as refusal:
        actions.import_file(shop, path, now=NOW)
    assert refusal.value.code == code
    assert contents(shop)["orders"] == []


@pytest.mark.parametrize(
    ("place", "fits"),
    [("XFD1048576", False), ("XFD20000", False), ("DA1048576", False), ("XFD9", True), ("A90000", True)],
)
def test_a_workbook_with_a_far_cell_does_not_end_the_program(
    shop: Shop, bring_in: Import, tmp_path: Path, place: str, *, fits: bool
) -> None:
    book = write_xlsx(tmp_path / "a.xlsx", [TAOBAO_HEADERS, *ROWS])
    assert bring_in(with_far_cell(book, f'<c r="{place}" s="1"/>')).orders == 3  # nothing but a style
    path = with_far_cell(book, f'<c r="{place}" t="inlineStr"><is><t> </t></is></c>')
    if fits:
        assert bring_in(path).orders == 3
        return
    with pytest.raises(ImportRefused) as refusal:
        actions.import_file(shop, path, now=NOW)
    assert refusal.value.code == "sheet_too_large"


def test_a_missing_file_and_a_folder_are_refused(shop: Shop, tmp_path: Path) -> None:
    for path, code in ((tmp_path / "none.csv", "file_missing"), (tmp_path, "file_unreadable")):
        with pytest.raises(ImportRefused) as refusal:
            actions.import_file(shop, path, now=NOW)
        assert refusal.value.code == code


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no named pipes in folders")
@pytest.mark.parametrize("look", [actions.preview_file, file_hash])
def test_a_pipe_and_a_device_are_refused_at_once(tmp_path: Path, look: Callable[[Path], object]) -> None:
    os.mkfifo(tmp_path / "pipe.csv")
    for path in (tmp_path / "pipe.csv", Path("/dev/zero")):
        with pytest.raises(ImportRefused) as refusal:
            look(path)
        assert refusal.value.code == "file_unreadable"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems allow names that are text only")
def test_a_name_that_is_no_text_is_stored_as_well_as_can_be(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode("订单".encode("gb18030") + b".csv")
    assert bring_in(write_csv(path, ROWS)).orders == 3
    with shop.read() as connection:
        assert connection.execute("select file_name from imports").fetchone()[0].endswith("\ufffd.csv")


@pytest.mark.parametrize("change", [lambda old: old[:-9], lambda old: old.replace(b"77.35", b"77.36")])
def test_a_file_that_changes_while_it_is_read_is_refused(
    shop: Shop, tmp_path: Path, change: Callable[[bytes], bytes]
) -> None:
    path = write_csv(tmp_path / "a.csv", ROWS)
    moments = path.stat().st_mtime_ns

    def written_meanwhile(done: int, total: int) -> None:
        path.write_bytes(change(path.read_bytes()))
        os.utime(path, ns=(moments, moments))

    with pytest.raises(ImportRefused) as refusal:
        actions.import_file(shop, path, now=NOW, progress=written_meanwhile)
    assert refusal.value.code == "file_changed"
    assert contents(shop)["orders"] == []


def test_a_utf8_file_cut_within_a_character_stays_utf8(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [*ROWS, taobao_row(4, 打款商家金额="很好")], encoding="utf-8")
    path.write_bytes(path.read_bytes()[:-4])
    report = bring_in(path)
    assert report.orders == 4
    assert {row[2] for row in contents(shop)["lines"]} == {"猫粮"}


def with_quote(path: Path, rows: Sequence[Sequence[str]], **cells: str) -> Path:
    """A file in which the first row's cells stand as they are given, quotation marks and all."""
    lines = [TAOBAO_HEADERS, taobao_row(1, **cells), *rows]
    path.write_bytes("\r\n".join(",".join(line) for line in lines).encode("gb18030"))
    return path


@pytest.mark.parametrize(
    "header", ["买家会员名", "收货人姓名", "联系手机", "订单状态", "买家留言", "宝贝标题", "打款商家金额"]
)
@pytest.mark.parametrize("below", [20, 12_000])
def test_an_unclosed_quote_refuses_the_file(shop: Shop, tmp_path: Path, header: str, below: int) -> None:
    rows = [taobao_row(n, 订单编号=str(n)) for n in range(2, below)]
    path = with_quote(tmp_path / "a.csv", rows, **{header: '"喵喵'})
    with pytest.raises(ImportRefused) as refusal:
        actions.import_file(shop, path, now=NOW)
    assert (refusal.value.code, refusal.value.data["row"]) == ("unclosed_quote", 2)
    assert contents(shop)["members"] == []


@pytest.mark.parametrize("header", ["买家会员名", "收货人姓名", "联系手机"])
def test_a_row_that_swallowed_another_is_skipped(shop: Shop, bring_in: Import, tmp_path: Path, header: str) -> None:
    rows = [taobao_row(2, 订单编号="2", **{header: '乙"'}), taobao_row(3)]
    report = bring_in(with_quote(tmp_path / "a.csv", rows, **{header: '"甲'}))
    assert (report.orders, report.skipped_rows) == (1, 1)
    assert [(p.row, p.code) for p in report.problems] == [(2, "line_break")]
    assert [row[1] for row in contents(shop)["members"]] == ["buyer3"]


def test_texts_of_their_own_keep_their_line_breaks(bring_in: Import, tmp_path: Path) -> None:
    rows = [
        taobao_row(1, 买家留言="你好,\n" * 30, 宝贝标题="猫粮\n5kg", 收货地址="浙江省 杭州市\n西湖区"),
        taobao_row(2),
    ]
    report = bring_in(write_csv(tmp_path / "a.csv", rows))
    assert (report.orders, report.problems) == (2, ())


def test_a_line_break_in_a_nick_of_a_workbook_skips_its_row(bring_in: Import, tmp_path: Path) -> None:
    rows = [taobao_row(1, 买家会员名="甲\n乙\n丙\n丁\n戊"), taobao_row(2, 买家会员名="己\n")]
    report = bring_in(write_xlsx(tmp_path / "a.xlsx", [TAOBAO_HEADERS, *rows]))
    assert (report.orders, report.skipped_rows) == (1, 1)
    assert [(p.row, p.code) for p in report.problems] == [(2, "line_break")]


def test_shifted_rows_are_skipped(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [taobao_row(1), taobao_row(2)])
    path.write_bytes(path.read_bytes().replace(b"buyer1", b"buy,er1"))
    report = bring_in(path)
    assert (report.orders, report.skipped_rows) == (1, 1)
    assert [(p.row, p.code) for p in report.problems] == [(2, "extra_cells")]
    assert [row[1] for row in contents(shop)["members"]] == ["buyer2"]
    path = write_csv(tmp_path / "b.csv", [[*taobao_row(n), "x"] for n in range(3, 6)])
    report = bring_in(path)
    assert (report.orders, report.skipped_rows) == (0, 3)


def write_sheets(path: Path, sheets: dict[str, Sequence[Sequence[object]]], *, hidden: str = "") -> Path:
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            if name == hidden:
                sheet.hide()
    return path


def test_all_sheets_of_one_kind_are_read(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    backwards = [list(reversed(row)) for row in (TAOBAO_HEADERS, taobao_row(3, 买家实际支付金额="三"), taobao_row(4))]
    sheets = {
        "说明": [["说明", "无"]],
        "1月": [TAOBAO_HEADERS, taobao_row(1), taobao_row(2)],
        "2月": [["二月的订单"], [], *backwards],
        "3月": [TAOBAO_HEADERS[:20], taobao_row(5)[:20]],
        "旧": [TAOBAO_HEADERS, taobao_row(6)],
    }
    path = write_sheets(tmp_path / "a.xlsx", sheets, hidden="旧")
    report = bring_in(path)
    assert (report.orders, report.members, report.skipped_rows) == (5, 5, 0)
    assert [(p.sheet, p.row, p.code) for p in report.problems] == [
        ("", 0, "sheet_left_out"),
        ("2月", 4, "bad_money"),
    ]
    assert report.problems[0].data["sheet"] == "旧"
    assert sorted(row[1] for row in contents(shop)["members"]) == [f"buyer{n}" for n in range(1, 6)]
    preview = actions.preview_file(path)
    assert (preview.sheet, preview.row_numbers, preview.estimated_rows) == ("1月", (2, 3, 4, 5, 2), 5)


def test_a_sheet_of_another_kind_and_unnumbered_copies_are_left_out(bring_in: Import, tmp_path: Path) -> None:
    headers = ["买家昵称", "付款日期", "实付金额"]
    rows = [headers, ["小明", "2026-01-01", "10"]]
    report = bring_in(write_sheets(tmp_path / "a.xlsx", {"原始": rows, "副本": rows}))
    assert (report.orders, report.paid) == (1, 1000)
    assert [(p.code, p.data["sheet"]) for p in report.problems] == [("sheet_left_out", "副本")]


def test_formulas_that_failed_are_no_empty_cells(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        book.add_worksheet("说明")
        sheet = book.add_worksheet("订单 & 1")
        for number, row in enumerate([TAOBAO_HEADERS, *ROWS]):
            sheet.write_row(number, 0, [cell.lstrip("=") for cell in row])
        for header, row in (("买家实际支付金额", 1), ("订单付款时间 ", 2), ("买家会员名", 3)):
            sheet.write_formula(row, TAOBAO_HEADERS.index(header), "=1/0", None, "#DIV/0!")
    report = bring_in(tmp_path / "a.xlsx")
    assert [(p.row, p.column, p.code) for p in report.problems] == [
        (2, "买家实际支付金额", "bad_money"),
        (3, "订单付款时间", "bad_time"),
    ]
    assert "#N/A" not in str(contents(shop))
