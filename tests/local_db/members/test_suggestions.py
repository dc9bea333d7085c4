"""Who is suggested as the same person, and who is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.members import merging
from local_db.members.suggestions import ENOUGH, MOST_TOGETHER, POINTS, Facts, Why, all_suggestions, compared, scored
from local_db.shop_file import Shop
from tests.local_db.members.people import NOW, add_order, add_record, derive, member

LIN = Facts(1, "林小鱼", "13800001234", "real", "浙江", "杭州", "k1")
NOBODY = Facts(2, "", "", "absent", "", "", "")
EVERYTHING = (Why.SAME_PHONE, Why.SAME_NAME, Why.SAME_ADDRESS, Why.SAME_PLACE)


@pytest.mark.parametrize(
    ("other", "why"),
    [
        (LIN._replace(id=2), EVERYTHING),
        (NOBODY, ()),
        (NOBODY._replace(phone=LIN.phone, phone_kind="real"), (Why.SAME_PHONE,)),
        (NOBODY._replace(phone=LIN.phone, phone_kind="real", name="林大鱼"), (Why.SAME_PHONE, Why.OTHER_NAME)),
        (NOBODY._replace(phone="05718881234", phone_kind="landline"), (Why.SAME_PHONE_END,)),
        (NOBODY._replace(name="林小鱼"), (Why.SAME_NAME,)),
        (NOBODY._replace(city="杭州", province="江苏"), ()),
        (NOBODY._replace(address_key="k1"), (Why.SAME_ADDRESS,)),
        (LIN._replace(id=2, phone="", phone_kind="masked", address_key=""), (Why.SAME_NAME, Why.SAME_PLACE)),
    ],
)
def test_what_two_members_have_in_common(other: Facts, why: tuple[Why, ...]) -> None:
    assert compared(LIN, other) == why
    assert compared(other, LIN) == why


@pytest.mark.parametrize(
    ("why", "enough"),
    [
        ({Why.SAME_PHONE}, True),
        ({Why.SAME_PHONE, Why.OTHER_NAME}, True),
        ({Why.SAME_NAME, Why.SAME_ADDRESS}, True),
        ({Why.SAME_NAME, Why.SAME_PLACE, Why.SAME_PHONE_END}, True),
        ({Why.SAME_NAME, Why.SAME_PLACE}, False),  # thousands of 王芳 live in Shanghai
        ({Why.SAME_NAME, Why.SAME_PHONE_END}, False),
        ({Why.SAME_ADDRESS, Why.SAME_PLACE}, False),  # a whole dormitory
        ({Why.SAME_ADDRESS, Why.SAME_PLACE, Why.SAME_PHONE_END, Why.OTHER_NAME}, True),
        ({Why.SAME_PLACE, Why.SAME_PHONE_END}, False),
    ],
)
def test_what_is_enough(why: set[Why], enough: bool) -> None:
    assert (sum(POINTS[reason] for reason in why) >= ENOUGH) == enough


def test_the_most_alike_come_first_and_each_pair_once() -> None:
    twin, cousin = LIN._replace(id=2), LIN._replace(id=3, name="林大鱼", address_key="", city="")
    found = scored([[LIN, twin, cousin], [twin, LIN]], frozenset())
    assert [(s.first, s.second) for s in found] == [(1, 2), (1, 3), (2, 3)]
    assert [s.certain for s in found] == [True, False, False]
    assert scored([[LIN, twin]], frozenset({(1, 2)})) == []


def test_a_phone_of_many_people_says_nothing() -> None:
    crowd = [LIN._replace(id=number) for number in range(MOST_TOGETHER + 1)]
    assert scored([crowd], frozenset()) == []
    assert scored([crowd[1:]], frozenset())


@given(st.lists(st.builds(Facts, st.integers(1, 9), *[st.sampled_from(["", "aa", "bb"])] * 6), max_size=6))
def test_the_order_of_people_does_not_matter(group: list[Facts]) -> None:
    group = list({facts.id: facts for facts in group}.values())
    assert scored([group], frozenset()) == scored([group[::-1]], frozenset())


def pairs(shop: Shop, limit: int = 10) -> list[tuple[int, int]]:
    with shop.read() as connection:
        return [(found.first, found.second) for found in all_suggestions(connection)[:limit]]


def test_people_of_a_shop_are_suggested_until_something_is_decided(people: Shop) -> None:
    with people.read() as connection:
        lin, jd = member(connection, "nick", "小鱼干"), member(connection, "nick", "jd_lin")
    assert pairs(people) == [(lin, jd)]
    assert pairs(people, 0) == []
    apart, _ = merging.keep_apart(people, lin, jd, "", now=NOW)
    assert pairs(people) == []
    assert apart is not None
    merging.undo_decisions(people, apart.decisions)
    assert pairs(people) == [(lin, jd)]
    merging.join_members(people, lin, jd, "", now=NOW)
    assert pairs(people) == []


def test_name_with_street_and_name_with_city_and_end_of_phone_are_found(people: Shop) -> None:
    with people.write() as connection:
        said = [
            {"nick": "wu_jd", "name": "吴四", "address_key": "k1", "city": "合肥"},
            {"nick": "z1", "phone": "13911110000", "name": "周周", "province": "浙江", "city": "宁波"},
            {"nick": "z2", "phone": "13922220000", "name": "周周", "province": "浙江", "city": "宁波"},
            {"nick": "z3", "phone": "13933330000", "name": "周周", "province": "浙江", "city": "温州"},
        ]
        for number, facts in enumerate(said):
            add_order(connection, add_record(connection, platform="jd", **facts), f"n{number}")
        derive(connection)
        by_nick = dict(connection.execute("select nick, id from members"))
    assert set(pairs(people)) == {
        (by_nick["小鱼干"], by_nick["jd_lin"]),
        (by_nick["wu_4"], by_nick["wu_jd"]),
        (by_nick["z1"], by_nick["z2"]),
    }
    assert len(pairs(people, 2)) == 2


def test_a_key_that_was_split_off_is_not_suggested_again(people: Shop) -> None:
    with people.read() as connection:
        phone = connection.execute("select id from identities where kind = 'phone' and scope = 'taobao'").fetchone()[0]
    done, _ = merging.split_identity(people, phone, "", now=NOW)
    assert done is not None
    assert (min(done.member_id, done.other_id), max(done.member_id, done.other_id)) not in pairs(people)
