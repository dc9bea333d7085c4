"""What a rule says about everybody in the roster."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from local_db.roster.roster import Bools


@dataclass(frozen=True, slots=True)
class Given:
    """Who gets each tag, and the figures that its sentences name."""

    masks: dict[str, Bools]  # by outcome
    figures: dict[str, int] = field(default_factory=dict)
