"""A script with its recordings as a folder: numbered WAVs, a table of them, the script as JSON and as a page to print.

What the folder says in words is passed in, in the language of the window.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from local_db.call_scripts.checks import blocking
from local_db.call_scripts.codec import to_json
from local_db.call_scripts.printed import PrintedWords, page
from local_db.call_scripts.spoken import wording_seconds
from local_db.documents.folder import write_folder
from local_db.errors import DocumentError
from local_db.spreadsheet_cell import safe_cell
from local_db.templates.text import variable_names

if TYPE_CHECKING:
    from pathlib import Path

    from local_db.call_scripts.model import CallScript, Step
    from local_db.shop_file import Shop

SCRIPT_FILE, TABLE_FILE, WORKBOOK_FILE, PAGE_FILE = "script.json", "table.csv", "table.xlsx", "script.html"
XLSX = "xlsx"
Place = tuple[str, int]  # key of a step, or OBJECTION and a number; place of a wording from 0
OBJECTION = "objection:"  # before its place from 1: the step of what is said to an objection

_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST_NAME = 24
_WIDTHS = (8, 20, 8, 24, 80, 8, 10, 10)  # of the table's columns
_NO_LENGTHS: Mapping[Place, float] = MappingProxyType({})


class Part(NamedTuple):
    """One text to be said, and the file that its recording has. `step` and `wording` say where a take belongs."""

    number: int  # from 1
    step: str  # key of a step, or OBJECTION and a number
    wording: int
    title: str
    text: str
    file_name: str
    seconds: float
    variables: bool  # it differs for each member, so that no recording says all of it


class BundleWords(NamedTuple):
    """The titles of the table's columns and its words, and those of the page."""

    number: str
    step: str
    wording: str
    file: str
    text: str
    seconds: str
    recorded: str
    yes: str
    no: str
    with_variables: str  # of a text that a recording cannot say alone
    page: PrintedWords


def in_order(script: CallScript) -> tuple[Step, ...]:
    """The steps as a call comes to them, then what answers that hold everywhere lead to, then the others."""
    every = {step.key: step for step in script.steps}
    order: dict[str, None] = {}
    for first in (script.opening, *(answer.to for answer in script.always), *every):
        waiting = [first]
        for key in waiting:  # grows while it is gone through
            if key in every and key not in order:
                order[key] = None
                waiting += [answer.to for answer in every[key].answers]
    return tuple(every[key] for key in order)


def parts(script: CallScript) -> tuple[Part, ...]:
    """Everything that may be recorded, in the order of the call: each wording of each step, then the objections."""
    found: list[tuple[str, int, str, str]] = [
        (step.key, place, step.title, text)
        for step in in_order(script)
        for place, text in enumerate(step.says)
        if text.strip()
    ]
    found += [
        (f"{OBJECTION}{place}", 0, objection.title, objection.says)
        for place, objection in enumerate(script.objections, 1)
        if objection.says.strip()
    ]
    digits = max(2, len(str(len(found))))
    return tuple(
        Part(
            number=number,
            step=step,
            wording=wording,
            title=title,
            text=text,
            file_name=_file_name(f"{number:0{digits}}", step, wording),
            seconds=wording_seconds(text, script.language),
            variables=bool(variable_names(text)),
        )
        for number, (step, wording, title, text) in enumerate(found, 1)
    )


def table(
    script: CallScript,
    recorded: Mapping[Place, object],
    words: BundleWords,
    lengths: Mapping[Place, float] = _NO_LENGTHS,
) -> list[tuple[str, ...]]:
    """A row per text with its recording's name, under a row of titles.

    Seconds are those of the recording where its length is given, else what the text takes to say.
    """
    titles = (
        words.number, words.step, words.wording, words.file, words.text, words.seconds, words.recorded,
        words.with_variables,
    )  # fmt: skip
    answers = {True: words.yes, False: words.no}
    rows = [
        (
            str(part.number),
            part.title,
            str(part.wording + 1),
            part.file_name,
            part.text,
            f"{lengths.get((part.step, part.wording), part.seconds):.1f}",
            answers[(part.step, part.wording) in recorded],
            answers[part.variables],
        )
        for part in parts(script)
    ]
    return [titles, *rows]


def export_bundle(
    script: CallScript,
    name: str,
    folder: Path,
    sounds: Mapping[Place, bytes],
    words: BundleWords,
    *,
    lengths: Mapping[Place, float] = _NO_LENGTHS,
    table_kind: str = "utf-8-sig",
    shop: Shop | None = None,
) -> tuple[Path, ...]:
    """Write the folder, complete or not at all. `sounds` are finished WAVs by step and wording, as `parts` names them.

    `lengths` are their seconds; `table_kind` is the encoding of the table as CSV, or `xlsx`; the `shop` clears up after
    a program that was killed.

    Raises DocumentError: `script_has_faults` with their `count`, `folder_taken`; PrepareError where the disk refuses.
    """
    if faults := blocking(script):
        raise DocumentError("script_has_faults", count=len(faults))
    known = parts(script)
    content = {
        PAGE_FILE: page(script, name, in_order(script), words.page).encode("utf-8"),
        **_table_file(table(script, sounds, words, lengths), table_kind),
        SCRIPT_FILE: (to_json(script) + "\n").encode("utf-8"),
    }
    wavs = {part.file_name: sounds[part.step, part.wording] for part in known if (part.step, part.wording) in sounds}
    return write_folder(folder, wavs | content, shop)


def _file_name(number: str, step: str, wording: int) -> str:
    """In letters that every file system and every platform takes."""
    word = _NOT_IN_A_NAME.sub("_", step.lower()).strip("_")[:_LONGEST_NAME].strip("_") or "step"
    return f"{number}_{word}_{wording + 1}.wav" if wording else f"{number}_{word}.wav"


def _table_file(rows: Sequence[Sequence[str]], kind: str) -> dict[str, bytes]:
    return {WORKBOOK_FILE: _xlsx(rows)} if kind == XLSX else {TABLE_FILE: _csv(rows, kind)}


def _csv(rows: Sequence[Sequence[str]], encoding: str) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows([safe_cell(value) for value in row] for row in rows)
    return text.getvalue().encode(encoding)


def _xlsx(rows: Sequence[Sequence[str]]) -> bytes:
    import xlsxwriter

    content = io.BytesIO()
    workbook = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet = workbook.add_worksheet()
    sheet.freeze_panes(1, 0)
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write_string(number, column, safe_cell(value))
    workbook.close()
    return content.getvalue()
