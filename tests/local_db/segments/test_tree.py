"""A tree is read strictly, and written back to an equal tree."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings

from local_db.errors import TreeError
from local_db.segments import tree
from local_db.segments.catalogue import FIELDS, OPPOSITE, OPS, Kind
from tests.local_db.segments.random_trees import trees

SPENT = {"field": "spent", "op": ">=", "value": 200}

GOOD = [
    {"all": []},
    {"any": [{"all": [{"not": {"tag": "VIP"}}]}]},
    SPENT,
    {"field": "spent", "op": "between", "value": [0.1, 33.33]},
    {"field": "province", "op": "in", "value": ["浙江", ""]},
    {"field": "has_phone", "op": "is", "value": False},
    {"field": "consent", "channel": "sms", "op": "is", "value": "opted_out"},
    {"field": "first_order", "op": "within_days", "value": 30},
    {"field": "last_order", "op": "before", "value": "2026-06-30"},
    {"field": "last_order", "op": "never"},
    {"field": "orders", "op": "!=", "value": 0},
    {"ordered": {}},
    {"ordered": {"times": [">=", 2], "within_days": 90, "product": {"title_has": "猫粮"}}},
    {"ordered": {"times": ["=", 0], "from": "2026-01-01", "to": "2026-01-01"}},
    {"ordered": {"to": "2026-06-30", "product": {"title_has": ["猫粮", "猫砂"]}}},
    {"ordered": {"sum": [">=", 99.9], "before_days": 30, "platform": ["taobao", "jd"], "shop": "猫粮铺"}},
    {"ordered": {"items": ["<", 5], "product": {"category": "猫粮", "sku": ["红", "绿"], "price": [None, 9.9]}}},
    {"ordered": {"status": ["unpaid", "closed"], "amount": [100, None], "hours": [22, 6], "weekdays": [1, 7]}},
    {"ordered": {"promotion": True, "which": "first"}},
    {"ordered": {"promotion": ["双11", "店庆"], "which": "last", "after_gap_days": 90}},
    {"sequence": {"first": {"product": {"title_has": "猫粮"}}, "then": {}, "within_days": 30}},
    {"sequence": {"first": {"which": "first"}, "then": {"status": "finished"}, "absent": True}},
    {"sent": {}},
    {"sent": {"within_days": 30, "channel": "sms", "campaign": 7}},
    {"sent": {"from": "2026-01-01", "to": "2026-06-30"}},
    {"refund": {"reason_has": ["质量", "破损"], "within_days": 90}},
    {"list": "直播间"},
    {"segment": 3},
    {"random": [0, 10]},
    {"rfm": {}},
    {"rfm": {"r": [1, 2], "f": [4, 5]}},
    {"muted": {"all": [{"muted": {"tag": "VIP"}}]}},
    {"field": "city_tier", "op": "in", "value": ["1", "new1", ""]},
    {"field": "phone_kind", "op": "is_not", "value": "masked"},
    {"field": "shop", "op": "is", "value": "猫粮铺"},
    {"field": "joined", "op": "never"},
    {"field": "birthday", "op": "in_days", "value": 0},
    {"field": "birthday", "op": "known"},
    {"field": "note", "op": "has", "value": "小样"},
    {"field": "note", "op": "any"},
    {"field": "overdue", "op": "between", "value": [100, 150.25]},
    {"field": "days_since", "op": ">", "value": 30},
]


@pytest.mark.parametrize("value", GOOD)
def test_what_is_read_is_written_back(value):
    node = tree.parse(value)
    assert tree.to_json(node) == value
    assert tree.parse_text(tree.to_text(node)) == node


@pytest.mark.parametrize(
    ("value", "same"),
    [
        ({"ordered": {"times": [">=", 1]}}, {"ordered": {}}),
        ({"ordered": {"product": {"title_has": ["a"]}}}, {"ordered": {"product": {"title_has": "a"}}}),
        ({"ordered": {"status": ["closed", "paid"]}}, {"ordered": {"status": ["paid", "closed"]}}),
        ({"ordered": {"weekdays": [7, 1, 7]}}, {"ordered": {"weekdays": [1, 7]}}),
        ({"ordered": {"hours": [20, 0]}}, {"ordered": {"hours": [20, 24]}}),
        ({"ordered": {"shop": ["a", "a"]}}, {"ordered": {"shop": "a"}}),
        ({"rfm": {"m": [1, 5]}}, {"rfm": {}}),
        ({"sequence": {"first": {}, "then": {}, "absent": False}}, {"sequence": {"first": {}, "then": {}}}),
        ({"field": "spent", "op": "=", "value": 200.0}, {"field": "spent", "op": "=", "value": 200}),
    ],
)
def test_two_ways_to_write_one_tree(value, same):
    assert tree.parse(value) == tree.parse(same)
    assert tree.to_json(tree.parse(value)) == same


BAD = [
    (None, "wrong_type", ""),
    ([], "wrong_type", ""),
    ({}, "not_a_node", ""),
    ({"every": []}, "unknown_key", "/every"),
    ({"a/b~": []}, "unknown_key", "/a~1b~0"),
    ({"all": [], "any": []}, "unknown_key", "/any"),
    ({"all": {}}, "wrong_type", "/all"),
    ({"all": [SPENT, 5]}, "wrong_type", "/all/1"),
    ({"any": [{"not": {"tag": 5}}]}, "wrong_type", "/any/0/not/tag"),
    ({"tag": ""}, "empty", "/tag"),
    ({"tag": "\ud800"}, "wrong_value", "/tag"),
    ({"field": "age", "op": "=", "value": 5}, "unknown_field", "/field"),
    ({"field": "spent", "value": 5}, "missing_key", ""),
    ({"field": "spent", "op": ">="}, "missing_key", ""),
    ({"field": "spent", "op": "is", "value": 5}, "wrong_op", "/op"),
    ({"field": "spent", "op": ">=", "value": "200"}, "wrong_type", "/value"),
    ({"field": "spent", "op": ">=", "value": True}, "wrong_type", "/value"),
    ({"field": "spent", "op": ">=", "value": -1}, "out_of_range", "/value"),
    ({"field": "spent", "op": ">=", "value": float("nan")}, "out_of_range", "/value"),
    ({"field": "spent", "op": ">=", "value": 10**400}, "out_of_range", "/value"),
    ({"field": "spent", "op": "between", "value": [2, 1]}, "bad_range", "/value"),
    ({"field": "spent", "op": "between", "value": [2]}, "wrong_type", "/value"),
    ({"field": "orders", "op": "=", "value": 1.0}, "wrong_type", "/value"),
    ({"field": "orders", "op": "between", "value": [1, "2"]}, "wrong_type", "/value/1"),
    ({**SPENT, "channel": "sms"}, "unknown_key", "/channel"),
    ({"field": "province", "op": "in", "value": []}, "empty", "/value"),
    ({"field": "province", "op": "in", "value": "浙江"}, "wrong_type", "/value"),
    ({"field": "province", "op": "is", "value": ["浙江"]}, "wrong_type", "/value"),
    ({"field": "has_phone", "op": "is", "value": 1}, "wrong_type", "/value"),
    ({"field": "consent", "op": "is", "value": "granted"}, "missing_key", ""),
    ({"field": "consent", "channel": "fax", "op": "is", "value": "granted"}, "wrong_value", "/channel"),
    ({"field": "consent", "channel": "sms", "op": "is", "value": "yes"}, "wrong_value", "/value"),
    ({"field": "last_order", "op": "never", "value": 3}, "unknown_key", "/value"),
    ({"field": "last_order", "op": "within_days", "value": 0}, "out_of_range", "/value"),
    ({"field": "last_order", "op": "within_days", "value": "2026-01-01"}, "wrong_type", "/value"),
    ({"field": "last_order", "op": "before", "value": "2026-02-30"}, "bad_date", "/value"),
    ({"field": "last_order", "op": "before", "value": "20260201"}, "bad_date", "/value"),
    ({"field": "last_order", "op": "before", "value": "0001-01-01"}, "out_of_range", "/value"),
    ({"ordered": []}, "wrong_type", "/ordered"),
    ({"ordered": {"time": [">=", 2]}}, "unknown_key", "/ordered/time"),
    ({"ordered": {"times": 2}}, "wrong_type", "/ordered/times"),
    ({"ordered": {"times": ["between", 2]}}, "wrong_op", "/ordered/times/0"),
    ({"ordered": {"times": [">=", -1]}}, "out_of_range", "/ordered/times/1"),
    ({"ordered": {"within_days": 5, "to": "2026-01-01"}}, "conflicting_keys", "/ordered"),
    ({"ordered": {"from": "2026-01-02", "to": "2026-01-01"}}, "bad_range", "/ordered/to"),
    ({"ordered": {"product": {}}}, "missing_key", "/ordered/product"),
    ({"ordered": {"product": {"title_has": []}}}, "empty", "/ordered/product/title_has"),
    ({"ordered": {"product": {"title_has": " "}}}, "empty", "/ordered/product/title_has"),
    ({"ordered": {"product": {"title_has": ["a", 1]}}}, "wrong_type", "/ordered/product/title_has/1"),
    ({"ordered": {"product": {"price": [None, None]}}}, "wrong_type", "/ordered/product/price"),
    ({"ordered": {"product": {"price": 5}}}, "wrong_type", "/ordered/product/price"),
    ({"ordered": {"product": {"price": [5, 4]}}}, "bad_range", "/ordered/product/price"),
    ({"ordered": {"product": {"brand": "a"}}}, "unknown_key", "/ordered/product/brand"),
    ({"ordered": {"amount": [-1, None]}}, "out_of_range", "/ordered/amount/0"),
    ({"ordered": {"times": [">=", 1], "sum": [">=", 1]}}, "conflicting_keys", "/ordered"),
    ({"ordered": {"items": [">=", 1.5]}}, "wrong_type", "/ordered/items/1"),
    ({"ordered": {"before_days": 5, "to": "2026-01-01"}}, "conflicting_keys", "/ordered"),
    ({"ordered": {"before_days": 5, "within_days": 9}}, "conflicting_keys", "/ordered"),
    ({"ordered": {"status": "lost"}}, "wrong_value", "/ordered/status"),
    ({"ordered": {"status": ["paid", "lost"]}}, "wrong_value", "/ordered/status/1"),
    ({"ordered": {"status": []}}, "empty", "/ordered/status"),
    ({"ordered": {"shop": [" "]}}, "empty", "/ordered/shop"),
    ({"ordered": {"hours": [5, 5]}}, "nothing_between", "/ordered/hours"),
    ({"ordered": {"hours": [24, 5]}}, "out_of_range", "/ordered/hours/0"),
    ({"ordered": {"weekdays": []}}, "empty", "/ordered/weekdays"),
    ({"ordered": {"weekdays": [0]}}, "out_of_range", "/ordered/weekdays/0"),
    ({"ordered": {"promotion": False}}, "wrong_type", "/ordered/promotion"),
    ({"ordered": {"which": "second"}}, "wrong_value", "/ordered/which"),
    ({"ordered": {"after_gap_days": 0}}, "out_of_range", "/ordered/after_gap_days"),
    ({"sequence": {"first": {}}}, "missing_key", "/sequence"),
    ({"sequence": {"first": {"times": [">=", 2]}, "then": {}}}, "unknown_key", "/sequence/first/times"),
    ({"sequence": {"first": {}, "then": {"hours": [5]}}}, "wrong_type", "/sequence/then/hours"),
    ({"sequence": {"first": {}, "then": {}, "absent": 1}}, "wrong_type", "/sequence/absent"),
    ({"sent": {"channel": "fax"}}, "wrong_value", "/sent/channel"),
    ({"sent": {"campaign": "summer"}}, "wrong_type", "/sent/campaign"),
    ({"sent": {"within_days": 5, "from": "2026-01-01"}}, "conflicting_keys", "/sent"),
    ({"refund": {"reason_has": []}}, "empty", "/refund/reason_has"),
    ({"refund": {"reason": "a"}}, "unknown_key", "/refund/reason"),
    ({"list": " "}, "empty", "/list"),
    ({"list": "a", "op": "is"}, "unknown_key", "/op"),
    ({"segment": "VIP"}, "wrong_type", "/segment"),
    ({"segment": 0}, "out_of_range", "/segment"),
    ({"random": [5, 5]}, "nothing_between", "/random"),
    ({"random": [6, 5]}, "bad_range", "/random"),
    ({"random": [0, 101]}, "out_of_range", "/random/1"),
    ({"rfm": {"r": [0, 5]}}, "out_of_range", "/rfm/r/0"),
    ({"rfm": {"r": [5, 4]}}, "bad_range", "/rfm/r"),
    ({"rfm": {"r": 5}}, "wrong_type", "/rfm/r"),
    ({"rfm": {"s": [1, 5]}}, "unknown_key", "/rfm/s"),
    ({"muted": [{"tag": "VIP"}]}, "wrong_type", "/muted"),
    ({"muted": {"tag": ""}}, "empty", "/muted/tag"),
    ({"field": "city_tier", "op": "is", "value": "9"}, "wrong_value", "/value"),
    ({"field": "city_tier", "op": "in", "value": "1"}, "wrong_type", "/value"),
    ({"field": "phone_kind", "op": "in", "value": ["real", "x"]}, "wrong_value", "/value/1"),
    ({"field": "birthday", "op": "month", "value": 13}, "out_of_range", "/value"),
    ({"field": "birthday", "op": "known", "value": 1}, "unknown_key", "/value"),
    ({"field": "note", "op": "has", "value": " "}, "empty", "/value"),
    ({"field": "refund_share", "op": ">=", "value": 33.333}, "wrong_type", "/value"),
]


@pytest.mark.parametrize(("value", "code", "path"), BAD)
def test_what_is_not_a_tree_is_refused_with_its_place(value, code, path):
    with pytest.raises(TreeError) as refused:
        tree.parse(value)
    assert (refused.value.code, refused.value.data["path"]) == (code, path)


def nested(depth: int) -> dict:
    value: dict = {"tag": "VIP"}
    for _ in range(depth - 1):
        value = {"not": value}
    return value


def test_depth_is_limited():
    tree.parse(nested(tree.MAX_DEPTH))
    with pytest.raises(TreeError) as refused:
        tree.parse(nested(tree.MAX_DEPTH + 1))
    assert refused.value.code == "too_deep"


@pytest.mark.parametrize(
    ("text", "code"), [("", "not_json"), ('{"all": [}', "not_json"), ('{"not":' * 200_000, "too_deep")]
)
def test_text_that_is_no_json(text, code):
    with pytest.raises(TreeError) as refused:
        tree.parse_text(text)
    assert refused.value.code == code


@pytest.mark.parametrize("digits", ["9" * 41, "9" * 5000, "-" + "9" * 5000])
def test_a_number_of_thousands_of_digits_is_out_of_range(digits):
    with pytest.raises(TreeError) as refused:
        tree.parse_text('{"all": [{"field": "orders", "op": "=", "value": ' + digits + "}]}")
    assert (refused.value.code, refused.value.data["path"]) == ("out_of_range", "/all/0/value")


@pytest.mark.parametrize("text", ['{"all": [], "all": []}', '{"not": {"tag": "a", "tag": "b"}}'])
def test_no_word_stands_twice(text):
    with pytest.raises(TreeError) as refused:
        tree.parse_text(text)
    assert refused.value.code == "repeated_key"


def test_paths_are_json_pointers_in_writing_order():
    node = tree.parse({"all": [{"tag": "a"}, {"not": {"any": [{"tag": "b"}]}}]})
    assert [path for path, _ in tree.walk(node)] == ["", "/all/0", "/all/1", "/all/1/not", "/all/1/not/any/0"]


@settings(deadline=None, max_examples=500, suppress_health_check=[HealthCheck.too_slow])
@given(trees())
def test_every_tree_reads_back_from_what_is_written(value):
    node = tree.parse(value)
    assert tree.parse(json.loads(json.dumps(tree.to_json(node)))) == node
    assert tree.parse_text(tree.to_text(node)) == node
    assert hash(tree.parse(tree.to_json(node))) == hash(node)


MUTED = [
    ({"muted": {"tag": "a"}}, None),
    ({"all": []}, {"all": []}),
    ({"all": [{"muted": {"tag": "a"}}]}, None),
    ({"all": [{"muted": {"tag": "a"}}, {"tag": "b"}]}, {"all": [{"tag": "b"}]}),
    ({"any": [{"not": {"muted": {"tag": "a"}}}, {"any": []}]}, {"any": [{"any": []}]}),
    ({"not": {"any": [{"all": [{"muted": {"tag": "a"}}]}]}}, None),
]


@pytest.mark.parametrize(("value", "left"), MUTED)
def test_what_is_muted_is_as_if_it_were_not_there(value, left):
    kept = tree.pruned(tree.parse(value))
    assert (None if kept is None else tree.to_json(kept)) == left


def test_segments_are_named_once_each():
    node = tree.parse({"all": [{"segment": 5}, {"not": {"segment": 2}}, {"muted": {"segment": 5}}]})
    assert tree.segments_named(node) == (5, 2)
    assert tree.segments_named(tree.All()) == ()


def test_catalogue_is_consistent():
    assert len({entry.key for entry in FIELDS}) == len(FIELDS)
    assert set(OPS) == set(Kind)
    assert all(OPPOSITE[OPPOSITE[op]] == op for op in OPPOSITE)


def test_written_trees_are_plain_json():
    for value in GOOD:
        assert json.loads(json.dumps(tree.to_json(tree.parse(value)))) == value
