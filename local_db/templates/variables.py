"""The catalogue of variables: each name, and how it is read for many members at once.

A column has a text for each asked member; an empty text means that nothing is known. A
member without a purchase has no value for any of the order variables, rather than a "0".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from local_db.templates.column import Column
from local_db.templates.store import member_texts, shop_name
from local_db.values import decimal_text, local_moment

if TYPE_CHECKING:
    from local_db.roster.roster import Ints, Roster, TextColumn
    from local_db.segments.facts import Moment, OrderFacts
    from local_db.shop_file import Connection

_QUARTER = 900  # seconds


@dataclass(frozen=True, slots=True)
class Variable:
    """A name that a text may use, and where its values come from."""

    name: str
    column: Callable[[Source], Column]
    longest: int | None = None  # characters at most, as platforms write it; None: as people please


class Source:
    """The facts about some members at one moment; each is read when a variable first asks for it."""

    def __init__(self, connection: Connection, roster: Roster, numbers: Ints, moment: Moment) -> None:
        """`numbers` are member numbers of the roster; orders after the moment do not exist yet."""
        self.connection = connection
        self.roster = roster
        self.numbers = numbers
        self.moment = moment

    @property
    def ids(self) -> list[int]:
        """The members' ids in the shop file, in the asked order."""
        ids: list[int] = self.roster.members.ids[self.numbers].tolist()
        return ids

    @cached_property
    def orders(self) -> OrderFacts:
        """What each member of the roster bought, counted as segments count it."""
        from local_db.segments.facts import OrderFacts

        return OrderFacts(self.roster, self.moment.cut)

    @cached_property
    def last_days(self) -> Ints:
        """The day of each asked member's last dated purchase, in the shop's zone, as its ordinal; 0 without one."""
        import numpy as np

        from local_db.roster.roster import NO_TIME

        times = self.orders.last[self.numbers]
        # No clock differs from UTC by anything but quarters of an hour, so each quarter is asked for once.
        quarters, codes = np.unique(np.where(times == NO_TIME, -1, times // _QUARTER), return_inverse=True)
        zone = self.roster.zone
        days = [0 if q < 0 else local_moment(q * _QUARTER, zone).toordinal() for q in quarters.tolist()]
        found: Ints = np.asarray(days, dtype=np.int64)[codes]
        return found


def texts_for(names: frozenset[str], source: Source) -> dict[str, Column]:
    """For each name, the texts of the members of the source."""
    return {name: CATALOGUE[name].column(source) for name in sorted(names)}


def facts_of(connection: Connection, roster: Roster, number: int, moment: Moment) -> dict[str, str]:
    """Every variable of one member, for a preview."""
    import numpy as np

    source = Source(connection, roster, np.asarray([number], dtype=np.int64), moment)
    return {name: column.texts()[0] for name, column in texts_for(NAMES, source).items()}


def _nick(source: Source) -> Column:
    return Column(member_texts(source.connection, "nick", source.ids))


def _name(source: Source) -> Column:
    return Column(member_texts(source.connection, "name", source.ids))


def _shop_name(source: Source) -> Column:
    return Column.constant(shop_name(source.connection), len(source.numbers))


def _province(source: Source) -> Column:
    return _coded(source.roster.members.province, source.numbers)


def _city(source: Source) -> Column:
    return _coded(source.roster.members.city, source.numbers)


def _coded(column: TextColumn, numbers: Ints) -> Column:
    return Column(column.values, column.codes[numbers])


def _last_product(source: Source) -> Column:
    from local_db.templates.last_products import last_products

    products = last_products(source.roster, source.orders.purchases)[source.numbers]
    return Column(("", *source.roster.product_titles), products + 1)


def _last_order_date(source: Source) -> Column:
    return Column.worked_out(source.last_days, lambda day: date.fromordinal(day).isoformat() if day else "")


def _days_since_last_order(source: Source) -> Column:
    today = source.moment.day.toordinal()
    return Column.worked_out(source.last_days, lambda day: str(today - day) if day else "")


def _orders(source: Source) -> Column:
    return Column.worked_out(source.orders.orders[source.numbers], lambda count: str(count) if count else "")


def _spent(source: Source) -> Column:
    currency = source.roster.currency
    spent = source.orders.spent[source.numbers]
    return Column.worked_out(spent, lambda amount: decimal_text(amount, currency) if amount > 0 else "")


CATALOGUE: Mapping[str, Variable] = MappingProxyType(
    {
        variable.name: variable
        for variable in (
            Variable("nick", _nick),
            Variable("name", _name),
            Variable("province", _province, 8),
            Variable("city", _city, 12),
            Variable("last_product", _last_product),
            Variable("last_order_date", _last_order_date, 10),
            Variable("days_since_last_order", _days_since_last_order, 5),
            Variable("orders", _orders, 6),
            Variable("spent", _spent, 12),
            Variable("shop_name", _shop_name),
        )
    }
)
NAMES: frozenset[str] = frozenset(CATALOGUE)
