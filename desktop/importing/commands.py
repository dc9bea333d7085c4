"""The commands that bring files in, list what was brought in, and take it back; without Qt."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from desktop import wording
from desktop.command_output import Interrupted, Json, complain, error_json, print_lines, progress_bar
from local_db.errors import ImportRefused, RegularsError
from local_db.values import decimal_text

if TYPE_CHECKING:
    import argparse

    from local_db.importing.archive import ExportFile, Unusable
    from local_db.importing.model import ImportReport
    from local_db.importing.profile import Profile
    from local_db.importing.undo import ImportEntry
    from local_db.shop_file import Shop


class Imported(NamedTuple):
    """One file that was imported, and where its bad rows were saved."""

    name: str
    report: ImportReport
    bad_rows: Path | None = None


def import_files(shop: Shop, options: argparse.Namespace) -> Json:
    """`regulars import`: every file in the order given, each in a transaction of its own.

    One file that is refused stops the command. Of several the others go on, and what was refused is said at the end.
    """
    from local_db.importing.archive import expand

    found = expand(options.files)
    reports: list[Imported] = []
    refused: list[tuple[str, RegularsError]] = []
    for entry in found:
        try:
            reports.append(_import_one(shop, entry, options))
        except ImportRefused as error:
            refused.append((_name_of(entry), error))
            if not options.json and len(found) > 1:
                complain(wording.error(error))
        except RegularsError as error:
            if reports and options.json:
                raise Interrupted({"files": _list_of(reports)} | import_json(reports), error) from None
            raise
    if refused and len(found) == 1:
        raise refused[0][1]
    if reports:
        _refresh_tags(shop)
    done = import_json(reports) if reports else {"files": []}
    if refused:
        told = [{"file": name} | error_json(error) for name, error in refused]
        raise Interrupted({"files": _list_of(reports)} | done | {"refused": told}, refused[0][1], said=not options.json)
    return done


def _refresh_tags(shop: Shop) -> None:
    """Have the rules follow what was imported, as the window does."""
    from local_db.roster.source import RosterSource
    from local_db.tags.actions import refresh

    refresh(shop, RosterSource(shop), datetime.now(UTC), wording.language())


def _import_one(shop: Shop, file: ExportFile | Unusable, options: argparse.Namespace) -> Imported:
    """Import one file, say what came of it, and save its bad rows where that is asked for."""
    from local_db.importing import actions
    from local_db.importing.archive import Unusable

    if isinstance(file, Unusable):
        raise file.refusal
    profile = _profile_for(file, options.profile)
    try:
        report, _ = actions.import_file(
            shop, file, profile=profile, now=datetime.now(UTC), progress=progress_bar(file.name)
        )
    except ImportRefused as error:
        raise _better_said(file, error) from None
    name = _name_of(file)
    if not options.json:
        print_lines(wording.import_report(report, name))
    saved = _save_bad_rows(shop, file, report, profile, options) if options.bad_rows else None
    return Imported(name, report, saved)


def _profile_for(file: ExportFile, named: str | None) -> Profile | None:
    """The profile named on the command line: a file of one's own, or what a list without columns is."""
    if named is None:
        return None
    from local_db.importing import plain_list
    from local_db.importing.profile import load_profile

    if named in set(plain_list.Of):
        return plain_list.profile_for(file, plain_list.Of(named))
    return load_profile(Path(named))


def _better_said(file: ExportFile, error: ImportRefused) -> ImportRefused:
    """A list without columns is not an unknown table: only whose it is was not said."""
    from local_db.importing.plain_list import is_plain_list

    if error.code == "unknown_layout" and is_plain_list(file):
        return ImportRefused("list_unsaid", file=file.name)
    return error


