import csv
import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.campaigns.hand_off import SHEET_ROWS, HandOffFormat, dialled, file_names, write
from local_db.campaigns.model import HandOffHeaders
from local_db.campaigns.store import AudienceRow
from local_db.errors import PrepareError
from local_db.spreadsheet_cell import safe_cell

NOW = datetime(2026, 11, 22, tzinfo=UTC)
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("你好", "你好"),
        ("=1+1", "'=1+1"),
        ("+86", "'+86"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "' x"),
        ("\r=1", "' =1"),
        ("\n=1", "' =1"),
        ("  =1", "'  =1"),
        ("＝1", "'＝1"),
        ("\n\tx", "  x"),
        ("\x00=1", "'=1"),
        ("a\x1b[31mb\x00\x9bc\uffff", "a[31mbc"),
        ("a\r\nb\nc", "a b c"),
        ("1=1", "1=1"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula_or_more_than_a_line(text, written):
    assert safe_cell(text) == written


@given(st.text(max_size=30))
def test_no_cell_begins_a_formula(text):
    assert not safe_cell(text).lstrip(" ").startswith(DANGEROUS)
    assert not {"\r", "\n"} & set(safe_cell(text))


@pytest.mark.parametrize(("number", "written"), [("+14155550123", "14155550123"), ("13800138000", "13800138000")])
def test_numbers_go_without_a_plus(number, written):
    assert dialled(number) == written


@pytest.mark.parametrize(("count", "names"), [(0, []), (1, ["a.b.csv"]), (2, ["a.b-1.csv", "a.b-2.csv"])])
def test_names_are_numbered_when_there_are_several(count, names):
    assert [path.name for path in file_names(Path("a.b.csv"), count)] == names


@given(
    texts=st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=20), min_size=1, max_size=12),
    split=st.one_of(st.none(), st.integers(1, 5)),
    encoding=st.sampled_from(["utf-8-sig", "gb18030"]),
)
def test_every_row_is_in_exactly_one_file(tmp_path_factory, texts, split, encoding):
    folder = tmp_path_factory.mktemp("out")
    rows = [AudienceRow(number, number, f"+1415555{number:04}", text, 1) for number, text in enumerate(texts)]
    files = write(rows, HandOffFormat(folder / "a.csv", HandOffHeaders(), encoding, split), now=NOW)
    found = []
    for file in files:
        content = list(csv.reader(io.StringIO(file.temporary.read_bytes().decode(encoding), newline="")))
        assert content[0] == ["phone", "text", "parts"]
        assert len(content) - 1 <= (split or len(rows))
        found += content[1:]
    assert found == [[row.phone[1:], safe_cell(row.text), "1"] for row in rows]


def test_a_sheet_holds_only_so_many_rows(tmp_path):
    rows = [AudienceRow(1, 1, "13800138000", "x", 1)] * SHEET_ROWS
    with pytest.raises(PrepareError) as caught:
        write(rows, HandOffFormat(tmp_path / "a.xlsx", HandOffHeaders()), now=NOW)
    assert caught.value.code == "too_many_rows"
    assert list(tmp_path.iterdir()) == []


def test_a_formula_stays_a_text_in_a_sheet(tmp_path):
    from python_calamine import CalamineWorkbook

    how = HandOffFormat(tmp_path / "a.xlsx", HandOffHeaders("=A1"))
    (file,) = write([AudienceRow(1, 1, "13800138000", "=1+1", 2)], how, now=NOW)
    with file.temporary.open("rb") as content:
        sheet = CalamineWorkbook.from_filelike(content).get_sheet_by_index(0).to_python()
    assert sheet == [["'=A1", "text", "parts"], ["13800138000", "'=1+1", "2"]]
