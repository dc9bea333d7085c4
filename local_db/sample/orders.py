"""The sample shop's orders: what is in them, what they cost, and how far each had come at the export.

Money is in fen, as everywhere; times are the shop's local time.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from local_db.sample.buyers import Address, Buyer, Habit, address, receiver
from local_db.sample.dice import Dice
from local_db.sample.people_words import BUYER_MESSAGES, GIFT_MESSAGES, SELLER_MEMOS
from local_db.sample.places import REMOTE_PROVINCES
from local_db.sample.products import PRODUCTS, STAPLES, Category, Pet, Product
from local_db.sample.rhythm import order_days
from local_db.sample.shop_calendar import EXPORTED_AT, FIRST_DAY, ZONE, date_of, is_rush, moment_on, promotion_on

UNPAID, REFUNDED, PARTLY_REFUNDED = 80, 42, 16  # per mille of orders
BEFORE_SHIPPING = 550  # per mille of full refunds that come before the parcel leaves
PAYMENT_DEADLINE = timedelta(days=3)
REFUND_DELAY = timedelta(days=4)

FREE_POSTAGE_FROM = 5900
POSTAGE, REMOTE_POSTAGE = 600, 1500
COUPONS = (300, 500, 1000)
COUPON_FROM = 5900

_LINE_COUNTS, _LINE_WEIGHTS = (1, 2, 3, 4), (68, 22, 7, 3)
_RUSH_LINE_WEIGHTS = (42, 33, 17, 8)
_ALL_YEAR_FACTOR, _SEASON_FACTOR = 2, 8
_CARRIERS = ("中通快递", "圆通速递", "申通快递", "韵达快递", "极兔速递", "顺丰速运", "EMS")
_CARRIER_WEIGHTS = (38, 18, 14, 14, 8, 6, 2)
_NUMBER_BASE = 120_000_000


class Stage(StrEnum):
    """How far an order had come when the list was exported."""

    AWAITING_PAYMENT = "awaiting payment"
    NEVER_PAID = "never paid"
    PAID = "paid"
    SHIPPED = "shipped"
    FINISHED = "finished"
    PARTLY_REFUNDED = "partly refunded"
    REFUNDED_BEFORE_SHIPPING = "refunded before shipping"
    REFUNDED_AFTER_SHIPPING = "refunded after shipping"


UNPAID_STAGES = frozenset({Stage.AWAITING_PAYMENT, Stage.NEVER_PAID})
FINISHED_STAGES = frozenset({Stage.FINISHED, Stage.PARTLY_REFUNDED})
FULLY_REFUNDED_STAGES = frozenset({Stage.REFUNDED_BEFORE_SHIPPING, Stage.REFUNDED_AFTER_SHIPPING})
SHIPPED_STAGES = FINISHED_STAGES | {Stage.SHIPPED, Stage.REFUNDED_AFTER_SHIPPING}


@dataclass(frozen=True, slots=True)
class Line:
    """One product of an order and how many of it."""

    product: Product
    quantity: int


@dataclass(frozen=True, slots=True)
class Parcel:
    """The courier, and the waybill once the parcel has left (both empty before)."""

    carrier: str = ""
    waybill: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """One order. `paid` is what the shop keeps: after the discount and net of `refunded`."""

    number: str
    buyer: Buyer
    lines: tuple[Line, ...]
    goods: int
    postage: int
    paid: int
    refunded: int
    stage: Stage
    created_at: datetime
    paid_at: datetime | None
    finished_at: datetime | None
    receiver: str
    address: Address
    parcel: Parcel
    message: str
    memo: str
    on_phone: bool


def all_orders(buyers: Sequence[Buyer]) -> tuple[Order, ...]:
    """Every order of these buyers, the newest first, as the platform exports them."""
    orders = [_order(buyer, day) for buyer in buyers for day in order_days(buyer)]
    return tuple(sorted(orders, key=lambda order: (order.created_at, order.number), reverse=True))


def _order(buyer: Buyer, day: int) -> Order:
    dice = Dice(f"order {buyer.number} {day}")
    created = moment_on(dice, day)
    paid_at = created + _payment_delay(dice)
    finished_at = paid_at + _delivery_time(dice)
    stage = _stage(dice, created, paid_at, finished_at)
    lines = _lines(dice, buyer, day)
    goods = sum(line.product.price * line.quantity for line in lines)
    receiver_name, to = _destination(dice, buyer)
    postage = _postage(goods, to)
    charged = goods + postage - _discount(dice, goods, day)
    refunded = _refund(dice, stage, charged)
    return Order(
        number=_number(dice, buyer, created),
        buyer=buyer,
        lines=lines,
        goods=goods,
        postage=postage,
        paid=0 if stage in UNPAID_STAGES else charged - refunded,
        refunded=refunded,
        stage=stage,
        created_at=created,
        paid_at=None if stage in UNPAID_STAGES else paid_at,
        finished_at=finished_at if stage in FINISHED_STAGES else None,
        receiver=receiver_name,
        address=to,
        parcel=_parcel(dice, stage),
        message=_message(dice, buyer),
        memo=dice.pick(SELLER_MEMOS) if dice.chance(45) else "",
        on_phone=dice.chance(890),
    )


def _number(dice: Dice, buyer: Buyer, created: datetime) -> str:
    """18 digits that grow with time and end in digits of the buyer, as the platform's do.

    Unique, because a buyer orders at most once a day.
    """
    seconds = int((created - datetime(FIRST_DAY.year, FIRST_DAY.month, FIRST_DAY.day, tzinfo=ZONE)).total_seconds())
    return f"2{_NUMBER_BASE + seconds:09d}{dice.digits(4)}{buyer.number:04d}"


def _payment_delay(dice: Dice) -> timedelta:
    """Most pay at once, some after a while."""
    return timedelta(seconds=dice.between(4, 70) if dice.chance(850) else dice.between(120, 3 * 3600))


def _packing_time(dice: Dice, created: datetime) -> timedelta:
    """From the payment to the courier: within two days, but a promotion piles the parcels up."""
    return timedelta(hours=dice.between(4, 40) if promotion_on(created.date()) is None else dice.between(12, 120))


def _delivery_time(dice: Dice) -> timedelta:
    """From the payment to the confirmed receipt: a few days, or the ten after which it is automatic."""
    if dice.chance(350):
        return timedelta(days=10, hours=dice.between(10, 40), seconds=dice.below(3600))
    return timedelta(days=dice.between(2, 8), seconds=dice.below(86_400))


def _stage(dice: Dice, created: datetime, paid_at: datetime, finished_at: datetime) -> Stage:
    """The stage at the moment of the export; what had no time to happen has not happened."""
    fate = dice.below(1000)
    shipped_at = paid_at + _packing_time(dice, created)
    if fate < UNPAID:
        return Stage.AWAITING_PAYMENT if created + PAYMENT_DEADLINE > EXPORTED_AT else Stage.NEVER_PAID
    if fate < UNPAID + REFUNDED and paid_at + REFUND_DELAY < EXPORTED_AT:
        return Stage.REFUNDED_BEFORE_SHIPPING if dice.chance(BEFORE_SHIPPING) else Stage.REFUNDED_AFTER_SHIPPING
    if finished_at < EXPORTED_AT:
        return Stage.PARTLY_REFUNDED if fate >= 1000 - PARTLY_REFUNDED else Stage.FINISHED
    return Stage.SHIPPED if shipped_at < EXPORTED_AT else Stage.PAID


def _lines(dice: Dice, buyer: Buyer, day: int) -> tuple[Line, ...]:
    """A basket of different products; who keeps coming mostly takes the usual food."""
    rush = is_rush(date_of(day))
    count = dice.pick_by_weight(_LINE_COUNTS, _RUSH_LINE_WEIGHTS if rush else _LINE_WEIGHTS)
    usual = 700 if buyer.habit in {Habit.LOYAL, Habit.NOW_AND_THEN} else 350
    products = [buyer.staple] if dice.chance(usual) else []
    while len(products) < count:
        products.append(_other_product(dice, buyer.pet, day, products))
    return tuple(Line(product, _quantity(dice, product, rush=rush)) for product in products)


def _other_product(dice: Dice, pet: Pet, day: int, chosen: Sequence[Product]) -> Product:
    shelf = [product for product in PRODUCTS if product not in chosen and _suits(product, pet)]
    month = date_of(day).month
    return dice.pick_by_weight(shelf, [_demand(product, month) for product in shelf])


def _suits(product: Product, pet: Pet) -> bool:
    return Pet.BOTH in {product.pet, pet} or product.pet == pet


def _demand(product: Product, month: int) -> int:
    """How often a product sells in a month; what has a season hardly sells outside it."""
    if not product.season:
        return product.weight * _ALL_YEAR_FACTOR
    return product.weight * _SEASON_FACTOR if month in product.season else 1


def _quantity(dice: Dice, product: Product, *, rush: bool) -> int:
    """How many: food and litter are stocked up on, above all in a sale."""
    if product.category not in STAPLES | {Category.LITTER, Category.FREEZE_DRIED}:
        return 1 if dice.chance(850) else 2
    return dice.pick_by_weight((1, 2, 3, 4), (45, 33, 14, 8) if rush else (78, 17, 4, 1))


def _destination(dice: Dice, buyer: Buyer) -> tuple[str, Address]:
    """Home, except for presents."""
    if buyer.habit is Habit.GIFTS:
        return receiver(dice), address(dice)
    return buyer.receiver, buyer.address


def _postage(goods: int, to: Address) -> int:
    if to.city.province in REMOTE_PROVINCES:
        return REMOTE_POSTAGE
    return 0 if goods >= FREE_POSTAGE_FROM else POSTAGE


def _discount(dice: Dice, goods: int, day: int) -> int:
    """What a promotion takes off the goods, else now and then a shop coupon."""
    promotion = promotion_on(date_of(day))
    if promotion is not None:
        reduced = goods * promotion.percent // 100
        return reduced + (goods - reduced) // promotion.per * promotion.off
    return dice.pick(COUPONS) if goods >= COUPON_FROM and dice.chance(150) else 0


def _refund(dice: Dice, stage: Stage, charged: int) -> int:
    if stage in FULLY_REFUNDED_STAGES:
        return charged
    return charged * dice.between(5, 40) // 100 if stage is Stage.PARTLY_REFUNDED else 0


def _parcel(dice: Dice, stage: Stage) -> Parcel:
    if stage not in SHIPPED_STAGES:
        return Parcel()
    return Parcel(dice.pick_by_weight(_CARRIERS, _CARRIER_WEIGHTS), "No:7" + dice.digits(12))


def _message(dice: Dice, buyer: Buyer) -> str:
    if buyer.habit is Habit.GIFTS:
        return dice.pick(GIFT_MESSAGES) if dice.chance(700) else ""
    return dice.pick(BUYER_MESSAGES) if dice.chance(55) else ""
