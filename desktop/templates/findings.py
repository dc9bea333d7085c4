"""Brings together what is wrong with a text by itself, and what is wrong with it for an audience."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop.amounts import number
from desktop.templates.problem_list import Finding
from desktop.templates.problem_words import template_problem
from desktop.templates.variable_words import variable_label
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.templates.model import TemplateProblem
from local_db.templates.text import Variable, scan

if TYPE_CHECKING:
    from local_db.campaigns.plan import Plan

_UNFILLED = QT_TRANSLATE_NOOP("Findings", "{variable} is not known of {count} people. Give it a fallback: {{{name}|…}}")
_TOO_LONG = QT_TRANSLATE_NOOP("Findings", "{count} texts are longer than {most} characters, the most that is allowed.")
_IN_SIGNATURE = frozenset({"missing_signature", "signature_characters", "signature_length"})


def findings_of(problems: Sequence[TemplateProblem], plan: Plan | None, body: str) -> tuple[Finding, ...]:
    """Blocking ones first; with a plan also what its people lack."""
    own = [
        Finding(
            template_problem(problem.code, problem.data),
            problem.blocks,
            problem.position,
            0 if problem.code in _IN_SIGNATURE else min(problem.length, _shown_length(problem, body)),
        )
        for problem in problems
    ]
    found = [*own, *(_of_plan(plan, body) if plan is not None else ())]
    return tuple(sorted(found, key=_is_warning))


def _shown_length(problem: TemplateProblem, body: str) -> int:
    """A problem of the whole text underlines nothing."""
    return 0 if problem.code == "too_long" else len(body)


def _of_plan(plan: Plan, body: str) -> Iterator[Finding]:
    variables = [piece for piece in scan(body).pieces if isinstance(piece, Variable)]
    for refusal in plan.refusals:
        if refusal.code == "unfilled_variable":
            name = str(refusal.data["variable"])
            place = next((piece for piece in variables if piece.name == name and piece.fallback is None), None)
            if place is not None:  # the text may have been changed since the plan
                count = number(plan.unfilled[name])
                text = translate("Findings", _UNFILLED).format(variable=variable_label(name), count=count, name=name)
                yield Finding(text, blocks=True, position=place.position, length=place.length)
        elif refusal.code == "texts_too_long":
            yield Finding(translate("Findings", _TOO_LONG).format(**refusal.data), blocks=True)


def _is_warning(finding: Finding) -> bool:
    return not finding.blocks
