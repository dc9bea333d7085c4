"""The roster reads exactly what the shop file holds."""

from __future__ import annotations

import json
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from local_db.importing.model import STATUSES
from local_db.roster.consent import after_entry
from local_db.roster.rfm_cuts import RfmCuts
from local_db.roster.roster import NO_AMOUNT, NO_TIME, ORDER_STATUSES, Consent
from local_db.roster.source import RosterSource
from local_db.roster.store import load
from local_db.settings import mark_roster_changed, save_settings
from local_db.shop_file import Shop
from tests.new_shop import new_shop

FILLED = """
insert into shops(id, platform, name) values (1, 'taobao', 'a'), (2, 'shopify', 'b');
insert into imports(id, file_name, file_hash, profile, imported_at, report) values (1, 'f', 'h', 'p', 0, '{}');
insert into members(id, platform, province, city, phone, phone_kind, joined_at) values
  (10, 'taobao', '浙江', '杭州', '13800000001', 'real', 500),
  (20, 'taobao', '浙江', '', '', 'masked', null),
  (30, 'shopify', '', '', '057112345678', 'landline', 7),
  (40, 'shopify', '上海', '上海', '13800000001', 'real', null);
insert into categories(id, name, position) values (3, '狗狗', 1), (5, '猫咪', 0);
insert into products(id, shop_id, title, category_id) values (7, 1, '猫粮', 5), (8, 2, '猫粮', null), (9, 1, '狗粮', 3);
insert into orders(id, shop_id, number, member_id, status, ordered_at, paid_at, net, refunded, items, is_purchase,
                   content_hash, import_id) values
  (1, 1, 'c', 20, 'finished', 90, 100, 1000, 0, 2, 1, '', 1),
  (2, 1, 'b', 10, 'finished', 300, null, 50, 50, null, 0, '', 1),
  (3, 1, 'a', 20, 'unpaid', null, null, 0, 0, null, 0, '', 1),
  (4, 1, 'd', null, 'finished', 1, 1, 77, 0, 1, 1, '', 1),
  (5, 1, 'e', 10, 'finished', 200, 250, 70, 0, 1, 1, '', 1);
insert into order_lines(order_id, position, product_id, quantity) values
  (5, 0, 9, 1), (1, 1, 8, null), (1, 0, 7, 2), (4, 0, 9, 1), (2, 0, null, 3);
insert into tags(id, name) values (1, 'VIP'), (2, '没人');
insert into member_tags(member_id, tag_id) values (40, 1), (10, 1);
insert into consents(member_id, channel, state, source, noted_at) values
  (10, 'sms', 'granted', 'import', 5), (10, 'sms', 'not_granted', 'import', 4),
  (20, 'sms', 'opted_out', 'hand', 1), (20, 'sms', 'granted', 'import', 9), (20, 'email', 'granted', 'import', 9),
  (30, 'sms', 'opted_out', 'import', 1), (30, 'sms', 'granted', 'hand', 1);
"""


@pytest.fixture
def shop(tmp_path):
    with new_shop(tmp_path / "shop.regulars") as opened:
        yield opened


def fill(shop: Shop, statements: str = FILLED) -> None:
    with shop.write() as connection:
        for statement in statements.split(";"):
            connection.execute(statement)


def test_an_empty_shop_is_an_empty_roster(shop):
    with shop.read() as connection:
        roster = load(connection)
    assert roster.size == len(roster.orders.time) == len(roster.lines.order) == 0
    assert roster.product_titles == ()
    assert set(roster.members.consent) == {"sms", "email", "call"}
    assert (roster.version, str(roster.zone), roster.currency) == (0, "Asia/Shanghai", "CNY")


def test_members_are_numbered_by_id(shop):
    fill(shop)
    with shop.read() as connection:
        members = load(connection).members
    assert members.ids.tolist() == [10, 20, 30, 40]
    for column, expected in (
        (members.platform, ["taobao", "taobao", "shopify", "shopify"]),
        (members.province, ["浙江", "浙江", "", "上海"]),
        (members.city, ["杭州", "", "", "上海"]),
    ):
        assert column.values[0] == ""
        assert [column.values[code] for code in column.codes] == expected
    assert members.phone_usable.tolist() == [True, False, False, True]  # a landline takes no SMS
    assert members.phone_group.tolist() == [0, -1, -1, 0]
    assert members.known_since.tolist() == [250, 100, 7, NO_TIME]
    assert {name: mask.tolist() for name, mask in members.tags.items()} == {
        "VIP": [True, False, False, True],
        "没人": [False] * 4,
    }


