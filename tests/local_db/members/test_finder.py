"""What typing finds in a real shop file, before and after there is an index, and when the shop has changed."""

from __future__ import annotations

import pytest

from local_db.members.finder import MemberFinder
from local_db.members.model import SortKey
from local_db.roster.source import RosterSource
from local_db.settings import mark_roster_changed
from tests.new_shop import new_shop

FILLED = """
insert into shops(id, platform, name) values (1, 'taobao', '喵屋'), (2, 'shopify', 'b');
insert into imports(id, file_name, file_hash, profile, imported_at, report) values (1, 'f', 'h', 'p', 0, '{}');
insert into members(id, platform, nick, name, phone, phone_kind, email) values
  (10, 'taobao', '小鱼干', '林一', '13800001234', 'real', 'lin@example.com'),
  (20, 'taobao', 'Momo', '', '057112341234', 'landline', ''),
  (30, 'shopify', 'x1234', '', '', 'masked', '');
insert into identities(member_id, kind, scope, value) values
  (10, 'nick', 'taobao', '小鱼干'), (10, 'nick', 'jd', '快乐星球'), (20, 'nick', 'taobao', 'Momo');
insert into orders(id, shop_id, number, member_id, status, ordered_at, paid_at, is_purchase, content_hash, import_id)
values
  (1, 1, '880011', 10, 'finished', 90, 100, 1, '', 1), (2, 2, 'TB-88', 10, 'closed_unpaid', 300, null, 0, '', 1),
  (3, 1, '990011', 20, 'finished', 1, 1, 1, '', 1), (4, 1, '880012', null, 'finished', 1, 1, 1, '', 1);
insert into tags(id, name) values (1, 'VIP'), (2, '老客');
insert into member_tags(member_id, tag_id) values (10, 1), (30, 2);
"""


@pytest.fixture
def shop(tmp_path):
    with new_shop(tmp_path / "shop.regulars") as opened:
        with opened.write() as connection:
            for statement in FILLED.split(";"):
                connection.execute(statement)
        yield opened


@pytest.fixture
def finder(shop):
    return MemberFinder(shop, RosterSource(shop))


def find(finder, typed):
    return sorted(finder.find(typed, SortKey.LAST, descending=True).ids.tolist())


EVERYBODY = [10, 20, 30]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", EVERYBODY),
        ("   ", EVERYBODY),
        ("鱼", [10]),
        ("XYG", [10]),
        ("ｘｙｇ", [10]),  # an input method in full width
        ("linyi", [10]),
        ("linx", []),  # pieces of two texts are no word
        ("小yg", [10]),
        ("xiaoyg", [10]),
        ("klxq", [10]),  # the nick she has elsewhere
        ("lin@ex", [10]),
        ("mom", [20]),
        ("1234", [10, 20, 30]),  # the end of two phones, and part of a nick
        ("13800001234", [10]),
        ("234", [30]),  # too short for the end of a phone
        ("8800", [10]),  # an order number begins so; the fourth order has no member
        ("tb-88", [10]),
        ("88001", [10]),
        ("vip", [10]),
        ("lk", [30]),  # a tag, by its initials
        ("vip 小", [10]),
        ("vip mom", []),
        ("%", []),
        ("_", []),
        ("' or 1=1 --", []),
    ],
)
def test_typing_finds(finder, typed, expected):
    finder.prepare()
    assert find(finder, typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"), [("鱼", [10]), ("MOM", [20]), ("lin@", [10]), ("VIP", [10]), ("", EVERYBODY), ("xyg", [])]
)
def test_before_there_is_an_index_texts_are_found_as_they_are_written(finder, typed, expected):
    assert find(finder, typed) == expected
    assert finder.index is None


def test_sorting_by_a_text_waits_for_the_index(finder):
    assert finder.find("", SortKey.NICK, descending=False).ids.tolist() == [20, 30, 10]
    assert finder.index is not None


def test_an_import_makes_the_index_old_and_a_tag_does_not(shop, finder):
    finder.prepare()
    before = finder.index
    with shop.write() as connection:
        connection.execute("insert into member_tags(member_id, tag_id) values (20, 2)")
        mark_roster_changed(connection)
    finder.prepare()
    assert finder.index is before
    assert find(finder, "老客") == [20, 30]
    with shop.write() as connection:
        connection.execute("insert into members(id, platform, nick) values (40, 'taobao', '豆浆')")
        mark_roster_changed(connection)
    assert find(finder, "") == [*EVERYBODY, 40]
    assert find(finder, "momo") == [20]  # the index of before still serves
    assert finder.prepare()
    assert find(finder, "doujiang") == [40]
    assert finder.find("", SortKey.NICK, descending=False).ids.tolist() == [20, 30, 40, 10]


def test_somebody_erased_is_not_found_any_more(shop, finder):
    finder.prepare()
    with shop.write() as connection:
        connection.execute("update members set nick = '' where id = 20")
        connection.execute("insert into erased_keys(hash, erased_at) values ('x', 0)")
        mark_roster_changed(connection)
    finder.prepare()
    assert find(finder, "momo") == []


def test_building_can_be_stopped(finder):
    def stop():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        finder.prepare(stop)
    assert finder.index is None
    finder.prepare()
    assert find(finder, "xyg") == [10]
