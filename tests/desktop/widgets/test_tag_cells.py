"""Tags painted inside a table."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.shell import theme
from desktop.widgets.data_table import DataTable
from desktop.widgets.tag_cells import TAGS_ROLE, TagCells

TAGS = (("VIP", "accent"), ("masked", "warn"), ("agreed", "good"))


def painted(qtbot: QtBot, width: int, tags: object, text: str = "") -> QImage:
    model = QStandardItemModel(1, 1)
    item = QStandardItem(text)
    item.setData(tags, TAGS_ROLE)
    model.setItem(0, 0, item)
    table = DataTable(name="tags")
    qtbot.addWidget(table)
    table.setItemDelegateForColumn(0, TagCells(table))
    table.setModel(model)
    table.set_columns({0: width})
    table.resize(width + 20, 120)
    table.show()
    return table.viewport().grab().toImage()


def has(image: QImage, colour: QColor) -> bool:
    return any(image.pixelColor(x, y) == colour for x in range(image.width()) for y in range(36))


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_tag_is_painted_in_its_tone(qtbot: QtBot, qapp: QApplication, name: str) -> None:
    theme.apply(qapp, name)
    image = painted(qtbot, 320, TAGS)
    for ground in ("soft", "warnsoft", "goodsoft"):
        assert has(image, theme.colour(ground)), ground
    theme.apply(qapp, "light")


def test_tags_without_room_are_summed_up(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    image = painted(qtbot, 80, TAGS)
    assert has(image, theme.colour("soft"))
    assert not has(image, theme.colour("goodsoft"))


def test_a_cell_without_tags_shows_its_text_only(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, "light")
    image = painted(qtbot, 200, (), "13800001234")
    assert not has(image, theme.colour("soft"))
    assert not has(image, theme.colour("warnsoft"))
