"""A whole phone: case, status bar, the head of the conversation, the message, the foot to answer in."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen

from desktop.cards.phones import styles
from desktop.cards.phones.card_drawing import Look, draw_card
from desktop.cards.phones.pen import CENTRE, LEFT, Pen, Pictures
from desktop.cards.phones.styles import MakerStyle, style_of
from desktop.cards.phones.views import PhoneView
from local_db.cards.handsets import Form
from local_db.cards.model import Field

WIDTH, HEIGHT = 280.0, 496.0  # points a phone is drawn in, before it is scaled
_BEZEL = 6.0
_STATUS = 26.0
_HEAD = 44.0
_FOOT = 46.0
_SIDE = 12.0
_CASE = "#22252B"


@dataclass(frozen=True, slots=True)
class PhoneWords:
    """The few words of a message program, in the language in force."""

    sender: str
    when: str
    hint: str
    digital: str  # over a digital message


@dataclass(frozen=True, slots=True)
class Position:
    """Where a person has swiped and scrolled to."""

    slide: float = 0
    scroll: float = 0


_START = Position()


def draw_phone(
    painter: QPainter, view: PhoneView, words: PhoneWords, pictures: Pictures, position: Position = _START
) -> None:
    """Draw a phone of WIDTH × HEIGHT at the painter's origin."""
    style = style_of(view.maker)
    wrong = tuple(f"{{{name}}}" for name in view.unfilled)
    pen = Pen(painter, pictures, wrong)
    case = QRectF(0, 0, WIDTH, HEIGHT)
    pen.box(case, _CASE, style.screen_corner + _BEZEL)
    screen = case.adjusted(_BEZEL, _BEZEL, -_BEZEL, -_BEZEL)
    with pen.clipped(screen, style.screen_corner):
        pen.box(screen, style.ground)
        room = _messages(screen)
        with pen.clipped(room):
            _conversation(pen, view, words, style, room, position)
        _fades(pen, style, room, position.scroll, most_scroll(view, words))
        _head(pen, words, style, screen)
        _status_bar(pen, style, screen)
        _foot(pen, words, style, screen)


def most_scroll(view: PhoneView, words: PhoneWords) -> float:
    """How far the message can be scrolled."""
    room = _messages(QRectF(0, 0, WIDTH, HEIGHT).adjusted(_BEZEL, _BEZEL, -_BEZEL, -_BEZEL))
    bottom = _conversation(Pen(None), view, words, style_of(view.maker), room, Position())
    return max(0.0, bottom + 12 - room.bottom())


def _messages(screen: QRectF) -> QRectF:
    return screen.adjusted(0, _STATUS + _HEAD, 0, -_FOOT)


def _conversation(
    pen: Pen, view: PhoneView, words: PhoneWords, style: MakerStyle, room: QRectF, position: Position
) -> float:
    """The day and the message; where it ends."""
    top = room.y() + 8 - position.scroll
    pen.word(words.when, QRectF(room.x(), top, room.width(), 16), 10, styles.QUIET, align=CENTRE)
    top += 24
    left, width = room.x() + _SIDE, room.width() - 2 * _SIDE
    if view.form is Form.CARD:
        look = Look(style, position.slide)
        return draw_card(pen, view.card, view.rule, look, left, top, width)
    if view.form is Form.DIGITAL:
        return _digital(pen, view, words, style, left, top, width)
    return _bubble(pen, view.card.fallback.body, style, left, top, width)


def _bubble(pen: Pen, text: str, style: MakerStyle, x: float, y: float, width: float) -> float:
    """A text message."""
    side = width * 0.88
    bottom = pen.measuring().text(text or " ", x + 12, y + 9, side - 24, 14, styles.INK) + 9
    pen.box(QRectF(x, y, side, bottom - y), style.bubble, style.corner)
    pen.text(text, x + 12, y + 9, side - 24, 14, styles.INK)
    return bottom


def _digital(
    pen: Pen, view: PhoneView, words: PhoneWords, style: MakerStyle, x: float, y: float, width: float
) -> float:
    """A digital message: its title, then the pictures and words one below the other."""
    side = width * 0.88
    fallback, panels = view.card.fallback, view.card.panels

    def content(ink: Pen) -> float:
        top = ink.text(words.digital, x + 12, y + 9, side - 24, 10, styles.QUIET, most=1)
        top = ink.text(fallback.title, x + 12, top + 1, side - 24, 15, styles.INK, most=2, bold=True) + 7
        for panel in panels:
            if panel.picture is not None:
                area = QRectF(x + 12, top, side - 24, round((side - 24) * 9 / 16))
                ink.picture(panel.picture, area, (16, 9), 8)
                top = area.bottom() + 7
            said = "\n".join(text for name in Field if (text := panel.text(name)))
            top = ink.text(said, x + 12, top, side - 24, 13, styles.INK, most=8)
            top += 5 if said else 0
        return top + 5

    bottom = content(pen.measuring())
    pen.box(QRectF(x, y, side, bottom - y), style.bubble, style.corner)
    content(pen)
    return bottom


