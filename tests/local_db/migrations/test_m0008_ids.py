"""No id is given twice, in files from before that too; a step that is killed leaves the file as it was."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from local_db.migrations import m0008_ids
from local_db.shop_file import Connection, ShopKey, connect, create_shop, open_shop
from tests.local_db.migrations.earlier import knowing, steps_before

BEFORE = steps_before(m0008_ids)
OLD = """
insert into settings(key, value) values ('segment_ids', '41');
insert into shops(id, platform, name) values (1, 'taobao', 'a');
insert into imports(id, file_name, file_hash, profile, shop_id, imported_at, report)
  values (1, 'o.csv', 'h', 'orders', 1, 1, '{}');
insert into members(id, platform, nick) values (3, 'taobao', '小鱼');
insert into identities(id, member_id, kind, scope, value, import_id) values (8, 3, 'nick', 'taobao', '小鱼', 1);
insert into consents(id, member_id, channel, state, source, noted_at, identity_id)
  values (5, 3, 'sms', 'granted', 'hand', 1, 8);
insert into segments(id, name, tree, created_at, changed_at) values (4, 'a', '{"all": []}', 1, 1);
insert into audiences(id, name, tree, template, summary, prepared_at) values (2, 'b', '{}', '{}', '{}', 1);
insert into audience_members(audience_id, position, member_id, phone, text, parts)
  values (2, 1, 3, '', '', 1);
insert into documents(id, kind, name, content, created_at, changed_at) values (6, 'card', 'c', '{}', 1, 1);
insert into media(id, hash, kind, type, data, added_at) values (7, 'h', 'picture', 'image/png', x'00ff', 1)
"""


@pytest.fixture
def old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, ShopKey]:
    key, path = ShopKey.random(), tmp_path / "old.regulars"
    with knowing(BEFORE, monkeypatch), create_shop(path, key) as shop, shop.write() as connection:
        for statement in OLD.split(";"):
            connection.execute(statement)
    return path, key


def rows(connection: Connection) -> dict[str, list[tuple[object, ...]]]:
    names = connection.execute(
        "select name from sqlite_master where type = 'table' and name not like 'sqlite%'"
        " and name <> '_sqlite_migrations'"
    )
    return {name: connection.execute(f'select * from "{name}"').fetchall() for (name,) in names.fetchall()}


def described(connection: Connection) -> list[tuple[str, str]]:
    """The indexes and triggers of a file."""
    return connection.execute(
        "select name, sql from sqlite_master where type in ('index', 'trigger') and sql is not null order by name"
    ).fetchall()


def test_all_that_is_stored_stays(old_file: tuple[Path, ShopKey], monkeypatch: pytest.MonkeyPatch) -> None:
    path, key = old_file
    with knowing(BEFORE, monkeypatch), open_shop(path, key) as shop, shop.read() as connection:
        before, beside = rows(connection), described(connection)
    with knowing((*BEFORE, m0008_ids), monkeypatch), open_shop(path, key) as shop, shop.write() as connection:
        before["settings"] = [row for row in before["settings"] if row[0] != "segment_ids"]
        assert {name: rows(connection)[name] for name in before} == before
        assert set(beside) <= set(described(connection))
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert not connection.execute("pragma foreign_key_check").fetchall()
        with pytest.raises(Exception, match="FOREIGN KEY"):
            connection.execute("update consents set identity_id = 99")
        connection.execute("update consents set member_id = 3 where id = 5")
        assert connection.execute("select kind, id from roster_marks where kind = 'consents'").fetchall()


@pytest.mark.parametrize(
    ("add", "table", "follows"),
    [
        (
            "insert into consents(member_id, channel, state, source, noted_at) values (3, 'sms', 'granted', 'hand', 2)",
            "consents",
            6,
        ),
        ("insert into segments(name, tree, created_at, changed_at) values ('z', '{}', 1, 1)", "segments", 42),
        ("insert into members(platform) values ('taobao')", "members", 4),
        ("insert into media(hash, kind, type, data, added_at) values ('i', 'file', 'x/y', x'00', 5)", "media", 8),
    ],
)
def test_an_id_that_went_is_not_given_again(old_file: tuple[Path, ShopKey], add: str, table: str, follows: int) -> None:
    with open_shop(*old_file) as shop, shop.write() as connection:
        for given in (follows, follows + 1):
            connection.execute(add)
            assert connection.execute(f"select max(id) from {table}").fetchone() == (given,)
            connection.execute(f"delete from {table} where id = {given}")


def test_every_table_with_an_id_keeps_the_rule(tmp_path: Path) -> None:
    with create_shop(tmp_path / "new.regulars", ShopKey.random()) as shop, shop.read() as connection:
        tables = connection.execute("select name, sql from sqlite_master where sql like '%id integer primary key%'")
        without = [name for name, sql in tables if "id integer primary key autoincrement" not in sql]
    assert without == [], "of these tables an id may be given twice: write `id integer primary key autoincrement`"


KILLED = """
import os, sys
from pathlib import Path
from local_db import migrations
from local_db.shop_file import ShopKey, open_shop
from types import SimpleNamespace

def killed(db):
    migrations.m0008_ids.apply(db)
    os.kill(os.getpid(), 9)

place = migrations.STEPS.index(migrations.m0008_ids)
name = migrations.m0008_ids.NAME
migrations.STEPS = (*migrations.STEPS[:place], SimpleNamespace(NAME=name, apply=killed))
open_shop(Path(sys.argv[1]), ShopKey(bytes.fromhex(sys.argv[2]), bytes.fromhex(sys.argv[3])))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_step_that_is_killed_leaves_the_file_as_it_was(old_file: tuple[Path, ShopKey]) -> None:
    path, key = old_file
    argv = [sys.executable, "-c", KILLED, str(path), key.raw.hex(), key.salt.hex()]
    assert subprocess.run(argv, check=False).returncode == -9
    connection = connect(path, key)
    steps = connection.execute("select name from _sqlite_migrations order by rowid").fetchall()
    assert steps == [(step.NAME,) for step in BEFORE]
    assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
    assert not connection.execute("select 1 from sqlite_master where name = 'sqlite_sequence'").fetchall()
    connection.close()
    with open_shop(path, key) as shop, shop.read() as connection:
        assert connection.execute("select seq from sqlite_sequence where name = 'consents'").fetchall() == [(5,)]
