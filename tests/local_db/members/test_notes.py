"""Notes: written, changed, deleted, and every step undone."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local_db.changes import Changes, Topic
from local_db.members import merging, note_store, notes
from local_db.members.notes import NOTE_LENGTH, clean_note
from local_db.shop_file import Shop
from tests.local_db.members.conftest import dump
from tests.local_db.members.people import NOW, member

MEMBERS = Changes.of(Topic.MEMBERS)


def texts(shop: Shop, member_id: int = 1) -> list[str]:
    with shop.read() as connection:
        return [note.text for note in note_store.of_member(connection, member_id)]


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  两只猫\r\n一只狗 ", "两只猫\n一只狗"),
        ("  \n ", ""),
        ("x" * (NOTE_LENGTH + 5), "x" * NOTE_LENGTH),
        ("x" * (NOTE_LENGTH - 1) + " y", "x" * (NOTE_LENGTH - 1)),
    ],
)
def test_what_is_kept_of_a_note(written: str, kept: str) -> None:
    assert clean_note(written) == kept


def test_every_step_is_undone(people: Shop) -> None:
    states = [dump(people)]
    added, changes = notes.add_note(people, 1, "两只猫", now=NOW)
    assert added is not None
    assert added.after is not None
    assert (texts(people), changes) == (["两只猫"], MEMBERS)
    states.append(dump(people))
    edited, _ = notes.edit_note(people, added.after.id, "三只猫")
    assert edited is not None
    assert texts(people) == ["三只猫"]
    states.append(dump(people))
    deleted, _ = notes.delete_note(people, added.after.id)
    assert deleted is not None
    assert texts(people) == []
    for change, state in ((deleted, states[2]), (edited, states[1]), (added, states[0])):
        assert notes.undo_note(people, change) == ((change.after, change.before), MEMBERS)
        assert dump(people) == state


def test_undoing_a_note_that_is_gone_leaves_the_one_that_came_meanwhile(people: Shop) -> None:
    added, _ = notes.add_note(people, 1, "a", now=NOW)
    assert added is not None
    assert added.after is not None
    notes.delete_note(people, added.after.id)
    notes.add_note(people, 2, "b", now=NOW)
    assert notes.undo_note(people, added) == (None, Changes())
    assert texts(people, 2) == ["b"]


def test_nothing_happens_to_notes_that_say_nothing_or_are_gone(people: Shop) -> None:
    added, _ = notes.add_note(people, 1, "a", now=NOW)
    assert added is not None
    assert added.after is not None
    before = dump(people)
    assert notes.add_note(people, 1, "  ", now=NOW) == (None, Changes())
    assert notes.add_note(people, 999, "a", now=NOW) == (None, Changes())
    assert notes.edit_note(people, added.after.id, "a ") == (None, Changes())
    assert notes.edit_note(people, 999, "b") == (None, Changes())
    assert notes.delete_note(people, 999) == (None, Changes())
    assert dump(people) == before
    notes.undo_note(people, added)
    assert notes.undo_note(people, added) == (None, Changes())


def test_a_deleted_note_comes_back_to_whoever_has_the_key_now(people: Shop) -> None:
    with people.read() as connection:
        jd = member(connection, "nick", "jd_lin")
    added, _ = notes.add_note(people, jd, "收猫砂", now=NOW)
    assert added is not None
    assert added.after is not None
    deleted, _ = notes.delete_note(people, added.after.id)
    assert deleted is not None
    merging.join_members(people, 1, jd, "", now=NOW)
    notes.undo_note(people, deleted)
    assert texts(people) == ["收猫砂"]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["add", "edit", "delete"]), st.text(max_size=5)), max_size=6))
def test_undoing_in_reverse_leaves_nothing(people: Shop, steps: list[tuple[str, str]]) -> None:
    before, done = dump(people), []
    for step, text in steps:
        with people.read() as connection:
            latest = next((note.id for note in note_store.of_member(connection, 1)), 0)
        change, _ = {
            "add": lambda text=text: notes.add_note(people, 1, text, now=NOW),
            "edit": lambda text=text, latest=latest: notes.edit_note(people, latest, text),
            "delete": lambda latest=latest: notes.delete_note(people, latest),
        }[step]()
        done += [change] if change else []
    for change in reversed(done):
        notes.undo_note(people, change)
    assert dump(people) == before
