"""Reads the shop file into the roster's columns: every row in one scan per table, or chosen ones."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

import numpy as np

from local_db.importing.model import NUMBERED_PER_SHOP
from local_db.roster.columns import amounts, narrowed, places_of, text_column
from local_db.roster.consent import CHANNELS, after_entry
from local_db.roster.refusals import opted_out, opted_out_since
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
    Origin,
    RefundRows,
    Roster,
    Sendings,
    ShopInfo,
)
from local_db.settings import read_settings
from local_db.tags.store import promotion_periods

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from local_db.roster.rfm_cuts import RfmCuts
    from local_db.roster.roster import Bools, Codes, Ints
    from local_db.shop_file import Connection
    from local_db.tags.model import Period


_STATUS = "case status {} end".format(" ".join(f"when '{word}' then {n}" for n, word in enumerate(ORDER_STATUSES)))

# Platforms whose order numbers name an order within one shop only.
_PER_SHOP = ", ".join(f"'{platform}'" for platform in sorted(NUMBERED_PER_SHOP))

# Consent's members by the words the shop file has for them.
_CONSENTS = {state.name.lower(): state for state in Consent}

# Tables whose new rows are found by their ids; of changed and deleted ones there are marks.
COUNTED = (
    "members",
    "orders",
    "products",
    "consents",
    "refunds",
    "imports",
    "notes",
    "audiences",
    "saved_lists",
    "identities",
)

_LINES_AT_ONCE = 500_000  # texts of so many lines are read together


# --- the whole shop ---


def load(connection: Connection) -> Roster:
    """The whole shop as columns. The caller holds one read transaction, so that all tables agree."""
    shops = shop_infos(connection)
    categories = category_infos(connection)
    people = member_rows(connection)
    sorting = np.argsort(people.ids)
    ids = people.ids[sorting]
    bought = order_rows(connection)
    orders = orders_of(bought, ids, shops)
    products = Products.read(connection, categories)
    lines, line_product, skus = _lines(connection, bought.ids, products)
    audiences, sent = sendings(connection)
    refunded = refunds(connection)
    reason = text_column(refunded.reasons, np.arange(len(refunded.reasons)))
    settings = settled(connection)
    return Roster(
        *settings[:3],
        members=_members(connection, people, sorting, ids, orders),
        orders=orders,
        lines=lines,
        product_titles=products.titles,
        categories=categories,
        shops=shops,
        skus=skus,
        audiences=audiences,
        sendings=sendings_of(sent, ids, audiences),
        reasons=reason.values,
        rfm_cuts=settings.rfm_cuts,
        promotions=settings.promotions,
        refund_rows=RefundRows(_numbers(ids, refunded.members), amounts(refunded.times), reason.codes),
        origin=Origin(newest(connection), narrowed(bought.ids), products.ids, line_product, narrowed(refunded.orders)),
    )


class Settled(NamedTuple):
    """What settings say of the roster."""

    version: int
    zone: ZoneInfo
    currency: str
    rfm_cuts: RfmCuts
    promotions: tuple[Period, ...]


def settled(connection: Connection) -> Settled:
    """The settings as they are now."""
    settings = read_settings(connection)
    return Settled(
        int(settings["roster_version"] or 0),
        ZoneInfo(str(settings["zone"])),
        str(settings["currency"]),
        usable_cuts(str(settings["rfm_cuts"])),
        promotion_periods(connection),
    )


def newest(connection: Connection) -> dict[str, int]:
    """The greatest id of each table whose new rows are found by it."""
    greatest = ", ".join(f"(select coalesce(max(id), 0) from {table})" for table in COUNTED)  # noqa: S608 our own names
    return dict(zip(COUNTED, connection.execute(f"select {greatest}").fetchone(), strict=True))


# --- what has changed ---


def count_marks(connection: Connection) -> int:
    """How many marks of changed rows there are."""
    return int(connection.execute("select count(*) from roster_marks").fetchone()[0])


def marks(connection: Connection) -> dict[str, Ints]:
    """Per kind the ids that were marked since the columns were last kept in the file."""
    kinds = [kind for (kind,) in connection.execute("select distinct kind from roster_marks")]
    return {kind: _columns(connection, "roster_marks where kind = :kind", ["id"], kind=kind)[0][0] for kind in kinds}


# --- reading columns ---


def _columns(
    connection: Connection, source: str, numbers: Sequence[str], texts: Sequence[str] = (), **values: str | int
) -> tuple[list[Ints], list[list[str]]]:
    """Whole columns of non-null integers and of texts, of the rows of `source`, in one scan and one order.

    SQLite joins each column into one text that NumPy or the JSON reader takes apart: a quarter of the
    time of a Python object per value, and the interpreter lock is free meanwhile.
    """
    joined = [f"group_concat({number})" for number in numbers] + [f"json_group_array({text})" for text in texts]
    row = connection.execute(f"select {', '.join(joined)} from {source}", values).fetchone()  # noqa: S608 our own names only
    integers: list[Ints] = [np.fromstring(column or "", dtype=np.int64, sep=",") for column in row[: len(numbers)]]
    return integers, [json.loads(column) for column in row[len(numbers) :]]


def _json(ids: Iterable[int] | Ints) -> str:
    return json.dumps(ids.tolist() if isinstance(ids, np.ndarray) else list(ids))


def ids_after(connection: Connection, table: str, known: int) -> Ints:
    """The ids of a table's rows behind a known one."""
    return _columns(connection, f"{table} where id > :known", ["id"], known=known)[0][0]