def _save_bad_rows(
    shop: Shop, file: ExportFile, report: ImportReport, profile: Profile | None, options: argparse.Namespace
) -> Path | None:
    """Save the rows with problems; None where there are none."""
    from local_db.importing import actions

    if not any(problem.row for problem in report.problems):
        return None
    out: Path = options.bad_rows / f"{_name_of(file).replace('/', '-')}.bad.csv"
    count = actions.save_bad_rows(
        shop, file, out, reason_header=wording.reason_header(), reason=wording.row_problems, profile=profile
    )
    if not options.json:
        print_lines([wording.INDENT + wording.sentence("bad_rows_saved", count=count, path=out)])
    return out


def _name_of(file: ExportFile | Unusable) -> str:
    from local_db.importing.archive import Unusable, file_name

    return file_name(file.path if isinstance(file, Unusable) else file)


def imports(shop: Shop, options: argparse.Namespace) -> Json:
    """`regulars imports`: the history of imports."""
    from local_db.importing import undo
    from local_db.settings import read_setting

    entries = undo.list_imports(shop)
    with shop.read() as connection:
        zone = ZoneInfo(str(read_setting(connection, "zone")))
    if not options.json:
        print_lines(wording.import_line(entry, zone) for entry in entries)
    return {"imports": [_entry_json(entry) for entry in entries]}


def _entry_json(entry: ImportEntry) -> Json:
    counted = ("orders", "members", "new_orders", "updated_orders", "new_members", "updated_members", "skipped_rows")
    return {
        "id": entry.id,
        "file": entry.file_name,
        "imported_at": _utc_text(entry.imported_at),
        "profile": entry.profile,
        "platform": entry.platform,
        "shop": entry.shop_name,
        **{name: entry.report.get(name, 0) for name in counted},
        "undone_at": _utc_text(entry.undone_at) if entry.undone_at is not None else None,
    }


def _utc_text(seconds: int) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat()


def undo_import(shop: Shop, options: argparse.Namespace) -> Json:
    """`regulars undo-import`: take one import back as a whole."""
    from local_db.importing import undo

    figures, _ = undo.undo_import(shop, options.id, now=datetime.now(UTC), progress=progress_bar(str(options.id)))
    taken = dataclasses.asdict(figures)
    if not options.json:
        print_lines([wording.sentence("import_undone", **taken)])
    return {"id": options.id} | taken


def import_json(reports: Sequence[Imported]) -> Json:
    """The figures of one or several imports as plain values; several are added up and listed."""
    each = _list_of(reports)
    if len(each) == 1:
        return each[0]
    counted = ("orders", "members", "lines", "new_orders", "updated_orders", "unchanged_orders", "new_members",
               "updated_members", "skipped_rows")  # fmt: skip
    total: Json = {name: sum(getattr(one.report, name) for one in reports) for name in counted}
    currency = reports[0].report.currency
    total["paid"] = decimal_text(sum(one.report.paid for one in reports), currency)
    total["refunded"] = decimal_text(sum(one.report.refunded for one in reports), currency)
    total["problems"] = [{"file": one["file"], **problem} for one in each for problem in one["problems"]]  # type: ignore[attr-defined]
    return total | {"files": each}


def _list_of(reports: Sequence[Imported]) -> list[Json]:
    return [
        _report_json(one.name, one.report) | ({"bad_rows": str(one.bad_rows)} if one.bad_rows else {})
        for one in reports
    ]


def _report_json(name: str, report: ImportReport) -> Json:
    return {
        "file": name,
        "profile": report.profile_name,
        "platform": report.platform,
        "shop": report.shop_name,
        "orders": report.orders,
        "members": report.members,
        "lines": report.lines,
        "new_orders": report.new_orders,
        "updated_orders": report.updated_orders,
        "unchanged_orders": report.unchanged_orders,
        "new_members": report.new_members,
        "updated_members": report.updated_members,
        "skipped_rows": report.skipped_rows,
        "currency": report.currency,
        "paid": decimal_text(report.paid, report.currency),
        "refunded": decimal_text(report.refunded, report.currency),
        "problems": [
            {"sheet": p.sheet, "row": p.row, "column": p.column, "code": p.code, "text": wording.problem(p)}
            for p in report.problems
        ],
    }
