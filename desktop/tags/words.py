"""How a tag is explained: its definition with the shop's numbers, and what its rule has found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from desktop import amounts, wording
from desktop.segments.sentence import Names, standing_sentence
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.segments.tree import parse
from local_db.tags.builtin import Definition, definitions
from local_db.tags.model import Period, Rule, TagKind, TagList

if TYPE_CHECKING:
    from local_db.tags.model import Tag

_CONTEXT = "TagWords"
_UNITS = {
    "days": QT_TRANSLATE_NOOP("TagWords", "days"),
    "percent": QT_TRANSLATE_NOOP("TagWords", "%"),
    "orders": QT_TRANSLATE_NOOP("TagWords", "orders"),
    "lines": QT_TRANSLATE_NOOP("TagWords", "lines"),
    "categories": QT_TRANSLATE_NOOP("TagWords", "categories"),
    "times": QT_TRANSLATE_NOOP("TagWords", "times"),
    "hour": QT_TRANSLATE_NOOP("TagWords", "o'clock"),
}
_NAMED_PERIODS = 4


def unit(key: str) -> str:
    """The unit of a parameter."""
    return translate(_CONTEXT, _UNITS[key])


def given_by(tag: Tag) -> str:
    """Who gives a tag."""
    if tag.kind is TagKind.HAND:
        return translate(_CONTEXT, QT_TRANSLATE_NOOP("TagWords", "By hand"))
    if tag.rule is None or tag.kind is TagKind.SEGMENT:
        return translate(_CONTEXT, QT_TRANSLATE_NOOP("TagWords", "Segment"))
    return definitions()[tag.rule.rule].title.of(wording.language())


def names(found: TagList) -> Names:
    """What the shop calls the segments and audiences that trees ask for."""
    return Names(found.segments, found.audiences)


def definition(tag: Tag, found: TagList) -> str:
    """What a person must have done to have the tag."""
    rule = tag.rule
    if rule is None:
        return translate(_CONTEXT, QT_TRANSLATE_NOOP("TagWords", "Given and taken by hand"))
    if tag.kind is TagKind.SEGMENT:
        return standing_sentence(parse(rule.tree), wording.language(), found.currency, names(found))
    figures = found.figures.get(rule.rule, {})
    return rule_sentence(rule, figures, found.currency, found.categories.get(rule.outcome, ""))


def rule_sentence(rule: Rule, figures: Mapping[str, int], currency: str, category: str = "") -> str:
    """The definition of one tag of a built-in rule."""
    built = definitions()[rule.rule]
    outcome = built.outcome(rule.outcome)
    if outcome is None:
        return ""
    facts = _facts(built, built.numbers() | dict(rule.numbers), figures, currency)
    facts |= {"category": category, "periods": periods(rule.periods)}
    return outcome.definition.of(wording.language()).format(**facts)


def finding(built: Definition, numbers: Mapping[str, int], figures: Mapping[str, int], currency: str) -> str:
    """What a rule's numbers rest on in this shop; empty where there is nothing to say."""
    if built.finding is None or built.finding.when not in figures:
        return ""
    words = built.finding.words if figures[built.finding.when] else built.finding.otherwise
    return words.of(wording.language()).format(**_facts(built, numbers, figures, currency))


def periods(listed: Sequence[Period]) -> str:
    """The names of periods; of many the first few."""
    names = [period.name for period in listed[:_NAMED_PERIODS]]
    more = len(listed) - len(names)
    if more > 0:
        names.append(translate(_CONTEXT, QT_TRANSLATE_NOOP("TagWords", "{count} more")).format(count=more))
    return wording.listed(names)


def _facts(built: Definition, numbers: Mapping[str, int], figures: Mapping[str, int], currency: str) -> dict[str, str]:
    said = {key: amounts.number(value) for key, value in {**numbers, **figures}.items()}
    return said | {key: amounts.money(figures[key], currency) for key in built.money if key in figures}
