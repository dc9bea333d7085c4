"""Recorded speech: WAV bytes, levels, trimming."""

from __future__ import annotations

import math
import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.call_scripts import takes_sound as ts
from local_db.call_scripts.takes_sound import Span


def tone(seconds: float, loudness: float = 0.5, hertz: int = 440) -> bytes:
    count = round(seconds * ts.RATE)
    values = (round(loudness * 32767 * math.sin(2 * math.pi * hertz * i / ts.RATE)) for i in range(count))
    return struct.pack(f"<{count}h", *values)


def silence(seconds: float) -> bytes:
    return bytes(round(seconds * ts.RATE) * ts.BYTES)


def test_a_wav_file_is_written_byte_for_byte() -> None:
    data = struct.pack("<4h", 0, 1000, -1000, 32767)
    header = b"RIFF" + struct.pack("<I", 36 + 8) + b"WAVEfmt " + struct.pack("<IHHIIHH", 16, 1, 1, 16000, 32000, 2, 16)
    assert ts.wav(data) == header + b"data" + struct.pack("<I", 8) + data


@given(st.binary(max_size=400).map(lambda data: data[: len(data) // 2 * 2]))
def test_what_goes_into_a_wav_file_comes_out(data: bytes) -> None:
    assert ts.sound(ts.wav(data)) == data


@pytest.mark.parametrize("content", [b"", b"RIFF", b"not sound at all", ts.wav(b"\0\0")[:20]])
def test_what_is_no_wav_file_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="WAV"):
        ts.sound(content)


def test_sound_of_another_rate_is_refused() -> None:
    other = bytearray(ts.wav(silence(0.01)))
    other[24:28] = struct.pack("<I", 8000)
    with pytest.raises(ValueError, match="recording"):
        ts.sound(bytes(other))


@pytest.mark.parametrize(
    ("sample", "level", "clipped"),
    [(0, 0.0, False), (16384, 0.5, False), (-16384, 0.5, False), (32599, 32599 / 32768, False), (-32768, 1.0, True)],
)
def test_the_peak_is_that_of_the_loudest_sample(sample: int, level: float, clipped: bool) -> None:
    data = struct.pack("<3h", 0, sample, 0)
    assert ts.peak(data) == level
    assert ts.is_clipped(data) is clipped


def test_nothing_has_no_level_and_no_outline() -> None:
    assert ts.peak(b"") == 0.0
    assert ts.outline(b"", 100) == []
    assert ts.speech(b"") == Span(0, 0)


def test_an_outline_has_the_peak_of_each_stretch() -> None:
    data = struct.pack("<8h", 0, 8192, 0, 0, -16384, 0, 0, 0)
    assert ts.outline(data, 4) == [0.25, 0.0, 0.5, 0.0]
    assert len(ts.outline(data, 100)) == 8


@given(st.integers(0, 3000), st.integers(0, 3000))
def test_a_part_is_as_long_as_its_span(first: int, length: int) -> None:
    data = silence(2)
    got = ts.milliseconds(ts.part(data, Span(first, first + length)))
    assert got == max(0, min(2000, first + length) - first)


def test_silence_around_speech_is_found() -> None:
    data = silence(1.0) + tone(2.0) + silence(1.5)
    assert ts.speech(data) == Span(850, 3250)


def test_a_hum_is_taken_for_silence() -> None:
    hum = tone(1.0, 0.01, 50)
    span = ts.speech(hum + tone(1.0, 0.4) + hum)
    assert 800 <= span.from_ms <= 900
    assert 2200 <= span.to_ms <= 2300


def test_a_click_is_not_taken_for_speech() -> None:
    click = tone(0.01, 0.9)
    span = ts.speech(silence(1) + click + silence(1) + tone(1) + silence(1))
    assert 1800 <= span.from_ms <= 1900


@pytest.mark.parametrize("data", [silence(2), silence(0.004)], ids=["silence", "a moment"])
def test_where_nobody_speaks_nothing_is_cut(data: bytes) -> None:
    assert ts.speech(data) == Span(0, ts.milliseconds(data))


def test_speech_without_a_pause_is_kept_whole() -> None:
    assert ts.speech(tone(2)) == Span(0, 2000)
