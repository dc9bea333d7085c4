"""Segments that are being worked on: kept in the shop file, so that neither leaving nor closing loses anything."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import count
from weakref import WeakKeyDictionary

from desktop.history import History
from desktop.segments.edit_tree import Group, from_node, to_node
from local_db.errors import TreeError
from local_db.segments.model import SavedSegment
from local_db.segments.tree import Node, parse_text, to_text
from local_db.shop_file import Shop


@dataclass(slots=True, eq=False)
class Draft:
    """A segment as it is being edited. `key` is the saved segment's id, or negative while there is none."""

    key: int
    name: str
    history: History[Group]
    saved: SavedSegment | None = None
    as_of: date | None = None
    note: str = ""

    @property
    def root(self) -> Group:
        """The tree as it is now."""
        return self.history.present

    @property
    def node(self) -> Node:
        """The tree as it would be stored."""
        return to_node(self.root)

    @property
    def unsaved(self) -> bool:
        """Whether saving would store something new."""
        if self.saved is None:
            return True
        kept = self.saved
        if (self.name.strip(), self.note.strip()) != (kept.name, kept.note):
            return True
        return self.node != to_node(from_node(kept.tree))

    @property
    def is_blank(self) -> bool:
        """Whether nothing was made of it yet."""
        return self.saved is None and self.node == to_node(Group())


@dataclass(slots=True, eq=False)
class Drafts:
    """The drafts of one open shop, by key."""

    by_key: dict[int, Draft] = field(default_factory=dict)
    kept: str | None = None  # what the shop file holds of them; None until it was read
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
            kept = self.by_key[saved.id] = Draft(
                saved.id, saved.name, History(from_node(saved.tree)), saved, note=saved.note
            )
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

    def written(self) -> str:
        """What is not saved, as text for `restore`, the oldest first; empty where there is nothing to keep."""
        kept = [
            {"segment": max(0, draft.key), "name": draft.name, "note": draft.note, "tree": to_text(draft.node)}
            for draft in self.by_key.values()
            if draft.unsaved and not draft.is_blank
        ]
        return json.dumps(kept, ensure_ascii=False) if kept else ""

    def restore(self, text: str, saved: Mapping[int, SavedSegment]) -> None:
        """Go on with what `written` said; a draft whose segment is gone is a new one."""
        self.kept = text
        for segment_id, name, note, node in _read(text):
            if segment_id not in saved:
                self.new(name, from_node(node)).note = note
            elif segment_id not in self.by_key:
                history = History(from_node(node))
                self.by_key[segment_id] = Draft(segment_id, name, history, saved[segment_id], note=note)


def _read(text: str) -> Iterator[tuple[int, str, str, Node]]:
    """Segment id, name, note and tree of every draft in a text; what cannot be read is left out."""
    try:
        entries = json.loads(text) if text else []
    except json.JSONDecodeError:
        return
    for entry in entries if isinstance(entries, list) else []:
        try:
            note = str(entry.get("note", ""))
            yield int(entry["segment"]), str(entry["name"]), note, parse_text(str(entry["tree"]))
        except (AttributeError, KeyError, TypeError, ValueError, TreeError):
            continue


_OF_SHOPS: WeakKeyDictionary[Shop, Drafts] = WeakKeyDictionary()


def drafts_of(shop: Shop) -> Drafts:
    """The drafts of an open shop; they outlive a page that is built again in another language."""
    return _OF_SHOPS.setdefault(shop, Drafts())
