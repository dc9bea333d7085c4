"""What a series of consent entries comes to. Pure rules, shared by the roster and by whoever shows one member."""

from __future__ import annotations

from local_db.roster.roster import Consent

CHANNELS = ("sms", "email", "call")

BY_HAND = "hand"  # the source of an entry that a person made in the program


def after_entry(known: Consent, state: Consent, source: str) -> Consent:
    """The consent after one more entry; entries come in the order of `noted_at`, then id.

    The latest entry wins, except that an opt-out stands until a person grants again by hand: an
    export that still says "subscribed" is older than the buyer's "no", whatever its date.
    """
    if known is Consent.OPTED_OUT and not (state is Consent.GRANTED and source == BY_HAND):
        return known
    return state
