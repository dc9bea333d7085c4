"""A phone as a receiver sees it: who writes, the bubbles, a line below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.shell import theme
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.label import Label
from desktop.widgets.scroll_area import ScrollArea

WIDTH = 236
_BEZEL = 6
_LINE = 21.0


class PhoneFrame(QWidget):
    """A painted phone with one or more message bubbles; long texts scroll inside it."""

    def __init__(self, *, height: int = 440, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.setMinimumHeight(260)
        self._height = height
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(_BEZEL + 12, _BEZEL + 26, _BEZEL + 12, _BEZEL + 18)
        outer.setSpacing(10)
        self._sender = Label("", "small")
        self._sender.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        outer.addWidget(self._sender)
        content = QWidget()
        self._bubbles = QVBoxLayout(content)
        self._bubbles.setContentsMargins(0, 0, 0, 0)
        self._bubbles.setSpacing(8)
        outer.addWidget(ScrollArea(content), 1)

    def set_message(self, sender: str, bubbles: Sequence[str], footer: str = "", *, wrong: Sequence[str] = ()) -> None:
        """Show a message: `bubbles` are its texts, `footer` a quiet line below them; `wrong` words stand out in red."""
        self._sender.setText(sender)
        clear_layout(self._bubbles)
        for text in bubbles:
            self._bubbles.addWidget(_Bubble(text, wrong))
        self._bubbles.addWidget(Label(footer, "small", wrap=True))
        self._bubbles.addStretch(1)

    def sizeHint(self) -> QSize:
        """A phone's shape."""
        return QSize(WIDTH, self._height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the case and the screen."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dark = theme.current().dark
        painter.setPen(QPen(theme.colour("edge" if dark else "ink"), _BEZEL))
        painter.setBrush(theme.colour("paper" if dark else "surface"))
        half = _BEZEL / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 28, 28)


class _Bubble(QWidget):
    """One text in a rounded bubble; breaks anywhere where a word is too long."""

    def __init__(self, text: str, wrong: Sequence[str]) -> None:
        super().__init__()
        self._text = text
        self._wrong = tuple(word for word in wrong if word)
        self._made_for = 0  # the width that what follows was laid out for
        self._made: tuple[list[tuple[QTextLayout, float]], float] = ([], 0.0)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of the wrapped text with its padding."""
        return round(self._laid_out(width)[1]) + 18

    def sizeHint(self) -> QSize:
        """The bubble at the phone's width."""
        width = WIDTH - 2 * (_BEZEL + 12)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As high as its text at the width it has."""
        return QSize(60, self.heightForWidth(max(60, self.width())))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the bubble and its text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("line" if theme.current().dark else "sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)
        painter.setPen(theme.colour("ink"))
        layouts, _ = self._laid_out(self.width())
        for layout, top in layouts:
            layout.draw(painter, QPointF(12, 9 + top))

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again in another font and other colours."""
        super().changeEvent(event)
        self._made_for = 0

    def _marked(self, paragraph: str) -> list[QTextLayout.FormatRange]:
        ranges: list[QTextLayout.FormatRange] = []
        for word in self._wrong:
            units = 0
            for part in paragraph.split(word)[:-1]:
                units += _units(part)
                ranges.append(_red(units, _units(word)))
                units += _units(word)
        return ranges

    def _laid_out(self, width: int) -> tuple[list[tuple[QTextLayout, float]], float]:
        if width != self._made_for:
            self._made_for, self._made = width, self._lay_out(width)
        return self._made

    def _lay_out(self, width: int) -> tuple[list[tuple[QTextLayout, float]], float]:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layouts: list[tuple[QTextLayout, float]] = []
        top = 0.0
        for paragraph in self._text.split("\n"):
            layout = QTextLayout(paragraph, self.font())
            layout.setTextOption(option)
            layout.setFormats(self._marked(paragraph))  # hundreds of them laid over while painting take seconds
            layout.beginLayout()
            lines = 0
            while (line := layout.createLine()).isValid():
                line.setLineWidth(max(20, width - 24))
                line.setPosition(QPointF(0, lines * _LINE))
                lines += 1
            layout.endLayout()
            layouts.append((layout, top))
            top += max(1, lines) * _LINE
        return layouts, top


def _red(start: int, length: int) -> QTextLayout.FormatRange:
    style = QTextCharFormat()
    style.setForeground(theme.colour("bad"))
    style.setBackground(theme.colour("badsoft"))
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, length, style
    return made


def _units(text: str) -> int:
    """A length as Qt counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
