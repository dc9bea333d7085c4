"""The words and colours of answers and outcomes; needs no Qt."""

from __future__ import annotations

from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.call_scripts.model import Answer, AnswerKind, Outcome

_CONTEXT = "CallScripts"

KINDS = {
    AnswerKind.YES: QT_TRANSLATE_NOOP("CallScripts", "Yes"),
    AnswerKind.NO: QT_TRANSLATE_NOOP("CallScripts", "No"),
    AnswerKind.BUSY: QT_TRANSLATE_NOOP("CallScripts", "Busy"),
    AnswerKind.SILENCE: QT_TRANSLATE_NOOP("CallScripts", "Silence"),
    AnswerKind.REFUSE: QT_TRANSLATE_NOOP("CallScripts", "Refuses calls"),
    AnswerKind.UNCLEAR: QT_TRANSLATE_NOOP("CallScripts", "Unclear"),
    AnswerKind.CUSTOM: QT_TRANSLATE_NOOP("CallScripts", "In own words"),
}
OUTCOMES = {
    Outcome.AGREED: QT_TRANSLATE_NOOP("CallScripts", "Agreed"),
    Outcome.INTERESTED: QT_TRANSLATE_NOOP("CallScripts", "Interested"),
    Outcome.CALL_BACK: QT_TRANSLATE_NOOP("CallScripts", "Call back later"),
    Outcome.NOT_INTERESTED: QT_TRANSLATE_NOOP("CallScripts", "Not interested"),
    Outcome.REFUSED: QT_TRANSLATE_NOOP("CallScripts", "No more calls"),
    Outcome.NO_ANSWER: QT_TRANSLATE_NOOP("CallScripts", "No answer"),
    Outcome.WRONG_NUMBER: QT_TRANSLATE_NOOP("CallScripts", "Wrong number"),
}
LANGUAGES = {
    "zh": QT_TRANSLATE_NOOP("CallScripts", "In Chinese"),
    "en": QT_TRANSLATE_NOOP("CallScripts", "In English"),
}
_UNNAMED = QT_TRANSLATE_NOOP("CallScripts", "Answer without words")
_NOTHING = QT_TRANSLATE_NOOP("CallScripts", "Says nothing yet")
_UNTITLED = QT_TRANSLATE_NOOP("CallScripts", "Untitled step")

_KIND_TONES = {
    AnswerKind.YES: "good",
    AnswerKind.NO: "warn",
    AnswerKind.BUSY: "blue",
    AnswerKind.SILENCE: "muted",
    AnswerKind.REFUSE: "bad",
    AnswerKind.UNCLEAR: "muted",
    AnswerKind.CUSTOM: "accent",
}
_OUTCOME_TONES = {
    Outcome.AGREED: "good",
    Outcome.INTERESTED: "good",
    Outcome.CALL_BACK: "blue",
    Outcome.NOT_INTERESTED: "warn",
    Outcome.REFUSED: "bad",
    Outcome.NO_ANSWER: "muted",
    Outcome.WRONG_NUMBER: "muted",
}


def kind_words(kind: AnswerKind) -> str:
    """What a kind of answer is called."""
    return translate(_CONTEXT, KINDS[kind])


def answer_words(answer: Answer) -> str:
    """An answer as it is shown: its own words, else those of its kind."""
    if label := answer.label.strip():
        return label
    return translate(_CONTEXT, _UNNAMED) if answer.kind is AnswerKind.CUSTOM else kind_words(answer.kind)


def outcome_words(outcome: Outcome) -> str:
    """How a call ended."""
    return translate(_CONTEXT, OUTCOMES[outcome])


def title_words(title: str) -> str:
    """The title of a step, or words for one that has none yet."""
    return title.strip() or translate(_CONTEXT, _UNTITLED)


def nothing_said() -> str:
    """What stands in the place of words that are still to be written."""
    return translate(_CONTEXT, _NOTHING)


def answer_tone(kind: AnswerKind) -> str:
    """The colour of the theme in which a kind of answer is drawn; its words always stand with it."""
    return _KIND_TONES[kind]


def outcome_tone(outcome: Outcome) -> str:
    """The colour of the theme that goes with an outcome."""
    return _OUTCOME_TONES[outcome]


def script_kind(language: str) -> str:
    """In which language a script is spoken, for the list."""
    return translate(_CONTEXT, LANGUAGES.get(language, language))
