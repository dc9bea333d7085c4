"""Rows arrive whole and in order, however many there are."""

from __future__ import annotations

import sqlite3

import pytest

from local_db.rows import ROWS, write_rows


@pytest.mark.parametrize("number", [0, 1, ROWS - 1, ROWS, ROWS + 1, 3 * ROWS + 5])
def test_every_row_is_written(number: int) -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("create table t(a, b, c)")
    rows = [(place, f"“{place}”") for place in range(number)]
    write_rows(connection, "insert into t(a, b, c)", "(?, nullif(?, ''), 7)", iter(rows))
    assert connection.execute("select * from t order by rowid").fetchall() == [(*row, 7) for row in rows]
    connection.close()
