"""Brings together what is wrong with a text by itself, and what is wrong with it for an audience."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop import wording
from desktop.templates import verdict_words
from desktop.templates.problem_list import Finding
from local_db.templates.model import TemplateProblem
from local_db.templates.text import Variable, scan
from local_db.templates.vendor import Verdict

if TYPE_CHECKING:
    from local_db.campaigns.plan import Plan

# Their places are those of the signature, or the whole text: nothing in the body to point at.
# What an untouched new text cannot have yet; said once something is typed, or the text is to be used.
_OF_A_BEGINNING = frozenset({"empty_body", "missing_signature"})
_WITHOUT_PLACE = frozenset({"missing_signature", "signature_characters", "signature_length", "too_long"})


def findings_of(
    problems: Sequence[TemplateProblem], plan: Plan | None, body: str, *, untouched: bool = False
) -> tuple[Finding, ...]:
    """Blocking ones first; with a plan also what its people lack."""
    own = (
        Finding(
            _begun(wording.template_problem(problem)),
            problem.blocks,
            problem.position,
            0 if problem.code in _WITHOUT_PLACE else problem.length,
        )
        for problem in problems
        if not (untouched and problem.code in _OF_A_BEGINNING)
    )
    of_people = () if plan is None else _of_plan(plan, body)
    return tuple(sorted([*own, *of_people], key=_is_warning))


def _of_plan(plan: Plan, body: str) -> Iterator[Finding]:
    variables = [piece for piece in scan(body).pieces if isinstance(piece, Variable)]
    for refusal in plan.refusals:
        if refusal.code == "unfilled_variable":
            name = refusal.data["variable"]
            place = next((piece for piece in variables if piece.name == name and piece.fallback is None), None)
            if place is not None:  # the text may have been changed since the plan
                said = verdict_words.unfilled(place.name, plan.unfilled[place.name])
                yield Finding(said, blocks=True, position=place.position, length=place.length)
        elif refusal.code == "texts_too_long":
            yield Finding(wording.error(refusal), blocks=True)
    texts = plan.texts.texts
    if texts.vendor.variables.link is not Verdict.OK:
        for name, count in texts.linked().items():
            place = next((piece for piece in variables if piece.name == name), None)
            if place is not None:
                said = verdict_words.linked(name, count)
                yield Finding(said, blocks=False, position=place.position, length=place.length)


def _begun(sentence: str) -> str:
    """A sentence that stands alone begins with a capital."""
    return sentence[:1].upper() + sentence[1:]


def _is_warning(finding: Finding) -> bool:
    return not finding.blocks
