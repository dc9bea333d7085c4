"""Who a record is about: strong keys decide, weak ones follow while they can only mean one person."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_db.members.identity import components, decide, derive_again, reasons, take_back
from local_db.members.identity_graph import KINDS, Decision, Graph
from local_db.shop_file import Connection, Shop
from tests.local_db.canonical import dump
from tests.new_shop import new_shop

Record = dict[str, str]


def graph_of(records: Sequence[Record]) -> tuple[Graph, dict[tuple[str, str], int]]:
    """The graph of some records; keys are `kind: value`, with a platform before a `/` where it is not the usual one."""
    places: dict[tuple[str, str], int] = {}
    for record in records:
        for kind, value in record.items():
            places.setdefault((kind, value), len(places))
    kinds = np.array([KINDS.index(kind) for kind, _ in places], np.int64)
    platforms = sorted({value.partition("/")[0] for _, value in places})
    scopes = np.array([platforms.index(value.partition("/")[0]) for _, value in places], np.int64)
    pairs, names = [], np.zeros(len(places), np.bool_)
    for record in records:
        keys = [places[kind, record[kind]] for kind in KINDS if kind in record]
        names[keys[:1]] = True
        pairs += [(keys[0], other) for other in keys[1:]]
    both = np.array(sorted(set(pairs)), np.int64).reshape(-1, 2)
    return Graph(np.arange(len(places)), kinds, scopes, both[:, 0], both[:, 1], names), places


def people(records: Sequence[Record], decisions: Sequence[Decision] = ()) -> list[set[str]]:
    """Who is who: the keys of each person, only of those whom a record names."""
    graph, places = graph_of(records)
    roots = components(graph, decisions)
    groups: dict[int, set[str]] = {}
    for (kind, value), place in places.items():
        groups.setdefault(int(roots[place]), set()).add(f"{kind}:{value}")
    named = {int(root) for root in roots[graph.names].tolist()}
    return sorted((group for root, group in groups.items() if root in named), key=sorted)


CASES: dict[str, tuple[list[Record], list[set[str]]]] = {
    "one nick is one person": ([{"nick": "a"}, {"nick": "a"}], [{"nick:a"}]),
    "two nicks with one phone stay two": (
        [{"nick": "a", "phone": "1"}, {"nick": "b", "phone": "1"}], [{"nick:a"}, {"nick:b"}]),
    "a phone alone finds its owner": ([{"nick": "a", "phone": "1"}, {"phone": "1"}], [{"nick:a", "phone:1"}]),
    "a phone of two stands for itself": (
        [{"nick": "a", "phone": "1"}, {"nick": "b", "phone": "1"}, {"phone": "1"}],
        [{"nick:a"}, {"nick:b"}, {"phone:1"}]),
    "another e-mail is another person": (
        [{"email": "a", "phone": "1"}, {"email": "b", "phone": "1"}], [{"email:a"}, {"email:b"}]),
    "e-mail is stronger than phone": (
        [{"email": "a"}, {"phone": "1"}, {"email": "a", "phone": "1"}], [{"email:a", "phone:1"}]),
    "a known nick keeps a new phone": (
        [{"nick": "a", "phone": "1"}, {"nick": "a", "phone": "2"}, {"phone": "2"}], [{"nick:a", "phone:1", "phone:2"}]),
    "a buyer id outlives a nick": (
        [{"buyer_id": "7", "nick": "a"}, {"buyer_id": "7", "nick": "b"}, {"nick": "b"}],
        [{"buyer_id:7", "nick:a", "nick:b"}]),
    "a nick that went to another buyer is nobody's": (
        [{"buyer_id": "7", "nick": "a"}, {"buyer_id": "8", "nick": "a"}, {"nick": "a"}],
        [{"buyer_id:7"}, {"buyer_id:8"}, {"nick:a"}]),
    "a phone follows over a nick": (
        [{"buyer_id": "7", "nick": "a"}, {"nick": "a", "phone": "1"}, {"buyer_id": "7", "phone": "1"}, {"phone": "1"}],
        [{"buyer_id:7", "nick:a", "phone:1"}]),
    "an e-mail joins buyers of two platforms": (
        [{"nick": "ebay/a", "email": "e"}, {"nick": "etsy/b", "email": "e"}, {"email": "e"}],
        [{"nick:ebay/a", "nick:etsy/b", "email:e"}]),
    "an e-mail of two buyers on one platform joins nobody": (
        [{"nick": "ebay/a", "email": "e"}, {"nick": "ebay/b", "email": "e"}], [{"nick:ebay/a"}, {"nick:ebay/b"}]),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_who_is_who(case: str) -> None:
    records, expected = CASES[case]
    found = [{key for key in group if key in set().union(*expected)} for group in people(records)]
    assert found == sorted(expected, key=sorted)


@pytest.mark.parametrize("case", CASES)
def test_the_order_of_records_does_not_matter(case: str) -> None:
    records, _ = CASES[case]
    for order in itertools.permutations(records):
        assert people(order) == people(records)


KEYS = st.dictionaries(st.sampled_from(KINDS), st.sampled_from(["x/1", "x/2", "y/1", "y/3"]), min_size=1, max_size=4)


@given(st.lists(KEYS, min_size=1, max_size=9), st.randoms(use_true_random=False))
def test_any_records_give_the_same_people_in_any_order(records: list[Record], dice: object) -> None:
    shuffled = list(records)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert people(shuffled) == people(records)


@settings(max_examples=400)
@given(st.lists(KEYS, min_size=1, max_size=9))
def test_strongest_keys_of_one_platform_never_become_one_person(records: list[Record]) -> None:
    for group in people(records):
        buyers = [key for key in group if key.startswith("buyer_id:")]
        assert len({key.partition("/")[0] for key in buyers}) == len(buyers)


# --- decisions, in a shop file ---


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with new_shop(tmp_path / "test.regulars") as opened:
        with opened.write() as connection:
            statements = """insert into imports(id, file_name, file_hash, profile, imported_at, report)
                  values (1,'f','h','p',0,'{}');
                insert into members(id, platform, nick) values (1,'taobao','a'), (2,'jd','b');
                insert into identities(id, member_id, kind, scope, value) values
                  (1,1,'nick','taobao','a'), (2,2,'nick','jd','b'), (3,1,'phone','taobao','13900000001');
                insert into records(id, hash, platform, identity_id, nick, phone, phone_kind, name) values
                  (1,11,'taobao',1,1,3,'real','甲'), (2,12,'jd',2,2,null,'absent','乙');
                insert into list_entries(import_id, record_id) values (1,1), (1,2);
                insert into tags(id, name) values (1,'老客');
                insert into member_tags(member_id, tag_id, identity_id) values (1,1,1), (2,1,2);
                insert into consents(member_id, identity_id, channel, state, source, noted_at)
                  values (2,2,'sms','opted_out','hand',5);
                insert into notes(identity_id, member_id, text, noted_at) values (2,2,'怕猫毛',6)"""
            for statement in statements.split(";"):
                connection.execute(statement)
            take_back(connection, decide(connection, "join", 1, 2, "settle", 0))  # facts as the rules give them
        yield opened


def members(connection: Connection) -> list[tuple[object, ...]]:
    return connection.execute("select id, nick, name, phone from members order by id").fetchall()


def test_a_join_is_one_person_with_everything_of_both_and_can_be_taken_back(shop: Shop) -> None:
    before = dump(shop)
    with shop.write() as connection:
        decision = decide(connection, "join", 1, 2, "same name", 100)
        assert len(members(connection)) == 1
        assert connection.execute("select count(distinct member_id), count(*) from identities").fetchone() == (1, 3)
        for table in ("consents", "notes", "member_tags"):
            assert connection.execute(f"select distinct member_id from {table}").fetchall() == [(1,)]
        assert [reason.why for reason in reasons(connection, 1)] == ["itself", "decision", "same_record"]
        take_back(connection, decision)
    assert dump(shop) == before


def test_a_decision_holds_again_when_nobody_is_left_and_somebody_comes_back(shop: Shop) -> None:
    with shop.write() as connection:
        decide(connection, "join", 1, 2, "same name", 100)
        for table in ("consents", "notes", "member_tags", "list_entries", "records"):
            connection.execute(f"delete from {table}")
        derive_again(connection, [1, 2, 3])
        assert members(connection) == []
        connection.execute(
            "insert into records(id, hash, platform, identity_id, nick, name) values (9, 19, 'jd', 2, 2, '乙')"
        )
        connection.execute("insert into list_entries(import_id, record_id) values (1, 9)")
        derive_again(connection, [2])
        (one,) = members(connection)
        holders = connection.execute("select id, member_id from identities where id in (1, 2) order by id").fetchall()
    assert holders == [(1, one[0]), (2, one[0])]


def test_a_key_set_apart_stands_for_itself_only_where_a_record_names_it_first(shop: Shop) -> None:
    before = dump(shop)
    with shop.write() as connection:
        connection.execute(
            "insert into records(id, hash, platform, identity_id, phone, phone_kind) values (3,13,'taobao',3,3,'real')"
        )
        connection.execute("insert into list_entries(import_id, record_id) values (1,3)")
        decision = decide(connection, "apart", 3, None, "her mother's phone", 100)
        assert [row[1:] for row in members(connection)] == [
            ("a", "甲", "13900000001"),
            ("b", "乙", ""),
            ("", "", "13900000001"),
        ]
        take_back(connection, decision)
        connection.execute("delete from list_entries where record_id = 3")
        connection.execute("delete from records where id = 3")
    assert dump(shop) == before
