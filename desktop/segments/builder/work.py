"""What the builder asks of the shop, to be done off the window's thread."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from desktop.segments.builder.new_rows import offered, offered_values, value_option
from desktop.segments.builder.versions_dialog import KeptVersion
from desktop.segments.counting import Counting
from desktop.segments.edit_tree import Group, Path, Row, at, pointers
from desktop.segments.names import known_names
from desktop.segments.options import Option, option
from desktop.segments.sentence import Language, Names
from local_db.segments import actions
from local_db.segments.model import SavedSegment
from local_db.segments.references import segments_reached, unknown_names
from local_db.segments.tree import InSegment, Node, parse_text, to_text

if TYPE_CHECKING:
    from local_db.changes import Changes
    from local_db.segments.suggestions import Suggestion
    from local_db.shop_file import Shop

FILLED_FROM_THE_SHOP = (
    "platform", "province", "city", "city_tier", "phone_kind", "tier", "tag", "list", "ordered", "category", "sku",
    "shop", "status", "promotion", "campaign", "reason",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Offers:
    """What conditions can be about, and be filled with, in this shop."""

    options: dict[str, Sequence[Option]]
    offered: Sequence[Option]
    names: Names
    segments: Mapping[int, Node]

    def options_for(self, segment_id: int) -> dict[str, Sequence[Option]]:
        """The options while a segment is edited: without the segments that ask for it, which would ask in a circle."""
        allowed = [
            entry
            for entry in self.options["segment"]
            if segment_id not in segments_reached(InSegment(int(entry.value)), self.segments)
        ]
        return {**self.options, "segment": allowed}


def offers(shop: Shop, counting: Counting, language: Language) -> Offers:
    """Read the shop's values and make them findable in pinyin."""
    segments = actions.list_segments(shop)
    names = known_names(segments, counting.roster().audiences, language)
    options: dict[str, Sequence[Option]] = {}
    for key in FILLED_FROM_THE_SHOP:
        options[key] = counting.options(key, partial(_options, key, names, language))
    options["segment"] = tuple(option(str(segment.id), segment.name) for segment in segments)
    return Offers(
        options,
        (*offered(language), *offered_values(options, language)),
        names,
        {segment.id: segment.tree for segment in segments},
    )


def _options(key: str, names: Names, language: Language, found: Sequence[Suggestion]) -> tuple[Option, ...]:
    if key == "campaign":
        return tuple(option(e.text, names.audiences.get(int(e.text), e.text), e.count) for e in found)
    if key == "promotion":
        return tuple(option(e.text, names.promotions.get(e.text, e.text), e.count) for e in found)
    return tuple(value_option(key, entry.text, entry.count, language) for entry in found)


def versions(shop: Shop, counting: Counting, segment_id: int) -> tuple[KeptVersion, ...]:
    """How a segment was saved, the newest first, each with what it asks for that the shop no longer has."""
    known = counting.roster().members
    return tuple(
        KeptVersion(version, unknown_names(version.tree, tags=known.tags, lists=known.lists))
        for version in actions.versions(shop, segment_id)
    )


def save(shop: Shop, counting: Counting, segment: SavedSegment) -> tuple[SavedSegment, Changes]:
    """Store a segment with how many it matches now. Raises SegmentError, and TreeError for what cannot be read back."""
    tree = parse_text(to_text(segment.tree))
    count = counting.counts([tree]).people.get(tree)
    return actions.save_segment(shop, replace(segment, tree=tree), now=datetime.now(UTC), count=count)


def rows_to_check(root: Group, paths: Sequence[str]) -> list[Path]:
    """The rows whose nodes hold these places of the stored tree."""
    return [
        path
        for path, pointer in pointers(root).items()
        if isinstance(at(root, path), Row) and any(place.startswith(f"{pointer}/") for place in paths)
    ]
