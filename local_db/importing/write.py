"""Writing what a table says into the shop, inside one transaction, and counting what that changed."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.coded import Coded
from local_db.importing import cells, derive, store
from local_db.importing.cells import MISSING
from local_db.importing.fields import CHANNELS
from local_db.importing.hashes import mixed, text_hashes
from local_db.importing.memberships import memberships_of
from local_db.importing.model import FileKind, ImportReport, Problem
from local_db.importing.orders import orders_of
from local_db.importing.people import of_one_column, people_of
from local_db.importing.people_writer import PeopleWriter, without_erased
from local_db.importing.records import NOBODY, records_of
from local_db.importing.refunds import refunds_of
from local_db.importing.store import ImportRow, Whose
from local_db.importing.table import Table
from local_db.members.erased_keys import erasure_salt, refused_hash
from local_db.members.erasure_store import add_hashes
from local_db.members.facts import derive_facts
from local_db.roster.consent import Standing
from local_db.roster.distinct import distinct
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
    shop_name: str  # empty where neither the file nor a person says it
    file_name: str
    file_hash: str
    reading: str
    stated_at: int  # UTC seconds of the export, as its name or its newest cell says; 0 unknown
    now: int
    watch: Callable[[float], None]
    one_shop: bool = False  # whether a person has said that all of it belongs to `shop_name`

    @property
    def platform(self) -> str:
        """The platform in whose scope buyer keys are unique."""
        return self.table.found.profile.platform

    def shop(self, connection: Connection, name: str) -> int:
        """The shop of this name on the platform of the file; the platform's own where there is no name."""
        return store.shop_id(
            connection, platform=self.platform, name=name or self.platform, currency=self.currency, zone=self.zone
        )

    def begin(self, connection: Connection, known: frozenset[str] = frozenset(), *, timeless: bool = False) -> int:
        """This import's row. `timeless`: what it says of people never replaces what other files say."""
        row = ImportRow(
            file_name=self.file_name, file_hash=self.file_hash, reading=self.reading,
            profile=self.table.found.profile.name, shop=self.shop(connection, self.shop_name), now=self.now,
            stated_at=0 if timeless else self.stated_at, known=known,
        )  # fmt: skip
        return store.begin_import(connection, row)

    def report(self, **figures: object) -> ImportReport:
        """The report with what is the same for every kind of file."""
        report = ImportReport(
            skipped_rows=self.table.dropped,
            currency=self.currency,
            platform=self.platform,
            shop_name=self.shop_name or self.platform,
            profile_name=self.table.found.profile.name,
            guessed=self.table.found.guessed,
            problems=self.table.problems.all(),
        )
        return dataclasses.replace(report, **figures)  # type: ignore[arg-type]


