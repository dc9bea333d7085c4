"""docs/call_scripts.md names every check, and says truly which of them block."""

from __future__ import annotations

import re
from pathlib import Path

from local_db.call_scripts import checks
from local_db.call_scripts.codec import from_json, to_json
from local_db.call_scripts.model import AnswerKind, Outcome
from local_db.call_scripts.starters import starters
from local_db.templates import text

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "call_scripts.md").read_text(encoding="utf-8")


def test_every_check_is_in_the_table() -> None:
    source = Path(str(checks.__file__)).read_text(encoding="utf-8")
    reported = set(re.findall(r'(?:ScriptProblem|found)\("(\w+)"', source))
    reported |= set(re.findall(r'Fault\("(\w+)"', Path(str(text.__file__)).read_text(encoding="utf-8")))
    rows = [row for row in PAGE.splitlines() if row.startswith("| `") and row.endswith(("| yes |", "| |"))]
    told = {code: row.endswith("| yes |") for row in rows for code in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert set(told) == reported
    lax = set(re.findall(r'(?:ScriptProblem|found)\("(\w+)"[^\n]*blocks=False', source))
    assert {code for code, blocks in told.items() if not blocks} == lax


def test_every_word_of_the_json_is_named() -> None:
    words = {*AnswerKind, *Outcome, "format", "language", "opening", "opening_budget", "steps", "always", "objections"}
    assert all(f"`{word}`" in PAGE for word in words)
    script = starters("zh")[0].script
    assert from_json(to_json(script)) == script
