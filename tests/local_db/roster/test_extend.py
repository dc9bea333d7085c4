"""A roster that is brought up to date says the same as one that is read whole, whatever happened to the shop."""

from __future__ import annotations

import contextlib
import random
from dataclasses import fields, is_dataclass
from pathlib import Path

import numpy as np
import pytest

from local_db.errors import ImportRefused
from local_db.importing import actions as importing
from local_db.importing.undo import list_imports, undo_import
from local_db.members import actions as members
from local_db.members import merging, notes
from local_db.members.erasure import erase_member
from local_db.products import actions as products
from local_db.products.model import Category
from local_db.roster import kept
from local_db.roster.extend import extended
from local_db.roster.roster import Notes, Roster, TextColumn
from local_db.roster.source import RosterSource
from local_db.roster.store import load
from local_db.segments.list_actions import create_list, rename_list
from local_db.segments.lists import read_entries
from local_db.settings import mark_roster_changed
from local_db.shop_file import Shop
from local_db.tags import actions as tags
from local_db.tags import store as tag_store
from tests.local_db.importing.exports import NOW
from tests.local_db.importing.test_undo import ten_files
from tests.new_shop import new_shop


def said(value: object) -> object:
    """What a part of a roster says, however it is written down."""
    if isinstance(value, TextColumn):
        return [value.values[code] for code in value.codes]
    if isinstance(value, Notes):
        return (value.member.tolist(), value.texts)
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, dict):
        return {key: said(part) for key, part in value.items()}
    if is_dataclass(value):
        return {entry.name: said(getattr(value, entry.name)) for entry in fields(value)}
    return value


def as_said(roster: Roster) -> dict[str, object]:
    """Every column; groups of phones as who shares one, codes as what they stand for."""
    found = {entry.name: said(getattr(roster, entry.name)) for entry in fields(roster)}
    people = dict(found["members"])
    groups: dict[int, list[int]] = {}
    for number, group in enumerate(people.pop("phone_group")):
        groups.setdefault(group if group >= 0 else -1 - number, []).append(number)
    lines, refunds = dict(found["lines"]), dict(found["refund_rows"])
    lines["sku"] = [roster.skus[code] for code in lines["sku"]]
    refunds["reason"] = [roster.reasons[code] for code in refunds["reason"]]
    origin = dict(found["origin"])
    dropped = {"skus": (), "reasons": (), "members": people | {"phones": sorted(groups.values())}}
    return found | dropped | {"lines": lines, "refund_rows": refunds, "origin": origin}


def differing(one: dict[str, object], other: dict[str, object]) -> list[str]:
    """Which columns do not say the same."""
    found = []
    for name, value in one.items():
        if isinstance(value, dict) and name != "origin":
            found += [f"{name}.{key}" for key in value if value[key] != other[name][key]]
        elif value != other[name]:
            found.append(name)
    return found


