"""Recordings of what a script says: which take belongs to which wording, and whether it still says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from local_db.call_scripts.model import CallScript, Step
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
    """One wording of a step, and its takes, the latest first."""

    step: Step
    wording: int  # place among the wordings of the step, from 0
    takes: tuple[Take, ...] = ()

    @property
    def text(self) -> str:
        """What is to be said."""
        return self.step.says[self.wording]

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
    """Every wording that is said, in the order of the script; takes of steps that are gone belong to none."""
    found: list[Recording] = []
    for step in script.steps:
        of_step = [take for take in takes if take.step == step.key]
        grouped = takes_by_wording(step, of_step)
        found += [Recording(step, place, grouped[place]) for place, text in enumerate(step.says) if text.strip()]
    return tuple(found)


def takes_by_wording(step: Step, takes: Sequence[Take]) -> tuple[tuple[Take, ...], ...]:
    """For each wording of a step its takes, the latest first.

    A take belongs to the wording that it says. Where none is the same any more, it belongs to the one most like it,
    so that wordings can be moved and mended without losing what was recorded.
    """
    groups: list[list[Take]] = [[] for _ in step.says]
    for take in sorted(takes, key=lambda take: (-take.recorded_at, -take.id)):
        places = [place for place, text in enumerate(step.says) if text.strip()]
        if places:
            groups[max(places, key=lambda place: _likeness(take.said, step.says[place]))].append(take)
    return tuple(tuple(group) for group in groups)


def _likeness(said: str, text: str) -> float:
    return 2.0 if said == text else SequenceMatcher(None, said, text, autojunk=False).ratio()


def seconds_to_record(text: str, language: str) -> float:
    """How long a wording takes to record: what differs for each person is left to its fallback."""
    return seconds_of(fill(text, {}).text, language)
