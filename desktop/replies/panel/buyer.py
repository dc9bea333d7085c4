"""The buyer whom replies are filled for, as the panel shows her."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Buyer:
    """Somebody whom replies are filled for, with what the panel shows of them."""

    member_id: int
    name: str
    platform: str = ""
    summary: str = ""  # beside the name: tier, orders, amount
    last: str = ""  # the last order
    parcel: str = ""  # of that order, and how far it is
    notes: str = ""  # tags and notes
    warning: str = ""  # what to mind before writing
    variables: Mapping[str, str] = field(default_factory=dict)
    wordings: Mapping[str, Sequence[str]] = field(default_factory=dict)  # got before, by the reply's uid; oldest first
