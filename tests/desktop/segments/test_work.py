"""What the builder offers: never a segment that would ask for itself, and every value with its people."""

from __future__ import annotations

import pytest

from desktop.segments.builder.work import FILLED_FROM_THE_SHOP, offers, reaches
from desktop.segments.counting import Counting
from local_db.segments.tree import parse

SEGMENTS = {
    1: parse({"tag": "VIP"}),
    2: parse({"all": [{"segment": 1}]}),
    3: parse({"any": [{"muted": {"segment": 2}}, {"not": {"segment": 4}}]}),
    4: parse({"segment": 3}),  # a circle that somehow got in must not hang
}


@pytest.mark.parametrize(
    ("start", "wanted", "expected"),
    [
        (1, 1, True),
        (2, 1, True),
        (3, 1, True),
        (4, 1, True),
        (1, 2, False),
        (2, 3, False),
        (9, 1, False),
        (4, 9, False),
    ],
)
def test_who_asks_for_whom(start, wanted, expected) -> None:
    assert reaches(start, wanted, SEGMENTS) is expected


def test_a_segment_is_offered_only_where_it_makes_no_circle(stage) -> None:
    first = stage.add_segment("first", {"tag": "VIP"})
    second = stage.add_segment("second", {"segment": first.id})
    found = offers(stage.shop, Counting(stage.shop, stage.context.rosters), "en")
    assert [entry.text for entry in found.options_for(first.id)["segment"]] == []
    assert [entry.text for entry in found.options_for(second.id)["segment"]] == ["first"]
    assert len(found.options_for(0)["segment"]) == 2
    assert found.names.segments == {first.id: "first", second.id: "second"}


def test_every_kind_of_value_is_read(stage) -> None:
    stage.add_members("a", "b")
    found = offers(stage.shop, Counting(stage.shop, stage.context.rosters), "zh")
    assert set(found.options) == {*FILLED_FROM_THE_SHOP, "segment"}
    shown = {key: [(entry.text, entry.count) for entry in found.options[key]] for key in ("platform", "shop", "status")}
    assert shown == {"platform": [("淘宝", 2)], "shop": [("喵屋", 2)], "status": [("交易成功", 2)]}


def test_values_are_made_findable_once_for_a_roster(stage) -> None:
    stage.add_members("a")
    counting = Counting(stage.shop, stage.context.rosters)
    first = offers(stage.shop, counting, "zh").options["shop"]
    assert offers(stage.shop, counting, "zh").options["shop"] is first
    stage.add_members()  # the shop changed
    assert offers(stage.shop, counting, "zh").options["shop"] is not first
