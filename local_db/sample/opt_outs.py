"""The sample shop's opt-out list: buyers who answered R to a promotion's message."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from local_db.phones import PhoneKind, classify_phone
from local_db.sample.dice import Dice
from local_db.sample.orders import Order
from local_db.sample.shop_calendar import RUSH_DAYS, ZONE, date_of

COLUMNS = ("手机号", "退订时间", "来源")
BY_REPLY, BY_SERVICE = "短信回复R", "客服登记"

_LEAVES = 38  # per mille of the buyers written to
_SENT_BEFORE = timedelta(days=3)  # the shop writes three days before a promotion's main day
_SENT_AT = time(10, 30)


@dataclass(frozen=True, slots=True)
class OptOut:
    """A phone that must not be written to any more."""

    phone: str
    at: datetime
    source: str


def all_opt_outs(orders: Iterable[Order]) -> tuple[OptOut, ...]:
    """Who left, the earliest first; each phone once."""
    firsts = _first_purchases(orders)
    found = [opt_out for phone, bought_at in sorted(firsts.items()) if (opt_out := _opt_out(phone, bought_at))]
    return tuple(sorted(found, key=lambda opt_out: (opt_out.at, opt_out.phone)))


def opt_out_list(opt_outs: Iterable[OptOut]) -> bytes:
    """The bytes of the list: UTF-8 with a byte order mark, as an SMS platform exports it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows((each.phone, f"{each.at:%Y-%m-%d %H:%M:%S}", each.source) for each in opt_outs)
    return text.getvalue().encode("utf-8-sig")


def _first_purchases(orders: Iterable[Order]) -> dict[str, datetime]:
    """The first payment under each phone that can be written to."""
    firsts: dict[str, datetime] = {}
    for order in orders:
        phone = classify_phone(order.buyer.mobile)
        if order.paid_at and phone.kind is PhoneKind.REAL:
            firsts[phone.number] = min(order.paid_at, firsts.get(phone.number, order.paid_at))
    return firsts


def _opt_out(phone: str, bought_at: datetime) -> OptOut | None:
    dice = Dice(f"opt-out {phone}")
    sent = [moment for day in RUSH_DAYS if (moment := _sent_at(day)) > bought_at]
    if not sent or not dice.chance(_LEAVES):
        return None
    at = dice.pick(sent) + timedelta(seconds=dice.between(20, 8 * 3600))
    return OptOut(phone, at, BY_REPLY if dice.chance(900) else BY_SERVICE)


def _sent_at(rush_day: int) -> datetime:
    return datetime.combine(date_of(rush_day), _SENT_AT, ZONE) - _SENT_BEFORE
