"""Earlier versions: told by what changed, taken up again, and that is undone like any other change."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop.segments.builder.versions_dialog import VersionsDialog
from desktop.segments.edit_tree import from_node
from local_db.segments import actions
from local_db.segments.tree import parse
from local_db.tags.actions import delete_tag, list_tags

NOW = datetime(2026, 6, 30, tzinfo=UTC)
FIRST = {"all": [{"tag": "VIP"}]}
SECOND = {"all": [{"tag": "VIP"}, {"field": "orders", "op": ">=", "value": 3}]}


@pytest.fixture
def builder(desk):
    made = desk.open(tree=FIRST, name="Good buyers")
    made.save()
    desk.settle()
    made.editor.put(from_node(parse(SECOND)))
    made.note.setText("for 双12")
    made.note.textEdited.emit("for 双12")
    desk.settle()
    made.save()
    desk.settle()
    return made


def dialog_of(desk, builder) -> VersionsDialog:
    builder._show_versions()
    desk.settle()
    return builder.findChild(VersionsDialog)


def test_every_saving_is_a_version_with_its_count_and_its_change(desk, builder) -> None:
    dialog = dialog_of(desk, builder)
    rows = [[dialog.model.text(row, column) for column in (1, 2)] for row in dialog.model.rows]
    counts = desk.page._counting.counts([parse(FIRST), parse(SECOND)]).people
    assert rows == [
        [str(counts[parse(SECOND)]), "added: has placed at least 3 orders; another note"],
        [str(counts[parse(FIRST)]), "First saved"],
    ]
    assert not dialog.restore.isEnabled()  # the newest is what there is


def test_an_earlier_version_is_taken_up_and_undone(desk, builder) -> None:
    dialog = dialog_of(desk, builder)
    dialog.table.selectRow(1)
    dialog.restore.click()
    desk.settle()
    assert builder.draft.node == parse(FIRST)
    assert (builder.draft.note, builder.note.text()) == ("", "")
    assert builder.draft.unsaved
    builder.editor.undo()
    assert builder.draft.node == parse(SECOND)


def test_a_version_that_asks_for_what_is_gone_says_so_before_it_is_taken_up(desk, builder) -> None:
    dialog = dialog_of(desk, builder)
    dialog.table.selectRow(1)
    assert dialog.warning.isHidden()  # the shop has the tag
    dialog.reject()
    (tag,) = (row.tag for row in list_tags(desk.context.shop, desk.context.rosters.current(), NOW).rows)
    delete_tag(desk.context.shop, tag.id)
    desk.settle()
    dialog = dialog_of(desk, builder)
    dialog.table.selectRow(1)
    assert dialog.warning.text() == (
        "The shop no longer has what this version asks for: “VIP”. Nobody is found by that."
    )
    assert not dialog.warning.isHidden()


def test_the_note_is_kept_with_the_segment(desk, builder) -> None:
    (saved,) = actions.list_segments(desk.context.shop)
    assert saved.note == "for 双12"
    assert not builder.draft.unsaved
