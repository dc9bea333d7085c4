"""The rules of finding: how a reply may be typed, what comes first, and what is not found."""

from __future__ import annotations

import pytest

from local_db.replies.model import Reply, Usage, Wording
from local_db.replies.search.hit import Field, Hit, Mark
from local_db.replies.search.index import ReplyIndex

TODAY = "2026-11-24"
NOW = 1_795_500_000
DAY = 86_400


def reply(uid: str, title: str = "", text: str = "", **facts: object) -> Reply:
    return Reply(uid, title, (Wording(f"{uid}-1", text),) if text else (), **facts)  # type: ignore[arg-type]


def ask(index: ReplyIndex, typed: str, **facts: object) -> list[str]:
    return [hit.uid for hit in hits(index, typed, **facts)]


def hits(index: ReplyIndex, typed: str, **facts: object) -> tuple[Hit, ...]:
    return index.search(typed, **{"usage": {}, "today": TODAY, **facts})  # type: ignore[arg-type]


def index_of(*replies: Reply, **groups: str) -> ReplyIndex:
    return ReplyIndex(replies, groups)


@pytest.mark.parametrize(
    "typed",
    [
        "退货运费", "tuihuoyunfei", "thyf", "退货yf", "tui货yun费", "退huoyunfei", "tuihuoyunf", "tuihyunf", "TUIHUO",
        "Ｔｕｉｈｕｏ", "tui'huo'yun'fei", "运费 退货", "yunfei th", "退货，运费", "yf", "t", "退货谁出",
        "shuichuyunfei",
    ],
)  # fmt: skip
def test_how_a_title_may_be_typed(typed: str) -> None:
    assert ask(index_of(reply("a", "退货运费谁出")), typed) == ["a"]


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("中转站", "zongzuanzan"), ("层次", "chengchi"), ("说明书", "suominsu"), ("牛奶", "liulai"),
        ("蓝牙", "nanya"), ("订单", "dindan"), ("信用", "xingyong"), ("登记", "denji"), ("认真", "rengzheng"),
        ("杭州", "hanzhou"), ("山东", "shangdong"), ("发货", "huahuo"), ("发货", "fafuo"), ("飞机", "huiji"),
        ("湖南", "funan"), ("热水", "leshui"), ("落地", "ruodi"), ("装箱", "zuanxian"),
    ],
)  # fmt: skip
def test_sounds_that_many_do_not_tell_apart(title: str, typed: str) -> None:
    assert ask(index_of(reply("a", title)), typed) == ["a"]


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("发货时间", "fahou"), ("发货时间", "fahuoo"), ("发货时间", "fhauo"), ("发货时间", "fahup"),
        ("退货运费", "tuihouyunfie"), ("退货运费", "tuhuoyunei"), ("退货运费", "tuihyounfei"),
        ("退货运费", "退货yunfie"), ("退货运费", "退伙运费"), ("退货运费", "推获运费"), ("优惠券怎么领", "优惠卷"),
        ("修改收货地址", "修改收获地址"), ("七天无理由退货", "七天理由退货"), ("物流不更新", "物流不在更新"),
        ("Refund policy", "refudn"), ("Refund policy", "rfund"), ("Replacement parts", "repalcemnet"),
        ("Warranty", "waranty"),
    ],
)  # fmt: skip
def test_slips(title: str, typed: str) -> None:
    assert ask(index_of(reply("a", title)), typed) == ["a"]


@pytest.mark.parametrize("typed", ["fau", "fahxyo", "退伙单", "rfd", "refzzd", "tuizzyunfei"])
def test_too_many_slips_find_nothing(typed: str) -> None:
    assert ask(index_of(reply("a", "发货"), reply("b", "refund"), reply("c", "退货运费")), typed) == []


