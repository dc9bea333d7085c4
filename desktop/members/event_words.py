"""What the timeline says about each kind of event: a tag, a line, an amount, and smaller lines below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop import amounts
from desktop.call_scripts.words import outcome_words
from desktop.members import words
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.call_scripts.model import Outcome
from local_db.members.model import (
    CallEvent,
    ConsentEvent,
    DecisionEvent,
    Event,
    ImportEvent,
    MessageEvent,
    NoteEvent,
    OrderEvent,
    OrderLine,
    RefundEvent,
    ReplyEvent,
)

if TYPE_CHECKING:
    from desktop.widgets.status_tag import TagTone

_CONTEXT = "Timeline"
_MOST_LINES = 6


@dataclass(frozen=True, slots=True)
class Told:
    """An event in words. `whole` is a text of several lines, such as a note."""

    tag: str
    tone: TagTone
    line: str
    amount: str = ""
    below: tuple[str, ...] = ()
    whole: str = ""


def told(event: Event) -> Told:
    """An event in words."""
    return _TELLERS[type(event)](event)


def _order(event: OrderEvent) -> Told:
    order = event.order
    tag, tone = words.order_status(order.status)
    line = translate(_CONTEXT, QT_TRANSLATE_NOOP("Timeline", "Order {number}, {shop}"))
    below = [_line(line, order.currency) for line in event.lines[:_MOST_LINES]]
    if len(event.lines) > _MOST_LINES:
        more = translate(_CONTEXT, QT_TRANSLATE_NOOP("Timeline", "and {count} more lines"))
        below.append(more.format(count=len(event.lines) - _MOST_LINES))
    if order.refunded:
        back = translate(_CONTEXT, QT_TRANSLATE_NOOP("Timeline", "{amount} refunded"))
        below.append(back.format(amount=amounts.money(order.refunded, order.currency)))
    return Told(
        tag,
        tone,
        line.format(number=order.number, shop=words.platform(order.shop_name)),
        amounts.money(order.paid, order.currency),
        tuple(below),
    )


def _line(line: OrderLine, currency: str) -> str:
    price = "" if line.price is None else amounts.money(line.price, currency)
    quantity = "" if line.quantity is None else f"× {line.quantity}"
    return "  ".join(part for part in (line.title, line.sku, quantity, price) if part)


def _refund(event: RefundEvent) -> Told:
    tag, tone = words.refund_state(event.state)
    line = translate(_CONTEXT, QT_TRANSLATE_NOOP("Timeline", "Refund of order {number}"))
    below = tuple(part for part in (event.title, event.reason) if part)
    amount = amounts.money(-event.amount, event.currency) if event.amount else ""
    return Told(tag, tone, line.format(number=event.order_number), amount, below)


def _message(event: MessageEvent) -> Told:
    line = translate(_CONTEXT, QT_TRANSLATE_NOOP("Timeline", "“{audience}” to {phone}"))
    tag = words.channel(event.channel)
    return Told(tag, "blue", line.format(audience=event.audience, phone=event.phone), below=(event.text,))


_CALLS: dict[Outcome, TagTone] = {
    Outcome.AGREED: "good",
    Outcome.INTERESTED: "good",
    Outcome.CALL_BACK: "blue",
    Outcome.NOT_INTERESTED: "neutral",
    Outcome.REFUSED: "bad",
    Outcome.NO_ANSWER: "neutral",
    Outcome.WRONG_NUMBER: "warn",
}


def _call(event: CallEvent) -> Told:
    outcome = Outcome(event.outcome)
    length = translate(_CONTEXT, QT_TRANSLATE_NOOP("Timeline", "{minutes} min {seconds} s"))
    minutes, seconds = divmod(event.seconds, 60)
    below = " · ".join(part for part in (event.script, length.format(minutes=minutes, seconds=seconds)) if part)
    return Told(words.channel("call"), _CALLS[outcome], outcome_words(outcome), below=(below,), whole=event.note)


def _reply(event: ReplyEvent) -> Told:
    tag = translate(_CONTEXT, QT_TRANSLATE_NOOP("Timeline", "chat reply"))
    return Told(tag, "blue", event.title, below=(words.platform(event.platform),) if event.platform else ())


def _note(event: NoteEvent) -> Told:
    tag = translate(_CONTEXT, QT_TRANSLATE_NOOP("Timeline", "note"))
    return Told(tag, "accent", "", whole=event.note.text)


def _consent(event: ConsentEvent) -> Told:
    entry = event.entry
    tag, tone = words.consent(entry.state)
    below = " · ".join(part for part in (entry.file_name or words.source(entry.source), entry.phone) if part)
    return Told(tag, tone, words.channel(entry.channel), below=(below,))


def _import(event: ImportEvent) -> Told:
    tag = translate(_CONTEXT, QT_TRANSLATE_NOOP("Timeline", "import"))
    if event.orders:
        below = translate(_CONTEXT, QT_TRANSLATE_NOOP("Timeline", "orders in it: {count}"))
        below = below.format(count=amounts.number(event.orders))
    else:
        below = translate(_CONTEXT, QT_TRANSLATE_NOOP("Timeline", "a list of people"))
    return Told(tag, "neutral", event.file_name, below=(below,))


def _decision(event: DecisionEvent) -> Told:
    return Told(words.decision(event.kind), "neutral", event.value)


_TELLERS: dict[type, Callable[[Any], Told]] = {
    OrderEvent: _order,
    RefundEvent: _refund,
    MessageEvent: _message,
    CallEvent: _call,
    ReplyEvent: _reply,
    NoteEvent: _note,
    ConsentEvent: _consent,
    ImportEvent: _import,
    DecisionEvent: _decision,
}
