"""The clipboard of Windows as bytes: every format that is memory, by its number or its registered name.

Qt shows only the formats it knows, and makes pictures anew. What is no memory (drawings, a program's private
formats, embedded objects that live in their program) cannot be kept by anybody else; it is named as lost where
nothing beside it could be kept.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtGui import QWindow

from desktop.shell import win32
from desktop.shell.clipboard.kept import Form, Kept, read

_TRIES, _WAIT_S = 12, 0.01  # another program may hold the clipboard for a moment
_MOVEABLE = 0x0002
_LONGEST_NAME = 256

_BITMAP, _PALETTE = 2, 9
# Windows makes these from a format that is kept (CF_BITMAP from CF_DIB), or they only help to show one.
_FOLLOWING = frozenset({_BITMAP, _PALETTE})
_DRAWINGS = frozenset({3, 14, 0x80, 0x82, 0x83, 0x8E})  # metafiles, and what its owner paints
_PRIVATE = range(0x200, 0x400)
# OLE's own notes about who is the owner; they mean nothing once somebody else is.
_NOTES = frozenset({"DataObject", "Ole Private Data"})
# Objects embedded in their program; asking for them can start that program's own work.
_OBJECTS = frozenset(
    {"Embed Source", "Link Source", "Link Source Descriptor", "Native", "ObjectLink", "OwnerLink", "FileContents"}
)


class WindowsMemory:
    """Reads and writes the clipboard itself, past Qt and OLE."""

    def __init__(self, user32: ctypes.CDLL | None = None, kernel32: ctypes.CDLL | None = None) -> None:
        self._user32 = user32 or win32.user32()
        self._kernel32 = kernel32 or win32.kernel32()
        self._window: QWindow | None = None

    def save(self) -> Kept:
        """Copy every format that is memory."""
        with self._opened() as is_open:
            if not is_open:
                return Kept(lost=("*",))
            names = [self._name(number) for number in self._numbers()]
            kept = read([name for name in names if is_memory(name)], self._fetch, time.monotonic)
        forms = tuple(form for form in kept.forms if form.data)
        # Office programs offer objects and drawings beside text and pictures that say the same.
        others = () if forms else tuple(name for name in names if is_lost(name))
        return Kept(forms, kept.lost + others)

    def restore(self, kept: Kept) -> bool:
        """Give the formats back in the order they had."""
        with self._opened() as is_open:
            if not is_open or not self._user32.EmptyClipboard():
                return False
            given = [self._give(form) for form in kept.forms]  # one that is refused must not keep the others away
            return all(given)

    @contextmanager
    def _opened(self) -> Iterator[bool]:
        """The clipboard, held so that nobody changes it meanwhile; False where it cannot be had."""
        if self._window is None:
            self._window = QWindow()  # never shown: who empties the clipboard must have a window
        number = int(self._window.winId())
        is_open = False
        for _ in range(_TRIES):
            is_open = bool(self._user32.OpenClipboard(number))
            if is_open:
                break
            time.sleep(_WAIT_S)
        try:
            yield is_open
        finally:
            if is_open:
                self._user32.CloseClipboard()

    def _numbers(self) -> Iterator[int]:
        number = self._user32.EnumClipboardFormats(0)
        while number:
            yield number
            number = self._user32.EnumClipboardFormats(number)

    def _name(self, number: int) -> str:
        """Registered formats by name, because their numbers are of this session only; others as `#13`."""
        name = ctypes.create_unicode_buffer(_LONGEST_NAME)
        found = self._user32.GetClipboardFormatNameW(number, name, _LONGEST_NAME)
        return name.value if found else f"#{number}"

    def _number(self, name: str) -> int:
        return int(name[1:]) if is_numbered(name) else int(self._user32.RegisterClipboardFormatW(name))

    def _fetch(self, name: str) -> bytes:
        handle = self._user32.GetClipboardData(self._number(name))
        place = self._kernel32.GlobalLock(handle) if handle else None
        if not place:
            return b""
        try:
            return ctypes.string_at(place, self._kernel32.GlobalSize(handle))
        finally:
            self._kernel32.GlobalUnlock(handle)

    def _give(self, form: Form) -> bool:
        handle = self._kernel32.GlobalAlloc(_MOVEABLE, len(form.data))
        place = self._kernel32.GlobalLock(handle) if handle else None
        if not place:
            return False
        ctypes.memmove(place, form.data, len(form.data))
        self._kernel32.GlobalUnlock(handle)
        if self._user32.SetClipboardData(self._number(form.name), handle):
            return True  # the memory is Windows' now
        self._kernel32.GlobalFree(handle)
        return False


def is_numbered(name: str) -> bool:
    """Whether that is one of Windows' own formats, `#13`."""
    return name.startswith("#") and name[1:].isdecimal()


def is_memory(name: str) -> bool:
    """Whether a format is memory that can be copied without its program."""
    if is_numbered(name):
        number = int(name[1:])
        return number not in _FOLLOWING | _DRAWINGS and number not in _PRIVATE
    return name not in _NOTES | _OBJECTS


def is_lost(name: str) -> bool:
    """Whether a format that is no memory said something of its own."""
    if is_numbered(name):
        return int(name[1:]) in _DRAWINGS or int(name[1:]) in _PRIVATE
    return name in _OBJECTS
