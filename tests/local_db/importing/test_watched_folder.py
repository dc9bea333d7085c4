"""What a watched folder offers: whole files that are new, once."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from local_db.importing import watched_folder
from local_db.importing.model import ImportReport
from local_db.importing.watched_folder import FileState, is_export, settled
from local_db.settings import save_settings
from local_db.shop_file import Shop
from tests.local_db.importing.exports import taobao_row, write_csv

NOW = 1_800_000_000.0
A = FileState(Path("a.csv"), 10, NOW - 100)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Downloads"
    made.mkdir()
    return made


def put(folder: Path, name: str, content: bytes = b"a,b\n1,2\n", age: float = 60.0) -> Path:
    path = folder / name
    path.write_bytes(content)
    os.utime(path, (NOW - age, NOW - age))
    return path


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("a.csv", True), ("A.XLSX", True), ("a.zip", True), ("a.xls", True), ("a.txt", True),
        ("a.csv.crdownload", False), ("a.csv.part", False), ("a.tmp", False), ("a.xlsx.download", False),
        (".a.csv", False), ("~$a.xlsx", False), ("a.pdf", False), ("noending", False),
    ],
)  # fmt: skip
def test_only_whole_tables_are_looked_at(name: str, *, wanted: bool) -> None:
    assert is_export(name) is wanted


@pytest.mark.parametrize(
    ("state", "before", "quiet"),
    [
        (A, (), True),
        (A._replace(changed=NOW - 1), (), False),  # written a moment ago
        (A._replace(changed=NOW - 1), (A._replace(changed=NOW - 1),), True),  # and not since
        (A._replace(changed=NOW - 1), (A._replace(size=5),), False),
        (A._replace(changed=NOW + 500), (), True),  # another computer's clock
        (A._replace(size=0, changed=NOW - 1), (), False),
        (A._replace(size=0), (), False),
    ],
)
def test_a_file_is_left_until_it_is_quiet(state: FileState, before: tuple[FileState, ...], *, quiet: bool) -> None:
    found, waiting = settled([state], before, NOW)
    assert found == ([state] if quiet else [])
    assert bool(waiting) is (not quiet and state.changed > NOW - 30)


def test_new_files_are_offered_once(shop: Shop, folder: Path) -> None:
    first = put(folder, "a.csv")
    found = watched_folder.look(shop, folder, {}, NOW)
    assert (found.new, found.waiting) == ((first,), False)
    assert watched_folder.look(shop, folder, found.hashes, NOW).new == ()
    assert watched_folder.look(shop, folder, {}, NOW).new == ()  # the next start
    second = put(folder, "b.csv", b"c,d\n3,4\n")
    assert watched_folder.look(shop, folder, found.hashes, NOW).new == (second,)


def test_a_changed_file_is_new_and_a_copied_one_is_not(shop: Shop, folder: Path) -> None:
    put(folder, "a.csv")
    found = watched_folder.look(shop, folder, {}, NOW)
    put(folder, "a (1).csv")
    assert watched_folder.look(shop, folder, found.hashes, NOW).new == ()
    changed = put(folder, "a.csv", b"a,b\n1,3\n", age=50)
    assert watched_folder.look(shop, folder, found.hashes, NOW).new == (changed,)


def test_what_was_imported_is_not_offered(shop: Shop, folder: Path, bring_in: Callable[..., ImportReport]) -> None:
    path = write_csv(folder / "a.csv", [taobao_row(1)])
    os.utime(path, (NOW - 60, NOW - 60))
    bring_in(path)
    assert watched_folder.look(shop, folder, {}, NOW).new == ()
    watched_folder.forget(shop)
    assert watched_folder.look(shop, folder, {}, NOW).new == ()


def test_looking_again_offers_what_was_not_imported(shop: Shop, folder: Path) -> None:
    path = put(folder, "a.csv")
    watched_folder.look(shop, folder, {}, NOW)
    watched_folder.forget(shop)
    assert watched_folder.look(shop, folder, {}, NOW).new == (path,)


def test_a_download_under_way_is_waited_for(shop: Shop, folder: Path) -> None:
    put(folder, "a.csv.crdownload", age=0)
    path = put(folder, "b.csv", age=0.5)
    found = watched_folder.look(shop, folder, {}, NOW)
    assert (found.new, found.waiting) == ((), True)
    assert watched_folder.look(shop, folder, found.hashes, NOW + 10).new == (path,)


def test_old_files_and_folders_are_let_be(shop: Shop, folder: Path) -> None:
    put(folder, "old.csv", age=watched_folder.OLDEST_SECONDS + 1)
    (folder / "deeper.csv").mkdir()
    assert watched_folder.look(shop, folder, {}, NOW).new == ()
    assert watched_folder.files_in(folder / "gone") == ()


def test_only_so_many_are_kept_in_mind(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watched_folder, "MOST_SEEN", 3)
    for number in range(6):
        watched_folder.remember(shop, [f"{number:064d}"[::-1]])
    assert len(watched_folder.seen(shop)) == 3


def test_the_settings_say_what_is_watched(shop: Shop, folder: Path) -> None:
    assert watched_folder.watched(shop) == (None, False)
    save_settings(shop, {"watched_folder": str(folder), "watched_automatic": True})
    assert watched_folder.watched(shop) == (folder, True)
    save_settings(shop, {"watched_folder": str(folder / "gone")})
    assert watched_folder.watched(shop) == (None, True)
