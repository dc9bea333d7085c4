"""The builder: its numbers are the engine's, and every change can be taken back."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.segments import edit_tree as tree
from desktop.segments.builder.choice_list import ChoiceList
from desktop.segments.builder.editors import RowEditor, Shown, editor_for
from desktop.segments.builder.row_view import MIME, RowView
from desktop.segments.edit_tree import Group, Join, Row
from desktop.segments.options import Option
from desktop.widgets.chip import Chip
from desktop.widgets.label import Label
from local_db.campaigns.actions import marketing_waterfall
from local_db.segments import actions
from local_db.segments.evaluate import evaluate
from local_db.segments.tree import (
    MAX_DEPTH,
    Field,
    InList,
    InSegment,
    Ordered,
    OrderFilter,
    Product,
    Random,
    Refunded,
    Rfm,
    Sent,
    Sequence,
    Tag,
    parse,
    parse_text,
    to_json,
    walk,
)

TREE = {
    "all": [
        {"ordered": {"within_days": 200, "product": {"title_has": "猫粮"}}},
        {"not": {"tag": "VIP"}},
        {"any": [{"field": "province", "op": "is", "value": name} for name in ("浙江", "上海")]},
        {"not": {"any": [{"field": "spent", "op": "<", "value": 20}]}},
    ]
}


@pytest.fixture
def builder(desk):
    return desk.open(tree=TREE, name="Cat food")


def rows_shown(builder):
    shown = {}
    for path, view in builder.view.views.items():
        shown[path] = (view.columns.count.text(), view.columns.removes.text())
    return shown


def test_every_row_shows_the_counts_of_the_engine(desk, builder) -> None:
    roster = desk.context.rosters.current()
    nodes = {node.path: node for node in evaluate(roster, parse(TREE), now=datetime.now(UTC)).nodes}
    shown = rows_shown(builder)
    for path, pointer in tree.pointers(builder.draft.root).items():
        if path:
            assert shown[path][0] == f"{nodes[pointer].count:,}"
        if len(path) == 1:
            assert shown[path][1] == (f"−{nodes[pointer].removes:,}" if nodes[pointer].removes else "0")
        elif path:
            assert shown[path][1] == ""
    assert builder.number._number.text() == f"{nodes[''].count:,}"


def test_the_waterfall_is_that_of_a_campaign(desk, builder) -> None:
    roster = desk.context.rosters.current()
    now = datetime.now(UTC)
    matched = evaluate(roster, parse(TREE), now=now).matched
    waterfall = marketing_waterfall(desk.context.shop, roster, matched, now=now)
    reach = builder.answer.reach
    assert reach.steps == tuple((step.code.value, step.removed) for step in waterfall.steps)
    assert reach.left == len(waterfall.numbers)
    assert builder.answer.count - sum(removed for _, removed in reach.steps) == reach.left


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Bought a product titled “猫粮” in the last 200 days"),
        ("zh", "近 200 天买过标题含“猫粮”的商品"),
    ],
)
def test_the_sentence_is_said_in_the_language_of_the_window(desk_over: Callable, stocked, language, said) -> None:
    builder = desk_over(stocked, language).open(tree=TREE, name="x")
    assert said in builder.header.sentence.text()
    assert builder.header.sentence.toolTip() not in {"", builder.header.sentence.text()}


def test_undo_and_redo_bring_rows_and_counts_back(desk, builder) -> None:
    before = builder.answer.count
    builder.editor.remove((2,))
    desk.settle()
    after = builder.answer.count
    assert after > before
    builder.editor.undo()
    desk.settle()
    assert builder.answer.count == before
    assert tree.to_node(builder.draft.root) == parse(TREE)
    builder.editor.redo()
    desk.settle()
    assert builder.answer.count == after


def test_saving_and_reopening(desk, builder) -> None:
    builder.save()
    desk.settle()
    (saved,) = actions.list_segments(desk.context.shop)
    assert (saved.name, saved.tree) == ("Cat food", parse(TREE))
    assert not builder.draft.unsaved
    assert not builder.header.save.isEnabled()
    builder.editor.turn((1,))
    desk.settle()
    assert builder.header.save.isEnabled()
    builder.save()
    desk.settle()
    assert actions.list_segments(desk.context.shop)[0].tree == parse(
        {"all": [TREE["all"][0], {"tag": "VIP"}, *TREE["all"][2:]]}
    )


@pytest.mark.parametrize("name", ["", "  "])
def test_a_segment_without_a_name_is_not_saved(desk, builder, name) -> None:
    builder.header.name.setText(name)
    builder.header.name.textEdited.emit(name)
    builder.save()
    desk.settle()
    assert actions.list_segments(desk.context.shop) == ()
    assert builder.header._error.isVisible()


def test_changes_can_be_discarded(desk, builder) -> None:
    builder.save()
    desk.settle()
    builder.editor.remove((0,))
    builder.discard_changes()
    desk.settle()
    assert not builder.draft.unsaved
    assert builder.draft.node == parse(TREE)


def test_use_in_a_campaign_saves_first(desk, builder) -> None:
    builder.header.use.click()
    desk.settle()
    (saved,) = actions.list_segments(desk.context.shop)
    assert desk.visited == [("campaigns", {"segment_id": saved.id})]


def test_a_campaign_is_for_today_and_that_is_said_first(desk, builder) -> None:
    told = []
    desk.context.notices.shown.connect(told.append)
    builder.editor.put(tree.from_node(parse({"all": [{"field": "orders", "op": ">=", "value": 1}]})))
    builder.set_day(datetime.now(UTC).date() - timedelta(days=40))
    desk.settle()
    earlier = builder.answer.count
    builder.header.use.click()
    desk.settle()
    assert desk.visited == []
    assert builder.answer.count > earlier
    assert builder.header.as_of.text() == "As of today"
    (notice,) = told
    assert f" {builder.answer.count} people" in notice.text
    notice.action()
    desk.settle()
    assert [page for page, _ in desk.visited] == ["campaigns"]


def test_a_double_click_on_a_member_leads_to_them(desk, builder) -> None:
    first = builder.answer.members[0]
    builder.members.table.row_activated.emit(0)
    assert desk.visited == [("members", {"member_id": first.id})]


@pytest.mark.parametrize(("column", "key"), [(1, "spent"), (2, "orders")])
def test_members_are_sorted_by_the_header(desk, builder, column, key) -> None:
    builder.editor.put(Group())
    for order, up in ((Qt.SortOrder.AscendingOrder, True), (Qt.SortOrder.DescendingOrder, False)):
        builder.members.table.sortByColumn(column, order)
        desk.settle()
        values = [getattr(member, key) for member in builder.answer.members]
        assert values == sorted(values, reverse=not up)


def test_an_earlier_day_counts_again(desk, builder) -> None:
    builder.editor.put(tree.from_node(parse({"all": [{"field": "orders", "op": ">=", "value": 1}]})))
    desk.settle()
    today = builder.answer.count
    builder.set_day(datetime.now(UTC).date() - timedelta(days=40))
    desk.settle()
    assert builder.answer.count < today
    assert builder.answer.everybody < 60
    builder.set_day(None)
    desk.settle()
    assert builder.answer.count == today


# --- text ---


def test_a_tree_is_copied_and_pasted_as_text(desk, builder) -> None:
    builder.editor.copy(())
    assert json.loads(QGuiApplication.clipboard().text()) == TREE
    empty = desk.open(new=True)
    empty.editor.paste(())
    desk.settle()
    assert empty.draft.node == parse(TREE)


def test_a_pasted_condition_stands_below_its_row(builder) -> None:
    QGuiApplication.clipboard().setText('{"tag": "new"}')
    builder.editor.paste((0,))
    assert tree.at(builder.draft.root, (1,)) == Row(Tag("new"))


def test_a_new_segment_saved_twice_at_once_is_one(desk, builder) -> None:
    builder.save()
    builder.header.name.setText("Cat food!")
    builder.header.name.textEdited.emit("Cat food!")
    builder.save()
    desk.settle()
    assert [segment.name for segment in actions.list_segments(desk.context.shop)] == ["Cat food!"]
    assert not builder.draft.unsaved


@pytest.mark.parametrize("text", ["", "{", "[]", '{"tag": ""}', '{"field": "colour", "op": "is"}', '{"all": {}}'])
def test_a_mistake_in_pasted_text_is_told_and_changes_nothing(builder, text) -> None:
    before = builder.draft.root
    QGuiApplication.clipboard().setText(text)
    builder.editor.paste((0,))
    assert builder.draft.root == before
    assert builder.notice.isVisible()
    assert builder.notice.text


def test_groups_are_nested_no_deeper_than_can_be_stored(desk) -> None:
    groups = MAX_DEPTH - 1
    builder = desk.open(tree=json.loads('{"any": [' * groups + '{"tag": "VIP"}' + "]}" * groups), name="Deep")
    before = builder.draft.root
    assert tree.depth(before) == MAX_DEPTH
    QGuiApplication.clipboard().setText('{"any": [{"all": []}]}')
    deepest = (0,) * (groups - 1)
    for change in (builder.editor.wrap, builder.editor.turn, builder.editor.mute, builder.editor.paste):
        builder.notice.hide()
        change(deepest)
        assert builder.notice.isVisible()
        assert builder.draft.root == before
    builder.editor.unwrap(deepest)
    assert tree.depth(builder.draft.root) == MAX_DEPTH - 1


@pytest.mark.parametrize(
    "text",
    ['{"tag": "a"}', '{"not": {"muted": {"tag": "a"}}}', '{"not": {"all": [{"any": []}, {"muted": {"all": []}}]}}'],
)
def test_the_depth_of_what_is_edited_is_that_of_what_is_stored(text) -> None:
    item = tree.from_node(parse_text(text))
    paths = [path for path, _ in walk(tree.to_node(item))]
    assert tree.depth(item) == 1 + max(sum(not step.isdigit() for step in path.split("/")[1:]) for path in paths)


# --- editing in place ---


def options_of(*words):
    provinces = [Option(word, word, 1) for word in words]
    more = {"promotion": "双11", "category": "主粮", "list": "地推", "segment": "3", "campaign": "3", "reason": "质量"}
    found = {key: [Option(value, value, 3)] for key, value in more.items()}
    found["campaign"].append(Option("4", "双12", 2))
    found["status"] = [Option(status, status, 1) for status in ("paid", "unpaid")]
    return {"province": provinces, "ordered": [Option("冻干", "冻干", 3)], **found}


SHOWN = Shown("en", "CNY", date(2026, 11, 22), options_of("浙江", "上海", "广东"))


def edited(qtbot, row, act):
    """The row after something was done to its editor."""
    editor = editor_for(row, SHOWN)
    qtbot.addWidget(editor)
    act(editor)
    return editor.row


def field(name, op, value=None):
    return Row(Field(name, op, value))


def ordered(**filters):
    return Row(Ordered(OrderFilter(**filters)))


def choose(control, key):
    """Press an option of a segmented control."""
    control.set_current(key)
    control.chosen.emit(key)


CASES = {
    "money": (
        field("spent", ">=", Decimal(200)),
        lambda e: e.low.setValue(99.5),
        field("spent", ">=", Decimal("99.5")),
    ),
    "operator": (field("orders", ">=", 2), lambda e: e.op.set_value("<"), field("orders", "<", 2)),
    "between": (
        field("orders", ">=", 5),
        lambda e: (e.op.set_value("between"), e.high.setValue(3)),
        field("orders", "between", (3, 5)),
    ),
    "days": (
        field("last_order", "within_days", 90),
        lambda e: e.days.setValue(7),
        field("last_order", "within_days", 7),
    ),
    "never": (field("last_order", "within_days", 90), lambda e: e.op.set_value("never"), field("last_order", "never")),
    "date": (
        field("first_order", "before", date(2026, 1, 1)),
        lambda e: e.day.set_value(date(2026, 2, 1)),
        field("first_order", "before", date(2026, 2, 1)),
    ),
    "flag": (
        field("has_phone", "is", True),
        lambda e: e.answer.chosen.emit("no"),
        field("has_phone", "is", False),
    ),
    "several": (
        field("province", "is", "浙江"),
        lambda e: e.choices._switch("上海"),
        field("province", "in", ("浙江", "上海")),
    ),
    "turned": (
        field("province", "is", "浙江"),
        lambda e: (e.verdict.set_current("is_not"), e.verdict.chosen.emit("is_not")),
        Row(Field("province", "is", "浙江"), negated=True),
    ),
    "consent": (
        Row(Field("consent", "is", "granted", "sms")),
        lambda e: e.state.set_value("unknown"),
        Row(Field("consent", "is", "unknown", "sms")),
    ),
    "word": (Row(Ordered()), lambda e: e.filter.words._take("冻干"), ordered(product=Product(titles=("冻干",)))),
    "window": (ordered(within_days=30), lambda e: choose(e.filter.window_field.kind, "ever"), Row(Ordered())),
    "days before": (
        ordered(within_days=30),
        lambda e: choose(e.filter.window_field.kind, "before"),
        ordered(before_days=30),
    ),
    "dates": (
        ordered(from_day=date(2026, 1, 1)),
        lambda e: e.filter.window_field.last.set_value(date(2025, 6, 1)),
        ordered(from_day=date(2025, 6, 1), to_day=date(2026, 1, 1)),
    ),
    "times": (Row(Ordered()), lambda e: e.times.setValue(3), Row(Ordered(number=3))),
    "sum": (
        Row(Ordered()),
        lambda e: (choose(e.measure, "sum"), e.sum.setValue(99.5)),
        Row(Ordered(measure="sum", number=Decimal("99.5"))),
    ),
    "pieces": (
        Row(Ordered()),
        lambda e: (choose(e.measure, "items"), e.items.setValue(6)),
        Row(Ordered(measure="items", number=6)),
    ),
    "category": (
        Row(Ordered()),
        lambda e: (e.filter.add("category"), e.filter.parts["category"].choices.chips["主粮"].toggle()),
        ordered(product=Product(categories=("主粮",))),
    ),
    "statuses in their order": (
        ordered(statuses=("paid",)),
        lambda e: e.filter.parts["status"].choices.chips["unpaid"].toggle(),
        ordered(statuses=("unpaid", "paid")),
    ),
    "price": (
        Row(Ordered()),
        lambda e: (e.filter.add("price"), e.filter.parts["price"].high.setValue(50)),
        ordered(product=Product(price=(None, Decimal(50)))),
    ),
    "paid, ends turned": (
        ordered(amount=(Decimal(80), None)),
        lambda e: e.filter.parts["amount"].high.setValue(20),
        ordered(amount=(Decimal(20), Decimal(80))),
    ),
    "hours": (ordered(hours=(20, 24)), lambda e: e.filter.parts["hours"].last.setValue(6), ordered(hours=(20, 6))),
    "weekdays": (Row(Ordered()), lambda e: e.filter.add("weekdays"), ordered(weekdays=(6, 7))),
    "weekday taken away": (
        ordered(weekdays=(6, 7)),
        lambda e: e.filter.parts["weekdays"].chips[5].setChecked(False),
        ordered(weekdays=(7,)),
    ),
    "any promotion": (Row(Ordered()), lambda e: e.filter.add("promotion"), ordered(promotions=())),
    "a promotion": (
        ordered(promotions=()),
        lambda e: e.filter.parts["promotion"].choices.chips["双11"].toggle(),
        ordered(promotions=("双11",)),
    ),
    "latest": (
        Row(Ordered()),
        lambda e: (e.filter.add("which"), choose(e.filter.parts["which"].which, "last")),
        ordered(which="last"),
    ),
    "pause": (Row(Ordered()), lambda e: e.filter.add("pause"), ordered(after_gap_days=90)),
    "a filter removed": (
        ordered(platforms=("jd",), shops=("喵屋",)),
        lambda e: e.filter.remove("platform"),
        ordered(shops=("喵屋",)),
    ),
    "followed": (
        Row(Sequence(within_days=30)),
        lambda e: (e.then.words._take("猫砂"), e.days.setValue(14)),
        Row(Sequence(then=OrderFilter(product=Product(titles=("猫砂",))), within_days=14)),
    ),
    "not followed, ever": (
        Row(Sequence(within_days=30)),
        lambda e: (choose(e.verdict, "absent"), e.limited.setChecked(False)),
        Row(Sequence(absent=True)),
    ),
    "random": (Row(Random(0, 10)), lambda e: e.high.setValue(50), Row(Random(0, 50))),
    "random, ends turned": (Row(Random(20, 30)), lambda e: e.high.setValue(5), Row(Random(5, 20))),
    "scores": (Row(Rfm(r=(4, 5))), lambda e: e._ranges[1][0].set_value(3), Row(Rfm(r=(4, 5), f=(3, 5)))),
    "list": (Row(InList(""), unfinished=True), lambda e: e.choices._switch("地推"), Row(InList("地推"))),
    "segment": (Row(InSegment(0), unfinished=True), lambda e: e.choices._switch("3"), Row(InSegment(3))),
    "birthday": (field("birthday", "in_days", 7), lambda e: choose(e.op, "month"), field("birthday", "month", 11)),
    "birthday known": (field("birthday", "month", 3), lambda e: choose(e.op, "known"), field("birthday", "known")),
    "note": (field("note", "any"), lambda e: e.text.setText(" 尺码"), field("note", "has", "尺码")),
    "any note": (field("note", "has", "尺码"), lambda e: e.text.clear(), field("note", "any")),
    "sent": (
        Row(Sent(within_days=30)),
        lambda e: choose(e.channel, "email"),
        Row(Sent(within_days=30, channel="email")),
    ),
    "sent for": (Row(Sent(campaign=3)), lambda e: e.choices._switch("4"), Row(Sent(campaign=4))),
    "sent for any": (Row(Sent(campaign=3)), lambda e: e.choices._switch("3"), Row(Sent())),
    "refund": (Row(Refunded()), lambda e: e.choices._switch("质量"), Row(Refunded(("质量",)))),
    "percent": (
        field("overdue", ">=", Decimal(150)),
        lambda e: e.low.setValue(99.5),
        field("overdue", ">=", Decimal("99.5")),
    ),
    "closed set": (
        field("city_tier", "is", "1"),
        lambda e: e.choices._switch("new1"),
        field("city_tier", "in", ("1", "new1")),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_an_editor_says_the_row_as_it_is_shown(qtbot, name) -> None:
    row, act, expected = CASES[name]
    assert edited(qtbot, row, act) == expected
    assert parse(to_json(tree.to_node(expected))) == tree.to_node(expected)


def popover_editor(builder):
    popover = builder.editor._popover
    return popover, popover.findChild(RowEditor) or popover.findChild(ChoiceList)


def test_a_condition_is_edited_where_it_stands_and_undone_at_once(desk, builder) -> None:
    view = builder.view.views[(3, 0)]
    chip = next(chip for chip in view.findChildren(Chip) if "20" in chip.text())
    chip.click()
    _, editor = popover_editor(builder)
    for value in (30, 300, 3000):
        editor.low.setValue(value)
    desk.settle()
    assert tree.at(builder.draft.root, (3, 0)).leaf.value == 3000
    builder.editor.undo()
    assert tree.at(builder.draft.root, (3, 0)).leaf.value == 20
    assert not builder.draft.history.can_undo


def test_esc_takes_the_changes_of_an_editor_back(builder, qtbot: QtBot) -> None:
    builder.editor.edit((3, 0), builder.view.views[(3, 0)])
    popover, editor = popover_editor(builder)
    editor.low.setValue(500)
    qtbot.keyClick(popover, Qt.Key.Key_Escape)
    assert tree.to_node(builder.draft.root) == parse(TREE)
    assert not builder.draft.history.can_undo
    assert builder.editor._popover is None


def test_a_new_condition_is_found_by_typing_and_edited_at_once(desk, builder) -> None:
    builder._add_condition()
    _, choices = popover_editor(builder)
    choices.search.setText("total sp")
    choices.search.flush()
    assert choices.list.count() == 1
    choices.list.entered_row.emit(choices.list.item(0))
    desk.settle()
    assert tree.at(builder.draft.root, (4,)) == Row(Field("spent", ">=", Decimal(200)))
    _, editor = popover_editor(builder)
    assert editor.low.value() == 200


def test_an_empty_segment_offers_likely_conditions(desk) -> None:
    builder = desk.open(new=True)
    assert builder.first.isVisible()
    builder.first.findChildren(Chip)[0].click()
    desk.settle()
    assert isinstance(tree.at(builder.draft.root, (0,)).leaf, Ordered)
    assert not builder.first.isVisible()


def test_a_new_group_asks_for_its_first_condition(desk, builder) -> None:
    builder.editor.add_group()
    _, choices = popover_editor(builder)
    choices.activated.emit("has_phone")
    desk.settle()
    assert tree.at(builder.draft.root, (4,)) == Group(Join.ANY, (Row(Field("has_phone", "is", True)),))


def test_fields_are_found_by_pinyin_in_chinese(desk_over: Callable, stocked) -> None:
    builder = desk_over(stocked, "zh").open(new=True)
    builder._add_condition()
    _, choices = popover_editor(builder)
    for typed in ("ljsf", "leijishifu", "累计实"):
        choices.search.setText(typed)
        choices.search.flush()
        assert [choices.list.item(0).text(), choices.list.count()] == ["累计实付", 1]


def test_values_are_offered_with_their_people(builder) -> None:
    counts = {entry.value: entry.count for entry in builder.editor.options["province"]}
    assert counts == {"浙江": 15, "上海": 15, "广东": 15, "": 15}
    assert "猫粮" in {entry.value for entry in builder.editor.options["ordered"]}


# --- by pointer and keyboard ---


def open_menu(path, builder):
    """The texts and actions of an item's menu, taken while it is open."""
    builder.view.menu_wanted.emit(path, QPoint(10, 10))
    menu = QApplication.activePopupWidget()
    actions_by_text = {action.text().split("\t")[0]: action for action in menu.actions() if action.text()}
    menu.close()
    return actions_by_text


