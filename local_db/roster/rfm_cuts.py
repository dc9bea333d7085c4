"""Where a shop cuts recency, frequency and money into five scores each, and the text form the setting keeps."""

from __future__ import annotations

import json
from dataclasses import dataclass
from itertools import pairwise

from local_db.errors import CutsError

CUTS = 4  # between five scores
MOST = {"r": 36_500, "f": 1_000_000, "m": 1_000_000_000}  # days, purchases, major units


def _check(key: str, cuts: tuple[int, ...]) -> None:
    if len(cuts) != CUTS:
        raise CutsError("cuts_not_four", axis=key)
    for cut in cuts:
        if not isinstance(cut, int) or isinstance(cut, bool):
            raise CutsError("cuts_not_whole", axis=key)
        if not 1 <= cut <= MOST[key]:
            raise CutsError("cuts_out_of_range", axis=key, most=MOST[key])
    if any(low >= high for low, high in pairwise(cuts)):
        raise CutsError("cuts_not_ascending", axis=key)


@dataclass(frozen=True, slots=True)
class RfmCuts:
    """Four ascending whole numbers per axis; CutsError where they are not.

    `r`: days. Score 5 bought within the last r[0] days, 4 within r[1], 3 within r[2], 2 within r[3], 1 longer ago;
    "within the last N days" is that of the field last_order: the moment's own day is the last of them.
    `f`: purchases. Score 1 has fewer than f[0], 2 at least f[0], 3 at least f[1], 4 at least f[2], 5 at least f[3].
    `m`: major units of the shop's currency, as `f`.
    """

    r: tuple[int, ...] = (30, 90, 180, 365)
    f: tuple[int, ...] = (2, 3, 5, 10)
    m: tuple[int, ...] = (100, 300, 1_000, 3_000)

    def __post_init__(self) -> None:
        for key in ("r", "f", "m"):
            _check(key, getattr(self, key))


DEFAULT_CUTS = RfmCuts()


def read_cuts(text: str) -> RfmCuts:
    """The cuts of the setting `rfm_cuts`; empty for the usual ones. Raises CutsError."""
    if not text:
        return DEFAULT_CUTS
    try:
        said = json.loads(text)
    except json.JSONDecodeError:
        raise CutsError("cuts_unreadable") from None
    if not isinstance(said, dict) or set(said) != set(MOST) or not all(isinstance(v, list) for v in said.values()):
        raise CutsError("cuts_unreadable")
    return RfmCuts(**{key: tuple(said[key]) for key in MOST})


def usable_cuts(text: str) -> RfmCuts:
    """The cuts of the setting, or the usual ones where somebody else's hand made it unreadable."""
    try:
        return read_cuts(text)
    except CutsError:
        return DEFAULT_CUTS


def written_cuts(cuts: RfmCuts) -> str:
    """The text that `read_cuts` reads."""
    return json.dumps({key: list(getattr(cuts, key)) for key in MOST})
