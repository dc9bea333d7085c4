"""The distinct records of a file: what its rows say about people, each wording once."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from local_db.importing.hashes import mixed, text_hash, text_hashes
from local_db.importing.people import People
from local_db.members.identity_graph import KINDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from local_db.coded import Coded

    Ints = NDArray[np.int64]

NOBODY = -1


@dataclass(frozen=True, slots=True, eq=False)
class Records:
    """One entry per distinct record that names somebody."""

    of_row: Ints  # the record of each row or order; NOBODY where it names nobody
    people: People  # what each record says
    hashes: Ints  # 64 bits of all it says and of its platform, as they are stored
    strongest: Ints  # the strongest kind of key each has, as index into KINDS

    def __len__(self) -> int:
        return len(self.hashes)

    def key(self, kind: str) -> Coded:
        """The keys of one kind; empty where a record has none."""
        return key_column(self.people, kind)

    def row_hashes(self) -> NDArray[np.uint64]:
        """Per row the hash of its record; 0 where it names nobody."""
        result = np.zeros(len(self.of_row), np.uint64)
        named = self.of_row != NOBODY
        result[named] = self.hashes.view(np.uint64)[self.of_row[named]]
        return result

    def without(self, barred: NDArray[np.bool_]) -> Records:
        """The same, as if the rows of the barred records named nobody."""
        named = self.of_row != NOBODY
        of_row = self.of_row.copy()
        of_row[named] = np.where(barred[self.of_row[named]], NOBODY, self.of_row[named])
        return replace(self, of_row=of_row)

    def newest(self, moments: Ints) -> Ints:
        """Per record the greatest of its rows' moments; `moments` has one entry per row."""
        result = np.full(len(self), np.iinfo(np.int64).min)
        named = self.of_row != NOBODY
        np.maximum.at(result, self.of_row[named], moments[named])
        return result


def key_column(people: People, kind: str) -> Coded:
    """The column that holds keys of one kind: a phone is one where it is real."""
    column: Coded = people.real_phone() if kind == "phone" else getattr(people, kind)
    return column


def records_of(people: People, platform: str) -> Records:
    """Find the distinct records among rows."""
    strongest = np.full(len(people.phone_kind), len(KINDS), np.int64)
    for place in reversed(range(len(KINDS))):
        strongest[key_column(people, KINDS[place]).codes > 0] = place
    named = np.flatnonzero(strongest < len(KINDS))
    texts = (people.buyer_id, people.open_id, people.nick, people.email, people.phone, people.name, people.province,
             people.city, people.address_key)  # fmt: skip
    columns = [(text.codes[named].astype(np.int64), len(text.values)) for text in texts]
    columns.append((people.phone_kind[named].astype(np.int64), 16))
    first, combination = combinations(columns, len(named))
    of_row = np.full(len(strongest), NOBODY, np.int64)
    of_row[named] = combination
    chosen = people.at(named[first])
    return Records(of_row, chosen, _hashes(chosen, platform), strongest[named[first]])


def combinations(columns: Sequence[tuple[Ints, int]], rows: int) -> tuple[Ints, Ints]:
    """The first row of each combination of codes, and the combination of every row.

    `columns` are codes with the number of codes there can be; combinations are packed into 64 bits, and numbered
    anew where these are used up.
    """
    packed: Ints = np.zeros(rows, np.int64)
    width = 1
    for codes, count in columns:
        if count <= 1:
            continue
        if width > np.iinfo(np.int64).max // count:
            packed = np.unique(packed, return_inverse=True)[1].astype(np.int64)
            width = max(1, rows)
        packed = packed * count + codes
        width *= count
    _, first, place = np.unique(packed, return_index=True, return_inverse=True)
    return first.astype(np.int64), place.astype(np.int64)


def _hashes(people: People, platform: str) -> Ints:
    result = np.full(len(people.phone_kind), text_hash(platform), np.uint64)
    for text in (people.buyer_id, people.open_id, people.nick, people.email, people.phone, people.name,
                 people.province, people.city, people.address_key):  # fmt: skip
        result = mixed(result, text_hashes(text))
    stored: Ints = mixed(result, people.phone_kind.astype(np.uint64)).view(np.int64)
    return stored
