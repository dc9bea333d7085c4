"""The sentences for the codes that `local_db` returns, in the language in force, and those of the command line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from desktop import amounts
from desktop.translation import QT_TRANSLATE_NOOP, translate
from desktop.wording_tables import (
    CONSENTS,
    ERRORS,
    EXPECTED,
    PHONES,
    PROBLEMS,
    STARTER_GROUPS,
    STARTER_LACKS,
    STATUSES,
    STEPS,
    TEMPLATE_PROBLEMS,
)
from local_db.errors import RegularsError
from local_db.importing.reasons import REASON_HEADERS

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.campaigns.model import HandOff, HandOffHeaders, Summary
    from local_db.importing.model import ImportReport, Problem
    from local_db.importing.undo import ImportEntry
    from local_db.templates.model import TemplateProblem

# The name of the context in the translation file.
CONTEXT = "Wording"
SHOWN_PROBLEMS = 10
INDENT = "  "

SENTENCES = {
    "shop_option_missing": QT_TRANSLATE_NOOP("Wording", "Name the shop file: regulars --shop FILE …"),
    "cancelled": QT_TRANSLATE_NOOP("Wording", "Cancelled. Nothing was changed."),
    "unexpected": QT_TRANSLATE_NOOP(
        "Wording",
        "This is an error of the program ({kind} at {place}). The step it stopped at changed nothing.",
    ),
    "output_failed": QT_TRANSLATE_NOOP("Wording", "The output could not be written completely."),
    "bad_day": QT_TRANSLATE_NOOP("Wording", "--as-of takes a day such as 2026-11-11, not “{value}”."),
    "bad_split": QT_TRANSLATE_NOOP("Wording", "--split takes a number of rows from 1 on, not “{value}”."),
    "template_warning": QT_TRANSLATE_NOOP("Wording", "About the text: {text}"),
    "no_display": QT_TRANSLATE_NOOP(
        "Wording",
        "There is no screen here. The commands import, count, prepare, backup and demo work without one.",
    ),
    "ask_passphrase": QT_TRANSLATE_NOOP("Wording", "Passphrase of this shop:"),
    "ask_new_passphrase": QT_TRANSLATE_NOOP("Wording", "A new passphrase:"),
    "ask_passphrase_again": QT_TRANSLATE_NOOP("Wording", "Once more:"),
    "people": QT_TRANSLATE_NOOP("Wording", "{count} people"),
    "backup_made": QT_TRANSLATE_NOOP("Wording", "Backup written and verified: {path} ({size} bytes)"),
    "problem_line": QT_TRANSLATE_NOOP("Wording", "{place}: {text}"),
    "problem_row": QT_TRANSLATE_NOOP("Wording", "row {row}"),
    "more_lines": QT_TRANSLATE_NOOP("Wording", "… and {count} more"),
    "imported": QT_TRANSLATE_NOOP("Wording", "{file}: {orders} orders by {members} members ({profile})"),
    "imported_members": QT_TRANSLATE_NOOP("Wording", "{file}: {members} members ({profile})"),
    "imported_orders_line": QT_TRANSLATE_NOOP(
        "Wording",
        "{new} new, {updated} updated, {unchanged} unchanged; {skipped} rows skipped",
    ),
    "imported_money_line": QT_TRANSLATE_NOOP("Wording", "paid {paid}, refunded {refunded}"),
    "imported_members_line": QT_TRANSLATE_NOOP(
        "Wording",
        "{new} new members, {updated} updated; {opt_outs} opted out, {grants} agreed; {skipped} rows skipped",
    ),
    "bad_rows_saved": QT_TRANSLATE_NOOP("Wording", "{count} bad rows saved with their reasons: {path}"),
    "import_line": QT_TRANSLATE_NOOP("Wording", "{id}  {time}  {file} ({profile}): {orders} orders, {members} members"),
    "import_taken_back": QT_TRANSLATE_NOOP("Wording", "{line}; taken back"),
    "import_undone": QT_TRANSLATE_NOOP(
        "Wording",
        "Taken back: {orders} orders and {members} members, {consents} entries about consent. "
        "{orders_kept} orders stay, because other files say them too.",
    ),
    "guessed_profile": QT_TRANSLATE_NOOP("Wording", "guessed from the headers"),
    "matched": QT_TRANSLATE_NOOP("Wording", "{count} people match"),
    "step_line": QT_TRANSLATE_NOOP("Wording", "−{removed}  {step}"),
    "messages": QT_TRANSLATE_NOOP("Wording", "{count} messages, {parts} parts, {cost}"),
    "parts_line": QT_TRANSLATE_NOOP("Wording", "texts of {parts} parts: {count}"),
    "withdrawn": QT_TRANSLATE_NOOP("Wording", "{count} left out at the last moment: they opted out since"),
    "repeated": QT_TRANSLATE_NOOP(
        "Wording",
        "{count} left out at the last moment: another message has reached them since",
    ),
    "file_written": QT_TRANSLATE_NOOP("Wording", "Written: {path} ({rows} rows)"),
    "header_phone": QT_TRANSLATE_NOOP("Wording", "Phone"),
    "header_text": QT_TRANSLATE_NOOP("Wording", "Text"),
    "header_parts": QT_TRANSLATE_NOOP("Wording", "Parts"),
    "demo_cat_food": QT_TRANSLATE_NOOP("Wording", "Cat food regulars, 45 days quiet"),
    "demo_big_spenders": QT_TRANSLATE_NOOP("Wording", "Big spenders around Shanghai"),
    "demo_template": QT_TRANSLATE_NOOP("Wording", "Double 12 for regulars"),
    "demo_shop": QT_TRANSLATE_NOOP("Wording", "Sample shop: {path}"),
    "demo_passphrase": QT_TRANSLATE_NOOP(
        "Wording",
        "There is no keyring here, so its passphrase is {passphrase} (the people are invented).",
    ),
    "demo_segment": QT_TRANSLATE_NOOP("Wording", "Segment “{name}”: {count} people"),
    "demo_hand_off": QT_TRANSLATE_NOOP("Wording", "Hand-off file: {path}"),
    "demo_rows": QT_TRANSLATE_NOOP("Wording", "{rows} rows for {rows} messages"),
}


def language() -> Literal["zh", "en"]:
    """The language in force."""
    return "zh" if translate(CONTEXT, QT_TRANSLATE_NOOP("Wording", "language: en")).endswith("zh") else "en"


def listed(parts: Sequence[str]) -> str:
    """Names one after the other as the language writes them: a, b / a、b."""
    return translate(CONTEXT, QT_TRANSLATE_NOOP("Wording", ", ")).join(parts)


def sentence(code: str, **data: object) -> str:
    """One of SENTENCES with its facts filled in."""
    return translate(CONTEXT, SENTENCES[code]).format(**_shown(data))


def error(failure: RegularsError) -> str:
    """What to tell a person about a failure."""
    data = dict(failure.data)
    if failure.code == "damaged_file" and (folder := _folder_of_backups(Path(str(data["path"])))):
        return _of(ERRORS[type(failure)], "damaged_file_backups", data | {"folder": folder})
    if failure.code == "template_problem":
        data["why"] = _of(TEMPLATE_PROBLEMS, str(data["problem"]), data)
    if data.get("expected") in EXPECTED:
        data["expected"] = _of(EXPECTED, str(data["expected"]), {})
    return _of(ERRORS[type(failure)], failure.code, data)


def problem(found: Problem) -> str:
    """What is wrong with a cell or row of an import file."""
    return _of(PROBLEMS, found.code, {**found.data, "column": found.column})


def problem_line(found: Problem) -> str:
    """A problem with its place in the file, as one line."""
    parts = [part for part in (found.sheet, _row_of(found), found.column if found.row else "") if part]
    if not parts:
        return problem(found)
    return sentence("problem_line", place=listed(parts), text=problem(found))


def row_problems(found: Sequence[Problem]) -> str:
    """Everything that is wrong with one row, for the column of reasons in a file of bad rows."""
    parts = [sentence("problem_line", place=one.column, text=problem(one)) if one.column else problem(one)
             for one in found]  # fmt: skip
    return translate(CONTEXT, QT_TRANSLATE_NOOP("Wording", "; ")).join(dict.fromkeys(parts))


def reason_header() -> str:
    """The header of that column, in the language in force."""
    return REASON_HEADERS[1 if language() == "zh" else 0]


def _row_of(found: Problem) -> str:
    return sentence("problem_row", row=found.row) if found.row else ""


def template_problem(found: TemplateProblem) -> str:
    """What is wrong with a template."""
    return _of(TEMPLATE_PROBLEMS, found.code, found.data)


def step(code: str, quiet_days: int) -> str:
    """A step of the suppression waterfall."""
    return _of(STEPS, code, {"days": quiet_days})


def status(code: str) -> str:
    """An order's status."""
    return _of(STATUSES, code, {})


