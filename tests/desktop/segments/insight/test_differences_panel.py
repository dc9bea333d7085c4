"""What makes people different, below the rows: figures of the engine, one press makes a condition or copies it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.segments.insight.differences_panel import UNDER, DifferencesPanel
from desktop.segments.insight.feature_words import feature_words
from local_db.segments.differences import Difference, Differences, Feature, FeatureKind
from local_db.segments.tree import Tag, parse_text

TREE = {"all": [{"field": "orders", "op": ">=", "value": 4}]}
VIP = Feature(FeatureKind.TAG, ("VIP",), Tag("VIP"))
STRONG = Difference(VIP, 40, 100, 100, 900, 50.0)
WEAK = Difference(Feature(FeatureKind.TAG, ("x",), Tag("x")), 2, 300, 100, 900, 30.0)


@pytest.fixture
def panel(qtbot: QtBot) -> DifferencesPanel:
    made = DifferencesPanel("en")
    qtbot.addWidget(made)
    return made


def texts(panel: DifferencesPanel) -> list[str]:
    return [label.text() for label in panel._rows.findChildren(QLabel)]


def test_rows_say_shares_and_ratio(panel) -> None:
    panel.set_differences(Differences(100, 900, (STRONG,), (WEAK,)), "CNY")
    assert texts(panel) == ["Segment", "Rest", "Times", "Tagged “VIP”", "40%", "11%", "3.6×"]
    panel.side._choose(UNDER)
    assert "2.0%" in texts(panel)
    assert panel.shown == (WEAK,)


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (Differences(0, 10, (), ()), "Nobody matches"),
        (Differences(10, 0, (), ()), "Everybody matches"),
        (Differences(10, 10, (), ()), "No clear difference"),
        (Differences(100, 900, (), (WEAK,)), "Nothing is clearly more frequent"),
    ],
)
def test_without_rows_it_says_why(panel, found: Differences, said: str) -> None:
    panel.set_differences(found, "CNY")
    assert panel._note.text().startswith(said)
    assert not panel.buttons


@pytest.mark.parametrize(
    ("feature", "said"),
    [
        (Feature(FeatureKind.PROVINCE, ("",), Tag("")), "Province unknown"),
        (Feature(FeatureKind.PROVINCE, ("浙江",), Tag("")), "Lives in 浙江"),
        (Feature(FeatureKind.PLATFORM, ("jd",), Tag("")), "Buys on JD"),
        (Feature(FeatureKind.CITY_TIER, ("new1",), Tag("")), "Lives in a new first-tier city"),
        (Feature(FeatureKind.HOURS, (21, 24), Tag("")), "Ordered between 21 and 24 o'clock"),
        (Feature(FeatureKind.WEEKDAY, (7,), Tag("")), "Ordered on a Sunday"),
        (Feature(FeatureKind.SPENT, (0, 100), Tag("")), "Spent less than ¥100"),
        (Feature(FeatureKind.SPENT, (300, 1000), Tag("")), "Spent ¥300 up to ¥1,000"),
        (Feature(FeatureKind.SPENT, (3000,), Tag("")), "Spent ¥3,000 or more"),
        (Feature(FeatureKind.WORD, ("冻干",), Tag("")), "Bought a product with “冻干”"),
        (Feature(FeatureKind.CATEGORY, ("猫粮",), Tag("")), "Bought from 猫粮"),
    ],
)
def test_every_kind_has_words(feature: Feature, said: str) -> None:
    assert feature_words(feature, "en", "CNY") == said


def later(desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.builder.insight._pause.isActive())
    desk.settle()


def test_one_press_makes_a_condition(desk, qtbot: QtBot) -> None:
    builder = desk.open(tree=TREE, name="Often")
    later(desk, qtbot)
    panel = builder.insight.differences
    first = panel.shown[0]
    assert first.segment == builder.answer.count
    panel.buttons[0].click()
    desk.settle()
    assert len(builder.draft.root.children) == 2
    assert builder.answer.nodes["/all/1"].count == first.inside + first.outside
    assert builder.answer.count == first.inside
    builder.editor.undo()
    desk.settle()
    assert builder.answer.count == first.segment


def test_one_press_copies_the_condition(desk, qtbot: QtBot) -> None:
    builder = desk.open(tree=TREE, name="Often")
    later(desk, qtbot)
    first = builder.insight.differences.shown[0]
    builder.insight.differences.buttons[1].click()
    assert parse_text(QGuiApplication.clipboard().text()) == first.feature.node


def test_everybody_is_not_compared(desk, qtbot: QtBot) -> None:
    builder = desk.open(new=True)
    later(desk, qtbot)
    assert not builder.insight.differences.isVisible()
