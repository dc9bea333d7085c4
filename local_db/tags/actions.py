"""What a window or the command line may do with tags: each one transaction, and each undoable."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from local_db.changes import Changes, Topic
from local_db.errors import TagError
from local_db.segments.kept_trees import put_trees_back, rename_in_trees
from local_db.settings import mark_roster_changed, read_setting, write_setting
from local_db.tags import store
from local_db.tags.builtin import definitions
from local_db.tags.model import SEGMENT, Period, RemovedTag, Rule, RuleState, Tag, TagKind, TagList, TagRow

if TYPE_CHECKING:
    from local_db.roster.roster import Roster
    from local_db.roster.source import RosterSource
    from local_db.segments.kept_trees import Rewritten
    from local_db.segments.tree import Node
    from local_db.shop_file import Connection, Shop

NAME_LENGTH = 40  # the most characters of a tag's name, as of a hand tag
MOST_TRIES = 5  # to find a moment between two other changes


def prepare_refresh(shop: Shop, language: str) -> Changes:
    """Sort new products into categories, and copy the built-in rules that the shop has none of yet.

    `refresh` begins with it. A window asks for it first, so that the roster is read beside its other work
    between the two.
    """
    from local_db.products.actions import sort_again
    from local_db.tags.refresh import install_missing

    with shop.write() as connection:
        changed = sort_again(connection) + install_missing(connection, language)
    return Changes.of(Topic.MEMBERS) if changed else Changes()


def refresh(shop: Shop, rosters: RosterSource, now: datetime, language: str) -> tuple[int, Changes]:
    """Sort new products into categories, and bring the rule tags to what the rules say now.

    To be called beside other work: after an import, after a change of rules, and once a day, because most rules
    ask how long ago something was. How many tags were given or taken; nothing is announced where nothing was.
    """
    from local_db.tags.refresh import refreshed

    prepared = prepare_refresh(shop, language)
    for _ in range(MOST_TRIES):
        roster = rosters.current()
        with shop.write() as connection:
            if read_setting(connection, "roster_version") != roster.version:
                continue  # somebody has changed members meanwhile
            changed, after = refreshed(connection, roster, now)
            today = now.astimezone(roster.zone).date().isoformat()
            if read_setting(connection, "tags_refreshed") != today:
                write_setting(connection, "tags_refreshed", today)
        rosters.adopt(after)
        return changed, Changes.of(Topic.MEMBERS) if changed else prepared
    return 0, prepared


def is_due(shop: Shop, now: datetime) -> bool:
    """Whether the rule tags of a shop with members were last worked out on another day."""
    from zoneinfo import ZoneInfo

    with shop.read() as connection:
        if not store.has_members(connection):
            return False
        zone = ZoneInfo(str(read_setting(connection, "zone")))
        return read_setting(connection, "tags_refreshed") != now.astimezone(zone).date().isoformat()


def list_tags(shop: Shop, roster: Roster, now: datetime) -> TagList:
    """Every tag with its people, and what the rules' sentences name."""
    import numpy as np

    from local_db.tags.evaluate import evaluate

    with shop.read() as connection:
        tags = store.tags(connection)
        naming = store.segments_naming(connection)
        segments = store.segment_names(connection)
    of_rules = [tag for tag in tags if tag.kind is TagKind.RULE]
    masks = roster.members.tags
    rows = tuple(
        TagRow(tag, int(np.count_nonzero(masks[tag.name])) if tag.name in masks else 0, naming.get(tag.name, ()))
        for tag in tags
    )
    return TagList(
        rows=rows,
        figures=evaluate(roster, of_rules, now).figures,
        categories={str(category.id): category.name for category in roster.categories},
        everybody=roster.size,
        currency=roster.currency,
        segments=segments,
        audiences={audience.id: audience.name for audience in roster.audiences},
    )


def try_numbers(
    roster: Roster, rule: str, numbers: Mapping[str, int], periods: Sequence[Period], now: datetime
) -> tuple[dict[str, int], dict[str, int]]:
    """Per outcome how many people a rule would tag with these numbers, and its figures; nothing is written.

    Raises TagError (`numbers_out_of_range`, `numbers_not_rising`, `period_wrong`).
    """
    import numpy as np

    from local_db.tags.evaluate import give
    from local_db.tags.scene import Scene

    check(rule, numbers, periods)
    given = give(Scene(roster, now), rule, numbers, periods)
    return {outcome: int(np.count_nonzero(mask)) for outcome, mask in given.masks.items()}, given.figures


