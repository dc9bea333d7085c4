"""What a vendor asks of a picture."""

from __future__ import annotations

from dataclasses import dataclass

from local_db.media.crop import Ratio

JPEG = "image/jpeg"
PNG = "image/png"


@dataclass(frozen=True, slots=True)
class PictureNeeds:
    """Ratio, size and types; `aim_bytes` is what loads well, `most_bytes` what is refused."""

    ratio: Ratio | None = (16, 9)  # None: as the picture is
    most_bytes: int = 2_000_000
    aim_bytes: int = 100_000
    types: tuple[str, ...] = (JPEG, PNG)
