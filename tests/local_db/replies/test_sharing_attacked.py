"""What was tried to lose an edit that is shared: old and foreign packs, clocks, copies, a bad stick, shared parts."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import IO

import pytest

from local_db.errors import ReplyError
from local_db.media.model import Media
from local_db.replies import actions, attachments, sharing
from local_db.replies.exchange import pack_file, pack_place
from local_db.replies.exchange.pack_file import Pack
from local_db.replies.model import Group, Item, ItemKind
from local_db.replies.rules import text_faults
from local_db.replies.sharing import sync
from local_db.shop_file import Shop
from tests.local_db.replies.sharing_shops import NOW, PNG, after, code_of, same, saved
from tests.replies import add_starters, get_reply


def test_what_was_brought_back_here_is_not_deleted_again_by_an_old_copy(shops: tuple[Shop, Shop], pack: Path) -> None:
    one, two = shops
    reply = saved(one, "发货")
    sync(one, pack, now=NOW)
    actions.delete(one, [reply.uid], now=after(1))
    sync(one, pack, now=after(2))
    old = pack.read_bytes()
    actions.restore(one, [reply.uid], now=after(3))
    sync(one, pack, now=after(4))
    pack.write_bytes(old)
    for shop in (one, two, one):
        sync(shop, pack, now=after(5))
    assert reply.uid in actions.library(one).by_uid
    assert same(one, two)


def test_ready_made_replies_that_one_pc_has_changed_are_no_differences(shops: tuple[Shop, Shop], pack: Path) -> None:
    one, two = shops
    add_starters(one, "zh", now=NOW)
    changed = actions.library(one).replies[20]
    name = actions.library(one).group_names[changed.group]
    saved(two, "别的", group=actions.save_group(two, Group("", name), now=NOW)[0].uid)
    actions.save_reply(one, replace(changed, title="我们自己的标题"), now=after(1))
    sync(one, pack, now=after(2))
    add_starters(two, "zh", now=after(3))  # later, and in other places
    assert sync(two, pack, now=after(4))[0].conflicts == ()
    assert get_reply(two, changed.uid).title == "我们自己的标题"
    sync(one, pack, now=after(5))
    assert same(one, two)


def test_a_part_that_is_renamed_and_used_and_deleted_on_two_pcs_is_never_missing(
    shops: tuple[Shop, Shop], pack: Path
) -> None:
    one, two = shops
    address = saved(one, "地址", "杭州", fragment=True)
    hours = saved(one, "营业时间", "9 点到 21 点", fragment=True)
    for shop in (one, two, one):
        sync(shop, pack, now=NOW)
    actions.save_reply(one, replace(address, title="退货地址"), now=after(1))
    actions.delete(one, [hours.uid], now=after(1))
    saved(two, "退货", "寄到{>地址}，{>营业时间}收件", at=2)
    for shop in (two, one, two):
        sync(shop, pack, now=after(3))
    assert same(one, two)
    library = actions.library(one)
    (using,) = [reply for reply in library.replies if reply.title == "退货"]
    assert not list(text_faults(using.wordings[0].text, library.fragments))


def test_another_shops_pack_is_not_shared_through_by_mistake(
    shops: tuple[Shop, Shop], pack: Path, tmp_path: Path
) -> None:
    one, two = shops
    saved(one, "我们的")
    saved(two, "别人的")
    other = tmp_path / "other.replypack"
    sync(one, pack, now=NOW)
    sync(two, other, now=NOW)
    pack.write_bytes(other.read_bytes())
    before = pack.read_bytes()
    with pytest.raises(ReplyError) as caught:
        sync(one, pack, now=after(1))
    assert (caught.value.code, caught.value.data["count"]) == ("pack_other", 1)
    assert pack.read_bytes() == before
    assert len(actions.library(one).replies) == 1
    sync(one, pack, join=True, now=after(2))
    sync(one, pack, now=after(3))  # it is known from now on
    assert len(actions.library(one).replies) == 2


def test_what_nobody_could_read_any_more_is_not_written(
    shops: tuple[Shop, Shop], pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = shops
    saved(one, "问候")
    sync(one, pack, now=NOW)
    before = pack.read_bytes()
    chart = attachments.attach(one, PNG, "表.png", now=NOW)
    saved(one, "尺码", attachments=(chart,))
    monkeypatch.setattr(pack_file, "MOST_OF_ONE", 100)
    assert code_of(sync, one, pack, now=NOW) == "pack_too_large"
    monkeypatch.undo()
    monkeypatch.setattr(pack_file, "MOST_ITEMS", 1)
    assert code_of(sync, one, pack, now=NOW) == "pack_too_large"
    monkeypatch.undo()
    assert pack.read_bytes() == before
    assert [path.name for path in pack.parent.iterdir()] == [pack.name]
    sync(one, pack, now=NOW)
    sync(two, pack, now=NOW)
    assert same(one, two)


def test_a_reply_about_which_much_is_unsettled_can_still_be_read(shops: tuple[Shop, Shop], pack: Path) -> None:
    one, two = shops
    texts = ["长" * 19_000 + str(number) for number in range(9)]
    reply = saved(one, "很长", *texts)
    for shop in shops:
        sync(shop, pack, now=NOW)
    for number, shop in enumerate(shops):
        wordings = tuple(replace(one, text=f"{one.text}{number}") for one in reply.wordings)
        actions.save_reply(shop, replace(reply, wordings=wordings), now=after(number))
    for shop in (one, two, one):
        sync(shop, pack, now=after(5))
    assert same(one, two)
    assert len(actions.library(one).conflicts[reply.uid]) == 9


def test_a_picture_spoiled_on_the_stick_is_whole_again_once_a_pc_shares_that_has_it(
    shops: tuple[Shop, Shop], pack: Path
) -> None:
    one, two = shops
    chart = attachments.attach(one, PNG, "表.png", now=NOW)
    saved(one, "尺码", attachments=(chart,))
    sync(one, pack, now=NOW)
    data = pack.read_bytes()
    pack.write_bytes(data.replace(PNG.data, b"?" * len(PNG.data)))
    assert code_of(sync, two, pack, now=NOW) == "pack_damaged"
    saved(one, "另一条")
    sync(one, pack, now=after(1))
    sync(two, pack, now=after(2))
    assert attachments.attached(two, chart).data == PNG.data


def test_a_copy_beside_with_changes_of_its_own_is_told_and_its_changes_come_in(
    shops: tuple[Shop, Shop], pack: Path
) -> None:
    one, two = shops
    reply = saved(one, "发货", "今天发")
    for shop in shops:
        sync(shop, pack, now=NOW)
    before = pack.read_bytes()
    (pack.parent / "昨天.replypack").write_bytes(before)  # a plain copy of an earlier day is none
    (pack.parent / "别的.replypack").write_bytes(b"nothing")
    actions.save_reply(one, replace(reply, title="发货时间"), now=after(1))
    assert sync(one, pack, now=after(1))[0].beside == ()
    copy = pack.with_name("shop (conflicted copy).replypack")
    copy.write_bytes(pack.read_bytes())
    pack.write_bytes(before)  # the drive has put the other PC's file there
    actions.save_reply(two, replace(reply, shortcut="/fh"), now=after(2))
    assert sync(two, pack, now=after(2))[0].beside == (copy.name,)
    assert sync(two, copy, now=after(3))[0].conflicts == ()
    for shop in (two, one, two):
        sync(shop, pack, now=after(4))
    assert same(one, two)
    assert (get_reply(two, reply.uid).title, get_reply(two, reply.uid).shortcut) == ("发货时间", "/fh")


def test_a_lock_from_a_pc_whose_clock_goes_before_is_taken_over(shops: tuple[Shop, Shop], pack: Path) -> None:
    lock = pack.parent / f".{pack.name}.lock"
    lock.touch()
    ahead = time.time() + 86_400
    os.utime(lock, (ahead, ahead))
    sync(shops[0], pack, now=NOW, wait=0.2)
    assert not lock.exists()


def test_whoever_writes_for_long_gives_signs_of_life(
    shops: tuple[Shop, Shop], pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pack_place, "_SIGN_SECONDS", 0.0)
    one, _ = shops
    for number in range(3):
        picture = replace(PNG, data=PNG.data + bytes([number]))
        saved(one, f"图 {number}", attachments=(attachments.attach(one, picture, "图.png", now=NOW),))
    lock = pack.parent / f".{pack.name}.lock"
    ages: list[float] = []
    write = pack_file.write_pack

    def watched(file: IO[bytes], new: Pack, media_of: Callable[[str], Media]) -> None:
        def slow(key: str) -> Media:
            os.utime(lock, (1, 1))
            found = media_of(key)
            ages.append(time.time() - lock.stat().st_mtime)
            return found

        write(file, new, slow)

    monkeypatch.setattr(sharing, "write_pack", watched)
    sync(one, pack, now=NOW)
    assert len(ages) == 3
    assert max(ages) < 60


def test_a_pack_that_vanishes_midway_is_not_made_anew(
    shops: tuple[Shop, Shop], pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a network drive does that leaves an empty folder behind."""
    one, _ = shops
    saved(one, "问候")
    sync(one, pack, now=NOW)
    saved(one, "发货")
    fill = pack_place.Unfinished.fill

    def vanish(self: pack_place.Unfinished, write: Callable[[IO[bytes]], object]) -> None:
        fill(self, write)
        pack.unlink(missing_ok=True)

    monkeypatch.setattr(pack_place.Unfinished, "fill", vanish)
    assert code_of(sync, one, pack, now=NOW) == "pack_place_gone"
    assert not pack.exists()
    monkeypatch.undo()
    assert code_of(sync, one, pack, now=NOW) == "pack_not_there"
    assert sync(one, pack, anew=True, now=NOW)[0].created


