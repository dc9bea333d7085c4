"""Recording from a microphone: how loud it is now, and what was said since the recording began."""

from __future__ import annotations

import threading
import time
import weakref
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.audio.devices import Device, SoundError
from local_db.call_scripts.takes_sound import BYTES, RATE, is_clipped, milliseconds, peak

if TYPE_CHECKING:
    from collections.abc import Sequence

    import miniaudio

LONGEST_MS = 5 * 60 * 1000  # a wording is seconds; a forgotten recording must not fill the memory
SILENT_AFTER_S = 2.0  # a microphone that has given nothing for so long was pulled out
_PERIOD_MS = 20


class Source(Protocol):
    """Where sound comes from: 16 kHz, one channel, 16 bits."""

    def open(self, take: Callable[[bytes], None]) -> None:
        """Begin to hand over what is heard, on any thread. Raises SoundError."""

    def close(self) -> None:
        """End; nothing is handed over after this has returned."""


class Reading(NamedTuple):
    """How the recording stands."""

    level: float  # the loudest since the reading before, from 0 to 1
    clipped: bool
    kept_ms: int  # how much is recorded
    is_full: bool
    is_lost: bool  # the microphone gives nothing any more


class Recorder:
    """Listens from `open` on, keeps what it hears from `begin` on; safe to ask from the window's thread."""

    def __init__(self, source: Source, clock: Callable[[], float] = time.monotonic) -> None:
        self._source = source
        self._clock = clock
        self._lock = threading.Lock()
        self._kept: list[bytes] | None = None
        self._length = 0
        self._level = 0.0
        self._clipped = False
        self._heard_at = clock()

    def open(self) -> None:
        """Begin to listen; may take a while. Raises SoundError."""
        self._heard_at = self._clock()
        self._source.open(self._take)

    def begin(self) -> None:
        """Keep what is heard from now on."""
        with self._lock:
            self._kept, self._length = [], 0

    def reading(self) -> Reading:
        """How it stands; asked as often as a meter is painted."""
        with self._lock:
            level, clipped = self._level, self._clipped
            self._level, self._clipped = 0.0, False
            kept = self._length // BYTES * 1000 // RATE
            lost = self._clock() - self._heard_at > SILENT_AFTER_S
        return Reading(level, clipped, kept, kept >= LONGEST_MS, lost)

    def finish(self) -> bytes:
        """End listening; what was kept. May take a moment."""
        with self._lock:
            kept, self._kept = self._kept or [], None
        self._source.close()
        return b"".join(kept)

    def _take(self, data: bytes) -> None:
        level, clipped = peak(data), is_clipped(data)
        with self._lock:
            self._heard_at = self._clock()
            self._level = max(self._level, level)
            self._clipped |= clipped
            if self._kept is not None and milliseconds(data) + self._length // BYTES * 1000 // RATE <= LONGEST_MS:
                self._kept.append(data)
                self._length += len(data)


class Microphone:
    """A microphone of this computer as a source."""

    def __init__(self, device: Device | None, backends: Sequence[miniaudio.Backend] | None = None) -> None:
        """`backends` are for tests; None takes the system's own."""
        self._chosen = device
        self._backends = backends
        self._ending: weakref.finalize[[], Microphone] | None = None

    def open(self, take: Callable[[bytes], None]) -> None:
        """Begin to listen. Raises SoundError `microphone_failed`."""
        import miniaudio

        listener = _listening(take)
        next(listener)
        try:
            device = miniaudio.CaptureDevice(
                input_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=RATE,
                buffersize_msec=_PERIOD_MS,
                device_id=self._chosen.handle if self._chosen is not None else None,
                backends=list(self._backends) if self._backends else None,
                app_name="Regulars",
            )
            # Also at the end of the program: its thread must not call into an interpreter that is going.
            self._ending = weakref.finalize(self, device.close)
            device.start(listener)
        except miniaudio.MiniaudioError:
            self.close()
            raise SoundError("microphone_failed") from None

    def close(self) -> None:
        """End."""
        ending, self._ending = self._ending, None
        if ending is not None:
            ending()


def _listening(take: Callable[[bytes], None]) -> Generator[None, bytes, None]:
    """What miniaudio hands sound to, on a thread of its own."""
    while True:
        take(bytes((yield)))
