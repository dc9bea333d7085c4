"""A person's own word on which column is which field: what the headers suggest, examples, the profile made of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from local_db.errors import ImportRefused
from local_db.importing.fields import FIELDS, IDENTITY_FIELDS
from local_db.importing.guess import Guess, guess, is_national_id
from local_db.importing.model import FileKind
from local_db.importing.profile import (
    DATE_ORDERS,
    NATIONAL_ID,
    Profile,
    built_in_profiles,
    common_headers,
    plain,
    profile_from_mapping,
)
from local_db.importing.readers import open_sources
from local_db.importing.reasons import REASON_HEADERS

if TYPE_CHECKING:
    from local_db.importing.archive import ExportFile
    from local_db.importing.previewed import Preview, PreviewColumn

EXAMPLES = 3
OWN = "own"  # the name of a mapping that is not saved
_NAME_LENGTH = 64


def fields_of(kind: FileKind) -> tuple[str, ...]:
    """Every field that a file of this kind may have."""
    return tuple(FIELDS[kind])


def offered_headers(preview: Preview) -> tuple[str, ...]:
    """The headers a person may choose from: not empty, of several equal ones the first, never identity numbers."""
    known: dict[str, str] = {}
    for column in preview.columns:
        if plain(column.header) and not _is_never_read(preview, column):
            known.setdefault(plain(column.header), column.header)
    return tuple(known.values())


def first_mapping(preview: Preview) -> dict[str, str]:
    """Field → header to begin with: what was recognised, or for an unknown layout what headers and cells suggest."""
    if preview.profile is not None:
        mapped = {column.field: column.header for column in preview.columns if column.field}
    else:
        mapped = {field: preview.columns[index].header for field, index in _guessed(preview).columns.items()}
    taken: set[str] = set()
    kept = {}
    for field, header in mapped.items():
        if header not in taken and header in offered_headers(preview):
            taken.add(header)
            kept[field] = header
    return kept


def first_dates(preview: Preview) -> str:
    """The order of dates to begin with."""
    return preview.profile.dates if preview.profile is not None else _guessed(preview).dates


def _guessed(preview: Preview) -> Guess:
    return guess([column.header for column in preview.columns], preview.rows)


def _is_never_read(preview: Preview, column: PreviewColumn) -> bool:
    if NATIONAL_ID.search(column.header) or column.header in REASON_HEADERS:
        return True
    if preview.profile is not None:
        return False  # its rows hold only what was recognised
    cells = [row[column.index] for row in preview.rows if row[column.index].strip()]
    return 0 < len(cells) <= 2 * sum(map(is_national_id, cells))


def examples(path: ExportFile, preview: Preview) -> dict[str, tuple[str, ...]]:
    """Per header the first different cells below it, as they stand in the file. Raises ImportRefused."""
    sources = open_sources(path)
    source = next((source for source in sources if source.name == preview.sheet), sources[0])
    rows = source.head()[preview.header_row :]
    found: dict[str, tuple[str, ...]] = {}
    for column in preview.columns:
        cells = (_bare(row[column.index]) for row in rows if column.index < len(row))
        found.setdefault(column.header, tuple(dict.fromkeys(cell for cell in cells if cell))[:EXAMPLES])
    return found


def _bare(cell: str) -> str:
    """A cell without the signs with which exports keep spreadsheets from changing it."""
    text = cell.strip()
    if text.startswith('="') and text.endswith('"'):
        text = text[2:-1]
    return text.removeprefix("'")


def mapped_profile(
    preview: Preview,
    mapping: Mapping[str, str],
    *,
    name: str = OWN,
    kind: FileKind | None = None,
    dates: str = "",
    per_line: bool | None = None,
    platform: str = "",
) -> Profile:
    """The profile of a person's mapping (field → header), started from the recognised one where there is one.

    What is not said stays as recognised: status words, currency, how rows make orders. Orders without
    a number column get numbers from their content. Raises ImportRefused (`profile_invalid`, `national_id`).
    """
    base = preview.profile
    kind = kind or preview.kind
    _check(name, mapping, kind, dates)
    if base is None or base.kind is not kind:
        if per_line is None and "number" in mapping:
            per_line = _guessed(preview).per_line if base is None else False
        made = profile_from_mapping(
            name, mapping, kind=kind, dates=dates or "ymd", per_line=bool(per_line), platform=platform or "own"
        )
        return _named(replace(made, states=_words_for_states() if kind is FileKind.REFUNDS else {}))
    numbered = "number" in mapping or kind is not FileKind.ORDERS
    rows = replace(
        base.rows,
        per_line=(base.rows.per_line if per_line is None else per_line) and numbered,
        number_from_content=not numbered,
    )
    common = common_headers()
    return _named(
        replace(
            base,
            name=name,
            platform=platform or base.platform,
            headers={field: (header,) for field, header in mapping.items()},
            required=tuple(mapping),
            required_any=(),
            expected=(),
            dates=dates or base.dates,
            rows=rows,
            statuses=base.statuses or common.statuses if "status" in mapping else {},
            closing=base.closing or common.closing if "close_reason" in mapping else {},
        )
    )


@cache
def _words_for_states() -> Mapping[str, str]:
    """What platforms call the states of refunds, all together."""
    return {word: code for profile in built_in_profiles() for word, code in profile.states.items()}


def renamed(profile: Profile, name: str) -> Profile:
    """The same columns under the name of a file."""
    return _named(replace(profile, name=name))


def profile_name(words: str) -> str:
    """A person's name for a profile as the name of its file: spaces become dashes, other signs go."""
    return re.sub(r"[^\w.-]+", "-", words.strip()).strip("-.")[:_NAME_LENGTH].strip("-.")


def _named(profile: Profile) -> Profile:
    """An own profile is called by its name in both languages."""
    return replace(profile, titles={"en": profile.name, "zh": profile.name}, seen="", source="")


def _check(name: str, mapping: Mapping[str, str], kind: FileKind, dates: str) -> None:
    known = fields_of(kind)
    wrong = next((field for field in mapping if field not in known), "")
    if wrong:
        raise ImportRefused("profile_invalid", file=name, key=f"headers.{wrong}")
    if dates and dates not in DATE_ORDERS:
        raise ImportRefused("profile_invalid", file=name, key="file.dates")
    if any(NATIONAL_ID.search(header) for header in mapping.values()):
        raise ImportRefused("national_id", file=name, key="headers")
    if not is_enough(mapping, kind):
        raise ImportRefused("profile_invalid", file=name, key="headers")


def is_enough(mapping: Mapping[str, str] | Sequence[str], kind: FileKind) -> bool:
    """Whether the file says enough: an amount and a time for orders, somebody to recognise for members.

    For refunds: which order, and how far it is, for an amount alone is no proof that money went back.
    """
    known = set(mapping)
    if kind is FileKind.REFUNDS:
        return {"order_number", "state"} <= known
    if kind is FileKind.MEMBERS:
        return bool(known & set(IDENTITY_FIELDS))
    return bool(known & {"paid", "total"}) and bool(known & {"paid_at", "ordered_at"})
