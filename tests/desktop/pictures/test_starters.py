"""The drawings of ready-made cards: every one in every ratio, small enough, without words."""

from __future__ import annotations

import numpy as np
import pytest

from desktop.pictures.decoding import decode
from desktop.pictures.measuring import measure
from desktop.pictures.needs import PictureNeeds
from desktop.pictures.starters import starter_image, starter_picture
from desktop.translation import RESOURCES
from local_db.media.crop import CENTRE

DRAWINGS = sorted((RESOURCES / "starters" / "cards").glob("*.svg"))
NAMES = [path.stem for path in DRAWINGS]
RATIOS = [(16, 9), (1, 1), (48, 65), (2, 1)]


def test_there_are_drawings() -> None:
    assert len(NAMES) >= 20


@pytest.mark.parametrize("path", DRAWINGS, ids=NAMES)
def test_a_drawing_holds_no_words_and_nothing_from_elsewhere(path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "<text" not in text
    assert "href" not in text
    assert "<script" not in text


@pytest.mark.parametrize("name", NAMES)
def test_a_drawing_passes_what_pictures_are_checked_for(name: str) -> None:
    for ratio in RATIOS:
        data = starter_picture(name, ratio)
        measured = measure(data, PictureNeeds(ratio), CENTRE)
        assert measured.error is None
        assert measured.warnings == (), (ratio, measured.warnings)
        assert len(data) <= 100_000
        width, height = decode(data).size
        assert width * ratio[1] == height * ratio[0]


@pytest.mark.parametrize("name", NAMES)
def test_the_subject_is_in_the_middle_whatever_the_ratio(name: str) -> None:
    """The middle square of every ratio shows the same drawing; around it the ground goes on to every edge."""
    middles = []
    for wide, high in RATIOS:
        image = starter_image(name, (wide, high), 160_000)
        side = min(image.width(), image.height())
        middle = image.copy((image.width() - side) // 2, (image.height() - side) // 2, side, side).scaled(64, 64)
        grey = middle.convertToFormat(middle.Format.Format_Grayscale8)
        middles.append(np.frombuffer(grey.constBits(), np.uint8).astype(int))
        corners = {image.pixelColor(x, y).name() for x in (0, image.width() - 1) for y in (0, image.height() - 1)}
        assert "#ffffff" not in corners
    for other in middles[1:]:
        assert np.abs(middles[0] - other).mean() < 8


def test_an_unknown_drawing_is_an_error() -> None:
    with pytest.raises(OSError, match="nowhere"):
        starter_picture("nowhere")
