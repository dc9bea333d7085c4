"""Zips and folders as the export files in them, read in place."""

from __future__ import annotations

import io
import os
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_db.errors import ImportRefused
from local_db.importing import actions, archive
from local_db.importing.archive import ExportFile, Member, Unusable, expand, file_name
from local_db.importing.model import REFUSAL_CODES, ImportReport
from local_db.importing.readers import file_hash, open_sources
from local_db.shop_file import Shop
from tests.local_db.importing.exports import NOW, TAOBAO_HEADERS, contents, taobao_row, write_csv
from tests.local_db.importing.test_files import write_xls, write_xlsx

Import = Callable[..., ImportReport]
ROWS = [taobao_row(number) for number in range(1, 6)]


def zipped(path: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return path


def zipped_in_gbk(path: Path, name: str, content: bytes) -> Path:
    """As Chinese Windows writes it: the name in GBK, without the sign that says UTF-8."""
    raw = name.encode("gb18030")
    stand_in = "x" * len(raw)
    zipped(path, {stand_in: content})
    data = path.read_bytes()
    assert data.count(stand_in.encode()) == 2
    path.write_bytes(data.replace(stand_in.encode(), raw))
    return path


@pytest.fixture
def files(tmp_path: Path) -> dict[str, bytes]:
    folder = tmp_path / "plain"
    folder.mkdir()
    return {
        "csv": write_csv(folder / "a.csv", ROWS).read_bytes(),
        "xlsx": write_xlsx(folder / "a.xlsx", [TAOBAO_HEADERS, *ROWS]).read_bytes(),
        "xls": write_xls(folder / "a.xls", [TAOBAO_HEADERS, *ROWS]).read_bytes(),
        "utf-16": write_csv(folder / "b.csv", ROWS, encoding="utf-16").read_bytes(),
    }


@pytest.mark.parametrize("form", ["csv", "xlsx", "xls", "utf-16"])
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_file_in_a_zip_is_the_file(
    bring_in: Import, files: dict[str, bytes], tmp_path: Path, form: str, method: int
) -> None:
    name = "订单.csv" if form == "utf-16" else f"订单.{form}"
    [member] = expand([zipped(tmp_path / "a.zip", {name: files[form]}, method)])
    assert isinstance(member, Member)
    report = bring_in(member)
    assert (report.orders, report.paid, report.problems) == (5, 5 * 7735, ())


def test_a_zip_gives_the_same_shop_as_its_files(
    shop: Shop, bring_in: Import, files: dict[str, bytes], tmp_path: Path
) -> None:
    for file in expand([zipped(tmp_path / "a.zip", {"x/one.csv": files["csv"], "x/two.xlsx": files["xlsx"]})]):
        bring_in(file)
    inside = contents(shop)
    again = bring_in(tmp_path / "plain" / "a.xls")
    assert (again.new_orders, again.unchanged_orders) == (0, 5)
    assert contents(shop) == inside


def test_what_is_no_export_is_left_out(files: dict[str, bytes], tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "a.zip",
        {
            "__MACOSX/._订单.csv": b"x", ".DS_Store": b"x", "readme.pdf": b"x", "folder/": b"",
            "folder/deeper/订单.csv": files["csv"], "~$订单.xlsx": b"x", "说明.docx": b"x",
        },
    )  # fmt: skip
    assert [file_name(file) for file in expand([path])] == ["a.zip/folder/deeper/订单.csv"]


@pytest.mark.parametrize("maker", [zipped_in_gbk, lambda path, name, data: zipped(path, {name: data})])
def test_chinese_names_are_read(files: dict[str, bytes], tmp_path: Path, maker: Callable[..., Path]) -> None:
    [member] = expand([maker(tmp_path / "a.zip", "十一月订单列表.csv", files["csv"])])
    assert member.name == "十一月订单列表.csv"


def test_names_that_lead_out_of_the_archive_lead_nowhere(files: dict[str, bytes], tmp_path: Path) -> None:
    [member] = expand([zipped(tmp_path / "a.zip", {"../../etc/a.csv": files["csv"]})])
    assert file_name(member) == "a.zip/etc/a.csv"


def refusal(path: Path) -> str:
    [entry] = expand([path])
    assert isinstance(entry, Unusable)
    return entry.refusal.code


def test_a_locked_archive_says_so(files: dict[str, bytes], tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.csv": files["csv"]})
    data = bytearray(path.read_bytes())
    place = data.index(b"PK\x01\x02")
    data[place + 8 : place + 10] = struct.pack("<H", 1)
    path.write_bytes(data)
    assert refusal(path) == "archive_locked"


def test_an_archive_that_swells_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(zipped(tmp_path / "a.zip", {"a.csv": b"0" * (65 << 20)})) == "archive_too_large"
    monkeypatch.setattr(archive, "MOST_BYTES", 1000)
    assert refusal(zipped(tmp_path / "b.zip", {"a.csv": os.urandom(1001)})) == "archive_too_large"


def test_a_workbook_too_large_for_memory_is_refused(
    files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_IN_MEMORY", 1000)
    [member] = expand([zipped(tmp_path / "a.zip", {"a.xlsx": files["xlsx"]})])
    with pytest.raises(ImportRefused) as refused:
        open_sources(member)
    assert refused.value.code == "archive_too_large"


def test_archives_without_tables_and_with_too_many_are_refused(tmp_path: Path) -> None:
    assert refusal(zipped(tmp_path / "a.zip", {"a.pdf": b"x"})) == "nothing_to_import"
    assert refusal(zipped(tmp_path / "b.zip", {})) == "nothing_to_import"
    many = {f"{number}.csv": b"a,b" for number in range(archive.MOST_FILES + 1)}
    assert refusal(zipped(tmp_path / "c.zip", many)) == "too_many_files"


def test_other_archives_and_archives_in_archives_are_named_for_what_they_are(
    files: dict[str, bytes], tmp_path: Path
) -> None:
    inner = zipped(tmp_path / "inner.zip", {"a.csv": files["csv"]})
    [member] = expand([zipped(tmp_path / "a.zip", {"inner.zip": inner.read_bytes()})])
    (tmp_path / "a.rar").write_bytes(b"Rar!\x1a\x07\x01\x00" + bytes(100))
    for file in (member, inner, tmp_path / "a.rar"):
        with pytest.raises(ImportRefused) as refused:
            open_sources(file)
        assert refused.value.code == "packed_archive"


def test_a_folder_is_the_tables_in_it(files: dict[str, bytes], tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    for name in ("b.csv", "a.csv", "deep/c.txt", "photo.jpg", ".hidden.csv", ".git/d.csv"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(files["csv"])
    zipped(folder / "deep" / "z.zip", {"e.csv": files["csv"]})
    named = [file_name(file) for file in expand([folder])]
    assert named == ["a.csv", "b.csv", "c.txt", "z.zip/e.csv"]
    empty = tmp_path / "empty"
    empty.mkdir()
    assert refusal(empty) == "nothing_to_import"


def test_a_named_file_is_taken_whatever_it_is(tmp_path: Path) -> None:
    missing, photo = tmp_path / "gone.csv", tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff" + bytes(50))
    assert expand([missing, photo]) == [missing, photo]


def test_the_hash_is_of_the_file_within(files: dict[str, bytes], tmp_path: Path) -> None:
    [member] = expand([zipped(tmp_path / "a.zip", {"a.csv": files["csv"]})])
    assert file_hash(member) == file_hash(tmp_path / "plain" / "a.csv")


@settings(max_examples=150, deadline=None)
@given(data=st.binary(max_size=400), seed=st.integers(0, 2**32))
def test_a_damaged_archive_is_refused_and_never_fails(
    data: bytes, seed: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    dice = random.Random(seed)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", dice.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as archive_:
        archive_.writestr("a.csv", data)
        archive_.writestr("文/b.csv", b"x,y\n1,2\n" * 30)
    content = bytearray(made.getvalue())
    for _ in range(dice.randrange(1, 5)):
        content[dice.randrange(len(content))] = dice.randrange(256)
    path = tmp_path_factory.mktemp("zip") / "a.zip"
    path.write_bytes(content[: dice.randrange(len(content) // 2, len(content) + 1)])
    assert {read_through(entry) for entry in expand([path])} <= {"read", *REFUSAL_CODES}


def read_through(entry: ExportFile | Unusable) -> str:
    """How reading all of it ends."""
    if isinstance(entry, Unusable):
        return entry.refusal.code
    try:
        for source in open_sources(entry):
            sum(len(chunk.rows) for chunk in source.chunks())
    except ImportRefused as refused:
        return refused.code
    return "read"


def test_a_member_changes_nothing_about_all_or_nothing(shop: Shop, files: dict[str, bytes], tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.csv": files["csv"]}, zipfile.ZIP_STORED)
    [member] = expand([path])
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 0xFF  # the archive's check sum no longer fits
    path.write_bytes(data)
    with pytest.raises(ImportRefused) as refused:
        actions.import_file(shop, member, now=NOW)
    assert refused.value.code == "file_damaged"
    assert contents(shop)["orders"] == []
