"""The choice of how a card is built: each kind with a small drawing of what it looks like."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QSizePolicy, QWidget

from desktop.cards import words
from desktop.shell import theme
from desktop.widgets import focus_ring
from desktop.widgets.label import Label
from desktop.widgets.popover import Popover
from local_db.cards.model import CardKind
from local_db.cards.rules import CardVendor

_COLUMNS = 2
_TILE = QSize(238, 76)

# Drawings on 60 × 60: (what, x, y, width, height); p a picture, t a strong line, l a line, b a button.
_CARD = (("p", 8, 6, 44, 24), ("t", 8, 34, 30, 4), ("l", 8, 41, 44, 3), ("b", 8, 48, 44, 7))
_CAROUSEL_FOOT = (("t", 8, 38, 30, 4), ("l", 8, 45, 44, 3), ("b", 8, 51, 44, 6))
_DRAWINGS: dict[CardKind, tuple[tuple[str, int, int, int, int], ...]] = {
    CardKind.IMAGE_TEXT: _CARD,
    CardKind.MULTI_IMAGE_TEXT: (
        ("p", 8, 6, 44, 20),
        ("l", 8, 32, 28, 3),
        ("p", 42, 29, 10, 10),
        ("l", 8, 46, 28, 3),
        ("p", 42, 43, 10, 10),
    ),
    CardKind.CAROUSEL_SQUARE: (("p", 8, 6, 28, 28), ("p", 39, 6, 18, 28), *_CAROUSEL_FOOT),
    CardKind.CAROUSEL_WIDE: (("p", 8, 8, 38, 22), ("p", 49, 8, 8, 22), *_CAROUSEL_FOOT),
    CardKind.CAROUSEL_TALL: (("p", 10, 4, 24, 33), ("p", 37, 4, 20, 33), ("t", 10, 41, 26, 4), ("b", 10, 49, 40, 7)),
    CardKind.SCROLL: (
        ("p", 4, 12, 24, 22),
        ("l", 4, 38, 20, 3),
        ("l", 4, 44, 14, 3),
        ("p", 32, 12, 24, 22),
        ("l", 32, 38, 20, 3),
        ("l", 32, 44, 14, 3),
    ),
    CardKind.LONG_TEXT: (
        ("t", 8, 8, 32, 4),
        ("l", 8, 17, 44, 3),
        ("l", 8, 24, 44, 3),
        ("l", 8, 31, 44, 3),
        ("l", 8, 38, 30, 3),
        ("b", 8, 47, 44, 7),
    ),
    CardKind.VIDEO_TEXT: (("v", 8, 6, 44, 26), ("t", 8, 36, 30, 4), ("l", 8, 43, 44, 3), ("b", 8, 49, 44, 7)),
    CardKind.GOODS: (
        ("p", 8, 10, 20, 20),
        ("t", 32, 11, 20, 4),
        ("l", 32, 18, 16, 3),
        ("a", 32, 25, 14, 5),
        ("b", 8, 40, 44, 8),
    ),
    CardKind.COUPON: (("t", 8, 8, 26, 4), ("c", 8, 17, 44, 20), ("b", 8, 44, 44, 8)),
    CardKind.RCS_CARD: (
        ("p", 8, 4, 44, 20),
        ("t", 8, 28, 30, 4),
        ("l", 8, 35, 40, 3),
        ("o", 8, 42, 44, 7),
        ("o", 8, 51, 44, 7),
    ),
    CardKind.RCS_CAROUSEL: (
        ("p", 4, 8, 32, 18),
        ("t", 4, 30, 20, 4),
        ("o", 4, 38, 32, 7),
        ("o", 4, 47, 32, 7),
        ("p", 40, 8, 18, 18),
        ("t", 40, 30, 12, 4),
        ("o", 40, 38, 18, 7),
    ),
}


def draw_kind(painter: QPainter, kind: CardKind, at: QPointF) -> None:
    """The drawing of a kind, 60 × 60."""
    painter.setPen(QPen(theme.colour("line"), 1))
    painter.setBrush(theme.colour("surface"))
    painter.drawRoundedRect(QRectF(at.x() + 0.5, at.y() + 0.5, 59, 59), 8, 8)
    painter.save()
    painter.setClipRect(QRectF(at.x() + 1, at.y() + 1, 58, 58))
    painter.setPen(Qt.PenStyle.NoPen)
    for what, x, y, width, height in _DRAWINGS[kind]:
        area = QRectF(at.x() + x, at.y() + y, width, height)
        if what == "o":
            painter.setPen(QPen(theme.colour("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            painter.setPen(Qt.PenStyle.NoPen)
            continue
        colours = {"p": "edge", "v": "edge", "t": "muted", "l": "line", "b": "soft", "a": "accent", "c": "accent"}
        painter.setBrush(theme.colour(colours[what]))
        painter.drawRoundedRect(area, *((1.5, 1.5) if what in "tl" else (3, 3)))
        if what == "v":
            painter.setBrush(theme.colour("surface"))
            middle = area.center()
            painter.drawPolygon([middle + QPointF(-4, -6), middle + QPointF(-4, 6), middle + QPointF(7, 0)])
        elif what == "b":
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(area.center().x() - 9, area.center().y() - 1, 18, 2), 1, 1)
        elif what == "c":
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(QPointF(area.x() + 16, area.y()), 2.5, 2.5)
            painter.drawEllipse(QPointF(area.x() + 16, area.bottom()), 2.5, 2.5)
    painter.restore()


class KindTile(QAbstractButton):
    """One kind, to be chosen.

    Signals:
        clicked: pressed by pointer, Space or Enter (from QAbstractButton).
    """

    def __init__(self, kind: CardKind, *, chosen: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self._ring = False
        self.setCheckable(True)
        self.setChecked(chosen)
        self.setText(words.kind(kind))
        self.setAccessibleName(words.kind(kind))
        self.setAccessibleDescription(words.use(kind))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The drawing with words beside it."""
        return _TILE

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the drawing, the name, and what it is good for."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("accent" if self.isChecked() else "line"), 1))
        painter.setBrush(theme.colour("soft" if self.isChecked() else "sunken" if self.underMouse() else "surface"))
        painter.drawRoundedRect(frame, 8, 8)
        draw_kind(painter, self.kind, QPointF(8, 8))
        room = QRectF(78, 12, self.width() - 86, self.height() - 20)
        painter.setFont(theme.font(weight=QFont.Weight.Bold))
        painter.setPen(theme.colour("ink"))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), self.text())
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("muted"))
        wrap = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.drawText(room.adjusted(0, 20, 0, 0), int(wrap) | int(Qt.TextFlag.TextWordWrap), words.use(self.kind))
        painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, 8)