def consent(state: str) -> str:
    """What is known about writing to a member."""
    return _of(CONSENTS, state, {})


def starter_group(code: str) -> str:
    """What a group of ready-made segments is for."""
    return _of(STARTER_GROUPS, code, {})


def starter_lacks(about: str) -> str:
    """Why a ready-made segment cannot be used in this shop yet."""
    return _of(STARTER_LACKS, about, {})


def phone_kind(kind: str) -> str:
    """What an exported phone is good for."""
    return _of(PHONES, kind, {})


def hand_off_headers() -> HandOffHeaders:
    """The column titles of a hand-off file."""
    from local_db.campaigns.model import HandOffHeaders

    return HandOffHeaders(sentence("header_phone"), sentence("header_text"), sentence("header_parts"))


def import_report(report: ImportReport, file_name: str) -> Iterator[str]:
    """An import as lines for a terminal."""
    profile = sentence("guessed_profile") if report.guessed else report.profile_name
    of_orders = report.kind == "orders"
    yield sentence("imported" if of_orders else "imported_members", file=file_name, orders=report.orders,
                   members=report.members, profile=profile)  # fmt: skip
    if of_orders:
        yield INDENT + sentence("imported_orders_line", new=report.new_orders, updated=report.updated_orders,
                       unchanged=report.unchanged_orders, skipped=report.skipped_rows)  # fmt: skip
        yield INDENT + sentence("imported_money_line", paid=amounts.money(report.paid, report.currency),
                       refunded=amounts.money(report.refunded, report.currency))  # fmt: skip
    else:
        yield INDENT + sentence("imported_members_line", new=report.new_members, updated=report.updated_members,
                       opt_outs=report.new_opt_outs, grants=report.new_grants, skipped=report.skipped_rows)  # fmt: skip
    for found in report.problems[:SHOWN_PROBLEMS]:
        yield INDENT + problem_line(found)
    if len(report.problems) > SHOWN_PROBLEMS:
        yield INDENT + sentence("more_lines", count=len(report.problems) - SHOWN_PROBLEMS)


