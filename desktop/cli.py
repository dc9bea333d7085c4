"""The commands without a window, from import to demo. They print for people, or JSON."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import command_output, wording
from desktop.command_line import PASSPHRASE_VARIABLE, has_display
from desktop.command_output import (
    FAILED,
    Interrupted,
    Json,
    OutputError,
    at_terminal,
    complain,
    error_json,
    print_json,
    print_lines,
)
from desktop.gateways.shop_keys import SystemKeyring, create_new, open_existing
from desktop.importing import commands
from desktop.replies import commands as replies
from desktop.settings_folder import settings_folder
from desktop.system_user import user_name
from desktop.translation import language_of_system, use_language
from local_db.campaigns import leftovers
from local_db.errors import ImportRefused, RegularsError, ShopFileError, TreeError
from local_db.values import printable

if TYPE_CHECKING:
    from desktop.demo import Demo
    from local_db.campaigns.model import Audience, HandOff
    from local_db.segments.tree import Node
    from local_db.shop_file import Shop
    from local_db.templates.vendor import Vendor

OK, USAGE, CANCELLED = 0, 2, 130
FIRST_YEAR, LAST_YEAR = 1970, 2999  # as in trees
MOST_DIGITS = 10
COPY_PASSPHRASE_VARIABLE = "REGULARS_COPY_PASSPHRASE"  # noqa: S105 - the name of a variable


def run(options: argparse.Namespace) -> int:
    """Run a parsed command; failures are printed, never raised, unless they are ours."""
    use_language(options.language or language_of_system())
    command_output.speak_utf8()
    try:
        status = _told(options)
        command_output.finish()
        return status
    except OutputError as error:
        return command_output.output_failed(error)


def _told(options: argparse.Namespace) -> int:
    """Run a command and say how it failed, where it does."""
    try:
        return _run(options)
    except (OutputError, SystemExit):
        raise
    except Interrupted as error:
        if error.said:
            return FAILED
        print_json(error.done | error_json(error.reason))
        return FAILED
    except RegularsError as error:
        return command_output.refuse(error, as_json=options.json)
    except (KeyboardInterrupt, EOFError):  # EOFError: no more input where a passphrase was asked for
        complain(wording.sentence("cancelled"))
        return CANCELLED
    except BaseException as error:  # noqa: BLE001 - the last resort; libraries in Rust raise no Exception
        return command_output.unexpected(error, as_json=options.json)


def _run(options: argparse.Namespace) -> int:
    wrong = _wrong_words(options)
    if wrong:
        complain(wrong)
        return USAGE
    if options.command == "demo":
        return demo(options)
    with open_for(options) as shop:
        if not shop.read_only:
            leftovers.clear(shop)
            leftovers.clear_folders(shop)
        result = COMMANDS[options.work](shop, options)
    if options.json:
        print_json(result)
    return OK


def _wrong_words(options: argparse.Namespace) -> str:
    """What is wrong with the command line, as a sentence; the day and the rows become values."""
    if options.command != "demo" and options.shop is None:
        return wording.sentence("shop_option_missing")
    as_of, split = getattr(options, "as_of", None), getattr(options, "split", None)
    if as_of is not None:
        options.as_of = _day(as_of)
        if options.as_of is None:
            return wording.sentence("bad_day", value=as_of)
    if split is not None:
        options.split = int(split) if split.isdecimal() and len(split) < MOST_DIGITS else 0
        if options.split < 1:
            return wording.sentence("bad_split", value=split)
    return ""


def _day(text: str) -> date | None:
    try:
        day = datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=UTC).date()
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def open_for(options: argparse.Namespace) -> Shop:
    """The shop file a command works on, opened as that command needs it."""
    path: Path = options.shop
    for file in getattr(options, "files", ()):  # before a shop is made for nothing
        if not os.path.exists(file):  # noqa: PTH110 - False for impossible names
            raise ImportRefused("file_missing", file=file.name)
    if getattr(options, "creates", False) and not os.path.exists(path):  # noqa: PTH110 - False for impossible names
        return create_new(path, SystemKeyring(), ask_new_passphrase)
    return open_existing(path, SystemKeyring(), ask_passphrase, read_only=getattr(options, "reads", False))


def count(shop: Shop, options: argparse.Namespace) -> Json:
    """`regulars count`: the number on every node of a segment tree."""
    from desktop.segments.names import known_names
    from desktop.segments.sentence import sentence
    from local_db.roster.source import RosterSource
    from local_db.segments.actions import list_segments
    from local_db.segments.counting import count as count_people
    from local_db.segments.tree import to_json

    node = read_tree(options.tree)
    language = wording.language()
    roster = RosterSource(shop).current()
    result = count_people(shop, to_json(node), now=datetime.now(UTC), as_of=options.as_of, roster=roster)
    if not options.json:
        segments = list_segments(shop)
        print_lines(
            [
                sentence(node, language, roster.currency, known_names(segments, roster.audiences, language)),
                wording.sentence("people", count=result.count),
            ]
        )
        print_lines(f"  {item.count:>9,}  {-item.removes:>9,}  {item.path}" for item in result.nodes[1:])
    return {
        "count": result.count,
        "nodes": [{"path": n.path, "count": n.count, "removes": n.removes} for n in result.nodes],
    }


def prepare(shop: Shop, options: argparse.Namespace) -> Json:
    """`regulars prepare`: segment and template to a frozen audience and its hand-off file."""
    from local_db.campaigns import actions
    from local_db.roster.source import RosterSource
    from local_db.templates.actions import template_from_file
    from local_db.templates.lint import problems
    from local_db.templates.vendors import vendor_of

    node = read_tree(options.segment)
    template = template_from_file(shop, options.template)
    own = _own_vendors()
    audience, handed, _ = actions.prepare_and_hand_off(
        shop,
        RosterSource(shop).current(),
        node,
        template,
        replace(actions.shop_options(shop), own_vendors=own),
        name=printable(options.segment.stem),
        out=options.out,
        headers=wording.hand_off_headers(),
        encoding=options.encoding,
        split=options.split,
        overwrite=options.overwrite,
        who=user_name(),
        now=datetime.now(UTC),
        as_of=options.as_of,
    )
    found = problems(template, vendor=vendor_of(template.vendor, own))
    if not options.json:
        print_lines(wording.prepared(audience.summary, handed))
        print_lines(wording.sentence("template_warning", text=wording.template_problem(p)) for p in found)
    warnings = [{"code": p.code, "text": wording.template_problem(p)} for p in found]
    return prepared_json(audience, handed) | {"warnings": warnings}


def _own_vendors() -> tuple[Vendor, ...]:
    """The person's own vendor files, as the window reads them; what is wrong with one is said and it is left out."""
    from local_db.templates.vendors import OWN_FOLDER, own_vendors

    own, wrong = own_vendors(settings_folder() / OWN_FOLDER)
    for error in wrong:
        complain(wording.error(error))
    return own


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
        print_lines([wording.sentence("backup_made", path=made, size=made.stat().st_size)])
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
                "import": commands.import_json([commands.Imported(path.name, report) for path, report in made.reports]),
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
    "import_files": commands.import_files,
    "imports": commands.imports,
    "undo_import": commands.undo_import,
    "count": count,
    "prepare": prepare,
    "back_up": back_up,
    "import_replies": replies.import_replies,
    "export_replies": replies.export_replies,
    "sync_replies": replies.sync_replies,
}


def ask_passphrase() -> str | None:
    """Ask for the passphrase of an existing file where somebody sits at a terminal."""
    return getpass.getpass(wording.sentence("ask_passphrase") + " ") if at_terminal(sys.stdin) else None


def ask_new_passphrase() -> str | None:
    """Ask twice for the passphrase of a new file where somebody sits at a terminal."""
    if not at_terminal(sys.stdin):
        return None
    first = getpass.getpass(wording.sentence("ask_new_passphrase") + " ")
    again = getpass.getpass(wording.sentence("ask_passphrase_again") + " ")
    if first != again:
        raise ShopFileError("passphrases_differ")
    return first


def no_display(language: str | None) -> int:
    """Say that there is no screen, and what works without one."""
    use_language(language or language_of_system())
    complain(wording.sentence("no_display"))
    return FAILED
