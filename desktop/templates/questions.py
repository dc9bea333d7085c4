"""What the editor of a text asks the shop, on a reader's thread; nothing here touches a window."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desktop.campaigns.planning import EVERYBODY, Answer, Size, ask_plan
from local_db.setting_rules import check
from local_db.templates.model import Template

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from desktop.shell.background import Job
    from local_db.campaigns.messages import Messages
    from local_db.campaigns.model import PrepareOptions
    from local_db.errors import TemplateError
    from local_db.finder import Finder
    from local_db.roster.source import RosterSource
    from local_db.segments.model import SavedSegment
    from local_db.segments.tree import Node
    from local_db.shop_file import Shop
    from local_db.templates.vendor import Vendor

_LONGEST_SIGNATURE = 12
_MOST_CALLED = 1000  # members of the shop that are looked through for one of the audience


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an editor needs to know about the shop."""

    signature: str
    opt_out: str
    options: PrepareOptions
    zone: ZoneInfo
    segments: tuple[SavedSegment, ...]
    templates: tuple[Template, ...]
    uses: dict[int, tuple[Use, ...]]  # by template id
    finder: Finder[Template]
    vendors: tuple[Vendor, ...]
    vendor: str  # key of the profile that new texts are written for
    currency: str
    wrong_files: tuple[TemplateError, ...]  # own profiles that cannot be used


@dataclass(frozen=True, slots=True)
class Use:
    """A campaign that a text was used in."""

    audience_id: int
    name: str
    prepared_at: int


@dataclass(frozen=True, slots=True)
class BarMember:
    """One of the members whose text needs so many parts."""

    member_id: int
    name: str
    units: int
    text: str


def surroundings(shop: Shop, folder: Path) -> Surroundings:
    """Read everything an editor needs to know; `folder` is that of the settings."""
    from local_db.campaigns.actions import list_audiences
    from local_db.campaigns.model import PrepareOptions
    from local_db.segments.actions import list_segments
    from local_db.settings import read_settings
    from local_db.templates.actions import list_templates
    from local_db.templates.finder import template_finder
    from local_db.templates.store import shop_name
    from local_db.templates.vendors import OWN_FOLDER, all_vendors, own_vendors

    own, wrong = own_vendors(folder / OWN_FOLDER)
    with shop.read() as connection:
        settings = read_settings(connection)
        uses: defaultdict[int, list[Use]] = defaultdict(list)
        for audience in list_audiences(shop):
            if audience.template_id is not None:
                uses[audience.template_id].append(Use(audience.id, audience.name, audience.prepared_at))
        templates = list_templates(shop)
        finder = template_finder(templates)
        finder.find("a")  # loads what the first keystroke needs
        return Surroundings(
            signature=str(settings["sms_signature"]) or _signature_of(shop_name(connection)),
            opt_out=str(settings["sms_opt_out"]),
            options=replace(PrepareOptions.from_settings(settings), own_vendors=own),
            zone=ZoneInfo(str(settings["zone"])),
            segments=list_segments(shop),
            templates=templates,
            uses={template_id: tuple(found) for template_id, found in uses.items()},
            finder=finder,
            vendors=all_vendors(own),
            vendor=str(settings["sms_vendor"]),
            currency=str(settings["currency"]),
            wrong_files=wrong,
        )


def _signature_of(name: str) -> str:
    """A shop's name where it can sign a text; operators take short signatures without brackets."""
    return name if len(name) <= _LONGEST_SIGNATURE and not check("sms_signature", name) else ""


def ask_answer(
    shop: Shop, rosters: RosterSource, tree: Node, template: Template, options: PrepareOptions, now: datetime
) -> Answer:
    """The plan for an audience, and what could be cut from its texts."""
    from local_db.templates.cuts import cheapest_cuts

    answer = ask_plan(shop, rosters, tree, template, options, now)
    return replace(answer, cuts=cheapest_cuts(answer.plan.texts.texts))


def ask_members(shop: Shop, messages: Messages, parts: int, most: int) -> tuple[BarMember, ...]:
    """Whose texts need so many parts, the longest first; so many of them at most."""
    from local_db.templates.store import member_texts

    places = messages.texts.members_of_length(parts)
    places = places[(-messages.texts.units[places]).argsort(kind="stable")][:most]
    ids = messages.ids[places].tolist()
    with shop.read() as connection:
        nicks = member_texts(connection, "nick", ids)
        names = member_texts(connection, "name", ids)
    texts = messages.texts
    return tuple(
        BarMember(member_id, nick or name, int(texts.units[place]), texts[place])
        for member_id, nick, name, place in zip(ids, nicks, names, places.tolist(), strict=True)
    )


def ask_called(shop: Shop, typed: str, answer: Answer) -> int | None:
    """The first member of an answer who is called so, or has that phone."""
    from local_db.templates.store import members_called

    with shop.read() as connection:
        found = members_called(connection, typed, _MOST_CALLED)
    return next((member_id for member_id in found if answer.place_of(member_id) is not None), None)


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
