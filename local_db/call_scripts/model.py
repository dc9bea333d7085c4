"""What a call script is made of."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from local_db.members.model import StoredConsent, TagChange


OF_A_CALL = "call:"  # before a script's id: the source of a tag that an answer gave


class AnswerKind(StrEnum):
    """What the person called does after a step was said."""

    YES = "yes"
    NO = "no"
    BUSY = "busy"
    SILENCE = "silence"
    REFUSE = "refuse"
    UNCLEAR = "unclear"
    CUSTOM = "custom"  # in the words of `Answer.label`


class Outcome(StrEnum):
    """How a call ended; chosen where a path of the script ends."""

    AGREED = "agreed"
    INTERESTED = "interested"
    CALL_BACK = "call_back"
    NOT_INTERESTED = "not_interested"
    REFUSED = "refused"  # does not want to be called again: recorded as an opt-out of calls
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a step, and where it leads."""

    kind: AnswerKind
    to: str  # key of a step; empty: nowhere yet
    label: str = ""  # words of a custom answer; of another kind the words that are shown instead of its usual ones
    tags: tuple[str, ...] = ()  # given to the member who answers so

    @property
    def meaning(self) -> tuple[AnswerKind, str]:
        """What tells this answer from the others of a step: its kind, of a custom one its words."""
        return self.kind, " ".join(self.label.split()).casefold() if self.kind is AnswerKind.CUSTOM else ""


@dataclass(frozen=True, slots=True)
class Step:
    """Something said, and what may be answered; a step with an outcome ends the call and has no answers.

    `says` are wordings of the same thing, used in turn when the step comes again; texts may hold variables as SMS
    templates do. `x` and `y` are where it lies on the canvas.
    """

    key: str  # unique within the script
    title: str
    says: tuple[str, ...] = ("",)
    answers: tuple[Answer, ...] = ()
    outcome: Outcome | None = None
    hint: str = ""  # for the caller, not said
    x: int = 0
    y: int = 0


@dataclass(frozen=True, slots=True)
class Objection:
    """What callers hear often, and what to say to it."""

    title: str
    says: str


@dataclass(frozen=True, slots=True)
class CallScript:
    """A call as a graph of steps. Times are seconds.

    The answers of `always` may be given at every step that does not end the call, unless the step has the same
    answer itself: what is done about a refusal or silence is written once.
    """

    opening: str  # key of the first step
    steps: tuple[Step, ...]
    objections: tuple[Objection, ...] = ()
    language: str = "zh"  # in which it is spoken
    opening_budget: int = 20  # how long the opening may take
    always: tuple[Answer, ...] = ()

    def step(self, key: str) -> Step | None:
        """The step of a key; None where there is none."""
        return next((step for step in self.steps if step.key == key), None)

    def answers_at(self, step: Step) -> tuple[Answer, ...]:
        """Everything that may be answered to a step, its own answers first; nothing where it ends the call."""
        if step.outcome is not None:
            return ()
        own = {answer.meaning for answer in step.answers}
        return (*step.answers, *(answer for answer in self.always if answer.meaning not in own))


@dataclass(frozen=True, slots=True)
class ScriptProblem:
    """Something wrong with a script, and where; one that blocks keeps it from being called with or handed on.

    `step` is a key, empty for the script as a whole and for its `always`; `answer` a place in the step's own answers,
    or in `always`. A text that is wrong is the wording `wording` of the step, or what objection `objection` says;
    `position` and `length` are characters of it.
    """

    code: str
    step: str = ""
    answer: int | None = None
    wording: int | None = None
    objection: int | None = None
    position: int = 0
    length: int = 0
    data: dict[str, object] = field(default_factory=dict)
    blocks: bool = True


@dataclass(frozen=True, slots=True)
class Call:
    """A call to a member and what came of it. `id` is 0 until it is recorded; times are UTC seconds."""

    member_id: int
    outcome: Outcome
    path: str  # as `running.path_json` writes it
    started_at: int
    ended_at: int
    note: str = ""
    document_id: int | None = None  # of the script; None where it is gone
    id: int = 0


class RecordedCall(NamedTuple):
    """What recording a call wrote; enough to take it back."""

    call_id: int
    tags: tuple[TagChange, ...] = ()
    consent: StoredConsent | None = None  # the entry of who refused
    not_given: tuple[str, ...] = ()  # tags that a rule gives, which no answer can
