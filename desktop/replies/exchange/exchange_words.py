"""How files of replies are called, and what is told about them, in the window and on the command line; needs no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop import amounts, wording
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.replies.exchange.model import FileProblem, Format, Kind, Preview

if TYPE_CHECKING:
    from local_db.replies.exchange.actions import Imported
    from local_db.replies.exchange.writing import Written
    from local_db.replies.sharing import Counts, SyncResult

_CONTEXT = "ReplyFiles"

FORMATS = {
    Format.SHEET: QT_TRANSLATE_NOOP("ReplyFiles", "Table with everything"),
    Format.QIANNIU: QT_TRANSLATE_NOOP("ReplyFiles", "Qianniu quick phrases"),
    Format.ESPANSO: QT_TRANSLATE_NOOP("ReplyFiles", "Espanso"),
    Format.BEEFTEXT: QT_TRANSLATE_NOOP("ReplyFiles", "Beeftext"),
    Format.CHATWOOT: QT_TRANSLATE_NOOP("ReplyFiles", "Chatwoot"),
    Format.ZENDESK: QT_TRANSLATE_NOOP("ReplyFiles", "Zendesk macros"),
    Format.ZAMMAD: QT_TRANSLATE_NOOP("ReplyFiles", "Zammad text modules"),
    Format.SAVED_REPLIES: QT_TRANSLATE_NOOP("ReplyFiles", "Saved replies (FreeScout and others)"),
}
KINDS = {
    Kind.XLSX: QT_TRANSLATE_NOOP("ReplyFiles", "Excel"),
    Kind.CSV: QT_TRANSLATE_NOOP("ReplyFiles", "CSV, UTF-8"),
    Kind.CSV_GB18030: QT_TRANSLATE_NOOP("ReplyFiles", "CSV, GB18030"),
    Kind.JSON: QT_TRANSLATE_NOOP("ReplyFiles", "JSON"),
    Kind.YAML: QT_TRANSLATE_NOOP("ReplyFiles", "YAML"),
}
FIELDS = {
    "text": QT_TRANSLATE_NOOP("ReplyFiles", "Text"),
    "title": QT_TRANSLATE_NOOP("ReplyFiles", "Title"),
    "group": QT_TRANSLATE_NOOP("ReplyFiles", "Group"),
    "shortcut": QT_TRANSLATE_NOOP("ReplyFiles", "Shortcut"),
    "tags": QT_TRANSLATE_NOOP("ReplyFiles", "Tags"),
    "language": QT_TRANSLATE_NOOP("ReplyFiles", "Language"),
}
# What is told about a file of replies before it is brought in.
PROBLEMS = {
    "no_text": QT_TRANSLATE_NOOP("ReplyFiles", "there is no text here; it was left out"),
    "text_too_long": QT_TRANSLATE_NOOP("ReplyFiles", "the text has more than {most} characters; it was left out"),
    "unreadable_text": QT_TRANSLATE_NOOP("ReplyFiles", "some characters cannot be read"),
    "inactive": QT_TRANSLATE_NOOP("ReplyFiles", "it is turned off there; it was left out"),
    "not_an_entry": QT_TRANSLATE_NOOP("ReplyFiles", "this is no reply; it was left out"),
    "command_not_run": QT_TRANSLATE_NOOP(
        "ReplyFiles", "a command would be run here; nothing is, and a variable stands in its place"
    ),
    "picture_left_out": QT_TRANSLATE_NOOP("ReplyFiles", "its picture is not in the file; add it by hand"),
    "pattern_left_out": QT_TRANSLATE_NOOP("ReplyFiles", "its trigger is a pattern; it has no shortcut now"),
    "unknown_language": QT_TRANSLATE_NOOP("ReplyFiles", "this language is not known; it was left empty"),
    "unknown_day": QT_TRANSLATE_NOOP("ReplyFiles", "this is no day, or one before the first; it was left empty"),
    "part_missing": QT_TRANSLATE_NOOP("ReplyFiles", "another text that it names is not there; it was left out of it"),
    "rows_swallowed": QT_TRANSLATE_NOOP(
        "ReplyFiles",
        "a quotation mark has no end here and took {count} further rows into this one; they were left out. Remove the "
        "mark or close it",
    ),
    "other_files": QT_TRANSLATE_NOOP(
        "ReplyFiles", "the file names others (how many: {count}), which are not read along; import them too"
    ),
    "more_problems": QT_TRANSLATE_NOOP("ReplyFiles", "{count} more problems"),
}
SUFFIXES = {Kind.XLSX: ".xlsx", Kind.CSV: ".csv", Kind.CSV_GB18030: ".csv", Kind.JSON: ".json", Kind.YAML: ".yml"}

_LEFT_OUT = {
    "wordings": QT_TRANSLATE_NOOP("ReplyFiles", "further wordings, which that program does not know: {count}"),
    "attachments": QT_TRANSLATE_NOOP("ReplyFiles", "pictures and files: {count}"),
    "flattened": QT_TRANSLATE_NOOP("ReplyFiles", "variables that stand as their fallbacks: {names}"),
    "left_open": QT_TRANSLATE_NOOP("ReplyFiles", "variables to be filled in by hand: {names}"),
    "fields": QT_TRANSLATE_NOOP("ReplyFiles", "what that program has no place for: {names}"),
}
_MORE_FIELDS = {
    "personal": QT_TRANSLATE_NOOP("ReplyFiles", "which ones are yours alone"),
    "platforms": QT_TRANSLATE_NOOP("ReplyFiles", "Platforms"),
    "validity": QT_TRANSLATE_NOOP("ReplyFiles", "Days on which it is valid"),
    "pinned": QT_TRANSLATE_NOOP("ReplyFiles", "Pinned to the top"),
}
_READ = QT_TRANSLATE_NOOP("ReplyFiles", "{file} ({format}): {count} found")
_IMPORTED = QT_TRANSLATE_NOOP("ReplyFiles", "Brought in: {new}; replaced: {replaced}.")
_REPEATED = QT_TRANSLATE_NOOP("ReplyFiles", "Brought in: {new}; replaced: {replaced}; there already: {there}.")
_PERSONAL_GROUP = QT_TRANSLATE_NOOP("ReplyFiles", "Mine")
_WRITTEN = QT_TRANSLATE_NOOP("ReplyFiles", "Written to {file}: {count}.")
_SHARED = QT_TRANSLATE_NOOP("ReplyFiles", "Shared through {path}")
_CONFLICTS = QT_TRANSLATE_NOOP(
    "ReplyFiles", "Changed by two people: {count}. What both wrote is kept; settle it in the window."
)
_TABLE = QT_TRANSLATE_NOOP("ReplyFiles", "Table")
_MORE_NAMES = QT_TRANSLATE_NOOP("ReplyFiles", "{count} more")
_SHOWN_NAMES = 6
_COUNTS = (
    ("added", QT_TRANSLATE_NOOP("ReplyFiles", "{count} new")),
    ("changed", QT_TRANSLATE_NOOP("ReplyFiles", "{count} changed")),
    ("deleted", QT_TRANSLATE_NOOP("ReplyFiles", "{count} deleted")),
)
_NOTHING = QT_TRANSLATE_NOOP("ReplyFiles", "nothing")
_RECEIVED = QT_TRANSLATE_NOOP("ReplyFiles", "Came in, replies and groups: {what}")
_SENT = QT_TRANSLATE_NOOP("ReplyFiles", "Went out, replies and groups: {what}")
_NAMED = QT_TRANSLATE_NOOP("ReplyFiles", "{said} ({names})")
_CREATED = QT_TRANSLATE_NOOP(
    "ReplyFiles", "The file is made. On each of the other PCs choose this same file, and share."
)
_KEPT = QT_TRANSLATE_NOOP(
    "ReplyFiles", "{count} were taken away on one PC while another one changed or used them; they stay."
)
_MEDIA = QT_TRANSLATE_NOOP("ReplyFiles", "{count} pictures or files are on no PC that has shared so far.")
_BESIDE = QT_TRANSLATE_NOOP(
    "ReplyFiles", "Beside it lies “{file}” with changes of its own: share through it once, then delete it."
)


def file_format(of: Format) -> str:
    """What a format is called."""
    return translate(_CONTEXT, FORMATS[of])


def found_format(of: Format) -> str:
    """What a file that is read is; a table need not be one of ours."""
    return translate(_CONTEXT, _TABLE) if of is Format.SHEET else file_format(of)


def kind(of: Kind) -> str:
    """How a file is written down."""
    return translate(_CONTEXT, KINDS[of])


def field(name: str) -> str:
    """What a column of a table holds."""
    return translate(_CONTEXT, FIELDS[name])


def problem(found: FileProblem) -> str:
    """Something in a file that a person should know of, with its place."""
    numbers = {name: amounts.number(value) for name, value in found.data.items() if isinstance(value, int)}
    text = translate(_CONTEXT, PROBLEMS[found.code]).format(**numbers)
    places = [wording.sentence("problem_row", row=found.row)] if found.row else []
    places += [found.column] if found.column else []
    return wording.sentence("problem_line", place=wording.listed(places), text=text) if places else text


def read(preview: Preview) -> str:
    """What a file holds."""
    return translate(_CONTEXT, _READ).format(
        file=preview.file, count=amounts.number(len(preview.drafts)), format=found_format(preview.format)
    )


def imported(done: Imported) -> str:
    """What an import did."""
    there = len(done.repeated) - len(done.replaced)
    return translate(_CONTEXT, _REPEATED if there else _IMPORTED).format(
        new=amounts.number(len(done.uids)), replaced=amounts.number(len(done.replaced)), there=amounts.number(there)
    )


def personal_group() -> str:
    """The group of what somebody brings in for himself, where the file names none."""
    return translate(_CONTEXT, _PERSONAL_GROUP)


def written(file: str, done: Written) -> str:
    """How many replies a file was given."""
    return translate(_CONTEXT, _WRITTEN).format(count=amounts.number(done.count), file=file)


def left_out(written: Written) -> list[str]:
    """What a file could not hold, one line each."""
    counts = {"wordings": written.wordings_left_out, "attachments": written.attachments_left_out}
    fields = [translate(_CONTEXT, (FIELDS | _MORE_FIELDS)[name]) for name in written.fields_left_out]
    names = {"fields": fields, "flattened": _in_braces(written.flattened), "left_open": _in_braces(written.left_open)}
    said = [translate(_CONTEXT, _LEFT_OUT[key]).format(count=amounts.number(n)) for key, n in counts.items() if n]
    return said + [
        translate(_CONTEXT, _LEFT_OUT[key]).format(names=wording.listed(those)) for key, those in names.items() if those
    ]


def _in_braces(names: Sequence[str]) -> list[str]:
    """The first variables of many, and how many more there are."""
    more = len(names) - _SHOWN_NAMES
    rest = [translate(_CONTEXT, _MORE_NAMES).format(count=amounts.number(more))] if more > 0 else []
    return [*(f"{{{name}}}" for name in names[:_SHOWN_NAMES]), *rest]


def shared(path: str) -> str:
    """Which pack was shared through."""
    return translate(_CONTEXT, _SHARED).format(path=path)


def conflicts(count: int) -> str:
    """How often two people changed the same."""
    return translate(_CONTEXT, _CONFLICTS).format(count=amounts.number(count))


def sync_lines(result: SyncResult) -> Sequence[str]:
    """What came of a synchronisation, one line each."""
    lines = [translate(_CONTEXT, _CREATED)] if result.created else []
    came = translate(_CONTEXT, _RECEIVED).format(what=_counted(result.received))
    lines.append(_named(came, result.received_names, sum(result.received)))
    lines.append(translate(_CONTEXT, _SENT).format(what=_counted(result.sent)))
    if result.kept:
        kept = translate(_CONTEXT, _KEPT).format(count=amounts.number(len(result.kept)))
        lines.append(_named(kept, result.kept_names, len(result.kept)))
    if result.media_missing:
        lines.append(translate(_CONTEXT, _MEDIA).format(count=amounts.number(result.media_missing)))
    lines += (translate(_CONTEXT, _BESIDE).format(file=name) for name in result.beside)
    return lines


def _named(said: str, names: Sequence[str], count: int) -> str:
    """With the names of the first ones, so that a person can look at them."""
    if not names:
        return said
    shown = list(names[:_SHOWN_NAMES])
    if count > len(shown):
        shown.append(translate(_CONTEXT, _MORE_NAMES).format(count=amounts.number(count - len(shown))))
    return translate(_CONTEXT, _NAMED).format(said=said, names=wording.listed(shown))


def _counted(counts: Counts) -> str:
    parts = [
        translate(_CONTEXT, text).format(count=amounts.number(getattr(counts, name)))
        for name, text in _COUNTS
        if getattr(counts, name)
    ]
    return wording.listed(parts) or translate(_CONTEXT, _NOTHING)
