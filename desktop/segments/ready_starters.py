"""The starters as they are in a shop, worked out off the window's thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.segments.counting import Counting
from desktop.segments.options import Option, option
from local_db.segments.starters import FILLED_FROM, Filled, Starter, filled


@dataclass(frozen=True, slots=True)
class Ready:
    """Every starter's tree by its key, None where the shop lacks what it asks for; and how each is found."""

    filled: Mapping[str, Filled | None]
    options: Sequence[Option]


def ready_starters(counting: Counting, starters: Sequence[Starter]) -> Ready:
    """Fill the starters with the shop's commonest words and categories, and make them findable in pinyin."""
    offered = {
        about: tuple(entry.text for entry in counting.suggestions(key) if entry.count)
        for about, key in FILLED_FROM.items()
    }
    options = [option(starter.key, f"{starter.name} {starter.description}") for starter in starters]
    return Ready({starter.key: filled(starter, offered) for starter in starters}, options)