def _numbers(ids: Ints, wanted: Ints) -> Codes:
    """The numbers of members by their ids, all of which are known."""
    return places_of(ids, wanted)[0].astype(np.int32)


# --- orders ---


class OrderRows(NamedTuple):
    """Rows of orders that belong to a member, sorted by member id, time and id."""

    ids: Ints
    members: Ints
    time: Ints
    is_purchase: Ints
    net: Ints
    refunded: Ints
    items: Ints
    discount: Ints
    paid: Ints
    shops: Ints
    status: Ints


def order_rows(connection: Connection, among: Ints | None = None) -> OrderRows:
    """All orders of members, or those of these ids that are."""
    time = f"max(coalesce(paid_at, ordered_at, {NO_TIME}), {NO_TIME})"
    numbers = ["orders.id", "member_id", time, "is_purchase", "net", "refunded", "coalesce(items, 0)",
               f"coalesce(discount, {NO_AMOUNT})", "paid", "shop_id", _STATUS]  # fmt: skip
    if among is None:
        columns, _ = _columns(connection, "orders where member_id is not null", numbers)
    else:
        source = "json_each(:ids) j cross join orders on orders.id = j.value where member_id is not null"
        columns, _ = _columns(connection, source, numbers, ids=_json(among))
    sorting = np.lexsort((columns[0], columns[2], columns[1]))
    return OrderRows(*(narrowed(column)[sorting] for column in columns))


def orders_of(rows: OrderRows, member_ids: Ints, shops: Sequence[ShopInfo]) -> Orders:
    """The rows as columns."""
    shop_ids = np.array([shop.id for shop in shops], dtype=np.int64)
    return Orders(
        member=_numbers(member_ids, rows.members),
        time=amounts(rows.time),
        is_purchase=rows.is_purchase != 0,
        net=amounts(rows.net),
        refunded=amounts(rows.refunded),
        items=rows.items,
        discount=amounts(rows.discount),
        paid=amounts(rows.paid),
        shop=narrowed(places_of(shop_ids, rows.shops)[0]),
        status=rows.status.astype(np.uint8),
    )


def shop_infos(connection: Connection) -> tuple[ShopInfo, ...]:
    """The seller's shops."""
    return tuple(ShopInfo(*row) for row in connection.execute("select id, platform, name from shops order by id"))


# --- lines and products ---


class Products(NamedTuple):
    """The shop's products: their ids, ascending, and of each the place of its title and of its category, or -1."""

    ids: Ints
    titles: tuple[str, ...]
    title_of: Codes  # one longer than the ids: -1, no product, reads the last
    category_of: Codes

    @classmethod
    def read(cls, connection: Connection, categories: Sequence[Category]) -> Products:
        """The products as they are now. The same title in two shops is one title."""
        (ids, category_ids), (texts,) = _columns(
            connection,
            "(select id, title, coalesce(category_id, 0) as category_id from products order by id)",
            ["id", "category_id"],
            ["title"],
        )
        titles = tuple(dict.fromkeys(texts))
        places = {title: place for place, title in enumerate(titles)}
        place_of = {category.id: place for place, category in enumerate(categories)}
        title_of = np.array([*(places[text] for text in texts), -1], dtype=np.int32)
        category_of = np.array([*(place_of.get(key, -1) for key in category_ids.tolist()), -1], dtype=np.int32)
        return cls(narrowed(ids), titles, narrowed(title_of), narrowed(category_of))


