"""Tags in a real shop file: refreshed by what differs, changed and undone, hand tags left alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from local_db.changes import Changes, Topic
from local_db.errors import RegularsError, TagError
from local_db.members.actions import tag_member, untag_member
from local_db.products.actions import delete_category, save_category
from local_db.products.model import Category
from local_db.roster.source import RosterSource
from local_db.roster.store import load
from local_db.segments.actions import delete_segment, get_segment, save_segment, versions
from local_db.segments.evaluate import evaluate
from local_db.segments.model import SavedSegment
from local_db.segments.tree import parse
from local_db.settings import mark_roster_changed, read_setting
from local_db.shop_file import Shop
from local_db.tags import actions, store
from local_db.tags.builtin import definitions
from local_db.tags.evaluate import evaluate as rule_masks
from local_db.tags.model import Holding, TagKind
from local_db.tags.refresh import refreshed

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)


class Bench:
    """The shop with its roster, refreshed."""

    def __init__(self, shop: Shop) -> None:
        self.shop = shop
        self.rosters = RosterSource(shop)
        self.refresh()

    def refresh(self, now: datetime = NOW) -> tuple[int, Changes]:
        return actions.refresh(self.shop, self.rosters, now, "zh")

    def tag(self, name: str):
        with self.shop.read() as connection:
            return next((tag for tag in store.tags(connection) if tag.name == name), None)

    def give(self, name: str, *member_ids: int) -> int:
        """A tag by hand."""
        with self.shop.write() as connection:
            connection.execute("insert or ignore into tags(name) values (?)", [name])
            tag_id = connection.execute("select id from tags where name = ?", [name]).fetchone()[0]
            for member_id in member_ids:
                connection.execute("insert into member_tags(member_id, tag_id) values (?, ?)", [member_id, tag_id])
            mark_roster_changed(connection)
        return tag_id

    def people(self, name: str) -> list[int]:
        with self.shop.read() as connection:
            rows = connection.execute(
                "select member_id from member_tags join tags on tags.id = tag_id where name = ? order by 1", [name]
            )
            return [member_id for (member_id,) in rows]

    def dump(self) -> list[tuple[object, ...]]:
        with self.shop.read() as connection:
            tables = ("tags", "member_tags", "segments")
            return [row for table in tables for row in connection.execute(f"select * from {table} order by 1, 2, 3")]

    def version(self) -> int:
        with self.shop.read() as connection:
            return read_setting(connection, "roster_version")


@pytest.fixture
def bench(shop):
    return Bench(shop)


def test_the_built_in_rules_are_copied_and_given(bench):
    assert bench.people("新客") == [10]
    assert bench.people("流失客") == [20]
    assert bench.people("大客") == [10]
    assert bench.people("小客") == [20]
    assert bench.people("偏好猫粮") == [10]
    tag = bench.tag("新客")
    assert (tag.builtin, tag.kind, tag.rule.numbers["new_days"]) == ("lifecycle.new", TagKind.RULE, 30)


def test_a_refresh_that_changes_nothing_writes_nothing(bench):
    before, version = bench.dump(), bench.version()
    assert bench.refresh() == (0, Changes())
    assert (bench.dump(), bench.version()) == (before, version)


def test_time_alone_moves_people_on(bench):
    version = bench.version()
    changed, changes = bench.refresh(NOW + timedelta(days=60))
    assert changed == 2  # out of one stage, into another
    assert changes == Changes.of(Topic.MEMBERS)
    assert bench.people("新客") == []
    assert bench.people("降温客") == [10]
    assert bench.version() == version + 1


def test_a_refresh_is_due_once_a_day(bench):
    assert not actions.is_due(bench.shop, NOW)
    assert actions.is_due(bench.shop, NOW + timedelta(days=1))


def test_the_roster_handed_on_is_the_one_that_would_be_read(bench):
    bench.refresh(NOW + timedelta(days=60))
    kept = bench.rosters.current()
    with bench.shop.read() as connection:
        read = load(connection)
    assert kept.version == read.version
    assert {name: mask.tolist() for name, mask in kept.members.tags.items()} == {
        name: mask.tolist() for name, mask in read.members.tags.items()
    }


def test_a_roster_of_another_time_is_refused(bench):
    roster = bench.rosters.current()
    with bench.shop.write() as connection:
        mark_roster_changed(connection)
        with pytest.raises(ValueError, match="another version"):
            refreshed(connection, roster, NOW)


def test_hand_tags_are_left_alone(bench):
    bench.give("老朋友", 20, 30)
    bench.refresh()
    bench.refresh(NOW + timedelta(days=60))
    assert bench.people("老朋友") == [20, 30]


def test_a_hand_tag_keeps_its_name_before_a_built_in_one(shop):
    with shop.write() as connection:
        connection.execute("insert into tags(name) values ('新客')")
        mark_roster_changed(connection)
    bench = Bench(shop)
    assert bench.people("新客") == []
    assert bench.people("新客 2") == [10]


def test_tags_of_rules_are_conditions_of_segments(bench):
    tree = parse({"all": [{"tag": "新客"}, {"not": {"tag": "流失客"}}]})
    assert evaluate(bench.rosters.current(), tree, now=NOW).count == 1


def test_a_rule_is_turned_off_and_on(bench):
    tag = bench.tag("大客")
    actions.switch_rule(bench.shop, tag.id, off=True)
    bench.refresh()
    assert bench.people("大客") == []
    actions.switch_rule(bench.shop, tag.id, off=False)
    bench.refresh()
    assert bench.people("大客") == [10]


def test_numbers_are_the_shops_own_and_can_be_brought_back(bench):
    numbers = definitions()["lifecycle"].numbers() | {"new_days": 90, "usual_active_days": 50}
    before, changes = actions.save_numbers(bench.shop, "lifecycle", numbers)
    assert changes
    bench.refresh(NOW + timedelta(days=60))
    assert bench.people("新客") == [10]
    assert {bench.tag(name).rule.numbers["usual_active_days"] for name in ("新客", "流失客")} == {50}
    actions.save_numbers(bench.shop, "lifecycle", before.numbers, before.periods)
    assert bench.tag("新客").rule.numbers["new_days"] == 30
    actions.save_numbers(bench.shop, "lifecycle", numbers)
    actions.restore_builtin(bench.shop, "lifecycle", "zh")
    assert bench.tag("新客").rule.numbers == definitions()["lifecycle"].numbers()


@pytest.mark.parametrize(
    ("rule", "numbers", "code"),
    [
        ("lifecycle", {"new_days": 0}, "numbers_out_of_range"),
        ("lifecycle", {"new_days": 366}, "numbers_out_of_range"),
        ("lifecycle", {"active_share": 80, "cooling_share": 80, "asleep_share": 95}, "numbers_not_rising"),
        ("spending", {"big_share": 90, "middle_share": 80}, "numbers_not_rising"),
        ("hours", {"morning_from": 12, "noon_from": 11}, "numbers_not_rising"),
    ],
)
def test_numbers_that_mean_nothing_are_refused(bench, rule, numbers, code):
    with pytest.raises(TagError) as refused:
        actions.try_numbers(bench.rosters.current(), rule, numbers, (), NOW)
    assert refused.value.code == code
    with pytest.raises(TagError):
        actions.save_numbers(bench.shop, rule, numbers)


def test_trying_numbers_counts_without_writing(bench):
    before = bench.dump()
    counts, figures = actions.try_numbers(bench.rosters.current(), "lifecycle", {"new_days": 365}, (), NOW)
    assert (counts["new"], counts["lost"], figures["gaps"]) == (1, 1, 0)
    assert bench.dump() == before


def test_taste_tags_come_and_go_with_categories(bench):
    made, _ = save_category(bench.shop, Category("玩具", ("逗猫棒",)))
    bench.refresh()
    assert bench.people("偏好玩具") == []  # one line is too few
    save_category(bench.shop, Category("猫玩具", ("逗猫棒",), made.id))
    bench.refresh()
    assert bench.tag("偏好玩具") is None
    assert bench.tag("偏好猫玩具") is not None
    delete_category(bench.shop, made.id)
    bench.refresh()
    assert bench.tag("偏好猫玩具") is None


def test_a_new_category_of_an_old_name_is_given_to_all_who_like_it(bench):
    delete_category(bench.shop, 3)
    save_category(bench.shop, Category("猫粮", ("猫粮",)))
    bench.refresh()
    assert bench.people("偏好猫粮") == [10]


def test_a_taste_tag_that_the_seller_named_keeps_its_name(bench):
    actions.rename_tag(bench.shop, bench.tag("偏好猫粮").id, "猫奴")
    save_category(bench.shop, Category("猫咪主粮", ("猫粮",), 3))
    bench.refresh()
    assert bench.people("猫奴") == [10]


def test_a_tag_by_a_segment_asks_for_the_tags_of_today(bench):
    tag, _ = actions.save_segment_tag(bench.shop, "新来的大客", parse({"all": [{"tag": "新客"}, {"tag": "大客"}]}))
    bench.refresh()
    assert bench.people("新来的大客") == [10]
    bench.refresh(NOW + timedelta(days=60))  # one refresh is enough
    assert bench.people("新来的大客") == []
    actions.save_segment_tag(bench.shop, "大客们", parse({"tag": "大客"}), tag.id)
    bench.refresh(NOW + timedelta(days=60))
    assert bench.people("大客们") == [10]


def test_a_tag_by_a_segment_may_not_ask_for_itself(bench):
    tag, _ = actions.save_segment_tag(bench.shop, "甲", parse({"tag": "新客"}))
    for tag_id in (0, tag.id):
        with pytest.raises(TagError) as refused:
            actions.save_segment_tag(bench.shop, "乙", parse({"not": {"tag": "甲"}}), tag_id)
        assert refused.value.code == "names_segment_tag"


def refused_with(act) -> tuple[str, dict[str, object]]:
    with pytest.raises(RegularsError) as refused:
        act()
    return refused.value.code, dict(refused.value.data)


def test_no_tag_by_a_segment_asks_for_itself_through_other_segments(bench):
    given_by, _ = save_segment(bench.shop, SavedSegment("来源", parse({"tag": "新客"})), now=NOW)
    between, _ = save_segment(bench.shop, SavedSegment("中间", parse({"segment": given_by.id})), now=NOW)
    tag, _ = actions.save_segment_tag(bench.shop, "甲", parse({"not": {"segment": between.id}}))
    before = bench.dump()
    asking = replace(given_by, tree=parse({"any": [{"tag": "甲"}, {"tag": "新客"}]}))
    said = ("segment_gives_tag", {"name": "甲", "tag": "甲"})
    assert refused_with(lambda: save_segment(bench.shop, asking, now=NOW)) == said
    assert bench.dump() == before
    free, _ = save_segment(bench.shop, SavedSegment("看甲", parse({"tag": "甲"})), now=NOW)  # nothing is given by it
    through = parse({"all": [{"segment": free.id}]})
    for tag_id in (0, tag.id):
        act = partial(actions.save_segment_tag, bench.shop, "乙", through, tag_id)
        assert refused_with(act) == ("names_segment_tag", {"name": "甲"})


def test_a_tag_by_a_segment_never_takes_a_name_that_it_would_ask_for(bench):
    tree = parse({"not": {"tag": "丙"}})  # which nobody has yet
    assert refused_with(lambda: actions.save_segment_tag(bench.shop, "丙", tree))[0] == "names_segment_tag"
    tag, _ = actions.save_segment_tag(bench.shop, "甲", tree)
    assert refused_with(lambda: actions.rename_tag(bench.shop, tag.id, "丙"))[0] == "names_segment_tag"
    other = parse({"tag": "新客"})
    assert refused_with(lambda: actions.save_segment_tag(bench.shop, "丙", other))[0] == "names_segment_tag"


def test_a_tag_by_a_segment_that_is_gone_is_neither_made_nor_brought_back(bench):
    act = partial(actions.save_segment_tag, bench.shop, "甲", parse({"segment": 99}))
    assert refused_with(act) == ("unknown_segment", {"path": "", "segment": 99})
    segment, _ = save_segment(bench.shop, SavedSegment("来源", parse({"tag": "新客"})), now=NOW)
    tag, _ = actions.save_segment_tag(bench.shop, "甲", parse({"segment": segment.id}))
    removed, _ = actions.delete_tag(bench.shop, tag.id)
    delete_segment(bench.shop, segment.id)
    assert refused_with(lambda: actions.restore_tag(bench.shop, removed))[0] == "unknown_segment"
    bench.refresh()


def test_renaming_takes_the_segments_along(bench):
    segment, _ = save_segment(bench.shop, SavedSegment("s", parse({"not": {"tag": "新客"}})), now=NOW)
    actions.save_segment_tag(bench.shop, "甲", parse({"tag": "新客"}))
    old, changes = actions.rename_tag(bench.shop, bench.tag("新客").id, "  刚来的 ")
    assert old == "新客"
    assert changes.topics == {Topic.MEMBERS, Topic.SEGMENTS}
    assert get_segment(bench.shop, segment.id).tree == parse({"not": {"tag": "刚来的"}})
    assert [version.tree for version in versions(bench.shop, segment.id)] == [parse({"not": {"tag": "刚来的"}})]
    bench.refresh()
    assert bench.people("刚来的") == bench.people("甲") == [10]


@pytest.mark.parametrize(("name", "code"), [(" ", "name_empty"), ("大客", "name_taken")])
def test_names_that_cannot_be(bench, name, code):
    with pytest.raises(TagError) as refused:
        actions.rename_tag(bench.shop, bench.tag("新客").id, name)
    assert refused.value.code == code


def test_deleting_is_undone_exactly(bench):
    tag_id = bench.give("老朋友", 10, 30)
    before = bench.dump()
    removed, _ = actions.delete_tag(bench.shop, tag_id)
    assert bench.people("老朋友") == []
    actions.restore_tag(bench.shop, removed)
    assert bench.dump() == before


def test_a_built_in_tag_is_turned_off_not_deleted(bench):
    with pytest.raises(TagError) as refused:
        actions.delete_tag(bench.shop, bench.tag("新客").id)
    assert refused.value.code == "builtin"


def test_merging_is_undone_exactly(bench):
    first, second = bench.give("VIP", 10, 20), bench.give("贵宾", 20, 30)
    segment, _ = save_segment(bench.shop, SavedSegment("s", parse({"tag": "贵宾"})), now=NOW)
    before = bench.dump()
    removed, _ = actions.merge_tags(bench.shop, second, first)
    assert bench.people("VIP") == [10, 20, 30]
    assert bench.tag("贵宾") is None
    assert get_segment(bench.shop, segment.id).tree == parse({"tag": "VIP"})
    assert removed.gained == (Holding(30, "hand", 0),)
    actions.restore_tag(bench.shop, removed)
    assert bench.dump() == before


def test_only_hand_tags_are_merged(bench):
    first = bench.give("VIP", 10)
    for pair in ((first, bench.tag("新客").id), (bench.tag("新客").id, first), (first, first)):
        with pytest.raises(TagError) as refused:
            actions.merge_tags(bench.shop, *pair)
        assert refused.value.code == "merge_by_hand"


def test_a_new_tag_leaves_its_id_to_one_that_may_come_back(bench):
    tag_id = bench.give("老朋友", 10)
    removed, _ = actions.delete_tag(bench.shop, tag_id)
    assert bench.give("新朋友", 20) != tag_id
    actions.restore_tag(bench.shop, removed)
    assert (bench.people("老朋友"), bench.people("新朋友")) == ([10], [20])


def test_an_undo_is_refused_where_the_name_was_taken(bench):
    removed, _ = actions.delete_tag(bench.shop, bench.give("老朋友", 10))
    bench.give("老朋友", 20)
    with pytest.raises(TagError) as refused:
        actions.restore_tag(bench.shop, removed)
    assert refused.value.code == "name_taken"


def test_the_list_says_people_and_who_asks(bench):
    save_segment(bench.shop, SavedSegment("要新客", parse({"tag": "新客"})), now=NOW)
    found = actions.list_tags(bench.shop, bench.rosters.current(), NOW)
    rows = {row.tag.name: row for row in found.rows}
    assert (rows["新客"].people, rows["新客"].used_by) == (1, ("要新客",))
    assert (found.everybody, found.categories, found.figures["spending"]["big_from"]) == (3, {"3": "猫粮"}, 9000)
    assert [row.tag.builtin for row in found.rows][:2] == ["lifecycle.new", "lifecycle.active"]


def test_a_rule_tag_is_not_given_by_hand(bench):
    with bench.shop.read() as connection:
        actions.refuse_rule_tag(connection, "老朋友")
        with pytest.raises(TagError) as refused:
            actions.refuse_rule_tag(connection, "新客")
    assert refused.value.code == "rule_tag"
    for act in (tag_member, untag_member):
        with pytest.raises(TagError) as refused:
            act(bench.shop, 20, "新客")
        assert refused.value.code == "rule_tag"
    assert bench.people("新客") == [10]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from([10, 20, 30]), st.integers(1, 600), st.integers(0, 900)), max_size=8))
def test_after_a_refresh_everybody_has_exactly_what_the_rules_say(bench, bought):
    if bench.tag("老朋友") is None:
        bench.give("老朋友", 20)
    with bench.shop.write() as connection:
        connection.execute("delete from orders")
        connection.executemany(
            "insert into orders(shop_id, number, member_id, status, paid_at, net, is_purchase, content_hash, import_id)"
            " values (1, ?, ?, 'finished', ?, ?, 1, '', 1)",
            [
                (str(place), member, int((NOW - timedelta(days=days)).timestamp()), net)
                for place, (member, days, net) in enumerate(bought)
            ],
        )
        mark_roster_changed(connection)
    bench.refresh()
    roster = bench.rosters.current()
    with bench.shop.read() as connection:
        tags = store.tags(connection)
    wanted = rule_masks(roster, tags, NOW).masks
    for tag in tags:
        expected = roster.members.ids[wanted[tag.id]].tolist() if tag.id in wanted else [20]
        assert bench.people(tag.name) == expected
    assert bench.refresh() == (0, Changes())
