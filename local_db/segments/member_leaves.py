"""Who a condition on a field matches: one function per kind of field."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import numpy as np

from local_db.folding import fold
from local_db.roster.roster import NO_TIME, Consent
from local_db.segments.catalogue import FIELD_BY_KEY, Kind
from local_db.segments.city_tiers import city_tier
from local_db.segments.comparing import compare, compare_share
from local_db.segments.facts import OrderFacts
from local_db.values import minor_units, start_of_day

if TYPE_CHECKING:
    from local_db.roster.roster import Bools, Ints, TextColumn
    from local_db.segments.facts import Share
    from local_db.segments.habits import Habits
    from local_db.segments.nodes import Field
    from local_db.segments.scene import Scene

PERCENT = 100
MONTH = 100  # a birthday is month × MONTH + day
LEAP_DAY, DAY_BEFORE = 2 * MONTH + 29, 2 * MONTH + 28
QUOTIENTS = {"days_since", "days_between"}  # counts that not everybody has


def field(leaf: Field, scene: Scene) -> Bools:
    """Who the field's own condition matches."""
    return _BY_KIND[FIELD_BY_KEY[leaf.field].kind](leaf, scene)


# --- texts and flags ---


def _text(leaf: Field, scene: Scene) -> Bools:
    texts = leaf.value if isinstance(leaf.value, tuple) else (leaf.value,)
    wanted = {fold(str(text)) for text in texts}
    mask = _of_shop(wanted, scene) if leaf.field == "shop" else _of_text(leaf.field, wanted, scene)
    return ~mask if leaf.op == "is_not" else mask


def _of_text(name: str, wanted: set[str], scene: Scene) -> Bools:
    column: TextColumn = getattr(scene.roster.members, "city" if name == "city_tier" else name)
    texts = (city_tier(city) for city in column.values) if name == "city_tier" else column.values
    is_wanted = np.array([fold(text) in wanted for text in texts], dtype=np.bool_)
    return is_wanted.take(column.codes)


def _of_shop(wanted: set[str], scene: Scene) -> Bools:
    """Who has an order at one of the shops; the empty name means who has none anywhere."""
    orders = scene.roster.orders
    is_wanted = np.array([fold(shop.name) in wanted for shop in scene.roster.shops], dtype=np.bool_)
    mask = np.zeros(scene.roster.size, np.bool_)
    if is_wanted.any():
        there = np.flatnonzero(scene.facts.exists & is_wanted.take(orders.shop))
        mask = scene.everyone_in(orders.member.take(there))
    anywhere = orders.member.take(np.flatnonzero(scene.facts.exists)) if "" in wanted else orders.member[:0]
    return mask | ~scene.everyone_in(anywhere) if "" in wanted else mask


def _flag(leaf: Field, scene: Scene) -> Bools:
    column = flag_column(leaf.field, scene)
    return column if leaf.value else ~column


def flag_column(name: str, scene: Scene) -> Bools:
    """The column of a field of kind FLAG."""
    column: Bools = getattr(scene.roster.members, "phone_usable" if name == "has_phone" else name)
    return column


def _consent(leaf: Field, scene: Scene) -> Bools:
    return np.equal(scene.roster.members.consent[leaf.channel], Consent[str(leaf.value).upper()])


# --- times ---


def _time(leaf: Field, scene: Scene) -> Bools:
    times = times_of(leaf.field, scene)
    if leaf.op == "never":
        return np.equal(times, NO_TIME) if leaf.field == "joined" else np.equal(scene.facts.orders, 0)
    if isinstance(leaf.value, date):
        border = start_of_day(leaf.value, scene.roster.zone)
    else:
        border = scene.start_of_last(int(str(leaf.value)))
    if leaf.op in {"within_days", "on_or_after"}:
        return np.greater_equal(times, border)
    return np.less(times, border) & np.not_equal(times, NO_TIME)


def times_of(name: str, scene: Scene) -> Ints:
    """The column of a field of kind TIME; who joined after the moment has not joined."""
    if name == "first_order":
        return scene.facts.first
    if name == "last_order":
        return scene.facts.last
    joined, cut = scene.roster.members.joined, scene.moment.cut
    return joined if cut is None else np.where(joined < cut, joined, NO_TIME)


def _birthday(leaf: Field, scene: Scene) -> Bools:
    birthday = scene.roster.members.birthday
    if leaf.op == "known":
        return np.greater(birthday, 0)
    if leaf.op == "month":
        return np.equal(birthday // MONTH, int(str(leaf.value)))
    table = np.zeros(13 * MONTH, np.bool_)
    for ahead in range(int(str(leaf.value)) + 1):
        table[birthdays_on(scene.moment.day + timedelta(days=ahead))] = True
    return table.take(birthday)


def birthdays_on(day: date) -> list[int]:
    """The birthdays that are kept on a day: 29 February on the 28th where the year has none."""
    code = day.month * MONTH + day.day
    is_leap = day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0)
    return [code, LEAP_DAY] if code == DAY_BEFORE and not is_leap else [code]


# --- notes ---


def _note(leaf: Field, scene: Scene) -> Bools:
    notes = scene.roster.members.notes
    if leaf.op == "any":
        return scene.everyone_in(notes.member)
    wanted = fold(str(leaf.value))
    return scene.everyone_in(notes.member[np.array([wanted in text for text in scene.index.notes], dtype=np.bool_)])


# --- numbers ---


def _count(leaf: Field, scene: Scene) -> Bools:
    if leaf.field in QUOTIENTS:
        return compare_share(leaf, share_of(leaf.field, scene), 1)
    return compare(leaf, number_of(leaf.field, scene), int)


def _money(leaf: Field, scene: Scene) -> Bools:
    currency, facts = scene.roster.currency, scene.facts
    if leaf.field != "average":
        return compare(leaf, number_of(leaf.field, scene), lambda value: minor_units(value, currency))
    # spent / orders against a value is spent against value × orders: exact, and nothing is divided by nought.
    over = compare(leaf, facts.spent, lambda value: minor_units(value, currency) * facts.orders)
    return over & (facts.orders > 0)


def _percent(leaf: Field, scene: Scene) -> Bools:
    return compare_share(leaf, share_of(leaf.field, scene), PERCENT)


def number_of(name: str, scene: Scene) -> Ints:
    """The column of a field that everybody has a number of."""
    column: Ints = getattr(_holder(name, scene), name)
    return column


def share_of(name: str, scene: Scene) -> Share:
    """The column of a field that is a part of a whole."""
    share: Share = getattr(_holder(name, scene), name)
    return share


def _holder(name: str, scene: Scene) -> OrderFacts | Habits:
    return scene.facts if hasattr(OrderFacts, name) else scene.habits


_BY_KIND: dict[Kind, Callable[[Field, Scene], Bools]] = {
    Kind.TEXT: _text,
    Kind.FLAG: _flag,
    Kind.CONSENT: _consent,
    Kind.TIME: _time,
    Kind.BIRTHDAY: _birthday,
    Kind.NOTE: _note,
    Kind.COUNT: _count,
    Kind.MONEY: _money,
    Kind.PERCENT: _percent,
}
