"""What one typed word finds among the replies of a shelf, and how well.

Points are given for where it was found, and taken for how: a title is worth more than a text, a slip costs more than
a rare reading. Where a word stands several times in a reply the best place counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.replies.search.hit import Field
from local_db.replies.search.pieces import COST_MASK, SAYS_INITIAL, evidence_of, initials_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from local_db.replies.search.following import Spans
    from local_db.replies.search.shelf import Shelf
    from local_db.replies.search.vocabulary import Numbers

    Points = NDArray[np.int32]

_WORTH = np.array([100, 90, 75, 60, 40], np.int32)  # by Field
_AT_START = 8
_FILLS = 24  # for the part of a title, shortcut or tag that it fills
_IS_ALL = 20
_SAYS_MUCH = 11  # at most, in a wording
DECENT = 47  # so much that slips need not be thought of
# A wording must not be found by what stands everywhere by chance.
_ENOUGH, _ENOUGH_WITH_INITIALS = 12, 17
_APART, _ELSEWHERE, _FARTHEST = 12, 12, 10


class Place(NamedTuple):
    """Per reply a first token, and how many belong to it."""

    starts: Numbers
    sizes: Numbers


class Finding(NamedTuple):
    """Per reply the points, 0 where the word is not found, and the places that count."""

    points: Points
    places: tuple[Place, ...]


def best_of(shelf: Shelf, spans: Spans) -> Finding:
    """The best span of each reply, of those that say enough for where they are."""
    sizes = spans.sizes
    starts = spans.ends - sizes
    fields = shelf.field_of[starts]
    at_start = starts == shelf.field_start[fields]
    kinds = shelf.field[fields]
    enough = _says_enough(spans.weights, sizes, kinds, at_start=at_start)
    if not enough.all():
        starts, sizes, fields, kinds = starts[enough], sizes[enough], fields[enough], kinds[enough]
        at_start, weights = at_start[enough], spans.weights[enough]
    else:
        weights = spans.weights
    short = kinds != Field.TEXT
    filled = sizes * _FILLS // np.maximum(shelf.field_length[fields], 1)
    all_of_it = (filled == _FILLS) & (weights & COST_MASK == initials_of(weights))
    bonus = np.where(short, filled + _AT_START * at_start + _IS_ALL * all_of_it,
                     np.minimum(evidence_of(weights) // 3, _SAYS_MUCH))  # fmt: skip
    points = np.maximum(_WORTH[kinds] + bonus - (weights & COST_MASK), 1)
    return _best(points, starts, sizes, shelf.owner[fields], len(shelf))


def _says_enough(
    weights: Numbers, sizes: Numbers, kinds: NDArray[np.int8], *, at_start: NDArray[np.bool_]
) -> NDArray[np.bool_]:
    evidence = evidence_of(weights)
    needed = np.where(initials_of(weights) > 0, _ENOUGH_WITH_INITIALS, _ENOUGH)
    lone = (evidence <= SAYS_INITIAL) & (sizes == 1)
    enough: NDArray[np.bool_] = np.where(kinds == Field.TEXT, evidence >= needed, ~lone | at_start)
    return enough


def _best(points: Points, starts: Numbers, sizes: Numbers, owners: Numbers, count: int) -> Finding:
    # The places of the best are wanted too, and of equal ones the first: so all of it is one number.
    packed = points.astype(np.int64) << 32 | (0x7FFFFFFF - starts)
    packed = packed << np.int64(5) | sizes
    best = np.zeros(count, np.int64)
    np.maximum.at(best, owners, packed)
    found = best > 0
    place = np.where(found, 0x7FFFFFFF - (best >> 5 & 0xFFFFFFFF), 0).astype(np.int32)
    return Finding((best >> 37).astype(np.int32), (Place(place, np.where(found, best & 31, 0).astype(np.int32)),))


def nothing(shelf: Shelf) -> Finding:
    """No reply at all."""
    return Finding(np.zeros(len(shelf), np.int32), ())


def better(left: Finding, right: Finding) -> Finding:
    """Of each reply the better one."""
    if not right.places:
        return left
    if not left.places:
        return right
    takes = right.points > left.points
    most = max(len(left.places), len(right.places))
    none = Place(np.zeros(len(takes), np.int32), np.zeros(len(takes), np.int32))
    places = tuple(
        Place(np.where(takes, two.starts, one.starts), np.where(takes, two.sizes, one.sizes))
        for one, two in zip(_filled(left.places, most, none), _filled(right.places, most, none), strict=True)
    )
    return Finding(np.where(takes, right.points, left.points), places)


def _filled(places: Sequence[Place], most: int, none: Place) -> list[Place]:
    return [*places, *[none] * (most - len(places))]


def both(shelf: Shelf, head: Finding, tail: Finding) -> Finding:
    """Two parts of one word found apart from each other: the closer the better."""
    if not head.places or not tail.places:
        return nothing(shelf)
    one, two = head.places[0], tail.places[0]
    between = np.maximum(two.starts - one.starts - one.sizes, one.starts - two.starts - two.sizes)
    elsewhere = shelf.field_of[one.starts] != shelf.field_of[two.starts]
    away = np.where(elsewhere, _ELSEWHERE, np.clip(between, 0, _FARTHEST))
    points = np.maximum((head.points + tail.points) // 2 - _APART - away, 1)
    found = (head.points > 0) & (tail.points > 0) & (between >= 0)
    return Finding(np.where(found, points, 0).astype(np.int32), head.places + tail.places)


def count(finding: Finding) -> int:
    """How many replies."""
    return int(np.count_nonzero(finding.points))


