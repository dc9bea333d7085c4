"""Everything the page about one person shows, as files left it."""

from __future__ import annotations

import pytest

from local_db.members import actions, merging, notes, person_store
from local_db.members.model import (
    DecisionEvent,
    Figures,
    ImportEvent,
    Known,
    MessageEvent,
    NoteEvent,
    OrderEvent,
    OrderLine,
    Person,
    RefundEvent,
    Source,
)
from local_db.roster.roster import Consent
from local_db.shop_file import Shop
from tests.local_db.members.people import DAY, NOW, START, add_order, add_record, derive, member


def person_of(shop: Shop, nick: str = "小鱼干", most: int = 1000) -> Person:
    with shop.read() as connection:
        found = person_store.person(connection, member(connection, "nick", nick), most=most)
    assert found is not None
    return found


def test_nobody_has_no_page(people: Shop) -> None:
    with people.read() as connection:
        assert person_store.person(connection, 999) is None


def test_every_value_is_known_since_its_first_order_and_the_newest_stands_first(people: Shop) -> None:
    with people.write() as connection:
        moved = add_record(connection, buyer_id="20881", nick="小鱼干", phone="13911112222", name="林小鱼", city="宁波")
        add_order(connection, moved, "2200009", day=200)
        derive(connection)
    known = person_of(people).known
    phones = [(found.value, found.first, found.last) for found in known if found.kind == "phone"]
    listed = START + 900 * DAY  # the list of members speaks last
    assert phones == [
        ("13800001234", START + DAY, listed),
        ("13911112222", START + 200 * DAY, START + 200 * DAY),
    ]
    assert [found.value for found in known if found.kind == "place"] == ["浙江\t杭州", "宁波"]
    assert [found.value for found in known if found.kind == "name"] == ["林小鱼"]


def test_what_no_record_says_is_known_all_the_same(people: Shop) -> None:
    """A member as an older version of the file left them."""
    with people.write() as connection:
        connection.execute("insert into members(id, platform, nick, name, phone, phone_kind, province, city)"
                           " values (77, 'taobao', '', '孙七', '057181234567', 'landline', '浙江', '')")  # fmt: skip
        found = person_store.known_values(connection, 77)
    assert found == (
        Known("name", "孙七"),
        Known("landline", "057181234567", "taobao"),
        Known("place", "浙江"),
    )


def test_the_timeline_has_every_kind_of_event_newest_first(people: Shop) -> None:
    notes.add_note(people, 1, "两只猫", now=NOW)
    merging.join_members(people, 1, 2, "", now=NOW)
    with people.write() as connection:
        connection.execute(
            "insert into audiences(id, name, tree, template, summary, prepared_at, handed_off_at) values"
            " (1, '双12', '{}', '{}', '{}', 0, ?), (2, 'draft', '{}', '{}', '{}', 0, null)",
            [START],
        )
        connection.execute(
            "insert into audience_members(audience_id, position, member_id, phone, text, parts) values"
            " (1, 1, 1, '13800001234', '亲', 1), (2, 1, 1, '13800001234', 'never sent', 1)"
        )
    events = person_of(people).events
    assert [type(event) for event in events] == [
        ImportEvent, ImportEvent, ImportEvent, NoteEvent, DecisionEvent, OrderEvent, RefundEvent, OrderEvent,
        OrderEvent, MessageEvent,
    ]  # fmt: skip
    times = [event.time or 0 for event in events]
    assert times == sorted(times, reverse=True)
    order = next(event for event in events if isinstance(event, OrderEvent) and event.order.number == "JD1")
    assert order.lines == (OrderLine("猫砂", "2kg", 1, 7_700),)
    message = next(event for event in events if isinstance(event, MessageEvent))
    assert (message.audience, message.text) == ("双12", "亲")
    assert {(event.file_name, event.orders) for event in events if isinstance(event, ImportEvent)} == {
        ("orders.csv", 2),
        ("jd.xlsx", 1),
        ("members.csv", 0),
    }


def test_of_a_refund_that_two_files_speak_about_the_newer_one_holds(people: Shop) -> None:
    with people.write() as connection:
        connection.execute(
            "insert into imports(id, file_name, file_hash, profile, shop_id, imported_at, stated_at, report)"
            " values (9, 'older.csv', 'x', 'p', 1, 0, 5, '{}')"
        )
        connection.execute(
            "insert into refunds(shop_id, order_number, number, import_id, state, amount, content_hash)"
            " values (1, '2200002', '', 9, 'asked', 4000, '')"
        )
    refunds = [event for event in person_of(people).events if isinstance(event, RefundEvent)]
    assert [(refund.state, refund.amount) for refund in refunds] == [("refunded", 5_000)]


def test_no_more_events_of_a_kind_than_asked_for_and_the_count_of_all(people: Shop) -> None:
    found = person_of(people, most=1)
    assert found.order_count == 2
    assert [event.order.number for event in found.events if isinstance(event, OrderEvent)] == ["2200002"]


def test_an_undated_order_comes_last(people: Shop) -> None:
    with people.write() as connection:
        connection.execute("update orders set ordered_at = null, paid_at = null where number = '2200002'")
    last = person_of(people).events[-1]
    assert isinstance(last, OrderEvent)
    assert last.order.number == "2200002"


def test_keys_say_where_they_come_from_and_why(people: Shop) -> None:
    found = {key.value: key for key in person_of(people).belongings}
    assert found["20881"].why == "itself"
    assert found["13800001234"].why == "same_record"
    assert found["13800001234"].beside == "20881"
    assert found["13800001234"].source == Source("orders.csv", "2200001")


@pytest.mark.parametrize(
    ("said", "decides"),
    [
        ([("opted_out", "list", 5), ("granted", "shopify", 9)], [False, True]),  # newest first; the opt-out stands
        ([("opted_out", "list", 5), ("granted", "hand", 9)], [True, False]),
        ([("granted", "a", 5), ("granted", "b", 9)], [True, False]),
        ([("not_granted", "a", 5)], [True]),
    ],
)
def test_the_ledger_says_which_entry_decides(
    people: Shop, said: list[tuple[str, str, int]], decides: list[bool]
) -> None:
    with people.write() as connection:
        connection.executemany(
            "insert into consents(member_id, channel, state, source, noted_at, import_id)"
            " values (1, 'sms', ?, ?, ?, 3)",
            said,
        )
    found = person_of(people)
    assert [entry.decides for entry in found.ledger] == decides
    decided = next(entry for entry in found.ledger if entry.decides)
    assert decided.state is next(state.state for state in found.consents if state.channel == "sms")
    assert decided.file_name == "members.csv"


def test_channels_have_ledgers_of_their_own(people: Shop) -> None:
    actions.record_consent(people, 1, "sms", "opted_out", now=NOW)
    actions.record_consent(people, 1, "call", "granted", now=NOW)
    assert {(entry.channel, entry.state, entry.phone, entry.decides) for entry in person_of(people).ledger} == {
        ("sms", Consent.OPTED_OUT, "13800001234", True),
        ("call", Consent.GRANTED, "13800001234", True),
    }


@pytest.mark.parametrize(
    ("figures", "days"),
    [
        (Figures(), None),
        (Figures(1, 100, 0, 0), None),
        (Figures(2, 100, 0, 10 * DAY), 10),
        (Figures(5, 100, 0, 10 * DAY), 2),
        (Figures(2, 100, None, None), None),  # undated orders
    ],
)
def test_days_between_purchases(figures: Figures, days: int | None) -> None:
    assert figures.days_between == days
