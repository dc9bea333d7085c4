"""The features by which a segment is compared with the rest of its shop: its places, tags, goods, hours and money."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from local_db.segments.differences import Feature, FeatureKind
from local_db.segments.suggestions import frequent_tags, frequent_texts
from local_db.segments.tree import parse

if TYPE_CHECKING:
    from local_db.roster.roster import Roster
    from local_db.segments.suggestions import Suggestion

MOST_VALUES = 40  # of each kind: what fewer people have cannot lead the table
HOURS = 3  # in one band of the day
BAND_STARTS = (0, 3, 6, 9, 12, 15, 18, 21)


def features(roster: Roster, words: tuple[Suggestion, ...] = ()) -> Iterator[Feature]:
    """Every feature worth a look in this shop; `words` are those of its product titles (`title_words`)."""
    for kind in (FeatureKind.PLATFORM, FeatureKind.PROVINCE):
        for entry in frequent_texts(roster, kind.value, MOST_VALUES):
            yield _of(kind, (entry.text,), {"field": kind.value, "op": "is", "value": entry.text})
    for tag in frequent_tags(roster, MOST_VALUES):
        yield _of(FeatureKind.TAG, (tag.text,), {"tag": tag.text})
    for word in words[:MOST_VALUES]:
        yield _of(FeatureKind.WORD, (word.text,), {"ordered": {"product": {"title_has": word.text}}})
    yield from _spent(roster)


def _spent(roster: Roster) -> Iterator[Feature]:
    """Bands of money between the shop's own cuts."""
    cuts = roster.rfm_cuts.m
    low = {"field": "spent", "op": "<", "value": cuts[0]}
    bought = {"field": "orders", "op": ">=", "value": 1}
    yield _of(FeatureKind.SPENT, (0, cuts[0]), {"all": [bought, low]})
    for start, end in pairwise(cuts):
        band = [{"field": "spent", "op": ">=", "value": start}, {"field": "spent", "op": "<", "value": end}]
        yield _of(FeatureKind.SPENT, (start, end), {"all": band})
    yield _of(FeatureKind.SPENT, (cuts[-1],), {"field": "spent", "op": ">=", "value": cuts[-1]})


def _of(kind: FeatureKind, values: tuple[str | int, ...], tree: object) -> Feature:
    return Feature(kind, values, parse(tree))
