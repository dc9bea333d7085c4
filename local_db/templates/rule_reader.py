"""Reads rule files strictly: whatever is missing, misspelled or of the wrong kind is named with its file and key."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from local_db.errors import TemplateError
from local_db.templates.in_languages import InLanguages

Choice = TypeVar("Choice", bound=StrEnum)
Profile = TypeVar("Profile")

_MOST_BYTES = 1_000_000
_KEY = re.compile(r"[a-z0-9_-]{1,32}")


class RuleTable:
    """One table of a rule file; every entry is taken once, and `end` says what nobody took."""

    def __init__(self, file: str, path: str, values: Mapping[str, object]) -> None:
        self._file = file
        self._path = path
        self._left = dict(values)

    def wrong(self, key: str) -> TemplateError:
        """The error about an entry."""
        return TemplateError("rules_invalid", file=self._file, key=f"{self._path}.{key}" if self._path else key)

    def has(self, key: str) -> bool:
        """Whether there is such an entry."""
        return key in self._left

    def table(self, key: str) -> RuleTable:
        """A table inside this one."""
        value = self._left.pop(key, None)
        if not isinstance(value, dict):
            raise self.wrong(key)
        return RuleTable(self._file, f"{self._path}.{key}" if self._path else key, value)

    def tables(self, key: str) -> list[RuleTable]:
        """A list of tables; none where there is no such entry."""
        values = self._left.pop(key, [])
        if not isinstance(values, list):
            raise self.wrong(key)
        return [self._nth(key, place, value) for place, value in enumerate(values, 1)]

    def text(self, key: str, default: str | None = None, *, empty: bool = False) -> str:
        """A text, without a default one that must be there."""
        value = self._left.pop(key, default)
        if not isinstance(value, str) or not (value.strip() or empty or value == default):
            raise self.wrong(key)
        return value

    def texts(self, key: str, *, empty: bool = False) -> tuple[str, ...]:
        """A list of texts, none of them empty unless that is allowed."""
        values = self._left.pop(key, None)
        if not isinstance(values, list) or not all(isinstance(value, str) and (value or empty) for value in values):
            raise self.wrong(key)
        return tuple(values)

    def number(self, key: str, *, least: int = 1) -> int:
        """A whole number."""
        value = self._left.pop(key, None)
        if not isinstance(value, int) or isinstance(value, bool) or value < least:
            raise self.wrong(key)
        return value

    def number_or_none(self, key: str) -> int | None:
        """A whole number, or None where the entry is missing."""
        return self.number(key) if self.has(key) else None

    def numbers(self, key: str) -> tuple[int, ...]:
        """A list of whole numbers from 1."""
        values = self._left.pop(key, None)
        if not isinstance(values, list) or not all(type(value) is int and value > 0 for value in values):
            raise self.wrong(key)
        return tuple(values)

    def flag(self, key: str) -> bool:
        """True or false."""
        value = self._left.pop(key, None)
        if not isinstance(value, bool):
            raise self.wrong(key)
        return value

    def day(self, key: str, default: date | None = None) -> date:
        """A day."""
        value = self._left.pop(key, default)
        if type(value) is not date:
            raise self.wrong(key)
        return value

    def choice(self, key: str, choices: Mapping[str, Choice], default: str | None = None) -> Choice:
        """One of a few words."""
        value = self._left.pop(key, default)
        if not isinstance(value, str) or value not in choices:
            raise self.wrong(key)
        return choices[value]

    def words(self, key: str) -> InLanguages:
        """Words in both languages: a table of `en` and, where there are any, `zh`; or one text for both."""
        if not isinstance(self._left.get(key), dict):
            text = self.text(key)
            return InLanguages(text, text)
        table = self.table(key)
        english = table.text("en")
        found = InLanguages(english, table.text("zh", english))
        table.end()
        return found

    def end(self) -> None:
        """Everything must have been taken."""
        for key in self._left:
            raise self.wrong(key)

    def _nth(self, key: str, place: int, value: object) -> RuleTable:
        if not isinstance(value, dict):
            raise self.wrong(key)
        return RuleTable(self._file, f"{key}[{place}]", value)


def read_rules(path: Path) -> RuleTable:
    """The outermost table of a file. Raises TemplateError `rules_unreadable` with the file's name."""
    try:
        if not path.is_file() or path.stat().st_size > _MOST_BYTES:  # a pipe would never end
            raise TemplateError("rules_unreadable", file=path.name)
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):  # not readable, not UTF-8, not TOML, nested without end
        raise TemplateError("rules_unreadable", file=path.name) from None
    return RuleTable(path.name, "", values)


def own_profiles(
    folder: Path, read: Callable[[Path], Profile]
) -> tuple[tuple[Profile, ...], tuple[TemplateError, ...]]:
    """A person's own rule files of a folder by file name, and what is wrong with those that cannot be used."""
    found: list[Profile] = []
    errors: list[TemplateError] = []
    for file in sorted(folder.glob("*.toml")):
        try:
            found.append(read(file))
        except TemplateError as error:
            errors.append(error)
    return tuple(found), tuple(errors)


def profile_key(rules: RuleTable) -> str:
    """The key of a profile, which may stand in file names and in what is stored."""
    key = rules.text("key")
    if not _KEY.fullmatch(key):
        raise rules.wrong("key")
    return key
