"""A reply's text filled in for one buyer; nothing leaves while anything in it is not filled.

Variables are those of every text, and any other name as well: what no fact answers, the clerk is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from local_db.replies.fragments import Part, parts
from local_db.templates.filling import placeholder, value_of

# What other programs write for a variable, and what full-width braces or doubled ones would leave of ours.
_LEFT_OVER = re.compile(r"[{｛][^{}｛｝\n]{1,60}[}｝]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a filled text. `variable` is the name of what stood there, empty for words.

    Of a variable that is `missing` and of a fault nothing is said; `written` is what stands there in the text.
    """

    text: str
    variable: str = ""
    missing: bool = False
    fault: str = ""  # code
    written: str = ""
    position: int = 0  # in the text as it was written, where the outermost shared part stands
    length: int = 0


@dataclass(frozen=True, slots=True)
class Filled:
    """A text for one buyer; unless it is `ready` it must not be copied."""

    pieces: tuple[Piece, ...]

    @property
    def text(self) -> str:
        """The whole text, with nothing where something is missing."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def marked(self) -> str:
        """The whole text, with `{name}` where a value is missing, and faults as they are written."""
        return "".join(
            placeholder(piece.variable) if piece.missing else piece.written if piece.fault else piece.text
            for piece in self.pieces
        )

    @property
    def unfilled(self) -> tuple[str, ...]:
        """The variables without a value and without a fallback, each once, in the order of the text."""
        return tuple(dict.fromkeys(piece.variable for piece in self.pieces if piece.missing))

    @property
    def faults(self) -> tuple[Piece, ...]:
        """What cannot be understood."""
        return tuple(piece for piece in self.pieces if piece.fault)

    @property
    def ready(self) -> bool:
        """Whether the text may be copied."""
        return not any(piece.missing or piece.fault for piece in self.pieces)


def fill(text: str, facts: Mapping[str, str], fragments: Mapping[str, str]) -> Filled:
    """A text with its shared parts, for the buyer (and the answers of the clerk) whose variables are `facts`.

    Values are put in once and never read as a text with variables.
    """
    return Filled(tuple(_pieces(parts(text, fragments), facts)))


def left_over(text: str) -> tuple[str, ...]:
    """What a buyer would take for a variable that nobody filled in, each once, in its order."""
    return tuple(dict.fromkeys(_LEFT_OVER.findall(text)))


def _pieces(found: Sequence[Part], facts: Mapping[str, str]) -> Iterator[Piece]:
    for are_words, run in groupby(found, key=lambda part: part.slot is None and not part.fault):
        if are_words:
            yield from _words(list(run))
        else:
            yield from (_filled(part, facts) for part in run)


def _filled(part: Part, facts: Mapping[str, str]) -> Piece:
    if part.slot is None:
        return Piece("", fault=part.fault, written=part.words, position=part.position, length=part.length)
    value = value_of(part.slot, facts.get(part.slot.name, ""))
    return Piece(
        value or "",
        part.slot.name,
        missing=value is None,
        written=part.words,
        position=part.position,
        length=part.length,
    )


def _words(run: Sequence[Part]) -> Iterator[Piece]:
    """Neighbouring words as one piece, with a fault wherever they would look like a variable to a buyer."""
    whole = "".join(part.words for part in run)
    at = 0
    for left_over in _LEFT_OVER.finditer(whole):
        if at < left_over.start():
            yield _piece(run, whole, at, left_over.start())
        yield _piece(run, whole, left_over.start(), left_over.end(), fault="left_over")
        at = left_over.end()
    if at < len(whole):
        yield _piece(run, whole, at, len(whole))


def _piece(run: Sequence[Part], whole: str, start: int, end: int, fault: str = "") -> Piece:
    position, after = _origin(run, start), _origin(run, end - 1, end=True)
    words = whole[start:end]
    return Piece("" if fault else words, fault=fault, written=words, position=position, length=after - position)


def _origin(run: Sequence[Part], place: int, *, end: bool = False) -> int:
    """Where a character of a run of words begins, or ends, in the text as it was written."""
    for part in run:
        if place < len(part.words):
            if part.inside or len(part.words) != part.length:
                return part.position + (part.length if end else 0)
            return part.position + place + (1 if end else 0)
        place -= len(part.words)
    return 0
