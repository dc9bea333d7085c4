"""What one typed word finds among the replies of a shelf, and how well.

Points are given for where it was found, and taken for how: a title is worth more than a text, a slip costs more than
a rare reading. Where a word stands several times in a reply the best place counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.replies.search.hit import FILLS, Field
from local_db.replies.search.pieces import COST_MASK, evidence_of, initials_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from local_db.replies.search.following import Spans
    from local_db.replies.search.shelf import Shelf
    from local_db.replies.search.vocabulary import Numbers

    Points = NDArray[np.int32]

_IS_ALL = 20  # of a title or a shortcut
_SAYS_MUCH = 11  # at most, in a wording
_IN_TEXT = 40
DECENT = 47  # so much that slips need not be thought of
# A wording must not be found by what stands everywhere by chance.
_ENOUGH, _ENOUGH_WITH_INITIALS = 12, 17
_SKIPPING = 60  # initials with some left out
_MANY = 8  # spans are many from an eighth of the replies on
_APART, _ELSEWHERE, _FARTHEST = 12, 12, 10


class Place(NamedTuple):
    """Per reply a first token, and how many belong to it."""

    starts: Numbers
    sizes: Numbers


class Finding(NamedTuple):
    """Per reply the points, 0 where the word is not found, and the places that count."""

    points: Points
    places: tuple[Place, ...]


def best_of(shelf: Shelf, short: Spans, long: Spans) -> Finding:
    """The best span of each reply, of those in short fields and of those that say enough in wordings."""
    long = _saying_enough(long)
    starts = np.concatenate((short.starts, long.starts))
    if not len(starts):
        return nothing(shelf)
    points = np.concatenate((_points_in_short(shelf, short), _points_in_texts(long)))
    sizes = np.concatenate((short.sizes, long.sizes))
    return _best(points, starts, sizes, shelf.owner[shelf.field_of[starts]], shelf.there)


def _points_in_short(shelf: Shelf, spans: Spans) -> Points:
    starts, weights = spans.starts, spans.weights
    costs = weights & COST_MASK
    sizes, most = spans.sizes, shelf.fills_at[starts].astype(np.int32)
    is_all = (sizes == shelf.length_at[starts]) & (most == FILLS[Field.TITLE]) & (costs == initials_of(weights))
    bonus = sizes * most // shelf.length_at[starts] + _IS_ALL * is_all
    points: Points = np.maximum(shelf.worth_at[starts] + bonus - costs, 1)
    return points


def _points_in_texts(spans: Spans) -> Points:
    says = np.minimum(evidence_of(spans.weights) // 3, _SAYS_MUCH)
    points: Points = np.maximum(_IN_TEXT + says - (spans.weights & COST_MASK), 1)
    return points


def _saying_enough(spans: Spans) -> Spans:
    if not len(spans.ends):
        return spans
    needed = np.where(initials_of(spans.weights) > 0, _ENOUGH_WITH_INITIALS, _ENOUGH)
    return spans.only(evidence_of(spans.weights) >= needed)


def _best(points: Points, starts: Numbers, sizes: Numbers, owners: Numbers, there: NDArray[np.bool_]) -> Finding:
    # The places of the best are wanted too, and of equal ones the first: so all of it is one number.
    packed = points.astype(np.int64) << 32 | (0x7FFFFFFF - starts)
    packed = packed << np.int64(5) | sizes
    rows: NDArray[np.signedinteger]
    if len(owners) * _MANY < len(there):
        order = np.argsort(packed)  # where a reply comes several times, what is written last stays
        rows, best = owners[order], packed[order]
    else:
        every = np.zeros(len(there), np.int64)
        np.maximum.at(every, owners, packed)
        rows = np.flatnonzero(every)
        best = every[rows]
    best = best[there[rows]]
    rows = rows[there[rows]]
    found = np.zeros((3, len(there)), np.int32)
    found[0, rows] = best >> 37
    found[1, rows] = 0x7FFFFFFF - (best >> 5 & 0xFFFFFFFF)
    found[2, rows] = best & 31
    return Finding(found[0], (Place(found[1], found[2]),))


def nothing(shelf: Shelf) -> Finding:
    """No reply at all."""
    return Finding(np.zeros(len(shelf), np.int32), ())


def better(left: Finding, right: Finding) -> Finding:
    """Of each reply the better one."""
    if not right.places:
        return left
    if not left.places:
        return right
    takes = np.flatnonzero(right.points > left.points)
    if not len(takes):
        return left
    most = max(len(left.places), len(right.places))
    none = Place(np.zeros_like(left.points), np.zeros_like(left.points))
    both_places = zip(_filled(left.places, most, none), _filled(right.places, most, none), strict=True)
    places = tuple(
        Place(_taken(takes, one.starts, two.starts), _taken(takes, one.sizes, two.sizes)) for one, two in both_places
    )
    return Finding(_taken(takes, left.points, right.points), places)


def _taken(rows: NDArray[np.int64], left: Numbers, right: Numbers) -> Numbers:
    taken = left.copy()
    taken[rows] = right[rows]
    return taken


def _filled(places: Sequence[Place], most: int, none: Place) -> list[Place]:
    return [*places, *[none] * (most - len(places))]


def both(shelf: Shelf, head: Finding, tail: Finding) -> Finding:
    """Two parts of one word found apart from each other: the closer the better."""
    if not head.places or not tail.places:
        return nothing(shelf)
    rows = np.flatnonzero((head.points > 0) & (tail.points > 0))
    first, second = head.places[0], tail.places[0]
    one, two = first.starts[rows], second.starts[rows]
    between = np.maximum(two - one - first.sizes[rows], one - two - second.sizes[rows])
    rows, one, two, between = (some[between >= 0] for some in (rows, one, two, between))  # each letter counts once
    if not len(rows):
        return nothing(shelf)
    elsewhere = shelf.field_of[one] != shelf.field_of[two]
    away = np.where(elsewhere, _ELSEWHERE, np.minimum(between, _FARTHEST))
    points = np.zeros(len(shelf), np.int32)
    points[rows] = np.maximum((head.points[rows] + tail.points[rows]) // 2 - _APART - away, 1)
    return Finding(points, head.places + tail.places)


def beginning_titles(shelf: Shelf, spans: Spans) -> Iterator[Spans]:
    """Of some spans those that begin a title, those of one length at a time."""
    fields = shelf.field_of[spans.starts]
    spans = spans.only((shelf.field[fields] == Field.TITLE) & (shelf.field_start[fields] == spans.starts))
    for size in np.unique(spans.sizes).tolist():
        yield spans.only(spans.sizes == size)


def skipping(shelf: Shelf, spans: Spans, head: int, gap: int) -> Finding:
    """Spans of titles of which `gap` tokens were not typed, behind as many as `head`."""
    if not len(spans.ends):
        return nothing(shelf)
    starts, sizes = spans.starts, spans.sizes
    filled = (sizes - gap) * FILLS[Field.TITLE] // shelf.length_at[starts]
    points: Points = np.maximum(_SKIPPING + filled - gap - (spans.weights & COST_MASK), 1)
    found = _best(points, starts, sizes, shelf.owner[shelf.field_of[starts]], shelf.there)
    (whole,) = found.places
    there = (whole.sizes > 0).astype(np.int32)
    ends = Place(whole.starts + there * (head + gap), whole.sizes - there * (head + gap))
    return Finding(found.points, (Place(whole.starts, there * head), ends))


def count(finding: Finding) -> int:
    """How many replies."""
    return int(np.count_nonzero(finding.points))
