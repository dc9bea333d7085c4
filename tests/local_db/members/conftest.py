"""A shop file of people who know nothing of each other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from local_db.shop_file import Shop
from tests.local_db.members.people import add_cat_lovers
from tests.new_shop import new_shop


@pytest.fixture
def people(tmp_path: Path) -> Iterator[Shop]:
    """Lin, her other self on JD, and Wu."""
    with new_shop(tmp_path / "people.regulars") as opened:
        with opened.write() as connection:
            add_cat_lovers(connection)
        yield opened


def dump(shop: Shop) -> dict[str, list[tuple[object, ...]]]:
    """Every table as it stands, but for what only says that rows changed, and numbers that are never used again.

    Members are named by their smallest identity, so that a member that was gone and came back is the same.
    """
    with shop.read() as connection:
        anchors = dict(connection.execute("select member_id, min(id) from identities group by member_id"))
        tables = [
            name
            for (name,) in connection.execute(
                "select name from sqlite_master where type = 'table' and name not like '\\_%' escape '\\'"
                " and name not like 'roster%' and name <> 'sqlite_sequence' order by name"
            )
        ]
        found: dict[str, list[tuple[object, ...]]] = {}
        for table in tables:
            cursor = connection.execute(f'select * from "{table}"')
            columns = [column[0] for column in cursor.description]
            place = columns.index("id") if table == "members" else None
            if "member_id" in columns:
                place = columns.index("member_id")
            rows = [
                tuple(anchors.get(cell, cell) if at == place else cell for at, cell in enumerate(row)) for row in cursor
            ]
            found[table] = sorted((row for row in rows if row[0] != "roster_version"), key=repr)
        return found
