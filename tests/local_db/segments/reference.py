"""The language of docs/segments.md read plainly: one member, one order, one line after the other.

It knows nothing of the engine: its objects come from the shop's tables, its trees are JSON, its numbers are fractions.
"""

from __future__ import annotations

import json
import sqlite3
import tomllib
import unicodedata
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

from local_db.segments.city_tiers import city_tier

PROMOTIONS = Path(__file__).resolve().parents[3] / "resources" / "tag_rules" / "promotions.toml"


@dataclass
class Line:
    title: str | None
    category: str | None
    sku: str
    quantity: int
    price: int | None


@dataclass
class Refund:
    time: int | None
    reason: str


@dataclass
class Order:
    id: int
    shop: str
    platform: str
    status: str
    time: int | None
    paid: int
    net: int
    refunded: int
    discount: int | None
    items: int
    is_purchase: bool
    lines: list[Line] = field(default_factory=list)


@dataclass
class Member:
    id: int
    texts: dict[str, str]
    flags: dict[str, bool]
    joined: int | None
    birthday: str
    consent: dict[str, str]
    tags: set[str]
    lists: set[str]
    notes: list[str]
    sent: list[tuple[int, str, int]]  # time, channel, campaign
    refunds: list[Refund]
    orders: list[Order]

    @property
    def known_since(self) -> int | None:
        times = [order.time for order in self.orders if order.time is not None]
        return min([*times, *([self.joined] if self.joined is not None else [])], default=None)


@dataclass
class Shop:
    zone: ZoneInfo
    cuts: dict[str, list[int]]
    periods: list[tuple[set[str], str, str]]  # what each may be called, from, to
    members: list[Member]


# --- the shop's tables as objects ---


def read_shop(connection: sqlite3.Connection) -> Shop:
    settings = {key: json.loads(value) for key, value in connection.execute("select key, value from settings")}
    cuts = {"r": [30, 90, 180, 365], "f": [2, 3, 5, 10], "m": [100, 300, 1000, 3000]}
    members = [read_member(connection, row) for row in rows(connection, "select * from members order by id")]
    cuts = json.loads(settings["rfm_cuts"]) if "rfm_cuts" in settings else cuts
    return Shop(ZoneInfo(settings["zone"]), cuts, read_periods(connection), members)


