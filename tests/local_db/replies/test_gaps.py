"""Searches that ended with nothing chosen say which replies are missing."""

from __future__ import annotations

import pytest

from local_db.replies.gaps import ONE_TYPING, gaps, meaning

Search = tuple[str, int, str]


def found(*searches: Search) -> list[tuple[str, int]]:
    return [(gap.typed, gap.times) for gap in gaps(searches)]


def test_letters_of_one_typing_are_one_search() -> None:
    assert found(("f", 0, ""), ("fa", 1, ""), ("fap", 2, ""), ("fapiao", 3, ""), ("fapi", 4, "")) == [("fapiao", 1)]
    assert found(("发票", 0, ""), ("发票", ONE_TYPING + 1, "")) == [("发票", 2)]


def test_a_search_that_found_its_reply_is_no_gap() -> None:
    assert found(("f", 0, ""), ("fa", 1, ""), ("fapiao", 2, "r1")) == []
    assert found(("换货", 0, ""), ("fapiao", 200, "r1")) == [("换货", 1)]


def test_taking_a_reply_ends_a_typing() -> None:
    assert found(("发票", 0, "r1"), ("发票抬头", 5, "")) == [("发票抬头", 1)]


def test_what_was_found_later_is_no_gap_any_more_until_it_is_missed_again() -> None:
    searches = [("发票", 0, ""), ("发票", 100, ""), ("fapiao", 200, "r1")]
    assert found(*searches) == []
    assert found(*searches, ("发票", 300, "")) == [("发票", 1)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("发货", "fahuo"),
        ("发货", "什么时候发货呢"),
        ("发货 时间", "时间  发货"),
        ("ＶＩＰ", "vip"),
        ("开发票", "可以开发票吗"),
        ("return address", "address return"),
        ("how to return", "return please"),
    ],
)
def test_the_same_question_in_other_words_is_one_gap(one: str, other: str) -> None:
    assert meaning(one) == meaning(other)


@pytest.mark.parametrize(("one", "other"), [("发货", "退货"), ("发票", "发货"), ("return", "refund")])
def test_other_questions_are_other_gaps(one: str, other: str) -> None:
    assert meaning(one) != meaning(other)


def test_the_most_missed_come_first_under_the_wording_typed_most() -> None:
    typed = ["发票", "fapiao", "fapiao", "换货", "色差", "色差"]
    answer = gaps([(text, place * 1000, "") for place, text in enumerate(typed)], most=2)
    assert [(gap.typed, gap.times, gap.last_at) for gap in answer] == [("fapiao", 3, 2000), ("色差", 2, 5000)]


def test_single_letters_and_blanks_say_nothing() -> None:
    assert found(("f", 0, ""), ("  ", 1000, ""), ("吗", 2000, "")) == []