@pytest.mark.parametrize(
    ("path", "word", "expected"),
    [
        ((0,), "Duplicate", lambda t: [*t[:1], t[0], *t[1:]]),
        ((0,), "Delete", lambda t: t[1:]),
        ((1,), "Turn into its opposite", lambda t: [t[0], {"tag": "VIP"}, *t[2:]]),
        ((1,), "Put into a group", lambda t: [t[0], {"any": [t[1]]}, *t[2:]]),
        ((2,), "Dissolve the group", lambda t: [*t[:2], *t[2]["any"], t[3]]),
        ((1,), "Move up", lambda t: [t[1], t[0], *t[2:]]),
    ],
)
def test_the_menu_of_an_item_does_what_it_says(builder, path, word, expected) -> None:
    open_menu(path, builder)[word].trigger()
    assert to_json(tree.to_node(builder.draft.root)) == {"all": expected(TREE["all"])}


def test_the_not_tag_is_taken_away_by_pressing_it(builder, qtbot: QtBot) -> None:
    tag = next(chip for chip in builder.view.views[(1,)].findChildren(Chip) if chip.property("tone") == "bad")
    qtbot.mouseClick(tag, Qt.MouseButton.LeftButton)
    assert tree.at(builder.draft.root, (1,)) == Row(Tag("VIP"))


