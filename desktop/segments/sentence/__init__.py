"""Says a segment tree as a sentence, and a leaf as chips, in Chinese and English; needs no Qt.

Both languages are always complete, because a page shows the sentence in either whatever language the
window has, and the command line prints them without a translator. Words of the shop (provinces, tags,
titles) are never translated.
"""

from desktop.segments.sentence.chips import (
    Chip,
    field_label,
    key_of,
    leaf_chips,
    month_label,
    op_label,
    value_label,
    weekday_label,
)
from desktop.segments.sentence.joining import sentence, standing_sentence
from desktop.segments.sentence.voice import NO_NAMES, Language, Names

__all__ = [
    "NO_NAMES",
    "Chip",
    "Language",
    "Names",
    "field_label",
    "key_of",
    "leaf_chips",
    "month_label",
    "op_label",
    "sentence",
    "standing_sentence",
    "value_label",
    "weekday_label",
]
