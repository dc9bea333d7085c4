"""What is typed into a reply is kept as it stands, until it is saved or thrown away."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local_db.errors import ReplyError
from local_db.replies import actions
from local_db.replies.drafts import drafts, drop_drafts, new_key, put_drafts, save_or_keep
from local_db.replies.model import Attachment, Reply, Wording
from local_db.settings import write_setting
from local_db.shop_file import Shop
from tests.replies import get_reply

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)

_TEXT = st.text(st.characters(), max_size=30)  # half characters too, which a paste can bring
_REPLIES = st.builds(
    Reply,
    st.just("r"),
    _TEXT,
    st.lists(st.builds(Wording, st.sampled_from(["", "w"]), _TEXT), max_size=3).map(tuple),
    _TEXT,
    _TEXT,
    st.lists(_TEXT, max_size=2).map(tuple),
    st.lists(st.builds(Attachment, _TEXT, _TEXT, _TEXT), max_size=2).map(tuple),
    st.lists(_TEXT, max_size=2).map(tuple),
    _TEXT,
    _TEXT,
    _TEXT,
    st.booleans(),
    st.booleans(),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_REPLIES)
def test_a_draft_is_kept_as_it_was_typed(shop: Shop, reply: Reply) -> None:
    put_drafts(shop, {"r": reply})
    assert drafts(shop) == {"r": reply}


def test_a_text_longer_than_any_reply_is_kept(shop: Shop) -> None:
    long = Reply("", "", (Wording("", "长" * 300_000),))
    key = new_key()
    put_drafts(shop, {key: long})
    assert drafts(shop)[key] == replace(long, uid=key)


def test_what_cannot_be_saved_is_kept_and_what_can_is_a_draft_no_more(shop: Shop) -> None:
    saved, _ = actions.save_reply(shop, Reply("", "在的", (Wording("", "在"),)), now=NOW)
    unfinished = replace(saved, wordings=(Wording(saved.wordings[0].uid, "在的，{nick"),))
    with pytest.raises(ReplyError, match="text_has_faults"):
        save_or_keep(shop, saved.uid, unfinished, now=NOW)
    assert drafts(shop) == {saved.uid: unfinished}
    assert get_reply(shop, saved.uid) == saved
    save_or_keep(shop, saved.uid, replace(unfinished, wordings=(Wording("", "在的，{nick}"),)), now=NOW)
    assert drafts(shop) == {}


def test_others_stay_when_one_is_dropped(shop: Shop) -> None:
    one, other = Reply("a", "a"), Reply("b", "b")
    put_drafts(shop, {"a": one, "b": other})
    drop_drafts(shop, ["a", "not there"])
    assert drafts(shop) == {"b": other}


@pytest.mark.parametrize("damaged", ["", "{", "[]", '{"a": 1}', '{"a": {"title": "x"}}'])
def test_what_cannot_be_read_is_no_draft(shop: Shop, damaged: str) -> None:
    with shop.write() as connection:
        write_setting(connection, "reply_drafts", damaged)
    assert drafts(shop) == {}
    put_drafts(shop, {"b": Reply("b", "b")})
    assert list(drafts(shop)) == ["b"]
