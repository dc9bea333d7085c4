"""What comes from outside is read upright, small enough, and without what a camera noted; the rest is refused."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QColorSpace, QImage

from desktop.pictures import decoding
from desktop.pictures.decoding import decode, missing_formats, read_file
from local_db.errors import DocumentError

from .conftest import code, halves, photograph, with_exif


def refused(data: bytes, name: str = "me.jpg") -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        decode(data, name=name)
    return caught.value


def test_a_bmp_that_says_no_length_is_read() -> None:
    data = code(halves(), "bmp")
    assert decode(data[:2] + bytes(4) + data[6:]).size == (400, 300)


@pytest.mark.parametrize("kind", ["jpeg", "png", "webp", "bmp"])
def test_every_format_is_read(kind: str) -> None:
    decoded = decode(code(halves(), kind))
    assert decoded.type == f"image/{kind}"
    assert decoded.size == (400, 300)
    assert decoded.image.pixelColor(50, 150).red() > 150
    assert decoded.image.pixelColor(350, 150).blue() > 150


def test_the_first_picture_of_a_gif_is_read() -> None:
    # The smallest GIF there is: one black pixel.
    data = bytes.fromhex("47494638396101000100800000000000ffffff2c00000000010001000002024401003b")
    decoded = decode(data)
    assert (decoded.type, decoded.size) == ("image/gif", (1, 1))


@pytest.mark.parametrize(
    ("orientation", "size", "red_at"),
    [
        (1, (400, 300), (50, 150)),
        (3, (400, 300), (350, 150)),  # upside down
        (6, (300, 400), (150, 50)),  # turned clockwise: left is up
        (8, (300, 400), (150, 350)),
    ],
)
def test_a_camera_held_otherwise_gives_an_upright_picture(
    orientation: int, size: tuple[int, int], red_at: tuple[int, int]
) -> None:
    decoded = decode(with_exif(code(halves(), "jpeg"), orientation))
    assert decoded.size == size
    assert (decoded.image.width(), decoded.image.height()) == size
    assert decoded.image.pixelColor(*red_at).red() > 150


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_large_picture_is_read_smaller_in_its_own_ratio(orientation: int) -> None:
    decoded = decode(with_exif(code(halves(4000, 3000), "jpeg"), orientation), longest=1000)
    sides = (decoded.image.width(), decoded.image.height())
    assert sides == ((1000, 750) if orientation == 1 else (750, 1000))
    assert decoded.size == ((4000, 3000) if orientation == 1 else (3000, 4000))


def test_other_colour_spaces_become_srgb() -> None:
    image = halves()
    image.setColorSpace(QColorSpace(QColorSpace.NamedColorSpace.DisplayP3))
    same_seen = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb)).pixelColor(350, 10)
    decoded = decode(code(image, "png"))
    read = decoded.image.pixelColor(350, 10)
    assert abs(read.blue() - same_seen.blue()) <= 1
    assert abs(read.green() - same_seen.green()) <= 1
    assert read.rgb() != image.pixelColor(350, 10).rgb()


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        (QImage.Format.Format_CMYK8888, "jpeg"),  # from a printer's program
        (QImage.Format.Format_RGBA64, "png"),
        (QImage.Format.Format_Indexed8, "png"),
    ],
)
def test_other_ways_to_write_colours_give_the_same_colours(form: QImage.Format, kind: str) -> None:
    image = halves().convertToFormat(form)
    image.setColorSpace(QColorSpace())
    read = decode(code(image, kind)).image
    assert read.depth() == 32
    for x, colour in ((50, "#c0440f"), (350, "#366ab0")):
        wanted, found = QColor(colour), read.pixelColor(x, 150)
        off = abs(wanted.red() - found.red()), abs(wanted.green() - found.green()), abs(wanted.blue() - found.blue())
        assert max(off) <= 4


def test_transparency_is_kept() -> None:
    image = QImage(40, 30, QImage.Format.Format_ARGB32)
    image.fill(0)
    assert decode(code(image, "png")).image.pixelColor(3, 3).alpha() == 0


def test_every_row_of_a_tall_picture_is_read() -> None:
    """Colours are brought to sRGB in strips; none may be missing."""
    image = photograph(700, 1100).convertToFormat(QImage.Format.Format_RGB888)
    decoded = decode(code(image, "png"))
    assert decoded.image.convertToFormat(QImage.Format.Format_RGB888) == image


def test_every_format_has_its_plugin() -> None:
    assert missing_formats() == set()


# --- what is wrong -----------------------------------------------------------------------------------


@pytest.mark.parametrize("share", [0.3, 0.6, 0.99])
@pytest.mark.parametrize("kind", ["jpeg", "png", "bmp"])
def test_a_picture_that_was_cut_off_is_refused_by_name(kind: str, share: float) -> None:
    data = code(photograph(400, 300), kind)
    failure = refused(data[: int(len(data) * share)], "half.jpg")
    assert (failure.code, failure.data["file"]) == ("picture_broken", "half.jpg")


def test_the_end_of_a_small_picture_inside_does_not_count_as_the_end() -> None:
    """Cameras put a small JPEG into their notes; its end is not the large one's."""
    large, small = code(photograph(400, 300), "jpeg"), code(halves(20, 20), "jpeg")
    data = with_exif(large, 1, small)
    assert decode(data).size == (400, 300)
    assert refused(data[: len(data) // 2]).code == "picture_broken"


@pytest.mark.parametrize(
    "data", [b"", b"hello", b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>", b"%PDF-1.7", b"\0" * 99]
)
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    assert refused(data).code == "picture_type"


@pytest.mark.parametrize("start", [b"\xff\xd8", b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"BM" + b"\0" * 30])
def test_what_only_begins_like_a_picture_is_refused(start: bytes) -> None:
    assert refused(start).code in {"picture_type", "picture_broken"}


def png_of(width: int, height: int) -> bytes:
    """A few bytes that promise a picture of that size."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = zlib.crc32(name + content)
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 99)) + chunk(b"IEND", b"")


def test_a_few_bytes_that_promise_a_giant_are_refused_before_memory_is_taken() -> None:
    failure = refused(png_of(50_000, 50_000), "bomb.png")
    assert failure.code == "picture_too_many_pixels"
    assert failure.data == {"file": "bomb.png", "width": 50_000, "height": 50_000}


def test_a_file_that_is_too_large_or_gone_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "photo.jpg"
    with pytest.raises(DocumentError) as caught:
        read_file(path)
    assert (caught.value.code, caught.value.data) == ("file_unreadable", {"file": "photo.jpg"})
    with pytest.raises(DocumentError) as caught:
        read_file(tmp_path)
    assert caught.value.code == "file_unreadable"
    path.write_bytes(b"x" * 100)
    assert read_file(path) == b"x" * 100
    monkeypatch.setattr(decoding, "MOST_FILE_BYTES", 99)
    with pytest.raises(DocumentError) as caught:
        read_file(path)
    assert caught.value.code == "file_too_big"
