"""Who is called in which order, and what came of it till now; nothing here touches a window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from enum import Enum, auto

from local_db.call_scripts.model import Outcome


class Turn(Enum):
    """A turn that came to no call."""

    SKIPPED = auto()
    LEFT_OUT = auto()


class Session:
    """One sitting at the phone. A list is worked out anew for each; who was called is not on the next one."""

    def __init__(self, member_ids: Sequence[int]) -> None:
        self.member_ids = tuple(member_ids)
        self._turns: list[Outcome | Turn] = []  # of the first so many people

    @property
    def member_id(self) -> int | None:
        """Whose turn it is; None at the end."""
        return self.member_ids[self.done] if self.done < len(self.member_ids) else None

    @property
    def number(self) -> int:
        """The place of this person, from 1."""
        return min(self.done + 1, len(self.member_ids))

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.member_ids)

    @property
    def done(self) -> int:
        """How many turns are over."""
        return len(self._turns)

    @property
    def outcomes(self) -> Counter[Outcome]:
        """How the recorded calls ended."""
        return Counter(turn for turn in self._turns if isinstance(turn, Outcome))

    @property
    def called(self) -> int:
        """How many calls were recorded."""
        return self.outcomes.total()

    @property
    def skipped(self) -> int:
        """How many are left for another time."""
        return self._turns.count(Turn.SKIPPED)

    @property
    def left_out(self) -> int:
        """How many refused, or lost their phone, after the list was made."""
        return self._turns.count(Turn.LEFT_OUT)

    def record(self, outcome: Outcome) -> None:
        """A call was recorded; the next one's turn."""
        self._turns.append(outcome)

    def skip(self) -> None:
        """Not now: the person is on the next list again."""
        self._turns.append(Turn.SKIPPED)

    def leave_out(self) -> None:
        """The person must not be called any more."""
        self._turns.append(Turn.LEFT_OUT)

    def undo(self, member_id: int) -> None:
        """The call recorded last was taken back: it is that person's turn again, and then of those after her."""
        if member_id in self.member_ids:
            del self._turns[self.member_ids.index(member_id) :]
