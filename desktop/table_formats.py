"""The kinds of file a list of people is written as: CSV in either encoding, or a workbook."""

from __future__ import annotations

from desktop.translation import QT_TRANSLATE_NOOP, translate

UTF8, GB18030, XLSX = "utf-8-sig", "gb18030", "xlsx"
SUFFIXES = {UTF8: ".csv", GB18030: ".csv", XLSX: ".xlsx"}

_CONTEXT = "TableFormats"
_NAMES = {
    UTF8: QT_TRANSLATE_NOOP("TableFormats", "CSV for Excel"),
    GB18030: QT_TRANSLATE_NOOP("TableFormats", "CSV, GB18030"),
    XLSX: QT_TRANSLATE_NOOP("TableFormats", "XLSX"),
}


def options(*, workbook: bool = True) -> list[tuple[str, str]]:
    """Key and name of each, for a control; without the workbook where one would be too large."""
    return [(key, translate(_CONTEXT, name)) for key, name in _NAMES.items() if workbook or key != XLSX]


def encoding(key: str) -> str:
    """The encoding of a file of this kind; a workbook has its own, so any will do."""
    return UTF8 if key == XLSX else key
