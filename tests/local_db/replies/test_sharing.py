"""A library shared through one file: both ends equal, nothing lost wherever it is cut short, nothing personal in it."""

from __future__ import annotations

import errno
import json
import os
import threading
import time
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from local_db.changes import Topic
from local_db.errors import ReplyError, ShopFileError
from local_db.replies import actions, attachments, bulk, sharing, uses
from local_db.replies.exchange import pack_file, pack_place
from local_db.replies.model import Conflict, Group, Scope, Settlement, Wording
from local_db.replies.sharing import Counts, sync
from local_db.shop_file import Shop, ShopKey, create_shop
from tests.local_db.replies.sharing_shops import NOW, PNG, after, code_of, same, saved
from tests.replies import get_reply


def test_a_new_pack_brings_everything_to_another_pc(shops: tuple[Shop, Shop], pack: Path) -> None:
    one, two = shops
    group, _ = actions.save_group(one, Group("", "售前"), now=NOW)
    picture = attachments.attach(one, PNG, "尺码.png", now=NOW)
    reply = saved(one, "尺码", group=group.uid, attachments=(picture,))
    result, changes = sync(one, pack, now=NOW)
    assert (result.created, result.sent, result.received) == (True, Counts(added=2), Counts())
    assert not changes
    result, changes = sync(two, pack, now=after(5))
    assert (result.created, result.sent, result.received, result.media_received) == (False, Counts(), Counts(2), 1)
    assert changes.topics == {Topic.REPLIES}
    assert same(one, two)
    assert attachments.attached(two, get_reply(two, reply.uid).attachments[0]).data == PNG.data
    assert actions.versions(two, reply.uid)


def test_pictures_of_both_are_in_the_pack_and_those_that_nobody_shows_any_more_are_not(
    shops: tuple[Shop, Shop], pack: Path
) -> None:
    one, two = shops
    pictures = [replace(PNG, data=PNG.data + bytes([number])) for number in range(4)]
    mine = [attachments.attach(one, picture, f"{n}.png", now=NOW) for n, picture in enumerate(pictures[:2])]
    yours = [attachments.attach(two, picture, f"{n}.png", now=NOW) for n, picture in enumerate(pictures[2:])]
    first = saved(one, "一", attachments=tuple(mine))
    saved(two, "二", attachments=tuple(yours))
    for shop in (one, two, one):
        sync(shop, pack, now=after(1))
    for shop in shops:
        for attachment, picture in zip([*mine, *yours], pictures, strict=True):
            assert attachments.attached(shop, attachment).data == picture.data
    actions.delete(one, [first.uid], now=after(2))
    sync(one, pack, now=after(3))
    assert pack_file.read_pack(pack).media.keys() == {attachment.hash for attachment in yours}


def test_nothing_new_writes_nothing(shops: tuple[Shop, Shop], pack: Path) -> None:
    one, two = shops
    saved(one, "问候")
    sync(one, pack, now=NOW)
    sync(two, pack, now=NOW)
    before = pack.read_bytes()
    for shop in shops:
        result, changes = sync(shop, pack, now=after(9))
        assert (result.sent, result.received, bool(changes)) == (Counts(), Counts(), False)
    assert pack.read_bytes() == before
    assert [path.name for path in pack.parent.iterdir()] == [pack.name]


def test_edits_of_both_meet_and_conflicts_are_told_and_settled(shops: tuple[Shop, Shop], pack: Path) -> None:
    one, two = shops
    reply = saved(one, "发货", "今天发")
    for shop in shops:
        sync(shop, pack, now=NOW)
    actions.save_reply(one, replace(reply, title="发货时间", tags=("物流",)), now=after(1))
    actions.save_reply(two, replace(reply, title="几时发货", shortcut="/fh"), now=after(2))
    assert sync(one, pack, now=after(3))[0].conflicts == ()
    result, _ = sync(two, pack, now=after(4))
    conflict = Conflict("title", "发货时间", int(after(1).timestamp()))
    assert result.conflicts == ((reply.uid, conflict),)
    assert (result.unsettled, result.received_names) == (1, ("几时发货",))
    result, _ = sync(one, pack, now=after(5))
    assert (result.conflicts, result.unsettled) == ((), 1)  # also here somebody may choose
    assert same(one, two)
    assert actions.library(one).conflicts == {reply.uid: (conflict,)}
    merged = get_reply(one, reply.uid)
    assert (merged.title, merged.tags, merged.shortcut) == ("几时发货", ("物流",), "/fh")
    actions.settle(one, reply.uid, Settlement("title", "发货时间", ("几时发货", "发货时间")), now=after(6))
    sync(one, pack, now=after(7))
    sync(two, pack, now=after(8))
    assert same(one, two)
    assert get_reply(two, reply.uid).title == "发货时间"
    assert actions.library(two).conflicts == {}


