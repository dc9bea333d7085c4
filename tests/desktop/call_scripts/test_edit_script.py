"""Changes of a script are pure, and each does what its name says and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.call_scripts import edit_script as edits
from local_db.call_scripts.layout import BOX_WIDTH, height
from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Objection, Outcome, Step

YES, NO = AnswerKind.YES, AnswerKind.NO
SCRIPT = CallScript(
    "a",
    (
        Step("a", "开场", ("您好，{nick|您好}",), (Answer(YES, "b"), Answer(NO, ""))),
        Step("b", "报价", ("满99减20，您好",), (Answer(YES, "c"), Answer(NO, "a")), x=360),
        Step("c", "成交", ("好的",), outcome=Outcome.AGREED, x=720),
    ),
    objections=(Objection("太贵", "您好，今天最低"),),
    always=(Answer(AnswerKind.REFUSE, "c"),),
)


def test_a_new_key_is_taken_by_nothing() -> None:
    assert edits.new_key(SCRIPT) == "s4"
    wanted = replace(SCRIPT, always=(Answer(YES, "s4"),))
    assert edits.new_key(wanted) == "s5"  # an answer still asks for s4: it must not lead to another step


def test_a_new_step_covers_no_other() -> None:
    script, key = edits.added(SCRIPT, 370, 10)
    new = script.step(key)
    assert new is not None
    assert not [
        one.key
        for one in SCRIPT.steps
        if abs(one.x - new.x) < BOX_WIDTH and one.y < new.y + height(new) and new.y < one.y + height(one)
    ]


def test_the_first_step_is_the_opening() -> None:
    script, key = edits.added(CallScript("", ()), 0, 0)
    assert script.opening == key


def test_a_step_behind_another_is_where_the_loose_answer_leads() -> None:
    script, key = edits.added_after(SCRIPT, "a")
    assert [answer.to for answer in script.steps[0].answers] == ["b", key]
    script, key = edits.added_after(SCRIPT, "b")  # there is none
    assert all(answer.to != key for step in script.steps for answer in step.answers)


@pytest.mark.parametrize(("key", "place", "old"), [("a", 0, "b"), ("a", 1, ""), ("b", 1, "a")])
def test_connecting_changes_one_answer(key: str, place: int, old: str) -> None:
    script = edits.connected(SCRIPT, key, place, "c")
    assert edits.connected(script, key, place, old) == SCRIPT
    step = script.step(key)
    assert step is not None
    assert step.answers[place].to == "c"


def test_the_empty_key_means_every_step() -> None:
    assert edits.connected(SCRIPT, "", 0, "b").always == (Answer(AnswerKind.REFUSE, "b"),)
    assert edits.with_answer(SCRIPT, "", "b").always[-1] == Answer(YES, "b")


def test_a_new_answer_is_of_a_kind_there_is_not_yet() -> None:
    kinds = []
    script = replace(SCRIPT, steps=(Step("a", ""),))
    for _ in range(8):
        script = edits.with_answer(script, "a")
        kinds.append(script.steps[0].answers[-1].kind)
    assert kinds[:6] == [YES, NO, AnswerKind.BUSY, AnswerKind.SILENCE, AnswerKind.REFUSE, AnswerKind.UNCLEAR]
    assert kinds[6:] == [AnswerKind.CUSTOM, AnswerKind.CUSTOM]


def test_an_end_gets_no_answers() -> None:
    assert edits.with_answer(SCRIPT, "c") == SCRIPT
    ended = edits.ended(SCRIPT.steps[0], Outcome.CALL_BACK)
    assert (ended.outcome, ended.answers) == (Outcome.CALL_BACK, ())
    assert edits.ended(ended, None).outcome is None


def test_what_led_to_a_removed_step_leads_nowhere() -> None:
    script = edits.removed(SCRIPT, ["c"])
    assert [step.key for step in script.steps] == ["a", "b"]
    assert [answer.to for step in script.steps for answer in step.answers] == ["b", "", "", "a"]
    assert script.always[0].to == ""
    assert script.steps[0] is SCRIPT.steps[0]  # what does not change stays the same, so that nothing is drawn anew


def test_another_step_becomes_the_opening() -> None:
    assert edits.removed(SCRIPT, ["a"]).opening == "b"
    assert edits.removed(SCRIPT, ["a", "b", "c"]).opening == ""


def test_copies_lead_to_copies() -> None:
    script, copies = edits.duplicated(SCRIPT, ["a", "b"])
    assert len(copies) == 2
    first, second = (script.step(key) for key in copies)
    assert first is not None
    assert second is not None
    assert [answer.to for answer in first.answers] == [second.key, ""]
    assert [answer.to for answer in second.answers] == ["c", first.key]
    assert script.steps[:3] == SCRIPT.steps


def test_a_script_without_places_is_laid_out_and_one_with_places_is_not() -> None:
    flat = replace(SCRIPT, steps=tuple(replace(step, x=0) for step in SCRIPT.steps))
    assert len({(step.x, step.y) for step in edits.in_place(flat).steps}) == 3
    assert edits.in_place(SCRIPT) is SCRIPT


def test_replacing_leaves_links_and_variables_alone() -> None:
    script, count = edits.words_replaced(SCRIPT, "您好", "早上好")
    assert count == 3
    assert script.steps[0].says == ("早上好，{nick|您好}",)  # the fallback belongs to the variable
    assert script.steps[1].says == ("满99减20，早上好",)
    assert script.objections[0].says == "早上好，今天最低"
    assert edits.words_replaced(SCRIPT, "b", "x") == (SCRIPT, 0)  # a key is no word
    assert edits.words_replaced(SCRIPT, "nick", "name") == (SCRIPT, 0)
    assert edits.words_replaced(SCRIPT, "", "x") == (SCRIPT, 0)


def test_replacing_takes_words_as_they_are() -> None:
    script = replace(SCRIPT, steps=(Step("a", "", ("满99.0减 (20)",)),))
    assert edits.words_replaced(script, "9.0", r"\1")[0].steps[0].says == (r"满9\1减 (20)",)


@given(st.text("您好a{}|b ", max_size=12), st.text("您a{b", min_size=1, max_size=3), st.text("x", max_size=2))
def test_replacing_never_changes_where_answers_lead(said: str, old: str, new: str) -> None:
    script = replace(SCRIPT, steps=(replace(SCRIPT.steps[0], says=(said,)), *SCRIPT.steps[1:]))
    written, _ = edits.words_replaced(script, old, new)
    assert [(step.key, [answer.to for answer in step.answers]) for step in written.steps] == [
        (step.key, [answer.to for answer in step.answers]) for step in script.steps
    ]
