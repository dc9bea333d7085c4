"""What a member list says of memberships: since when, of which tier, and when the member's birthday is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.coded import Coded, recoded
from local_db.importing.birthdays import birthday
from local_db.importing.cells import MISSING
from local_db.phones import is_masked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from local_db.importing.table import Table

    Ints = NDArray[np.int64]


class Entry(NamedTuple):
    """What a list says of one record; `joined_at` in UTC seconds."""

    joined_at: int | None = None
    birthday: str = ""
    tier: str = ""


class Memberships(NamedTuple):
    """One entry per row of a list."""

    joined: Ints  # UTC seconds, MISSING where it does not say
    birthday: Coded  # 1990-05-06 or 05-06
    tier: Coded

    def entries(self, records: Sequence[int]) -> list[tuple[int, Entry]]:
        """Each record of the list with what its rows say together; `records` has one for each row, 0 for none.

        Of several days of joining the first counts, of several tiers and birthdays the last in the list.
        """
        birthdays, tiers = self.birthday.texts(), self.tier.texts()
        found: dict[int, Entry] = {}
        for record, moment, born, tier in zip(records, self.joined.tolist(), birthdays, tiers, strict=True):
            if record:
                known = found.get(record, Entry())
                days = [day for day in (known.joined_at, None if moment == MISSING else moment) if day is not None]
                found[record] = Entry(min(days, default=None), born or known.birthday, tier or known.tier)
        return sorted(found.items())


def memberships_of(table: Table) -> Memberships:
    """Read the columns; a birthday that cannot be read is noted and left empty."""
    order = table.found.profile.dates
    column = table.text("birthday")
    read = [birthday(value, order) for value in column.values]
    table.note(np.array([born is None for born in read])[column.codes], "birthday", "bad_birthday")
    known = dict(zip(column.values, read, strict=True))
    return Memberships(
        joined=table.times("joined_at"),
        birthday=recoded(column, lambda text: known[text] or ""),
        tier=recoded(table.text("tier"), lambda text: "" if is_masked(text) else text),
    )
