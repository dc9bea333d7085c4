"""What is said beside a phone: what it shows, and why not the card."""

from __future__ import annotations

from desktop import wording
from desktop.cards import words
from desktop.cards.phones.views import PhoneView
from desktop.translation import QT_TRANSLATE_NOOP, translate
from desktop.widgets.status_tag import TagTone
from local_db.cards.handsets import Form, Why
from local_db.cards.model import ActionKind, Field

_CONTEXT = "Phones"

FORMS = {
    Form.CARD: QT_TRANSLATE_NOOP("Phones", "card"),
    Form.DIGITAL: QT_TRANSLATE_NOOP("Phones", "digital"),
    Form.TEXT: QT_TRANSLATE_NOOP("Phones", "text"),
}
TONES: dict[Form, TagTone] = {Form.CARD: "good", Form.DIGITAL: "blue", Form.TEXT: "warn"}
WHYS = {
    Why.MAKER: QT_TRANSLATE_NOOP("Phones", "The vendor reaches no phones of this maker."),
    Why.KIND: QT_TRANSLATE_NOOP("Phones", "Does not show this kind of card."),
    Why.ACTION: QT_TRANSLATE_NOOP("Phones", "Cannot do “{action}”."),
}


def form(view: PhoneView) -> str:
    """What it shows, in a word."""
    return translate(_CONTEXT, FORMS[view.form])


def reason(view: PhoneView) -> str:
    """Why it shows no card, or what of it is cut."""
    if view.why in WHYS:
        action = words.action(ActionKind(view.action)) if view.action else ""
        return translate(_CONTEXT, WHYS[view.why]).format(action=action)
    if view.cut:
        names = {words.field(Field(name)) for _, name in view.cut}
        ordered = [words.field(name) for name in Field if words.field(name) in names]
        cut = translate(_CONTEXT, QT_TRANSLATE_NOOP("Phones", "Cut here: {fields}"))
        return cut.format(fields=wording.listed(list(dict.fromkeys(ordered))))
    return translate(_CONTEXT, QT_TRANSLATE_NOOP("Phones", "Shown whole."))
