"""One file on its way into the shop, and several reports as one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import reduce
from pathlib import Path, PurePath
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from local_db.importing.model import FileKind, ImportReport

if TYPE_CHECKING:
    from local_db.importing.archive import ExportFile
    from local_db.importing.plain_list import Of
    from local_db.importing.previewed import Preview
    from local_db.importing.profile import Profile

UTC = ZoneInfo("UTC")
_SUMMED = (
    "orders", "members", "lines", "new_orders", "updated_orders", "unchanged_orders", "new_members", "updated_members",
    "new_consents", "new_grants", "new_opt_outs", "skipped_rows", "paid", "refunded",
    "refunds",
)  # fmt: skip


class Stage(StrEnum):
    """How far a file has come."""

    READING = "reading"
    READY = "ready"
    UNMAPPED = "unmapped"  # its layout is unknown, or the columns chosen do not say enough
    REFUSED = "refused"
    IMPORTING = "importing"
    DONE = "done"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a person said about the columns: field → header, what the rows are, the order of dates, the platform."""

    mapping: Mapping[str, str]
    kind: FileKind
    dates: str
    platform: str = "own"


@dataclass(slots=True)
class ImportItem:
    """A file, what was seen in it, what a person said about it, and what came of it."""

    path: ExportFile
    stage: Stage = Stage.READING
    preview: Preview | None = None
    examples: dict[str, tuple[str, ...]] = field(default_factory=dict)
    choice: Choice | None = None  # None: nothing was changed
    preview_of_choice: Preview | None = None
    profile: Profile | None = None  # of the choice; None: as recognised
    shop_name: str = ""  # typed by a person; empty: as recognised
    report: ImportReport | None = None
    zone: ZoneInfo = UTC  # the shop's
    failure: str = ""  # why it was refused, in words
    kept_as: str = ""  # the name under which its columns were kept once it was in
    of: Of | None = None  # of whom a list without columns is, once a person has said so

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return PurePath(self.path.name).stem

    @property
    def whereabouts(self) -> str:
        """The file's name, with the archive it is in."""
        return self.path.name if isinstance(self.path, Path) else f"{self.path.archive.name} › {self.path.inner}"

    @property
    def rows(self) -> int:
        """About how many rows it has; at least 1."""
        return max(1, self.preview.estimated_rows) if self.preview is not None else 1


def added_up(reports: Sequence[ImportReport]) -> ImportReport:
    """Several reports as one; money of several currencies is not added and shows as 0 of no currency."""
    total = reduce(_plus, reports)
    if len({report.currency for report in reports}) > 1:
        total = replace(total, currency="", paid=0, refunded=0)
    return total


def _plus(one: ImportReport, other: ImportReport) -> ImportReport:
    sums = {name: getattr(one, name) + getattr(other, name) for name in _SUMMED}
    kind = next(kind for kind in FileKind if kind in {one.kind, other.kind})  # orders say most, then members
    return replace(one, **sums, kind=kind, problems=one.problems + other.problems, imported_before=None)
