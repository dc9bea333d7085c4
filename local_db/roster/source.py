"""Gives every page, report and command the same roster, read again only when the shop has changed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from local_db.settings import JsonValue, read_setting

if TYPE_CHECKING:
    from local_db.roster.roster import Roster
    from local_db.shop_file import Shop

# A roster is current while these say the same: days begin in the zone, amounts are read in the currency.
_KEYS = ("roster_version", "zone", "currency", "rfm_cuts")


class RosterSource:
    """The current roster of an open shop; may be asked from any thread."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._loading = threading.Lock()
        self._key: tuple[JsonValue, ...] = ()
        self._roster: Roster | None = None

    def current(self) -> Roster:
        """The roster of the data as committed now; threads that ask while it is read wait for the same one."""
        with self._loading, self._shop.read() as connection:
            key = tuple(read_setting(connection, name) for name in _KEYS)
            if self._roster is None or key != self._key:
                from local_db.roster.store import load

                self._roster, self._key = load(connection), key
            return self._roster

    def adopt(self, roster: Roster) -> None:
        """Take the roster that an action has worked out from the current one, unless the shop has changed since."""
        with self._loading, self._shop.read() as connection:
            key = tuple(read_setting(connection, name) for name in _KEYS)
            if key[:3] == (roster.version, str(roster.zone), roster.currency) and key[3:] == self._key[3:]:
                self._roster, self._key = roster, key
