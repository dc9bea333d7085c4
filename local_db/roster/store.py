"""Reads the shop file into the roster's columns, one scan per table."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

from local_db.roster.consent import CHANNELS, after_entry
from local_db.roster.roster import NO_TIME, Consent, Lines, Members, Orders, Roster, TextColumn
from local_db.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from local_db.roster.roster import Bools, Ints
    from local_db.shop_file import Connection


def load(connection: Connection) -> Roster:
    """The whole shop as columns. The caller holds one read transaction, so that all tables agree."""
    settings = read_settings(connection)
    ids = _integers(connection, "select id from members order by id", 1)[:, 0]
    orders, order_ids = _orders(connection, ids)
    titles, lines = _lines(connection, order_ids)
    return Roster(
        version=int(settings["roster_version"] or 0),
        zone=ZoneInfo(str(settings["zone"])),
        currency=str(settings["currency"]),
        members=_members(connection, ids, orders),
        orders=orders,
        lines=lines,
        product_titles=titles,
    )


def _integers(connection: Connection, query: str, width: int) -> Ints:
    """The rows of a query of non-null integers, as an array of `width` columns."""
    rows = connection.execute(query)
    return np.fromiter(chain.from_iterable(rows), dtype=np.int64).reshape(-1, width)


def _places(ids: Ints, wanted: Ints) -> tuple[Ints, Bools]:
    """Where each wanted id is in the ascending `ids`, and whether it is there at all."""
    places = np.searchsorted(ids, wanted)
    if not len(ids):
        return places, np.zeros(len(wanted), dtype=np.bool_)
    return places, ids[np.minimum(places, len(ids) - 1)] == wanted


def _orders(connection: Connection, member_ids: Ints) -> tuple[Orders, Ints]:
    """Orders that belong to a member, sorted by member, time and id; and the order ids in that sorting."""
    query = f"""select id, member_id, coalesce(paid_at, ordered_at, {NO_TIME}), is_purchase, paid, refunded,
                coalesce(items, 0) from orders where member_id is not null"""  # noqa: S608 a constant of ours
    table = _integers(connection, query, 7)
    member, _ = _places(member_ids, table[:, 1])
    table = table[sorting := np.lexsort((table[:, 0], table[:, 2], member))]
    orders = Orders(
        member=member[sorting].astype(np.int32),
        time=np.ascontiguousarray(table[:, 2]),
        is_purchase=table[:, 3] != 0,
        paid=np.ascontiguousarray(table[:, 4]),
        refunded=np.ascontiguousarray(table[:, 5]),
        items=np.ascontiguousarray(table[:, 6]),
    )
    return orders, np.ascontiguousarray(table[:, 0])


def _lines(connection: Connection, order_ids: Ints) -> tuple[tuple[str, ...], Lines]:
    """The distinct product titles, and the lines of the given orders, sorted by order."""
    product_ids: list[int] = []
    title_codes: dict[str, int] = {}
    title_of: list[int] = []
    for product_id, title in connection.execute("select id, title from products order by id"):
        product_ids.append(product_id)
        title_of.append(title_codes.setdefault(title, len(title_codes)))
    query = "select order_id, coalesce(product_id, -1), coalesce(quantity, 0) from order_lines"
    table = _integers(connection, query, 3)
    by_id = np.argsort(order_ids)
    places, known = _places(order_ids[by_id], table[:, 0])
    order, table = by_id[places[known]], table[known]
    sorting = np.argsort(order, kind="stable")
    places, known = _places(np.array(product_ids, dtype=np.int64), table[:, 1])
    product = np.full(len(table), -1, dtype=np.int32)
    product[known] = np.array(title_of, dtype=np.int32)[places[known]]
    lines = Lines(order=order[sorting].astype(np.int32), product=product[sorting], quantity=table[sorting, 2])
    return tuple(title_codes), lines


def _members(connection: Connection, ids: Ints, orders: Orders) -> Members:
    query = f"""select platform, province, city, iif(phone_kind = 'real', phone, ''), coalesce(joined_at, {NO_TIME})
                from members order by id"""  # noqa: S608 a constant of ours
    columns = tuple(zip(*connection.execute(query), strict=True)) or ((),) * 5
    phone_group = _text_column(columns[3]).codes - np.int32(1)  # the empty text, code 0, becomes -1
    return Members(
        ids=ids,
        platform=_text_column(columns[0]),
        province=_text_column(columns[1]),
        city=_text_column(columns[2]),
        phone_usable=phone_group >= 0,
        phone_group=phone_group,
        known_since=_known_since(np.array(columns[4], dtype=np.int64), orders),
        consent=_consents(connection, ids),
        tags=_tags(connection, ids),
    )


def _text_column(texts: Sequence[str]) -> TextColumn:
    """Texts as codes into their distinct values, the empty text first."""
    values = tuple(dict.fromkeys(("", *texts)))
    codes = {text: code for code, text in enumerate(values)}
    return TextColumn(np.fromiter(map(codes.__getitem__, texts), dtype=np.int32, count=len(texts)), values)


def _known_since(joined: Ints, orders: Orders) -> Ints:
    """The earlier of joining and first dated order; NO_TIME where neither is known."""
    dated = np.flatnonzero(orders.time != NO_TIME)[::-1]
    never = np.iinfo(np.int64).max
    known = np.where(joined == NO_TIME, never, joined)
    first = np.full(len(joined), never, dtype=np.int64)
    first[orders.member[dated]] = orders.time[dated]  # backwards, so the earliest of a member is written last
    known = np.minimum(known, first)
    return np.where(known == never, NO_TIME, known)


def _consents(connection: Connection, ids: Ints) -> dict[str, np.ndarray[tuple[int], np.dtype[np.uint8]]]:
    """Per channel, what the entries of each member come to."""
    states: dict[str, dict[int, Consent]] = {channel: {} for channel in CHANNELS}
    entries = connection.execute("select member_id, channel, state, source from consents order by noted_at, id")
    for member_id, channel, state, source in entries:
        known = states[channel]
        known[member_id] = after_entry(known.get(member_id, Consent.UNKNOWN), Consent[state.upper()], source)
    columns = {}
    for channel, known in states.items():
        column = np.zeros(len(ids), dtype=np.uint8)
        places, _ = _places(ids, np.fromiter(known, dtype=np.int64, count=len(known)))
        column[places] = np.fromiter(known.values(), dtype=np.uint8, count=len(known))
        columns[channel] = column
    return columns


def _tags(connection: Connection, ids: Ints) -> dict[str, Bools]:
    """Per tag name, who has it; a tag that nobody has is there too."""
    names = dict(connection.execute("select id, name from tags order by name"))
    table = _integers(connection, "select tag_id, member_id from member_tags", 2)
    tags = {}
    for tag_id, name in names.items():
        places, _ = _places(ids, table[table[:, 0] == tag_id, 1])
        tags[name] = np.zeros(len(ids), dtype=np.bool_)
        tags[name][places] = True
    return tags
