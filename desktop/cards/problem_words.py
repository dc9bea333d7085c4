"""What is wrong with a card, in words, and where."""

from __future__ import annotations

from collections.abc import Mapping

from desktop import wording, wording_tables
from desktop.amounts import number
from desktop.cards import words
from desktop.templates import verdict_words
from desktop.templates.variable_words import LABELS, variable_label
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.cards import problem as places
from local_db.cards.model import ActionKind, CardKind, Field
from local_db.cards.problem import CardProblem
from local_db.templates.model import TemplateProblem

_CONTEXT = "CardProblems"

PROBLEMS = {
    "kind_not_offered": QT_TRANSLATE_NOOP("CardProblems", "This vendor has no card of the kind “{kind}”."),
    "too_few_panels": QT_TRANSLATE_NOOP("CardProblems", "This kind needs at least {least} of them."),
    "too_many_panels": QT_TRANSLATE_NOOP("CardProblems", "This kind has room for {most}; there are {count}."),
    "nothing_shown": QT_TRANSLATE_NOOP("CardProblems", "There is nothing on it: add a picture, a title or a text."),
    "field_missing": QT_TRANSLATE_NOOP("CardProblems", "This must not be empty."),
    "field_not_shown": QT_TRANSLATE_NOOP("CardProblems", "This is not shown here."),
    "too_long": QT_TRANSLATE_NOOP("CardProblems", "{units} characters; {most} fit."),
    "too_long_with_additions": QT_TRANSLATE_NOOP(
        "CardProblems", "{units} characters with what the vendor wants on the card; {most} fit."
    ),
    "line_break": QT_TRANSLATE_NOOP("CardProblems", "A line break is not allowed here."),
    "too_many_lines": QT_TRANSLATE_NOOP("CardProblems", "{lines} lines; {most} fit."),
    "brackets_in_field": QT_TRANSLATE_NOOP("CardProblems", "【】 may stand around the signature only."),
    "looks_like_parameter": QT_TRANSLATE_NOOP(
        "CardProblems", "The vendor would read “${{” as the start of a parameter."
    ),
    "full_width_brace": QT_TRANSLATE_NOOP(
        "CardProblems", "｛ and ｝ are plain characters; a variable needs the others."
    ),
    "unclosed_brace": QT_TRANSLATE_NOOP("CardProblems", "A variable is not closed."),
    "stray_brace": QT_TRANSLATE_NOOP(
        "CardProblems", "A brace closes nothing; write it twice for the character itself."
    ),
    "empty_name": QT_TRANSLATE_NOOP("CardProblems", "A variable has no name."),
    "unknown_variable": QT_TRANSLATE_NOOP("CardProblems", "There is no variable {name}."),
    "bad_limit": QT_TRANSLATE_NOOP("CardProblems", "The length limit of a variable is not a number from 1."),
    "too_many_variables": QT_TRANSLATE_NOOP("CardProblems", "{count} variables; a text may have {most}."),
    "too_many_variables_in_card": QT_TRANSLATE_NOOP("CardProblems", "{count} variables; a card may have {most}."),
    "unbounded": QT_TRANSLATE_NOOP(
        "CardProblems", "“{name}” can get as long as it likes; click it and set a longest length."
    ),
    "long_value": QT_TRANSLATE_NOOP(
        "CardProblems", "“{name}” can get too long; click it and set {most} characters at most."
    ),
    "empty_value": QT_TRANSLATE_NOOP(
        "CardProblems", "“{name}” may be empty, which the vendor refuses; give it a fallback."
    ),
    "refused_character": QT_TRANSLATE_NOOP("CardProblems", "“{word}” is not taken."),
    "refused_words": QT_TRANSLATE_NOOP("CardProblems", "“{word}” may be refused at the review."),
    "opt_out_not_on_card": QT_TRANSLATE_NOOP("CardProblems", "The card must say how to refuse, with {accepted}."),
    "opt_out_in_notification": QT_TRANSLATE_NOOP("CardProblems", "A notification must not carry an opt-out wording."),
    "too_many_buttons": QT_TRANSLATE_NOOP("CardProblems", "{count} buttons; {most} fit."),
    "too_few_buttons": QT_TRANSLATE_NOOP("CardProblems", "This kind needs {least} button or more."),
    "button_empty": QT_TRANSLATE_NOOP("CardProblems", "The button needs words."),
    "tap_not_offered": QT_TRANSLATE_NOOP("CardProblems", "A tap on the picture does nothing on this kind of card."),
    "chips_not_shown": QT_TRANSLATE_NOOP("CardProblems", "This vendor shows no answers below a message."),
    "action_not_offered": QT_TRANSLATE_NOOP("CardProblems", "“{action}” is not offered by this vendor."),
    "address_missing": QT_TRANSLATE_NOOP("CardProblems", "Where does it lead? Type the address."),
    "address_not_https": QT_TRANSLATE_NOOP("CardProblems", "The address must begin with https://."),
    "address_malformed": QT_TRANSLATE_NOOP("CardProblems", "This is no web address."),
    "address_too_long": QT_TRANSLATE_NOOP("CardProblems", "The address has more than {most} characters."),
    "address_download": QT_TRANSLATE_NOOP("CardProblems", "The address loads a file; vendors refuse that."),
    "app_link_malformed": QT_TRANSLATE_NOOP(
        "CardProblems", "This is no link of an app; it has a word and :// at its start."
    ),
    "package_malformed": QT_TRANSLATE_NOOP("CardProblems", "The package is written like com.taobao.taobao."),
    "phone_missing": QT_TRANSLATE_NOOP("CardProblems", "Type the number."),
    "phone_malformed": QT_TRANSLATE_NOOP("CardProblems", "This is no number that can be dialled ({form})."),
    "message_missing": QT_TRANSLATE_NOOP("CardProblems", "What does the message say?"),
    "copy_missing": QT_TRANSLATE_NOOP("CardProblems", "Type what is copied."),
    "copy_too_long": QT_TRANSLATE_NOOP("CardProblems", "What is copied may have {most} characters."),
    "reply_missing": QT_TRANSLATE_NOOP("CardProblems", "Type what comes back with the answer."),
    "reply_too_long": QT_TRANSLATE_NOOP("CardProblems", "What comes back may have {most} characters."),
    "times_malformed": QT_TRANSLATE_NOOP("CardProblems", "Write start and end, such as 2026-12-12 20:00 – 22:00."),
    "times_backwards": QT_TRANSLATE_NOOP("CardProblems", "The end is not after the start."),
    "entry_missing": QT_TRANSLATE_NOOP("CardProblems", "What is noted in the calendar?"),
    "place_malformed": QT_TRANSLATE_NOOP("CardProblems", "Write latitude and longitude, such as 31.2304,121.4737."),
    "picture_missing": QT_TRANSLATE_NOOP("CardProblems", "A picture is missing."),
    "picture_not_shown": QT_TRANSLATE_NOOP("CardProblems", "This kind shows no picture here."),
    "picture_gone": QT_TRANSLATE_NOOP("CardProblems", "The picture is not in the shop file any more."),
    "picture_type": QT_TRANSLATE_NOOP("CardProblems", "The vendor takes pictures as {types}."),
    "picture_too_big": QT_TRANSLATE_NOOP("CardProblems", "The picture has {bytes}; {most} are allowed."),
    "picture_large": QT_TRANSLATE_NOOP("CardProblems", "The picture has {bytes}; below {aim} it loads fast."),
    "picture_ratio": QT_TRANSLATE_NOOP("CardProblems", "The picture has {width} × {height}, not {ratio}."),
    "tall_in_carousel": QT_TRANSLATE_NOOP("CardProblems", "In a carousel pictures cannot take the greatest height."),
    "video_missing": QT_TRANSLATE_NOOP("CardProblems", "A video is missing."),
    "video_not_shown": QT_TRANSLATE_NOOP("CardProblems", "This kind shows no video."),
    "video_gone": QT_TRANSLATE_NOOP("CardProblems", "The video is not in the shop file any more."),
    "video_type": QT_TRANSLATE_NOOP("CardProblems", "The vendor takes videos as {types}."),
    "video_too_big": QT_TRANSLATE_NOOP("CardProblems", "The video has {bytes}; {most} are allowed."),
    "video_large": QT_TRANSLATE_NOOP("CardProblems", "The video has {bytes}; below {aim} it loads fast."),
    "payload_too_big": QT_TRANSLATE_NOOP("CardProblems", "The whole card has {bytes}; {most} are allowed."),
    "makers_left_out": QT_TRANSLATE_NOOP("CardProblems", "“{action}” cannot be done there, so {makers} show no card."),
}
_FORMS = {
    "national": QT_TRANSLATE_NOOP("CardProblems", "such as 400 820 8820 or 138 0013 8000"),
    "international": QT_TRANSLATE_NOOP("CardProblems", "with + and the country code"),
}
PLACES = {
    places.PICTURE: QT_TRANSLATE_NOOP("CardProblems", "Picture"),
    places.VIDEO: QT_TRANSLATE_NOOP("CardProblems", "Video"),
    places.TAP: QT_TRANSLATE_NOOP("CardProblems", "Tap on the picture"),
    places.SIGNATURE: QT_TRANSLATE_NOOP("CardProblems", "Signature"),
    places.FALLBACK: QT_TRANSLATE_NOOP("CardProblems", "Text message"),
    places.FALLBACK_TITLE: QT_TRANSLATE_NOOP("CardProblems", "Title of the digital message"),
    places.OPT_OUT: QT_TRANSLATE_NOOP("CardProblems", "Opt-out"),
}
_NUMBERED = {
    places.BUTTON: QT_TRANSLATE_NOOP("CardProblems", "Button {number}"),
    places.CHIP: QT_TRANSLATE_NOOP("CardProblems", "Answer {number}"),
}
_OF_SMS = frozenset({places.FALLBACK, places.SIGNATURE, places.OPT_OUT})


