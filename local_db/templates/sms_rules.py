"""The dated SMS rules of `resources/sms_rules/sms.toml`, and finding an opt-out wording in a text."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

RULES_FILE = Path(__file__).resolve().parents[2] / "resources" / "sms_rules" / "sms.toml"


@dataclass(frozen=True, slots=True)
class OptOut:
    """A wording that tells a receiver how to refuse; `default` is the one proposed for its language."""

    text: str
    language: str
    default: bool = False


@dataclass(frozen=True, slots=True)
class SmsRules:
    """What routes ask of a text; lengths are UTF-16 units."""

    most_units: int
    signature_shortest: int
    signature_longest: int
    opt_outs: tuple[OptOut, ...]


@cache
def sms_rules() -> SmsRules:
    """The rules that ship with the program."""
    with RULES_FILE.open("rb") as file:
        data = tomllib.load(file)
    opt_outs = tuple(OptOut(o["text"], o["language"], o.get("default", False)) for o in data["opt_out"])
    return SmsRules(data["length"]["most_units"], data["signature"]["shortest"], data["signature"]["longest"], opt_outs)


def default_opt_out(language: str) -> str:
    """The wording proposed for texts in a language (`zh`, `en`)."""
    return next(o.text for o in sms_rules().opt_outs if o.default and o.language == language)


def is_opt_out(text: str) -> bool:
    """Whether the text is one of the known wordings and nothing else."""
    return _known().fullmatch(text.strip()) is not None


def trailing_opt_out(text: str) -> int | None:
    """Where a known wording begins that ends the text; None without one."""
    ends = [match.start() for match in _known().finditer(text) if match.end() == len(text.rstrip())]
    return ends[0] if ends else None


def find_opt_out(text: str) -> tuple[int, int] | None:
    """Position and length of the first known wording anywhere in the text."""
    match = _known().search(text)
    return None if match is None else (match.start(), match.end() - match.start())


@cache
def _known() -> re.Pattern[str]:
    # Longest first, so that 退订回TD is not read as 退订回T with a D left over.
    wordings = sorted((_loose(o.text) for o in sms_rules().opt_outs), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(wordings)})[。.!！]?", re.IGNORECASE)


def _loose(wording: str) -> str:
    """A pattern for the wording with any blanks, and letters of either width."""
    return r"\s*".join(_either_width(char) for char in wording if not char.isspace())


def _either_width(char: str) -> str:
    if "!" <= char <= "~":
        return f"[{re.escape(char)}{chr(ord(char) + 0xFEE0)}]"
    return re.escape(char)
