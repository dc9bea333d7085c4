"""Changes of a call script that one makes on its canvas and in its forms; pure, so that each can be undone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from local_db.call_scripts.layout import BOX_WIDTH, COLUMN_GAP, free_place, height, tidy
from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Objection, Outcome, Step
from local_db.templates.text import Variable, scan

MOST_WORDINGS = 4
_COPY_OFFSET = 40
# In which a new answer is offered: the first of these that the step has not yet.
_USUAL = (
    AnswerKind.YES,
    AnswerKind.NO,
    AnswerKind.BUSY,
    AnswerKind.SILENCE,
    AnswerKind.REFUSE,
    AnswerKind.UNCLEAR,
    AnswerKind.CUSTOM,
)


def new_script(language: str, opening_title: str) -> CallScript:
    """A script of one step that says nothing yet."""
    return CallScript("s1", (Step("s1", opening_title),), language=language)


def new_key(script: CallScript) -> str:
    """A key that no step has and no answer asks for: what led to a deleted step does not lead to a new one."""
    taken = {step.key for step in script.steps}
    taken |= {answer.to for step in script.steps for answer in step.answers}
    taken |= {answer.to for answer in script.always}
    number = len(script.steps) + 1
    while f"s{number}" in taken:
        number += 1
    return f"s{number}"


def changed(script: CallScript, step: Step) -> CallScript:
    """The script with one step as it is given."""
    return replace(script, steps=tuple(step if one.key == step.key else one for one in script.steps))


def added(script: CallScript, x: int, y: int, step: Step | None = None) -> tuple[CallScript, str]:
    """The script with one more step near a place, and its key."""
    step = step or Step("", "")
    key = new_key(script)
    left, top = free_place(script, x, y, height(step))
    new = replace(step, key=key, x=left, y=top)
    opening = script.opening if script.step(script.opening) is not None else key
    return replace(script, steps=(*script.steps, new), opening=opening), key


def added_after(script: CallScript, key: str) -> tuple[CallScript, str]:
    """A new step right of another; the first answer there that leads nowhere yet leads to it."""
    step = script.step(key)
    if step is None:
        return added(script, 0, 0)
    script, new = added(script, step.x + BOX_WIDTH + COLUMN_GAP, step.y)
    for place, answer in enumerate(step.answers):
        if not answer.to:
            return connected(script, key, place, new), new
    return script, new


def connected(script: CallScript, key: str, place: int, to: str) -> CallScript:
    """The answer at a place of a step leads to another step; the empty key means every step."""
    if not key:
        return replace(script, always=_with_target(script.always, place, to))
    step = script.step(key)
    return script if step is None else changed(script, replace(step, answers=_with_target(step.answers, place, to)))


def with_answer(script: CallScript, key: str, to: str = "") -> CallScript:
    """One more answer to a step (or, with the empty key, to every step), of a kind it has not yet."""
    if not key:
        return replace(script, always=(*script.always, Answer(next_kind(script.always), to)))
    step = script.step(key)
    if step is None or step.outcome is not None:
        return script
    return changed(script, replace(step, answers=(*step.answers, Answer(next_kind(step.answers), to))))


def next_kind(answers: Iterable[Answer]) -> AnswerKind:
    """The first usual kind that is not among these."""
    taken = {answer.kind for answer in answers}
    return next((kind for kind in _USUAL if kind not in taken), AnswerKind.CUSTOM)


def moved(script: CallScript, places: Mapping[str, tuple[int, int]]) -> CallScript:
    """Some steps lie elsewhere."""
    return replace(
        script,
        steps=tuple(
            replace(step, x=places[step.key][0], y=places[step.key][1]) if step.key in places else step
            for step in script.steps
        ),
    )


def removed(script: CallScript, keys: Iterable[str]) -> CallScript:
    """The script without these steps; what led to them leads nowhere, and is shown so until it is mended."""
    gone = set(keys)

    def mended(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
        if not any(answer.to in gone for answer in answers):
            return answers
        return tuple(replace(answer, to="") if answer.to in gone else answer for answer in answers)

    kept = tuple(
        step if (answers := mended(step.answers)) is step.answers else replace(step, answers=answers)
        for step in script.steps
        if step.key not in gone
    )
    opening = script.opening if script.opening not in gone else (kept[0].key if kept else "")
    return replace(script, steps=kept, opening=opening, always=mended(script.always))


def duplicated(script: CallScript, keys: Iterable[str]) -> tuple[CallScript, list[str]]:
    """Copies of some steps; answers that led from one of them to another do so among the copies."""
    new_keys: dict[str, str] = {}
    for key in keys:
        step = script.step(key)
        if step is not None:
            script, new_keys[key] = added(script, step.x + _COPY_OFFSET, step.y + _COPY_OFFSET, step)
    for copy in new_keys.values():
        step = script.step(copy)
        if step is not None:
            answers = tuple(replace(answer, to=new_keys.get(answer.to, answer.to)) for answer in step.answers)
            script = changed(script, replace(step, answers=answers))
    return script, list(new_keys.values())


def ended(step: Step, outcome: Outcome | None) -> Step:
    """The step ends the call so, and then has no answers; with None it goes on."""
    return replace(step, outcome=outcome, answers=() if outcome is not None else step.answers)


def in_place(script: CallScript) -> CallScript:
    """A script that has never been laid out, laid out; one that lies somewhere as it is."""
    if len(script.steps) > 1 and len({(step.x, step.y) for step in script.steps}) == 1:
        return tidy(script)
    return script


def words_replaced(script: CallScript, old: str, new: str) -> tuple[CallScript, int]:
    """Other words wherever these are said, and how often; links and variables stay what they are."""
    if not old:
        return script, 0
    pattern = re.compile(re.escape(old), re.IGNORECASE)
    count = 0

    def plain(text: str) -> str:
        nonlocal count
        written, times = pattern.subn(lambda _: new, text)
        count += times
        return written

    def step(one: Step) -> Step:
        return replace(
            one,
            title=plain(one.title),
            says=tuple(_beside_variables(text, plain) for text in one.says),
            hint=plain(one.hint),
            answers=tuple(replace(answer, label=plain(answer.label)) for answer in one.answers),
        )

    made = replace(
        script,
        steps=tuple(step(one) for one in script.steps),
        objections=tuple(Objection(plain(one.title), _beside_variables(one.says, plain)) for one in script.objections),
        always=tuple(replace(answer, label=plain(answer.label)) for answer in script.always),
    )
    return made, count


def _beside_variables(text: str, change: Callable[[str], str]) -> str:
    """Changes what stands between the variables of a text."""
    parts, at = [], 0
    for piece in scan(text).pieces:
        if isinstance(piece, Variable):
            parts += [change(text[at : piece.position]), text[piece.position : piece.position + piece.length]]
            at = piece.position + piece.length
    return "".join([*parts, change(text[at:])])


def _with_target(answers: tuple[Answer, ...], place: int, to: str) -> tuple[Answer, ...]:
    return tuple(replace(answer, to=to) if at == place else answer for at, answer in enumerate(answers))
