"""Why nothing was pasted into the other program, as sentences."""

from __future__ import annotations

import sys

from desktop.translation import QT_TRANSLATE_NOOP, translate

CONTEXT = "PasteTroubles"

TROUBLES = {
    "paste_no_window": QT_TRANSLATE_NOOP(
        "PasteTroubles", "The window you came from is gone. The reply is on the clipboard."
    ),
    "paste_not_in_front": QT_TRANSLATE_NOOP(
        "PasteTroubles", "The window you came from did not come forward. The reply is on the clipboard: press {keys}."
    ),
    "paste_keys_held": QT_TRANSLATE_NOOP(
        "PasteTroubles", "A key was held down. The reply is on the clipboard: press {keys}."
    ),
    "paste_not_sent": QT_TRANSLATE_NOOP(
        "PasteTroubles", "The system did not let the reply be pasted. It is on the clipboard: press {keys}."
    ),
    "paste_not_taken": QT_TRANSLATE_NOOP(
        "PasteTroubles", "The other program took nothing. The reply is still on the clipboard."
    ),
    "paste_replaced": QT_TRANSLATE_NOOP("PasteTroubles", "Something else was copied before the reply was pasted."),
    "paste_wayland": QT_TRANSLATE_NOOP(
        "PasteTroubles", "On Wayland no program may paste into another. Replies are copied; press {keys} in the chat."
    ),
    "paste_no_screen": QT_TRANSLATE_NOOP(
        "PasteTroubles", "This system lets no program paste into another. Replies are copied."
    ),
    "paste_not_allowed": QT_TRANSLATE_NOOP(
        "PasteTroubles",
        "macOS has not allowed Regulars to paste yet: System Settings, Privacy & Security, Accessibility. Until then "
        "replies are copied.",
    ),
    "paste_no_xtest": QT_TRANSLATE_NOOP(
        "PasteTroubles", "This screen cannot type for you (XTEST is missing). Replies are copied."
    ),
}


def trouble(code: str) -> str:
    """The sentence for a code of `paste/base.py`; empty for none."""
    keys = "⌘V" if sys.platform == "darwin" else "Ctrl+V"
    return translate(CONTEXT, TROUBLES[code]).format(keys=keys) if code else ""
