"""The scenes that come with the program are what a caller can use at once: sound, short, in both languages."""

from __future__ import annotations

import pytest

from local_db.call_scripts.checks import problems
from local_db.call_scripts.codec import from_json, to_json
from local_db.call_scripts.model import AnswerKind, Outcome, Step
from local_db.call_scripts.running import MOST_CHOICES
from local_db.call_scripts.spoken import spoken
from local_db.call_scripts.starters import Starter, starters
from local_db.members.actions import clean_tag
from local_db.templates.filling import fill
from local_db.templates.variables import NAMES

EVERY = [
    pytest.param(starter, id=f"{language}-{starter.key}") for language in ("zh", "en") for starter in starters(language)
]
SCENES = (
    "repurchase", "receipt_care", "unpaid", "balance", "event", "recall", "join", "new_arrivals", "live", "restock",
)  # fmt: skip


def test_all_ten_scenes_are_there_in_both_languages() -> None:
    chinese, english = starters("zh"), starters("en")
    assert tuple(starter.key for starter in chinese) == tuple(starter.key for starter in english) == SCENES
    assert len({starter.name for starter in (*chinese, *english)}) == 20
    assert len({starter.use for starter in (*chinese, *english)} - {""}) == 20


def test_both_languages_have_the_same_steps_and_answers() -> None:
    def bare(step: Step) -> object:
        answers = [(answer.kind, answer.to, bool(answer.tags)) for answer in step.answers]
        return step.key, step.outcome, answers, len(step.says)

    for one, other in zip(starters("zh"), starters("en"), strict=True):
        assert list(map(bare, one.script.steps)) == list(map(bare, other.script.steps))
        assert (one.script.language, other.script.language) == ("zh", "en")


@pytest.mark.parametrize("starter", EVERY)
def test_every_starter_passes_every_check(starter: Starter) -> None:
    assert problems(starter.script) == ()
    assert from_json(to_json(starter.script)) == starter.script


@pytest.mark.parametrize("starter", EVERY)
def test_every_starter_is_short_and_has_what_callers_need(starter: Starter) -> None:
    script = starter.script
    assert 7 <= len(script.steps) <= 14
    assert 3 <= len(script.objections) <= 5
    lengths = spoken(script)
    assert lengths.longest is not None
    assert lengths.longest.exact
    assert lengths.longest.seconds < 60
    assert all(step.title and all(step.says) for step in script.steps)
    assert {step.outcome for step in script.steps} >= {Outcome.REFUSED, Outcome.CALL_BACK, Outcome.NO_ANSWER}
    asking = [step for step in script.steps if step.outcome is None]
    for step in asking:
        kinds = {answer.kind for answer in script.answers_at(step)}
        assert kinds >= {AnswerKind.REFUSE, AnswerKind.SILENCE, AnswerKind.BUSY}
        assert len(script.answers_at(step)) <= MOST_CHOICES
    assert len(script.step(script.opening).says) > 1  # type: ignore[union-attr] # it is not said twice in the same words


@pytest.mark.parametrize("starter", EVERY)
def test_no_two_boxes_of_a_starter_cover_each_other(starter: Starter) -> None:
    places = {(step.x, step.y) for step in starter.script.steps}
    assert len(places) == len(starter.script.steps)


@pytest.mark.parametrize("starter", EVERY)
def test_a_starter_can_be_said_to_somebody_of_whom_nothing_is_known(starter: Starter) -> None:
    objections = [objection.says for objection in starter.script.objections]
    for wording in [*objections, *(wording for step in starter.script.steps for wording in step.says)]:
        said = fill(wording, {})
        assert said.unfilled == ()
        assert "{" not in said.text
        assert "{" not in fill(wording, dict.fromkeys(NAMES, "值")).text


@pytest.mark.parametrize("starter", EVERY)
def test_tags_are_spelled_as_tags_are_kept(starter: Starter) -> None:
    tags = [tag for step in starter.script.steps for answer in step.answers for tag in answer.tags]
    assert tags
    assert [clean_tag(tag) for tag in tags] == tags
