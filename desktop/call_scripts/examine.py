"""What is worked out about a script beside the window's thread: problems, lengths, and what finds its steps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.segments.options import Option, option
from local_db.call_scripts.checks import problems
from local_db.call_scripts.model import CallScript, ScriptProblem, Step
from local_db.call_scripts.spoken import Length, spoken, wording_seconds

if TYPE_CHECKING:
    from local_db.finder import Finder


@dataclass(frozen=True, slots=True)
class Examined:
    """Answers about one state of a script."""

    script: CallScript
    problems: tuple[ScriptProblem, ...]
    shortest: Length | None
    longest: Length | None
    finder: Finder[Step]
    options: tuple[Option, ...]  # the steps to choose from


def examine(script: CallScript, untitled: str) -> Examined:
    """Work out everything; `untitled` names a step without a title."""
    from local_db.finder import Finder

    lengths = spoken(script)
    finder = Finder(script.steps, _texts)
    finder.find("a")  # loads what the first keystroke needs
    options = tuple(option(step.key, step.title.strip() or untitled) for step in script.steps)
    return Examined(script, problems(script), lengths.shortest, lengths.longest, finder, options)


def step_seconds(script: CallScript) -> Mapping[str, float]:
    """How long each step takes to say: its longest wording. Cheap where few texts are new."""
    return {
        step.key: max((wording_seconds(text, script.language) for text in step.says if text.strip()), default=0.0)
        for step in script.steps
    }


def _texts(step: Step) -> tuple[str, ...]:
    return (step.title, *step.says, step.hint, *(answer.label for answer in step.answers))
