"""docs/tags.md speaks of every rule and every number, and its example is the file it shows."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from local_db.tags.builtin import FOLDER, definitions

TEXT = (Path(__file__).resolve().parents[3] / "docs" / "tags.md").read_text(encoding="utf-8")


def test_every_rule_and_number_is_explained():
    for definition in definitions().values():
        [section] = re.findall(rf"### `{definition.rule}`.*?(?=\n##)", TEXT, re.DOTALL)
        assert [one.key for one in definition.parameters if f"`{one.key}`" not in section] == []


def test_the_example_is_of_the_real_file():
    [block] = re.findall(r"```toml\n(.*?)```", TEXT, re.DOTALL)
    shown = tomllib.loads(block)
    real = tomllib.loads((FOLDER / f"{shown['rule']}.toml").read_text(encoding="utf-8"))
    assert shown["tag"] == real["tag"]
    assert shown["parameter"] == real["parameter"][:1]
    assert set(real) == set(shown)
