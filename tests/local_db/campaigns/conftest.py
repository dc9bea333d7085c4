"""A small real shop: members with phones and orders, and ways to let them refuse."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest

from local_db.campaigns import actions
from local_db.campaigns.model import HandOffHeaders, PrepareOptions
from local_db.roster.store import load
from local_db.segments.tree import parse
from local_db.settings import mark_roster_changed
from local_db.shop_file import Shop
from local_db.templates.model import Purpose, Template
from tests.new_shop import new_shop

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)
EVERYBODY = parse({"field": "orders", "op": ">=", "value": 0})
TEMPLATE = Template("双11", Purpose.MARKETING, "猫粮店", "{nick|亲}，全店八折，", "拒收请回复R")


@dataclass
class Case:
    """An open shop with shortcuts."""

    shop: Shop
    now: datetime = NOW

    def add_member(self, member_id, phone="", nick="", ordered_days_ago=None):
        kind = "real" if phone else "absent"
        with self.shop.write() as connection:
            connection.execute(
                "insert into members(id, platform, nick, phone, phone_kind) values (?, 'taobao', ?, ?, ?)",
                [member_id, nick, phone, kind],
            )
            if ordered_days_ago is not None:
                self._add_order(connection, member_id, int((self.now - timedelta(days=ordered_days_ago)).timestamp()))
            mark_roster_changed(connection)

    def _add_order(self, connection, member_id, moment):
        connection.execute(
            "insert into orders(shop_id, number, member_id, status, paid_at, net, is_purchase,"
            " content_hash, import_id) values (1, ?, ?, 'finished', ?, 1000, 1, '', 1)",
            [f"{member_id}-{moment}", member_id, moment],
        )

    def consent(self, member_id, state, *, source="import", roster=True):
        with self.shop.write() as connection:
            connection.execute(
                "insert into consents(member_id, channel, state, source, noted_at) values (?, 'sms', ?, ?, 0)",
                [member_id, state, source],
            )
            if roster:
                mark_roster_changed(connection)

    def roster(self):
        with self.shop.read() as connection:
            return load(connection)

    def plan(self, template=TEMPLATE, options=None, node=EVERYBODY, **arguments):
        options = options or PrepareOptions()
        return actions.plan(self.shop, self.roster(), node, template, options, now=self.now, **arguments)

    def prepare(self, template=TEMPLATE, options=None, node=EVERYBODY, **arguments):
        options = options or PrepareOptions()
        arguments = {"name": "双11", "now": self.now, **arguments}
        return actions.prepare(self.shop, self.roster(), node, template, options, **arguments)[0]

    def hand_off(self, audience, out, **arguments):
        arguments = {"headers": HandOffHeaders("手机号", "内容", "条数"), "now": self.now, **arguments}
        return actions.hand_off(self.shop, audience.id, out, **arguments)[0]

    def rows(self, query, *arguments):
        with self.shop.read() as connection:
            return connection.execute(query, arguments).fetchall()


@pytest.fixture
def case(tmp_path):
    folder = tmp_path / "shop"
    folder.mkdir()
    with new_shop(folder / "shop.regulars") as shop:
        with shop.write() as connection:
            connection.execute("insert into shops(id, platform, name) values (1, 'taobao', '猫粮店')")
            connection.execute(
                "insert into imports(id, file_name, file_hash, profile, shop_id, imported_at, report)"
                " values (1, 'f', 'h', 'p', 1, 0, '{}')"
            )
        yield Case(shop)


@pytest.fixture
def stocked(case):
    """Four people who can be written to."""
    for number, nick in enumerate(("小猫", "", "t**8", "+狗"), 1):
        case.add_member(number, f"1380013800{number}", nick, ordered_days_ago=number)
    return case
