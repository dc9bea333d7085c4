"""Two PCs, or three, that changed the same library: nobody's words disappear, and all come to the same."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_db.errors import ReplyError
from local_db.replies.codec import (
    WORDING,
    conflicts_of,
    content_of,
    fields_of,
    group_json,
    read_reply,
    reply_json,
    value_of,
)
from local_db.replies.merging import Merged, merge
from local_db.replies.merging_items import Base
from local_db.replies.model import Attachment, Conflict, Group, Item, ItemKind, Reply, Wording

GREETING = Reply(
    "r1",
    "问候",
    (Wording("w1", "亲，在的"), Wording("w2", "您好")),
    group="g1",
    tags=("常用", "售前"),
    position="0000ai",
)
DRAWER = Group("g1", "售前", position="0000ai")


def item(one: Reply | Group, at: int = 100, *, deleted: int | None = None) -> Item:
    if isinstance(one, Reply):
        return Item(one.uid, ItemKind.REPLY, reply_json(one), 1, at, deleted)
    return Item(one.uid, ItemKind.GROUP, group_json(one), 1, at, deleted)


def merged(base: Reply, ours: Item, theirs: Item) -> tuple[Reply, Merged]:
    """The reply that comes of both; the same is true with the sides changed over, and when it is merged once more."""
    bases = {base.uid: Base(reply_json(base))}
    found = merge(bases, {base.uid: ours}, {base.uid: theirs})
    assert merge(bases, {base.uid: theirs}, {base.uid: ours}) == found
    for side in (ours, theirs):  # a crash before the base was noted
        assert merge(bases, {base.uid: side}, found.items).items == found.items
    return read_reply(base.uid, found.items[base.uid].content), found


def test_what_each_changed_is_taken_from_each() -> None:
    ours = item(replace(GREETING, title="打招呼", tags=("常用", "售前", "新")), 200)
    theirs = item(replace(GREETING, shortcut="/hi", tags=("售前",), pinned=True), 300)
    reply, found = merged(GREETING, ours, theirs)
    assert (reply.title, reply.shortcut, reply.tags, reply.pinned) == ("打招呼", "/hi", ("售前", "新"), True)
    assert found.conflicts == ()


def test_the_later_word_stands_and_the_other_one_is_kept() -> None:
    ours, theirs = item(replace(GREETING, title="早"), 300), item(replace(GREETING, title="晚"), 200)
    reply, found = merged(GREETING, ours, theirs)
    assert reply.title == "早"
    assert found.conflicts == (("r1", Conflict("title", "晚", 200)),)
    assert conflicts_of(found.items["r1"].content) == (Conflict("title", "晚", 200),)


def test_a_wording_that_both_rewrote_is_a_conflict_of_its_own() -> None:
    ours = replace(GREETING, wordings=(Wording("w1", "在呢"), Wording("w2", "您好")))
    theirs = replace(GREETING, wordings=(Wording("w1", "我在"), Wording("w2", "您好！"), Wording("w3", "欢迎")))
    reply, found = merged(GREETING, item(ours, 300), item(theirs, 200))
    assert reply.wordings == (Wording("w1", "在呢"), Wording("w2", "您好！"), Wording("w3", "欢迎"))
    assert [conflict for _, conflict in found.conflicts] == [Conflict(f"{WORDING}w1", "我在", 200)]


def test_a_wording_deleted_here_and_rewritten_there_stays() -> None:
    ours = replace(GREETING, wordings=(Wording("w2", "您好"),))
    theirs = replace(GREETING, wordings=(Wording("w1", "亲，在的哦"), Wording("w2", "您好")))
    reply, found = merged(GREETING, item(ours, 300), item(theirs, 200))
    assert {wording.text for wording in reply.wordings} == {"亲，在的哦", "您好"}
    assert found.kept == ("r1",)


def test_a_wording_that_only_one_deleted_is_gone() -> None:
    ours = replace(GREETING, wordings=(Wording("w2", "您好"),))
    reply, found = merged(GREETING, item(ours, 300), item(replace(GREETING, title="晚"), 200))
    assert reply.wordings == (Wording("w2", "您好"),)
    assert found.kept == ()


def test_wordings_follow_whoever_rearranged_them() -> None:
    ours = replace(GREETING, wordings=(Wording("w2", "您好"), Wording("w1", "亲，在的")))
    theirs = replace(GREETING, wordings=(*GREETING.wordings, Wording("w3", "欢迎")))
    reply, _ = merged(GREETING, item(ours, 200), item(theirs, 300))
    assert [wording.uid for wording in reply.wordings] == ["w2", "w3", "w1"]


def test_attachments_of_both_are_kept() -> None:
    mine, yours = Attachment("aa", "尺码.png", "image/png"), Attachment("bb", "说明.pdf", "application/pdf")
    reply, _ = merged(
        GREETING, item(replace(GREETING, attachments=(mine,))), item(replace(GREETING, attachments=(yours,)))
    )
    assert set(reply.attachments) == {mine, yours}


def test_what_one_deleted_and_the_other_left_alone_is_deleted() -> None:
    _, found = merged(GREETING, item(GREETING, 300, deleted=300), item(GREETING))
    assert found.items["r1"].deleted_at == 300
    assert found.kept == ()


def test_what_one_deleted_and_the_other_changed_stays_and_is_told() -> None:
    reply, found = merged(GREETING, item(GREETING, 300, deleted=300), item(replace(GREETING, title="晚"), 200))
    assert reply.title == "晚"
    assert found.items["r1"].deleted_at is None
    assert found.kept == ("r1",)


def test_what_was_restored_stays_restored() -> None:
    bases = {"r1": Base(reply_json(GREETING), deleted=True)}
    found = merge(bases, {"r1": item(GREETING, 400)}, {"r1": item(GREETING, 300, deleted=300)})
    assert found.items["r1"].deleted_at is None
    assert found.kept == ()


def test_an_item_that_one_side_has_forgotten_after_deleting_it_is_deleted_unless_changed() -> None:
    bases = {"r1": Base(reply_json(GREETING))}
    assert merge(bases, {}, {"r1": item(GREETING)}).items["r1"].deleted_at is not None
    changed = merge(bases, {}, {"r1": item(replace(GREETING, title="晚"))})
    assert changed.items["r1"].deleted_at is None
    assert changed.kept == ("r1",)


def test_new_items_of_both_are_there() -> None:
    found = merge({}, {"r1": item(GREETING)}, {"g1": item(DRAWER)})
    assert set(found.items) == {"r1", "g1"}


def test_a_position_is_nothing_to_settle_and_goes_with_its_group() -> None:
    ours = replace(GREETING, group="g2", position="0000bi")
    theirs = replace(GREETING, position="0000ci")
    reply, found = merged(GREETING, item(ours, 200), item(theirs, 300))
    assert (reply.group, reply.position) == ("g2", "0000bi")
    assert found.conflicts == ()


def test_a_group_to_which_both_moved_it_brings_its_position() -> None:
    ours = replace(GREETING, group="g2", position="0000bi")
    theirs = replace(GREETING, group="g3", position="0000ci")
    reply, found = merged(GREETING, item(ours, 200), item(theirs, 300))
    assert (reply.group, reply.position) == ("g3", "0000ci")
    assert [conflict.value for _, conflict in found.conflicts] == ["g2"]


@pytest.mark.parametrize("reply", [GREETING, replace(GREETING, title="晚")])
def test_a_deleted_group_does_not_come_back_for_replies_that_were_in_it(reply: Reply) -> None:
    bases = {"g1": Base(group_json(DRAWER)), "r1": Base(reply_json(GREETING))}
    ours = {"g1": item(DRAWER, 300, deleted=300), "r1": item(GREETING)}
    theirs = {"g1": item(DRAWER), "r1": item(reply, 200)}
    assert merge(bases, ours, theirs).items["g1"].deleted_at == 300


@pytest.mark.parametrize("known", [True, False])
def test_a_deleted_group_into_which_a_reply_was_put_stays(known: bool) -> None:
    elsewhere = replace(GREETING, group="")
    bases = {"g1": Base(group_json(DRAWER))} | ({"r1": Base(reply_json(elsewhere))} if known else {})
    ours = {"g1": item(DRAWER, 300, deleted=300)} | ({"r1": item(elsewhere)} if known else {})
    theirs = {"g1": item(DRAWER), "r1": item(GREETING, 200)}
    for one, other in ((ours, theirs), (theirs, ours)):
        found = merge(bases, one, other)
        assert found.items["g1"].deleted_at is None
        assert found.kept == ("g1",)


def test_a_group_deleted_with_its_replies_stays_where_one_of_them_was_changed() -> None:
    bases = {"g1": Base(group_json(DRAWER)), "r1": Base(reply_json(GREETING))}
    ours = {"g1": item(DRAWER, 300, deleted=300), "r1": item(GREETING, 300, deleted=300)}
    theirs = {"g1": item(DRAWER), "r1": item(replace(GREETING, title="晚"), 200)}
    assert set(merge(bases, ours, theirs).kept) == {"g1", "r1"}


def test_a_conflict_that_one_side_settled_is_settled() -> None:
    open_one = (Conflict("title", "晚", 200),)
    unsettled = replace(item(GREETING), content=reply_json(GREETING, open_one))
    bases = {"r1": Base(unsettled.content)}
    chosen = item(replace(GREETING, title="晚"), 300)
    shortcut = replace(unsettled, content=reply_json(replace(GREETING, shortcut="/hi"), open_one), changed_at=400)
    found = merge(bases, {"r1": chosen}, {"r1": shortcut}).items["r1"]
    reply = read_reply("r1", found.content)
    assert (reply.title, reply.shortcut, conflicts_of(found.content)) == ("晚", "/hi", ())


def test_the_same_item_cannot_be_a_reply_here_and_a_group_there() -> None:
    with pytest.raises(ReplyError):
        merge({}, {"x": item(replace(GREETING, uid="x"))}, {"x": item(replace(DRAWER, uid="x"))})


# --- random edits on several PCs that share a pack ---

UIDS = ("r1", "r2", "r3")


@dataclass
class Pc:
    """A PC's library and what it knows of the pack; `said` notes the words of everybody who typed on it."""

    items: dict[str, Item]
    bases: dict[str, Base] = field(default_factory=dict)

    def sync(self, pack: dict[str, Item]) -> Merged:
        found = merge(self.bases, self.items, pack)
        self.items = dict(found.items)
        pack.clear()
        pack.update(found.items)
        self.bases = {uid: Base(one.content, one.deleted_at is not None) for uid, one in found.items.items()}
        return found


