"""Finding in the whole library while it is worked on: shared parts, expired and future replies too."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.replies.shelf import Shelf
    from local_db.replies.library import Library
    from local_db.replies.model import Reply
    from local_db.replies.search.hit import Hit
    from local_db.replies.search.index import ReplyIndex

_MOST = 500


class Finding:
    """An index of its own, because the panel's leaves out what may not be sent; made when first asked.

    It is asked from any thread and follows the library by what differs.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._index: ReplyIndex | None = None
        self._library: Library | None = None

    def find(self, shelf: Shelf, typed: str) -> tuple[Hit, ...]:
        """The replies in which the typed words are found, best first; with nothing typed the index is only made."""
        with self._lock:
            index = self._followed(shelf.library)
            return index.search(typed, usage=shelf.usage, today=shelf.today, limit=_MOST) if typed.strip() else ()

    def _followed(self, library: Library) -> ReplyIndex:
        from local_db.replies.search.index import ReplyIndex

        before = self._library
        if self._index is None or before is None:
            self._index = ReplyIndex(map(_findable, library.replies), library.group_names)
        elif before is not library:
            changed, removed = _differing(before, library)
            renamed = before.group_names != library.group_names
            self._index.update(map(_findable, changed), removed, library.group_names if renamed else None)
        self._library = library
        return self._index


def _differing(before: Library, now: Library) -> tuple[list[Reply], list[str]]:
    old, names = before.by_uid, before.group_names
    moved = {uid for uid, name in now.group_names.items() if names.get(uid) != name}
    changed = [one for one in now.replies if old.get(one.uid) != one or one.group in moved]
    return changed, [uid for uid in old if uid not in now.by_uid]


def _findable(reply: Reply) -> Reply:
    return replace(reply, fragment=False, valid_from="", valid_until="", platforms=(), language="")
