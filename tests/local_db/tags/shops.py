"""Little shops as columns, made by hand for the tests of rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import numpy as np

from local_db.roster.roster import NO_AMOUNT, NO_TIME, Category, Roster, TextColumn
from tests.local_db.roster import columns

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2026, 11, 24, 4, 0, tzinfo=UTC)  # noon in the shop
CATEGORIES = (Category(3, "猫粮"), Category(5, "猫砂"), Category(9, "玩具"))


@dataclass(frozen=True)
class Bought:
    """An order: `ago` days before NOW's day at an hour of the shop (None: without a date)."""

    ago: float | None = 1
    net: int = 1000
    refunded: int = 0
    discount: int = NO_AMOUNT
    hour: int = 12
    minute: int = 30
    purchase: bool = True
    categories: Sequence[int] = ()  # places in CATEGORIES, one per line; -1: none
    on: str = ""  # "2026-11-11" instead of `ago`


@dataclass(frozen=True)
class Shop:
    """Members by name, each with what they bought."""

    members: dict[str, Sequence[Bought]] = field(default_factory=dict)

    def roster(self) -> Roster:
        rows = [
            (place, self.time(order), order) for place, orders in enumerate(self.members.values()) for order in orders
        ]
        rows.sort(key=lambda row: row[:2])
        lines = [(place, category) for place, row in enumerate(rows) for category in row[2].categories]
        size = len(self.members)
        nothing = TextColumn(np.zeros(size, np.int32), ("",))
        return columns.roster(
            version=1,
            zone=ZONE,
            currency="CNY",
            members=columns.members(
                ids=np.arange(size) + 1,
                platform=nothing,
                province=nothing,
                city=nothing,
                phone_usable=np.zeros(size, np.bool_),
                phone_group=np.full(size, -1, np.int32),
                known_since=np.full(size, NO_TIME),
                consent={},
                tags={},
            ),
            orders=columns.orders(
                member=np.array([row[0] for row in rows], np.int32),
                time=ints([row[1] for row in rows]),
                is_purchase=np.array([row[2].purchase for row in rows], np.bool_),
                net=ints([row[2].net for row in rows]),
                refunded=ints([row[2].refunded for row in rows]),
                items=ints([0 for _ in rows]),
                discount=ints([row[2].discount for row in rows]),
            ),
            lines=columns.lines(
                order=np.array([place for place, _ in lines], np.int32),
                product=np.array([category for _, category in lines], np.int32),
                quantity=ints([1 for _ in lines]),
                price=ints([NO_AMOUNT for _ in lines]),
                category=np.array([category for _, category in lines], np.int32),
            ),
            product_titles=tuple(category.name for category in CATEGORIES),
            categories=CATEGORIES,
        )

    @staticmethod
    def time(order: Bought) -> int:
        if order.ago is None:
            return NO_TIME
        day = datetime.fromisoformat(order.on) if order.on else NOW.astimezone(ZONE) - timedelta(days=order.ago)
        return int(day.replace(hour=order.hour, minute=order.minute, second=0, tzinfo=ZONE).timestamp())


def ints(values: Sequence[int]) -> np.ndarray:
    return np.array(values, dtype=np.int64)
