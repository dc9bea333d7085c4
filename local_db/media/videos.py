"""Videos for cards: what a file is, by its first bytes, and how large and long, by its own table of contents.

Nothing is decoded. Containers are read strictly: a part that reaches beyond its whole means that the file is damaged.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from local_db.errors import DocumentError
from local_db.media.model import Media, MediaKind

MOST_BYTES = 100_000_000  # the most that any vendor takes (RCS)
SUFFIXES = (".mp4", ".m4v", ".webm", ".3gp")

MP4 = "video/mp4"
THREE_GP = "video/3gpp"
WEBM = "video/webm"


class _Damaged(Exception):
    """The container contradicts itself."""


class VideoFacts(NamedTuple):
    """Pixels as shown (a turned video is turned) and length; 0 where the file does not say."""

    type: str
    width: int = 0
    height: int = 0
    milliseconds: int = 0


def read_video(path: Path) -> Media:
    """A video file with what is known of it. Raises DocumentError `file_unreadable`, `file_too_big` and others."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise DocumentError("file_too_big", file=path.name, megabytes=MOST_BYTES // 1_000_000)
        data = path.read_bytes()
    except OSError as failure:
        raise DocumentError("file_unreadable", file=path.name) from failure
    facts = video_facts(data, path.name)
    return Media(MediaKind.VIDEO, facts.type, data, facts.width, facts.height, facts.milliseconds)


def video_facts(data: bytes, name: str = "") -> VideoFacts:
    """What the bytes of a video say. Raises DocumentError `video_type`, `video_broken`; `name` is what they call it."""
    kind = _type_of(data)
    if kind is None:
        raise DocumentError("video_type", file=name)
    try:
        return _webm_facts(data) if kind == WEBM else _mp4_facts(data, kind)
    except (_Damaged, struct.error, IndexError, OverflowError, ValueError) as failure:
        raise DocumentError("video_broken", file=name) from failure


def _type_of(data: bytes) -> str | None:
    if data[:4] == b"\x1a\x45\xdf\xa3":
        return WEBM if b"webm" in data[:64] else None
    if data[4:8] != b"ftyp":
        return None
    brand = data[8:12]
    if brand == b"qt  ":  # QuickTime: phones of other makers do not play it
        return None
    return THREE_GP if brand.startswith(b"3g") else MP4


# --- MP4 and 3GP: boxes of length, name, content (ISO/IEC 14496-12) -----------------------------------


def _mp4_facts(data: bytes, kind: str) -> VideoFacts:
    film = _box(data, 0, len(data), b"moov")
    if film is None:
        raise _Damaged("no table of contents")
    head = _box(data, *film, b"mvhd")
    if head is None:
        raise _Damaged("no film header")
    scale, length = _timing(data, head[0])
    width, height = _mp4_size(data, film)
    if length == 0 and (extends := _box(data, *film, b"mvex")) is not None:
        length = _fragments_length(data, extends)
    return VideoFacts(kind, width, height, round(1000 * length / scale) if scale else 0)


