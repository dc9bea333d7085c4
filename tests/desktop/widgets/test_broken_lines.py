from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from desktop.shell import theme
from desktop.widgets.broken_lines import broken_lines, place_for_qt, place_from_qt

TEXTS = ["Sorry, that one has just sold out. We expect it back", "好的呢😊" * 8, "亲 " * 20]


@pytest.mark.parametrize("text", TEXTS)
def test_only_the_last_line_is_cut(qapp: QApplication, text: str) -> None:
    font = theme.font(12)
    lines = broken_lines(text, font, 120, 3)
    assert len(lines) > 1
    assert all("…" not in line for line in lines[:-1])
    said = "".join(lines).removesuffix("…")
    assert text.replace(" ", "").startswith(said.replace(" ", ""))
    assert all(QFontMetrics(font).horizontalAdvance(line) <= 120 for line in lines)


@settings(max_examples=200)
@given(text=st.text("亲a😊👍🏽 ", max_size=20), place=st.integers(0, 20))
def test_places_lead_to_qt_and_back(text: str, place: int) -> None:
    place = min(place, len(text))
    assert place_from_qt(text, place_for_qt(text, place)) == place
    assert place_for_qt(text, place) == place + sum(ord(letter) > 0xFFFF for letter in text[:place])
