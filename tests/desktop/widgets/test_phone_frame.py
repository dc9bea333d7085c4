"""The painted phone: words that are wrong stand out where they are, however many they be."""

from __future__ import annotations

from time import thread_time

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.shell import theme
from desktop.widgets.phone_frame import PhoneFrame


def shown(qtbot: QtBot, text: str, *wrong: str) -> PhoneFrame:
    frame = PhoneFrame()
    qtbot.addWidget(frame)
    frame.set_message("SMS", [text], wrong=wrong)
    frame.show()
    return frame


def reds(frame: PhoneFrame) -> set[int]:
    """The lines of pixels in which the ground of a wrong word is seen."""
    image, ground = frame.grab().toImage(), QColor(theme.colour("badsoft")).rgb()
    return {y for y in range(image.height()) if any(image.pixel(x, y) == ground for x in range(image.width()))}


def test_wrong_words_stand_out_in_their_own_line_only(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")
    assert not reds(shown(qtbot, "😀\n亲爱的昵称"))
    second = reds(shown(qtbot, "😀\n亲爱的[昵称]", "[昵称]"))
    assert second
    assert len(second) <= 21
    assert min(second) > max(reds(shown(qtbot, "[昵称]\n亲爱的", "[昵称]"))) - 2


def test_many_wrong_words_are_no_slower_each(qapp: QApplication, qtbot: QtBot) -> None:
    theme.apply(qapp, "light")

    def seconds(words: int) -> float:
        begun = thread_time()
        shown(qtbot, "[昵称]和" * words, "[昵称]").grab()
        return thread_time() - begun

    assert min(seconds(800) for _ in range(3)) < 30 * min(seconds(80) for _ in range(3))
