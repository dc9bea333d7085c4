"""The grammar of the command `regulars`. What the commands do is in `desktop.cli`, which a window never loads."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import argparse

CHINESE, ENGLISH = "zh_CN", "en"
# As in local_db/replies/exchange/model.py, which a window's start must not load.
REPLY_FORMATS = ("sheet", "qianniu", "espanso", "beeftext", "chatwoot", "zendesk", "zammad", "saved_replies")
REPLY_KINDS = ("xlsx", "csv", "csv_gb18030", "json", "yaml")
# What a second start of the same shop may ask the first program for.
WINDOW, REPLIES = "window", "replies"
PASSPHRASE_VARIABLE = "REGULARS_PASSPHRASE"  # noqa: S105 - the name of a variable


class WindowOptions(NamedTuple):
    """What a window is opened with."""

    shop: Path | None = None
    language: str | None = None
    exit_after_first_paint: bool = False
    replies: bool = False


def plain_window(arguments: Sequence[str]) -> WindowOptions | None:
    """The options of the usual call `regulars [--shop FILE]`; None for every other.

    Those go through the whole grammar, which takes longer to load than the shop to open.
    """
    words = [word for word in arguments if word != "--exit-after-first-paint"]
    quick = len(words) < len(arguments)
    if not words:
        return WindowOptions(None, None, quick)
    if len(words) == 2 and words[0] == "--shop" and not words[1].startswith("-"):
        return WindowOptions(Path(words[1]), None, quick)
    return None


def parser() -> argparse.ArgumentParser:
    """The command line's grammar; days and numbers stay text, to be refused in the chosen language."""
    import argparse

    top = argparse.ArgumentParser(prog="regulars", description="Regulars (熟客): bring customers back.")
    top.add_argument("--shop", type=Path, metavar="FILE", help="the shop file; the window and `import` create it")
    top.add_argument("--language", choices=[ENGLISH, CHINESE], help="instead of the system's language")
    top.add_argument(
        "--replies", action="store_true", help="call the reply panel, of the running program where there is one"
    )
    top.add_argument("--self-test", action="store_true", help="open a temporary shop and every page, then exit")
    top.add_argument("--exit-after-first-paint", action="store_true", help=argparse.SUPPRESS)
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    importing = commands.add_parser("import", help="bring export files into the shop")
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE", help="files, folders, and zip archives")
    importing.add_argument(
        "--profile",
        metavar="P.toml",
        help="a profile of your own for these files; opt-out or members for lists of one phone or nick per line",
    )
    importing.add_argument("--bad-rows", type=Path, metavar="DIR", help="save rows with problems there, with reasons")
    importing.set_defaults(work="import_files", creates=True)

    listing = commands.add_parser("imports", help="every import of the shop, the newest first")
    listing.set_defaults(work="imports", reads=True)

    undoing = commands.add_parser("undo-import", help="take a whole import back")
    undoing.add_argument("id", type=int, metavar="ID", help="as `imports` lists it")
    undoing.set_defaults(work="undo_import")

    counting = commands.add_parser("count", help="how many members a segment tree finds")
    counting.add_argument("tree", type=Path, metavar="TREE.json")
    counting.add_argument("--as-of", metavar="DATE", help="as the shop was at the end of a day")
    counting.set_defaults(work="count", reads=True)

    preparing = commands.add_parser("prepare", help="freeze an audience and write its hand-off file")
    preparing.add_argument("--segment", type=Path, required=True, metavar="TREE.json")
    preparing.add_argument("--template", type=Path, required=True, metavar="FILE", help="a text or .toml template")
    preparing.add_argument("--out", type=Path, required=True, metavar="FILE", help=".csv or .xlsx")
    preparing.add_argument("--as-of", metavar="DATE")
    preparing.add_argument("--encoding", choices=["utf-8-sig", "gb18030"], default="utf-8-sig", help="of a .csv")
    preparing.add_argument("--split", metavar="ROWS", help="start a new file every ROWS rows")
    preparing.add_argument("--overwrite", action="store_true", help="replace files that exist")
    preparing.set_defaults(work="prepare")

    backing_up = commands.add_parser("backup", help="write and verify a backup")
    backing_up.add_argument("--to", type=Path, metavar="DIR", help="instead of the folder beside the shop file")
    backing_up.add_argument(
        "--portable", type=Path, metavar="FILE", help="write a copy that a passphrase opens on any computer"
    )
    backing_up.set_defaults(work="back_up")

    with_replies = _reply_commands(commands.add_parser("replies", help="the ready answers for chats, as files"))

    demo = commands.add_parser("demo", help="make a sample shop and go through the main job once")
    demo.add_argument("--out", type=Path, default=Path("regulars-demo"), metavar="DIR")
    demo.add_argument("--no-window", action="store_true")
    demo.set_defaults(work="demo")
    for command in (importing, listing, undoing, counting, preparing, backing_up, demo, *with_replies):
        command.add_argument("--json", action="store_true", help="print one JSON object")
    return top


def _reply_commands(replies: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    """The commands within `regulars replies`."""
    commands = replies.add_subparsers(dest="reply_command", metavar="COMMAND", required=True)
    importing = commands.add_parser("import", help="bring in the replies of other programs, and spreadsheets of them")
    importing.add_argument("files", nargs="+", type=Path, metavar="FILE")
    importing.add_argument(
        "--on-repeat",
        choices=["skip", "add", "replace"],
        default="skip",
        help="what to do with a reply whose text or shortcut is there already",
    )
    importing.add_argument("--personal", action="store_true", help="into groups of your own, which are never shared")
    importing.set_defaults(work="import_replies")

    exporting = commands.add_parser("export", help="write the replies for another program")
    exporting.add_argument("file", type=Path, metavar="FILE")
    exporting.add_argument("--format", choices=REPLY_FORMATS, default="sheet")
    exporting.add_argument("--kind", choices=REPLY_KINDS, help="of the file; by default the usual one of the format")
    exporting.set_defaults(work="export_replies", reads=True)

    sharing = commands.add_parser("sync", help="share the replies with other computers through a file")
    sharing.add_argument("pack", type=Path, metavar="PACK", help="on a share or a stick; made where missing")
    sharing.add_argument("--join", action="store_true", help="also where another pack was shared through so far")
    sharing.add_argument(
        "--new", action="store_true", help="make a missing one, though another was shared through so far"
    )
    sharing.set_defaults(work="sync_replies")
    return [importing, exporting, sharing]


def has_display() -> bool:
    """Whether a window can be shown: always on Windows and macOS, else where a display is named."""
    named = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in {"win32", "darwin"} or any(os.environ.get(name) for name in named)