def import_line(entry: ImportEntry, zone: ZoneInfo) -> str:
    """One import of the history as a line for a terminal."""
    line = sentence("import_line", id=str(entry.id), time=amounts.minute(entry.imported_at, zone), file=entry.file_name,
                    profile=entry.profile, orders=entry.report.get("orders", 0),
                    members=entry.report.get("members", 0))  # fmt: skip
    return line if entry.undone_at is None else sentence("import_taken_back", line=line)


def prepared(summary: Summary, handed: HandOff) -> Iterator[str]:
    """A prepared and handed-off audience as lines for a terminal."""
    yield sentence("matched", count=summary.matched)
    for code, removed in summary.waterfall:
        yield INDENT + sentence("step_line", removed=removed, step=step(code, summary.quiet_days))
    total = sum(parts * count for parts, count in summary.parts.items())
    cost = amounts.price(summary.cost, summary.currency)
    yield sentence("messages", count=summary.messages, parts=total, cost=cost)
    for parts, count in summary.parts.items():
        yield INDENT + sentence("parts_line", parts=parts, count=count)
    for code, left_out in (("withdrawn", handed.withdrawn), ("repeated", handed.repeated)):
        if left_out:
            yield INDENT + sentence(code, count=left_out)
    for path, rows in zip(handed.files, handed.rows_per_file, strict=True):
        yield sentence("file_written", path=path, rows=rows)


def _folder_of_backups(shop_path: Path) -> Path | None:
    """Where a shop file has backups beside it; None where it has none."""
    from local_db.backup import backup_folder, list_backups

    return backup_folder(shop_path) if list_backups(shop_path) else None


def _of(table: Mapping[str, str], code: str, data: Mapping[str, object]) -> str:
    return translate(CONTEXT, table[code]).format(**_shown(data))


def _shown(data: Mapping[str, object]) -> dict[str, str]:
    """Facts as a person reads them: thousands separated, lists with commas."""
    return {name: _as_text(value) for name, value in data.items()}


def _as_text(value: object) -> str:
    if isinstance(value, int) and not isinstance(value, bool):
        return amounts.number(value)
    if isinstance(value, tuple | list | frozenset):
        return listed([str(part) for part in value])
    return str(value)