def said(problem: CardProblem) -> str:
    """What is wrong."""
    if problem.code == "sms_rule" and problem.finding is not None:
        return verdict_words.suggestion(problem.finding)
    if problem.field in _OF_SMS and problem.code in wording_tables.TEMPLATE_PROBLEMS:
        own = TemplateProblem(problem.code, problem.position, problem.length, problem.data, problem.blocks)
        sentence = wording.template_problem(own)
        return sentence[:1].upper() + sentence[1:]
    sentence = translate(_CONTEXT, PROBLEMS[problem.code]).format(**_shown(problem.data))
    if problem.finding is not None and problem.finding.group is not None:
        sentence += f" {verdict_words.suggestion(problem.finding)}" if problem.finding.group.instead else ""
    return sentence


def where(problem: CardProblem, kind: CardKind, panels: int) -> str:
    """The panel and the field that it is about; empty for the whole card."""
    parts = []
    if problem.panel is not None and panels > 1:
        parts.append(words.panel(kind, problem.panel + 1))
    if field := _field(problem.field):
        parts.append(field)
    return " · ".join(parts)


def source(problem: CardProblem) -> str:
    """Where the rule stands, for one that was read somewhere."""
    return "" if problem.finding is None else verdict_words.source(problem.finding)


def _field(place: str) -> str:
    head, _, count = place.partition(":")
    if head in _NUMBERED:
        return translate(_CONTEXT, _NUMBERED[head]).format(number=count)
    if place in PLACES:
        return translate(_CONTEXT, PLACES[place])
    return words.field(Field(place)) if place else ""


def _shown(data: Mapping[str, object]) -> dict[str, str]:
    return {name: _value(name, value) for name, value in data.items()}


def _value(name: str, value: object) -> str:
    text = str(value)
    match name:
        case "kind":
            return words.kind(CardKind(text))
        case "action":
            return words.action(ActionKind(text))
        case "form":
            return translate(_CONTEXT, _FORMS[text])
        case "name" if text in LABELS:
            return variable_label(text)
        case "makers" if isinstance(value, tuple):
            return wording.listed([words.maker(str(maker)) for maker in value])
        case "types" | "accepted" if isinstance(value, tuple):
            return wording.listed([str(one).removeprefix("image/").removeprefix("video/").upper() for one in value])
        case "ratio" if isinstance(value, tuple):
            return ":".join(str(part) for part in value)
    if isinstance(value, int):
        return _size(value) if name in {"bytes", "aim"} or value > 50_000 else number(value)
    return text


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1_000_000 else f"{round(count / 1000)} KB"
