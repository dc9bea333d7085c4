"""Makes the pictures of the READMEs in docs/images: the real program with the sample shop, in both languages.

`python tests/readme_pictures.py` makes all of them, with names only those, such as `reply_panel reply reply_board`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QRect, QRectF, QSize, Qt  # noqa: E402 - the platform is chosen before Qt loads
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter  # noqa: E402 - as above

from desktop import app as wiring  # noqa: E402 - as above
from desktop import translation, wording  # noqa: E402 - as above
from desktop.shell import theme  # noqa: E402 - as above
from desktop.start import wired  # noqa: E402 - as above
from local_db.cards.starters import starters as card_starters  # noqa: E402 - as above
from local_db.replies.buyer import Candidate  # noqa: E402 - as above
from tests import reply_shots, shots  # noqa: E402 - as above

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.replies.panel.panel import ReplyPanel
    from local_db.shop_file import Shop

IMAGES = ROOT / "docs" / "images"
CARD = "coupon"
CHAT = QSize(620, 640)
MARGIN = 24
BUYERS = {"zh": "阿黄爱吃肉", "en": "sunny8575"}
TALK = {  # who says what: False is the buyer
    "zh": (
        (False, "在吗？"),
        (True, "您好～在的，有什么想了解的直接问我就行。"),
        (False, "逗猫棒发货了吗，快递单号发我一下"),
    ),
    "en": (
        (False, "Hi!"),
        (True, "Hello! How can I help?"),
        (False, "The food arrived, but the pieces are too big for my cat. Can I return the bag I haven't opened?"),
    ),
}
TYPED = {"zh": "danhao", "en": "return"}


def pictures() -> dict[str, Callable[[shots.Booth], QImage]]:
    """How each picture is made; in this order, because one reply is written before the panel is shown."""
    views = dict(shots.views())
    card = next(place for place, starter in enumerate(card_starters("zh")) if starter.key == CARD)
    widgets: dict[str, Callable[[shots.Booth], QWidget]] = {
        "home": lambda booth: booth.page("home"),
        "segment": views["segment"],
        "template": views["template"],
        "card": partial(shots.card_view, place=card),
        "call_script": views["call_script"],
        "member": views["member_page"],
        "reply": lambda booth: reply_shots.library(booth.context, booth.window),
        "reply_board": lambda booth: reply_shots.section(booth.context, booth.window, "board"),
    }
    made: dict[str, Callable[[shots.Booth], QImage]] = {
        name: partial(_grabbed, scene=scene) for name, scene in widgets.items()
    }
    return made | {"reply_panel": beside_a_chat}


def _grabbed(booth: shots.Booth, scene: Callable[[shots.Booth], QWidget]) -> QImage:
    widget = scene(booth)
    booth.settle()
    return widget.grab().toImage()


# --- the panel beside a chat ---


def beside_a_chat(booth: shots.Booth) -> QImage:
    """The panel with a buyer, beside a chat program in which the chosen reply has just been pasted."""
    reply_shots.add_library(booth.context.shop)
    panel = shots.panel_of(booth, filled=False)
    language = wording.language()
    with booth.context.shop.read() as connection:
        query = "select id from members where nick = ?"
        (member,) = connection.execute(query, (BUYERS[language],)).fetchone()
    panel.buyers.bind(Candidate(member, "", "", "taobao", "nick"))
    booth.settle()
    panel.query.setText(TYPED[language])
    booth.settle()
    shown = panel.grab().toImage()
    whole = QImage(CHAT.width() + shown.width() + 3 * MARGIN, CHAT.height() + 2 * MARGIN, QImage.Format.Format_RGB32)
    whole.fill(QColor("#C9CDD4"))
    painter = QPainter(whole)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _Chat(painter, QRect(MARGIN, MARGIN, CHAT.width(), CHAT.height())).draw(
        BUYERS[language], TALK[language], _first_text(panel)
    )
    painter.drawImage(CHAT.width() + 2 * MARGIN, MARGIN, shown)
    painter.end()
    return whole


def _first_text(panel: ReplyPanel) -> str:
    line = panel.hits.line(0)
    assert line is not None
    assert line.filled.ready
    return line.filled.text


class _Chat:
    """Draws the window of a chat program as any clerk has one: who asks, what was said, the box to answer in."""

    def __init__(self, painter: QPainter, area: QRect) -> None:
        self._painter = painter
        self._area = QRectF(area)
        self._font = QFont()
        self._font.setFamilies(list(theme.FONT_FAMILIES))
        self._font.setPixelSize(14)

    def draw(self, buyer: str, talk: tuple[tuple[bool, str], ...], answer: str) -> None:
        painter, area = self._painter, self._area
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#FFFFFF"))
        painter.drawRoundedRect(area, 8, 8)
        painter.setBrush(QColor("#F3F4F6"))
        painter.drawRect(area.adjusted(0, 52, 0, -132))
        self._text(buyer, QRectF(area.left() + 20, area.top(), area.width() - 40, 52), bold=True)
        top = area.top() + 76
        for ours, said in talk:
            top = self._said(said, top, ours=ours) + 18
        self._text(answer, QRectF(area.left() + 20, area.bottom() - 114, area.width() - 40, 100), wrapped=True)

    def _said(self, text: str, top: float, *, ours: bool) -> float:
        """A bubble; returns where it ends."""
        size = QFontMetricsF(self._font).boundingRect(QRectF(0, 0, 360, 400), Qt.TextFlag.TextWordWrap, text)
        width = size.width() + 28
        left = self._area.right() - 20 - width if ours else self._area.left() + 68
        self._painter.setPen(Qt.PenStyle.NoPen)
        if not ours:
            self._painter.setBrush(QColor("#B9C3D0"))
            self._painter.drawEllipse(QRectF(self._area.left() + 20, top, 36, 36))
        bubble = QRectF(left, top, width, size.height() + 18)
        self._painter.setBrush(QColor("#D6E4FA" if ours else "#FFFFFF"))
        self._painter.drawRoundedRect(bubble, 8, 8)
        self._text(text, bubble.adjusted(14, 9, -13, -9), wrapped=True)
        return bubble.bottom()

    def _text(self, text: str, area: QRectF, *, bold: bool = False, wrapped: bool = False) -> None:
        font = QFont(self._font)
        font.setBold(bold)
        self._painter.setFont(font)
        self._painter.setPen(QColor("#22262E"))
        flags = Qt.TextFlag.TextWordWrap.value if wrapped else Qt.AlignmentFlag.AlignVCenter.value
        self._painter.drawText(area, flags, text)


# --- all of them ---


def take(shop: Shop, language: str, folder: Path, names: list[str]) -> int:
    """Make pictures in a language of `shots.LANGUAGES`; returns how many."""
    services = wiring.build_services(wiring.build_application(sys.argv), folder / "window.ini")
    services.language.choose(shots.LANGUAGES[language])
    services.theme.choose(theme.LIGHT)
    context, window = wired(shop, services, "")
    window.resize(*shots.SIZE)
    window.show()
    booth = shots.Booth(context, window, folder)
    taken = 0
    for name, picture in pictures().items():
        if not names or name in names:
            image = picture(booth).convertToFormat(QImage.Format.Format_RGB888)
            image.save(str(IMAGES / f"{name}_{language}_light.png"), quality=0)  # 0: as small as can be
            taken += 1
    context.background.close()
    window.close()
    services.language.choose(translation.ENGLISH)  # takes its translators away
    return taken


def main(names: list[str]) -> None:
    """Make the pictures of these names, or all."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # Made before there is an application, because its translators would name what the demo saves.
        samples = {language: shots.sample_shop(folder / language, language) for language in shots.LANGUAGES}
        taken = 0
        for language, sample in samples.items():
            with sample:
                taken += take(sample, language, folder / language, names)
    print(f"{taken} pictures in {IMAGES}")


if __name__ == "__main__":
    main(sys.argv[1:])
