"""What is said of a member: the fields of the catalogue, tags, lists, segments, scores, messages, refunds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.segments.sentence.voice import Voice
from local_db.segments.catalogue import FIELD_BY_KEY, OPPOSITE, Kind
from local_db.segments.nodes import (
    ALL_SCORES,
    Field,
    InList,
    InSegment,
    Random,
    Refunded,
    Rfm,
    Scores,
    Sent,
    Tag,
)

MemberLeaf = Tag | InList | InSegment | Random | Rfm | Sent | Refunded

# Fields that everybody has a number of; of the others, who has none is matched by no comparison, so that
# "not at least" is more than "below".
_EVERYBODY_HAS = {"orders", "spent", "items", "refunds", "refunded", "promo_orders"}


def member_phrase(leaf: MemberLeaf, voice: Voice, *, negated: bool) -> str:
    """A condition with a word of its own: "有标签“VIP”", "is on the list “VIP”"."""
    verdict = "not" if negated else "yes"
    match leaf:
        case Tag(name):
            return voice.say(f"tag.{verdict}", name=name)
        case InList(name):
            return voice.say(f"list.{verdict}", name=name)
        case InSegment():
            return voice.say(f"segment.{verdict}", name=segment_name(leaf, voice))
        case Random():
            return voice.say(f"random.{verdict}", share=random_words(leaf, voice))
        case Rfm():
            scores = score_words(leaf, voice)
            return voice.say(f"rfm.{verdict}" if scores else f"rfm.any.{verdict}", scores=voice.together(scores))
        case Sent():
            return _sent_phrase(leaf, voice, verdict)
        case Refunded():
            return _refund_phrase(leaf, voice, verdict)


def segment_name(leaf: InSegment, voice: Voice) -> str:
    """The name of the segment, its number where that is not known."""
    return voice.names.segments.get(leaf.id) or voice.say("segment.number", id=leaf.id)


def random_words(leaf: Random, voice: Voice) -> str:
    """ "第 0–10%"."""
    return voice.say("random.share", low=leaf.low, high=leaf.high)


def score_words(leaf: Rfm, voice: Voice) -> list[str]:
    """ "R 1–2": the scores that not everybody has."""
    asked = (("R", leaf.r), ("F", leaf.f), ("M", leaf.m))
    return [_score(letter, scores, voice) for letter, scores in asked if scores != ALL_SCORES]


def _score(letter: str, scores: Scores, voice: Voice) -> str:
    low, high = scores
    return voice.say("rfm.one" if low == high else "rfm.range", letter=letter, low=low, high=high)


def message_words(leaf: Sent, voice: Voice) -> str:
    """What was handed off: "短信", "a message of “双12”"."""
    message = voice.say(f"message.{leaf.channel}" if leaf.channel else "message.any")
    if leaf.campaign is None:
        return message
    return voice.say("message.campaign", message=message, name=campaign_name(leaf.campaign, voice))


def campaign_name(audience: int, voice: Voice) -> str:
    """The name of a prepared audience, its number where that is not known."""
    return voice.names.audiences.get(audience) or voice.say("segment.number", id=audience)


def _sent_phrase(leaf: Sent, voice: Voice, verdict: str) -> str:
    window = voice.window(within=leaf.within_days, first=leaf.from_day, last=leaf.to_day)
    when = voice.say("how.one", part=window) if window else ""
    return voice.say(f"sent.{verdict}", window=when, message=message_words(leaf, voice))


def _refund_phrase(leaf: Refunded, voice: Voice, verdict: str) -> str:
    window = voice.number(leaf.within_days, "last_days") if leaf.within_days else ""
    when = voice.say("how.one", part=window) if window else ""
    key = f"refund.reason.{verdict}" if leaf.reasons else f"refund.{verdict}"
    return voice.say(key, window=when, reasons=voice.quoted(leaf.reasons) if leaf.reasons else "")


# --- fields ---


def field_phrase(leaf: Field, voice: Voice, *, negated: bool) -> str:
    """A field of the catalogue: "省份是浙江", "has spent at least ¥200"."""
    match FIELD_BY_KEY[leaf.field].kind:
        case Kind.TEXT:
            return _text_phrase(leaf, voice, negated=negated)
        case Kind.FLAG:
            return voice.say(f"{leaf.field}.yes" if leaf.value is not negated else f"{leaf.field}.not")
        case Kind.CONSENT:
            verdict = "not" if negated else "yes"
            return voice.say(f"consent.{leaf.value}.{verdict}", channel=voice.say(f"channel.{leaf.channel}"))
        case Kind.TIME:
            return _time_phrase(leaf, voice, negated=negated)
        case Kind.BIRTHDAY | Kind.NOTE:
            verdict = "not" if negated else "yes"
            return voice.say(f"{leaf.field}.{_turn(leaf)}.{verdict}", value=value_words(leaf, voice))
        case _:
            return _number_phrase(leaf, voice, negated=negated)


def text_names(leaf: Field, voice: Voice) -> str:
    """The values of a text field by their names."""
    texts = leaf.value if isinstance(leaf.value, tuple) else (leaf.value,)
    return voice.listed([voice.named(leaf.field, str(text)) for text in texts])


def time_value(leaf: Field, voice: Voice) -> str:
    """A day, or a number of days."""
    if isinstance(leaf.value, date):
        return leaf.value.isoformat()
    return voice.number(leaf.value, "days")


def number_value(leaf: Field, voice: Voice) -> str:
    """The number with its unit, or both ends of a range: "2 到 5 笔"."""
    entry = FIELD_BY_KEY[leaf.field]
    if not isinstance(leaf.value, tuple):
        return voice.number(leaf.value, entry.unit)
    low, high = leaf.value
    first = voice.money(low) if entry.kind is Kind.MONEY else str(low)
    return voice.say("range", low=first, high=voice.number(high, entry.unit))


def value_words(leaf: Field, voice: Voice) -> str:
    """The value of a birthday or note condition; nothing where it has none."""
    if leaf.op == "month":
        return voice.say(f"month.{leaf.value}")
    if leaf.op == "in_days":
        return voice.number(leaf.value, "days")
    return voice.say("quoted", text=leaf.value) if leaf.op == "has" else ""


def _turn(leaf: Field) -> str:
    """The operator, and being asked for this very day as one of its own."""
    return "today" if (leaf.op, leaf.value) == ("in_days", 0) else leaf.op


def _text_phrase(leaf: Field, voice: Voice, *, negated: bool) -> str:
    texts = leaf.value if isinstance(leaf.value, tuple) else (leaf.value,)
    verdict = "yes" if (leaf.op == "is_not") is negated else "not"
    return voice.say(f"{leaf.field}.{'unknown' if texts == ('',) else 'is'}.{verdict}", names=text_names(leaf, voice))


def _time_phrase(leaf: Field, voice: Voice, *, negated: bool) -> str:
    verdict = "not" if negated else "yes"
    if leaf.op == "never":
        return voice.say(f"{leaf.field}.never.{verdict}")
    when = voice.say(f"when.{leaf.op}", value=time_value(leaf, voice))
    return voice.say(f"{leaf.field}.{verdict}", when=when)


def _number_phrase(leaf: Field, voice: Voice, *, negated: bool) -> str:
    if leaf.op == "!=" and leaf.field in _EVERYBODY_HAS:
        return _number_phrase(replace(leaf, op="="), voice, negated=not negated)
    if negated and leaf.op in OPPOSITE and leaf.op != "=" and leaf.field in _EVERYBODY_HAS:
        return _number_phrase(replace(leaf, op=OPPOSITE[leaf.op]), voice, negated=False)
    return voice.say(f"{leaf.field}.{'not' if negated else 'yes'}", amount=_amount(leaf, voice))


def _amount(leaf: Field, voice: Voice) -> str:
    """The comparison: "不少于 ¥200", "fewer than 3 orders"."""
    fewer = leaf.op == "<" and FIELD_BY_KEY[leaf.field].kind is Kind.COUNT
    return voice.say("number.fewer" if fewer else f"number.{leaf.op}", value=number_value(leaf, voice))
