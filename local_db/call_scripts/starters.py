"""The scenes of calls that come with the program, from `resources/starters/call_scripts.toml`, in a language."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from local_db.call_scripts.codec import LANGUAGES
from local_db.call_scripts.layout import tidy
from local_db.call_scripts.model import Answer, AnswerKind, CallScript, Objection, Outcome, Step
from local_db.templates.rule_reader import read_rules

if TYPE_CHECKING:
    from local_db.templates.rule_reader import RuleTable

STARTERS_FILE = Path(__file__).resolve().parents[2] / "resources" / "starters" / "call_scripts.toml"

_KINDS = {kind.value: kind for kind in AnswerKind}
_OUTCOMES = {outcome.value: outcome for outcome in Outcome}


@dataclass(frozen=True, slots=True)
class Starter:
    """A script to begin with; `key` is the same in every language, `use` says when to call with it."""

    key: str
    name: str
    use: str
    script: CallScript


@cache
def starters(language: str) -> tuple[Starter, ...]:
    """The ten scenes in a language (`zh`, `en`), laid out for the canvas."""
    file = read_rules(STARTERS_FILE)
    said = _Reader(language)
    always = tuple(map(said.answer, file.tables("always")))
    shared = tuple(map(said.step, file.tables("shared")))
    objections = dict(map(said.objection, file.tables("objections")))
    found = tuple(said.scene(table, shared, always, objections) for table in file.tables("scenes"))
    file.end()
    return found


class _Reader:
    """Reads the entries of the file in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def scene(
        self,
        table: RuleTable,
        shared: tuple[Step, ...],
        always: tuple[Answer, ...],
        objections: dict[str, Objection],
    ) -> Starter:
        """A scene with the steps and answers that all of them have."""
        steps = (*map(self.step, table.tables("steps")), *shared)
        script = CallScript(
            opening=steps[0].key,
            steps=steps,
            objections=tuple(objections[key] for key in table.texts("objections")),
            language=self._language,
            always=always,
        )
        starter = Starter(table.text("key"), self._words(table, "name"), self._words(table, "use"), tidy(script))
        table.end()
        return starter

    def step(self, table: RuleTable) -> Step:
        """A step."""
        step = Step(
            key=table.text("key"),
            title=self._words(table, "title"),
            says=self._says(table),
            answers=tuple(map(self.answer, table.tables("answers"))),
            outcome=table.choice("outcome", _OUTCOMES) if table.has("outcome") else None,
            hint=self._words(table, "hint"),
        )
        table.end()
        return step

    def answer(self, table: RuleTable) -> Answer:
        """An answer, with its words and its tag where it has any."""
        tag = self._words(table, "tag")
        answer = Answer(
            kind=table.choice("kind", _KINDS),
            to=table.text("to"),
            label=self._words(table, "label"),
            tags=(tag,) if tag else (),
        )
        table.end()
        return answer

    def objection(self, table: RuleTable) -> tuple[str, Objection]:
        """An objection and the key by which scenes name it."""
        found = table.text("key"), Objection(self._words(table, "title"), self._words(table, "says"))
        table.end()
        return found

    def _words(self, table: RuleTable, key: str) -> str:
        return table.words(key).said(self._language) if table.has(key) else ""

    def _says(self, table: RuleTable) -> tuple[str, ...]:
        says = table.table("says")
        found = {language: says.texts(language) for language in LANGUAGES}
        says.end()
        return found[self._language]
