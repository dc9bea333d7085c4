"""Columns on their way into a table: per batch one statement, in which only what differs from row to row is bound.

Binding is a third of what a large import costs. SQLite's module takes as long for one None as for thirty numbers, so
a number stands for it on the way, and SQL makes null of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.importing.cells import MISSING
from local_db.rows import write_rows

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.coded import Coded
    from local_db.shop_file import Connection

    Ints = NDArray[np.int64]

UNLESS_0 = "nullif(?, 0)"


class Bound(NamedTuple):
    """A column of a batch: what stands for it in the statement, and what is bound there; None where nothing is."""

    sql: str
    values: Sequence[object] | None


def each(values: Sequence[object]) -> Bound:
    """Values that are never None."""
    return Bound("?", values)


def numbers(column: Ints, missing: int = MISSING) -> Bound:
    """Numbers, null where missing."""
    nothing = column == missing
    if nothing.all():
        return Bound("null", None)
    return Bound(f"nullif(?, {missing})" if nothing.any() else "?", column.tolist())


def sums(column: Ints) -> Bound:
    """Numbers, 0 where missing."""
    known = np.where(column == MISSING, 0, column)
    return Bound("?", known.tolist()) if known.any() else Bound("0", None)


def texts(column: Coded) -> Bound:
    """Texts of a file."""
    return Bound("?", column.texts()) if column.codes.any() else Bound("''", None)


def words(known: Sequence[str], column: Ints) -> Bound:
    """Words of our own by their number; empty where missing."""
    first = int(column[0])
    if (column == first).all():
        return Bound("''" if first == MISSING else f"'{known[first]}'", None)
    return Bound("?", ["" if number == MISSING else known[number] for number in column.tolist()])


def insert(connection: Connection, table: str, columns: Mapping[str, Bound]) -> None:
    """Write one batch of rows, given column by column."""
    write_rows(
        connection,
        f"insert into {table}({', '.join(columns)})",
        f"({', '.join(column.sql for column in columns.values())})",
        zip(*(column.values for column in columns.values() if column.values is not None), strict=True),
    )