class LineRows(NamedTuple):
    """Rows of lines, sorted by order and position."""

    orders: Ints  # their ids
    products: Ints  # their ids, 0 for none
    quantity: Ints
    price: Ints
    skus: list[str]


def line_rows(connection: Connection, among: Ints) -> LineRows:
    """The lines of these orders."""
    numbers = ["order_id", "coalesce(product_id, 0)", "coalesce(quantity, 0)", f"coalesce(price, {NO_AMOUNT})"]
    source = """(select l.* from json_each(:ids) j cross join order_lines l on l.order_id = j.value
        order by l.order_id, l.position)"""
    (orders, products, quantity, price), (skus,) = _columns(connection, source, numbers, ["sku"], ids=_json(among))
    return LineRows(orders, products, quantity, price, skus)


def _lines(connection: Connection, order_ids: Ints, products: Products) -> tuple[Lines, Ints, tuple[str, ...]]:
    """The lines of the given orders, sorted by order and position; the product of each; and their SKUs."""
    numbers = ["order_id", "coalesce(product_id, 0)", "coalesce(quantity, 0)", f"coalesce(price, {NO_AMOUNT})"]
    source = "(select * from order_lines order by order_id, position)"  # the order they are stored in
    columns, _ = _columns(connection, source, numbers)
    by_id = np.argsort(order_ids)
    places, known = places_of(order_ids[by_id], columns[0])
    order = by_id[np.compress(known, places)].astype(np.int32)
    sorting = np.argsort(order, kind="stable")
    sku_codes, skus = _skus(connection)
    product_id, quantity, price, sku = (
        np.compress(known, narrowed(column))[sorting] for column in (*columns[1:], sku_codes)
    )
    line_product = product_places(products, product_id)
    lines = Lines(
        order=order[sorting],
        product=np.take(products.title_of, line_product),
        quantity=quantity,
        price=amounts(price),
        category=np.take(products.category_of, line_product),
        sku=sku,
    )
    return lines, line_product, skus


def product_places(products: Products, ids: Ints) -> Ints:
    """Where products are among all of them; -1 for the id 0."""
    places, known = places_of(products.ids, ids)
    return narrowed(np.where(known, places, -1))


def _skus(connection: Connection) -> tuple[Codes, tuple[str, ...]]:
    """The SKU of every line, as codes, some lines at a time; where there is none no text is read."""
    codes: dict[str, int] = {"": 0}
    if connection.execute("select 1 from order_lines where sku <> '' limit 1").fetchone() is None:
        (count,) = connection.execute("select count(*) from order_lines").fetchone()
        return np.zeros(count, np.int8), ("",)
    parts = [
        np.fromiter((codes.setdefault(text, len(codes)) for text in texts), dtype=np.int32, count=len(texts))
        for texts in _texts_in_parts(connection)
    ]
    return narrowed(np.concatenate(parts)), tuple(codes)


def _texts_in_parts(connection: Connection) -> Iterator[list[str]]:
    first, last = connection.execute("select min(order_id), max(order_id) from order_lines").fetchone()
    for start in range(first, last + 1, _LINES_AT_ONCE):
        source = """(select sku from order_lines where order_id >= :start and order_id < :end
            order by order_id, position)"""
        _, (texts,) = _columns(connection, source, [], ["sku"], start=start, end=start + _LINES_AT_ONCE)
        yield texts


def category_infos(connection: Connection) -> tuple[Category, ...]:
    """The categories of products, in the seller's order."""
    rows = connection.execute("select id, name from categories order by position, id")
    return tuple(Category(*row) for row in rows)


# --- members ---


class MemberRows(NamedTuple):
    """Rows of members, in no order."""

    ids: Ints
    joined: Ints
    birthday: Ints
    has_nick: Ints
    has_email: Ints
    platform: list[str]
    province: list[str]
    city: list[str]
    tier: list[str]
    phone_kind: list[str]
    phone: list[str]  # real ones only


