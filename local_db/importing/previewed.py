"""What a look at a file shows, before anything is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from local_db.importing.model import FileKind, Problem
    from local_db.importing.profile import Profile


@dataclass(frozen=True, slots=True)
class PreviewColumn:
    """A column of the file and the field it is read as (empty: not read)."""

    index: int
    header: str
    field: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What an import would do, from the first rows, with nothing written.

    `profile` is None when the layout is unknown; `rows` are then the cells as they stand, so that a
    person can say which column is what. Otherwise each row has one cleaned text per mapped column,
    in the order of `mapped`. `estimated_rows` was counted where `counted` says so: the whole file was read.
    """

    profile: Profile | None
    guessed: bool
    kind: FileKind
    platform: str
    shop_name: str
    sheet: str
    encoding: str
    header_row: int
    columns: tuple[PreviewColumn, ...]
    row_numbers: tuple[int, ...]
    rows: tuple[tuple[str, ...], ...]
    problems: tuple[Problem, ...]
    estimated_rows: int
    counted: bool = False

    @property
    def mapped(self) -> tuple[PreviewColumn, ...]:
        """The columns that are read."""
        return tuple(column for column in self.columns if column.field)

    @property
    def unmapped(self) -> tuple[PreviewColumn, ...]:
        """The columns that are left alone."""
        return tuple(column for column in self.columns if not column.field)
