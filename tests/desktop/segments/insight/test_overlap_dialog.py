"""The drawn overlap: numbers add up, every region can be pressed where its number is, and becomes a segment."""

from __future__ import annotations

import itertools
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.segments.insight.overlap_dialog import NOTHING, OverlapDialog
from desktop.segments.insight.venn import Venn
from local_db.segments import actions
from local_db.segments.model import SavedSegment
from local_db.segments.tree import parse

OFTEN = {"all": [{"field": "orders", "op": ">=", "value": 3}]}
OTHERS = {
    "VIPs": {"tag": "VIP"},
    "East": {"field": "province", "op": "in", "value": ["浙江", "上海"]},
}


@pytest.fixture
def dialog(desk):
    for name, node in OTHERS.items():
        actions.save_segment(desk.context.shop, SavedSegment(name, parse(node)), now=datetime.now(UTC))
    builder = desk.open(tree=OFTEN, name="Often")
    builder.insight.open_overlap()
    desk.settle()
    (made,) = builder.findChildren(OverlapDialog)
    return made


def names(field) -> list[str]:
    return [field.itemText(place) for place in range(field.count())]


def test_this_segment_is_first_and_the_saved_ones_are_offered(dialog) -> None:
    assert names(dialog.fields[0])[0] == "Often"
    assert set(names(dialog.fields[1])) == {"Often", "VIPs", "East"}
    assert dialog.fields[2].value() == NOTHING
    assert len(dialog.chosen) == 2


def test_the_regions_of_two_and_three_add_up(desk, dialog) -> None:
    for third in (NOTHING, 2):
        dialog.fields[2].set_value(third)
        desk.settle()
        found = dialog.overlap
        assert len(found.regions) == 2 ** len(dialog.chosen)
        assert sum(found.regions.values()) == found.everybody == 60
        counts = desk.page._counting.counts([one.node for one in dialog.chosen])
        for place, one in enumerate(dialog.chosen):
            assert found.size(place) == counts.people[one.node]


def test_a_region_becomes_a_segment_with_as_many_people(desk, dialog) -> None:
    dialog.fields[2].set_value(2)
    desk.settle()
    region = max(dialog.venn.regions, key=lambda one: (sum(one) > 1, dialog.overlap.regions[one]))
    count = dialog.overlap.regions[region]
    assert count
    dialog.buttons[region].click()
    desk.settle()
    assert not desk.builder.findChildren(OverlapDialog)
    assert desk.builder.answer.count == count
    assert desk.builder.draft.saved is None


def test_the_same_segment_twice_is_not_compared(desk, dialog) -> None:
    dialog.fields[1].set_value(0)
    desk.settle()
    assert dialog.overlap is None
    assert not dialog.buttons
    assert dialog._notice.text.startswith("Choose two or three different segments")


def test_a_region_of_nobody_is_not_offered(dialog) -> None:
    for region, button in dialog.buttons.items():
        assert button.isEnabled() == (dialog.overlap.regions[region] > 0)


@pytest.mark.parametrize("sets", [2, 3])
@pytest.mark.parametrize("size", [(320, 224), (400, 280), (700, 300)])
def test_a_number_stands_in_its_own_region(qtbot: QtBot, sets: int, size: tuple[int, int]) -> None:
    venn = Venn()
    qtbot.addWidget(venn)
    venn.resize(*size)
    regions = dict.fromkeys(itertools.product((True, False), repeat=sets), 5)
    venn.set_overlap(regions, ["x"] * sets)
    chosen = []
    venn.region_chosen.connect(chosen.append)
    assert len(venn.regions) == 2**sets - 1
    for region in venn.regions:
        place = venn.place_of(region)
        assert venn.region_at(place) == region
        QTest.mouseClick(venn, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert chosen == list(venn.regions)
    venn.grab()


def test_keys_go_through_the_regions(qtbot: QtBot) -> None:
    venn = Venn()
    qtbot.addWidget(venn)
    venn.set_overlap({(True, True): 1, (True, False): 2, (False, True): 3, (False, False): 9}, ["x", "y"])
    chosen = []
    venn.region_chosen.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Space):
        QTest.keyClick(venn, key)
    assert chosen == [(True, False), (True, True)]
