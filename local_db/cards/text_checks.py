"""What is wrong with a text of a card: how it is written, its length, its variables, its words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from local_db.cards.measure import bound, fits, longest_units
from local_db.cards.problem import CardProblem
from local_db.cards.rules import CardVendor
from local_db.templates.body_words import variables
from local_db.templates.model import Purpose
from local_db.templates.sms_parts import utf16_units
from local_db.templates.text import Variable, scan
from local_db.templates.vendor import Verdict, WordRule
from local_db.templates.verdicts import refused_words

_BRACKET = re.compile("[【】]")
_FULL_WIDTH_BRACE = re.compile("[｛｝]")
_PARAMETER = re.compile(r"\$\{\{")  # a brace that would read as the beginning of a vendor's parameter
_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Room:
    """What a text may take up."""

    longest: int
    lines: int = 1


def text_problems(text: str, room: Room, vendor: CardVendor) -> Iterator[CardProblem]:
    """Problems of one text, each with its position; without words, which depend on the purpose."""
    for fault in scan(text).faults:
        data: dict[str, object] = {"name": fault.name} if fault.name else {}
        yield CardProblem(fault.code, position=fault.position, length=fault.length, data=data)
    if bracket := _BRACKET.search(text):
        yield CardProblem("brackets_in_field", position=bracket.start(), length=1)
    if dollar := _PARAMETER.search(text):
        yield CardProblem("looks_like_parameter", position=dollar.start(), length=3)
    if brace := _FULL_WIDTH_BRACE.search(text):
        yield CardProblem("full_width_brace", position=brace.start(), length=1, blocks=False)
    yield from _of_lines(text, room.lines)
    if (units := longest_units(text)) > room.longest:
        position = fits(text, room.longest)
        data = {"units": units, "most": room.longest}
        yield CardProblem("too_long", position=position, length=len(text) - position, data=data)
    yield from _of_variables(text, vendor)


def word_problems(text: str, purpose: Purpose, groups: Sequence[WordRule]) -> Iterator[CardProblem]:
    """Words and characters that the vendor or the law does not take; a person decides whether to risk them."""
    for finding in refused_words(text, purpose, groups):
        code = "refused_character" if finding.rule == "symbols" else "refused_words"
        blocks = code == "refused_character" and finding.verdict is Verdict.REFUSED
        yield CardProblem(
            code,
            position=finding.position,
            length=finding.length,
            data=finding.data,
            blocks=blocks,
            finding=finding,
        )


def _of_lines(text: str, lines: int) -> Iterator[CardProblem]:
    breaks = list(_BREAK.finditer(text.rstrip()))
    if len(breaks) < lines:
        return
    first = breaks[lines - 1]
    code = "line_break" if lines == 1 else "too_many_lines"
    data: dict[str, object] = {"lines": len(breaks) + 1, "most": lines}
    yield CardProblem(code, position=first.start(), length=len(first[0]), data=data)


def _of_variables(text: str, vendor: CardVendor) -> Iterator[CardProblem]:
    found = variables(text)
    most = vendor.variables.most
    if most is not None and len(found) > most:
        yield _at("too_many_variables", found[most], {"most": most, "count": len(found)})
    for one in found:
        yield from _of_one(one, vendor)


def _of_one(one: Variable, vendor: CardVendor) -> Iterator[CardProblem]:
    rule = vendor.variables
    longest = bound(one)
    if longest is None:
        yield _at("unbounded", one, {"name": one.name}, blocks=rule.longest is not None)
    if rule.longest is not None and max(longest or 0, utf16_units(one.fallback or "")) > rule.longest:
        yield _at("long_value", one, {"name": one.name, "most": rule.longest})
    if rule.shortest and one.fallback is not None and len(one.fallback.strip()) < rule.shortest:
        yield _at("empty_value", one, {"name": one.name})


def _at(code: str, one: Variable, data: dict[str, object], *, blocks: bool = True) -> CardProblem:
    return CardProblem(code, position=one.position, length=one.length, data=data, blocks=blocks)
