"""The editing tree: no change loses a condition, and what is stored means what is shown."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.segments import edit_tree as et
from desktop.segments.edit_tree import Group, Join, Row
from local_db.segments import tree
from local_db.segments.tree import All, Any, Not, Tag

rows = st.builds(Row, st.sampled_from("abcdef").map(Tag), st.booleans())
groups = st.recursive(
    st.builds(Group, st.sampled_from(Join), st.lists(rows, max_size=3).map(tuple)),
    lambda inner: st.builds(Group, st.sampled_from(Join), st.lists(rows | inner, max_size=3).map(tuple)),
    max_leaves=6,
)


@st.composite
def places(draw, root_too=False):
    """A tree and the path of one of its items."""
    root = draw(groups.filter(lambda g: root_too or g.children))
    paths = [path for path, _ in et.walk(root) if path or root_too]
    return root, draw(st.sampled_from(paths))


def leaves(root):
    return sorted(str(item.leaf) for _, item in et.walk(root) if isinstance(item, Row))


def matches(node, tags):
    match node:
        case All(children):
            return all(matches(child, tags) for child in children)
        case Any(children):
            return any(matches(child, tags) for child in children)
        case Not(child):
            return not matches(child, tags)
        case _:
            return node.name in tags


A, B, C = Row(Tag("a")), Row(Tag("b")), Row(Tag("c"))


@given(groups)
def test_what_is_stored_reads_back_as_it_was(root):
    assert et.from_node(et.to_node(root)) == root


@given(groups)
def test_the_stored_form_is_a_valid_tree(root):
    assert tree.parse(tree.to_json(et.to_node(root))) == et.to_node(root)


@pytest.mark.parametrize(
    ("node", "shown"),
    [
        (Tag("a"), Group(Join.ALL, (A,))),
        (Not(Tag("a")), Group(Join.ALL, (Row(Tag("a"), negated=True),))),
        (Not(Not(Tag("a"))), Group(Join.ALL, (A,))),
        (Not(Any((Tag("a"), Tag("b")))), Group(Join.NONE, (A, B))),
        (Not(All((Tag("a"),))), Group(Join.NOT_ALL, (A,))),
        (Not(Not(All(()))), Group(Join.ALL)),
    ],
)
def test_every_tree_has_one_way_to_be_shown(node, shown):
    assert et.from_node(node) == shown


@given(groups)
def test_pointers_name_the_node_of_each_item(root):
    nodes = dict(tree.walk(et.to_node(root)))
    for path, pointer in et.pointers(root).items():
        assert nodes[pointer] == et.to_node(et.at(root, path))


@given(places())
def test_removing_what_was_inserted_changes_nothing(place):
    root, path = place
    assert et.removed(et.inserted(root, path, Row(Tag("new"))), path) == root


@given(places(), st.data())
def test_moving_keeps_every_condition_and_names_the_new_place(place, data):
    root, source = place
    inside = {path: item.children for path, item in et.walk(root) if isinstance(item, Group)}
    spots = [(*path, place) for path, children in inside.items() for place in range(len(children) + 1)]
    target = data.draw(st.sampled_from(spots))
    after, path = et.moved(root, source, target)
    assert leaves(after) == leaves(root)
    assert et.at(after, path) == et.at(root, source)


@given(places())
def test_a_line_down_and_up_again_is_where_it_was(place):
    root, path = place
    assume(isinstance(et.at(root, path), Row))
    down, below = et.moved_down(root, path)
    assert et.at(down, below) == et.at(root, path)
    if below != path:
        assert et.moved_up(down, below) == (root, path)


@given(places())
def test_enough_steps_up_reach_the_first_line(place):
    root, path = place
    item = et.at(root, path)
    for _ in range(len(list(et.walk(root))) * 3):
        root, path = et.moved_up(root, path)
    assert path == (0,)
    assert et.at(root, path) == item


@given(places(root_too=True), st.sets(st.sampled_from("abcdef")))
def test_turning_twice_changes_nothing_and_once_means_the_opposite(place, tags):
    root, path = place
    once = et.turned(root, path)
    assert et.turned(once, path) == root
    before, after = et.to_node(et.at(root, path)), et.to_node(et.at(once, path))
    assert matches(before, tags) is not matches(after, tags)


@given(places(), st.sampled_from([Join.ALL, Join.ANY]), st.sets(st.sampled_from("abcdef")))
def test_wrapping_changes_nobody_and_can_be_taken_back(place, join, tags):
    root, path = place
    inside = et.wrapped(root, path, join)
    assert matches(et.to_node(inside), tags) is matches(et.to_node(root), tags)
    assert et.unwrapped(inside, path) == root


@given(places())
def test_a_copy_stands_below_its_original(place):
    root, path = place
    after, copy = et.duplicated(root, path)
    assert et.at(after, copy) == et.at(after, path) == et.at(root, path)
    assert et.removed(after, copy) == root


def test_a_group_cannot_go_into_itself():
    root = Group(Join.ALL, (Group(Join.ANY, (A,)), B))
    assert et.moved(root, (0,), (0, 1)) == (root, (0,))


def test_a_row_enters_and_leaves_a_neighbouring_group():
    root = Group(Join.ALL, (A, Group(Join.ANY, (B,))))
    inside = Group(Join.ALL, (Group(Join.ANY, (A, B)),))
    assert et.moved_down(root, (0,)) == (inside, (0, 0))
    assert et.moved_up(inside, (0, 0)) == (root, (0,))


def test_the_number_of_conditions_counts_every_depth():
    assert et.row_count(Group(Join.ALL, (A, Group(Join.ANY, (B, C))))) == 3


def test_removing_the_root_leaves_an_empty_tree():
    assert et.removed(Group(Join.ANY, (A,)), ()) == Group()


# --- muted ---

quiet_rows = st.builds(Row, st.sampled_from("abcdef").map(Tag), st.booleans(), muted=st.booleans())
quiet_groups = st.recursive(
    st.builds(Group, st.sampled_from(Join), st.lists(quiet_rows, max_size=3).map(tuple)),
    lambda inner: st.builds(
        Group, st.sampled_from(Join), st.lists(quiet_rows | inner, max_size=3).map(tuple), st.booleans()
    ),
    max_leaves=6,
).map(lambda root: replace(root, muted=False))


@given(quiet_groups)
def test_what_is_muted_is_stored_and_read_back(root):
    assert et.from_node(et.to_node(root)) == root
    assert tree.parse(tree.to_json(et.to_node(root))) == et.to_node(root)


@given(quiet_groups)
def test_a_muted_item_is_counted_by_the_node_it_would_be(root):
    nodes = dict(tree.walk(et.to_node(root)))
    for path, pointer in et.pointers(root).items():
        assert nodes[pointer] == et.to_node(replace(et.at(root, path), muted=False))


@given(places(), st.sets(st.sampled_from("abcdef")))
def test_muting_is_as_if_it_were_not_there_and_twice_changes_nothing(place, tags):
    root, path = place
    quiet = et.muted(root, path)
    assert et.muted(quiet, path) == root
    assert et.at(quiet, path).muted
    siblings = et.group_at(root, path[:-1]).children
    if len(siblings) > 1:  # else its group goes with it
        without = et.to_node(et.removed(root, path))
        assert matches(tree.pruned(et.to_node(quiet)), tags) is matches(without, tags)


def test_the_whole_tree_is_not_muted():
    root = Group(Join.ALL, (A,))
    assert et.muted(root, ()) == root


def test_a_tree_that_is_muted_as_a_whole_is_shown_as_one_muted_item():
    assert et.from_node(tree.Muted(Tag("a"))) == Group(Join.ALL, (replace(A, muted=True),))


# --- in and out ---


@pytest.mark.parametrize(
    ("root", "path", "after", "place"),
    [
        (Group(children=(Group(Join.ANY, (A,)), B)), (1,), Group(children=(Group(Join.ANY, (A, B)),)), (0, 1)),
        (Group(children=(A, Group(Join.ANY, (B,)))), (0,), Group(children=(Group(Join.ANY, (A, B)),)), (0, 0)),
        (Group(children=(A, B)), (1,), Group(children=(Group(Join.ANY, (A, B)),)), (0, 1)),
        (Group(children=(A,)), (0,), Group(children=(Group(Join.ANY, (A,)),)), (0, 0)),
        (Group(children=(A,)), (), Group(children=(A,)), ()),
    ],
)
def test_an_item_goes_into_the_group_beside_it_or_into_a_new_one(root, path, after, place):
    assert et.moved_in(root, path) == (after, place)


@given(places())
def test_going_in_and_out_keeps_every_condition(place):
    root, path = place
    for move in (et.moved_in, et.moved_out):
        after, there = move(root, path)
        assert leaves(after) == leaves(root)
        assert et.at(after, there) == et.at(root, path)


def test_an_item_goes_out_below_its_group():
    root = Group(children=(Group(Join.ANY, (A, B)), C))
    assert et.moved_out(root, (0, 0)) == (Group(children=(Group(Join.ANY, (B,)), A, C)), (1,))
    assert et.moved_out(root, (1,)) == (root, (1,))