Edit = Callable[[Pc, int], None]


def changed(uid: str, change: Callable[[dict[str, object]], None]) -> Edit:
    def run(pc: Pc, at: int) -> None:
        one = pc.items[uid]
        values = fields_of(one.kind, one.content)
        change(values)
        pc.items[uid] = replace(
            one, content=content_of(one.kind, values, conflicts_of(one.content)), changed_at=at, deleted_at=None
        )

    return run


def setting(uid: str, name: str, value: object) -> Edit:
    return changed(uid, lambda values: values.update({name: value}))


def rewording(uid: str, wording: str, text: str | None) -> Edit:
    def change(values: dict[str, object]) -> None:
        texts = {one["uid"]: one["text"] for one in values["wordings"]}  # type: ignore[attr-defined]
        texts.pop(wording, None) if text is None else texts.update({wording: text})
        values["wordings"] = [{"uid": key, "text": said} for key, said in texts.items()]

    return changed(uid, change)


def tagging(uid: str, tag: str, *, on: bool) -> Edit:
    def change(values: dict[str, object]) -> None:
        tags = [one for one in values["tags"] if one != tag]  # type: ignore[attr-defined]
        values["tags"] = [*tags, tag] if on else tags

    return changed(uid, change)


def deleting(uid: str) -> Edit:
    def run(pc: Pc, at: int) -> None:
        pc.items[uid] = replace(pc.items[uid], deleted_at=at, changed_at=at)

    return run


