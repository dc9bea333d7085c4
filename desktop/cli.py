"""The commands without a window: import, count, prepare, backup, demo. Prints for people, or JSON."""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import wording
from desktop.command_line import has_display
from desktop.gateways.shop_keys import PASSPHRASE_VARIABLE, SystemKeyring, create_new, open_existing
from desktop.translation import language_of_system, use_language
from local_db.errors import RegularsError, ShopFileError, TreeError
from local_db.values import decimal_text

if TYPE_CHECKING:
    from desktop.demo import Demo
    from local_db.campaigns.model import Audience, HandOff
    from local_db.importing.model import ImportReport
    from local_db.segments.tree import Node
    from local_db.shop_file import Shop

OK, FAILED, USAGE = 0, 1, 2
COPY_PASSPHRASE_VARIABLE = "REGULARS_COPY_PASSPHRASE"  # noqa: S105 - the name of a variable

Json = dict[str, object]


def run(options: argparse.Namespace) -> int:
    """Run a parsed command; failures are printed, never raised, unless they are ours."""
    use_language(options.language or language_of_system())
    _speak_utf8()
    try:
        if options.command == "demo":
            return demo(options)
        if options.shop is None:
            print(wording.sentence("shop_option_missing"), file=sys.stderr)
            return USAGE
        with open_for(options) as shop:
            result = COMMANDS[options.work](shop, options)
        if options.json:
            print_json(result)
        return OK
    except RegularsError as error:
        return _refuse(error, as_json=options.json)
    except KeyboardInterrupt:
        print(wording.sentence("cancelled"), file=sys.stderr)
        return 130


def open_for(options: argparse.Namespace) -> Shop:
    """The shop file a command works on, opened as that command needs it."""
    path: Path = options.shop
    if getattr(options, "creates", False) and not os.path.exists(path):  # noqa: PTH110 - False for impossible names
        return create_new(path, SystemKeyring(), ask_new_passphrase)
    return open_existing(path, SystemKeyring(), ask_passphrase, read_only=getattr(options, "reads", False))


def import_files(shop: Shop, options: argparse.Namespace) -> Json:
    """`regulars import`: every file in the order given, each in a transaction of its own."""
    from local_db.importing import actions
    from local_db.importing.profile import load_profile

    profile = load_profile(options.profile) if options.profile else None
    reports = []
    for path in options.files:
        report, _ = actions.import_file(
            shop, path, profile=profile, now=datetime.now(UTC), progress=progress_bar(path.name)
        )
        reports.append((path, report))
        if not options.json:
            print_lines(wording.import_report(report, path.name))
    return import_json(reports)


def import_json(reports: Sequence[tuple[Path, ImportReport]]) -> Json:
    """The figures of one or several imports as plain values; several are added up and listed."""
    each = [_report_json(path, report) for path, report in reports]
    if len(each) == 1:
        return each[0]
    counted = ("orders", "members", "lines", "new_orders", "updated_orders", "unchanged_orders", "new_members",
               "updated_members", "skipped_rows")  # fmt: skip
    total: Json = {name: sum(getattr(report, name) for _, report in reports) for name in counted}
    currency = reports[0][1].currency
    total["paid"] = decimal_text(sum(report.paid for _, report in reports), currency)
    total["refunded"] = decimal_text(sum(report.refunded for _, report in reports), currency)
    total["problems"] = [{"file": one["file"], **problem} for one in each for problem in one["problems"]]  # type: ignore[attr-defined]
    return total | {"files": each}


