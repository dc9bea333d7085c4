"""Replies in JSON: Beeftext's combos, Chatwoot's canned responses, Zendesk's macros, text modules, saved replies."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from local_db.importing.profile import plain
from local_db.replies.exchange.drafting import Drafts
from local_db.replies.exchange.markup import html_to_text
from local_db.replies.exchange.model import Format, Raw
from local_db.replies.exchange.tables import split_title

_WRAPPERS = ("payload", "macros", "saved_replies", "savedReplies", "text_modules", "canned_responses", "data", "items")
_WORDS = re.compile(r"[\s,，;；、|]+")
_COMBO = re.compile(r"#\{(combo|upper|lower|trim):([^{}]+)\}")
_AS_SAID: Mapping[str, Callable[[str], str]] = {
    "combo": str, "upper": str.upper, "lower": str.lower, "trim": str.strip,
}  # fmt: skip
_KEYS_OF_BEEFTEXT = re.compile(r"#\{(?:key|shortcut|delay):?[^{}]*\}")
_COMMANDS = re.compile(r"#\{(?:powershell|envVar)[^{}]*\}")
_KEYWORD, _SNIPPET = ("keyword", "comboText"), ("snippet", "substitutionText")  # now, and in its first version
_DEEPEST = 5  # combos within combos
_INACTIVE = frozenset({"false", "0", "no", "inactive"})

Entry = Mapping[str, Any]
Reader = Callable[[Sequence[Any], Drafts], Iterator[Raw]]


def format_of(values: object) -> tuple[Format, Sequence[Any]] | None:
    """What a JSON file is, and its entries; None for what holds no replies."""
    if isinstance(values, dict) and isinstance(values.get("combos"), list):
        return Format.BEEFTEXT, [values]
    entries = _entries(values)
    known = [entry for entry in entries if isinstance(entry, dict)][:50]
    for of, keys in _KEYS.items():
        if any(keys <= entry.keys() for entry in known):
            return of, entries
    return None


_KEYS: Mapping[Format, frozenset[str]] = {
    Format.CHATWOOT: frozenset({"short_code", "content"}),
    Format.ZENDESK: frozenset({"title", "actions"}),
    Format.ZAMMAD: frozenset({"name", "content"}),
    Format.SAVED_REPLIES: frozenset({"name", "text"}),
}


def _entries(values: object) -> Sequence[Any]:
    if isinstance(values, list):
        return values
    if isinstance(values, dict):
        for key in _WRAPPERS:
            if isinstance(values.get(key), list | dict):
                return _entries(values[key])
        if len(values) == 1:  # such as {"_embedded": {"saved-replies": […]}}
            return _entries(next(iter(values.values())))
    return []


def read_entries(of: Format, entries: Sequence[Any], drafts: Drafts) -> Iterator[Raw]:
    """The entries, numbered from 1; what is none is told."""
    if of is Format.BEEFTEXT:
        yield from _beeftext(entries[0], drafts)
        return
    read = {
        Format.CHATWOOT: _chatwoot,
        Format.ZENDESK: _zendesk,
        Format.ZAMMAD: _zammad,
        Format.SAVED_REPLIES: _saved,
    }[of]
    for number, entry in enumerate(entries, 1):
        if isinstance(entry, dict):
            yield read(entry, number)
        else:
            drafts.say("not_an_entry", number)


def _text(entry: Entry, *keys: str) -> str:
    """The first of these that is there, as text."""
    for key in keys:
        value = entry.get(key)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            return str(value)
    return ""


def _active(entry: Entry, key: str = "active") -> bool:
    return plain(str(entry.get(key, True))) not in _INACTIVE


def _chatwoot(entry: Entry, number: int) -> Raw:
    code = _text(entry, "short_code")
    return Raw(number, (_text(entry, "content"),), title=code, shortcut=code)


def _zendesk(entry: Entry, number: int) -> Raw:
    group, title = split_title(_text(entry, "title"))
    actions = entry.get("actions")
    texts = [_comment(action) for action in actions if isinstance(action, dict)] if isinstance(actions, list) else []
    restriction = entry.get("restriction")
    return Raw(
        number,
        tuple(filter(None, texts))[:1],
        title=title,
        group=group,
        personal=isinstance(restriction, dict) and restriction.get("type") == "User",
        active=_active(entry),
    )


def _comment(action: Entry) -> str:
    """What an action says; side by side with the channel it is meant for in newer exports."""
    if action.get("field") not in {"comment_value", "comment_value_html"}:
        return ""
    value = action.get("value")
    if isinstance(value, list):
        value = value[-1] if value else ""
    return value if isinstance(value, str) else ""


def _zammad(entry: Entry, number: int) -> Raw:
    return Raw(
        number,
        (_text(entry, "content"),),
        title=_text(entry, "name"),
        tags=tuple(_WORDS.split(_text(entry, "keywords"))),
        active=_active(entry),
    )


def _saved(entry: Entry, number: int) -> Raw:
    group = entry.get("category")
    return Raw(
        number,
        (_text(entry, "text", "body"),),
        title=_text(entry, "name"),
        group=_text(group, "name") if isinstance(group, dict) else _text(entry, "category", "folder", "group"),
        active=_active(entry),
    )


# --- Beeftext ---


def _beeftext(values: Entry, drafts: Drafts) -> Iterator[Raw]:
    combos = [combo for combo in values["combos"] if isinstance(combo, dict)]
    listed = values.get("groups")
    groups = {
        _text(group, "uuid"): _text(group, "name")
        for group in (listed if isinstance(listed, list) else [])
        if isinstance(group, dict)
    }
    said = {_text(combo, *_KEYWORD): _snippet(combo) for combo in combos}
    for number, combo in enumerate(values["combos"], 1):
        if not isinstance(combo, dict):
            drafts.say("not_an_entry", number)
            continue
        keyword = _text(combo, *_KEYWORD)
        text = _with_combos(_snippet(combo), said, (keyword,), lambda n=number: drafts.say("part_missing", n))  # type: ignore[misc]
        if _COMMANDS.search(text):
            drafts.say("command_not_run", number, "snippet")
        yield Raw(
            number,
            (_KEYS_OF_BEEFTEXT.sub("", text),),
            title=_text(combo, "name") or keyword,
            group=groups.get(_text(combo, "group"), ""),
            shortcut=keyword,
            active=_active(combo, "enabled"),
        )


def _snippet(combo: Entry) -> str:
    text = _text(combo, *_SNIPPET)
    return html_to_text(text) if combo.get("useHtml") is True else text


def _with_combos(text: str, said: Mapping[str, str], inside: tuple[str, ...], missing: Callable[[], None]) -> str:
    """The text with what other combos say in it; one that is not there, or inside itself, is left out and told."""

    def other(found: re.Match[str]) -> str:
        keyword = found[2].strip()
        if keyword not in said or keyword in inside or len(inside) > _DEEPEST:
            missing()
            return ""
        return _AS_SAID[found[1]](_with_combos(said[keyword], said, (*inside, keyword), missing))

    return _COMBO.sub(other, text)
