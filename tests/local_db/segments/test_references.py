"""What a tree asks for through the segments that it names, and what of it the shop no longer has."""

from __future__ import annotations

import pytest

from local_db.segments.references import given_tag_asked, segments_reached, unknown_names
from local_db.segments.tree import InSegment, parse

SEGMENTS = {
    1: parse({"tag": "VIP"}),
    2: parse({"all": [{"segment": 1}]}),
    3: parse({"any": [{"muted": {"segment": 2}}, {"not": {"segment": 4}}]}),
    4: parse({"segment": 3}),  # a circle that somehow got in must not hang
}


@pytest.mark.parametrize(("start", "reached"), [(1, {1}), (2, {2, 1}), (3, {3, 2, 1, 4}), (4, {4, 3, 2, 1}), (9, {9})])
def test_who_asks_for_whom(start, reached) -> None:
    assert segments_reached(InSegment(start), SEGMENTS) == reached


@pytest.mark.parametrize(
    ("tree", "asked"),
    [
        ({"tag": "VIP"}, "VIP"),
        ({"not": {"tag": "other"}}, None),
        ({"all": [{"not": {"segment": 4}}]}, "VIP"),
        ({"segment": 9}, None),
    ],
)
def test_a_given_tag_is_found_however_far_around(tree, asked) -> None:
    assert given_tag_asked(parse(tree), SEGMENTS, {"VIP", "new"}) == asked


@pytest.mark.parametrize(
    ("tree", "unknown"),
    [
        ({"all": [{"tag": "VIP"}, {"list": "fair"}]}, ()),
        ({"any": [{"not": {"tag": "old"}}, {"muted": {"list": "VIP"}}, {"tag": "old"}]}, ("old", "VIP")),
        ({"segment": 2}, ()),
    ],
)
def test_what_the_shop_has_no_more_is_named_once(tree, unknown) -> None:
    assert unknown_names(parse(tree), tags={"VIP"}, lists={"fair"}) == unknown
