"""A program of its own for the tests: a field that takes text and pictures, and a clipboard of its own.

It reads one JSON object per line and answers each with one: what its field holds, whether it has the keyboard,
what is on the clipboard form by form; and it puts things on the clipboard as another program would.
"""

from __future__ import annotations

import base64
import json
import random
import sys
import threading
from typing import Any

from PySide6.QtCore import QByteArray, QMimeData, QObject, Signal
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QApplication, QTextEdit

TITLE = "chat of the tests"


class ChatField(QTextEdit):
    """Takes pictures as chat programs do, and notes the order in which things arrive."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(TITLE)
        self.arrived: list[dict[str, Any]] = []

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: N802 - Qt's name
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        if source.hasText() and not source.hasUrls():
            self.arrived.append({"text": source.text()})
            self.insertPlainText(source.text())
        elif source.hasUrls():
            self.arrived.append({"files": [url.toLocalFile() for url in source.urls()]})
        else:
            image: QImage = source.imageData()
            self.arrived.append({"size": [image.width(), image.height()], "pixel": image.pixelColor(1, 1).name()})
            self.document().addResource(QTextDocument.ResourceType.ImageResource, "arrived", image)
            self.textCursor().insertImage("arrived")


class Answers(QObject):
    """Does what a line asks, on the window's thread."""

    asked = Signal(str)

    def __init__(self, field: ChatField) -> None:
        super().__init__()
        self._field = field
        self.asked.connect(self._answer)
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        for line in sys.stdin:
            self.asked.emit(line)
        self.asked.emit("{}")

    def _answer(self, line: str) -> None:
        wish = json.loads(line)
        if not wish:
            QApplication.quit()
            return
        answer = getattr(self, wish.pop("do"))(**wish)
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()

    def state(self) -> dict[str, Any]:
        return {
            "active": self._field.isActiveWindow(),
            "focus": self._field.hasFocus(),
            "arrived": self._field.arrived,
            "text": self._field.toPlainText(),
            "window": int(self._field.winId()),
        }

    def copy(self, forms: dict[str, str]) -> bool:
        """Put these bytes on the clipboard, by the name of their form."""
        data = QMimeData()
        for name, content in forms.items():
            data.setData(name, QByteArray(base64.b64decode(content)))
        QApplication.clipboard().setMimeData(data)
        return True

    def copy_picture(self, width: int, height: int) -> bool:
        """Put a picture there as a screenshot program does, in every form Qt can write."""
        image = QImage(width, height, QImage.Format.Format_RGB32)
        noise = random.Random(6)
        for y in range(height):
            for x in range(width):
                image.setPixel(x, y, noise.getrandbits(24))
        QApplication.clipboard().setImage(image)
        return True

    def clipboard(self) -> dict[str, str]:
        data = QApplication.clipboard().mimeData()
        return {name: base64.b64encode(data.data(name).data()).decode() for name in data.formats()}


def main() -> int:
    app = QApplication(sys.argv)
    app.setQuitOnLastWindowClosed(True)
    field = ChatField()
    field.resize(400, 300)
    answers = Answers(field)
    field.show()
    field.activateWindow()
    status = app.exec()
    del answers
    return status


if __name__ == "__main__":
    sys.exit(main())
