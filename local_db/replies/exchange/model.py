"""What is read from a file of replies before it is brought in, and what is known of such files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from local_db.replies.placeholders import Style


class Format(StrEnum):
    """A kind of file; told by what is in it, never by its name."""

    SHEET = "sheet"  # any table, and the one that holds everything of ours
    QIANNIU = "qianniu"
    ESPANSO = "espanso"
    BEEFTEXT = "beeftext"
    CHATWOOT = "chatwoot"
    ZENDESK = "zendesk"
    ZAMMAD = "zammad"
    SAVED_REPLIES = "saved_replies"  # FreeScout, Help Scout and their like


class Kind(StrEnum):
    """How such a file is written down."""

    XLSX = "xlsx"
    CSV = "csv"
    CSV_GB18030 = "csv_gb18030"
    JSON = "json"
    YAML = "yaml"


class Ways(NamedTuple):
    """How a format writes variables, whether its texts are HTML, and as what kinds of file it is exported."""

    style: Style
    html: bool
    kinds: tuple[Kind, ...]


WAYS: Mapping[Format, Ways] = {
    Format.SHEET: Ways(Style.OURS, html=False, kinds=(Kind.XLSX, Kind.CSV, Kind.CSV_GB18030)),
    Format.QIANNIU: Ways(Style.BRACES, html=False, kinds=(Kind.XLSX, Kind.CSV_GB18030, Kind.CSV)),
    Format.ESPANSO: Ways(Style.ESPANSO, html=False, kinds=(Kind.YAML,)),
    Format.BEEFTEXT: Ways(Style.BEEFTEXT, html=False, kinds=(Kind.JSON, Kind.CSV)),
    Format.CHATWOOT: Ways(Style.CHATWOOT, html=False, kinds=(Kind.JSON, Kind.CSV)),
    Format.ZENDESK: Ways(Style.ZENDESK, html=False, kinds=(Kind.JSON, Kind.CSV)),
    Format.ZAMMAD: Ways(Style.ZAMMAD, html=True, kinds=(Kind.CSV, Kind.JSON)),
    Format.SAVED_REPLIES: Ways(Style.FREESCOUT, html=True, kinds=(Kind.CSV, Kind.JSON)),
}

PROBLEM_CODES = frozenset(
    {
        "no_text", "text_too_long", "unreadable_text", "inactive", "not_an_entry", "command_not_run",
        "picture_left_out", "pattern_left_out", "unknown_language", "unknown_day",
        "part_missing", "rows_swallowed", "more_problems",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Draft:
    """A reply as a file has it, its texts in our way of writing variables. `row` is its row, line or number there."""

    title: str
    texts: tuple[str, ...]
    group: str = ""  # its name
    shortcut: str = ""
    tags: tuple[str, ...] = ()
    language: str = ""
    platforms: tuple[str, ...] = ()
    personal: bool = False  # the file says that it is not for the team
    fragment: bool = False
    row: int = 0
    valid_from: str = ""  # ISO days
    valid_until: str = ""
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class FileProblem:
    """Something in a file that a person should know of. `row` 0: the file as a whole."""

    code: str
    file: str
    row: int = 0
    column: str = ""  # its header, or the entry's key
    data: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file holds. For a table also its headers, some rows, and which column was taken for which field."""

    file: str
    format: Format
    drafts: tuple[Draft, ...]
    problems: tuple[FileProblem, ...] = ()
    headers: tuple[str, ...] = ()
    sample: tuple[tuple[str, ...], ...] = ()
    columns: Mapping[str, int] = field(default_factory=dict)

    @property
    def needs_mapping(self) -> bool:
        """Whether a person has to say which column is what."""
        return bool(self.headers) and "text" not in self.columns


class Raw(NamedTuple):
    """An entry as it stands in a file, before its text is made ours."""

    row: int
    texts: tuple[str, ...]
    title: str = ""
    group: str = ""
    shortcut: str = ""
    tags: tuple[str, ...] = ()
    language: str = ""
    platforms: tuple[str, ...] = ()
    personal: bool = False
    fragment: bool = False
    active: bool = True
    valid_from: str = ""
    valid_until: str = ""
    pinned: bool = False
    swallowed: int = 0  # further rows that a quotation mark without an end took into it
