"""Erasing one person: nothing of her is left in the file, her orders stay, and she does not come back."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from local_db import backup
from local_db.call_scripts.model import Call, Outcome
from local_db.call_scripts.records import record_call
from local_db.changes import Changes
from local_db.errors import ShopFileError
from local_db.members import actions, erasure, merging, notes, person_store
from local_db.members.erased_keys import erased, erasure_salt, key_hash
from local_db.members.erasure import Extent, erase_member, extent
from local_db.members.finder import MemberFinder
from local_db.members.model import SortKey
from local_db.replies.uses import record_search, record_use
from local_db.roster.source import RosterSource
from local_db.roster.store import load
from local_db.settings import mark_roster_changed, read_setting
from local_db.shop_file import PAGE_BYTES, Shop, open_shop
from tests.local_db.members.conftest import dump
from tests.local_db.members.people import NOW, add_order, add_record, derive, member

SECRETS = ("林小鱼", "13800001234", "小鱼干", "20881", "jd_lin", "怕猫毛", "亲爱的鱼", "下班后再打", "YT1234567890123")


@pytest.fixture
def lin(people: Shop) -> int:
    """Lin, joined of two, with everything a shop may know of somebody."""
    with people.read() as connection:
        first, second = member(connection, "nick", "小鱼干"), member(connection, "nick", "jd_lin")
    done, _ = merging.join_members(people, first, second, "林小鱼 both", now=NOW)
    assert done is not None
    notes.add_note(people, done.member_id, "怕猫毛", now=NOW)
    actions.tag_member(people, done.member_id, "VIP")
    actions.record_consent(people, done.member_id, "sms", "opted_out", now=NOW)
    record_call(people, Call(done.member_id, Outcome.CALL_BACK, '[["a"]]', 0, 9, note="下班后再打"), now=NOW)
    for wording in ("a", "b"):
        record_use(people, "r1", wording, member_id=done.member_id, now=NOW)
    record_search(people, "给小鱼干改地址", now=NOW)
    with people.write() as connection:
        connection.execute(
            "insert into parcels(order_id, import_id, number, courier)"
            " select id, import_id, 'YT1234567890123', '圆通速递' from orders where number = '2200001'"
        )
        connection.execute(
            "insert into audiences(id, name, tree, template, summary, prepared_at, handed_off_at)"
            " values (1, '双12', '{}', '{}', '{}', 0, 1)"
        )
        connection.execute(
            "insert into audience_members(audience_id, position, member_id, phone, text, parts, identity_id)"
            " values (1, 1, ?, '13800001234', '亲爱的鱼', 1, 1)",
            [done.member_id],
        )
        connection.execute(
            "insert into exports(exported_at, kind, subject, people, file_name, reason, who)"
            " values (0, 'member', ?, 1, '林小鱼.json', 'she asked', 'me')",
            [str(done.member_id)],
        )
        connection.execute(
            "insert into exports(exported_at, kind, subject, people, reason, who)"
            " values (0, 'list', '林小鱼', 3, '', 'me'), (0, 'list', '浙江', 9, 'courier', 'me')"
        )
        mark_roster_changed(connection)
    return done.member_id


def pages(shop: Shop) -> Iterator[bytes]:
    """Every page of the file and of its log, as SQLCipher decrypts it."""
    ciphers = pytest.importorskip("cryptography.hazmat.primitives.ciphers")
    reserve, block = 80, 16  # the block's start vector and the page's seal
    for path, head in ((shop.path, 0), (Path(f"{shop.path}-wal"), 32)):
        raw = path.read_bytes() if path.exists() else b""
        step = PAGE_BYTES + (24 if head else 0)  # a log has a header before every page
        for start in range(head, len(raw), step):
            page = raw[start : start + step][-PAGE_BYTES:]
            end = PAGE_BYTES - reserve
            begin = block if not head and start == 0 else 0
            mode = ciphers.modes.CBC(page[end : end + block])
            decryptor = ciphers.Cipher(ciphers.algorithms.AES(shop.key.raw), mode).decryptor()
            yield decryptor.update(page[begin:end]) + decryptor.finalize()


def found_in_file(shop: Shop) -> set[str]:
    every = b"\n".join(pages(shop))
    return {secret for secret in SECRETS if secret.encode() in every}


def test_she_is_in_the_file_before(people: Shop, lin: int) -> None:
    """Otherwise the tests below could not fail."""
    assert lin
    assert found_in_file(people) == set(SECRETS)
    assert "13800001234" in repr(dump(people))


def test_nothing_of_her_is_left_in_any_table_nor_in_the_bytes_of_the_file(people: Shop, lin: int) -> None:
    done, _ = erase_member(people, lin, now=NOW)
    assert done == erasure.Erased(orders=3, messages=1)
    everything = repr(dump(people))
    assert [secret for secret in SECRETS if secret in everything] == []
    assert found_in_file(people) == set()
    with people.read() as connection:
        assert connection.execute("pragma freelist_count").fetchone() == (0,)
        assert not connection.execute("pragma foreign_key_check").fetchall()


def test_her_orders_stay_without_her(people: Shop, lin: int) -> None:
    with people.read() as connection:
        before = connection.execute("select number, paid, net, status from orders order by id").fetchall()
        lines = connection.execute("select count(*) from order_lines").fetchone()
    erase_member(people, lin, now=NOW)
    with people.read() as connection:
        assert connection.execute("select number, paid, net, status from orders order by id").fetchall() == before
        assert connection.execute("select count(*) from order_lines").fetchone() == lines
        nobody = "member_id is null and identity_id is null and record_id is null"
        rows = connection.execute(f"select number from orders where {nobody}")
        assert {number for (number,) in rows} == {"2200001", "2200002", "JD1"}
        assert load(connection).size == 1
        assert person_store.person(connection, lin) is None


def test_the_log_of_exports_keeps_what_is_not_about_her(people: Shop, lin: int) -> None:
    erase_member(people, lin, now=NOW)
    with people.read() as connection:
        rows = connection.execute("select kind, subject, people, reason, who from exports order by id").fetchall()
    assert rows == [("member", "", 1, "", "me"), ("list", "", 3, "", "me"), ("list", "浙江", 9, "courier", "me")]


def test_every_table_that_speaks_of_people_is_one_that_erasing_knows(people: Shop) -> None:
    """A new one has to be erased too; then it may be added here."""
    ours = {"member_id", "identity_id", "record_id", "first_id", "second_id", "phone", "nick", "email", "name", "value"}
    with people.read() as connection:
        rows = connection.execute(
            "select m.name, c.name from sqlite_master m join pragma_table_info(m.name) c where m.type = 'table'"
        )
        tables = {table for table, column in rows if column in ours and not table.startswith(("_", "sqlite_"))}
    people_free = {"settings", "shops", "products", "categories", "tags", "segments", "templates", "audiences"}
    people_free |= {"segment_versions", "saved_lists", "template_versions", "documents", "document_versions"}
    assert tables - people_free == {
        "members", "identities", "records", "list_entries", "orders", "order_statements", "notes", "consents",
        "member_tags", "audience_members", "decisions", "saved_list_people", "roster_columns", "call_records",
        "reply_uses",
    }  # fmt: skip


def test_others_stay_as_they_are(people: Shop, lin: int) -> None:
    with people.read() as connection:
        wu = member(connection, "nick", "wu_4")
        before = person_store.person(connection, wu)
    erase_member(people, lin, now=NOW)
    with people.read() as connection:
        assert person_store.person(connection, wu) == before


def test_what_goes_is_said_before(people: Shop, lin: int) -> None:
    with people.read() as connection:
        assert extent(connection, lin) == Extent(
            records=2, keys=5, notes=1, tags=1, consents=1, messages=1, calls=1, replies=2, orders=3, namesakes=0
        )
        assert extent(connection, 999) is None


def test_somebody_who_is_not_there_is_not_erased(people: Shop) -> None:
    before = dump(people)
    assert erase_member(people, 999, now=NOW) == (None, Changes())
    assert dump(people) == before


def test_hashes_of_her_keys_keep_her_out(people: Shop, lin: int) -> None:
    with people.read() as connection:
        keys = connection.execute("select kind, scope, value from identities where member_id = ?", [lin]).fetchall()
        assert erased(connection) == frozenset()
    erase_member(people, lin, now=NOW)
    with people.read() as connection:
        salt = erasure_salt(connection)
        assert {key_hash(salt, *key) for key in keys} <= erased(connection)
        assert key_hash(salt, "nick", "taobao", "wu_4") not in erased(connection)
        assert read_setting(connection, "erased_at") == int(NOW.timestamp())
        assert read_setting(connection, "scrub_due") is False


def test_the_salt_is_the_shops_own_and_stays(people: Shop, lin: int) -> None:
    erase_member(people, lin, now=NOW)
    with people.read() as connection:
        salt, wu = erasure_salt(connection), member(connection, "nick", "wu_4")
        once = erased(connection)
    erase_member(people, wu, now=NOW)
    with people.read() as connection:
        assert erasure_salt(connection) == salt
        assert erased(connection) > once
    assert len(bytes.fromhex(salt)) == 32


@pytest.mark.parametrize(
    ("first", "second"),
    [(("nick", "a", "bc"), ("nick", "ab", "c")), (("nick", "a", "b"), ("buyer_id", "a", "b"))],
)
def test_different_keys_have_different_hashes(first: tuple[str, str, str], second: tuple[str, str, str]) -> None:
    salt = "ab" * 32
    assert key_hash(salt, *first) == key_hash(salt, *first)
    assert key_hash(salt, *first) != key_hash(salt, *second)
    assert key_hash(salt, *first) != key_hash("cd" * 32, *first)
    assert key_hash(salt, *first) != hashlib.blake2b("\x1f".join(first).encode(), digest_size=16).hexdigest()


def test_a_phone_that_another_buyer_gives_too_stays_with_her(people: Shop) -> None:
    """Two nicks with one phone: the phone names neither alone; after one is erased it is the other's."""
    with people.write() as connection:
        sister = add_record(connection, nick="sister", phone="13800001234", name="林小花")
        add_order(connection, sister, "2200009", day=9)
        derive(connection)
        lin, sister_id = member(connection, "nick", "小鱼干"), member(connection, "nick", "sister")
    erase_member(people, lin, now=NOW)
    with people.read() as connection:
        assert member(connection, "phone", "13800001234")
        phone = connection.execute(
            "select member_id from identities where kind = 'phone' and scope = 'taobao'"
        ).fetchone()
        assert phone == (sister_id,)
        assert key_hash(erasure_salt(connection), "phone", "taobao", "13800001234") not in erased(connection)
        assert not connection.execute("select 1 from records where nick = 2").fetchall()
    # The last one who gives it takes it along.
    erase_member(people, sister_id, now=NOW)
    with people.read() as connection:
        assert not connection.execute("select 1 from identities where kind = 'phone' and scope = 'taobao'").fetchall()
        assert key_hash(erasure_salt(connection), "phone", "taobao", "13800001234") in erased(connection)


