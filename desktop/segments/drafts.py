"""Segments that are being worked on: kept while the shop is open, so that leaving the page loses nothing."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from itertools import count
from weakref import WeakKeyDictionary

from desktop.segments.edit_tree import Group, from_node, to_node
from desktop.segments.history import History
from local_db.segments.model import SavedSegment
from local_db.segments.tree import Node
from local_db.shop_file import Shop


@dataclass(slots=True, eq=False)
class Draft:
    """A segment as it is being edited. `key` is the saved segment's id, or negative while there is none."""

    key: int
    name: str
    history: History
    saved: SavedSegment | None = None
    as_of: date | None = None

    @property
    def root(self) -> Group:
        """The tree as it is now."""
        return self.history.present.root

    @property
    def node(self) -> Node:
        """The tree as it would be stored."""
        return to_node(self.root)

    @property
    def unsaved(self) -> bool:
        """Whether saving would store something new."""
        if self.saved is None:
            return True
        return self.name.strip() != self.saved.name or self.node != to_node(from_node(self.saved.tree))


@dataclass(slots=True, eq=False)
class Drafts:
    """The drafts of one open shop, by key."""

    by_key: dict[int, Draft] = field(default_factory=dict)
    _numbers: count[int] = field(default_factory=lambda: count(-1, -1))

    def new(self, name: str, root: Group) -> Draft:
        """A draft of a segment that is not saved yet."""
        draft = Draft(next(self._numbers), name, History(root))
        self.by_key[draft.key] = draft
        return draft

    def of(self, saved: SavedSegment) -> Draft:
        """The draft of a saved segment: the one that is kept, or a fresh one."""
        kept = self.by_key.get(saved.id)
        if kept is None or not kept.unsaved:
            kept = self.by_key[saved.id] = Draft(saved.id, saved.name, History(from_node(saved.tree)), saved)
        return kept

    def store(self, draft: Draft, saved: SavedSegment) -> None:
        """Note that a draft was saved."""
        self.by_key.pop(draft.key, None)
        if draft.name.strip() == saved.name:  # else it was typed on meanwhile
            draft.name = saved.name
        draft.key, draft.saved = saved.id, saved
        self.by_key[draft.key] = draft

    def drop(self, key: int) -> Draft | None:
        """Forget a draft."""
        return self.by_key.pop(key, None)

    def unsaved(self) -> list[Draft]:
        """The drafts that saving would change, the newest first."""
        return [draft for draft in reversed(self.by_key.values()) if draft.unsaved]


_OF_SHOPS: WeakKeyDictionary[Shop, Drafts] = WeakKeyDictionary()


def drafts_of(shop: Shop) -> Drafts:
    """The drafts of an open shop; they outlive a page that is built again in another language."""
    return _OF_SHOPS.setdefault(shop, Drafts())
