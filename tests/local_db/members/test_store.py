"""Finding members by what a person types, and reading rows and one member."""

from __future__ import annotations

import pytest

from local_db.members import store
from local_db.members.model import Identity, MemberOrder
from local_db.phones import PhoneKind
from local_db.roster.roster import Consent
from local_db.roster.store import load
from tests.new_shop import new_shop

FILLED = """
insert into shops(id, platform, name) values (1, 'taobao', '喵屋'), (2, 'shopify', 'b');
insert into imports(id, file_name, file_hash, profile, imported_at, report) values (1, 'f', 'h', 'p', 0, '{}');
insert into members(id, platform, nick, name, province, city, phone, phone_kind, email, joined_at) values
  (10, 'taobao', '小鱼干', '林一', '浙江', '杭州', '13800001234', 'real', 'a@b', 7),
  (20, 'taobao', 'Momo', '', '', '', '057112341234', 'landline', '', null),
  (30, 'shopify', 'x1234', '', '', '', '', 'masked', '', null);
insert into identities(member_id, kind, scope, value) values (10, 'nick', 'taobao', '小鱼干'),
  (10, 'buyer_id', 'taobao', '77');
insert into products(id, shop_id, title) values (7, 1, '猫粮'), (8, 1, '猫砂');
insert into orders(id, shop_id, number, member_id, status, ordered_at, paid_at, paid, refunded, items, is_purchase,
                   content_hash, import_id) values
  (1, 1, '880011', 10, 'finished', 90, 100, 1000, 200, 2, 1, '', 1),
  (2, 2, 'TB-88', 10, 'closed_unpaid', 300, null, 0, 0, null, 0, '', 1),
  (3, 1, '990011', 20, 'finished', 1, 1, 77, 0, 1, 1, '', 1),
  (4, 1, '880012', null, 'finished', 1, 1, 77, 0, 1, 1, '', 1);
insert into order_lines(order_id, position, product_id, quantity) values (1, 1, 8, 1), (1, 0, 7, 2), (2, 0, null, 1);
insert into tags(id, name) values (1, 'VIP'), (2, 'a');
insert into member_tags(member_id, tag_id, source) values (10, 2, 'hand'), (10, 1, 'import');
insert into consents(member_id, channel, state, source, noted_at) values
  (10, 'sms', 'opted_out', 'opt_out_list', 5), (10, 'sms', 'granted', 'shopify', 9), (20, 'sms', 'granted', 'hand', 3),
  (10, 'email', 'granted', 'shopify', 9), (10, 'email', 'not_granted', 'shopify', 8);
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory):
    with new_shop(tmp_path_factory.mktemp("shop") / "shop.regulars") as opened:
        with opened.write() as connection:
            for statement in FILLED.split(";"):
                connection.execute(statement)
        yield opened


def test_rows_come_in_the_order_asked_without_the_missing(shop):
    with shop.read() as connection:
        found = store.rows(connection, [30, 999, 10])
    assert [row.id for row in found] == [30, 10]
    assert (found[0].phone_kind, found[0].phone) == (PhoneKind.MASKED, "")
    assert found[1].tags == ("VIP", "a")
    assert (found[1].email, found[1].joined_at) == ("a@b", 7)


def test_one_member_whole(shop):
    with shop.read() as connection:
        one = store.detail(connection, 10)
        assert store.detail(connection, 999) is None
    assert (one.email, one.joined_at, one.order_count) == ("a@b", 7, 2)
    assert one.identities == (Identity("buyer_id", "77"), Identity("nick", "小鱼干"))
    assert one.tag_sources == {"VIP": "import", "a": "hand"}
    assert one.orders == (
        MemberOrder("TB-88", "b", "closed_unpaid", 300, False, 0, 0, "CNY"),
        MemberOrder("880011", "喵屋", "finished", 100, True, 1000, 200, "CNY", ("猫粮", "猫砂")),
    )


def test_consent_names_the_entry_that_decided(shop):
    with shop.read() as connection:
        known = {entry.channel: entry for entry in store.consents(connection, 10)}
    assert (known["sms"].state, known["sms"].source, known["sms"].noted_at) == (Consent.OPTED_OUT, "opt_out_list", 5)
    assert (known["email"].state, known["email"].noted_at) == (Consent.GRANTED, 9)
    assert (known["call"].state, known["call"].noted_at) == (Consent.UNKNOWN, None)


def test_the_page_of_one_member_and_the_roster_agree_on_consent(shop):
    with shop.read() as connection:
        columns = load(connection).members.consent
        for number, member_id in enumerate((10, 20, 30)):
            for entry in store.consents(connection, member_id):
                assert columns[entry.channel][number] == entry.state
