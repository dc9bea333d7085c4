"""The library beside the shop: read in the background, kept by what changed, asked at once or beside the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from desktop.replies import service as module
from desktop.replies.service import ReplyService
from local_db.changes import Changes, Topic
from local_db.replies.actions import delete, restore, save_group, save_reply
from local_db.replies.model import Group, Reply, Wording
from local_db.replies.ready_made import add_ready_made
from local_db.replies.search.hit import Hit
from local_db.replies.search.index import ReplyIndex
from local_db.replies.uses import record_use
from tests.desktop.stage import NOW, Stage

GROUP = Group("g", "售后")


def replies(count: int) -> list[Reply]:
    return [Reply(f"r{n}", f"退货{n}", (Wording(f"w{n}", f"第{n}条"),), "g") for n in range(count)]


def started(stage: Stage) -> ReplyService:
    service = ReplyService(stage.context)
    service.begin()
    stage.settle()
    return service


def found(stage: Stage, service: ReplyService, typed: str, **more: str) -> list[str]:
    answers: list[Sequence[Hit]] = []
    service.ask(typed, answers.append, **more)
    stage.settle()
    return [hit.uid for hit in answers[-1]]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many replies each index that was made holds."""
    sizes: list[int] = []
    first = ReplyIndex.__init__

    def noting(index: ReplyIndex, given: Sequence[Reply], *more: dict[str, str]) -> None:
        sizes.append(len(given))
        first(index, given, *more)

    monkeypatch.setattr(ReplyIndex, "__init__", noting)
    return sizes


def test_nothing_is_found_before_it_is_read_and_everything_then(stage: Stage) -> None:
    add_ready_made(stage.shop, [GROUP], replies(3), now=NOW)
    service = ReplyService(stage.context)
    assert not service.ready
    assert found(stage, service, "退货") == []
    service.begin()
    stage.settle()
    assert service.ready
    assert set(found(stage, service, "tuihuo")) == {"r0", "r1", "r2"}


def test_a_few_changes_are_put_into_the_index_there_is(stage: Stage, made: list[int]) -> None:
    add_ready_made(stage.shop, [GROUP], replies(40), now=NOW)
    service = started(stage)
    stage.announce(save_reply(stage.shop, Reply("r5", "发票", (Wording("w5", "可以开"),), "g"), now=NOW)[1])
    assert found(stage, service, "发票") == ["r5"]
    stage.announce(delete(stage.shop, ["r5"], now=NOW))
    assert found(stage, service, "发票") == []
    stage.announce(restore(stage.shop, ["r5"], now=NOW))
    assert found(stage, service, "发票") == ["r5"]
    assert made == [40]


def test_a_group_of_another_name_is_found_by_it(stage: Stage, made: list[int]) -> None:
    (group, *_), (reply, *_) = [GROUP], replies(3)
    add_ready_made(stage.shop, [group], [reply], now=NOW)
    service = started(stage)
    kept = service.library.groups[0]
    stage.announce(save_group(stage.shop, Group(kept.uid, "退款退货", kept.scope, kept.position), now=NOW)[1])
    assert found(stage, service, "退款") == ["r0"]
    assert made == [1]


def test_what_a_shared_part_says_finds_the_replies_that_use_it(stage: Stage, made: list[int]) -> None:
    part = Reply("p", "地址", (Wording("wp", "杭州文三路"),), fragment=True)
    using = Reply("r", "寄回", (Wording("wr", "寄到{>地址}，谢谢"),))
    add_ready_made(stage.shop, [], [part, using, replace(replies(1)[0], group="")], now=NOW)
    service = started(stage)
    assert found(stage, service, "文三路") == ["r"]
    moved = replace(service.library.by_uid["p"], wordings=(Wording("wp", "宁波中山东路"),))
    stage.announce(save_reply(stage.shop, moved, now=NOW)[1])
    assert (found(stage, service, "文三路"), found(stage, service, "zhongshandonglu")) == ([], ["r"])
    assert made == [3]


def test_a_shared_part_of_many_replies_makes_a_new_index(stage: Stage, made: list[int]) -> None:
    part = Reply("p", "地址", (Wording("wp", "杭州文三路"),), fragment=True)
    many = [Reply(f"r{n}", "寄回", (Wording(f"w{n}", "寄到{>地址}"),)) for n in range(module.MOST_PUT_IN)]
    add_ready_made(stage.shop, [], [part, *many], now=NOW)
    service = started(stage)
    moved = replace(service.library.by_uid["p"], wordings=(Wording("wp", "宁波中山东路"),))
    stage.announce(save_reply(stage.shop, moved, now=NOW)[1])
    assert made == [len(many) + 1] * 2
    assert len(found(stage, service, "中山东路")) == module.MOST_HITS


def test_many_changes_make_a_new_index(stage: Stage, made: list[int]) -> None:
    add_ready_made(stage.shop, [GROUP], replies(2), now=NOW)
    service = started(stage)
    many = [Reply(f"n{n}", f"发货{n}", (Wording(f"x{n}", "好"),)) for n in range(module.MOST_PUT_IN + 1)]
    stage.announce(add_ready_made(stage.shop, [], many, now=NOW)[1])
    assert made == [2, 2 + len(many)]
    assert len(found(stage, service, "fahuo")) == module.MOST_HITS


def test_other_topics_are_none_of_its_business(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    service = started(stage)
    told: list[bool] = []
    service.changed.connect(lambda: told.append(True))
    stage.announce(Changes.of(Topic.MEMBERS, Topic.ORDERS))
    assert told == []
    stage.announce(Changes.of(Topic.REPLIES))
    assert told == [True]


def test_a_use_counts_at_once_and_as_the_shop_file_has_it(stage: Stage) -> None:
    add_ready_made(stage.shop, [GROUP], replies(2), now=NOW)
    service = started(stage)
    for number in (0, 1, 1):
        record_use(stage.shop, f"r{number}", f"w{number}", now=NOW)
        service.used(f"r{number}", f"w{number}", NOW)
    again = started(stage)
    assert service.usage == again.usage
    assert service.wordings == again.wordings == {"r0": {"w0": 1}, "r1": {"w1": 2}}
    assert found(stage, service, "") == ["r1", "r0"]


def test_a_large_library_is_asked_beside_the_window_and_only_the_latest_answer_comes(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "AT_ONCE", 3)
    add_ready_made(stage.shop, [GROUP], replies(5), now=NOW)
    service = started(stage)
    answers: list[Sequence[Hit]] = []
    service.ask("zzz", lambda _: pytest.fail("overtaken"))
    service.ask("退货3", answers.append)
    assert answers == []
    stage.settle()
    assert [hit.uid for hit in answers[0]][:1] == ["r3"]
