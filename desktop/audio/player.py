"""Playing a recording, and how far it has been heard."""

from __future__ import annotations

import threading
import weakref
from collections.abc import Generator
from typing import TYPE_CHECKING

from desktop.audio.devices import SoundError
from local_db.call_scripts.takes_sound import BYTES, RATE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import miniaudio

_PERIOD_MS = 40
_STILL_HEARD_MS = 3 * _PERIOD_MS  # what a device still has to play when it asks for more


class Player:
    """Plays one sound at a time; opening and stopping may take a moment, so not on a window's thread."""

    def __init__(self, backends: Sequence[miniaudio.Backend] | None = None) -> None:
        """`backends` are for tests; None takes the system's own."""
        self._backends = backends
        self._ending: weakref.finalize[[], Player] | None = None
        self._turn = threading.Lock()
        self._given = 0  # bytes
        self._ended = True

    @property
    def is_playing(self) -> bool:
        """Whether there is something left to hear."""
        return not self._ended

    @property
    def heard_ms(self) -> int:
        """How far the sound has been handed to the loudspeaker."""
        return self._given // BYTES * 1000 // RATE

    def play(self, data: bytes) -> None:
        """Play from the beginning, instead of what was played before. Raises SoundError `loudspeaker_failed`."""
        import miniaudio

        with self._turn:
            self._close()
            self._given, self._ended = 0, False
            feed = self._feeding(data)
            next(feed)
            try:
                device = miniaudio.PlaybackDevice(
                    output_format=miniaudio.SampleFormat.SIGNED16,
                    nchannels=1,
                    sample_rate=RATE,
                    buffersize_msec=_PERIOD_MS,
                    backends=list(self._backends) if self._backends else None,
                    app_name="Regulars",
                )
                # Also at the end of the program: its thread must not call into an interpreter that is going.
                self._ending = weakref.finalize(self, device.close)
                device.start(feed)
            except miniaudio.MiniaudioError:
                self._close()
                raise SoundError("loudspeaker_failed") from None

    def stop(self) -> None:
        """End, whether or not anything is played."""
        with self._turn:
            self._close()

    def _close(self) -> None:
        ending, self._ending = self._ending, None
        self._ended = True
        if ending is not None:
            ending()

    def _feeding(self, data: bytes) -> Generator[bytes, int, None]:
        """What miniaudio asks for sound, on a thread of its own."""
        frames = yield b""
        at = 0
        while at < len(data):
            piece = data[at : at + frames * BYTES]
            at += len(piece)
            self._given = at
            frames = yield piece + bytes(frames * BYTES - len(piece))
        silent = 0
        while True:  # silence, until somebody stops it
            self._ended = silent >= _STILL_HEARD_MS * RATE // 1000
            silent += frames
            frames = yield bytes(frames * BYTES)
