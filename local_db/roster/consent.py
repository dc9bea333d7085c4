"""What a series of consent entries comes to. Pure rules, shared by the roster and by whoever shows one member."""

from __future__ import annotations

from typing import NamedTuple

from local_db.roster.roster import NO_TIME, Consent

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


class Standing(NamedTuple):
    """What a member's entries on one channel come to, and when a person last agreed by hand (UTC seconds)."""

    state: Consent = Consent.UNKNOWN
    agreed_at: int = NO_TIME

    def after(self, state: Consent, source: str, noted_at: int) -> Standing:
        """The same after one more entry, in the order of `after_entry`."""
        standing = after_entry(self.state, state, source)
        by_hand = standing is Consent.GRANTED and source == BY_HAND
        return Standing(standing, noted_at if by_hand else self.agreed_at)

    def is_news(self, state: Consent, noted_at: int) -> bool:
        """Whether an imported entry says something that does not stand already.

        Nothing but an opt-out can follow an opt-out; and an old list does not take back what somebody
        agreed to by hand after it was made.
        """
        if self.state is Consent.OPTED_OUT:
            return False
        if state is Consent.OPTED_OUT:
            return noted_at > self.agreed_at
        return state is not self.state
