"""One engine: a segment that asks for another one finds the same people on the page, in a campaign and on the line."""

from __future__ import annotations

import argparse
import json

import pytest

from desktop import cli
from desktop.segments.counting import Counting
from local_db.campaigns.actions import plan, shop_options
from local_db.segments.store import saved_trees
from local_db.segments.tree import parse
from local_db.tags.evaluate import evaluate
from local_db.tags.model import SEGMENT, Rule, Tag
from local_db.templates.model import Purpose, Template
from tests.desktop.stage import NOW

ASKING = {"all": [{"segment": 1}, {"not": {"segment": 2}}]}


@pytest.fixture
def shop(stage):
    stage.add_members("a", "b", "c", "d")
    assert stage.add_segment("lately", {"field": "last_order", "op": "within_days", "value": 4}).id == 1
    assert stage.add_segment("just now", {"field": "last_order", "op": "within_days", "value": 2}).id == 2
    return stage.shop


def test_a_campaign_finds_whom_the_page_shows(stage, shop) -> None:
    counting = Counting(shop, stage.context.rosters)
    counting.segments = {1: parse({"field": "last_order", "op": "within_days", "value": 4})}
    counting.segments[2] = parse({"field": "last_order", "op": "within_days", "value": 2})
    shown = counting.counts([parse(ASKING)]).people[parse(ASKING)]
    template = Template("t", Purpose.MARKETING, "喵屋", "你好", "拒收请回复R")
    made = plan(shop, stage.context.rosters.current(), parse(ASKING), template, shop_options(shop), now=NOW)
    assert made.matched == shown > 0


def test_the_command_line_counts_the_same_and_says_names(stage, shop, tmp_path, capsys) -> None:
    path = tmp_path / "tree.json"
    path.write_text(json.dumps(ASKING), encoding="utf-8")
    answer = cli.count(shop, argparse.Namespace(tree=path, as_of=None, json=False))
    assert answer["count"] == 2
    assert "is in the segment “lately” and is not in the segment “just now”" in capsys.readouterr().out.casefold()


def test_a_tag_by_such_a_segment_is_given_to_the_same(stage, shop) -> None:
    roster = stage.context.rosters.current()
    with shop.read() as connection:
        segments = saved_trees(connection)
    tag = Tag(7, "cooling", Rule(SEGMENT, tree=ASKING))
    assert int(evaluate(roster, [tag], NOW, segments).masks[7].sum()) == 2
