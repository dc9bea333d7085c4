"""What lists of members say of points: how many somebody had, and when the list was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

NAME = "m0009_points"

_COLUMNS = (
    "alter table list_entries add column points integer",
    "alter table members add column points integer",
    "alter table members add column points_at integer",
)


def apply(db: Database) -> None:
    """Add the columns; of the lists that are there nothing is known of points."""
    for statement in _COLUMNS:
        db.execute(statement)
