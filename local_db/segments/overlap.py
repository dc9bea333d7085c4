"""How two or three segments overlap: every region with its count, and the tree that finds one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from local_db.segments.tree import All, Not

if TYPE_CHECKING:
    from collections.abc import Sequence

    from local_db.segments.bits import Bits
    from local_db.segments.tree import Node

Region = tuple[bool, ...]  # per segment, whether its members are meant or everybody else


@dataclass(frozen=True, slots=True)
class Overlap:
    """Every member is in exactly one region, so that all counts add up to everybody."""

    everybody: int
    regions: dict[Region, int]

    def size(self, place: int) -> int:
        """How many one of the segments matches."""
        return sum(count for region, count in self.regions.items() if region[place])

    @property
    def any(self) -> int:
        """How many at least one of the segments matches."""
        return sum(count for region, count in self.regions.items() if any(region))


def overlap(matched: Sequence[Bits], everybody: Bits) -> Overlap:
    """Count the regions of the members that exist, `everybody`; `matched` is within it."""
    regions = {}
    for region in product((True, False), repeat=len(matched)):
        left = everybody
        for bits, inside in zip(matched, region, strict=True):
            left = left & bits if inside else left - bits
        regions[region] = left.count()
    return Overlap(everybody.count(), regions)


def region_node(nodes: Sequence[Node], region: Region) -> Node:
    """The tree that matches exactly the members of a region."""
    return All(tuple(node if inside else Not(node) for node, inside in zip(nodes, region, strict=True)))
