"""What a reply and a group of replies are made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple


class Scope(StrEnum):
    """Whose a group is; personal ones are not shared."""

    SHOP = "shop"
    PERSONAL = "personal"


@dataclass(frozen=True, slots=True)
class Wording:
    """One way of saying a reply. May hold variables `{nick|亲}` and shared fragments `{>name}`."""

    uid: str
    text: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A picture or a file that goes with a reply; its bytes are in the shop file's media, found by their hash."""

    hash: str
    name: str  # as the file was called
    type: str  # MIME type


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer for chats. `uid` is the same on every PC of the shop; days are ISO dates, empty: no limit.

    `position` orders replies within their group: texts that compare as their places do, so that one can be put
    between two others without touching them.
    """

    uid: str
    title: str
    wordings: tuple[Wording, ...] = ()
    group: str = ""  # uid of the group; empty: in none
    shortcut: str = ""
    tags: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    platforms: tuple[str, ...] = ()  # keys of platforms on which it may be used; none: on all
    language: str = ""  # "zh", "en", or empty
    valid_from: str = ""
    valid_until: str = ""
    pinned: bool = False
    fragment: bool = False  # a shared part of other replies, found by its title in `{>title}`
    position: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """A drawer of replies."""

    uid: str
    name: str
    scope: Scope = Scope.SHOP
    position: str = ""


@dataclass(frozen=True, slots=True)
class Usage:
    """How often a reply was taken, and when last (UTC seconds)."""

    times: int = 0
    last_at: int = 0


class ItemKind(StrEnum):
    """What an item of the library is."""

    REPLY = "reply"
    GROUP = "group"


@dataclass(frozen=True, slots=True)
class Conflict:
    """What another PC said of a field, kept until a person has settled it. `at` is when it was said (UTC seconds)."""

    field: str
    value: object  # as JSON has it; the field's usual value where that was said
    at: int


@dataclass(frozen=True, slots=True)
class Item:
    """A reply or a group as the shop file keeps it and PCs exchange it; `content` as `codec.py` writes it."""

    uid: str
    kind: ItemKind
    content: str
    created_at: int = 0
    changed_at: int = 0
    deleted_at: int | None = None


class Step(NamedTuple):
    """An item before and after something was done to it: what an undo needs to know."""

    before: Item
    after: Item


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a person has decided about a field that two PCs had written differently.

    `value` stands from now on; `seen` are all the values that were to be chosen from.
    """

    field: str
    value: object
    seen: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Version:
    """What an item said when it was saved; the first one is 1."""

    version: int
    saved: Reply | Group
    saved_at: int


@dataclass(frozen=True, slots=True)
class ReplyProblem:
    """Something wrong with a reply, and where; one that blocks keeps it from being saved.

    `wording` is a place among the wordings, None for the reply as a whole; `position` and `length` are characters of
    that wording, a length of 0: no place in it.
    """

    code: str
    wording: int | None = None
    position: int = 0
    length: int = 0
    data: dict[str, object] = field(default_factory=dict)
    blocks: bool = True
