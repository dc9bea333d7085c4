"""What counts as one slip, and how many a word may have."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from local_db.replies.search.slips import SyllableSlips, WordSlips, _meant, allowed, distance, is_pinyin

words = st.text("abcd", max_size=7)


@given(words, words, st.integers(1, 2))
def test_slips_are_counted_as_by_the_textbook(left: str, right: str, most: int) -> None:
    assert distance(left, right, most) == min(OSA.distance(left, right), most + 1)


@given(words, words)
def test_one_slip_is_told_from_more(left: str, right: str) -> None:
    assert _meant(left, right).slips == min(OSA.distance(left, right), 2)


@pytest.mark.parametrize(
    ("word", "slips"),
    [("fah", 0), ("fahu", 1), ("tuihuoy", 1), ("tuihuoyu", 2), ("退货", 0), ("退货yun", 0), ("退货yunf", 1)],
)
def test_longer_words_may_have_more(word: str, slips: int) -> None:
    assert allowed(word) == slips


@given(st.lists(st.sampled_from(["tui", "huo", "yun", "fei", "shi", "an"]), min_size=2, max_size=3), st.data())
def test_a_row_with_one_slip_is_found_again(row: list[str], data: st.DataObject) -> None:
    typed = "".join(row)
    if len(typed) < 4:
        return
    place = data.draw(st.integers(0, len(typed) - 1))
    slipped = typed[:place] + data.draw(st.sampled_from(["", "b", typed[place] * 2])) + typed[place + 1 :]
    near = SyllableSlips(["tui", "huo", "yun", "fei", "shi", "an"])
    found = near.rows(slipped, 1, lambda _: None)
    if allowed(slipped) and slipped != typed and not is_pinyin(slipped):
        assert tuple(row) in {tuple(meant.text for meant in some) for some in found}, slipped


@pytest.mark.parametrize("typed", ["fahuo", "xian", "nv", "lve", "zhuang", "er", "shuangqiang", "ouyu", "jiongjiong"])
def test_whole_syllables_are_pinyin(typed: str) -> None:
    assert is_pinyin(typed)


@pytest.mark.parametrize("typed", ["", "fhauo", "tuih", "fauo", "refund", "退huo", "fa huo", "jv", "bong", "fahuoo"])
def test_anything_else_is_none(typed: str) -> None:
    assert not is_pinyin(typed)


@pytest.mark.parametrize(
    ("typed", "meant", "likely"),
    [
        ("tuihou", "tuihuo", True),  # two letters swapped
        ("tuhuo", "tuihuo", True),  # one left out
        ("tuifei", "tuihei", False),  # another first letter: most likely that was meant
        ("yinhang", "yichang", False),
        ("shuiguo", "huiguo", False),
        ("yinhangka", "yichangka", True),  # what is as it should be says enough
    ],
)
def test_slips_that_end_as_pinyin_are_thought_of_where_they_are_likely(typed: str, meant: str, *, likely: bool) -> None:
    near = SyllableSlips(["tui", "huo", "hei", "yi", "chang", "hui", "guo", "ka"])
    found = {"".join(some.text for some in row) for row in near.rows(typed, 1, lambda _: None)}
    assert (meant in found) is likely


def test_words_of_letters() -> None:
    slips = WordSlips()
    slips.add(["refund", "policy", "no"])
    slips.add(["replacement"])
    assert slips.near("refudn") == [("refund", 1)]
    assert slips.near("refnd") == [("refund", 1)]
    assert slips.near("repalcemetn") == [("replacement", 2)]
    assert slips.near("repalcm") == []
    assert slips.near("refund") == []
    assert slips.near("xx") == []
