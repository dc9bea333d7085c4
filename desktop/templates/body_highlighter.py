"""Formats a body: variables as chips, problems and the characters beyond the limit underlined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from PySide6.QtGui import QSyntaxHighlighter, QTextCharFormat, QTextDocument

from desktop.shell import theme
from desktop.templates.chips import OF_MESSAGES, Chip, Lexicon, Span, chips, formats, spans_of
from local_db.templates.sms_parts import utf16_units

MOST_LINES = 300  # of one mark: each paragraph that is underlined has all below it laid out again

MarkKind = Literal["over", "cost", "warn", "bad"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a body, in characters, and what is said about it."""

    position: int
    length: int
    kind: MarkKind


class BodyHighlighter(QSyntaxHighlighter):
    """Formats characters; formats are no edits, so undo never meets them."""

    def __init__(self, document: QTextDocument, lexicon: Lexicon = OF_MESSAGES) -> None:
        super().__init__(document)
        self._lexicon = lexicon
        self._body = ""
        self._marks: tuple[Mark, ...] = ()
        self.marked_chips: list[tuple[Chip, QTextCharFormat]] = []
        self._spans: list[tuple[Span, QTextCharFormat]] = []
        self._found: tuple[str, tuple[Chip, ...]] = ("", ())

    def chips_of(self, body: str) -> tuple[Chip, ...]:
        """The variables of a body, looked for once while it stays as it is."""
        if body != self._found[0]:
            self._found = (body, chips(body, self._lexicon))
        return self._found[1]

    def set_marks(self, body: str, marks: Sequence[Mark]) -> None:
        """Show these marks on this body, with its variables."""
        if (body, tuple(marks)) != (self._body, self._marks):
            self._body, self._marks = body, tuple(marks)
            self._format()

    @property
    def body(self) -> str:
        """The text that the marks are of."""
        return self._body

    def restyle(self) -> None:
        """Format again, in the colours, the font and the language in force."""
        self._found = ("", ())
        self._format()

    def _format(self) -> None:
        body = self._body
        found = self.chips_of(body)
        self._spans = list(formats(found, self.document().defaultFont()))
        self.marked_chips = []
        places = spans_of(body)
        for mark in self._marks:
            span, style = places(mark.position, _marked(body, mark)), _line_of(mark.kind)
            whole = [chip for chip in found if span.start < chip.name.end and span.end > chip.name.start]
            self.marked_chips += [(chip, style) for chip in whole]  # to be underlined as they are painted
            self._spans += [(part, style) for part in _without(span, whole)]
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Format one paragraph."""
        first = self.currentBlock().position()
        last = first + utf16_units(text)
        begins: dict[int, list[int]] = {first: [], last: []}
        ends: dict[int, list[int]] = {}
        for number, (span, _) in enumerate(self._spans):
            if span.start < last and span.end > first:
                begins.setdefault(max(span.start, first), []).append(number)
                ends.setdefault(min(span.end, last), []).append(number)
        here: set[int] = set()
        for start, end in pairwise(sorted(begins.keys() | ends.keys())):
            here = here.difference(ends.get(start, ())).union(begins.get(start, ()))
            if here:
                laid_over = QTextCharFormat()
                for number in sorted(here):
                    laid_over.merge(self._spans[number][1])
                self.setFormat(start - first, end - start, laid_over)


def _marked(body: str, mark: Mark) -> int:
    """How many characters of a mark are underlined: its first MOST_LINES paragraphs."""
    end, bound = mark.position, mark.position + mark.length
    for _ in range(MOST_LINES):
        end = body.find("\n", end, bound) + 1
        if not end:
            return mark.length
    return end - mark.position


def _without(span: Span, left_out: Sequence[Chip]) -> list[Span]:
    """The parts of a stretch between some chips."""
    bounds = [span.start, *(end for chip in left_out for end in (chip.whole.start, chip.whole.end)), span.end]
    return [Span(start, end) for start, end in zip(bounds[::2], bounds[1::2], strict=True) if start < end]


def _line_of(kind: MarkKind) -> QTextCharFormat:
    style = QTextCharFormat()
    lines = QTextCharFormat.UnderlineStyle
    by_kind = {
        "over": lines.SingleUnderline,
        "cost": lines.DashUnderline,
        "warn": lines.DotLine,
        "bad": lines.WaveUnderline,
    }
    style.setUnderlineStyle(by_kind[kind])
    style.setUnderlineColor(theme.colour("bad" if kind == "bad" else "warn"))
    return style
