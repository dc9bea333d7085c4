"""What imports before this step repeat is dated as if they came today."""

from __future__ import annotations

from pathlib import Path

import pytest

from local_db import migrations
from local_db.importing import actions
from local_db.migrations import m0004_restated, m0008_ids
from local_db.shop_file import Shop, ShopKey, create_shop, open_shop
from tests.local_db.importing.exports import NOW, taobao_row, write_csv
from tests.local_db.migrations.earlier import knowing


def dates(shop: Shop) -> list[tuple[int, str, int]]:
    with shop.read() as connection:
        return connection.execute("select order_id, content_hash, stated_at from restated order by 1, 2").fetchall()


def test_statements_are_dated_by_what_imports_repeat(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, path = ShopKey.random(), tmp_path / "old.regulars"
    steps = (*migrations.STEPS[:2], m0008_ids)  # importing as it is today asks for ids
    with knowing(steps, monkeypatch), create_shop(path, key) as shop:
        with shop.write() as connection:
            connection.execute(m0004_restated.TABLE)
        for day in (1, 3, 2):
            rows = [taobao_row(number) for number in range(9 - day)]
            actions.import_file(shop, write_csv(tmp_path / f"2019010{day}.csv", rows), now=NOW)
        expected = dates(shop)
        with shop.write() as connection:
            connection.execute("drop table restated")
    assert [date for *_, date in expected] == [1546444800] * 6 + [1546358400]
    with open_shop(path, key) as shop:
        assert dates(shop) == expected
