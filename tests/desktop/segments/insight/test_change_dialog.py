"""Between two days: the tiles add up, rows say whom they let in and put out, people can be opened."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtWidgets import QLabel

from desktop.segments.insight.change_dialog import LEFT, ChangeDialog

TREE = {"all": [{"ordered": {"within_days": 60}}, {"not": {"tag": "VIP"}}]}


@pytest.fixture
def dialog(desk):
    builder = desk.open(tree=TREE, name="Lately")
    builder.insight.open_change()
    desk.settle()
    (made,) = builder.findChildren(ChangeDialog)
    return made


def figure(dialog, key: str) -> int:
    text = dialog.tiles[key]._value.text()
    return int(text.replace("−", "-").replace(",", ""))


def test_the_tiles_add_up(desk, dialog) -> None:
    for days in (30, 90, 200):
        dialog.since.set_value(datetime.now(UTC).date() - timedelta(days=days))
        desk.settle()
        assert figure(dialog, "then") + figure(dialog, "left") == figure(dialog, "stayed")
        assert figure(dialog, "stayed") + figure(dialog, "came") == figure(dialog, "now")
        assert figure(dialog, "now") == desk.builder.answer.count
    assert figure(dialog, "came") > 0


def test_people_who_came_and_left_are_listed(desk, dialog) -> None:
    change = dialog.moved.change
    came = dialog.model.rows
    assert len(came) == change.came.sum()
    dialog.side._choose(LEFT)
    assert len(dialog.model.rows) == change.left.sum()
    assert {row.id for row in came}.isdisjoint({row.id for row in dialog.model.rows})


def test_rows_are_said_with_their_not(dialog) -> None:
    said = [label.text() for label in dialog.findChildren(QLabel)]
    assert "Ordered in the last 60 days" in said
    assert "Is not tagged “VIP”" in said


def test_the_first_day_has_to_be_the_earlier(desk, dialog) -> None:
    moved = dialog.moved
    dialog.since.set_value(dialog.until.value())
    desk.settle()
    assert dialog._notice.text == "The first day has to be before the second."
    assert dialog.moved is moved
    dialog.since.set_value(dialog.until.value() - timedelta(days=1))
    desk.settle()
    assert dialog.moved is not moved
    assert dialog._notice.isHidden()


def test_a_person_can_be_opened(desk, dialog) -> None:
    first = dialog.model.member_id(0)
    dialog.table.row_activated.emit(0)
    assert desk.visited == [("members", {"member_id": first})]


def test_it_begins_with_the_day_that_is_asked_about(desk) -> None:
    builder = desk.open(tree=TREE, name="Lately")
    day = datetime.now(UTC).date() - timedelta(days=45)
    builder.set_day(day)
    desk.settle()
    builder.insight.open_change()
    desk.settle()
    (made,) = builder.findChildren(ChangeDialog)
    assert made.since.value() == day
    made.reject()
