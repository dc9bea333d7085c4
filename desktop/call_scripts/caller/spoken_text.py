"""A text in large letters as it is said to one person: values marked, a missing one named in red, never a brace."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.shell import theme
from desktop.templates.variable_words import variable_label

if TYPE_CHECKING:
    from local_db.templates.filling import FilledPiece

_LINE_PERCENT = 135


class SpokenText(QWidget):
    """Shows the pieces of a filled text; as high as they need at the width there is."""

    def __init__(self, *, pixels: int = 28, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pieces: tuple[FilledPiece, ...] = ()
        self._pixels = pixels
        self.document = QTextDocument(self)
        self.document.setDocumentMargin(0)
        self.document.setUndoRedoEnabled(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def text(self) -> str:
        """What is shown, with names in the place of values that are missing."""
        return self.document.toPlainText()

    def show_pieces(self, pieces: Sequence[FilledPiece]) -> None:
        """Show another text."""
        self._pieces = tuple(pieces)
        self._compose()
        self.setAccessibleName(self.text)

    def heightForWidth(self, width: int) -> int:
        """As high as the text is at a width."""
        self.document.setTextWidth(max(1, width))
        height = self.document.size().height()
        self.document.setTextWidth(max(1, self.width()))
        return round(height)

    def sizeHint(self) -> QSize:
        """As high as the text is now."""
        return QSize(400, self.heightForWidth(max(200, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for a small window."""
        return QSize(160, self._pixels)

    def changeEvent(self, event: QEvent) -> None:
        """Take the colours of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "document"):
            self._compose()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the text."""
        painter = QPainter(self)
        self.paint_text(painter, 0.0)

    def paint_text(self, painter: QPainter, offset: float) -> None:
        """Paint the text, so many points further up than it begins."""
        self.document.setTextWidth(max(1, self.width()))
        painter.save()
        painter.translate(QPointF(0, -offset))
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = QRectF(0, offset, self.width(), self.height())
        self.document.documentLayout().draw(painter, context)
        painter.restore()

    def _compose(self) -> None:
        self.document.setDefaultFont(theme.font(self._pixels))
        self.document.clear()
        cursor = QTextCursor(self.document)
        lines = QTextBlockFormat()
        lines.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(lines)
        for piece in self._pieces:
            cursor.insertText(shown_words(piece), self._format(piece))
        self.updateGeometry()
        self.update()

    def _format(self, piece: FilledPiece) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setForeground(theme.colour("bad" if piece.missing else "accent" if piece.variable else "ink"))
        if piece.missing:
            look.setBackground(theme.colour("badsoft"))
        return look


def shown_words(piece: FilledPiece) -> str:
    """A piece as it stands on the screen: of a missing value its name."""
    return f" {variable_label(piece.variable)}? " if piece.missing else piece.text
