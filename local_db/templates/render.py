"""A template and one member's values become the text that is sent, with its billed size."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from local_db.phones import is_masked
from local_db.templates.model import Template
from local_db.templates.sms_parts import Route, count_parts
from local_db.templates.text import Literal, Variable, scan


@dataclass(frozen=True, slots=True)
class Rendered:
    """A text for one member; with a name in `unfilled` it must never leave the shop."""

    text: str
    units: int
    parts: int
    unfilled: tuple[str, ...]


_BREAK = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")
# What a terminal or a gateway would act on, and what no XML, so no XLSX, may hold.
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")
_BRACKETS = str.maketrans("", "", "【】")
_ZERO_WIDTH_JOINER = "\u200d"  # holds the parts of one emoji together
# Letters by their class, blank to the eye; some people have nothing else for a nick.
_INVISIBLE = f" {_ZERO_WIDTH_JOINER}\ufe0e\ufe0f\u115f\u1160\u2800\u3164\uffa0"


def render(template: Template, facts: Mapping[str, str], route: Route = Route.CHINA) -> Rendered:
    """The whole text for a member whose variables are `facts` (a missing or empty one is unfilled).

    An unfilled variable stands in the text as `{name}`. Values are inserted once and never read as
    template text. A body with faults is shown as far as it is understood; `problems` reports them.
    """
    words: list[str] = []
    unfilled: list[str] = []
    for piece in scan(template.body).pieces:
        if isinstance(piece, Literal):
            words.append(piece.text)
            continue
        value = _filled(piece, facts.get(piece.name, ""))
        if value is None:
            unfilled.append(piece.name)
            value = f"{{{piece.name}}}"
        words.append(value)
    text = assemble(template.signature, "".join(words), template.opt_out, route)
    size = count_parts(text, route)
    return Rendered(text, size.units, size.parts, tuple(dict.fromkeys(unfilled)))


def assemble(signature: str, body: str, opt_out: str, route: Route = Route.CHINA) -> str:
    """Signature, body and opt-out as one line.

    In China: 【signature】body opt-out, nothing between them. Abroad the signature is written
    `Signature: ` because 【】 would more than halve what fits into a part.
    """
    if route is Route.CHINA:
        head = f"【{signature}】" if signature else ""
        return flat(f"{head}{body}{opt_out}")
    head = f"{signature}: " if signature else ""
    gap = " " if opt_out and body and not body[-1].isspace() else ""
    return flat(f"{head}{body}{gap}{opt_out}")


def flat(text: str) -> str:
    """A run of line breaks, or a tab, as one space, and no other control character: a message is one plain line."""
    if text.isprintable():
        return text
    return _CONTROL.sub("", _BREAK.sub(" ", text).replace("\t", " "))


def clean_value(value: str) -> str:
    """A member's value made safe to stand in a text.

    Line breaks, tabs and other control characters become single spaces, invisible characters go,
    and so do 【】, which only a signature may carry. A masked value is no value.
    """
    if is_masked(value):
        return ""
    if not value.isprintable():
        value = " ".join("".join(map(_printable, value)).split())
    value = value.translate(_BRACKETS).strip()
    return value if value.strip(_INVISIBLE) else ""


def _printable(char: str) -> str:
    if char.isprintable() or char == _ZERO_WIDTH_JOINER:
        return char
    return " " if char.isspace() or char < " " else ""


def _filled(variable: Variable, value: str) -> str | None:
    cleaned = clean_value(value)
    if not cleaned:
        return variable.fallback
    if variable.limit is None:
        return cleaned
    return cleaned[: variable.limit].rstrip(f" {_ZERO_WIDTH_JOINER}")