class OrderWriter:
    """Writes the orders of a file: new ones as they stand, others as all files together tell them."""

    def __init__(self, writing: Writing) -> None:
        self._w = writing
        orders = orders_of(writing.table, writing.currency)
        self._names = _shop_names(orders.shop, writing)
        self._records = records_of(orders.people, writing.platform)
        hashes = mixed(mixed(orders.hashes, text_hashes(self._names)), self._records.row_hashes())
        self._orders = dataclasses.replace(orders, hashes=hashes)
        writing.table.forget_cells()

    def write(self, connection: Connection) -> ImportReport:
        """Write what is new or says something else than before."""
        orders, count = self._orders, max(1, len(self._orders))
        earlier = store.earlier_import(connection, self._w.file_hash)
        named = self._records.of_row != NOBODY
        self._records = without_erased(connection, self._w.platform, self._records)
        erased = named & (self._records.of_row == NOBODY)
        import_id = self._w.begin(connection, orders.known)
        stored = store.stored_orders(
            connection, self._w.platform, self._shops(connection), orders.numbers, self._part(0.0, 0.15, count)
        )
        repeats = derive.repeated(connection, stored, orders.hashes, self._w.stated_at)
        new = stored.ids == 0
        added = ~new & ~repeats.where
        self._note_repeats(connection, stored, import_id, repeats)
        people = PeopleWriter(connection, self._w.platform, import_id, self._records)
        whose = self._whose(people, np.flatnonzero(~repeats.where))
        self._insert(connection, stored, import_id, new, whose)
        # Parcels hang on this import also where it says nothing else that is new: it may outlive the others.
        parcels = (parcel for parcel in orders.parcels if not erased[parcel.order])
        store.insert_parcels(connection, import_id, stored.ids, parcels)
        refunded = derive.with_refunds(connection, self._w.platform, stored.ids[new])
        statements = derive.Additions(import_id, orders, np.flatnonzero(added), stored.ids, whose.record, self._names)
        derive.add_statements(connection, statements)
        touched = distinct(np.concatenate([stored.ids[added], repeats.moved]))
        changed = derive.derive_orders(connection, np.concatenate([touched, refunded]))
        people.finish(connection, changed.members)
        members = np.where(whose.member > 0, whose.member, stored.members)
        updated = int(np.isin(touched, changed.orders).sum())
        report = self._w.report(
            kind=FileKind.ORDERS,
            orders=len(orders),
            members=len(distinct(members[members > 0])),
            lines=len(orders.lines),
            new_orders=int(new.sum()),
            updated_orders=updated,
            unchanged_orders=len(orders) - int(new.sum()) - updated,
            new_members=people.new,
            updated_members=people.updated,
            paid=_sum(orders.paid),
            refunded=_sum(orders.refunded),
            imported_before=earlier,
        )
        store.end_import(connection, import_id, report_json(report))
        return report

    def _note_repeats(
        self, connection: Connection, stored: store.StoredOrders, import_id: int, repeats: derive.Repeats
    ) -> None:
        hashes, where, newer = self._orders.hashes, repeats.where, repeats.newer
        store.note_repeats(connection, import_id, derive.pack_repeats(stored.ids[where], hashes[where]))
        dates = np.full(int(newer.sum()), self._w.stated_at)
        derive.note_dates(connection, stored.ids[newer], hashes[newer], dates)

    def _shops(self, connection: Connection) -> Ints:
        """The shop each order is to belong to; the first that has orders says what money and clock it has."""
        used = set(distinct(self._names.codes).tolist())
        each = [self._w.shop(connection, name) if code in used else 0 for code, name in enumerate(self._names.values)]
        store.settle_empty_shops(connection, each, self._w.currency, self._w.zone)
        shops: Ints = np.array(each, np.int64)[self._names.codes]
        return shops

    def _whose(self, people: PeopleWriter, touched: Ints) -> Whose:
        """Whose the touched orders are; nobody else's people are written."""
        of_row = self._records.of_row[touched]
        wanted = np.zeros(len(self._records), np.bool_)
        wanted[of_row[of_row != NOBODY]] = True
        newest = self._records.newest(np.where(self._orders.moment() == MISSING, 0, self._orders.moment()))
        people.write(wanted, newest, self._part(0.15, 0.5, max(1, int(wanted.sum()) * 2)))
        identity, record, member = (np.zeros(len(self._orders), np.int64) for _ in range(3))
        named = touched[of_row != NOBODY]
        places = of_row[of_row != NOBODY]
        identity[named], record[named] = people.identity[places], people.record[places]
        member[named] = people.member[places]
        return Whose(identity, record, member)

    def _insert(
        self, connection: Connection, stored: store.StoredOrders, import_id: int, new: Bools, whose: Whose
    ) -> None:
        orders, count = self._orders, max(1, len(self._orders))
        added = np.flatnonzero(new)
        watch = self._part(0.5, 0.8, count)
        left_out = store.forget_index_of_members(connection, len(added))
        first = store.insert_orders(connection, stored.shops, import_id, orders, added, whose, watch)
        if left_out:
            store.make_index_of_members(connection)
        stored.ids[added] = np.arange(first, first + len(added))
        self._write_lines(connection, stored, new)

    def _write_lines(self, connection: Connection, stored: store.StoredOrders, where: Bools) -> None:
        all_lines, ids = self._orders.lines, stored.ids
        some = np.flatnonzero(where[all_lines.order])
        some = some[np.lexsort((some, ids[all_lines.order[some]]))]
        lines = all_lines.at(some)
        products = store.product_ids(connection, stored.shops[lines.order], lines.title)
        store.insert_lines(connection, lines, ids[lines.order], products, self._part(0.8, 1.0, max(1, len(lines))))

    def _part(self, start: float, end: float, count: int) -> store.Watch:
        return lambda done: self._w.watch(start + (end - start) * min(1.0, done / count))


