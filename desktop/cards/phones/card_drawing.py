"""The kinds of cards as message programs draw them: each from above to below, in a width, giving where it ends."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QLinearGradient

from desktop.cards.phones import styles
from desktop.cards.phones.pen import CENTRE, Pen, font, line_height, wrapped
from desktop.cards.phones.styles import MakerStyle
from local_db.cards.model import Button, Card, CardKind, Field, MediaHeight, Panel
from local_db.cards.rules import KindRule, Ratio

CAROUSELS = {
    CardKind.CAROUSEL_SQUARE: (1, 1),
    CardKind.CAROUSEL_WIDE: (16, 9),
    CardKind.CAROUSEL_TALL: (48, 65),
}
_INSIDE = 12
_GAP = 8
_BUTTON = 36
_HEIGHTS = {MediaHeight.SHORT: 0.42, MediaHeight.MEDIUM: 0.56, MediaHeight.TALL: 0.86}  # of the width, RCS
_RED = ("#FF6A4A", "#E5341F")
_NOTCH = 6


@dataclass(frozen=True, slots=True)
class Look:
    """What a card is drawn with."""

    style: MakerStyle
    slide: float = 0  # which panel is in front; between two while it moves


def ratio_of(card: Card, rule: KindRule | None, panel: int) -> Ratio | None:
    """The ratio in which a panel's picture is shown."""
    if card.kind in CAROUSELS:
        return CAROUSELS[card.kind]
    if rule is None or rule.picture is None or not rule.picture.ratios:
        return None
    ratios = rule.picture.ratios
    return ratios[-1] if card.kind is CardKind.MULTI_IMAGE_TEXT and panel > 0 else ratios[0]


def draw_card(pen: Pen, card: Card, rule: KindRule | None, look: Look, x: float, y: float, width: float) -> float:
    """The whole card; where it ends."""
    return _DRAWN[card.kind](pen, card, rule, look, x, y, width)


def boxed(pen: Pen, look: Look, x: float, y: float, width: float, content: Callable[[Pen, float], float]) -> float:
    """Content on the ground of a card, as high as it needs."""
    bottom = content(pen.measuring(), y)
    area = QRectF(x, y, width, bottom - y)
    style = look.style
    pen.box(area, styles.CARD, style.corner)
    with pen.clipped(area, style.corner):
        content(pen, y)
    if style.edge:
        pen.box(area.adjusted(0.5, 0.5, -0.5, -0.5), "", style.corner, style.edge)
    return bottom


def draw_buttons(pen: Pen, buttons: tuple[Button, ...], look: Look, x: float, y: float, width: float) -> float:
    """The buttons of a panel in the maker's way."""
    if not buttons:
        return y
    if look.style.buttons == "lines":
        return _lines(pen, buttons, look, x, y, width)
    top = y
    for button in buttons:
        area = QRectF(x + _INSIDE, top, width - 2 * _INSIDE, _BUTTON - 4)
        _pill(pen, button, area, look)
        top += _BUTTON + 2
    return top + 6


def _lines(pen: Pen, buttons: tuple[Button, ...], look: Look, x: float, y: float, width: float) -> float:
    """Words over hairlines; two short ones stand side by side."""
    if len(buttons) == 2 and all(len(button.text) <= 6 for button in buttons):
        pen.hairline(x, y, width, styles.HAIRLINE)
        half = width / 2
        for number, button in enumerate(buttons):
            area = QRectF(x + number * half, y, half, _BUTTON)
            pen.word(button.text, area.adjusted(6, 0, -6, 0), 13, look.style.accent, align=CENTRE)
        pen.box(QRectF(x + half - 0.5, y + 9, 1, _BUTTON - 18), styles.HAIRLINE)
        return y + _BUTTON
    for button in buttons:
        pen.hairline(x, y, width, styles.HAIRLINE)
        pen.word(button.text, QRectF(x + _INSIDE, y, width - 2 * _INSIDE, _BUTTON), 13, look.style.accent, align=CENTRE)
        y += _BUTTON
    return y


