"""Replies as files of other programs, or as a table with everything in it. Each file is whole or not there at all."""

from __future__ import annotations

import csv
import io
import json
import uuid
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

from local_db.errors import ReplyError
from local_db.replies.exchange.cells import guarded
from local_db.replies.exchange.markup import text_to_html
from local_db.replies.exchange.model import WAYS, Format, Kind
from local_db.replies.exchange.pack_place import FULL, Unfinished
from local_db.replies.exchange.tables import HEADERS, YES_NO
from local_db.replies.model import Scope
from local_db.replies.placeholders import Written as WrittenText
from local_db.replies.placeholders import field_name, from_ours, slots_of

if TYPE_CHECKING:
    from pathlib import Path

    from local_db.replies.library import Library
    from local_db.replies.model import Reply

_ENCODINGS = {Kind.CSV: "utf-8-sig", Kind.CSV_GB18030: "gb18030"}
_BEEFTEXT_VERSION = 8
_A_MOMENT = "2026-01-01T00:00:00.000"  # Beeftext wants one, and nothing of ours is told
_OF_ONE_LINE = 60  # width of a column in a workbook

Row = list[str]


@dataclass(frozen=True, slots=True)
class Written:
    """What a file holds, and what it could not: further wordings, pictures and files, variables without a word there.

    `fields_left_out` are what replies have and the format has no place for (the words of `_HELD`).
    `flattened` variables stand as their fallbacks; `left_open` ones in braces, to be filled in by hand.
    """

    count: int
    wordings_left_out: int = 0
    attachments_left_out: int = 0
    flattened: tuple[str, ...] = ()
    left_open: tuple[str, ...] = ()
    fields_left_out: tuple[str, ...] = ()


class _Entry(NamedTuple):
    """A reply as it is written: texts in the other program's way, and ours."""

    reply: Reply
    group: str
    personal: bool
    texts: tuple[str, ...]
    ours: tuple[str, ...]


def write_replies(
    path: Path, library: Library, of: Format, kind: Kind | None = None, *, language: str = "zh"
) -> Written:
    """Write the library as one of `WAYS[of].kinds` (the first one, where none is named).

    Shared parts are written into the texts that use them; only a table of ours keeps them apart. `language` ("zh" or
    "en") is that of its headers. Raises ReplyError (`kind_unknown`, and as `write_file`).
    """
    kind = kind or WAYS[of].kinds[0]
    if kind not in WAYS[of].kinds:
        raise ReplyError("kind_unknown", kind=kind.value)
    said: list[WrittenText] = []
    entries = [_entry(library, reply, of, said) for reply in _replies(library, of)]
    write_file(path, _content(entries, library, of, kind, language))
    return Written(
        count=len(entries),
        wordings_left_out=0 if of in _ALL_WORDINGS else sum(len(entry.texts) - 1 for entry in entries),
        attachments_left_out=sum(len(entry.reply.attachments) for entry in entries),
        flattened=tuple(dict.fromkeys(name for one in said for name in one.flattened)),
        left_open=tuple(dict.fromkeys(name for one in said for name in one.left_open)),
        fields_left_out=tuple(_fields_left_out(entries, of, kind)),
    )


_SAYS: Mapping[str, Callable[[_Entry], object]] = {
    "title": lambda entry: entry.reply.title,
    "shortcut": lambda entry: entry.reply.shortcut,
    "group": lambda entry: entry.group,
    "personal": lambda entry: entry.personal,
    "tags": lambda entry: entry.reply.tags,
    "language": lambda entry: entry.reply.language,
    "platforms": lambda entry: entry.reply.platforms,
    "validity": lambda entry: entry.reply.valid_from or entry.reply.valid_until,
    "pinned": lambda entry: entry.reply.pinned,
}
_HELD: Mapping[Format, frozenset[str]] = {
    Format.SHEET: frozenset(_SAYS),
    Format.QIANNIU: frozenset({"shortcut", "group", "personal"}),
    Format.ESPANSO: frozenset({"title", "shortcut", "tags"}),
    Format.BEEFTEXT: frozenset({"title", "shortcut", "group"}),
    Format.CHATWOOT: frozenset({"shortcut"}),
    Format.ZENDESK: frozenset({"title", "group"}),
    Format.ZAMMAD: frozenset({"title", "shortcut", "tags"}),
    Format.SAVED_REPLIES: frozenset({"title", "group"}),
}
_NO_GROUPS = frozenset({(Format.BEEFTEXT, Kind.CSV), (Format.SAVED_REPLIES, Kind.CSV)})


def _fields_left_out(entries: Sequence[_Entry], of: Format, kind: Kind) -> Iterable[str]:
    held = _HELD[of] - ({"group"} if (of, kind) in _NO_GROUPS else set())
    return (name for name, says in _SAYS.items() if name not in held and any(map(says, entries)))


