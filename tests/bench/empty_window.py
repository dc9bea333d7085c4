"""The peer of the start-up benchmark: an empty main window that ends the program once it is painted."""

from __future__ import annotations

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class EmptyWindow(QMainWindow):
    """Nothing in it, of the size the program's own window starts with."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, then end as soon as the painted window has been handed over."""
        super().paintEvent(event)
        QTimer.singleShot(0, _say_painted)


def _say_painted() -> None:
    sys.stdout.write("painted\n")
    sys.stdout.flush()
    QApplication.quit()


def main() -> None:
    """Show the window and wait for its first paint."""
    application = QApplication(sys.argv[:1])
    window = EmptyWindow()
    window.resize(1200, 800)
    window.show()
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
