"""Key combinations as values: what a person may choose, how it is written, what stands in settings."""

from __future__ import annotations

from enum import Flag, auto
from typing import NamedTuple


class Modifier(Flag):
    """The keys that are held."""

    NONE = 0
    CTRL = auto()
    ALT = auto()
    SHIFT = auto()
    META = auto()  # the Windows key; Command on a Mac


_WORDS = {"ctrl": Modifier.CTRL, "alt": Modifier.ALT, "shift": Modifier.SHIFT, "meta": Modifier.META}
_OTHER_WORDS = {
    "control": Modifier.CTRL,
    "option": Modifier.ALT,
    "win": Modifier.META,
    "super": Modifier.META,
    "cmd": Modifier.META,
    "command": Modifier.META,
}
_LETTERS = tuple("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
_DIGITS = tuple("0123456789")
_FUNCTION_KEYS = tuple(f"F{number}" for number in range(1, 13))
# Only keys that lie at the same name on every keyboard and in every system.
KEYS = frozenset((*_LETTERS, *_DIGITS, *_FUNCTION_KEYS, "Space"))

_HOLDS = Modifier.CTRL | Modifier.ALT | Modifier.META


class Combination(NamedTuple):
    """Modifiers and one key, written `Ctrl+Alt+R`."""

    modifiers: Modifier
    key: str

    @classmethod
    def parse(cls, text: str) -> Combination | None:
        """Read what `str` writes, in any case and order of modifiers; None for anything a hotkey cannot be.

        Without Ctrl, Alt or Meta only the function keys will do: anything else is typed all day.
        """
        *held, last = (word.strip().casefold() for word in text.split("+"))
        keys = {name.casefold(): name for name in KEYS}
        words = _WORDS | _OTHER_WORDS
        if last not in keys or any(word not in words for word in held):
            return None
        modifiers = Modifier.NONE
        for word in held:
            modifiers |= words[word]
        if not modifiers & _HOLDS and keys[last] not in _FUNCTION_KEYS:
            return None
        return cls(modifiers, keys[last])

    def __str__(self) -> str:
        held = [word.title() for word, modifier in _WORDS.items() if modifier in self.modifiers]
        return "+".join((*held, self.key))


# No default of Windows, GNOME, KDE or macOS, and of none of the chat programs sellers have open all day
# (WeChat takes Alt+A and Ctrl+Alt+W, QQ takes Ctrl+Alt+A and Ctrl+Alt+Z, DingTalk Ctrl+Shift+A).
DEFAULT = Combination(Modifier.CTRL | Modifier.ALT, "R")
