"""What leaves has the ratio, the pixels and the bytes that were asked for, and says nothing beside the picture."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from desktop.pictures.decoding import decode
from desktop.pictures.needs import JPEG, PNG, PictureNeeds
from desktop.pictures.preparing import prepare, prepare_image
from desktop.pictures.taking_in import take_in
from local_db.errors import DocumentError
from local_db.media.model import MediaKind

from .conftest import code, halves, photograph, with_exif


@pytest.mark.parametrize("ratio", [(16, 9), (1, 1), (48, 65), (2, 1)])
def test_a_photograph_comes_out_in_the_ratio_under_the_aim(ratio: tuple[int, int]) -> None:
    made = prepare(code(photograph(2000, 1500), "jpeg"), PictureNeeds(ratio))
    assert made.type == JPEG
    assert len(made.data) <= 100_000
    shown = decode(made.data)
    assert shown.size == (made.width, made.height)
    assert abs(made.width * ratio[1] - made.height * ratio[0]) <= max(ratio)


def test_the_best_quality_that_fits_is_taken() -> None:
    photo = photograph(1600, 900, noise=6)
    small, large = (prepare_image(photo, PictureNeeds(aim_bytes=aim)) for aim in (60_000, 120_000))
    assert len(small.data) <= 60_000 < len(large.data) <= 120_000


def test_where_the_aim_is_out_of_reach_the_limit_still_holds() -> None:
    noise = photograph(1600, 900, noise=120)
    made = prepare_image(noise, PictureNeeds(aim_bytes=30_000, most_bytes=400_000))
    assert 30_000 < len(made.data) <= 400_000
    assert made.width == 1280


def test_a_limit_that_nothing_reaches_is_said() -> None:
    with pytest.raises(DocumentError) as caught:
        prepare_image(photograph(1600, 900, noise=120), PictureNeeds(aim_bytes=900, most_bytes=2_000))
    assert caught.value.code == "picture_not_small_enough"


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.integers(1, 300),
    st.integers(1, 300),
    st.sampled_from([(16, 9), (1, 1), (48, 65), None]),
    st.tuples(st.floats(0, 1), st.floats(0, 1)),
)
def test_any_size_and_point_gives_a_picture_that_is_never_larger(width, height, ratio, focus):
    made = prepare_image(halves(width, height), PictureNeeds(ratio), focus)
    assert 1 <= made.width <= width
    assert 1 <= made.height <= height
    assert decode(made.data).size == (made.width, made.height)


def test_what_is_around_the_point_stays() -> None:
    left, right = (prepare_image(halves(900, 300), PictureNeeds((1, 1)), (x, 0.5)) for x in (0.1, 0.9))
    assert decode(left.data).image.pixelColor(150, 150).red() > 150
    assert decode(right.data).image.pixelColor(150, 150).blue() > 150


def test_a_drawing_stays_free_of_loss_and_a_photograph_does_not() -> None:
    assert prepare(code(halves(), "png"), PictureNeeds()).type == PNG
    assert prepare(code(halves(), "jpeg"), PictureNeeds()).type == JPEG
    assert prepare(code(halves(), "png"), PictureNeeds(types=(JPEG,))).type == JPEG
    assert prepare(code(halves(), "jpeg"), PictureNeeds(types=(PNG,))).type == PNG


def test_a_photograph_as_png_shrinks_until_it_fits() -> None:
    needs = PictureNeeds(types=(PNG,), aim_bytes=1_500_000)
    made = prepare_image(photograph(1600, 900), needs)
    assert len(made.data) <= 1_500_000
    assert made.width < 1280


def test_transparency_becomes_white() -> None:
    image = QImage(320, 180, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    made = decode(prepare(code(image, "png"), PictureNeeds()).data).image
    assert made.pixelColor(5, 5) == QColor(Qt.GlobalColor.white)


def test_a_size_that_is_asked_for_is_made() -> None:
    made = prepare(code(photograph(2000, 1500), "jpeg"), PictureNeeds((2, 1)), size=(1440, 720))
    assert (made.width, made.height) == (1440, 720)


# --- taking in ---------------------------------------------------------------------------------------


def test_where_a_photograph_was_taken_is_not_kept() -> None:
    data = with_exif(code(photograph(800, 600), "jpeg"), 6, b"GPS 31.2304N 121.4737E")
    taken = take_in(data)
    assert b"GPS" in data
    assert b"GPS" not in taken.media.data
    assert b"Exif" not in taken.media.data
    assert (taken.media.width, taken.media.height) == (600, 800)
    assert b"GPS" not in prepare(data, PictureNeeds()).data


@pytest.mark.parametrize("kind", ["png", "jpeg"])
def test_who_made_it_is_not_kept(kind: str) -> None:
    image = halves()
    image.setText("Author", "somebody")
    data = code(image, kind)
    assert b"somebody" in data
    assert b"somebody" not in take_in(data).media.data
    assert b"somebody" not in take_in(image).media.data


def test_a_plain_jpeg_is_kept_as_it_is() -> None:
    data = code(halves(), "jpeg")
    taken = take_in(data)
    assert taken.media.data == data
    assert (taken.media.kind, taken.media.type, taken.media.width) == (MediaKind.PICTURE, JPEG, 400)


def test_what_is_kept_is_no_larger_than_cards_need() -> None:
    taken = take_in(code(halves(4000, 3000), "jpeg"))
    assert (taken.media.width, taken.media.height) == (2560, 1920)
    assert decode(taken.media.data).size == (2560, 1920)


def test_drawings_are_kept_free_of_loss_and_large_photographs_as_jpeg() -> None:
    assert take_in(code(halves(), "png")).media.type == PNG
    assert take_in(code(halves(), "bmp")).media.type == PNG
    assert take_in(code(photograph(1600, 1200), "png")).media.type == JPEG
    assert take_in(code(halves(), "webp")).media.type == JPEG


def test_pixels_of_another_program_are_taken_in() -> None:
    taken = take_in(halves(3000, 600))
    assert (taken.media.width, taken.media.height) == (2560, 512)
    assert take_in(halves()).media.data == take_in(halves()).media.data  # so that the shop file keeps it once