@pytest.mark.parametrize(
    ("right", "other", "typed"),
    [
        ("重庆", "中情", "chongqing"), ("银行", "印星", "yinhang"), ("会计", "会议", "kuaiji"),
        ("长度", "涨读", "changdu"), ("店长", "电厂", "dianzhang"), ("音乐", "因勒", "yinyue"),
        ("便宜", "偏疑", "pianyi"), ("调货", "掉火", "diaohuo"), ("退还", "推换", "tuihuan"),
    ],
)  # fmt: skip
def test_phrases_say_how_a_character_is_read(right: str, other: str, typed: str) -> None:
    assert ask(index_of(reply("a", other), reply("b", right)), typed)[-1] == "b"


@pytest.mark.parametrize(
    ("usual", "rare", "typed"),
    [
        ("中庆", "重庆", "zhongqing"), ("印星", "银行", "yinxing"), ("会计", "快记", "huiji"),
        ("张度", "长度", "zhangdu"),
    ],
)  # fmt: skip
def test_other_readings_are_found_too_but_later(usual: str, rare: str, typed: str) -> None:
    found = index_of(reply("z", usual), reply("a", rare))
    expected = ["z", "a"] if usual != "会计" else ["z"]
    assert ask(found, typed) == expected


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("百度网盘", "oa"), ("清单", "s"), ("广告", "a"), ("单号", "sh"), ("会员", "ky"), ("差价", "jj"),
        ("退货", "h"), ("退货", "u"), ("退货", "tuihuoyunfei"), ("运费", "退货运费"), ("退货", "th运费"),
        ("refund", "fund"), ("refund", "rfnd policy"), ("退货", "?"), ("退货", "7"), ("2026", "20267"),
    ],
)  # fmt: skip
def test_what_must_not_be_found(title: str, typed: str) -> None:
    assert ask(index_of(reply("a", title)), typed) == []


@pytest.mark.parametrize("typed", ["thsc", "tuihsc", "thshuic", "th谁出", "thshuichu", "tsc", "thyfc"])
def test_initials_may_skip_some_characters_of_a_title(typed: str) -> None:
    assert ask(index_of(reply("a", "退货运费谁出")), typed) == ["a"]


@pytest.mark.parametrize("typed", ["tc", "sth", "yfc", "hyc", "thcs", "yfct"])
def test_too_few_initials_or_in_another_order_say_nothing(typed: str) -> None:
    assert ask(index_of(reply("a", "退货运费谁出")), typed) == []


def test_initials_side_by_side_come_before_those_that_skip() -> None:
    index = index_of(reply("a", "退货运费谁出"), reply("b", "怎么退货谁处理"), reply("c", "退货谁出"))
    assert ask(index, "thsc") == ["c", "b", "a"]


@pytest.mark.parametrize("typed", ["fa", "fh", "fhsj", "f", "shijian f", "x"])
def test_wordings_are_not_found_by_what_stands_everywhere(typed: str) -> None:
    assert ask(index_of(reply("a", "别的", "亲，发货时间是下午四点")), typed) == []


@pytest.mark.parametrize(
    "typed",
    [
        "发货", "发货时间", "fahuo", "fahuoshijian", "fahuosj", "xiawusidian", "fahuo sidian", "四点",
    ],
)  # fmt: skip
def test_wordings_are_found_by_what_says_enough(typed: str) -> None:
    assert ask(index_of(reply("a", "别的", "亲，发货时间是下午四点")), typed) == ["a"]


def test_every_wording_tag_and_group_is_looked_at() -> None:
    many = Reply("a", "题目", (Wording("1", "第一句"), Wording("2", "第二句话")), "g", "sc", ("标签", "加急"))
    index = ReplyIndex([many], {"g": "售后组"})
    assert [ask(index, typed) for typed in ("第二句", "jiaji", "shouhouzu", "sc", "timu")] == [["a"]] * 5


