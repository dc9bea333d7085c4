"""Unsaved work outlives the window: it is kept in the shop file until it is saved or discarded."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.segments import drafts as kept_drafts
from desktop.segments.drafts import Drafts
from desktop.segments.edit_tree import from_node
from local_db.segments import actions
from local_db.segments.model import SavedSegment
from local_db.segments.tree import parse
from local_db.settings import read_setting, save_settings

VIP = {"all": [{"tag": "VIP"}]}
SPENT = {"all": [{"field": "spent", "op": ">=", "value": 99.5}, {"ordered": {"from": "2026-01-01"}}]}


@pytest.fixture
def restart(desk_over: Callable, stocked, monkeypatch) -> Callable:
    """The page as it is after the program was closed and started again."""

    def start():
        monkeypatch.setattr(kept_drafts, "_OF_SHOPS", {})
        return desk_over(stocked)

    return start


def close(desk) -> None:
    desk.page.window().close()
    desk.settle()


def stored(desk) -> str:
    with desk.context.shop.read() as connection:
        return str(read_setting(connection, "segment_drafts"))


def names(desk):
    model = desk.page.list.model
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_a_new_segment_is_there_again_after_closing_the_window(desk, restart) -> None:
    desk.open(tree=SPENT, name="Good buyers")
    close(desk)
    again = restart()
    assert names(again) == ["Good buyers · not saved"]
    again.page.list.open_wanted.emit(again.page.list.model.rows[0].key)
    assert again.builder.draft.node == parse(SPENT)


def test_changes_of_a_saved_segment_are_there_again(desk, restart) -> None:
    saved, _ = actions.save_segment(desk.context.shop, SavedSegment("VIPs", parse(VIP)), now=datetime.now(UTC))
    builder = desk.open(segment_id=saved.id)
    desk.page.reload(actions.save_segment(desk.context.shop, replace(saved), now=datetime.now(UTC))[1])
    desk.settle()
    builder = desk.open(segment_id=saved.id)
    builder.editor.turn((0,))
    close(desk)
    again = restart()
    assert names(again) == ["VIPs · not saved"]
    again.open(segment_id=saved.id)
    assert again.builder.draft.node == parse({"all": [{"not": {"tag": "VIP"}}]})
    again.builder.discard_changes()
    again.builder.left.emit()
    again.settle()
    assert stored(again) == ""


@pytest.mark.parametrize("leave", ["save", "delete"])
def test_what_is_saved_or_deleted_is_no_draft_any_more(desk, leave) -> None:
    builder = desk.open(tree=VIP, name="VIPs")
    desk.page.hide()
    desk.settle()
    assert stored(desk)
    desk.page.show()
    if leave == "save":
        builder.save()
    else:
        builder.delete_wanted.emit(builder.draft.key)
    desk.settle()
    assert stored(desk) == ""


def test_a_draft_is_kept_while_its_builder_is_open(desk) -> None:
    builder = desk.open(new=True)
    builder.editor.put(from_node(parse(VIP)))
    assert desk.page._rest.isActive()
    desk.page._rest.timeout.emit()
    desk.settle()
    assert "VIP" in stored(desk)


def test_nothing_is_kept_of_an_untouched_segment(desk) -> None:
    desk.open(new=True)
    close(desk)
    assert stored(desk) == ""


def test_a_page_that_was_never_read_does_not_forget_the_drafts(desk_over: Callable, stocked, monkeypatch) -> None:
    before = Drafts()
    before.new("VIPs", from_node(parse(VIP)))
    save_settings(stocked, {"segment_drafts": before.written()})
    monkeypatch.setattr(kept_drafts, "_OF_SHOPS", {})
    desk = desk_over(stocked)
    desk.page._drafts.kept = None
    desk.page._drafts.by_key.clear()
    desk.page.hide()
    desk.settle()
    assert stored(desk) == before.written()


def test_a_draft_of_a_segment_that_is_gone_is_a_new_one() -> None:
    drafts = Drafts()
    drafts.restore(json.dumps([{"segment": 7, "name": "VIPs", "tree": json.dumps(VIP)}]), {})
    (draft,) = drafts.unsaved()
    assert (draft.key, draft.name, draft.saved) == (-1, "VIPs", None)


@given(
    st.text()
    | st.integers().map(str)
    | st.lists(st.dictionaries(st.sampled_from(["segment", "name", "tree"]), st.text())).map(json.dumps)
)
def test_what_cannot_be_read_is_left_out(text: str) -> None:
    drafts = Drafts()
    drafts.restore(text, {})
    assert drafts.unsaved() == []


def test_drafts_are_read_as_they_were_written() -> None:
    drafts, again = Drafts(), Drafts()
    for name, tree in (("one", VIP), ("two", SPENT)):
        drafts.new(name, from_node(parse(tree)))
    again.restore(drafts.written(), {})
    assert [(draft.name, draft.node) for draft in again.unsaved()] == [("two", parse(SPENT)), ("one", parse(VIP))]
