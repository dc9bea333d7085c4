"""The clipboard of X11 byte by byte, without Qt: one that owns it, one that reads it."""

from __future__ import annotations

import select
import threading
from typing import Any, Self

from Xlib import X, Xatom
from Xlib.display import Display
from Xlib.protocol.event import SelectionNotify

# Every selection has these; they are questions about it, and no contents.
QUESTIONS = {"TARGETS", "TIMESTAMP", "MULTIPLE", "SAVE_TARGETS"}


class Owner:
    """Another program that has copied something: offers exactly these forms, and counts what is asked for."""

    def __init__(self, display: str, forms: dict[str, bytes]) -> None:
        self._display = Display(display)
        self._forms = {self._display.get_atom(name): data for name, data in forms.items()}
        self.asked: list[str] = []
        self.lost = threading.Event()
        self._window = self._display.screen().root.create_window(0, 0, 1, 1, 0, X.CopyFromParent)
        clipboard = self._display.get_atom("CLIPBOARD")
        self._window.set_selection_owner(clipboard, X.CurrentTime)
        assert self._display.get_selection_owner(clipboard) == self._window
        self._end = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._end.set()
        self._thread.join()
        self._display.close()

    def _serve(self) -> None:
        while not self._end.is_set():
            if not self._display.pending_events():
                select.select([self._display.fileno()], [], [], 0.05)
                continue
            event = self._display.next_event()
            if event.type == X.SelectionClear:
                self.lost.set()
            elif event.type == X.SelectionRequest:
                self._answer(event)

    def _answer(self, event: Any) -> None:
        targets = self._display.get_atom("TARGETS")
        self.asked.append(self._display.get_atom_name(event.target))
        given = event.property
        if event.target == targets:
            event.requestor.change_property(event.property, Xatom.ATOM, 32, [targets, *self._forms])
        elif event.target in self._forms:
            event.requestor.change_property(event.property, event.target, 8, self._forms[event.target])
        else:
            given = X.NONE
        event.requestor.send_event(
            SelectionNotify(
                time=event.time,
                requestor=event.requestor,
                selection=event.selection,
                target=event.target,
                property=given,
            )
        )
        self._display.flush()


class HungOwner(Owner):
    """A program that has copied something and then answers nobody any more."""

    def _answer(self, event: Any) -> None:
        """Nothing."""


class Reader:
    """Reads the clipboard as a program of another maker would."""

    def __init__(self, display: str) -> None:
        self._display = Display(display)
        self._window = self._display.screen().root.create_window(
            0, 0, 1, 1, 0, X.CopyFromParent, event_mask=X.PropertyChangeMask
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._display.close()

    def forms(self) -> dict[str, bytes]:
        """Every form there is, by the name of its target."""
        return {name: self.read(name) for name in self.targets() if name not in QUESTIONS}

    def targets(self) -> list[str]:
        found = self._ask("TARGETS")
        return [] if found is None else [self._display.get_atom_name(atom) for atom in found.value]

    def read(self, name: str) -> bytes:
        found = self._ask(name)
        assert found is not None, f"{name} was offered and refused"
        if self._display.get_atom_name(found.property_type) != "INCR":
            return _bytes(found)
        parts: list[bytes] = []
        while True:
            event = self._display.next_event()
            if event.type == X.PropertyNotify and event.state == X.PropertyNewValue:
                part = _bytes(self._window.get_full_property(event.atom, X.AnyPropertyType))
                self._window.delete_property(event.atom)
                if not part:
                    return b"".join(parts)
                parts.append(part)

    def _ask(self, name: str) -> Any:
        place = self._display.get_atom("ANSWER_OF_THE_TESTS")
        self._window.delete_property(place)
        self._window.convert_selection(
            self._display.get_atom("CLIPBOARD"), self._display.get_atom(name), place, X.CurrentTime
        )
        while True:
            event = self._display.next_event()
            if event.type == X.SelectionNotify:
                break
        if event.property == X.NONE:
            return None
        found = self._window.get_full_property(place, X.AnyPropertyType)
        while self._display.pending_events():  # the notes about that property
            self._display.next_event()
        self._window.delete_property(place)
        return found


def everything(display: str) -> dict[str, bytes]:
    """What is on the clipboard now."""
    with Reader(display) as reader:
        return reader.forms()


def _bytes(found: Any) -> bytes:
    value = found.value
    return value if isinstance(value, bytes) else value.tobytes()