def rows(connection: sqlite3.Connection, sql: str, *values: object) -> list[dict]:
    cursor = connection.execute(sql, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def read_periods(connection: sqlite3.Connection) -> list[tuple[set[str], str, str]]:
    builtin = tomllib.loads(PROMOTIONS.read_text(encoding="utf-8"))["period"]
    own = [
        json.loads(row["rule"])["periods"] for row in rows(connection, "select rule from tags where rule is not null")
    ]
    periods = own[0] if own else [[entry["zh"], entry["from"], entry["to"]] for entry in builtin]
    known = []
    for name, first, last in periods:
        names = {name} | {entry["en"] for entry in builtin if entry["zh"] == name}
        names |= {text[:-5] for text in names if text[-5:-2] == " 20"}
        known.append(({fold(text) for text in names}, first, last))
    return known


def read_member(connection: sqlite3.Connection, row: dict) -> Member:
    member = row["id"]
    joined = row["joined_at"]
    listed = rows(connection, "select 1 from list_entries e join records r on r.id = e.record_id join identities i"
                  " on i.id = r.identity_id where i.member_id = ?", member)  # fmt: skip
    names = {
        "tags": "select t.name from member_tags m join tags t on t.id = m.tag_id where m.member_id = ?",
        "lists": "select l.name from saved_list_people p join saved_lists l on l.id = p.list_id join identities i"
        " on i.id = p.identity_id where i.member_id = ?",
    }
    named = {key: {found["name"] for found in rows(connection, sql, member)} for key, sql in names.items()}
    sent = rows(connection, "select handed_off_at, channel, a.id from audience_members m join audiences a"
                " on a.id = m.audience_id where m.member_id = ? and handed_off_at is not null", member)  # fmt: skip
    refunds = rows(connection, "select r.* from refunds r join orders o on o.number = r.order_number"
                   " where o.member_id = ? and r.state <> 'closed'", member)  # fmt: skip
    return Member(
        id=member,
        texts={key: row[key] for key in ("platform", "province", "city", "tier", "phone_kind")}
        | {"city_tier": city_tier(row["city"])},
        flags={
            "has_phone": row["phone_kind"] == "real" and bool(row["phone"]),
            "has_nick": bool(row["nick"]),
            "has_email": bool(row["email"]),
            "is_member": joined is not None or bool(listed),
        },
        joined=joined,
        birthday=row["birthday"][-5:],
        consent={channel: read_consent(connection, member, channel) for channel in ("sms", "email", "call")},
        tags=named["tags"],
        lists=named["lists"],
        notes=[found["text"] for found in rows(connection, "select text from notes where member_id = ?", member)],
        sent=[tuple(found.values()) for found in sent],
        refunds=[Refund(first(found["asked_at"], found["finished_at"]), found["reason"]) for found in refunds],
        orders=read_orders(connection, member),
    )


def read_consent(connection: sqlite3.Connection, member: int, channel: str) -> str:
    state = "unknown"
    sql = "select * from consents where member_id = ? and channel = ? order by noted_at, id"
    for entry in rows(connection, sql, member, channel):
        again = entry["state"] == "granted" and entry["source"] == "hand"
        state = state if state == "opted_out" and not again else entry["state"]
    return state


def read_orders(connection: sqlite3.Connection, member: int) -> list[Order]:
    """The member's orders by time and number of the row, those without a date first."""
    found = []
    sql = "select o.*, s.name as shop, s.platform from orders o join shops s on s.id = o.shop_id where member_id = ?"
    for row in rows(connection, sql, member):
        lines = rows(connection, "select l.*, p.title, c.name as category from order_lines l left join products p"
                     " on p.id = l.product_id left join categories c on c.id = p.category_id where order_id = ?",
                     row["id"])  # fmt: skip
        kept = {key: row[key] for key in ("id", "shop", "platform", "status", "paid", "net", "refunded", "discount")}
        order = Order(**kept, time=first(row["paid_at"], row["ordered_at"]), items=row["items"] or 0,
                      is_purchase=bool(row["is_purchase"]))  # fmt: skip
        order.lines = [
            Line(line["title"], line["category"], line["sku"], line["quantity"] or 0, line["price"]) for line in lines
        ]
        found.append(order)
    return sorted(found, key=lambda order: (-1 if order.time is None else order.time, order.id))


def first(*values: int | None) -> int | None:
    return next((value for value in values if value is not None), None)


# --- the language ---


def fold(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


def folded(value: object) -> list[str]:
    return [fold(text) for text in (value if isinstance(value, list) else [value])]


def compare(own: Fraction | int, op: str, value: object) -> bool:
    if op == "between":
        low, high = value
        return exact(low) <= own <= exact(high)
    other = exact(value)
    return {
        "=": own == other, "!=": own != other, ">": own > other, ">=": own >= other, "<": own < other,
        "<=": own <= other,
    }[op]  # fmt: skip


def exact(value: object) -> Fraction:
    return Fraction(Decimal(str(value)))


def within(amount: Fraction, band: list) -> bool:
    low, high = band
    return (low is None or amount >= exact(low)) and (high is None or amount <= exact(high))


def bucket(member: int) -> int:
    """splitmix64, as it is published."""
    mask = 2**64 - 1
    mixed = (member + 0x9E3779B97F4A7C15) & mask
    mixed = ((mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9) & mask
    mixed = ((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB) & mask
    return (mixed ^ (mixed >> 31)) % 100


def without_muted(node: dict) -> dict | None:
    (key,) = node if len(node) == 1 else ("field",)
    if key == "muted":
        return None
    if key == "not":
        child = without_muted(node["not"])
        return None if child is None else {"not": child}
    if key in ("all", "any"):
        children = [kept for child in node[key] if (kept := without_muted(child)) is not None]
        return None if node[key] and not children else {key: children}
    return node


class Reading:
    """A shop at a moment."""

    def __init__(self, shop: Shop, now: datetime, as_of: date | None, segments: dict[int, dict]) -> None:
        self.shop = shop
        self.as_of = as_of
        self.today = as_of or now.astimezone(shop.zone).date()
        self.segments = segments

    def who(self, node: dict) -> list[int]:
        """The ids of the members that exist and match."""
        return [
            member.id for member in self.shop.members if self.exists(member.known_since) and self.root(member, node)
        ]

    def root(self, member: Member, node: dict) -> bool:
        kept = without_muted(node)
        return kept is None or self.matches(member, kept)

    def day(self, time: int) -> date:
        return self.clock(time).date()

    def clock(self, time: int) -> datetime:
        return datetime.fromtimestamp(time, UTC).astimezone(self.shop.zone)

    def exists(self, time: int | None) -> bool:
        return self.as_of is None or time is None or self.day(time) <= self.as_of

    def ago(self, time: int) -> int:
        return (self.today - self.day(time)).days

    def matches(self, member: Member, node: dict) -> bool:
        if "field" in node:
            return self.field(member, node)
        ((key, value),) = node.items()
        return {
            "all": lambda: all(self.matches(member, child) for child in value),
            "any": lambda: any(self.matches(member, child) for child in value),
            "not": lambda: not self.matches(member, value),
            "tag": lambda: value in member.tags,
            "list": lambda: value in member.lists,
            "segment": lambda: self.root(member, self.segments[value]),
            "random": lambda: value[0] <= bucket(member.id) < value[1],
            "rfm": lambda: self.rfm(member, value),
            "ordered": lambda: self.ordered(member, value),
            "sequence": lambda: self.sequence(member, value),
            "sent": lambda: self.sent(member, value),
            "refund": lambda: self.refund(member, value),
        }[key]()

    # --- what the orders come to ---

    def existing(self, member: Member) -> list[Order]:
        return [order for order in member.orders if self.exists(order.time)]

    def bought(self, member: Member) -> list[Order]:
        return [order for order in self.existing(member) if order.is_purchase]

    def dated(self, member: Member) -> list[Order]:
        return [order for order in self.bought(member) if order.time is not None]

    def rfm(self, member: Member, wanted: dict) -> bool:
        dated = self.dated(member)
        if not dated:
            return False
        bought, cuts = self.bought(member), self.shop.cuts
        days_ago = self.ago(dated[-1].time)
        spent = Fraction(sum(order.net for order in bought), 100)
        scores = {
            "r": 1 + sum(days_ago < cut for cut in cuts["r"]),
            "f": 1 + sum(len(bought) >= cut for cut in cuts["f"]),
            "m": 1 + sum(spent >= cut for cut in cuts["m"]),
        }
        return all(low <= scores[axis] <= high for axis, (low, high) in wanted.items())

    def ordered(self, member: Member, wanted: dict) -> bool:
        chosen = [order for order in self.existing(member) if self.meant(member, order, wanted)]
        if "sum" in wanted:
            op, number = wanted["sum"]
            return compare(Fraction(sum(order.net for order in chosen), 100), op, number)
        if "items" in wanted:
            op, number = wanted["items"]
            return compare(sum(self.pieces(order, wanted) for order in chosen), op, number)
        op, number = wanted.get("times", [">=", 1])
        return compare(len(chosen), op, number)

    def pieces(self, order: Order, wanted: dict) -> int:
        if "product" not in wanted:
            return order.items
        return sum(line.quantity for line in order.lines if self.is_product(line, wanted["product"]))

    def sequence(self, member: Member, wanted: dict) -> bool:
        dated = [order for order in self.existing(member) if order.time is not None]
        firsts = [order for order in dated if self.meant(member, order, wanted["first"])]
        thens = [order for order in dated if self.meant(member, order, wanted["then"])]

        def followed(order: Order) -> bool:
            longest = wanted.get("within_days", 10**9) * 86_400
            return any(0 < then.time - order.time <= longest for then in thens)

        if wanted.get("absent"):
            return bool(firsts) and not followed(firsts[-1])
        return any(followed(order) for order in firsts)

    # --- which orders are meant ---

    def meant(self, member: Member, order: Order, wanted: dict) -> bool:
        if "status" in wanted:
            if fold(order.status) not in folded(wanted["status"]):
                return False
        elif not order.is_purchase:
            return False
        return (
            self.in_window(order, wanted)
            and self.in_shop(order, wanted)
            and self.at_time(order, wanted)
            and self.in_row(member, order, wanted)
            and ("amount" not in wanted or within(Fraction(order.paid, 100), wanted["amount"]))
            and ("product" not in wanted or any(self.is_product(line, wanted["product"]) for line in order.lines))
        )

    def in_window(self, order: Order, wanted: dict) -> bool:
        if not {"within_days", "before_days", "from", "to"} & set(wanted):
            return True
        if order.time is None:
            return False
        day = self.day(order.time).isoformat()
        return (
            ("within_days" not in wanted or self.ago(order.time) < wanted["within_days"])
            and ("before_days" not in wanted or self.ago(order.time) >= wanted["before_days"])
            and wanted.get("from", "") <= day <= wanted.get("to", "9999")
        )

    def in_shop(self, order: Order, wanted: dict) -> bool:
        if "platform" in wanted and fold(order.platform) not in folded(wanted["platform"]):
            return False
        return "shop" not in wanted or fold(order.shop) in folded(wanted["shop"])

    def at_time(self, order: Order, wanted: dict) -> bool:
        if not {"hours", "weekdays", "promotion"} & set(wanted):
            return True
        if order.time is None:
            return False
        clock = self.clock(order.time)
        if "hours" in wanted:
            low, high = wanted["hours"]
            inside = low <= clock.hour < high if low < high else clock.hour >= low or clock.hour < high
            if not inside or (clock.hour, clock.minute, clock.second) == (0, 0, 0):
                return False
        if "weekdays" in wanted and clock.isoweekday() not in wanted["weekdays"]:
            return False
        return "promotion" not in wanted or self.in_promotion(clock.date(), wanted["promotion"])

    def in_promotion(self, day: date, wanted: object) -> bool:
        for names, start, end in self.shop.periods:
            if wanted is not True and names.isdisjoint(folded(wanted)):
                continue
            short = len(start) == 5
            text = day.isoformat()[5:] if short else day.isoformat()
            if (start <= text <= end) if start <= end else (text >= start or text <= end):
                return True
        return False

    def in_row(self, member: Member, order: Order, wanted: dict) -> bool:
        dated = self.dated(member)
        if "which" in wanted and (not dated or order is not dated[0 if wanted["which"] == "first" else -1]):
            return False
        if "after_gap_days" not in wanted:
            return True
        if order.time is None:
            return False
        before = [other for other in dated if (other.time, other.id) < (order.time, order.id)]
        return bool(before) and self.ago(before[-1].time) - self.ago(order.time) >= wanted["after_gap_days"]

    def is_product(self, line: Line, wanted: dict) -> bool:
        if "title_has" in wanted:
            title = fold(line.title or "")
            if line.title is None or not any(text in title for text in folded(wanted["title_has"])):
                return False
        if "category" in wanted and (line.category is None or fold(line.category) not in folded(wanted["category"])):
            return False
        if "sku" in wanted and fold(line.sku) not in folded(wanted["sku"]):
            return False
        return "price" not in wanted or (line.price is not None and within(Fraction(line.price, 100), wanted["price"]))

    # --- messages and refunds ---

    def sent(self, member: Member, wanted: dict) -> bool:
        for time, channel, campaign in member.sent:
            day = self.day(time).isoformat()
            if (
                self.exists(time)
                and wanted.get("channel", channel) == channel
                and wanted.get("campaign", campaign) == campaign
                and ("within_days" not in wanted or self.ago(time) < wanted["within_days"])
                and wanted.get("from", "") <= day <= wanted.get("to", "9999")
            ):
                return True
        return False

    def refund(self, member: Member, wanted: dict) -> bool:
        for refund in member.refunds:
            if not self.exists(refund.time):
                continue
            if "within_days" in wanted and (refund.time is None or self.ago(refund.time) >= wanted["within_days"]):
                continue
            texts = folded(wanted.get("reason_has", ""))
            if any(text in fold(refund.reason) for text in texts):
                return True
        return False

    # --- fields ---

    def field(self, member: Member, node: dict) -> bool:
        name, op, value = node["field"], node["op"], node.get("value")
        if name == "shop":
            own = {fold(order.shop) for order in self.existing(member)} or {""}
            return bool(own & set(folded(value))) == (op != "is_not")
        if name in member.texts:
            return (fold(member.texts[name]) in folded(value)) == (op != "is_not")
        if name in member.flags:
            return member.flags[name] == value
        if name == "consent":
            return member.consent[node["channel"]] == value
        if name == "birthday":
            return self.birthday(member.birthday, op, value)
        if name == "note":
            return bool(member.notes) if op == "any" else any(fold(value) in fold(text) for text in member.notes)
        if name in {"first_order", "last_order", "joined"}:
            return self.time(member, name, op, value)
        own = self.number(member, name)
        return own is not None and compare(own, op, value)

    def birthday(self, birthday: str, op: str, value: object) -> bool:
        if not birthday or op == "known":
            return bool(birthday)
        if op == "month":
            return int(birthday[:2]) == value
        for ahead in range(value + 1):
            day = self.today + timedelta(days=ahead)
            if birthday == day.isoformat()[5:]:
                return True
            if birthday == "02-29" and (day.month, day.day) == (2, 28) and (day + timedelta(days=1)).month == 3:
                return True
        return False

    def time(self, member: Member, name: str, op: str, value: object) -> bool:
        if name == "joined":
            time = member.joined if self.exists(member.joined) else None
            never = time is None
        else:
            dated = self.dated(member)
            time = (dated[0] if name == "first_order" else dated[-1]).time if dated else None
            never = not self.bought(member)
        if op == "never":
            return never
        if time is None:
            return False
        return {
            "within_days": lambda: self.ago(time) < value,
            "before_days": lambda: self.ago(time) >= value,
            "on_or_after": lambda: self.day(time).isoformat() >= value,
            "before": lambda: self.day(time).isoformat() < value,
        }[op]()

    def number(self, member: Member, name: str) -> Fraction | int | None:
        bought, existing = self.bought(member), self.existing(member)
        returned = [order for order in existing if order.refunded]
        days = sorted({self.day(order.time) for order in self.dated(member)})
        promo = [order for order in self.dated(member) if self.in_promotion(self.day(order.time), True)]
        since = (self.today - days[-1]).days if days else None
        usual = Fraction((days[-1] - days[0]).days, len(days) - 1) if len(days) > 1 else None
        known = [order for order in bought if order.discount is not None]
        off = sum(max(order.discount, 0) for order in known)
        spent = Fraction(sum(order.net for order in bought), 100)
        return {
            "orders": lambda: len(bought),
            "items": lambda: sum(order.items for order in bought),
            "spent": lambda: spent,
            "average": lambda: spent / len(bought) if bought else None,
            "refunds": lambda: len(returned),
            "refunded": lambda: Fraction(sum(order.refunded for order in returned), 100),
            "refund_share": lambda: share(
                len(returned), len([order for order in existing if order.is_purchase or order.refunded])
            ),
            "discount_share": lambda: share(off, off + sum(order.net + order.refunded for order in known)),
            "promo_orders": lambda: len(promo),
            "promo_share": lambda: share(len(promo), len(bought)),
            "order_days": lambda: len(days),
            "days_since": lambda: since,
            "days_between": lambda: usual,
            "overdue": lambda: since / usual * 100 if usual else None,
        }[name]()


def share(part: int, whole: int) -> Fraction | None:
    return Fraction(part * 100, whole) if whole else None
