"""A shop file with two buyers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from local_db.settings import mark_roster_changed
from local_db.shop_file import Shop
from tests.new_shop import new_shop

FILLED = """
insert into shops(id, platform, name) values (1, 'taobao', '喵屋');
insert into imports(id, file_name, file_hash, profile, imported_at, report) values (1, 'f', 'h', 'p', 0, '{}');
insert into members(id, platform, nick) values (10, 'taobao', '小鱼'), (20, 'taobao', '豆浆'), (30, 'taobao', '没买过');
insert into categories(id, name, keywords) values (3, '猫粮', '["猫粮"]');
insert into products(id, shop_id, title) values (7, 1, '全价猫粮'), (8, 1, '逗猫棒');
insert into orders(id, shop_id, number, member_id, status, paid_at, net, is_purchase, content_hash, import_id) values
  (1, 1, 'a', 10, 'finished', 1795500000, 9000, 1, '', 1),
  (2, 1, 'b', 20, 'finished', 1700000000, 1000, 1, '', 1);
insert into order_lines(order_id, position, product_id, quantity) values (1, 0, 7, 1), (1, 1, 7, 1), (2, 0, 8, 1)
"""


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with new_shop(tmp_path / "shop.regulars") as opened:
        with opened.write() as connection:
            for statement in FILLED.split(";"):
                connection.execute(statement)
            mark_roster_changed(connection)
        yield opened
