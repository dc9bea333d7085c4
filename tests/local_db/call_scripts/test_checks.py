"""Every planted fault is found where it is, and a sound script is never reported."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from local_db.call_scripts.checks import blocking, problems
from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Objection, Outcome, ScriptProblem, Step
from local_db.call_scripts.spoken import spoken
from tests.local_db.call_scripts.random_scripts import sound_scripts

YES, NO, REFUSE, SILENCE, CUSTOM = (
    AnswerKind.YES, AnswerKind.NO, AnswerKind.REFUSE, AnswerKind.SILENCE, AnswerKind.CUSTOM,
)  # fmt: skip
HELLO = Step("hello", "开场", ("您好",), (Answer(YES, "end"), Answer(REFUSE, "refused"), Answer(SILENCE, "nobody")))
END = Step("end", "", ("再见",), outcome=Outcome.AGREED)
REFUSED = Step("refused", "", ("再见",), outcome=Outcome.REFUSED)
NOBODY = Step("nobody", "", (), outcome=Outcome.NO_ANSWER)
SOUND = CallScript("hello", (HELLO, END, REFUSED, NOBODY))


def found(script: CallScript) -> list[tuple[object, ...]]:
    """Codes with what they name, as short as can be."""
    short = []
    for problem in problems(script):
        places = (problem.answer, problem.wording, problem.objection)
        short.append((problem.code, problem.step, *(place for place in places if place is not None)))
    return short


def with_hello(script: CallScript = SOUND, **changed: object) -> CallScript:
    return with_step(script, replace(HELLO, **changed))


def with_step(script: CallScript, step: Step) -> CallScript:
    """With this step in the place of the one with its key, or added."""
    if script.step(step.key) is None:
        return replace(script, steps=(*script.steps, step))
    return replace(script, steps=tuple(step if one.key == step.key else one for one in script.steps))


def test_a_sound_script_has_no_problem() -> None:
    assert problems(SOUND) == ()


@given(sound_scripts())
@settings(max_examples=200, deadline=None)
def test_no_sound_script_is_ever_reported(script: CallScript) -> None:
    assert problems(script) == ()


# --- each rule by itself ---

ANSWERS = HELLO.answers


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        pytest.param(CallScript("", ()), [("no_opening", "")], id="empty"),
        pytest.param(replace(SOUND, opening="gone"), [("no_opening", "")], id="opening gone"),
        pytest.param(replace(SOUND, steps=(*SOUND.steps, HELLO)), [("same_key", "hello")], id="a key twice"),
        pytest.param(with_step(SOUND, replace(END, key="x")), [("unreachable", "x")], id="apart"),
        pytest.param(with_hello(says=()), [("nothing_said", "hello", 0)], id="no wording"),
        pytest.param(with_hello(says=("您好", " ")), [("nothing_said", "hello", 1)], id="an empty wording"),
        pytest.param(
            with_hello(answers=(*ANSWERS, Answer(YES, "end"))), [("answers_alike", "hello", 3)], id="the same kind"
        ),
        pytest.param(
            with_hello(answers=(*ANSWERS, Answer(CUSTOM, "end", "Later"), Answer(CUSTOM, "end", " later "))),
            [("answers_alike", "hello", 4)],
            id="the same words",
        ),
        pytest.param(
            with_hello(answers=(*ANSWERS, Answer(CUSTOM, "end", "a"), Answer(CUSTOM, "end", "b"))), [], id="other words"
        ),
        pytest.param(
            with_hello(answers=(*ANSWERS, Answer(CUSTOM, "end", " "))), [("unnamed_answer", "hello", 3)], id="no words"
        ),
        pytest.param(with_hello(answers=(*ANSWERS, Answer(NO, ""))), [("leads_nowhere", "hello", 3)], id="nowhere"),
        pytest.param(with_hello(answers=(*ANSWERS, Answer(NO, "x"))), [("unknown_step", "hello", 3)], id="to a ghost"),
        pytest.param(
            with_step(SOUND, replace(END, answers=ANSWERS[:1])), [("end_with_answers", "end")], id="answered end"
        ),
        pytest.param(
            with_step(with_hello(answers=(*ANSWERS, Answer(NO, "x"))), Step("x", "", ("x",))),
            [("dead_end", "x"), ("no_refuse_exit", "x"), ("no_silence_exit", "x")],
            id="dead end",
        ),
        pytest.param(
            with_step(
                replace(with_hello(answers=(*ANSWERS, Answer(NO, "x"))), always=ANSWERS[1:]), Step("x", "", ("x",))
            ),
            [("dead_end", "x")],
            id="what holds everywhere is no answer of its own",
        ),
        pytest.param(
            with_hello(answers=(Answer(YES, "hello"), *ANSWERS[1:])),
            [("no_way_out", "hello"), ("unreachable", "end")],
            id="only a refusal leaves the circle",
        ),
        pytest.param(
            replace(with_hello(answers=(Answer(YES, "hello"), *ANSWERS[1:])), always=(Answer(AnswerKind.BUSY, "end"),)),
            [("no_way_out", "hello")],
            id="an answer that holds everywhere is no way out of a circle",
        ),
        pytest.param(
            with_hello(answers=ANSWERS[:1] + ANSWERS[2:]),
            [("no_refuse_exit", "hello"), ("unreachable", "refused")],
            id="no refusal",
        ),
        pytest.param(
            with_hello(answers=(ANSWERS[0], Answer(REFUSE, "end"), ANSWERS[2])),
            [("refusal_not_honoured", "hello", 1), ("unreachable", "refused")],
            id="a refusal that is none",
        ),
        pytest.param(
            with_hello(answers=ANSWERS[:2]), [("no_silence_exit", "hello"), ("unreachable", "nobody")], id="no silence"
        ),
        pytest.param(
            with_hello(answers=(*ANSWERS[:2], Answer(SILENCE, "hello"))),
            [("silence_never_ends", "hello"), ("unreachable", "nobody")],
            id="silence for ever",
        ),
        pytest.param(
            replace(with_hello(answers=ANSWERS[:1]), always=(Answer(SILENCE, "nobody"), Answer(REFUSE, "end"))),
            [("refusal_not_honoured", "", 1), ("unreachable", "refused")],
            id="a fault everywhere",
        ),
        pytest.param(replace(SOUND, always=(Answer(NO, "x"),)), [("unknown_step", "", 0)], id="a ghost everywhere"),
        pytest.param(with_hello(says=("{nick}",)), [("empty_variable", "hello", 0)], id="no fallback"),
        pytest.param(with_hello(says=("您好", "{x")), [("unclosed_brace", "hello", 1)], id="a brace"),
        pytest.param(with_hello(says=("{昵称|}",)), [("unknown_variable", "hello", 0)], id="no such variable"),
        pytest.param(with_hello(says=("{nick|亲|0}}",)),
                     [("bad_limit", "hello", 0), ("stray_brace", "hello", 0)], id="a limit"),
        pytest.param(with_hello(says=("{|}",)), [("empty_name", "hello", 0)], id="no name"),
        pytest.param(replace(SOUND, objections=(Objection("", ""), Objection("", "{nick}"))),
                     [("empty_variable", "", 1)], id="an objection"),
        pytest.param(with_hello(says=("您" * 90, "您" * 91)), [("opening_too_long", "hello", 1)], id="opening"),
        pytest.param(
            with_hello(answers=(*ANSWERS, *(Answer(CUSTOM, "end", str(number)) for number in range(7)))),
            [("too_many_answers", "hello")],
            id="ten answers",
        ),
        pytest.param(
            with_hello(answers=(*ANSWERS, *(Answer(CUSTOM, "end", str(number)) for number in range(6)))), [], id="nine"
        ),
    ],
)  # fmt: skip
def test_each_rule(script: CallScript, expected: list[tuple[object, ...]]) -> None:
    assert sorted(found(script), key=repr) == sorted(expected, key=repr)


MENDABLE = {"unreachable", "empty_variable", "opening_too_long", "too_many_answers"}


def test_what_harms_nobody_does_not_block() -> None:
    script = with_step(with_hello(says=("{nick}" + "您" * 99,)), Step("x", "", (), outcome=Outcome.AGREED))
    assert {problem.code for problem in problems(script)} <= MENDABLE
    assert blocking(script) == ()
    assert [problem.code for problem in blocking(replace(script, opening=""))] == ["no_opening"]


def test_a_fault_of_a_text_is_where_it_stands() -> None:
    (problem,) = problems(with_hello(says=("您好{nick}，",)))
    assert problem == ScriptProblem(
        "empty_variable", "hello", wording=0, position=2, length=6, data={"name": "nick"}, blocks=False
    )
    (problem,) = problems(with_hello(says=("您" * 100,)))
    assert problem.data == {"seconds": 22.2, "budget": 20}


# --- planted in scripts of any shape ---

Plant = Callable[[CallScript, Step, "st.DataObject"], tuple[CallScript, tuple[object, ...]]]


def without(step: Step, kind: AnswerKind) -> Step:
    return replace(step, answers=tuple(answer for answer in step.answers if answer.kind is not kind))


def put(script: CallScript, step: Step, data: st.DataObject, answer: Answer) -> tuple[CallScript, int]:
    """With one more answer to a step, anywhere among the others."""
    place = data.draw(st.integers(0, len(step.answers)), "answer")
    answers = (*step.answers[:place], answer, *step.answers[place:])
    return with_step(script, replace(step, answers=answers)), place


def dead_end(script: CallScript, step: Step, data: st.DataObject) -> tuple[CallScript, tuple[object, ...]]:
    script = with_step(script, Step("new", "", ("x",)))
    return put(script, step, data, Answer(CUSTOM, "new", "新"))[0], ("dead_end", "new")


def endless(script: CallScript, step: Step, data: st.DataObject) -> tuple[CallScript, tuple[object, ...]]:
    """Two new steps that lead to each other and let nobody out who listens."""
    exits = (Answer(REFUSE, "refused"), Answer(SILENCE, "gone"))
    one = Step("one", "", ("x",), (Answer(YES, "two"), Answer(NO, "one"), *exits))
    two = Step("two", "", ("x",), (Answer(YES, "one"), *exits))
    for new in (one, two, Step("gone", "", (), outcome=Outcome.NO_ANSWER), REFUSED):
        script = with_step(script, new)
    return put(script, step, data, Answer(CUSTOM, "one", "新"))[0], (
        "no_way_out",
        data.draw(st.sampled_from(["one", "two"])),
    )


def unreachable(script: CallScript, _step: Step, data: st.DataObject) -> tuple[CallScript, tuple[object, ...]]:
    to = data.draw(st.sampled_from([step.key for step in script.steps]), "to")
    exits = (Answer(REFUSE, "refused"), Answer(SILENCE, "gone"))
    for new in (
        Step("gone", "", (), outcome=Outcome.NO_ANSWER),
        REFUSED,
        Step("new", "", ("x",), (Answer(YES, to), *exits)),
    ):
        script = with_step(script, new)
    return script, ("unreachable", "new")


def no_refusal(script: CallScript, step: Step, _data: st.DataObject) -> tuple[CallScript, tuple[object, ...]]:
    always = tuple(answer for answer in script.always if answer.kind is not REFUSE)
    return with_step(replace(script, always=always), without(step, REFUSE)), ("no_refuse_exit", step.key)


def no_silence(script: CallScript, step: Step, _data: st.DataObject) -> tuple[CallScript, tuple[object, ...]]:
    always = tuple(answer for answer in script.always if answer.kind is not SILENCE)
    return with_step(replace(script, always=always), without(step, SILENCE)), ("no_silence_exit", step.key)


def silent_circle(script: CallScript, step: Step, data: st.DataObject) -> tuple[CallScript, tuple[object, ...]]:
    bare = without(step, SILENCE)
    script = with_step(with_step(script, bare), Step("echo", "", ("喂？",), (
        Answer(YES, step.key), Answer(REFUSE, "refused"), Answer(SILENCE, step.key))))  # fmt: skip
    script = with_step(script, REFUSED)
    script, _ = put(script, bare, data, Answer(SILENCE, "echo"))
    return script, ("silence_never_ends", data.draw(st.sampled_from([step.key, "echo"])))


def not_honoured(script: CallScript, step: Step, data: st.DataObject) -> tuple[CallScript, tuple[object, ...]]:
    others = [one.key for one in script.steps if one.outcome is not Outcome.REFUSED]
    bare = without(step, REFUSE)
    script, place = put(with_step(script, bare), bare, data, Answer(REFUSE, data.draw(st.sampled_from(others), "to")))
    return script, ("refusal_not_honoured", step.key, place)


def nowhere(script: CallScript, step: Step, data: st.DataObject) -> tuple[CallScript, tuple[object, ...]]:
    script, place = put(script, step, data, Answer(CUSTOM, "", "新"))
    return script, ("leads_nowhere", step.key, place)


def ghost(script: CallScript, step: Step, data: st.DataObject) -> tuple[CallScript, tuple[object, ...]]:
    script, place = put(script, step, data, Answer(CUSTOM, "ghost", "新"))
    return script, ("unknown_step", step.key, place)


def unnamed(script: CallScript, step: Step, data: st.DataObject) -> tuple[CallScript, tuple[object, ...]]:
    script, place = put(script, step, data, Answer(CUSTOM, step.key, data.draw(st.sampled_from(["", " "]))))
    return script, ("unnamed_answer", step.key, place)


def twice(script: CallScript, step: Step, data: st.DataObject) -> tuple[CallScript, tuple[object, ...]]:
    again = data.draw(st.sampled_from(step.answers), "again")
    script, place = put(script, step, data, replace(again, label=f" {again.label.upper()}"))
    second = max(place, step.answers.index(again) + (place <= step.answers.index(again)))
    return script, ("answers_alike", step.key, second)


def end_with_answers(script: CallScript, _step: Step, data: st.DataObject) -> tuple[CallScript, tuple[object, ...]]:
    end = data.draw(st.sampled_from([step for step in script.steps if step.outcome]), "end")
    return with_step(script, replace(end, answers=(Answer(YES, script.opening),))), ("end_with_answers", end.key)


def saying(script: CallScript, step: Step, data: st.DataObject, text: str) -> tuple[CallScript, int]:
    place = data.draw(st.integers(0, len(step.says)), "wording")
    return with_step(script, replace(step, says=(*step.says[:place], text, *step.says[place:]))), place


def silent_step(script: CallScript, step: Step, data: st.DataObject) -> tuple[CallScript, tuple[object, ...]]:
    script, place = saying(script, step, data, data.draw(st.sampled_from(["", " \n"])))
    return script, ("nothing_said", step.key, place)


def empty_variable(script: CallScript, step: Step, data: st.DataObject) -> tuple[CallScript, tuple[object, ...]]:
    script, place = saying(script, step, data, "您好{name}")
    return script, ("empty_variable", step.key, place)


def too_long(script: CallScript, _step: Step, data: st.DataObject) -> tuple[CallScript, tuple[object, ...]]:
    opening = script.step(script.opening)
    assert opening is not None
    script, place = saying(script, opening, data, "您好" * 200)
    return script, ("opening_too_long", opening.key, place)


def no_opening(script: CallScript, _step: Step, _data: st.DataObject) -> tuple[CallScript, tuple[object, ...]]:
    return replace(script, opening="ghost"), ("no_opening", "")


@pytest.mark.parametrize(
    "plant",
    [
        dead_end, endless, unreachable, no_refusal, no_silence, silent_circle, not_honoured, nowhere, ghost, unnamed,
        twice, end_with_answers, silent_step, empty_variable, too_long, no_opening,
    ],
)  # fmt: skip
@given(script=sound_scripts(), data=st.data())
@settings(max_examples=60, deadline=None)
def test_a_planted_fault_is_found_at_its_place(plant: Plant, script: CallScript, data: st.DataObject) -> None:
    step = data.draw(st.sampled_from([one for one in script.steps if one.outcome is None]), "step")
    planted, expected = plant(script, step, data)
    assume(planted != script)
    assert expected in found(planted)


def test_a_script_of_many_steps_in_one_line_or_one_circle_is_judged_too() -> None:
    keys = [f"s{number}" for number in range(500)]
    exits = (Answer(REFUSE, "refused"), Answer(SILENCE, "nobody"))
    ahead = zip(keys, [*keys[1:], "end"], strict=True)
    line = tuple(Step(key, "", ("您好",), (Answer(YES, to), Answer(NO, "s0"), *exits)) for key, to in ahead)
    script = CallScript("s0", (*line, END, REFUSED, NOBODY))
    assert problems(script) == ()
    lengths = spoken(script)
    assert lengths.longest is not None
    assert lengths.longest.steps == (*keys, "end")
    round_and_round = replace(line[-1], answers=(Answer(YES, "s0"), *exits))
    assert {problem.code for problem in problems(with_step(script, round_and_round))} == {"no_way_out", "unreachable"}
