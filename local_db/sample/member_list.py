"""The sample shop's list of members: since when, with which tier and points, and the birthdays some of them told."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from local_db.sample.buyers import BUYERS, Buyer, free_nick, mobile_number
from local_db.sample.dice import Dice
from local_db.sample.orders import Order
from local_db.sample.shop_calendar import EXPORTED_AT

COLUMNS = ("会员名", "手机号", "入会时间", "生日", "会员等级", "可用积分")
TIERS = ((8, "金卡会员"), (3, "银卡会员"), (0, "普通会员"))  # from so many paid orders on

_JOINS = 380  # per mille of the buyers
_NEVER_BOUGHT = 124  # joined for a present, and that was it
_TELLS_BIRTHDAY, _WITH_YEAR = 620, 550  # per mille of the members, of those who tell it
_WAITS = timedelta(hours=30)  # at most from an order to joining
_LAST_DAYS = 700
_FOR_JOINING, _FOR_AN_ORDER = 20, (35, 90)  # points


@dataclass(frozen=True, slots=True)
class Member:
    """A line of the list; the phone is masked, as platforms show it there."""

    nick: str
    phone: str
    joined_at: datetime
    birthday: str
    tier: str
    points: int


def all_members(buyers: Sequence[Buyer], orders: Iterable[Order]) -> tuple[Member, ...]:
    """Everybody who joined, the earliest first."""
    first, paid = _firsts(orders), Counter[int]()
    for order in orders:
        paid[order.buyer.number] += order.paid_at is not None
    found = [
        _member(buyer.nick, buyer.number, first[buyer.number], paid[buyer.number])
        for buyer in buyers
        if buyer.number in first and Dice(f"joins {buyer.number}").chance(_JOINS)
    ]
    taken = {buyer.nick for buyer in buyers}
    for number in range(BUYERS, BUYERS + _NEVER_BOUGHT):
        dice = Dice(f"visitor {number}")
        seen_at = EXPORTED_AT - timedelta(days=dice.between(3, _LAST_DAYS), seconds=dice.below(86_400))
        found.append(_member(free_nick(dice, taken), number, seen_at, 0))
    return tuple(sorted(found, key=lambda member: (member.joined_at, member.nick)))


def member_list(members: Iterable[Member]) -> bytes:
    """The bytes of the list: UTF-8 with a byte order mark, as a member programme exports it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(
        (m.nick, m.phone, f"{m.joined_at:%Y-%m-%d %H:%M:%S}", m.birthday, m.tier, m.points) for m in members
    )
    return text.getvalue().encode("utf-8-sig")


def _firsts(orders: Iterable[Order]) -> dict[int, datetime]:
    """When each buyer ordered first."""
    firsts: dict[int, datetime] = {}
    for order in orders:
        number = order.buyer.number
        firsts[number] = min(order.created_at, firsts.get(number, order.created_at))
    return firsts


def _member(nick: str, number: int, seen_at: datetime, paid: int) -> Member:
    dice = Dice(f"member {number}")
    mobile = mobile_number(number)
    return Member(
        nick=nick,
        phone=f"{mobile[:3]}****{mobile[-4:]}",
        joined_at=min(seen_at + timedelta(seconds=dice.below(int(_WAITS.total_seconds()))), EXPORTED_AT),
        birthday=_birthday(dice) if dice.chance(_TELLS_BIRTHDAY) else "",
        tier=next(tier for least, tier in TIERS if paid >= least),
        points=_FOR_JOINING + paid * dice.between(*_FOR_AN_ORDER),
    )


def _birthday(dice: Dice) -> str:
    day = datetime(2000, 1, 1) + timedelta(days=dice.below(366))  # noqa: DTZ001 - a day of any year
    if not dice.chance(_WITH_YEAR):
        return f"{day:%m-%d}"
    year = dice.between(1966, 2006)
    return f"{year}-{day:%m-%d}" if (day.month, day.day) != (2, 29) else f"{year - year % 4}-02-29"
