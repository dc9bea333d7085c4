"""Drafts become replies in one transaction; what is there already is recognised; an import can be taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from local_db.changes import Changes, Topic
from local_db.errors import ReplyError
from local_db.replies import actions
from local_db.replies.exchange.actions import Imported, OnRepeat, Repeat, find_repeated, import_replies, undo_import
from local_db.replies.exchange.model import Draft
from local_db.replies.exchange.reading import read_replies
from local_db.replies.model import Group, Reply, Scope, Wording
from local_db.replies.sharing import sync
from local_db.shop_file import Shop
from tests.new_shop import new_shop
from tests.replies import get_reply

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
DRAFTS = (
    Draft("问候", ("在的",), "售前", "hi", ("常用",), "zh", ("taobao",)),
    Draft("退货", ("退货地址是这里",), "售后", "th"),
    Draft("发货", ("今天发", "当天发"), "售前"),
)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with new_shop(tmp_path / "shop.regulars") as opened:
        yield opened


def bring_in(shop: Shop, *drafts: Draft, **how: object) -> Imported:
    return import_replies(shop, drafts, now=NOW, personal_group="我的", **how)[0]  # type: ignore[arg-type]


def titles(shop: Shop) -> list[str]:
    return [reply.title for reply in actions.library(shop).replies]


def test_drafts_become_replies_in_their_groups_and_order(shop: Shop) -> None:
    imported, changes = import_replies(shop, DRAFTS, now=NOW, personal_group="我的")
    assert changes.topics == {Topic.REPLIES}
    library = actions.library(shop)
    assert [group.name for group in library.groups] == ["售前", "售后"]
    assert titles(shop) == ["问候", "发货", "退货"]
    greeting = library.replies[0]
    assert (greeting.shortcut, greeting.tags, greeting.language, greeting.platforms) == (
        "hi",
        ("常用",),
        "zh",
        ("taobao",),
    )
    assert [wording.text for wording in library.replies[1].wordings] == ["今天发", "当天发"]
    assert set(imported.uids) == library.by_uid.keys()


def test_rows_of_one_title_are_wordings_of_as_many_replies_as_can_be_kept(shop: Shop, tmp_path: Path) -> None:
    path = tmp_path / "phrases.csv"
    path.write_text("标题,内容\n" + "".join(f"问候,第 {row} 句\n" for row in range(8000)), encoding="utf-8")
    bring_in(shop, *read_replies(path).drafts)
    replies = actions.library(shop).replies
    assert {reply.title for reply in replies} == {"问候"}
    assert {one.text for reply in replies for one in reply.wordings} == {f"第 {row} 句" for row in range(8000)}


def test_a_group_of_that_name_is_used(shop: Shop) -> None:
    group, _ = actions.save_group(shop, Group("", "售前"), now=NOW)
    imported = bring_in(shop, *DRAFTS)
    assert [reply.group == group.uid for reply in actions.library(shop).replies] == [True, True, False]
    assert len(imported.groups) == 1


def test_personal_drafts_go_to_groups_of_ones_own(shop: Shop) -> None:
    actions.save_group(shop, Group("", "售前"), now=NOW)
    bring_in(shop, Draft("一", ("一一",), "售前", personal=True), Draft("二", ("二二",), personal=True))
    groups = {group.name: group.scope for group in actions.library(shop).groups}
    assert groups == {"售前": Scope.SHOP, "售前 2": Scope.PERSONAL, "我的": Scope.PERSONAL}
    bring_in(shop, Draft("三", ("三三",)), scope=Scope.PERSONAL)
    library = actions.library(shop)
    assert library.group_names[next(r for r in library.replies if r.title == "三").group] == "我的"


def test_what_is_there_is_recognised_by_its_text_or_its_shortcut(shop: Shop) -> None:
    first = bring_in(shop, *DRAFTS)
    again = (
        Draft("另一个标题", ("在 的",)),
        Draft("退换", ("寄到仓库",), shortcut="TH"),
        Draft("发货", ("今天发", "后天发")),
    )
    library = actions.library(shop)
    by_title = {reply.title: reply.uid for reply in library.replies}
    assert find_repeated(library, again) == (
        Repeat(0, by_title["问候"], same_text=True),
        Repeat(1, by_title["退货"], same_text=False),
    )
    imported = bring_in(shop, *again)
    assert len(first.uids) + len(imported.uids) == len(actions.library(shop).replies) == 4


def test_the_same_file_again_changes_nothing(shop: Shop) -> None:
    bring_in(shop, *DRAFTS)
    before = actions.list_items(shop)
    _, changes = import_replies(shop, DRAFTS, now=LATER, personal_group="我的")
    assert changes == Changes()
    assert actions.list_items(shop) == before


def test_what_stands_twice_in_a_file_is_brought_in_once(shop: Shop) -> None:
    bring_in(shop, DRAFTS[0], replace(DRAFTS[0], title="又一个"))
    assert titles(shop) == ["问候"]


def test_repeated_ones_can_replace_what_is_there_and_that_is_taken_back(shop: Shop) -> None:
    bring_in(shop, *DRAFTS)
    imported = bring_in(shop, Draft("退换", ("换个地址",), shortcut="th"), on_repeat=OnRepeat.REPLACE)
    replaced = get_reply(shop, imported.replaced[0].uid)
    assert (replaced.title, [w.text for w in replaced.wordings]) == ("退货", ["换个地址"])
    assert len(actions.versions(shop, replaced.uid)) == 2
    undone, _ = undo_import(shop, imported, now=LATER)
    assert undone == (1, ())
    assert get_reply(shop, replaced.uid).wordings[0].text == "退货地址是这里"


def test_repeated_ones_can_be_added(shop: Shop) -> None:
    bring_in(shop, *DRAFTS)
    assert len(bring_in(shop, Draft("退换", ("寄到仓库",), shortcut="th"), on_repeat=OnRepeat.ADD).uids) == 1
    assert len(actions.library(shop).replies) == 4


def test_an_import_is_taken_back_but_not_what_was_changed_since(shop: Shop) -> None:
    imported = bring_in(shop, *DRAFTS)
    reply = next(r for r in actions.library(shop).replies if r.title == "发货")
    actions.save_reply(shop, replace(reply, title="几时发"), now=LATER)
    undone, changes = undo_import(shop, imported, now=LATER)
    assert changes.topics == {Topic.REPLIES}
    assert undone.removed == 2
    library = actions.library(shop)
    assert [r.title for r in library.replies] == ["几时发"]
    assert [group.name for group in library.groups] == ["售前"]
    assert set(undone.kept) == {reply.uid, reply.group}


def test_an_import_is_taken_back_after_sharing_put_its_replies_into_groups_of_the_same_name(
    shop: Shop, tmp_path: Path
) -> None:
    pack = tmp_path / "店.replypack"
    with new_shop(tmp_path / "other.regulars") as other:
        theirs, _ = actions.save_group(other, Group("", "售后"), now=NOW)
        actions.save_reply(other, Reply("", "运费", (Wording("", "运费我们出"),), theirs.uid), now=NOW)
        sync(other, pack, now=NOW)
    imported = bring_in(shop, *DRAFTS)
    sync(shop, pack, now=LATER)
    assert {reply.group for reply in actions.library(shop).replies if reply.title == "退货"} == {theirs.uid}
    undone, _ = undo_import(shop, imported, now=LATER)
    assert undone == (3, ())
    assert titles(shop) == ["运费"]
    assert [group.name for group in actions.library(shop).groups] == ["售后"]


def test_an_import_that_fails_leaves_nothing(shop: Shop) -> None:
    with pytest.raises(ReplyError):
        bring_in(shop, DRAFTS[0], Draft(" ", ("x",)))
    assert actions.library(shop).replies == ()
    assert actions.library(shop).groups == ()


def test_many_are_brought_in(shop: Shop) -> None:
    saved, _ = actions.save_reply(shop, Reply("", "第一条", (Wording("", "第一"),)), now=NOW)
    bring_in(shop, *(Draft(f"题{n}", (f"答{n}",)) for n in range(3000)))
    replies = actions.library(shop).replies
    assert replies[0].uid == saved.uid
    assert [reply.title for reply in replies[1:]] == [f"题{n}" for n in range(3000)]
