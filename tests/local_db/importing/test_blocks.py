"""Files cut as bytes: the cells are those of the CSV reader, whatever stands in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local_db.errors import ImportRefused
from local_db.importing import blocks, readers
from local_db.importing.blocks import Block
from local_db.importing.readers import Row, TextTable

# What can go wrong: marks of a CSV file, halves of characters in either encoding, digits that may belong to one.
_PIECES = (
    b",", b",", b",", b"\n", b"\r\n", b"\r\n", b"\r", b'"', b'""', b"\t", b";", b"\0", b" ", b"0", b"2024-01-02", b"x",
    "客户".encode("gb18030"), "客户".encode(), b"\x81", b"\x810", b"\x810\x81", b"\x810\x810", b"\xff", b"\xe5\xae",
    b"\xef\xbb\xbf",
)  # fmt: skip
_PLAIN = st.lists(st.sampled_from((b"a,b,c\r\n", b",,\n", "客,户,1\n".encode("gb18030"), b"1,2,3\r\n")), max_size=12)


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks, "LARGE", 0)
    monkeypatch.setattr(blocks, "BLOCK", 16)


def _table(path: Path, encoding: str, separator: str = ",") -> TextTable:
    return TextTable(path, encoding, "replace", separator, 1)


def _both(table: TextTable, width: int) -> tuple[list[Row], list[Row]]:
    """The rows as blocks and chunks have them, and as chunks alone."""
    found: list[Row] = []
    for portion in blocks.portions(table, width):
        found += [portion.row(n) for n in range(len(portion))] if isinstance(portion, Block) else portion.rows
    return found, [row for chunk in table.chunks() for row in chunk.rows]


@given(
    before=_PLAIN,
    pieces=st.lists(st.sampled_from(_PIECES), max_size=40),
    after=_PLAIN,
    encoding=st.sampled_from(("utf-8", "utf-8-sig", "gb18030")),
    separator=st.sampled_from((",", "\t", ";")),
    width=st.integers(1, 4),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_the_cells_are_those_of_the_csv_reader(
    tmp_path: Path, small_blocks: None, before: list[bytes], pieces: list[bytes], after: list[bytes], encoding: str,
    separator: str, width: int,
) -> None:  # fmt: skip
    path = tmp_path / "orders.csv"
    path.write_bytes(b"".join((*before, *pieces, *after)).replace(b",", separator.encode()))
    found, expected = _both(_table(path, encoding, separator), width)
    assert found == expected


def test_plain_rows_are_cut_and_others_are_not(tmp_path: Path, small_blocks: None) -> None:
    path = tmp_path / "orders.csv"
    plain = ["aaaaaaa,bbbbbbb"] * 4
    path.write_text("\n".join([*plain, '"a,b",c', "", "short", "a,b,c", *plain]) + "\n")
    portions = list(blocks.portions(_table(path, "utf-8"), 2))
    cut = [portion.row(0) for portion in portions if isinstance(portion, Block)]
    assert len(cut) == 6  # all but the first portion and the last
    assert set(map(tuple, cut)) == {("aaaaaaa", "bbbbbbb")}


def test_an_empty_line_is_no_row_of_one_empty_cell(tmp_path: Path, small_blocks: None) -> None:
    path = tmp_path / "nicks.csv"
    path.write_text("\n".join(["aaaaaaa", "bbbbbbb", "ccccccc", "ddddddd", "", "eeeeeee", "fffffff", "ggggggg"]) + "\n")
    found, expected = _both(_table(path, "utf-8"), 1)
    assert found == expected
    assert [] in found


def test_a_carriage_return_within_a_line_is_for_the_csv_reader() -> None:
    assert blocks.plain_block(b"\rx\r\n", b",", 2, "utf-8") is None
    assert blocks.plain_block(b",x\r\n", b",", 2, "utf-8") is not None


def test_lines_are_counted_where_a_cell_runs_over_several(tmp_path: Path, small_blocks: None) -> None:
    path = tmp_path / "orders.csv"
    path.write_text('a,b\nc,"one\ntwo\nthree and four and five\n"\nd,e\nf,g\n')
    chunks = [p for p in blocks.portions(_table(path, "utf-8"), 2) if not isinstance(p, Block)]
    assert sum(chunk.lines - len(chunk.rows) for chunk in chunks) == 3


def test_columns_stand_side_by_side() -> None:
    block = blocks.plain_block("1,客,\r\n2,户,x\r\n".encode("gb18030"), b",", 3, "gb18030")
    assert block is not None
    assert len(block) == 2
    columns = [blocks.decoded(block.column(place), "gb18030") for place in range(3)]
    assert columns == [["1", "2"], ["客", "户"], ["", "x"]]


def test_a_quotation_mark_that_never_ends_is_refused_at_its_row(
    tmp_path: Path, small_blocks: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readers, "_CELL_LIMIT", 100)
    path = tmp_path / "orders.csv"
    path.write_text("aaaaaaa,bbbbbbb\n" * 5 + 'c,"d\n' + "aaaaaaa,bbbbbbb\n" * 20)
    with pytest.raises(ImportRefused) as refusal:
        list(blocks.portions(_table(path, "utf-8"), 2))
    assert (refusal.value.code, refusal.value.data["row"]) == ("unclosed_quote", 6)
