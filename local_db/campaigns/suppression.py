"""Who of the matched people must not or need not be written to: a waterfall of steps, as pure rules.

Suppression is a layer after the segment, never a condition in it: no tree and no option switches
the opt-out step off. It also holds for notifications, because a person who said "no" to a number
cannot tell the two apart. A refusal belongs to the phone: whoever shares the number of somebody
who opted out gets nothing either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from local_db.campaigns.model import SMS, PrepareOptions, StepCode
from local_db.roster.roster import NO_TIME, Consent
from local_db.templates.model import Purpose

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Ints, Members, Orders


@dataclass(frozen=True, slots=True, eq=False)
class Step:
    """One step and the member numbers it takes out."""

    code: StepCode
    numbers: Ints

    @property
    def removed(self) -> int:
        """How many this step takes out."""
        return len(self.numbers)


@dataclass(frozen=True, slots=True, eq=False)
class Waterfall:
    """Every step in its order, and the member numbers that are left, ascending."""

    matched: int
    steps: tuple[Step, ...]
    numbers: Ints


def suppress(
    members: Members,
    matched: Bools,
    options: PrepareOptions,
    *,
    purpose: Purpose,
    latest_order: Ints,
    messaged: Bools,
) -> Waterfall:
    """Take out of `matched` (per member) who must not be written to; each person at one step only.

    `latest_order` is the time of each member's latest order, `messaged` who got a message within
    the quiet days; both per member of the roster.
    """
    left = matched.copy()
    steps = []
    for code, reached in (
        (StepCode.OPTED_OUT, opted_out(members)),
        (StepCode.NO_CONSENT, _without_consent(members, options, purpose)),
        (StepCode.NO_USABLE_PHONE, ~members.phone_usable | (members.phone_group < 0)),
        (StepCode.DUPLICATE_PHONE, None),
        (StepCode.RECENTLY_MESSAGED, with_shared_phones(members, messaged)),
    ):
        out = _second_of_a_phone(members, left, latest_order) if reached is None else left & reached
        steps.append(Step(code, np.flatnonzero(out)))
        left &= ~out
    return Waterfall(int(np.count_nonzero(matched)), tuple(steps), np.flatnonzero(left))


def opted_out(members: Members) -> Bools:
    """Per member: opted out, or the same person as somebody who did, as far as phone and nick tell."""
    refusing: Bools = _consent(members) == Consent.OPTED_OUT
    known = members.refused.get(SMS)
    return with_shared_phones(members, refusing if known is None else refusing | known)


def with_shared_phones(members: Members, chosen: Bools) -> Bools:
    """The chosen members and everybody who shares a phone with one of them."""
    groups = np.zeros(int(members.phone_group.max(initial=-1)) + 2, dtype=np.bool_)
    groups[members.phone_group[chosen]] = True
    groups[-1] = False  # the place that group -1, nobody's phone, points to
    return chosen | groups[members.phone_group]


def latest_orders(orders: Orders, size: int) -> Ints:
    """The time of each member's latest order of any kind; NO_TIME without one."""
    latest = np.full(size, NO_TIME, dtype=np.int64)
    np.maximum.at(latest, orders.member, orders.time)
    return latest


def _consent(members: Members) -> Ints:
    known = members.consent.get(SMS)
    if known is None:
        return np.zeros(len(members.ids), dtype=np.int64)
    return known.astype(np.int64)


def _without_consent(members: Members, options: PrepareOptions, purpose: Purpose) -> Bools:
    consent = _consent(members)
    unsubscribed: Bools = consent == Consent.NOT_GRANTED
    # "Not subscribed" is said by a person too: it holds for her other records unless they say otherwise.
    without: Bools = unsubscribed | (with_shared_phones(members, unsubscribed) & (consent != Consent.GRANTED))
    if options.consent_required and purpose is Purpose.MARKETING:
        without |= consent == Consent.UNKNOWN
    return without


def _second_of_a_phone(members: Members, left: Bools, latest_order: Ints) -> Bools:
    """Everybody left but the one of each phone with the latest order (of equals the lowest id)."""
    numbers = np.flatnonzero(left)
    groups = members.phone_group[numbers]
    order = np.lexsort((numbers, -latest_order[numbers], groups))
    sorted_groups = groups[order]
    repeated = np.zeros(len(numbers), dtype=np.bool_)
    repeated[1:] = sorted_groups[1:] == sorted_groups[:-1]
    out = np.zeros(len(left), dtype=np.bool_)
    out[numbers[order[repeated]]] = True
    return out
