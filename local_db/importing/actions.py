"""Importing an export file: a look at it first, then everything or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

from local_db.changes import Changes, Topic
from local_db.collector import collector_paused
from local_db.errors import ImportRefused
from local_db.importing import plain_list, store
from local_db.importing import preview as looking
from local_db.importing.archive import ExportFile, file_name
from local_db.importing.bad_rows import Reason, bad_rows, write_bad_rows
from local_db.importing.hashes import text_hash
from local_db.importing.model import FileKind, ImportReport
from local_db.importing.orders import main_currency
from local_db.importing.previewed import Preview
from local_db.importing.profile import SEPARATORS, Profile, built_in_profiles
from local_db.importing.readers import RowSource, file_hash, open_sources
from local_db.importing.recognise import Recognition, recognise
from local_db.importing.rehash import Rehash
from local_db.importing.stated import in_name, stated_at
from local_db.importing.store import ImportRow
from local_db.importing.table import Table, read_table, refuse_empty
from local_db.importing.write import MemberWriter, OrderWriter, RefundWriter, Writing, repeated_report, report_json
from local_db.settings import mark_roster_changed, read_settings
from local_db.values import epoch

if TYPE_CHECKING:
    from pathlib import Path

    from local_db.shop_file import Shop

Progress = Callable[[int, int], None]
READING = 1  # grows when the same file would be read as saying something else
_READING_SHARE = 0.5  # of the whole work, for the progress


def preview_file(
    path: ExportFile, *, profile: Profile | None = None, shop: Shop | None = None, profiles: Sequence[Profile] = ()
) -> Preview:
    """What importing this file would do, told from its first rows; nothing is written.

    `profile` forces one, `profiles` are a person's own to be tried before the built-in ones. For an
    unknown layout the Preview has no profile and shows the cells as they stand. Raises ImportRefused
    where the file cannot be read at all.
    """
    sources = _sources(path, profile)
    found = _recognised(sources, profile, profiles, path)
    if found is None:
        return looking.unknown_layout(sources[0])
    zone, currency = _place(shop, found.profile)
    table = read_table(found, zone, most_rows=looking.ROWS)
    return looking.of_table(table, zone, main_currency(table, currency), _shop_name(table) or found.profile.platform)


def import_file(
    shop: Shop,
    path: ExportFile,
    *,
    profile: Profile | None = None,
    profiles: Sequence[Profile] = (),
    shop_name: str = "",
    now: datetime,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[ImportReport, Changes]:
    """Bring an export file into the shop in one transaction.

    `profile` forces one (a Preview's, say), `profiles` are a person's own; `shop_name` overrides the
    name found in the file. `progress` is told (done, total) in rows; `cancelled` is asked between
    portions. Raises ImportRefused, or ShopFileError where the shop cannot be written; the shop is
    then as it was.
    """
    steps = _Steps(path.name, progress, cancelled)
    digest = file_hash(path)
    found = _recognised(_sources(path, profile), profile, profiles, path)
    if found is None:
        raise ImportRefused("unknown_layout", file=path.name)
    zone, currency = _place(shop, found.profile)
    reading = _reading(found.profile, zone, currency, shop_name, in_name(path.name, zone))
    again = _same_file(shop, path, digest, reading, found, now)
    if again is not None:
        steps.done()
        return again, Changes.of(Topic.IMPORTS)
    steps.expect(found.estimated_rows)
    table = read_table(found, zone, watch=steps.read)
    unchanged = Rehash(path, digest)
    refuse_empty(table, path.name)
    steps.begin_writing(len(table))
    writing = Writing(
        table=table,
        currency=main_currency(table, currency),
        zone=zone.key,
        shop_name=shop_name or _shop_name(table),
        one_shop=bool(shop_name),
        file_name=file_name(path),
        file_hash=digest,
        reading=reading,
        stated_at=stated_at(path.name, table, zone),
        now=epoch(now),
        watch=steps.wrote,
    )
    with collector_paused():  # nor do orders and people; a walk through a million of them stops every thread
        return _write(shop, writing, steps, unchanged)


_WRITERS: dict[FileKind, type[OrderWriter | MemberWriter | RefundWriter]] = {
    FileKind.ORDERS: OrderWriter,
    FileKind.MEMBERS: MemberWriter,
    FileKind.REFUNDS: RefundWriter,
}


def save_bad_rows(
    shop: Shop,
    path: ExportFile,
    out: Path,
    *,
    reason_header: str,
    reason: Reason,
    profile: Profile | None = None,
    profiles: Sequence[Profile] = (),
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write the rows of an export file that have problems to a file of their own; returns how many they are.

    Nothing changes in the shop. `profile` and `profiles` as for `import_file`. Raises ImportRefused.
    """
    steps = _Steps(path.name, progress, cancelled)
    found = _recognised(_sources(path, profile), profile, profiles, path)
    if found is None:
        raise ImportRefused("unknown_layout", file=path.name)
    zone, currency = _place(shop, found.profile)
    steps.expect(found.estimated_rows)
    rows = bad_rows(found, zone, currency, watch=steps.read)
    count = write_bad_rows(found, rows, out, reason_header=reason_header, reason=reason)
    steps.done()
    return count


def _write(shop: Shop, writing: Writing, steps: _Steps, unchanged: Rehash) -> tuple[ImportReport, Changes]:
    kind = writing.table.found.profile.kind
    writer = _WRITERS[kind](writing)
    with shop.write(parents_checked=False) as connection:
        report = writer.write(connection)
        changed = bool(report.new_orders or report.updated_orders or report.new_members or report.updated_members)
        changed = changed or bool(report.new_consents)
        if changed:
            mark_roster_changed(connection)
        unchanged.check()
        steps.check()
    steps.done()
    topics = [Topic.IMPORTS]
    if changed:
        topics += [Topic.MEMBERS] if kind is FileKind.MEMBERS else [Topic.MEMBERS, Topic.ORDERS]
    return report, Changes.of(*topics)


def _reading(profile: Profile, zone: ZoneInfo, currency: str, shop_name: str, named_at: int) -> str:
    """Stands for everything besides the file that decides what an import of it says, and as of when (`named_at`)."""
    return str(text_hash(repr((READING, profile, zone.key, currency, shop_name, named_at))))


def _same_file(
    shop: Shop, path: ExportFile, digest: str, reading: str, found: Recognition, now: datetime
) -> ImportReport | None:
    """The report where this very file was read in this very way before: then everything it says is known."""
    with shop.write() as connection:
        before = store.same_reading(connection, digest, reading)
        if before is None:
            return None
        report = repeated_report(before[1], store.earlier_import(connection, digest))
        row = ImportRow(
            file_name=file_name(path), file_hash=digest, reading=reading, profile=found.profile.name,
            shop=store.shop_of_import(connection, before[0]), now=epoch(now), same_as=before[0],
        )  # fmt: skip
        store.end_import(connection, store.begin_import(connection, row), report_json(report))
    return report


def _sources(path: ExportFile, profile: Profile | None) -> list[RowSource]:
    if profile is None:
        return open_sources(path)
    return open_sources(path, separator=SEPARATORS[profile.separator], encoding=profile.encoding)


def _recognised(
    sources: list[RowSource], profile: Profile | None, profiles: Sequence[Profile], path: ExportFile
) -> Recognition | None:
    if profile is None:
        # A person's own word comes first, also where a built-in profile would read more columns.
        own = recognise(sources, profiles) if profiles else None
        if own is not None and not own.guessed:
            return own
        return plain_list.by_name(sources) or recognise(sources, built_in_profiles())
    found = plain_list.by_place(sources, profile) or recognise(sources, [profile])
    if found is None or found.guessed:
        raise ImportRefused("profile_does_not_fit", file=path.name, profile=profile.name)
    return found


def _place(shop: Shop | None, profile: Profile) -> tuple[ZoneInfo, str]:
    """The zone and the currency in which the file is read."""
    zone, currency = "Asia/Shanghai", "CNY"
    if shop is not None:
        with shop.read() as connection:
            settings = read_settings(connection)
        zone, currency = str(settings["zone"]), str(settings["currency"])
    return ZoneInfo(profile.zone or zone), profile.currency or currency


def _shop_name(table: Table) -> str:
    """The name most rows give, else the profile's; empty where neither says it."""
    names = table.text("shop")
    named = names.codes[names.codes > 0]
    return names.values[int(np.bincount(named).argmax())] if len(named) else table.found.profile.shop


class _Steps:
    """Tells the progress of reading and writing as one, and stops where asked to."""

    def __init__(self, file_name: str, progress: Progress | None, cancelled: Callable[[], bool] | None) -> None:
        self._file_name = file_name
        self._progress = progress
        self._cancelled = cancelled
        self._total = 1
        self._writes = 1
        self._share = 0.0

    def expect(self, rows: int) -> None:
        """About how many rows there are to read."""
        self._total = max(1, rows)

    def read(self, rows: int) -> None:
        """So many rows are read."""
        self.check()
        self._total = max(self._total, rows)
        self._tell(rows / self._total * _READING_SHARE)

    def begin_writing(self, rows: int) -> None:
        """Reading is over; this many rows follow."""
        self._total = self._writes = max(1, rows)

    def wrote(self, share: float) -> None:
        """This share of the writing is done."""
        self.check()
        self._tell(_READING_SHARE + min(1.0, share) * (1 - _READING_SHARE))

    def done(self) -> None:
        """All is committed."""
        self._tell(1.0)

    def check(self) -> None:
        """Raises ImportRefused (`cancelled`) where a person has asked to stop."""
        if self._cancelled is not None and self._cancelled():
            raise ImportRefused("cancelled", file=self._file_name)

    def _tell(self, share: float) -> None:
        share = self._share = max(share, self._share)
        if self._progress is not None:
            self._progress(int(share * self._total), self._total)
