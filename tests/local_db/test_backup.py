"""Backups are whole, encrypted, thinned by age, and open again."""

from __future__ import annotations

import signal
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db import backup
from local_db.errors import ShopFileError
from local_db.shop_file import Shop, ShopKey, create_shop, dbapi2, open_shop, read_salt, speaking_of

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with create_shop(tmp_path / "shop.regulars", ShopKey.random()) as opened:
        with opened.write() as connection:
            connection.executemany("insert into tags(name) values (?)", [[f"标签{n}"] for n in range(1000)])
        yield opened


def test_a_backup_holds_every_committed_row_and_opens_with_the_same_key(shop: Shop) -> None:
    made = backup.back_up(shop, NOW)
    with open_shop(made, shop.key) as copy, copy.read() as connection:
        assert connection.execute("select count(*) from tags").fetchone() == (1000,)


def test_a_backup_is_encrypted(shop: Shop) -> None:
    content = backup.back_up(shop, NOW).read_bytes()
    assert "标签".encode() not in content
    assert b"create table" not in content.lower()


def test_a_backup_can_go_to_another_folder(shop: Shop, tmp_path: Path) -> None:
    assert backup.back_up(shop, NOW, tmp_path / "stick").parent == tmp_path / "stick"
    assert backup.list_backups(shop.path) == []


def test_a_copy_opens_with_its_passphrase_and_nothing_else(shop: Shop, tmp_path: Path) -> None:
    copy = backup.copy_with_passphrase(shop, tmp_path / "copy.regulars", "芝麻开门八个字")
    key = ShopKey.from_passphrase("芝麻开门八个字", read_salt(copy))
    with open_shop(copy, key) as opened, opened.read() as connection:
        assert connection.execute("select count(*) from tags").fetchone() == (1000,)
    with pytest.raises(ShopFileError) as caught:
        open_shop(copy, shop.key)
    assert caught.value.code == "wrong_key"
    with pytest.raises(ShopFileError) as caught:
        backup.copy_with_passphrase(shop, copy, "again")
    assert caught.value.code == "exists"


@pytest.mark.parametrize(
    "name",
    [f"shop.regulars{end}" for end in ("", "-wal", "-shm", "-journal", ".lock", ".new", ".backups/a.regulars")],
)
def test_a_copy_is_never_written_over_the_shop(shop: Shop, tmp_path: Path, name: str) -> None:
    with pytest.raises(ShopFileError) as caught:
        backup.copy_with_passphrase(shop, tmp_path / name, "芝麻开门八个字")
    assert caught.value.code == "is_shop_file"


def test_a_backup_of_a_damaged_shop_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    path, key = tmp_path / "shop.regulars", ShopKey.random()
    with create_shop(path, key) as shop, shop.write() as connection:
        connection.executemany("insert into tags(name) values (?)", [[f"标签{n}"] for n in range(5000)])
    content = bytearray(path.read_bytes())
    content[-5000] ^= 0xFF
    path.write_bytes(content)
    with open_shop(path, key) as shop, pytest.raises(ShopFileError) as caught:
        backup.back_up(shop, NOW)
    assert caught.value.code == "backup_unsound"
    assert str(backup.backup_folder(path)) in str(caught.value.data["path"])
    assert list(backup.backup_folder(path).iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits of file sizes are a Unix thing")
@pytest.mark.parametrize("kept", [0, 1, 20])
def test_a_full_disk_is_said_of_the_backup(shop: Shop, tmp_path: Path, kept: int) -> None:
    """A limit on file sizes stands for a full disk: SQLite meets a failing write in both cases."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (kept * 4096 + 100, before[1]))
        with pytest.raises(ShopFileError) as caught:
            backup.back_up(shop, NOW, tmp_path / "stick")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)
    assert caught.value.code in {"disk_full", "disk_error"}
    assert "stick" in str(caught.value.data["path"])
    assert list((tmp_path / "stick").iterdir()) == []


def test_the_words_of_a_full_disk_are_known() -> None:
    """An error of backup() carries no code."""
    with pytest.raises(ShopFileError) as caught, speaking_of(Path("stick")):
        raise dbapi2.OperationalError("database or disk is full")
    assert caught.value.code == "disk_full"


def test_a_copy_with_a_name_that_is_too_long_is_refused(shop: Shop, tmp_path: Path) -> None:
    with pytest.raises(ShopFileError) as caught:
        backup.copy_with_passphrase(shop, tmp_path / ("x" * 300), "芝麻开门八个字")
    assert caught.value.code == "name_too_long"


def test_a_folder_that_cannot_be_made_is_said(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ShopFileError) as caught:
        backup.back_up(shop, NOW, tmp_path / "file" / "below")
    assert caught.value.code == "backup_failed"


def test_a_year_of_daily_backups_leaves_few(shop: Shop) -> None:
    moments = [NOW - timedelta(days=n) for n in range(365)]
    kept = backup.to_keep(moments, NOW)
    assert 20 <= len(kept) <= 32
    assert set(moments[:15]) <= kept


@given(st.lists(st.datetimes(datetime(2025, 1, 1), NOW.replace(tzinfo=None)), max_size=60))  # noqa: DTZ001 - given its zone below
def test_the_newest_backup_always_stays_and_thinning_again_changes_nothing(moments: list[datetime]) -> None:
    aware = [moment.replace(tzinfo=UTC) for moment in moments]
    kept = backup.to_keep(aware, NOW)
    assert not aware or max(aware) in kept
    assert backup.to_keep(kept, NOW) == kept
