"""Many members at once: what is written, that undoing leaves nothing, and that stopping changes nothing."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from local_db.errors import PrepareError
from local_db.members import bulk, export_log
from local_db.members.finder import MemberFinder
from local_db.members.model import SortKey
from local_db.members.people_file import PeopleFile, export_people
from local_db.roster.source import RosterSource
from tests.new_shop import new_shop

NOW = datetime(2026, 11, 24, tzinfo=UTC)
SECONDS = int(NOW.timestamp())
FILLED = """
insert into members(id, platform, nick, name, phone, phone_kind) values
  (10, 'taobao', '小鱼干', '=1+1', '13800001234', 'real'), (20, 'taobao', 'Momo', '', '', 'masked'),
  (30, 'taobao', 'x', '', '', 'absent'), (40, 'jd', 'y', '', '', 'absent');
insert into identities(id, member_id, kind, scope, value) values
  (7, 10, 'buyer_id', 'taobao', '1'), (8, 10, 'nick', 'taobao', '小鱼干'), (9, 20, 'nick', 'taobao', 'Momo');
insert into tags(id, name) values (1, 'VIP'), (2, '老客');
insert into tags(id, name, rule) values (3, '活跃', '{}');
insert into member_tags(member_id, tag_id, source, identity_id) values (10, 1, 'hand', 7), (30, 1, 'import', 0),
  (30, 3, 'rule', 0);
insert into consents(member_id, channel, state, source, noted_at) values (20, 'sms', 'opted_out', 'hand', 9),
  (10, 'sms', 'granted', 'hand', 2000000000);
