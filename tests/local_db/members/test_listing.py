"""The order of the list of members, and figures that agree with the segment engine."""

from __future__ import annotations

from datetime import UTC, datetime
from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.members.finder import MemberFinder
from local_db.members.listing import Listing
from local_db.members.model import Figures, SortKey
from local_db.members.ordering import alphabetical
from local_db.roster.roster import Consent
from local_db.roster.source import RosterSource
from local_db.roster.store import load
from local_db.segments.evaluate import evaluate
from local_db.segments.tree import parse
from tests.new_shop import new_shop

FILLED = """
insert into shops(id, platform, name) values (1, 'taobao', 'a');
insert into imports(id, file_name, file_hash, profile, imported_at, report) values (1, 'f', 'h', 'p', 0, '{}');
insert into members(id, platform, nick, name, province, city, phone, phone_kind, email, joined_at, birthday, tier)
  values
  (10, 'taobao', '小鱼干', '', '浙江', '杭州', '13800000001', 'real', 'b@x', 9, '1990-05-06', '金卡'),
  (20, 'taobao', '', '阿福', '浙江', '', '', 'masked', '', 7, '02-29', ''),
  (30, 'taobao', 'momo', '', '', '', '', 'absent', '', null, '', 'V1'),
  (40, 'taobao', '', '', '安徽', '合肥', '13800000002', 'real', 'a@x', null, '', '');
insert into consents(member_id, channel, state, source, noted_at) values
  (20, 'sms', 'granted', 'hand', 5), (40, 'sms', 'opted_out', 'hand', 5);
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
    with new_shop(tmp_path_factory.mktemp("shop") / "shop.regulars") as opened:
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


@pytest.mark.parametrize(
    ("key", "ascending", "descending"),
    [
        (SortKey.NICK, [30, 20, 10, 40], [10, 20, 30, 40]),  # letters, then pinyin; a name stands in
        (SortKey.NAME, [20, 10, 30, 40], [20, 10, 30, 40]),
        (SortKey.PHONE, [10, 40, 20, 30], [20, 40, 10, 30]),  # mobiles by number, then what is masked
        (SortKey.TAGS, [40, 10, 20, 30], [10, 40, 20, 30]),
        (SortKey.EMAIL, [40, 10, 20, 30], [10, 40, 20, 30]),
        (SortKey.JOINED, [20, 10, 30, 40], [10, 20, 30, 40]),
        (SortKey.CONSENT, [20, 40, 10, 30], [40, 20, 10, 30]),  # agreed before refused
        (SortKey.PROVINCE, [40, 10, 20, 30], [10, 20, 40, 30]),
        (SortKey.CITY, [10, 40, 20, 30], [40, 10, 20, 30]),  # hang before he, as a dictionary has it
        (SortKey.BIRTHDAY, [20, 10, 30, 40], [10, 20, 30, 40]),  # by the day of the year
        (SortKey.TIER, [30, 10, 20, 40], [10, 30, 20, 40]),
        (SortKey.PLATFORM, [10, 20, 30, 40], [10, 20, 30, 40]),
    ],
)
def test_every_column_sorts(shop, key, ascending, descending):
    finder = MemberFinder(shop, RosterSource(shop))
    for backwards, expected in ((False, ascending), (True, descending)):
        assert finder.find("", key, descending=backwards).ids.tolist() == expected


def test_every_key_of_the_list_can_be_sorted_by(shop):
    finder = MemberFinder(shop, RosterSource(shop))
    assert finder.prepare()
    assert not finder.prepare()  # nothing is new
    for key in SortKey:
        assert sorted(finder.find("", key, descending=True).ids.tolist()) == [10, 20, 30, 40]


def test_only_the_asked_members_are_arranged(listing):
    among = np.array([True, False, False, True])
    assert listing.arranged(SortKey.LAST, descending=True, among=among).tolist() == [10, 40]
    assert listing.arranged(SortKey.LAST, descending=True, among=np.zeros(4, np.bool_)).tolist() == []


@given(st.lists(st.sets(st.sampled_from("abcdefgh"), max_size=4), min_size=1, max_size=12), st.integers(0, 70))
def test_tags_are_sorted_as_their_names_one_after_another(people, more):
    """Many tags need more than one number to say who has which."""
    names = [*"abcdefgh", *(f"t{number}" for number in range(more))]
    listing = listing_with_tags({name: np.array([name in tags for tags in people], np.bool_) for name in names})
    there = [number for number, tags in enumerate(people) if tags]
    absent = [number for number, tags in enumerate(people) if not tags]
    expected = sorted(there, key=lambda number: "\t".join(sorted(people[number])))
    assert listing.arranged(SortKey.TAGS, descending=False).tolist() == [*expected, *absent]


def listing_with_tags(tags):
    ids = np.arange(len(next(iter(tags.values()))), dtype=np.int64)
    with_tags = SimpleNamespace(ids=ids, tags=tags)
    nothing = np.zeros(0, np.int64)
    orders = SimpleNamespace(time=nothing, is_purchase=nothing.astype(np.bool_))
    with_tags.known_since = ids
    return Listing(SimpleNamespace(members=with_tags, orders=orders, size=len(ids)))


def test_figures_count_purchases_only(listing):
    assert listing.figures([40, 20, 10, 999]) == [
        Figures(1, 1400, 200, 200, Consent.OPTED_OUT),
        Figures(consent=Consent.GRANTED),
        Figures(2, 1400, 100, 310),
        Figures(),
    ]
    assert listing.figures([10])[0].average == 700
    assert listing.figures([20])[0].average is None


def test_an_empty_shop_has_nobody(tmp_path):
    with new_shop(tmp_path / "shop.regulars") as shop, shop.read() as connection:
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
