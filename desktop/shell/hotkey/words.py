"""Why there is no hotkey, as sentences."""

from __future__ import annotations

from desktop.translation import QT_TRANSLATE_NOOP, translate

CONTEXT = "HotkeyTroubles"

TROUBLES = {
    "hotkey_taken": QT_TRANSLATE_NOOP(
        "HotkeyTroubles", "{keys} already belongs to another program. Choose other keys, or free these there."
    ),
    "hotkey_no_key": QT_TRANSLATE_NOOP("HotkeyTroubles", "This keyboard has no key for {keys}. Choose other keys."),
    "hotkey_wayland": QT_TRANSLATE_NOOP(
        "HotkeyTroubles",
        "On Wayland no program may take a key for itself. In the shortcut settings of your desktop, let a key of your "
        "choice start “regulars --replies”.",
    ),
    "hotkey_no_screen": QT_TRANSLATE_NOOP("HotkeyTroubles", "This system gives programs no key of their own."),
    "hotkey_refused": QT_TRANSLATE_NOOP("HotkeyTroubles", "The system refuses {keys}. Choose other keys."),
}


def trouble(code: str, keys: str = "") -> str:
    """The sentence for a code of `hotkey/base.py`; empty for none."""
    return translate(CONTEXT, TROUBLES[code]).format(keys=keys) if code else ""
