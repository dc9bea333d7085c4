"""One window per shop: a second start of the same shop asks the first window to come forward, over a local socket.

Nothing leaves the computer: the socket is a file (a named pipe on Windows) that only the same user can open.
"""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

_PATIENCE_MS = 1000


def bring_forward(path: Path) -> bool:
    """Ask the window that has this shop open to come forward; False where there is none to answer."""
    try:
        from PySide6.QtNetwork import QLocalSocket
    except ImportError:  # a system without the libraries that Qt's network part needs
        return False
    socket = QLocalSocket()
    socket.connectToServer(_name(path))
    reached = socket.waitForConnected(_PATIENCE_MS)
    socket.disconnectFromServer()
    return reached


class FirstWindow(QObject):
    """Brings its window forward whenever another start of the same shop asks."""

    def __init__(self, path: Path, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.listening = self._listen(_name(path))

    def _listen(self, name: str) -> bool:
        try:
            from PySide6.QtNetwork import QLocalServer
        except ImportError:
            return False
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._asked)
        # Whoever listened before is gone, for this window holds the shop: a socket left by a crash is in the way.
        QLocalServer.removeServer(name)
        return self._server.listen(name)

    @Slot()
    def _asked(self) -> None:
        while self._server.hasPendingConnections():
            connection = self._server.nextPendingConnection()
            connection.disconnected.connect(connection.deleteLater)
            connection.disconnectFromServer()
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()


def _name(path: Path) -> str:
    """The same for every way of writing a path, and short enough for the name of a socket."""
    whole = os.path.normcase(path.resolve())
    return f"regulars-{hashlib.sha256(whole.encode('utf-8', 'surrogateescape')).hexdigest()[:24]}"