def check(rule: str, numbers: Mapping[str, int], periods: Sequence[Period]) -> None:
    """Raise TagError (`numbers_out_of_range`, `numbers_not_rising`, `period_wrong`) where a rule cannot have these."""
    from local_db.tags.periods import is_period
    from local_db.tags.rules import RISING

    for parameter in definitions()[rule].parameters:
        value = numbers.get(parameter.key, parameter.value)
        if not parameter.lowest <= value <= parameter.highest:
            raise TagError("numbers_out_of_range", lowest=parameter.lowest, highest=parameter.highest)
    for keys in RISING.get(rule, ()):
        values = [numbers[key] for key in keys if key in numbers]
        if any(later <= earlier for earlier, later in itertools.pairwise(values)):
            raise TagError("numbers_not_rising", numbers=tuple(values))
    for period in periods:
        if not is_period(period):
            raise TagError("period_wrong")


def save_numbers(
    shop: Shop, rule: str, numbers: Mapping[str, int], periods: Sequence[Period] = ()
) -> tuple[RuleState, Changes]:
    """Give a built-in rule other numbers; what it had before undoes it. A refresh then follows them.

    Raises TagError (`numbers_out_of_range`, `numbers_not_rising`, `period_wrong`, `tag_missing`).
    """
    from local_db.tags.refresh import rule_tags

    check(rule, numbers, periods)
    with shop.write() as connection:
        own = rule_tags(store.tags(connection), rule)
        if not own or own[0].rule is None:
            raise TagError("tag_missing")
        before = RuleState(rule, own[0].rule.numbers, own[0].rule.periods)
        for tag in own:
            if tag.rule is not None:
                rule_now = replace(tag.rule, numbers=dict(numbers), periods=tuple(periods))
                store.update(connection, replace(tag, rule=rule_now))
        if before.periods != tuple(periods):
            mark_roster_changed(connection)  # segments ask for orders in these periods
    return before, Changes.of(Topic.MEMBERS)


def restore_builtin(shop: Shop, rule: str, language: str) -> tuple[RuleState, Changes]:
    """Give a built-in rule the numbers and periods it came with. Raises TagError `tag_missing`."""
    definition = definitions()[rule]
    return save_numbers(shop, rule, definition.numbers(), definition.periods_in(language))


def switch_rule(shop: Shop, tag_id: int, *, off: bool) -> Changes:
    """Turn a rule tag off, so that nobody has it from the next refresh on, or on again. Raises TagError."""
    with shop.write() as connection:
        tag = _existing(connection, tag_id)
        if tag.rule is None:
            raise TagError("no_rule", name=tag.name)
        store.update(connection, replace(tag, rule=replace(tag.rule, off=off)))
    return Changes.of(Topic.MEMBERS)


def make_hand_tag(shop: Shop, name: str) -> tuple[Tag, Changes]:
    """Make a tag that nobody has yet and people are given by hand. Raises TagError (`name_empty`, `name_taken`)."""
    with shop.write() as connection:
        tag = Tag(0, _free_name(connection, name))
        tag = replace(tag, id=store.insert(connection, tag))
        return tag, _changed(connection)


def save_segment_tag(shop: Shop, name: str, tree: Node, tag_id: int = 0) -> tuple[Tag, Changes]:
    """Make a tag that everybody gets whom a segment matches, or change one (`tag_id`). A refresh then gives it.

    Raises TagError (`name_empty`, `name_taken`, `tag_missing`, `no_rule`, `names_segment_tag`) and TreeError
    `unknown_segment`.
    """
    from local_db.segments.tree import to_json

    values = to_json(tree)
    former = ""
    with shop.write() as connection:
        if tag_id:
            tag = _existing(connection, tag_id)
            former = tag.name
            if tag.kind is not TagKind.SEGMENT:
                raise TagError("no_rule", name=tag.name)
            tag = replace(tag, name=_free_name(connection, name, tag_id), rule=Rule(SEGMENT, tree=values))
            store.update(connection, tag)
        else:
            tag = Tag(0, _free_name(connection, name), Rule(SEGMENT, tree=values))
            tag = replace(tag, id=store.insert(connection, tag))
        _check_given(connection, tag, former)
        mark_roster_changed(connection)
    return tag, Changes.of(Topic.MEMBERS)


