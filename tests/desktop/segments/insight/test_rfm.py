"""The RFM grid: totals are the buyers, brushed cells become a segment of as many people, cuts have to ascend."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest

from desktop.segments.insight.rfm_dialog import MONEY, RfmDialog
from local_db.roster.rfm_cuts import DEFAULT_CUTS, RfmCuts, read_cuts
from local_db.segments.rfm import SCORES
from local_db.settings import read_settings

TREE = {"all": [{"not": {"tag": "VIP"}}]}
BUYERS = 60 - 60 // 7  # who has an order at all
ALL_CELLS = frozenset((r, f) for r in range(1, SCORES + 1) for f in range(1, SCORES + 1))


@pytest.fixture
def dialog(desk):
    builder = desk.open(tree=TREE, name="Often")
    builder.insight.open_rfm()
    desk.settle()
    (made,) = builder.findChildren(RfmDialog)
    return made


def press(grid, cell, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, modifier, pos=grid.room_of(cell).center().toPoint())


def drag(grid, start, end) -> None:
    places = [grid.room_of(cell).center().toPoint() for cell in (start, end)]
    QTest.mousePress(grid, Qt.MouseButton.LeftButton, pos=places[0])
    QTest.mouseMove(grid, places[1])
    QTest.mouseRelease(grid, Qt.MouseButton.LeftButton, pos=places[1])


def test_the_totals_are_the_buyers(dialog) -> None:
    assert dialog.answer.grid.total == BUYERS
    shown = sum(int(first) for first, _ in dialog.grid._texts.values())
    assert shown == BUYERS
    assert dialog.answer.without == 60 - BUYERS
    assert dialog._total.text().startswith(f"{BUYERS} people in the grid. {60 - BUYERS} more")


def test_a_cell_is_where_it_is_painted(dialog) -> None:
    for cell in ALL_CELLS:
        assert dialog.grid.cell_at(dialog.grid.room_of(cell).center()) == cell
    assert dialog.grid.cell_at(QPointF(-50, -50)) == (1, SCORES)


def test_a_drag_brushes_a_rectangle_and_ctrl_adds_to_it(dialog) -> None:
    drag(dialog.grid, (2, 1), (3, 2))
    assert dialog.grid.cells == {(2, 1), (2, 2), (3, 1), (3, 2)}
    press(dialog.grid, (5, 5), Qt.KeyboardModifier.ControlModifier)
    assert len(dialog.grid.cells) == 5
    press(dialog.grid, (5, 5), Qt.KeyboardModifier.ControlModifier)
    assert len(dialog.grid.cells) == 4
    press(dialog.grid, (1, 1))
    assert dialog.grid.cells == {(1, 1)}
    press(dialog.grid, (1, 1))
    assert not dialog.grid.cells


def test_the_keyboard_brushes_too(dialog) -> None:
    grid = dialog.grid
    grid.setFocus()
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert grid.cells == {(5, 5)}
    QTest.keyClick(grid, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(grid, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert grid.cells == {(5, 5), (4, 5), (5, 4), (4, 4)}
    QTest.keyClick(grid, Qt.Key.Key_Down)
    QTest.keyClick(grid, Qt.Key.Key_Space)
    assert len(grid.cells) == 5
    QTest.keyClick(grid, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert grid.cells == ALL_CELLS
    assert "brushed" in grid.accessibleDescription()


def test_brushed_cells_become_a_segment_of_as_many_people(desk, dialog) -> None:
    drag(dialog.grid, (1, 1), (4, 3))
    press(dialog.grid, (5, 5), Qt.KeyboardModifier.ControlModifier)
    people = dialog.answer.grid.people
    expected = sum(int(people[r - 1, f - 1]) for r, f in dialog.grid.cells)
    assert dialog._chosen.text() == f"{expected} people chosen"
    dialog.begin.click()
    desk.settle()
    assert desk.builder.answer.count == expected
    assert desk.builder.draft.name == "RFM segment"


def test_they_are_added_to_the_segment_that_is_open(desk, dialog) -> None:
    dialog.grid.set_cells(frozenset({(1, 1), (5, 5)}))
    dialog.add_here.click()
    desk.settle()
    assert desk.builder.draft.name == "Often"
    assert len(desk.builder.draft.root.children) == 2


def test_nothing_brushed_is_no_segment(dialog) -> None:
    assert not dialog.begin.isEnabled()
    assert not dialog.clear.isVisible()
    dialog.grid.set_cells(ALL_CELLS)
    assert dialog.begin.isEnabled()
    dialog.clear.click()
    assert not dialog.grid.cells


def test_money_is_shown_by_the_switch(dialog) -> None:
    dialog.side._choose(MONEY)
    for (r, f), (first, second) in dialog.grid._texts.items():
        count = int(dialog.answer.grid.people[r - 1, f - 1])
        assert second == str(count)
        assert (first == "—") == (count == 0)


def test_cuts_that_do_not_ascend_cannot_be_used(desk, dialog) -> None:
    dialog.grid.set_cells(ALL_CELLS)
    dialog.cuts.fields["f"][1].setValue(2)
    desk.settle()
    assert dialog.cuts.cuts() is None
    assert dialog.cuts.problem.text() == "F: Each cut has to be larger than the one before it."
    assert not dialog.begin.isEnabled()
    assert not dialog.store.isEnabled()
    assert dialog.answer.cuts == DEFAULT_CUTS  # the grid stays that of the last that could be
    dialog.cuts.fields["f"][1].setValue(4)
    desk.settle()
    assert dialog.cuts.problem.text() == ""
    assert dialog.answer.cuts.f == (2, 4, 5, 10)


def test_cuts_are_tried_at_once_and_kept_when_saved(desk, dialog) -> None:
    dialog.fit.click()
    desk.settle()
    fitting = dialog.answer.cuts
    assert fitting != DEFAULT_CUTS
    assert dialog.answer.grid.total == BUYERS
    assert stored(desk) == DEFAULT_CUTS
    dialog.store.click()
    desk.settle()
    assert stored(desk) == fitting
    assert not dialog.store.isEnabled()
    dialog.usual.click()
    desk.settle()
    assert dialog.answer.cuts == DEFAULT_CUTS
    assert stored(desk) == fitting


def test_a_segment_is_counted_with_the_cuts_it_was_brushed_with(desk, dialog) -> None:
    dialog.fit.click()
    desk.settle()
    dialog.grid.set_cells(frozenset({(5, 5), (5, 4), (4, 5)}))
    people = dialog.answer.grid.people
    expected = sum(int(people[r - 1, f - 1]) for r, f in dialog.grid.cells)
    fitting = dialog.answer.cuts
    dialog.begin.click()
    desk.settle()
    assert desk.builder.answer.count == expected
    assert stored(desk) == fitting


def test_the_list_of_segments_opens_it_too(desk) -> None:
    desk.page.list.rfm.click()
    desk.settle()
    (dialog,) = desk.page.findChildren(RfmDialog)
    assert not dialog.add_here.isVisible()
    dialog.grid.set_cells(ALL_CELLS)
    dialog.begin.click()
    desk.settle()
    assert desk.builder.isVisible()
    assert desk.builder.answer.count == BUYERS


def stored(desk) -> RfmCuts:
    with desk.context.shop.read() as connection:
        return read_cuts(str(read_settings(connection)["rfm_cuts"]))
