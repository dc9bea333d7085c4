"""Orders of a million members: sorted once, then read both ways and thinned out. Pure rules over arrays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from local_db.members.texts import WORD

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.members.texts import Texts
    from local_db.roster.roster import Bools, Codes, Ints

    Values = NDArray[np.int64] | NDArray[np.float64]


def alphabetical(text: str) -> bytes:
    """A key that sorts Latin and common Chinese words as a dictionary does.

    The first level of GB 2312, some 3,755 common characters, is in the order of their pinyin.
    """
    return text.casefold().encode("gb18030", "replace")


@dataclass(slots=True, eq=False)
class Order:
    """Member numbers from the smallest value to the largest; who has no value comes last, either way.

    Members of the same value stand in the order of their numbers, either way.
    """

    ascending: Codes
    begins: Bools  # per place in `ascending`: another value than that of the place before
    present: int  # so many have a value
    _descending: Codes | None = field(default=None, init=False)

    def numbers(self, *, descending: bool, among: Bools | None = None) -> Codes:
        """Everybody in order, or those `among`."""
        order = self._backwards() if descending else self.ascending
        # `take` and `compress` are several times as fast as brackets.
        return order if among is None else np.compress(np.take(among, order), order)

    def _backwards(self) -> Codes:
        if self._descending is None:
            present = self.present
            starts = np.flatnonzero(self.begins[:present])
            ends = np.append(starts[1:], present)
            group = np.cumsum(self.begins[:present]) - 1
            backwards = self.ascending.copy()
            places = (present - ends)[group] + np.arange(present) - starts[group]
            backwards[places] = self.ascending[:present]
            self._descending = backwards
        return self._descending


def order_of_values(values: Values, missing: Bools) -> Order:
    """By numbers."""
    there = np.flatnonzero(~missing)
    kept = values[there]
    sorting = np.argsort(kept, kind="stable")
    kept = kept[sorting]
    ascending = np.concatenate((there[sorting], np.flatnonzero(missing))).astype(np.int32)
    begins = np.zeros(len(values), np.bool_)
    begins[:1] = True
    begins[1 : len(kept)] = kept[1:] != kept[:-1]
    return Order(ascending, begins, len(kept))


def order_of_texts(texts: Texts) -> Order:
    """By the bytes of texts, compared eight at a time, and further only where so many are the same.

    Python's own sorting would keep the interpreter, and so the window, for seconds.
    """
    lengths = texts.lengths()
    there = np.flatnonzero(lengths > 0)
    words = texts.words(there, 0)
    sorting = np.argsort(words, kind="stable")
    order, words = there[sorting], words[sorting]
    begins = np.ones(len(order), np.bool_)
    begins[1:] = words[1:] != words[:-1]
    depth = 1
    while len(tied := _tied(order, begins, lengths, depth * WORD)):
        group = np.cumsum(begins)[tied]
        words = texts.words(order[tied], depth)
        inner = np.lexsort((words, group))
        order[tied], words = order[tied][inner], words[inner]
        begins[tied[1:]] |= words[1:] != words[:-1]
        depth += 1
    ascending = np.concatenate((order, np.flatnonzero(lengths <= 0))).astype(np.int32)
    return Order(ascending, np.concatenate((begins, np.zeros(len(lengths) - len(order), np.bool_))), len(order))


def _tied(order: Ints, begins: Bools, lengths: Ints, length: int) -> Ints:
    """The places whose texts are the same up to a length, where one of them is longer."""
    group = np.cumsum(begins) - 1
    longer = lengths[order] > length
    groups = int(group[-1]) + 1 if len(group) else 0
    several = np.bincount(group, minlength=groups) > 1
    goes_on = np.zeros(groups, np.bool_)
    goes_on[group[longer]] = True
    return np.flatnonzero((several & goes_on)[group])
