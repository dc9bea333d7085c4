"""Windows of other programs on X11: asked about and brought forward through the window manager, keys through XTEST."""

from __future__ import annotations

import os

from PySide6.QtGui import QWindow
from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import BadWindow, CatchError, DisplayError, XError
from Xlib.ext import xtest
from Xlib.protocol.event import ClientMessage

from desktop.shell.paste.base import NO_SCREEN, NO_XTEST, Desktop, OtherWindow

_FROM_PAGER = 2  # the person asked for it: window managers then do not suspect us of stealing the focus
_HELD = X.ShiftMask | X.ControlMask | X.Mod1Mask | X.Mod4Mask


class X11Desktop(Desktop):
    """A connection of its own, so that nothing of Qt's is touched."""

    def __init__(self) -> None:
        try:
            self._display: Display | None = Display()
        except (DisplayError, OSError):
            self._display = None

    @property
    def unavailable(self) -> str:
        """XTEST is there almost always; without it nothing can be typed for the person."""
        if self._display is None:
            return NO_SCREEN
        return "" if self._display.has_extension("XTEST") else NO_XTEST

    def window_in_front(self) -> OtherWindow | None:
        """What the window manager calls active."""
        number = self._active()
        return OtherWindow(number) if number and not self._is_ours(number) else None

    def is_in_front(self, window: QWindow) -> bool:
        """As the window manager says: while the keys of a hotkey are down, Qt takes the keyboard for lost."""
        return self._active() == int(window.winId())

    def bring_forward(self, window: OtherWindow) -> bool:
        """Ask the window manager; a window that is gone is noticed before."""
        if self._display is None or not self._is_there(window.number):
            return False
        return self._activate(window.number)

    def bring_ours_forward(self, window: QWindow) -> None:
        """Ask as the person's wish: the hotkey came over a connection that Qt's window knows nothing of."""
        window.raise_()
        window.requestActivate()
        if self._display is not None and self._is_there(int(window.winId())):
            self._activate(int(window.winId()))

    def keys_held(self) -> bool:
        """Look once at the modifiers; the server tells them with the pointer."""
        if self._display is None:
            return False
        return bool(self._display.screen().root.query_pointer().mask & _HELD)

    def send_paste(self) -> bool:
        """Type Ctrl+V where the keyboard is."""
        display = self._display
        if display is None:
            return False
        codes = [display.keysym_to_keycode(XK.string_to_keysym(name)) for name in ("Control_L", "v")]
        if not all(codes):
            return False
        for code in codes:
            xtest.fake_input(display, X.KeyPress, code)
        for code in reversed(codes):
            xtest.fake_input(display, X.KeyRelease, code)
        display.sync()
        return True

    def _active(self) -> int:
        if self._display is None:
            return 0
        root = self._display.screen().root
        found = root.get_full_property(self._display.get_atom("_NET_ACTIVE_WINDOW"), X.AnyPropertyType)
        return int(found.value[0]) if found is not None and len(found.value) else 0

    def _activate(self, number: int) -> bool:
        if self._display is None:
            return False
        window = self._display.create_resource_object("window", number)
        root = self._display.screen().root
        wish = ClientMessage(
            window=window,
            client_type=self._display.get_atom("_NET_ACTIVE_WINDOW"),
            data=(32, [_FROM_PAGER, X.CurrentTime, 0, 0, 0]),
        )
        refused = CatchError(XError)
        root.send_event(wish, X.SubstructureRedirectMask | X.SubstructureNotifyMask, onerror=refused)
        self._display.sync()
        return refused.get_error() is None

    def _is_there(self, number: int) -> bool:
        if self._display is None:
            return False
        try:
            self._display.create_resource_object("window", number).get_attributes()
        except BadWindow:
            return False
        return True

    def _is_ours(self, number: int) -> bool:
        if self._display is None:
            return False
        window = self._display.create_resource_object("window", number)
        try:
            found = window.get_full_property(self._display.get_atom("_NET_WM_PID"), X.AnyPropertyType)
        except BadWindow:
            return False
        return found is not None and len(found.value) == 1 and int(found.value[0]) == os.getpid()
