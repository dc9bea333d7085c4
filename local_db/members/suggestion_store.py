"""SQL about members who have something rare in common, each asked for in one scan."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from local_db.shop_file import Connection

_BATCH = 4096

_ALIKE = (
    # The index on phones answers the first one alone.
    "select group_concat(id) from members where phone <> '' group by phone having count(*) between 2 and :most",
    """select group_concat(id) from members where address_key <> '' and name <> ''
       group by name, address_key having count(*) between 2 and :most""",
    """select group_concat(id) from members where phone <> '' and name <> '' and city <> ''
       group by name, province, city, substr(phone, -:digits) having count(*) between 2 and :most""",
)


def groups(connection: Connection, most: int, digits: int) -> list[list[int]]:
    """Members of one phone; of one name and street; of one name, city and end of the phone; at most `most` in each."""
    return [
        [int(member) for member in row[0].split(",")]
        for query in _ALIKE
        for row in connection.execute(query, {"most": most, "digits": digits})
    ]


def facts(connection: Connection, members: Sequence[int]) -> list[tuple[int, str, str, str, str, str, str]]:
    """Id, name, phone, its kind, province, city and street of some members."""
    rows: list[tuple[int, str, str, str, str, str, str]] = []
    for start in range(0, len(members), _BATCH):
        rows += connection.execute(
            "select m.id, name, phone, phone_kind, province, city, address_key"
            " from json_each(?) j cross join members m on m.id = j.value",
            [json.dumps(members[start : start + _BATCH])],
        )
    return rows


def kept_apart(connection: Connection) -> frozenset[tuple[int, int]]:
    """Members whom somebody has said are two people, the smaller id first."""
    rows = connection.execute(
        "select min(a.member_id, b.member_id), max(a.member_id, b.member_id) from decisions d"
        " join identities a on a.id = d.first_id join identities b on b.id = d.second_id where d.kind = 'apart'"
    )
    return frozenset(rows)
