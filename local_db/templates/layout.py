"""A template laid out for a route: the fixed words of its text and the slots that values fill, in order."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from local_db.templates.in_languages import InLanguages
from local_db.templates.model import Template
from local_db.templates.sms_parts import Route
from local_db.templates.text import Variable, scan
from local_db.templates.vendor import SignatureRule

_BREAK = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")
_ONE_BREAK = re.compile(r"\r\n|[\r\n\v\f\x85\u2028\u2029]")
# What a terminal or a gateway would act on, and what no XML, so no XLSX, may hold.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_IN_CHINA = SignatureRule(2, 12, "【】", "start", InLanguages("", ""))


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value; `fallback` None means that a value is needed."""

    name: str
    fallback: str | None
    limit: int | None


@dataclass(frozen=True, slots=True)
class Layout:
    """What a text is put together from; no two neighbours are both words."""

    pieces: tuple[str | Slot, ...]

    @property
    def words(self) -> str:
        """Everything that each text has."""
        return "".join(piece for piece in self.pieces if isinstance(piece, str))

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The slots in their order."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Slot))


def flat(text: str) -> str:
    """A run of line breaks, or a tab, as one space, and no other control character: a message is one plain line."""
    if text.isprintable():
        return text
    return _CONTROL.sub("", _BREAK.sub(" ", text).replace("\t", " "))


def plain_lines(text: str) -> str:
    """A text of several lines, with nothing in them that `flat` would not leave."""
    return "\n".join(flat(line) for line in _ONE_BREAK.split(text))


def body_pieces(body: str, tidy: Callable[[str], str] = flat) -> list[str | Slot]:
    """The words and the slots of a body; faults stand in it as they were written."""
    return [
        Slot(piece.name, None if piece.fallback is None else flat(piece.fallback), piece.limit)
        if isinstance(piece, Variable)
        else tidy(piece.text)
        for piece in scan(body).pieces
    ]


@lru_cache(maxsize=64)
def layout(template: Template, route: Route = Route.CHINA, signature: SignatureRule = _IN_CHINA) -> Layout:
    """The pieces of a template's text.

    In China: 【signature】body opt-out, nothing between them, brackets and place of the signature as the vendor has
    them. Abroad the signature is written `Signature: ` because 【】 would more than halve what fits into a part. Faults
    of the body stand in the text as they were written; `lint.problems` reports them.
    """
    body = body_pieces(template.body)
    head, tail = _frame(template, route, signature, gap=_needs_gap(body))
    return Layout(_joined([head, *body, tail]))


def _frame(template: Template, route: Route, rule: SignatureRule, *, gap: bool) -> tuple[str, str]:
    """What stands before and after the body."""
    signature, opt_out = flat(template.signature), flat(template.opt_out)
    if route is not Route.CHINA or not rule.brackets:
        head = f"{signature}: " if signature else ""
        return head, f" {opt_out}" if gap and opt_out else opt_out
    signed = f"{rule.brackets[0]}{signature}{rule.brackets[1]}" if signature else ""
    return (signed, opt_out) if rule.position == "start" else ("", opt_out + signed)


def _needs_gap(body: list[str | Slot]) -> bool:
    """Whether the opt-out would touch the last word. Values do not end in a space."""
    last = body[-1] if body else " "
    return isinstance(last, Slot) or not last[-1:].isspace()


def _joined(pieces: list[str | Slot]) -> tuple[str | Slot, ...]:
    """Neighbouring words as one, empty ones left out."""
    joined: list[str | Slot] = []
    for piece in pieces:
        if isinstance(piece, str) and joined and isinstance(joined[-1], str):
            joined[-1] += piece
        elif piece:
            joined.append(piece)
    return tuple(joined)
