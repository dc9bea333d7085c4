"""The part of a picture that is shown: always inside it, in the ratio, with the point that matters in sight."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.media.crop import CENTRE, Area, crop, shown_size

SIDES = st.integers(1, 20_000)
RATIOS = st.sampled_from([(16, 9), (1, 1), (48, 65), (2, 1), (4, 3), (9, 16), (3, 1)])
POINTS = st.tuples(st.floats(0, 1), st.floats(0, 1))


@given(SIDES, SIDES, RATIOS, POINTS)
def test_the_part_is_inside_the_picture_and_the_point_inside_the_part(width, height, ratio, focus):
    area = crop(width, height, ratio, focus)
    assert area.x >= 0
    assert area.y >= 0
    assert area.width >= 1
    assert area.height >= 1
    assert area.x + area.width <= width
    assert area.y + area.height <= height
    # Within a pixel: a picture of one pixel's height has its middle half a pixel from its edges.
    assert area.x - 1 <= focus[0] * width <= area.x + area.width + 1
    assert area.y - 1 <= focus[1] * height <= area.y + area.height + 1


@given(SIDES, SIDES, RATIOS, POINTS)
def test_the_ratio_is_exact_within_a_pixel(width, height, ratio, focus):
    area = crop(width, height, ratio, focus)
    wide, high = ratio
    exact_width, exact_height = area.height * wide / high, area.width * high / wide
    # A part cannot have less than a pixel, however flat the picture is.
    assert abs(area.width - max(1, exact_width)) <= 1 or abs(area.height - max(1, exact_height)) <= 1


@given(SIDES, SIDES, RATIOS, POINTS)
def test_the_part_is_as_large_as_can_be(width, height, ratio, focus):
    area = crop(width, height, ratio, focus)
    assert area.width == width or area.height == height


@given(SIDES, SIDES, RATIOS)
def test_the_part_moves_with_the_point_and_not_against_it(width, height, ratio):
    places = [crop(width, height, ratio, (share / 10, share / 10))[:2] for share in range(11)]
    assert places == sorted(places)
    assert [y for _, y in places] == sorted(y for _, y in places)


@pytest.mark.parametrize(
    ("size", "ratio", "focus", "expected"),
    [
        ((1600, 900), (16, 9), CENTRE, Area(0, 0, 1600, 900)),
        ((1600, 900), (1, 1), CENTRE, Area(350, 0, 900, 900)),
        ((1600, 900), (1, 1), (0.0, 0.5), Area(0, 0, 900, 900)),
        ((1600, 900), (1, 1), (1.0, 0.5), Area(700, 0, 900, 900)),
        ((900, 1600), (16, 9), (0.5, 0.25), Area(0, 147, 900, 506)),
        ((4000, 3000), None, (0.1, 0.1), Area(0, 0, 4000, 3000)),
    ],
)
def test_parts_worked_out_by_hand(size, ratio, focus, expected):
    assert crop(*size, ratio, focus) == expected


@given(SIDES, SIDES, st.one_of(st.none(), RATIOS))
def test_a_picture_is_never_made_larger(width, height, ratio):
    part = crop(width, height, ratio)
    shown = shown_size(part.width, part.height, ratio)
    assert 1 <= shown[0] <= part.width
    assert 1 <= shown[1] <= part.height


@pytest.mark.parametrize(
    ("ratio", "expected"),
    [((16, 9), (1280, 720)), ((1, 1), (960, 960)), ((48, 65), (816, 1105)), ((2, 1), (1358, 679))],
)
def test_large_pictures_get_what_a_phone_shows_in_exactly_the_ratio(ratio, expected):
    part = crop(4000, 3000, ratio)
    shown = shown_size(part.width, part.height, ratio)
    assert shown == expected
    assert shown[0] * ratio[1] == shown[1] * ratio[0]