@pytest.mark.parametrize("make", [Path.mkdir, getattr(os, "mkfifo", Path.mkdir)])
def test_what_is_no_file_is_no_pack(shops: tuple[Shop, Shop], pack: Path, make: Callable[[Path], None]) -> None:
    make(pack)
    assert code_of(sync, shops[0], pack, now=NOW) == "pack_foreign"
    assert not pack_file.is_pack(pack)


def test_whoever_has_shared_is_asked_before_a_pack_is_made_anew(shops: tuple[Shop, Shop], pack: Path) -> None:
    one, two = shops
    saved(one, "问候")
    assert sync(one, pack, now=NOW)[0].created
    elsewhere = pack.with_name("other.replypack")
    assert code_of(sync, one, elsewhere, now=NOW) == "pack_not_there"
    assert not elsewhere.exists()
    assert sync(two, elsewhere, now=NOW)[0].created  # who never shared may be the first


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ('{"title":"a","colour":"red"}', "pack_newer"),
        ('{"title":"a","conflicts":[{"field":"colour","value":"red","at":1}]}', "pack_newer"),
        ('{"title":7}', "pack_damaged"),
        ('{"title":"a","conflicts":[{"field":"language","value":"xx","at":1}]}', "pack_damaged"),
        ('{"title":"a","conflicts":[{"field":"wordings:w","value":7,"at":1}]}', "pack_damaged"),
        ('["title"]', "pack_damaged"),
    ],
)
def test_what_only_a_later_version_knows_asks_for_that_version(
    shops: tuple[Shop, Shop], pack: Path, content: str, code: str
) -> None:
    odd = Item("a", ItemKind.REPLY, content, 1, 1)
    with pack.open("wb") as file:
        pack_file.write_pack(file, Pack("a" * 32, "b" * 16, items={"a": odd}), lambda _: PNG)
    assert code_of(sync, shops[0], pack, now=NOW) == code
    assert actions.list_items(shops[0], deleted=True) == []
