"""One call through a script, step by step: what is said now, what may be answered, what came of it. Pure.

A run is never changed: answering, going back and ending give a new one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from local_db.call_scripts.checks import blocking
from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Outcome, Step
from local_db.errors import DocumentError
from local_db.templates.filling import Filled, fill

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_CHOICES = 9  # answers that have a key of their own, 1 to 9


class Taken(NamedTuple):
    """A step that was said, and the answer to it."""

    step: str
    answer: Answer


@dataclass(frozen=True, slots=True)
class Run:
    """Where a call is. `at` is the key of the current step, `ended` how it ended where that was said before a step did.

    Begin one with `start`, which sees to it that every answer leads somewhere.
    """

    script: CallScript
    at: str
    taken: tuple[Taken, ...] = ()
    ended: Outcome | None = None

    @property
    def step(self) -> Step:
        """The step that is to be said now, or was said last."""
        step = self.script.step(self.at)
        if step is None:
            raise DocumentError("script_has_faults", count=1)
        return step

    @property
    def wording(self) -> int:
        """Which wording of the step is said: the next one each time the step comes again, then the first again."""
        before = sum(taken.step == self.at for taken in self.taken)
        return before % max(1, len(self.step.says))

    @property
    def text(self) -> str:
        """The wording as it is written, with its variables."""
        says = self.step.says
        return says[self.wording] if says else ""

    @property
    def choices(self) -> tuple[Answer, ...]:
        """What may be answered; the first `MOST_CHOICES` have the keys from 1."""
        return () if self.over else self.script.answers_at(self.step)

    @property
    def outcome(self) -> Outcome | None:
        """How the call ended; None while it goes on. Whoever refused has refused, wherever the script leads then."""
        found = self.ended or self.step.outcome
        if found is not None and any(taken.answer.kind is AnswerKind.REFUSE for taken in self.taken):
            return Outcome.REFUSED
        return found

    @property
    def over(self) -> bool:
        """Whether the call has ended."""
        return self.ended is not None or self.step.outcome is not None

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of every answer given, each once, in their order."""
        return tuple(dict.fromkeys(tag for taken in self.taken for tag in taken.answer.tags))

    def said(self, facts: Mapping[str, str]) -> Filled:
        """What is said now to the member whose variables are `facts`."""
        return fill(self.text, facts)

    def answered(self, number: int) -> Run:
        """The call after the answer of a number from 1; itself where there is no such answer."""
        choices = self.choices
        if not 1 <= number <= len(choices):
            return self
        answer = choices[number - 1]
        return replace(self, at=answer.to, taken=(*self.taken, Taken(self.at, answer)))

    def back(self) -> Run:
        """The call before the last answer, or before it was ended; itself at the beginning."""
        if self.ended is not None:
            return replace(self, ended=None)
        return self.back_to(len(self.taken) - 1) if self.taken else self

    def back_to(self, place: int) -> Run:
        """The call when the answer at a place of `taken` was still to be given; later answers are dropped."""
        if not 0 <= place < len(self.taken):
            return self
        return replace(self, at=self.taken[place].step, taken=self.taken[:place], ended=None)

    def changed(self, place: int, number: int) -> Run:
        """The call with another answer at a place of `taken`.

        Later answers stay as far as they fit what is asked then; the first that does not and all after it are dropped.
        Where there is no such answer it is still to be given, and all after it is dropped.
        """
        if not 0 <= place < len(self.taken):
            return self
        before = self.back_to(place)
        run = before.answered(number)
        if run == before:
            return before
        for step, answer in self.taken[place + 1 :]:
            if run.at != step or answer not in run.choices:
                break
            run = run.answered(run.choices.index(answer) + 1)
        return run

    def finished(self, outcome: Outcome) -> Run:
        """The call ended here and now, such as by hanging up."""
        return replace(self, ended=outcome)


def start(script: CallScript, at: str = "") -> Run:
    """A call from the opening, or for a trial from another step.

    Raises DocumentError `script_has_faults` with their `count` where a fault of the script blocks.
    """
    if faults := blocking(script):
        raise DocumentError("script_has_faults", count=len(faults))
    first = at or script.opening
    if script.step(first) is None:
        raise DocumentError("script_has_faults", count=1)
    return Run(script, first)


def path_json(run: Run) -> str:
    """The way a call went, as it is kept: every step with its answer, then the last step."""
    steps: list[list[str]] = [[step, answer.kind.value, answer.label] for step, answer in run.taken]
    return json.dumps([*steps, [run.at]], ensure_ascii=False, separators=(",", ":"))


def meanings(path: str) -> Iterable[tuple[str, tuple[AnswerKind, str] | None]]:
    """Each step of a kept way with what was answered to it; None: nothing, the call ended there."""
    for step, *answer in json.loads(path):
        if not answer:
            yield step, None
            continue
        kind, label = answer
        yield step, Answer(AnswerKind(kind), "", label).meaning