def _status_bar(pen: Pen, style: MakerStyle, screen: QRectF) -> None:
    bar = QRectF(screen.x(), screen.y(), screen.width(), _STATUS)
    clock = bar.adjusted(20 if style.camera != "left" else 40, 2, -20, 0)
    pen.word("9:41", clock, 11, styles.INK, align=LEFT, bold=True)
    right = bar.right() - 20
    middle = bar.center().y() + 1
    pen.box(QRectF(right - 18, middle - 4.5, 16, 9), "", 2.5, styles.INK)
    pen.box(QRectF(right - 16.5, middle - 3, 10, 6), styles.INK, 1.2)
    pen.box(QRectF(right - 1.5, middle - 1.5, 1.5, 3), styles.INK)
    for number in range(4):
        height = 3 + 2 * number
        pen.box(QRectF(right - 38 + 4 * number, middle + 4.5 - height, 2.6, height), styles.INK, 0.8)
    if style.camera == "middle":
        pen.circle(QPointF(bar.center().x(), middle), 5, "#0E0F11")
    elif style.camera == "left":
        pen.circle(QPointF(bar.x() + 26, middle), 5, "#0E0F11")
    elif style.camera == "pill":
        pen.box(QRectF(bar.center().x() - 17, middle - 5, 34, 10), "#0E0F11", 5)


def _head(pen: Pen, words: PhoneWords, style: MakerStyle, screen: QRectF) -> None:
    bar = QRectF(screen.x(), screen.y(), screen.width(), _STATUS + _HEAD)
    pen.box(bar, style.ground)
    line = bar.adjusted(0, _STATUS, 0, 0)
    middle = line.center().y()
    _chevron(pen, QPointF(line.x() + 17, middle))
    if style.big_title:
        pen.word(words.sender, line.adjusted(34, 0, -62, 0), 17, styles.INK, bold=True)
    else:
        pen.circle(QPointF(line.x() + 43, middle), 13, style.avatar)
        letter = QRectF(line.x() + 30, middle - 13, 26, 26)
        pen.word(words.sender[:1].upper(), letter, 13, "#FFFFFF", align=CENTRE, bold=True)
        pen.word(words.sender, line.adjusted(64, 0, -40, 0), 14, styles.INK, bold=True)
    for number in range(3):
        pen.circle(QPointF(line.right() - 20, middle - 4.5 + 4.5 * number), 1.5, styles.INK)
    pen.hairline(line.x(), line.bottom(), line.width(), "#E3E6EA")


def _chevron(pen: Pen, at: QPointF) -> None:
    if pen.painter is None:
        return
    stroke = QPen(QColor(styles.INK), 1.8)
    stroke.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.painter.setPen(stroke)
    pen.painter.drawLine(at + QPointF(3, -6), at + QPointF(-3, 0))
    pen.painter.drawLine(at + QPointF(-3, 0), at + QPointF(3, 6))


def _foot(pen: Pen, words: PhoneWords, style: MakerStyle, screen: QRectF) -> None:
    bar = QRectF(screen.x(), screen.bottom() - _FOOT, screen.width(), _FOOT)
    pen.box(bar, style.ground)
    field = QRectF(bar.x() + 40, bar.y() + 5, bar.width() - 80, 27)
    pen.box(field, "#FFFFFF" if style.ground != "#FFFFFF" else "#F0F2F5", 13.5)
    pen.word(words.hint, field.adjusted(12, 0, -12, 0), 11, "#A4A8B0")
    if pen.painter is not None:
        pen.painter.setPen(QPen(QColor("#8A8F98"), 1.6))
        plus = QPointF(bar.x() + 22, field.center().y())
        pen.painter.drawLine(plus + QPointF(-6, 0), plus + QPointF(6, 0))
        pen.painter.drawLine(plus + QPointF(0, -6), plus + QPointF(0, 6))
    pen.circle(QPointF(bar.right() - 21, field.center().y()), 10, style.accent)
    _arrow(pen, QPointF(bar.right() - 21, field.center().y()))
    pen.box(QRectF(bar.center().x() - 40, bar.bottom() - 7, 80, 3), "#C3C7CE", 1.5)


def _arrow(pen: Pen, at: QPointF) -> None:
    if pen.painter is None:
        return
    stroke = QPen(QColor("#FFFFFF"), 1.6)
    stroke.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.painter.setPen(stroke)
    pen.painter.drawLine(at + QPointF(0, 4), at + QPointF(0, -4))
    pen.painter.drawLine(at + QPointF(0, -4), at + QPointF(-3.5, -0.5))
    pen.painter.drawLine(at + QPointF(0, -4), at + QPointF(3.5, -0.5))


def _fades(pen: Pen, style: MakerStyle, room: QRectF, scroll: float, most: float) -> None:
    """Where the message goes on, it fades."""
    if scroll < most - 0.5:
        _fade(pen, style, QRectF(room.x(), room.bottom() - 22, room.width(), 22), down=True)
    if scroll > 0.5:
        _fade(pen, style, QRectF(room.x(), room.y(), room.width(), 14), down=False)


def _fade(pen: Pen, style: MakerStyle, area: QRectF, *, down: bool) -> None:
    shade = QLinearGradient(area.topLeft(), area.bottomLeft())
    clear, full = QColor(style.ground), QColor(style.ground)
    clear.setAlpha(0)
    shade.setColorAt(0, clear if down else full)
    shade.setColorAt(1, full if down else clear)
    pen.fill(area, QBrush(shade))
