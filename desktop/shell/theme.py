"""The theme: named colours from a TOML file, brought to the application's style, palette and font."""

from __future__ import annotations

import functools
import re
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.shell import stylesheet
from desktop.translation import RESOURCES

LIGHT = "light"
DARK = "dark"
SYSTEM = "system"
CHOICES = (SYSTEM, LIGHT, DARK)

# Latin letters and quotes come from the first family there is; Chinese from the first one that has it.
FONT_FAMILIES = (
    "Inter",
    "Segoe UI",
    "Microsoft YaHei UI",
    "PingFang SC",
    "Noto Sans",
    "Ubuntu",
    "Cantarell",
    "Liberation Sans",
    "DejaVu Sans",
    "Noto Sans CJK SC",
    "WenQuanYi Micro Hei",
    "sans-serif",
)
BODY_PIXELS = 13


class Theme(NamedTuple):
    """Every colour of one theme as `#RRGGBB`; what each is for stands in resources/themes/light.toml."""

    name: str
    dark: bool
    paper: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    muted: str
    accent: str
    accent_ink: str
    accent_deep: str
    soft: str
    good: str
    warn: str
    bad: str
    blue: str
    goodsoft: str
    badsoft: str
    warnsoft: str
    bluesoft: str


COLOUR_NAMES = tuple(name for name in Theme._fields if name not in {"name", "dark"})


@functools.cache
def load(name: str) -> Theme:
    """The theme of that name, `light` or `dark`.

    The file is TOML of the plainest kind; reading its few lines here keeps the parser, which takes
    longer to load than the whole theme, out of the start.
    """
    text = (RESOURCES / "themes" / f"{name}.toml").read_text(encoding="utf-8")
    colours = dict(re.findall(r'^(\w+) = "(#[0-9A-F]{6})"', text, re.MULTILINE))
    return Theme(name=name, dark="\ndark = true\n" in text, **colours)


class _InForce:
    theme: Theme | None = None


def current() -> Theme:
    """The theme in force; light before one was applied."""
    if _InForce.theme is None:
        _InForce.theme = load(LIGHT)
    return _InForce.theme


@functools.lru_cache(maxsize=128)
def _colour(code: str) -> QColor:
    return QColor(code)


def colour(name: str) -> QColor:
    """A colour of the theme in force by its name, for widgets that paint themselves. Do not change it."""
    code: str = getattr(current(), name)
    return _colour(code)


def resolve(choice: str) -> str:
    """The theme a choice means now: itself, or what the system prefers."""
    if choice in {LIGHT, DARK}:
        return choice
    prefers = QGuiApplication.styleHints().colorScheme()
    return DARK if prefers == Qt.ColorScheme.Dark else LIGHT


def font(pixels: int = BODY_PIXELS, weight: int = QFont.Weight.Normal) -> QFont:
    """The program's font with figures of equal width; `pixels` are device independent."""
    made = QFont()
    made.setFamilies(list(FONT_FAMILIES))
    made.setPixelSize(pixels)
    made.setWeight(QFont.Weight(weight))
    made.setFeature(QFont.Tag("tnum"), 1)
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return made


def apply(app: QApplication, choice: str) -> Theme:
    """Bring a theme (`light`, `dark` or `system`) to the application; widgets repaint at once."""
    theme = load(resolve(choice))
    first = app.property("regulars_theme") is None
    if not first and app.property("regulars_theme") == theme.name:
        return theme
    _InForce.theme = theme
    if first:
        app.setFont(font())
    app.setPalette(_palette(theme))
    app.setStyleSheet(stylesheet.build({name: getattr(theme, name) for name in COLOUR_NAMES}))
    app.setProperty("regulars_theme", theme.name)
    return theme


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for target, code in (
        (role.Window, theme.paper),
        (role.WindowText, theme.ink),
        (role.Base, theme.surface),
        (role.AlternateBase, theme.sunken),
        (role.Text, theme.ink),
        (role.Button, theme.surface),
        (role.ButtonText, theme.ink),
        (role.BrightText, theme.bad),
        (role.Highlight, theme.accent),
        (role.HighlightedText, theme.accent_ink),
        (role.Accent, theme.accent),
        (role.Link, theme.accent),
        (role.LinkVisited, theme.muted),
        (role.PlaceholderText, theme.muted),
        (role.ToolTipBase, theme.surface),
        (role.ToolTipText, theme.ink),
        (role.Light, theme.surface),
        (role.Midlight, theme.sunken),
        (role.Mid, theme.line),
        (role.Dark, theme.edge),
        (role.Shadow, theme.edge),
    ):
        palette.setColor(target, QColor(code))
    for target in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(theme.muted))
    return palette


class ThemeSwitch(QObject):
    """The person's choice of theme, followed live.

    Signals:
        changed: the theme in force is another one; painted widgets have already been asked to repaint.
    """

    changed = Signal()

    def __init__(self, app: QApplication, choice: str = SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self.choice = choice if choice in CHOICES else SYSTEM
        apply(app, self.choice)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    def choose(self, choice: str) -> None:
        """Take `light`, `dark` or `system` into force."""
        self.choice = choice if choice in CHOICES else SYSTEM
        before = current()
        if apply(self._app, self.choice) != before:
            self.changed.emit()

    @Slot()
    def _system_changed(self) -> None:
        if self.choice == SYSTEM:
            self.choose(SYSTEM)
