"""The messages of a plan: kept as columns, made one by one when somebody reads them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np

from local_db.campaigns.model import Message
from local_db.templates.texts import CHUNK, Texts

if TYPE_CHECKING:
    from local_db.roster.roster import Ints


class Messages(Sequence[Message]):
    """One message per member, in the order of member numbers."""

    def __init__(self, ids: Ints, phones: Sequence[str], texts: Texts) -> None:
        self.ids = ids
        self.phones = phones
        self.texts = texts

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, place: int) -> Message:  # type: ignore[override] # no slices
        place = range(len(self))[place]
        return self._message(place, self.texts[place])

    def __iter__(self) -> Iterator[Message]:
        for start in range(0, len(self), CHUNK):
            for place, text in enumerate(self.texts.chunk(start, start + CHUNK), start):
                yield self._message(place, text)

    @property
    def longest(self) -> int | None:
        """The place of the longest text, the first of several; None without any."""
        return int(np.argmax(self.texts.units)) if len(self) else None

    @property
    def shortest(self) -> int | None:
        """The place of the shortest text, the first of several; None without any."""
        return int(np.argmin(self.texts.units)) if len(self) else None

    def place_of(self, member_id: int) -> int | None:
        """Where a member's message stands; None for a member without one."""
        place = int(np.searchsorted(self.ids, member_id))  # ids ascend as member numbers do
        return place if place < len(self) and self.ids[place] == member_id else None

    def _message(self, place: int, text: str) -> Message:
        units, parts = int(self.texts.units[place]), int(self.texts.parts[place])
        return Message(int(self.ids[place]), self.phones[place], text, units, parts)
