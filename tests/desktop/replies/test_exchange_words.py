"""What is told about files of replies, in the window and on the command line alike."""

from __future__ import annotations

from desktop.replies import exchange_words
from local_db.replies.exchange.actions import Imported, Repeat
from local_db.replies.exchange.model import PROBLEM_CODES, FileProblem, Format, Kind


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
    assert exchange_words.imported(Imported()) == "0 replies came in, 0 were replaced."
    there = Imported(repeated=(Repeat(0, "a", same_text=True),))
    assert exchange_words.imported(there) == "0 replies came in, 0 were replaced; 1 were there already."
