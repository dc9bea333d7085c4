"""Replies and groups as the JSON records that are kept and exchanged, read strictly and written in one way only.

What is as usual is left out, so two items say the same exactly when their texts are equal.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from local_db.errors import ReplyError
from local_db.replies.model import Attachment, Conflict, Group, Item, ItemKind, Reply, Scope, Wording

MOST_CHARACTERS = 200_000  # of one record as somebody saves it
MOST_UNSETTLED = 20 * MOST_CHARACTERS  # of one with what several PCs have said of it
LANGUAGES = ("", "zh", "en")
CONFLICTS = "conflicts"
WORDING = "wordings:"  # before its uid: the field of a conflict about one wording, whose value is its text

_ATTACHMENTS = "attachments"
_POSITION = re.compile(r"[0-9a-z]*[1-9a-z]|")
_SCOPES = {scope.value: scope for scope in Scope}


def reply_json(reply: Reply, conflicts: Iterable[Conflict] = ()) -> str:
    """The record of a reply."""
    return content_of(ItemKind.REPLY, reply_fields(reply), conflicts)


def group_json(group: Group, conflicts: Iterable[Conflict] = ()) -> str:
    """The record of a group."""
    return content_of(ItemKind.GROUP, group_fields(group), conflicts)


def reply_fields(reply: Reply) -> dict[str, object]:
    """Every field of a reply as JSON has it."""
    return {
        "title": reply.title,
        "wordings": [{"uid": wording.uid, "text": wording.text} for wording in reply.wordings],
        "group": reply.group,
        "shortcut": reply.shortcut,
        "tags": list(reply.tags),
        "attachments": [{"hash": one.hash, "name": one.name, "type": one.type} for one in reply.attachments],
        "platforms": list(reply.platforms),
        "language": reply.language,
        "valid_from": reply.valid_from,
        "valid_until": reply.valid_until,
        "pinned": reply.pinned,
        "fragment": reply.fragment,
        "position": reply.position,
    }


def group_fields(group: Group) -> dict[str, object]:
    """Every field of a group as JSON has it."""
    return {"name": group.name, "scope": group.scope.value, "position": group.position}


USUAL: Mapping[ItemKind, Mapping[str, object]] = {
    ItemKind.REPLY: reply_fields(Reply("", "")),
    ItemKind.GROUP: group_fields(Group("", "")),
}


def content_of(kind: ItemKind, fields: Mapping[str, object], conflicts: Iterable[Conflict] = ()) -> str:
    """The one way in which these fields are written."""
    record: dict[str, object] = {
        name: fields[name] for name, usual in USUAL[kind].items() if name in fields and fields[name] != usual
    }
    open_ones = [{"field": one.field, "value": one.value, "at": one.at} for one in conflicts]
    if open_ones:
        record[CONFLICTS] = open_ones
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"))


def fields_of(kind: ItemKind, content: str) -> dict[str, object]:
    """Every field of a record, the usual ones too, without its conflicts. Raises ReplyError `content_invalid`."""
    values = _record(content)
    _kwargs(values, _READERS[kind])
    return {name: values.get(name, usual) for name, usual in USUAL[kind].items()}


def conflicts_of(content: str) -> tuple[Conflict, ...]:
    """What is not settled yet in a record."""
    return _conflicts(_record(content)[CONFLICTS]) if CONFLICTS in content else ()


def read_reply(uid: str, content: str) -> Reply:
    """The reply of a record. Raises ReplyError `content_invalid` with the key of what cannot be understood."""
    values: dict[str, Any] = _kwargs(_record(content), _REPLY)
    return Reply(uid, values.pop("title", ""), **values)


def read_group(uid: str, content: str) -> Group:
    """The group of a record. Raises ReplyError `content_invalid` with the key of what cannot be understood."""
    values: dict[str, Any] = _kwargs(_record(content), _GROUP)
    return Group(uid, values.pop("name", ""), **values)


def read_item(item: Item) -> Reply | Group:
    """The reply or the group that an item is."""
    return read_reply(item.uid, item.content) if item.kind is ItemKind.REPLY else read_group(item.uid, item.content)


def media_hashes(content: str) -> set[str]:
    """What a record carries, also in what is not settled. Raises ReplyError `content_invalid`."""
    unsettled = [one.value for one in conflicts_of(content) if one.field == _ATTACHMENTS]
    try:
        carried = [_attachments(listed) for listed in (_record(content).get(_ATTACHMENTS, []), *unsettled)]
    except (KeyError, TypeError, ValueError):
        raise ReplyError("content_invalid", key=_ATTACHMENTS) from None
    return {one.hash for those in carried for one in those}


def value_of(fields: Mapping[str, object], name: str) -> object:
    """What the field of a conflict says now; None where its wording is gone."""
    if not name.startswith(WORDING):
        return fields.get(name)
    listed = fields.get("wordings")
    uid = name.removeprefix(WORDING)
    return next((one["text"] for one in listed if one["uid"] == uid), None) if isinstance(listed, list) else None


def is_position(text: str) -> bool:
    """Whether a text can order replies, as `positions.py` makes them; an empty one can."""
    return _POSITION.fullmatch(text) is not None


# --- reading ---


def _record(content: str) -> dict[str, object]:
    try:
        if len(content) > MOST_UNSETTLED:
            raise ReplyError("content_invalid", key="")
        values = json.loads(content)
        if "\\" in content:  # half a character of two: JSON can spell it, no file holds it
            json.dumps(values, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise ReplyError("content_invalid", key="") from None
    if not isinstance(values, dict):
        raise ReplyError("content_invalid", key="")
    return values


def _kwargs(values: dict[str, object], readers: Mapping[str, Callable[[Any], object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in values.items():
        if key == CONFLICTS:
            continue
        try:
            found[key] = readers[key](value)
        except (KeyError, TypeError, ValueError):
            raise ReplyError("content_invalid", key=key) from None
    return found


def _conflicts(values: object) -> tuple[Conflict, ...]:
    try:
        return tuple(Conflict(_text(one["field"]), one["value"], _number(one["at"])) for one in _list(values))
    except (KeyError, TypeError, ValueError):
        raise ReplyError("content_invalid", key=CONFLICTS) from None


def _text(value: object) -> str:
    if type(value) is not str:
        raise ValueError
    return value


def _flag(value: object) -> bool:
    if type(value) is not bool:
        raise ValueError
    return value


def _number(value: object) -> int:
    if type(value) is not int:
        raise ValueError
    return value


def _list(value: object) -> list[Any]:
    if type(value) is not list:
        raise ValueError
    return value


def _texts(value: object) -> tuple[str, ...]:
    return tuple(_text(one) for one in _list(value))


def _wordings(value: object) -> tuple[Wording, ...]:
    found = tuple(Wording(_text(one["uid"]), _text(one["text"])) for one in _list(value))
    if len({wording.uid for wording in found}) < len(found):
        raise ValueError
    return found


def _attachments(value: object) -> tuple[Attachment, ...]:
    return tuple(Attachment(_text(one["hash"]), _text(one["name"]), _text(one["type"])) for one in _list(value))


def _language(value: object) -> str:
    if value not in LANGUAGES:
        raise ValueError
    return str(value)


def _day(value: object) -> str:
    day = _text(value)
    if day and date.fromisoformat(day).isoformat() != day:
        raise ValueError
    return day


def _position(value: object) -> str:
    if not is_position(_text(value)):
        raise ValueError
    return str(value)


def _scope(value: object) -> Scope:
    return _SCOPES[_text(value)]


_REPLY: Mapping[str, Callable[[Any], object]] = {
    "title": _text,
    "wordings": _wordings,
    "group": _text,
    "shortcut": _text,
    "tags": _texts,
    "attachments": _attachments,
    "platforms": _texts,
    "language": _language,
    "valid_from": _day,
    "valid_until": _day,
    "pinned": _flag,
    "fragment": _flag,
    "position": _position,
}
_GROUP: Mapping[str, Callable[[Any], object]] = {"name": _text, "scope": _scope, "position": _position}
_READERS = {ItemKind.REPLY: _REPLY, ItemKind.GROUP: _GROUP}
