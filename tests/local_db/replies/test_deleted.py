"""What was deleted of late is found again, and only that."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from local_db.replies import actions
from local_db.replies.deleted import SHOWN, recently_deleted
from local_db.replies.sharing import sync
from local_db.shop_file import Shop
from tests.local_db.replies.sharing_shops import NOW, after, saved
from tests.replies import get_reply


def titles(shop: Shop, minutes: int = 60) -> list[str]:
    return [one.reply.title for one in recently_deleted(shop, now=after(minutes))]


def test_the_latest_stands_first_until_its_time_is_over(shop: Shop) -> None:
    replies = [saved(shop, title) for title in ("问候", "发货", "退货")]
    actions.delete(shop, [replies[0].uid], now=after(1))
    actions.delete(shop, [replies[1].uid], now=after(2))
    assert titles(shop) == ["发货", "问候"]
    assert recently_deleted(shop, now=after(2))[0].at == int(after(2).timestamp())
    late = after(1) + SHOWN + timedelta(seconds=1)
    assert [one.reply.title for one in recently_deleted(shop, now=late)] == ["发货"]
    actions.restore(shop, [replies[1].uid], now=after(3))
    assert titles(shop) == ["问候"]
    assert get_reply(shop, replies[1].uid).title == "发货"


def test_what_another_pc_deleted_is_found_here_and_comes_back_for_both(shops: tuple[Shop, Shop], pack: Path) -> None:
    one, two = shops
    reply = saved(one, "发货")
    for shop in shops:
        sync(shop, pack, now=NOW)
    actions.delete(one, [reply.uid], now=after(1))
    for shop in shops:
        sync(shop, pack, now=after(2))
    assert titles(two) == ["发货"]
    actions.restore(two, [reply.uid], now=after(3))
    for shop in (two, one):
        sync(shop, pack, now=after(4))
    assert (titles(one), titles(two)) == ([], [])
    assert get_reply(one, reply.uid).title == "发货"


def test_a_copy_that_became_one_with_the_other_pcs_is_nothing_to_bring_back(
    shops: tuple[Shop, Shop], pack: Path
) -> None:
    one, two = shops
    for shop in shops:
        saved(shop, "发货", "今天发")
    for shop in (one, two, one):
        sync(shop, pack, now=after(1))
    assert len(actions.library(two).replies) == 1
    assert (titles(one), titles(two)) == ([], [])
    other = saved(two, "发货", "明天发")
    actions.delete(two, [other.uid], now=after(2))
    assert titles(two) == ["发货"]  # of the same title, but it said something else
