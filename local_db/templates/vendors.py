"""The vendor profiles: those of `resources/sms_rules/`, and a person's own from a folder beside the settings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from local_db.errors import TemplateError
from local_db.templates.in_languages import InLanguages
from local_db.templates.model import Purpose
from local_db.templates.rule_reader import RuleTable, own_profiles, profile_key, read_rules
from local_db.templates.sms_parts import PartsRule, Room, Route
from local_db.templates.vendor import (
    GENERAL,
    OptOutRule,
    OptOuts,
    Price,
    SignatureRule,
    VariableRule,
    Vendor,
    Verdict,
    WordRule,
)

RULES_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "sms_rules"
BUILT_IN = ("aliyun", "tencent", "volcengine", "huawei", "qiniu", "twilio", GENERAL)
OWN_FOLDER = "sms_rules"  # of this name, beside the settings

_VERDICTS = {"allow": Verdict.OK, "ask": Verdict.REVIEW, "refuse": Verdict.REFUSED}
_OPT_OUTS = {rule.value: rule for rule in OptOutRule}
_PURPOSES = {purpose.value: purpose for purpose in Purpose}
_ROUTES = {route.value: route for route in Route}


@cache
def built_in_vendors() -> tuple[Vendor, ...]:
    """The profiles that come with the program."""
    return tuple(read_vendor(RULES_FOLDER / f"{key}.toml") for key in BUILT_IN)


def own_vendors(folder: Path) -> tuple[tuple[Vendor, ...], tuple[TemplateError, ...]]:
    """A person's own profiles by file name, and what is wrong with those that cannot be used."""
    return own_profiles(folder, read_vendor)


def all_vendors(own: Sequence[Vendor] = ()) -> tuple[Vendor, ...]:
    """Every profile; one of a person's own takes the place of a built-in one with its key."""
    by_key = {vendor.key: vendor for vendor in (*built_in_vendors(), *own)}
    return tuple(by_key.values())


def vendor_of(key: str, own: Sequence[Vendor] = ()) -> Vendor:
    """The profile of a key; the general one where nobody has that key any more."""
    by_key = {vendor.key: vendor for vendor in all_vendors(own)}
    return by_key.get(key, by_key[GENERAL])


def read_vendor(path: Path) -> Vendor:
    """Read and check a profile. Raises TemplateError (`rules_unreadable`, `rules_invalid` with `file` and `key`)."""
    rules = read_rules(path)
    key = profile_key(rules)
    read_on = rules.day("read_on")
    title = rules.words("titles")
    parts, parts_source = _parts(rules.table("parts"))
    length = rules.table("length")
    most, length_source = length.number("most"), length.words("source")
    length.end()
    vendor = Vendor(
        key=key,
        title=title,
        read_on=read_on,
        parts=parts,
        parts_source=parts_source,
        most_units=most,
        length_source=length_source,
        signature=_signature(rules.table("signature")),
        opt_out=_opt_out(rules.table("opt_out")),
        variables=_variables(rules.table("variables")),
        symbols=tuple(symbols_rule(table, read_on) for table in rules.tables("symbols")),
        words=tuple(word_rule(table, read_on) for table in rules.tables("words")),
        price=_price(rules.table("price")) if rules.has("price") else None,
    )
    rules.end()
    return vendor


def word_rule(table: RuleTable, read_on: date) -> WordRule:
    """A group of words."""
    rule = WordRule(
        key=table.text("key"),
        title=table.words("title"),
        words=table.texts("words"),
        verdict=table.choice("verdict", _VERDICTS),
        purpose=table.choice("purpose", _PURPOSES) if table.has("purpose") else None,
        instead=table.words("instead"),
        source=table.words("source"),
        read_on=table.day("read_on", read_on),
    )
    table.end()
    return rule


def symbols_rule(table: RuleTable, read_on: date) -> WordRule:
    """A group of characters."""
    characters = table.text("characters")
    verdict = table.choice("verdict", _VERDICTS, "refuse")
    source = table.words("source")
    rule = WordRule("symbols", None, tuple(characters), verdict, None, None, source, table.day("read_on", read_on))
    table.end()
    return rule


def _parts(table: RuleTable) -> tuple[PartsRule, InLanguages]:
    ucs2 = _room(table)
    source = table.words("source")
    packed = table.table("gsm7")
    gsm7 = _room(packed)
    routes = packed.texts("routes")
    if not set(routes) <= set(_ROUTES):
        raise packed.wrong("routes")
    packed.words("source")
    packed.end()
    table.end()
    return PartsRule(ucs2, gsm7, frozenset(_ROUTES[route] for route in routes)), source


def _room(table: RuleTable) -> Room:
    room = Room(table.number("one"), table.number("many", least=2))  # an emoji must fit into a part
    if room.many > room.one:
        raise table.wrong("many")
    return room


def _signature(table: RuleTable) -> SignatureRule:
    rule = SignatureRule(
        shortest=table.number("shortest"),
        longest=table.number("longest"),
        brackets=table.text("brackets", empty=True),
        position=table.text("position"),
        source=table.words("source"),
    )
    if rule.longest < rule.shortest:
        raise table.wrong("longest")
    if len(rule.brackets) not in {0, 2}:
        raise table.wrong("brackets")
    if rule.position not in {"start", "end"}:
        raise table.wrong("position")
    table.end()
    return rule


def _opt_out(table: RuleTable) -> OptOuts:
    rules = {purpose: table.choice(purpose.value, _OPT_OUTS) for purpose in Purpose}
    found = OptOuts(rules, table.texts("accepted"), table.words("source"))
    table.end()
    return found


def _variables(table: RuleTable) -> VariableRule:
    written = table.text("written")
    if ("name" in written) == ("number" in written):
        raise table.wrong("written")
    rule = VariableRule(
        written=written,
        marketing=table.choice("marketing", _VERDICTS),
        adjacent=table.choice("adjacent", _VERDICTS),
        alone=table.choice("alone", _VERDICTS),
        link=table.choice("link", _VERDICTS),
        unbounded=table.choice("unbounded", _VERDICTS),
        longest=table.number_or_none("longest"),
        most=table.number_or_none("most"),
        source=table.words("source"),
    )
    table.end()
    return rule


def _price(table: RuleTable) -> Price:
    try:
        each = Decimal(table.text("each"))
    except InvalidOperation:
        raise table.wrong("each") from None
    if not each.is_finite() or each < 0:
        raise table.wrong("each")
    currency = table.text("currency")
    if not re.fullmatch(r"[A-Z]{3}", currency):
        raise table.wrong("currency")
    price = Price(each, currency, table.words("source"))
    table.end()
    return price
