"""Texts broken into lines, for widgets that paint themselves; Qt counts an emoji as two characters, Python as one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption


def broken_lines(text: str, font: QFont, width: int, most: int) -> list[str]:
    """A text in at most so many lines, of which only the last one may be cut."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units, lines = text.encode("utf-16-le"), list[str]()
    layout.beginLayout()
    while len(lines) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start = 2 * line.textStart()
        if len(lines) == most - 1:
            rest = units[start:].decode("utf-16-le")
            lines.append(QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
        else:
            part = units[start : start + 2 * line.textLength()].decode("utf-16-le")
            lines.append(part.rstrip())  # a space may hang over the edge
    layout.endLayout()
    return lines


def place_for_qt(text: str, place: int) -> int:
    """Where Qt sees what stands at a place of a text."""
    return len(text[:place].encode("utf-16-le")) // 2


def place_from_qt(text: str, place: int) -> int:
    """Where what Qt sees at a place stands in a text."""
    return len(text.encode("utf-16-le")[: 2 * place].decode("utf-16-le", "ignore"))
