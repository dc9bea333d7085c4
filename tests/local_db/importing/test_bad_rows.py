"""Bad rows go out with their cells as they stood and a reason, and come in again once they are mended."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from local_db.errors import ImportRefused
from local_db.importing import actions, bad_rows, problems
from local_db.importing.archive import expand
from local_db.importing.model import ImportReport, Problem
from local_db.importing.plain_list import Of, profile_for
from local_db.importing.reasons import REASON_HEADERS
from local_db.shop_file import Shop
from tests.local_db.importing.exports import TAOBAO_HEADERS, contents, taobao_row, write_csv
from tests.local_db.importing.test_archive import zipped
from tests.local_db.importing.test_files import write_xlsx

Import = Callable[..., ImportReport]
REASON = REASON_HEADERS[0]


def reason(found: Sequence[Problem]) -> str:
    return "+".join(problem.code for problem in found)


def saved(shop: Shop, path: Path, out: Path, **more: object) -> list[list[str]]:
    """The rows that were saved, the header first."""
    count = actions.save_bad_rows(shop, path, out, reason_header=REASON, reason=reason, **more)  # type: ignore[arg-type]
    rows = cells(out)
    assert len(rows) == count + 1
    return rows


def cells(path: Path) -> list[list[str]]:
    if path.suffix == ".xlsx":
        sheet = CalamineWorkbook.from_path(path).get_sheet_by_index(0)
        return [[str(cell) for cell in row] for row in sheet.to_python()]
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


BROKEN = [
    taobao_row(1),
    taobao_row(2, 买家实际支付金额="很多"),
    taobao_row(3, 订单付款时间="昨天", 联系手机="12"),
    [*taobao_row(4), "多出来的"],
    taobao_row(5),
]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_exactly_the_rows_with_problems_come_out(shop: Shop, bring_in: Import, tmp_path: Path, suffix: str) -> None:
    path = write_csv(tmp_path / "a.csv", BROKEN)
    report = bring_in(path)
    rows = saved(shop, path, tmp_path / f"bad.{suffix}")
    assert rows[0][1 : len(TAOBAO_HEADERS) + 1] == list(TAOBAO_HEADERS)
    assert [row[0] for row in rows[1:]] == ["bad_money", "bad_time+bad_phone", "extra_cells"]
    assert [row[1 : len(TAOBAO_HEADERS) + 1] for row in rows[1:]] == [row[: len(TAOBAO_HEADERS)] for row in BROKEN[1:4]]
    assert rows[3][len(TAOBAO_HEADERS) + 1] == "多出来的"
    assert {problem.row for problem in report.problems} == {3, 4, 5}


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_mended_rows_complete_the_shop(shop: Shop, bring_in: Import, tmp_path: Path, suffix: str) -> None:
    bring_in(write_csv(tmp_path / "a.csv", BROKEN))
    rows = saved(shop, tmp_path / "a.csv", tmp_path / f"bad.{suffix}")
    mended = [rows[0], *(row[: len(TAOBAO_HEADERS) + 1] for row in rows[1:])]
    money = rows[0].index("买家实际支付金额")
    mended[1][money] = "12.00"
    mended[2][rows[0].index("订单付款时间 ")] = "2018-12-31 15:00:00"
    mended[2][rows[0].index("联系手机")] = "13900000003"
    out = tmp_path / "mended.csv"
    if suffix == "xlsx":
        write_xlsx(out, mended)
    else:
        write_csv(out, mended[1:], headers=mended[0], encoding="utf-8-sig")
    report = bring_in(out)
    assert report.problems == ()
    assert (report.new_orders, report.updated_orders) == (1, 2)
    assert len(contents(shop)["orders"]) == 5


def test_a_file_without_problems_gives_a_header_alone(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    bring_in(write_csv(tmp_path / "a.csv", [taobao_row(1)]))
    assert saved(shop, tmp_path / "a.csv", tmp_path / "bad.csv") == [[REASON, *TAOBAO_HEADERS]]


def test_every_bad_row_comes_out_and_not_only_those_that_are_told(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [taobao_row(n, 买家实际支付金额="x") for n in range(1, problems.MOST + 51)])
    report = bring_in(path)
    assert len(report.problems) == problems.MOST + 1
    assert len(saved(shop, path, tmp_path / "bad.csv")) == problems.MOST + 51


def test_a_column_of_reasons_is_replaced(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "a.csv", [["alt", *row[:30]] for row in BROKEN[1:3]], headers=[REASON_HEADERS[1], *TAOBAO_HEADERS]
    )
    bring_in(path)
    rows = saved(shop, path, tmp_path / "bad.csv")
    assert rows[0] == [REASON, *TAOBAO_HEADERS]
    assert rows[1] == ["bad_money", *BROKEN[1]]


def test_an_order_of_several_rows_goes_out_whole(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    head = ["Name", "Email", "Financial Status", "Paid at", "Currency", "Subtotal", "Total", "Created at",
            "Lineitem quantity", "Lineitem name", "Lineitem price", "Id"]  # fmt: skip
    first = ["#1001", "a@b.com", "paid", "2025-10-22 12:58:38 +0530", "USD", "30", "30", "2025-10-22 12:58:38 +0530"]
    rows = [
        [*first, "1", "Ball", "10", "11"],
        ["#1001", "a@b.com", "", "", "", "", "", "2025-10-22 12:58:38 +0530", "viele", "Fish", "20", ""],
        ["#1002", *first[1:], "1", "Mouse", "30", "12"],
    ]
    path = write_csv(tmp_path / "orders.csv", rows, headers=head, encoding="utf-8")
    bring_in(path)
    out = saved(shop, path, tmp_path / "bad.csv")
    assert [row[:2] for row in out[1:]] == [["", "#1001"], ["bad_number", "#1001"]]


def test_a_list_without_a_header_gets_one(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("\n".join(["13800138001", "12", *(f"1380013800{n}" for n in range(2, 8))]), encoding="utf-8")
    profile = profile_for(path, Of.MEMBERS)
    bring_in(path, profile=profile)
    rows = saved(shop, path, tmp_path / "bad.csv", profile=profile)
    assert rows[0] == [REASON, "phone"]
    assert rows[1][1] == "12"
    (tmp_path / "mended.csv").write_text(f"{REASON},phone\nbad_phone,13800138009\n", encoding="utf-8-sig")
    mended = profile_for(tmp_path / "mended.csv", Of.MEMBERS)
    assert bring_in(tmp_path / "mended.csv", profile=mended).new_members == 1


def test_bad_rows_of_a_file_in_a_zip(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    content = write_csv(tmp_path / "a.csv", BROKEN).read_bytes()
    [member] = expand([zipped(tmp_path / "a.zip", {"a.csv": content})])
    bring_in(member)
    assert len(saved(shop, member, tmp_path / "bad.csv")) == 4  # type: ignore[arg-type]


def test_sheets_are_put_under_one_header(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "two.xlsx"
    swapped = [*reversed(TAOBAO_HEADERS)]
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        for headers, row in ((TAOBAO_HEADERS, taobao_row(1, 买家实际支付金额="x")),
                             (swapped, [*reversed(taobao_row(2, 买家实际支付金额="y"))])):  # fmt: skip
            sheet = book.add_worksheet()
            sheet.write_row(0, 0, headers)
            sheet.write_row(1, 0, row)
    bring_in(path)
    rows = saved(shop, path, tmp_path / "bad.csv")
    assert [row[1:] for row in rows] == [
        list(TAOBAO_HEADERS), taobao_row(1, 买家实际支付金额="x"), taobao_row(2, 买家实际支付金额="y"),
    ]  # fmt: skip


def test_no_cell_becomes_a_formula(shop: Shop, bring_in: Import, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "a.csv", [taobao_row(1, 买家实际支付金额="x", 买家会员名='=HYPERLINK("http://x","y")')])
    bring_in(path)
    row = saved(shop, path, tmp_path / "bad.csv")[1]
    assert row[2] == '\'=HYPERLINK("http://x","y")'
    assert row[1] == '="190000000000000001"'


def test_too_many_rows_for_a_workbook_are_refused(
    shop: Shop, bring_in: Import, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bad_rows, "MOST_IN_WORKBOOK", 1)
    path = write_csv(tmp_path / "a.csv", BROKEN)
    bring_in(path)
    for out, code in ((tmp_path / "bad.xlsx", "too_many_rows"), (tmp_path / "nowhere" / "bad.csv", "not_written")):
        with pytest.raises(ImportRefused) as refused:
            saved(shop, path, out)
        assert refused.value.code == code
    assert list(tmp_path.glob("bad*")) == []
