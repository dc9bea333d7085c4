"""Pictures of the shop file come off the window's thread, once, and say when they can be painted."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QSize

from desktop.pictures.picture_store import PREVIEW_LONGEST, PictureStore, media_pictures
from desktop.pictures.taking_in import take_in
from local_db.media.actions import add_media
from local_db.media.model import Media, MediaKind
from tests.desktop.stage import Stage

from .conftest import code, halves

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


class Watched:
    """A store and what it has said."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.store = media_pictures(stage.shop, stage.context.background)
        self.ready: list[int] = []
        self.failed: list[int] = []
        self.store.ready.connect(self.ready.append)
        self.store.failed.connect(self.failed.append)

    def add(self, width: int = 1600, height: int = 900) -> int:
        return add_media(self.stage.shop, take_in(code(halves(width, height), "png")).media, now=NOW)


@pytest.fixture
def watched(stage: Stage) -> Watched:
    return Watched(stage)


def test_a_picture_is_read_once_and_then_at_hand(watched: Watched) -> None:
    number = watched.add()
    assert watched.store.image(number) is None
    assert watched.store.image(number) is None
    watched.stage.settle()
    image = watched.store.image(number)
    assert image is not None
    assert (image.width(), image.height()) == (PREVIEW_LONGEST, 720)
    assert watched.ready == [number]


def test_a_part_is_given_in_points_and_pixels(watched: Watched) -> None:
    number = watched.add()
    size = QSize(90, 90)
    assert watched.store.pixmap(number, size, (1, 1)) is None
    watched.stage.settle()
    left = watched.store.pixmap(number, size, (1, 1), (0.0, 0.5), 2.0)
    right = watched.store.pixmap(number, size, (1, 1), (1.0, 0.5), 2.0)
    assert left is not None
    assert right is not None
    assert left.size() == QSize(180, 180)
    assert left.devicePixelRatio() == 2.0
    assert left.toImage().pixelColor(20, 90).red() > 150
    assert right.toImage().pixelColor(160, 90).blue() > 150
    assert watched.store.pixmap(number, size, (1, 1), (0.0, 0.5), 2.0) is left


def test_without_a_ratio_the_whole_picture_is_fitted_in(watched: Watched) -> None:
    number = watched.add()
    watched.store.image(number)
    watched.stage.settle()
    pixmap = watched.store.pixmap(number, QSize(100, 100))
    assert pixmap is not None
    assert pixmap.size() == QSize(100, 56)
    assert watched.store.pixmap(number, QSize(0, 50)) is None


def test_what_is_gone_or_no_picture_fails_once_and_says_why(watched: Watched) -> None:
    film = add_media(watched.stage.shop, Media(MediaKind.VIDEO, "video/mp4", b"film"), now=NOW)
    for number in (film, 99):
        watched.store.image(number)
    watched.stage.settle()
    assert sorted(watched.failed) == sorted([film, 99])
    assert [error and error.code for error in map(watched.store.error, (film, 99))] == ["picture_type", "media_missing"]
    assert watched.store.image(99) is None
    watched.stage.settle()
    assert len(watched.failed) == 2


def test_old_pictures_make_room_and_are_read_again(stage: Stage) -> None:
    picture = code(halves(160, 90), "png")
    read: list[str] = []

    def bytes_of(name: str) -> bytes:
        read.append(name)
        return picture

    store = PictureStore(bytes_of, stage.context.background, most=2)
    for name in "abc":
        store.image(name)
        stage.settle()
    assert store.image("c") is not None
    assert store.image("a") is None
    stage.settle()
    assert store.image("a") is not None
    assert read == ["a", "b", "c", "a"]
