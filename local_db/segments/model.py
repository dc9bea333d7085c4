"""A segment that a shop keeps, its versions, and what undoing its deletion needs."""

from __future__ import annotations

from dataclasses import dataclass

from local_db.segments.tree import Node


@dataclass(frozen=True, slots=True)
class SavedSegment:
    """A named tree. `id` is 0 until it is stored; times are UTC seconds."""

    name: str
    tree: Node
    id: int = 0
    created_at: int = 0
    changed_at: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """A segment as it was saved once; `count` is how many it matched then, where that is known."""

    version: int  # from 1 on
    name: str
    note: str
    tree: Node
    count: int | None
    saved_at: int  # UTC seconds


@dataclass(frozen=True, slots=True)
class DeletedSegment:
    """A segment that was removed, with the audiences that were made from it."""

    segment: SavedSegment
    audience_ids: tuple[int, ...]
    versions: tuple[Version, ...] = ()