def test_a_title_before_a_shortcut_before_a_tag_before_a_group_before_a_wording() -> None:
    index = ReplyIndex(
        [
            reply("e", "甲", "这里说到退货的事"),
            Reply("d", "乙", group="g"),
            Reply("c", "丙", tags=("退货单",)),
            Reply("b", "丁", shortcut="退货单"),
            Reply("a", "退货单"),
        ],
        {"g": "退货单"},
    )
    assert ask(index, "tuihuo") == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize("typed", ["退货", "tuihuo", "tuihu", "th"])
@pytest.mark.parametrize("title", ["怎么退货", "买了很久以后还可以退货吗", "这件不合适的话能不能退货"])
def test_a_title_comes_before_a_tag_or_a_group_that_says_nothing_else(title: str, typed: str) -> None:
    others = Reply("a", "寄回", tags=("退货",)), Reply("b", "甲", group="g")
    index = ReplyIndex([*others, Reply("c", title)], {"g": "退货"})
    assert ask(index, typed)[0] == "c"


def test_the_exact_shortcut_comes_first_of_all() -> None:
    replies = Reply("a", "发货", pinned=True), Reply("b", "发货快", shortcut="/FH"), Reply("c", "甲", shortcut="fh")
    index = index_of(*replies)
    assert ask(index, "fh")[0] == "c"
    assert ask(index, "/fh")[0] == "b"


def test_compact_hits_come_before_scattered_ones() -> None:
    index = index_of(reply("a", "退货的时候谁来出运费"), reply("b", "退货以后运费"), reply("z", "怎么退货运费谁来出呢"))
    assert ask(index, "tuihuoyunfei") == ["z", "b", "a"]


@pytest.mark.parametrize("typed", ["tuihuo", "退货", "th", "tuihou"])
def test_among_equals_what_is_pinned_and_then_what_is_used_comes_first(typed: str) -> None:
    index = index_of(*(Reply(uid, "退货", pinned=uid == "d") for uid in "abcd"))
    usage = {"b": Usage(1, NOW - 300 * DAY), "c": Usage(90, NOW - DAY)}
    assert ask(index, typed, usage=usage) == ["d", "c", "b", "a"]


def test_a_clearly_better_match_comes_before_a_pinned_one() -> None:
    index = index_of(Reply("a", "甲", (Wording("1", "可以退货"),), pinned=True), Reply("b", "退货"))
    assert ask(index, "退货", usage={"a": Usage(1000, NOW)}) == ["b", "a"]


def test_recent_use_counts_more_than_old_use() -> None:
    index = index_of(Reply("a", "退货"), Reply("b", "退货"))
    assert ask(index, "退货", usage={"a": Usage(5, NOW - 200 * DAY), "b": Usage(5, NOW - DAY)}) == ["b", "a"]


def test_where_nothing_is_typed_what_is_pinned_and_used_is_shown() -> None:
    index = index_of(Reply("a", "甲"), Reply("b", "乙"), Reply("c", "丙", pinned=True), Reply("d", "丁"))
    usage = {"b": Usage(3, NOW - DAY), "d": Usage(40, NOW - DAY)}
    assert ask(index, "  ", usage=usage) == ["c", "d", "b"]
    assert ask(index, "", usage=usage, limit=2) == ["c", "d"]


def test_new_usage_counts_at_once() -> None:
    index = index_of(Reply("a", "退货"), Reply("b", "退货"))
    assert ask(index, "退货", usage={}) == ["a", "b"]
    assert ask(index, "退货", usage={"b": Usage(1, NOW)}) == ["b", "a"]


