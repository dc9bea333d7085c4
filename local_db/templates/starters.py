"""The ready-made SMS texts of `resources/starters/templates.toml`, in a language."""

from __future__ import annotations

import tomllib
from pathlib import Path

from local_db.templates.model import Purpose, Template
from local_db.templates.sms_rules import default_opt_out

STARTERS_FILE = Path(__file__).resolve().parents[2] / "resources" / "starters" / "templates.toml"


def starters(language: str, *, signature: str = "", opt_out: str | None = None) -> tuple[Template, ...]:
    """The starters in a language (`zh`, `en`), not yet saved.

    Marketing texts get `opt_out`, or the wording usual in that language.
    """
    with STARTERS_FILE.open("rb") as file:
        entries = tomllib.load(file)["template"]
    refusal = default_opt_out(language) if opt_out is None else opt_out
    return tuple(
        Template(
            name=entry[language]["name"],
            purpose=Purpose(entry["purpose"]),
            signature=signature,
            body=entry[language]["body"],
            opt_out=refusal if entry["purpose"] == Purpose.MARKETING else "",
        )
        for entry in entries
    )
