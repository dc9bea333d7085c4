"""What the editor of a text asks the shop, on a reader's thread; nothing here touches a window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desktop.campaigns.planning import EVERYBODY, Size, ask_plan, size_of
from local_db.templates.model import Template

if TYPE_CHECKING:
    from datetime import datetime

    from local_db.campaigns.model import PrepareOptions
    from local_db.roster.source import RosterSource
    from local_db.segments.model import SavedSegment
    from local_db.shop_file import Shop


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an editor needs to know about the shop."""

    signature: str
    opt_out: str
    options: PrepareOptions
    zone: ZoneInfo
    segments: tuple[SavedSegment, ...]
    templates: tuple[Template, ...]
    uses: dict[int, int]  # template id: in how many campaigns


def surroundings(shop: Shop) -> Surroundings:
    """Read everything an editor needs to know."""
    from local_db.campaigns.actions import list_audiences
    from local_db.campaigns.model import PrepareOptions
    from local_db.segments.actions import list_segments
    from local_db.settings import read_settings
    from local_db.templates.actions import list_templates

    with shop.read() as connection:
        settings = read_settings(connection)
        uses = Counter(audience.template_id for audience in list_audiences(shop) if audience.template_id is not None)
        return Surroundings(
            signature=str(settings["sms_signature"]),
            opt_out=str(settings["sms_opt_out"]),
            options=PrepareOptions.from_settings(settings),
            zone=ZoneInfo(str(settings["zone"])),
            segments=list_segments(shop),
            templates=list_templates(shop),
            uses=dict(uses),
        )


def ask_facts(shop: Shop, rosters: RosterSource, member_id: int, now: datetime) -> dict[str, str]:
    """Every variable of one member."""
    from local_db.templates.actions import preview_facts

    return preview_facts(shop, rosters.current(), member_id, now=now)


def ask_sizes(
    shop: Shop,
    rosters: RosterSource,
    templates: Sequence[Template],
    options: PrepareOptions,
    now: datetime,
) -> dict[int, Size]:
    """The lengths of each template's texts, by its id; nothing for one that nobody would get."""
    sizes: dict[int, Size] = {}
    for template in templates:
        size = size_of(ask_plan(shop, rosters, EVERYBODY, template, options, now))
        if size is not None:
            sizes[template.id] = size
    return sizes