@pytest.mark.parametrize("keep", [True, False])
def test_a_conflict_about_a_wording_is_settled_in_it(shops: tuple[Shop, Shop], pack: Path, keep: bool) -> None:
    one, two = shops
    reply = saved(one, "发货", "今天发", "明天发")
    uid = reply.wordings[0].uid
    for shop in shops:
        sync(shop, pack, now=NOW)
    for shop, text, at in ((one, "今天就发", 1), (two, "今日发出", 2)):
        wordings = (Wording(uid, text), reply.wordings[1])
        actions.save_reply(shop, replace(reply, wordings=wordings), now=after(at))
        sync(shop, pack, now=after(3))
    conflict = actions.library(two).conflicts[reply.uid][0]
    values = ("今日发出", conflict.value)
    actions.settle(two, reply.uid, Settlement(conflict.field, values[0 if keep else 1], values), now=after(4))
    texts = [wording.text for wording in get_reply(two, reply.uid).wordings]
    assert texts == ["今日发出" if keep else "今天就发", "明天发"]
    assert actions.library(two).conflicts == {}


def test_a_deletion_goes_around_and_an_edit_is_stronger(shops: tuple[Shop, Shop], pack: Path) -> None:
    one, two = shops
    gone, kept = saved(one, "旧活动"), saved(one, "退货")
    for shop in shops:
        sync(shop, pack, now=NOW)
    actions.delete(one, [gone.uid, kept.uid], now=after(1))
    actions.save_reply(two, replace(kept, title="退货地址"), now=after(2))
    assert sync(one, pack, now=after(3))[0].sent == Counts(deleted=2)
    result, _ = sync(two, pack, now=after(4))
    assert (result.received, result.sent, result.kept) == (Counts(deleted=1), Counts(added=1), (kept.uid,))
    sync(one, pack, now=after(5))
    assert same(one, two)
    assert [reply.title for reply in actions.library(one).replies] == ["退货地址"]


def test_personal_groups_never_leave(shops: tuple[Shop, Shop], pack: Path) -> None:
    one, two = shops
    own, _ = actions.save_group(one, Group("", "我自己的", Scope.PERSONAL), now=NOW)
    saved(one, "私房话", "只给我看", group=own.uid)
    shared = saved(one, "大家的", "大家都看")
    uses.record_use(one, shared.uid, shared.wordings[0].uid, now=NOW)
    uses.record_search(one, "怎么退", now=NOW)
    sync(one, pack, now=NOW)
    with zipfile.ZipFile(pack) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert "大家都看" in everything
    for word in ("私房话", "只给我看", "我自己的", own.uid, "怎么退"):
        assert word not in everything
    sync(two, pack, now=after(1))
    assert [reply.title for reply in actions.library(two).replies] == ["大家的"]


