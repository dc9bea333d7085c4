"""Every example of docs/segments.md is a tree, and no condition, operator or key is without one."""

from __future__ import annotations

import json
import re
from dataclasses import fields
from pathlib import Path
from typing import get_args

from local_db.importing.model import STATUSES
from local_db.segments import tree
from local_db.segments.catalogue import CITY_TIERS, CONSENT_STATES, FIELDS, MEASURES, OPS, PHONE_KINDS

TEXT = (Path(__file__).resolve().parents[3] / "docs" / "segments.md").read_text(encoding="utf-8")
EXAMPLES = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)]
NODES = [node for example in EXAMPLES for _, node in tree.walk(tree.parse(example))]


def test_examples_are_trees():
    assert EXAMPLES
    for example in EXAMPLES:
        assert tree.to_json(tree.parse(example)) == example


def test_every_node_has_an_example():
    assert {type(node) for node in NODES} == set(get_args(tree.Node))


def test_every_field_and_operator_has_an_example():
    found = [node for node in NODES if isinstance(node, tree.Field)]
    assert {leaf.field for leaf in found} == {entry.key for entry in FIELDS}
    assert {leaf.op for leaf in found} == {op for ops in OPS.values() for op in ops}


def test_every_key_about_orders_has_an_example():
    ordered = [node for node in NODES if isinstance(node, tree.Ordered)]
    assert {leaf.measure for leaf in ordered} == set(MEASURES)
    assert given(leaf.orders for leaf in ordered) == {part.name for part in fields(tree.OrderFilter)}
    assert given(leaf.orders.product for leaf in ordered) == {part.name for part in fields(tree.Product)}


def test_every_key_of_the_other_leaves_has_an_example():
    for kind in (tree.Sequence, tree.Sent, tree.Refunded, tree.Rfm):
        assert given(node for node in NODES if isinstance(node, kind)) == {part.name for part in fields(kind)}


def given(values):
    """The names of what differs from the default in at least one of the values."""
    return {part.name for value in values for part in fields(value) if getattr(value, part.name) != part.default}


def test_every_word_is_named():
    words = (*CONSENT_STATES, *STATUSES, *PHONE_KINDS, *CITY_TIERS[:-1])
    assert [word for word in words if f"`{word}`" not in TEXT] == []
