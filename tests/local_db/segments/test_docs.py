"""Every example of docs/segments.md is a tree, and no condition is without one."""

from __future__ import annotations

import json
import re
from pathlib import Path

from local_db.segments import tree
from local_db.segments.catalogue import CONSENT_STATES, FIELDS, OPS

TEXT = (Path(__file__).resolve().parents[3] / "docs" / "segments.md").read_text(encoding="utf-8")
EXAMPLES = [json.loads(block) for block in re.findall(r"```json\n(.*?)```", TEXT, re.DOTALL)]


def test_examples_are_trees():
    assert EXAMPLES
    for example in EXAMPLES:
        assert tree.to_json(tree.parse(example)) == example


def test_every_leaf_has_an_example():
    leaves = [node for example in EXAMPLES for _, node in tree.walk(tree.parse(example))]
    fields = [leaf for leaf in leaves if isinstance(leaf, tree.Field)]
    assert {leaf.field for leaf in fields} == {entry.key for entry in FIELDS}
    assert {leaf.op for leaf in fields} == {op for ops in OPS.values() for op in ops}
    assert any(isinstance(leaf, tree.Tag) for leaf in leaves)
    ordered = [leaf for leaf in leaves if isinstance(leaf, tree.Ordered)]
    for part in ("within_days", "from_day", "to_day", "titles"):
        assert any(getattr(leaf, part) for leaf in ordered)


def test_every_consent_state_is_named():
    assert all(f"`{state}`" in TEXT for state in CONSENT_STATES)
