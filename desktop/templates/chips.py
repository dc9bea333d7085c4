"""How a variable looks in the text: `{nick|亲|8}` as `Buyer nick | 亲 ≤8`; the text itself stays what it is.

A chip is made by formats alone, which are no edits: braces take room but no ink, the name is laid out as wide as its
label, which is painted over it, and so is the sign before the limit. So typing, undo, the clipboard, input methods,
selections and screen readers meet the plain text of the template, as it is stored.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextFormat

from desktop.shell import theme
from desktop.templates.variable_words import LABELS, variable_label
from local_db.templates.text import Scan, Variable, scan, separators

AT_MOST = "≤"
GAP = 4.0
_SPECK = 1  # pixels; letters of this size are not seen, even where a selection colours them


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a document in the units Qt counts in."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """How a field reads its text: what is a variable in it, what each is called, and which are offered."""

    scan: Callable[[str], Scan]
    label: Callable[[str], str]
    names: Callable[[], Sequence[str]]


OF_MESSAGES = Lexicon(scan, variable_label, lambda: tuple(LABELS))


@dataclass(frozen=True, slots=True)
class Chip:
    """A variable of a body, and where its parts stand in the document; `label` is read in the place of its name."""

    variable: Variable
    label: str
    written: str  # what stands in the body for its name
    sign: str  # and between the name and its limit, where it has one
    whole: Span
    name: Span
    bar: Span | None  # the sign before the fallback
    limit: Span | None  # the sign before the limit

    @property
    def _words_begin(self) -> int:
        """Where the fallback begins, or else the limit, or else the variable is over."""
        first = self.bar or self.limit
        return self.whole.end if first is None else first.end

    def takes_caret(self, place: int) -> bool:
        """Whether one can write there: outside, in the fallback or in the limit."""
        return not self.whole.start < place < self._words_begin

    def can_spare(self, place: int) -> bool:
        """Whether the unit there is one of the fallback or the limit, so that it can go without the others."""
        sign = self.limit is not None and place == self.limit.start
        return self._words_begin <= place < self.whole.end - 1 and not sign


def span_of(body: str, position: int, length: int) -> Span:
    """Characters of a Python text as Qt's UTF-16 positions."""
    return spans_of(body)(position, length)


def spans_of(body: str) -> Callable[[int, int], Span]:
    """`span_of` for many places of one body, each without going through all of it."""
    double = [] if body.isascii() else [place for place, char in enumerate(body) if char > "\uffff"]

    def span(position: int, length: int) -> Span:
        end = position + length
        return Span(position + bisect_left(double, position), end + bisect_left(double, end))

    return span


def chips(body: str, lexicon: Lexicon = OF_MESSAGES) -> tuple[Chip, ...]:
    """The variables of a body."""
    found = [piece for piece in lexicon.scan(body).pieces if isinstance(piece, Variable)]
    span = spans_of(body if found else "")
    return tuple(_chip(body, piece, lexicon.label(piece.name), span) for piece in found)


def _chip(body: str, found: Variable, label: str, span: Callable[[int, int], Span]) -> Chip:
    bar, limit = separators(body, found)
    end = found.position + found.length - 1
    head = next(place for place in (bar, limit, end) if place is not None)
    return Chip(
        variable=found,
        label=label,
        written=body[found.position + 1 : head],
        sign="" if limit is None else body[limit],
        whole=span(found.position, found.length),
        name=span(found.position + 1, head - found.position - 1),
        bar=None if bar is None else span(bar, 1),
        limit=None if limit is None else span(limit, 1),
    )


def chip_font(font: QFont) -> QFont:
    """The font of a chip in a text of this font."""
    bold = QFont(font)
    bold.setBold(True)
    return bold


def formats(found: Sequence[Chip], font: QFont) -> Iterator[tuple[Span, QTextCharFormat]]:
    """What makes chips of the characters of variables; a later format is laid over an earlier one."""
    made: dict[tuple[str, str, str, bool], _Styles] = {}
    for chip in found:
        kind = (chip.label, chip.written, chip.sign, chip.bar is None)
        styles = made.get(kind) or made.setdefault(kind, _styles(chip, font))
        yield chip.whole, styles.words
        for edge in (chip.whole.start, chip.whole.end - 1):
            yield Span(edge, edge + 1), styles.brace
        yield chip.name, styles.name
        if chip.bar is not None:
            yield chip.bar, styles.bar
        if chip.limit is not None:
            yield chip.limit, styles.limit


@dataclass(frozen=True, slots=True)
class _Styles:
    """What chips of one kind look like; made once, for a text may have hundreds of them."""

    words: QTextCharFormat
    brace: QTextCharFormat
    name: QTextCharFormat
    bar: QTextCharFormat
    limit: QTextCharFormat


def _styles(chip: Chip, font: QFont) -> _Styles:
    bold = QFontMetricsF(chip_font(font))
    bar = _ink(theme.colour("accent"), QFont.Weight.Normal)
    _space(bar, GAP)
    limit = _ink(QColor(Qt.GlobalColor.transparent))
    _space(limit, GAP + bold.horizontalAdvance(AT_MOST) - bold.horizontalAdvance(chip.sign))
    return _Styles(
        words=_ink(theme.colour("accent"), QFont.Weight.Bold),
        brace=_ink(QColor(Qt.GlobalColor.transparent)),
        name=_as_wide(chip.written, font, bold.horizontalAdvance(chip.label) + (GAP if chip.bar else 0)),
        bar=bar,
        limit=limit,
    )


def _ink(colour: QColor, weight: QFont.Weight | None = None) -> QTextCharFormat:
    style = QTextCharFormat()
    style.setForeground(colour)
    if weight is not None:
        style.setFontWeight(weight)
    return style


def _as_wide(name: str, font: QFont, width: float) -> QTextCharFormat:
    """Letters too small to be seen, that together are so wide."""
    small = chip_font(font)
    small.setPixelSize(_SPECK)
    style = _ink(QColor(Qt.GlobalColor.transparent))
    style.setProperty(QTextFormat.Property.FontPixelSize, _SPECK)
    _space(style, (width - QFontMetricsF(small).horizontalAdvance(name)) / len(name))
    return style


def _space(style: QTextCharFormat, behind: float) -> None:
    """Room behind each character; less than none brings the next one nearer."""
    style.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
    style.setFontLetterSpacing(behind)
