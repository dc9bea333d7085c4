"""What a shop calls its segments, prepared audiences and promotions, for sentences that name them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from desktop.segments.sentence import Language, Names


class Named(Protocol):
    """What the shop knows by a number and calls by a name."""

    @property
    def id(self) -> int:
        """Its number."""

    @property
    def name(self) -> str:
        """Its name."""


def known_names(segments: Iterable[Named], audiences: Iterable[Named], language: Language) -> Names:
    """Names by id, and promotions in the language of the window where they are the built-in ones."""
    from local_db.tags.builtin import definitions
    from local_db.tags.model import PROMOTIONS
    from local_db.tags.periods import name_without_year

    promotions: dict[str, str] = {}
    for words, _, _ in definitions()[PROMOTIONS].periods:
        said = words.zh if language == "zh" else words.en
        for name in (words.zh, words.en):
            promotions[name] = said
            promotions[name_without_year(name)] = name_without_year(said)
    return Names(
        {segment.id: segment.name for segment in segments},
        {audience.id: audience.name for audience in audiences},
        promotions,
    )