def adding(pc: Pc, at: int) -> None:
    uid = f"new-{at}-{id(pc)}"
    pc.items[uid] = item(Reply(uid, "新的", (Wording("w", "新"),), group="g1"), at)


uids = st.sampled_from(UIDS)
edits: st.SearchStrategy[Edit] = st.one_of(
    st.builds(setting, uids, st.just("title"), st.sampled_from("abc")),
    st.builds(setting, uids, st.just("shortcut"), st.sampled_from("xyz")),
    st.builds(setting, uids, st.just("group"), st.sampled_from(["", "g1", "g2"])),
    st.builds(setting, uids, st.just("pinned"), st.booleans()),
    st.builds(setting, uids, st.just("platforms"), st.sampled_from([["taobao"], ["jd"], []])),
    st.builds(rewording, uids, st.sampled_from(["w1", "w2", "w3"]), st.sampled_from(["一", "二", "三", None])),
    st.builds(tagging, uids, st.sampled_from(["红", "黄"]), on=st.booleans()),
    st.builds(setting, st.sampled_from(["g1", "g2"]), st.just("name"), st.sampled_from(["甲", "乙"])),
    st.builds(deleting, st.sampled_from([*UIDS, "g1", "g2"])),
    st.just(adding),
)
runs = st.lists(edits, max_size=8)


def start() -> dict[str, Item]:
    replies = [replace(GREETING, uid=uid) for uid in UIDS]
    return {one.uid: item(one, 0) for one in (*replies, DRAWER, Group("g2", "售后", position="0000bi"))}


