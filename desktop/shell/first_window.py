"""One program per shop: a second start of the same shop asks the first one to come forward, over a local socket.

Nothing leaves the computer: the socket is a file (a named pipe on Windows) that only the same user can open.
"""

from __future__ import annotations

import hashlib
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.command_line import REPLIES, WINDOW

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalSocket

_PATIENCE_MS = 1000


def bring_forward(path: Path, wish: str = WINDOW) -> bool:
    """Ask the program that has this shop open for its window or its replies; False where there is none to answer."""
    try:
        from PySide6.QtNetwork import QLocalSocket
    except ImportError:  # a system without the libraries that Qt's network part needs
        return False
    socket = QLocalSocket()
    socket.connectToServer(_name(path))
    if not socket.waitForConnected(_PATIENCE_MS):
        return False
    _let_it_come_forward()
    socket.write(wish.encode())
    socket.waitForBytesWritten(_PATIENCE_MS)
    socket.disconnectFromServer()
    return True


def _let_it_come_forward() -> None:
    """On Windows only the program a person has just used may put a window in front, or allow another to."""
    if sys.platform == "win32":
        import ctypes

        anybody = -1
        ctypes.windll.user32.AllowSetForegroundWindow(anybody)


class FirstWindow(QObject):
    """Listens to other starts of the same shop.

    Signals:
        asked(str): one of them wants `WINDOW` or `REPLIES`.
    """

    asked = Signal(str)

    def __init__(self, path: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.listening = self._listen(_name(path))

    def _listen(self, name: str) -> bool:
        try:
            from PySide6.QtNetwork import QLocalServer
        except ImportError:
            return False
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connected)
        # Whoever listened before is gone, for this window holds the shop: a socket left by a crash is in the way.
        QLocalServer.removeServer(name)
        return self._server.listen(name)

    @Slot()
    def _connected(self) -> None:
        while self._server.hasPendingConnections():
            connection = self._server.nextPendingConnection()
            # Whoever asks writes one word and goes: the word is whole when the connection ends.
            if connection.state() == connection.LocalSocketState.UnconnectedState:
                self._take(connection)
            else:
                connection.disconnected.connect(partial(self._take, connection))

    def _take(self, connection: QLocalSocket) -> None:
        word = connection.readAll().data()
        connection.deleteLater()
        self.asked.emit(REPLIES if word == REPLIES.encode() else WINDOW)


def _name(path: Path) -> str:
    """The same for every way of writing a path, and short enough for the name of a socket."""
    whole = os.path.normcase(path.resolve())
    return f"regulars-{hashlib.sha256(whole.encode('utf-8', 'surrogateescape')).hexdigest()[:24]}"
