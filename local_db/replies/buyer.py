"""Who a clerk talks to, and the few facts and variables that an answer to her needs.

All of it is read for one person, without the roster: the panel must have it before the clerk has looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from local_db.importing.parcels import tracking_number
from local_db.members.exact import pasted
from local_db.phones import PhoneKind, classify_phone, is_masked
from local_db.replies import buyer_store as store
from local_db.roster.consent import CHANNELS
from local_db.roster.refusals import refuses
from local_db.settings import read_setting
from local_db.templates.store import shop_name
from local_db.values import decimal_text, local_moment

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from local_db.replies.buyer_store import Bought, Hit, PersonRow
    from local_db.shop_file import Connection

MOST = 8  # to choose from
_LONGEST = 400  # characters of a pasted text that are looked at
_MOST_PARTS = 40
_APART = re.compile(r"[\s,;:|、,。;!?()\[\]{}【】《》「」<>\"'=/]+")
_NUMBERLIKE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{5,}", re.ASCII)
_PHONE = re.compile(r"(?<!\d)(?:\+?(?:00)?86[\s-]?)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)", re.ASCII)
_SHORTEST_ID = 6  # characters; a shorter number in a line may mean anything
_TAIL = 4  # digits of a phone that may be said
_IDS = ("buyer_id", "open_id", "email")


class Candidate(NamedTuple):
    """Somebody who may be meant, and why.

    `why`: `nick`, `buyer_id`, `open_id`, `email`, `phone`, `order_number`, `tracking` or `nick_beginning`.
    `order_id` is the order that was named.
    """

    member_id: int
    nick: str
    name: str
    platform: str
    why: str
    order_id: int | None = None


class Parcel(NamedTuple):
    """A parcel; the courier as the platform calls it, empty where it does not say."""

    courier: str
    number: str


@dataclass(frozen=True, slots=True)
class LastOrder:
    """The order that is talked about. Money in minor units of `currency`, `status` as in the orders table."""

    id: int
    number: str
    shop_name: str  # empty where there is none
    time: int | None  # UTC seconds: when paid, else when ordered
    day: str  # ISO, in the shop's zone; empty where no time is known
    product: str  # of its first line; empty where none is known
    status: str
    paid: int
    currency: str
    parcels: tuple[Parcel, ...] = ()

    @property
    def courier(self) -> str:
        """Who carries the first parcel; empty where that is not known."""
        return self.parcels[0].courier if self.parcels else ""

    @property
    def tracking(self) -> str:
        """The number of the first parcel; empty where there is none."""
        return self.parcels[0].number if self.parcels else ""


class OpenRefund(NamedTuple):
    """A refund that is not at an end; `state` is `asked` or `agreed`."""

    order_number: str
    state: str
    amount: int
    currency: str
    title: str


@dataclass(frozen=True, slots=True)
class BuyerFacts:
    """What an answer needs to know of a buyer; money in minor units of `currency`."""

    member_id: int
    nick: str
    name: str
    platform: str
    tier: str
    points: int | None  # as the newest list of members says, None where none does
    points_day: str  # of that list, ISO, in the shop's zone; empty where that is not known
    orders: int  # purchases, as segments count them
    spent: int
    currency: str
    order: LastOrder | None
    tags: tuple[str, ...]
    note: str  # the latest; empty where there is none
    noted_at: int | None
    refuses: tuple[str, ...]  # channels on which she must not be written to
    refund: OpenRefund | None  # the one asked for last
    variables: Mapping[str, str]  # empty ones are not known; `order_status` is a code

    @property
    def warnings(self) -> tuple[str, ...]:
        """Codes of what a clerk should know first."""
        refund = () if self.refund is None else (f"refund_{self.refund.state}",)
        return (*refund, *(f"refuses_{channel}" for channel in self.refuses))


# --- who is meant ---


def find_buyer(connection: Connection, typed: str) -> tuple[Candidate, ...]:
    """Whom a typed or pasted text means, at most MOST, the surest first.

    A whole line may have been pasted: where the text as a whole names nobody, its parts are looked up. What platforms
    have masked names nobody. Only where nothing is named exactly the text may be the beginning of a nick.
    """
    typed = typed[:_LONGEST].strip()
    whole = list(dict.fromkeys(part for part in (pasted(typed), typed) if part and not is_masked(part)))
    hits = _exact(connection, whole) or _exact(connection, _parts(typed), shortest=_SHORTEST_ID)
    if not hits and whole:
        hits = store.by_beginning(connection, whole[0], MOST)
        hits = hits or store.by_beginning_in_any_case(connection, whole[0], MOST)
    first: dict[int, Hit] = {}
    for hit in hits:
        first.setdefault(hit.member_id, hit)
    people = store.called(connection, first)
    found = (Candidate(member, *people[member], hit.why, hit.order_id) for member, hit in first.items())
    return tuple(found)[:MOST]


def _exact(connection: Connection, parts: list[str], *, shortest: int = 1) -> list[Hit]:
    """Whom any of these texts names as a whole: by a number first, which hardly means two people."""
    if not parts:
        return []
    long = [part for part in parts if len(part) >= shortest]
    phones = list(dict.fromkeys(phone.number for phone in map(classify_phone, parts) if phone.kind is PhoneKind.REAL))
    return [
        *store.by_order_number(connection, long),
        *store.by_tracking_number(connection, list(dict.fromkeys(filter(None, map(tracking_number, long))))),
        *store.by_phone(connection, phones, MOST),
        *store.by_key(connection, ("phone",), phones, MOST),
        *store.by_key(connection, _IDS, [*long, *(part.casefold() for part in long)], MOST),
        *store.by_key(connection, ("nick",), [part for part in parts if len(part) > 1 or shortest == 1], MOST),
    ]


def _parts(typed: str) -> list[str]:
    """What of a pasted line may be a nick, a phone or a number, in the order in which it stands there."""
    return list(dict.fromkeys(part for part in _pieces(typed) if not is_masked(part)))[:_MOST_PARTS]


def _pieces(typed: str) -> Iterator[str]:
    plain = pasted(typed)
    yield from filter(None, _APART.split(plain))
    yield from filter(None, typed.split())  # a nick may have signs of its own
    yield from (match[0] for match in _PHONE.finditer(plain))
    yield from (match[0] for match in _NUMBERLIKE.finditer(plain))  # also right behind words: 订单号190000


# --- what is known of her ---


def buyer_facts(
    connection: Connection, member_id: int, *, now: datetime, zone: ZoneInfo, order_id: int | None = None
) -> BuyerFacts | None:
    """The facts about a member, None where there is none. `order_id` is the order that was asked about.

    Else it is about the newest order; one that was closed unpaid only where there is no other.
    """
    person = store.person(connection, member_id)
    if person is None:
        return None
    currency = str(read_setting(connection, "currency"))
    bought = store.bought(connection, member_id)
    order = _order(connection, member_id, order_id, zone)
    note, noted_at = store.latest_note(connection, member_id)
    refunds = store.open_refunds(connection, member_id)
    return BuyerFacts(
        member_id=member_id,
        nick=person.nick,
        name=person.name,
        platform=person.platform,
        tier=person.tier,
        points=person.points,
        points_day="" if person.points_at is None else local_moment(person.points_at, zone).date().isoformat(),
        orders=bought.orders,
        spent=bought.spent,
        currency=currency,
        order=order,
        tags=store.tags(connection, member_id),
        note=note,
        noted_at=noted_at,
        refuses=tuple(channel for channel in CHANNELS if refuses(connection, member_id, channel)),
        refund=OpenRefund(*refunds[0]) if refunds else None,
        variables=MappingProxyType(
            _of_templates(person, bought, currency, now, zone)
            | {"shop_name": shop_name(connection)}
            | _of_order(order)
            | _of_membership(person)
            | {"phone_tail": person.phone[-_TAIL:]}
        ),
    )


def _order(connection: Connection, member_id: int, order_id: int | None, zone: ZoneInfo) -> LastOrder | None:
    row = store.order(connection, member_id, order_id)
    if row is None:
        return None
    return LastOrder(
        id=row.id,
        number=row.number,
        shop_name=row.shop_name,
        time=row.time,
        day="" if row.time is None else local_moment(row.time, zone).date().isoformat(),
        product=row.product,
        status=row.status,
        paid=row.paid,
        currency=row.currency,
        parcels=tuple(Parcel(*parcel) for parcel in store.parcels(connection, row.id)),
    )


def _of_templates(person: PersonRow, bought: Bought, currency: str, now: datetime, zone: ZoneInfo) -> dict[str, str]:
    """The variables of templates, as `templates/variables.py` gives them for many; a test holds the two equal."""
    last = None if bought.last is None else local_moment(bought.last, zone).date()
    return {
        "nick": person.nick,
        "name": person.name,
        "province": person.province,
        "city": person.city,
        "last_product": bought.product,
        "last_order_date": "" if last is None else last.isoformat(),
        "days_since_last_order": "" if last is None else str((now.astimezone(zone).date() - last).days),
        "orders": str(bought.orders) if bought.orders else "",
        "spent": decimal_text(bought.spent, currency) if bought.spent > 0 else "",
    }


def _of_membership(person: PersonRow) -> dict[str, str]:
    """The variables that lists of members know."""
    return {"tier": person.tier, "points": "" if person.points is None else str(person.points)}


def _of_order(order: LastOrder | None) -> dict[str, str]:
    """The variables of the order that is talked about."""
    return {
        "order_number": order.number if order else "",
        "order_date": order.day if order else "",
        "order_product": order.product if order else "",
        "order_status": order.status if order else "",
        "courier": order.courier if order else "",
        "tracking_number": order.tracking if order else "",
    }
