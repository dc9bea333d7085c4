"""Where the calls with a script went: how often each step was said, each answer given, and how calls ended."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from local_db.call_scripts import store
from local_db.call_scripts.model import Answer, AnswerKind, Outcome, Step
from local_db.call_scripts.running import meanings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from local_db.shop_file import Shop


@dataclass(frozen=True, slots=True)
class Coverage:
    """Counts over calls. Steps and answers that the script no longer has are among them too."""

    calls: int
    said: Mapping[str, int]  # key of a step: how often it was said
    given: Mapping[tuple[str, tuple[AnswerKind, str]], int]  # key of a step and the meaning of an answer
    ended: Mapping[str, int]  # key of a step: how many calls ended at it, by itself or by hanging up
    outcomes: Mapping[Outcome, int]

    def of_answer(self, step: Step, answer: Answer) -> int:
        """How often an answer was given to a step, also where it holds at every step."""
        return self.given.get((step.key, answer.meaning), 0)

    def share(self, step: Step, answer: Answer) -> float:
        """The part of those who answered the step at all that answered so; 0 where nobody did."""
        answered = self.said.get(step.key, 0) - self.ended.get(step.key, 0)
        return self.of_answer(step, answer) / answered if answered else 0.0


def coverage(shop: Shop, document_id: int, *, since: int = 0) -> Coverage:
    """Over the calls with a script that began at `since` (UTC seconds) or later."""
    said: Counter[str] = Counter()
    given: Counter[tuple[str, tuple[AnswerKind, str]]] = Counter()
    ended: Counter[str] = Counter()
    outcomes: Counter[Outcome] = Counter()
    with shop.read() as connection:
        for outcome, path in store.of_script(connection, document_id, since):
            outcomes[outcome] += 1
            for step, meaning in meanings(path):
                said[step] += 1
                if meaning is None:
                    ended[step] += 1
                else:
                    given[step, meaning] += 1
    return Coverage(outcomes.total(), said, given, ended, outcomes)
