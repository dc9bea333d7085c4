"""Replies are kept with what they said before; every action is done whole, or not at all, and can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local_db.changes import Changes, Topic
from local_db.errors import ReplyError
from local_db.replies import actions, bulk, ready_made, store
from local_db.replies.arranging import moved_before
from local_db.replies.codec import read_reply, reply_json
from local_db.replies.library import hot
from local_db.replies.model import Conflict, Group, Item, ItemKind, Reply, Scope, Settlement, Usage, Wording
from local_db.replies.positions import LONGEST, spread
from local_db.replies.starters import starters
from local_db.shop_file import Shop
from tests.replies import get_reply, put_items

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
CHANGED = Changes.of(Topic.REPLIES)


def draft(title: str = "发货", text: str = "今天发出", **fields: object) -> Reply:
    return replace(Reply("", title, (Wording("", text),)), **fields)  # type: ignore[arg-type]


def save(shop: Shop, reply: Reply, now: datetime = NOW) -> Reply:
    saved, changes = actions.save_reply(shop, reply, now=now)
    assert changes == CHANGED
    return saved


def group(shop: Shop, name: str) -> Group:
    return actions.save_group(shop, Group("", name), now=NOW)[0]


def code_of(action: Callable[..., object], *arguments: object, **named: object) -> str:
    with pytest.raises(ReplyError) as caught:
        action(*arguments, **named)
    return caught.value.code


def titles(shop: Shop, uid: str = "") -> list[str]:
    return [reply.title for reply in actions.library(shop).in_group(uid)]


def test_what_is_saved_is_read_back_tidied(shop: Shop) -> None:
    where = group(shop, " 售前  问答 ")
    assert where.name == "售前 问答"
    saved = save(shop, draft(" 什么时候  发货 ", group=where.uid, shortcut=" fh ", tags=("快递", " ", "快递 ")))
    assert (saved.title, saved.shortcut, saved.tags) == ("什么时候 发货", "fh", ("快递",))
    assert saved.uid
    assert saved.wordings[0].uid
    library = actions.library(shop)
    assert (library.replies, library.groups) == ((saved,), (where,))
    assert library.by_uid[saved.uid] == get_reply(shop, saved.uid) == saved
    assert library.group_names == {where.uid: "售前 问答"}


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (draft(" "), "title_empty"),
        (draft(text=" "), "nothing_to_say"),
        (draft(valid_from="2026-12-02", valid_until="2026-12-01"), "days_turned_round"),
        (draft(valid_until="soon"), "content_invalid"),
        (draft(group="gone"), "group_missing"),
        (draft(uid="gone"), "reply_missing"),
        (draft(text="好{nick"), "text_has_faults"),
        (draft(text="{>没有}"), "text_has_faults"),
        (draft("a{b}", fragment=True), "fragment_title_characters"),
        (draft("自己", "{>自己}", fragment=True), "text_has_faults"),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_is_written(shop: Shop, reply: Reply, code: str) -> None:
    assert code_of(actions.save_reply, shop, reply, now=NOW) == code
    assert actions.list_items(shop, deleted=True) == []


def test_a_group_needs_a_name_of_its_own(shop: Shop) -> None:
    first = group(shop, "售前")
    assert code_of(actions.save_group, shop, Group("", " "), now=NOW) == "group_name_empty"
    assert code_of(actions.save_group, shop, Group("", "售前"), now=NOW) == "group_name_taken"
    assert code_of(actions.save_group, shop, Group("gone", "售后"), now=NOW) == "group_missing"
    renamed, _ = actions.save_group(shop, replace(first, name="售后", scope=Scope.PERSONAL), now=NOW)
    assert actions.library(shop).groups == (renamed,)


def test_every_change_keeps_a_version_and_the_same_words_none(shop: Shop) -> None:
    saved = save(shop, draft())
    save(shop, saved)
    changed = save(shop, replace(saved, title="发货时间"), LATER)
    told = actions.versions(shop, saved.uid)
    assert [(one.version, one.saved) for one in told] == [(2, changed), (1, saved)]
    assert told[0].saved_at - told[1].saved_at == 3600
    assert actions.versions(shop, "gone") == ()


def test_new_ones_come_last_in_their_group(shop: Shop) -> None:
    where = group(shop, "售前")
    for title in "甲乙丙":
        save(shop, draft(title, group=where.uid))
    save(shop, draft("丁"))
    assert titles(shop, where.uid) == ["甲", "乙", "丙"]
    moved = actions.library(shop).in_group(where.uid)[0]
    save(shop, replace(moved, group=""))
    assert (titles(shop, where.uid), titles(shop)) == (["乙", "丙"], ["丁", "甲"])


def test_a_deleted_reply_comes_back_whole(shop: Shop) -> None:
    saved = save(shop, draft())
    assert actions.delete(shop, [saved.uid], now=NOW) == CHANGED
    assert actions.library(shop).replies == ()
    assert saved.uid not in actions.library(shop).by_uid
    assert code_of(actions.save_reply, shop, saved, now=NOW) == "reply_missing"
    actions.restore(shop, [saved.uid], now=NOW)
    assert actions.library(shop).replies == (saved,)
    assert len(actions.versions(shop, saved.uid)) == 1


def test_replies_of_a_deleted_group_are_in_none_and_go_back_with_it(shop: Shop) -> None:
    where = group(shop, "售前")
    loose = save(shop, draft("甲"))
    saved = save(shop, draft("乙", group=where.uid))
    actions.delete(shop, [where.uid], now=NOW)
    assert set(titles(shop)) == {"甲", "乙"}
    bulk.move(shop, [loose.uid], "", now=NOW)
    assert titles(shop) == ["乙", "甲"]
    actions.restore(shop, [where.uid], now=NOW)
    assert titles(shop, where.uid) == ["乙"]
    assert get_reply(shop, saved.uid) == saved


# --- many at once ---


def test_fields_of_many_are_set_at_once_and_taken_back_at_once(shop: Shop) -> None:
    where = group(shop, "售前")
    uids = [save(shop, draft(title)).uid for title in "甲乙丙"]
    before = actions.list_items(shop)
    old, changes = bulk.set_fields(
        shop,
        uids[:2],
        {"platforms": ["jd"], "group": where.uid, "pinned": True, "valid_until": "2026-12-12"},
        now=LATER,
    )
    assert changes == CHANGED
    assert {step.after.uid for step in old} == set(uids[:2])
    changed = get_reply(shop, uids[0])
    assert (changed.platforms, changed.group, changed.pinned, changed.valid_until) == (
        ("jd",),
        where.uid,
        True,
        "2026-12-12",
    )
    assert get_reply(shop, uids[2]).platforms == ()
    bulk.take_back(shop, old, now=LATER)
    assert sorted(actions.list_items(shop), key=repr) == sorted(before, key=repr)


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": "a"}, "field_unknown"),
        ({"pinned": 1}, "content_invalid"),
        ({"group": "gone"}, "group_missing"),
        ({"valid_from": "2026-12-02", "valid_until": "2026-12-01"}, "days_turned_round"),
    ],
)
def test_a_field_that_cannot_be_set_changes_none_of_them(shop: Shop, fields: dict[str, object], code: str) -> None:
    uid = save(shop, draft()).uid
    before = actions.list_items(shop)
    assert code_of(bulk.set_fields, shop, [uid], fields, now=LATER) == code
    assert actions.list_items(shop) == before


def test_tags_are_added_and_taken_away(shop: Shop) -> None:
    uid = save(shop, draft(tags=("快递", "售前"))).uid
    old, _ = bulk.change_tags(shop, [uid], add=["双12", "快递"], remove=["售前"], now=LATER)
    assert get_reply(shop, uid).tags == ("快递", "双12")
    assert len(old) == 1
    assert bulk.change_tags(shop, [uid], add=["快递"], now=LATER)[0] == ()


def test_ready_made_ones_keep_their_order_and_meet_groups_by_name(shop: Shop) -> None:
    there = group(shop, "售前")
    save(shop, draft("旧", group=there.uid))
    ready_made.add_ready_made(
        shop,
        [Group("a", "售前"), Group("b", "售后")],
        [draft("甲", group="a"), draft("乙", group="b"), draft("丙", group="a")],
        now=NOW,
    )
    assert titles(shop, there.uid) == ["旧", "甲", "丙"]
    assert [one.name for one in actions.library(shop).groups] == ["售前", "售后"]
    astray = [draft("丁"), draft("戊", group="z")]
    assert code_of(ready_made.add_ready_made, shop, [], astray, now=NOW) == "group_missing"
    assert "丁" not in titles(shop)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=25)
@given(st.data())
def test_moving_puts_just_these_before_that_one_and_touches_no_other(shop: Shop, data: st.DataObject) -> None:
    where = actions.save_group(shop, Group("", f"g{len(actions.library(shop).groups)}"), now=NOW)[0]
    count = data.draw(st.integers(1, 6))
    order = [save(shop, draft(str(n), group=where.uid)).uid for n in range(count)]
    for _ in range(data.draw(st.integers(1, 5))):
        moved = data.draw(st.lists(st.sampled_from(order), unique=True, min_size=1))
        before = data.draw(st.sampled_from(["", *order]))
        was = {reply.uid: reply for reply in actions.library(shop).in_group(where.uid)}
        old, _ = bulk.move(shop, moved, where.uid, before=before, now=NOW)
        staying = [uid for uid in order if uid not in moved]
        place = staying.index(before) if before in staying else len(staying)
        order = [*staying[:place], *moved, *staying[place:]]
        now = actions.library(shop).in_group(where.uid)
        assert [reply.uid for reply in now] == order
        assert all(one.position < other.position for one, other in pairwise(now))
        assert all(reply == was[reply.uid] for reply in now if reply.uid not in moved)
        assert {step.after.uid for step in old} <= set(moved)


def test_replies_whose_places_are_equal_are_told_apart_by_moving(shop: Shop) -> None:
    items = [
        Item(uid, ItemKind.REPLY, reply_json(Reply(uid, uid, (Wording("w", uid),), position="i"))) for uid in "abc"
    ]
    put_items(shop, items)
    bulk.move(shop, ["c"], "", before="b", now=NOW)
    assert titles(shop) == ["a", "c", "b"]


def test_ten_thousand_moves_to_the_same_place_leave_short_places() -> None:
    order = [(uid, position) for uid, position in zip("abcde", spread("", "", 5), strict=True)]
    for turn in range(10_000):
        moved = order[-1][0] if turn % 2 else order[-2][0]
        order = moved_before(order, [moved], order[1][0])
        assert all(one < other for (_, one), (_, other) in pairwise(order))
    assert max(len(position) for _, position in order) <= LONGEST


def test_moving_to_another_group_is_undone_whole(shop: Shop) -> None:
    where = group(shop, "售后")
    uids = [save(shop, draft(title)).uid for title in "甲乙丙"]
    before = actions.list_items(shop)
    old, _ = bulk.move(shop, [uids[2], uids[0]], where.uid, now=LATER)
    assert (titles(shop, where.uid), titles(shop)) == (["丙", "甲"], ["乙"])
    bulk.take_back(shop, old, now=LATER)
    assert sorted(actions.list_items(shop), key=repr) == sorted(before, key=repr)
    assert code_of(bulk.move, shop, ["gone"], where.uid, now=NOW) == "reply_missing"
    assert code_of(bulk.move, shop, uids, "gone", now=NOW) == "group_missing"


def test_groups_are_put_in_another_order(shop: Shop) -> None:
    uids = [group(shop, name).uid for name in "甲乙丙"]
    old, _ = bulk.move_group(shop, uids[2], before=uids[0], now=NOW)
    assert [one.name for one in actions.library(shop).groups] == ["丙", "甲", "乙"]
    bulk.take_back(shop, old, now=LATER)
    assert [one.name for one in actions.library(shop).groups] == ["甲", "乙", "丙"]


def test_only_so_many_versions_are_kept(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "VERSIONS_KEPT", 5)
    reply = save(shop, draft("0"))
    other = save(shop, draft("别的"))
    for number in range(1, 9):
        save(shop, replace(reply, title=str(number)))
    assert [version.saved.title for version in actions.versions(shop, reply.uid)] == ["8", "7", "6", "5", "4"]  # type: ignore[union-attr]
    assert [version.version for version in actions.versions(shop, reply.uid)] == [9, 8, 7, 6, 5]
    assert len(actions.versions(shop, other.uid)) == 1


def test_taking_ready_made_replies_away_leaves_those_that_were_changed_since(shop: Shop) -> None:
    found = starters("zh")
    added, _ = ready_made.add_ready_made(shop, found.groups, found.replies, now=NOW)
    kept = actions.library(shop).replies[30]
    from_elsewhere(shop, kept.uid, title="我们的")
    ready_made.take_away(shop, added, now=LATER)
    library = actions.library(shop)
    assert [reply.title for reply in library.replies] == ["我们的"]
    assert [group.uid for group in library.groups] == [kept.group]
    again, _ = ready_made.add_ready_made(shop, found.groups, found.replies, now=LATER)
    assert len(again.replies) == len(found.replies) - 1
    assert len(actions.library(shop).replies) == len(found.replies)


# --- shared parts ---


def test_another_title_of_a_shared_part_reaches_every_text_that_names_it(shop: Shop) -> None:
    part = save(shop, draft("地址", "杭州", fragment=True))
    using = save(shop, draft("退货", "寄到{>地址}"))
    gone = save(shop, draft("换货", "换到{> 地址}"))
    other = save(shop, draft("别的", "地址在{{页面"))
    actions.delete(shop, [gone.uid], now=NOW)
    save(shop, replace(part, title="退货地址"), LATER)
    assert get_reply(shop, using.uid).wordings[0].text == "寄到{>退货地址}"
    assert get_reply(shop, other.uid) == other
    assert [one.version for one in actions.versions(shop, using.uid)] == [2, 1]
    actions.restore(shop, [gone.uid], now=LATER)
    assert get_reply(shop, gone.uid).wordings[0].text == "换到{>退货地址}"
    assert actions.library(shop).fragments == {"退货地址": "杭州"}


def test_another_title_reaches_parts_in_parts_and_what_is_not_settled(shop: Shop) -> None:
    part = save(shop, draft("城市", "杭州", fragment=True))
    save(shop, draft("地址", "{>城市}西湖区", fragment=True))
    wordings = [{"uid": "w", "text": "寄{>城市}"}]
    unsettled = [Conflict("wordings", wordings, 1), Conflict("wordings:w", "到{>城市}", 1)]
    content = reply_json(Reply("c", "两说", (Wording("w", "寄"),)), unsettled)
    put_items(shop, [Item("c", ItemKind.REPLY, content)])
    save(shop, replace(part, title="所在地"))
    library = actions.library(shop)
    assert library.fragments["地址"] == "{>所在地}西湖区"
    assert [one.value for one in library.conflicts["c"]] == [[{"uid": "w", "text": "寄{>所在地}"}], "到{>所在地}"]


def test_a_shared_part_stays_while_texts_name_it(shop: Shop) -> None:
    part = save(shop, draft("地址", "杭州", fragment=True))
    using = save(shop, draft("退货", "寄到{>地址}"))
    assert code_of(actions.delete, shop, [part.uid], now=NOW) == "fragment_in_use"
    assert code_of(actions.save_reply, shop, replace(part, fragment=False), now=NOW) == "fragment_in_use"
    assert code_of(actions.save_reply, shop, draft("地址", "上海", fragment=True), now=NOW) == "fragment_title_taken"
    assert (
        code_of(actions.save_reply, shop, replace(part, wordings=(Wording("", "{>退货}"),)), now=NOW)
        == "text_has_faults"
    )
    actions.delete(shop, [part.uid, using.uid], now=NOW)
    assert actions.library(shop).replies == ()


def test_parts_cannot_be_made_to_hold_each_other(shop: Shop) -> None:
    first = save(shop, draft("甲", "a", fragment=True))
    save(shop, draft("乙", "{>甲}b", fragment=True))
    assert (
        code_of(actions.save_reply, shop, replace(first, wordings=(Wording("", "{>乙}"),)), now=NOW)
        == "text_has_faults"
    )


# --- what two PCs say ---


def test_what_is_not_settled_stays_until_that_field_is_saved_anew(shop: Shop) -> None:
    reply = Reply("u", "退货", (Wording("w", "可以退"), Wording("v", "能退")), position="i")
    unsettled = [Conflict("title", "退款", 1), Conflict("pinned", True, 1), Conflict("wordings:w", "不能退", 1)]
    put_items(shop, [Item("u", ItemKind.REPLY, reply_json(reply, unsettled))])

    def left() -> list[str]:
        return [one.field for one in actions.library(shop).conflicts.get("u", ())]

    save(shop, replace(reply, shortcut="th", wordings=(Wording("w", "可以退"), Wording("v", "能退的"))))
    assert left() == ["pinned", "title", "wordings:w"]
    save(shop, replace(reply, title="退货退款"))
    assert left() == ["pinned", "wordings:w"]
    save(shop, replace(reply, title="退货退款", wordings=(Wording("w", "七天内可以退"),)))
    assert left() == ["pinned"]
    bulk.set_fields(shop, ["u"], {"pinned": True}, now=NOW)
    assert left() == []


def test_the_bases_of_a_pack_are_all_new_each_time(shop: Shop) -> None:
    with shop.write() as connection:
        store.put_bases(connection, "share", {"a": "1", "b": "2"})
        store.put_bases(connection, "stick", {"a": "3"})
        store.put_bases(connection, "share", {"b": "4"})
        assert store.bases(connection, "share") == {"b": "4"}
        assert store.bases(connection, "stick") == {"a": "3"}


def test_the_hot_ones_are_the_pinned_and_then_the_most_used(shop: Shop) -> None:
    used = [save(shop, draft(title)) for title in "甲乙丙"]
    pinned = save(shop, draft("丁", pinned=True))
    save(shop, draft("戊", fragment=True, pinned=True))
    usage = {used[0].uid: Usage(1, 9), used[2].uid: Usage(1, 10), used[1].uid: Usage(5, 1)}
    assert [reply.title for reply in hot(actions.library(shop), usage, 3)] == [pinned.title, "乙", "丙"]


def from_elsewhere(shop: Shop, uid: str, conflicts: tuple[Conflict, ...] = (), **fields: object) -> None:
    """What a synchronisation stores of another PC."""
    (item,) = (one for one in actions.list_items(shop) if one.uid == uid)
    content = reply_json(replace(read_reply(uid, item.content), **fields), conflicts)  # type: ignore[arg-type]
    put_items(shop, [replace(item, content=content, changed_at=int(LATER.timestamp()))])


def conflicts(shop: Shop, uid: str) -> list[tuple[str, object]]:
    return [(one.field, one.value) for one in actions.library(shop).conflicts.get(uid, ())]


def test_what_came_from_elsewhere_while_a_reply_was_written_is_not_written_over(shop: Shop) -> None:
    seen = save(shop, draft("发货", "今天发", tags=("物流",), shortcut="fh"))
    wording = seen.wordings[0].uid
    from_elsewhere(shop, seen.uid, shortcut="kd", tags=("物流", "双12"), wordings=(Wording(wording, "明天发"),))
    written = replace(seen, title="几时发货", tags=(), wordings=(Wording(wording, "48 小时内发"),))
    actions.save_reply(shop, written, seen=seen, now=NOW)  # the clock of the other PC goes before
    now = actions.library(shop).by_uid[seen.uid]
    assert (now.title, now.shortcut, now.tags) == ("几时发货", "kd", ("双12",))
    assert now.wordings == (Wording(wording, "48 小时内发"),)
    assert conflicts(shop, seen.uid) == [(f"wordings:{wording}", "明天发")]
    assert [version.saved.wordings[0].text for version in actions.versions(shop, seen.uid)] == [  # type: ignore[union-attr]
        "48 小时内发",
        "明天发",
        "今天发",
    ]


def test_what_nobody_has_seen_is_not_settled_by_writing(shop: Shop) -> None:
    seen = save(shop, draft("发货"))
    from_elsewhere(shop, seen.uid, (Conflict("title", "何时发货", 1),), title="发货时间")
    actions.save_reply(shop, replace(seen, title="几时发货"), seen=seen, now=LATER)
    assert actions.library(shop).by_uid[seen.uid].title == "几时发货"
    assert sorted(conflicts(shop, seen.uid)) == [("title", "何时发货"), ("title", "发货时间")]


def test_a_reply_whose_group_was_deleted_elsewhere_can_be_saved(shop: Shop) -> None:
    where = group(shop, "物流")
    seen = save(shop, draft("发货", group=where.uid))
    actions.delete(shop, [where.uid], now=NOW)
    actions.save_reply(shop, replace(seen, title="几时发货"), seen=seen, now=NOW)
    assert titles(shop) == ["几时发货"]
    actions.restore(shop, [where.uid], now=LATER)
    assert titles(shop, where.uid) == ["几时发货"]


def test_undoing_leaves_what_was_changed_elsewhere_since(shop: Shop) -> None:
    first, second = group(shop, "售前"), group(shop, "售后")
    reply = save(shop, draft("发货", "今天发", group=first.uid))
    wording = reply.wordings[0].uid
    moved, _ = bulk.move(shop, [reply.uid], second.uid, now=NOW)
    tagged, _ = bulk.change_tags(shop, [reply.uid], add=["物流"], now=NOW)
    pinned, _ = bulk.set_fields(shop, [reply.uid], {"pinned": True, "language": "zh"}, now=NOW)
    from_elsewhere(
        shop,
        reply.uid,
        (Conflict("title", "何时发货", 1),),
        title="几时发货",
        wordings=(Wording(wording, "明天发"),),
        tags=("物流", "双12"),
        language="en",
    )
    for steps in (pinned, tagged, moved):
        bulk.take_back(shop, steps, now=LATER)
    now = actions.library(shop).by_uid[reply.uid]
    assert (now.group, now.tags, now.pinned) == (first.uid, ("双12",), False)
    assert (now.title, now.wordings, now.language) == ("几时发货", (Wording(wording, "明天发"),), "en")
    assert conflicts(shop, reply.uid) == [("title", "何时发货")]


def test_undoing_a_saving_leaves_what_was_changed_elsewhere_since(shop: Shop) -> None:
    part = save(shop, draft("地址", "杭州", fragment=True))
    using = save(shop, draft("退货", "寄到{>地址}"))
    after = save(shop, replace(part, title="退货地址", shortcut="dz"))
    from_elsewhere(shop, part.uid, (Conflict("language", "en", 1),), shortcut="dizhi")
    actions.undo_saving(shop, part, after, now=LATER)
    library = actions.library(shop)
    assert (library.by_uid[part.uid].title, library.by_uid[part.uid].shortcut) == ("地址", "dizhi")
    assert library.by_uid[using.uid].wordings[0].text == "寄到{>地址}"
    assert conflicts(shop, part.uid) == [("language", "en")]


def test_only_what_was_seen_is_settled(shop: Shop) -> None:
    part = save(shop, draft("地址", "杭州", fragment=True))
    using = save(shop, draft("退货", "寄到{>地址}"))
    from_elsewhere(shop, part.uid, (Conflict("title", "住址", 1), Conflict("title", "何处", 1)))
    from_elsewhere(shop, using.uid, (Conflict("title", "退", 1),), title="退款")
    actions.settle(shop, part.uid, Settlement("title", "住址", ("地址", "住址")), now=LATER)
    library = actions.library(shop)
    assert library.by_uid[part.uid].title == "住址"
    assert library.by_uid[using.uid].wordings[0].text == "寄到{>住址}"
    assert conflicts(shop, part.uid) == [("title", "何处")]
    actions.settle(shop, using.uid, Settlement("title", "退货", ("退货", "退")), now=LATER)
    assert actions.library(shop).by_uid[using.uid].title == "退货"
    assert conflicts(shop, using.uid) == [("title", "退款")]


def test_a_wording_that_is_gone_stays_gone_or_comes_back_as_it_was_chosen(shop: Shop) -> None:
    reply = save(shop, draft("发货"))
    said = {"w": "明天发", "v": "后天发"}
    from_elsewhere(shop, reply.uid, tuple(Conflict(f"wordings:{uid}", text, 1) for uid, text in said.items()))
    actions.settle(shop, reply.uid, Settlement("wordings:w", None, (None, "明天发")), now=LATER)
    actions.settle(shop, reply.uid, Settlement("wordings:v", "后天发", (None, "后天发")), now=LATER)
    assert [one.text for one in actions.library(shop).by_uid[reply.uid].wordings] == ["今天发出", "后天发"]
    assert conflicts(shop, reply.uid) == []


def test_a_group_renamed_from_what_somebody_saw_does_not_take_back_what_came_since(shop: Shop) -> None:
    seen = group(shop, "售前")
    actions.save_group(shop, replace(seen, scope=Scope.PERSONAL), now=NOW)  # as it came from another PC
    actions.save_group(shop, replace(seen, name="咨询"), seen=seen, now=LATER)
    (now,) = actions.library(shop).groups
    assert (now.name, now.scope) == ("咨询", Scope.PERSONAL)
    actions.save_group(shop, replace(seen, name="询问"), seen=seen, now=LATER)
    found = actions.library(shop)
    assert found.groups[0].name == "询问"
    assert [(one.field, one.value) for one in found.conflicts[seen.uid]] == [("name", "咨询")]


def test_undoing_the_change_of_a_group_leaves_what_was_changed_since(shop: Shop) -> None:
    before = group(shop, "售前")
    after, _ = actions.save_group(shop, replace(before, name="咨询"), seen=before, now=NOW)
    actions.save_group(shop, replace(after, scope=Scope.PERSONAL), seen=after, now=LATER)
    actions.undo_saving(shop, before, after, now=LATER)
    (now,) = actions.library(shop).groups
    assert (now.name, now.scope) == ("售前", Scope.PERSONAL)


def test_a_choice_can_be_taken_back_with_the_texts_that_followed_it(shop: Shop) -> None:
    part = save(shop, draft("地址", "杭州", fragment=True))
    using = save(shop, draft("退货", "寄到{>地址}"))
    item = actions.list_items(shop)[0]
    content = reply_json(get_reply(shop, part.uid), [Conflict("title", "住址", 1)])
    put_items(shop, [replace(item, uid=part.uid, content=content)])
    steps, changes = actions.settle(shop, part.uid, Settlement("title", "住址", ("地址", "住址")), now=NOW)
    assert changes == CHANGED
    assert get_reply(shop, using.uid).wordings[0].text == "寄到{>住址}"
    bulk.take_back(shop, steps, now=LATER)
    assert get_reply(shop, part.uid).title == "地址"
    assert get_reply(shop, using.uid).wordings[0].text == "寄到{>地址}"
    assert actions.library(shop).conflicts[part.uid] == (Conflict("title", "住址", 1),)