@pytest.mark.parametrize("typed", ["", "退货", "x1", "tuihou"])
def test_what_may_not_be_used_is_not_found(typed: str) -> None:
    facts = {"pinned": True, "shortcut": "x1"}
    index = ReplyIndex(
        [
            Reply("a", "退货", **facts),  # type: ignore[arg-type]
            Reply("b", "退货", platforms=("jd",), **facts),  # type: ignore[arg-type]
            Reply("c", "退货", language="en", **facts),  # type: ignore[arg-type]
            Reply("d", "退货", valid_from="2026-11-25", **facts),  # type: ignore[arg-type]
            Reply("e", "退货", valid_until="2026-11-23", **facts),  # type: ignore[arg-type]
            Reply("f", "退货", fragment=True, **facts),  # type: ignore[arg-type]
        ],
        {},
    )
    assert ask(index, typed) == ["a", "b", "c"]
    assert ask(index, typed, platform="jd") == ["a", "b", "c"]
    assert ask(index, typed, platform="taobao") == ["a", "c"]
    assert ask(index, typed, language="zh") == ["a", "b"]
    assert ask(index, typed, today="2026-11-25") == ["a", "b", "c", "d"]
    assert ask(index, typed, today="2026-11-23") == ["a", "b", "c", "e"]


def test_variables_are_not_found() -> None:
    index = index_of(reply("a", "甲", "你好{nick|亲爱的}，退货{>运费}的事"))
    assert [ask(index, typed) for typed in ("nick", "亲爱的", "运费", "运费的事")] == [[], [], [], []]
    assert hits(index, "的事")[0].marks == (Mark(Field.TEXT, 0, 20, 22),)


PARTS = {"地址": "杭州市文三路 9 号，{nick}收", "说明": "请寄到{>地址}，不收到付", "圈": "圆{>圈}"}


@pytest.mark.parametrize("typed", ["文三路", "wensanlu", "hangzhou", "杭州文三", "收到付", "杭州 寄件"])
def test_what_shared_parts_say_finds_the_reply_that_uses_them(typed: str) -> None:
    one, other = reply("a", "寄件", "好的，{>说明}。"), reply("b", "别的", "好的")
    found = ReplyIndex([one, other, reply("c", "地址", fragment=True)], {}, PARTS)
    assert ask(found, typed) == ["a"]


@pytest.mark.parametrize("typed", ["nick", "圈", "没有"])
def test_what_is_no_text_of_a_shared_part_is_not_found(typed: str) -> None:
    assert ask(ReplyIndex([reply("a", "甲", "好的{>说明}{>圈}{>没有}")], {}, PARTS), typed) == []


def test_a_match_in_a_shared_part_is_marked_where_the_wording_names_it() -> None:
    one = Reply("a", "寄件", (Wording("1", "您好"), Wording("2", "寄{>说明}，{>地址}")))
    (hit,) = hits(ReplyIndex([one], {}, PARTS), "收到付")
    assert hit.marks == (Mark(Field.TEXT, 1, 1, 6),)
    assert hit.snippet.part == 1


def test_a_shared_part_that_says_something_else_is_found_by_that() -> None:
    using = reply("a", "寄件", "寄到{>地址}")
    index = ReplyIndex([using, reply("b", "别的")], {}, PARTS)
    index.update([using], fragments=PARTS | {"地址": "宁波中山路"})
    assert (ask(index, "文三路"), ask(index, "中山路")) == ([], ["a"])


@pytest.mark.parametrize(
    ("typed", "marks"),
    [
        ("退货", [(Field.TITLE, 0, 0, 2)]),
        ("thyf", [(Field.TITLE, 0, 0, 4)]),
        ("yf th", [(Field.TITLE, 0, 0, 4)]),
        ("yunf", [(Field.TITLE, 0, 2, 4)]),
        ("th 说明", [(Field.TITLE, 0, 0, 2), (Field.TITLE, 0, 7, 9)]),
        ("tuihuoshuoming", [(Field.TITLE, 0, 0, 2), (Field.TITLE, 0, 7, 9)]),
        ("vi", [(Field.TITLE, 0, 4, 6)]),
        ("vip说", [(Field.TITLE, 0, 4, 8)]),
        ("biaoq", [(Field.TAG, 1, 0, 2)]),
        ("gongju", [(Field.GROUP, 0, 1, 3)]),
        ("k1", [(Field.SHORTCUT, 0, 1, 3)]),
        ("第二句", [(Field.TEXT, 1, 3, 6)]),
        ("tuihou", [(Field.TITLE, 0, 0, 2)]),
    ],
)
def test_what_matches_is_marked(typed: str, marks: list[tuple[Field, int, int, int]]) -> None:
    wordings = Wording("1", "第一句"), Wording("2", "这是，第二句")
    only = Reply("a", "退货运费VIP说明", wordings, "g", "/k1", ("甲", "标签"))
    found = hits(ReplyIndex([only], {"g": "小工具"}), typed)
    assert [tuple(mark) for mark in found[0].marks] == marks


