"""Pictures and recordings of a file from before replies stay as they are, and any other file can stand beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from local_db.migrations import m0007_replies
from local_db.shop_file import ShopKey, create_shop, open_shop
from tests.local_db.migrations.earlier import knowing, steps_before

BEFORE = steps_before(m0007_replies)


def test_media_and_what_hangs_on_them_stay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, path = ShopKey.random(), tmp_path / "old.regulars"
    with knowing(BEFORE, monkeypatch), create_shop(path, key) as shop, shop.write() as connection:
        connection.execute(
            "insert into documents(id, kind, name, content, created_at, changed_at)"
            " values (3, 'call_script', 'a', '{}', 0, 0)"
        )
        connection.execute(
            "insert into media(id, hash, kind, type, milliseconds, data, added_at)"
            " values (7, 'h', 'sound', 'audio/wav', 900, x'00ff', 5)"
        )
        connection.execute(
            "insert into call_takes(document_id, step, said, media_id, from_ms, to_ms, recorded_at)"
            " values (3, 'a', 'b', 7, 0, 900, 0)"
        )
    with open_shop(path, key) as shop, shop.write() as connection:
        kept = connection.execute("select * from media").fetchall()
        assert kept == [(7, "h", "sound", "audio/wav", 0, 0, 900, b"\x00\xff", 5)]
        assert connection.execute("select media_id from call_takes").fetchall() == [(7,)]
        assert not connection.execute("pragma foreign_key_check").fetchall()
        connection.execute("insert into media(hash, kind, type, data, added_at) values ('i', 'file', 'x/y', x'00', 5)")
        with pytest.raises(Exception, match="FOREIGN KEY"):
            connection.execute("delete from media where id = 7")
