"""Who is to be called with a script: by the shop itself, or by the platforms that dial for it.

Whoever must not be reached is taken out by the campaigns' waterfall, of calls; nothing here can bring them back. Both
lists are looked through once more at the last moment, a person before she is called (`may_call`), a file before it is
written.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db import whole_files
from local_db.call_scripts import calling_store, store
from local_db.call_scripts.calling_store import Callee, PlatformRow
from local_db.campaigns import hand_off as files
from local_db.campaigns import leftovers
from local_db.campaigns.model import CALL, HandOffHeaders, PrepareOptions
from local_db.campaigns.plan import numbers_of, waterfall_of
from local_db.changes import Changes, Topic
from local_db.errors import PrepareError
from local_db.members import export_log
from local_db.phones import PhoneKind
from local_db.roster.refusals import refusals
from local_db.segments.evaluate import evaluate
from local_db.segments.facts import OrderFacts, moment_of
from local_db.segments.store import trees_for
from local_db.settings import read_setting
from local_db.spreadsheet_cell import safe_cell
from local_db.templates.model import Purpose
from local_db.values import epoch

if TYPE_CHECKING:
    from pathlib import Path

    from local_db.campaigns.suppression import Waterfall
    from local_db.roster.roster import Bools, Codes, Ints, Roster
    from local_db.segments.tree import Node
    from local_db.shop_file import Connection, Shop

KIND = "calls"  # in the log of exports
_NOT_IN_A_NAME = re.compile(r"\W+")


class CallOrder(StrEnum):
    """Who is called first."""

    LATEST_ORDER = "latest_order"
    LONGEST_AGO = "longest_ago"
    MOST_SPENT = "most_spent"


@dataclass(frozen=True, slots=True)
class CallingOptions:
    """What a person may choose. Whom the script has reached within `again_after` days is not called; 0: all are."""

    document_id: int
    again_after: int = 30
    order: CallOrder = CallOrder.LATEST_ORDER
    prepare: PrepareOptions = field(default_factory=PrepareOptions)


@dataclass(frozen=True, slots=True, eq=False)
class CallingList:
    """Who is to be called, in order, and why the others are not."""

    waterfall: Waterfall
    called: int  # taken out after it: reached by the script lately
    member_ids: tuple[int, ...]


class PlatformHeaders(NamedTuple):
    """The column titles of a file for a platform, in the person's language."""

    account: str = "buyer id"
    nick: str = "nick"


@dataclass(frozen=True, slots=True, eq=False)
class PlatformList:
    """Who is to be called by their platforms, in order, and why the others are not."""

    waterfall: Waterfall
    called: int
    rows: tuple[PlatformRow, ...]
    known: tuple[str, ...]  # every platform on which somebody of the shop is known

    @property
    def platforms(self) -> Mapping[str, int]:
        """How many each platform is to call."""
        return Counter(row.platform for row in self.rows)

    def files(self, out: Path) -> dict[str, Path]:
        """The name of each platform's file; those of platforms that have nobody to call are removed by writing.

        Somebody who dials every file of the name would call the people of an earlier list too.
        """
        return file_names(out, sorted({*self.platforms, *self.known}))


@dataclass(frozen=True, slots=True)
class PlatformFiles:
    """What was written: a file per platform, and how many people are in it."""

    files: Mapping[str, Path]
    rows: Mapping[str, int]
    withdrawn: int = 0  # left out at the last moment: have refused since


def calling_list(
    shop: Shop, roster: Roster, node: Node, options: CallingOptions, *, now: datetime, as_of: date | None = None
) -> CallingList:
    """Whom of a segment the shop calls itself. Raises PrepareError `stale_roster`."""
    with shop.read() as connection:
        chosen = _chosen(connection, roster, node, options, now, as_of, None)
        ids = roster.members.ids[chosen.numbers]
        return CallingList(chosen.waterfall, chosen.called, tuple(ids.tolist()))


def callee(shop: Shop, member_id: int) -> Callee | None:
    """What is needed to call a member now; None where she is gone, has no phone to call, or refuses calls.

    Also where she, or whoever has her phone, refused after the list was made.
    """
    with shop.read() as connection:
        found = calling_store.callee(connection, member_id)
        return found if found is not None and _may_call(connection, found) else None


def platform_list(
    shop: Shop, roster: Roster, node: Node, options: CallingOptions, *, now: datetime, as_of: date | None = None
) -> PlatformList:
    """Whom of a segment their platforms call for the shop; no phone is needed. Raises PrepareError `stale_roster`."""
    with shop.read() as connection:
        return _platform_list(connection, roster, node, options, now, as_of)


def hand_off_to_platforms(
    shop: Shop,
    roster: Roster,
    node: Node,
    options: CallingOptions,
    out: Path,
    *,
    headers: PlatformHeaders,
    now: datetime,
    as_of: date | None = None,
    encoding: str = "utf-8-sig",
    overwrite: bool = False,
    who: str = "",
) -> tuple[PlatformFiles, Changes]:
    """Write for each platform a CSV of whom it is to call, named after `out`, and log that their data was taken out.

    Complete files or none, and none that is not in the log; whoever has refused since is not in it. Raises
    PrepareError: `stale_roster`, `nobody_left`, and what `HandOffFormat.check` and writing raise.
    """
    how = files.HandOffFormat(out, HandOffHeaders(), encoding, None, overwrite, shop.path)
    how.check()
    if out.suffix.lower() != ".csv":
        raise PrepareError("bad_suffix", suffix=out.suffix)
    with leftovers.hand_off_under_way(shop, out):
        return _written(shop, roster, node, options, how, headers, now, as_of, who), Changes.of(Topic.SETTINGS)


