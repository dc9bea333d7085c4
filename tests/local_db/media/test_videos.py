"""A video's size and length, read from containers that are built here box by box."""

from __future__ import annotations

import contextlib
import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.errors import DocumentError
from local_db.media import videos
from local_db.media.model import MediaKind
from local_db.media.videos import MP4, THREE_GP, WEBM, VideoFacts, read_video, video_facts

UPRIGHT = (0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000)
TURNED = (0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000)


def box(name, *content):
    whole = b"".join(content)
    return struct.pack(">I4s", len(whole) + 8, name) + whole


def film_header(scale=1000, length=12_500, version=0):
    times = struct.pack(">QQIQ" if version else ">IIII", 0, 0, scale, length)
    return box(b"mvhd", bytes([version, 0, 0, 0]), times, b"\0" * 80)


def track(width=720, height=1280, matrix=UPRIGHT, version=0):
    times = struct.pack(">QQIIQ" if version else ">IIIII", 0, 0, 1, 0, 0)
    size = struct.pack(">II", width << 16, height << 16)
    return box(b"trak", box(b"tkhd", bytes([version, 0, 0, 3]), times, b"\0" * 16, struct.pack(">9i", *matrix), size))


def mp4(*parts, brand=b"isom", before=b""):
    return box(b"ftyp", brand, b"\0\0\2\0") + before + box(b"moov", *(parts or (film_header(), track())))


def element(number, *content):
    whole = b"".join(content)
    name = number.to_bytes((number.bit_length() + 7) // 8)
    return name + (0x0100_0000_0000_0000 | len(whole)).to_bytes(8) + whole


def webm(duration=7_250.0, width=640, height=360, scale=1_000_000, kind=1):
    info = element(0x1549A966, element(0x2AD7B1, scale.to_bytes(4)), element(0x4489, struct.pack(">d", duration)))
    size = element(0xE0, element(0xB0, width.to_bytes(2)), element(0xBA, height.to_bytes(2)))
    tracks = element(0x1654AE6B, element(0xAE, element(0x83, bytes([kind])), size))
    head = element(0x1A45DFA3, element(0x4282, b"webm"))
    return head + element(0x18538067, info, tracks, element(0x1F43B675, b"\0" * 50))


@pytest.mark.parametrize(
    ("data", "facts"),
    [
        (mp4(), VideoFacts(MP4, 720, 1280, 12_500)),
        (mp4(brand=b"3gp5"), VideoFacts(THREE_GP, 720, 1280, 12_500)),
        (mp4(film_header(90_000, 450_000, 1), track(1920, 1080, version=1)), VideoFacts(MP4, 1920, 1080, 5_000)),
        (mp4(film_header(), track(1920, 1080, TURNED)), VideoFacts(MP4, 1080, 1920, 12_500)),
        (mp4(film_header(), track(0, 0), track(640, 480)), VideoFacts(MP4, 640, 480, 12_500)),  # sound first
        (mp4(before=box(b"free", b"\0" * 20) + box(b"mdat", b"\0" * 99)), VideoFacts(MP4, 720, 1280, 12_500)),
        (
            mp4(film_header(1000, 0), track(), box(b"mvex", box(b"mehd", b"\0\0\0\0", struct.pack(">I", 3_000)))),
            VideoFacts(MP4, 720, 1280, 3_000),
        ),
        (mp4(film_header(1000, 2**32 - 1), track()), VideoFacts(MP4, 720, 1280, 0)),  # length not known
        (webm(), VideoFacts(WEBM, 640, 360, 7_250)),
        (webm(scale=2_000_000), VideoFacts(WEBM, 640, 360, 14_500)),
    ],
)
def test_what_the_container_says(data, facts):
    assert video_facts(data) == facts


def test_a_box_of_more_than_four_gigabytes_length_is_understood():
    large = struct.pack(">I4sQ", 1, b"mdat", 16 + 5) + b"\0" * 5
    assert video_facts(mp4(before=large)).width == 720


def test_a_film_that_was_streamed_has_parts_of_unknown_length():
    data = webm()
    place = data.index(b"\x18\x53\x80\x67") + 4
    assert video_facts(data[:place] + b"\x01" + b"\xff" * 7 + data[place + 8 :]) == video_facts(data)


@pytest.mark.parametrize(
    "data",
    [b"", b"x", b"RIFF\0\0\0\0AVI ", b"\0" * 100, mp4(brand=b"qt  "), b"\x1a\x45\xdf\xa3matroska" + b"\0" * 80],
)
def test_other_files_are_refused(data):
    with pytest.raises(DocumentError) as caught:
        video_facts(data, "film.avi")
    assert (caught.value.code, caught.value.data) == ("video_type", {"file": "film.avi"})


@pytest.mark.parametrize(
    "data",
    [
        mp4()[:60],
        box(b"ftyp", b"isom") + box(b"mdat", b"\0" * 20),  # the table of contents never came
        mp4(track()),
        mp4(film_header()),
        mp4(film_header(), track(0, 0)),
        webm()[:70],
        webm(kind=2),  # only sound
    ],
)
def test_damaged_files_and_those_without_a_moving_picture_are_refused(data):
    with pytest.raises(DocumentError) as caught:
        video_facts(data)
    assert caught.value.code == "video_broken"


@given(st.sampled_from([mp4(), webm()]), st.data())
def test_no_damage_breaks_the_reader(data, draw):
    changed = bytearray(data[: draw.draw(st.integers(0, len(data)))])
    for _ in range(draw.draw(st.integers(0, 6))):
        if changed:
            changed[draw.draw(st.integers(0, len(changed) - 1))] = draw.draw(st.integers(0, 255))
    with contextlib.suppress(DocumentError):  # anything else fails the test
        assert video_facts(bytes(changed)).type in {MP4, WEBM, THREE_GP}


def test_a_file_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "film.mp4"
    path.write_bytes(mp4())
    media = read_video(path)
    assert (media.kind, media.type, media.data) == (MediaKind.VIDEO, MP4, mp4())
    assert (media.width, media.height, media.milliseconds) == (720, 1280, 12_500)
    monkeypatch.setattr(videos, "MOST_BYTES", 10)
    with pytest.raises(DocumentError) as caught:
        read_video(path)
    assert caught.value.code == "file_too_big"
    with pytest.raises(DocumentError) as caught:
        read_video(tmp_path / "gone.mp4")
    assert caught.value.code == "file_unreadable"