def test_a_press_beside_an_editor_closes_it(builder, qtbot: QtBot) -> None:
    builder.editor.edit((3, 0), builder.view.views[(3, 0)])
    host = popover_editor(builder)[0].parentWidget()
    beside = builder.number.mapTo(host, builder.number.rect().center())
    qtbot.mouseClick(host.childAt(beside), Qt.MouseButton.LeftButton)
    assert builder.editor._popover is None


def test_an_editor_goes_with_its_page(desk, builder) -> None:
    builder.editor.edit((3, 0), builder.view.views[(3, 0)])
    builder.left.emit()
    assert builder.editor._popover is None


def test_pasting_while_an_editor_is_open_closes_it(builder) -> None:
    builder.editor.edit((3, 0), builder.view.views[(3, 0)])
    QGuiApplication.clipboard().setText('{"tag": "new"}')
    builder.editor.paste((0,))
    assert builder.editor._popover is None


def drop(builder, source, target_view, *, below=False):
    """Drag the item at a path onto the upper or lower edge of a view."""
    data = QMimeData()
    data.setData(MIME, ",".join(str(place) for place in source).encode())
    place = target_view.mapTo(builder.view, QPoint(40, target_view.height() if below else 0))
    arguments = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    builder.view.dragMoveEvent(QDragMoveEvent(place, *arguments))
    assert builder.view._line.isVisible()
    builder.view.dropEvent(QDropEvent(QPointF(place), *arguments))


