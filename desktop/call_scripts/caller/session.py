"""Who is called in which order, and what came of it till now; nothing here touches a window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from local_db.call_scripts.model import Outcome


class Session:
    """One sitting at the phone. A list is worked out anew for each; who was called is not on the next one."""

    def __init__(self, member_ids: Sequence[int]) -> None:
        self.member_ids = tuple(member_ids)
        self._place = 0
        self.outcomes: Counter[Outcome] = Counter()
        self.skipped = 0
        self.left_out = 0  # refused, or lost their phone, after the list was made

    @property
    def member_id(self) -> int | None:
        """Whose turn it is; None at the end."""
        return self.member_ids[self._place] if self._place < len(self.member_ids) else None

    @property
    def number(self) -> int:
        """The place of this person, from 1."""
        return min(self._place + 1, len(self.member_ids))

    @property
    def total(self) -> int:
        """How many there are."""
        return len(self.member_ids)

    @property
    def done(self) -> int:
        """How many turns are over."""
        return self._place

    @property
    def called(self) -> int:
        """How many calls were recorded."""
        return self.outcomes.total()

    def record(self, outcome: Outcome) -> None:
        """A call was recorded; the next one's turn."""
        self.outcomes[outcome] += 1
        self._place += 1

    def skip(self) -> None:
        """Not now: the person is on the next list again."""
        self.skipped += 1
        self._place += 1

    def leave_out(self) -> None:
        """The person must not be called any more."""
        self.left_out += 1
        self._place += 1

    def undo(self, member_id: int, outcome: Outcome) -> None:
        """A recorded call was taken back: it is that person's turn again."""
        self.outcomes[outcome] -= 1
        if member_id in self.member_ids:
            self._place = self.member_ids.index(member_id)
