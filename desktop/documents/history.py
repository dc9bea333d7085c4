"""Undo and redo of a whole document: every state that a person made, in order."""

from __future__ import annotations

import time
from typing import Generic, TypeVar

State = TypeVar("State")

_TOGETHER_S = 1.2  # what is typed in one place within so long is one step
_MOST = 200


class History(Generic[State]):
    """The states before and after the one that stands now. States are compared, so they must be values."""

    def __init__(self, state: State) -> None:
        self._now = state
        self._before: list[State] = []
        self._after: list[State] = []
        self._place = ""
        self._noted_at = 0.0

    @property
    def now(self) -> State:
        """The state that stands."""
        return self._now

    def note(self, state: State, place: str = "", at: float | None = None) -> None:
        """Note an edit; edits of the same `place` that follow each other quickly are one step."""
        if state == self._now:
            return
        moment = time.monotonic() if at is None else at
        joins = bool(place) and place == self._place and moment - self._noted_at < _TOGETHER_S and bool(self._before)
        if not joins:
            self._before.append(self._now)
            del self._before[:-_MOST]
        self._now, self._place, self._noted_at = state, place, moment
        self._after.clear()

    def can_undo(self) -> bool:
        """Whether there is a state before."""
        return bool(self._before)

    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return bool(self._after)

    def undo(self) -> State:
        """Go one step back, where there is one; the state that stands then."""
        if self._before:
            self._after.append(self._now)
            self._now = self._before.pop()
            self._place = ""
        return self._now

    def redo(self) -> State:
        """Go forward again, where a step was taken back; the state that stands then."""
        if self._after:
            self._before.append(self._now)
            self._now = self._after.pop()
            self._place = ""
        return self._now