_ALL_WORDINGS = frozenset({Format.SHEET, Format.ESPANSO})


def _replies(library: Library, of: Format) -> Iterable[Reply]:
    """Those that have words; a shared part is no reply to anybody but us."""
    return (r for r in library.replies if r.wordings and (of is Format.SHEET or not r.fragment))


def _entry(library: Library, reply: Reply, of: Format, said: list[WrittenText]) -> _Entry:
    ways = WAYS[of]
    ours = tuple(wording.text for wording in reply.wordings)
    written = [from_ours(text, ways.style, library.fragments) for text in ours]
    said += written if of in _ALL_WORDINGS else written[:1]
    texts = tuple(text_to_html(one.text) if ways.html else one.text for one in written)
    group = next((group for group in library.groups if group.uid == reply.group), None)
    personal = group is not None and group.scope is Scope.PERSONAL
    return _Entry(reply, group.name if group else "", personal, texts, ours)


def _content(entries: Sequence[_Entry], library: Library, of: Format, kind: Kind, language: str) -> bytes:
    if kind is Kind.YAML:
        return _espanso(entries, library)
    if kind is Kind.JSON:
        return (json.dumps(_JSON[of](entries), ensure_ascii=False, indent=2) + "\n").encode()
    rows = _sheet(entries, language) if of is Format.SHEET else _ROWS[of](entries)
    return _xlsx(rows) if kind is Kind.XLSX else _csv(rows, _ENCODINGS[kind])


# --- tables ---


def _sheet(entries: Sequence[_Entry], language: str) -> list[Row]:
    headers = HEADERS[language]
    yes, no = YES_NO[language]
    most = max((len(entry.texts) for entry in entries), default=1)
    further = [f"{headers['text']} {number}" for number in range(2, most + 1)]
    rows = [[*headers.values(), *further]]
    for entry in entries:
        reply, texts = entry.reply, [*entry.texts, *[""] * (most - len(entry.texts))]
        cells = {
            "group": entry.group,
            "title": reply.title,
            "shortcut": reply.shortcut,
            "text": texts[0],
            "tags": ",".join(reply.tags),
            "language": reply.language,
            "platforms": ",".join(reply.platforms),
            "personal": no if entry.personal else yes,
            "fragment": yes if reply.fragment else no,
            "valid_from": reply.valid_from,
            "valid_until": reply.valid_until,
            "pinned": yes if reply.pinned else no,
        }
        rows.append([*(cells[name] for name in headers), *texts[1:]])
    return rows


def _qianniu(entries: Sequence[_Entry]) -> list[Row]:
    rows = [[e.group, e.reply.shortcut, e.texts[0], "否" if e.personal else "是"] for e in entries]
    return [["分组", "快捷编码", "快捷短语", "是否加入团队"], *rows]


def _beeftext_rows(entries: Sequence[_Entry]) -> list[Row]:
    return [[_keyword(entry.reply), entry.texts[0], entry.reply.title] for entry in entries]


def _chatwoot_rows(entries: Sequence[_Entry]) -> list[Row]:
    return [["short_code", "content"], *([one["short_code"], one["content"]] for one in _chatwoot(entries))]


def _zendesk_rows(entries: Sequence[_Entry]) -> list[Row]:
    return [["title", "active", "comment_value"], *([_macro_title(e), "true", e.texts[0]] for e in entries)]


def _zammad_rows(entries: Sequence[_Entry]) -> list[Row]:
    rows = [[one["name"], one["keywords"], one["content"], "", "true"] for one in _zammad(entries)]
    return [["name", "keywords", "content", "note", "active"], *rows]


def _saved_rows(entries: Sequence[_Entry]) -> list[Row]:
    return [["name", "text"], *([entry.reply.title, entry.texts[0]] for entry in entries)]


_ROWS: Mapping[Format, Callable[[Sequence[_Entry]], list[Row]]] = {
    Format.QIANNIU: _qianniu,
    Format.BEEFTEXT: _beeftext_rows,
    Format.CHATWOOT: _chatwoot_rows,
    Format.ZENDESK: _zendesk_rows,
    Format.ZAMMAD: _zammad_rows,
    Format.SAVED_REPLIES: _saved_rows,
}


