"""What is found in drawn pictures of which the truth is known: size, margin and contrast of their words."""

from __future__ import annotations

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from local_db.media.picture_checks import PHONE_WIDTH, PictureFault, contrast, findings
from local_db.media.text_lines import text_lines

CHINESE = "WenQuanYi Micro Hei"
FONTS = (CHINESE, "DejaVu Sans", "DejaVu Serif")
TEXTS = ("会员专享双12直降", "满199减50", "Members save 20 today", "SALE 50% OFF")
HEIGHT = 608

pytestmark = pytest.mark.usefixtures("qapp")


class Canvas:
    """A picture as wide as a phone that is drawn on."""

    def __init__(self, ground="#ffffff", width=PHONE_WIDTH, height=HEIGHT):
        self.image = QImage(width, height, QImage.Format.Format_RGB32)
        self.image.fill(QColor(ground))

    def write(self, text, pixels, at=(90, 300), ink="#222222", family=CHINESE, *, bold=False):
        with QPainter(self.image) as painter:
            font = QFont(family)
            font.setPixelSize(pixels)
            font.setBold(bold)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            painter.drawText(*at, text)
        return self

    def box(self, area, colour, radius=0):
        with QPainter(self.image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(*area), radius, radius)
        return self

    def grey(self):
        return grey(self.image)

    def faults(self):
        return {finding.fault for finding in findings(self.grey())}


def grey(image):
    made = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = np.frombuffer(made.constBits(), np.uint8).reshape(made.height(), made.bytesPerLine())
    return rows[:, : made.width()].copy()


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("family", FONTS)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("pixels", [14, 18, 22])
def test_words_that_are_too_small_are_found_in_every_script_and_font(pixels, text, family, bold):
    assert Canvas().write(text, pixels, family=family, bold=bold).faults() == {PictureFault.SMALL_TEXT}


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("family", FONTS)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("pixels", [34, 48, 72])
def test_words_that_are_large_enough_are_not_spoken_of(pixels, text, family, bold):
    assert Canvas().write(text, pixels, family=family, bold=bold).faults() == set()


@pytest.mark.parametrize("family", FONTS)
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("pixels", [16, 24, 30, 48, 72])
def test_the_size_of_a_font_is_known_within_a_fifth(pixels, text, family):
    (line,) = text_lines(Canvas().write(text, pixels, family=family).grey())
    assert line.size == pytest.approx(pixels, rel=0.2)


def test_the_same_words_are_measured_as_a_phone_shows_them():
    """A picture twice as wide has its words shown half as large."""
    assert Canvas(width=540, height=304).write("会员专享", 20, at=(90, 150)).faults() == set()
    assert Canvas(width=2160, height=1216).write("会员专享", 40).faults() == {PictureFault.SMALL_TEXT}


@pytest.mark.parametrize("at", [(4, 300), (90, 40), (90, 604), (860, 300)], ids=["left", "top", "bottom", "right"])
def test_words_too_near_to_an_edge_are_found(at):
    assert Canvas().write("会员专享五折", 36, at=at).faults() == {PictureFault.NO_MARGIN}


def test_words_that_keep_the_margin_are_not():
    # 22 pixels from the left: what is drawn begins a pixel or two right of where it is placed.
    for at in ((22, 300), (90, 58), (90, 578)):
        assert Canvas().write("会员专享五折", 36, at=at).faults() == set()


@pytest.mark.parametrize(
    ("ink", "ground", "faint"),
    [
        ("#222222", "#ffffff", False),
        ("#767676", "#ffffff", False),  # 4.5 : 1
        ("#a0a0a0", "#ffffff", True),
        ("#ffd400", "#ffffff", True),  # yellow on white
        ("#ffffff", "#ffb080", True),  # white on a light orange
        ("#ffffff", "#c0440f", False),
        ("#555555", "#15171b", True),
        ("#e7e9ed", "#15171b", False),
    ],
)
def test_faint_words_are_found_on_light_and_dark(ink, ground, faint):
    found = Canvas(ground).write("会员专享双12直降", 48, ink=ink).faults()
    assert found == ({PictureFault.LOW_CONTRAST} if faint else set())


