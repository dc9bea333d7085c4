"""Gives every feature the same roster, brought up to date only when the shop has changed."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from local_db.settings import JsonValue, read_setting

if TYPE_CHECKING:
    from typing import Any

    from numpy.typing import NDArray

    from local_db.roster.roster import Roster
    from local_db.shop_file import Connection, Shop

# A roster is current while these say the same: days begin in the zone, amounts are read in the currency.
_KEYS = ("roster_version", "zone", "currency", "rfm_cuts")


class RosterSource:
    """The current roster of an open shop; may be asked from any thread."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self._loading = threading.Lock()
        self._key: tuple[JsonValue, ...] = ()
        self._roster: Roster | None = None
        self._marks = 0  # how many marks of changed rows the roster takes account of
        self._in_file: dict[str, NDArray[Any]] = {}  # the arrays that the shop file holds, by name

    def current(self) -> Roster:
        """The roster of the data as committed now; threads that ask while it is read wait for the same one."""
        with self._loading, self._shop.read() as connection:
            key = _key_of(connection)
            if self._roster is None or key != self._key:
                self._take(connection, self._brought_up(connection))
            return self._roster  # type: ignore[return-value] # just taken

    def adopt(self, roster: Roster) -> None:
        """Take the roster that an action has worked out from the current one, unless the shop has changed since."""
        with self._loading, self._shop.read() as connection:
            key = _key_of(connection)
            if key[:3] == (roster.version, str(roster.zone), roster.currency) and key[3:] == self._key[3:]:
                self._take(connection, roster)

    def keep(self) -> bool:
        """Write into the shop file the columns that are not what it holds; whether it agrees with the roster then.

        Off the window's thread: a large shop's columns are some hundred megabytes.
        """
        if self._shop.read_only or self._roster is None:
            return False
        return self._kept() or (self._read_again() and self._kept())

    def _kept(self) -> bool:
        from local_db.roster.kept import Keeping, are_there
        from local_db.roster.store import count_marks

        with self._loading, self._shop.read() as connection:
            roster, marks = self._roster, self._marks
            known = self._in_file if are_there(connection) else {}  # an erasure drops them
        if roster is None or roster.origin is None:
            return False
        keeping = Keeping(roster, known)  # before the file is locked
        with self._shop.write() as connection:
            # A mark that came without the version growing is of something the roster has not read.
            if read_setting(connection, "roster_version") != roster.version or count_marks(connection) != marks:
                return False
            if known and not are_there(connection):
                return False
            if keeping.is_news or marks:
                keeping.write(connection)
        with self._loading:
            self._in_file = keeping.arrays
            if self._roster is roster:
                self._marks = 0
        return True

    def _read_again(self) -> bool:
        with self._loading, self._shop.read() as connection:
            self._take(connection, self._brought_up(connection))
        return True

    def _take(self, connection: Connection, roster: Roster) -> None:
        from local_db.roster.store import count_marks

        self._roster, self._key, self._marks = roster, _key_of(connection), count_marks(connection)

    def _brought_up(self, connection: Connection) -> Roster:
        """The held roster, or the one in the file, with what has changed since; or all read anew."""
        from local_db.roster import kept
        from local_db.roster.extend import extended
        from local_db.roster.store import load

        known = self._roster
        if known is None or known.version < kept.base_version(connection):
            known = kept.read(connection)
            self._in_file = {} if known is None else kept.parts_of(known)[0]
        found = None if known is None else extended(connection, known)
        return load(connection) if found is None else found


def _key_of(connection: Connection) -> tuple[JsonValue, ...]:
    return tuple(read_setting(connection, name) for name in _KEYS)