def _shop_names(named: Coded, writing: Writing) -> Coded:
    """The shop each order is said to belong to: as its rows say, else as the file or a person does."""
    names = tuple(writing.shop_name if writing.one_shop or not name else name for name in named.values)
    return Coded(named.codes, names)


class RefundWriter:
    """Writes what a report says of refunds; orders follow, those that are there and those that come later."""

    def __init__(self, writing: Writing) -> None:
        self._w = writing
        self._refunds = refunds_of(writing.table, writing.currency)
        self._names = _shop_names(self._refunds.shop, writing)

    def write(self, connection: Connection) -> ImportReport:
        """Keep every refund, and bring the orders they are of up to date."""
        refunds = self._refunds
        earlier = store.earlier_import(connection, self._w.file_hash)
        import_id = self._w.begin(connection)
        shops = np.array([self._w.shop(connection, name) for name in self._names.values], np.int64)[self._names.codes]
        store.insert_refunds(connection, import_id, refunds, shops)
        orders = derive.orders_of_refunds(connection, self._w.platform, import_id)
        changed = derive.derive_orders(connection, orders)
        derive_facts(connection, changed.members)
        of_file = len(set(zip(shops.tolist(), refunds.order_number, strict=True)))
        report = self._w.report(
            kind=FileKind.REFUNDS,
            orders=of_file,
            members=len(changed.members),
            refunds=len(refunds),
            updated_orders=len(changed.orders),
            unchanged_orders=of_file - len(changed.orders),
            refunded=_sum(refunds.amount[[state == "refunded" for state in refunds.state]]),
            imported_before=earlier,
        )
        store.end_import(connection, import_id, report_json(report))
        return report


