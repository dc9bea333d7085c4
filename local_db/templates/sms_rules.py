"""The dated rules that hold whoever carries a text, `resources/sms_rules/sms.toml`; finding an opt-out in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from local_db.templates.rule_reader import RuleTable, read_rules
from local_db.templates.vendor import WordRule
from local_db.templates.vendors import RULES_FOLDER, word_rule


@dataclass(frozen=True, slots=True)
class OptOut:
    """A wording that tells a receiver how to refuse; `default` is the one proposed for its language."""

    text: str
    language: str
    default: bool = False


@dataclass(frozen=True, slots=True)
class SmsRules:
    """What holds for every text."""

    opt_outs: tuple[OptOut, ...]
    words: tuple[WordRule, ...]  # what the law restricts
    spare_words: tuple[str, ...]  # what a text says as well without
    usual_limits: tuple[int, ...]  # lengths to which values may be cut, longest first


@cache
def sms_rules() -> SmsRules:
    """The rules that ship with the program."""
    rules = read_rules(RULES_FOLDER / "sms.toml")
    read_on = rules.day("read_on")
    cuts = rules.table("cuts")
    found = SmsRules(
        tuple(_opt_out(table) for table in rules.tables("opt_out")),
        tuple(word_rule(table, read_on) for table in rules.tables("words")),
        cuts.texts("words"),
        cuts.numbers("limits"),
    )
    cuts.text("source")
    cuts.end()
    rules.end()
    return found


def _opt_out(table: RuleTable) -> OptOut:
    default = table.has("default") and table.flag("default")
    wording = OptOut(table.text("text"), table.text("language"), default)
    table.text("source")
    table.end()
    return wording


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