def test_a_snippet_shows_the_surroundings_of_the_hit() -> None:
    text = "亲，" + "前面说了很多别的话。" * 10 + "这里才说到退货的运费由谁承担。" + "后面还有很多话。" * 10
    (hit,) = hits(index_of(reply("a", "甲", text)), "谁承担")
    shown = text[hit.snippet.start : hit.snippet.end]
    assert shown.startswith("这里才说到退货")
    assert "谁承担" in shown
    assert len(shown) <= 60
    assert hits(index_of(reply("a", "退货", text)), "退货")[0].snippet == (0, 0, 60)


def test_signs_of_a_title_need_not_be_typed() -> None:
    index = index_of(reply("a", "【退货】运费，怎么算？"), reply("b", "T恤 尺码-表"))
    assert [ask(index, typed) for typed in ("thyf", "退货运费怎么算", "tuihuoyunfei")] == [["a"]] * 3
    assert [ask(index, typed) for typed in ("txcmb", "T恤尺码表", "tx cmb")] == [["b"]] * 3


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("双十一规则", "双11规则"), ("双11规则", "双十一规则"), ("7天退货", "七天"), ("七天退货", "7天"),
        ("七天退货", "7tian"), ("7天退货", "qitian"), ("六一八大促", "618"), ("四十八小时", "48小时"),
        ("48小时发货", "四十八小时"),
    ],
)  # fmt: skip
def test_numbers_are_typed_in_either_way(title: str, typed: str) -> None:
    assert ask(index_of(reply("a", title)), typed) == ["a"]


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("退货运费", "退貨運費"), ("退貨運費", "退货运费"), ("退貨運費", "tuihuoyunfei"), ("退貨運費", "thyf"),
        ("什么时候发货", "請問什麼時候發貨呢"), ("優惠券怎麼用", "优惠券"),
    ],
)  # fmt: skip
def test_traditional_characters_are_the_simplified_ones(title: str, typed: str) -> None:
    assert ask(index_of(reply("a", title)), typed) == ["a"]


def test_an_empty_library_finds_nothing() -> None:
    index = ReplyIndex([], {})
    assert [ask(index, typed) for typed in ("", "退货", "a", "tuihou")] == [[], [], [], []]
    index.update([Reply("a", "退货")])
    assert ask(index, "退货") == ["a"]


def test_a_renamed_group_is_found_by_its_new_name() -> None:
    one = Reply("a", "甲", group="g")
    index = ReplyIndex([one], {"g": "售前"})
    index.update([one], group_names={"g": "仓库"})
    assert ask(index, "cangku") == ["a"]
    assert ask(index, "shouqian") == []


def test_no_more_than_asked_for() -> None:
    index = index_of(*(Reply(f"r{number:03}", "退货") for number in range(300)))
    assert ask(index, "退货", limit=7) == [f"r{number:03}" for number in range(7)]


def test_many_single_changes_leave_few_shelves() -> None:
    index = index_of(*(Reply(f"r{number:04}", "退货") for number in range(500)))
    most = 0
    for number in range(600):
        index.update([Reply(f"r{number:04}", f"运费{number}")], [f"r{number - 50:04}"])
        most = max(most, len(index._shelves))
    assert most <= 4
    assert sum(len(shelf.alive()) for shelf in index._shelves) == 50
    assert ask(index, "yunfei", limit=100) == sorted(ask(index, "yunfei", limit=100))
    assert len(ask(index, "运费", limit=100)) == 50
    assert ask(index, "退货") == []
