"""One plan at a time: only the newest question is answered, and never two are worked on."""

from __future__ import annotations

from functools import partial
from typing import cast

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.campaigns.plan_lane import PlanLane
from desktop.campaigns.planning import Answer
from desktop.shell.background import Background
from local_db.errors import PrepareError


class Asker(QObject):
    """Asks through a lane and remembers what came back."""

    def __init__(self, background: Background) -> None:
        super().__init__()
        self.lane = PlanLane(background, self._done, self._failed, self)
        self.worked: list[str] = []
        self.answers: list[str] = []
        self.refusals: list[BaseException] = []

    def ask(self, question: str) -> None:
        self.lane.ask(partial(self._work, question))

    def _work(self, question: str) -> Answer:
        self.worked.append(question)
        if question == "wrong":
            raise PrepareError("stale_roster")
        return cast(Answer, question)

    def _done(self, answer: Answer) -> None:
        self.answers.append(cast(str, answer))

    def _failed(self, error: BaseException) -> None:
        self.refusals.append(error)


@pytest.fixture
def background(qapp: QApplication):  # type: ignore[no-untyped-def]
    made = Background(qapp)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("questions", "worked", "answers"),
    [
        (["a"], ["a"], ["a"]),
        (["a", "b"], ["a", "b"], ["b"]),
        (["a", "b", "c", "d"], ["a", "d"], ["d"]),
        (["wrong", "b"], ["wrong", "b"], ["b"]),
    ],
)
def test_the_newest_question_is_answered(
    background: Background, questions: list[str], worked: list[str], answers: list[str]
) -> None:
    asker = Asker(background)
    for question in questions:
        asker.ask(question)
    assert background.wait_idle()
    assert (asker.worked, asker.answers, asker.refusals) == (worked, answers, [])


def test_what_is_forgotten_is_not_answered(background: Background) -> None:
    asker = Asker(background)
    asker.ask("a")
    asker.lane.forget()
    assert background.wait_idle()
    assert asker.answers == []
    asker.ask("b")
    assert background.wait_idle()
    assert asker.answers == ["b"]


def test_a_refusal_is_told(background: Background) -> None:
    asker = Asker(background)
    asker.ask("wrong")
    assert background.wait_idle()
    assert [str(refusal) for refusal in asker.refusals] == ["stale_roster()"]
