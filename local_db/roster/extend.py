"""Brings a roster up to date by reading the rows that are new or marked as changed, instead of all of them.

The result says the same as one that is read whole, column by column (tests/local_db/roster/test_extend.py).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.roster import store
from local_db.roster.columns import Merge, amounts, codes_in, is_among, merge_sorted, narrowed, places_of
from local_db.roster.roster import NO_TIME, Lines, Members, Notes, Orders, Origin, RefundRows, Roster, ShopInfo

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from local_db.roster.roster import Bools, Codes, Ints
    from local_db.shop_file import Connection

    States = dict[str, NDArray[np.uint8]]

MOST_CHANGED = 0.2  # of the rows; with more of them, reading all is faster
_NONE = np.zeros(0, np.int64)
_FEW = 10_000  # rows that are always few
_SPAN = 2**32  # of times


def extended(connection: Connection, roster: Roster) -> Roster | None:
    """The roster as the shop is now; None where it has to be read whole.

    No mark may have been taken away since it was read.
    """
    origin = roster.origin
    if origin is None or roster.orders.time.dtype.itemsize > 4:  # times beyond 32 bits, of no real shop
        return None
    change = _Change.read(connection, origin)
    if change.is_large(roster):
        return None
    return _Extension(connection, roster, origin, change).result()


class _Change(NamedTuple):
    """What is not as the roster says."""

    newest: dict[str, int]
    marks: dict[str, Ints]
    members: Ints  # ids, each once: new, changed or gone
    orders: Ints
    grown: frozenset[str]  # tables with new rows

    @classmethod
    def read(cls, connection: Connection, origin: Origin) -> _Change:
        newest = store.newest(connection)
        marks = store.marks(connection)
        grown = frozenset(table for table, known in origin.newest.items() if newest[table] > known)

        def touched(kind: str, table: str) -> Ints:
            new = store.ids_after(connection, table, origin.newest[table]) if table in grown else _NONE
            return np.union1d(marks.get(kind, _NONE), new)

        return cls(
            newest,
            marks,
            touched("member", "members"),
            touched("order", "orders"),
            grown,
        )

    def is_large(self, roster: Roster) -> bool:
        """Whether reading all is faster."""
        known = len(roster.orders.time) + roster.size
        return len(self.orders) + len(self.members) > _FEW + known * MOST_CHANGED

    def touches(self, kind: str, table: str = "") -> bool:
        """Whether there is a mark of a kind or a new row."""
        return kind in self.marks or table in self.grown


class _Extension:
    """One bringing up to date."""

    def __init__(self, connection: Connection, roster: Roster, origin: Origin, change: _Change) -> None:
        self._connection = connection
        self._old = roster
        self._origin = origin
        self._change = change
        self._shops = store.shop_infos(connection)
        self._ids = roster.members.ids  # of the members as they are now, once these are read
        self._numbers: Codes | None = None

    def result(self) -> Roster:
        """The new roster; columns that did not change are the same arrays."""
        settings = store.settled(self._connection)
        old, change = self._old, self._change
        merge, rows = self._people()
        if merge is not None and rows is not None:
            self._ids = merge(old.members.ids, rows.ids)
        ids = self._ids
        orders, order_merge, bought = self._orders(merge)
        products = self._products()
        lines, line_product, skus, titles = self._lines(products, order_merge, bought)
        order_ids = self._origin.order_ids
        if order_merge is not None and bought is not None:
            order_ids = order_merge.numbers(order_ids, bought.ids)
        roster = replace(
            old,
            version=settings.version,
            zone=settings.zone,
            currency=settings.currency,
            rfm_cuts=settings.rfm_cuts,
            promotions=settings.promotions,
            shops=self._shops,
            members=self._members(ids, merge, rows, orders),
            orders=orders,
            lines=lines,
            skus=skus,
            product_titles=titles,
            categories=store.category_infos(self._connection),
            origin=Origin(change.newest, order_ids, products.ids, line_product, self._origin.refund_orders),
        )
        return self._with_refunds(self._with_sendings(roster, merge), merge)

    # --- members ---

    def _people(self) -> tuple[Merge | None, store.MemberRows | None]:
        """Which members leave and enter, sorted by id; None where all stay as they are."""
        touched = self._change.members
        if not len(touched):
            return None, None
        found = store.member_rows(self._connection, touched)
        ids = self._old.members.ids
        kept = np.flatnonzero(~is_among(ids, touched))
        return merge_sorted(ids[kept], found.ids, kept), found

    def _members(self, ids: Ints, merge: Merge | None, rows: store.MemberRows | None, orders: Orders) -> Members:
        old = self._old.members
        if merge is not None and rows is not None:
            old = replace(
                old,
                ids=ids,
                platform=merge.texts(old.platform, rows.platform),
                province=merge.texts(old.province, rows.province),
                city=merge.texts(old.city, rows.city),
                tier=merge.texts(old.tier, rows.tier),
                phone_kind=merge.texts(old.phone_kind, rows.phone_kind),
                phone_group=self._phone_groups(merge, rows),
                joined=merge.numbers(old.joined, rows.joined),
                birthday=merge.numbers(old.birthday, rows.birthday),
                has_nick=merge(old.has_nick, rows.has_nick != 0),
                has_email=merge(old.has_email, rows.has_email != 0),
            )
            old = replace(old, phone_usable=old.phone_group >= 0)
        if merge is not None or orders is not self._old.orders:
            old = replace(old, known_since=store.known_since(old.joined, orders))
        is_listed = self._is_listed(ids, merge, old.joined)
        return replace(
            old,
            is_member=is_listed,
            tags=self._tags(ids, merge, rows),
            notes=self._notes(ids, moved=merge is not None),
            lists=self._lists(ids, moved=merge is not None),
            consent=self._consents(ids, merge, rows),
            refused=self._refused(ids, merge),
        )

    def _phone_groups(self, merge: Merge, rows: store.MemberRows) -> Codes:
        """Groups of those who stay stay; who enters joins the group of her phone, or begins one."""
        old = self._old.members
        ids, phones = store.phones(self._connection, {phone for phone in rows.phone if phone})
        places, there = places_of(old.ids, ids)
        stays = there & ~is_among(ids, self._change.members)
        known = dict(zip((phone for phone, s in zip(phones, stays, strict=True) if s),
                         old.phone_group[places[stays]].tolist(), strict=True))  # fmt: skip
        following = int(old.phone_group.max(initial=-1)) + 1
        new = np.full(len(rows.ids), -1, np.int64)
        for place, phone in enumerate(rows.phone):
            if phone:
                new[place] = known.setdefault(phone, following)
                following += new[place] == following
        return merge.numbers(old.phone_group, new)

    def _is_listed(self, ids: Ints, merge: Merge | None, joined: Ints) -> Bools:
        old, change, connection = self._old.members, self._change, self._connection
        if "listed" in change.marks:
            whoever: Bools = (joined != NO_TIME) | store.listed(connection, ids)
            return whoever
        known: Bools = old.is_member
        if merge is not None:
            known = merge(known, np.zeros(len(merge.order) - _staying(merge, len(known)), np.bool_))
            known = known | store.listed_among(connection, ids, change.members) | (joined != NO_TIME)
        if "imports" in change.grown:
            known = known | store.listed(connection, ids, self._origin.newest["imports"])
        return known

    def _tags(self, ids: Ints, merge: Merge | None, rows: store.MemberRows | None) -> dict[str, Bools]:
        """Tags by name; of those that changed everybody who has them, of the others those who entered."""
        names = store.tag_names(self._connection)
        changed = set(self._change.marks.get("tag", _NONE).tolist())
        entered = store.tags_of(self._connection, rows.ids) if rows is not None and len(rows.ids) else {}
        found = {}
        for tag_id, name in names.items():
            known = self._old.members.tags.get(name)
            if known is None or tag_id in changed:
                found[name] = store.tagged(self._connection, tag_id, ids)
            elif merge is None or rows is None:
                found[name] = known
            else:
                found[name] = merge(known, np.isin(rows.ids, entered.get(tag_id, _NONE)))
        return found

    def _notes(self, ids: Ints, *, moved: bool) -> Notes:
        if moved or self._change.touches("notes", "notes"):
            return store.notes(self._connection, ids)
        return self._old.members.notes

    def _lists(self, ids: Ints, *, moved: bool) -> dict[str, Bools]:
        if moved or self._change.touches("lists", "saved_lists"):
            return store.lists(self._connection, ids)
        return self._old.members.lists

    def _consents(self, ids: Ints, merge: Merge | None, rows: store.MemberRows | None) -> States:
        old, change = self._old.members.consent, self._change
        if "all_consents" in change.marks:
            return store.consents(self._connection, ids)
        if merge is not None and rows is not None:
            nothing = np.zeros(len(rows.ids), np.uint8)
            old = {channel: merge(column, nothing) for channel, column in old.items()}
        among = np.union1d(change.marks.get("consents", _NONE), change.members)
        if "consents" in change.grown:
            new = store.members_of_new_consents(self._connection, self._origin.newest["consents"])
            among = np.union1d(among, new)
        return store.consents_among(self._connection, ids, old, among) if len(among) else old

    def _refused(self, ids: Ints, merge: Merge | None) -> dict[str, Bools]:
        """Refusals reach others by phones and nicks, which any file may bring."""
        change, known = self._change, self._old.members.refused
        if change.marks.keys() & {"consents", "all_consents", "keys", "listed"} or "consents" in change.grown:
            return store.refused(self._connection, ids)
        if merge is None and not change.grown & {"identities", "imports"}:
            return known
        if merge is not None:
            old = self._old.members.ids
            known = {channel: store.mask_of(ids, old[mask]) for channel, mask in known.items()}
        return store.refused_since(self._connection, ids, known, self._origin.newest["identities"])

    # --- orders and lines ---

    def _orders(self, people: Merge | None) -> tuple[Orders, Merge | None, store.OrderRows | None]:
        """The orders, and how they were merged; None where none changed."""
        old, touched = self._old.orders, self._change.orders
        if people is not None:
            old = replace(old, member=np.take(self._new_numbers(), old.member))
        old = replace(old, shop=_moved(old.shop, self._old.shops, self._shops))
        if not len(touched):
            same = people is None and self._shops == self._old.shops
            return (self._old.orders if same else old), None, None
        rows = store.order_rows(self._connection, touched)
        new = store.orders_of(rows, self._ids, self._shops)
        known = self._origin.order_ids
        kept = np.flatnonzero(~is_among(known, touched))
        merge = merge_sorted(
            _sorting_key(old.member[kept], old.time[kept]),
            _sorting_key(new.member, new.time),
            kept,
            (known[kept], rows.ids),
        )
        merged = Orders(
            member=merge(old.member, new.member),
            is_purchase=merge(old.is_purchase, new.is_purchase),
            status=merge(old.status, new.status),
            **{name: merge.numbers(getattr(old, name), getattr(new, name)) for name in _NUMBERS},
        )
        return merged, merge, rows

    def _new_numbers(self) -> Codes:
        """Per old member number the new one; members who changed keep theirs as those who entered."""
        if self._numbers is None:
            places, there = places_of(self._ids, self._old.members.ids)
            self._numbers = np.where(there, places, -1).astype(np.int32)
        return self._numbers

    def _products(self) -> store.Products:
        return store.Products.read(self._connection, store.category_infos(self._connection))

    def _lines(
        self, products: store.Products, merge: Merge | None, bought: store.OrderRows | None
    ) -> tuple[Lines, Ints, tuple[str, ...], tuple[str, ...]]:
        """The lines, their products, the SKUs and the titles."""
        old, origin = self._old.lines, self._origin
        line_product = _moved_places(origin.line_product, origin.product_ids, products.ids)
        skus = self._old.skus
        if merge is not None and bought is not None:
            old, line_product, skus = self._merged_lines(products, line_product, merge, bought)
        elif not self._sorted_anew():
            return old, line_product, skus, products.titles
        old = replace(
            old,
            product=np.take(products.title_of, line_product),
            category=np.take(products.category_of, line_product),
        )
        return old, line_product, skus, products.titles

    def _sorted_anew(self) -> bool:
        """Whether products or categories are not what they were."""
        is_changed = self._change.touches("products", "products")
        return is_changed or store.category_infos(self._connection) != self._old.categories

    def _merged_lines(
        self, products: store.Products, line_product: Ints, merge: Merge, bought: store.OrderRows
    ) -> tuple[Lines, Ints, tuple[str, ...]]:
        old = self._old.lines
        count = len(self._origin.order_ids)
        places = merge.new_places()
        staying = len(places) - len(bought.ids)
        new_place = np.full(count, -1, np.int32)
        new_place[np.arange(count) if merge.kept is None else merge.kept] = places[:staying]
        order = np.take(new_place, old.order)
        kept = np.flatnonzero(order >= 0)
        rows = store.line_rows(self._connection, bought.ids)
        by_id = np.argsort(bought.ids)
        new_order = places[staying:][by_id[places_of(bought.ids[by_id], rows.orders)[0]]]
        sorting = np.argsort(new_order, kind="stable")
        new_order = new_order[sorting]
        lines = merge_sorted(np.take(order, kept), new_order, kept)
        codes, skus = codes_in(self._old.skus, rows.skus)
        merged = Lines(
            order=lines(order, new_order),
            product=old.product,
            category=old.category,
            quantity=lines.numbers(old.quantity, rows.quantity[sorting]),
            price=lines.numbers(old.price, rows.price[sorting]),
            sku=lines.numbers(old.sku, codes[sorting]),
        )
        return merged, lines.numbers(line_product, store.product_places(products, rows.products)[sorting]), skus

    # --- messages and refunds ---

    def _with_sendings(self, roster: Roster, people: Merge | None) -> Roster:
        if self._change.touches("sendings", "audiences"):
            audiences, sent = store.sendings(self._connection)
            found = store.sendings_of(sent, roster.members.ids, audiences)
            return replace(roster, audiences=audiences, sendings=found)
        if people is None:
            return roster
        moved = np.take(self._new_numbers(), roster.sendings.member)
        return replace(roster, sendings=replace(roster.sendings, member=moved))

    def _with_refunds(self, roster: Roster, people: Merge | None) -> Roster:
        """The refunds; those of orders that changed or that new reports speak of are read again."""
        change, old, origin = self._change, roster.refund_rows, roster.origin
        if origin is None or not (store.has_refunds(self._connection) or len(old.member)):
            return roster
        if "refunds" in change.marks:
            return self._with_all_refunds(roster, origin)
        touched = change.orders
        if "refunds" in change.grown:
            new = store.orders_of_new_refunds(self._connection, self._origin.newest["refunds"])
            touched = np.union1d(touched, new)
        member = old.member if people is None else np.take(self._new_numbers(), old.member)
        if not len(touched):
            return roster if people is None else replace(roster, refund_rows=replace(old, member=member))
        rows = store.refunds(self._connection, touched)
        entering = places_of(roster.members.ids, rows.members)[0].astype(np.int32)
        kept = np.flatnonzero(~is_among(origin.refund_orders, touched))
        merge = merge_sorted(
            _sorting_key(member[kept], origin.refund_orders[kept]), _sorting_key(entering, rows.orders), kept
        )
        codes, reasons = codes_in(roster.reasons, rows.reasons)
        found = RefundRows(
            member=merge(member, entering),
            time=merge.numbers(old.time, rows.times),
            reason=merge.numbers(old.reason, codes),
        )
        orders = merge.numbers(origin.refund_orders, rows.orders)
        return replace(roster, reasons=reasons, refund_rows=found, origin=replace(origin, refund_orders=orders))

    def _with_all_refunds(self, roster: Roster, origin: Origin) -> Roster:
        rows = store.refunds(self._connection)
        codes, reasons = codes_in(("",), rows.reasons)
        member = places_of(roster.members.ids, rows.members)[0].astype(np.int32)
        found = RefundRows(member, amounts(rows.times), narrowed(codes))
        orders = narrowed(rows.orders)
        return replace(roster, reasons=reasons, refund_rows=found, origin=replace(origin, refund_orders=orders))


_NUMBERS = ("time", "net", "refunded", "items", "discount", "paid", "shop")


def _staying(merge: Merge, old: int) -> int:
    return old if merge.kept is None else len(merge.kept)


def _sorting_key(member: Codes, time: Ints) -> NDArray[np.int64]:
    """Member and time as one number."""
    return member.astype(np.int64) * _SPAN + (time.astype(np.int64) - NO_TIME)


def _moved(codes: Codes, before: Sequence[ShopInfo], now: Sequence[ShopInfo]) -> Codes:
    """Codes of shops as they are numbered now."""
    if [shop.id for shop in before] == [shop.id for shop in now]:
        return codes
    places = {shop.id: place for place, shop in enumerate(now)}
    table = np.array([places.get(shop.id, -1) for shop in before] or [0], np.int64)
    return narrowed(table)[codes]


def _moved_places(codes: Ints, before: Ints, now: Ints) -> Ints:
    """Places among ids as these are numbered now; -1 stays."""
    if np.array_equal(before, now[: len(before)]):
        return codes
    places, there = places_of(now, before)
    table = np.append(np.where(there, places, -1), -1)
    return narrowed(np.take(table, codes))
