"""Undo and redo over whole states of something edited, without limit: states share what is equal in them."""

from __future__ import annotations

from typing import Generic, TypeVar

State = TypeVar("State")


class History(Generic[State]):
    """The states of one thing, of which one is the present."""

    def __init__(self, state: State) -> None:
        self._past: list[State] = []
        self._present = state
        self._future: list[State] = []
        self._merge: object = None

    @property
    def present(self) -> State:
        """The state in force."""
        return self._present

    @property
    def can_undo(self) -> bool:
        """Whether there is an earlier state."""
        return bool(self._past)

    @property
    def can_redo(self) -> bool:
        """Whether a state was undone and nothing has changed since."""
        return bool(self._future)

    def put(self, state: State, merge: object = None) -> bool:
        """Make a new state the present one; False where it is what was there already.

        States put one after the other with the same `merge` are one step: typing a number is undone at once.
        """
        if state == self._present:
            return False
        if merge is None or merge != self._merge or not self._past:
            self._past.append(self._present)
        self._present = state
        self._merge = merge
        self._future = []
        if self._past and merge is not None and self._past[-1] == state:
            self._present = self._past.pop()  # typed back to what it was
            self._merge = None
        return True

    def undo(self) -> State:
        """Go one state back, where there is one."""
        self._merge = None
        if self._past:
            self._future.append(self._present)
            self._present = self._past.pop()
        return self._present

    def redo(self) -> State:
        """Go forward again, where something was undone."""
        self._merge = None
        if self._future:
            self._past.append(self._present)
            self._present = self._future.pop()
        return self._present
