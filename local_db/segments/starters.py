"""The ready-made segments of `resources/starters/segments.toml`, in a language."""

from __future__ import annotations

import tomllib
from pathlib import Path

from local_db.segments.model import SavedSegment
from local_db.segments.tree import parse_text

STARTERS_FILE = Path(__file__).resolve().parents[2] / "resources" / "starters" / "segments.toml"


def starters(language: str) -> tuple[SavedSegment, ...]:
    """The starters named in a language (`zh`, `en`), not yet saved."""
    with STARTERS_FILE.open("rb") as file:
        entries = tomllib.load(file)["segment"]
    return tuple(SavedSegment(entry[language], parse_text(entry["tree"])) for entry in entries)
