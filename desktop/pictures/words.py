"""The sentences for what is found in a picture."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.media.crop import Ratio

WARNINGS = {
    "few_pixels": QT_TRANSLATE_NOOP(
        "Pictures", "This part of the picture is only {width} pixels wide; from {needed} on it is sharp on a phone."
    ),
    "over_aim": QT_TRANSLATE_NOOP(
        "Pictures", "{kilobytes} KB load slowly; {aim} KB are recommended. A calmer picture or a plainer ground helps."
    ),
    "small_text": QT_TRANSLATE_NOOP(
        "Pictures", "Words in it look about {measured:.0f} pixels high on a phone; from 30 on they are easy to read."
    ),
    "no_margin": QT_TRANSLATE_NOOP(
        "Pictures", "Words come within {measured:.0f} pixels of the edge; phones round corners off, so leave 18 to 24."
    ),
    "low_contrast": QT_TRANSLATE_NOOP(
        "Pictures", "Words hardly stand out from their ground (contrast {measured:.1f}); from 3 on they are legible."
    ),
}


def warning(code: str, data: Mapping[str, object]) -> str:
    """What to tell a person about a picture."""
    return translate("Pictures", WARNINGS[code]).format(**data)


def size(number_of_bytes: int) -> str:
    """Bytes as people read them: 96 KB, 1.8 MB."""
    if number_of_bytes < 1_000_000:
        return f"{max(1, round(number_of_bytes / 1000))} KB"
    return f"{number_of_bytes / 1_000_000:.1f} MB"


def ratio(value: Ratio) -> str:
    """A ratio as people write it: 16:9."""
    return f"{value[0]}:{value[1]}"
