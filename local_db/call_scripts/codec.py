"""A call script as the JSON text that is kept and handed on, read strictly."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Objection, Outcome, Step
from local_db.errors import DocumentError, TemplateError
from local_db.templates.rule_reader import RuleTable

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = 1
LANGUAGES = ("zh", "en")
MOST_STEPS = 500
MOST_CHARACTERS = 1_000_000
FARTHEST = 1_000_000  # from the middle of the canvas

_KINDS = {kind.value: kind for kind in AnswerKind}
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


def to_json(script: CallScript) -> str:
    """The script as one line of JSON; what is as usual is left out."""
    steps = [_without_usual(_step(step)) for step in script.steps]
    content = {
        "format": FORMAT,
        "language": script.language,
        "opening": script.opening,
        "opening_budget": script.opening_budget,
        "steps": steps,
        "always": [_answer(answer) for answer in script.always],
        "objections": [{"title": objection.title, "says": objection.says} for objection in script.objections],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> CallScript:
    """The script of a JSON text. Raises DocumentError `content_invalid` with the key of what cannot be understood."""
    try:
        if len(text) > MOST_CHARACTERS:
            raise DocumentError("content_invalid", key="")
        values = json.loads(text)
        json.dumps(values, ensure_ascii=False).encode()  # half a character of two: JSON can spell it, no file holds it
    except (ValueError, RecursionError):
        raise DocumentError("content_invalid", key="") from None
    if not isinstance(values, dict):
        raise DocumentError("content_invalid", key="")
    try:
        return _script(RuleTable("", "", values))
    except TemplateError as error:
        raise DocumentError("content_invalid", key=error.data.get("key", "")) from None


def is_too_large(script: CallScript) -> bool:
    """Whether the script could be kept, but not read again."""
    return len(script.steps) > MOST_STEPS or len(to_json(script)) > MOST_CHARACTERS


def searchable(script: CallScript) -> str:
    """Everything of a script that somebody may remember of it."""
    return "\n".join(_words(script))


def _words(script: CallScript) -> Iterator[str]:
    for step in script.steps:
        yield step.title
        yield from step.says
        yield step.hint
        yield from _labels(step.answers)
    yield from _labels(script.always)
    for objection in script.objections:
        yield objection.title
        yield objection.says


def _labels(answers: tuple[Answer, ...]) -> Iterator[str]:
    for answer in answers:
        yield answer.label
        yield from answer.tags


# --- writing ---


def _step(step: Step) -> dict[str, object]:
    return {
        "key": step.key,
        "title": step.title,
        "says": list(step.says),
        "answers": [_answer(answer) for answer in step.answers],
        "outcome": step.outcome.value if step.outcome else "",
        "hint": step.hint,
        "x": step.x,
        "y": step.y,
    }


def _without_usual(values: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in values.items() if value or key in ("key", "title", "says", "x", "y")}


def _answer(answer: Answer) -> dict[str, object]:
    values: dict[str, object] = {"kind": answer.kind.value, "to": answer.to}
    if answer.label:
        values["label"] = answer.label
    if answer.tags:
        values["tags"] = list(answer.tags)
    return values


# --- reading ---


def _script(table: RuleTable) -> CallScript:
    if table.number("format") != FORMAT:
        raise table.wrong("format")
    language = table.text("language")
    if language not in LANGUAGES:
        raise table.wrong("language")
    steps = tuple(map(_read_step, table.tables("steps")))
    if len(steps) > MOST_STEPS or len({step.key for step in steps}) < len(steps):
        raise table.wrong("steps")
    script = CallScript(
        opening=table.text("opening", empty=True),
        steps=steps,
        objections=tuple(map(_read_objection, table.tables("objections"))),
        language=language,
        opening_budget=table.number("opening_budget"),
        always=tuple(map(_read_answer, table.tables("always"))),
    )
    table.end()
    return script


def _read_step(table: RuleTable) -> Step:
    step = Step(
        key=table.text("key"),
        title=table.text("title", empty=True),
        says=table.texts("says", empty=True),
        answers=tuple(map(_read_answer, table.tables("answers"))),
        outcome=table.choice("outcome", _OUTCOMES) if table.has("outcome") else None,
        hint=table.text("hint", "", empty=True),
        x=_place(table, "x"),
        y=_place(table, "y"),
    )
    table.end()
    return step


def _place(table: RuleTable, key: str) -> int:
    place = table.number(key, least=-FARTHEST)
    if place > FARTHEST:
        raise table.wrong(key)
    return place


def _read_answer(table: RuleTable) -> Answer:
    answer = Answer(
        kind=table.choice("kind", _KINDS),
        to=table.text("to", empty=True),
        label=table.text("label", "", empty=True),
        tags=table.texts("tags") if table.has("tags") else (),
    )
    table.end()
    return answer


def _read_objection(table: RuleTable) -> Objection:
    objection = Objection(table.text("title", empty=True), table.text("says", empty=True))
    table.end()
    return objection
