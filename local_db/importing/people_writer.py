"""Finds or adds the people of a file's records: keys, records, members, and what is known about each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from local_db.coded import Coded
from local_db.importing import store
from local_db.importing.records import Records
from local_db.members import facts_store
from local_db.members.erased_keys import erased, erasure_salt, key_hash
from local_db.members.facts import PHONE_KINDS, Said, derive_facts, newest_facts
from local_db.members.identity import members_of_new, regroup
from local_db.members.identity_graph import KINDS, Graph, scope_of
from local_db.phones import PhoneKind
from local_db.roster.distinct import distinct
from local_db.rows import next_id

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.shop_file import Connection

    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]

_LANDLINE = PHONE_KINDS.index(PhoneKind.LANDLINE)


def without_erased(connection: Connection, platform: str, records: Records) -> Records:
    """The records without people who were erased on their request: no file brings them back."""
    gone = erased(connection)
    if not gone:
        return records
    salt = erasure_salt(connection)
    barred = np.zeros(len(records), np.bool_)
    for kind in KINDS:
        column = records.key(kind)
        scope = scope_of(kind, platform)
        known = [bool(value) and key_hash(salt, kind, scope, value) in gone for value in column.values]
        barred |= np.array(known, np.bool_)[column.codes]
    return records.without(barred)


class PeopleWriter:
    """Writes the people of one file.

    Whoever the shop cannot have met before, because none of their keys is known, is written at once, with what is
    known of them. For everybody else members are worked out again once orders are written: call `finish` then.
    """

    def __init__(self, connection: Connection, platform: str, import_id: int, records: Records) -> None:
        self._connection = connection
        self._platform = platform
        self._import = import_id
        self._records = records
        self._waiting: list[Ints] = []  # members whose facts are to be derived
        self.identity = np.zeros(len(records), np.int64)  # of each record: its strongest key
        self.record = np.zeros(len(records), np.int64)
        self.member = np.zeros(len(records), np.int64)
        self.new = 0
        self.updated = 0

    def write(self, wanted: Bools, newest: Ints, watch: store.Watch) -> None:
        """Write some of the records; `newest` is the newest moment of each (UTC seconds, 0 unknown)."""
        places = np.flatnonzero(wanted)
        keys = _Keys(self._connection, self._platform, self._records, places)
        self.identity[places] = keys.strongest
        known = dict(store.known_records(self._connection, self._records.hashes[places]))
        stored = np.array([known.get(h, 0) for h in self._records.hashes[places].tolist()], np.int64)
        fresh = np.flatnonzero(stored == 0)
        stored[fresh] = next_id(self._connection, "records") + np.arange(len(fresh))
        self.record[places] = stored
        met = keys.reach_known()
        strangers = np.flatnonzero(~met)
        self.new = self._write_strangers(keys, places, strangers, newest, watch)
        store.insert_identities(self._connection, self._import, keys.new_rows(), watch)
        store.insert_records(self._connection, self._record_rows(keys, places[fresh], stored[fresh], fresh), watch)
        if met.any():
            self._write_met(keys, places[met], np.flatnonzero(met))

    def finish(self, connection: Connection, also: Ints) -> None:
        """Derive what is known of the members that were waiting, and of those in `also`, now that orders stand."""
        waiting = distinct(np.concatenate([*self._waiting, also])) if self._waiting else distinct(also)
        self.updated = derive_facts(connection, waiting)

    def _write_strangers(self, keys: _Keys, places: Ints, strangers: Ints, newest: Ints, watch: store.Watch) -> int:
        """Members of whom nothing was known; how many."""
        graph = keys.graph_of(strangers)
        members, new = members_of_new(graph, next_id(self._connection, "members"))
        of_identity = dict(zip(graph.ids.tolist(), members.tolist(), strict=True))
        self.member[places[strangers]] = [of_identity[i] for i in keys.strongest[strangers].tolist()]
        said = self._said(places[strangers], newest)
        facts_store.insert_members(self._connection, newest_facts(said))
        keys.member_of_new = of_identity
        watch(len(strangers))
        return len(new)

    def _write_met(self, keys: _Keys, places: Ints, met: Ints) -> None:
        regrouped = regroup(self._connection, distinct(keys.all_of(met)))
        at = np.searchsorted(regrouped.identities, keys.strongest[met])
        self.member[places] = regrouped.members[at]
        self.new += max(0, len(regrouped.new) - len(regrouped.gone))
        moved = regrouped.members[regrouped.moved]
        self._waiting += [distinct(self.member[places]), distinct(moved[moved > 0]), regrouped.left]

    def _said(self, places: Ints, newest: Ints) -> Said:
        people = self._records.people
        some = people.at(places)
        platform = Coded(np.ones(len(places), np.int32), ("", self._platform))
        return Said(
            self.member[places], newest[places], self._records.hashes[places], platform, some.nick, some.name,
            some.email, some.phone, some.phone_kind.astype(np.int64), some.province, some.city, some.address_key,
        )  # fmt: skip

    def _record_rows(self, keys: _Keys, places: Ints, ids: Ints, at: Ints) -> Iterator[tuple[object, ...]]:
        some = self._records.people.at(places)
        landline = np.where(some.phone_kind == _LANDLINE, some.phone.codes, 0)
        kinds = [PHONE_KINDS[number].value for number in some.phone_kind.tolist()]
        slots = [keys.identity[kind][at].tolist() for kind in range(len(KINDS))]
        texts = (
            Coded(landline.astype(np.int32), some.phone.values),
            some.name,
            some.province,
            some.city,
            some.address_key,
        )
        yield from zip(
            ids.tolist(), self._records.hashes[places].tolist(), [self._platform] * len(places),
            keys.strongest[at].tolist(), *slots, kinds, *(text.texts() for text in texts), strict=True,
        )  # fmt: skip


class _Keys:
    """The identity ids of the keys of some records, known ones looked up, others numbered on."""

    def __init__(self, connection: Connection, platform: str, records: Records, places: Ints) -> None:
        self.identity: list[Ints] = []  # per kind, of each record, 0 where it has none
        self._scopes = [scope_of(kind, platform) for kind in KINDS]
        self._new: list[tuple[int, int, str]] = []  # id, kind, value
        self._first_new = next_id(connection, "identities")
        self.member_of_new: dict[int, int] = {}
        following = self._first_new
        for number, kind in enumerate(KINDS):
            column = records.key(kind)
            codes = column.codes[places]
            used = [code for code in distinct(codes).tolist() if code]
            known = dict(
                store.known_identities(connection, kind, self._scopes[number], [column.values[c] for c in used])
            )
            of_code = np.zeros(len(column.values), np.int64)
            for code in used:
                value = column.values[code]
                found = known.get(value, 0)
                if not found:
                    found = following
                    following += 1
                    self._new.append((found, number, value))
                of_code[code] = found
            self.identity.append(of_code[codes])
        strongest = np.zeros(len(places), np.int64)
        for column_ids in reversed(self.identity):
            strongest = np.where(column_ids > 0, column_ids, strongest)
        self.strongest: Ints = strongest

    def all_of(self, at: Ints) -> Ints:
        """Every identity of some of the records."""
        found: Ints = np.concatenate([column[at] for column in self.identity])
        return found[found > 0]

    def reach_known(self) -> Bools:
        """Which records share a key, directly or through other records of the file, with one that the shop knew."""
        span = self._first_new + len(self._new)
        known = np.zeros(span, np.bool_)
        known[: self._first_new] = True  # whatever has a number before the first new one
        reached = np.zeros(len(self.strongest), np.bool_)
        while True:
            now = np.zeros(len(self.strongest), np.bool_)
            for column in self.identity:
                now |= (column > 0) & known[column]
            if (now == reached).all():
                return reached
            reached = now
            for column in self.identity:
                known[column[reached]] = True

    def graph_of(self, at: Ints) -> Graph:
        """The identities of some records, and which were seen together."""
        ids = distinct(self.all_of(at))
        pairs = [
            np.stack([self.strongest[at], column[at]])[:, (column[at] > 0) & (column[at] != self.strongest[at])]
            for column in self.identity
        ]
        both = np.concatenate(pairs, axis=1) if pairs else np.empty((2, 0), np.int64)
        kind = np.zeros(len(ids), np.int64)
        for number, column in enumerate(self.identity):
            kind[np.searchsorted(ids, distinct(column[at][column[at] > 0]))] = number
        scopes = {scope: number for number, scope in enumerate(dict.fromkeys(self._scopes))}
        scope = np.array([scopes[s] for s in self._scopes], np.int64)[kind]
        names = np.isin(ids, self.strongest[at])
        return Graph(ids, kind, scope, np.searchsorted(ids, both[0]), np.searchsorted(ids, both[1]), names)

    def new_rows(self) -> Iterator[tuple[int, int, str, str, str]]:
        """The identities to be written; those that reach somebody known get their member later."""
        self._new.reverse()
        while self._new:  # given up one by one: to free all at once would keep the window waiting
            identity, kind, value = self._new.pop()
            yield identity, self.member_of_new.get(identity, 0), KINDS[kind], self._scopes[kind], value
