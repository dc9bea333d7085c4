"""What the list shows of a reply that was found: its text for this buyer, and which of its characters match."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from local_db.replies.fill import Filled, Piece
from local_db.replies.model import Attachment, Reply, Wording
from local_db.replies.search.hit import Field, Hit, Mark
from local_db.templates.filling import placeholder

Called = Callable[[str], str]
BEFORE_MARK = 18  # characters of a text that stay before the first match
_LATIN_WORD = re.compile(r"[a-z0-9'’]+ ?", re.ASCII | re.IGNORECASE)  # is not begun in its middle


class Span(NamedTuple):
    """Characters from `start` to before `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Badge:
    """A small word beside the title; `code` names one of the panel's own words."""

    text: str = ""
    code: str = ""
    tone: str = "neutral"
    marks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """One line of the list."""

    uid: str
    title: str
    title_marks: tuple[Span, ...]
    wording: Wording | None
    filled: Filled
    marked: str  # all of the text, with what variables are called where they are not filled
    text: str  # as it stands in the list: without breaks, and from where something matches
    text_marks: tuple[Span, ...]
    gaps: tuple[Span, ...]  # variables that are not filled yet, and what cannot be understood
    badges: tuple[Badge, ...]
    pictures: tuple[Attachment, ...]
    files: tuple[Attachment, ...]


def shown(
    hit: Hit, reply: Reply, wording: Wording | None, filled: Filled, group: str = "", called: Called = str
) -> Shown:
    """A hit as a line; `filled` is the wording's text with this buyer's facts, `called` what variables are called."""
    said = [_said(piece, called) for piece in filled.pieces]
    number = reply.wordings.index(wording) if wording in reply.wordings else 0
    marks = [mark for mark in hit.marks if mark.field is Field.TEXT and mark.part == number]
    raw = wording.text if wording is not None else ""
    marked = "".join(said)
    text, text_marks = _one_line(marked), _moved(marks, raw, filled.pieces, said)
    elsewhere = _matched_elsewhere(reply, group, hit.marks)
    title_marks = tuple(Span(mark.start, mark.end) for mark in hit.marks if mark.field is Field.TITLE)
    title_marks = _also(title_marks, reply.title, elsewhere)
    text_marks = text_marks if title_marks else _also(text_marks, text, elsewhere)
    begin = _begin(text, text_marks)
    pictures = tuple(one for one in reply.attachments if one.type.startswith("image/"))
    return Shown(
        reply.uid,
        reply.title,
        title_marks,
        wording,
        filled,
        marked,
        ("…" if begin else "") + text[begin:],
        _from(text_marks, begin),
        _from(tuple(_gaps(filled.pieces, said)), begin),
        _badges(reply, hit, filled, group),
        pictures,
        tuple(one for one in reply.attachments if one not in pictures),
    )


def _matched_elsewhere(reply: Reply, group: str, marks: Sequence[Mark]) -> frozenset[str]:
    """What matches in tags, shortcut and group: where the title says it too, a person looks for it there."""
    words = {Field.TAG: reply.tags, Field.SHORTCUT: (reply.shortcut,), Field.GROUP: (group,)}
    return frozenset(
        words[mark.field][mark.part][mark.start : mark.end].casefold()
        for mark in marks
        if mark.field in words and mark.part < len(words[mark.field])
    )


def _also(marks: tuple[Span, ...], text: str, words: frozenset[str]) -> tuple[Span, ...]:
    """Marks together with those on the first of each of these words."""
    low = text.casefold()
    if len(low) != len(text):
        return marks
    found = {Span(low.find(word), low.find(word) + len(word)) for word in words if word and word in low}
    return tuple(sorted({*marks, *found}))


def _one_line(text: str) -> str:
    """The whole text, character for character, with blanks for breaks."""
    return "".join(" " if char in "\n\r\t\u2028" else char for char in text)


def _said(piece: Piece, called: Called) -> str:
    if piece.missing:
        return placeholder(called(piece.variable))
    return piece.written if piece.fault else piece.text


def _gaps(pieces: Sequence[Piece], said: Sequence[str]) -> Iterator[Span]:
    at = 0
    for piece, words in zip(pieces, said, strict=True):
        if piece.missing or piece.fault:
            yield Span(at, at + len(words))
        at += len(words)


def _moved(marks: Sequence[Mark], raw: str, pieces: Sequence[Piece], said: Sequence[str]) -> tuple[Span, ...]:
    """Marks of a text with variables, as they lie in the filled one; those on a variable fall away.

    One on the name of a shared part is on all that the part says: something in it was looked for.
    """
    moved = []
    for written, shown_at, alike in _stretches(raw, pieces, said) if marks else ():
        shift = shown_at.start - written.start
        for mark in marks:
            first, last = max(mark.start, written.start), min(mark.end, written.end)
            if first < last:
                moved.append(Span(first + shift, last + shift) if alike else shown_at)
    return tuple(sorted({span for span in moved if span.start < span.end}))


def _stretches(raw: str, pieces: Sequence[Piece], said: Sequence[str]) -> Iterator[tuple[Span, Span, bool]]:
    """Where words stand in the text with variables, where in the filled one, and whether these are the same words.

    They are not where a shared part is named.
    """
    place = 0
    for piece, words in zip(pieces, said, strict=True):
        if not piece.variable and not piece.fault:
            start, end = piece.position, piece.position + piece.length
            written = raw[start:end]
            before = _alike(written, words)
            after = min(_alike(written[::-1], words[::-1]), len(written) - before, len(words) - before)
            yield Span(start, start + before), Span(place, place + before), True
            yield Span(start + before, end - after), Span(place + before, place + len(words) - after), False
            yield Span(end - after, end), Span(place + len(words) - after, place + len(words)), True
        place += len(words)


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _begin(text: str, marks: Sequence[Span]) -> int:
    """Where the list begins the text so that what matches is in sight: at the start, or a little before the match."""
    if not marks or marks[0].end <= 3 * BEFORE_MARK:
        return 0
    begin = min(marks[0].start - BEFORE_MARK, max(0, len(text) - 2 * BEFORE_MARK))
    within = _LATIN_WORD.match(text, begin) if text[begin - 1 : begin].isalnum() else None
    return within.end() if within is not None and within.end() <= marks[0].start else begin


def _from(spans: Sequence[Span], begin: int) -> tuple[Span, ...]:
    """Spans of a text of which only what follows `begin` is shown, after an ellipsis."""
    if not begin:
        return tuple(spans)
    moved = (Span(max(1, span.start - begin + 1), span.end - begin + 1) for span in spans)
    return tuple(span for span in moved if span.end > span.start)


def _badges(reply: Reply, hit: Hit, filled: Filled, group: str) -> tuple[Badge, ...]:
    badges = []
    if not filled.ready:
        badges.append(Badge(code="fault" if filled.faults else "unfilled", tone="bad"))
    if kind := _kind(reply, filled):
        badges.append(Badge(code=kind))
    badges += [badge for badge in _matching(reply.tags, Field.TAG, hit.marks) if badge.text not in reply.title]
    if reply.shortcut and (marks := _marks_in(Field.SHORTCUT, 0, hit.marks)):
        badges.append(Badge(reply.shortcut, tone="accent", marks=marks))
    if group:
        badges.append(Badge(group, tone="good", marks=_marks_in(Field.GROUP, 0, hit.marks)))
    return tuple(badges)


def _matching(tags: Sequence[str], field: Field, marks: Sequence[Mark]) -> list[Badge]:
    """Tags in which something matches."""
    found = {mark.part for mark in marks if mark.field is field}
    return [Badge(tags[part], marks=_marks_in(field, part, marks)) for part in sorted(found) if part < len(tags)]


def _marks_in(field: Field, part: int, marks: Sequence[Mark]) -> tuple[Span, ...]:
    return tuple(Span(mark.start, mark.end) for mark in marks if mark.field is field and mark.part == part)


def _kind(reply: Reply, filled: Filled) -> str:
    """What a reply is made of, where it is more than text."""
    if not reply.attachments:
        return ""
    pictures = any(one.type.startswith("image/") for one in reply.attachments)
    if filled.text.strip():
        return "text_picture" if pictures else "text_file"
    return "picture" if pictures else "file"


def with_typed(facts: Mapping[str, str], typed: Mapping[str, str]) -> dict[str, str]:
    """A buyer's facts, with what was typed in for them."""
    return {**facts, **{name: value for name, value in typed.items() if value.strip()}}
