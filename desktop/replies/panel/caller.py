"""Calls the reply panel: at its hotkey, at `regulars --replies`, from a button; and sends it away again.

The panel, its clipboard and its way into other programs are made at the first call, so that opening the
program pays nothing for them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

    from desktop.shell.clipboard.keeper import ClipboardKeeper
    from desktop.shell.context import PageContext
    from desktop.shell.paste.paster import Paster

    MakePanel = Callable[[PageContext, ClipboardKeeper, Paster], "Panel"]

_BELIEVED_MS = 120  # Qt believes after about 50 ms that a window has lost the keyboard


class Panel(Protocol):
    """What the caller needs of the panel's window, beside what every widget has."""

    @property
    def collapsed(self) -> bool:
        """Whether only a strip is in sight, which nothing can be typed into."""

    def call(self) -> None:
        """Come into sight, ready to be typed into."""

    def put_away(self) -> None:
        """Go out of sight, and give the keyboard back."""

    def isVisible(self) -> bool:
        """As of QWidget."""

    def windowHandle(self) -> QWindow:
        """As of QWidget; None before the first showing, which its stubs do not say."""

    def hide(self) -> None:
        """As of QWidget."""

    def deleteLater(self) -> None:
        """As of QWidget."""


class PanelCaller(QObject):
    """Owns the one panel."""

    def __init__(self, context: PageContext, make_panel: MakePanel, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._make_panel = make_panel
        self._panel: Panel | None = None
        self._keeper: ClipboardKeeper | None = None
        self._paster: Paster | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_BELIEVED_MS)
        self._soon.timeout.connect(self._call)
        context.hotkey.pressed.connect(self.toggle)
        context.language.changed.connect(self._forget)

    @property
    def panel(self) -> Panel | None:
        """The panel, None before the first call."""
        return self._panel

    def prepare(self) -> Panel:
        """Make what the first call needs, if it is not there yet."""
        if self._keeper is None or self._paster is None:
            from desktop.shell.clipboard.keeper import ClipboardKeeper
            from desktop.shell.paste.paster import Paster

            self._keeper = ClipboardKeeper(self)
            self._paster = Paster(self._keeper, self)
        if self._panel is None:
            self._panel = self._make_panel(self._context, self._keeper, self._paster)
        return self._panel

    def call(self) -> None:
        """Show the panel and give it the keyboard; the window in front is where one goes back to."""
        if _is_taken_for_active(self.prepare()):
            self._soon.start()
        else:
            self._call()

    def _call(self) -> None:
        self._soon.stop()
        panel = self.prepare()
        if self._paster is None:
            raise RuntimeError("a panel without its way back")
        self._paster.remember()
        panel.call()
        self._paster.bring_ours_forward(panel.windowHandle())

    def toggle(self) -> None:
        """The hotkey: call the panel, or send it away when it has the keyboard."""
        if self._panel is not None and self._has_keyboard(self._panel):
            self._panel.put_away()
        else:
            self.call()

    def close(self) -> None:
        """At the end: give the hotkey and, where it is still ours, the clipboard back."""
        self._context.hotkey.end()
        if self._keeper is not None:
            self._keeper.end()
        self._forget()

    def _has_keyboard(self, panel: Panel) -> bool:
        if self._paster is None or panel.collapsed or not panel.isVisible():
            return False
        return self._paster.is_in_front(panel.windowHandle())

    def _forget(self) -> None:
        """The next call makes the panel anew, in the language then in force."""
        self._soon.stop()
        if self._panel is not None:
            self._panel.hide()
            self._panel.deleteLater()
            self._panel = None


def _is_taken_for_active(panel: Panel) -> bool:
    """Whether a hidden panel still counts as the window with the keyboard.

    On X11 Qt waits before it believes that the keyboard is gone. A window that is shown before that would not count
    as active until it is hidden again: it could be typed into, without a cursor and without Tab.
    """
    handle = panel.windowHandle()
    return not panel.isVisible() and handle is not None and QGuiApplication.focusWindow() is handle