def test_what_is_moved_into_a_personal_group_stays_with_the_others_as_it_was(
    shops: tuple[Shop, Shop], pack: Path
) -> None:
    one, two = shops
    reply = saved(one, "大家的", "第一版")
    for shop in shops:
        sync(shop, pack, now=NOW)
    own, _ = actions.save_group(one, Group("", "我的", Scope.PERSONAL), now=after(1))
    mine = replace(reply, group=own.uid, wordings=(Wording(reply.wordings[0].uid, "我的版"),))
    actions.save_reply(one, mine, now=after(1))
    actions.save_reply(two, replace(reply, title="改过"), now=after(2))
    for shop in (one, two, one):
        sync(shop, pack, now=after(3))
    assert get_reply(two, reply.uid).title == "改过"
    assert get_reply(two, reply.uid).wordings[0].text == "第一版"
    assert get_reply(one, reply.uid).wordings[0].text == "我的版"
    # Given back, both edits meet as if it had never been away.
    bulk.move(one, [reply.uid], "", now=after(4))
    for shop in (one, two):
        assert sync(shop, pack, now=after(5))[0].conflicts == ()
    given_back = get_reply(two, reply.uid)
    assert (given_back.title, given_back.wordings[0].text) == ("改过", "我的版")


def test_a_copy_of_the_shop_file_on_a_second_pc_makes_no_conflicts(tmp_path: Path, pack: Path) -> None:
    key = ShopKey.random()
    with create_shop(tmp_path / "one.regulars", key) as one:
        reply, other = saved(one, "问候"), saved(one, "发货")
    (tmp_path / "two.regulars").write_bytes((tmp_path / "one.regulars").read_bytes())
    with sharing_shop(tmp_path / "one.regulars", key) as one, sharing_shop(tmp_path / "two.regulars", key) as two:
        actions.save_reply(one, replace(reply, title="打招呼"), now=after(1))
        actions.save_reply(two, replace(other, title="几时发"), now=after(2))
        for shop in (one, two, one):
            assert sync(shop, pack, now=after(3))[0].conflicts == ()
        assert same(one, two)
        assert {r.title for r in actions.library(one).replies} == {"打招呼", "几时发"}


def sharing_shop(path: Path, key: ShopKey) -> Shop:
    from local_db.shop_file import open_shop

    return open_shop(path, key)


def test_what_two_clerks_made_alike_is_there_once(shops: tuple[Shop, Shop], pack: Path) -> None:
    for shop in shops:
        group, _ = actions.save_group(shop, Group("", "售前"), now=NOW)
        saved(shop, "问候", "在的", "您好", group=group.uid, tags=("常用",))
        saved(shop, "发货", "今天发" if shop is shops[0] else "明天发", group=group.uid)
    one, two = shops
    used = actions.library(two).replies[0]
    uses.record_use(two, used.uid, used.wordings[0].uid, now=NOW)
    for shop in (one, two, one):
        sync(shop, pack, now=after(1))
    assert same(one, two)
    library = actions.library(two)
    assert [group.name for group in library.groups] == ["售前"]
    assert sorted(reply.title for reply in library.replies) == ["发货", "发货", "问候"]
    assert {reply.group for reply in library.replies} == {library.groups[0].uid}
    greeting = next(reply for reply in library.replies if reply.title == "问候")
    assert uses.usage(two)[greeting.uid].times == 1


def test_an_old_copy_of_the_pack_takes_nothing_back(shops: tuple[Shop, Shop], pack: Path) -> None:
    one, _ = shops
    reply = saved(one, "价格", "九折")
    sync(one, pack, now=NOW)
    old = pack.read_bytes()
    actions.save_reply(one, replace(reply, title="价格优惠"), now=after(1))
    sync(one, pack, now=after(2))
    pack.write_bytes(old)
    result, _ = sync(one, pack, now=after(3))
    assert (result.received, result.conflicts) == (Counts(), ())
    assert get_reply(one, reply.uid).title == "价格优惠"
    assert pack_file.read_pack(pack).items[reply.uid].content.count("价格优惠") == 1


# --- cut short ---


class Crash(BaseException):
    """The program ends here."""


