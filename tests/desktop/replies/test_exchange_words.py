"""What is told about files of replies, in the window and on the command line alike."""

from __future__ import annotations

from desktop.replies.exchange import exchange_words
from local_db.replies.exchange.actions import Imported, Repeat
from local_db.replies.exchange.model import PROBLEM_CODES, FileProblem, Format, Kind, Preview
from local_db.replies.exchange.writing import Written


def test_there_are_words_for_everything_that_a_file_can_be_or_have() -> None:
    assert set(exchange_words.PROBLEMS) == set(PROBLEM_CODES)
    assert set(exchange_words.FORMATS) == set(Format)
    assert set(exchange_words.KINDS) == set(exchange_words.SUFFIXES) == set(Kind)


def test_the_line_of_a_problem_says_where_it_is() -> None:
    lines = {
        exchange_words.problem(FileProblem("no_text", "x", 3, "内容")): "row 3, 内容: there is no text",
        exchange_words.problem(FileProblem("inactive", "x", 3)): "row 3: it is turned off",
        exchange_words.problem(FileProblem("more_problems", "x", data={"count": 1200})): "1,200 more",
    }
    assert [line[: len(start)] for line, start in lines.items()] == list(lines.values())


def test_what_was_there_already_is_told_only_where_something_was() -> None:
    assert exchange_words.imported(Imported()) == "Brought in: 0; replaced: 0."
    there = Imported(repeated=(Repeat(0, "a", same_text=True),))
    assert exchange_words.imported(there) == "Brought in: 0; replaced: 0; there already: 1."


def test_a_table_that_is_read_need_not_hold_everything() -> None:
    assert exchange_words.read(Preview("x.csv", Format.SHEET, ())) == "x.csv (Table): 0 found"
    assert exchange_words.read(Preview("x", Format.QIANNIU, ())) == "x (Qianniu quick phrases): 0 found"


def test_what_was_left_out_is_told_in_short() -> None:
    many = Written(9, 1, 2, ("nick",), tuple("abcdefgh"), ("group", "pinned"))
    assert exchange_words.left_out(many) == [
        "further wordings, which that program does not know: 1",
        "pictures and files: 2",
        "what that program has no place for: Group, Pinned to the top",
        "variables that stand as their fallbacks: {nick}",
        "variables to be filled in by hand: {a}, {b}, {c}, {d}, {e}, {f}, 2 more",
    ]
    assert exchange_words.left_out(Written(9)) == []
