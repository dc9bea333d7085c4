"""Finds what was written by what is typed: characters, pinyin or initials, several words in any order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from local_db.members.text_index import TextIndex

Item = TypeVar("Item")


class Finder(Generic[Item]):
    """The index is made once for a list of items; a keystroke then takes milliseconds, whatever their number."""

    def __init__(self, items: Sequence[Item], texts: Callable[[Item], Iterable[str]]) -> None:
        """`texts` gives everything of an item in which may be found."""
        from local_db.members.text_index import TextIndex

        self.items = tuple(items)
        self._index: TextIndex = TextIndex(_line(texts(item)) for item in self.items)

    def find(self, typed: str) -> tuple[Item, ...]:
        """Those in which every typed word is found; all of them where nothing is typed."""
        import numpy as np

        from local_db.members.spelling import folded

        words = folded(typed).split()
        if not words or not self.items:
            return self.items
        found = self._index.found(words[0])
        for word in words[1:]:
            found = found & self._index.found(word)
        return tuple(self.items[place] for place in np.flatnonzero(found).tolist())


def _line(texts: Iterable[str]) -> str:
    from local_db.members.spelling import folded
    from local_db.members.text_index import BETWEEN_MEMBERS, BETWEEN_TEXTS

    return BETWEEN_TEXTS.join(" ".join(folded(text).split()) for text in texts) + BETWEEN_MEMBERS
