"""Writes many rows with few statements; one for every row would take half as long again. Numbers new rows."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from local_db.shop_file import Connection

ROWS = 64  # to a statement; more gain nothing


def write_rows(connection: Connection, head: str, row: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Write rows of as many values as `row` has question marks.

    `head` is the statement up to its values, `row` one row of them in brackets.
    """
    values, width = itertools.chain.from_iterable(rows), row.count("?")
    rest: list[tuple[object, ...]] = []

    def full() -> Iterator[tuple[object, ...]]:
        while portion := tuple(itertools.islice(values, ROWS * width)):
            if len(portion) < ROWS * width:
                rest.append(portion)
                return
            yield portion

    connection.executemany(_statement(head, row, ROWS), full())
    for portion in rest:
        connection.execute(_statement(head, row, len(portion) // width), portion)


def next_id(connection: Connection, table: str) -> int:
    """The id that the next row of a table gets: no id is given twice, not even of rows that are gone."""
    row = connection.execute("select seq from sqlite_sequence where name = ?", [table]).fetchone()
    return int(row[0]) + 1 if row else 1


def _statement(head: str, row: str, rows: int) -> str:
    return f"{head} values {', '.join([row] * rows)}"