def member_rows(connection: Connection, among: Ints | None = None) -> MemberRows:
    """Everybody, or those of these ids who are there."""
    # A birthday is a text that ends in month and day; the year, where there is one, is not asked about.
    birthday = "iif(birthday like '%__-__', substr(birthday, -5, 2) * 100 + substr(birthday, -2), 0)"
    joined = f"max(coalesce(joined_at, {NO_TIME}), {NO_TIME})"
    numbers = ["members.id", joined, birthday, "nick <> ''", "email <> ''"]
    texts = ["platform", "province", "city", "tier", "phone_kind", "iif(phone_kind = 'real', phone, '')"]
    if among is None:
        columns, words = _columns(connection, "members", numbers, texts)
    else:
        source = "json_each(:ids) j cross join members on members.id = j.value"
        columns, words = _columns(connection, source, numbers, texts, ids=_json(among))
    (ids, joined_at, day, nick, email), (platform, province, city, tier, kind, phone) = columns, words
    return MemberRows(ids, joined_at, day, nick, email, platform, province, city, tier, kind, phone)


def _members(connection: Connection, rows: MemberRows, sorting: Ints, ids: Ints, orders: Orders) -> Members:
    phone = text_column(rows.phone, sorting)
    phone_group = narrowed(phone.codes.astype(np.int32) - 1)  # no number is the empty text, code 0
    joined = amounts(rows.joined[sorting])
    return Members(
        ids=ids,
        platform=text_column(rows.platform, sorting),
        province=text_column(rows.province, sorting),
        city=text_column(rows.city, sorting),
        phone_usable=phone_group >= 0,
        phone_group=phone_group,
        known_since=known_since(joined, orders),
        consent=consents(connection, ids),
        refused=refused(connection, ids),
        tags=tags(connection, ids),
        joined=joined,
        is_member=(joined != NO_TIME) | listed(connection, ids),
        birthday=narrowed(rows.birthday[sorting], np.int16),
        tier=text_column(rows.tier, sorting),
        phone_kind=text_column(rows.phone_kind, sorting),
        has_nick=rows.has_nick[sorting] != 0,
        has_email=rows.has_email[sorting] != 0,
        notes=notes(connection, ids),
        lists=lists(connection, ids),
    )


def known_since(joined: Ints, orders: Orders) -> Ints:
    """The earlier of joining and first dated order; NO_TIME where neither is known."""
    never = np.iinfo(np.int64).max
    known = np.where(joined == NO_TIME, never, joined.astype(np.int64))
    dated = np.flatnonzero(orders.time != NO_TIME)
    member = np.take(orders.member, dated)
    # Orders are sorted by member and time, so the first of a member is the earliest.
    starts = np.flatnonzero(np.concatenate(([True], member[1:] != member[:-1]))) if len(member) else dated
    whose = member[starts]
    known[whose] = np.minimum(known[whose], orders.time[dated[starts]])
    return amounts(np.where(known == never, NO_TIME, known))


def phones(connection: Connection, wanted: Iterable[str]) -> tuple[Ints, list[str]]:
    """Everybody who has one of these real phones: their ids, and the phones."""
    source = "json_each(:phones) j cross join members m on m.phone = j.value and m.phone <> '' and phone_kind = 'real'"
    (ids,), (found,) = _columns(connection, source, ["m.id"], ["m.phone"], phones=json.dumps(list(wanted)))
    return ids, found


def refused(connection: Connection, ids: Ints) -> dict[str, Bools]:
    """Per channel, who must not be reached because somebody opted out."""
    return {channel: _refused(connection, channel, ids) for channel in CHANNELS}


def _refused(connection: Connection, channel: str, ids: Ints) -> Bools:
    mask = np.zeros(len(ids), np.bool_)
    if connection.execute("select 1 from consents where channel = ? limit 1", [channel]).fetchone():
        out = np.array(sorted(opted_out(connection, channel)[0]), dtype=np.int64)
        places, known = places_of(ids, out)
        mask[places[known]] = True
    return mask


def refused_since(connection: Connection, ids: Ints, known: Mapping[str, Bools], identity: int) -> dict[str, Bools]:
    """The same, by what was known before any identity behind this one came (opted_out_since)."""
    found = {}
    for channel, mask in known.items():
        found[channel] = mask
        if connection.execute("select 1 from consents where channel = ? limit 1", [channel]).fetchone():
            out = opted_out_since(connection, channel, set(ids[mask].tolist()), identity)
            found[channel] = mask_of(ids, np.array(sorted(out), dtype=np.int64))
    return found


