"""Small random shops as the tables of a shop file, in memory: a few buyers with everything that a segment can ask of.

Times lie near midnights of the shop's zone as often as anywhere else, and every amount, date and text may be missing.
"""

from __future__ import annotations

import functools
import json
import random
import sqlite3
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlite_utils import Database

from local_db import migrations
from local_db.importing.model import STATUSES
from local_db.segments.catalogue import CONSENT_CHANNELS, PHONE_KINDS
from tests.local_db.segments import random_trees as texts

WINDOWS = (1, 2, 7, 30, 180, 365)  # days that random trees ask for
NOW = datetime(2026, 6, 30, 15, 59, 59, tzinfo=UTC)  # 23:59:59 in Shanghai
ZONES = ("Asia/Shanghai", "America/New_York")
PRODUCTS = [(shop, title) for shop in (1, 2, 3) for title in texts.TITLES]  # three shops share every title
OWN_PERIODS = [["店庆", "2026-03-10", "2026-03-20"], ["双11", "11-01", "11-11"], ["年末", "12-20", "01-05"]]


@functools.cache
def _empty() -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for step in migrations.STEPS:
        step.apply(Database(connection))
    return connection


def random_shop(seed: int) -> sqlite3.Connection:
    """The shop of a number, always the same."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _empty().backup(connection)
    _Maker(connection, random.Random(seed)).make()
    return connection


class _Maker:
    def __init__(self, connection: sqlite3.Connection, chance: random.Random) -> None:
        self.connection = connection
        self.chance = chance
        self.zone = ZoneInfo(chance.choice(ZONES))
        self.orders = 0

    def make(self) -> None:
        self.add("settings", key="zone", value=json.dumps(str(self.zone)))
        if self.chance.random() < 0.3:
            cuts = {"r": [1, 30, 90, 300], "f": [1, 2, 3, 4], "m": [1, 10, 50, 100]}
            self.add("settings", key="rfm_cuts", value=json.dumps(json.dumps(cuts)))
        for number, (platform, name) in enumerate(
            zip(texts.PLATFORMS, ("猫粮铺", "Ｃａｔ Shop", "猫粮铺"), strict=True), 1
        ):
            self.add("shops", id=number, platform=platform, name=name)
        self.add("imports", id=1, file_name="f", file_hash="h", profile="p", imported_at=0, report="{}", stated_at=9)
        for number, name in enumerate(texts.CATEGORIES[:2], 1):
            self.add("categories", id=number, name=name)
        for number, (shop, title) in enumerate(PRODUCTS, 1):
            category = self.chance.choice([None, 1, 2])
            self.add("products", id=number, shop_id=shop, title=title, category_id=category)
        for number, name in enumerate(texts.TAGS[:2], 1):
            self.add("tags", id=number, name=name)
        if self.chance.random() < 0.5:
            rule = json.dumps({"rule": "promotions", "outcome": "only", "periods": OWN_PERIODS})
            self.add("tags", id=9, name="只在大促买", rule=rule, builtin="promotions.only")
        for number, name in enumerate(texts.LISTS[:2], 1):
            self.add("saved_lists", id=number, name=name, entries=1, created_at=0)
        for number in range(1, 5):
            handed_off = self.maybe(self.moment(), 0.7)
            self.add(
                "audiences", id=number, name="", tree="{}", template="", summary="", prepared_at=0,
                channel=self.chance.choice(CONSENT_CHANNELS), handed_off_at=handed_off,
            )  # fmt: skip
        for number in range(self.chance.choice([0, 1, 4, 8])):
            self.member(number * 3 + 1)

    def member(self, member: int) -> None:
        chance = self.chance
        birthday = chance.choice(["", "02-29", "02-28", "1990-06-30", "07-01", "01-01", "12-31", "2000-03-01"])
        self.add(
            "members", id=member, platform=chance.choice(texts.PLATFORMS[:2]), nick=chance.choice(["", "n"]),
            email=chance.choice(["", "a@b.c"]), phone=f"1380000000{chance.randrange(3)}",
            phone_kind=chance.choice(PHONE_KINDS),
            province=chance.choice(texts.PROVINCES[:3]), city=chance.choice(texts.CITIES),
            joined_at=self.maybe(self.moment()), birthday=birthday, tier=chance.choice(texts.TIERS),
        )  # fmt: skip
        self.add("identities", id=member, member_id=member, kind="nick", scope="", value=str(member))
        if chance.random() < 0.3:
            self.add("records", id=member, hash=member, platform="", identity_id=member)
            self.add("list_entries", import_id=1, record_id=member)
        for number in (1, 2):
            if chance.random() < 0.4:
                self.add("member_tags", member_id=member, tag_id=number, identity_id=0)
            if chance.random() < 0.4:
                self.add("saved_list_people", list_id=number, identity_id=member)
        for _ in range(chance.choice([0, 0, 1, 2])):
            text = chance.choice(["送小样 x", "ＶＩＰ客户", "别的"])
            self.add("notes", identity_id=member, member_id=member, text=text, noted_at=0)
        for _ in range(chance.choice([0, 1, 3])):
            self.add(
                "consents", member_id=member, channel=chance.choice(CONSENT_CHANNELS), source=chance.choice("hi"),
                state=chance.choice(["granted", "not_granted", "opted_out"]), noted_at=chance.randrange(3),
            )  # fmt: skip
        for audience in range(1, 5):
            if chance.random() < 0.3:
                self.add(
                    "audience_members", audience_id=audience, position=member, member_id=member, phone="", text="",
                    parts=1,
                )  # fmt: skip
        usual = self.moment()
        for _ in range(chance.choice([0, 1, 2, 3, 6])):
            self.order(member, usual)

    def order(self, member: int, usual: int) -> None:
        chance = self.chance
        self.orders += 1
        shop = chance.randrange(1, 4)
        ordered_at = chance.choice([None, self.moment(), usual, usual + 86_400 * chance.randrange(-40, 40)])
        net, refunded = (chance.choice([0, 333, 1000, chance.randrange(30_000)]) for _ in range(2))
        self.add(
            "orders", id=self.orders, shop_id=shop, number=f"o{self.orders}", member_id=member,
            status=chance.choice(STATUSES), ordered_at=ordered_at, paid_at=self.maybe(self.moment(), 0.3),
            paid=net + chance.choice([0, refunded]), net=net, refunded=chance.choice([0, 0, refunded]),
            discount=self.maybe(chance.choice([0, -5, 500, 1000, chance.randrange(9000)])),
            items=self.maybe(chance.randrange(4)), is_purchase=int(chance.random() < 0.7), content_hash="", import_id=1,
        )  # fmt: skip
        for position in range(chance.choice([0, 1, 1, 2, 3])):
            product = chance.choice([None, *(n for n, (of, _) in enumerate(PRODUCTS, 1) if of == shop)])
            self.add(
                "order_lines", order_id=self.orders, position=position, product_id=product,
                sku=chance.choice(["", "红色 S", "ＲＥＤ", "蓝"]), quantity=self.maybe(chance.randrange(4)),
                price=self.maybe(chance.choice([0, 333, 1000, 4999])),
            )  # fmt: skip
        if chance.random() < 0.3:
            self.add(
                "refunds", shop_id=shop, order_number=f"o{self.orders}", number="r", import_id=1, content_hash="",
                state=chance.choice(["asked", "agreed", "refunded", "closed", "unknown"]),
                asked_at=self.maybe(self.moment()), finished_at=self.maybe(self.moment()),
                reason=chance.choice(["", "质量问题", "七天无理由退货", "ＮＯ reason given"]),
            )  # fmt: skip

    def moment(self) -> int:
        """A time in the last 18 months, often within a second of an hour on the shop's clock, often of a midnight."""
        chance = self.chance
        border = chance.choice(WINDOWS) - chance.randrange(2)
        ago = chance.choice([chance.randrange(550), chance.randrange(40), border])
        day = NOW - timedelta(days=ago)
        hour = chance.choice([0, 0, 6, 22, chance.randrange(24)])
        local = day.astimezone(self.zone).replace(hour=hour, minute=0, second=0, microsecond=0)
        return int(local.timestamp()) + chance.choice([-1, 0, 1, chance.randrange(3600)])

    def maybe(self, value: int, likely: float = 0.6) -> int | None:
        return value if self.chance.random() < likely else None

    def add(self, table: str, **values: object) -> None:
        columns = ", ".join(values)
        marks = ", ".join("?" * len(values))
        self.connection.execute(f"insert into {table}({columns}) values ({marks})", list(values.values()))
