"""All members at hand: by whatever is typed, and in the order of every column of texts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from local_db.members import index_store
from local_db.members.model import SortKey
from local_db.members.number_index import END_DIGITS, OrderNumberIndex, PhoneIndex
from local_db.members.ordering import Order, alphabetical, order_of_texts, order_of_values
from local_db.members.spelling import folded
from local_db.members.text_index import BETWEEN_MEMBERS, BETWEEN_TEXTS, TextIndex
from local_db.members.texts import Texts
from local_db.roster.roster import NO_TIME

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from local_db.roster.roster import Bools, Codes, Ints
    from local_db.shop_file import Connection


@dataclass(frozen=True, slots=True, eq=False)
class MemberIndex:
    """Members are numbered in the order of their ids, as in a roster of the same version."""

    stamp: index_store.Stamp  # of what it was made from
    ids: Ints
    texts: TextIndex
    phones: PhoneIndex
    order_numbers: OrderNumberIndex
    orders: dict[SortKey, Order]

    @property
    def memory(self) -> int:
        """Bytes of its arrays."""
        orders = sum(order.ascending.nbytes + order.begins.nbytes for order in self.orders.values())
        parts = self.texts.memory + self.phones.memory + self.order_numbers.memory
        return self.ids.nbytes + parts + orders

    def found(self, word: str) -> Bools:
        """Per member: whether a typed word, folded, is in a text, ends a phone or begins an order's number."""
        mask = self.texts.found(word)
        if len(word) >= END_DIGITS:
            if word.isascii() and word.isdecimal():
                mask |= self.phones.ending(word)
            mask[self.order_numbers.beginning(word)] = True
        return mask


def build(connection: Connection, check: Callable[[], None]) -> MemberIndex:
    """Read the members of one moment of the shop file. `check` is called now and then, and may raise."""
    ids: list[Ints] = []
    joined: list[Ints] = []
    found_by: list[str] = []
    words: dict[SortKey, list[bytes]] = {key: [] for key in index_store.WORDS}
    for chunk in index_store.member_chunks(connection):
        check()
        ids.append(chunk.ids)
        joined.append(chunk.joined)
        found_by.append(folded(chunk.found_by) + BETWEEN_MEMBERS)
        for key, lines in chunk.words.items():
            words[key].append(alphabetical(lines + BETWEEN_MEMBERS))
    nothing = np.zeros(0, np.int64)
    all_ids, times = np.concatenate([nothing, *ids]), np.concatenate([nothing, *joined])
    texts = TextIndex(_with_other_nicks(connection, all_ids, found_by, check))
    check()
    orders = {SortKey.JOINED: order_of_values(times, times == NO_TIME)}
    phones = PhoneIndex(Texts.of_lines(words[SortKey.PHONE]))
    for key in list(words):
        orders[key] = order_of_texts(Texts.of_lines(words.pop(key)))
        check()
    return MemberIndex(
        stamp=index_store.stamp(connection),
        ids=all_ids,
        texts=texts,
        phones=phones,
        order_numbers=_order_numbers(connection, all_ids, check),
        orders=orders,
    )


def _with_other_nicks(connection: Connection, ids: Ints, chunks: list[str], check: Callable[[], None]) -> Iterable[str]:
    """The texts with the nicks added that members have besides the one shown: they came with a merge."""
    others: dict[int, list[str]] = {}
    for member_id, nick in index_store.other_nicks(connection):
        others.setdefault(member_id, []).append(folded(nick))
    check()
    if not others:
        return chunks
    lines = "".join(chunks).split(BETWEEN_MEMBERS)
    known = np.array(list(others), np.int64)
    places = np.searchsorted(ids, known)
    for place, member_id in zip(places.tolist(), known.tolist(), strict=True):
        lines[place] += BETWEEN_TEXTS + BETWEEN_TEXTS.join(others[member_id])
    return [BETWEEN_MEMBERS.join(lines)]


def _order_numbers(connection: Connection, ids: Ints, check: Callable[[], None]) -> OrderNumberIndex:
    numbers: list[bytes] = []
    members: list[Codes] = []
    for chunk in index_store.order_number_chunks(connection):
        check()
        numbers.append((folded(chunk.numbers) + BETWEEN_MEMBERS).encode())
        members.append(np.searchsorted(ids, chunk.member_ids).astype(np.int32))
    return OrderNumberIndex(Texts.of_lines(numbers), np.concatenate([np.zeros(0, np.int32), *members]))
