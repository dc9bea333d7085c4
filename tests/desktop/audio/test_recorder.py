"""Recording and playing: from the library's own silent device for real, and from a source that plays a known tone."""

from __future__ import annotations

import struct
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import miniaudio
import pytest

from desktop.audio.devices import PREFERRED, Device, Devices, SoundError, find_devices
from desktop.audio.player import Player
from desktop.audio.recorder import LONGEST_MS, SILENT_AFTER_S, Microphone, Recorder
from local_db.call_scripts.takes_sound import BYTES, RATE, milliseconds

ROOT = Path(__file__).resolve().parents[3]
NULL = (miniaudio.Backend.NULL,)


class ToneSource:
    """Hands over what a test says it hears."""

    def __init__(self) -> None:
        self.take: Callable[[bytes], None] | None = None

    def open(self, take: Callable[[bytes], None]) -> None:
        self.take = take

    def close(self) -> None:
        self.take = None

    def play(self, *samples: int) -> None:
        assert self.take is not None
        self.take(struct.pack(f"<{len(samples)}h", *samples))


def wait_until(holds: Callable[[], bool], seconds: float = 5.0) -> bool:
    deadline = time.monotonic() + seconds
    while not holds() and time.monotonic() < deadline:
        time.sleep(0.01)
    return holds()


def test_a_real_device_records_as_long_as_it_is_asked_to() -> None:
    recorder = Recorder(Microphone(None, NULL))
    recorder.open()
    recorder.begin()
    assert wait_until(lambda: recorder.reading().kept_ms >= 200)
    data = recorder.finish()
    assert milliseconds(data) >= 200
    assert not any(data)  # it gives silence


def test_a_real_device_can_be_opened_again() -> None:
    recorder = Recorder(Microphone(None, NULL))
    for _ in range(2):
        recorder.open()
        recorder.begin()
        assert wait_until(lambda: recorder.reading().kept_ms > 0)
        assert recorder.finish()


def test_a_device_that_cannot_be_opened_is_an_error_with_a_code() -> None:
    with pytest.raises(SoundError) as failure:
        Microphone(None, (miniaudio.Backend.WEBAUDIO,)).open(lambda _: None)
    assert failure.value.code == "microphone_failed"
    with pytest.raises(SoundError) as failure:
        Player((miniaudio.Backend.WEBAUDIO,)).play(bytes(200))
    assert failure.value.code == "loudspeaker_failed"


def test_the_silent_device_is_listed_where_it_is_asked_for() -> None:
    assert find_devices(NULL).microphones
    assert find_devices((miniaudio.Backend.WEBAUDIO,)).microphones == ()


def test_a_microphone_is_found_by_its_name_else_the_system_chooses() -> None:
    first, second = Device("a"), Device("b")
    devices = Devices((first, second))
    assert devices.microphone("b") is second
    assert devices.microphone("gone") is PREFERRED
    assert devices.microphone("") is PREFERRED
    assert Devices().microphone("a") is None


def test_a_microphone_that_nobody_closes_ends_with_the_program() -> None:
    code = (
        "import miniaudio, time\n"
        "from desktop.audio.recorder import Microphone, Recorder\n"
        "from desktop.audio.player import Player\n"
        "null = (miniaudio.Backend.NULL,)\n"
        "recorder, player = Recorder(Microphone(None, null)), Player(null)\n"
        "recorder.open(); recorder.begin(); player.play(bytes(320000)); time.sleep(0.1)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=30, check=True
    )
    assert ended.stderr == ""


def test_only_what_is_said_after_the_beginning_is_kept() -> None:
    source = ToneSource()
    recorder = Recorder(source)
    recorder.open()
    source.play(1, 2)
    recorder.begin()
    source.play(3, 4)
    source.play(5)
    assert recorder.finish() == struct.pack("<3h", 3, 4, 5)
    assert source.take is None


def test_the_level_is_the_loudest_since_it_was_read_before() -> None:
    source = ToneSource()
    recorder = Recorder(source)
    recorder.open()
    source.play(8192, -16384)
    source.play(100)
    first = recorder.reading()
    assert (first.level, first.clipped) == (0.5, False)
    assert recorder.reading().level == 0.0
    source.play(-32768)
    assert recorder.reading().clipped


def test_a_recording_that_was_forgotten_ends_by_itself() -> None:
    source = ToneSource()
    recorder = Recorder(source)
    recorder.open()
    recorder.begin()
    assert source.take is not None
    for _ in range(LONGEST_MS // 10_000 + 1):
        source.take(bytes(10 * RATE * BYTES))
    assert recorder.reading().is_full
    assert milliseconds(recorder.finish()) == LONGEST_MS


def test_a_microphone_that_says_nothing_any_more_is_noticed() -> None:
    now = [0.0]
    source = ToneSource()
    recorder = Recorder(source, clock=lambda: now[0])
    recorder.open()
    recorder.begin()
    source.play(7)
    now[0] = SILENT_AFTER_S
    assert not recorder.reading().is_lost
    now[0] += 0.1
    assert recorder.reading().is_lost
    assert recorder.finish() == struct.pack("<h", 7)


def test_a_sound_is_played_to_its_end() -> None:
    player = Player(NULL)
    player.play(bytes(RATE // 5 * BYTES))
    assert player.is_playing
    assert wait_until(lambda: not player.is_playing)
    assert player.heard_ms == 200
    player.stop()


def test_playing_can_be_stopped() -> None:
    player = Player(NULL)
    player.play(bytes(10 * RATE * BYTES))
    player.stop()
    assert not player.is_playing
    assert player.heard_ms < 10_000
    player.stop()
