"""Text columns in memory: each distinct text once, rows as codes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Codes = NDArray[np.int32]
    Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """One text per row as codes into `values`; code 0 is always the empty text."""

    codes: Codes
    values: Sequence[str]

    @classmethod
    def empty(cls, rows: int) -> Coded:
        """A column without a text."""
        return cls(np.zeros(rows, np.int32), ("",))

    def at(self, places: NDArray[np.int64] | Bools) -> Coded:
        """The same column for some of the rows."""
        return Coded(self.codes[places], self.values)

    def texts(self) -> list[str]:
        """The text of every row."""
        values = self.values
        return [values[code] for code in self.codes.tolist()]


def recoded(column: Coded, change: Callable[[str], str]) -> Coded:
    """A column with another text for each distinct one."""
    codes: dict[str, int] = {"": 0}
    new = np.fromiter((codes.setdefault(change(v), len(codes)) for v in column.values), np.int32, len(column.values))
    return Coded(new[column.codes], tuple(codes))
