"""Reads the shop file into the roster's columns, one scan per table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

from local_db.roster.consent import CHANNELS, after_entry
from local_db.roster.refusals import refusals
from local_db.roster.roster import NO_AMOUNT, NO_TIME, Category, Consent, Lines, Members, Orders, Roster, TextColumn
from local_db.settings import read_settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from local_db.roster.roster import Bools, Codes, Ints
    from local_db.shop_file import Connection


# Consent's members by the words the shop file has for them.
_CONSENTS = {state.name.lower(): state for state in Consent}


def load(connection: Connection) -> Roster:
    """The whole shop as columns. The caller holds one read transaction, so that all tables agree."""
    settings = read_settings(connection)
    (ids,), _ = _columns(connection, "members", ["id"])
    ids = np.sort(ids)
    orders, order_ids = _orders(connection, ids)
    categories = tuple(
        Category(*row) for row in connection.execute("select id, name from categories order by position, id")
    )
    titles, lines = _lines(connection, order_ids, categories)
    return Roster(
        version=int(settings["roster_version"] or 0),
        zone=ZoneInfo(str(settings["zone"])),
        currency=str(settings["currency"]),
        members=_members(connection, ids, orders),
        orders=orders,
        lines=lines,
        product_titles=titles,
        categories=categories,
    )


def _columns(
    connection: Connection, source: str, numbers: Sequence[str], texts: Sequence[str] = ()
) -> tuple[list[Ints], list[list[str]]]:
    """Whole columns of non-null integers and of texts, of the rows of `source`, in one scan and one order.

    SQLite joins each column into one text that NumPy or the JSON reader takes apart: a quarter of the
    time of a Python object per value, and the interpreter lock is free meanwhile.
    """
    joined = [f"group_concat({number})" for number in numbers] + [f"json_group_array({text})" for text in texts]
    row = connection.execute(f"select {', '.join(joined)} from {source}").fetchone()  # noqa: S608 our own names only
    integers = [np.fromstring(column or "", dtype=np.int64, sep=",") for column in row[: len(numbers)]]
    return integers, [json.loads(column) for column in row[len(numbers) :]]


def _places(ids: Ints, wanted: Ints) -> tuple[Ints, Bools]:
    """Where each wanted id is in the ascending `ids`, and whether it is there at all."""
    places = np.searchsorted(ids, wanted)
    if not len(ids):
        return places, np.zeros(len(wanted), dtype=np.bool_)
    return places, ids[np.minimum(places, len(ids) - 1)] == wanted


def _orders(connection: Connection, member_ids: Ints) -> tuple[Orders, Ints]:
    """Orders that belong to a member, sorted by member, time and id; and the order ids in that sorting."""
    time = f"coalesce(paid_at, ordered_at, {NO_TIME})"
    numbers = ["id", "member_id", time, "is_purchase", "net", "refunded", "coalesce(items, 0)",
               f"coalesce(discount, {NO_AMOUNT})"]  # fmt: skip
    columns, _ = _columns(connection, "orders where member_id is not null", numbers)
    columns[1], _ = _places(member_ids, columns[1])
    sorting = np.lexsort((columns[0], columns[2], columns[1]))
    ids, member, moment, is_purchase, net, refunded, items, discount = (column[sorting] for column in columns)
    return Orders(member.astype(np.int32), moment, is_purchase != 0, net, refunded, items, discount), ids


def _lines(connection: Connection, order_ids: Ints, categories: Sequence[Category]) -> tuple[tuple[str, ...], Lines]:
    """The distinct product titles, and the lines of the given orders, sorted by order."""
    titles, title_of, category_of = _products(connection, categories)
    numbers = ["order_id", "coalesce(product_id, 0)", "coalesce(quantity, 0)", f"coalesce(price, {NO_AMOUNT})"]
    columns, _ = _columns(connection, "order_lines", numbers)
    by_id = np.argsort(order_ids)
    places, known = _places(order_ids[by_id], columns[0])
    order = by_id[places[known]]
    sorting = np.argsort(order, kind="stable")
    product_id, quantity, price = (column[known][sorting] for column in columns[1:])
    return titles, Lines(
        order[sorting].astype(np.int32), title_of[product_id], quantity, price, category_of[product_id]
    )


def _products(connection: Connection, categories: Sequence[Category]) -> tuple[tuple[str, ...], Codes, Codes]:
    """The distinct titles; and per product id (0: none) the place of its title and of its category, or -1."""
    (ids, category_ids), (texts,) = _columns(
        connection,
        "(select id, title, coalesce(category_id, 0) as category_id from products order by id)",
        ["id", "category_id"],
        ["title"],
    )
    titles = tuple(dict.fromkeys(texts))
    places = {title: place for place, title in enumerate(titles)}
    title_of = np.full(int(ids.max(initial=0)) + 1, -1, dtype=np.int32)
    title_of[ids] = [places[text] for text in texts]
    place_of = np.full(max((category.id for category in categories), default=0) + 1, -1, dtype=np.int32)
    place_of[[category.id for category in categories]] = np.arange(len(categories), dtype=np.int32)
    category_of = np.full(len(title_of), -1, dtype=np.int32)
    category_of[ids] = place_of[category_ids]
    return titles, title_of, category_of


def _members(connection: Connection, ids: Ints, orders: Orders) -> Members:
    (found, joined), texts = _columns(
        connection,
        "members",
        ["id", f"coalesce(joined_at, {NO_TIME})"],
        ["platform", "province", "city", "iif(phone_kind = 'real', phone, '')"],
    )
    sorting = np.argsort(found)
    platform, province, city, phone = (_text_column(column, sorting) for column in texts)
    phone_group = phone.codes - np.int32(1)  # no number is the empty text, code 0
    return Members(
        ids=ids,
        platform=platform,
        province=province,
        city=city,
        phone_usable=phone_group >= 0,
        phone_group=phone_group,
        known_since=_known_since(joined[sorting], orders),
        consent=_consents(connection, ids),
        refused={channel: _refused(connection, channel, ids) for channel in CHANNELS},
        tags=_tags(connection, ids),
    )


def _text_column(texts: list[str], sorting: Ints) -> TextColumn:
    """Texts, put in order, as codes into their distinct values, the empty text first."""
    values = tuple(dict.fromkeys(["", *texts]))
    codes = {text: code for code, text in enumerate(values)}
    column = np.fromiter(map(codes.__getitem__, texts), dtype=np.int32, count=len(texts))
    return TextColumn(column[sorting], values)


def _known_since(joined: Ints, orders: Orders) -> Ints:
    """The earlier of joining and first dated order; NO_TIME where neither is known."""
    dated = np.flatnonzero(orders.time != NO_TIME)[::-1]
    never = np.iinfo(np.int64).max
    known = np.where(joined == NO_TIME, never, joined)
    first = np.full(len(joined), never, dtype=np.int64)
    first[orders.member[dated]] = orders.time[dated]  # backwards, so the earliest of a member is written last
    known = np.minimum(known, first)
    return np.where(known == never, NO_TIME, known)


def _refused(connection: Connection, channel: str, ids: Ints) -> Bools:
    """Who must not be reached on a channel because somebody opted out."""
    refused = np.zeros(len(ids), np.bool_)
    if connection.execute("select 1 from consents where channel = ? limit 1", [channel]).fetchone():
        out = np.array(sorted(refusals(connection, channel).opted_out), dtype=np.int64)
        places, known = _places(ids, out)
        refused[places[known]] = True
    return refused


def _consents(connection: Connection, ids: Ints) -> dict[str, NDArray[np.uint8]]:
    """Per channel, what the entries of each member come to."""
    known: dict[str, dict[int, Consent]] = {channel: {} for channel in CHANNELS}
    entries = connection.execute("select channel, member_id, state, source from consents order by noted_at, id")
    for channel, member_id, state, source in entries:
        states = known[channel]
        states[member_id] = after_entry(states.get(member_id, Consent.UNKNOWN), _CONSENTS[state], source)
    columns = {}
    for channel, states in known.items():
        places, _ = _places(ids, np.fromiter(states, dtype=np.int64, count=len(states)))
        columns[channel] = np.zeros(len(ids), dtype=np.uint8)
        columns[channel][places] = list(states.values())
    return columns


def _tags(connection: Connection, ids: Ints) -> dict[str, Bools]:
    """Per tag name, who has it; a tag that nobody has is there too."""
    tags = {}
    for tag_id, name in connection.execute("select id, name from tags order by name").fetchall():
        # By the index over tags: less text than both columns of the whole table.
        (member_ids,), _ = _columns(connection, f"member_tags where tag_id = {int(tag_id)}", ["member_id"])
        places, _ = _places(ids, member_ids)
        tags[name] = np.zeros(len(ids), dtype=np.bool_)
        tags[name][places] = True
    return tags
