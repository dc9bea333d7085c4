from __future__ import annotations

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication

from desktop.shell import icons
from desktop.translation import RESOURCES

NAMES = sorted(path.stem for path in (RESOURCES / "icons").glob("*.svg"))


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp: QApplication, name: str) -> None:
    image = icons.pixmap(name, "#0000ff", 16, 2.0).toImage()
    seen = [image.pixelColor(x, y) for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() > 200]
    assert image.width() == 32
    assert len(seen) > 4
    assert all(colour.blue() > 200 and colour.red() < 60 for colour in seen)


@pytest.mark.parametrize("name", NAMES)
def test_no_icon_touches_its_edge(qapp: QApplication, name: str) -> None:
    image = icons.pixmap(name, "#000000", 16, 4.0).toImage()
    rim = [(x, y) for x in range(64) for y in range(64) if x in {0, 63} or y in {0, 63}]
    assert all(image.pixelColor(x, y).alpha() == 0 for x, y in rim)


def test_icons_are_kept(qapp: QApplication) -> None:
    assert icons.pixmap("home", "#ff0000").cacheKey() == icons.pixmap("home", QColor("#ff0000").name()).cacheKey()