def _report_json(path: Path, report: ImportReport) -> Json:
    return {
        "file": path.name,
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


def count(shop: Shop, options: argparse.Namespace) -> Json:
    """`regulars count`: the number on every node of a segment tree."""
    from desktop.segments.sentence import sentence
    from local_db.roster.source import RosterSource
    from local_db.segments.evaluate import evaluate

    node = read_tree(options.tree)
    roster = RosterSource(shop).current()
    result = evaluate(roster, node, now=datetime.now(UTC), as_of=options.as_of)
    if not options.json:
        print(sentence(node, wording.language(), roster.currency))
        print(wording.sentence("people", count=result.count))
        for item in result.nodes[1:]:
            print(f"  {item.count:>9,}  {-item.removes:>9,}  {item.path}")
    return {
        "count": result.count,
        "nodes": [{"path": n.path, "count": n.count, "removes": n.removes} for n in result.nodes],
    }


def prepare(shop: Shop, options: argparse.Namespace) -> Json:
    """`regulars prepare`: segment and template to a frozen audience and its hand-off file."""
    from local_db.campaigns import actions
    from local_db.roster.source import RosterSource
    from local_db.templates.actions import template_from_file

    node = read_tree(options.segment)
    audience, handed, _ = actions.prepare_and_hand_off(
        shop,
        RosterSource(shop).current(),
        node,
        template_from_file(shop, options.template),
        actions.shop_options(shop),
        name=options.segment.stem,
        out=options.out,
        headers=wording.hand_off_headers(),
        encoding=options.encoding,
        split=options.split,
        overwrite=options.overwrite,
        now=datetime.now(UTC),
        as_of=options.as_of,
    )
    if not options.json:
        print_lines(wording.prepared(audience.summary, handed))
    return prepared_json(audience, handed)


def prepared_json(audience: Audience, handed: HandOff) -> Json:
    """A prepared and handed-off audience as plain values."""
    summary = audience.summary
    return {
        "matched": summary.matched,
        "waterfall": [{"step": code, "removed": removed} for code, removed in summary.waterfall],
        "messages": summary.messages,
        "parts": {str(parts): count for parts, count in summary.parts.items()},
        "cost": str(summary.cost),
        "currency": summary.currency,
        "withdrawn": handed.withdrawn,
        "repeated": handed.repeated,
        "rows": handed.rows,
        "files": [str(path) for path in handed.files],
        "rows_per_file": list(handed.rows_per_file),
    }


def back_up(shop: Shop, options: argparse.Namespace) -> Json:
    """`regulars backup`: one verified copy of the shop file."""
    from local_db import backup

    if options.portable:
        made = backup.copy_with_passphrase(shop, options.portable, _passphrase_of_copy())
    else:
        made = backup.back_up(shop, datetime.now(UTC), options.to)
    if not options.json:
        print(wording.sentence("backup_made", path=made, size=made.stat().st_size))
    return {"file": str(made), "bytes": made.stat().st_size}


def _passphrase_of_copy() -> str:
    passphrase = os.environ.get(COPY_PASSPHRASE_VARIABLE) or ask_new_passphrase()
    if not passphrase:
        raise ShopFileError("no_passphrase")
    return passphrase


def demo(options: argparse.Namespace) -> int:
    """`regulars demo`: say what was made, and name the sample as the shop of the window that may follow."""
    from desktop.demo import make

    made = make(options.out)
    if options.json:
        print_json(
            {
                "shop": str(made.shop),
                "passphrase": made.passphrase,
                "import": import_json(made.reports),
                "segments": [{"name": name, "count": count} for name, count in made.segments],
                "prepare": prepared_json(made.audience, made.hand_off),
            }
        )
    else:
        print_lines(_demo_lines(made))
    options.shop = made.shop
    if made.passphrase:
        os.environ[PASSPHRASE_VARIABLE] = made.passphrase
    options.window_after = not options.no_window and not options.json and has_display()
    return OK


def _demo_lines(made: Demo) -> Iterator[str]:
    yield wording.sentence("demo_shop", path=made.shop)
    if made.passphrase:
        yield wording.INDENT + wording.sentence("demo_passphrase", passphrase=made.passphrase)
    for path, report in made.reports:
        yield from wording.import_report(report, path.name)
    for name, people in made.segments:
        yield wording.sentence("demo_segment", name=name, count=people)
    yield from wording.prepared(made.audience.summary, made.hand_off)


def read_tree(path: Path) -> Node:
    """The segment tree in a JSON file. Raises TreeError."""
    from local_db.segments.tree import parse_text

    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise TreeError("tree_file_unreadable", path="", file=path.name) from None
    return parse_text(text)


COMMANDS: dict[str, Callable[[Shop, argparse.Namespace], Json]] = {
    "import_files": import_files,
    "count": count,
    "prepare": prepare,
    "back_up": back_up,
}


def ask_passphrase() -> str | None:
    """Ask for the passphrase of an existing file where somebody sits at a terminal."""
    return getpass.getpass(wording.sentence("ask_passphrase") + " ") if sys.stdin.isatty() else None


def ask_new_passphrase() -> str | None:
    """Ask twice for the passphrase of a new file where somebody sits at a terminal."""
    if not sys.stdin.isatty():
        return None
    first = getpass.getpass(wording.sentence("ask_new_passphrase") + " ")
    again = getpass.getpass(wording.sentence("ask_passphrase_again") + " ")
    if first != again:
        raise ShopFileError("passphrases_differ")
    return first


def progress_bar(name: str) -> Callable[[int, int], None] | None:
    """A bar on standard error while it is a terminal; None elsewhere."""
    if not sys.stderr.isatty():
        return None

    def show(done: int, total: int) -> None:
        share = done / total if total else 1.0
        bar = "█" * round(share * 24)
        end = "\n" if done >= total else ""
        print(f"\r{name}  {bar:<24} {share:4.0%}", end=end, file=sys.stderr, flush=True)

    return show


def print_json(value: Json) -> None:
    """One JSON object on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def no_display(language: str | None) -> int:
    """Say that there is no screen, and what works without one."""
    use_language(language or language_of_system())
    print(wording.sentence("no_display"), file=sys.stderr)
    return FAILED


def print_lines(lines: Iterable[str]) -> None:
    """Lines for a person on standard output."""
    for line in lines:
        print(line)


def _refuse(error: RegularsError, *, as_json: bool) -> int:
    text = wording.error(error)
    if as_json:
        print_json({"error": {"code": error.code, "text": text, "data": {k: str(v) for k, v in error.data.items()}}})
    else:
        print(text, file=sys.stderr)
    return FAILED


def _speak_utf8() -> None:
    """Chinese text on a Windows console or a C locale must not end in an encoding error."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