def _boxes(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Name, start and end of the content of each box."""
    while start + 8 <= end:
        length, name = struct.unpack_from(">I4s", data, start)
        content = start + 8
        if length == 1:
            (length,) = struct.unpack_from(">Q", data, content)
            content += 8
        elif length == 0:  # to the end
            length = end - start
        if length < content - start or start + length > end:
            raise _Damaged(f"{name!r} reaches beyond its box")
        yield name, content, start + length
        start += length


def _box(data: bytes, start: int, end: int, wanted: bytes) -> tuple[int, int] | None:
    return next(((first, last) for name, first, last in _boxes(data, start, end) if name == wanted), None)


def _timing(data: bytes, start: int) -> tuple[int, int]:
    """Ticks a second, and ticks, of a film's header."""
    if data[start] == 1:
        scale, length = struct.unpack_from(">IQ", data, start + 20)
        return scale, 0 if length == 2**64 - 1 else length
    scale, length = struct.unpack_from(">II", data, start + 12)
    return scale, 0 if length == 2**32 - 1 else length


def _fragments_length(data: bytes, extends: tuple[int, int]) -> int:
    head = _box(data, *extends, b"mehd")
    if head is None:
        return 0
    length: int = struct.unpack_from(">Q" if data[head[0]] == 1 else ">I", data, head[0] + 4)[0]
    return length


def _mp4_size(data: bytes, film: tuple[int, int]) -> tuple[int, int]:
    """Width and height of the first track that is seen, as it is shown."""
    for name, start, end in _boxes(data, *film):
        head = _box(data, start, end, b"tkhd") if name == b"trak" else None
        if head is None:
            continue
        matrix = head[0] + (52 if data[head[0]] == 1 else 40)
        across, down = struct.unpack_from(">ii", data, matrix)
        width, height = struct.unpack_from(">II", data, matrix + 36)
        if width and height:
            turned = across == 0 and down != 0
            return (height >> 16, width >> 16) if turned else (width >> 16, height >> 16)
    raise _Damaged("nothing to be seen")


# --- WebM: elements of number, length, content (RFC 8794, RFC 9559) -----------------------------------

_SEGMENT, _INFO, _TRACKS, _TRACK = 0x18538067, 0x1549A966, 0x1654AE6B, 0xAE
_SCALE, _DURATION, _TRACK_TYPE, _VIDEO, _WIDTH, _HEIGHT = 0x2AD7B1, 0x4489, 0x83, 0xE0, 0xB0, 0xBA
_CLUSTER = 0x1F43B675
_SEEN = 1


def _webm_facts(data: bytes) -> VideoFacts:
    segment = _element(data, (0, len(data)), _SEGMENT)
    tracks = _element(data, segment, _TRACKS)
    info = dict(_elements(data, _element(data, segment, _INFO)))
    nanoseconds = _number(data, info[_SCALE]) if _SCALE in info else 1_000_000
    milliseconds = round(_float(data, info[_DURATION]) * nanoseconds / 1e6) if _DURATION in info else 0
    for number, place in _elements(data, tracks):
        track = dict(_elements(data, place)) if number == _TRACK else {}
        if _TRACK_TYPE in track and _number(data, track[_TRACK_TYPE]) == _SEEN and _VIDEO in track:
            video = dict(_elements(data, track[_VIDEO]))
            if _WIDTH in video and _HEIGHT in video:
                width, height = _number(data, video[_WIDTH]), _number(data, video[_HEIGHT])
                return VideoFacts(WEBM, width, height, milliseconds)
    raise _Damaged("nothing to be seen")


def _elements(data: bytes, whole: tuple[int, int]) -> Iterator[tuple[int, tuple[int, int]]]:
    """Number, and where the content is, of each element; of a film none behind where its pictures begin."""
    start, end = whole
    while start < end:
        number, start = _variable(data, start, marked=True)
        length, start = _variable(data, start, marked=False)
        if length is None:  # not known when it was written: to the end
            length = end - start
        if number is None or start + length > end:
            raise _Damaged("an element reaches beyond its whole")
        if number == _CLUSTER:
            return
        yield number, (start, start + length)
        start += length


def _element(data: bytes, whole: tuple[int, int], wanted: int) -> tuple[int, int]:
    for number, place in _elements(data, whole):
        if number == wanted:
            return place
    raise _Damaged(f"no element {wanted:x}")


def _variable(data: bytes, start: int, *, marked: bool) -> tuple[int | None, int]:
    """A number of one to eight bytes, and what follows it; None where all its bits are set (a length not known)."""
    first = data[start]
    if first == 0:
        raise _Damaged("a number of more than eight bytes")
    count = 9 - first.bit_length()
    if start + count > len(data):
        raise _Damaged("cut off")
    value = int.from_bytes(data[start : start + count])
    if marked:
        return value, start + count
    value &= (1 << (7 * count)) - 1
    return (None if value == (1 << (7 * count)) - 1 else value), start + count


def _number(data: bytes, place: tuple[int, int]) -> int:
    return int.from_bytes(data[slice(*place)])


def _float(data: bytes, place: tuple[int, int]) -> float:
    value: float = struct.unpack(">f" if place[1] - place[0] == 4 else ">d", data[slice(*place)])[0]
    return value
