"""A title that is typed over: the size of a title, a frame only where it is edited."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell import theme
from desktop.widgets.fields import TextField
from desktop.widgets.title_field import TitleField


@pytest.mark.parametrize("look", ["light", "dark"])
def test_the_frame_shows_with_the_focus(look: str, qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, look)
    holder = QWidget()
    qtbot.addWidget(holder)
    column = QVBoxLayout(holder)
    other, field = TextField("x", name="Other"), TitleField("双12 win-back", name="Name")
    column.addWidget(other)
    column.addWidget(field)
    with qtbot.waitActive(holder):
        holder.show()
        holder.activateWindow()
    edge = QPoint(1, field.height() // 2)
    other.setFocus()
    assert field.grab().toImage().pixelColor(edge) != theme.colour("accent")
    field.setFocus()
    assert field.hasFocus()
    assert field.grab().toImage().pixelColor(edge) == theme.colour("accent")
    assert field.accessibleName() == "Name"
    assert field.fontMetrics().height() > other.fontMetrics().height()