class MemberWriter:
    """Writes the people of a file, and what it says about their consent."""

    def __init__(self, writing: Writing) -> None:
        self._w = writing
        self._people = people_of(writing.table)
        table = writing.table
        self._records = records_of(self._people, writing.platform)
        table.note(self._records.of_row == NOBODY, "", "missing_identity")
        self._memberships = memberships_of(table)
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
        known = self._records.of_row != NOBODY
        self._records = without_erased(connection, self._w.platform, self._records)
        self._identified = self._records.of_row != NOBODY
        self._keep_refusals(connection, known & ~self._identified)
        # A list of refusals says who, not how to reach them now.
        timeless = bool(table.found.profile.consent)
        import_id = self._w.begin(connection, timeless=timeless)
        people = PeopleWriter(connection, self._w.platform, import_id, self._records)
        moment = 0 if timeless else self._w.stated_at
        wanted = np.zeros(len(self._records), np.bool_)
        wanted[self._records.of_row[self._identified]] = True
        people.write(wanted, np.full(len(self._records), moment), lambda n: self._w.watch(n / count))
        entries = self._memberships.entries(self._of_rows(people.record).tolist())
        store.insert_list_entries(connection, import_id, entries)
        member = self._of_rows(people.member)
        people.finish(connection, distinct(member[member > 0]))
        news = self._write_consents(connection, import_id, member, self._of_rows(people.identity))
        report = self._w.report(
            kind=FileKind.MEMBERS,
            members=len(distinct(member[member > 0])),
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

    def _keep_refusals(self, connection: Connection, erased: Bools) -> None:
        """Who was erased is not brought back by a list of refusals, and her phone is refused all the same."""
        channels = [c for c, word in self._w.table.found.profile.consent.items() if word == "opted_out"]
        phones = {phone for phone in self._people.real_phone().at(np.flatnonzero(erased)).texts() if phone}
        salt = erasure_salt(connection)
        add_hashes(connection, (refused_hash(salt, c, phone) for c in channels for phone in phones), self._w.now)

    def _of_rows(self, of_record: Ints) -> Ints:
        """What belongs to each row's record; 0 where it names nobody."""
        result = np.zeros(len(self._records.of_row), np.int64)
        result[self._identified] = of_record[self._records.of_row[self._identified]]
        return result

    def _write_consents(
        self, connection: Connection, import_id: int, members: Ints, identities: Ints
    ) -> list[tuple[int, Consent]]:
        """Keep everything that is said, and return whose and what of it is news."""
        wanted = self._stated(members, identities) | self._same_for_all(members, identities)
        before = store.standing_consents(connection, sorted({member for member, *_ in wanted}))
        rows = [
            (member, identity, channel, said.state.name.lower(), said.moment, said.phone)
            for (member, identity, channel), said in sorted(wanted.items())
        ]
        store.insert_consents(connection, import_id, self._w.table.found.profile.name, rows)
        return [
            (member, said.state)
            for (member, _, channel), said in sorted(wanted.items())
            if before.get((member, channel), Standing()).is_news(said.state, said.moment)
        ]

    def _stated(self, members: Ints, identities: Ints) -> dict[tuple[int, int, str], _Said]:
        wanted = {}
        phones = self._people.real_phone().texts()
        moment = self._w.stated_at or self._w.now
        for channel, column in self._states.items():
            for member, identity, state, phone in zip(
                members.tolist(), identities.tolist(), column.tolist(), phones, strict=True
            ):
                if member and state != MISSING:
                    consent = Consent.GRANTED if state else Consent.NOT_GRANTED
                    wanted[member, identity, channel] = _Said(consent, moment, phone)
        return wanted

    def _same_for_all(self, members: Ints, identities: Ints) -> dict[tuple[int, int, str], _Said]:
        """What the profile says about everybody in the file. Who shares a refused phone is for refusals.py to say."""
        table = self._w.table
        noted = table.times("opted_out_at")
        # Whose time is empty beside others is not in the table any more; an unreadable time is an opt-out all the same.
        moments = np.where(noted == MISSING, self._w.now, noted).tolist()
        phones = self._people.real_phone().texts()
        wanted: dict[tuple[int, int, str], _Said] = {}
        for channel, word in table.found.profile.consent.items():
            state = Consent[word.upper()]
            named = self._named_for(channel)
            for place, (member, identity) in enumerate(zip(members.tolist(), identities.tolist(), strict=True)):
                if member and named[place]:
                    said = _Said(state, moments[place], phones[place])
                    wanted[member, identity, channel] = max(said, wanted.get((member, identity, channel), said))
        return wanted

    def _named_for(self, channel: str) -> list[bool]:
        """Which rows a word about everybody is about: in a list of single words an address refuses mail only."""
        by_address = self._people.email.codes > 0
        if not of_one_column(self._w.table):
            return [True] * len(by_address)
        named: list[bool] = (by_address if channel == "email" else ~by_address).tolist()
        return named


class _Said(NamedTuple):
    """What a row says about consent: when (UTC seconds), and about which phone (may be empty)."""

    state: Consent
    moment: int
    phone: str


def _sum(column: Ints) -> int:
    return int(column[column != MISSING].sum())


def report_json(report: ImportReport) -> str:
    """A report as it is kept with the import: figures and problems, no personal data."""
    return json.dumps(dataclasses.asdict(report), ensure_ascii=False)


def repeated_report(before: str, imported_before: int | None) -> ImportReport:
    """The report of the very same file once more, from the kept one: nothing is new."""
    kept = json.loads(before)
    problems = tuple(Problem(**problem) for problem in kept.pop("problems"))
    zero = dict.fromkeys(
        (
            "new_orders",
            "updated_orders",
            "new_members",
            "updated_members",
            "new_consents",
            "new_grants",
            "new_opt_outs",
        ),
        0,
    )
    report = ImportReport(**{**kept, **zero, "kind": FileKind(kept["kind"]), "problems": problems})
    return dataclasses.replace(report, unchanged_orders=report.orders, imported_before=imported_before)
