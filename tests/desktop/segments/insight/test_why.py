"""Why: a pasted nick, phone or order number lights every row with that member's own values."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from local_db.segments.evaluate import Evaluator
from local_db.segments.explain import explain
from local_db.segments.tree import parse

TREE = {
    "all": [
        {"field": "orders", "op": ">=", "value": 3},
        {"not": {"tag": "VIP"}},
        {"any": [{"field": "province", "op": "is", "value": "上海"}, {"ordered": {"times": [">=", 2]}}]},
    ]
}


@pytest.fixture
def builder(desk):
    return desk.open(tree=TREE, name="Often")


def ask(desk, text: str):
    builder = desk.builder
    builder.header.why.click()
    builder.insight.why.field.setText(text)
    builder.insight.why.field.flush()
    desk.settle()
    return builder.insight.why


def verdicts(builder) -> dict[tuple[int, ...], str]:
    return {
        path: view._verdict.text()
        for path, view in builder.view.views.items()
        if hasattr(view, "_verdict") and view._verdict.isVisible()
    }


def test_every_row_shows_the_members_own_value(desk, builder) -> None:
    bar = ask(desk, "会员18")  # four orders, tagged, lives in 广东
    assert verdicts(builder) == {(0,): "✓ 4 orders", (1,): "✗ yes", (2, 0): "✗ 广东", (2, 1): "✓ 4 times"}
    assert bar.name.text() == "会员18"
    assert bar.verdict.text() == "✗ not in the segment"
    assert bar.note.text() == "2 rows do not match"


@pytest.mark.parametrize("member", [6, 9, 13, 27, 41, 60])
def test_the_verdicts_are_the_engines(desk, builder, member: int) -> None:
    bar = ask(desk, f"会员{member}")
    roster = desk.context.rosters.current()
    evaluator = Evaluator(roster)
    number = int(np.searchsorted(roster.members.ids, member))
    said = explain(evaluator, parse(TREE), number, now=datetime.now(UTC))
    by_path = {one.path: one.matches for one in said}
    shown = verdicts(builder)
    for path, pointer in {(0,): "/all/0", (2, 0): "/all/2/any/0", (2, 1): "/all/2/any/1"}.items():
        assert shown[path].startswith("✓") == by_path[pointer]
    assert shown[(1,)].startswith("✓") != by_path["/all/1/not"]  # the row is turned round
    inside = evaluator.evaluate(parse(TREE), now=datetime.now(UTC)).bits.has(number)
    assert bar.verdict.text().startswith("✓" if inside else "✗")


@pytest.mark.parametrize(("text", "member"), [("41-3", 41), ("='41-3'", None), ("  会员41 ", 41), ("13800138020", 41)])
def test_members_are_found_by_what_names_them(desk, builder, text: str, member: int | None) -> None:
    bar = ask(desk, text)
    assert bar.member == member
    assert bool(verdicts(builder)) == (member is not None)


def test_several_are_chosen_from(desk, builder) -> None:
    bar = ask(desk, "13800138021")  # members 42 and 43 share it
    assert [chip.text() for chip in bar.chips] == ["会员42, Taobao, 13800138021", "会员43, Taobao, 13800138021"]
    assert not verdicts(builder)
    bar.chips[1].click()
    desk.settle()
    assert bar.member == 43
    assert bar.name.text() == "会员43"
    assert verdicts(builder)


def test_nobody_is_said_to_be_nobody(desk, builder) -> None:
    bar = ask(desk, "没有这个人")
    assert bar.note.text() == "Nobody of that name or number."
    assert not verdicts(builder)


def test_the_rows_follow_when_the_tree_changes(desk, builder) -> None:
    ask(desk, "会员18")
    builder.editor.turn((0,))
    desk.settle()
    assert verdicts(builder)[(0,)] == "✗ 4 orders"
    builder.editor.remove((1,))
    desk.settle()
    assert set(verdicts(builder)) == {(0,), (1, 0), (1, 1)}


@pytest.mark.parametrize("way", ["button", "escape"])
def test_there_is_a_way_to_leave(desk, builder, way: str) -> None:
    bar = ask(desk, "会员18")
    if way == "button":
        bar.close_button.click()
    else:
        bar.name.setFocus()
        QTest.keyClick(bar.name, Qt.Key.Key_Escape)
    desk.settle()
    assert not bar.isVisible()
    assert not verdicts(builder)
    assert bar.member is None


def test_the_member_can_be_opened(desk, builder) -> None:
    ask(desk, "会员18").name.click()
    assert desk.visited == [("members", {"member_id": 18})]


def test_a_member_of_later_is_told_as_unknown_on_an_earlier_day(desk, builder) -> None:
    ask(desk, "会员1")  # her only order is eleven days old
    builder.set_day(datetime.now(UTC).date().replace(year=datetime.now(UTC).year - 1))
    desk.settle()
    assert builder.insight.why.note.text() == "The shop did not know this member on that day."
    assert builder.insight.why.verdict.text() == "✗ not in the segment"


@pytest.mark.parametrize(("member", "said"), [(18, "✓"), (15, "✗")])
def test_a_group_says_whether_it_matches_as_a_whole(desk, builder, member: int, said: str) -> None:
    group = builder.view.views[(2,)]
    assert group.verdict.isHidden()
    bar = ask(desk, f"会员{member}")
    inside = [text.startswith("✓") for path, text in verdicts(builder).items() if path[:1] == (2,)]
    assert group.verdict.text() == said == ("✓" if any(inside) else "✗")
    assert builder.view.views[()].verdict.isHidden()  # the line above says it of the whole
    bar.put_away()
    assert group.verdict.isHidden()
