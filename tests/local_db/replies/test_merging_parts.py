"""Shared parts of two PCs: whatever was written on one of them names what there is once both are merged."""

from __future__ import annotations

from dataclasses import replace

from local_db.replies.codec import read_reply, reply_json
from local_db.replies.merging import joined, merge
from local_db.replies.merging_items import Base
from local_db.replies.model import Conflict, Item, ItemKind, Reply, Wording


def part(uid: str, title: str, text: str = "杭州", **fields: object) -> Reply:
    return replace(Reply(uid, title, (Wording(f"{uid}w", text),), fragment=True), **fields)  # type: ignore[arg-type]


def shared(*replies: Reply, at: int = 1, deleted: tuple[str, ...] = ()) -> dict[str, Item]:
    return {
        one.uid: Item(one.uid, ItemKind.REPLY, reply_json(one), 0, at, at if one.uid in deleted else None)
        for one in replies
    }


def both_ways(
    bases: dict[str, Base], one: dict[str, Item], other: dict[str, Item]
) -> tuple[dict[str, Reply], tuple[tuple[str, Conflict], ...]]:
    """What is seen once both are merged, whichever side is called ours; once more changes nothing."""
    merged = merge(bases, one, other)
    assert merge(bases, other, one).items == merged.items
    for side in (one, other):  # a crash before the base was noted
        assert merge(bases, side, merged.items).items == merged.items
    seen = {uid: read_reply(uid, i.content) for uid, i in merged.items.items() if i.deleted_at is None}
    return seen, merged.conflicts


def test_a_part_with_another_title_reaches_what_others_wrote_meanwhile() -> None:
    using = Reply("u", "退货", (Wording("u1", "寄到{>地址}"),))
    base = shared(part("p", "地址"), using)
    bases = {uid: Base(item.content) for uid, item in base.items()}
    here = shared(part("p", "退货地址"), replace(using, wordings=(Wording("u1", "寄到{>退货地址}"),)), at=5)
    there = shared(
        part("p", "地址"),
        replace(using, wordings=(Wording("u1", "请寄到{>地址}，谢谢"),)),
        Reply("n", "换货", (Wording("n1", "换到{>地址}"),)),
        at=3,
    )
    seen, conflicts = both_ways(bases, here, there)
    assert seen["p"].title == "退货地址"
    assert seen["u"].wordings[0].text == "请寄到{>退货地址}，谢谢"
    assert seen["n"].wordings[0].text == "换到{>退货地址}"
    assert conflicts == ()


def test_texts_follow_the_title_that_stands_where_both_gave_another_one() -> None:
    base = shared(part("p", "地址"), Reply("u", "退货", (Wording("u1", "寄到{>地址}"),)))
    bases = {uid: Base(item.content) for uid, item in base.items()}
    here = shared(part("p", "退货地址"), Reply("u", "退货", (Wording("u1", "寄到{>退货地址}"),)), at=5)
    there = shared(part("p", "收件处"), Reply("u", "退货", (Wording("u1", "寄到{>收件处}"),)), at=7)
    seen, conflicts = both_ways(bases, here, there)
    assert (seen["p"].title, seen["u"].wordings[0].text) == ("收件处", "寄到{>收件处}")
    assert [(uid, one.field, one.value) for uid, one in conflicts] == [("p", "title", "退货地址")]


def test_a_title_that_another_part_has_now_is_left_as_it_is() -> None:
    base = shared(part("p", "地址"))
    bases = {uid: Base(item.content) for uid, item in base.items()}
    here = shared(part("p", "退货地址"), part("q", "地址", "上海"), Reply("u", "自提", (Wording("u1", "到{>地址}"),)))
    seen, _ = both_ways(bases, here, base)
    assert seen["u"].wordings[0].text == "到{>地址}"


def test_a_deleted_part_that_a_text_names_elsewhere_stays_with_the_parts_in_it() -> None:
    base = shared(part("p", "地址", "{>城市}西湖"), part("c", "城市"), part("x", "没人用"))
    bases = {uid: Base(item.content) for uid, item in base.items()}
    here = {uid: replace(item, deleted_at=5) for uid, item in base.items()}
    there = base | shared(Reply("n", "换货", (Wording("n1", "换到{>地址}"),)), at=3)
    seen, _ = both_ways(bases, here, there)
    assert set(seen) == {"p", "c", "n"}
    assert set(merge(bases, here, there).kept) == {"p", "c"}


def test_new_parts_of_one_title_are_one_and_their_words_are_to_be_settled() -> None:
    here = shared(part("a", "地址", "杭州"), Reply("u", "退货", (Wording("u1", "寄到{>地址}"),)), at=3)
    there = shared(part("b", "地址", "上海"), at=5)
    ours, same = joined({}, here, there)
    assert same == {"a": "b"}
    merged = merge({}, ours, there)
    seen = {uid: item for uid, item in merged.items.items() if item.deleted_at is None}
    assert set(seen) == {"b", "u"}
    assert read_reply("b", seen["b"].content).wordings == (Wording("bw", "上海"),)
    assert [(uid, one.field, one.value) for uid, one in merged.conflicts] == [("b", "wordings:bw", "杭州")]


def test_a_part_renamed_and_then_deleted_stays_where_others_name_it_as_it_was() -> None:
    base = shared(part("p", "地址"))
    bases = {uid: Base(item.content) for uid, item in base.items()}
    here = shared(part("p", "退货地址"), at=5, deleted=("p",))
    there = base | shared(Reply("n", "换货", (Wording("n1", "换到{>地址}"),)), at=3)
    seen, _ = both_ways(bases, here, there)
    assert (seen["p"].title, seen["n"].wordings[0].text) == ("退货地址", "换到{>退货地址}")


def test_a_part_made_an_ordinary_reply_while_another_text_began_to_name_it_stays_one() -> None:
    base = shared(part("p", "地址"), Reply("u", "退货", (Wording("u1", "寄回来"),)))
    bases = {uid: Base(item.content) for uid, item in base.items()}
    here = base | shared(replace(part("p", "退货地址"), fragment=False), at=5)
    there = base | shared(Reply("u", "退货", (Wording("u1", "寄到{>地址}"),)), at=3)
    seen, _ = both_ways(bases, here, there)
    assert seen["p"].fragment
    assert seen["p"].title == "退货地址"
    assert seen["u"].wordings[0].text == "寄到{>退货地址}"
    assert "p" in merge(bases, here, there).kept


def test_a_part_that_nobody_names_becomes_an_ordinary_reply() -> None:
    base = shared(part("p", "地址"))
    bases = {uid: Base(item.content) for uid, item in base.items()}
    seen, _ = both_ways(bases, shared(replace(part("p", "地址"), fragment=False), at=5), base)
    assert not seen["p"].fragment
