"""Where a small window stands: rules on rectangles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from desktop.shell.placement import STRIP, Edge, Place, docked, dropped, first, restored, shown_rect

MAIN, RIGHT = QRect(0, 0, 1920, 1040), QRect(1920, 0, 1280, 984)
SIZE = QSize(360, 640)

numbers = st.integers(-4000, 4000)
rects = st.builds(QRect, numbers, numbers, st.integers(1, 3000), st.integers(1, 3000))
edges = st.sampled_from(list(Edge))
places = st.builds(Place, rects, edges, st.booleans())


@given(places)
def test_a_place_is_remembered_as_it_is(place: Place) -> None:
    assert Place.from_text(place.as_text()) == place


@pytest.mark.parametrize("text", ["", "1,2,3", "a,b,c,d,none,0", "0,0,0,5,none,0", "0,0,5,5,top,0", "0,0,5,5,none,2"])
def test_what_is_no_place_is_none(text: str) -> None:
    assert Place.from_text(text) is None


def test_the_first_time_it_stands_at_the_right_edge() -> None:
    place = first(MAIN, SIZE)
    assert place.edge is Edge.RIGHT
    assert place.rect.right() == MAIN.right()
    assert abs(place.rect.center().y() - MAIN.center().y()) <= 1


@pytest.mark.parametrize(
    ("left", "edge"),
    [
        (0, Edge.LEFT), (24, Edge.LEFT), (25, Edge.NONE), (-300, Edge.LEFT), (800, Edge.NONE),
        (1920 - 360, Edge.RIGHT), (1920 - 360 - 24, Edge.RIGHT), (1920 - 360 - 25, Edge.NONE), (1900, Edge.RIGHT),
    ],
)  # fmt: skip
def test_let_go_near_an_edge_it_docks_there(left: int, edge: Edge) -> None:
    place = dropped(QRect(QPoint(left, 100), SIZE), MAIN)
    assert place.edge is edge
    assert MAIN.contains(place.rect)
    if edge is Edge.NONE:
        assert place.rect.left() == left


@given(places, edges)
def test_docked_it_is_wholly_on_the_screen(place: Place, edge: Edge) -> None:
    found = docked(place, MAIN, edge)
    assert MAIN.contains(found.rect)
    assert found.edge is edge
    assert not (found.collapsed and edge is Edge.NONE)
    assert docked(found, MAIN, edge) == found


@given(st.none() | places)
def test_a_remembered_place_can_always_be_seen(place: Place | None) -> None:
    screens = [MAIN, RIGHT]
    found = restored(place, screens, SIZE)
    shown = max(screen.intersected(shown_rect(found, screen)).width() for screen in screens)
    assert shown >= min(STRIP, found.rect.width())
    assert restored(found, screens, SIZE) == found


def test_a_screen_that_is_gone_is_made_up_for() -> None:
    there = Place(QRect(2000, 100, 360, 640), Edge.RIGHT)
    assert restored(there, [MAIN, RIGHT], SIZE).rect.right() == RIGHT.right()
    moved = restored(there, [MAIN], SIZE)
    assert (moved.edge, moved.rect.right(), moved.rect.size()) == (Edge.RIGHT, MAIN.right(), SIZE)


def test_a_free_place_stays_to_the_pixel() -> None:
    place = Place(QRect(700, 300, 360, 640))
    assert restored(place, [MAIN, RIGHT], SIZE) == place


@pytest.mark.parametrize(("edge", "left"), [(Edge.LEFT, 0), (Edge.RIGHT, 1920 - STRIP)])
def test_collapsed_it_is_a_strip_along_its_edge(edge: Edge, left: int) -> None:
    place = docked(Place(QRect(300, 100, 360, 640)), MAIN, edge)._replace(collapsed=True)
    strip = shown_rect(place, MAIN)
    assert (strip.left(), strip.width(), strip.height()) == (left, STRIP, 640)
    assert shown_rect(place._replace(collapsed=False), MAIN) == place.rect