class Life:
    """Random things that happen to a shop."""

    def __init__(self, shop: Shop, files: list[Path], seed: int) -> None:
        self.shop = shop
        self.files = files
        self.dice = random.Random(seed)
        self.steps = [self.bring, self.bring, self.undo, self.join, self.split, self.tag, self.untag, self.note,
                      self.consent, self.categories, self.erase, self.list, self.send]  # fmt: skip

    def someone(self) -> int:
        with self.shop.read() as connection:
            ids = [row[0] for row in connection.execute("select id from members order by id")]
        return self.dice.choice(ids) if ids else 0

    def step(self) -> str:
        chosen = self.dice.choice(self.steps)
        chosen()
        return chosen.__name__

    def bring(self) -> None:
        with contextlib.suppress(ImportRefused):
            importing.import_file(self.shop, self.dice.choice(self.files), now=NOW)

    def undo(self) -> None:
        there = [entry.id for entry in list_imports(self.shop) if entry.undone_at is None]
        if there:
            undo_import(self.shop, self.dice.choice(there), now=NOW)

    def join(self) -> None:
        merging.join_members(self.shop, self.someone(), self.someone(), "", now=NOW)

    def split(self) -> None:
        with self.shop.read() as connection:
            keys = [row[0] for row in connection.execute("select id from identities order by id")]
        if keys:
            merging.split_identity(self.shop, self.dice.choice(keys), "", now=NOW)

    def tag(self) -> None:
        if who := self.someone():
            members.tag_member(self.shop, who, self.dice.choice(["VIP", "老客"]))

    def untag(self) -> None:
        if who := self.someone():
            members.untag_member(self.shop, who, "VIP")

    def note(self) -> None:
        if who := self.someone():
            notes.add_note(self.shop, who, f"note {self.dice.random()}", now=NOW)

    def consent(self) -> None:
        if who := self.someone():
            members.record_consent(self.shop, who, "sms", self.dice.choice(["granted", "opted_out"]), now=NOW)

    def categories(self) -> None:
        name = f"猫粮{self.dice.randrange(4)}"
        with self.shop.read() as connection:
            known = connection.execute("select id from categories where name = ?", [name]).fetchone()
        if known:
            products.delete_category(self.shop, known[0])
        else:
            products.save_category(self.shop, Category(name, (name,)))

    def erase(self) -> None:
        if who := self.someone():
            erase_member(self.shop, who, now=NOW)

    def list(self) -> None:
        with self.shop.write() as connection:
            number = connection.execute("select count(*) from saved_lists").fetchone()[0]
            connection.execute(
                "insert into saved_lists(id, name, entries, created_at) values (?, ?, 3, 0)", [number + 1, f"l{number}"]
            )
            connection.execute(
                "insert into saved_list_people(list_id, identity_id) select ?, id from identities where id % 3 = ?",
                [number + 1, number % 3],
            )
            mark_roster_changed(connection)

    def send(self) -> None:
        who = self.someone()
        if not who:
            return
        with self.shop.write() as connection:
            audience = connection.execute(
                "insert into audiences(name, tree, template, summary, prepared_at) values ('a', '', '', '', 0)"
            ).lastrowid
            connection.execute(
                "insert into audience_members(audience_id, position, member_id, identity_id, phone, text, parts)"
                " select ?, 0, member_id, min(id), '', '', 1 from identities where member_id = ?", [audience, who],
            )  # fmt: skip
            connection.execute("update audiences set handed_off_at = 5 where id = ?", [audience])
            mark_roster_changed(connection)


@pytest.fixture
def shop(tmp_path: Path):
    with new_shop(tmp_path / "shop.regulars") as opened:
        yield opened


@pytest.mark.parametrize("seed", range(12))
def test_an_extended_roster_is_what_reading_all_gives(shop: Shop, tmp_path: Path, seed: int) -> None:
    life = Life(shop, ten_files(tmp_path), seed)
    for _ in range(3):
        life.bring()
    with shop.read() as connection:
        roster = load(connection)
    source, done = RosterSource(shop), []
    for _ in range(25):
        done.append(life.step())
        if life.dice.random() < 0.7:
            with shop.read() as connection:
                found, fresh = extended(connection, roster), load(connection)
            assert found is not None
            assert differing(as_said(found), as_said(fresh)) == [], done
            assert differing(as_said(source.current()), as_said(fresh)) in ([], ["origin"]), done
            roster = found
        if life.dice.random() < 0.2:
            source.current()
            assert source.keep()
            roster = source.current()
        if life.dice.random() < 0.2:
            source = RosterSource(shop)  # as after opening


def test_a_hand_tag_reads_nothing_else_again(shop: Shop, tmp_path: Path) -> None:
    life = Life(shop, ten_files(tmp_path), 1)
    life.bring()
    source = RosterSource(shop)
    before = source.current()
    life.tag()
    after = source.current()
    assert after.members.tags.keys() != before.members.tags.keys()
    assert (after.orders, after.lines, after.members.city) == (before.orders, before.lines, before.members.city)


def test_an_opened_shop_has_its_columns_from_the_file(shop: Shop, tmp_path: Path, monkeypatch) -> None:
    life = Life(shop, ten_files(tmp_path), 1)
    for _ in range(4):
        life.bring()
    source = RosterSource(shop)
    source.current()
    assert source.keep()
    life.tag()
    fresh = as_said(RosterSource(shop).current())
    monkeypatch.setattr("local_db.roster.store.load", lambda _: pytest.fail("read whole"))
    assert as_said(RosterSource(shop).current()) == fresh


