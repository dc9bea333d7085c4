"""The features by which a segment is compared with the rest of its shop: its places, tags, goods, hours and money."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from local_db.segments.catalogue import CITY_TIERS
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
    yield from _texts(roster)
    for tag in frequent_tags(roster, MOST_VALUES):
        yield _of(FeatureKind.TAG, (tag.text,), {"tag": tag.text})
    for category in roster.categories[:MOST_VALUES]:
        yield _ordered(FeatureKind.CATEGORY, (category.name,), {"product": {"category": category.name}})
    for word in words[:MOST_VALUES]:
        yield _ordered(FeatureKind.WORD, (word.text,), {"product": {"title_has": word.text}})
    for start in BAND_STARTS:
        yield _ordered(FeatureKind.HOURS, (start, start + HOURS), {"hours": [start, start + HOURS]})
    for day in range(1, 8):
        yield _ordered(FeatureKind.WEEKDAY, (day,), {"weekdays": [day]})
    yield from _spent(roster)


def _texts(roster: Roster) -> Iterator[Feature]:
    for kind in (FeatureKind.PLATFORM, FeatureKind.PROVINCE):
        for entry in frequent_texts(roster, kind.value, MOST_VALUES):
            yield _of(kind, (entry.text,), {"field": kind.value, "op": "is", "value": entry.text})
    for tier in CITY_TIERS:
        yield _of(FeatureKind.CITY_TIER, (tier,), {"field": "city_tier", "op": "is", "value": tier})


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


def _ordered(kind: FeatureKind, values: tuple[str | int, ...], orders: dict[str, object]) -> Feature:
    return _of(kind, values, {"ordered": orders})
