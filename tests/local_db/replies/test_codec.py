"""Replies are read back as they were, written in one way only, and read strictly."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from local_db.errors import ReplyError
from local_db.replies.codec import (
    conflicts_of,
    content_of,
    fields_of,
    group_json,
    media_hashes,
    read_group,
    read_reply,
    reply_fields,
    reply_json,
)
from local_db.replies.model import Attachment, Conflict, Group, ItemKind, Reply, Scope, Wording

words = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)
days = st.just("") | st.dates().map(lambda day: day.isoformat())
replies = st.builds(
    Reply,
    uid=st.just("u"),
    title=words,
    wordings=st.lists(st.builds(Wording, words, words), unique_by=lambda one: one.uid, max_size=3).map(tuple),
    group=words,
    shortcut=words,
    tags=st.lists(words, max_size=3).map(tuple),
    attachments=st.lists(st.builds(Attachment, words, words, words), max_size=2).map(tuple),
    platforms=st.lists(words, max_size=2).map(tuple),
    language=st.sampled_from(("", "zh", "en")),
    valid_from=days,
    valid_until=days,
    pinned=st.booleans(),
    fragment=st.booleans(),
    position=st.sampled_from(("", "i", "i0001i")),
)


@given(replies)
def test_a_reply_is_read_back_as_it_was(reply: Reply) -> None:
    content = reply_json(reply)
    assert read_reply("u", content) == reply
    assert fields_of(ItemKind.REPLY, content) == reply_fields(reply)
    assert content_of(ItemKind.REPLY, fields_of(ItemKind.REPLY, content)) == content


@given(words, st.sampled_from(Scope))
def test_a_group_is_read_back_as_it_was(name: str, scope: Scope) -> None:
    group = Group("g", name, scope, "i")
    assert read_group("g", group_json(group)) == group


@given(replies, replies)
def test_two_replies_say_the_same_just_when_their_records_are_equal(one: Reply, other: Reply) -> None:
    assert (one == other) == (reply_json(one) == reply_json(other))


def test_what_is_as_usual_is_not_written() -> None:
    assert reply_json(Reply("u", "退货")) == '{"title":"退货"}'


def test_the_order_in_which_another_program_writes_does_not_matter() -> None:
    content = '{"pinned": true, "title": "a", "group": ""}'
    assert content_of(ItemKind.REPLY, fields_of(ItemKind.REPLY, content)) == '{"title":"a","pinned":true}'


def test_conflicts_stay_with_the_record_and_out_of_its_fields() -> None:
    open_ones = (Conflict("title", "退货", 5), Conflict("pinned", True, 6))
    content = reply_json(Reply("u", "换货"), open_ones)
    assert conflicts_of(content) == open_ones
    assert read_reply("u", content) == Reply("u", "换货")
    assert "conflicts" not in fields_of(ItemKind.REPLY, content)


def test_everything_attached_is_named_also_what_is_not_settled() -> None:
    carried = Attachment("aa", "a.png", "image/png")
    other = [{"hash": "bb", "name": "b.png", "type": "image/png"}]
    content = reply_json(Reply("u", "图", attachments=(carried,)), [Conflict("attachments", other, 1)])
    assert media_hashes(content) == {"aa", "bb"}


@pytest.mark.parametrize(
    ("record", "key"),
    [
        ({"title": 1}, "title"),
        ({"titel": "a"}, "titel"),
        ({"wordings": [{"uid": "a"}]}, "wordings"),
        ({"wordings": [{"uid": "a", "text": "x"}, {"uid": "a", "text": "y"}]}, "wordings"),
        ({"wordings": "text"}, "wordings"),
        ({"tags": [1]}, "tags"),
        ({"attachments": [{"hash": "a", "name": "b"}]}, "attachments"),
        ({"language": "fr"}, "language"),
        ({"valid_until": "2026-13-01"}, "valid_until"),
        ({"valid_until": "20261301"}, "valid_until"),
        ({"pinned": 1}, "pinned"),
        ({"position": "a0"}, "position"),
        ({"position": "A"}, "position"),
    ],
)
def test_what_cannot_be_understood_is_named(record: dict[str, object], key: str) -> None:
    with pytest.raises(ReplyError) as caught:
        read_reply("u", json.dumps(record))
    assert (caught.value.code, caught.value.data) == ("content_invalid", {"key": key})


@pytest.mark.parametrize(
    "content", ["", "[]", "null", "{", '{"title":"\\ud800"}', "[" * 100_000, '{"title":"' + "a" * 200_001]
)
def test_what_is_no_record_is_refused(content: str) -> None:
    with pytest.raises(ReplyError, match="content_invalid"):
        read_reply("u", content)
