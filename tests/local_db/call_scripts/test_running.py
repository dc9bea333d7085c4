"""A call through a script: what is said, going back, changing one's mind, ending anywhere."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Outcome, Step
from local_db.call_scripts.running import Run, meanings, path_json, start
from local_db.errors import DocumentError
from local_db.templates.filling import fill
from local_db.templates.variables import NAMES
from tests.local_db.call_scripts.random_scripts import sound_scripts

YES, NO, REFUSE, SILENCE, CUSTOM = (
    AnswerKind.YES, AnswerKind.NO, AnswerKind.REFUSE, AnswerKind.SILENCE, AnswerKind.CUSTOM,
)  # fmt: skip
HELLO = Step(
    key="hello",
    title="",
    says=("{nick|您}好", "又见面了", "第三次"),
    answers=(Answer(YES, "offer", tags=("接听", "老客")), Answer(NO, "bye")),
)
OFFER = Step(
    key="offer",
    title="",
    says=("八折",),
    answers=(Answer(YES, "end", tags=("要", "接听")), Answer(NO, "hello"), Answer(CUSTOM, "bye", "下周")),
)
SCRIPT = CallScript(
    "hello",
    (
        HELLO,
        OFFER,
        Step("end", "", ("谢谢",), outcome=Outcome.AGREED),
        Step("bye", "", ("再见",), outcome=Outcome.NOT_INTERESTED),
        Step("refused", "", ("抱歉",), outcome=Outcome.REFUSED),
    ),
    always=(Answer(REFUSE, "refused"), Answer(SILENCE, "bye")),
)


def answered(*numbers: int) -> Run:
    run = start(SCRIPT)
    for number in numbers:
        run = run.answered(number)
    return run


def test_a_call_goes_from_step_to_step_to_its_outcome() -> None:
    run = answered()
    assert [(answer.kind, answer.to) for answer in run.choices] == [
        (YES, "offer"), (NO, "bye"), (REFUSE, "refused"), (SILENCE, "bye"),
    ]  # fmt: skip
    assert (run.over, run.outcome, run.tags) == (False, None, ())
    run = answered(1, 1)
    assert (run.at, run.over, run.outcome, run.choices) == ("end", True, Outcome.AGREED, ())
    assert run.tags == ("接听", "老客", "要")  # each once
    assert json.loads(path_json(run)) == [["hello", "yes", ""], ["offer", "yes", ""], ["end"]]
    assert list(meanings(path_json(run))) == [("hello", (YES, "")), ("offer", (YES, "")), ("end", None)]


@pytest.mark.parametrize("number", [0, -1, 5, 9])
def test_an_answer_that_there_is_not_changes_nothing(number: int) -> None:
    assert answered().answered(number) == answered()
    assert answered(1, 1).answered(1) == answered(1, 1)  # it is over


def test_wordings_are_said_in_turn() -> None:
    texts = [answered(*[1, 2] * times).text for times in range(5)]
    assert texts == ["{nick|您}好", "又见面了", "第三次", "{nick|您}好", "又见面了"]


def test_going_back_takes_the_last_answer_back() -> None:
    assert answered(1, 2).back() == answered(1)
    assert answered(1, 2, 1).back_to(1) == answered(1)
    assert answered().back() == answered()
    ended = answered(1).finished(Outcome.NO_ANSWER)
    assert (ended.over, ended.outcome, ended.choices, ended.tags) == (True, Outcome.NO_ANSWER, (), ("接听", "老客"))
    assert ended.back() == answered(1)
    assert ended.back_to(0) == answered()
    assert ended.back_to(5) == ended


def test_an_earlier_answer_changed_keeps_what_still_fits_and_drops_the_rest() -> None:
    run = answered(1, 2, 1, 1)
    assert run.changed(0, 1) == run
    assert run.changed(1, 1) == answered(1, 1)  # the call is over there: what came later is dropped
    assert run.changed(0, 2) == answered(2)
    assert run.changed(9, 1) == run
    assert run.changed(0, 9) == answered()  # no such answer: it is to be given


def test_whoever_refuses_has_refused_whatever_is_chosen_then() -> None:
    refused = answered(1, 4)
    assert refused.outcome is Outcome.REFUSED
    assert refused.finished(Outcome.CALL_BACK).outcome is Outcome.REFUSED
    assert refused.back().finished(Outcome.CALL_BACK).outcome is Outcome.CALL_BACK


def test_a_script_with_faults_cannot_be_started_nor_at_a_step_it_has_not() -> None:
    with pytest.raises(DocumentError) as caught:
        start(replace(SCRIPT, always=()))
    assert (caught.value.code, caught.value.data) == ("script_has_faults", {"count": 4})
    with pytest.raises(DocumentError, match="script_has_faults"):
        start(SCRIPT, "gone")
    assert start(SCRIPT, "offer").text == "八折"
    assert start(replace(SCRIPT, opening_budget=1)).text  # what does not block does not keep anybody from calling


def test_texts_are_filled_and_what_is_missing_is_named() -> None:
    assert answered().said({"nick": "小雨"}).text == "小雨好"
    assert answered().said({}).text == "您好"
    said = fill("{nick}，{name|}{{x}}{city}{nick}", {"city": "杭州", "nick": "13***8"})
    assert (said.text, said.unfilled) == ("，{x}杭州", ("nick",))
    assert [(piece.text, piece.variable, piece.missing) for piece in said.pieces] == [
        ("", "nick", True), ("，", "", False), ("", "name", False), ("{x}", "", False), ("杭州", "city", False),
        ("", "nick", True),
    ]  # fmt: skip


VALUES = st.text(max_size=6) | st.sampled_from(["{nick}", "{", "a|b", "}}", "***"])


@given(
    st.lists(
        st.sampled_from(["{nick}", "{name|亲}", "{city||2}", "您好", "，"]).map(str), max_size=6
    ),
    st.dictionaries(st.sampled_from(sorted(NAMES)), VALUES),
)  # fmt: skip
def test_no_variable_is_ever_said_as_braces(pieces: list[str], facts: dict[str, str]) -> None:
    plain = {name: value.replace("{", "").replace("}", "") for name, value in facts.items()}
    assert "{" not in fill("".join(pieces), plain).text
    once = fill("{nick}", facts)
    assert fill(once.text.replace("{", "{{").replace("}", "}}"), {"nick": "again"}).text == once.text  # read once only


def test_answers_do_not_move_up_where_one_is_still_to_be_given() -> None:
    again, end = Answer(AnswerKind.UNCLEAR, "a"), Answer(AnswerKind.YES, "b")
    steps = (Step("a", "", ("?",), (again, end)), Step("b", "", ("!",), outcome=Outcome.AGREED))
    begun = Run(CallScript("a", steps), "a")
    assert begun.answered(1).answered(2).changed(0, 9) == begun


@given(sound_scripts(), st.lists(st.integers(1, 9), max_size=20), st.data())
@settings(max_examples=150, deadline=None)
def test_any_call_can_be_gone_back_and_its_path_read(script: CallScript, keys: list[int], data: st.DataObject) -> None:
    run = start(script)
    runs = [run]
    for key in keys:
        if (after := run.answered(key)) != run:
            run = after
            runs.append(run)
    assert len(run.taken) == len(runs) - 1
    for earlier in reversed(runs[:-1]):
        run = run.back()
        assert run == earlier
    run = runs[-1]
    read = list(meanings(path_json(run)))
    assert [step for step, _ in read] == [*(taken.step for taken in run.taken), run.at]
    assert [meaning for _, meaning in read] == [*(taken.answer.meaning for taken in run.taken), None]
    if run.taken:
        place, number = data.draw(st.integers(0, len(run.taken) - 1)), data.draw(st.integers(1, 9))
        changed = run.changed(place, number)
        assert changed.taken[:place] == run.taken[:place]
        assert changed.taken[place + 1 :] == run.taken[place + 1 : len(changed.taken)]  # kept, or dropped from one on
    assert run.over == (run.step.outcome is not None)
