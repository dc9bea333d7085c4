"""What is said of a member's orders: `ordered` with all its filters, and one order after another.

Three turns of phrase cover every filter. Purchases are "ordered" or "bought a product …"; where the order
itself is described (its status, what was paid for it) a member "has an order …"; and the first or last
order of all is spoken of as such.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from desktop.segments.sentence.voice import Language, Voice
from local_db.segments.catalogue import OPPOSITE
from local_db.segments.nodes import Ordered, OrderFilter, Product, Sequence

Form = Literal["past", "bare", "gerund"]

_AT_ALL = ((">=", 1), (">", 0), ("!=", 0))
_NOT_AT_ALL = (("<", 1), ("=", 0), ("<=", 0))

# How the first and the later order of a sequence are said, and where the later one did not come.
_FORMS: dict[Language, dict[bool, tuple[Form, Form]]] = {
    "zh": {False: ("bare", "past"), True: ("bare", "bare")},
    "en": {False: ("past", "past"), True: ("gerund", "bare")},
}


def is_at_all(leaf: Ordered) -> bool:
    """Whether one such order is enough, so that the number need not be said."""
    return leaf.measure == "times" and (leaf.op, leaf.number) in _AT_ALL


def ordered_phrase(leaf: Ordered, voice: Voice, *, negated: bool) -> str:
    """ "近 180 天买过标题含“猫粮”的商品至少 2 次"."""
    if negated:  # not "at least 2 times" is "fewer than 2 times"
        leaf = replace(leaf, op=OPPOSITE[leaf.op])
    if leaf.measure != "times":
        return _sum_phrase(leaf, voice)
    if leaf.orders.which:
        return _one_order_phrase(leaf, voice)
    act = _act(leaf.orders)
    if is_at_all(leaf):
        return _said(f"{act}.at_all", leaf.orders, voice)
    if (leaf.op, leaf.number) in _NOT_AT_ALL:
        return _said(f"{act}.never", leaf.orders, voice)
    return _said(f"{act}.times", leaf.orders, voice, times=measure_words(leaf, voice))


def sequence_phrase(leaf: Sequence, voice: Voice) -> str:
    """ "买标题含“猫粮”的商品后 30 天内又买过标题含“猫砂”的商品"."""
    forms = _FORMS[voice.language][leaf.absent]
    key = "sequence.absent" if leaf.absent else "sequence.followed"
    days = "" if leaf.within_days is None else voice.number(leaf.within_days, "days")
    first, then = order_phrase(leaf.first, voice, forms[0]), order_phrase(leaf.then, voice, forms[1])
    return voice.say(f"{key}.within" if days else key, first=first, then=then, days=days)


def gap_words(leaf: Sequence, voice: Voice) -> str:
    """What is between the two orders, as a chip: "30 天内又", "没有再"."""
    key = "gap.absent" if leaf.absent else "gap.followed"
    days = "" if leaf.within_days is None else voice.number(leaf.within_days, "days")
    return voice.say(f"{key}.within" if days else key, days=days)


def order_phrase(orders: OrderFilter, voice: Voice, form: Form = "bare") -> str:
    """One order of a filter as an act: "下单", "buy a product titled …"."""
    if orders.which:
        return _one_order(f"one_order.{form}", orders, voice)
    return _said(f"{_act(orders)}.{form}", orders, voice)


def measure_words(leaf: Ordered, voice: Voice) -> str:
    """How often, or how much in all: "至少 2 次", "不少于 ¥500", "at least 5 pieces"."""
    if leaf.measure == "sum":
        return voice.say(f"number.{leaf.op}", value=voice.money(leaf.number))
    if leaf.measure == "items":
        number = "number.fewer" if leaf.op == "<" else f"number.{leaf.op}"
        return voice.say(number, value=voice.number(leaf.number, "pieces"))
    return voice.say(f"times.{leaf.op}", times=voice.number(leaf.number, "times"), n=leaf.number)


def window_words(orders: OrderFilter, voice: Voice) -> str:
    """The days that count, or nothing where all do."""
    return voice.window(within=orders.within_days, before=orders.before_days, first=orders.from_day, last=orders.to_day)


def product_words(product: Product, voice: Voice) -> str:
    """What a line must have: "标题含“猫粮”、单价 ¥50 以上"; nothing where every line will do."""
    found = []
    if product.titles:
        found.append(voice.say("product.titles", names=voice.quoted(product.titles)))
    if product.categories:
        found.append(voice.say("product.categories", names=voice.quoted(product.categories)))
    if product.skus:
        found.append(voice.say("product.skus", names=voice.quoted(product.skus)))
    if product.price:
        found.append(voice.say("product.price", band=voice.band(product.price)))
    return voice.together(found)


def promotion_words(names: tuple[str, ...], voice: Voice) -> str:
    """ "大促期间", "双11期间"."""
    if not names:
        return voice.say("promotion.any")
    return voice.say("promotion.named", names=voice.listed([voice.names.promotions.get(key, key) for key in names]))


def status_words(statuses: tuple[str, ...], voice: Voice) -> str:
    """ "待付款或已发货"."""
    return voice.listed([voice.named("status", status) for status in statuses])


def _act(orders: OrderFilter) -> str:
    """Which turn of phrase fits."""
    if orders.statuses or orders.amount:
        return "placed"
    return "ordered" if orders.product.is_any else "bought"


def _said(key: str, orders: OrderFilter, voice: Voice, **more: str) -> str:
    """The words of a key with what is said of an order put in."""
    described = _act(orders) == "placed"
    how = _circumstances(orders, voice, pause=not described)
    window = window_words(orders, voice)
    parts = {
        "window": voice.say("how.one", part=window) if window else "",
        "how": voice.say("how.one", part=voice.say("how.joint").join(how)) if how else "",
        "product": "" if described else product_words(orders.product, voice),
        "order": voice.together(_order_parts(orders, voice)) if described else "",
        **more,
    }
    return voice.say(f"{key}.when" if window or how else key, **parts)


def _circumstances(orders: OrderFilter, voice: Voice, *, pause: bool = True) -> list[str]:
    """Where and when in the day or week, during which promotion, after which pause."""
    found = []
    if orders.platforms:
        names = voice.listed([voice.named("platform", platform) for platform in orders.platforms])
        found.append(voice.say("how.platform", names=names))
    if orders.shops:
        found.append(voice.say("how.shop", names=voice.quoted(orders.shops)))
    if orders.weekdays:
        found.append(voice.say("how.weekdays", days=voice.weekdays(orders.weekdays)))
    if orders.hours:
        found.append(voice.say("how.hours", hours=voice.hours(orders.hours)))
    if orders.promotions is not None:
        found.append(promotion_words(orders.promotions, voice))
    if orders.after_gap_days and pause:
        found.append(voice.say("how.pause", days=voice.number(orders.after_gap_days, "days")))
    return found


def _order_parts(orders: OrderFilter, voice: Voice, product_key: str = "order.product") -> list[str]:
    """What the order itself is: its product, what was paid, its status, how long after the one before."""
    found = []
    if product := product_words(orders.product, voice):
        found.append(voice.say(product_key, product=product))
    if orders.amount:
        found.append(voice.say("order.amount", band=voice.band(orders.amount)))
    if orders.statuses:
        found.append(voice.say("order.status", names=status_words(orders.statuses, voice)))
    if orders.after_gap_days:
        found.append(voice.say("order.pause", days=voice.number(orders.after_gap_days, "days")))
    return found


def _sum_phrase(leaf: Ordered, voice: Voice) -> str:
    """ "近 180 天下单合计实付不少于 ¥500"."""
    amount = measure_words(leaf, voice)
    if leaf.orders.which:
        return voice.say(f"{leaf.measure}.one_order", order=order_phrase(leaf.orders, voice, "past"), amount=amount)
    return _said(f"{leaf.measure}.{_act(leaf.orders)}", leaf.orders, voice, amount=amount)


def _one_order_phrase(leaf: Ordered, voice: Voice) -> str:
    """ "首单在近 90 天、在淘宝"; a number that is neither having it nor not is said as such."""
    if is_at_all(leaf):
        return _one_order("one_order.yes", leaf.orders, voice)
    if (leaf.op, leaf.number) in _NOT_AT_ALL:
        return _one_order("one_order.not", leaf.orders, voice)
    return voice.say(
        "one_order.times", order=order_phrase(leaf.orders, voice, "past"), times=measure_words(leaf, voice)
    )


def _one_order(key: str, orders: OrderFilter, voice: Voice) -> str:
    found = [voice.say("one_order.window", window=window)] if (window := window_words(orders, voice)) else []
    found += _circumstances(orders, voice, pause=False) + _order_parts(orders, voice, "one_order.product")
    which = voice.say(f"which.{orders.which}")
    return voice.say(key if found else f"{key}.alone", which=which, parts=voice.together(found) if found else "")
