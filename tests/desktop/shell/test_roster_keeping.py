"""After an import the columns are written once there is quiet; a tag by hand alone is not worth it."""

from __future__ import annotations

import pytest

from desktop.shell import roster_keeping
from desktop.shell.roster_keeping import RosterKeeping
from local_db.changes import Changes, Topic
from local_db.roster import kept


@pytest.fixture
def keeping(shop_context, monkeypatch, qapp):
    monkeypatch.setattr(roster_keeping, "QUIET_MS", 1)
    shop_context.rosters.current()
    made = RosterKeeping(shop_context)
    yield made
    made.deleteLater()


def is_kept(shop_context) -> bool:
    with shop_context.shop.read() as connection:
        return kept.are_there(connection)


def test_an_import_has_the_columns_written(shop_context, keeping, qtbot):
    shop_context.changes.announce(Changes.of(Topic.ORDERS))
    qtbot.waitUntil(lambda: is_kept(shop_context), timeout=5000)


def test_later_changes_begin_the_wait_anew(shop_context, keeping, qtbot):
    keeping._waiting.setInterval(150)
    shop_context.changes.announce(Changes.of(Topic.IMPORTS))
    for _ in range(3):
        qtbot.wait(80)
        shop_context.changes.announce(Changes.of(Topic.MEMBERS))
        assert not is_kept(shop_context)
    qtbot.waitUntil(lambda: is_kept(shop_context), timeout=5000)


def test_a_tag_by_hand_waits_for_the_closing(shop_context, keeping, qtbot):
    shop_context.changes.announce(Changes.of(Topic.MEMBERS))
    qtbot.wait(100)
    shop_context.background.wait_idle()
    assert not is_kept(shop_context)