class KindPopover(Popover):
    """Every kind that a vendor knows.

    Signals:
        kind_chosen(CardKind): one was chosen; it closes.
    """

    kind_chosen = Signal(object)

    def __init__(self, vendor: CardVendor, chosen: CardKind, parent: QWidget | None = None) -> None:
        super().__init__("", width=_COLUMNS * _TILE.width() + 44, parent=parent)
        self.set_title(self.tr("Kind of card"))
        content = QWidget()
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self.tiles = [KindTile(kind, chosen=kind is chosen) for kind in vendor.kinds]
        for place, tile in enumerate(self.tiles):
            tile.clicked.connect(partial(self._choose, tile.kind))
            grid.addWidget(tile, *divmod(place, _COLUMNS))
        self.add(Label(self.tr("What is written is kept; a kind shows what it has room for."), "small", wrap=True))
        self.add_scrolling(content)

    def _choose(self, kind: CardKind, *_: object) -> None:
        self.close_popover()
        self.kind_chosen.emit(kind)


class KindButton(QAbstractButton):
    """Shows the kind chosen; opens the choice.

    Signals:
        clicked: pressed by pointer, Space or Enter (from QAbstractButton).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = CardKind.IMAGE_TEXT
        self._ring = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_kind(self, kind: CardKind) -> None:
        """Show another kind."""
        self._kind = kind
        self.setText(words.kind(kind))
        self.setAccessibleName(self.tr("Kind of card: {kind}").format(kind=words.kind(kind)))
        self.update()

    def sizeHint(self) -> QSize:
        """As a tile."""
        return _TILE

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the drawing, the name, and that it can be changed."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("edge" if self.underMouse() else "line"), 1))
        painter.setBrush(theme.colour("sunken" if self.underMouse() else "surface"))
        painter.drawRoundedRect(frame, 8, 8)
        draw_kind(painter, self._kind, QPointF(8, 8))
        room = QRectF(78, 12, self.width() - 110, self.height() - 20)
        top = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        painter.setFont(theme.font(weight=QFont.Weight.Bold))
        painter.setPen(theme.colour("ink"))
        painter.drawText(room, top, self.text())
        painter.setFont(theme.font(12))
        painter.setPen(theme.colour("muted"))
        painter.drawText(room.adjusted(0, 20, 0, 0), top | int(Qt.TextFlag.TextWordWrap), words.use(self._kind))
        from desktop.shell import icons

        arrow = icons.pixmap("chevron-down", "muted", 12, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(self.width() - 26, self.height() / 2 - 6), arrow)
        painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, 8)
