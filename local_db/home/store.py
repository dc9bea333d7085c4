"""Sums over all orders, with and without a known buyer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from local_db.shop_file import Connection


def sold(connection: Connection, since: int, until: int) -> tuple[int, int]:
    """Purchases and their net paid money (minor units) from `since` to before `until`, UTC seconds."""
    row = connection.execute(
        "select count(*), coalesce(sum(net), 0) from orders"
        " where is_purchase and coalesce(paid_at, ordered_at) >= ? and coalesce(paid_at, ordered_at) < ?",
        [since, until],
    ).fetchone()
    return int(row[0]), int(row[1])


def net_by_order(connection: Connection, since: int) -> Iterator[tuple[int, int]]:
    """Time (UTC seconds) and net paid money of every purchase from `since` on, in no order."""
    return connection.execute(
        "select coalesce(paid_at, ordered_at), net from orders"
        " where is_purchase and coalesce(paid_at, ordered_at) >= ?",
        [since],
    )


def newest_order(connection: Connection) -> int | None:
    """When the newest dated order was paid or made, UTC seconds."""
    newest: int | None = connection.execute("select max(coalesce(paid_at, ordered_at)) from orders").fetchone()[0]
    return newest


def order_count(connection: Connection) -> int:
    """How many orders there are."""
    return int(connection.execute("select count(*) from orders").fetchone()[0])


def waiting_audiences(connection: Connection) -> list[tuple[int, str, int]]:
    """Prepared and not handed off, the latest first: id, name, messages."""
    return connection.execute(
        "select a.id, a.name, count(m.position) from audiences a left join audience_members m on m.audience_id = a.id"
        " where a.handed_off_at is null group by a.id order by a.prepared_at desc, a.id desc"
    ).fetchall()


def latest_segments(connection: Connection, limit: int) -> list[tuple[int, str, str]]:
    """The segments changed last: id, name, tree as JSON text."""
    return connection.execute(
        "select id, name, tree from segments order by changed_at desc, id desc limit ?", [limit]
    ).fetchall()


def names(connection: Connection, table: Literal["segments", "audiences"]) -> list[tuple[int, str]]:
    """What all of them are called: id, name."""
    return connection.execute(f"select id, name from {table}").fetchall()  # noqa: S608 - one of two names of ours


def latest_imports(connection: Connection, limit: int) -> list[tuple[str, int, str]]:
    """The last imports that hold: file name, when (UTC seconds), report as JSON text."""
    return connection.execute(
        "select file_name, imported_at, report from imports where undone_at is null"
        " order by imported_at desc, id desc limit ?",
        [limit],
    ).fetchall()


def has_rows(connection: Connection, table: Literal["orders", "members", "templates"]) -> bool:
    """Whether a table has any row."""
    query = f"select 1 from {table} limit 1"  # noqa: S608 - one of three names of ours
    return connection.execute(query).fetchone() is not None
