"""Our line icons: drawn on a 16-unit grid, recoloured on request, kept per colour and screen scale."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap

from desktop.shell import theme
from desktop.translation import RESOURCES

SIZE = 16
_DISABLED_OPACITY = 0.4


@functools.cache
def _drawing(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def pixmap(name: str, colour: str, size: int = SIZE, scale: float | None = None) -> QPixmap:
    """The icon in a colour of the theme (`muted`, `accent` …) or `#RRGGBB`, `size` points wide.

    `scale` is the screen's device pixel ratio; the application's by default.
    """
    code = colour if colour.startswith("#") else theme.colour(colour).name()
    return _pixmap(name, code, size, scale or _application_scale())


def icon(name: str, colour: str = "ink", size: int = SIZE, active: str | None = None, air: int = 0) -> QIcon:
    """The icon for Qt's own widgets; `active` is its colour under the pointer or when on.

    `air` points behind the drawing stay empty, for Qt sets a text closer to its icon than our drawings bear.
    """
    made = QIcon(_repainted(pixmap(name, colour, size), air=air) if air else pixmap(name, colour, size))
    made.addPixmap(_repainted(pixmap(name, "muted", size), _DISABLED_OPACITY, air=air), QIcon.Mode.Disabled)
    if active is not None:
        made.addPixmap(pixmap(name, active, size), QIcon.Mode.Active)
        made.addPixmap(pixmap(name, active, size), QIcon.Mode.Normal, QIcon.State.On)
    return made


def _repainted(full: QPixmap, opacity: float = 1.0, *, air: int = 0) -> QPixmap:
    """The drawing with air behind it, and fainter where nothing can be done."""
    made = QPixmap(full.size() + QSize(round(air * full.devicePixelRatio()), 0))
    made.setDevicePixelRatio(full.devicePixelRatio())
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setOpacity(opacity)
    painter.drawPixmap(0, 0, full)
    painter.end()
    return made


def _application_scale() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


@functools.lru_cache(maxsize=512)
def _pixmap(name: str, code: str, size: int, scale: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    drawing = _drawing(name).replace("currentColor", QColor(code).name())
    pixels = round(size * scale)
    made = QPixmap(QSize(pixels, pixels))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    made.setDevicePixelRatio(scale)
    return made
