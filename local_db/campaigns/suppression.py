"""Who of the matched people must not or need not be written to: a waterfall of steps, as pure rules.

Suppression is a layer after the segment, never a condition in it: no tree and no option switches
the opt-out step off. It also holds for notifications, because a person who said "no" to a number
cannot tell the two apart. A refusal belongs to the address: whoever shares the phone, or on the channel
e-mail the e-mail address, of somebody who opted out gets nothing either.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from local_db.campaigns.model import EMAIL, SMS, PrepareOptions, StepCode
from local_db.roster.roster import NO_TIME, Consent
from local_db.templates.model import Purpose

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Codes, Ints, Members, Orders


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
    channel: str = SMS,
    mailbox: Codes | None = None,
    accounts: Codes | None = None,
) -> Waterfall:
    """Take out of `matched` (per member) who must not be reached on a channel; each person at one step only.

    `latest_order` is the time of each member's latest order, `messaged` who got a message within
    the quiet days; both per member of the roster. A call rings the phone that an SMS goes to. For
    e-mail, `mailbox` says which members have the same address: a number, or -1 without one. So do `accounts` where
    a platform reaches its buyers for the shop: then no phone is needed, but nobody is reached twice at one.
    """
    means = _means(members, channel, mailbox, accounts)
    left = matched.copy()
    steps = []
    for code, reached in (
        (StepCode.OPTED_OUT, opted_out(members, channel, means.address)),
        (StepCode.NO_CONSENT, _without_consent(members, options, purpose, channel, means.address)),
        (means.missing, means.without),
        (means.double, None),
        (StepCode.RECENTLY_MESSAGED, with_shared(means.address, with_shared_phones(members, messaged))),
    ):
        out = _second_of_an_address(means.one_each, left, latest_order) if reached is None else left & reached
        steps.append(Step(code, np.flatnonzero(out)))
        left &= ~out
    return Waterfall(int(np.count_nonzero(matched)), tuple(steps), np.flatnonzero(left))


class _Means(NamedTuple):
    """By what members are reached: a number per address (-1: none), who has none, and how often one is reached."""

    address: Codes
    without: Bools
    missing: StepCode
    double: StepCode
    one_each: Codes  # of whoever has the same number here only one is reached


def _means(members: Members, channel: str, mailbox: Codes | None, accounts: Codes | None) -> _Means:
    phones = members.phone_group
    if channel == EMAIL:
        if mailbox is None:
            raise ValueError(channel)
        return _Means(mailbox, mailbox < 0, StepCode.NO_EMAIL, StepCode.DUPLICATE_EMAIL, mailbox)
    if accounts is not None:
        alone = np.arange(len(phones), dtype=phones.dtype) + phones.max(initial=-1) + 1  # without a phone: like nobody
        one_each = np.where(phones < 0, alone, phones)
        return _Means(accounts, accounts < 0, StepCode.NO_ACCOUNT, StepCode.DUPLICATE_PHONE, one_each)
    without = (phones < 0) | ~members.phone_usable
    return _Means(phones, without, StepCode.NO_USABLE_PHONE, StepCode.DUPLICATE_PHONE, phones)


def opted_out(members: Members, channel: str = SMS, address: Codes | None = None) -> Bools:
    """Per member: opted out of the channel, or the same person as somebody who did, as far as keys tell.

    `address`: which members share one on the channel, where that is not the phone.
    """
    refusing: Bools = _consent(members, channel) == Consent.OPTED_OUT
    known = members.refused.get(channel)
    refusing = refusing if known is None else refusing | known
    return _with_addresses(members, refusing, address)


def with_shared_phones(members: Members, chosen: Bools) -> Bools:
    """The chosen members and everybody who shares a phone with one of them."""
    return with_shared(members.phone_group, chosen)


def with_shared(group: Codes, chosen: Bools) -> Bools:
    """The chosen members and everybody of the same group (per member; -1: none) as one of them."""
    groups = np.zeros(int(group.max(initial=-1)) + 2, dtype=np.bool_)
    groups[group[chosen]] = True
    groups[-1] = False  # the place that group -1, nobody's, points to
    return chosen | groups[group]


def latest_orders(orders: Orders, size: int) -> Ints:
    """The time of each member's latest order of any kind; NO_TIME without one."""
    latest = np.full(size, NO_TIME, dtype=np.int64)
    np.maximum.at(latest, orders.member, orders.time)
    return latest


def _with_addresses(members: Members, chosen: Bools, address: Codes | None) -> Bools:
    """The chosen and everybody who shares a phone with them, or then the address."""
    reached = with_shared_phones(members, chosen)
    return reached if address is None else with_shared(address, reached)


def _consent(members: Members, channel: str) -> Ints:
    known = members.consent.get(channel)
    if known is None:
        return np.zeros(len(members.ids), dtype=np.int64)
    return known.astype(np.int64)


def _without_consent(
    members: Members, options: PrepareOptions, purpose: Purpose, channel: str, address: Codes
) -> Bools:
    consent = _consent(members, channel)
    unsubscribed: Bools = consent == Consent.NOT_GRANTED
    # "Not subscribed" is said by a person too: it holds for her other records unless they say otherwise.
    others = _with_addresses(members, unsubscribed, address)
    without: Bools = unsubscribed | (others & (consent != Consent.GRANTED))
    if options.consent_required and purpose is Purpose.MARKETING:
        without |= consent == Consent.UNKNOWN
    return without


def _second_of_an_address(address: Codes, left: Bools, latest_order: Ints) -> Bools:
    """Everybody left but the one of each address with the latest order (of equals the lowest id)."""
    numbers = np.flatnonzero(left)
    groups = address[numbers]
    order = np.lexsort((numbers, -latest_order[numbers], groups))
    sorted_groups = groups[order]
    repeated = np.zeros(len(numbers), dtype=np.bool_)
    repeated[1:] = sorted_groups[1:] == sorted_groups[:-1]
    out = np.zeros(len(left), dtype=np.bool_)
    out[numbers[order[repeated]]] = True
    return out
