"""Buttons: quiet, primary, ghost, link and danger, with or without an icon."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QIcon, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.shell import icons
from desktop.widgets import focus_ring
from desktop.widgets.label import restyle

Kind = Literal["quiet", "primary", "ghost", "link", "danger"]

_ICON_COLOURS = {"primary": "accent_ink", "ghost": "muted", "link": "accent", "danger": "bad"}


class Button(QPushButton):
    """A push button. `dense` makes it 26 instead of 34 high, for card headers.

    Signals:
        clicked: pressed by pointer, Space, Enter or its shortcut (from QPushButton).
    """

    icon_air = 3  # between icon and text, beside what Qt leaves

    def __init__(
        self,
        text: str = "",
        *,
        kind: Kind = "quiet",
        icon: str | None = None,
        dense: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name = icon
        self._ring = False
        self.setProperty("kind", kind)
        self.setProperty("dense", dense)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self._refresh_icon()

    def set_kind(self, kind: Kind) -> None:
        """Change how much the button asks for attention."""
        self.setProperty("kind", kind)
        self._refresh_icon()
        restyle(self)

    def set_icon(self, name: str | None) -> None:
        """Put an icon of resources/icons before the text; None takes it away."""
        self._icon_name = name
        if name is None:
            self.setIcon(QIcon())
        self._refresh_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Recolour the icon with the theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._refresh_icon()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button and its focus ring."""
        super().paintEvent(event)
        if self._ring and self.hasFocus():
            self._paint_ring()

    def _paint_ring(self) -> None:
        if self.property("kind") == "primary":
            focus_ring.paint(self, 8, "accent_ink", inset=2)
        else:
            focus_ring.paint(self, 8)

    def _refresh_icon(self) -> None:
        name = getattr(self, "_icon_name", None)  # a change event may come from the base constructor
        if name is not None:
            colour = _ICON_COLOURS.get(self.property("kind"), "ink")
            self.setIcon(icons.icon(name, colour, air=self.icon_air))
            self.setIconSize(QSize(icons.SIZE + self.icon_air, icons.SIZE))


class IconButton(Button):
    """A square button that shows only an icon; its name is read out and shown as a tooltip."""

    icon_air = 0

    def __init__(
        self, icon: str, name: str, *, kind: Kind = "ghost", size: int = 28, parent: QWidget | None = None
    ) -> None:
        super().__init__("", kind=kind, icon=icon, parent=parent)
        self._side = size
        self.setFixedSize(size, size)
        self.set_name(name)

    def sizeHint(self) -> QSize:
        """A square, whatever the style sheet leaves of the fixed size."""
        return QSize(self._side, self._side)

    def set_name(self, name: str) -> None:
        """What the button does, for the tooltip and the screen reader."""
        self.setAccessibleName(name)
        self.setToolTip(name)
