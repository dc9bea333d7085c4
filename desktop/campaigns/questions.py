"""What the page of campaigns asks the shop, and its one long action; nothing here touches a window."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desktop.system_user import user_name

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from desktop.shell.background import Job
    from local_db.campaigns.model import Audience, HandOff, HandOffHeaders, PrepareOptions
    from local_db.campaigns.store import AudienceRow
    from local_db.changes import Changes
    from local_db.roster.source import RosterSource
    from local_db.segments.model import SavedSegment
    from local_db.segments.tree import Node
    from local_db.shop_file import Shop
    from local_db.templates.model import Template


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything a campaign is made from, and the campaigns there are."""

    audiences: tuple[Audience, ...]
    segments: tuple[SavedSegment, ...]
    templates: tuple[Template, ...]
    options: PrepareOptions
    zone: ZoneInfo
    currency: str

    def segment(self, segment_id: int | None) -> SavedSegment | None:
        """A saved segment by its id."""
        return next((segment for segment in self.segments if segment.id == segment_id), None)

    def template(self, template_id: int | None) -> Template | None:
        """A template by its id."""
        return next((template for template in self.templates if template.id == template_id), None)

    def audience(self, audience_id: int | None) -> Audience | None:
        """A prepared audience by its id."""
        return next((audience for audience in self.audiences if audience.id == audience_id), None)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be frozen, and the file it is to be written to."""

    tree: Node
    segment_id: int | None
    template: Template
    options: PrepareOptions
    name: str
    file: HandOffChoice
    headers: HandOffHeaders


@dataclass(frozen=True, slots=True)
class HandOffChoice:
    """How and where a hand-off file is written."""

    path: Path
    encoding: str = "utf-8-sig"
    split: int | None = None
    overwrite: bool = False

    @property
    def kind(self) -> str:
        """The format as the dialog names it: a workbook, or a CSV of an encoding."""
        return "xlsx" if self.path.suffix.lower() == ".xlsx" else self.encoding


@dataclass(frozen=True, slots=True)
class Written:
    """What an order became."""

    audience: Audience
    hand_off: HandOff
    changes: Changes


def shelf(shop: Shop, folder: Path) -> Shelf:
    """Read what campaigns are made from; `folder` is that of the settings."""
    from local_db.campaigns.actions import list_audiences
    from local_db.campaigns.model import PrepareOptions
    from local_db.segments.actions import list_segments
    from local_db.settings import read_settings
    from local_db.templates.actions import list_templates
    from local_db.templates.vendors import OWN_FOLDER, own_vendors

    with shop.read() as connection:
        settings = read_settings(connection)
        return Shelf(
            audiences=list_audiences(shop),
            segments=list_segments(shop),
            templates=list_templates(shop),
            options=replace(PrepareOptions.from_settings(settings), own_vendors=own_vendors(folder / OWN_FOLDER)[0]),
            zone=ZoneInfo(str(settings["zone"])),
            currency=str(settings["currency"]),
        )


def freeze_and_write(shop: Shop, rosters: RosterSource, order: Order, now: datetime, job: Job) -> Written:
    """Freeze the audience and write its file; where writing fails, nothing is left of either."""
    from local_db.campaigns.actions import prepare_and_hand_off

    roster = rosters.current()
    job.check()
    audience, hand_off, changes = prepare_and_hand_off(
        shop,
        roster,
        order.tree,
        order.template,
        order.options,
        name=order.name,
        out=order.file.path,
        headers=order.headers,
        now=now,
        segment_id=order.segment_id,
        encoding=order.file.encoding,
        split=order.file.split,
        overwrite=order.file.overwrite,
        who=user_name(),
    )
    return Written(audience, hand_off, changes)


def write_again(
    shop: Shop, audience: Audience, file: HandOffChoice, headers: HandOffHeaders, now: datetime, job: Job
) -> Written:
    """Write a frozen audience to a file, for the first time or again."""
    from local_db.campaigns.actions import get_audience, hand_off

    job.check()
    done, changes = hand_off(
        shop,
        audience.id,
        file.path,
        headers=headers,
        now=now,
        encoding=file.encoding,
        split=file.split,
        overwrite=file.overwrite,
        who=user_name(),
    )
    return Written(get_audience(shop, audience.id), done, changes)


def one_message(shop: Shop, audience_id: int, place: int) -> AudienceRow | None:
    """The frozen message at a place from 0, None behind the last."""
    from local_db.campaigns.actions import audience_rows

    rows = audience_rows(shop, audience_id, offset=place, limit=1)
    return rows[0] if rows else None
