"""A file from before points keeps its members and lists, and knows of no points."""

from __future__ import annotations

from pathlib import Path

import pytest

from local_db.migrations import m0009_points
from local_db.shop_file import ShopKey, create_shop, open_shop
from tests.local_db.migrations.earlier import knowing, steps_before

BEFORE = steps_before(m0009_points)


def test_what_lists_said_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, path = ShopKey.random(), tmp_path / "old.regulars"
    with knowing(BEFORE, monkeypatch), create_shop(path, key) as shop, shop.write() as connection:
        connection.execute("insert into members(id, platform, nick, tier) values (7, 'taobao', '小鱼', '金卡')")
    with open_shop(path, key) as shop, shop.read() as connection:
        assert connection.execute("select id, nick, tier, points, points_at from members").fetchall() == [
            (7, "小鱼", "金卡", None, None)
        ]
