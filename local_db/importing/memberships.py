"""What a member list says of memberships: since when, of which tier, with how many points, and when the birthday is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.coded import Coded, recoded
from local_db.importing import cells
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
    points: int | None = None


class Memberships(NamedTuple):
    """One entry per row of a list."""

    joined: Ints  # UTC seconds, MISSING where it does not say
    birthday: Coded  # 1990-05-06 or 05-06
    tier: Coded
    points: Ints  # MISSING where it does not say

    def entries(self, records: Sequence[int]) -> list[tuple[int, Entry]]:
        """Each record of the list with what its rows say together; `records` has one for each row, 0 for none.

        Of several days of joining the first counts, of all else the last in the list that says it.
        """
        days, said = (_known(numbers) for numbers in (self.joined, self.points))
        rows = zip(records, days, self.birthday.texts(), self.tier.texts(), said, strict=True)
        found: dict[int, Entry] = {}
        for record, joined, born, tier, points in rows:
            if record:
                known = found.get(record, Entry())
                first = min((day for day in (known.joined_at, joined) if day is not None), default=None)
                points = known.points if points is None else points
                found[record] = Entry(first, born or known.birthday, tier or known.tier, points)
        return sorted(found.items())


def _known(numbers: Ints) -> list[int | None]:
    return [None if number == MISSING else number for number in numbers.tolist()]


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
        points=table.whole_numbers("points", cells.integer, "bad_number"),
    )
