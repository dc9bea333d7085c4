"""Who gets each rule tag today: every rule asked once, then the segments, which may ask for rule tags."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np

from local_db.segments.evaluate import Evaluator
from local_db.segments.tree import parse
from local_db.tags.builtin import definitions
from local_db.tags.given import Given
from local_db.tags.model import Period, Tag, TagKind
from local_db.tags.rules import RULES
from local_db.tags.scene import Scene

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Roster
    from local_db.segments.tree import Node


@dataclass(frozen=True, slots=True)
class Evaluated:
    """Who gets each tag, by tag id, and what every rule's sentences name, by rule."""

    masks: dict[int, Bools]
    figures: dict[str, dict[str, int]]


def evaluate(
    roster: Roster, tags: Sequence[Tag], now: datetime, segments: Mapping[int, Node] | None = None
) -> Evaluated:
    """Everybody's rule tags; a rule that is off gives its tag to nobody. `segments` are the saved ones by id."""
    scene = Scene(roster, now)
    answers: dict[str, Given] = {}
    masks: dict[int, Bools] = {}
    for tag in tags:
        rule = tag.rule
        if rule is None or tag.kind is TagKind.SEGMENT:
            continue
        if rule.rule not in answers:
            answers[rule.rule] = give(scene, rule.rule, rule.numbers, rule.periods)
        nobody = np.zeros(roster.size, np.bool_)
        masks[tag.id] = nobody if rule.off else answers[rule.rule].masks.get(rule.outcome, nobody)
    masks |= _by_segments(roster, tags, masks, now, segments or {})
    return Evaluated(masks, {name: given.figures for name, given in answers.items()})


def give(scene: Scene, rule: str, numbers: Mapping[str, int], periods: Sequence[Period]) -> Given:
    """What one built-in rule says with these numbers; those that are not given are the built-in ones."""
    return RULES[rule](scene, definitions()[rule].numbers() | dict(numbers), periods)


def with_tags(roster: Roster, tags: Sequence[Tag], masks: Mapping[int, Bools], version: int) -> Roster:
    """The roster with these rule tags instead of the ones it read; nothing else differs."""
    given = {tag.name: masks.get(tag.id, roster.members.tags.get(tag.name)) for tag in tags}
    known = {name: mask for name, mask in sorted(given.items()) if mask is not None}
    return replace(roster, version=version, members=replace(roster.members, tags=known))


def _by_segments(
    roster: Roster, tags: Sequence[Tag], masks: Mapping[int, Bools], now: datetime, segments: Mapping[int, Node]
) -> dict[int, Bools]:
    """The tags given by segments, over the tags that the rules give now."""
    evaluator = None
    found: dict[int, Bools] = {}
    for tag in tags:
        if tag.kind is not TagKind.SEGMENT or tag.rule is None:
            continue
        if tag.rule.off:
            found[tag.id] = np.zeros(roster.size, np.bool_)
            continue
        evaluator = evaluator or Evaluator(with_tags(roster, tags, masks, roster.version), segments)
        found[tag.id] = evaluator.evaluate(parse(tag.rule.tree), now=now).matched
    return found