def test_a_row_is_dragged_within_and_into_a_group(builder) -> None:
    first = tree.at(builder.draft.root, (0,))
    drop(builder, (0,), builder.view.views[(1,)], below=True)
    assert tree.at(builder.draft.root, (1,)) == first
    drop(builder, (1,), builder.view.views[(2, 1)])
    assert tree.at(builder.draft.root, (1, 1)) == first
    builder.editor.undo()
    builder.editor.undo()
    assert tree.to_node(builder.draft.root) == parse(TREE)


def test_a_group_is_not_dropped_into_itself(builder) -> None:
    drop(builder, (2,), builder.view.views[(2, 1)])
    assert {str(item) for _, item in tree.walk(builder.draft.root) if isinstance(item, Row)} == {
        str(item) for _, item in tree.walk(tree.from_node(parse(TREE))) if isinstance(item, Row)
    }
    assert isinstance(tree.at(builder.draft.root, (2,)), Group)


def test_rows_are_moved_and_deleted_by_keyboard(desk, builder, qtbot: QtBot) -> None:
    builder.view.focus((0,))
    assert builder.view.focused_path() == (0,)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert builder.view.focused_path() == (1,)
    assert isinstance(tree.at(builder.draft.root, (1,)).leaf, Ordered)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert all(not isinstance(getattr(item, "leaf", None), Ordered) for _, item in tree.walk(builder.draft.root))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert tree.to_node(builder.draft.root) == parse(TREE)


