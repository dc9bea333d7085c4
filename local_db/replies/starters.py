"""The replies that come with the program, from `resources/starters/replies.toml`, in a language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from local_db.replies.model import Group, Reply, Wording
from local_db.templates.rule_reader import read_rules

if TYPE_CHECKING:
    from local_db.templates.rule_reader import RuleTable

STARTERS_FILE = Path(__file__).resolve().parents[2] / "resources" / "starters" / "replies.toml"
LANGUAGES = ("zh", "en")


class Starters(NamedTuple):
    """Groups in their order, and replies that name them. Their uids are the same on every PC."""

    groups: tuple[Group, ...]
    replies: tuple[Reply, ...]


@cache
def starters(language: str) -> Starters:
    """The replies of a language (`zh`, `en`)."""
    file = read_rules(STARTERS_FILE)
    groups = tuple(_group(table, language) for table in file.tables("group"))
    found = [_reply(table, language) for table in file.tables("reply")]
    file.end()
    replies = tuple(reply for reply in found if reply is not None)
    used = {reply.group for reply in replies}
    return Starters(tuple(group for group in groups if group.uid in used), replies)


def _group(table: RuleTable, language: str) -> Group:
    group = Group(_group_uid(table.text("key"), language), table.words("name").said(language))
    table.end()
    return group


def _group_uid(key: str, language: str) -> str:
    return f"starter-{language}-{key}"


def _reply(table: RuleTable, language: str) -> Reply | None:
    """The reply in a language; None where there is none."""
    group = _group_uid(table.text("group"), language)
    pinned = table.has("pinned") and table.flag("pinned")
    fragment = table.has("fragment") and table.flag("fragment")
    found: Reply | None = None
    for one in LANGUAGES:
        if not table.has(one):
            continue
        said = table.table(one)
        shortcut = said.text("shortcut")
        uid = f"starter-{one}-reply-{shortcut}"
        reply = Reply(
            uid=uid,
            title=said.text("title"),
            wordings=tuple(Wording(f"{uid}-{number}", text) for number, text in enumerate(said.texts("says"), 1)),
            group=group,
            shortcut=shortcut,
            tags=said.texts("tags") if said.has("tags") else (),
            language=one,
            pinned=pinned,
            fragment=fragment,
        )
        said.end()
        if one == language:
            found = reply
    table.end()
    return found
