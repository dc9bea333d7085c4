"""How files of replies are called, and what is told about them; needs no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from desktop import amounts, wording
from desktop.translation import QT_TRANSLATE_NOOP, translate
from desktop.wording_tables import REPLY_FILE_PROBLEMS
from local_db.replies.exchange.model import FileProblem, Format, Kind
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
SUFFIXES = {Kind.XLSX: ".xlsx", Kind.CSV: ".csv", Kind.CSV_GB18030: ".csv", Kind.JSON: ".json", Kind.YAML: ".yml"}

_LEFT_OUT = {
    "wordings": QT_TRANSLATE_NOOP("ReplyFiles", "{count} further wordings, which that program does not know"),
    "attachments": QT_TRANSLATE_NOOP("ReplyFiles", "{count} pictures and files"),
    "flattened": QT_TRANSLATE_NOOP("ReplyFiles", "variables that stand as their fallbacks: {names}"),
    "left_open": QT_TRANSLATE_NOOP("ReplyFiles", "variables to be filled in by hand: {names}"),
}
_COUNTS = (
    ("added", QT_TRANSLATE_NOOP("ReplyFiles", "{count} new")),
    ("changed", QT_TRANSLATE_NOOP("ReplyFiles", "{count} changed")),
    ("deleted", QT_TRANSLATE_NOOP("ReplyFiles", "{count} deleted")),
)
_NOTHING = QT_TRANSLATE_NOOP("ReplyFiles", "nothing")
_RECEIVED = QT_TRANSLATE_NOOP("ReplyFiles", "Received: {what}")
_SENT = QT_TRANSLATE_NOOP("ReplyFiles", "Sent: {what}")
_CREATED = QT_TRANSLATE_NOOP("ReplyFiles", "There was no pack yet; it is made.")
_KEPT = QT_TRANSLATE_NOOP("ReplyFiles", "{count} were deleted on one PC and changed on another; they stay.")
_MEDIA = QT_TRANSLATE_NOOP("ReplyFiles", "{count} pictures or files are on no PC that has shared so far.")
_BESIDE = QT_TRANSLATE_NOOP(
    "ReplyFiles", "Beside it lies “{file}” with changes of its own: share through it once, then delete it."
)


def file_format(of: Format) -> str:
    """What a format is called."""
    return translate(_CONTEXT, FORMATS[of])


def kind(of: Kind) -> str:
    """How a file is written down."""
    return translate(_CONTEXT, KINDS[of])


def field(name: str) -> str:
    """What a column of a table holds."""
    return translate(_CONTEXT, FIELDS[name])


def problem(found: FileProblem) -> str:
    """Something in a file that a person should know of, with its place."""
    text = translate(wording.CONTEXT, REPLY_FILE_PROBLEMS[found.code]).format(**found.data)
    places = [wording.sentence("problem_row", row=found.row)] if found.row else []
    places += [found.column] if found.column else []
    return wording.sentence("problem_line", place=wording.listed(places), text=text) if places else text


def left_out(written: Written) -> list[str]:
    """What a file could not hold, one line each."""
    counts = {"wordings": written.wordings_left_out, "attachments": written.attachments_left_out}
    names = {"flattened": written.flattened, "left_open": written.left_open}
    said = [translate(_CONTEXT, _LEFT_OUT[key]).format(count=amounts.number(n)) for key, n in counts.items() if n]
    return said + [
        translate(_CONTEXT, _LEFT_OUT[key]).format(names=wording.listed([f"{{{one}}}" for one in those]))
        for key, those in names.items()
        if those
    ]


def sync_lines(result: SyncResult) -> Sequence[str]:
    """What came of a synchronisation, one line each."""
    lines = [translate(_CONTEXT, _CREATED)] if result.created else []
    lines.append(translate(_CONTEXT, _RECEIVED).format(what=_counted(result.received)))
    lines.append(translate(_CONTEXT, _SENT).format(what=_counted(result.sent)))
    if result.kept:
        lines.append(translate(_CONTEXT, _KEPT).format(count=amounts.number(len(result.kept))))
    if result.media_missing:
        lines.append(translate(_CONTEXT, _MEDIA).format(count=amounts.number(result.media_missing)))
    lines += (translate(_CONTEXT, _BESIDE).format(file=name) for name in result.beside)
    return lines


def _counted(counts: Counts) -> str:
    parts = [
        translate(_CONTEXT, text).format(count=amounts.number(getattr(counts, name)))
        for name, text in _COUNTS
        if getattr(counts, name)
    ]
    return wording.listed(parts) or translate(_CONTEXT, _NOTHING)
