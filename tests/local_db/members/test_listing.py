"""The order of the list of members, and figures that agree with the segment engine."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.members import store
from local_db.members.listing import Listing, alphabetical
from local_db.members.model import Figures, SortKey
from local_db.roster.store import load
from local_db.segments.evaluate import evaluate
from local_db.segments.tree import parse
from local_db.shop_file import ShopKey, create_shop

FILLED = """
insert into shops(id, platform, name) values (1, 'taobao', 'a');
insert into imports(id, file_name, file_hash, profile, imported_at, report) values (1, 'f', 'h', 'p', 0, '{}');
insert into members(id, platform, nick, name, province, city, phone, phone_kind) values
  (10, 'taobao', '小鱼干', '', '浙江', '杭州', '13800000001', 'real'),
  (20, 'taobao', '', '阿福', '浙江', '', '', 'masked'),
  (30, 'taobao', 'momo', '', '', '', '', 'absent'),
  (40, 'taobao', '', '', '安徽', '合肥', '13800000002', 'real');
insert into orders(id, shop_id, number, member_id, status, ordered_at, paid_at, net, refunded, items, is_purchase,
                   content_hash, import_id) values
  (1, 1, 'a', 10, 'finished', 90, 100, 1000, 0, 2, 1, '', 1),
  (2, 1, 'b', 10, 'finished', 300, 310, 400, 100, 1, 1, '', 1),
  (3, 1, 'c', 20, 'closed', 50, 60, 0, 700, 1, 0, '', 1),
  (4, 1, 'd', 40, 'finished', 200, 200, 1400, 0, 1, 1, '', 1);
insert into tags(id, name) values (1, 'VIP'), (2, '常客');
insert into member_tags(member_id, tag_id) values (10, 2), (40, 1), (40, 2);
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    with create_shop(tmp_path_factory.mktemp("shop") / "shop.regulars", ShopKey.random()) as opened:
        with opened.write() as connection:
            for statement in FILLED.split(";"):
                connection.execute(statement)
        yield opened


@pytest.fixture
def listing(shop):
    with shop.read() as connection:
        return Listing(load(connection))


@pytest.mark.parametrize(
    ("key", "descending", "expected"),
    [
        (SortKey.SPENT, True, [10, 40, 20, 30]),  # equal sums in the order of ids; who bought nothing comes last
        (SortKey.SPENT, False, [10, 40, 20, 30]),
        (SortKey.ORDERS, True, [10, 40, 20, 30]),
        (SortKey.ORDERS, False, [20, 30, 40, 10]),
        (SortKey.AVERAGE, True, [40, 10, 20, 30]),
        (SortKey.AVERAGE, False, [10, 40, 20, 30]),
        (SortKey.FIRST, False, [10, 40, 20, 30]),
        (SortKey.LAST, True, [10, 40, 20, 30]),
        (SortKey.LAST, False, [40, 10, 20, 30]),
        (SortKey.PLACE, False, [40, 20, 10, 30]),  # 安 before 浙; nothing before 杭州
        (SortKey.PLACE, True, [10, 20, 40, 30]),
    ],
)
def test_members_without_a_value_are_last_in_both_directions(listing, key, descending, expected):
    assert listing.arranged(key, descending=descending).tolist() == expected


def test_nicks_sort_by_letter_then_by_pinyin_and_a_name_stands_in(listing, shop):
    with shop.read() as connection:
        words = store.sort_words(connection, SortKey.NICK)
    assert listing.arranged(SortKey.NICK, descending=False, words=words).tolist() == [30, 20, 10, 40]
    assert listing.arranged(SortKey.NICK, descending=True, words=words).tolist() == [10, 20, 30, 40]


@pytest.mark.parametrize(
    ("key", "ascending", "descending"),
    [
        (SortKey.NAME, [20, 10, 30, 40], [20, 10, 30, 40]),
        (SortKey.PHONE, [10, 40, 20, 30], [20, 40, 10, 30]),  # mobiles by number, then what is masked
        (SortKey.TAGS, [40, 10, 20, 30], [10, 40, 20, 30]),
    ],
)
def test_every_column_of_texts_sorts(listing, shop, key, ascending, descending):
    with shop.read() as connection:
        words = store.sort_words(connection, key)
    assert listing.arranged(key, descending=False, words=words).tolist() == ascending
    assert listing.knows_words(key)
    assert listing.arranged(key, descending=True).tolist() == descending


def test_only_the_asked_members_are_arranged(listing):
    assert listing.arranged(SortKey.LAST, descending=True, among=[40, 10, 999]).tolist() == [10, 40]
    assert listing.arranged(SortKey.LAST, descending=True, among=[]).tolist() == []


def test_figures_count_purchases_only(listing):
    assert listing.figures([40, 20, 10, 999]) == [
        Figures(1, 1400, 200, 200),
        Figures(),
        Figures(2, 1400, 100, 310),
        Figures(),
    ]
    assert listing.figures([10])[0].average == 700
    assert listing.figures([20])[0].average is None


def test_an_empty_shop_has_nobody(tmp_path):
    with create_shop(tmp_path / "shop.regulars", ShopKey.random()) as shop, shop.read() as connection:
        empty = Listing(load(connection))
    assert (empty.people, empty.usable_phones) == (0, 0)
    assert empty.arranged(SortKey.PLACE, descending=True).tolist() == []
    assert empty.figures([1]) == [Figures()]


def test_the_usable_phones_are_those_a_segment_finds(listing):
    found = evaluate(listing.roster, parse({"field": "has_phone", "op": "is", "value": True}), now=datetime.now(UTC))
    assert listing.usable_phones == found.count == 2


@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_can_be_sorted(one, other):
    assert (alphabetical(one) < alphabetical(other)) in {True, False}


@pytest.mark.parametrize(("first", "second"), [("阿福", "豆浆"), ("豆浆", "秋天"), ("Momo", "nana"), ("zoe", "阿福")])
def test_common_chinese_sorts_by_pinyin_after_letters(first, second):
    assert alphabetical(first) < alphabetical(second)
