"""What the builder offers: never a segment that would ask for itself, and every value with its people."""

from __future__ import annotations

from desktop.segments.builder.work import FILLED_FROM_THE_SHOP, offers
from desktop.segments.counting import Counting


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