def test_orders_of_members_are_sorted_by_member_and_time(shop):
    fill(shop)
    with shop.read() as connection:
        roster = load(connection)
    orders = roster.orders
    rows = zip(orders.member, orders.time, orders.is_purchase, orders.net, orders.refunded, orders.items, strict=True)
    assert [tuple(map(int, row)) for row in rows] == [
        (0, 250, 1, 70, 0, 1),
        (0, 300, 0, 50, 50, 0),
        (1, NO_TIME, 0, 0, 0, 0),
        (1, 100, 1, 1000, 0, 2),
    ]
    assert roster.product_titles == ("猫粮", "狗粮")  # the same title in two shops is one
    lines = roster.lines
    assert sorted(zip(lines.order.tolist(), lines.product.tolist(), lines.quantity.tolist(), strict=True)) == [
        (0, 1, 1),
        (1, -1, 3),
        (3, 0, 0),
        (3, 0, 2),
    ]
    assert lines.order.tolist() == sorted(lines.order.tolist())


def test_lines_say_the_category_of_their_product(shop):
    fill(shop)
    with shop.read() as connection:
        roster = load(connection)
    assert [(category.id, category.name) for category in roster.categories] == [(5, "猫咪"), (3, "狗狗")]
    lines = roster.lines
    assert sorted(zip(lines.order.tolist(), lines.quantity.tolist(), lines.category.tolist(), strict=True)) == [
        (0, 1, 1),
        (1, 3, -1),
        (3, 0, -1),  # the other shop's product of the same title has no category
        (3, 2, 0),
    ]


def test_a_discount_that_no_export_says_is_not_a_discount_of_nothing(shop):
    fill(shop)
    with shop.write() as connection:
        connection.execute("update orders set discount = 0 where id = 5")
        connection.execute("update orders set discount = 35 where id = 1")
    with shop.read() as connection:
        assert load(connection).orders.discount.tolist() == [0, NO_AMOUNT, NO_AMOUNT, 35]


MORE = """
insert into members(id, platform, nick, email, joined_at, birthday, tier, phone_kind) values
  (50, 'taobao', 'n', '', 9, '1990-02-29', '金卡', 'virtual'), (60, 'taobao', '', 'a@b', null, '12-01', '', 'absent');
insert into imports(id, file_name, file_hash, profile, imported_at, stated_at, report) values
  (2, 'members', 'h2', 'p', 0, 5, '{}'), (3, 'refusals', 'h3', 'p', 0, 0, '{}'), (4, 'later', 'h4', 'p', 0, 6, '{}');
insert into identities(id, member_id, kind, scope, value) values
  (1, 10, 'nick', 'taobao', 'a'), (2, 20, 'nick', 'taobao', 'b'), (3, null, 'nick', 'taobao', 'c');
insert into records(id, hash, platform, identity_id) values (1, 1, 'taobao', 1), (2, 2, 'taobao', 2);
insert into list_entries(import_id, record_id) values (2, 1), (3, 2);
insert into saved_lists(id, name, entries, created_at) values (1, '老客', 2, 0), (2, '空', 0, 0);
insert into saved_list_people(list_id, identity_id) values (1, 2), (1, 3);
insert into notes(id, identity_id, member_id, text, noted_at) values (2, 1, 10, '喜欢 "猫"', 5), (1, 2, 20, '', 9);
insert into audiences(id, name, tree, template, summary, prepared_at, handed_off_at) values
  (4, '双十一', '{}', '{}', '{}', 1, 77), (5, '没发', '{}', '{}', '{}', 1, null), (6, '年货', '{}', '{}', '{}', 1, 99);
insert into audience_members(audience_id, position, member_id, phone, text, parts) values
  (6, 0, 10, '', '', 1), (4, 1, 10, '', '', 1), (4, 0, 20, '', '', 1), (5, 0, 10, '', '', 1);
"""