def rename_tag(shop: Shop, tag_id: int, name: str) -> tuple[str, Changes]:
    """Give a tag another name, in the segments that ask for it too; the name it had.

    Raises TagError (`name_empty`, `name_taken`, `tag_missing`, and `names_segment_tag` as `save_segment_tag`).
    """
    with shop.write() as connection:
        tag = _existing(connection, tag_id)
        new = _free_name(connection, name, tag_id)
        store.update(connection, replace(tag, name=new))
        rewritten = rename_in_trees(connection, tag.name, new)
        _check_given(connection, _existing(connection, tag_id))
        return tag.name, _changed(connection, rewritten)


def delete_tag(shop: Shop, tag_id: int) -> tuple[RemovedTag, Changes]:
    """Delete a tag, and from everybody who has it; the result undoes it.

    Raises TagError (`tag_missing`, `builtin`): the tags of a built-in rule are turned off instead.
    """
    with shop.write() as connection:
        tag = _existing(connection, tag_id)
        if tag.kind is TagKind.RULE:
            raise TagError("builtin", name=tag.name)
        removed = RemovedTag(tag, store.holdings(connection, tag_id))
        store.delete(connection, tag_id)
        return removed, _changed(connection)


def merge_tags(shop: Shop, tag_id: int, into: int) -> tuple[RemovedTag, Changes]:
    """Give everybody who has one hand tag another one instead, in segments too; the result undoes it.

    Raises TagError (`tag_missing`, `merge_by_hand`).
    """
    with shop.write() as connection:
        tag, target = _existing(connection, tag_id), _existing(connection, into)
        if tag.kind is not TagKind.HAND or target.kind is not TagKind.HAND or tag_id == into:
            raise TagError("merge_by_hand")
        had = store.holdings(connection, tag_id)
        gained = store.give(connection, into, had)
        store.delete(connection, tag_id)
        rewritten = rename_in_trees(connection, tag.name, target.name)
        return RemovedTag(tag, had, into, gained, rewritten), _changed(connection, rewritten)


def restore_tag(shop: Shop, removed: RemovedTag) -> Changes:
    """Undo a deletion or a merge. Raises TagError `name_taken` where another tag has the name since.

    A tag by a segment is refused as `save_segment_tag` would refuse it now.
    """
    with shop.write() as connection:
        _free_name(connection, removed.tag.name)
        tag_id = store.insert(connection, removed.tag)
        _check_given(connection, removed.tag)
        store.give(connection, tag_id, removed.holdings)
        if removed.into:
            store.take(connection, removed.into, removed.gained)
        put_trees_back(connection, removed.rewritten)
        return _changed(connection, removed.rewritten)


def refuse_rule_tag(connection: Connection, name: str) -> None:
    """Raise TagError `rule_tag` for a tag that a rule gives: what a person did to it would not last."""
    if store.is_rule_tag(connection, name):
        raise TagError("rule_tag", name=name)


def _check_given(connection: Connection, tag: Tag, former: str = "") -> None:
    """Raise where a stored tag by a segment cannot be worked out, or asks for what is worked out beside it.

    TagError `names_segment_tag` of itself (also by the name it had), or of another such tag, however far around: it
    would change with every refresh.
    """
    from local_db.segments.references import check_references, given_tag_asked
    from local_db.segments.store import given_trees, saved_trees

    if tag.kind is not TagKind.SEGMENT:
        return
    given, saved = given_trees(connection), saved_trees(connection)
    check_references(given[tag.name], saved)
    for name, tree in given.items():
        asked = given_tag_asked(tree, saved, {*given, former} if name == tag.name else {tag.name})
        if asked is not None:
            raise TagError("names_segment_tag", name=asked)


def _changed(connection: Connection, rewritten: Sequence[Rewritten] = ()) -> Changes:
    mark_roster_changed(connection)
    segments = any(entry.table == "segments" for entry in rewritten)
    return Changes.of(Topic.MEMBERS, Topic.SEGMENTS) if segments else Changes.of(Topic.MEMBERS)


def _existing(connection: Connection, tag_id: int) -> Tag:
    found = store.tag(connection, tag_id)
    if found is None:
        raise TagError("tag_missing")
    return found


def _free_name(connection: Connection, name: str, own: int = 0) -> str:
    name = " ".join(name.split())[:NAME_LENGTH].strip()
    if not name:
        raise TagError("name_empty")
    if any(tag.name == name and tag.id != own for tag in store.tags(connection)):
        raise TagError("name_taken", name=name)
    return name
