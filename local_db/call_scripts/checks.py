"""What is wrong with a call script, each fault at its place. Pure.

The rules, in the words of the canvas; "asks" is said of a step that does not end the call.

- The opening is a step (`no_opening`), every step can be reached from it (`unreachable`).
- A step that asks says something (`nothing_said`) and has an answer of its own (`dead_end`). By its own answers other
  than a refusal and silence one can come to an end of the call (`no_way_out`): else nobody who listens gets there.
- Every answer leads to a step (`leads_nowhere`, `unknown_step`), a custom one has words (`unnamed_answer`), no two of a
  step are the same (`answers_alike`), a step that ends the call has none (`end_with_answers`).
- A refusal can be given at every step that asks (`no_refuse_exit`), and leads straight to an end that says so
  (`refusal_not_honoured`): who says "do not call me" is not asked once more, and is never called again.
- Silence is expected at every step that asks (`no_silence_exit`), and nothing but silence ends the call some time
  (`silence_never_ends`).
- Texts are written rightly (codes of `templates/text.py`); a variable has a value for everybody or a fallback
  (`empty_variable`); the opening fits its budget in every wording (`opening_too_long`); at most nine answers have keys
  (`too_many_answers`).

Answers that hold everywhere (`CallScript.always`) count at every step as its own do, but for `dead_end` and
`no_way_out`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Outcome, ScriptProblem, Step
from local_db.call_scripts.spoken import wording_seconds
from local_db.templates.text import Variable, scan

if TYPE_CHECKING:
    from collections.abc import Mapping

MOST_ANSWERS = 9  # have a key on the caller's card
_UNTOLD = (AnswerKind.REFUSE, AnswerKind.SILENCE)  # nobody who listens answers so


def problems(script: CallScript) -> tuple[ScriptProblem, ...]:
    """Every fault of a script: of the whole, then step by step as they stand, then of the objections."""
    return tuple(_Checks(script).all())


def blocking(script: CallScript) -> tuple[ScriptProblem, ...]:
    """The faults for which a script can neither be called with nor handed on."""
    return tuple(problem for problem in problems(script) if problem.blocks)


class _Checks:
    """The faults of one script."""

    def __init__(self, script: CallScript) -> None:
        self._script = script
        self._steps: Mapping[str, Step] = {step.key: step for step in reversed(script.steps)}  # of equals the first
        self._answers = {key: script.answers_at(step) for key, step in self._steps.items()}
        self._reached = _spread([script.opening], lambda key: self._leads(self._answers.get(key, ())))
        self._ways_out = self._leaving()
        self._silent_for_ever = self._silence_circles()

    def all(self) -> Iterator[ScriptProblem]:
        if self._script.opening not in self._steps:
            yield ScriptProblem("no_opening")
        yield from self._answer_faults(self._script.always, "")
        seen: set[str] = set()
        for step in self._script.steps:
            if step.key in seen:
                yield ScriptProblem("same_key", step.key)
                continue
            seen.add(step.key)
            yield from self._step_faults(step)
        for place, objection in enumerate(self._script.objections):
            yield from _text_faults(objection.says, objection=place)

    def _step_faults(self, step: Step) -> Iterator[ScriptProblem]:
        if self._script.opening in self._steps and step.key not in self._reached:
            yield ScriptProblem("unreachable", step.key, blocks=False)
        yield from self._wording_faults(step)
        yield from self._answer_faults(step.answers, step.key)
        if step.outcome is not None:
            if step.answers:
                yield ScriptProblem("end_with_answers", step.key)
            return
        yield from self._way_faults(step)
        yield from self._exit_faults(step)
        if (count := len(self._answers[step.key])) > MOST_ANSWERS:
            yield ScriptProblem("too_many_answers", step.key, data={"count": count, "most": MOST_ANSWERS}, blocks=False)

    def _way_faults(self, step: Step) -> Iterator[ScriptProblem]:
        if not step.answers:
            yield ScriptProblem("dead_end", step.key)
        elif step.key not in self._ways_out:
            yield ScriptProblem("no_way_out", step.key)

    def _exit_faults(self, step: Step) -> Iterator[ScriptProblem]:
        kinds = {answer.kind for answer in self._answers[step.key]}
        if AnswerKind.REFUSE not in kinds:
            yield ScriptProblem("no_refuse_exit", step.key)
        if AnswerKind.SILENCE not in kinds:
            yield ScriptProblem("no_silence_exit", step.key)
        elif step.key in self._silent_for_ever:
            yield ScriptProblem("silence_never_ends", step.key)

    def _wording_faults(self, step: Step) -> Iterator[ScriptProblem]:
        for place, text in enumerate(step.says or ("",)):
            if not text.strip():
                if step.outcome is None:
                    yield ScriptProblem("nothing_said", step.key, wording=place)
                continue
            yield from _text_faults(text, step.key, wording=place)
            if step.key == self._script.opening:
                yield from self._budget_faults(step, place, text)

    def _budget_faults(self, step: Step, place: int, text: str) -> Iterator[ScriptProblem]:
        seconds, budget = wording_seconds(text, self._script.language), self._script.opening_budget
        if seconds > budget:
            facts: dict[str, object] = {"seconds": round(seconds, 1), "budget": budget}
            yield ScriptProblem("opening_too_long", step.key, wording=place, data=facts, blocks=False)

    def _answer_faults(self, answers: tuple[Answer, ...], key: str) -> Iterator[ScriptProblem]:
        seen: set[tuple[AnswerKind, str]] = set()
        for place, answer in enumerate(answers):
            if answer.kind is AnswerKind.CUSTOM and not answer.label.strip():
                yield ScriptProblem("unnamed_answer", key, place)
            elif answer.meaning in seen:
                yield ScriptProblem("answers_alike", key, place)
            seen.add(answer.meaning)
            if not answer.to:
                yield ScriptProblem("leads_nowhere", key, place)
            elif answer.to not in self._steps:
                yield ScriptProblem("unknown_step", key, place)
            elif answer.kind is AnswerKind.REFUSE and self._steps[answer.to].outcome is not Outcome.REFUSED:
                yield ScriptProblem("refusal_not_honoured", key, place)

    def _leads(self, answers: Iterable[Answer]) -> list[str]:
        return [answer.to for answer in answers if answer.to in self._steps]

    def _leaving(self) -> set[str]:
        """Steps from which somebody who listens comes to an end, or to a place where another fault is reported."""
        before: dict[str, list[str]] = defaultdict(list)
        open_ends = []
        for key, step in self._steps.items():
            ways = [answer for answer in step.answers if answer.kind not in _UNTOLD] if step.outcome is None else []
            leads = self._leads(ways)
            if step.outcome is not None or not step.answers or len(leads) < len(ways):
                open_ends.append(key)
            for to in leads:
                before[to].append(key)
        return _spread(open_ends, lambda key: before[key])

    def _silence_circles(self) -> set[str]:
        """Steps from which silence, and nothing else, leads round and round."""
        after: dict[str, str] = {}
        for key, answers in self._answers.items():
            answer = next((answer for answer in answers if answer.kind is AnswerKind.SILENCE), None)
            if answer is not None and answer.to in self._steps:
                after[key] = answer.to
        before: dict[str, list[str]] = defaultdict(list)
        for key, to in after.items():
            before[to].append(key)
        ending = _spread([key for key in self._steps if key not in after], lambda key: before[key])
        return set(self._steps) - ending


def _text_faults(
    text: str, step: str = "", *, wording: int | None = None, objection: int | None = None
) -> Iterator[ScriptProblem]:
    scanned = scan(text)

    def found(code: str, position: int, length: int, name: str, *, blocks: bool = True) -> ScriptProblem:
        return ScriptProblem(
            code,
            step,
            wording=wording,
            objection=objection,
            position=position,
            length=length,
            data={"name": name} if name else {},
            blocks=blocks,
        )

    for fault in scanned.faults:
        yield found(fault.code, fault.position, fault.length, fault.name)
    for piece in scanned.pieces:
        if isinstance(piece, Variable) and piece.fallback is None:
            yield found("empty_variable", piece.position, piece.length, piece.name, blocks=False)


def _spread(begin: Iterable[str], beside: Callable[[str], Iterable[str]]) -> set[str]:
    """Everything that can be reached."""
    seen = set(begin)
    left = list(seen)
    while left:
        new = set(beside(left.pop())) - seen
        seen |= new
        left += new
    return seen
