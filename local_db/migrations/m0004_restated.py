"""A statement that files repeat is as new as the newest of them, in whatever order they came.

Of each statement about an order that a later file makes once more: when that file was made. Imports before this step
kept which statements they repeat, packed; what follows from that is written down here once.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

NAME = "m0004_restated"

TABLE = """
create table restated (
  order_id integer not null references orders(id) on delete cascade,
  content_hash text not null,
  stated_at integer not null,
  primary key (order_id, content_hash)
) strict, without rowid
"""

_REPEATS = """
select stated_at, repeats from imports
where repeats is not null and undone_at is null and stated_at > 0 order by stated_at
"""


def apply(db: Database) -> None:
    """Add the table, and fill it from what imports repeat."""
    db.execute(TABLE)
    for stated_at, packed in db.execute(_REPEATS).fetchall():
        db.conn.executemany(
            "insert into restated(order_id, content_hash, stated_at) values (?, ?, ?)"
            " on conflict do update set stated_at = excluded.stated_at",
            ((order, digest, stated_at) for order, digest in _unpacked(packed)),
        )


def _unpacked(packed: bytes) -> Iterator[tuple[int, str]]:
    """Order ids, kept as steps from one to the next, and hashes."""
    numbers = array("q", zlib.decompress(packed))
    half = len(numbers) // 2
    hashes = (f"{number % 2**64:016x}" for number in numbers[half:])
    return zip(accumulate(numbers[:half]), hashes, strict=True)