def consents(connection: Connection, ids: Ints) -> dict[str, NDArray[np.uint8]]:
    """Per channel, what the entries of each member come to."""
    columns = {channel: np.zeros(len(ids), dtype=np.uint8) for channel in CHANNELS}
    entries = connection.execute("select channel, member_id, state, source from consents order by noted_at, id")
    _write_states(columns, ids, entries)
    return columns


def consents_among(
    connection: Connection, ids: Ints, known: Mapping[str, NDArray[np.uint8]], among: Ints
) -> dict[str, NDArray[np.uint8]]:
    """What is known, with that of some members read again."""
    columns = {channel: column.copy() for channel, column in known.items()}
    places, there = places_of(ids, among)
    for column in columns.values():
        column[places[there]] = Consent.UNKNOWN
    entries = connection.execute(
        "select channel, member_id, state, source from json_each(?) j cross join consents on member_id = j.value"
        " order by noted_at, consents.id",
        [_json(among)],
    )
    _write_states(columns, ids, entries)
    return columns


def _write_states(
    columns: Mapping[str, NDArray[np.uint8]], ids: Ints, entries: Iterable[tuple[str, int, str, str]]
) -> None:
    known: dict[str, dict[int, Consent]] = {channel: {} for channel in CHANNELS}
    for channel, member_id, state, source in entries:
        states = known[channel]
        states[member_id] = after_entry(states.get(member_id, Consent.UNKNOWN), _CONSENTS[state], source)
    for channel, states in known.items():
        places, _ = places_of(ids, np.fromiter(states, dtype=np.int64, count=len(states)))
        columns[channel][places] = list(states.values())


def members_of_new_consents(connection: Connection, known: int) -> Ints:
    """Of whom entries speak that came after a known one."""
    return _columns(connection, "consents where id > :known", ["member_id"], known=known)[0][0]


def tag_names(connection: Connection) -> dict[int, str]:
    """The tags' names by id, in the order of names."""
    return dict(connection.execute("select id, name from tags order by name").fetchall())


def tags(connection: Connection, ids: Ints) -> dict[str, Bools]:
    """Per tag name, who has it; a tag that nobody has is there too."""
    return {name: tagged(connection, tag_id, ids) for tag_id, name in tag_names(connection).items()}


def tagged(connection: Connection, tag_id: int, ids: Ints) -> Bools:
    """Who has a tag. By the index over tags: less text than both columns of the whole table."""
    return _mask(connection, "member_tags where tag_id = :tag", ids, tag=tag_id)


def tags_of(connection: Connection, among: Ints) -> dict[int, Ints]:
    """Per tag id, who of these members has it."""
    source = "json_each(:ids) j cross join member_tags t on t.member_id = j.value"
    (members, of_tag), _ = _columns(connection, source, ["t.member_id", "t.tag_id"], ids=_json(among))
    return {int(tag): members[of_tag == tag] for tag in set(of_tag.tolist())}


_LISTED = """(select distinct i.member_id from imports f join list_entries l on l.import_id = f.id
    join records r on r.id = l.record_id join identities i on i.id = r.identity_id
    where f.stated_at > 0 and f.id > :known and i.member_id is not null)"""


def listed(connection: Connection, ids: Ints, known: int = 0) -> Bools:
    """Who is on a list of members that came after a known import; a list of refusals, which is of no time, is none."""
    return _mask(connection, _LISTED, ids, known=known)


def listed_among(connection: Connection, ids: Ints, among: Ints) -> Bools:
    """Who of these members is on any list of members."""
    if connection.execute("select 1 from list_entries limit 1").fetchone() is None:
        return np.zeros(len(ids), np.bool_)
    source = """(select distinct i.member_id from json_each(:ids) j cross join identities i on i.member_id = j.value
        join records r on r.identity_id = i.id join list_entries l on l.record_id = r.id
        join imports f on f.id = l.import_id where f.stated_at > 0)"""
    return _mask(connection, source, ids, ids=_json(among))


def lists(connection: Connection, ids: Ints) -> dict[str, Bools]:
    """Per saved list, who is on it."""
    rows = connection.execute("select id, name from saved_lists order by name").fetchall()
    source = """(select distinct i.member_id from saved_list_people p join identities i on i.id = p.identity_id
        where p.list_id = :list and i.member_id is not null)"""
    return {name: _mask(connection, source, ids, list=list_id) for list_id, name in rows}


