"""Lists of people: whom the lines name, who is unknown, and that a list follows its people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.changes import Changes, Topic
from local_db.errors import ImportRefused, SegmentError
from local_db.importing import actions as importing
from local_db.importing.undo import list_imports, undo_import
from local_db.members import merging
from local_db.members.erasure import erase_member
from local_db.roster.store import load
from local_db.segments import actions, list_actions
from local_db.segments.lists import Entry, Matches, read_entries, read_file
from local_db.segments.model import SavedSegment
from local_db.segments.tree import InList, Not
from local_db.settings import read_setting
from local_db.shop_file import Shop
from local_db.tags.actions import save_segment_tag
from tests.local_db.canonical import dump
from tests.local_db.importing.exports import taobao_row, write_csv
from tests.local_db.members.people import add_cat_lovers, add_record, derive, member
from tests.new_shop import new_shop

NOW = datetime(2026, 6, 30, tzinfo=UTC)
CHANGED = Changes.of(Topic.MEMBERS, Topic.SEGMENTS)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with new_shop(tmp_path / "shop.regulars") as opened:
        with opened.write() as connection:
            add_cat_lovers(connection)
            add_record(connection, nick="zhou", email="zhou@example.com")
            connection.execute("insert into list_entries(import_id, record_id) select 3, max(id) from records")
            derive(connection)
        yield opened


def made(shop: Shop, text: str, name: str = "VIP") -> list_actions.SavedList:
    return list_actions.create_list(shop, name, read_entries(text), now=NOW)[0]


def on_list(shop: Shop, name: str = "VIP") -> set[int]:
    with shop.read() as connection:
        roster = load(connection)
        return set(roster.members.ids[roster.members.lists[name]].tolist())


def of_nick(shop: Shop, nick: str) -> int:
    with shop.read() as connection:
        return member(connection, "nick", nick)


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("小鱼干\n\n 大山 \n", [(1, "小鱼干"), (3, "大山")]),
        ("小鱼干\n小鱼干\n", [(1, "小鱼干")]),
        ("手机号\n13800001234\n", [(2, "13800001234")]),
        ("订单编号\n2200001\n", [(2, "2200001")]),
        ("买家昵称\n小鱼干\n", [(2, "小鱼干")]),
        ("小鱼干\t13800001234\n大山，阿福", [(1, "小鱼干"), (1, "13800001234"), (2, "大山"), (2, "阿福")]),
        ('="2200001"\n', [(1, "2200001")]),
        ("", []),
        (" \n-\n", []),
        ("手机号", [(1, "手机号")]),
    ],
)
def test_what_is_pasted_is_read_line_by_line(text: str, entries: list[tuple[int, str]]) -> None:
    assert [tuple(entry) for entry in read_entries(text)] == entries


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]) | st.sampled_from("\n\t"), max_size=60))
def test_every_entry_is_in_the_line_it_names(text: str) -> None:
    for entry in read_entries(text):
        assert entry.text in text.splitlines()[entry.line - 1]


def test_a_file_of_one_column_is_read_and_a_table_refused(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("手机号\n13800001234\n138 0000 1235\n", encoding="gb18030")
    assert read_file(tmp_path / "a.csv") == (Entry(2, "13800001234"), Entry(3, "138 0000 1235"))
    with pytest.raises(ImportRefused) as refused:
        read_file(write_csv(tmp_path / "b.csv", [taobao_row(1)]))
    assert refused.value.code == "profile_does_not_fit"


@pytest.mark.parametrize(
    ("line", "nicks"),
    [
        ("小鱼干", ["小鱼干"]),
        ("20881", ["小鱼干"]),  # a buyer id
        ("13800001234", ["小鱼干", "jd_lin"]),  # on both platforms
        ("+86 138-0000-1234", ["小鱼干", "jd_lin"]),
        ("2200003", ["wu_4"]),  # an order
        ("JD1", ["jd_lin"]),
        ("Zhou@Example.com", ["zhou"]),
        ("nobody", []),
        ("13811112222", []),
        ("138****1234", []),
    ],
)
def test_whom_a_line_names(shop: Shop, line: str, nicks: list[str]) -> None:
    entries = read_entries(f"{line}\nzhou")
    found = list_actions.preview_list(shop, entries)
    assert found.unknown == (() if nicks else (Entry(1, line),))
    made(shop, f"{line}\nzhou")
    assert on_list(shop) == {of_nick(shop, nick) for nick in [*nicks, "zhou"]}
    assert found.people == len(on_list(shop))


def test_a_list_is_made_and_says_who_is_unknown(shop: Shop) -> None:
    before = dump(shop)
    entries = read_entries("小鱼干\n谁也不是\n2200003\n13800009999")
    unknown = (Entry(2, "谁也不是"), Entry(4, "13800009999"))
    assert list_actions.preview_list(shop, entries) == Matches(4, 2, unknown)
    assert dump(shop) == before
    with shop.read() as connection:
        version = read_setting(connection, "roster_version")
    saved, matches, changes = list_actions.create_list(shop, "  双11  名单 ", entries, source="a.csv", now=NOW)
    assert (saved.name, saved.source, saved.entries, saved.people) == ("双11 名单", "a.csv", 4, 2)
    assert (matches, changes) == (Matches(4, 2, unknown), CHANGED)
    assert list_actions.all_lists(shop) == (saved,)
    with shop.read() as connection:
        assert read_setting(connection, "roster_version") != version


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        (" ", "小鱼干", "list_name_empty"),
        ("vip", "小鱼干", "list_name_taken"),
        ("other", "谁也不是", "list_empty"),
        ("other", "", "list_empty"),
    ],
)
def test_a_list_that_cannot_be(shop: Shop, name: str, text: str, code: str) -> None:
    made(shop, "小鱼干")
    before = dump(shop)
    with pytest.raises(SegmentError) as refused:
        made(shop, text, name)
    assert refused.value.code == code
    assert dump(shop) == before


def test_a_list_follows_its_people_when_they_are_joined(shop: Shop) -> None:
    made(shop, "jd_lin\nwu_4")
    before = dump(shop)
    done, _ = merging.join_members(shop, of_nick(shop, "小鱼干"), of_nick(shop, "jd_lin"), "same phone", now=NOW)
    assert done is not None
    assert on_list(shop) == {done.member_id, of_nick(shop, "wu_4")}
    assert [entry.people for entry in list_actions.all_lists(shop)] == [2]
    merging.undo_decisions(shop, done.decisions)
    assert dump(shop) == before


def test_who_is_erased_is_on_no_list_and_no_undo_brings_her_back(shop: Shop) -> None:
    saved = made(shop, "小鱼干\nwu_4")
    deleted, _ = list_actions.delete_list(shop, saved.id)
    erase_member(shop, of_nick(shop, "小鱼干"), now=NOW)
    restored, changes = list_actions.restore_list(shop, deleted)
    assert (restored.people, changes) == (1, CHANGED)
    assert on_list(shop) == {of_nick(shop, "wu_4")}
    erase_member(shop, of_nick(shop, "wu_4"), now=NOW)
    assert on_list(shop) == set()
    assert list_actions.preview_list(shop, read_entries("小鱼干")).unknown == (Entry(1, "小鱼干"),)


def test_an_import_taken_back_and_brought_again_leaves_the_list_whole(shop: Shop, tmp_path: Path) -> None:
    path = write_csv(tmp_path / "ExportOrderList201901011200.csv", [taobao_row(7, 买家会员名="阿福")])
    importing.import_file(shop, path, now=NOW)
    made(shop, "阿福\nwu_4")
    before = dump(shop)
    undo_import(shop, next(entry.id for entry in list_imports(shop) if entry.file_name == path.name), now=NOW)
    importing.import_file(shop, path, now=NOW)
    assert dump(shop) == before
    assert len(on_list(shop)) == 2


def test_a_deletion_is_undone_exactly(shop: Shop) -> None:
    saved = made(shop, "小鱼干\nwu_4")
    before = dump(shop)
    deleted, changes = list_actions.delete_list(shop, saved.id)
    assert (list_actions.all_lists(shop), changes) == ((), CHANGED)
    assert list_actions.restore_list(shop, deleted)[0] == saved
    assert dump(shop) == before
    list_actions.delete_list(shop, saved.id)
    made(shop, "zhou")
    with pytest.raises(SegmentError) as refused:
        list_actions.restore_list(shop, deleted)
    assert refused.value.code == "list_name_taken"


def test_a_list_that_is_asked_for_is_not_deleted_and_renaming_takes_who_asks_along(shop: Shop) -> None:
    saved = made(shop, "小鱼干")
    segment, _ = actions.save_segment(shop, SavedSegment("s", Not(InList("VIP"))), now=NOW)
    save_segment_tag(shop, "标签", InList("VIP"))
    with pytest.raises(SegmentError) as refused:
        list_actions.delete_list(shop, saved.id)
    assert (refused.value.code, refused.value.data) == ("list_in_use", {"name": "VIP", "users": ("s", "标签")})
    assert list_actions.rename_list(shop, saved.id, "贵客") == ("VIP", CHANGED)
    assert actions.get_segment(shop, segment.id).tree == Not(InList("贵客"))
    assert [version.tree for version in actions.versions(shop, segment.id)] == [Not(InList("贵客"))]
    assert on_list(shop, "贵客") == {of_nick(shop, "小鱼干")}
    with pytest.raises(SegmentError) as refused:
        list_actions.delete_list(shop, saved.id)
    assert refused.value.code == "list_in_use"


def test_a_list_that_is_gone_is_said_so(shop: Shop) -> None:
    for act in (lambda: list_actions.rename_list(shop, 9, "x"), lambda: list_actions.delete_list(shop, 9)):
        with pytest.raises(SegmentError) as refused:
            act()
        assert refused.value.code == "list_missing"
