"""Undo and redo over whole states of the tree, without limit: states share what is equal in them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.segments.edit_tree import Group, Path


@dataclass(frozen=True, slots=True)
class Step:
    """A state of the tree and the item that was worked on."""

    root: Group
    focus: Path = ()


class History:
    """The states of one tree, of which one is the present."""

    def __init__(self, root: Group) -> None:
        self._past: list[Step] = []
        self._present = Step(root)
        self._future: list[Step] = []
        self._merge: object = None

    @property
    def present(self) -> Step:
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

    def put(self, root: Group, focus: Path = (), merge: object = None) -> bool:
        """Make a new state the present one; False where it is what was there already.

        States put one after the other with the same `merge` are one step: typing a number is undone at once.
        """
        if root == self._present.root:
            return False
        if merge is None or merge != self._merge or not self._past:
            self._past.append(self._present)
        self._present = Step(root, focus)
        self._merge = merge
        self._future = []
        if self._past and merge is not None and self._past[-1].root == root:
            self._present = self._past.pop()  # typed back to what it was
            self._merge = None
        return True

    def undo(self) -> Step:
        """Go one state back, where there is one."""
        self._merge = None
        if self._past:
            self._future.append(self._present)
            self._present = self._past.pop()
        return self._present

    def redo(self) -> Step:
        """Go forward again, where something was undone."""
        self._merge = None
        if self._future:
            self._past.append(self._present)
            self._present = self._future.pop()
        return self._present
