"""Which microphones and loudspeakers there are, and why sound may be out of reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    import miniaudio

_NOTHING_BEHIND = b"null"  # ALSA's own name of a device that discards what it is given
_NULL_BACKEND = "Null"  # what is left when a system has no sound at all


class SoundError(Exception):
    """Sound cannot be had; `code` is `no_microphone`, `no_loudspeaker`, `microphone_failed` or `loudspeaker_failed`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True, slots=True, eq=False)
class Device:
    """A microphone or a loudspeaker; `handle` is for miniaudio only."""

    name: str
    handle: Any = None


PREFERRED = Device("")  # whichever the system takes where none is named


@dataclass(frozen=True, slots=True, eq=False)
class Devices:
    """Everything that sound can come from or go to."""

    microphones: tuple[Device, ...] = ()
    loudspeakers: tuple[Device, ...] = ()

    def microphone(self, name: str) -> Device | None:
        """The microphone of that name, else the one that the system prefers; None without any."""
        named = (device for device in self.microphones if device.name == name)
        return next(named, PREFERRED if self.microphones else None)


def find_devices(backends: Sequence[miniaudio.Backend] | None = None) -> Devices:
    """Ask the system; takes a moment, so not on a window's thread. Without a sound system there are none."""
    import miniaudio

    try:
        found = miniaudio.Devices(list(backends) if backends else None)
        if found.backend == _NULL_BACKEND and not backends:
            return Devices()
        return Devices(_usable(found.get_captures()), _usable(found.get_playbacks()))
    except miniaudio.MiniaudioError:
        return Devices()


def _usable(found: Sequence[dict[str, Any]]) -> tuple[Device, ...]:
    return tuple(Device(entry["name"], entry["id"]) for entry in found if not _is_nothing(entry["id"]))


def _is_nothing(handle: Any) -> bool:
    import miniaudio

    name: bytes = miniaudio.ffi.string(miniaudio.ffi.cast("char *", handle), 8)
    return name == _NOTHING_BEHIND
