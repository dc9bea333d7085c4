"""Sound call scripts of any shape: circles with a way out, several wordings, custom answers, answers everywhere."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Objection, Outcome, Step

TEXTS = (
    "您好，请问方便吗？",
    "好的{nick|}",
    "您买过{last_product|东西|8}，{{划算}}。",
    "Hello {name|there}, 9.9 only",
    "😀",
)
LABELS = ("下周", "问家人", "How much?", "贵", "<b>")
ON = (AnswerKind.YES, AnswerKind.NO, AnswerKind.BUSY, AnswerKind.UNCLEAR)  # of somebody who listens
ENDS = tuple(outcome for outcome in Outcome if outcome is not Outcome.REFUSED)


@st.composite
def sound_scripts(draw: st.DrawFn, most: int = 8) -> CallScript:
    """A script with nothing wrong. Step `s0` is the opening; `e0` … end the call, `refused` by a refusal."""
    asking = [f"s{number}" for number in range(draw(st.integers(1, most)))]
    ending = [f"e{number}" for number in range(draw(st.integers(1, 3)))]
    every = [*asking, *ending]
    refuse_everywhere, silence_everywhere = draw(st.booleans()), draw(st.booleans())
    # Whatever is answered elsewhere, each step leads on to a later one, so that an end is always ahead.
    steps = []
    for place, key in enumerate(asking):
        ahead = every[place + 1 :]
        answers = [Answer(kind, draw(st.sampled_from(every))) for kind in draw(st.sets(st.sampled_from(ON)))]
        labels = draw(st.lists(st.sampled_from(LABELS), unique=True, max_size=2))
        answers += [Answer(AnswerKind.CUSTOM, draw(st.sampled_from(every)), label, ("标签",)) for label in labels]
        first = every[place + 1] if place + 1 < len(asking) else draw(st.sampled_from(ending))
        answers.append(Answer(AnswerKind.CUSTOM, first, "然后呢"))
        if not refuse_everywhere or draw(st.booleans()):
            answers.append(Answer(AnswerKind.REFUSE, "refused"))
        if not silence_everywhere or draw(st.booleans()):
            answers.append(Answer(AnswerKind.SILENCE, draw(st.sampled_from([*ahead, "refused"]))))
        says = tuple(draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=3)))
        steps.append(Step(key, f"第{place}步", says, tuple(draw(st.permutations(answers)))))
    always = [Answer(AnswerKind.REFUSE, "refused")] if refuse_everywhere else []
    if silence_everywhere and draw(st.booleans()):  # asks whether anybody is there
        always.append(Answer(AnswerKind.SILENCE, "still"))
        back = Answer(AnswerKind.YES, draw(st.sampled_from(asking)))
        exits = (Answer(AnswerKind.SILENCE, draw(st.sampled_from(ending))), Answer(AnswerKind.REFUSE, "refused"))
        steps.append(Step("still", "", ("喂？",), (back, *exits)))
    elif silence_everywhere:
        always.append(Answer(AnswerKind.SILENCE, draw(st.sampled_from(ending))))
    steps += [
        Step(key, "", draw(st.sampled_from([(), ("",), ("再见",)])), outcome=draw(st.sampled_from(ENDS)))
        for key in ending
    ]
    steps.append(Step("refused", "", ("打扰了",), outcome=Outcome.REFUSED))
    objections = tuple(draw(st.lists(st.sampled_from(TEXTS).map(lambda text: Objection("贵", text)), max_size=2)))
    script = CallScript("s0", tuple(steps), objections, draw(st.sampled_from(["zh", "en"])), 60, tuple(always))
    return _reached(replace(script, steps=tuple(draw(st.permutations(script.steps)))))


def _reached(script: CallScript) -> CallScript:
    """Without ends that no answer leads to, and answers that hold everywhere but that every step has itself."""
    given = [answer for step in script.steps for answer in script.answers_at(step)]
    led = {answer.to for answer in given} | {script.opening}
    left = replace(
        script,
        steps=tuple(step for step in script.steps if step.key in led),
        always=tuple(answer for answer in script.always if any(answer is one for one in given)),
    )
    return script if left == script else _reached(left)
