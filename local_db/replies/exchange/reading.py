"""A file of replies, whatever program wrote it: told by its content, read into drafts, with what is wrong in it."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from local_db.errors import ImportRefused, ReplyError
from local_db.importing.readers import detect_encoding, open_sources, reading
from local_db.replies.exchange import espanso, json_files, tables
from local_db.replies.exchange.drafting import Drafts
from local_db.replies.exchange.model import Format, Preview
from local_db.replies.exchange.pack_file import is_pack
from local_db.replies.placeholders import Style
from local_db.values import printable

MOST_BYTES = 64 << 20
MOST_UNPACKED = 256 << 20  # of a workbook
_SAMPLE = 1 << 16
_SEPARATORS = (",", "\t", ";", "|")
_WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xlsb", ".xls", ".et", ".ods"})
_YAML = frozenset({".yml", ".yaml"})
_NO_TABLES = ("%PDF", "<!DOCTYPE", "<!doctype", "<html", "<HTML", "<?xml", "{\\rtf")
_ARCHIVES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b\x08")


def read_replies(path: Path, *, mapping: Mapping[str, int] | None = None) -> Preview:
    """What a file holds. `mapping` says which column of a table is which of `tables.FIELDS`, where headers do not.

    Raises ImportRefused where the file cannot be read, and ReplyError (`file_unknown`, `file_broken`, `file_too_big`,
    `aliases_in_file`, `not_a_workbook`, `too_many_replies`).
    """
    file = printable(path.name)
    text = _text(path, file)
    if text is None:
        return _table(file, _layouts(path, file), mapping)
    if text.lstrip("\ufeff \t\r\n").startswith(("{", "[")) and (found := _json(text, file)) is not None:
        return found
    if espanso.looks_like(text):
        drafts = Drafts(file, Format.ESPANSO)
        drafts.add(espanso.read_matches(text, file, drafts))
        return Preview(file, Format.ESPANSO, drafts.drafts, drafts.problems)
    layouts = _layouts(path, file)
    if not any(layout.known for layout in layouts):
        _refuse_strange(path, file, text)
    return _table(file, layouts, mapping)


def _refuse_strange(path: Path, file: str, text: str) -> None:
    """Any lines of text are a table of one column; those of a file that calls itself something else are none."""
    kind = path.suffix.lower()
    if kind in _WORKBOOKS:
        raise ReplyError("not_a_workbook", file=file)
    if kind in _YAML:
        espanso.check(text, file)
    if kind == ".json":
        _parsed(text, file)
    if kind in _YAML or kind == ".json" or text.lstrip("\ufeff \t\r\n").startswith(_NO_TABLES):
        raise ReplyError("file_unknown", file=file)


def _text(path: Path, file: str) -> str | None:
    """The file as text; None for a workbook."""
    with reading(path):
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise ReplyError("file_too_big", file=file, megabytes=MOST_BYTES >> 20)
        if not path.is_file() and path.exists():
            raise ImportRefused("file_unreadable", file=file)
        content = path.read_bytes()
    if not content.strip(b"\x00\r\n\t \xef\xbb\xbf\xff\xfe"):
        raise ImportRefused("file_empty", file=file)
    if content.startswith(_ARCHIVES):
        _check_unpacked(path, file)
        return None
    try:
        encoding, errors = detect_encoding(path, content[:_SAMPLE])
    except ImportRefused:
        raise ReplyError("file_unknown", file=file) from None
    return content.decode(encoding, errors)


def _check_unpacked(path: Path, file: str) -> None:
    """A workbook of a few kilobytes may hold gigabytes; an archive that is none is for those who open it."""
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(member.file_size for member in archive.infolist())
    except (zipfile.BadZipFile, OSError, ValueError):
        return
    if size > MOST_UNPACKED and not is_pack(path):
        raise ReplyError("file_too_big", file=file, megabytes=MOST_UNPACKED >> 20)


def _parsed(text: str, file: str) -> object:
    """Raises ReplyError (`file_broken`) with the place of the mistake."""
    try:
        return json.loads(text.lstrip("\ufeff"))
    except json.JSONDecodeError as error:
        raise ReplyError("file_broken", file=file, line=error.lineno, column=error.colno) from None
    except (ValueError, RecursionError):
        raise ReplyError("file_broken", file=file, line=1, column=1) from None


def _json(text: str, file: str) -> Preview | None:
    """None where it is no JSON: a table may begin with a bracket too."""
    try:
        values = _parsed(text, file)
    except ReplyError:
        if text.lstrip("\ufeff \t\r\n").startswith(("{\n", "{\r", '{"', "[\n", "[{", "[[", "[\r", "{ ", "[ ")):
            raise
        return None
    found = json_files.format_of(values)
    if found is None:
        raise ReplyError("file_unknown", file=file)
    of, entries = found
    drafts = Drafts(file, of)
    drafts.add(json_files.read_entries(of, entries, drafts))
    return Preview(file, of, drafts.drafts, drafts.problems)


def _table(file: str, layouts: list[tables.Layout], mapping: Mapping[str, int] | None) -> Preview:
    if not layouts:
        raise ImportRefused("file_empty", file=file)
    first = next((layout for layout in layouts if layout.format is not Format.SHEET), layouts[0])
    if mapping is not None:
        first = tables.with_mapping(first, mapping)
    ours = first.is_ours and mapping is None
    style = Style.OURS if ours else Style.BRACES if first.format is Format.SHEET else None
    drafts = Drafts(file, first.format, style)
    for layout in (first, *(other for other in layouts if other.source is not first.source and _is_like(other, first))):
        if "text" in layout.columns:
            drafts.add(tables.entries(layout), layout.names())
    return Preview(
        file, first.format, drafts.drafts, drafts.problems, first.headers, tables.sample(first), dict(first.columns)
    )


def _layouts(path: Path, file: str) -> list[tables.Layout]:
    """The tables of a file; a text is cut at whatever separator makes known headers of its first rows."""
    first: list[tables.Layout] = []
    for separator in ("", *_SEPARATORS):
        try:
            sources = [source for source in open_sources(path, separator=separator) if not source.hidden]
        except ImportRefused as refused:
            if refused.code not in {"not_a_table", "packed_archive"}:
                raise
            raise ReplyError("file_is_pack" if is_pack(path) else "file_unknown", file=file) from None
        found = [layout for layout in map(tables.layout_of, sources) if layout is not None]
        first = first or found
        if any(layout.known for layout in found):
            return found
        if any(source.name for source in sources):  # a workbook has no separators
            break
    return first


def _is_like(other: tables.Layout, first: tables.Layout) -> bool:
    """Further sheets of the same make are read along."""
    return other.format is first.format and other.headers == first.headers
