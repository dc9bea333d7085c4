"""Recordings of what a script says: which take belongs to which wording, and whether it still says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from local_db.call_scripts.bundle import OBJECTION, Part, parts
from local_db.call_scripts.model import CallScript
from local_db.call_scripts.spoken import seconds_of
from local_db.templates.filling import fill


@dataclass(frozen=True, slots=True)
class Take:
    """One recording; `id` is 0 until it is stored. Only what lies between the two moments is used."""

    document_id: int
    step: str  # key of the step
    said: str  # the wording as it was when it was spoken
    media_id: int
    from_ms: int
    to_ms: int
    recorded_at: int  # UTC seconds
    chosen: bool = False
    id: int = 0

    @property
    def seconds(self) -> float:
        """How long the part that is used is."""
        return (self.to_ms - self.from_ms) / 1000


class RecordingState(StrEnum):
    """Whether a wording can be heard."""

    MISSING = "missing"
    RECORDED = "recorded"
    CHANGED = "changed"  # the text is another one since it was spoken


@dataclass(frozen=True, slots=True)
class Recording:
    """One text that is to be said, and its takes, the latest first."""

    part: Part
    several: bool = False  # whether its step has other wordings too
    takes: tuple[Take, ...] = ()

    @property
    def text(self) -> str:
        """What is to be said."""
        return self.part.text

    @property
    def take(self) -> Take | None:
        """The take that is used: the chosen one, else the latest; one of the text as it is before any other."""
        return min(self.takes, key=lambda take: (not take.chosen, take.said != self.text), default=None)

    @property
    def state(self) -> RecordingState:
        """Whether it can be heard, and says what the script says."""
        take = self.take
        if take is None:
            return RecordingState.MISSING
        return RecordingState.RECORDED if take.said == self.text else RecordingState.CHANGED


def recordings(script: CallScript, takes: Sequence[Take]) -> tuple[Recording, ...]:
    """Everything that is said, in the order of the call; takes of steps that are gone belong to nothing."""
    known = parts(script)
    groups: dict[str, list[Part]] = {}
    for part in known:
        groups.setdefault(_group(part.step), []).append(part)
    found: dict[int, tuple[Take, ...]] = {}
    for group, alike in groups.items():
        theirs = [take for take in takes if _group(take.step) == group]
        placed = takes_by_text([part.text for part in alike], theirs)
        found.update(zip((part.number for part in alike), placed, strict=True))
    return tuple(
        Recording(part, sum(other.step == part.step for other in known) > 1, found[part.number]) for part in known
    )


def takes_by_text(texts: Sequence[str], takes: Sequence[Take]) -> tuple[tuple[Take, ...], ...]:
    """For each wording of a step, or each objection, its takes, the latest first.

    A take belongs to the text that it says. Where none is the same any more, it belongs to the one most like it,
    so that texts can be moved and mended without losing what was recorded.
    """
    groups: list[list[Take]] = [[] for _ in texts]
    places: dict[str, int] = {}  # of what was said
    for place, text in enumerate(texts):
        places.setdefault(text, place)
    known = [_pairs(text) for text in texts]
    for take in sorted(takes, key=lambda take: (-take.recorded_at, -take.id)):
        if take.said not in places and groups:
            said = _pairs(take.said)
            places[take.said] = max(range(len(texts)), key=lambda place: _likeness(said, known[place]))
        if groups:
            groups[places[take.said]].append(take)
    return tuple(tuple(group) for group in groups)


def _group(step: str) -> str:
    """Wordings of a step belong together, and all objections, which have no keys but their places."""
    return OBJECTION if step.startswith(OBJECTION) else step


def _pairs(text: str) -> Counter[tuple[str, str]]:
    """How often each two characters follow one another, its beginning and end included."""
    return Counter(pairwise(f"\n{text}\n"))


def _likeness(said: Counter[tuple[str, str]], text: Counter[tuple[str, str]]) -> float:
    """How much of the two is the same, from 0 to 1. Its time grows with their lengths, not with the product of them."""
    few, many = sorted((said, text), key=len)
    return 2 * sum(min(count, many[pair]) for pair, count in few.items()) / (said.total() + text.total())


def seconds_to_record(text: str, language: str) -> float:
    """How long a wording takes to record: what differs for each person is left to its fallback."""
    return seconds_of(fill(text, {}).text, language)
