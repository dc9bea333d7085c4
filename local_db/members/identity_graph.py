"""Identities, what was seen of them together, and what a person decided about them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]

KINDS = ("buyer_id", "open_id", "nick", "email", "phone")  # strongest first
SCOPELESS = frozenset({"email"})  # the same everywhere; the others name somebody on their platform only


def scope_of(kind: str, platform: str) -> str:
    """Where a key of this kind is unique."""
    return "" if kind in SCOPELESS else platform


class Decision(NamedTuple):
    """What a person said: two identities are one person (`join`), or one stands for itself (`apart`, second None)."""

    kind: str
    first: int
    second: int | None


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """Identities (ids ascending, kind as index into KINDS, scope as a number) and the pairs seen in records.

    `strong` and `weak` are places in `ids`: the strongest key of a record and each other key of it. `names`: whether
    an identity is the strongest key of any record, or something was done to it by hand; only these make a person.
    """

    ids: Ints
    kind: Ints
    scope: Ints
    strong: Ints
    weak: Ints
    names: NDArray[np.bool_]
