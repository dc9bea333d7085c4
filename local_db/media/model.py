"""What is kept of a picture, a video or a recording."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class MediaKind(StrEnum):
    """What it is to a person."""

    PICTURE = "picture"
    VIDEO = "video"
    SOUND = "sound"
    FILE = "file"  # any other, as replies may carry


@dataclass(frozen=True, slots=True)
class Media:
    """One of them, as it came. `id` is 0 until it is stored; `type` is a MIME type; sizes are pixels."""

    kind: MediaKind
    type: str
    data: bytes
    width: int = 0
    height: int = 0
    milliseconds: int = 0
    id: int = 0


@dataclass(frozen=True, slots=True)
class MediaFacts:
    """What is known of one of them without its bytes."""

    kind: MediaKind
    type: str
    width: int
    height: int
    milliseconds: int
    bytes: int