def test_what_is_known_of_members_beside_orders(shop):
    fill(shop, FILLED + MORE)
    with shop.read() as connection:
        members = load(connection).members
    assert members.ids.tolist() == [10, 20, 30, 40, 50, 60]
    assert members.joined.tolist() == [500, NO_TIME, 7, NO_TIME, 9, NO_TIME]
    assert members.is_member.tolist() == [True, False, True, False, True, False]  # a list of refusals is no membership
    assert members.birthday.tolist() == [0, 0, 0, 0, 229, 1201]
    assert [members.tier.values[code] for code in members.tier.codes] == ["", "", "", "", "金卡", ""]
    kinds = ["real", "masked", "landline", "real", "virtual", "absent"]
    assert [members.phone_kind.values[code] for code in members.phone_kind.codes] == kinds
    assert members.has_nick.tolist() == [False] * 4 + [True, False]
    assert members.has_email.tolist() == [False] * 5 + [True]
    assert list(zip(members.notes.member.tolist(), members.notes.texts, strict=True)) == [(1, ""), (0, '喜欢 "猫"')]
    assert {name: mask.tolist() for name, mask in members.lists.items()} == {
        "老客": [False, True, False, False, False, False],  # who is nobody's yet is on no list
        "空": [False] * 6,
    }


def test_messages_that_were_handed_off(shop):
    fill(shop, FILLED + MORE)
    with shop.read() as connection:
        roster = load(connection)
    assert [tuple(audience) for audience in roster.audiences] == [(4, "双十一", "sms"), (6, "年货", "sms")]
    sent = roster.sendings
    rows = zip(sent.member.tolist(), sent.audience.tolist(), sent.time.tolist(), strict=True)
    assert list(rows) == [(0, 0, 77), (0, 1, 99), (1, 0, 77)]


def test_orders_say_their_shop_status_and_what_was_paid(shop):
    fill(shop)
    with shop.write() as connection:
        connection.execute("update orders set paid = id * 10, shop_id = iif(id = 2, 2, 1)")
        for number, status in enumerate(ORDER_STATUSES):
            connection.execute(
                "insert into orders(id, shop_id, number, member_id, status, is_purchase, content_hash, import_id)"
                " values (?, 1, ?, 40, ?, 0, '', 1)",
                [100 + number, f"s{number}", status],
            )
    with shop.read() as connection:
        roster = load(connection)
    assert [tuple(found) for found in roster.shops] == [(1, "taobao", "a"), (2, "shopify", "b")]
    assert roster.orders.paid.tolist() == [50, 20, 30, 10] + [0] * 9
    assert roster.orders.shop.tolist() == [0, 1] + [0] * 11
    words = [ORDER_STATUSES[code] for code in roster.orders.status]
    assert words == ["finished", "finished", "unpaid", "finished", *ORDER_STATUSES]
    assert set(ORDER_STATUSES) == set(STATUSES)


def test_lines_say_their_sku(shop):
    fill(shop)
    with shop.write() as connection:
        connection.execute("update order_lines set sku = '红色;\"L\"' where order_id = 1 and position = 1")
    with shop.read() as connection:
        roster = load(connection)
    assert roster.skus == ("", '红色;"L"')
    pairs = zip(roster.lines.order.tolist(), roster.lines.product.tolist(), roster.lines.sku.tolist(), strict=True)
    assert list(pairs) == [(0, 1, 0), (1, -1, 0), (3, 0, 0), (3, 0, 1)]  # by order, then position


REFUND = (
    "insert into refunds(shop_id, order_number, number, import_id, state, asked_at, finished_at, reason, content_hash)"
    " values ({}, '{}', '{}', {}, '{}', {}, {}, '{}', '')"
)


def test_of_one_refund_the_latest_report_holds(shop):
    rows = [
        (1, "e", "r1", 2, "asked", 10, "null", "尺码"),
        (1, "e", "r2", 2, "asked", "null", 30, ""),
        (1, "c", "r3", 2, "closed", 20, "null", "withdrawn"),
        (1, "c", "r4", 2, "asked", 20, "null", "withdrawn later"),
        (1, "c", "r4", 4, "closed", 20, "null", "withdrawn later"),
        (1, "a", "r5", 2, "refunded", "null", "null", "尺码"),
        (1, "a", "r5", 4, "closed", 20, "null", "money went back all the same"),
        (1, "d", "r6", 2, "refunded", 20, "null", "nobody has the order"),
        (2, "e", "r7", 2, "refunded", 20, "null", "another shop counts its orders itself"),
    ]
    fill(shop, FILLED + MORE + ";".join(REFUND.format(*row) for row in rows))
    with shop.read() as connection:
        roster = load(connection)
    found = roster.refund_rows
    reasons = [roster.reasons[code] for code in found.reason]
    assert list(zip(found.member.tolist(), found.time.tolist(), reasons, strict=True)) == [
        (0, 10, "尺码"),
        (0, 30, ""),
        (1, NO_TIME, "尺码"),
    ]


