"""A folder is there as a whole or not at all, whatever it is called."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from local_db.campaigns import leftovers
from local_db.documents import folder as folders
from local_db.documents.folder import write_folder
from local_db.errors import DocumentError, PrepareError
from local_db.settings import read_setting
from local_db.shop_file import Shop, open_shop
from tests.new_shop import new_shop

LONGEST = 85 * "好"  # 255 bytes: the longest name on most systems


def test_the_longest_name_there_can_be(tmp_path: Path) -> None:
    folder = tmp_path / LONGEST
    assert write_folder(folder, {"a.json": b"1"}) == (folder / "a.json",)
    assert [path.name for path in tmp_path.iterdir()] == [LONGEST]
    with pytest.raises(DocumentError, match="folder_taken"):
        write_folder(folder, {"a.json": b"2"})


def test_a_name_that_is_too_long_is_a_failure_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(PrepareError, match="write_failed"):
        write_folder(tmp_path / (LONGEST + "好"), {"a.json": b"1"})
    assert not list(tmp_path.iterdir())


def under_way(shop: Shop) -> object:
    with shop.read() as connection:
        return read_setting(connection, "folders_under_way")


def test_nothing_is_remembered_of_a_folder_that_is_done_or_failed(tmp_path: Path) -> None:
    with new_shop(tmp_path / "shop.regulars") as shop:
        write_folder(tmp_path / "a", {"a.json": b"1"}, shop)
        with pytest.raises(DocumentError, match="folder_taken"):
            write_folder(tmp_path / "a", {"a.json": b"2"}, shop)
        assert under_way(shop) == ""


def test_of_two_folders_under_way_the_one_that_is_done_is_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with new_shop(tmp_path / "shop.regulars") as shop, leftovers.folder_under_way(shop, tmp_path / ".x.unfinished"):
        before = under_way(shop)
        seen: list[object] = []
        rename = folders._rename
        monkeypatch.setattr(folders, "_rename", lambda *paths: (seen.append(under_way(shop)), rename(*paths)))
        write_folder(tmp_path / "a", {"a.json": b"1"}, shop)
        assert len(str(seen[0])) > len(str(before))
        assert under_way(shop) == before


KILLED = """
import os, sys
from pathlib import Path
from local_db.documents import folder
from local_db.shop_file import ShopKey, open_shop

folder._rename = lambda *_: os.kill(os.getpid(), 9)
path, raw, salt = sys.argv[1:]
with open_shop(Path(path), ShopKey(bytes.fromhex(raw), bytes.fromhex(salt))) as shop:
    folder.write_folder(Path(path).parent / "会员卡", {"a.json": b"1"}, shop)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_what_a_killed_program_left_of_a_folder_goes_and_nothing_else(tmp_path: Path) -> None:
    others = tmp_path / ".0123456789abcdef.unfinished"
    others.mkdir()
    path = tmp_path / "shop.regulars"
    with new_shop(path) as shop:
        key = shop.key
    argv = [sys.executable, "-c", KILLED, str(path), key.raw.hex(), key.salt.hex()]
    assert subprocess.run(argv, check=False).returncode == -9
    assert len(list(tmp_path.glob(".*.unfinished"))) == 2
    with open_shop(path, key) as shop:
        for _ in range(2):
            leftovers.clear_folders(shop)
            assert list(tmp_path.glob(".*.unfinished")) == [others]
        assert under_way(shop) == ""
