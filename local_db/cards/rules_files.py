"""The card vendors: those of `resources/card_rules/`, and a person's own from a folder beside the settings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from types import MappingProxyType

from local_db.cards.model import ActionKind, CardKind, Field
from local_db.cards.rules import (
    ButtonRule,
    CardVariables,
    CardVendor,
    ExportForm,
    FieldRule,
    FileRule,
    Handset,
    KindRule,
    Need,
    OptOutInCard,
    PhoneForm,
    PictureRule,
    Ratio,
    SenderRule,
    Targets,
)
from local_db.errors import TemplateError
from local_db.templates.model import Purpose
from local_db.templates.rule_reader import Choice, RuleTable, own_profiles, profile_key, read_rules
from local_db.templates.vendor import OptOutRule
from local_db.templates.vendors import symbols_rule, word_rule

RULES_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "card_rules"
BUILT_IN = ("aliyun", "koomessage", "rcs", "5g")
OWN_FOLDER = "card_rules"  # of this name, beside the settings
MAKERS = ("huawei", "xiaomi", "oppo", "vivo", "samsung", "honor", "google")

_NUMBER = re.compile(r"[0-9]{1,4}")
_RCS = (CardKind.RCS_CARD, CardKind.RCS_CAROUSEL)  # only RCS has these, and no others
_RATIO = re.compile(r"([1-9][0-9]{0,3}):([1-9][0-9]{0,3})")
_KINDS = {kind.value: kind for kind in CardKind}
_FIELDS = {name.value: name for name in Field}
_ACTIONS = {kind.value: kind for kind in ActionKind}
_FORMS = {form.value: form for form in ExportForm}
_SENDERS = {rule.value: rule for rule in SenderRule}
_NEEDS = {need.value: need for need in Need}
_PHONES = {form.value: form for form in PhoneForm}
_OPT_OUTS = {rule.value: rule for rule in OptOutRule if rule is not OptOutRule.ADDED}


@cache
def built_in_card_vendors() -> tuple[CardVendor, ...]:
    """The profiles that come with the program."""
    return tuple(read_card_vendor(RULES_FOLDER / f"{key}.toml") for key in BUILT_IN)


def own_card_vendors(folder: Path) -> tuple[tuple[CardVendor, ...], tuple[TemplateError, ...]]:
    """A person's own profiles by file name, and what is wrong with those that cannot be used."""
    return own_profiles(folder, read_card_vendor)


def card_vendors(own: Sequence[CardVendor] = ()) -> tuple[CardVendor, ...]:
    """Every profile; one of a person's own takes the place of a built-in one with its key."""
    by_key = {vendor.key: vendor for vendor in (*built_in_card_vendors(), *own)}
    return tuple(by_key.values())


def card_vendor_of(key: str, own: Sequence[CardVendor] = ()) -> CardVendor:
    """The profile of a key; the first one where nobody has that key any more."""
    vendors = card_vendors(own)
    return next((vendor for vendor in vendors if vendor.key == key), vendors[0])


def read_card_vendor(path: Path) -> CardVendor:
    """Read and check a profile. Raises TemplateError (`rules_unreadable`, `rules_invalid` with `file` and `key`)."""
    rules = read_rules(path)
    key = profile_key(rules)
    read_on = rules.day("read_on")
    form = rules.choice("form", _FORMS)
    sender = rules.table("sender")
    digital = rules.table("digital")
    vendor = CardVendor(
        key=key,
        title=rules.words("titles"),
        read_on=read_on,
        form=form,
        sms=rules.text("sms"),
        sender=sender.choice("shown", _SENDERS),
        sender_source=sender.words("source"),
        opt_out=_opt_out(rules.table("opt_out")),
        variables=_variables(rules.table("variables")),
        targets=_targets(rules.table("targets")),
        pictures=_files(rules.table("pictures")),
        videos=_files(rules.table("videos")),
        kinds=_kinds(rules, form),
        actions=_actions(rules.table("actions")),
        handsets=_handsets(rules),
        digital_title=digital.number("title", least=0),
        payload=rules.number_or_none("payload"),
        trial=rules.text("trial", ""),
        refused=symbols_rule(rules.table("refused"), read_on) if rules.has("refused") else None,
        words=tuple(word_rule(table, read_on) for table in rules.tables("words")),
    )
    digital.words("source")
    for table in (sender, digital, rules):
        table.end()
    return vendor


def _opt_out(table: RuleTable) -> OptOutInCard:
    rules = {purpose: table.choice(purpose.value, _OPT_OUTS) for purpose in Purpose}
    found = OptOutInCard(MappingProxyType(rules), table.texts("accepted"), table.words("source"))
    table.end()
    return found


def _variables(table: RuleTable) -> CardVariables:
    found = CardVariables(
        most=table.number_or_none("most"),
        most_in_card=table.number_or_none("most_in_card"),
        shortest=table.number("shortest", least=0),
        longest=table.number_or_none("longest"),
        source=table.words("source"),
    )
    table.end()
    return found


