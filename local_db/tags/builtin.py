"""The built-in rules of `resources/tag_rules/`, as data: their tags, numbers and words in both languages.

A shop gets a copy of each in its own table the first time it is needed; what is here is what
"restore the built-in definition" brings back.
"""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from pathlib import Path

from local_db.tags.model import Period, Rule

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "tag_rules"
FILES = ("lifecycle", "spending", "price", "taste", "refunds", "hours", "promotions")  # in the order shown


@dataclass(frozen=True, slots=True)
class Words:
    """A text in the languages of the window."""

    zh: str
    en: str

    def of(self, language: str) -> str:
        """The text in `zh` or `en`."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number that a seller may change."""

    key: str
    value: int
    lowest: int
    highest: int
    unit: str  # days, percent, orders, lines, categories, times, hour
    words: Words


@dataclass(frozen=True, slots=True)
class Outcome:
    """One tag of a rule: its usual name, and its definition with {numbers} and {figures}."""

    key: str
    name: Words
    definition: Words


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule's numbers rest on: the first text where the figure `when` is 1, else the second."""

    when: str
    words: Words
    otherwise: Words


@dataclass(frozen=True, slots=True)
class Definition:
    """A built-in rule."""

    rule: str
    title: Words
    about: Words
    parameters: tuple[Parameter, ...]
    outcomes: tuple[Outcome, ...]
    each: Outcome | None  # the tag of every category, with {category}
    finding: Finding | None
    periods: tuple[tuple[Words, str, str], ...]
    money: tuple[str, ...]  # figures that are amounts

    def numbers(self) -> dict[str, int]:
        """The numbers as they are built in."""
        return {parameter.key: parameter.value for parameter in self.parameters}

    def periods_in(self, language: str) -> tuple[Period, ...]:
        """The periods as they are built in, named in a language."""
        return tuple(Period(words.of(language), start, end) for words, start, end in self.periods)

    def copy(self, outcome: Outcome, language: str) -> Rule:
        """The rule of one tag as a shop first gets it."""
        return Rule(
            rule=self.rule,
            outcome=outcome.key,
            numbers=self.numbers(),
            periods=self.periods_in(language),
            naming=self.each.name.of(language) if self.each else "",
        )

    def outcome(self, key: str) -> Outcome | None:
        """The tag of that key; that of every category for a category's."""
        return next((outcome for outcome in self.outcomes if outcome.key == key), self.each)


@functools.cache
def definitions() -> dict[str, Definition]:
    """Every built-in rule by its key, in the order shown."""
    return {name: _read(FOLDER / f"{name}.toml") for name in FILES}


def _read(path: Path) -> Definition:
    with path.open("rb") as file:
        values = tomllib.load(file)
    finding = values.get("finding")
    each = values.get("each")
    return Definition(
        rule=values["rule"],
        title=_words(values),
        about=_words(values, "about_"),
        parameters=tuple(
            Parameter(entry["key"], entry["value"], entry["lowest"], entry["highest"], entry["unit"], _words(entry))
            for entry in values["parameter"]
        ),
        outcomes=tuple(_outcome(entry) for entry in values["tag"]),
        each=_outcome(each | {"key": ""}) if each else None,
        finding=Finding(finding["when"], _words(finding), _words(finding, "otherwise_")) if finding else None,
        periods=tuple((_words(entry), entry["from"], entry["to"]) for entry in values.get("period", ())),
        money=tuple(values.get("money", ())),
    )


def _outcome(entry: dict[str, str]) -> Outcome:
    return Outcome(entry["key"], _words(entry), _words(entry, "is_"))


def _words(entry: dict[str, str], prefix: str = "") -> Words:
    return Words(entry[f"{prefix}zh"], entry[f"{prefix}en"])
