"""A file of the first tables keeps all it knows, and goes on from there as one made today."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from local_db.importing import actions
from local_db.importing.undo import list_imports, undo_import
from local_db.members.facts import derive_facts
from local_db.members.identity import derive_again
from local_db.migrations import m0001_first_tables
from local_db.shop_file import Shop, ShopKey, create_shop, open_shop
from tests.local_db.canonical import dump
from tests.local_db.importing.exports import NOW, taobao_row, write_csv
from tests.local_db.migrations.earlier import knowing

OLD = """
insert into shops(id, platform, name) values (1, 'taobao', '示例书店');
insert into imports(id, file_name, file_hash, profile, shop_id, imported_at, report)
  values (1, 'a.csv', 'h', 'taobao_orders', 1, 1546300800, '{"orders": 3}');
insert into members(id, platform, nick, name, phone, phone_kind, province, city, facts_at, search, import_id) values
  (1, 'taobao', 'buyer1', '曹河', '13900000001', 'real', '浙江', '杭州', 1546240877, 'x', 1),
  (2, 'taobao', 'buyer2', '', '', 'masked', '', '', 1546240871, 'x', 1),
  (3, 'taobao', '', '', '13700000000', 'real', '', '', 0, '', 1);
insert into identities(id, member_id, kind, scope, value, import_id) values
  (1, 1, 'nick', 'taobao', 'buyer1', 1), (2, 1, 'phone', '', '13900000001', 1), (3, 2, 'nick', 'taobao', 'buyer2', 1),
  (4, 3, 'phone', '', '13700000000', 1);
insert into products(id, shop_id, title) values (1, 1, '猫粮');
insert into orders(id, shop_id, number, member_id, status, ordered_at, paid_at, paid, refunded, net, items, is_purchase,
  province, city, content_hash, import_id) values
  (1, 1, '190000000000000001', 1, 'finished', 1546240871, 1546240877, 7735, 0, 7735, 1, 1, '浙江', '杭州', 'aa', 1),
  (2, 1, '190000000000000002', 2, 'closed_unpaid', 1546240871, null, 0, 0, 0, 1, 0, '', '', 'bb', 1),
  (3, 1, '190000000000000003', null, 'unknown', null, null, 0, 0, 0, null, 0, '', '', 'cc', 1);
insert into order_lines(order_id, position, product_id, quantity, price) values (1, 0, 1, 1, 7735), (2, 0, 1, 1, null);
insert into tags(id, name) values (1, '老客');
insert into member_tags(member_id, tag_id) values (1, 1);
insert into consents(member_id, channel, state, source, noted_at, phone, import_id) values
  (3, 'sms', 'opted_out', 'opt_out_list', 1546240000, '13700000000', 1);
insert into audiences(id, name, tree, template, summary, prepared_at) values (1, 'a', '{}', '', '{}', 1);
insert into audience_members(audience_id, position, member_id, phone, text, parts)
  values (1, 0, 1, '13900000001', 't', 1)
"""


@pytest.fixture
def migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    key = ShopKey.random()
    path = tmp_path / "old.regulars"
    with knowing((m0001_first_tables,), monkeypatch), create_shop(path, key) as shop, shop.write() as connection:
        for statement in OLD.split(";"):
            connection.execute(statement)
    with open_shop(path, key) as shop:
        yield shop


def rows(shop: Shop, query: str) -> list[tuple[object, ...]]:
    with shop.read() as connection:
        return connection.execute(query).fetchall()


def test_nothing_is_lost(migrated: Shop) -> None:
    assert rows(migrated, "select id, nick, name, phone, province, city, facts_at from members order by id") == [
        (1, "buyer1", "曹河", "13900000001", "浙江", "杭州", 1546240877),
        (2, "buyer2", "", "", "", "", 1546240871),
        (3, "", "", "13700000000", "", "", 0),
    ]
    assert rows(migrated, "select id, member_id, identity_id, status, paid, net from orders order by id") == [
        (1, 1, 1, "finished", 7735, 7735),
        (2, 2, 3, "closed_unpaid", 0, 0),
        (3, None, None, "unknown", 0, 0),
    ]
    for table, count in (("order_lines", 2), ("member_tags", 1), ("consents", 1), ("audience_members", 1)):
        assert rows(migrated, f"select count(*) from {table}") == [(count,)]
    assert rows(migrated, "select identity_id from consents union all select identity_id from audience_members") == [
        (4,),
        (1,),
    ]
    assert rows(migrated, "pragma foreign_key_check") == []


def test_working_out_again_who_is_who_changes_nothing(migrated: Shop) -> None:
    before = dump(migrated)
    with migrated.write() as connection:
        derive_again(connection, [1, 2, 3, 4])
        derive_facts(connection, np.array([1, 2, 3]))
    after = dump(migrated)
    assert [line for line in after.split("\n") if line not in before.split("\n") and "13700000000" not in line] == []


def test_imports_go_on_and_the_old_one_can_be_taken_back(migrated: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "b.csv", [taobao_row(1), taobao_row(4)])
    report, _ = actions.import_file(migrated, path, now=NOW)
    assert (report.new_orders, report.unchanged_orders + report.updated_orders) == (1, 1)
    old = list_imports(migrated)[-1]
    figures, _ = undo_import(migrated, old.id, now=NOW)
    assert (figures.orders, figures.consents) == (2, 1)
    assert [row[0] for row in rows(migrated, "select nick from members where nick <> '' order by 1")] == [
        "buyer1",
        "buyer4",
    ]
