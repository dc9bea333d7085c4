"""What tiles share: a name leaves room for what stands beside it, a sentence two lines, a ring for the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.documents.offer_tile import OfferTile
from desktop.widgets.button import Button
from desktop.widgets.tile import PADDING

WIDTH = 220
NAME, LINES, BOTTOM = 24, 36, 88


def painted(qtbot: QtBot, name: str, words: str) -> QImage:
    tile = OfferTile(name, words, "9,999")
    qtbot.addWidget(tile)
    tile.resize(WIDTH, BOTTOM)
    return tile.grab().toImage()


@pytest.mark.parametrize("name", ["给买过两次的老顾客的双十一预热消息" * 3, "W" * 80])
def test_a_long_name_does_not_run_into_what_stands_beside_it(qtbot: QtBot, name: str) -> None:
    beside = QRect(WIDTH - PADDING - 30, PADDING, 30, 20)
    assert painted(qtbot, name, "").copy(beside) == painted(qtbot, "", "").copy(beside)
    assert painted(qtbot, name, "") != painted(qtbot, "", "")


def test_a_long_sentence_stays_in_two_lines(qtbot: QtBot) -> None:
    below = QRect(0, PADDING + NAME + LINES + 4, WIDTH, PADDING)
    words = "很久没来的人 " * 40
    assert painted(qtbot, "", words).copy(below) == painted(qtbot, "", "").copy(below)
    assert painted(qtbot, "", words) != painted(qtbot, "", "")


def test_the_ring_is_for_the_keyboard(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    column = QVBoxLayout(host)
    other, tile = Button("other"), OfferTile("a", "b")
    column.addWidget(other)
    column.addWidget(tile)
    with qtbot.waitExposed(host):
        host.show()
    pictures = []
    for widget, reason in (
        (other, Qt.FocusReason.MouseFocusReason),
        (tile, Qt.FocusReason.MouseFocusReason),
        (other, Qt.FocusReason.TabFocusReason),
        (tile, Qt.FocusReason.TabFocusReason),
    ):
        widget.setFocus(reason)
        qtbot.waitUntil(widget.hasFocus)
        pictures.append(tile.grab().toImage())
    without, pressed, left, reached = pictures
    assert without == pressed == left
    assert reached != left
