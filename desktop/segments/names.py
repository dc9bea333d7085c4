"""What a shop calls its segments, prepared audiences and promotions, for sentences that name them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop.segments.sentence import Language, Names

if TYPE_CHECKING:
    from local_db.roster.roster import Roster
    from local_db.segments.model import SavedSegment


def known_names(segments: Iterable[SavedSegment], roster: Roster, language: Language) -> Names:
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
        {audience.id: audience.name for audience in roster.audiences},
        promotions,
    )
