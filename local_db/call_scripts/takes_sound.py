"""Recorded speech as bytes: 16 kHz, one channel, 16 bits; levels, silence, and WAV files of it."""

from __future__ import annotations

import io
import wave
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Samples = NDArray[np.int16]

RATE = 16_000  # samples a second, as calling platforms take them
BYTES = 2  # of a sample
WAV_TYPE = "audio/wav"
FULL = 32_768  # a sample of the loudest sound is one less
CLIPPED = 32_600  # what comes near the end of the scale was louder than the microphone can tell

_FRAME_MS = 10
_QUIETEST = 0.006  # of full scale (−44 dB): what is below is silence, however quiet the room
_ABOVE_NOISE = 3.0  # speech is so many times as loud as the quietest tenth of the recording
_LEAST_FRAMES = 3  # a click is shorter than this
_LEAD_MS, _TAIL_MS = 150, 250  # breath before the first word, and what the last one leaves ringing


class Span(NamedTuple):
    """A part of a recording, in milliseconds from its beginning."""

    from_ms: int
    to_ms: int


def as_samples(data: bytes) -> Samples:
    """Bytes as numbers; an odd byte at the end is left out."""
    return np.frombuffer(data, dtype="<i2", count=len(data) // BYTES)


def milliseconds(data: bytes) -> int:
    """How long the sound is."""
    return len(data) // BYTES * 1000 // RATE


def wav(data: bytes) -> bytes:
    """The sound as a WAV file."""
    content = io.BytesIO()
    with wave.open(content, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(BYTES)
        file.setframerate(RATE)
        file.writeframes(data)
    return content.getvalue()


def sound(content: bytes) -> bytes:
    """The sound in a WAV file that `wav` made. Raises ValueError for one of another kind."""
    try:
        with wave.open(io.BytesIO(content), "rb") as file:
            if (file.getnchannels(), file.getsampwidth(), file.getframerate()) != (1, BYTES, RATE):
                raise ValueError("not a recording of this program")
            return file.readframes(file.getnframes())
    except (wave.Error, EOFError):
        raise ValueError("not a WAV file") from None


def part(data: bytes, span: Span) -> bytes:
    """The sound between two moments."""
    return data[_at(span.from_ms) : _at(span.to_ms)]


def peak(data: bytes) -> float:
    """The loudest sample, from 0 to 1."""
    samples = as_samples(data)
    return int(np.abs(samples.astype(np.int32)).max(initial=0)) / FULL


def is_clipped(data: bytes) -> bool:
    """Whether the sound was louder than the microphone can tell."""
    return bool(peak(data) * FULL >= CLIPPED)


def outline(data: bytes, count: int) -> list[float]:
    """The loudest sample of each of `count` equal stretches, from 0 to 1; fewer where there are fewer samples."""
    samples = np.abs(as_samples(data).astype(np.int32))
    count = min(count, len(samples))
    if count <= 0:
        return []
    edges = np.linspace(0, len(samples), count, endpoint=False).astype(np.int64)
    peaks: list[float] = (np.maximum.reduceat(samples, edges) / FULL).tolist()
    return peaks


def speech(data: bytes) -> Span:
    """Where somebody speaks, with a little room around; the whole where nothing stands out from the noise."""
    whole = Span(0, milliseconds(data))
    size = RATE * _FRAME_MS // 1000
    samples = as_samples(data)
    frames = len(samples) // size
    if not frames:
        return whole
    power = np.square(samples[: frames * size].astype(np.float64) / FULL).reshape(frames, size).mean(axis=1)
    loudness = np.sqrt(power)
    limit = max(_QUIETEST, float(np.quantile(loudness, 0.1)) * _ABOVE_NOISE)
    loud = loudness > limit
    if not loud.any():  # no pause at all, so that the noise could not be told from the speech; or no speech
        loud = loudness > _QUIETEST
    steady = np.convolve(loud, np.ones(_LEAST_FRAMES), "valid") >= _LEAST_FRAMES if frames >= _LEAST_FRAMES else loud
    places = np.flatnonzero(steady)
    if not len(places):
        return whole
    first, last = int(places[0]), int(places[-1]) + _LEAST_FRAMES
    return Span(max(0, first * _FRAME_MS - _LEAD_MS), min(whole.to_ms, last * _FRAME_MS + _TAIL_MS))


def _at(moment_ms: int) -> int:
    return moment_ms * RATE // 1000 * BYTES