@pytest.mark.parametrize("place", ["fill", "finish", "before_commit"])
def test_a_crash_at_any_moment_loses_nothing(
    shops: tuple[Shop, Shop], pack: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    one, two = shops
    reply = saved(one, "发货", "今天发")
    for shop in shops:
        sync(shop, pack, now=NOW)
    actions.save_reply(one, replace(reply, title="发货时间"), now=after(2))
    actions.save_reply(two, replace(reply, title="几时发货"), now=after(2))  # in the same second
    new_here = saved(two, "新的", at=2)
    sync(one, pack, now=after(3))
    with monkeypatch.context() as patched:
        if place == "before_commit":
            finish = pack_place.Unfinished.finish

            def finish_and_crash(self: pack_place.Unfinished, wait: float = 0.0) -> None:
                finish(self, wait)
                raise Crash

            patched.setattr(pack_place.Unfinished, "finish", finish_and_crash)
        else:

            def crash(*_: object) -> None:
                raise Crash

            patched.setattr(pack_place.Unfinished, place, crash)
        with pytest.raises(Crash):
            sync(two, pack, now=after(4))
    assert len(actions.library(two).replies) == 2
    for shop in (two, one, two):
        sync(shop, pack, now=after(5))
    assert same(one, two)
    library = actions.library(one)
    assert new_here.uid in library.by_uid
    words = {library.by_uid[reply.uid].title, *(one.value for one in library.conflicts[reply.uid])}
    assert words == {"发货时间", "几时发货"}


def test_nobody_holds_the_old_pack_open_while_the_new_one_takes_its_name(
    shops: tuple[Shop, Shop], pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses it then."""
    one, two = shops
    saved(one, "一", attachments=(attachments.attach(one, PNG, "a.png", now=NOW),))
    sync(one, pack, now=NOW)
    saved(two, "二")
    opened: list[zipfile.ZipFile] = []
    make = zipfile.ZipFile.__init__

    def noted(self: zipfile.ZipFile, *arguments: object, **named: object) -> None:
        make(self, *arguments, **named)  # type: ignore[arg-type]
        opened.append(self)

    finish = pack_place.Unfinished.finish

    def finished(self: pack_place.Unfinished, wait: float = 0.0) -> None:
        assert opened
        assert all(archive.fp is None for archive in opened)
        finish(self, wait)

    monkeypatch.setattr(zipfile.ZipFile, "__init__", noted)
    monkeypatch.setattr(pack_place.Unfinished, "finish", finished)
    result, _ = sync(two, pack, now=after(1))
    assert (result.media_received, result.sent) == (1, Counts(added=1))


def test_leftovers_of_a_killed_pc_are_cleared_away_and_its_lock_is_taken_over(
    shops: tuple[Shop, Shop], pack: Path
) -> None:
    one, _ = shops
    saved(one, "问候")
    left = pack.parent / f".{pack.name}.0123abcd.unfinished"
    left.write_bytes(b"half")
    lock = pack.parent / f".{pack.name}.lock"
    lock.touch()
    assert code_of(sync, one, pack, now=NOW, wait=0.2) == "pack_busy"
    old = time.time() - pack_place.STALE_SECONDS - 5
    os.utime(lock, (old, old))
    sync(one, pack, now=NOW, wait=0.2)
    assert [path.name for path in pack.parent.iterdir()] == [pack.name]


def test_another_pc_that_wrote_meanwhile_is_merged_too(
    shops: tuple[Shop, Shop], pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a lock that was taken over while its holder was only slow."""
    one, two = shops
    saved(one, "来自一")
    saved(two, "来自二")
    fill = pack_place.Unfinished.fill
    met: list[bool] = []

    def meet(self: pack_place.Unfinished, write: Callable[..., None]) -> None:
        fill(self, write)
        if not met:
            met.append(True)
            lock = pack.parent / f".{pack.name}.lock"
            lock.unlink()
            sync(two, pack, now=after(1))
            lock.touch()

    monkeypatch.setattr(pack_place.Unfinished, "fill", meet)
    result, _ = sync(one, pack, now=after(2))
    assert result.received == Counts(added=1)
    sync(two, pack, now=after(3))
    assert same(one, two)
    assert len(actions.library(one).replies) == 2


def test_an_edit_made_while_it_was_merged_is_not_overwritten(
    shops: tuple[Shop, Shop], pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = shops
    reply = saved(one, "问候")
    for shop in shops:
        sync(shop, pack, now=NOW)
    actions.save_reply(one, replace(reply, shortcut="/wh"), now=after(1))
    sync(one, pack, now=after(1))
    plan = sharing._plan
    edited: list[bool] = []

    def edit_meanwhile(*arguments: object, **named: object) -> object:
        found = plan(*arguments, **named)  # type: ignore[arg-type]
        if not edited:
            edited.append(True)
            actions.save_reply(two, replace(reply, title="在线"), now=after(2))
        return found

    monkeypatch.setattr(sharing, "_plan", edit_meanwhile)
    sync(two, pack, now=after(3))
    merged = get_reply(two, reply.uid)
    assert (merged.title, merged.shortcut) == ("在线", "/wh")


def test_two_pcs_at_the_same_moment(shops: tuple[Shop, Shop], pack: Path) -> None:
    for number, shop in enumerate(shops):
        for place in range(30):
            saved(shop, f"{number}-{place}")
    failures: list[BaseException] = []

    def work(shop: Shop) -> None:
        try:
            for turn in range(4):
                sync(shop, pack, now=after(turn), wait=30)
        except BaseException as error:  # noqa: BLE001 - told below
            failures.append(error)

    threads = [threading.Thread(target=work, args=(shop,)) for shop in shops]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    for shop in shops:
        sync(shop, pack, now=after(9))
    assert same(*shops)
    assert len(actions.library(shops[0]).replies) == 60


# --- the place ---


def test_a_stick_that_is_not_there_is_told(shops: tuple[Shop, Shop], pack: Path) -> None:
    pack.parent.rmdir()
    assert code_of(sync, shops[0], pack, now=NOW) == "pack_place_missing"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "pack_place_full"),
        (errno.EIO, "pack_place_gone"),
        (errno.EROFS, "pack_place_read_only"),
    ],
)
def test_what_the_system_says_of_the_place_is_told_and_nothing_is_changed(
    shops: tuple[Shop, Shop], pack: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    one, two = shops
    saved(one, "来自一")
    sync(one, pack, now=NOW)
    saved(two, "来自二")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    before = pack.read_bytes()
    for place in ("fill", "finish"):
        with monkeypatch.context() as patched:
            patched.setattr(pack_place.Unfinished, place, fail)
            assert code_of(sync, two, pack, now=NOW) == code
    assert pack.read_bytes() == before
    assert [reply.title for reply in actions.library(two).replies] == ["来自二"]
    assert [path.name for path in pack.parent.iterdir()] == [pack.name]


def test_a_shop_opened_to_read_only_is_told(tmp_path: Path, pack: Path) -> None:
    from local_db.shop_file import open_shop

    key = ShopKey.random()
    create_shop(tmp_path / "one.regulars", key).close()
    with open_shop(tmp_path / "one.regulars", key, read_only=True) as shop, pytest.raises(ShopFileError):
        sync(shop, pack, now=NOW)
    assert not pack.exists()


# --- strict reading ---


def rewritten(path: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    with zipfile.ZipFile(path) as archive:
        content = {name: archive.read(name) for name in archive.namelist()}
    change(content)
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in content.items():
            archive.writestr(name, data)


def with_items(change: Callable[[list[dict[str, object]]], None]) -> Callable[[dict[str, bytes]], None]:
    """Items changed by somebody who also mends the checksum."""
    import hashlib

    def run(content: dict[str, bytes]) -> None:
        items = json.loads(content["items.json"])
        change(items["items"])
        content["items.json"] = json.dumps(items).encode()
        header = json.loads(content["pack.json"])
        header["items"] = hashlib.sha256(content["items.json"]).hexdigest()
        content["pack.json"] = json.dumps(header).encode()

    return run


def with_header(**values: object) -> Callable[[dict[str, bytes]], None]:
    def run(content: dict[str, bytes]) -> None:
        content["pack.json"] = json.dumps(json.loads(content["pack.json"]) | values).encode()

    return run


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda c: c.update({"items.json": c["items.json"] + b" "}), "pack_damaged"),
        (lambda c: c.update({"../../evil.txt": b"x"}), "pack_damaged"),
        (lambda c: c.update({"media/../evil": b"x"}), "pack_damaged"),
        (lambda c: c.pop("items.json"), "pack_damaged"),
        (lambda c: c.pop("pack.json"), "pack_foreign"),
        (lambda c: c.update({"pack.json": b"[]"}), "pack_foreign"),
        (lambda c: c.update({"pack.json": b"{"}), "pack_damaged"),
        (lambda c: c.update({"pack.json": b"[" * 100_000}), "pack_damaged"),
        (with_header(version=2), "pack_newer"),
        (with_header(version="1"), "pack_damaged"),
        (with_header(format="other"), "pack_foreign"),
        (with_header(pack="../x"), "pack_damaged"),
        (with_header(revisions=[1]), "pack_damaged"),
        (with_items(lambda items: items.append(items[0])), "pack_damaged"),
        (with_items(lambda items: items[0].update(content='{"title": 5}')), "pack_damaged"),
        (with_items(lambda items: items[0].update(content='{"colour": "red"}')), "pack_newer"),
        (with_items(lambda items: items[0].update(uid="../x")), "pack_damaged"),
        (with_items(lambda items: items[0].update(changed_at="now")), "pack_damaged"),
        (with_items(lambda items: items[0].update(kind="note")), "pack_newer"),
        (with_items(lambda items: items[0].update(colour="red")), "pack_newer"),
        (with_items(lambda items: items[0].pop("earlier")), "pack_damaged"),
        (
            with_items(lambda items: items[0].update(kind="group", content='{"name":"x","scope":"personal"}')),
            "pack_damaged",
        ),
    ],
)
def test_what_is_no_sound_pack_is_refused(
    shops: tuple[Shop, Shop], pack: Path, change: Callable[[dict[str, bytes]], None], code: str
) -> None:
    one, two = shops
    saved(one, "问候")
    sync(one, pack, now=NOW)
    rewritten(pack, change)
    before = pack.read_bytes()
    assert code_of(sync, two, pack, now=NOW) == code
    assert actions.library(two).replies == ()
    assert pack.read_bytes() == before


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "pack_foreign"), (b"hello", "pack_foreign"), (b"PK\x03\x04 torn", "pack_damaged")]
)
def test_what_is_no_archive_is_refused(shops: tuple[Shop, Shop], pack: Path, content: bytes, code: str) -> None:
    pack.write_bytes(content)
    assert code_of(sync, shops[0], pack, now=NOW) == code
    assert pack.read_bytes() == content


