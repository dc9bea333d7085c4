"""Brings the rule tags in the shop file to what the rules say now, writing only what differs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

import numpy as np

from local_db.segments.kept_trees import rename_in_trees
from local_db.segments.store import saved_trees
from local_db.settings import mark_roster_changed, read_setting
from local_db.tags import store
from local_db.tags.builtin import definitions
from local_db.tags.evaluate import evaluate, with_tags
from local_db.tags.model import Tag

if TYPE_CHECKING:
    from local_db.roster.roster import Roster
    from local_db.shop_file import Connection

_PER_RULE = 1000  # positions: each rule's tags stand together


def refreshed(connection: Connection, roster: Roster, now: datetime) -> tuple[int, Roster]:
    """Give and take rule tags, inside the caller's transaction; how many were given or taken, 0 for none.

    The roster must be that of the transaction's own state (ValueError), because what it says of the tags is what
    they are compared with. Its version grows only where something changed; it comes back as it is afterwards, so that
    nobody has to read it again for the tags alone.
    """
    if read_setting(connection, "roster_version") != roster.version:
        raise ValueError("the roster is of another version of the shop")
    before = {tag.id: tag.name for tag in store.tags(connection)}  # as the roster names them
    changed, new = _follow_categories(connection, roster)
    tags = store.tags(connection)
    masks = evaluate(roster, tags, now, saved_trees(connection)).masks
    nobody = np.zeros(roster.size, np.bool_)
    gained = {}
    for tag in tags:
        if tag.id in masks:
            had = nobody if tag.id in new else roster.members.tags.get(before[tag.id], nobody)
            given, taken = (roster.members.ids[chosen] for chosen in (masks[tag.id] & ~had, had & ~masks[tag.id]))
            gained[tag.id] = given
            store.take_by_rule(connection, tag.id, taken)
            changed += len(given) + len(taken)
    store.give_by_rule(connection, gained)
    if not changed:
        return 0, roster
    mark_roster_changed(connection)
    return changed, with_tags(roster, tags, masks, int(str(read_setting(connection, "roster_version"))))


def install_missing(connection: Connection, language: str) -> int:
    """Copy the built-in rules that the shop has none of yet; the new tags."""
    known = store.tags(connection)
    had = {tag.builtin.partition(".")[0] for tag in known}
    names = {tag.name for tag in known}
    made = 0
    for place, definition in enumerate(definitions().values()):
        if definition.rule in had:
            continue
        for number, outcome in enumerate(definition.outcomes):
            name = free_name(outcome.name.of(language), names)
            names.add(name)
            rule = definition.copy(outcome, language)
            key = f"{definition.rule}.{outcome.key}"
            store.insert(connection, Tag(0, name, rule, key, _PER_RULE * (place + 1) + number))
            made += 1
    if made:
        mark_roster_changed(connection)  # tags that nobody has are in the roster too
    return made


def free_name(name: str, taken: set[str]) -> str:
    """The name, with a number where a tag has it already."""
    number, free = 2, name
    while free in taken:
        free, number = f"{name} {number}", number + 1
    return free


def _follow_categories(connection: Connection, roster: Roster) -> tuple[int, set[int]]:
    """Make the taste tag of each new category, rename and remove with the others; how many, and the new ones' ids."""
    tags = store.tags(connection)
    tastes = {tag.rule.outcome: tag for tag in tags if tag.rule is not None and tag.rule.rule == "taste"}
    if not tastes:
        return 0, set()
    pattern = next(iter(tastes.values()))
    wanted = {str(category.id): category.name for category in roster.categories}
    gone = [tag for outcome, tag in tastes.items() if outcome.isdecimal() and outcome not in wanted]
    for tag in gone:
        store.delete(connection, tag.id)
    names = {tag.name for tag in tags} - {tag.name for tag in gone}
    renamed = sum(
        _rename_taste(connection, tastes[key], category, names) for key, category in wanted.items() if key in tastes
    )
    new = {
        _insert_taste(connection, pattern, key, category, names)
        for key, category in wanted.items()
        if key not in tastes
    }
    return len(gone) + renamed + len(new), new


def _insert_taste(connection: Connection, pattern: Tag, key: str, category: str, names: set[str]) -> int:
    if pattern.rule is None:
        raise ValueError("a tag without a rule is no pattern")
    name = free_name(pattern.rule.naming.replace("{category}", category), names)
    names.add(name)
    rule = replace(pattern.rule, outcome=key, category=category, off=False)
    position = pattern.position - pattern.position % _PER_RULE + min(_PER_RULE - 1, int(key))
    return store.insert(connection, Tag(0, name, rule, f"taste.{key}", position))


def _rename_taste(connection: Connection, tag: Tag, category: str, names: set[str]) -> bool:
    """Follow the category's new name, unless the seller has named the tag herself."""
    rule = tag.rule
    if rule is None or rule.category == category:
        return False
    name = tag.name
    if name == rule.naming.replace("{category}", rule.category):
        name = free_name(rule.naming.replace("{category}", category), names)
        names.add(name)
        rename_in_trees(connection, tag.name, name)
    store.update(connection, replace(tag, name=name, rule=replace(rule, category=category)))
    return True


def rule_tags(tags: Sequence[Tag], rule: str) -> tuple[Tag, ...]:
    """The tags of one built-in rule."""
    return tuple(tag for tag in tags if tag.rule is not None and tag.rule.rule == rule)
