"""The smallest panel: a line to type into, answers by name; everything about other programs is the real one's."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.shell.clipboard.content import Content
from desktop.shell.clipboard.keeper import ClipboardKeeper
from desktop.shell.hotkey.switch import HotkeySwitch
from desktop.shell.paste.paster import Paster

TITLE = "answers of the tests"
TEXT = "您好，今天17点前付款的，当天发出。"


def picture() -> QImage:
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    return image


def contents(name: str) -> list[Content]:
    known = {
        "text": [Content(TEXT)],
        "picture": [Content(image=picture())],
        "both": list(Content(TEXT, picture()).parts()),
        "file": [Content(files=(Path("/tmp/尺码表.pdf"),))],  # noqa: S108 - a name, not a file
    }
    return known[name]


class Answers(QLineEdit):
    def __init__(self, *, pastes: bool) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self._pastes = pastes
        self.keeper = ClipboardKeeper(self)
        self.paster = Paster(self.keeper, self)
        self.paster.finished.connect(self._say)
        self.keeper.restored.connect(lambda: self._say("restored"))
        self.keeper.advanced.connect(lambda: self._say("advanced"))
        self.keeper.replaced.connect(lambda: self._say("replaced"))

    def _say(self, word: str) -> None:
        sys.stdout.write(f'"{word}"\n')
        sys.stdout.flush()

    def call(self) -> None:
        self.paster.remember()
        self.clear()
        self.show()
        self.paster.bring_ours_forward(self.windowHandle())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
            self.paster.go_back()
        elif event.key() == Qt.Key.Key_Return:
            self._choose(contents(self.text()))
        else:
            super().keyPressEvent(event)

    def _choose(self, chosen: list[Content]) -> None:
        self.hide()
        if self._pastes:
            self.paster.paste_into(self.paster.previous, chosen)
        else:
            self.keeper.offer(chosen)
            self.paster.go_back()


def main() -> int:
    app = QApplication(sys.argv)
    app.setQuitOnLastWindowClosed(False)
    hotkey = HotkeySwitch(parent=app)
    answers = Answers(pastes="--paste" in sys.argv)
    hotkey.pressed.connect(answers.call)
    hotkey.begin()
    answers._say(hotkey.trouble)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
