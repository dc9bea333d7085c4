"""What a campaign would be: who is matched, who is left, every text, its parts and its price."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

from local_db.campaigns import store
from local_db.campaigns.messages import Messages
from local_db.campaigns.model import EMAIL, SMS, Message, PrepareOptions, Summary
from local_db.campaigns.suppression import Waterfall, latest_orders, suppress
from local_db.errors import PrepareError
from local_db.segments.evaluate import evaluate
from local_db.segments.facts import moment_of
from local_db.segments.store import trees_for
from local_db.segments.tree import Node
from local_db.settings import read_setting
from local_db.shop_file import Connection
from local_db.templates.lint import blocking
from local_db.templates.model import Purpose, Template
from local_db.templates.sms_parts import Route, route_of
from local_db.templates.store import member_texts
from local_db.templates.text import variable_names
from local_db.templates.texts import Texts
from local_db.templates.variables import Source, texts_for
from local_db.templates.vendors import vendor_of
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Codes, Ints, Roster


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Everything that is known before an audience is frozen; with a refusal in it, none may be."""

    waterfall: Waterfall
    texts: Messages  # in the order of member numbers
    parts: dict[int, int]  # parts of a text: how many texts
    cost: Decimal  # major units of `currency`, exact
    currency: str
    unfilled: dict[str, int]  # variable: how many texts lack a value for it
    refusals: tuple[PrepareError, ...]

    @property
    def matched(self) -> int:
        """How many the segment matches."""
        return self.waterfall.matched

    @property
    def messages(self) -> int:
        """How many are left after every step."""
        return len(self.texts)

    @property
    def longest(self) -> Message | None:
        """The longest text; None without any."""
        place = self.texts.longest
        return None if place is None else self.texts[place]

    @property
    def shortest(self) -> Message | None:
        """The shortest text; None without any."""
        place = self.texts.shortest
        return None if place is None else self.texts[place]

    def summary(self, options: PrepareOptions, as_of: date | None) -> Summary:
        """The figures to keep with the audience."""
        return Summary(
            matched=self.matched,
            waterfall=tuple((step.code.value, step.removed) for step in self.waterfall.steps),
            messages=self.messages,
            parts=self.parts,
            cost=self.cost,
            currency=self.currency,
            quiet_days=options.quiet_days,
            as_of="" if as_of is None else as_of.isoformat(),
        )


def compose(
    connection: Connection,
    roster: Roster,
    node: Node,
    template: Template,
    options: PrepareOptions,
    *,
    now: datetime,
    as_of: date | None = None,
) -> Plan:
    """The plan over one view of the shop. `as_of` asks the segment, and fills order variables, as of a day.

    Raises PrepareError `stale_roster` when members or orders have changed since the roster was read.
    """
    if read_setting(connection, "roster_version") != roster.version:
        raise PrepareError("stale_roster")
    matched = evaluate(roster, node, now=now, as_of=as_of, segments=trees_for(connection, node)).matched
    waterfall = waterfall_of(connection, roster, matched, options, purpose=template.purpose, now=now)
    source = Source(connection, roster, waterfall.numbers, moment_of(roster.zone, now, as_of))
    messages = _messages(source, template, options)
    histogram = messages.texts.histogram()
    plan = Plan(
        waterfall=waterfall,
        texts=messages,
        parts=histogram,
        cost=options.price * sum(parts * count for parts, count in histogram.items()),
        currency=roster.currency,
        unfilled=messages.texts.unfilled(),
        refusals=(),
    )
    return _judged(plan, template)


def waterfall_of(
    connection: Connection,
    roster: Roster,
    matched: Bools,
    options: PrepareOptions,
    *,
    purpose: Purpose,
    now: datetime,
    channel: str = SMS,
    accounts: Codes | None = None,
) -> Waterfall:
    """Who of the matched members (per member of the roster) would be written to or called, whatever the text.

    The caller has seen to it that the roster is current.
    """
    return suppress(
        roster.members,
        matched,
        options,
        purpose=purpose,
        latest_order=latest_orders(roster.orders, roster.size),
        messaged=_messaged(connection, roster, options, now),
        channel=channel,
        mailbox=_mailboxes(connection, roster) if channel == EMAIL else None,
        accounts=accounts,
    )


def _mailboxes(connection: Connection, roster: Roster) -> Codes:
    """Per member, a number that all who have the same e-mail address share; -1 without one."""
    rows = connection.execute("select id, lower(trim(email)) from members where trim(email) <> ''").fetchall()
    numbers: dict[str, int] = {}
    codes = np.full(roster.size, -1, dtype=np.int32)
    ids = np.array([member_id for member_id, _ in rows], dtype=np.int64)
    known = np.isin(ids, roster.members.ids)
    shared = np.array([numbers.setdefault(address, len(numbers)) for _, address in rows], dtype=np.int32)
    codes[np.searchsorted(roster.members.ids, ids[known])] = shared[known]
    return codes


def _judged(plan: Plan, template: Template) -> Plan:
    """The plan with every reason why it may not be frozen."""
    refusals = [
        PrepareError("template_problem", problem=problem.code, position=problem.position, **problem.data)
        for problem in blocking(template, vendor=plan.texts.texts.vendor)
    ]
    refusals += [
        PrepareError("unfilled_variable", variable=variable, count=count) for variable, count in plan.unfilled.items()
    ]
    most = plan.texts.texts.vendor.most_units
    too_long = int(np.count_nonzero(plan.texts.texts.units > most))
    if too_long and not any(refusal.data.get("problem") == "too_long" for refusal in refusals):
        refusals.append(PrepareError("texts_too_long", count=too_long, most=most))
    if not plan.messages:
        nobody = PrepareError("nobody_left", matched=plan.matched) if plan.matched else PrepareError("nobody_matches")
        refusals.append(nobody)
    return replace(plan, refusals=tuple(refusals))


def _messaged(connection: Connection, roster: Roster, options: PrepareOptions, now: datetime) -> Bools:
    """Per member: has had a handed-off message within the quiet days."""
    messaged = np.zeros(roster.size, dtype=np.bool_)
    if options.quiet_days > 0:
        since = epoch(now - timedelta(days=options.quiet_days))
        ids = np.asarray(sorted(store.messaged_member_ids(connection, since)), dtype=np.int64)
        messaged[numbers_of(roster, ids)] = True
    return messaged


def numbers_of(roster: Roster, ids: Ints) -> Ints:
    """The member numbers of those ids that the roster knows."""
    known: Ints = ids[np.isin(ids, roster.members.ids)]
    return np.searchsorted(roster.members.ids, known)


def _messages(source: Source, template: Template, options: PrepareOptions) -> Messages:
    """Every member's text, by the rules of the vendor that the template is written for."""
    phones = member_texts(source.connection, "phone", source.ids)
    abroad, routes = list(Route).index(Route.INTERNATIONAL), np.zeros(len(phones), np.int8)
    foreign = [place for place, phone in enumerate(phones) if phone[:1] == "+" and route_of(phone) is not Route.CHINA]
    routes[foreign] = abroad
    vendor = vendor_of(template.vendor, options.own_vendors)
    texts = Texts(template, vendor, texts_for(variable_names(template.body), source), routes)
    return Messages(source.roster.members.ids[source.numbers], phones, texts)
