"""Every problem of a card has a sentence in both languages that names only what the problem knows."""

from __future__ import annotations

from string import Formatter

import pytest

from desktop.cards import problem_words, words
from desktop.cards.kind_chooser import _DRAWINGS
from desktop.cards.phones import phone_words
from local_db.cards.handsets import MAKERS, Form, Why
from local_db.cards.model import ActionKind, CardKind, Field
from local_db.cards.problem import PROBLEM_CODES, CardProblem

SAID_BY_FINDING = {"sms_rule"}
EXAMPLES: dict[str, object] = {
    "kind": "coupon",
    "action": "dial",
    "form": "national",
    "makers": ("oppo", "samsung"),
    "types": ("image/jpeg", "image/png"),
    "type": "image/gif",
    "accepted": ("拒收请回复R",),
    "ratio": "16:9",
    "name": "nick",
    "word": "最",
}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert set(problem_words.PROBLEMS) | SAID_BY_FINDING == set(PROBLEM_CODES)


@pytest.mark.parametrize("code", sorted(set(PROBLEM_CODES) - SAID_BY_FINDING))
def test_a_sentence_names_what_the_problem_knows(code: str) -> None:
    assert placeholders(problem_words.PROBLEMS[code]) <= set(PROBLEM_CODES[code])
    data = {name: EXAMPLES.get(name, 12) for name in PROBLEM_CODES[code]}
    said = problem_words.said(CardProblem(code, Field.TITLE.value, 0, data=data))
    assert said
    assert "{" not in said.replace("${", "")


def test_bytes_are_said_as_people_say_them() -> None:
    said = problem_words.said(CardProblem("picture_too_big", data={"bytes": 2_400_000, "most": 2_097_152}))
    assert said == "The picture has 2.4 MB; 2.1 MB are allowed."


def test_makers_are_named() -> None:
    said = problem_words.said(CardProblem("makers_left_out", data={"action": "dial", "makers": ("oppo", "samsung")}))
    assert said == "“Call a number” cannot be done there, so OPPO, Samsung show no card."


@pytest.mark.parametrize(
    ("problem", "where"),
    [
        (CardProblem("field_missing", "title", 1), "Slide 2 · Title"),
        (CardProblem("button_empty", "button:2", 0), "Slide 1 · Button 2"),
        (CardProblem("empty_body", "fallback"), "Text message"),
        (CardProblem("too_few_panels"), ""),
    ],
)
def test_a_place_is_named(problem: CardProblem, where: str) -> None:
    assert problem_words.where(problem, CardKind.CAROUSEL_WIDE, 3) == where


def test_every_kind_field_action_maker_and_form_has_words() -> None:
    assert set(words.KINDS) == set(words.USES) == set(_DRAWINGS) == set(CardKind)
    assert set(words.FIELDS) == set(Field)
    assert set(words.ACTIONS) == set(words.TARGETS) == set(words.EXAMPLES) == set(ActionKind)
    assert set(words.MAKERS) == set(MAKERS)
    assert set(phone_words.FORMS) == set(phone_words.TONES) == set(Form)
    assert set(phone_words.WHYS) == set(Why) - {Why.SHOWN}
