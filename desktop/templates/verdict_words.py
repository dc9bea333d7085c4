"""What the rules of vendors are called, what to do about each, and what vendors say; needs no Qt."""

from __future__ import annotations

from desktop import amounts, wording
from desktop.templates.variable_words import variable_label
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.templates.in_languages import InLanguages
from local_db.templates.vendor import Verdict
from local_db.templates.verdicts import Finding

_CONTEXT = "Verdicts"

SAID: dict[Verdict, str] = {
    Verdict.OK: QT_TRANSLATE_NOOP("Verdicts", "ok"),
    Verdict.REVIEW: QT_TRANSLATE_NOOP("Verdicts", "review"),
    Verdict.REFUSED: QT_TRANSLATE_NOOP("Verdicts", "refused"),
}

ROWS = {
    "signature": QT_TRANSLATE_NOOP("Verdicts", "Signature"),
    "brackets": QT_TRANSLATE_NOOP("Verdicts", "【】 in the text"),
    "opt_out": QT_TRANSLATE_NOOP("Verdicts", "Opt-out wording"),
    "length": QT_TRANSLATE_NOOP("Verdicts", "Length"),
    "variables": QT_TRANSLATE_NOOP("Verdicts", "Variables"),
    "adjacent": QT_TRANSLATE_NOOP("Verdicts", "Variables side by side"),
    "alone": QT_TRANSLATE_NOOP("Verdicts", "Only variables"),
    "unbounded": QT_TRANSLATE_NOOP("Verdicts", "Variable without a longest length"),
    "long_value": QT_TRANSLATE_NOOP("Verdicts", "Long values"),
    "link": QT_TRANSLATE_NOOP("Verdicts", "Link in a variable"),
    "symbols": QT_TRANSLATE_NOOP("Verdicts", "Symbols"),
}

SUGGESTIONS = {
    "signature.missing": QT_TRANSLATE_NOOP("Verdicts", "Sign the text with the name that is filed."),
    "signature.length": QT_TRANSLATE_NOOP("Verdicts", "Sign with {shortest} to {longest} characters."),
    "brackets": QT_TRANSLATE_NOOP("Verdicts", "Leave 【】 to the signature; write “ ” or nothing."),
    "opt_out.missing": QT_TRANSLATE_NOOP("Verdicts", "End the text with a way to refuse."),
    "opt_out.wording": QT_TRANSLATE_NOOP("Verdicts", "Write {accepted}."),
    "opt_out.added": QT_TRANSLATE_NOOP("Verdicts", "Take it out of the text; the vendor adds it."),
    "opt_out.in_notification": QT_TRANSLATE_NOOP("Verdicts", "Take the opt-out wording out of a notification."),
    "length": QT_TRANSLATE_NOOP("Verdicts", "Shorten it from {units} to {most} characters."),
    "variables.in_marketing": QT_TRANSLATE_NOOP("Verdicts", "Write a version without variables."),
    "variables.most": QT_TRANSLATE_NOOP("Verdicts", "Use at most {most} variables."),
    "adjacent": QT_TRANSLATE_NOOP("Verdicts", "Put a word between the two."),
    "alone": QT_TRANSLATE_NOOP("Verdicts", "Say in fixed words what the text is about."),
    "unbounded": QT_TRANSLATE_NOOP("Verdicts", "Click the variable and give it a longest length."),
    "long_value": QT_TRANSLATE_NOOP("Verdicts", "Click the variable; {most} characters at most."),
    "link": QT_TRANSLATE_NOOP("Verdicts", "Write the whole link as fixed text."),
    "symbols": QT_TRANSLATE_NOOP("Verdicts", "Write it in words instead of {word}."),
}


def said(verdict: Verdict) -> str:
    """What a vendor says, in a word."""
    return translate(_CONTEXT, SAID[verdict])


def row_title(row: str, worst: Finding | None) -> str:
    """What a row of the table of verdicts is called."""
    if worst is not None and worst.group is not None and worst.group.title is not None:
        title = said_here(worst.group.title)
        word = str(worst.data.get("word", ""))
        return translate(_CONTEXT, QT_TRANSLATE_NOOP("Verdicts", "“{word}”: {title}")).format(word=word, title=title)
    return translate(_CONTEXT, ROWS[row])


def suggestion(finding: Finding) -> str:
    """What to write instead."""
    if finding.group is not None and finding.group.instead is not None:
        return said_here(finding.group.instead)
    accepted = finding.data.get("accepted", ())
    listed = wording.listed([str(one) for one in accepted]) if isinstance(accepted, tuple) else ""
    data = {**finding.data, "accepted": listed}
    return translate(_CONTEXT, SUGGESTIONS[finding.rule]).format(**data)


def source(finding: Finding) -> str:
    """Where the rule stands, and when it was read there."""
    return translate(_CONTEXT, QT_TRANSLATE_NOOP("Verdicts", "Source: {source}; read {day}")).format(
        source=said_here(finding.source), day=finding.read_on.isoformat()
    )


def linked(name: str, count: int) -> str:
    """What is said of values with a web address in them."""
    return translate(
        _CONTEXT,
        QT_TRANSLATE_NOOP(
            "Verdicts", "Texts that get a link from {variable}: {count}. Vendors refuse a link in a variable."
        ),
    ).format(count=amounts.number(count), variable=variable_label(name))


def unfilled(name: str, count: int) -> str:
    """What is said of members who lack a value that is needed."""
    return translate(
        _CONTEXT,
        QT_TRANSLATE_NOOP(
            "Verdicts", "Members without “{variable}”: {count}. Click it in the text and say what stands there instead."
        ),
    ).format(count=amounts.number(count), variable=variable_label(name))


def said_here(words: InLanguages) -> str:
    """Words of a data file in the language in force."""
    return words.said(wording.language())
