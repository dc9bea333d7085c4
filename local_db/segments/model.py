"""A segment that a shop keeps, and what undoing its deletion needs."""

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


@dataclass(frozen=True, slots=True)
class DeletedSegment:
    """A segment that was removed, with the audiences that were made from it."""

    segment: SavedSegment
    audience_ids: tuple[int, ...]
