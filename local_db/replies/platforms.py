"""What each platform asks of a text in a chat, as the dated files of `resources/reply_rules/` say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from local_db.templates.in_languages import InLanguages
from local_db.templates.rule_reader import RuleTable, read_rules
from local_db.templates.sms_rules import sms_rules
from local_db.templates.vendor import Verdict, WordRule

RULES_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "reply_rules"
PLATFORMS = (
    "taobao", "tmall", "1688", "jd", "pdd", "douyin", "kuaishou", "xiaohongshu", "wechat", "youzan",
    "shopify", "woocommerce", "amazon", "ebay", "etsy", "shopee", "lazada",
)  # fmt: skip
CONTACTS = ("phone", "link", "email")
OTHER_PLATFORMS = "other_platforms"

_VERDICTS = {"ask": Verdict.REVIEW, "refuse": Verdict.REFUSED}


@dataclass(frozen=True, slots=True)
class ContactRule:
    """Contact data that a platform minds; with `allowed` links lead where it has none against."""

    key: str
    title: InLanguages
    instead: InLanguages
    verdict: Verdict
    allowed: tuple[str, ...]
    source: InLanguages
    read_on: date


@dataclass(frozen=True, slots=True)
class ChatWords:
    """Words that a platform minds, unless they stand in other ones."""

    rule: WordRule
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Platform:
    """The rules of a platform."""

    key: str
    title: InLanguages
    read_on: date
    names: tuple[str, ...]
    family: tuple[str, ...]  # keys of platforms whose names may be said
    most_characters: int
    length_source: InLanguages
    words: tuple[ChatWords, ...]
    contacts: tuple[ContactRule, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    title: InLanguages
    instead: InLanguages
    words: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()


@cache
def platforms() -> tuple[Platform, ...]:
    """The rules that come with the program. Raises TemplateError (`rules_unreadable`, `rules_invalid`)."""
    groups = _groups()
    names = {key: _names(key) for key in PLATFORMS}
    return tuple(_platform(key, groups, names) for key in PLATFORMS)


def _groups() -> dict[str, _Group]:
    file = read_rules(RULES_FOLDER / "common.toml")
    found: dict[str, _Group] = {}
    for table in file.tables("group"):
        unless = table.texts("unless") if table.has("unless") else ()
        found[table.text("key")] = _Group(table.words("title"), table.words("instead"), table.texts("words"), unless)
        table.end()
    for table in file.tables("contact"):
        found[table.text("key")] = _Group(table.words("title"), table.words("instead"))
        table.end()
    file.end()
    return found


def _names(key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a platform is called, and the keys of those that belong to it."""
    file = read_rules(RULES_FOLDER / f"{key}.toml")
    return file.texts("names"), file.texts("family")


def _platform(
    key: str, groups: dict[str, _Group], names: dict[str, tuple[tuple[str, ...], tuple[str, ...]]]
) -> Platform:
    file = read_rules(RULES_FOLDER / f"{key}.toml")
    if file.text("key") != key:
        raise file.wrong("key")
    title, read_on = file.words("titles"), file.day("read_on")
    own, family = file.texts("names"), file.texts("family")
    length = file.table("length")
    most, length_source = length.number("most"), length.words("source")
    length.end()
    said = {name for one in (key, *family) for name in names[one][0]}
    others = tuple(dict.fromkeys(n for one in PLATFORMS for n in names[one][0] if n not in said))
    words: list[ChatWords] = []
    contacts: list[ContactRule] = []
    for table in file.tables("rule"):
        _add_rule(table, groups, others, read_on, words, contacts)
    if file.flag("advertising_law"):
        words += (ChatWords(rule) for rule in sms_rules().words)
    file.end()
    return Platform(key, title, read_on, own, family, most, length_source, tuple(words), tuple(contacts))


def _add_rule(
    table: RuleTable,
    groups: dict[str, _Group],
    others: tuple[str, ...],
    read_on: date,
    words: list[ChatWords],
    contacts: list[ContactRule],
) -> None:
    key = table.text("group")
    if key not in groups:
        raise table.wrong("group")
    group, verdict, source = groups[key], table.choice("verdict", _VERDICTS), table.words("source")
    day = table.day("read_on", read_on)
    if key in CONTACTS:
        allowed = table.texts("allowed") if table.has("allowed") else ()
        contacts.append(ContactRule(key, group.title, group.instead, verdict, allowed, source, day))
    else:
        listed = others if key == OTHER_PLATFORMS else group.words
        rule = WordRule(key, group.title, listed, verdict, None, group.instead, source, day)
        words.append(ChatWords(rule, (*group.unless, *_COURIERS) if key == OTHER_PLATFORMS else group.unless))
    table.end()


_COURIERS = ("京东快递", "京东物流", "京东仓", "菜鸟", "JD Logistics")  # named after a platform, and nothing against it