@pytest.mark.parametrize(("one", "other", "expected"), [(0, 255, 21), (255, 0, 21), (118, 255, 4.54), (90, 90, 1)])
def test_contrast_is_that_of_wcag(one, other, expected):
    assert contrast(one, other) == pytest.approx(expected, abs=0.02)


def test_lines_close_to_one_another_and_beside_a_headline_are_told_apart():
    canvas = Canvas()
    for number, text in enumerate(("第一行文字很小看不清", "第二行文字很小看不清", "第三行文字很小看不清")):
        canvas.write(text, 20, at=(60, 240 + number * 24))
    canvas.write("大字标题", 80, at=(400, 290))
    found = [finding for finding in findings(canvas.grey()) if finding.fault == PictureFault.SMALL_TEXT]
    assert [finding.area.height for finding in found] == pytest.approx([18, 18, 18], abs=2)
    assert all(finding.area.x < 400 for finding in found)


def test_words_on_a_button_are_found_and_the_button_is_not():
    canvas = Canvas("#fdf0e9").box((380, 250, 320, 84), "#c0440f", 42)
    canvas.write("立即领取优惠", 20, at=(480, 300), ink="#ffffff")
    (finding,) = findings(canvas.grey())
    assert finding.fault == PictureFault.SMALL_TEXT
    assert finding.measured == pytest.approx(20, rel=0.2)
    assert 470 <= finding.area.x <= 490


def test_a_frame_around_the_picture_hides_nothing():
    canvas = Canvas().box((8, 8, 1064, 592), "#c0440f").box((12, 12, 1056, 584), "#ffffff")
    assert canvas.write("会员专享双12直降", 18).faults() == {PictureFault.SMALL_TEXT}


@pytest.mark.parametrize(
    "drawing",
    [
        lambda canvas: canvas.box((300, 150, 480, 300), "#f0733f", 40),
        lambda canvas: [canvas.box((120 + 200 * n, 200, 150, 150), "#c0440f", 75) for n in range(4)],
        lambda canvas: canvas.box((0, 300, 1080, 4), "#999999"),
        lambda canvas: canvas,
    ],
    ids=["card", "large dots", "rule", "nothing"],
)
def test_drawings_without_words_are_not_spoken_of(drawing):
    canvas = Canvas()
    drawing(canvas)
    assert canvas.faults() == set()


def photograph(seed):
    """Something like a photograph: light and dark at every scale, as nature has them, and a camera's noise."""
    random = np.random.default_rng(seed)
    total = np.zeros((HEIGHT, PHONE_WIDTH))
    for rows, strength in ((3, 60), (8, 40), (24, 25), (60, 15), (200, 10)):
        coarse = (random.normal(0, strength, (rows, rows * 2)) + 128).clip(0, 255).astype(np.uint8)
        image = QImage(coarse.tobytes(), rows * 2, rows, rows * 2, QImage.Format.Format_Grayscale8)
        smooth = image.scaled(
            PHONE_WIDTH, HEIGHT, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        total += grey(smooth).astype(float) - 128
    return (total + 128 + random.normal(0, 4, total.shape)).clip(0, 255).astype(np.uint8)


def test_photographs_hardly_warn():
    warned = [seed for seed in range(40) if findings(photograph(seed))]
    assert len(warned) <= 4  # one in ten


def test_words_on_a_quiet_part_of_a_photograph_are_found():
    picture = photograph(1)
    band = Canvas("#222222", height=120).write("会员专享双12直降", 20, at=(90, 70), ink="#ffffff").grey()
    picture[400:520] = band
    faults = {finding.fault for finding in findings(picture)}
    assert PictureFault.SMALL_TEXT in faults


@pytest.mark.parametrize("shape", [(1, 1), (3, 1080), (608, 2), (5, 5)])
def test_pictures_of_hardly_any_pixels_are_fine(shape):
    assert findings(np.zeros(shape, np.uint8)) == ()
    findings(np.random.default_rng(1).integers(0, 255, shape, np.uint8))
