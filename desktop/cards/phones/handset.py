"""One phone as a widget: swiped and scrolled by mouse and keys, painted anew only when it shows something else."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.cards import words
from desktop.cards.phones import phone_words
from desktop.cards.phones.pen import Pictures
from desktop.cards.phones.phone_drawing import HEIGHT, WIDTH, PhoneWords, Position, draw_phone, most_scroll
from desktop.cards.phones.views import PhoneView
from desktop.pictures.picture_store import PictureStore
from desktop.widgets import focus_ring
from local_db.cards.model import Picture
from local_db.cards.rules import Ratio

_LINE = 32.0
_SWIPE = 150.0  # points of a drag that move one slide
_CORNER = 30


class Handset(QWidget):
    """The phone of a maker.

    Signals:
        slid(int): a person swiped to this slide.
        enlarged(): Enter was pressed on it, or it was double-clicked.
    """

    slid = Signal(int)
    enlarged = Signal()

    def __init__(self, store: PictureStore[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._words: PhoneWords | None = None
        self.view: PhoneView | None = None
        self.slide = 0
        self._scroll = 0.0
        self._most_scroll = 0.0
        self._painted: QPixmap | None = None
        self._pressed: QPointF | None = None
        self._begun = (0, 0.0)
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.set_width(180)
        store.ready.connect(self._picture_arrived)

    def set_width(self, width: int) -> None:
        """Be so many points wide; the height follows."""
        size = QSize(width, round(width * HEIGHT / WIDTH))
        if self.size() != size or self.minimumSize() != size:
            self.setFixedSize(size)
            self._painted = None

    def show_view(self, view: PhoneView, said: PhoneWords) -> None:
        """Show what the phone shows now."""
        if (view, said) == (self.view, self._words):
            return
        self.view, self._words = view, said
        self.slide = max(0, min(self.slide, view.slides - 1))
        self._most_scroll = most_scroll(view, said)
        self._scroll = min(self._scroll, self._most_scroll)
        self.setAccessibleName(f"{words.maker(view.maker)}: {phone_words.form(view)}")
        self.setAccessibleDescription(phone_words.reason(view))
        self._paint_anew()

    def show_slide(self, slide: int) -> None:
        """Bring a slide to the front without announcing it."""
        if self.view is not None and (place := max(0, min(slide, self.view.slides - 1))) != self.slide:
            self.slide = place
            self._paint_anew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Swipe with left and right, scroll with up and down, enlarge with Enter."""
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self._swipe(self.slide + (1 if event.key() == Qt.Key.Key_Right else -1))
            case Qt.Key.Key_Up | Qt.Key.Key_Down:
                self._scroll_by(_LINE if event.key() == Qt.Key.Key_Down else -_LINE)
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                self._scroll_by(200.0 if event.key() == Qt.Key.Key_PageDown else -200.0)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.enlarged.emit()
            case _:
                super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll while there is something to scroll; leave the rest to the page."""
        by = -event.angleDelta().y() / 120 * _LINE
        room = self._most_scroll - self._scroll if by > 0 else self._scroll
        if by and room > 0.5:
            self._scroll_by(by)
            event.accept()
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put a finger on it."""
        self._pressed = event.position()
        self._begun = (self.slide, self._scroll)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Swipe and scroll under the finger."""
        if self._pressed is None:
            return
        scale = self.width() / WIDTH
        moved = event.position() - self._pressed
        self._swipe(self._begun[0] + round(-moved.x() / scale / _SWIPE))
        self._scroll_by(self._begun[1] - moved.y() / scale - self._scroll)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the finger away."""
        super().mouseReleaseEvent(event)
        self._pressed = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Have a closer look."""
        event.accept()
        self.enlarged.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the focus came."""
        self._ring = focus_ring.wanted(event, before=self._ring)
        super().focusInEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """Paint the phone, from what was painted before where nothing has changed."""
        ratio = self.devicePixelRatioF()
        if self._painted is None or self._painted.devicePixelRatio() != ratio:
            self._painted = self._phone(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._painted)
        painter.end()
        if self._ring and self.hasFocus():
            focus_ring.paint(self, round(_CORNER * self.width() / WIDTH))

    def _phone(self, ratio: float) -> QPixmap:
        made = QPixmap(self.size() * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        if self.view is None or self._words is None:
            return made
        scale = self.width() / WIDTH
        painter = QPainter(made)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.scale(scale, scale)
        pictures = pictures_of(self._store, scale * ratio)
        draw_phone(painter, self.view, self._words, pictures, Position(self.slide, self._scroll))
        painter.end()
        return made

    def _swipe(self, slide: int) -> None:
        if self.view is None:
            return
        place = max(0, min(slide, self.view.slides - 1))
        if place != self.slide:
            self.slide = place
            self._paint_anew()
            self.slid.emit(place)

    def _scroll_by(self, by: float) -> None:
        scroll = max(0.0, min(self._most_scroll, self._scroll + by))
        if scroll != self._scroll:
            self._scroll = scroll
            self._paint_anew()

    def _picture_arrived(self, media_id: int) -> None:
        if self.view is not None and any(
            panel.picture is not None and panel.picture.media_id == media_id for panel in self.view.card.panels
        ):
            self._paint_anew()

    def _paint_anew(self) -> None:
        self._painted = None
        self.update()


def pictures_of(store: PictureStore[int], scale: float) -> Pictures:
    """The pictures of a store at a scale, as the drawing asks for them; None while one is being read."""

    def picture_of(picture: Picture, size: QSize, ratio: Ratio | None) -> QPixmap | None:
        return store.pixmap(picture.media_id, size, ratio, picture.focus, scale)

    return picture_of
