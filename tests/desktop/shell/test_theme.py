from __future__ import annotations

import tomllib

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.shell import stylesheet, theme
from desktop.translation import RESOURCES

BACKGROUNDS_OF = {
    "ink": "paper surface sunken soft line goodsoft badsoft warnsoft bluesoft",
    "muted": "paper surface sunken soft",
    "accent": "paper surface sunken soft",
    "accent_ink": "accent accent_deep",
    "good": "paper surface sunken goodsoft",
    "warn": "paper surface sunken soft warnsoft",
    "bad": "paper surface sunken soft badsoft",
    "blue": "paper surface sunken bluesoft",
}
PAIRS = [(text, ground) for text, grounds in BACKGROUNDS_OF.items() for ground in grounds.split()]


def luminance(code: str) -> float:
    """WCAG 2.2, relative luminance."""
    parts = [int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_contrast_formula_gives_the_known_extremes() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("name", [theme.LIGHT, theme.DARK])
@pytest.mark.parametrize(("text", "ground"), PAIRS)
def test_text_can_be_read(name: str, text: str, ground: str) -> None:
    chosen = theme.load(name)
    assert contrast(getattr(chosen, text), getattr(chosen, ground)) >= 4.5


@pytest.mark.parametrize("name", [theme.LIGHT, theme.DARK])
@pytest.mark.parametrize("ground", ["paper", "surface", "sunken"])
def test_the_focus_ring_stands_out(name: str, ground: str) -> None:
    chosen = theme.load(name)
    assert contrast(chosen.accent, getattr(chosen, ground)) >= 3


@pytest.mark.parametrize("name", [theme.LIGHT, theme.DARK])
def test_a_theme_is_what_its_file_says(name: str) -> None:
    content = tomllib.loads((RESOURCES / "themes" / f"{name}.toml").read_text(encoding="utf-8"))
    assert theme.load(name)._asdict() == {"name": content["name"], "dark": content["dark"], **content["colours"]}


@pytest.mark.parametrize("name", [theme.LIGHT, theme.DARK])
def test_every_colour_is_a_colour(name: str) -> None:
    chosen = theme.load(name)
    assert all(QColor(getattr(chosen, entry)).isValid() for entry in theme.COLOUR_NAMES)


def test_the_style_sheet_uses_only_colours_of_the_theme() -> None:
    built = stylesheet.build(dict.fromkeys(theme.COLOUR_NAMES, "#010203"))
    assert "$" not in built
    assert {part[:6] for part in built.split("#")[1:] if part[:1].isdigit()} == {"010203"}


def test_the_theme_is_switched_live(qapp: QApplication) -> None:
    switch = theme.ThemeSwitch(qapp, theme.LIGHT)
    heard: list[str] = []

    def note() -> None:
        heard.append(theme.current().name)

    switch.changed.connect(note)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == theme.load(theme.LIGHT).paper
    switch.choose(theme.DARK)
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == theme.load(theme.DARK).paper
    assert theme.colour("accent").name().upper() == theme.load(theme.DARK).accent
    switch.choose(theme.DARK)
    assert heard == [theme.DARK]
    switch.choose(theme.LIGHT)


def test_an_unknown_choice_means_the_system() -> None:
    assert theme.resolve("purple") in {theme.LIGHT, theme.DARK}


def test_figures_have_equal_widths(qapp: QApplication) -> None:
    theme.apply(qapp, theme.LIGHT)
    assert theme.font().featureTags()[0].toString() == b"tnum"
