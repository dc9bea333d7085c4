"""Why a reply should be looked at again, in words; needs no Qt."""

from __future__ import annotations

from collections.abc import Sequence

from desktop import amounts, wording
from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.replies.stale import Stale, StaleReason

_CONTEXT = "StaleReplies"

REASONS = {
    StaleReason.EXPIRED: QT_TRANSLATE_NOOP("StaleReplies", "its last day was {until}"),
    StaleReason.PROMOTION_OVER: QT_TRANSLATE_NOOP("StaleReplies", "speaks of {promotion}, which ended on {ended}"),
    StaleReason.PRICE: QT_TRANSLATE_NOOP("StaleReplies", "says {said}, but “{product}” sells at {newest}"),
    StaleReason.UNUSED: QT_TRANSLATE_NOOP("StaleReplies", "not taken for {days} days"),
}


def reason(one: Stale, currency: str) -> str:
    """One reason."""
    facts = dict(one.data)
    for key in ("said", "newest"):
        if isinstance(price := facts.get(key), int):
            facts[key] = amounts.money(price, currency)
    return translate(_CONTEXT, REASONS[one.reason]).format(**facts)


def reasons(those: Sequence[Stale], currency: str) -> str:
    """All reasons of one reply."""
    return wording.listed([reason(one, currency) for one in those])
