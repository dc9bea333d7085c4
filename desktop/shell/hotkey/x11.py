"""The hotkey on X11: a passive grab of that one combination on the root window.

Through python-xlib on a connection of its own rather than ctypes on libX11: there an error, such as a combination
that is taken, is an object; libX11 would call back into C or end the program.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QSocketNotifier
from Xlib import XK, X
from Xlib.display import Display
from Xlib.error import BadAccess, CatchError, DisplayError
from Xlib.protocol.event import KeyPress, KeyRelease, MappingNotify

from desktop.shell.hotkey.base import NO_KEY, NO_SCREEN, TAKEN, GlobalHotkey
from desktop.shell.hotkey.combination import Combination, Modifier

_MASKS = {
    Modifier.CTRL: X.ControlMask,
    Modifier.ALT: X.Mod1Mask,
    Modifier.SHIFT: X.ShiftMask,
    Modifier.META: X.Mod4Mask,
}
_MODIFIER_MASKS = (X.ShiftMask, X.LockMask, X.ControlMask, X.Mod1Mask, X.Mod2Mask, X.Mod3Mask, X.Mod4Mask, X.Mod5Mask)


class X11Hotkey(GlobalHotkey):
    """Grabs the combination with and without Caps Lock and Num Lock, which X11 counts as modifiers."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notifier: QSocketNotifier | None = None
        self._grabbed: list[tuple[int, int]] = []
        self._released_at = -1
        try:
            self._display: Display | None = Display()
        except (DisplayError, OSError):
            self._display = None
            return
        self._notifier = QSocketNotifier(self._display.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        self.destroyed.connect(self._display.close)

    @property
    def unavailable(self) -> str:
        """Only a server that lets nobody in refuses altogether."""
        return "" if self._display is not None else NO_SCREEN

    def _grab(self, combination: Combination) -> str:
        display = self._display
        if display is None:
            return NO_SCREEN
        code = display.keysym_to_keycode(XK.string_to_keysym(_keysym_name(combination.key)))
        if not code:
            return NO_KEY
        mask = sum(value for modifier, value in _MASKS.items() if modifier in combination.modifiers)
        root = display.screen().root
        refused = CatchError(BadAccess)
        for locks in self._lock_masks(display):
            root.grab_key(code, mask | locks, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)  # noqa: FBT003
            self._grabbed.append((code, mask | locks))
        display.sync()
        if refused.get_error() is None:
            return ""
        self._ungrab()
        return TAKEN

    def _ungrab(self) -> None:
        if self._display is None:
            return
        root = self._display.screen().root
        for code, mask in self._grabbed:
            root.ungrab_key(code, mask, onerror=CatchError(BadAccess))
        self._grabbed.clear()
        self._display.sync()

    def _read(self) -> None:
        """Take what the server sent; only presses of the grabbed combination come here."""
        display = self._display
        if display is None:
            return
        try:
            while display.pending_events():
                self._take(display.next_event())
        except (DisplayError, OSError):  # the server is gone, and with it every window
            self._stop_listening()

    def _take(self, event: object) -> None:
        if isinstance(event, MappingNotify):
            self._keyboard_changed(event)
        elif isinstance(event, KeyRelease):
            self._released_at = event.time
        # A key that is held comes as release and press of the same moment.
        elif isinstance(event, KeyPress) and event.time != self._released_at:
            self.pressed.emit()

    def _keyboard_changed(self, event: MappingNotify) -> None:
        """Another keyboard layout may have the key in another place."""
        if self._display is None:
            return
        self._display.refresh_keyboard_mapping(event)
        wanted = self.combination
        if wanted is not None and event.request != X.MappingPointer:
            self.bind(wanted)

    def _stop_listening(self) -> None:
        if self._notifier is not None:
            self._notifier.setEnabled(False)
        self._display = None

    def _lock_masks(self, display: Display) -> list[int]:
        """Every combination of the locks that may be on."""
        num_lock = display.keysym_to_keycode(XK.string_to_keysym("Num_Lock"))
        number = 0
        for mask, codes in zip(_MODIFIER_MASKS, display.get_modifier_mapping(), strict=True):
            if num_lock and num_lock in codes:
                number = mask
        return sorted({0, X.LockMask, number, X.LockMask | number})


def _keysym_name(key: str) -> str:
    return "space" if key == "Space" else key.lower() if len(key) == 1 else key
