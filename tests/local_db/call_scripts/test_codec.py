"""A script is kept as it was written, and what is no script is refused with its place."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from local_db.call_scripts.codec import MOST_STEPS, from_json, searchable, to_json
from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Objection, Outcome, Step
from local_db.errors import DocumentError
from tests.local_db.call_scripts.random_scripts import sound_scripts

SMALL = CallScript(
    "a",
    (
        Step("a", "开场", ("您好", ""), (Answer(AnswerKind.CUSTOM, "", "下周", ("待访",)),), None, "慢", -20, 40),
        Step("b", "", (), outcome=Outcome.AGREED),
    ),
    (Objection("太贵", "有券"),),
    "en",
    15,
    (Answer(AnswerKind.REFUSE, "b"),),
)


def test_a_script_is_read_back_as_it_was_written() -> None:
    assert from_json(to_json(SMALL)) == SMALL
    assert from_json(to_json(CallScript("", ()))) == CallScript("", ())  # one that is only begun


@given(sound_scripts())
@settings(max_examples=60, deadline=None)
def test_any_script_is_read_back(script: CallScript) -> None:
    assert from_json(to_json(script)) == script


def test_everything_somebody_may_remember_is_found() -> None:
    for word in ("开场", "您好", "慢", "下周", "待访", "太贵", "有券"):
        assert word in searchable(SMALL)


def changed(path: tuple[object, ...], value: object) -> str:
    content = json.loads(to_json(SMALL))
    inside = content
    for key in path[:-1]:
        inside = inside[key]
    if value is KeyError:
        del inside[path[-1]]
    else:
        inside[path[-1]] = value
    return json.dumps(content)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", ""),
        ("{", ""),
        ("[]", ""),
        ("[" * 100_000, ""),
        (" " * 1_000_001, ""),
        (changed(("format",), 2), "format"),
        (changed(("language",), "fr"), "language"),
        (changed(("language",), KeyError), "language"),
        (changed(("more",), 1), "more"),
        (changed(("opening",), 1), "opening"),
        (changed(("opening_budget",), 0), "opening_budget"),
        (changed(("steps",), {}), "steps"),
        (changed(("steps", 1, "key"), "a"), "steps"),
        (changed(("steps", 1, "key"), ""), "steps[2].key"),
        (changed(("steps", 0, "x"), 1.5), "steps[1].x"),
        (changed(("steps", 0, "x"), 1_000_001), "steps[1].x"),
        (changed(("steps", 0, "x"), KeyError), "steps[1].x"),
        (changed(("steps", 0, "says"), "您好"), "steps[1].says"),
        (changed(("steps", 0, "says"), [1]), "steps[1].says"),
        (changed(("steps", 1, "outcome"), "won"), "steps[2].outcome"),
        (changed(("steps", 0, "more"), 1), "steps[1].more"),
        (changed(("always", 0, "kind"), "shouts"), "always[1].kind"),
        (changed(("always", 0, "tags"), [""]), "always[1].tags"),
        (changed(("objections", 0, "says"), None), "objections[1].says"),
        (changed(("steps", 0, "title"), "\ud800"), ""),  # half a character
    ],
)
def test_what_is_no_script_is_refused_with_its_place(text: str, key: str) -> None:
    with pytest.raises(DocumentError) as caught:
        from_json(text)
    assert (caught.value.code, caught.value.data) == ("content_invalid", {"key": key})


def test_a_script_of_too_many_steps_is_refused() -> None:
    steps = tuple(Step(str(number), "") for number in range(MOST_STEPS + 1))
    with pytest.raises(DocumentError, match="content_invalid"):
        from_json(to_json(CallScript("0", steps)))
    assert len(from_json(to_json(CallScript("0", steps[1:]))).steps) == MOST_STEPS


KEYS = st.sampled_from(["steps", "format", "key", "says"])
PLAIN = st.none() | st.integers() | st.text(max_size=5)


@given(st.recursive(PLAIN, lambda inner: st.lists(inner) | st.dictionaries(KEYS, inner)))
def test_no_json_does_anything_but_be_refused(value: object) -> None:
    with pytest.raises(DocumentError):
        from_json(json.dumps(value))
