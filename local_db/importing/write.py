"""Writing what a table says into the shop, inside one transaction, and counting what that changed."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.importing import cells, store
from local_db.importing.cells import MISSING
from local_db.importing.facts import Facts, NewestFacts, merged, newest_facts
from local_db.importing.fields import CHANNELS
from local_db.importing.model import FileKind, ImportReport
from local_db.importing.orders import Lines, orders_of
from local_db.importing.people import People, people_of
from local_db.importing.table import Table
from local_db.members.identity import Key, resolve
from local_db.roster.consent import Standing
from local_db.roster.roster import Consent

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.shop_file import Connection

    Ints = NDArray[np.int64]
    Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Writing:
    """Everything known before the transaction begins."""

    table: Table
    currency: str
    zone: str
    shop_name: str
    file_name: str
    file_hash: str
    now: int
    watch: Callable[[float], None]
    one_shop: bool = False  # whether a person has said that all of it belongs to `shop_name`

    @property
    def platform(self) -> str:
        """The platform in whose scope buyer keys are unique."""
        return self.table.found.profile.platform

    def shop(self, connection: Connection, name: str) -> int:
        """The shop of this name on the platform of the file."""
        return store.shop_id(connection, platform=self.platform, name=name, currency=self.currency, zone=self.zone)

    def begin(self, connection: Connection) -> tuple[int, int]:
        """The shop and this import."""
        shop = self.shop(connection, self.shop_name)
        profile = self.table.found.profile.name
        import_id = store.begin_import(
            connection, file_name=self.file_name, file_hash=self.file_hash, profile=profile, shop=shop, now=self.now
        )
        return shop, import_id

    def report(self, **figures: object) -> ImportReport:
        """The report with what is the same for every kind of file."""
        report = ImportReport(
            skipped_rows=self.table.dropped,
            currency=self.currency,
            platform=self.platform,
            shop_name=self.shop_name,
            profile_name=self.table.found.profile.name,
            guessed=self.table.found.guessed,
            problems=self.table.problems.all(),
        )
        return dataclasses.replace(report, **figures)  # type: ignore[arg-type]


class OrderWriter:
    """Writes the orders of a file."""

    def __init__(self, writing: Writing) -> None:
        self._w = writing
        self._orders = orders_of(writing.table, writing.currency)
        writing.table.forget_cells()

    def write(self, connection: Connection) -> ImportReport:
        """Write what is new or says something else than before."""
        orders, count = self._orders, max(1, len(self._orders))
        earlier = store.earlier_import(connection, self._w.file_hash)
        first = store.first_import(connection, self._w.file_hash)
        shop, import_id = self._w.begin(connection)
        stored = store.stored_orders(
            connection, self._w.platform, self._shops(connection, shop), orders.numbers, self._part(0.0, 0.15, count)
        )
        ids, members = stored.ids, stored.members
        new, changed = ids == 0, (ids != 0) & (stored.hashes != orders.hashes)
        if first:  # the same file once more: what a later export has changed since is not taken back
            changed &= stored.imports <= first
        people = _PeopleWriter(self._w, connection, import_id)
        touched = np.flatnonzero(new | changed)
        resolved = people.write(
            orders.people.at(touched), orders.moment()[touched], orders.hashes[touched], self._part(0.15, 0.5, count)
        )
        members[touched] = np.where(resolved > 0, resolved, members[touched])
        self._write_orders(connection, stored, import_id, new, changed)
        report = self._w.report(
            kind=FileKind.ORDERS,
            orders=len(orders),
            members=len(np.unique(members[members > 0])),
            lines=len(orders.lines),
            new_orders=int(new.sum()),
            updated_orders=int(changed.sum()),
            unchanged_orders=len(orders) - len(touched),
            new_members=people.new,
            updated_members=people.updated,
            paid=_sum(orders.paid),
            refunded=_sum(orders.refunded),
            imported_before=earlier,
        )
        store.end_import(connection, import_id, report_json(report))
        return report

    def _shops(self, connection: Connection, shop: int) -> Ints:
        """The shop each order is to belong to; `shop` where its rows do not say."""
        names = self._orders.shop
        used = set(np.unique(names.codes).tolist()) if not self._w.one_shop else set()
        each = [self._w.shop(connection, n) if n and code in used else shop for code, n in enumerate(names.values)]
        shops: Ints = np.array(each, np.int64)[names.codes]
        return shops

    def _write_orders(
        self, connection: Connection, stored: store.StoredOrders, import_id: int, new: Bools, changed: Bools
    ) -> None:
        ids = stored.ids
        orders, count = self._orders, max(1, len(self._orders))
        added = np.array(sorted(np.flatnonzero(new).tolist(), key=orders.numbers.__getitem__), np.int64)
        watch = self._part(0.5, 0.8, count)
        first = store.insert_orders(connection, stored.shops, import_id, orders, added, stored.members, watch)
        ids[added] = np.arange(first, first + len(added))
        altered = np.flatnonzero(changed)
        store.update_orders(connection, import_id, orders, altered, ids, stored.members)
        if "lines" in orders.known:
            store.delete_lines(connection, ids[altered].tolist())
            self._write_lines(connection, stored, new | changed)

    def _write_lines(self, connection: Connection, stored: store.StoredOrders, where: Bools) -> None:
        all_lines, ids = self._orders.lines, stored.ids
        some = np.flatnonzero(where[all_lines.order])
        some = some[np.lexsort((some, ids[all_lines.order[some]]))]
        lines = Lines(
            all_lines.order[some],
            all_lines.title.at(some),
            all_lines.sku.at(some),
            all_lines.quantity[some],
            all_lines.price[some],
        )
        products = store.product_ids(connection, stored.shops[lines.order], lines.title)
        store.insert_lines(connection, lines, ids[lines.order], products, self._part(0.8, 1.0, max(1, len(lines))))

    def _part(self, start: float, end: float, count: int) -> store.Watch:
        return lambda done: self._w.watch(start + (end - start) * min(1.0, done / count))


class MemberWriter:
    """Writes the people of a file, and what it says about their consent."""

    def __init__(self, writing: Writing) -> None:
        self._w = writing
        self._people = people_of(writing.table)
        table = writing.table
        identified = np.zeros(len(table), np.bool_)
        for key in _keys(self._people):
            identified |= key.codes > 0
        self._identified = identified
        table.note(~identified, "", "missing_identity")
        self._read_consents()

    def _read_consents(self) -> None:
        table = self._w.table
        self._states = {
            channel: table.whole_numbers(f"consent_{channel}", cells.yes_no, "bad_yes_no")
            for channel in CHANNELS
            if table.has(f"consent_{channel}")
        }

    def write(self, connection: Connection) -> ImportReport:
        """Write new people, newer facts and consents."""
        table, count = self._w.table, max(1, len(self._w.table))
        earlier = store.earlier_import(connection, self._w.file_hash)
        _, import_id = self._w.begin(connection)
        people = _PeopleWriter(self._w, connection, import_id)
        # A list of refusals says who, not how to reach them now: it never replaces what orders say.
        moments = np.full(len(table), MISSING if table.found.profile.consent else self._w.now)
        members = people.write(
            self._people, moments, np.arange(len(table)).astype(np.uint64), lambda n: self._w.watch(n / count)
        )
        joined = table.times("joined_at")
        known = (joined != MISSING) & (members > 0)
        store.note_joining(connection, zip(members[known].tolist(), joined[known].tolist(), strict=True))
        news = self._write_consents(connection, import_id, members)
        report = self._w.report(
            kind=FileKind.MEMBERS,
            members=len(np.unique(members[members > 0])),
            new_members=people.new,
            updated_members=people.updated,
            new_consents=len(news),
            new_grants=len({member for member, state in news if state is Consent.GRANTED}),
            new_opt_outs=len({member for member, state in news if state is Consent.OPTED_OUT}),
            skipped_rows=table.dropped + int((~self._identified).sum()),
            imported_before=earlier,
        )
        store.end_import(connection, import_id, report_json(report))
        return report

    def _write_consents(self, connection: Connection, import_id: int, members: Ints) -> list[tuple[int, Consent]]:
        """Note what is news; whose, and what was said."""
        wanted = self._stated(members) | self._same_for_all(connection, members)
        before = store.standing_consents(connection, sorted({member for member, _ in wanted}))
        news = [
            (member, channel, said)
            for (member, channel), said in sorted(wanted.items())
            if before.get((member, channel), Standing()).is_news(said.state, said.moment)
        ]
        rows = [(member, channel, said.state.name.lower(), said.moment, said.phone) for member, channel, said in news]
        store.insert_consents(connection, import_id, self._w.table.found.profile.name, rows)
        return [(member, said.state) for member, _, said in news]

    def _stated(self, members: Ints) -> dict[tuple[int, str], _Said]:
        wanted = {}
        phones = self._people.real_phone().texts()
        for channel, column in self._states.items():
            for member, state, phone in zip(members.tolist(), column.tolist(), phones, strict=True):
                if member and state != MISSING:
                    consent = Consent.GRANTED if state else Consent.NOT_GRANTED
                    wanted[member, channel] = _Said(consent, self._w.now, phone)
        return wanted

    def _same_for_all(self, connection: Connection, members: Ints) -> dict[tuple[int, str], _Said]:
        """What the profile says about everybody in the file; an opt-out holds for all who share the phone."""
        table = self._w.table
        noted = table.times("opted_out_at")
        # Whose time is empty beside others is not in the table any more; an unreadable time is an opt-out all the same.
        moments = np.where(noted == MISSING, self._w.now, noted).tolist()
        phones = self._people.real_phone().texts()
        wanted: dict[tuple[int, str], _Said] = {}
        for channel, word in table.found.profile.consent.items():
            state, of_phone = Consent[word.upper()], dict[str, int]()
            for place, member in enumerate(members.tolist()):
                phone = phones[place]
                if member:
                    wanted[member, channel] = _Said(state, moments[place], phone)
                if phone:
                    of_phone[phone] = moments[place]
            for phone, member in store.members_with_phones(connection, list(of_phone)):
                wanted.setdefault((member, channel), _Said(state, of_phone[phone], phone))
        return wanted


class _Said(NamedTuple):
    """What a row says about consent: when (UTC seconds), and about which phone (may be empty)."""

    state: Consent
    moment: int
    phone: str


class _PeopleWriter:
    """Finds or adds the members of records and brings their facts up to date."""

    def __init__(self, writing: Writing, connection: Connection, import_id: int) -> None:
        self._w = writing
        self._connection = connection
        self._import = import_id
        self.new = 0
        self.updated = 0

    def write(self, people: People, moments: Ints, tie: NDArray[np.uint64], watch: store.Watch) -> Ints:
        """The member of each record (0 for nobody)."""
        found = resolve(self._connection, self._w.platform, _keys(people), moments)
        first_new = found.new_members[0] if found.new_members else None
        facts = newest_facts(people, found.member, moments, tie)
        added = ((member, f) for member, f in facts if first_new is not None and member >= first_new)
        store.insert_members(self._connection, self._w.platform, self._import, added, watch)
        store.insert_identities(self._connection, self._import, found.new_identities, watch)
        self.new = len(found.new_members)
        self._update(facts, first_new)
        return found.member

    def _update(self, facts: NewestFacts, first_new: int | None) -> None:
        stored = {member: f for member, f in facts if first_new is None or member < first_new}
        news: list[tuple[int, Facts]] = []
        for member, before in store.stored_facts(self._connection, list(stored)):
            after = merged(before, stored[member])
            if after != before:
                news.append((member, after))
                self.updated += dataclasses.replace(after, facts_at=before.facts_at) != before
        store.update_members(self._connection, news)


def _keys(people: People) -> list[Key]:
    columns = {
        "buyer_id": people.buyer_id,
        "open_id": people.open_id,
        "nick": people.nick,
        "email": people.email,
        "phone": people.real_phone(),
    }
    return [Key(kind, column.codes, column.values) for kind, column in columns.items()]


def _sum(column: Ints) -> int:
    return int(column[column != MISSING].sum())


def report_json(report: ImportReport) -> str:
    """A report as it is kept with the import: figures and problems, no personal data."""
    return json.dumps(dataclasses.asdict(report), ensure_ascii=False)
