"""Who a record is about: strong keys decide, weak ones never contradict them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from local_db.members.identity import KINDS, Key, resolve
from local_db.shop_file import Connection, Shop, ShopKey, create_shop

Record = dict[str, str]


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with create_shop(tmp_path / "test.regulars", ShopKey.random()) as opened:
        yield opened


def keys_of(records: Sequence[Record]) -> list[Key]:
    keys = []
    for kind in KINDS:
        values = ["", *dict.fromkeys(record[kind] for record in records if record.get(kind))]
        keys.append(Key(kind, np.array([values.index(r.get(kind, "")) for r in records], np.int32), values))
    return keys


def take(connection: Connection, records: Sequence[Record], platform: str = "taobao") -> list[int]:
    """Resolve some records, one second apart, write what is new, and say whom each is about."""
    found = resolve(connection, platform, keys_of(records), np.arange(len(records)))
    connection.executemany(
        "insert into members(id, platform) values (?, ?)", [(m, platform) for m in found.new_members]
    )
    connection.executemany(
        "insert into identities(member_id, kind, scope, value) values (?, ?, ?, ?)", found.new_identities
    )
    members: list[int] = found.member.tolist()
    return members


CASES: dict[str, tuple[list[Record], list[int]]] = {
    "one nick is one person": ([{"nick": "a"}, {"nick": "a"}], [1, 1]),
    "two nicks with one phone stay two": ([{"nick": "a", "phone": "1"}, {"nick": "b", "phone": "1"}], [1, 2]),
    "a phone alone finds its owner": ([{"nick": "a", "phone": "1"}, {"phone": "1"}], [1, 1]),
    "a nick joins whoever had only a phone": ([{"phone": "1"}, {"nick": "a", "phone": "1"}, {"nick": "a"}], [1, 1, 1]),
    "a second nick does not": ([{"phone": "1"}, {"nick": "a", "phone": "1"}, {"nick": "b", "phone": "1"}], [1, 1, 2]),
    "another e-mail is another person": ([{"email": "a", "phone": "1"}, {"email": "b", "phone": "1"}], [1, 2]),
    "e-mail is stronger than phone": ([{"email": "a"}, {"phone": "1"}, {"email": "a", "phone": "1"}], [1, 2, 1]),
    "a known nick keeps a new phone": (
        [{"nick": "a", "phone": "1"}, {"nick": "a", "phone": "2"}, {"phone": "2"}],
        [1, 1, 1],
    ),
    "a buyer id outlives a nick": (
        [{"buyer_id": "7", "nick": "a"}, {"buyer_id": "7", "nick": "b"}, {"nick": "b"}],
        [1, 1, 1],
    ),
    "nobody": ([{}, {"nick": "a"}, {}], [0, 1, 0]),
}


@pytest.mark.parametrize("case", CASES)
def test_who_it_is_within_one_file(shop: Shop, case: str) -> None:
    records, members = CASES[case]
    with shop.write() as connection:
        assert take(connection, records) == members


@pytest.mark.parametrize("case", CASES)
def test_who_it_is_over_several_files(shop: Shop, case: str) -> None:
    records, members = CASES[case]
    with shop.write() as connection:
        assert [take(connection, [record])[0] for record in records] == members
        assert take(connection, records) == members


def test_a_nick_belongs_to_its_platform_and_a_phone_to_everywhere(shop: Shop) -> None:
    with shop.write() as connection:
        assert take(connection, [{"nick": "a", "phone": "1"}], "taobao") == [1]
        assert take(connection, [{"nick": "a"}], "jd") == [2]
        assert take(connection, [{"nick": "x", "phone": "1"}], "pdd") == [1]
        assert take(connection, [{"nick": "y", "phone": "1"}], "pdd") == [3]