def _mask(connection: Connection, source: str, member_ids: Ints, **values: str | int) -> Bools:
    """Whose member_id is among the rows of a source."""
    (found,), _ = _columns(connection, source, ["member_id"], (), **values)
    return mask_of(member_ids, found)


def mask_of(member_ids: Ints, found: Ints) -> Bools:
    """Per member whether her id was found."""
    places, known = places_of(member_ids, found)
    mask = np.zeros(len(member_ids), dtype=np.bool_)
    mask[places[known]] = True
    return mask


def notes(connection: Connection, ids: Ints) -> Notes:
    """Every note, the oldest first."""
    (member_ids,), (texts,) = _columns(
        connection, "(select member_id, text from notes order by id)", ["member_id"], ["text"]
    )
    return Notes(_numbers(ids, member_ids), tuple(texts))


# --- messages and refunds ---


class Sent(NamedTuple):
    """Messages that were handed off, sorted by member and audience."""

    members: Ints
    audiences: Ints  # their ids
    times: Ints


def sendings(connection: Connection) -> tuple[tuple[AudienceInfo, ...], Sent]:
    """The audiences that were handed off, and every message of them."""
    rows = connection.execute(
        "select id, name, channel from audiences where handed_off_at is not null order by id"
    ).fetchall()
    source = """(select m.member_id, a.id as audience_id, a.handed_off_at as time
        from audiences a join audience_members m on m.audience_id = a.id
        where a.handed_off_at is not null order by m.member_id, a.id, m.position)"""
    (members, audiences, times), _ = _columns(connection, source, ["member_id", "audience_id", "time"])
    return tuple(AudienceInfo(*row) for row in rows), Sent(members, audiences, times)


def sendings_of(sent: Sent, member_ids: Ints, audiences: Sequence[AudienceInfo]) -> Sendings:
    """The messages as columns."""
    audience_ids = np.array([audience.id for audience in audiences], dtype=np.int64)
    audience = places_of(audience_ids, sent.audiences)[0]
    return Sendings(_numbers(member_ids, sent.members), narrowed(audience), amounts(sent.times))


class Refunds(NamedTuple):
    """Refunds of members' orders that were not closed, sorted by member, order and number."""

    members: Ints
    orders: Ints  # their ids
    times: Ints
    reasons: list[str]


_REFUNDS = f"""(
    select o.member_id, o.id as order_id, r.state, r.reason,
        max(coalesce(r.asked_at, r.finished_at, {NO_TIME}), {NO_TIME}) as time,
        max(((r.state = 'refunded') << 60) + (max(f.stated_at, 0) << 20) + f.id)
    from {{}} join shops s on s.id = o.shop_id join shops rs on rs.platform = s.platform
        join refunds r on r.shop_id = rs.id and r.order_number = o.number join imports f on f.id = r.import_id
    where o.member_id is not null and (r.shop_id = o.shop_id or s.platform not in ({_PER_SHOP}))
    group by o.id, r.number order by o.member_id, o.id, r.number) where state <> 'closed'"""  # noqa: S608 our own words only
_REFUNDED_ORDERS = """(select distinct o.id from refunds r join shops rs on rs.id = r.shop_id
    join shops s on s.platform = rs.platform join orders o on o.shop_id = s.id and o.number = r.order_number
    where r.id > :known) j cross join orders o on o.id = j.id"""


def refunds(connection: Connection, among: Ints | None = None) -> Refunds:
    """What refund reports say of members' orders; of one refund what the latest of them says, money back before all."""
    if among is None:
        source, ids = _REFUNDS.format(_REFUNDED_ORDERS), "[]"
    else:
        source, ids = _REFUNDS.format("json_each(:ids) j cross join orders o on o.id = j.value"), _json(among)
    (members, orders, times), (reasons,) = _columns(
        connection, source, ["member_id", "order_id", "time"], ["reason"], ids=ids, known=0
    )
    return Refunds(members, orders, times, reasons)


def orders_of_new_refunds(connection: Connection, known: int) -> Ints:
    """Of which orders reports speak that came after a known one."""
    return _columns(connection, _REFUNDED_ORDERS, ["o.id"], known=known)[0][0]


def has_refunds(connection: Connection) -> bool:
    """Whether any report speaks of a refund."""
    return connection.execute("select 1 from refunds limit 1").fetchone() is not None
