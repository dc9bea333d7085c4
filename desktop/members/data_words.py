"""The words of a file with everything known about one person."""

from __future__ import annotations

from collections.abc import Callable

from desktop import wording
from desktop.call_scripts import words as call_words
from desktop.members import words
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.call_scripts.model import AnswerKind, Outcome
from local_db.members.personal_data import Words
from local_db.roster.roster import Consent

_CONTEXT = "PersonalData"

_TITLES = {
    "facts": QT_TRANSLATE_NOOP("PersonalData", "What is known"),
    "keys": QT_TRANSLATE_NOOP("PersonalData", "Recognised by"),
    "orders": QT_TRANSLATE_NOOP("PersonalData", "Orders"),
    "refunds": QT_TRANSLATE_NOOP("PersonalData", "Refunds"),
    "messages": QT_TRANSLATE_NOOP("PersonalData", "Messages"),
    "calls": QT_TRANSLATE_NOOP("PersonalData", "Calls"),
    "replies": QT_TRANSLATE_NOOP("PersonalData", "Replies in chats"),
    "consents": QT_TRANSLATE_NOOP("PersonalData", "Consent"),
    "tags": QT_TRANSLATE_NOOP("PersonalData", "Tags"),
    "notes": QT_TRANSLATE_NOOP("PersonalData", "Notes"),
    "imports": QT_TRANSLATE_NOOP("PersonalData", "Imports"),
    "decisions": QT_TRANSLATE_NOOP("PersonalData", "Merged and split"),
    "what": QT_TRANSLATE_NOOP("PersonalData", "What"),
    "value": QT_TRANSLATE_NOOP("PersonalData", "Value"),
    "platform": QT_TRANSLATE_NOOP("PersonalData", "Platform"),
    "first_said": QT_TRANSLATE_NOOP("PersonalData", "First said"),
    "last_said": QT_TRANSLATE_NOOP("PersonalData", "Last said"),
    "file": QT_TRANSLATE_NOOP("PersonalData", "File"),
    "order": QT_TRANSLATE_NOOP("PersonalData", "Order number"),
    "shop": QT_TRANSLATE_NOOP("PersonalData", "Shop"),
    "time": QT_TRANSLATE_NOOP("PersonalData", "Time"),
    "status": QT_TRANSLATE_NOOP("PersonalData", "State"),
    "paid": QT_TRANSLATE_NOOP("PersonalData", "Paid"),
    "refunded": QT_TRANSLATE_NOOP("PersonalData", "Refunded"),
    "currency": QT_TRANSLATE_NOOP("PersonalData", "Currency"),
    "products": QT_TRANSLATE_NOOP("PersonalData", "Products"),
    "parcels": QT_TRANSLATE_NOOP("PersonalData", "Parcels"),
    "amount": QT_TRANSLATE_NOOP("PersonalData", "Amount"),
    "reason": QT_TRANSLATE_NOOP("PersonalData", "Reason"),
    "channel": QT_TRANSLATE_NOOP("PersonalData", "Channel"),
    "audience": QT_TRANSLATE_NOOP("PersonalData", "Audience"),
    "phone": QT_TRANSLATE_NOOP("PersonalData", "Phone"),
    "text": QT_TRANSLATE_NOOP("PersonalData", "Text"),
    "source": QT_TRANSLATE_NOOP("PersonalData", "Source"),
    "tag": QT_TRANSLATE_NOOP("PersonalData", "Tag"),
    "reply": QT_TRANSLATE_NOOP("PersonalData", "Reply"),
    "script": QT_TRANSLATE_NOOP("PersonalData", "Call script"),
    "seconds": QT_TRANSLATE_NOOP("PersonalData", "Seconds"),
    "answers": QT_TRANSLATE_NOOP("PersonalData", "Answers"),
    "note": QT_TRANSLATE_NOOP("PersonalData", "Note"),
}
# In a list of imports the number of orders stands under the same word as the topic.
_VALUES: dict[tuple[str, str], Callable[[str], str]] = {
    ("orders", "status"): wording.status,
    ("refunds", "status"): lambda code: words.refund_state(code)[0],
    ("consents", "status"): lambda code: words.consent(Consent[code.upper()])[0],
    ("decisions", "status"): words.decision,
    ("calls", "status"): lambda code: call_words.outcome_words(Outcome(code)),
    ("calls", "answers"): lambda code: call_words.kind_words(AnswerKind(code)),
}
_ANYWHERE: dict[str, Callable[[str], str]] = {
    "what": words.known,
    "platform": words.platform,
    "channel": words.channel,
    "source": words.source,
}


def data_words() -> Words:
    """In the language in force."""
    return Words(_title, _value)


def _title(code: str) -> str:
    return translate(_CONTEXT, _TITLES[code])


def _value(topic: str, column: str, code: str) -> str:
    say = _VALUES.get((topic, column)) or _ANYWHERE.get(column)
    return say(code) if say is not None and code else code
