"""Saved segments: one action each, undone exactly."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from local_db.changes import Changes, Topic
from local_db.errors import SegmentError
from local_db.segments import actions, tree
from local_db.segments.model import SavedSegment
from local_db.segments.starters import starters
from local_db.shop_file import ShopKey, create_shop

NOW = datetime(2026, 6, 30, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
VIP = tree.parse({"tag": "VIP"})


@pytest.fixture
def shop(tmp_path):
    with create_shop(tmp_path / "shop.regulars", ShopKey.random()) as opened:
        yield opened


def test_a_segment_is_kept_changed_and_listed(shop):
    first, changes = actions.save_segment(shop, SavedSegment(" 贵客 ", VIP), now=NOW)
    assert changes == Changes.of(Topic.SEGMENTS)
    assert (first.name, first.created_at, first.changed_at) == ("贵客", int(NOW.timestamp()), int(NOW.timestamp()))
    actions.save_segment(shop, SavedSegment("all", tree.All()), now=NOW)
    renamed, _ = actions.rename_segment(shop, first.id, "VIP", now=LATER)
    assert (renamed.created_at, renamed.changed_at) == (first.created_at, int(LATER.timestamp()))
    assert [segment.name for segment in actions.list_segments(shop)] == ["VIP", "all"]
    assert actions.get_segment(shop, first.id) == renamed


@pytest.mark.parametrize(("name", "code"), [("", "name_empty"), ("  ", "name_empty"), ("vip", "name_taken")])
def test_a_name_is_needed_and_is_the_only_one(shop, name, code):
    kept, _ = actions.save_segment(shop, SavedSegment("VIP", VIP), now=NOW)
    other, _ = actions.save_segment(shop, SavedSegment("other", VIP), now=NOW)
    with pytest.raises(SegmentError) as refused:
        actions.rename_segment(shop, other.id, name, now=LATER)
    assert refused.value.code == code
    assert actions.get_segment(shop, other.id) == other
    same_name, _ = actions.save_segment(shop, kept, now=LATER)
    assert same_name.name == "VIP"


def test_a_deletion_is_undone_with_its_audiences(shop):
    kept, _ = actions.save_segment(shop, SavedSegment("VIP", VIP), now=NOW)
    with shop.write() as connection:
        connection.execute(
            "insert into audiences(id, name, segment_id, tree, template, summary, prepared_at)"
            " values (3, '', ?, '', '', '', 0)",
            [kept.id],
        )
    deleted, changes = actions.delete_segment(shop, kept.id)
    assert changes == Changes.of(Topic.SEGMENTS)
    assert actions.list_segments(shop) == ()
    restored, _ = actions.restore_segment(shop, deleted)
    assert restored == kept
    assert actions.get_segment(shop, kept.id) == kept
    with shop.read() as connection:
        assert connection.execute("select segment_id from audiences").fetchall() == [(kept.id,)]


def test_a_deletion_is_undone_under_another_id_when_its_own_is_taken(shop):
    kept, _ = actions.save_segment(shop, SavedSegment("VIP", VIP), now=NOW)
    deleted, _ = actions.delete_segment(shop, kept.id)
    other, _ = actions.save_segment(shop, SavedSegment("other", VIP), now=NOW)
    restored, _ = actions.restore_segment(shop, deleted)
    assert restored.id != other.id
    assert len(actions.list_segments(shop)) == 2


def test_a_missing_segment_is_said_so(shop):
    for act in (lambda: actions.get_segment(shop, 9), lambda: actions.delete_segment(shop, 9)):
        with pytest.raises(SegmentError) as refused:
            act()
        assert refused.value.code == "segment_missing"


def test_starters_are_whole_in_both_languages():
    chinese, english = starters("zh"), starters("en")
    assert 6 <= len(chinese) <= 8
    assert [segment.tree for segment in chinese] == [segment.tree for segment in english]
    for named in (chinese, english):
        assert len({segment.name for segment in named}) == len(named)