def test_rfm_cuts_are_the_shops_own(shop):
    source = RosterSource(shop)
    assert source.current().rfm_cuts == RfmCuts()
    own = {"r": [7, 14, 30, 60], "f": [2, 4, 6, 8], "m": [1, 50, 99, 1000]}
    save_settings(shop, {"rfm_cuts": json.dumps(own)})
    cuts = source.current().rfm_cuts
    assert cuts == RfmCuts((7, 14, 30, 60), (2, 4, 6, 8), (1, 50, 99, 1000))


def test_a_tag_on_two_identities_of_one_member_is_one_tag(shop):
    fill(shop)
    with shop.write() as connection:
        connection.execute("insert into member_tags(member_id, tag_id, identity_id) values (40, 1, 9)")
    with shop.read() as connection:
        assert load(connection).members.tags["VIP"].tolist() == [True, False, False, True]


def test_consent_of_each_channel(shop):
    fill(shop)
    with shop.read() as connection:
        consent = load(connection).members.consent
    assert [Consent(state) for state in consent["sms"]] == [
        Consent.GRANTED,  # the later entry, though it was written first
        Consent.OPTED_OUT,  # a later import does not undo it
        Consent.GRANTED,  # a person did
        Consent.UNKNOWN,
    ]
    assert consent["email"].tolist() == [0, Consent.GRANTED, 0, 0]
    assert not consent["call"].any()


@pytest.mark.parametrize("known", Consent)
@pytest.mark.parametrize("state", [Consent.GRANTED, Consent.NOT_GRANTED, Consent.OPTED_OUT])
@pytest.mark.parametrize("source", ["hand", "import"])
def test_only_a_grant_by_hand_undoes_an_opt_out(known, state, source):
    kept = known is Consent.OPTED_OUT and (state, source) != (Consent.GRANTED, "hand")
    assert after_entry(known, state, source) is (known if kept else state)


def test_source_reads_again_only_after_a_change(shop):
    source = RosterSource(shop)
    first = source.current()
    assert source.current() is first
    fill(shop)
    assert source.current() is first  # a change is announced by its action, inside its transaction
    with shop.write() as connection:
        mark_roster_changed(connection)
    second = source.current()
    assert (second.size, second.version) == (4, 1)
    save_settings(shop, {"zone": "UTC"})
    third = source.current()
    assert third is not second
    assert datetime.fromtimestamp(0, UTC).astimezone(third.zone).utcoffset().total_seconds() == 0


ODD_TEXTS = ['"quoted", with a comma', "two\nlines", "back\\slash", "表情🐱", "a\x00b\x1fc", "[null]"]


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_texts_and_large_numbers_arrive_as_they_are(shop, text):
    with shop.write() as connection:
        connection.execute("insert into shops(id, platform, name) values (1, 'taobao', 'a')")
        connection.execute(
            "insert into imports(id, file_name, file_hash, profile, shop_id, imported_at, report)"
            " values (1, 'f', 'h', 'p', 1, 0, '{}')"
        )
        connection.execute("insert into members(id, platform, city) values (?, 'taobao', ?)", [2**40, text])
        connection.execute("insert into products(id, shop_id, title) values (1, 1, ?)", [text])
        connection.execute(
            "insert into orders(shop_id, number, member_id, status, ordered_at, net, is_purchase, content_hash,"
            " import_id) values (1, 'a', ?, 'paid', -5, ?, 1, '', 1)",
            [2**40, 2**53 + 1],
        )
    with shop.read() as connection:
        roster = load(connection)
    assert roster.members.city.values == ("", text)
    assert roster.product_titles == (text,)
    assert (roster.members.ids.tolist(), roster.orders.net.tolist()) == ([2**40], [2**53 + 1])
    assert roster.orders.time.tolist() == roster.members.known_since.tolist() == [-5]


def test_threads_that_ask_together_get_the_same_roster(shop):
    fill(shop)
    source, barrier = RosterSource(shop), threading.Barrier(4)

    def ask(_: int) -> object:
        barrier.wait()
        return source.current()

    with ThreadPoolExecutor(4) as threads:
        assert len({id(roster) for roster in threads.map(ask, range(4))}) == 1
