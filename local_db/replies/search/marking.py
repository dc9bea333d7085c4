"""Which characters of a hit to mark, and which part of a wording to show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from local_db.replies.search.hit import Field, Mark, Snippet

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.replies.search.finding import Finding
    from local_db.replies.search.shelf import Shelf

_SHOWN = 60  # characters of a wording
_BEFORE = 12  # of them before the first mark
_SENTENCE_ENDS = frozenset("。！？!?；;\n")


def marks_of(shelf: Shelf, row: int, findings: Sequence[Finding], words: Sequence[str]) -> tuple[Mark, ...]:
    """The characters that made a reply a hit, in order; what touches is one mark."""
    found: list[Mark] = []
    for finding, word in zip(findings, words, strict=True):
        for place in finding.places:
            size = int(place.sizes[row])
            if size:
                found += _marks(shelf, int(place.starts[row]), size, word)
    return tuple(_merged(sorted(found)))


def marks_of_covered(shelf: Shelf, row: int, covered: NDArray[np.bool_]) -> tuple[Mark, ...]:
    """The marks of a reply whose tokens are told one by one."""
    found: list[Mark] = []
    for field in shelf.fields_of(row):
        begin, end = shelf.tokens_of(field)
        for place in (np.flatnonzero(covered[begin:end]) + begin).tolist():
            found += _marks(shelf, place, 1, "")
    return tuple(_merged(sorted(found)))


def _marks(shelf: Shelf, start: int, size: int, word: str) -> list[Mark]:
    field = int(shelf.field_of[start])
    where = Field(int(shelf.field[field])), int(shelf.part[field])
    if where[0] is Field.SHARED:
        return [Mark(Field.TEXT, where[1], *shelf.named_at[field])]
    begins = shelf.char_at[start : start + size].tolist()
    texts = [shelf.vocabulary.texts[token] for token in shelf.tokens[start : start + size].tolist()]
    marks = [Mark(*where, begin, begin + len(text)) for begin, text in zip(begins, texts, strict=True)]
    typed = _half_typed(word, texts[-1])
    marks[-1] = marks[-1]._replace(end=marks[-1].start + typed)
    return marks


def _half_typed(word: str, text: str) -> int:
    """How many letters of the last word of letters were typed; all of them where it was typed otherwise."""
    return next((length for length in range(len(text), 0, -1) if word.endswith(text[:length])), len(text))


def _merged(marks: Iterable[Mark]) -> list[Mark]:
    merged: list[Mark] = []
    for mark in marks:
        last = merged[-1] if merged else None
        if last is not None and last[:2] == mark[:2] and mark.start <= last.end:
            merged[-1] = last._replace(end=max(last.end, mark.end))
        else:
            merged.append(mark)
    return merged


def snippet_of(texts: Sequence[str], marks: Sequence[Mark]) -> Snippet:
    """The surroundings of the first mark in a wording; the beginning of the first wording where there is none."""
    mark = next((mark for mark in marks if mark.field == Field.TEXT), None)
    if mark is None:
        return Snippet(0, 0, min(_SHOWN, len(texts[0])) if texts else 0)
    text = texts[mark.part]
    start = max(0, min(mark.start - _BEFORE, len(text) - _SHOWN))
    for place in range(start, mark.start):
        if start and text[place] in _SENTENCE_ENDS:
            start = place + 1
    return Snippet(mark.part, start, min(len(text), max(start + _SHOWN, mark.end)))
