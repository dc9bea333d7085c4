"""Sums over all orders, with and without a known buyer."""

from __future__ import annotations

from local_db.shop_file import Connection


def sold(connection: Connection, since: int, until: int) -> tuple[int, int]:
    """Purchases and their net paid money (minor units) from `since` to before `until`, UTC seconds."""
    row = connection.execute(
        "select count(*), coalesce(sum(net), 0) from orders"
        " where is_purchase and coalesce(paid_at, ordered_at) >= ? and coalesce(paid_at, ordered_at) < ?",
        [since, until],
    ).fetchone()
    return int(row[0]), int(row[1])


def newest_order(connection: Connection) -> int | None:
    """When the newest dated order was paid or made, UTC seconds."""
    newest: int | None = connection.execute("select max(coalesce(paid_at, ordered_at)) from orders").fetchone()[0]
    return newest


def order_count(connection: Connection) -> int:
    """How many orders there are."""
    return int(connection.execute("select count(*) from orders").fetchone()[0])
