"""A condition as a row of the builder: its label and its parts as short chips; names of fields and operators."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from desktop.segments.sentence.members import (
    campaign_name,
    number_value,
    random_words,
    score_words,
    segment_name,
    text_names,
    time_value,
    value_words,
)
from desktop.segments.sentence.orders import (
    gap_words,
    is_at_all,
    measure_words,
    order_phrase,
    promotion_words,
    status_words,
    window_words,
)
from desktop.segments.sentence.voice import NO_NAMES, WORDS, Language, Names, Voice
from local_db.segments.catalogue import FIELD_BY_KEY, Kind
from local_db.segments.nodes import (
    Field,
    InList,
    InSegment,
    Leaf,
    Ordered,
    OrderFilter,
    Random,
    Refunded,
    Rfm,
    Sent,
    Sequence,
    Tag,
)

ChipKind = Literal["label", "quiet", "value"]


@dataclass(frozen=True, slots=True)
class Chip:
    """A short piece of a row: its name, an operator or window, or the value that matters.

    `part` names what the chip shows of its condition, so that pressing it edits that: `op`, `value`, or the
    key of an order filter.
    """

    text: str
    kind: ChipKind
    part: str = ""


def leaf_chips(leaf: Leaf, language: Language, currency: str = "CNY", names: Names = NO_NAMES) -> tuple[Chip, ...]:
    """The leaf as a row of the builder: first its label, then its parts."""
    voice = Voice(language, currency, names)
    label = Chip(field_label(key_of(leaf), language), "label")
    return (label, *_parts(leaf, voice))


def key_of(leaf: Leaf) -> str:
    """What a condition is about: the key of its field, or of what it is instead."""
    return leaf.field if isinstance(leaf, Field) else _KEYS[type(leaf)]


def field_label(key: str, language: Language) -> str:
    """The name of what a condition can be about: a catalogue field, `tag`, `ordered` …"""
    return WORDS[language][f"label.{key}"]


def op_label(op: str, language: Language) -> str:
    """An operator as it stands in a row: "不少于", "at least"."""
    return WORDS[language][f"op.{op}"]


def weekday_label(day: int, language: Language) -> str:
    """A day of the week; Monday is 1."""
    return WORDS[language][f"weekday.{day}"]


def month_label(month: int, language: Language) -> str:
    """A month of the year; January is 1."""
    return WORDS[language][f"month.{month}"]


def value_label(field: str, value: str, language: Language) -> str:
    """A value of a field as it is shown: a consent state, platform or status by its name, others as they are."""
    return Voice(language).named(field, value)


_KEYS: dict[type, str] = {
    Tag: "tag",
    InList: "list",
    InSegment: "segment",
    Random: "random",
    Rfm: "rfm",
    Ordered: "ordered",
    Sequence: "sequence",
    Sent: "sent",
    Refunded: "refund",
}


def _parts(leaf: Leaf, voice: Voice) -> tuple[Chip, ...]:
    match leaf:
        case Tag(name) | InList(name):
            return (_op(voice.say("chip.has")), Chip(name, "value", "value"))
        case InSegment():
            return (_op(voice.say("chip.in")), Chip(segment_name(leaf, voice), "value", "value"))
        case Random():
            return (Chip(random_words(leaf, voice), "value", "value"),)
        case Rfm():
            scores = score_words(leaf, voice) or [voice.say("chip.any_score")]
            return tuple(Chip(words, "value", f"{words[:1].lower()}") for words in scores)
        case Ordered():
            return _ordered_parts(leaf, voice)
        case Sequence():
            return (
                Chip(order_phrase(leaf.first, voice, "gerund"), "quiet", "first"),
                Chip(gap_words(leaf, voice), "value", "value"),
                Chip(order_phrase(leaf.then, voice, "gerund"), "quiet", "then"),
            )
        case Sent():
            return _sent_parts(leaf, voice)
        case Refunded():
            return _refund_parts(leaf, voice)
        case Field():
            return _field_parts(leaf, voice)


def _op(text: str) -> Chip:
    return Chip(text, "quiet", "op")


def _ordered_parts(leaf: Ordered, voice: Voice) -> tuple[Chip, ...]:
    chips = [Chip(text, "quiet", part) for part, text in filter_words(leaf.orders, voice)]
    if not is_at_all(leaf):
        measure = voice.say(f"chip.{leaf.measure}", amount=measure_words(leaf, voice))
        chips.append(Chip(measure, "value", "times"))
    return tuple(chips)


def filter_words(orders: OrderFilter, voice: Voice) -> tuple[tuple[str, str], ...]:
    """Every part of an order filter that says something, by its key."""
    product = orders.product
    said = (
        ("window", window_words(orders, voice)),
        ("which", voice.say(f"which.{orders.which}") if orders.which else ""),
        ("product", voice.say("chip.title", titles=voice.listed(product.titles)) if product.titles else ""),
        ("category", voice.say("chip.category", names=voice.listed(product.categories)) if product.categories else ""),
        ("sku", voice.say("chip.sku", names=voice.listed(product.skus)) if product.skus else ""),
        ("price", voice.say("product.price", band=voice.band(product.price)) if product.price else ""),
        ("platform", voice.listed([voice.named("platform", p) for p in orders.platforms]) if orders.platforms else ""),
        ("shop", voice.say("chip.shop", names=voice.listed(orders.shops)) if orders.shops else ""),
        ("status", status_words(orders.statuses, voice) if orders.statuses else ""),
        ("amount", voice.say("chip.amount", band=voice.band(orders.amount)) if orders.amount else ""),
        ("weekdays", voice.weekdays(orders.weekdays) if orders.weekdays else ""),
        ("hours", voice.hours(orders.hours, "chip.hours") if orders.hours else ""),
        ("promotion", promotion_words(orders.promotions, voice) if orders.promotions is not None else ""),
        (
            "pause",
            voice.say("chip.pause", days=voice.number(orders.after_gap_days, "days")) if orders.after_gap_days else "",
        ),
    )
    return tuple((part, text.strip()) for part, text in said if text)


def _sent_parts(leaf: Sent, voice: Voice) -> tuple[Chip, ...]:
    chips = []
    if window := voice.window(within=leaf.within_days, first=leaf.from_day, last=leaf.to_day):
        chips.append(Chip(window.strip(), "quiet", "window"))
    if leaf.channel:
        chips.append(Chip(voice.say(f"channel.{leaf.channel}"), "value", "value"))
    if leaf.campaign is not None:
        chips.append(Chip(campaign_name(leaf.campaign, voice), "value", "campaign"))
    return tuple(chips)


def _refund_parts(leaf: Refunded, voice: Voice) -> tuple[Chip, ...]:
    chips = []
    if leaf.within_days:
        chips.append(Chip(voice.number(leaf.within_days, "last_days"), "quiet", "window"))
    if leaf.reasons:
        chips.append(Chip(voice.say("chip.reason", names=voice.listed(leaf.reasons)), "value", "value"))
    return tuple(chips)


def _field_parts(leaf: Field, voice: Voice) -> tuple[Chip, ...]:
    op = _op(op_label(leaf.op, voice.language))
    match FIELD_BY_KEY[leaf.field].kind:
        case Kind.TEXT:
            return (op, Chip(text_names(leaf, voice), "value", "value"))
        case Kind.FLAG:
            return (Chip(voice.say("chip.yes" if leaf.value else "chip.no"), "value", "value"),)
        case Kind.CONSENT:
            channel = Chip(voice.say(f"channel.{leaf.channel}"), "quiet", "op")
            return (channel, Chip(voice.named("consent", str(leaf.value)), "value", "value"))
        case Kind.TIME:
            return (Chip(_time_chip(leaf, voice), "value", "value"),)
        case Kind.BIRTHDAY | Kind.NOTE:
            turn = "today" if (leaf.op, leaf.value) == ("in_days", 0) else leaf.op
            words = voice.say(f"chip.{leaf.field}.{turn}", value=value_words(leaf, voice))
            return (Chip(words, "value", "value"),)
        case _:
            return (op, Chip(number_value(leaf, voice), "value", "value"))


def _time_chip(leaf: Field, voice: Voice) -> str:
    if leaf.op == "never":
        return op_label("never", voice.language)
    return voice.say(f"chip.{leaf.op}", value=time_value(leaf, voice))