def _targets(table: RuleTable) -> Targets:
    found = Targets(
        address_longest=table.number("address_longest"),
        downloads=tuple(ending.lower() for ending in table.texts("downloads")),
        phone=table.choice("phone", _PHONES),
        copy_longest=table.number("copy_longest"),
        reply_longest=table.number("reply_longest"),
        source=table.words("source"),
    )
    table.end()
    return found


def _files(table: RuleTable) -> FileRule:
    found = FileRule(
        types=table.texts("types"),
        most_bytes=table.number("most_bytes"),
        aim_bytes=table.number("aim_bytes"),
        cover_bytes=table.number_or_none("cover_bytes"),
        source=table.words("source"),
    )
    if found.aim_bytes > found.most_bytes:
        raise table.wrong("aim_bytes")
    table.end()
    return found


def _actions(table: RuleTable) -> MappingProxyType[ActionKind, str]:
    found = {kind: table.text(kind.value) for kind in ActionKind if table.has(kind.value)}
    table.words("source")
    table.end()
    return MappingProxyType(found)


def _kinds(rules: RuleTable, form: ExportForm) -> MappingProxyType[CardKind, KindRule]:
    found: dict[CardKind, KindRule] = {}
    for table in rules.tables("kinds"):
        kind = table.choice("kind", _KINDS)
        if kind in found or (kind in _RCS) != (form is ExportForm.RCS):
            raise table.wrong("kind")
        found[kind] = _kind(table)
        if form is ExportForm.ALIYUN and not _NUMBER.fullmatch(found[kind].code):
            raise table.wrong("code")
    if not found:
        raise rules.wrong("kinds")
    return MappingProxyType(found)


def _kind(table: RuleTable) -> KindRule:
    panels = table.table("panels")
    least, most = panels.number("least"), panels.number("most")
    if most < least:
        raise panels.wrong("most")
    panels.end()
    found = KindRule(
        code=table.text("code"),
        fields=_fields(table.table("fields")),
        least_panels=least,
        most_panels=most,
        buttons=_buttons(table.table("buttons")),
        picture=_picture(table.table("picture")) if table.has("picture") else None,
        video=table.choice("video", _NEEDS) if table.has("video") else None,
        taps=_flag(table, "taps"),
        pages=_flag(table, "pages"),
        anything=_flag(table, "anything"),
        chips=table.number("chips") if table.has("chips") else 0,
        tall=_flag(table, "tall"),
        source=table.words("source"),
    )
    table.end()
    return found


def _fields(table: RuleTable) -> MappingProxyType[Field, FieldRule]:
    found: dict[Field, FieldRule] = {}
    for name in Field:
        if table.has(name.value):
            entry = table.table(name.value)
            lines = entry.number("lines") if entry.has("lines") else 1
            rule = FieldRule(entry.number("longest"), _flag(entry, "required"), lines, _flag(entry, "only_first"))
            entry.end()
            found[name] = rule
    table.end()
    return MappingProxyType(found)


def _buttons(table: RuleTable) -> ButtonRule:
    least = table.number("least") if table.has("least") else 0
    found = ButtonRule(table.number("most", least=0), table.number("longest"), least, _flag(table, "only_first"))
    if found.least > found.most:
        raise table.wrong("least")
    table.end()
    return found


def _picture(table: RuleTable) -> PictureRule:
    ratios = table.texts("ratios")
    found = PictureRule(tuple(_ratio(table, text) for text in ratios), _flag(table, "required"))
    table.end()
    return found


def _ratio(table: RuleTable, text: str) -> Ratio:
    match = _RATIO.fullmatch(text)
    if match is None:
        raise table.wrong("ratios")
    return int(match[1]), int(match[2])


def _handsets(rules: RuleTable) -> MappingProxyType[str, Handset]:
    found: dict[str, Handset] = {}
    for table in rules.tables("handsets"):
        maker = table.text("maker")
        if maker not in MAKERS or maker in found:
            raise table.wrong("maker")
        found[maker] = _handset(table, maker)
    return MappingProxyType(found)


def _handset(table: RuleTable, maker: str) -> Handset:
    cuts: dict[tuple[CardKind, Field], int] = {}
    for cut in table.tables("cuts"):
        place = cut.choice("kind", _KINDS), cut.choice("field", _FIELDS)
        cuts[place] = cut.number("longest")
        cut.end()
    found = Handset(
        maker=maker,
        kinds=frozenset(_named(table, "kinds", _KINDS)),
        actions=frozenset(_named(table, "actions", _ACTIONS)),
        digital=table.flag("digital"),
        cuts=MappingProxyType(cuts),
        source=table.words("source"),
    )
    table.end()
    return found


def _named(table: RuleTable, key: str, choices: Mapping[str, Choice]) -> Iterator[Choice]:
    """A list of a few words."""
    for word in table.texts(key):
        if word not in choices:
            raise table.wrong(key)
        yield choices[word]


def _flag(table: RuleTable, key: str) -> bool:
    return table.has(key) and table.flag(key)