def _csv(rows: Sequence[Row], encoding: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode(encoding, "replace")


def _xlsx(rows: Sequence[Row]) -> bytes:
    import xlsxwriter

    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet = workbook.add_worksheet()
    sheet.freeze_panes(1, 0)
    for column in range(len(rows[0])):
        longest = max((len(row[column]) for row in rows), default=0)
        sheet.set_column(column, column, min(_OF_ONE_LINE, max(10, longest)))
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write_string(number, column, guarded(value))
    workbook.close()
    return content.getvalue()


# --- JSON ---


def _chatwoot(entries: Sequence[_Entry]) -> list[dict[str, Any]]:
    codes = _unique([entry.reply.shortcut.lstrip("/:;") or "_".join(entry.reply.title.split()) for entry in entries])
    return [{"short_code": code, "content": e.texts[0]} for code, e in zip(codes, entries, strict=True)]


def _unique(codes: Sequence[str]) -> list[str]:
    """The codes with a number where one stands twice."""
    taken: set[str] = set()
    found: list[str] = []
    for code in codes:
        name, number = code, 2
        while name in taken:
            name, number = f"{code}_{number}", number + 1
        taken.add(name)
        found.append(name)
    return found


def _zendesk(entries: Sequence[_Entry]) -> dict[str, Any]:
    macros = [
        {
            "title": _macro_title(entry),
            "active": True,
            "description": None,
            "actions": [{"field": "comment_value", "value": entry.texts[0]}],
            "restriction": None,
        }
        for entry in entries
    ]
    return {"macros": macros, "count": len(macros)}


def _macro_title(entry: _Entry) -> str:
    title = entry.reply.title.replace("::", ":")
    return f"{entry.group.replace('::', ':')}::{title}" if entry.group else title


def _zammad(entries: Sequence[_Entry]) -> list[dict[str, Any]]:
    return [
        {
            "name": entry.reply.title,
            "keywords": " ".join(filter(None, (entry.reply.shortcut, *entry.reply.tags))),
            "content": entry.texts[0],
            "note": "",
            "active": True,
        }
        for entry in entries
    ]


def _saved(entries: Sequence[_Entry]) -> list[dict[str, Any]]:
    return [{"name": entry.reply.title, "text": entry.texts[0], "category": entry.group} for entry in entries]


def _beeftext(entries: Sequence[_Entry]) -> dict[str, Any]:
    groups = {entry.group: _uuid(f"group {entry.group}") for entry in entries if entry.group}
    moments = {"creationDateTime": _A_MOMENT, "modificationDateTime": _A_MOMENT}
    combos = [
        {
            "uuid": _uuid(entry.reply.uid),
            "name": entry.reply.title,
            "keyword": _keyword(entry.reply),
            "snippet": entry.texts[0],
            "enabled": True,
            **moments,
            **({"group": groups[entry.group]} if entry.group else {}),
        }
        for entry in entries
    ]
    listed = [
        {"uuid": key, "name": name, "description": "", "enabled": True, **moments} for name, key in groups.items()
    ]
    return {"fileFormatVersion": _BEEFTEXT_VERSION, "combos": combos, "groups": listed}


def _uuid(name: str) -> str:
    return f"{{{uuid.uuid5(uuid.NAMESPACE_OID, name)}}}"


def _keyword(reply: Reply) -> str:
    """Beeftext takes no combo without one."""
    return reply.shortcut or "".join(reply.title.split())


_JSON: Mapping[Format, Callable[[Sequence[_Entry]], Any]] = {
    Format.BEEFTEXT: _beeftext,
    Format.CHATWOOT: _chatwoot,
    Format.ZENDESK: _zendesk,
    Format.ZAMMAD: _zammad,
    Format.SAVED_REPLIES: _saved,
}


# --- Espanso ---


def _espanso(entries: Sequence[_Entry], library: Library) -> bytes:
    import yaml

    matches = [
        _match(entry, text, ours, library)
        for entry in entries
        for text, ours in zip(entry.texts, entry.ours, strict=True)
    ]
    return str(yaml.safe_dump({"matches": matches}, allow_unicode=True, sort_keys=False, width=10_000)).encode()


def _match(entry: _Entry, text: str, ours: str, library: Library) -> dict[str, Any]:
    """A match; one with variables is a form, in which Espanso asks for them."""
    reply = entry.reply
    slots = slots_of(ours, library.fragments)
    match: dict[str, Any] = {
        "trigger": reply.shortcut or f":{''.join(reply.title.split())}",
        "form" if slots else "replace": text,
        "label": reply.title,
    }
    defaults = {field_name(slot.name): {"default": slot.fallback} for slot in slots if slot.fallback}
    if defaults:
        match["form_fields"] = defaults
    if reply.tags:
        match["search_terms"] = list(reply.tags)
    return match


def write_file(path: Path, content: bytes) -> None:
    """Write a file as a whole; the one of this name stays as it is until then.

    Raises ReplyError (`file_unwritable`, `disk_full`).
    """
    unfinished = Unfinished(path)
    try:
        unfinished.fill(lambda file: file.write(content))
        unfinished.finish()
    except OSError as error:
        raise ReplyError("disk_full" if error.errno in FULL else "file_unwritable", path=str(path)) from None
    finally:
        unfinished.discard()
