"""One variable's value for each of many members: the distinct texts, and whose is which."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from local_db.roster.roster import Ints


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """`codes` says which text each member has; None: the texts are the members' own, in their order."""

    values: Sequence[str]
    codes: NDArray[np.integer] | None = None

    @classmethod
    def constant(cls, text: str, members: int) -> Self:
        """The same text for everybody."""
        import numpy as np  # the names of variables are known without it

        return cls((text,), np.zeros(members, np.int8))

    @classmethod
    def worked_out(cls, facts: Ints, text: Callable[[int], str]) -> Self:
        """The text of a number per member, worked out once for each distinct one."""
        import numpy as np

        distinct, codes = np.unique(facts, return_inverse=True)
        return cls([text(fact) for fact in distinct.tolist()], codes.astype(np.int32))

    def __len__(self) -> int:
        return len(self.values) if self.codes is None else len(self.codes)

    def texts(self, start: int = 0, stop: int | None = None) -> list[str]:
        """The texts of a stretch of members."""
        if self.codes is None:
            return list(self.values[start:stop])
        return list(map(self.values.__getitem__, self.codes[start:stop].tolist()))
