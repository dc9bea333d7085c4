"""Choosing a field or a value: nothing is chosen before a person does, and typing finds the best match first."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.segments import edit_tree as tree
from desktop.segments.builder.choice_list import ChoiceList
from desktop.segments.edit_tree import Group, Join, Row
from desktop.segments.options import found, option
from desktop.widgets.label import Label
from local_db.segments import actions
from local_db.segments.catalogue import FIELDS
from local_db.segments.tree import Field, Tag, parse, to_json

USER = Qt.ItemDataRole.UserRole
UNFINISHED = Row(Field("province", "is", ""), unfinished=True)
VIP = Row(Tag("VIP"))


@pytest.fixture
def builder(desk):
    return desk.open(tree={"all": [{"tag": "VIP"}]}, name="Good buyers")


def choices_of(builder) -> ChoiceList:
    return builder.editor._popover.findChild(ChoiceList)


def type_and_enter(qtbot: QtBot, choices: ChoiceList, typed: str, times: int = 1) -> None:
    choices.search.setText(typed)
    for _ in range(times):
        qtbot.keyClick(choices.search, Qt.Key.Key_Return)


def test_a_new_condition_has_no_value_and_is_not_applied(desk, builder) -> None:
    before = builder.answer.count
    builder.editor.add_condition((), "province")
    desk.settle()
    row = builder.view.views[(1,)]
    assert choices_of(builder).on == []
    assert tree.at(builder.draft.root, (1,)) == UNFINISHED
    assert builder.answer.count == before
    assert (row.anchor().text(), row.columns.count.text(), row.columns.removes.text()) == ("choose…", "", "")
    assert builder.header.whole_sentence == "Is tagged “VIP”"


@pytest.mark.parametrize(
    ("typed", "value"), [("浙", "浙江"), ("zhejiang", "浙江"), ("zj", "浙江"), ("guangdong", "广东")]
)
def test_enter_takes_the_best_match_and_another_one_closes(desk, builder, qtbot: QtBot, typed, value) -> None:
    builder.editor.add_condition((), "province")
    desk.settle()
    type_and_enter(qtbot, choices_of(builder), typed)
    assert tree.at(builder.draft.root, (1,)) == Row(Field("province", "is", value))
    assert builder.editor._popover is not None
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert builder.editor._popover is None


def test_a_value_that_is_taken_away_again_leaves_an_unfinished_condition(desk, builder) -> None:
    builder.editor.add_condition((), "province")
    choices = choices_of(builder)
    choices._switch("浙江")
    choices._switch("浙江")
    assert tree.at(builder.draft.root, (1,)) == UNFINISHED


def test_an_unfinished_condition_is_not_saved(desk, builder) -> None:
    builder.editor.add_condition((), "province")
    builder.save()
    desk.settle()
    (saved,) = actions.list_segments(desk.context.shop)
    assert saved.tree == parse({"all": [{"tag": "VIP"}]})
    assert not builder.draft.unsaved


@pytest.mark.parametrize(
    ("root", "pointers"),
    [
        (Group(children=(UNFINISHED, VIP)), {(): "", (1,): "/all/0"}),
        (Group(children=(Group(Join.ANY, (UNFINISHED,)), VIP)), {(): "", (1,): "/all/0"}),
        (Group(children=(Group(Join.NONE, (UNFINISHED, VIP)),)), {(): "", (0,): "/all/0", (0, 1): "/all/0/not/any/0"}),
    ],
)
def test_pointers_count_what_is_applied(root, pointers) -> None:
    assert tree.pointers(root) == pointers


@pytest.mark.parametrize("typed", ["xyz", "没有"])
def test_a_field_that_does_not_exist_is_not_found(builder, qtbot: QtBot, typed) -> None:
    builder._add_condition()
    choices = choices_of(builder)
    type_and_enter(qtbot, choices, typed)
    assert choices.nothing.isVisible()
    assert not choices.list.isVisible()
    assert len(builder.draft.root.children) == 1
    assert builder.editor._popover is not None


def test_enter_does_not_wait_for_the_pause_in_typing(builder, qtbot: QtBot) -> None:
    builder._add_condition()
    type_and_enter(qtbot, choices_of(builder), "refund")
    assert tree.at(builder.draft.root, (1,)).leaf.field == "refunds"


@pytest.mark.parametrize(
    ("typed", "best"),
    [("sf", "省份"), ("ljsf", "累计实付"), ("省", "省份"), ("shifu", "累计实付"), ("下单", "首次下单")],
)
def test_the_best_match_comes_first(typed, best) -> None:
    options = [option(text, text) for text in ("首次下单", "累计实付", "省份", "可用手机号")]
    assert found(options, typed)[0].text == best


def test_pinyin_is_promised_only_where_fields_have_it(desk_over: Callable, stocked) -> None:
    builder = desk_over(stocked).open(new=True)
    builder._add_condition()
    assert "pinyin" not in choices_of(builder).search.placeholderText()


def test_conditions_stand_under_headings_until_something_is_typed(builder, qtbot: QtBot) -> None:
    builder._add_condition()
    choices = choices_of(builder)
    headings = [row for row in range(choices.list.count()) if choices.list.item(row).data(USER) is None]
    assert [choices.list.item(row).text() for row in headings][:3] == ["Ordered", "Orders", "Who"]
    assert choices.list.currentItem().data(USER) == "ordered"
    for _ in range(2):  # over the next heading
        qtbot.keyClick(choices.search, Qt.Key.Key_Down)
    assert choices.list.currentItem().data(USER) == "last_order"
    qtbot.keyClick(choices.search, Qt.Key.Key_Up)
    assert choices.list.currentItem().data(USER) == "sequence"
    choices._press(choices.list.item(headings[1]))  # a press on a heading does nothing
    assert len(builder.draft.root.children) == 1
    choices.search.setText("order")
    choices.search.flush()
    assert all(choices.list.item(row).data(USER) for row in range(choices.list.count()))


def test_every_condition_there_is_is_offered_once_and_opens(desk, builder) -> None:
    keys = [entry.value for entry in builder.editor.offered if not entry.only_found]
    fields = {entry.key for entry in FIELDS}
    assert len(keys) == len(set(keys))
    assert set(keys) == fields | {"tag", "list", "segment", "random", "rfm", "ordered", "sequence", "sent", "refund"}
    for key in keys:
        builder.editor.add_condition((), key)
        desk.settle()
        row = tree.at(builder.draft.root, (len(builder.draft.root.children) - 1,))
        assert isinstance(row, Row)
        assert row.unfinished or parse(to_json(row.leaf)) == row.leaf
        builder.editor.close_popover()


def test_a_starter_with_a_word_of_the_shop_asks_to_check_it(desk) -> None:
    tile = next(t for t in desk.page.list.gallery.tiles if t.filled is not None and t.filled.to_check)
    tile.click()
    desk.settle()
    assert "check that condition" in desk.builder.notice.findChild(Label).text()
    assert desk.builder.draft.node == tile.filled.tree


@pytest.mark.parametrize(
    ("typed", "shown", "count", "row"),
    [
        ("浙江", "Province · 浙江", "15", Row(Field("province", "is", "浙江"))),
        ("zhej", "Province · 浙江", "15", Row(Field("province", "is", "浙江"))),
        ("VIP", "Tag · VIP", "6", VIP),
        ("taob", "Platform · Taobao", "60", Row(Field("platform", "is", "taobao"))),
    ],
)
def test_a_value_is_found_with_its_people_and_is_a_condition_at_once(
    desk, builder, qtbot: QtBot, typed, shown, count, row
) -> None:
    builder._add_condition()
    choices = choices_of(builder)
    choices.search.setText(typed)
    choices.search.flush()
    item = choices.list.item(0)
    assert (item.text(), item.data(USER + 1)) == (shown, count)
    qtbot.keyClick(choices.search, Qt.Key.Key_Return)
    assert tree.at(builder.draft.root, (1,)) == row
    assert builder.editor._popover is None  # nothing is left to say


def test_a_word_of_the_titles_is_found_and_its_days_are_asked(builder, qtbot: QtBot) -> None:
    builder._add_condition()
    type_and_enter(qtbot, choices_of(builder), "猫粮")
    leaf = tree.at(builder.draft.root, (1,)).leaf
    assert leaf.orders.product.titles == ("猫粮",)
    assert builder.editor._popover is not None


def test_values_are_not_in_the_way_before_something_is_typed(builder) -> None:
    builder._add_condition()
    choices = choices_of(builder)
    assert not any(" · " in choices.list.item(row).text() for row in range(choices.list.count()))
