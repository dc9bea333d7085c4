"""A tag with where it comes from, a rule as the shop keeps it, and what undoing a change of them needs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from local_db.segments.kept_trees import Rewritten

SEGMENT = "segment"  # the rule of a tag that is given to whom a segment tree matches
PROMOTIONS = "promotions"  # the built-in rule that has periods
BY_RULE = "rule"  # the source of such tags in member_tags
Tree = Mapping[str, object]


class TagKind(StrEnum):
    """Who gives a tag."""

    HAND = "hand"
    RULE = "rule"  # one of the built-in rules, with the shop's own numbers
    SEGMENT = "segment"


class Period(NamedTuple):
    """A promotion: from a day to a day, both included, as "MM-DD" of every year or "YYYY-MM-DD"."""

    name: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Rule:
    """What decides who has a tag, as it is written in the tag's row.

    `rule` names the function (or `segment`), `outcome` which of its answers the tag stands for. All tags of one
    function share their numbers and periods.
    """

    rule: str
    outcome: str = ""
    numbers: Mapping[str, int] = field(default_factory=dict)
    periods: tuple[Period, ...] = ()
    naming: str = ""  # what the tag of a category is called, with {category}
    category: str = ""  # what its category was called when the tag was named
    tree: Tree | None = None  # of a segment
    off: bool = False

    def text(self) -> str:
        """The rule as JSON, without what it does not need."""
        values: dict[str, object] = {"rule": self.rule}
        for name in ("outcome", "naming", "category", "tree"):
            if getattr(self, name):
                values[name] = getattr(self, name)
        if self.numbers:
            values["numbers"] = dict(self.numbers)
        if self.periods:
            values["periods"] = [list(period) for period in self.periods]
        if self.off:
            values["off"] = True
        return json.dumps(values, ensure_ascii=False)

    @classmethod
    def from_text(cls, text: str) -> Rule:
        """The rule in a tag's row."""
        values = json.loads(text)
        return cls(
            rule=values["rule"],
            outcome=values.get("outcome", ""),
            numbers=values.get("numbers", {}),
            periods=tuple(Period(*period) for period in values.get("periods", ())),
            naming=values.get("naming", ""),
            category=values.get("category", ""),
            tree=values.get("tree"),
            off=values.get("off", False),
        )


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it is stored; `rule` None: it is given by hand."""

    id: int
    name: str
    rule: Rule | None = None
    builtin: str = ""  # "lifecycle.new": which built-in tag this is the shop's copy of
    position: int = 0

    @property
    def kind(self) -> TagKind:
        """Who gives it."""
        if self.rule is None:
            return TagKind.HAND
        return TagKind.SEGMENT if self.rule.rule == SEGMENT else TagKind.RULE


@dataclass(frozen=True, slots=True)
class TagRow:
    """A tag as one row of the page about tags."""

    tag: Tag
    people: int
    used_by: tuple[str, ...] = ()  # names of segments that ask for it


@dataclass(frozen=True, slots=True)
class TagList:
    """Everything the page about tags shows."""

    rows: tuple[TagRow, ...]
    figures: dict[str, dict[str, int]]  # by rule, for its sentences
    categories: dict[str, str]  # names by id, as outcomes of the rule about taste have them
    everybody: int
    currency: str
    segments: dict[int, str] = field(default_factory=dict)  # names by id, for the trees that ask for segments
    audiences: dict[int, str] = field(default_factory=dict)


class Holding(NamedTuple):
    """That a member has a tag, as member_tags keeps it."""

    member_id: int
    source: str
    identity_id: int


@dataclass(frozen=True, slots=True)
class RemovedTag:
    """A tag that was deleted or merged into another, with everybody who had it."""

    tag: Tag
    holdings: tuple[Holding, ...]
    into: int = 0  # the tag that those who did not have it got instead, and these are they:
    gained: tuple[Holding, ...] = ()
    rewritten: tuple[Rewritten, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleState:
    """A rule's numbers and periods before they were changed."""

    rule: str
    numbers: Mapping[str, int]
    periods: tuple[Period, ...] = ()
