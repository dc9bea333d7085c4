"""The replies that come with the program can be used by every shop on every platform."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from local_db.replies import actions
from local_db.replies.fill import fill
from local_db.replies.library import Library
from local_db.replies.model import Reply
from local_db.replies.rules import problems
from local_db.replies.starters import LANGUAGES, starters
from local_db.shop_file import Shop
from local_db.templates.text import Variable, tokens
from local_db.templates.variables import NAMES
from tests.replies import add_starters

NOW = datetime(2026, 11, 24, tzinfo=UTC)
GROUPS = {
    "greeting", "stock", "size", "price", "shipping", "delay", "return", "refund", "complaint", "review", "member",
    "promotion", "closing", "parts",
}  # fmt: skip
OF_BUYERS = NAMES | {
    "courier", "tracking_number", "order_number", "order_date", "order_product", "order_status",
    "phone_tail", "shop_name",
}  # fmt: skip
EVERY = [pytest.param(reply, id=reply.uid) for language in LANGUAGES for reply in starters(language).replies]


def library(language: str) -> Library:
    found = starters(language)
    return Library(found.replies, found.groups)


def test_there_are_enough_in_every_group() -> None:
    assert len(starters("zh").replies) >= 120
    assert len(starters("en").replies) >= 60
    for language, least in (("zh", 8), ("en", 5)):
        found = starters(language)
        assert {group.uid.rsplit("-", 1)[1] for group in found.groups} == GROUPS
        for group in found.groups:
            assert len(library(language).in_group(group.uid)) >= (least if "parts" not in group.uid else 4)


@pytest.mark.parametrize("language", LANGUAGES)
def test_titles_shortcuts_and_uids_are_each_one_s_own(language: str) -> None:
    found = starters(language).replies
    for names in ([r.title for r in found], [r.shortcut for r in found], [r.uid for r in found]):
        assert len(set(names)) == len(names)
    assert all(shortcut.isascii() and shortcut.isalnum() for shortcut in (r.shortcut for r in found))


@pytest.mark.parametrize("reply", EVERY)
def test_every_platform_takes_it(reply: Reply) -> None:
    assert reply.platforms == ()
    assert problems(reply, library(reply.language)) == ()
    for wording in reply.wordings:
        assert 4 <= len(wording.text) <= 260


@pytest.mark.parametrize("reply", EVERY)
def test_what_the_program_knows_of_a_buyer_has_a_fallback(reply: Reply) -> None:
    for wording in reply.wordings:
        for token, _, _ in tokens(wording.text, None):
            if isinstance(token, Variable) and token.name in OF_BUYERS:
                assert token.fallback


@pytest.mark.parametrize("reply", EVERY)
def test_with_the_clerk_s_answers_it_can_be_copied(reply: Reply) -> None:
    fragments = library(reply.language).fragments
    for wording in reply.wordings:
        asked = fill(wording.text, {}, fragments).unfilled
        filled = fill(wording.text, dict.fromkeys(asked, "答"), fragments)
        assert filled.ready
        assert filled.text.strip()


def test_the_frequent_ones_are_pinned_and_have_several_wordings() -> None:
    for language in LANGUAGES:
        pinned = [reply for reply in starters(language).replies if reply.pinned]
        assert 5 <= len(pinned) <= 12
        assert all(len(reply.wordings) > 1 for reply in pinned)


def test_shared_parts_are_used() -> None:
    for language in LANGUAGES:
        texts = "".join(wording.text for reply in starters(language).replies for wording in reply.wordings)
        for title in library(language).fragments:
            assert f"{{>{title}}}" in texts


def test_adding_them_twice_adds_nothing_and_brings_deleted_ones_back(shop: Shop) -> None:
    count = add_starters(shop, "zh", now=NOW)
    assert count == len(starters("zh").replies)
    first = actions.library(shop)
    assert [group.name for group in first.groups][:2] == ["问候", "库存"]
    assert add_starters(shop, "zh", now=NOW) == 0
    gone = first.replies[0].uid
    actions.delete(shop, [gone], now=NOW)
    assert add_starters(shop, "zh", now=NOW) == 1
    assert actions.library(shop) == first
    add_starters(shop, "en", now=NOW)
    assert len(actions.library(shop).replies) == len(starters("zh").replies) + len(starters("en").replies)


@pytest.mark.parametrize(
    "document", ["README.md", "README.zh-CN.md", "docs/replies.md", "docs/reply_panel.md", "docs/reply_panel.zh-CN.md"]
)
def test_the_documents_say_how_many_there_are(document: str) -> None:
    text = (Path(__file__).parents[3] / document).read_text("utf-8")
    for language in LANGUAGES:
        assert str(len(starters(language).replies)) in re.findall(r"\d+", text)
