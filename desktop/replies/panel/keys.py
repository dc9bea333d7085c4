"""What each key does in the panel while its search field is written in."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import Qt

MOST_NUMBERED = 9


class Deed(StrEnum):
    """What a key asks for."""

    TAKE = "take"  # the chosen reply, onto the clipboard
    EDIT = "edit"  # the chosen reply, before it is taken
    STEP = "step"  # choose another reply, `amount` further down
    TAKE_NUMBERED = "take_numbered"  # the reply whose number is `amount`
    PUT_AWAY = "put_away"
    FIND_BUYER = "find_buyer"
    BUYER_FROM_CLIPBOARD = "buyer_from_clipboard"
    OTHER_WORDING = "other_wording"
    COLLAPSE = "collapse"
    ROW_MENU = "row_menu"  # what can be done with the chosen reply


class Command(NamedTuple):
    """A deed, with how far or which."""

    deed: Deed
    amount: int = 0


_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.MetaModifier
)
_NONE = Qt.KeyboardModifier.NoModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier

_COMMANDS: dict[tuple[Qt.KeyboardModifier, Qt.Key], Command] = {
    (_NONE, Qt.Key.Key_Return): Command(Deed.TAKE),
    (_NONE, Qt.Key.Key_Enter): Command(Deed.TAKE),
    (_CONTROL, Qt.Key.Key_Return): Command(Deed.EDIT),
    (_CONTROL, Qt.Key.Key_Enter): Command(Deed.EDIT),
    (_NONE, Qt.Key.Key_Down): Command(Deed.STEP, 1),
    (_NONE, Qt.Key.Key_Up): Command(Deed.STEP, -1),
    (_NONE, Qt.Key.Key_PageDown): Command(Deed.STEP, 5),
    (_NONE, Qt.Key.Key_PageUp): Command(Deed.STEP, -5),
    (_NONE, Qt.Key.Key_Escape): Command(Deed.PUT_AWAY),
    (_CONTROL, Qt.Key.Key_B): Command(Deed.FIND_BUYER),
    (_CONTROL | _SHIFT, Qt.Key.Key_B): Command(Deed.BUYER_FROM_CLIPBOARD),
    (_ALT, Qt.Key.Key_Right): Command(Deed.OTHER_WORDING, 1),
    (_ALT, Qt.Key.Key_Left): Command(Deed.OTHER_WORDING, -1),
    (_CONTROL, Qt.Key.Key_M): Command(Deed.COLLAPSE),
    (_SHIFT, Qt.Key.Key_F10): Command(Deed.ROW_MENU),
}


def command_of(key: int, modifiers: Qt.KeyboardModifier, *, choosing: bool) -> Command | None:
    """What a key asks for, or None where it is for typing.

    Digits alone are typed, for sizes and order numbers are looked for too; with Ctrl or Alt they take a reply.
    While a person is `choosing`, which is after an arrow key with nothing typed, they do so alone as well.
    """
    held = modifiers & _MODIFIERS
    if Qt.Key.Key_1 <= key <= Qt.Key.Key_9 and (held in {_CONTROL, _ALT} or (held == _NONE and choosing)):
        return Command(Deed.TAKE_NUMBERED, key - Qt.Key.Key_0)
    return _COMMANDS.get((held, Qt.Key(key)))
