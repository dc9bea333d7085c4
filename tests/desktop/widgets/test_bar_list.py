"""Bars with names and amounts: each row says itself, in columns that line up."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.shell import theme
from desktop.widgets.bar_list import BarList, BarRow
from desktop.widgets.count_bar import CountBar
from desktop.widgets.label import Label


@pytest.mark.parametrize("look", ["light", "dark"])
def test_rows_line_up_and_name_their_bars(look: str, qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, look)
    bars = BarList([BarRow("1 part", 0.25, "453 · ¥22.65", "good"), BarRow("12 parts", 0.75, "1,586 · ¥58.60")])
    qtbot.addWidget(bars)
    bars.resize(480, 80)
    bars.show()
    drawn = bars.findChildren(CountBar)
    assert [bar.fraction for bar in drawn] == [0.25, 0.75]
    assert len({bar.geometry().left() for bar in drawn}) == 1
    assert drawn[0].accessibleName() == "1 part: 453 · ¥22.65"
    amounts = [label for label in bars.findChildren(Label) if "¥" in label.text()]
    assert len({label.geometry().right() for label in amounts}) == 1
    assert all(label.width() >= label.sizeHint().width() for label in amounts)


def test_other_rows_take_the_place_of_the_first(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    bars = BarList([BarRow("a", 1, "1"), BarRow("b", 0, "0")])
    qtbot.addWidget(bars)
    bars.set_rows([BarRow("c", 0.5, "2")])
    assert [bar.accessibleName() for bar in bars.findChildren(CountBar) if not bar.isHidden()] == ["c: 2"]
    bars.set_rows([])
    assert bars.rows == ()
