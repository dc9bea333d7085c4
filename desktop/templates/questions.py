"""What the editor of a text asks the shop, on a reader's thread; nothing here touches a window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desktop.campaigns.planning import EVERYBODY, Size, ask_plan
from local_db.setting_rules import check
from local_db.templates.model import Template

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.shell.background import Job
    from local_db.campaigns.model import PrepareOptions
    from local_db.roster.source import RosterSource
    from local_db.segments.model import SavedSegment
    from local_db.shop_file import Shop

_LONGEST_SIGNATURE = 12


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
    from local_db.templates.store import shop_name

    with shop.read() as connection:
        settings = read_settings(connection)
        uses = Counter(audience.template_id for audience in list_audiences(shop) if audience.template_id is not None)
        return Surroundings(
            signature=str(settings["sms_signature"]) or _signature_of(shop_name(connection)),
            opt_out=str(settings["sms_opt_out"]),
            options=PrepareOptions.from_settings(settings),
            zone=ZoneInfo(str(settings["zone"])),
            segments=list_segments(shop),
            templates=list_templates(shop),
            uses=dict(uses),
        )


def _signature_of(name: str) -> str:
    """A shop's name where it can sign a text; operators take short signatures without brackets."""
    return name if len(name) <= _LONGEST_SIGNATURE and not check("sms_signature", name) else ""


def ask_facts(shop: Shop, rosters: RosterSource, member_id: int, now: datetime) -> dict[str, str]:
    """Every variable of one member."""
    from local_db.templates.actions import preview_facts

    return preview_facts(shop, rosters.current(), member_id, now=now)


# The text without its name, the roster's version, and the options: what a size depends on.
SizeKey = tuple[Template, int, "PrepareOptions"]
Sizes = dict[SizeKey, Size | None]


def ask_sizes(
    shop: Shop,
    rosters: RosterSource,
    templates: Sequence[Template],
    options: PrepareOptions,
    known: Mapping[SizeKey, Size | None],
    now: datetime,
    job: Job,
) -> tuple[dict[int, Size], Sizes]:
    """The lengths of each template's texts by its id, and everything that is known of them now.

    A template that nobody would get has none. What is `known` is not asked again.
    """
    version = rosters.current().version
    sizes: Sizes = {}
    for template in templates:
        job.check()
        key = (replace(template, id=0, name="", created_at=0, changed_at=0), version, options)
        if key in known:
            sizes[key] = known[key]
        elif key not in sizes:
            sizes[key] = ask_plan(shop, rosters, EVERYBODY, key[0], options, now).size
    by_text = {key[0]: size for key, size in sizes.items()}
    found = {t.id: by_text[replace(t, id=0, name="", created_at=0, changed_at=0)] for t in templates}
    return {template_id: size for template_id, size in found.items() if size is not None}, sizes
