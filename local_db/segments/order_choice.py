"""Which orders a filter means: as ascending places among the roster's orders.

Whatever leaves fewest orders at least cost comes first (a product's lines, a member's first order, a window of days);
everything else looks at what is left only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from local_db.folding import fold
from local_db.roster.roster import NO_AMOUNT, NO_TIME, ORDER_STATUSES
from local_db.segments.roster_index import HOUR_SECONDS, NO_HOUR
from local_db.values import DAY_SECONDS, end_of_day, minor_units, start_of_day

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from local_db.roster.roster import Bools, Codes, Ints
    from local_db.segments.nodes import Band, OrderFilter, Product
    from local_db.segments.scene import Scene

Number = TypeVar("Number", bound="np.signedinteger")

_HOURS = DAY_SECONDS // HOUR_SECONDS


def chosen_orders(wanted: OrderFilter, scene: Scene) -> Ints:
    """The places of the orders that are meant, ascending: by member, then time."""
    if wanted.product.is_any:
        return _narrowed(wanted, scene, _start(wanted, scene))
    return distinct_sorted(scene.roster.lines.order[chosen_lines(wanted, scene)].astype(np.int64))


def chosen_lines(wanted: OrderFilter, scene: Scene) -> Ints:
    """The places of the lines that have what is asked of the product, in orders that are meant; ascending."""
    lines = _lines_of(wanted.product, scene)
    order = scene.roster.lines.order[lines]
    places = distinct_sorted(order.astype(np.int64))
    is_meant = np.zeros(len(scene.roster.orders.time), np.bool_)
    is_meant[_narrowed(wanted, scene, places[_basis(wanted, scene)[places]])] = True
    meant: Ints = lines[is_meant[order]]
    return meant


def distinct_sorted(places: NDArray[Number]) -> NDArray[Number]:
    """The distinct ones of ascending places."""
    if not len(places):
        return places
    return places[np.concatenate(([True], places[1:] != places[:-1]))]


# --- lines ---


def _lines_of(wanted: Product, scene: Scene) -> Ints:
    """The lines of which each has everything that is asked."""
    lines, roster = scene.roster.lines, scene.roster
    found: Ints | None = None
    if wanted.skus:
        skus = {fold(sku) for sku in wanted.skus}
        found = _kept(found, np.array([sku in skus for sku in scene.index.skus], np.bool_), lines.sku)
    if wanted.titles:
        texts = tuple(fold(text) for text in wanted.titles)
        has = [any(text in title for text in texts) for title in scene.index.titles]
        found = _kept(found, np.array([*has, False], np.bool_), lines.product)  # -1, no product, reads the last
    if wanted.categories:
        names = {fold(name) for name in wanted.categories}
        has = [fold(category.name) in names for category in roster.categories]
        found = _kept(found, np.array([*has, False], np.bool_), lines.category)
    if wanted.price is not None:
        price = lines.price if found is None else lines.price[found]
        inside = in_band(price, wanted.price, roster.currency) & (price != NO_AMOUNT)
        found = np.flatnonzero(inside) if found is None else found[inside]
    return np.arange(len(lines.order)) if found is None else found


def _kept(found: Ints | None, table: Bools, column: Codes) -> Ints:
    """Of the rows found so far (None: all), those whose code the table names."""
    if found is None:
        return np.flatnonzero(table[column])
    kept: Ints = found[table[column[found]]]
    return kept


def in_band(amounts: Ints, band: Band, currency: str) -> Bools:
    """Whether each amount (minor units) is between the ends (major units), both included."""
    low, high = band
    inside = np.ones(len(amounts), np.bool_)
    if low is not None:
        inside &= amounts >= minor_units(low, currency)
    if high is not None:
        inside &= amounts <= minor_units(high, currency)
    return inside


# --- orders ---


def _basis(wanted: OrderFilter, scene: Scene) -> Bools:
    """Per order, whether it exists and is a purchase; or, where states are asked for, has one of them."""
    if not wanted.statuses:
        return scene.facts.purchases
    is_wanted = np.array([status in wanted.statuses for status in ORDER_STATUSES], np.bool_)
    has_one: Bools = is_wanted[scene.roster.orders.status]
    return scene.facts.exists & has_one


def _start(wanted: OrderFilter, scene: Scene) -> Ints:
    """The orders to begin with, where no product is asked for."""
    if wanted.which and not wanted.statuses:
        return _ends_of_members(scene, last=wanted.which == "last")
    if wanted.has_window:
        return np.flatnonzero(_basis(wanted, scene) & _in_window(wanted, scene, scene.roster.orders.time))
    return np.flatnonzero(_basis(wanted, scene)) if wanted.statuses else scene.purchases


def _narrowed(wanted: OrderFilter, scene: Scene, places: Ints) -> Ints:
    """Those of the orders for which everything that is asked of an order holds."""
    for is_asked, holds in _CONDITIONS:
        if is_asked(wanted) and len(places):
            places = places[holds(wanted, scene, places)]
    return places


def _in_window(wanted: OrderFilter, scene: Scene, time: Ints) -> Bools:
    zone = scene.roster.zone
    inside = time != NO_TIME
    if wanted.within_days is not None:
        inside &= time >= scene.start_of_last(wanted.within_days)
    if wanted.before_days is not None:
        inside &= time < scene.start_of_last(wanted.before_days)
    if wanted.from_day is not None:
        inside &= time >= start_of_day(wanted.from_day, zone)
    if wanted.to_day is not None:
        inside &= time < end_of_day(wanted.to_day, zone)
    return inside


def _window(wanted: OrderFilter, scene: Scene, places: Ints) -> Bools:
    return _in_window(wanted, scene, scene.roster.orders.time[places])


def _of_shop(wanted: OrderFilter, scene: Scene, places: Ints) -> Bools:
    platforms = {fold(platform) for platform in wanted.platforms}
    names = {fold(name) for name in wanted.shops}
    fits = [
        (not platforms or fold(shop.platform) in platforms) and (not names or fold(shop.name) in names)
        for shop in scene.roster.shops
    ]
    table = np.array(fits, np.bool_)
    found: Bools = table[scene.roster.orders.shop[places]]
    return found


def _amount(wanted: OrderFilter, scene: Scene, places: Ints) -> Bools:
    return in_band(scene.roster.orders.paid[places], wanted.amount or (None, None), scene.roster.currency)


def _hour(wanted: OrderFilter, scene: Scene, places: Ints) -> Bools:
    first, last = wanted.hours or (0, _HOURS)
    table = np.zeros(_HOURS + 1, np.bool_)  # NO_HOUR reads the last
    if first < last:
        table[first:last] = True
    else:
        table[first:_HOURS] = table[:last] = True
    table[NO_HOUR] = False
    found: Bools = table[scene.index.hour[places]]
    return found


def _weekday(wanted: OrderFilter, scene: Scene, places: Ints) -> Bools:
    table = np.zeros(8, np.bool_)
    table[list(wanted.weekdays)] = True
    found: Bools = table[scene.index.weekday[places]]
    return found


def _promotion(wanted: OrderFilter, scene: Scene, places: Ints) -> Bools:
    return scene.index.in_promotion(wanted.promotions or ())[places]


def _which(wanted: OrderFilter, scene: Scene, places: Ints) -> Bools:
    ends = _ends_of_members(scene, last=wanted.which == "last")
    found = np.searchsorted(ends, places)
    return np.equal(np.append(ends, -1)[found], places)


def _after_gap(wanted: OrderFilter, scene: Scene, places: Ints) -> Bools:
    """Whether the dated purchase before each order was so many days before it; without one it was not."""
    member, day, purchases = scene.roster.orders.member, scene.index.day, scene.facts.dated
    before = np.searchsorted(purchases, places) - 1
    if not len(purchases):
        return np.zeros(len(places), np.bool_)
    earlier = purchases[np.maximum(before, 0)]
    has_one = (before >= 0) & (member[earlier] == member[places]) & (scene.roster.orders.time[places] != NO_TIME)
    return np.logical_and(has_one, day[places].astype(np.int64) - day[earlier] >= (wanted.after_gap_days or 0))


def _ends_of_members(scene: Scene, *, last: bool) -> Ints:
    """The first or last dated purchase of each member who has one."""
    purchases = scene.facts.dated
    if not len(purchases):
        return purchases
    changes = np.diff(scene.roster.orders.member[purchases]) != 0
    return purchases[np.concatenate((changes, [True]) if last else ([True], changes))]


_CONDITIONS: tuple[tuple[Callable[[OrderFilter], bool], Callable[[OrderFilter, Scene, Ints], Bools]], ...] = (
    (lambda wanted: wanted.has_window, _window),
    (lambda wanted: bool(wanted.platforms or wanted.shops), _of_shop),
    (lambda wanted: wanted.amount is not None, _amount),
    (lambda wanted: wanted.hours is not None, _hour),
    (lambda wanted: bool(wanted.weekdays), _weekday),
    (lambda wanted: wanted.promotions is not None, _promotion),
    (lambda wanted: bool(wanted.which), _which),
    (lambda wanted: wanted.after_gap_days is not None, _after_gap),
)
