"""What could be cut for texts to need fewer parts: characters at the end, words to spare, longer values.

What a cut saves is counted, not estimated: a text that is one unit too long falls with the first character. Where a
text must not be split at any place (GSM-7 escapes, emoji abroad) it is left out, so that a promise is never too great.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from local_db.templates.body_words import VARIABLE, words_only
from local_db.templates.sms_parts import STANDARD, Room, parts_of, utf16_units
from local_db.templates.sms_rules import sms_rules
from local_db.templates.text import Variable, scan

if TYPE_CHECKING:
    from collections.abc import Callable

    from local_db.roster.roster import Bools
    from local_db.templates.layout import Slot
    from local_db.templates.texts import Counts, Texts

_MOST_DROPPED = 40
_MOST_CUTS = 5
_MOST_OF_A_KIND = 3
_TWO = 2
_ENOUGH = 0.8  # of what the shortest limit saves; the longest one that saves so much is offered


class CutKind(StrEnum):
    """What is cut."""

    END = "end"  # so many characters, such as the last words
    WORDS = "words"  # words to spare
    LIMIT = "limit"  # a variable's values


@dataclass(frozen=True, slots=True)
class Cut:
    """A cut with what it saves; the price is the caller's."""

    kind: CutKind
    characters: int  # UTF-16 units that go; of a limit: the characters that stay
    people: int  # whose text needs fewer parts then
    parts: int  # fewer in all
    position: int = 0  # of the words in the body
    length: int = 0
    name: str = ""  # of the variable


def units_over(units: int, room: Room = STANDARD.ucs2) -> int:
    """How many units a text of this length is over what one part fewer would hold; 0 where one part does."""
    parts = parts_of(units, room)
    if parts <= 1:
        return 0
    return units - (room.one if parts == _TWO else room.many * (parts - 1))


def units_left(units: int, room: Room = STANDARD.ucs2) -> int:
    """How many more units fit before another part begins."""
    parts = parts_of(units, room)
    return (room.one if parts <= 1 else room.many * parts) - units


def words_at_the_end(body: str, units: int) -> tuple[tuple[int, int], ...]:
    """The last literal characters of a body that make up so many UTF-16 units, as (position, length).

    Variables are left out: how long they are depends on the member. Fewer come back where the body
    has not so many.
    """
    taken: list[int] = []
    for position, width in _from_the_end(body):
        if units <= 0:
            break
        taken.append(position)
        units -= width
    return _runs(sorted(taken))


def _from_the_end(body: str) -> Iterator[tuple[int, int]]:
    """Each literal character's position and width, the last one first."""
    variables = [piece for piece in scan(body).pieces if isinstance(piece, Variable)]
    inside = {place for piece in variables for place in range(piece.position, piece.position + piece.length)}
    for position in range(len(body) - 1, -1, -1):
        if position not in inside:
            yield position, utf16_units(body[position])


def _runs(positions: list[int]) -> tuple[tuple[int, int], ...]:
    """Neighbouring positions as (first, length)."""
    runs: list[tuple[int, int]] = []
    for position in positions:
        if runs and sum(runs[-1]) == position:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((position, 1))
    return tuple(runs)


def cheapest_cuts(texts: Texts) -> tuple[Cut, ...]:
    """The cuts that are worth it: of the text, what saves most for a character first; then of the values."""
    import numpy as np

    if not len(texts) or not np.any(texts.parts > 1):
        return ()
    curve = _Curve(texts)
    offered = [*_words(texts, curve), *_ends(texts, curve), *_limits(texts, curve)]
    return tuple(sorted(offered, key=_price_of)[:_MOST_CUTS])


def _price_of(cut: Cut) -> tuple[bool, float]:
    limits = cut.kind is CutKind.LIMIT
    return limits, -cut.parts if limits else cut.characters / cut.parts


