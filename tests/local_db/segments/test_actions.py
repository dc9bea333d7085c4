"""Saved segments: one action each, undone exactly."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from local_db.changes import Changes, Topic
from local_db.errors import SegmentError, TreeError
from local_db.segments import actions, tree
from local_db.segments.model import SavedSegment, Version
from local_db.segments.references import check_references
from local_db.tags.actions import save_segment_tag
from tests.new_shop import new_shop

NOW = datetime(2026, 6, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
LATER = NOW + HOUR
VIP = tree.parse({"tag": "VIP"})


@pytest.fixture
def shop(tmp_path):
    with new_shop(tmp_path / "shop.regulars") as opened:
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


def test_a_new_segment_leaves_its_id_to_one_that_may_come_back(shop):
    kept, _ = actions.save_segment(shop, SavedSegment("VIP", VIP), now=NOW)
    deleted, _ = actions.delete_segment(shop, kept.id)
    other, _ = actions.save_segment(shop, SavedSegment("other", VIP), now=NOW)
    restored, _ = actions.restore_segment(shop, deleted)
    assert (restored.id, other.id) == (kept.id, kept.id + 1)
    assert len(actions.list_segments(shop)) == 2


def test_a_tree_that_could_not_be_read_back_is_not_kept(shop):
    node = VIP
    for _ in range(tree.MAX_DEPTH):
        node = tree.Not(node)
    with pytest.raises(TreeError) as refused:
        actions.save_segment(shop, SavedSegment("deep", node), now=NOW)
    assert refused.value.code == "too_deep"
    assert actions.list_segments(shop) == ()
    assert actions.save_segment(shop, SavedSegment("less deep", node.child), now=NOW)[0].tree == node.child


def test_an_earlier_version_never_names_a_segment_that_came_later(shop):
    asked, _ = actions.save_segment(shop, SavedSegment("asked", VIP), now=NOW)
    asking, _ = actions.save_segment(shop, SavedSegment("asking", tree.InSegment(asked.id)), now=NOW)
    newest, _ = actions.save_segment(shop, SavedSegment("newest", VIP), now=NOW)
    for named in (newest.id, asked.id):
        asking, _ = actions.save_segment(shop, replace(asking, tree=tree.InSegment(named)), now=NOW)
    actions.delete_segment(shop, newest.id)
    later, _ = actions.save_segment(shop, SavedSegment("later", tree.All()), now=NOW)
    assert later.id != newest.id
    earlier = next(version for version in actions.versions(shop, asking.id) if version.version == 2)
    with pytest.raises(TreeError) as refused:
        actions.save_segment(shop, replace(asking, tree=earlier.tree), now=LATER)
    assert refused.value.code == "unknown_segment"


def test_a_missing_segment_is_said_so(shop):
    for act in (lambda: actions.get_segment(shop, 9), lambda: actions.delete_segment(shop, 9)):
        with pytest.raises(SegmentError) as refused:
            act()
        assert refused.value.code == "segment_missing"


def test_every_change_of_conditions_name_or_note_is_a_version(shop):
    kept, _ = actions.save_segment(shop, SavedSegment("VIP", VIP), now=NOW, count=3)
    other = tree.parse({"tag": "other"})
    changed, _ = actions.save_segment(shop, replace(kept, tree=other), now=LATER, count=5)
    assert actions.save_segment(shop, changed, now=LATER + HOUR, count=9) == (changed, Changes())
    actions.rename_segment(shop, kept.id, "V", now=LATER + HOUR)
    named = actions.get_segment(shop, kept.id)
    noted, _ = actions.save_segment(shop, replace(named, note=" for 3·8 "), now=LATER + 2 * HOUR, count=6)
    assert noted.note == "for 3·8"
    moments = [int(moment.timestamp()) for moment in (LATER + 2 * HOUR, LATER + HOUR, LATER, NOW)]
    assert actions.versions(shop, kept.id) == (
        Version(4, "V", "for 3·8", other, 6, moments[0]),
        Version(3, "V", "", other, None, moments[1]),
        Version(2, "VIP", "", other, 5, moments[2]),
        Version(1, "VIP", "", VIP, 3, moments[3]),
    )


def test_a_segment_older_than_versions_keeps_what_it_was(shop):
    kept, _ = actions.save_segment(shop, SavedSegment("VIP", VIP), now=NOW)
    with shop.write() as connection:
        connection.execute("delete from segment_versions")
    assert [(v.version, v.tree) for v in actions.versions(shop, kept.id)] == [(1, VIP)]
    actions.save_segment(shop, replace(kept, tree=tree.All()), now=LATER)
    assert [(v.version, v.tree, v.saved_at) for v in actions.versions(shop, kept.id)] == [
        (2, tree.All(), int(LATER.timestamp())), (1, VIP, int(NOW.timestamp())),
    ]  # fmt: skip


def test_a_deletion_is_undone_with_its_versions(shop):
    kept, _ = actions.save_segment(shop, SavedSegment("VIP", VIP), now=NOW)
    actions.save_segment(shop, replace(kept, tree=tree.All()), now=LATER)
    before = actions.versions(shop, kept.id)
    deleted, _ = actions.delete_segment(shop, kept.id)
    actions.restore_segment(shop, deleted)
    assert actions.versions(shop, kept.id) == before


def test_a_segment_never_asks_for_itself_however_far_around(shop):
    first, _ = actions.save_segment(shop, SavedSegment("first", VIP), now=NOW)
    second, _ = actions.save_segment(shop, SavedSegment("second", tree.InSegment(first.id)), now=NOW)
    third, _ = actions.save_segment(shop, SavedSegment("third", tree.Not(tree.InSegment(second.id))), now=NOW)
    round_trip = replace(first, tree=tree.All((VIP, tree.Muted(tree.InSegment(third.id)))))
    with pytest.raises(TreeError) as refused:
        actions.save_segment(shop, round_trip, now=LATER)
    assert (refused.value.code, refused.value.data) == (
        "segment_cycle",
        {"path": "/all/1/muted", "segments": ("first", "third", "second", "first")},
    )
    with pytest.raises(TreeError) as refused:
        actions.save_segment(shop, replace(first, tree=tree.InSegment(first.id)), now=LATER)
    assert refused.value.code == "segment_cycle"
    with pytest.raises(TreeError) as refused:
        actions.save_segment(shop, SavedSegment("lost", tree.InSegment(99)), now=LATER)
    assert (refused.value.code, refused.value.data) == ("unknown_segment", {"path": "", "segment": 99})
    assert actions.get_segment(shop, first.id).tree == VIP


def test_a_segment_that_is_asked_for_is_not_deleted(shop):
    kept, _ = actions.save_segment(shop, SavedSegment("VIP", VIP), now=NOW)
    asking, _ = actions.save_segment(shop, SavedSegment("asks", tree.Not(tree.InSegment(kept.id))), now=NOW)
    save_segment_tag(shop, "标签", tree.InSegment(kept.id))
    with pytest.raises(SegmentError) as refused:
        actions.delete_segment(shop, kept.id)
    assert (refused.value.code, refused.value.data["users"]) == ("segment_in_use", ("asks", "标签"))
    deleted, _ = actions.delete_segment(shop, asking.id)
    with shop.write() as connection:
        connection.execute("delete from tags")
    actions.delete_segment(shop, kept.id)
    with pytest.raises(TreeError) as lost:
        actions.restore_segment(shop, deleted)
    assert lost.value.code == "unknown_segment"


def test_many_segments_that_name_each_other_are_checked_at_once():
    saved = {number: tree.All((tree.InSegment(number + 1), tree.InSegment(number + 2))) for number in range(1, 60)}
    saved |= {60: VIP, 61: VIP}
    check_references(tree.InSegment(1), saved)
    with pytest.raises(TreeError):
        check_references(tree.InSegment(1), saved | {60: tree.InSegment(5)})