# --- who ---


class _Chosen(NamedTuple):
    waterfall: Waterfall
    called: int
    numbers: Ints  # in the order of calling


def _chosen(
    connection: Connection,
    roster: Roster,
    node: Node,
    options: CallingOptions,
    now: datetime,
    as_of: date | None,
    accounts: Codes | None,
) -> _Chosen:
    if read_setting(connection, "roster_version") != roster.version:
        raise PrepareError("stale_roster")
    matched = evaluate(roster, node, now=now, as_of=as_of, segments=trees_for(connection, node)).matched
    waterfall = waterfall_of(
        connection,
        roster,
        matched,
        options.prepare,
        purpose=Purpose.MARKETING,
        now=now,
        channel=CALL,
        accounts=accounts,
    )
    left = waterfall.numbers[~_called(connection, roster, options, now)[waterfall.numbers]]
    facts = OrderFacts(roster, moment_of(roster.zone, now, as_of).cut)
    return _Chosen(waterfall, len(waterfall.numbers) - len(left), _in_order(left, facts, options.order))


def _called(connection: Connection, roster: Roster, options: CallingOptions, now: datetime) -> Bools:
    """Per member: the script has reached her lately."""
    called = np.zeros(roster.size, dtype=np.bool_)
    if options.again_after > 0:
        since = epoch(now - timedelta(days=options.again_after))
        reached = store.called_since(connection, options.document_id, since)
        called[numbers_of(roster, np.asarray(sorted(reached), dtype=np.int64))] = True
    return called


def _in_order(numbers: Ints, facts: OrderFacts, order: CallOrder) -> Ints:
    """The most urgent first, of equals whoever has been a member longest; who never bought comes last."""
    bought = facts.orders[numbers] > 0
    key = facts.spent[numbers] if order is CallOrder.MOST_SPENT else facts.last[numbers]
    key = key.astype(np.int64)
    if order is not CallOrder.LONGEST_AGO:
        key = -key
    found: Ints = numbers[np.lexsort((numbers, np.where(bought, key, 0), ~bought))]
    return found


def _may_call(connection: Connection, found: Callee) -> bool:
    usable = found.phone_kind is PhoneKind.REAL and bool(found.phone)
    return usable and not refusals(connection, CALL).holds_for(found.member_id, found.phone)


# --- by platforms ---


def _platform_list(
    connection: Connection,
    roster: Roster,
    node: Node,
    options: CallingOptions,
    now: datetime,
    as_of: date | None,
) -> PlatformList:
    accounts = np.full(roster.size, -1, dtype=np.int32)
    numbers = numbers_of(roster, np.asarray(calling_store.on_platforms(connection), dtype=np.int64))
    accounts[numbers] = np.arange(len(numbers), dtype=np.int32)  # every account belongs to one member
    chosen = _chosen(connection, roster, node, options, now, as_of, accounts)
    rows = calling_store.platform_rows(connection, roster.members.ids[chosen.numbers].tolist())
    known = tuple(calling_store.platforms(connection))
    return PlatformList(chosen.waterfall, chosen.called, tuple(rows), known)


def _written(
    shop: Shop,
    roster: Roster,
    node: Node,
    options: CallingOptions,
    how: files.HandOffFormat,
    headers: PlatformHeaders,
    now: datetime,
    as_of: date | None,
    who: str,
) -> PlatformFiles:
    unfinished: tuple[whole_files.Unfinished, ...] = ()
    try:
        with shop.write() as connection:
            listed = _platform_list(connection, roster, node, options, now, as_of)
            refused = refusals(connection, CALL)
            going = [row for row in listed.rows if not refused.holds_for(row.member_id, row.phone)]
            if not going:
                raise PrepareError("nobody_left", matched=listed.waterfall.matched)
            platforms = sorted({row.platform for row in going})
            parts = {platform: [row for row in going if row.platform == platform] for platform in platforms}
            names = listed.files(how.out)
            contents = {names[platform]: _csv(rows, headers, how.encoding) for platform, rows in parts.items()}
            older = tuple(path for path in names.values() if path not in contents and path.is_file())
            unfinished = files.write_files(contents, how, older)
            entry = export_log.note_export(
                connection,
                kind=KIND,
                subject=calling_store.script_name(connection, options.document_id),
                people=len(going),
                file_name=how.out.name,
                reason="",
                who=who,
                now=epoch(now),
            )
    except BaseException:
        whole_files.discard(unfinished)
        raise
    with export_log.forgotten_on_failure(shop, entry):
        whole_files.publish(unfinished, older)
    counts = {platform: len(rows) for platform, rows in parts.items()}
    return PlatformFiles({platform: names[platform] for platform in parts}, counts, len(listed.rows) - len(going))


def file_names(out: Path, platforms: Iterable[str]) -> dict[str, Path]:
    """A file name per platform, also where two are written alike but for signs."""
    names: dict[str, Path] = {}
    for platform in platforms:
        word = _NOT_IN_A_NAME.sub("_", platform)
        taken = set(names.values())
        while (path := out.with_name(f"{out.stem}-{word}{out.suffix}")) in taken:
            word += "_"
        names[platform] = path
    return names


def _csv(rows: list[PlatformRow], headers: PlatformHeaders, encoding: str) -> bytes:
    """The account and the nick of each."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([safe_cell(headers.account), safe_cell(headers.nick)])
    writer.writerows([safe_cell(row.account), safe_cell(row.nick)] for row in rows)
    return text.getvalue().encode(encoding)
