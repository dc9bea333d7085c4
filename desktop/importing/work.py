"""What the import dialog does off the window's thread: looking at files, importing them, keeping profiles, bad rows."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desktop import wording
from local_db.changes import Changes
from local_db.importing import mapping
from local_db.importing.guess import place_of
from local_db.importing.profile import load_folder, save_profile
from local_db.setting_rules import check
from local_db.settings import read_setting, save_settings

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.importing.import_item import Choice
    from desktop.shell.background import Job
    from local_db.importing.archive import ExportFile, Unusable
    from local_db.importing.model import ImportReport, Problem
    from local_db.importing.plain_list import Of
    from local_db.importing.previewed import Preview
    from local_db.importing.profile import Profile
    from local_db.shop_file import Shop


_ROOM = 58  # of a profile's name, before a number


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen in a file."""

    preview: Preview
    examples: dict[str, tuple[str, ...]]
    zone: ZoneInfo
    profile: Profile | None = None  # of a person's mapping


def unpack(paths: Sequence[Path]) -> list[ExportFile | Unusable]:
    """The export files that are meant by files, folders and archives."""
    from local_db.importing.archive import expand

    return expand(paths)


def look(shop: Shop, path: ExportFile, folder: Path) -> Look:
    """Read the beginning of a file as its best profile does. Raises ImportRefused."""
    from local_db.importing import actions  # brings NumPy, which the dialog need not wait for

    preview = actions.preview_file(path, shop=shop, profiles=load_folder(folder))
    return Look(preview, mapping.examples(path, preview), _zone(shop))


def look_as_list(shop: Shop, path: ExportFile, of: Of) -> Look:
    """Read the beginning of a list without columns as a person says. Raises ImportRefused."""
    from local_db.importing import actions, plain_list

    profile = plain_list.profile_for(path, of)
    return Look(actions.preview_file(path, profile=profile, shop=shop), {}, _zone(shop), profile)


def look_again(shop: Shop, path: ExportFile, first: Preview, choice: Choice) -> Look:
    """Read the beginning of a file with a person's columns. Raises ImportRefused."""
    from local_db.importing import actions

    profile = mapping.mapped_profile(
        first, choice.mapping, kind=choice.kind, dates=choice.dates, platform=choice.platform
    )
    return Look(actions.preview_file(path, profile=profile, shop=shop), {}, _zone(shop), profile)


def keep_profile(folder: Path, name: str, first: Preview, choice: Choice) -> Profile:
    """Write a person's columns as a profile of that name. Raises ImportRefused, OSError."""
    profile = mapping.mapped_profile(
        first,
        choice.mapping,
        name=mapping.profile_name(name),
        kind=choice.kind,
        dates=choice.dates,
        platform=choice.platform,
    )
    save_profile(folder, profile)
    return profile


def keep_for_next_time(folder: Path, words: str, profile: Profile) -> str:
    """Keep a person's columns once a file came in by them, so that files like it are recognised; returns the name.

    Empty where they are kept already, or name columns by their places, which other files share. Raises OSError.
    """
    kept = load_folder(folder)
    if any(one.headers == profile.headers and one.kind is profile.kind for one in kept):
        return ""
    if all(place_of(header) is not None for headers in profile.headers.values() for header in headers):
        return ""
    wanted = mapping.profile_name(words) or mapping.OWN
    taken = {one.name for one in kept}
    names = (f"{wanted[:_ROOM]}-{number}" if number > 1 else wanted for number in itertools.count(1))
    name = next(name for name in names if name not in taken)
    save_profile(folder, mapping.renamed(profile, name))
    return name


def bring_in(
    shop: Shop, path: ExportFile, profile: Profile | None, shop_name: str, folder: Path, job: Job
) -> tuple[ImportReport, Changes]:
    """Import a whole file in one transaction; the first one that names the shop names it.

    Raises ImportRefused, ShopFileError.
    """
    from local_db.importing import actions

    report, changes = actions.import_file(
        shop,
        path,
        profile=profile,
        profiles=load_folder(folder),
        shop_name=shop_name,
        now=datetime.now(UTC),
        progress=job.report,
        cancelled=job.cancelled,
    )
    return report, changes | name_shop(shop, report)


def save_bad_rows(
    shop: Shop, path: ExportFile, profile: Profile | None, folder: Path, out: Path, job: Job | None = None
) -> int:
    """Write the rows that had problems with their reasons; returns how many. Raises ImportRefused."""
    from local_db.importing import actions

    return actions.save_bad_rows(
        shop,
        path,
        out,
        reason_header=wording.reason_header(),
        reason=_reason,
        profile=profile,
        profiles=load_folder(folder),
        progress=job.report if job is not None else None,
        cancelled=job.cancelled if job is not None else None,
    )


def _reason(problems: Sequence[Problem]) -> str:
    """What is wrong with a row, in the words of the report."""
    return wording.row_problems(problems)


def name_shop(shop: Shop, report: ImportReport) -> Changes:
    """Call a shop that has no name as the file does; a name that a person gave stays."""
    name = report.shop_name
    if name == report.platform or check("shop_name", name):
        return Changes()
    with shop.read() as connection:
        if read_setting(connection, "shop_name"):
            return Changes()
    return save_settings(shop, {"shop_name": name})


def _zone(shop: Shop) -> ZoneInfo:
    with shop.read() as connection:
        return ZoneInfo(str(read_setting(connection, "zone")))