def _pill(pen: Pen, button: Button, area: QRectF, look: Look) -> None:
    style = look.style
    words = style.accent
    if style.buttons == "solid":
        pen.box(area, style.accent, style.button_corner)
        words = "#FFFFFF"
    elif style.buttons == "tinted":
        tint = QColor(style.accent)
        tint.setAlpha(26)
        pen.fill(area, QBrush(tint), style.button_corner)
    else:
        pen.box(area.adjusted(0.5, 0.5, -0.5, -0.5), "", style.button_corner, _mixed(style.accent))
    pen.word(button.text, area.adjusted(8, 0, -8, 0), 13, words, align=CENTRE, bold=style.buttons == "solid")


def _mixed(colour: str) -> str:
    """A colour, fainter, on white."""
    own = QColor(colour)
    return QColor(*((part + 255) // 2 for part in (own.red(), own.green(), own.blue()))).name()


def _words(pen: Pen, panel: Panel, x: float, y: float, width: float, *, title: int = 2, body: int = 4) -> float:
    """Title and text of a panel."""
    inner = width - 2 * _INSIDE
    y += 10
    top = y
    y = pen.text(panel.text(Field.TITLE), x + _INSIDE, y, inner, 15, styles.INK, most=title, bold=True)
    if panel.text(Field.TITLE) and panel.text(Field.BODY):
        y += 3
    y = pen.text(panel.text(Field.BODY), x + _INSIDE, y, inner, 13, styles.QUIET, most=body)
    return y + 11 if y > top else y


def _height(width: float, ratio: Ratio | None) -> float:
    wide, high = ratio or (16, 9)
    return round(width * high / wide)


def _image_text(pen: Pen, card: Card, rule: KindRule | None, look: Look, x: float, y: float, width: float) -> float:
    panel = card.panels[0]
    video = card.kind is CardKind.VIDEO_TEXT

    def content(ink: Pen, top: float) -> float:
        area = QRectF(x, top, width, _height(width, ratio_of(card, rule, 0)))
        ink.picture(panel.picture, area, ratio_of(card, rule, 0))
        if video:
            ink.play(area.center(), 21)
        bottom = _words(ink, panel, x, area.bottom(), width)
        return draw_buttons(ink, _shown(panel, rule, 0), look, x, bottom, width)

    return boxed(pen, look, x, y, width, content)


def _long_text(pen: Pen, card: Card, rule: KindRule | None, look: Look, x: float, y: float, width: float) -> float:
    panel = card.panels[0]

    def content(ink: Pen, top: float) -> float:
        inner = width - 2 * _INSIDE
        room = inner - 62 if panel.picture is not None else inner
        begin = top + 12
        bottom = ink.text(panel.text(Field.TITLE), x + _INSIDE, begin, room, 16, styles.INK, most=2, bold=True)
        if panel.picture is not None:
            area = QRectF(x + width - _INSIDE - 52, begin, 52, 52)
            ink.picture(panel.picture, area, ratio_of(card, rule, 0), 8)
            bottom = max(bottom, area.bottom())
        bottom = ink.text(panel.text(Field.BODY), x + _INSIDE, bottom + 6, inner, 13, "#4A4E56", most=40)
        return draw_buttons(ink, _shown(panel, rule, 0), look, x, bottom + 12, width)

    return boxed(pen, look, x, y, width, content)


def _multi(pen: Pen, card: Card, rule: KindRule | None, look: Look, x: float, y: float, width: float) -> float:
    def content(ink: Pen, top: float) -> float:
        first = card.panels[0]
        area = QRectF(x, top, width, _height(width, ratio_of(card, rule, 0)))
        ink.picture(first.picture, area, ratio_of(card, rule, 0))
        _over_picture(ink, first.text(Field.TITLE), area)
        bottom = area.bottom()
        for number, panel in enumerate(card.panels[1:], 1):
            if number > 1:
                ink.hairline(x + _INSIDE, bottom, width - 2 * _INSIDE, styles.HAIRLINE)
            side = 46
            thumb = QRectF(x + width - _INSIDE - side, bottom + 9, side, side)
            ink.picture(panel.picture, thumb, ratio_of(card, rule, number), 6)
            room = width - 3 * _INSIDE - side
            title = panel.text(Field.TITLE)
            height = len(wrapped(title, 14, int(room), 2)) * line_height(14)
            ink.text(title, x + _INSIDE, thumb.center().y() - height / 2, room, 14, styles.INK, most=2)
            bottom = thumb.bottom() + 9
        return draw_buttons(ink, _shown(first, rule, 0), look, x, bottom, width)

    return boxed(pen, look, x, y, width, content)


def _over_picture(pen: Pen, text: str, area: QRectF) -> None:
    """White words at the foot of a picture, on a shadow."""
    if not text:
        return
    foot = QRectF(area.x(), area.bottom() - 54, area.width(), 54)
    shade = QLinearGradient(foot.topLeft(), foot.bottomLeft())
    shade.setColorAt(0, QColor(0, 0, 0, 0))
    shade.setColorAt(1, QColor(0, 0, 0, 170))
    pen.fill(foot, QBrush(shade))
    line = QRectF(area.x() + _INSIDE, area.bottom() - 31, area.width() - 2 * _INSIDE, 24)
    pen.word(text, line, 15, "#FFFFFF", bold=True)


def _carousel(pen: Pen, card: Card, rule: KindRule | None, look: Look, x: float, y: float, width: float) -> float:
    """Pictures to swipe through over the words of the first panel, the next one peeking in."""
    ratio = ratio_of(card, rule, 0)
    share = {CardKind.CAROUSEL_WIDE: 0.9, CardKind.CAROUSEL_SQUARE: 0.74, CardKind.CAROUSEL_TALL: 0.66}[card.kind]

    def content(ink: Pen, top: float) -> float:
        room = width - 2 * _INSIDE
        side = room * share
        height = _height(side, ratio)
        step = side + _GAP
        least = -(step * (len(card.panels) - 1) + side - room)
        shift = max(min(0.0, least), -look.slide * step)
        strip = QRectF(x + _INSIDE, top + _INSIDE, room, height)
        with ink.clipped(QRectF(x, strip.y(), width, height)):
            for number, panel in enumerate(card.panels):
                area = QRectF(strip.x() + shift + number * step, strip.y(), side, height)
                if area.right() > x and area.x() < x + width:
                    ink.picture(panel.picture, area, ratio, 10)
        bottom = _dots(ink, len(card.panels), look, x + width / 2, strip.bottom() + 9)
        bottom = _words(ink, card.panels[0], x, bottom - 3, width, body=11)
        return draw_buttons(ink, _shown(card.panels[0], rule, 0), look, x, bottom, width)

    return boxed(pen, look, x, y, width, content)


def _dots(pen: Pen, count: int, look: Look, middle: float, y: float) -> float:
    """Which slide of how many."""
    left = middle - (count - 1) * 5
    for number in range(count):
        here = round(look.slide) == number
        pen.circle(QPointF(left + 10 * number, y), 2.8 if here else 2.2, look.style.accent if here else "#CFD3DA")
    return y + 6


def _scroll(pen: Pen, card: Card, rule: KindRule | None, look: Look, x: float, y: float, width: float) -> float:
    """Small cards side by side, each with its picture and words; they run out of the screen."""
    side = round(width * 0.54)
    step = side + _GAP
    shift = min(0.0, max(-(step * (len(card.panels) - 1) + side - width), -look.slide * step))
    places = [x + shift + number * step for number in range(len(card.panels))]
    measure = pen.measuring()
    foot = max(_item_words(measure, card, rule, number, left, y, side) for number, left in enumerate(places))
    buttons = [_shown(panel, rule, number) for number, panel in enumerate(card.panels)]
    bottom = max(draw_buttons(measure, own, look, x, foot, side) for own in buttons)
    for number, left in enumerate(places):
        area = QRectF(left, y, side, bottom - y)
        if area.right() > x - _INSIDE and left < x + width + _INSIDE:
            pen.box(area, styles.CARD, look.style.corner)
            with pen.clipped(area, look.style.corner):
                _item_words(pen, card, rule, number, left, y, side)
                draw_buttons(pen, buttons[number], look, left, foot, side)
    return bottom


def _item_words(pen: Pen, card: Card, rule: KindRule | None, number: int, x: float, y: float, width: float) -> float:
    """Picture and words of a small card."""
    panel = card.panels[number]
    ratio = ratio_of(card, rule, number)
    area = QRectF(x, y, width, _height(width, ratio))
    pen.picture(panel.picture, area, ratio)
    bottom = pen.text(panel.text(Field.TITLE), x + 9, area.bottom() + 8, width - 18, 13, styles.INK, most=1, bold=True)
    return pen.text(panel.text(Field.BODY), x + 9, bottom + 1, width - 18, 12, styles.QUIET, most=2) + 9


def _goods(pen: Pen, card: Card, rule: KindRule | None, look: Look, x: float, y: float, width: float) -> float:
    panel = card.panels[0]

    def content(ink: Pen, top: float) -> float:
        side = 96
        area = QRectF(x + _INSIDE, top + _INSIDE, side, side)
        ink.picture(panel.picture, area, ratio_of(card, rule, 0), 10)
        left, room = area.right() + 11, width - side - 2 * _INSIDE - 11
        bottom = ink.text(panel.text(Field.TITLE), left, area.y() - 2, room, 14, styles.INK, most=2, bold=True)
        bottom = ink.text(panel.text(Field.BODY), left, bottom + 2, room, 12, styles.QUIET, most=2)
        price = QRectF(left, max(bottom + 2, area.bottom() - 24), room, 24)
        _price(ink, panel, price)
        return draw_buttons(ink, _shown(panel, rule, 0), look, x, max(area.bottom(), price.bottom()) + 12, width)

    return boxed(pen, look, x, y, width, content)


def _price(pen: Pen, panel: Panel, area: QRectF) -> None:
    price = panel.text(Field.PRICE)
    pen.word(price, area, 18, styles.PRICE, bold=True)
    used = QFontMetricsF(font(18, bold=True)).horizontalAdvance(price) + 6 if price else 0
    before = area.adjusted(used, 3, 0, 0)
    if before.width() > 14:
        pen.word(panel.text(Field.PRICE_BEFORE), before, 11, styles.QUIET, struck=True)


def _coupon(pen: Pen, card: Card, rule: KindRule | None, look: Look, x: float, y: float, width: float) -> float:
    """A ticket with its amount, on a card with the words around it."""
    panel = card.panels[0]

    def content(ink: Pen, top: float) -> float:
        inner = width - 2 * _INSIDE
        bottom = top + 12
        room = inner
        if panel.picture is not None:
            ink.picture(panel.picture, QRectF(x + _INSIDE, bottom, 40, 40), ratio_of(card, rule, 0), 8)
            room = inner - 50
        left = x + width - _INSIDE - room
        height = len(wrapped(panel.text(Field.TITLE), 15, int(room), 2, bold=True)) * line_height(15)
        begin = bottom + max(0.0, (40 - height) / 2) if panel.picture is not None else bottom
        bottom = max(
            ink.text(panel.text(Field.TITLE), left, begin, room, 15, styles.INK, most=2, bold=True),
            bottom + 40 if panel.picture is not None else bottom,
        )
        bottom = _ticket(ink, panel, QRectF(x + _INSIDE, bottom + 9, inner, 82))
        bottom = ink.text(panel.text(Field.BODY), x + _INSIDE, bottom + 8, inner, 12, styles.QUIET, most=2)
        return draw_buttons(ink, _shown(panel, rule, 0), look, x, bottom + 10, width)

    return boxed(pen, look, x, y, width, content)


def _ticket(pen: Pen, panel: Panel, area: QRectF) -> float:
    shade = QLinearGradient(area.topLeft(), area.bottomRight())
    shade.setColorAt(0, QColor(_RED[0]))
    shade.setColorAt(1, QColor(_RED[1]))
    pen.fill(area, QBrush(shade), 12)
    split = area.x() + area.width() * 0.4
    for edge in (area.y(), area.bottom()):
        pen.circle(QPointF(split, edge), _NOTCH, styles.CARD)
    dash = area.y() + _NOTCH + 5
    while dash < area.bottom() - _NOTCH - 5:
        pen.box(QRectF(split - 0.5, dash, 1, 4), "#FFB9A6")
        dash += 8
    amount = panel.text(Field.AMOUNT)
    left = QRectF(area.x() + 8, area.y(), split - area.x() - 16, area.height())
    sizes = (32, 28, 24, 21, 18, 16, 14)
    fitting = (size for size in sizes if QFontMetricsF(font(size, bold=True)).horizontalAdvance(amount) <= left.width())
    pixels = next(fitting, sizes[-1])
    pen.word(amount, left, pixels, "#FFFFFF", align=CENTRE, bold=True)
    right = QRectF(split + 13, area.y(), area.right() - split - 22, area.height())
    condition, valid = panel.text(Field.CONDITION), panel.text(Field.VALID)
    lines = len(wrapped(condition, 14, int(right.width()), 2, bold=True)) * line_height(14) if condition else 0
    after = len(wrapped(valid, 11, int(right.width()), 2)) * line_height(11) + 3 if valid else 0
    top = area.center().y() - (lines + after) / 2
    top = pen.text(condition, right.x(), top, right.width(), 14, "#FFFFFF", most=2, bold=True)
    pen.text(valid, right.x(), top + 3, right.width(), 11, "#FFE3DB", most=2)
    return area.bottom()


def _rcs_panel(
    pen: Pen, panel: Panel, rule: KindRule | None, look: Look, number: int, x: float, y: float, width: float
) -> float:
    bottom = y
    if panel.picture is not None or panel.video_id or not (panel.text(Field.TITLE) or panel.text(Field.BODY)):
        area = QRectF(x, y, width, round(width * _HEIGHTS[panel.height]))
        pen.picture(panel.picture, area, (round(area.width()), round(area.height())))
        if panel.video_id:
            pen.play(area.center(), 21)
        bottom = area.bottom()
    bottom = _words(pen, panel, x, bottom, width, title=3, body=8)
    return draw_buttons(pen, _shown(panel, rule, number), look, x, bottom + 1, width)


def _rcs_card(pen: Pen, card: Card, rule: KindRule | None, look: Look, x: float, y: float, width: float) -> float:
    side = width * 0.94

    def content(ink: Pen, top: float) -> float:
        return _rcs_panel(ink, card.panels[0], rule, look, 0, x, top, side)

    return _chips(pen, card, rule, look, x, boxed(pen, look, x, y, side, content), width)


def _rcs_carousel(pen: Pen, card: Card, rule: KindRule | None, look: Look, x: float, y: float, width: float) -> float:
    side, step = width * 0.8, width * 0.8 + _GAP
    shift = min(0.0, max(-(step * (len(card.panels) - 1) + side - width), -look.slide * step))
    measure = pen.measuring()
    bottoms = [_rcs_panel(measure, panel, rule, look, n, x, y, side) for n, panel in enumerate(card.panels)]
    tallest = max(bottoms)
    for number, panel in enumerate(card.panels):
        left = x + shift + number * step
        if left + side < x - 12 or left > x + width + 12:
            continue

        def content(ink: Pen, top: float, panel: Panel = panel, number: int = number, left: float = left) -> float:
            _rcs_panel(ink, panel, rule, look, number, left, top, side)
            return tallest

        boxed(pen, look, left, y, side, content)
    return _chips(pen, card, rule, look, x, tallest, width)


def _chips(pen: Pen, card: Card, rule: KindRule | None, look: Look, x: float, y: float, width: float) -> float:
    """Answers below the message, wrapping like words."""
    chips = card.chips[: rule.chips] if rule is not None else ()
    if not chips:
        return y
    left, top = x, y + 10
    for chip in chips:
        wanted = min(width, QFontMetricsF(font(12)).horizontalAdvance(chip.text) + 24)
        if left + wanted > x + width and left > x:
            left, top = x, top + 34
        area = QRectF(left, top, wanted, 28)
        pen.box(area.adjusted(0.5, 0.5, -0.5, -0.5), styles.CARD, 14, _mixed(look.style.accent))
        pen.word(chip.text, area.adjusted(10, 0, -10, 0), 12, look.style.accent, align=CENTRE)
        left += wanted + 6
    return top + 28


def _shown(panel: Panel, rule: KindRule | None, number: int) -> tuple[Button, ...]:
    """The buttons of a panel that the kind has room for."""
    return panel.buttons[: rule.most_buttons(number)] if rule is not None else panel.buttons


_Draw = Callable[[Pen, Card, "KindRule | None", Look, float, float, float], float]
_DRAWN: dict[CardKind, _Draw] = {
    CardKind.IMAGE_TEXT: _image_text,
    CardKind.VIDEO_TEXT: _image_text,
    CardKind.MULTI_IMAGE_TEXT: _multi,
    CardKind.CAROUSEL_SQUARE: _carousel,
    CardKind.CAROUSEL_WIDE: _carousel,
    CardKind.CAROUSEL_TALL: _carousel,
    CardKind.SCROLL: _scroll,
    CardKind.LONG_TEXT: _long_text,
    CardKind.GOODS: _goods,
    CardKind.COUPON: _coupon,
    CardKind.RCS_CARD: _rcs_card,
    CardKind.RCS_CAROUSEL: _rcs_carousel,
}