"""
TABLES = ("tags", "member_tags", "consents", "notes")


def make(path):
    shop = new_shop(path / "shop.regulars")
    with shop.write() as connection:
        for statement in FILLED.split(";"):
            connection.execute(statement)
    return shop


@pytest.fixture
def shop(tmp_path):
    with make(tmp_path) as opened:
        yield opened


def quiet(done, total):
    assert 0 <= done <= total


def state(shop):
    with shop.read() as connection:
        return {table: sorted(rows_of(connection, table), key=repr) for table in TABLES}


def rows_of(connection, table):
    return connection.execute(f"select * from {table}").fetchall()


def rows(shop, query):
    with shop.read() as connection:
        return connection.execute(query).fetchall()


def ids(*numbers):
    return np.array(numbers, np.int64)


def test_a_tag_goes_to_those_without_it_and_hangs_on_their_first_identity(shop):
    change, changes = bulk.tag_members(shop, ids(10, 20, 30, 40, 999), " VIP ", quiet)
    assert (change.people, change.new_tag, bool(changes)) == (2, False, True)
    found = rows(shop, "select member_id, source, identity_id from member_tags where tag_id = 1 order by member_id")
    assert found == [(10, "hand", 7), (20, "hand", 9), (30, "import", 0), (40, "hand", 0)]


def test_an_undone_tag_follows_people_through_a_merge(shop):
    change, _ = bulk.tag_members(shop, ids(20, 40), "新", quiet)
    with shop.write() as connection:  # 20 becomes a part of 10
        connection.execute("update identities set member_id = 10 where member_id = 20")
        connection.execute("update member_tags set member_id = 10 where member_id = 20")
    bulk.undo(shop, change, quiet)
    assert rows(shop, "select * from member_tags m join tags t on t.id = m.tag_id where t.name = '新'") == []
    assert rows(shop, "select * from tags where name = '新'") == []


@pytest.mark.parametrize("name", ["", "  ", "活跃"])
def test_no_name_and_the_tag_of_a_rule_are_refused(shop, name):
    before = state(shop)
    with pytest.raises(ValueError, match=f"^{name.strip()}$"):
        bulk.tag_members(shop, ids(10), name, quiet)
    assert state(shop) == before


def test_taking_a_tag_leaves_what_a_rule_gave(shop):
    assert bulk.untag_members(shop, ids(10, 30), "活跃", quiet)[0].people == 0
    change, _ = bulk.untag_members(shop, ids(10, 20, 30), "VIP", quiet)
    assert change.people == 2
    assert rows(shop, "select member_id from member_tags") == [(30,)]


def test_a_note_stands_with_everybody(shop):
    change, _ = bulk.note_members(shop, ids(10, 20, 999), " 双12 回访 ", quiet, now=NOW)
    assert change.people == 2
    assert rows(shop, "select identity_id, member_id, text, noted_at from notes order by id") == [
        (7, 10, "双12 回访", SECONDS),
        (9, 20, "双12 回访", SECONDS),
    ]


def test_an_opt_out_is_the_latest_entry_and_keeps_the_phone(shop):
    bulk.opt_members_out(shop, ids(10, 30), "sms", quiet, now=NOW)
    found = rows(shop, "select member_id, state, noted_at, phone, identity_id from consents where id > 2 order by id")
    assert found == [(10, "opted_out", 2_000_000_000, "13800001234", 7), (30, "opted_out", SECONDS, "", None)]


def test_who_opted_out_cannot_be_made_to_agree_by_the_dozen(shop):
    change, _ = bulk.grant_for_members(shop, ids(10, 20, 30), "sms", quiet, now=NOW)
    assert (change.people, change.left_out) == (2, 1)
    assert rows(shop, "select member_id from consents where id > 2 order by id") == [(10,), (30,)]


DEEDS = [
    # `quiet` is looked up when they are called, so that a test can put something else in its place.
    lambda shop, chosen: bulk.tag_members(shop, chosen, "新", quiet),
    lambda shop, chosen: bulk.tag_members(shop, chosen, "VIP", quiet),
    lambda shop, chosen: bulk.untag_members(shop, chosen, "VIP", quiet),
    lambda shop, chosen: bulk.note_members(shop, chosen, "a", quiet, now=NOW),
    lambda shop, chosen: bulk.opt_members_out(shop, chosen, "sms", quiet, now=NOW),
    lambda shop, chosen: bulk.grant_for_members(shop, chosen, "call", quiet, now=NOW),
]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(DEEDS), st.sets(st.sampled_from([10, 20, 30, 40]))), max_size=5))
def test_undoing_everything_leaves_nothing(tmp_path_factory, deeds):
    with make(tmp_path_factory.mktemp("shop")) as shop:
        before = state(shop)
        done = [deed(shop, ids(*sorted(chosen)))[0] for deed, chosen in deeds]
        for change in reversed(done):
            bulk.undo(shop, change, quiet)
        assert state(shop) == before


@pytest.mark.parametrize("deed", DEEDS)
def test_stopping_on_the_way_changes_nothing(shop, deed, monkeypatch):
    monkeypatch.setattr(bulk, "AT_ONCE", 1)

    def stop(done, total):
        if done >= 2:
            raise KeyboardInterrupt

    before = state(shop)
    monkeypatch.setitem(globals(), "quiet", stop)
    with pytest.raises(KeyboardInterrupt):
        deed(shop, ids(10, 30, 40))
    assert state(shop) == before


def export(shop, out, **more):
    found = MemberFinder(shop, RosterSource(shop)).find("", SortKey.NICK, descending=False)
    what = PeopleFile(
        out, ("Nick", "Name", "Orders"), lambda row, figures: (row.nick, row.name, figures.orders), "all", **more
    )
    return export_people(shop, found.listing, found.ids, what, quiet, now=NOW)


def logged(shop):
    with shop.read() as connection:
        return export_log.exports(connection, 10)


def test_a_file_of_people_is_safe_for_spreadsheets_and_logged(shop, tmp_path):
    assert export(shop, tmp_path / "people.csv", reason="回访", who="lin") == 4
    text = (tmp_path / "people.csv").read_text(encoding="utf-8-sig")
    assert text.splitlines() == ["Nick,Name,Orders", "Momo,,0", "x,,0", "y,,0", "小鱼干,'=1+1,0"]
    assert logged(shop) == (export_log.Export(SECONDS, "members", "all", 4, "people.csv", "回访", "lin"),)
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith("unfinished")] == []


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text elsewhere")
def test_a_name_that_is_no_text_is_logged_as_far_as_it_is(shop, tmp_path):
    export(shop, tmp_path / "a\udcff.csv")
    assert logged(shop)[0].file_name == "a?.csv"


def test_a_workbook_says_the_same(shop, tmp_path):
    export(shop, tmp_path / "people.xlsx")
    sheet = CalamineWorkbook.from_path(tmp_path / "people.xlsx").get_sheet_by_index(0).to_python()
    assert sheet[-1] == ["小鱼干", "'=1+1", 0]


def test_a_file_in_the_way_is_not_written_over_unasked(shop, tmp_path):
    out = tmp_path / "people.csv"
    out.write_text("mine")
    with pytest.raises(PrepareError) as refused:
        export(shop, out)
    assert refused.value.code == "file_exists"
    assert (out.read_text(), logged(shop)) == ("mine", ())
    assert export(shop, out, overwrite=True) == 4


def test_a_file_that_does_not_get_its_name_is_not_logged(shop, tmp_path, monkeypatch):
    def refuse(*_):
        raise PrepareError("file_in_use", path="x")

    monkeypatch.setattr("local_db.whole_files.publish", refuse)
    with pytest.raises(PrepareError):
        export(shop, tmp_path / "people.csv")
    assert logged(shop) == ()
