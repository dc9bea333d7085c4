"""Earlier days: the slider, the day itself and the chart ask the same segment as of a day; today comes back."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.segments.insight.day_slider import DaySlider
from desktop.segments.insight.size_chart import SizeChart
from local_db.segments.evaluate import Evaluator
from local_db.segments.size_history import SizePoint, first_day
from local_db.segments.tree import parse

TREE = {"all": [{"field": "orders", "op": ">=", "value": 3}, {"not": {"tag": "VIP"}}]}
TODAY = date(2026, 11, 24)


@pytest.fixture
def builder(desk):
    return desk.open(tree=TREE, name="Often")


def today_of(desk) -> date:
    return datetime.now(UTC).astimezone(desk.context.rosters.current().zone).date()


def counted(desk, day: date | None) -> int:
    evaluator = Evaluator(desk.context.rosters.current())
    return evaluator.evaluate(parse(TREE), now=datetime.now(UTC), as_of=day).count


def later(desk, qtbot: QtBot) -> None:
    """After the pause in which nothing more was changed, what takes longer is there too."""
    qtbot.waitUntil(lambda: not desk.builder.insight._pause.isActive())
    desk.settle()


def test_the_days_are_those_of_the_shop(desk, builder) -> None:
    slider = builder.insight.as_of.slider
    assert (slider._first, slider._last) == (first_day(desk.context.rosters.current()), today_of(desk))


def test_the_line_is_hidden_until_it_is_wanted(builder) -> None:
    bar = builder.insight.as_of
    assert not bar.isVisible()
    builder.header.as_of.click()
    assert bar.isVisible()
    assert bar.slider.hasFocus()


@pytest.mark.parametrize(
    ("key", "days"), [(Qt.Key.Key_Left, 1), (Qt.Key.Key_Down, 1), (Qt.Key.Key_PageDown, 30), (Qt.Key.Key_Right, 0)]
)
def test_keys_go_from_day_to_day(desk, builder, key, days) -> None:
    builder.header.as_of.click()
    QTest.keyClick(builder.insight.as_of.slider, key)
    desk.settle()
    day = today_of(desk) - timedelta(days=days)
    assert builder.answer.question.as_of == (day if days else None)
    assert builder.answer.count == counted(desk, day if days else None)
    assert builder.insight.as_of.field.value() == day


def test_a_drag_counts_every_row_and_lists_the_people_when_it_ends(desk, builder) -> None:
    builder.header.as_of.click()
    slider = builder.insight.as_of.slider
    shown = builder.members.model.rows
    middle = QPoint(slider.width() // 2, 12)
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=middle)
    desk.settle()
    assert builder.answer.question.quick
    assert builder.answer.count == counted(desk, slider.day)
    assert builder.view.views[(0,)].columns.count.text() == str(builder.answer.nodes["/all/0"].count)
    assert builder.members.model.rows == shown  # not emptied meanwhile
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=middle)
    desk.settle()
    assert not builder.answer.question.quick
    assert builder.answer.question.as_of == slider.day
    assert len(builder.members.model.rows) == builder.answer.count


def test_a_typed_day_moves_the_slider(desk, builder) -> None:
    builder.header.as_of.click()
    day = today_of(desk) - timedelta(days=45)
    builder.insight.as_of.field.set_value(day)
    desk.settle()
    assert builder.insight.as_of.slider.day == day
    assert builder.header.as_of.text() == f"As of {day.isoformat()}"
    assert builder.answer.count == counted(desk, day)


def test_closing_the_line_is_today_again(desk, builder) -> None:
    builder.header.as_of.click()
    builder.insight.as_of.chips[0].click()
    desk.settle()
    assert builder.draft.as_of == today_of(desk) - timedelta(days=30)
    builder.insight.as_of.close_button.click()
    desk.settle()
    assert builder.draft.as_of is None
    assert not builder.insight.as_of.isVisible()
    assert builder.answer.count == counted(desk, None)


def test_today_keeps_its_leaves_while_days_are_passed_over(desk, builder) -> None:
    present = desk.page._counting.evaluator(None)
    kept = len(present._leaves._values)
    for days in range(1, 40):
        builder.set_day(today_of(desk) - timedelta(days=days), passing=True)
    desk.settle()
    assert desk.page._counting.evaluator(None) is present
    assert len(present._leaves._values) == kept


def test_the_chart_shows_the_counts_of_the_month_ends(desk, builder, qtbot: QtBot) -> None:
    later(desk, qtbot)
    points = builder.insight.chart.points
    assert len(points) == 25
    assert points[-1].count == builder.answer.count
    for point in points[-4:-1]:
        assert point.count == counted(desk, point.day)


def test_a_point_of_the_chart_is_a_day_to_ask_about(desk, builder, qtbot: QtBot) -> None:
    later(desk, qtbot)
    chart = builder.insight.chart
    chart.setFocus()
    for _ in range(3):
        QTest.keyClick(chart, Qt.Key.Key_Left)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    desk.settle()
    assert builder.draft.as_of == chart.points[-3].day
    assert builder.insight.as_of.isVisible()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    desk.settle()
    assert builder.draft.as_of is None


def test_the_chart_is_asked_by_the_pointer_too(qtbot: QtBot) -> None:
    chart = SizeChart()
    qtbot.addWidget(chart)
    chart.resize(300, 64)
    points = [SizePoint(date(2026, month, 1), month, 10) for month in range(1, 12)]
    chart.set_points(points)
    chosen = []
    chart.day_chosen.connect(chosen.append)
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(1, 20))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPoint(299, 20))
    assert chosen == [date(2026, 1, 1), None]
    assert chart.accessibleDescription().startswith("2026-01-01 1; ")


@pytest.mark.parametrize("points", [[], [SizePoint(TODAY, 0, 0)], [SizePoint(TODAY, 0, 0)] * 3])
def test_a_chart_without_anybody_can_be_painted(qtbot: QtBot, points: list[SizePoint]) -> None:
    chart = SizeChart()
    qtbot.addWidget(chart)
    chart.set_points(points)
    chart.grab()


@pytest.mark.parametrize(
    ("first", "wanted", "shown"),
    [
        (TODAY - timedelta(days=10), TODAY - timedelta(days=5), TODAY - timedelta(days=5)),
        (TODAY - timedelta(days=10), TODAY - timedelta(days=50), TODAY - timedelta(days=10)),
        (TODAY - timedelta(days=10), TODAY + timedelta(days=5), TODAY),
        (TODAY, TODAY - timedelta(days=1), TODAY),
        (TODAY + timedelta(days=3), TODAY, TODAY),
    ],
)
def test_the_knob_stays_within_the_days(qtbot: QtBot, first: date, wanted: date, shown: date) -> None:
    slider = DaySlider()
    qtbot.addWidget(slider)
    slider.set_days(first, TODAY)
    slider.set_day(wanted)
    assert slider.day == shown
    slider.grab()