def shared(count: int) -> tuple[list[Pc], dict[str, Item]]:
    """PCs that have just synchronised."""
    pack: dict[str, Item] = {}
    pcs = [Pc(start()) for _ in range(count)]
    for pc in pcs:
        pc.sync(pack)
    return pcs, pack


def lost_words(before: Mapping[str, Item], after: Mapping[str, Item], final: Mapping[str, Item]) -> list[str]:
    """What a PC changed since it was last the same as the others, and is neither said nor kept at the end."""
    lost = []
    for uid, one in after.items():
        if uid not in final:
            lost.append(uid)
            continue
        was = fields_of(one.kind, before[uid].content) if uid in before else {}
        now, end = fields_of(one.kind, one.content), fields_of(one.kind, final[uid].content)
        kept = {(c.field, str(c.value)) for c in conflicts_of(final[uid].content)}
        says_more = uid not in before or one.content != before[uid].content
        if says_more and one.deleted_at is None and final[uid].deleted_at is not None:
            lost.append(f"{uid} deleted")
        lost += [
            f"{uid}.{name}"
            for name in now.keys() - {"position", "tags", "attachments", "wordings"}
            if now[name] != was.get(name) and now[name] != end[name] and (name, str(now[name])) not in kept
        ]
        tags = [[*side.get("tags", [])] for side in (was, now, end)]  # type: ignore[misc]
        lost += [f"{uid}.tags+{tag}" for tag in set(tags[1]) - set(tags[0]) - set(tags[2])]
        texts = [{w["uid"]: w["text"] for w in side.get("wordings", [])} for side in (was, now)]  # type: ignore[attr-defined]
        for wording, text in texts[1].items():
            at_end = value_of(end, f"{WORDING}{wording}")
            if text != texts[0].get(wording) and text != at_end and (f"{WORDING}{wording}", text) not in kept:
                lost.append(f"{uid}.{wording}")
    return lost


@settings(max_examples=300, deadline=None)
@given(runs, runs, st.integers(1, 20), st.integers(1, 20))
def test_on_two_pcs_no_edit_disappears_and_both_end_equal_in_any_order(
    ours: list[Edit], theirs: list[Edit], our_start: int, their_start: int
) -> None:
    ends = []
    for order in ((0, 1, 0), (1, 0, 1)):
        pcs, pack = shared(2)
        before = dict(pack)
        for pc, work, at in ((pcs[0], ours, our_start), (pcs[1], theirs, their_start)):
            for step, edit in enumerate(work):
                edit(pc, at + step)
        edited = [dict(pc.items) for pc in pcs]
        for number in order:
            pcs[number].sync(pack)
        assert pcs[0].items == pcs[1].items == pack
        assert [lost_words(before, after, pack) for after in edited] == [[], []]
        ends.append({uid: (pack[uid].content, pack[uid].deleted_at) for uid in start()})
        again = {uid: replace(one) for uid, one in pack.items()}
        assert pcs[0].sync(again).conflicts == ()  # once more changes nothing
        assert again == pack
    assert ends[0] == ends[1]


@settings(max_examples=200, deadline=None)
@given(st.tuples(runs, runs, runs), st.permutations([0, 1, 2]))
def test_on_three_pcs_no_edit_disappears_and_all_end_equal(
    work: tuple[list[Edit], list[Edit], list[Edit]], order: list[int]
) -> None:
    pcs, pack = shared(3)
    before = dict(pack)
    for number, (pc, edits_of_it) in enumerate(zip(pcs, work, strict=True)):
        for step, edit in enumerate(edits_of_it):
            edit(pc, 5 + 3 * number + step)
    edited = [dict(pc.items) for pc in pcs]
    for number in itertools.chain(order, order):
        pcs[number].sync(pack)
    assert pcs[0].items == pcs[1].items == pcs[2].items == pack
    assert [lost_words(before, after, pack) for after in edited] == [[], [], []]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 2), st.one_of(edits, st.none())), max_size=30))
def test_pcs_that_edit_and_synchronise_in_any_mixture_end_equal(steps: list[tuple[int, Edit | None]]) -> None:
    pcs, pack = shared(3)
    for at, (number, edit) in enumerate(steps, 1):
        if edit is None:
            pcs[number].sync(pack)
        else:
            edit(pcs[number], at)
    for number in (0, 1, 2, 0, 1, 2):
        pcs[number].sync(pack)
    assert pcs[0].items == pcs[1].items == pcs[2].items == pack