class _Curve:
    """What shorter texts save."""

    def __init__(self, texts: Texts) -> None:
        import numpy as np

        from local_db.templates.texts import parts_of_all

        self._texts = texts
        self._kinds: list[tuple[Bools, Callable[[Counts], Counts]]] = []
        for packed, room in ((False, texts.vendor.parts.ucs2), (True, texts.vendor.parts.gsm7)):

            def parts_in(units: Counts, room: Room = room) -> Counts:
                return parts_of_all(units, room)

            # Two parts that become one fit whatever they hold.
            sure = (texts.parts == parts_in(texts.units)) & (~texts.wide | (texts.parts <= _TWO))
            mask = (texts.packed == packed) & sure
            if mask.any():
                self._kinds.append((mask, parts_in))
        self._lengths = [(np.bincount(texts.units[mask]), parts_in) for mask, parts_in in self._kinds]

    def without(self, units: int) -> tuple[int, int]:
        """How many people, and how many parts in all, fall where every text is so many units shorter."""
        import numpy as np

        people = parts = 0
        for counts, parts_in in self._lengths:
            length = np.arange(len(counts), dtype=np.int32)
            fewer = parts_in(length) - parts_in(np.maximum(length - units, 0))
            people += int(counts[fewer > 0].sum())
            parts += int((counts * fewer).sum())
        return people, parts

    def with_shorter(self, less: Counts) -> tuple[int, int]:
        """The same where each text is shorter by its own number of units."""
        import numpy as np

        people = parts = 0
        for mask, parts_in in self._kinds:
            before = self._texts.units[mask]
            fewer = parts_in(before) - parts_in(before - less[mask])
            people += int(np.count_nonzero(fewer > 0))
            parts += int(fewer.sum())
        return people, parts


def _ends(texts: Texts, curve: _Curve) -> Iterator[Cut]:
    """So many characters off: first what saves most for a character, then what saves most for each further one."""
    whole = words_only(texts.template.body, fallbacks=False).replace(VARIABLE, "")
    # Of a blank at the end nothing is won abroad: the opt-out is parted from the words by one in any case.
    kept = int(bool(texts.template.opt_out) and texts.template.body[-1:].isspace())
    most = min(utf16_units(whole), _MOST_DROPPED)
    saved = [(0, 0), *(curve.without(units - kept) for units in range(1, most + 1))]
    at = 0
    for _ in range(_MOST_OF_A_KIND):
        further = [units for units in range(at + 1, len(saved)) if saved[units][1] > saved[at][1]]
        if not further:
            return
        before, start = saved[at][1], at
        at = max(further, key=lambda units: ((saved[units][1] - before) / (units - start), -units))
        yield Cut(CutKind.END, at, *saved[at])


def _words(texts: Texts, curve: _Curve) -> Iterator[Cut]:
    """Words to spare, where they stand."""
    shown = words_only(texts.template.body, fallbacks=False)
    found = ((shown.find(words), words) for words in sms_rules().spare_words)
    for position, words in found:
        if position < 0:
            continue
        people, parts = curve.without(utf16_units(words))
        if parts:
            yield Cut(CutKind.WORDS, utf16_units(words), people, parts, position, len(words))


def _limits(texts: Texts, curve: _Curve) -> Iterator[Cut]:
    """Shorter values, per variable the longest limit that saves nearly as much as any."""
    for slot in texts.fillings:
        tried: list[Cut] = []
        for limit in sms_rules().usual_limits:
            if slot.limit is not None and limit >= slot.limit:
                continue
            people, parts = curve.with_shorter(_less(texts, slot, limit))
            tried.append(Cut(CutKind.LIMIT, limit, people, parts, name=slot.name))
        most = max((cut.parts for cut in tried), default=0)
        if most:
            yield next(cut for cut in tried if cut.parts >= _ENOUGH * most)


def _less(texts: Texts, slot: Slot, limit: int) -> Counts:
    """By how many units each text gets shorter when the slot's values are cut to a limit."""
    import numpy as np

    from local_db.templates.clean import cut
    from local_db.templates.filling import instead_of

    filling = texts.fillings[slot]
    values = filling.column.values
    less = np.where(filling.empty, 0, np.maximum(filling.units - limit, 0)).astype(np.int32)
    # Letters and digits of one unit are cut where the limit says; of others the cut may take a blank along, or leave
    # nothing but blanks, for which the fallback stands in.
    for place in np.flatnonzero((less > 0) & ~filling.plain).tolist():
        less[place] = filling.units[place] - utf16_units(cut(values[place], limit) or instead_of(slot))
    return filling.of_members(less, slice(None)) * texts.times(slot)
