"""What the builder asks of the shop, to be done off the window's thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop.segments.builder.new_rows import offered, value_option
from desktop.segments.counting import Counting
from desktop.segments.options import Option
from desktop.segments.sentence import Language
from local_db.segments import actions
from local_db.segments.model import SavedSegment
from local_db.segments.tree import Node, parse_text, to_text

if TYPE_CHECKING:
    from local_db.changes import Changes
    from local_db.shop_file import Shop

FILLED_FROM_THE_SHOP = ("platform", "province", "city", "tag", "ordered")


@dataclass(frozen=True, slots=True)
class Offers:
    """What conditions can be about, and be filled with, in this shop."""

    options: dict[str, Sequence[Option]]
    offered: Sequence[Option]


def offers(counting: Counting, language: Language) -> Offers:
    """Read the shop's values and make them findable in pinyin."""
    options: dict[str, Sequence[Option]] = {}
    for key in FILLED_FROM_THE_SHOP:
        found = counting.suggestions(key)
        options[key] = tuple(value_option(key, entry.text, entry.count, language) for entry in found)
    return Offers(options, offered(language))


def save(shop: Shop, name: str, node: Node, segment_id: int) -> tuple[SavedSegment, Changes]:
    """Store a segment, a new one for id 0. Raises SegmentError, and TreeError for what could not be read back."""
    tree = parse_text(to_text(node))
    return actions.save_segment(shop, SavedSegment(name, tree, segment_id), now=datetime.now(UTC))
