"""Looks buyers up in the shop file and puts what is known of them into the panel's words. Runs beside the window."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desktop import amounts, wording
from desktop.members.words import platform
from desktop.replies.panel.buyer import Buyer
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.replies import taken
from local_db.replies.buyer import BuyerFacts, Candidate, LastOrder, buyer_facts, find_buyer
from local_db.settings import read_setting

if TYPE_CHECKING:
    from local_db.shop_file import Shop

_CONTEXT = "ReplyBuyer"
_WHY = {
    "nick": QT_TRANSLATE_NOOP("ReplyBuyer", "this nick"),
    "buyer_id": QT_TRANSLATE_NOOP("ReplyBuyer", "this buyer's key"),
    "open_id": QT_TRANSLATE_NOOP("ReplyBuyer", "this open id"),
    "email": QT_TRANSLATE_NOOP("ReplyBuyer", "this e-mail"),
    "phone": QT_TRANSLATE_NOOP("ReplyBuyer", "this phone"),
    "order_number": QT_TRANSLATE_NOOP("ReplyBuyer", "this order"),
    "tracking": QT_TRANSLATE_NOOP("ReplyBuyer", "this parcel"),
    "nick_beginning": QT_TRANSLATE_NOOP("ReplyBuyer", "nick begins like this"),
}
_WARNINGS = {
    "refund_asked": QT_TRANSLATE_NOOP("ReplyBuyer", "a refund was asked for"),
    "refund_agreed": QT_TRANSLATE_NOOP("ReplyBuyer", "a refund is under way"),
    "refuses_sms": QT_TRANSLATE_NOOP("ReplyBuyer", "wants no SMS"),
    "refuses_call": QT_TRANSLATE_NOOP("ReplyBuyer", "wants no calls"),
    "refuses_email": QT_TRANSLATE_NOOP("ReplyBuyer", "wants no e-mail"),
}
_POINTS = QT_TRANSLATE_NOOP("ReplyBuyer", "{count} points")
_POINTS_ON = QT_TRANSLATE_NOOP("ReplyBuyer", "{count} points on {day}")
_ORDERS = QT_TRANSLATE_NOOP("ReplyBuyer", "{count} orders")
_ORDER = QT_TRANSLATE_NOOP("ReplyBuyer", "1 order")
_LAST = QT_TRANSLATE_NOOP("ReplyBuyer", "Last {day}")
_UNNAMED = QT_TRANSLATE_NOOP("ReplyBuyer", "member {number}")
_BETWEEN = " · "


def find(shop: Shop, typed: str) -> tuple[Candidate, ...]:
    """Who may be meant, the surest first."""
    with shop.read() as connection:
        return find_buyer(connection, typed)


def read(shop: Shop, member_id: int, order_id: int | None) -> Buyer | None:
    """Somebody with the order that was named, or the last one; None where nobody is there any more."""
    with shop.read() as connection:
        zone = ZoneInfo(str(read_setting(connection, "zone")))
        facts = buyer_facts(connection, member_id, now=datetime.now(UTC), zone=zone, order_id=order_id)
    return None if facts is None else buyer_of(facts, taken.by_member(shop, member_id))


def buyer_of(facts: BuyerFacts, wordings: dict[str, list[str]]) -> Buyer:
    """The facts in words; `wordings` are those she has got before."""
    return Buyer(
        facts.member_id,
        facts.nick or facts.name or _say(_UNNAMED, number=facts.member_id),
        facts.platform,
        _summary(facts),
        _order(facts.order) if facts.order is not None else "",
        _parcel(facts.order) if facts.order is not None else "",
        _BETWEEN.join(filter(None, [_points(facts), wording.listed(facts.tags), " ".join(facts.note.split())])),
        _BETWEEN.join(_say(_WARNINGS[code]) for code in facts.warnings),
        _variables(facts),
        wordings,
    )


def sure(found: Sequence[Candidate]) -> Candidate | None:
    """The only one who can be meant, where that is certain."""
    only = found[0] if len(found) == 1 else None
    return only if only is not None and only.why != "nick_beginning" else None


def name_of(candidate: Candidate) -> str:
    """How somebody who may be meant is called."""
    return candidate.nick or candidate.name or _say(_UNNAMED, number=candidate.member_id)


def about(candidate: Candidate) -> str:
    """What tells somebody from another one who may be meant."""
    return _BETWEEN.join(filter(None, [platform(candidate.platform), _say(_WHY[candidate.why])]))


def _summary(facts: BuyerFacts) -> str:
    counted = _say(_ORDER) if facts.orders == 1 else _say(_ORDERS, count=amounts.number(facts.orders))
    spent = amounts.money_short(facts.spent, facts.currency)
    return _BETWEEN.join(filter(None, [facts.tier, counted, spent]))


def _points(facts: BuyerFacts) -> str:
    """With the day of the list: what a platform has counted since is not known."""
    if facts.points is None:
        return ""
    pattern = _POINTS_ON if facts.points_day else _POINTS
    return _say(pattern, count=amounts.number(facts.points), day=facts.points_day[5:])


def _order(order: LastOrder) -> str:
    day = _say(_LAST, day=order.day[5:]) if order.day else ""
    return f"{day} {order.product}".strip()


def _parcel(order: LastOrder) -> str:
    return " ".join(filter(None, [order.courier, order.tracking, wording.status(order.status)]))


def _variables(facts: BuyerFacts) -> dict[str, str]:
    """As the shop file has them, with the status of the order in words."""
    status = facts.variables.get("order_status", "")
    return {**facts.variables, "order_status": wording.status(status) if status else ""}


def _say(text: str, **data: object) -> str:
    return translate(_CONTEXT, text).format(**data)
