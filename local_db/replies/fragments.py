"""Shared parts of replies: a text names one as `{>title}`, and says what it says now.

Parts may name parts. A part that is not there, or that would be inside itself, is a fault with its place.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from local_db.templates.layout import Slot, flat, plain_lines
from local_db.templates.text import Fault, Literal, Variable, tokens

SIGN = ">"
MOST_CHARACTERS = 20_000  # of a text with everything in it; a few parts that name each other twice make millions
NOT_IN_TITLE = frozenset("{}|｜\n\r")
_END = (None, 0, 0)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a text with its shared parts in place: words, a variable, or a fault.

    `position` and `length` are the characters of the outermost text that it comes from; `inside` are the titles of the
    shared parts that it stands in, the outermost first. `words` are what is written there.
    """

    words: str
    position: int
    length: int
    slot: Slot | None = None
    fault: str = ""
    inside: tuple[str, ...] = ()


def parts(text: str, fragments: Mapping[str, str]) -> list[Part]:
    """The parts of a text. Faults: those of a body (`templates/text.py`), `fragment_missing`, `fragment_cycle`,
    `fragment_fallback`, `text_too_long`.
    """
    return list(_parts(text, fragments))


def names_in(text: str) -> frozenset[str]:
    """The titles of the shared parts that a text names itself."""
    return frozenset(title for title, _, _ in _named(text))


def using(texts: Mapping[str, Sequence[str]], titles: Iterable[str], fragments: Mapping[str, str]) -> frozenset[str]:
    """Of some replies, by uid with their texts, those that say any of these shared parts, through other parts too."""
    wanted, before = set(titles), -1
    named = {title: names_in(text) for title, text in fragments.items()}
    while len(wanted) > before:
        before = len(wanted)
        wanted |= {title for title, names in named.items() if names & wanted}
    return frozenset(uid for uid, said in texts.items() if any(names_in(text) & wanted for text in said))


def with_new_title(text: str, old: str, new: str) -> str:
    """The text with another title wherever it names a shared part."""
    for title, start, end in reversed(list(_named(text))):
        if title == old:
            text = f"{text[:start]}{{{SIGN}{new}}}{text[end:]}"
    return text


def _named(text: str) -> Iterator[tuple[str, int, int]]:
    for token, start, end in tokens(text, None):
        if isinstance(token, Variable) and token.name.startswith(SIGN):
            yield token.name.removeprefix(SIGN).strip(), start, end


class _Open(NamedTuple):
    """A text that is being read; `place` is where the outermost shared part is named, None in the text itself."""

    text: str
    tokens: Iterator[tuple[Literal | Variable | Fault, int, int]]
    inside: tuple[str, ...]
    place: tuple[int, int] | None


def _parts(text: str, fragments: Mapping[str, str]) -> Iterator[Part]:
    left = MOST_CHARACTERS
    stack = [_Open(text, iter(tokens(text, None)), (), None)]  # parts may be deeper than Python calls functions
    while stack:
        reading = stack[-1]
        token, start, end = next(reading.tokens, _END)
        if token is None:
            stack.pop()
            continue
        written, inside = reading.text[start:end], reading.inside
        at, length = reading.place or (start, end - start)
        left -= end - start
        if left < 0:
            yield Part(written, at, length, fault="text_too_long", inside=inside)
            stack.pop()
        elif not isinstance(token, Variable) or not token.name.startswith(SIGN):
            yield _part(token, written, at, length, inside)
        else:
            title = token.name.removeprefix(SIGN).strip()
            if fault := _fault(token, title, fragments, inside):
                yield Part(written, at, length, fault=fault, inside=(*inside, title))
            else:
                said = fragments[title]
                stack.append(_Open(said, iter(tokens(said, None)), (*inside, title), (at, length)))


def _fault(token: Variable, title: str, fragments: Mapping[str, str], inside: tuple[str, ...]) -> str:
    """What is wrong with naming a shared part."""
    if token.fallback is not None:
        return "fragment_fallback"
    if title in inside:
        return "fragment_cycle"
    return "" if title in fragments else "fragment_missing"


def _part(token: Literal | Variable | Fault, written: str, at: int, length: int, inside: tuple[str, ...]) -> Part:
    if isinstance(token, Fault):
        return Part(written, at, length, fault=token.code, inside=inside)
    if isinstance(token, Literal):
        return Part(plain_lines(token.text), at, length, inside=inside)
    fallback = None if token.fallback is None else flat(token.fallback)
    return Part(written, at, length, Slot(token.name, fallback, token.limit), inside=inside)
