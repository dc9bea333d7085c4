"""The builder by keyboard: where Tab goes, where the focus returns to, and undo from everywhere."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.segments import edit_tree as tree
from desktop.segments.builder.row_view import RowView
from desktop.widgets.button import IconButton
from local_db.segments.tree import parse

TREE = {"all": [{"field": "spent", "op": ">=", "value": 200}, {"any": [{"tag": "VIP"}, {"tag": "new"}]}]}


@pytest.fixture
def builder(desk):
    return desk.open(tree=TREE, name="Good buyers")


def press(qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> QWidget | None:
    qtbot.keyClick(QApplication.focusWidget(), key, modifier)
    return QApplication.focusWidget()


def chip_of(builder, path, part="value"):
    view = builder.view.views[path]
    assert isinstance(view, RowView)
    return view.anchor(part)


def visited_by_tab(qtbot: QtBot, first: QWidget, last: QWidget) -> list[QWidget]:
    first.setFocus()
    found = [first]
    while found[-1] is not last and len(found) < 60:
        found.append(press(qtbot, Qt.Key.Key_Tab))
    return found


def takes_tab(stop: QWidget) -> bool:
    return stop.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("changed", [False, True])
def test_tab_goes_from_the_header_through_the_rows_to_the_members(desk, builder, qtbot: QtBot, changed) -> None:
    if changed:
        builder.editor.move((1,), (0,))
        builder.editor.duplicate((1,))
        desk.settle()
    qtbot.waitUntil(lambda: not builder.insight._pause.isActive())  # its rows have buttons
    desk.settle()
    differences = [stop for stop in builder.insight.differences.tab_stops() if takes_tab(stop)]
    channels = [part for part in builder.reach.channels.parts if takes_tab(part)]
    below = [builder.condition, builder.group, builder.note, *differences]
    stops = [*builder.view.tab_stops(), *below, builder.insight.chart, *channels, builder.members.table]
    assert visited_by_tab(qtbot, builder.header.use, builder.members.table) == [builder.header.use, *stops]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
@pytest.mark.parametrize("typed", ["", "300"])
def test_a_closed_editor_gives_the_focus_to_the_chip_it_belongs_to(desk, builder, qtbot: QtBot, key, typed) -> None:
    chip_of(builder, (0,)).click()
    qtbot.keyClicks(QApplication.focusWidget(), typed)
    desk.settle()
    assert press(qtbot, key) is chip_of(builder, (0,))


def test_typing_over_the_number_of_a_chip_replaces_it(builder, qtbot: QtBot) -> None:
    chip_of(builder, (0,)).click()
    qtbot.keyClicks(QApplication.focusWidget(), "300")
    assert tree.at(builder.draft.root, (0,)).leaf.value == 300


@pytest.mark.parametrize("place", ["members", "window", "chip", "header"])
def test_changes_are_taken_back_wherever_the_focus_is(desk, builder, qtbot: QtBot, place) -> None:
    builder.editor.remove((1,))
    window = desk.page.window()
    window.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    focused = {"members": builder.members.table, "chip": chip_of(builder, (0,)), "header": builder.header.use}
    focused.get(place, window).setFocus()
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    for key, modifier, rows in (
        (Qt.Key.Key_Z, control, 2),
        (Qt.Key.Key_Z, control | shift, 1),
        (Qt.Key.Key_Z, control, 2),
        (Qt.Key.Key_Y, control, 1),
    ):
        press(qtbot, key, modifier)
        assert len(builder.draft.root.children) == rows


def test_undo_of_the_builder_leaves_the_list_alone(desk, builder, qtbot: QtBot) -> None:
    builder.editor.remove((1,))
    builder.left.emit()
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(builder.draft.root.children) == 1
    assert builder.draft.node != parse(TREE)


def strength(button: IconButton, mode: QIcon.Mode) -> int:
    """How strongly the drawing of a button is painted, at most 255."""
    image = button.icon().pixmap(QSize(16, 16), mode).toImage()
    return max(image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height()))


def test_a_button_that_can_do_nothing_is_faint(builder) -> None:
    undo = builder.header.undo
    assert not undo.isEnabled()
    assert strength(undo, QIcon.Mode.Disabled) < strength(undo, QIcon.Mode.Normal) / 2
    builder.editor.remove((1,))
    assert undo.isEnabled()


CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_T, CONTROL, {"all": [{"not": TREE["all"][0]}, TREE["all"][1]]}),
        (Qt.Key.Key_M, CONTROL, {"all": [{"muted": TREE["all"][0]}, TREE["all"][1]]}),
        (Qt.Key.Key_G, CONTROL, {"all": [{"any": [TREE["all"][0]]}, TREE["all"][1]]}),
        (Qt.Key.Key_D, CONTROL, {"all": [TREE["all"][0], TREE["all"][0], TREE["all"][1]]}),
        (Qt.Key.Key_BracketRight, CONTROL, {"all": [{"any": [TREE["all"][0], {"tag": "VIP"}, {"tag": "new"}]}]}),
        (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, {"all": [TREE["all"][1]]}),
    ],
)
def test_a_key_does_it_to_the_focused_row(desk, builder, qtbot: QtBot, key, modifier, expected) -> None:
    builder.view.focus((0,))
    press(qtbot, key, modifier)
    assert builder.draft.node == parse(expected)


@pytest.mark.parametrize(
    ("key", "modifier", "expected"),
    [
        (Qt.Key.Key_BracketLeft, CONTROL, {"all": [TREE["all"][0], {"any": [{"tag": "new"}]}, {"tag": "VIP"}]}),
        (Qt.Key.Key_M, CONTROL, {"all": [TREE["all"][0], {"any": [{"muted": {"tag": "VIP"}}, {"tag": "new"}]}]}),
    ],
)
def test_a_key_does_it_inside_a_group(desk, builder, qtbot: QtBot, key, modifier, expected) -> None:
    builder.view.focus((1, 0))
    press(qtbot, key, modifier)
    assert builder.draft.node == parse(expected)


def test_a_group_is_dissolved_by_key(desk, builder, qtbot: QtBot) -> None:
    builder.view.focus((1,))
    press(qtbot, Qt.Key.Key_G, CONTROL | SHIFT)
    assert builder.draft.node == parse({"all": [TREE["all"][0], {"tag": "VIP"}, {"tag": "new"}]})


def test_a_condition_is_added_to_the_group_the_keyboard_is_in(desk, builder, qtbot: QtBot) -> None:
    builder.view.focus((1, 0))
    press(qtbot, Qt.Key.Key_N, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), "usable")
    press(qtbot, Qt.Key.Key_Return)
    assert tree.at(builder.draft.root, (1, 2)).leaf.field == "has_phone"


def test_a_muted_row_is_struck_out_and_keeps_its_own_count(desk, builder) -> None:
    before = builder.view.views[(0,)].columns.count.text()
    builder.editor.mute((0,))
    desk.settle()
    row = builder.view.views[(0,)]
    assert row.columns.count.text() == before
    assert row.columns.removes.text() == "0"
    assert all(chip.font().strikeOut() for chip in row._chips.values())
    assert row.accessibleName().startswith("Muted: ")
    builder.editor.mute((0,))
    desk.settle()
    assert not any(chip.font().strikeOut() for chip in builder.view.views[(0,)]._chips.values())
