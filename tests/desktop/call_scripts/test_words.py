"""Every kind, outcome and problem has words, and every colour named is one of the theme."""

from __future__ import annotations

import ast
from pathlib import Path
from string import Formatter

import pytest

from desktop.call_scripts import words
from desktop.call_scripts.problem_words import PROBLEMS, problem_words
from desktop.shell.theme import COLOUR_NAMES
from desktop.wording_tables import TEMPLATE_PROBLEMS
from local_db.call_scripts import checks
from local_db.call_scripts.codec import LANGUAGES
from local_db.call_scripts.model import Answer, AnswerKind, Outcome, ScriptProblem
from local_db.templates import text

TEXT_FAULTS = {"unclosed_brace", "stray_brace", "empty_name", "unknown_variable", "bad_limit"}


def codes(module: object, name: str) -> set[str]:
    tree = ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name]
    firsts = [call.args[0] for call in calls if call.args]
    return {node.value for node in firsts if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_problem_has_a_sentence() -> None:
    found = codes(checks, "ScriptProblem") | codes(checks, "found")
    assert len(found) > 15
    assert set(PROBLEMS) == found
    assert codes(text, "Fault") == TEXT_FAULTS <= set(TEMPLATE_PROBLEMS)


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (ScriptProblem("dead_end", "a"), "The call stops here"),
        (ScriptProblem("opening_too_long", data={"seconds": 21.5, "budget": 20}), "takes 21.5 seconds, more than 20"),
        (ScriptProblem("empty_variable", data={"name": "nick"}), "Buyer nick is not known of everybody"),
        (ScriptProblem("unknown_variable", data={"name": "nikc"}), "There is no variable nikc."),
        (ScriptProblem("stray_brace"), "A } closes nothing; write }} for the character itself."),
        (ScriptProblem("too_many_answers", data={"count": 11, "most": 9}), "11 answers, but only 9"),
    ],
)
def test_problems_name_their_facts(problem: ScriptProblem, said: str) -> None:
    assert said in problem_words(problem)


def test_sentences_ask_for_no_fact_that_is_not_there() -> None:
    asked = {name for words_ in PROBLEMS.values() for _, name, _, _ in Formatter().parse(words_) if name}
    assert asked == {"count", "most", "seconds", "budget", "variable"}


def test_answers_and_outcomes_have_words_and_colours() -> None:
    assert set(words.KINDS) == set(AnswerKind)
    assert set(words.OUTCOMES) == set(Outcome)
    assert set(words.LANGUAGES) == set(LANGUAGES)
    assert {words.answer_tone(kind) for kind in AnswerKind} <= set(COLOUR_NAMES)
    assert {words.outcome_tone(outcome) for outcome in Outcome} <= set(COLOUR_NAMES)


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(AnswerKind.YES, ""), "Yes"),
        (Answer(AnswerKind.YES, "", "好的"), "好的"),
        (Answer(AnswerKind.CUSTOM, "", " 太贵了 "), "太贵了"),
        (Answer(AnswerKind.CUSTOM, "", " "), "Answer without words"),
    ],
)
def test_an_answer_is_shown_in_its_own_words(answer: Answer, said: str) -> None:
    assert words.answer_words(answer) == said


def test_a_step_without_a_title_has_words_all_the_same() -> None:
    assert words.title_words("  ") == "Untitled step"
