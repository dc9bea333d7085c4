"""How a variable looks in the text: `{nick|亲|8}` as `Buyer nick | 亲 ≤8`; the text itself stays what it is.

A chip is made by formats alone, which are no edits: braces take room but no ink, the name is laid out as wide as its
label, which is painted over it, and so is the sign before the limit. So typing, undo, the clipboard, input methods,
selections and screen readers meet the plain text of the template, as it is stored.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat, QTextFormat

from desktop.shell import theme
from desktop.templates.variable_words import LABELS, variable_label
from local_db.templates.sms_parts import utf16_units
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
    start = utf16_units(body[:position])
    return Span(start, start + utf16_units(body[position : position + length]))


def chips(body: str, lexicon: Lexicon = OF_MESSAGES) -> tuple[Chip, ...]:
    """The variables of a body."""
    found = (piece for piece in lexicon.scan(body).pieces if isinstance(piece, Variable))
    return tuple(_chip(body, piece, lexicon.label(piece.name)) for piece in found)


def _chip(body: str, found: Variable, label: str) -> Chip:
    bar, limit = separators(body, found)
    end = found.position + found.length - 1
    head = next(place for place in (bar, limit, end) if place is not None)
    return Chip(
        variable=found,
        label=label,
        whole=span_of(body, found.position, found.length),
        name=span_of(body, found.position + 1, head - found.position - 1),
        bar=None if bar is None else span_of(body, bar, 1),
        limit=None if limit is None else span_of(body, limit, 1),
    )


def chip_font(font: QFont) -> QFont:
    """The font of a chip in a text of this font."""
    bold = QFont(font)
    bold.setBold(True)
    return bold


def formats(body: str, chip: Chip, font: QFont) -> Iterator[tuple[Span, QTextCharFormat]]:
    """What makes a chip of the characters of a variable; a later format is laid over an earlier one."""
    bold = QFontMetricsF(chip_font(font))
    written = body.encode("utf-16-le", "surrogatepass")

    def units(span: Span) -> str:
        return written[2 * span.start : 2 * span.end].decode("utf-16-le", "surrogatepass")

    yield chip.whole, _ink(theme.colour("accent"), QFont.Weight.Bold)
    for edge in (chip.whole.start, chip.whole.end - 1):
        yield Span(edge, edge + 1), _ink(QColor(Qt.GlobalColor.transparent))
    yield chip.name, _as_wide(units(chip.name), font, bold.horizontalAdvance(chip.label) + (GAP if chip.bar else 0))
    if chip.bar is not None:
        style = _ink(theme.colour("accent"), QFont.Weight.Normal)
        _space(style, GAP)
        yield chip.bar, style
    if chip.limit is not None:
        style = _ink(QColor(Qt.GlobalColor.transparent))
        _space(style, GAP + bold.horizontalAdvance(AT_MOST) - bold.horizontalAdvance(units(chip.limit)))
        yield chip.limit, style


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
