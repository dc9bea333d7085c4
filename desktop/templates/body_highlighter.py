"""Colours a body: variables as chips, problems and the characters beyond the limit underlined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from desktop.shell import theme
from local_db.templates.sms_parts import utf16_units
from local_db.templates.text import Variable, scan

MarkKind = Literal["variable", "over", "cost", "warn", "bad"]


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a body, in characters, and what is said about it."""

    position: int
    length: int
    kind: MarkKind


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document in the units Qt counts in."""

    start: int
    end: int


def span_of(body: str, position: int, length: int) -> Span:
    """Characters of a Python text as Qt's UTF-16 positions."""
    start = utf16_units(body[:position])
    return Span(start, start + utf16_units(body[position : position + length]))


def variable_spans(body: str) -> tuple[Span, ...]:
    """Where the variables of a body stand in its document."""
    pieces = scan(body).pieces
    return tuple(span_of(body, piece.position, piece.length) for piece in pieces if isinstance(piece, Variable))


class BodyHighlighter(QSyntaxHighlighter):
    """Formats characters; formats are no edits, so undo never meets them."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._spans: tuple[tuple[Span, MarkKind], ...] = ()
        self._body = ""

    def set_marks(self, body: str, marks: Sequence[Mark]) -> None:
        """Show these marks on this body, with its variables."""
        variables: list[tuple[Span, MarkKind]] = [(span, "variable") for span in variable_spans(body)]
        spans = (*variables, *((span_of(body, mark.position, mark.length), mark.kind) for mark in marks))
        if (body, spans) != (self._body, self._spans):
            self._body, self._spans = body, spans
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        """Format one paragraph."""
        length = utf16_units(text)
        first = self.currentBlock().position()
        formats: dict[int, QTextCharFormat] = {}
        for span, kind in self._spans:
            for place in range(max(span.start - first, 0), min(span.end - first, length)):
                _style(formats.setdefault(place, QTextCharFormat()), kind)
        for place, style in formats.items():
            self.setFormat(place, 1, style)


def _style(style: QTextCharFormat, kind: MarkKind) -> None:
    if kind == "variable":
        style.setForeground(theme.colour("accent"))
        style.setFontWeight(QFont.Weight.Bold)
        return
    lines = QTextCharFormat.UnderlineStyle
    by_kind = {
        "over": lines.SingleUnderline,
        "cost": lines.DashUnderline,
        "warn": lines.DotLine,
        "bad": lines.WaveUnderline,
    }
    style.setUnderlineStyle(by_kind[kind])
    style.setUnderlineColor(theme.colour("bad" if kind == "bad" else "warn"))
