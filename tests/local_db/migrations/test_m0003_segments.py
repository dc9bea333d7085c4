"""A file from before segments had notes and versions keeps them, and goes on from there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from local_db.migrations import m0001_first_tables, m0002_statements
from local_db.roster.store import load
from local_db.segments import actions, list_actions
from local_db.segments.evaluate import evaluate
from local_db.segments.lists import read_entries
from local_db.segments.model import SavedSegment, Version
from local_db.segments.tree import All, InList, InSegment, parse
from local_db.shop_file import Shop, ShopKey, create_shop, open_shop
from tests.local_db.migrations.earlier import knowing

NOW = datetime(2026, 6, 30, tzinfo=UTC)
TREE = '{"all": [{"field": "orders", "op": ">=", "value": 2}, {"not": {"ordered": {"within_days": 60}}}]}'
OLD = f"""
insert into shops(id, platform, name) values (1, 'taobao', 'a');
insert into imports(id, file_name, file_hash, profile, shop_id, imported_at, report)
  values (1, 'm.csv', 'h', 'member_list', 1, 1, '{{}}');
insert into members(id, platform, nick, joined_at) values (1, 'taobao', '小鱼', 5);
insert into identities(id, member_id, kind, scope, value, import_id) values (1, 1, 'nick', 'taobao', '小鱼', 1);
insert into records(id, hash, platform, identity_id, nick, phone_kind) values (1, 7, 'taobao', 1, 1, 'absent');
insert into list_entries(import_id, record_id, joined_at) values (1, 1, 5);
insert into segments(id, name, tree, created_at, changed_at) values (4, '老客', '{TREE}', 10, 20)
"""


@pytest.fixture
def migrated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shop]:
    key = ShopKey.random()
    path = tmp_path / "old.regulars"
    steps = (m0001_first_tables, m0002_statements)
    with knowing(steps, monkeypatch), create_shop(path, key) as shop, shop.write() as connection:
        for statement in OLD.split(";"):
            connection.execute(statement)
    with open_shop(path, key) as shop:
        yield shop


def test_segments_are_what_they_were_and_get_versions(migrated: Shop) -> None:
    kept = SavedSegment("老客", parse({"all": []}), 4, 10, 20)
    [found] = actions.list_segments(migrated)
    assert found == replace(kept, tree=found.tree)
    assert len(found.tree.children) == 2  # type: ignore[union-attr]
    changed, _ = actions.save_segment(migrated, replace(found, tree=All(), note="全部"), now=NOW, count=1)
    moment = int(NOW.timestamp())
    assert actions.versions(migrated, 4) == (
        Version(2, "老客", "全部", All(), 1, moment),
        Version(1, "老客", "", found.tree, None, 20),
    )
    assert actions.get_segment(migrated, 4) == changed
    actions.save_segment(migrated, SavedSegment("again", InSegment(4)), now=NOW)


def test_members_have_no_birthday_yet_and_lists_can_be_made(migrated: Shop) -> None:
    with migrated.read() as connection:
        assert connection.execute("select joined_at, birthday, tier from members").fetchall() == [(5, "", "")]
    list_actions.create_list(migrated, "VIP", read_entries("小鱼"), now=NOW)
    with migrated.read() as connection:
        roster = load(connection)
    assert evaluate(roster, InList("VIP"), now=NOW).count == 1
    assert roster.members.birthday.tolist() == [0]
