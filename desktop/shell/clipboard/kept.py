"""Keeping everything that is on the clipboard, and putting it back byte for byte; through Qt here.

Windows and macOS have files of their own beside this one, because Qt shows only a part of what is there.
On X11 Qt shows every form by its name, but it rewrites some when they are set in the usual way (a list of
files is read and written anew). So what was kept is offered by an object that hands out the bytes as they were.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtCore import QByteArray, QMetaType, QMimeData
from PySide6.QtGui import QClipboard

from desktop.shell.clipboard.content import PICTURE

MOST_BYTES = 256 * 1024 * 1024  # two screenshots of the largest screens in every form
MOST_SECONDS = 1.5  # a program that answers slowly must not hold the panel
# Programs make the other encodings of a picture only when asked, some of them slowly; the first is the picture.
ENCODINGS_SECONDS = 0.3

# Questions about a selection rather than contents of it (X11).
QUESTIONS = frozenset(
    {"TARGETS", "TIMESTAMP", "MULTIPLE", "SAVE_TARGETS", "DELETE", "INSERT_SELECTION", "INSERT_PROPERTY"}
)

_PICTURES = frozenset({"PIXMAP", "BITMAP"})  # X11's names for them that are older than “image/…”


@dataclass(frozen=True, slots=True)
class Form:
    """One form of the content, by the system's name for it."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Kept:
    """What was on the clipboard. `lost` names forms that were too large, came too late, or belong to a program."""

    forms: tuple[Form, ...] = ()
    lost: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """How many bytes are held."""
        return sum(len(form.data) for form in self.forms)

    @property
    def complete(self) -> bool:
        """Whether nothing is lost: another encoding of a picture that was kept does not count."""
        picture = any(_is_encoding(form.name) for form in self.forms)
        return all(picture and _is_encoding(name) for name in self.lost)


class Memory(Protocol):
    """The clipboard of one system, read and written as a whole."""

    def save(self) -> Kept:
        """Everything that is there."""

    def restore(self, kept: Kept) -> bool:
        """Put that back in place of what is there; False where the system refuses."""


class QtMemory:
    """The clipboard as Qt shows it."""

    def __init__(self, board: QClipboard, clock: Callable[[], float] = time.monotonic) -> None:
        self._board = board
        self._clock = clock

    def save(self) -> Kept:
        """Read every form, as far as size and time allow."""
        data: QMimeData | None = self._board.mimeData()
        if data is None:  # nobody has ever copied anything
            return Kept()
        return read(in_order(data.formats()), lambda name: bytes(data.data(name).data()), self._clock)

    def restore(self, kept: Kept) -> bool:
        """Offer the same forms with the same bytes; an empty clipboard becomes empty."""
        if kept.forms:
            self._board.setMimeData(KeptData(kept))
        else:
            self._board.clear()
        return True


class KeptData(QMimeData):
    """Hands out what was kept, untouched."""

    def __init__(self, kept: Kept) -> None:
        super().__init__()
        self._bytes = {form.name: form.data for form in kept.forms}

    def formats(self) -> list[str]:
        """The names in the order they were found."""
        return list(self._bytes)

    def hasFormat(self, mime_type: str) -> bool:
        """Whether that was among them."""
        return mime_type in self._bytes

    def retrieveData(self, mime_type: str, preferred_type: QMetaType | QMetaType.Type) -> Any:  # noqa: ARG002
        """The bytes; Qt makes of them whatever its caller prefers."""
        found = self._bytes.get(mime_type)
        return None if found is None else QByteArray(found)


def _is_encoding(name: str) -> bool:
    return name.startswith("image/") or name in _PICTURES


def plain(data: QMimeData) -> QMimeData:
    """The same forms in an object of Qt's own, which outlives the interpreter."""
    copied = QMimeData()
    for name in data.formats():
        if name != PICTURE:
            copied.setData(name, data.data(name))
    return copied


def in_order(names: Sequence[str]) -> list[str]:
    """The forms that are contents, in the order they are worth keeping.

    Pictures come last, PNG first among them: programs make the other encodings only when asked, and slowly.
    """
    wanted = [name for name in names if name not in QUESTIONS]
    if any(name.startswith("image/") for name in wanted):
        wanted = [name for name in wanted if name != PICTURE]

    def cost(name: str) -> int:
        if name == PICTURE or name == "image/png":
            return 1
        return 2 if _is_encoding(name) else 0

    return sorted(wanted, key=cost)  # stable: equals stay in the owner's order


def read(
    names: Sequence[str], fetch: Callable[[str], bytes], clock: Callable[[], float], most: int = MOST_BYTES
) -> Kept:
    """Fetch one form after the other until there is no time left; what does not fit is lost by name."""
    forms: list[Form] = []
    lost: list[str] = []
    held = 0
    deadline = clock() + MOST_SECONDS
    for name in names:
        if clock() > deadline:
            lost.append(name)
            continue
        data = fetch(name)
        if held + len(data) > most:
            lost.append(name)
            continue
        held += len(data)
        forms.append(Form(name, data))
        if name == "image/png" and data:  # comes first among the encodings
            deadline = min(deadline, clock() + ENCODINGS_SECONDS)
    return Kept(tuple(forms), tuple(lost))
