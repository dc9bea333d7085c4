"""The index of members finds what a person reading every text would find, and sorts as `sorted` does."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from local_db.members.number_index import OrderNumberIndex, PhoneIndex
from local_db.members.ordering import alphabetical, order_of_texts, order_of_values
from local_db.members.spelling import folded, spells
from local_db.members.text_index import BETWEEN_MEMBERS, BETWEEN_TEXTS, TextIndex
from local_db.members.texts import Texts

SYLLABLES = ["xiao", "yu", "gan", "zhang", "chong", "zhong", "qing", "a", "an", "fu", "le", "yue"]
nicks = st.text(alphabet="小鱼干张重庆安阿福乐aAnzhxyg12_Ａ😀 ", max_size=8)
people = st.lists(st.lists(nicks, min_size=1, max_size=3), max_size=12)
words = st.one_of(
    st.text(alphabet="小鱼干张重庆安阿乐", min_size=1, max_size=3),
    st.text(alphabet="xyganzhcqfle12😀", min_size=1, max_size=8),
    st.lists(st.sampled_from([*SYLLABLES, "小", "鱼", "x", "zh", "c"]), min_size=1, max_size=4).map("".join),
)
lines = st.text(alphabet=st.characters(exclude_characters="\n\0", exclude_categories=["Cs"]), max_size=30)


def text_index(members):
    return TextIndex([folded(BETWEEN_TEXTS.join(texts)) + BETWEEN_MEMBERS for texts in members])


def read_by_hand(word, members):
    return [any(spells(word, part) for part in folded(BETWEEN_TEXTS.join(m)).split(BETWEEN_TEXTS)) for m in members]


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("小鱼", "小鱼干", True),
        ("xiaoyugan", "小鱼干", True),
        ("xiaoyug", "小鱼干", True),
        ("xyg", "小鱼干", True),
        ("yg", "小鱼干", True),
        ("xiaoyg", "小鱼干", True),
        ("小yug", "小鱼干", True),
        ("xyugan", "小鱼干", True),
        ("xiyu", "小鱼干", False),  # half a syllable only at the end
        ("iaoyu", "小鱼干", False),
        ("xg", "小鱼干", False),
        ("zhs", "张三", True),
        ("zs", "张三", True),
        ("chongqing", "重庆小面", True),
        ("zhongqing", "重庆小面", True),
        ("amaob", "a猫b", True),
        ("lv", "绿", True),
        ("mo_2", "momo_2016", True),
        ("1", "", False),
    ],
)
def test_how_a_text_may_be_typed(word, text, found):
    assert spells(word, text) is found
    assert text_index([[text]]).found(word).tolist() == [found]


@given(people, st.lists(words, min_size=1, max_size=6))
@example([["小鱼干"]], ["x", "xi", "xia", "xiao", "xiaoy", "xia", "小", "小y"])
def test_the_index_finds_what_reading_every_text_finds(members, typed):
    index = text_index(members)
    for word in typed:
        for end in [*range(1, len(word) + 1), max(1, len(word) - 1)]:  # letter by letter, and one taken back
            part = folded(word[:end])
            assert index.found(part).tolist() == read_by_hand(part, members), part


@given(st.lists(st.text(alphabet="0123456789+- ", max_size=14), max_size=20), st.text("0123456789", max_size=12))
def test_phones_are_found_by_their_end(phones, digits):
    index = PhoneIndex(Texts.of_lines([(phone + "\n").encode() for phone in phones]))
    plain = ["".join(char for char in phone if char.isdecimal()) for phone in phones]
    assert index.ending(digits).tolist() == [len(digits) >= 4 and phone.endswith(digits) for phone in plain]


@given(st.lists(st.text(alphabet="0123TB-号", max_size=20), max_size=20), st.text(alphabet="012T-号", max_size=6))
def test_orders_are_found_by_the_beginning_of_their_number(numbers, start):
    owners = np.arange(len(numbers), dtype=np.int32) * 10
    index = OrderNumberIndex(Texts.of_lines([(number + "\n").encode() for number in numbers]), owners)
    expected = [n * 10 for n, number in enumerate(numbers) if len(start.encode()) >= 4 and number.startswith(start)]
    assert sorted(index.beginning(start).tolist()) == expected


@given(st.lists(st.one_of(lines, st.text(alphabet="ab", max_size=30)), max_size=30), st.data())
def test_texts_are_sorted_as_python_sorts_them(texts, data):
    among = data.draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts)))
    order = order_of_texts(Texts.of_lines([alphabetical(text + "\n") for text in texts]))
    check_order(order, [alphabetical(text) or None for text in texts], among)


@given(st.lists(st.one_of(st.none(), st.integers(-3, 3), st.integers(-(2**60), 2**60)), max_size=30), st.data())
def test_numbers_are_sorted_as_python_sorts_them(values, data):
    among = data.draw(st.lists(st.booleans(), min_size=len(values), max_size=len(values)))
    missing = np.array([value is None for value in values], np.bool_)
    order = order_of_values(np.array([value or 0 for value in values], np.int64), missing)
    check_order(order, values, among)


def check_order(order, values, among):
    """Who has no value is last; ties are in the order of numbers, both ways."""
    there = [number for number, value in enumerate(values) if value is not None]
    absent = [number for number, value in enumerate(values) if value is None]
    up = sorted(there, key=lambda number: values[number])
    down = sorted(there, key=lambda number: values[number], reverse=True)  # stable in both directions
    mask = np.array(among, np.bool_)
    for descending, expected in ((False, [*up, *absent]), (True, [*down, *absent])):
        assert order.numbers(descending=descending).tolist() == expected
        kept = [number for number in expected if among[number]]
        assert order.numbers(descending=descending, among=mask).tolist() == kept
