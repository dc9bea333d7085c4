"""The waterfall is that of the chosen channel, and always there."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from local_db.campaigns.actions import marketing_waterfall
from local_db.segments.evaluate import evaluate
from local_db.segments.tree import parse
from local_db.settings import mark_roster_changed

TREE = {"all": [{"field": "orders", "op": ">=", "value": 1}]}


@pytest.fixture
def builder(desk):
    with desk.context.shop.write() as connection:
        connection.execute("update members set email = 'm' || (id / 2) || '@example.com' where id % 3 > 0")
        for channel, member in (("call", 8), ("email", 13), ("email", 31)):
            connection.execute(
                "insert into consents(member_id, channel, state, source, noted_at) values (?, ?, 'opted_out', 'x', 0)",
                [member, channel],
            )
        mark_roster_changed(connection)
    return desk.open(tree=TREE, name="Buyers")


@pytest.mark.parametrize("channel", ["call", "email", "sms"])
def test_each_channel_has_its_own_steps(desk, builder, channel: str) -> None:
    builder.reach.channels._choose(channel)
    desk.settle()
    roster = desk.context.rosters.current()
    now = datetime.now(UTC)
    matched = evaluate(roster, parse(TREE), now=now).matched
    expected = marketing_waterfall(desk.context.shop, roster, matched, now=now, channel=channel)
    reach = builder.answer.reach
    assert reach.steps == tuple((step.code.value, step.removed) for step in expected.steps)
    assert reach.left == len(expected.numbers)
    assert builder.answer.count - sum(removed for _, removed in reach.steps) == reach.left
    assert dict(reach.steps)["opted_out"] > 0


def test_nobody_of_a_refused_mailbox_is_left(desk, builder) -> None:
    roster = desk.context.rosters.current()
    now = datetime.now(UTC)
    everybody = evaluate(roster, parse({"all": []}), now=now).matched
    left = marketing_waterfall(desk.context.shop, roster, everybody, now=now, channel="email").numbers
    ids = roster.members.ids[left].tolist()
    with desk.context.shop.read() as connection:
        emails = dict(connection.execute("select id, email from members").fetchall())
    assert not {emails[13], emails[31]} & {emails[member] for member in ids}
    assert all(emails[member] for member in ids)
    assert len({emails[member] for member in ids}) == len(ids)


def test_the_channel_stays_chosen_while_the_tree_changes(desk, builder) -> None:
    builder.reach.channels._choose("call")
    desk.settle()
    builder.editor.turn((0,))
    desk.settle()
    assert builder.answer.question.channel == "call"
    assert builder.reach.channels.current == "call"