def test_enter_edits_the_row(builder, qtbot: QtBot) -> None:
    builder.view.focus((1,))
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert builder.editor._popover is not None


def test_arrow_keys_walk_the_rows(builder, qtbot: QtBot) -> None:
    builder.view.focus((0,))
    seen = []
    for _ in range(4):
        seen.append(builder.view.focused_path())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert seen == [(0,), (1,), (2,), (2, 0)]


def test_every_control_has_a_name(builder) -> None:
    from PySide6.QtWidgets import QAbstractButton, QLineEdit

    for control in [*builder.findChildren(QAbstractButton), *builder.findChildren(QLineEdit)]:
        if control.isVisible() and control.focusPolicy() != Qt.FocusPolicy.NoFocus:
            named = control.accessibleName() or (control.text() if isinstance(control, QAbstractButton) else "")
            assert named, control


def test_rows_stay_the_same_widgets_while_the_shape_does(builder) -> None:
    before = dict(builder.view.views)
    builder.editor.turn((0,))
    assert builder.view.views == before
    assert isinstance(before[(0,)], RowView)
    assert before[(0,)].accessibleName().startswith("Not: ")


def test_what_is_copied_is_what_a_command_reads(builder) -> None:
    builder.editor.copy((2,))
    assert parse_text(QGuiApplication.clipboard().text()) == parse(TREE["all"][2])


@pytest.mark.parametrize(
    ("condition", "typed", "kept"),
    [
        (field("orders", ">=", 2), "-3", 2),
        (field("orders", ">=", 2), "99999999999999", 999999999),
        (field("spent", ">=", Decimal(200)), "-3", 200),
        (ordered(within_days=30), "0", 30),
    ],
)
def test_a_number_that_cannot_be_used_is_told(desk, builder, qtbot: QtBot, condition, typed, kept) -> None:
    builder.editor.put(Group(children=(condition,)))
    builder.editor.edit((0,), builder.view.views[(0,)].anchor())
    popover, editor = popover_editor(builder)
    number = QApplication.focusWidget()
    qtbot.keyClicks(number, typed)
    told = [label for label in editor.findChildren(Label) if label.isVisible() and "number from" in label.text()]
    assert len(told) == 1
    assert number.property("wrong")
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert popover.is_open
    assert number.value() <= kept
    qtbot.keyClick(number, Qt.Key.Key_Escape)
    assert tree.at(builder.draft.root, (0,)) == condition
