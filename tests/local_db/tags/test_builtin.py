"""The files of resources/tag_rules say what the rules need, in both languages."""

from __future__ import annotations

from datetime import UTC, datetime
from string import Formatter

import pytest

from local_db.tags.actions import check
from local_db.tags.builtin import FILES, FOLDER, Definition, definitions
from local_db.tags.evaluate import give
from local_db.tags.model import Rule
from local_db.tags.rules import RULES
from local_db.tags.scene import Scene
from tests.local_db.tags.shops import Bought, Shop

EACH = pytest.mark.parametrize("definition", definitions().values(), ids=lambda one: one.rule)


def test_every_file_is_listed_and_every_rule_has_one():
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(FILES) == set(RULES) == set(definitions())


@EACH
def test_the_built_in_numbers_are_allowed(definition: Definition):
    check(definition.rule, definition.numbers(), definition.periods_in("zh"))
    for parameter in definition.parameters:
        assert parameter.lowest <= parameter.value <= parameter.highest
        assert parameter.unit in {"days", "percent", "orders", "lines", "categories", "times", "hour"}


@EACH
def test_sentences_name_only_what_there_is(definition: Definition):
    given = give(Scene(Shop({"a": [Bought()]}).roster(), datetime.now(UTC)), definition.rule, {}, ())
    known = set(definition.numbers()) | set(given.figures) | ({"periods"} if definition.periods else set())
    outcomes = {outcome.key for outcome in definition.outcomes}
    assert outcomes <= set(given.masks)
    for outcome in definition.outcomes:
        for text in (outcome.definition.zh, outcome.definition.en):
            assert placeholders(text) <= known
    if definition.each:
        assert placeholders(definition.each.definition.en) <= known | {"category"}
        assert placeholders(definition.each.name.zh) == placeholders(definition.each.name.en) == {"category"}
    if definition.finding:
        assert definition.finding.when in given.figures
        for words in (definition.finding.words, definition.finding.otherwise):
            assert placeholders(words.zh) == placeholders(words.en) <= known
    assert set(definition.money) <= set(given.figures)


def test_a_rule_survives_being_written():
    for definition in definitions().values():
        for outcome in definition.outcomes:
            rule = definition.copy(outcome, "en")
            assert Rule.from_text(rule.text()) == rule


def test_names_differ_within_a_language():
    for language in ("zh", "en"):
        names = [outcome.name.of(language) for one in definitions().values() for outcome in one.outcomes]
        assert len(names) == len(set(names))


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}
