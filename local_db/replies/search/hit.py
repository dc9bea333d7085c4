"""What finding answers with."""

from __future__ import annotations

from enum import IntEnum
from typing import NamedTuple


class Field(IntEnum):
    """Where in a reply something was found; a lower one weighs more."""

    TITLE = 0
    SHORTCUT = 1
    TAG = 2
    GROUP = 3
    TEXT = 4
    SHARED = 5  # in what a shared part of a wording says; marked is where the wording names it


FILLS = (24, 24, 12, 8, 0, 0)  # by Field: points for all of it, in part for a part of it


class Mark(NamedTuple):
    """Characters that match what was typed; `part` says which tag or wording, and is 0 in the other fields."""

    field: Field
    part: int
    start: int
    end: int


class Snippet(NamedTuple):
    """The part of a wording to show; the whole of it where it is short."""

    part: int
    start: int
    end: int


class Hit(NamedTuple):
    """A reply that was found. Marks stand in the order of fields and characters; scores only compare one answer."""

    uid: str
    score: float
    marks: tuple[Mark, ...] = ()
    snippet: Snippet = Snippet(0, 0, 0)
