"""The text of a template taken apart: literal words and variables with their fallbacks.

Syntax: `{nick}` needs a value; `{nick|亲}` falls back to 亲; `{nick|}` falls back to nothing;
`{nick|亲|6}` also cuts the value (not the fallback) to 6 characters; `{nick||6}` cuts and falls back
to nothing; `{nick:6}` needs a value and cuts it. `{{` and `}}` are braces. Full-width `｜` and `：`
separate as well, as Chinese keyboards type them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from local_db.templates.variables import NAMES


@dataclass(frozen=True, slots=True)
class Literal:
    """Words that every receiver gets."""

    text: str


@dataclass(frozen=True, slots=True)
class Variable:
    """A place that a member's value fills; `fallback` None means a value is needed."""

    name: str
    fallback: str | None
    limit: int | None  # characters of the value that are kept
    position: int  # where its brace stands in the body
    length: int


Piece = Literal | Variable


@dataclass(frozen=True, slots=True)
class Fault:
    """A place in a body that cannot be understood."""

    code: str  # unclosed_brace, stray_brace, empty_name, unknown_variable, bad_limit
    position: int
    length: int
    name: str = ""


@dataclass(frozen=True, slots=True)
class Scan:
    """Everything found in a body: with faults, the pieces are only good for showing."""

    pieces: tuple[Piece, ...]
    faults: tuple[Fault, ...]


_TOKEN = re.compile(r"\{\{|\}\}|\{[^{}\n]*\}|\{|\}")
_SEPARATOR = re.compile(r"[|｜]")
_COLON = re.compile(r"[:：]")
_NOT_IN_FALLBACK = re.compile(r"[{}|｜\n\r]")
_LIMIT = re.compile(r"[1-9][0-9]{0,2}")


@lru_cache(maxsize=64)
def scan(body: str) -> Scan:
    """The pieces of a body and every fault in it; never raises."""
    pieces: list[Piece] = []
    faults: list[Fault] = []
    for found, start, end in tokens(body):
        if isinstance(found, Fault):
            faults.append(found)
            found = Literal(body[start:end])
        pieces.append(found)
    return Scan(_joined(pieces), tuple(faults))


def tokens(body: str, names: frozenset[str] | None = NAMES) -> Iterator[tuple[Piece | Fault, int, int]]:
    """Everything a body is made of, with where it begins and ends there.

    Without `names` a variable may have any, and one that begins with `>` is what its title says, colons and all.
    """
    at = 0
    for token in _TOKEN.finditer(body):
        if at < token.start():
            yield Literal(body[at : token.start()]), at, token.start()
        yield _read_token(token[0], token.start(), names), token.start(), token.end()
        at = token.end()
    if at < len(body):
        yield Literal(body[at:]), at, len(body)


def variable_names(body: str) -> frozenset[str]:
    """The names of the variables that a body uses."""
    return frozenset(piece.name for piece in scan(body).pieces if isinstance(piece, Variable))


def separators(body: str, found: Variable) -> tuple[int | None, int | None]:
    """The places of the signs before the fallback and before the limit of a variable; None where there is none."""
    written = body[found.position : found.position + found.length]
    bars = [found.position + sign.start() for sign in _SEPARATOR.finditer(written)]
    if bars:
        return bars[0], bars[1] if len(bars) > 1 else None
    colon = _COLON.search(written)
    return None, found.position + colon.start() if colon else None


def token(name: str, fallback: str | None, limit: int | None) -> str:
    """A variable as it is written; what a fallback may not hold (braces, bars, breaks) goes."""
    if fallback is None:
        return f"{{{name}:{limit}}}" if limit else f"{{{name}}}"
    words = _NOT_IN_FALLBACK.sub("", fallback)
    return f"{{{name}|{words}|{limit}}}" if limit else f"{{{name}|{words}}}"


def with_limit(body: str, name: str, limit: int) -> str:
    """The body with a limit on every variable of that name that has no shorter one."""
    for piece in reversed(scan(body).pieces):
        if isinstance(piece, Variable) and piece.name == name and _is_looser(piece, limit):
            shorter = token(name, piece.fallback, limit)
            body = body[: piece.position] + shorter + body[piece.position + piece.length :]
    return body


def _is_looser(piece: Variable, limit: int) -> bool:
    return piece.limit is None or piece.limit > limit


def _read_token(found: str, position: int, names: frozenset[str] | None) -> Piece | Fault:
    if found in ("{{", "}}"):
        return Literal(found[0])
    if found == "{":
        return Fault("unclosed_brace", position, 1)
    if found == "}":
        return Fault("stray_brace", position, 1)
    if names is None and found[1:].lstrip().startswith(">"):
        title, *fallback = _SEPARATOR.split(found[1:-1], maxsplit=1)
        return Variable(title.strip(), fallback[0] if fallback else None, None, position, len(found))
    return _read_variable(found, position, names)


def _read_variable(found: str, position: int, names: frozenset[str] | None) -> Variable | Fault:
    first, *rest = _SEPARATOR.split(found[1:-1])
    name, *needed = (part.strip() for part in _COLON.split(first))
    if not name:
        return Fault("empty_name", position, len(found))
    if names is not None and name not in names:
        return Fault("unknown_variable", position, len(found), name)
    limits = needed + [part.strip() for part in rest[1:]]
    if len(limits) > 1 or (needed and rest) or not all(map(_LIMIT.fullmatch, limits)):
        return Fault("bad_limit", position, len(found), name)
    limit = int(limits[0]) if limits else None
    return Variable(name, rest[0] if rest else None, limit, position, len(found))


def _joined(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Neighbouring literals as one, empty ones left out."""
    joined: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Literal):
            if not piece.text:
                continue
            if joined and isinstance(joined[-1], Literal):
                joined[-1] = Literal(joined[-1].text + piece.text)
                continue
        joined.append(piece)
    return tuple(joined)