def test_every_cut_of_a_pack_is_refused(shops: tuple[Shop, Shop], pack: Path) -> None:
    one, two = shops
    saved(one, "问候")
    sync(one, pack, now=NOW)
    whole = pack.read_bytes()
    for length in range(1, len(whole) - 1, 29):
        pack.write_bytes(whole[:length])
        assert code_of(sync, two, pack, now=NOW) in {"pack_damaged", "pack_foreign"}


def test_a_picture_that_is_not_what_its_hash_says_is_refused(shops: tuple[Shop, Shop], pack: Path) -> None:
    one, two = shops
    saved(one, "尺码", attachments=(attachments.attach(one, PNG, "尺码.png", now=NOW),))
    sync(one, pack, now=NOW)
    rewritten(pack, lambda c: c.update({name: b"other" for name in c if name.startswith("media/")}))
    assert code_of(sync, two, pack, now=NOW) == "pack_damaged"
    assert actions.library(two).replies == ()


def test_what_swells_is_refused(shops: tuple[Shop, Shop], pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = shops
    saved(one, "问候")
    sync(one, pack, now=NOW)
    monkeypatch.setattr(pack_file, "MOST_TEXT", 10)
    assert code_of(sync, two, pack, now=NOW) == "pack_too_large"
    monkeypatch.undo()
    monkeypatch.setattr(pack_file, "MOST_BYTES", 10)
    assert code_of(sync, two, pack, now=NOW) == "pack_too_large"


def test_settling_what_is_gone_is_refused(shops: tuple[Shop, Shop]) -> None:
    with pytest.raises(ReplyError, match="reply_missing"):
        actions.settle(shops[0], "nothing", Settlement("title", "", ()), now=NOW)
