"""What is wrong with a call script, in words; needs no Qt."""

from __future__ import annotations

from desktop import wording
from desktop.templates.variable_words import variable_label
from desktop.translation import QT_TRANSLATE_NOOP, translate
from desktop.wording_tables import TEMPLATE_PROBLEMS
from local_db.call_scripts.model import ScriptProblem

_CONTEXT = "CallScripts"

PROBLEMS = {
    "no_opening": QT_TRANSLATE_NOOP("CallScripts", "No step is the opening."),
    "same_key": QT_TRANSLATE_NOOP("CallScripts", "Another step has the same key."),
    "unreachable": QT_TRANSLATE_NOOP("CallScripts", "No answer leads here."),
    "nothing_said": QT_TRANSLATE_NOOP("CallScripts", "Nothing is said here yet."),
    "dead_end": QT_TRANSLATE_NOOP(
        "CallScripts", "The call stops here: give it an answer, or let the step end the call."
    ),
    "no_way_out": QT_TRANSLATE_NOOP(
        "CallScripts", "From here the answers lead round and round, to no end of the call."
    ),
    "leads_nowhere": QT_TRANSLATE_NOOP("CallScripts", "The answer leads nowhere yet."),
    "unknown_step": QT_TRANSLATE_NOOP("CallScripts", "The answer leads to a step that is gone."),
    "unnamed_answer": QT_TRANSLATE_NOOP("CallScripts", "The answer has no words."),
    "answers_alike": QT_TRANSLATE_NOOP("CallScripts", "Two answers mean the same."),
    "end_with_answers": QT_TRANSLATE_NOOP("CallScripts", "The step ends the call and has answers all the same."),
    "too_many_answers": QT_TRANSLATE_NOOP("CallScripts", "{count} answers, but only {most} have a key."),
    "no_refuse_exit": QT_TRANSLATE_NOOP("CallScripts", "Nothing is said of who wants no more calls."),
    "refusal_not_honoured": QT_TRANSLATE_NOOP(
        "CallScripts", "Who wants no more calls must come to an end “No more calls” at once."
    ),
    "no_silence_exit": QT_TRANSLATE_NOOP("CallScripts", "Nothing is said of silence."),
    "silence_never_ends": QT_TRANSLATE_NOOP("CallScripts", "Nothing but silence never ends the call."),
    "empty_variable": QT_TRANSLATE_NOOP("CallScripts", "{variable} is not known of everybody: give it a fallback."),
    "opening_too_long": QT_TRANSLATE_NOOP("CallScripts", "The opening takes {seconds} seconds, more than {budget}."),
}


def problem_words(problem: ScriptProblem) -> str:
    """The sentence for a problem, without its place."""
    facts = dict(problem.data)
    if problem.code in TEMPLATE_PROBLEMS:
        words = translate(wording.CONTEXT, TEMPLATE_PROBLEMS[problem.code]).format(**facts)
        return words[:1].upper() + words[1:]
    if problem.code == "empty_variable":
        facts["variable"] = variable_label(str(facts["name"]))
    return translate(_CONTEXT, PROBLEMS[problem.code]).format(**facts)
