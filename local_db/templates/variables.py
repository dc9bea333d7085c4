"""The catalogue of variables: each name, and how it is read for many members at once.

A column of values holds one text per asked member; an empty text means that nothing is known. A
member without a purchase has no value for any of the order variables, rather than a "0".
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TYPE_CHECKING

from local_db.templates.store import member_texts, shop_name
from local_db.values import decimal_text, local_moment

if TYPE_CHECKING:
    from local_db.roster.roster import Ints, Roster, TextColumn
    from local_db.segments.facts import Moment, OrderFacts
    from local_db.shop_file import Connection


@dataclass(frozen=True, slots=True)
class Variable:
    """A name that a text may use, and where its values come from."""

    name: str
    column: Callable[[Source], list[str]]


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
    def last_days(self) -> list[date | None]:
        """The day of each asked member's last dated purchase, in the shop's zone."""
        from local_db.roster.roster import NO_TIME

        zone = self.roster.zone
        times = self.orders.last[self.numbers].tolist()
        return [None if time == NO_TIME else local_moment(time, zone).date() for time in times]


def texts_for(names: frozenset[str], source: Source) -> dict[str, list[str]]:
    """For each name, one text per member of the source."""
    return {name: CATALOGUE[name].column(source) for name in sorted(names)}


def facts_of(connection: Connection, roster: Roster, number: int, moment: Moment) -> dict[str, str]:
    """Every variable of one member, for a preview."""
    import numpy as np

    source = Source(connection, roster, np.asarray([number], dtype=np.int64), moment)
    return {name: column[0] for name, column in texts_for(NAMES, source).items()}


def _nick(source: Source) -> list[str]:
    return member_texts(source.connection, "nick", source.ids)


def _name(source: Source) -> list[str]:
    return member_texts(source.connection, "name", source.ids)


def _shop_name(source: Source) -> list[str]:
    return [shop_name(source.connection)] * len(source.numbers)


def _province(source: Source) -> list[str]:
    return _column(source.roster.members.province, source.numbers)


def _city(source: Source) -> list[str]:
    return _column(source.roster.members.city, source.numbers)


def _column(column: TextColumn, numbers: Ints) -> list[str]:
    return [column.values[code] for code in column.codes[numbers].tolist()]


def _last_product(source: Source) -> list[str]:
    from local_db.templates.last_products import last_products

    titles = source.roster.product_titles
    products = last_products(source.roster, source.orders.purchases)[source.numbers].tolist()
    return [titles[product] if product >= 0 else "" for product in products]


def _last_order_date(source: Source) -> list[str]:
    return ["" if day is None else day.isoformat() for day in source.last_days]


def _days_since_last_order(source: Source) -> list[str]:
    return ["" if day is None else str((source.moment.day - day).days) for day in source.last_days]


def _orders(source: Source) -> list[str]:
    return [str(count) if count else "" for count in source.orders.orders[source.numbers].tolist()]


def _spent(source: Source) -> list[str]:
    currency = source.roster.currency
    spent = source.orders.spent[source.numbers].tolist()
    return [decimal_text(amount, currency) if amount > 0 else "" for amount in spent]


CATALOGUE: Mapping[str, Variable] = MappingProxyType(
    {
        variable.name: variable
        for variable in (
            Variable("nick", _nick),
            Variable("name", _name),
            Variable("province", _province),
            Variable("city", _city),
            Variable("last_product", _last_product),
            Variable("last_order_date", _last_order_date),
            Variable("days_since_last_order", _days_since_last_order),
            Variable("orders", _orders),
            Variable("spent", _spent),
            Variable("shop_name", _shop_name),
        )
    }
)
NAMES: frozenset[str] = frozenset(CATALOGUE)
