"""Reads the shop file into the roster's columns, one scan per table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import numpy as np

from local_db.importing.model import NUMBERED_PER_SHOP
from local_db.roster.consent import CHANNELS, after_entry
from local_db.roster.refusals import refusals
from local_db.roster.rfm_cuts import usable_cuts
from local_db.roster.roster import (
    NO_AMOUNT,
    NO_TIME,
    ORDER_STATUSES,
    AudienceInfo,
    Category,
    Consent,
    Lines,
    Members,
    Notes,
    Orders,
    RefundRows,
    Roster,
    Sendings,
    ShopInfo,
    TextColumn,
)
from local_db.settings import read_settings
from local_db.tags.store import promotion_periods

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from local_db.roster.roster import Bools, Codes, Ints
    from local_db.shop_file import Connection


_STATUS = "case status {} end".format(" ".join(f"when '{word}' then {n}" for n, word in enumerate(ORDER_STATUSES)))

# Platforms whose order numbers name an order within one shop only.
_PER_SHOP = ", ".join(f"'{platform}'" for platform in sorted(NUMBERED_PER_SHOP))

# Consent's members by the words the shop file has for them.
_CONSENTS = {state.name.lower(): state for state in Consent}


def load(connection: Connection) -> Roster:
    """The whole shop as columns. The caller holds one read transaction, so that all tables agree."""
    settings = read_settings(connection)
    (ids,), _ = _columns(connection, "members", ["id"])
    ids = np.sort(ids)
    shops = tuple(ShopInfo(*row) for row in connection.execute("select id, platform, name from shops order by id"))
    orders, order_ids = _orders(connection, ids, shops)
    categories = tuple(
        Category(*row) for row in connection.execute("select id, name from categories order by position, id")
    )
    titles, lines, skus = _lines(connection, order_ids, categories)
    audiences, sendings = _sendings(connection, ids)
    reasons, refund_rows = _refund_rows(connection, ids)
    return Roster(
        version=int(settings["roster_version"] or 0),
        zone=ZoneInfo(str(settings["zone"])),
        currency=str(settings["currency"]),
        members=_members(connection, ids, orders),
        orders=orders,
        lines=lines,
        product_titles=titles,
        categories=categories,
        shops=shops,
        skus=skus,
        audiences=audiences,
        sendings=sendings,
        reasons=reasons,
        refund_rows=refund_rows,
        promotions=promotion_periods(connection),
        rfm_cuts=usable_cuts(str(settings["rfm_cuts"])),
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


def _orders(connection: Connection, member_ids: Ints, shops: Sequence[ShopInfo]) -> tuple[Orders, Ints]:
    """Orders that belong to a member, sorted by member, time and id; and the order ids in that sorting."""
    time = f"coalesce(paid_at, ordered_at, {NO_TIME})"
    numbers = ["id", "member_id", time, "is_purchase", "net", "refunded", "coalesce(items, 0)",
               f"coalesce(discount, {NO_AMOUNT})", "paid", "shop_id", _STATUS]  # fmt: skip
    columns, _ = _columns(connection, "orders where member_id is not null", numbers)
    columns[1], _ = _places(member_ids, columns[1])
    columns[9], _ = _places(np.array([shop.id for shop in shops], dtype=np.int64), columns[9])
    sorting = np.lexsort((columns[0], columns[2], columns[1]))
    ids, member, moment, is_purchase, net, refunded, items, discount, paid, shop, state = (
        column[sorting] for column in columns
    )
    orders = Orders(
        member=member.astype(np.int32),
        time=moment,
        is_purchase=is_purchase != 0,
        net=net,
        refunded=refunded,
        items=items,
        discount=discount,
        paid=paid,
        shop=shop.astype(np.int32),
        status=state.astype(np.uint8),
    )
    return orders, ids


def _lines(
    connection: Connection, order_ids: Ints, categories: Sequence[Category]
) -> tuple[tuple[str, ...], Lines, tuple[str, ...]]:
    """The distinct product titles, the lines of the given orders, sorted by order and position, and their SKUs."""
    titles, title_of, category_of = _products(connection, categories)
    numbers = ["order_id", "coalesce(product_id, 0)", "coalesce(quantity, 0)", f"coalesce(price, {NO_AMOUNT})"]
    source = "(select * from order_lines order by order_id, position)"
    columns, (sku,) = _columns(connection, source, numbers, ["sku"])
    by_id = np.argsort(order_ids)
    places, known = _places(order_ids[by_id], columns[0])
    order = by_id[places[known]]
    sorting = np.argsort(order, kind="stable")
    product_id, quantity, price = (column[known][sorting] for column in columns[1:])
    skus = _text_column(sku, np.flatnonzero(known)[sorting])
    lines = Lines(
        order=order[sorting].astype(np.int32),
        product=title_of[product_id],
        quantity=quantity,
        price=price,
        category=category_of[product_id],
        sku=skus.codes,
    )
    return titles, lines, skus.values


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
    # A birthday is a text that ends in month and day; the year, where there is one, is not asked about.
    birthday = "iif(birthday like '%__-__', substr(birthday, -5, 2) * 100 + substr(birthday, -2), 0)"
    (found, joined_at, day, nick), texts = _columns(
        connection,
        "members",
        ["id", f"coalesce(joined_at, {NO_TIME})", birthday, "nick <> ''"],
        ["platform", "province", "city", "iif(phone_kind = 'real', phone, '')", "tier", "phone_kind",
         "lower(trim(email))"],
    )  # fmt: skip
    sorting = np.argsort(found)
    platform, province, city, phone, tier, phone_kind, email = (_text_column(column, sorting) for column in texts)
    phone_group = phone.codes - np.int32(1)  # no number is the empty text, code 0
    email_group = email.codes - np.int32(1)
    joined = joined_at[sorting]
    return Members(
        ids=ids,
        platform=platform,
        province=province,
        city=city,
        phone_usable=phone_group >= 0,
        phone_group=phone_group,
        known_since=_known_since(joined, orders),
        consent=_consents(connection, ids),
        refused={channel: _refused(connection, channel, ids) for channel in CHANNELS},
        tags=_tags(connection, ids),
        joined=joined,
        is_member=(joined != NO_TIME) | _listed(connection, ids),
        birthday=day[sorting].astype(np.int32),
        tier=tier,
        phone_kind=phone_kind,
        has_nick=nick[sorting] != 0,
        has_email=email_group >= 0,
        email_group=email_group,
        notes=_notes(connection, ids),
        lists=_lists(connection, ids),
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
        tags[name] = _mask(connection, f"member_tags where tag_id = {int(tag_id)}", ids)
    return tags


def _listed(connection: Connection, ids: Ints) -> Bools:
    """Who is on a list of members; a list of refusals, which is of no time, is none."""
    source = """(select distinct i.member_id from imports f join list_entries l on l.import_id = f.id
        join records r on r.id = l.record_id join identities i on i.id = r.identity_id
        where f.stated_at > 0 and i.member_id is not null)"""
    return _mask(connection, source, ids)


def _lists(connection: Connection, ids: Ints) -> dict[str, Bools]:
    """Per saved list, who is on it."""
    lists = connection.execute("select id, name from saved_lists order by name").fetchall()
    source = """(select distinct i.member_id from saved_list_people p join identities i on i.id = p.identity_id
        where p.list_id = {} and i.member_id is not null)"""
    return {name: _mask(connection, source.format(int(list_id)), ids) for list_id, name in lists}


def _mask(connection: Connection, source: str, ids: Ints) -> Bools:
    """Whose member_id is among the rows of a source."""
    (member_ids,), _ = _columns(connection, source, ["member_id"])
    places, known = _places(ids, member_ids)
    mask = np.zeros(len(ids), dtype=np.bool_)
    mask[places[known]] = True
    return mask


def _notes(connection: Connection, ids: Ints) -> Notes:
    (member_ids,), (texts,) = _columns(
        connection, "(select member_id, text from notes order by id)", ["member_id"], ["text"]
    )
    return Notes(_places(ids, member_ids)[0].astype(np.int32), tuple(texts))


def _sendings(connection: Connection, ids: Ints) -> tuple[tuple[AudienceInfo, ...], Sendings]:
    """The audiences that were handed off, and every message of them."""
    rows = connection.execute(
        "select id, name, channel, handed_off_at from audiences where handed_off_at is not null order by id"
    ).fetchall()
    audience_ids = np.array([row[0] for row in rows], dtype=np.int64)
    times = np.array([row[3] for row in rows], dtype=np.int64)
    source = """(select m.member_id, m.audience_id from audiences a join audience_members m on m.audience_id = a.id
        where a.handed_off_at is not null order by m.member_id, a.id, m.position)"""
    (member_ids, of_audience), _ = _columns(connection, source, ["member_id", "audience_id"])
    member, audience = _places(ids, member_ids)[0], _places(audience_ids, of_audience)[0]
    infos = tuple(AudienceInfo(*row[:3]) for row in rows)
    return infos, Sendings(member.astype(np.int32), audience.astype(np.int32), times[audience])


def _refund_rows(connection: Connection, ids: Ints) -> tuple[tuple[str, ...], RefundRows]:
    """What refund reports say of members' orders; of one refund what the latest of them says, money back before all."""
    source = f"""(
        select o.member_id, r.state, coalesce(r.asked_at, r.finished_at, {NO_TIME}) as time, r.reason,
            max(((r.state = 'refunded') << 60) + (max(f.stated_at, 0) << 20) + f.id)
        from refunds r join imports f on f.id = r.import_id join shops rs on rs.id = r.shop_id
            join shops s on s.platform = rs.platform
            join orders o on o.shop_id = s.id and o.number = r.order_number
        where o.member_id is not null and (r.shop_id = o.shop_id or s.platform not in ({_PER_SHOP}))
        group by o.id, r.number order by o.member_id, o.id, r.number) where state <> 'closed'"""  # noqa: S608 our own words only
    (member_ids, time), (texts,) = _columns(connection, source, ["member_id", "time"], ["reason"])
    reason = _text_column(texts, np.arange(len(texts)))
    return reason.values, RefundRows(_places(ids, member_ids)[0].astype(np.int32), time, reason.codes)
