"""Every rule of the vendors has a row, a suggestion and a source that a person can read."""

from __future__ import annotations

from datetime import date
from string import Formatter

import pytest

from desktop.templates import verdict_words
from local_db.templates.in_languages import InLanguages
from local_db.templates.vendor import Verdict
from local_db.templates.verdicts import ALWAYS_SHOWN, RULES, Finding

FACTS = {"shortest": 2, "longest": 12, "units": 501, "most": 500, "accepted": ("回T退订", "TD"), "word": "★"}


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_words(rule: str) -> None:
    finding = Finding(rule, Verdict.REFUSED, InLanguages("a page", "网页"), date(2026, 11, 24), data=dict(FACTS))
    assert verdict_words.row_title(finding.row, finding)
    said = verdict_words.suggestion(finding)
    named = {name for _, name, _, _ in Formatter().parse(verdict_words.SUGGESTIONS[rule]) if name}
    assert named <= set(FACTS)
    assert "{" not in said
    assert "2026-11-24" in verdict_words.source(finding)
    assert "a page" in verdict_words.source(finding)


def test_there_are_no_words_for_rules_that_are_none() -> None:
    assert set(verdict_words.SUGGESTIONS) == set(RULES)
    assert set(verdict_words.ROWS) == {rule.split(".")[0] for rule in RULES}
    assert set(ALWAYS_SHOWN) <= set(verdict_words.ROWS)
    assert set(verdict_words.SAID) == set(Verdict)
