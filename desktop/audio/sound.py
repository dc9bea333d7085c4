"""Everything a window needs of sound in one place, so that a test can bring its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from desktop.audio.devices import Device, Devices, find_devices
from desktop.audio.player import Player
from desktop.audio.recorder import Microphone, Source


@dataclass(frozen=True, slots=True, eq=False)
class Sound:
    """How devices are found, how a microphone becomes a source, and what plays."""

    find: Callable[[], Devices]
    microphone: Callable[[Device], Source]
    player: Player

    @classmethod
    def of_this_computer(cls) -> Sound:
        """The real ones."""
        return cls(find_devices, Microphone, Player())
