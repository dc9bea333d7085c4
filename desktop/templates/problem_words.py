"""The sentences for what is wrong with a template; needs no Qt."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.translation import QT_TRANSLATE_NOOP, translate

SENTENCES = {
    # these keep a text in the shop
    "missing_signature": QT_TRANSLATE_NOOP("TemplateProblems", "The signature is missing; every text needs one."),
    "signature_characters": QT_TRANSLATE_NOOP("TemplateProblems", "A signature cannot contain “{character}”."),
    "empty_body": QT_TRANSLATE_NOOP("TemplateProblems", "There is no text yet."),
    "brackets_in_body": QT_TRANSLATE_NOOP("TemplateProblems", "【】 may only stand around the signature."),
    "missing_opt_out": QT_TRANSLATE_NOOP(
        "TemplateProblems", "A marketing text must say how to refuse it. Choose an opt-out wording."
    ),
    "opt_out_in_notification": QT_TRANSLATE_NOOP(
        "TemplateProblems", "A notification must not carry an opt-out wording. Remove it, or make the text marketing."
    ),
    "too_long": QT_TRANSLATE_NOOP(
        "TemplateProblems", "The text has {units} characters even without any value; {most} are allowed."
    ),
    "unclosed_brace": QT_TRANSLATE_NOOP("TemplateProblems", "This “{{” is never closed. Write “{{{{” for a brace."),
    "stray_brace": QT_TRANSLATE_NOOP("TemplateProblems", "This “}}” closes nothing. Write “}}}}” for a brace."),
    "empty_name": QT_TRANSLATE_NOOP("TemplateProblems", "These braces name no variable."),
    "unknown_variable": QT_TRANSLATE_NOOP(
        "TemplateProblems", "There is no variable called “{name}”. Choose one from the list of variables."
    ),
    "bad_limit": QT_TRANSLATE_NOOP(
        "TemplateProblems", "The limit of “{name}” must be a number from 1 to 999, as in {{{name}|fallback|6}}."
    ),
    # these are only worth knowing
    "signature_length": QT_TRANSLATE_NOOP(
        "TemplateProblems", "Routes accept signatures of {shortest} to {longest} characters."
    ),
    "opt_out_twice": QT_TRANSLATE_NOOP("TemplateProblems", "The text already says how to refuse; it is said twice."),
    "unusual_opt_out": QT_TRANSLATE_NOOP(
        "TemplateProblems", "This opt-out wording is not one that routes are known to accept."
    ),
    "full_width_brace": QT_TRANSLATE_NOOP(
        "TemplateProblems", "This is a full-width brace; variables are written with half-width ones."
    ),
    "line_break": QT_TRANSLATE_NOOP("TemplateProblems", "A line break is sent as a blank."),
}


def template_problem(code: str, data: Mapping[str, object]) -> str:
    """The sentence for one problem of a template."""
    return translate("TemplateProblems", SENTENCES[code]).format(**data)