DAMAGES = [
    "update roster_columns set data = substr(data, 1, length(data) - 4) where name = 'orders.net'",
    "update roster_columns set data = x'00' where name = 'orders.time'",
    "delete from roster_columns where name = 'lines.price'",
    "update roster_columns set data = cast('{\"format\": 0}' as blob) where name = ''",
    "update roster_columns set data = cast('{' as blob) where name = ''",
    "insert into roster_columns(name, data) select 'orders.more', data from roster_columns where name = 'orders.net'",
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damaged_columns_are_read_from_the_tables(shop: Shop, tmp_path: Path, damage: str) -> None:
    life = Life(shop, ten_files(tmp_path), 1)
    life.bring()
    source = RosterSource(shop)
    source.current()
    assert source.keep()
    with shop.write() as connection:
        connection.execute(damage)
    with shop.read() as connection:
        assert kept.read(connection) is None
        fresh = as_said(load(connection))
    again = RosterSource(shop)
    assert as_said(again.current()) == fresh
    assert again.keep()
    with shop.read() as connection:
        assert kept.read(connection) is not None


@pytest.mark.parametrize("error", [OverflowError, MemoryError, AttributeError, ValueError])
def test_columns_that_cannot_be_decoded_are_read_from_the_tables(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    """A size or a width that no column has, says NumPy in its own ways."""
    Life(shop, ten_files(tmp_path), 1).bring()
    source = RosterSource(shop)
    source.current()
    assert source.keep()

    def refuse(_data: bytes) -> None:
        raise error

    monkeypatch.setattr(kept, "decoded", refuse)
    with shop.read() as connection:
        assert kept.read(connection) is None


def test_what_a_roster_has_not_read_is_read_before_it_is_kept(shop: Shop, tmp_path: Path) -> None:
    life = Life(shop, ten_files(tmp_path), 1)
    life.bring()
    source = RosterSource(shop)
    source.current()
    with shop.write() as connection:
        connection.execute("update orders set net = net + 1")  # and nobody says so
    assert source.keep()
    with shop.read() as connection:
        assert as_said(source.current()) == as_said(load(connection))
    assert as_said(RosterSource(shop).current()) == as_said(source.current())


def test_a_consent_put_back_under_its_own_number_is_read(shop: Shop, tmp_path: Path) -> None:
    life = Life(shop, ten_files(tmp_path), 1)
    life.bring()
    who = life.someone()
    entries = [members.record_consent(shop, who, "sms", state, now=NOW)[0] for state in ("opted_out", "granted")]
    taken, _ = members.remove_consent(shop, entries[0])
    source = RosterSource(shop)
    source.current()
    assert source.keep()
    members.put_back_consent(shop, taken)
    with shop.read() as connection:
        fresh = load(connection)
    assert differing(as_said(source.current()), as_said(fresh)) == []


def test_other_names_of_tags_and_lists_are_read(shop: Shop, tmp_path: Path) -> None:
    for path in ten_files(tmp_path):
        with contextlib.suppress(ImportRefused):
            importing.import_file(shop, path, now=NOW)
    rosters = RosterSource(shop)
    with shop.read() as connection:
        nicks = [nick for (nick,) in connection.execute("select nick from members where nick <> ''")]
    saved, _, _ = create_list(shop, "fair", read_entries("\n".join(nicks)), now=NOW)
    members.tag_member(shop, int(rosters.current().members.ids[0]), "one")
    none, _ = tags.make_hand_tag(shop, "none")
    rosters.current()
    assert rosters.keep()
    with shop.read() as connection:
        one = next(tag.id for tag in tag_store.tags(connection) if tag.name == "one")
    rename_list(shop, saved.id, "spring")
    tags.rename_tag(shop, one, "first")
    tags.rename_tag(shop, none.id, "one")
    with shop.read() as connection:
        whole = as_said(load(connection))
    assert differing(as_said(rosters.current()), whole) == []
    assert differing(as_said(RosterSource(shop).current()), whole) == []  # from the columns in the file
    assert list(whole["members"]["lists"]) == ["spring"]


def test_erasing_drops_the_columns_and_they_come_again(shop: Shop, tmp_path: Path) -> None:
    life = Life(shop, ten_files(tmp_path), 1)
    life.bring()
    source = RosterSource(shop)
    source.current()
    assert source.keep()
    life.erase()
    with shop.read() as connection:
        assert not kept.are_there(connection)
    source.current()
    assert source.keep()
    with shop.read() as connection:
        assert differing(as_said(source.current()), as_said(load(connection))) == []
        assert kept.read(connection) is not None
