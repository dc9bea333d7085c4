"""How replies, their groups and their platforms are called; needs no Qt."""

from __future__ import annotations

from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING

from desktop import amounts
from desktop.members import words as members
from desktop.replies.lexicon import readable
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.replies.model import Scope

if TYPE_CHECKING:
    from desktop.widgets.status_tag import TagTone
    from local_db.replies.model import Reply

_CONTEXT = "Replies"

_SCOPES = {
    Scope.SHOP: QT_TRANSLATE_NOOP("Replies", "Of the shop"),
    Scope.PERSONAL: QT_TRANSLATE_NOOP("Replies", "Mine alone"),
}
_LANGUAGES = {
    "": QT_TRANSLATE_NOOP("Replies", "any language"),
    "zh": QT_TRANSLATE_NOOP("Replies", "Chinese"),
    "en": QT_TRANSLATE_NOOP("Replies", "English"),
}
_FIELDS = {
    "title": QT_TRANSLATE_NOOP("Replies", "Title"),
    "name": QT_TRANSLATE_NOOP("Replies", "Name of the group"),
    "scope": QT_TRANSLATE_NOOP("Replies", "Whose it is"),
    "wordings": QT_TRANSLATE_NOOP("Replies", "Wording"),
    "group": QT_TRANSLATE_NOOP("Replies", "Group"),
    "shortcut": QT_TRANSLATE_NOOP("Replies", "Shortcut"),
    "tags": QT_TRANSLATE_NOOP("Replies", "Tags"),
    "attachments": QT_TRANSLATE_NOOP("Replies", "Pictures and files"),
    "platforms": QT_TRANSLATE_NOOP("Replies", "Platforms"),
    "language": QT_TRANSLATE_NOOP("Replies", "Language"),
    "valid_from": QT_TRANSLATE_NOOP("Replies", "Valid from"),
    "valid_until": QT_TRANSLATE_NOOP("Replies", "Valid until"),
    "pinned": QT_TRANSLATE_NOOP("Replies", "Pinned"),
    "fragment": QT_TRANSLATE_NOOP("Replies", "Shared part"),
    "position": QT_TRANSLATE_NOOP("Replies", "Place"),
}

_TMALL = QT_TRANSLATE_NOOP("Replies", "Tmall")

PLATFORMS = tuple(code for code in members.PLATFORMS if code != "own")


def scope(which: Scope) -> str:
    """Whose a group is."""
    return translate(_CONTEXT, _SCOPES[which])


def language(code: str) -> str:
    """A language of replies."""
    return translate(_CONTEXT, _LANGUAGES[code])


def field(name: str) -> str:
    """What a field of a reply or a group is called; `wordings:UID` is one wording."""
    return translate(_CONTEXT, _FIELDS[name.partition(":")[0]])


def platform(code: str) -> str:
    """A platform on which replies are written."""
    return translate(_CONTEXT, _TMALL) if code == "tmall" else members.platform(code)


def replies(count: int) -> str:
    """So many of them."""
    one, many = QT_TRANSLATE_NOOP("Replies", "1 reply"), QT_TRANSLATE_NOOP("Replies", "{count} replies")
    return _counted(count, one, many)


def groups(count: int) -> str:
    """So many groups of replies."""
    one, many = QT_TRANSLATE_NOOP("Replies", "1 group"), QT_TRANSLATE_NOOP("Replies", "{count} groups")
    return _counted(count, one, many)


def taken(count: int) -> str:
    """How often something was taken."""
    if not count:
        return translate(_CONTEXT, QT_TRANSLATE_NOOP("Replies", "not taken yet"))
    once, often = QT_TRANSLATE_NOOP("Replies", "taken once"), QT_TRANSLATE_NOOP("Replies", "taken {count} times")
    return _counted(count, once, often)


def _counted(count: int, one: str, many: str) -> str:
    return translate(_CONTEXT, one if count == 1 else many).format(count=amounts.number(count))


def first_words(reply: Reply) -> str:
    """What a reply says, on one line."""
    return _one_line(reply.wordings[0].text) if reply.wordings else ", ".join(one.name for one in reply.attachments)


def days(reply: Reply) -> str:
    """From when to when a reply may be used; empty for always."""
    if reply.valid_from and reply.valid_until:
        return f"{reply.valid_from} – {reply.valid_until}"
    if reply.valid_until:
        return translate(_CONTEXT, QT_TRANSLATE_NOOP("Replies", "until {day}")).format(day=reply.valid_until)
    if reply.valid_from:
        return translate(_CONTEXT, QT_TRANSLATE_NOOP("Replies", "from {day}")).format(day=reply.valid_from)
    return ""


def tooltip(reply: Reply) -> str:
    """All that a reply says, as markup in which its words are only words."""
    texts = [readable(one.text) for one in reply.wordings]
    return "<qt>" + "<hr>".join(escape(text).replace("\n", "<br>") for text in texts) + "</qt>" if texts else ""


@lru_cache(maxsize=512)
def _one_line(text: str) -> str:
    return " ".join(readable(text[:400]).split())


def flags(reply: Reply, today: str) -> list[tuple[str, TagTone]]:
    """What a list says of a reply beside its title: whether it may be used now, what it is, and its tags."""
    said: list[tuple[str, TagTone]] = []
    if reply.valid_until and reply.valid_until < today:
        said.append((translate(_CONTEXT, QT_TRANSLATE_NOOP("Replies", "expired")), "warn"))
    elif reply.valid_from and reply.valid_from > today:
        said.append((translate(_CONTEXT, QT_TRANSLATE_NOOP("Replies", "later")), "blue"))
    if reply.fragment:
        said.append((translate(_CONTEXT, QT_TRANSLATE_NOOP("Replies", "shared part")), "blue"))
    return [*said, *((tag, "neutral") for tag in reply.tags)]