def test_undoing_something_after_her_erasure_does_nothing(people: Shop, lin: int) -> None:
    """A notice with Undo may still be in sight."""
    tag, _ = actions.untag_member(people, lin, "VIP")
    note, _ = notes.add_note(people, lin, "x", now=NOW)
    assert tag is not None
    assert note is not None
    assert note.after is not None
    deleted, _ = notes.delete_note(people, note.after.id)
    assert deleted is not None
    entry, _ = actions.record_consent(people, lin, "call", "granted", now=NOW)
    other, _ = actions.record_consent(people, lin, "email", "granted", now=NOW)
    removed, _ = actions.remove_consent(people, other)
    assert removed is not None
    erase_member(people, lin, now=NOW)
    before = dump(people)
    assert actions.undo_tag(people, tag) == (None, Changes())
    assert notes.undo_note(people, deleted) == (None, Changes())
    assert actions.take_back_consent(people, entry) == (False, Changes())
    assert actions.put_back_consent(people, removed) == (False, Changes())
    assert actions.tag_member(people, lin, "new") == (None, Changes())
    assert actions.record_consent(people, lin, "sms", "granted", now=NOW) == (0, Changes())
    assert dump(people) == before


def test_an_erasure_stands_where_the_file_cannot_be_rewritten(
    people: Shop, lin: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(shop: Shop) -> None:
        raise ShopFileError("disk_full", path=str(shop.path))

    with monkeypatch.context() as patched:
        patched.setattr(Shop, "scrub", full)
        done, _ = erase_member(people, lin, now=NOW)
    assert done is not None
    assert done.left_over is not None
    assert done.left_over.code == "disk_full"
    assert "13800001234" not in repr(dump(people))
    with people.read() as connection:
        assert read_setting(connection, "scrub_due") is True
    erasure.finish_erasure(people)
    assert found_in_file(people) == set()
    erasure.finish_erasure(people)  # nothing is left to do


def test_a_search_does_not_find_her(people: Shop, lin: int) -> None:
    finder = MemberFinder(people, RosterSource(people))
    assert finder.find("小鱼干", SortKey.NICK, descending=False).ids.tolist() == [lin]
    erase_member(people, lin, now=NOW)
    for typed in ("林小鱼", "linxiaoyu", "1234", "2200001", "小鱼干"):
        assert finder.find(typed, SortKey.NICK, descending=False).ids.tolist() == []


def test_backups_from_before_are_replaced_by_a_new_one(people: Shop, lin: int) -> None:
    for day in (5, 3, 1):
        backup.back_up(people, NOW - timedelta(days=day))
    erase_member(people, lin, now=NOW)
    with people.read() as connection:
        moment = erasure.last_erasure(connection)
    assert moment == int(NOW.timestamp())
    assert len(backup.made_before(people.path, moment)) == 3
    later = NOW + timedelta(hours=1)
    new, gone = erasure.replace_backups(people, now=later)
    assert gone == 3
    assert backup.list_backups(people.path) == [(later, new)]
    assert backup.made_before(people.path, moment) == []
    with open_shop(new, people.key, read_only=True) as copy:
        assert "13800001234" not in repr(dump(copy))
        assert found_in_file(copy) == set()


def test_older_backups_stay_where_the_new_one_fails(people: Shop, lin: int, monkeypatch: pytest.MonkeyPatch) -> None:
    old = backup.back_up(people, NOW - timedelta(days=1))
    erase_member(people, lin, now=NOW)

    def full(*_: object) -> None:
        raise ShopFileError("disk_full", path="")

    monkeypatch.setattr(backup, "_copy", full)
    with pytest.raises(ShopFileError):
        erasure.replace_backups(people, now=NOW + timedelta(hours=1))
    assert old.exists()


def test_without_an_erasure_no_backup_holds_anybody_erased(people: Shop) -> None:
    old = backup.back_up(people, NOW - timedelta(days=1))
    with people.read() as connection:
        assert erasure.last_erasure(connection) is None
    _, gone = erasure.replace_backups(people, now=NOW)
    assert gone == 0
    assert old.exists()
