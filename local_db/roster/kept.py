"""Keeps the roster's columns in the shop file, so that opening a large shop need not work them out again.

They are only a copy of what the tables say: a shop without them, or with other than this version's, is read whole.
What is marked as changed since (roster_marks) is read again by extend.py. Texts that people wrote about others, the
notes, are not kept; erasing a person drops all columns.
"""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import numpy as np

from local_db.roster import store
from local_db.roster.codec import decoded, encoded
from local_db.roster.roster import (
    AudienceInfo,
    Category,
    Lines,
    Members,
    Notes,
    Orders,
    Origin,
    RefundRows,
    Roster,
    Sendings,
    ShopInfo,
    TextColumn,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from local_db.shop_file import Connection

    Parts = dict[str, NDArray[Any]]

FORMAT = 1  # of the names and meanings of columns
_DESCRIPTION = ""  # the name under which it is said what is kept
_GROUPS = {"members": Members, "orders": Orders, "lines": Lines, "sendings": Sendings, "refund_rows": RefundRows}
_COMPUTED = {"members.notes": Notes(np.zeros(0, np.int32), ())}
_BY_NAME = {"members.consent", "members.tags", "members.lists", "members.refused"}
_ORIGIN = ("order_ids", "product_ids", "line_product", "refund_orders")


# --- a roster as parts, and back ---


def parts_of(roster: Roster) -> tuple[Parts, dict[str, Any]]:
    """The arrays by name, and a description of everything else."""
    arrays: Parts = {}
    texts: dict[str, tuple[str, ...]] = {
        "titles": roster.product_titles,
        "skus": roster.skus,
        "reasons": roster.reasons,
    }
    for group, kind in _GROUPS.items():
        for entry in fields(kind):
            name, value = f"{group}.{entry.name}", getattr(getattr(roster, group), entry.name)
            if isinstance(value, TextColumn):
                arrays[name], texts[name] = value.codes, value.values
            elif isinstance(value, dict):
                texts[name] = tuple(value)
                arrays |= {f"{name}.{place}": column for place, column in enumerate(value.values())}
            elif name not in _COMPUTED:
                arrays[name] = value
    origin = roster.origin
    if origin is None:
        raise ValueError("a roster that was not read from a file")
    arrays |= {f"origin.{name}": getattr(origin, name) for name in _ORIGIN}
    return arrays, {
        "format": FORMAT,
        "version": roster.version,
        "newest": origin.newest,
        "texts": texts,
        "shops": roster.shops,
        "audiences": roster.audiences,
        "categories": [[category.id, category.name] for category in roster.categories],
        "columns": {name: len(column) for name, column in arrays.items()},
    }


def roster_of(arrays: Parts, said: Mapping[str, Any]) -> Roster:
    """The roster of these parts; what settings say of it is still to be filled in. Raises KeyError and ValueError."""
    texts = {name: tuple(values) for name, values in said["texts"].items()}
    if {name: len(column) for name, column in arrays.items()} != said["columns"]:
        raise ValueError("other columns than described")
    groups = {group: kind(**_values(group, kind, arrays, texts)) for group, kind in _GROUPS.items()}
    return Roster(
        version=int(said["version"]),
        zone=ZoneInfo("UTC"),
        currency="",
        product_titles=texts["titles"],
        categories=tuple(Category(*category) for category in said["categories"]),
        shops=tuple(ShopInfo(*shop) for shop in said["shops"]),
        skus=texts["skus"],
        audiences=tuple(AudienceInfo(*audience) for audience in said["audiences"]),
        reasons=texts["reasons"],
        origin=Origin(dict(said["newest"]), *(arrays[f"origin.{name}"] for name in _ORIGIN)),
        **groups,
    )


def _values(group: str, kind: type[Any], arrays: Parts, texts: Mapping[str, tuple[str, ...]]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for entry in fields(kind):
        name = f"{group}.{entry.name}"
        if name in _COMPUTED:
            values[entry.name] = _COMPUTED[name]
        elif name in _BY_NAME:
            values[entry.name] = {text: arrays[f"{name}.{place}"] for place, text in enumerate(texts[name])}
        elif name in texts:
            values[entry.name] = TextColumn(arrays[name], texts[name])
        else:
            values[entry.name] = arrays[name]
    return values


# --- in the shop file ---


def base_version(connection: Connection) -> int:
    """The version of the shop since which all changes are marked; a roster before it cannot be extended."""
    row = connection.execute("select data from roster_columns where name = 'base'").fetchone()
    return int(row[0]) if row else 0


def read(connection: Connection) -> Roster | None:
    """The columns as they were kept, none of what has changed since; None where there are none or not this format's."""
    row = connection.execute("select data from roster_columns where name = ?", [_DESCRIPTION]).fetchone()
    if row is None:
        return None
    try:
        said = json.loads(row[0])
        if said["format"] != FORMAT:
            return None
        rows = connection.execute("select name, data from roster_columns where name not in (?, 'base')", [_DESCRIPTION])
        return _with_notes(connection, roster_of({name: decoded(data) for name, data in rows}, said))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError, MemoryError):
        return None  # what is written there is not what was written once; the tables have everything


def _with_notes(connection: Connection, roster: Roster) -> Roster:
    """The roster with the notes as they are now; where members have changed they are read once more."""
    notes = store.notes(connection, roster.members.ids)
    return replace(roster, members=replace(roster.members, notes=notes))


class Keeping:
    """What is to be written for a roster, worked out before the file is locked."""

    def __init__(self, roster: Roster, known: Mapping[str, NDArray[Any]]) -> None:
        """`known` are the arrays that stand in the file already."""
        self.roster = roster
        self.arrays, self._said = parts_of(roster)
        self._new = {name: encoded(array) for name, array in self.arrays.items() if known.get(name) is not array}

    @property
    def is_news(self) -> bool:
        """Whether a column is not what the file holds."""
        return bool(self._new)

    def write(self, connection: Connection) -> None:
        """Bring the file's columns to this roster, and take away the marks, all of which it takes account of."""
        self._delete_others(connection)
        rows: Iterable[tuple[str, bytes]] = self._new.items()
        statement = (
            "insert into roster_columns(name, data) values (?, ?) on conflict(name) do update set data = excluded.data"
        )
        connection.executemany(statement, rows)
        description = json.dumps(self._said, ensure_ascii=False).encode("utf-8", "surrogatepass")
        connection.executemany(statement, [(_DESCRIPTION, description), ("base", str(self.roster.version).encode())])
        connection.execute("delete from roster_marks")

    def _delete_others(self, connection: Connection) -> None:
        names = [name for (name,) in connection.execute("select name from roster_columns")]
        gone = [(name,) for name in names if name not in self.arrays and name not in {_DESCRIPTION, "base"}]
        connection.executemany("delete from roster_columns where name = ?", gone)


def are_there(connection: Connection) -> bool:
    """Whether the file holds columns at all."""
    return connection.execute("select 1 from roster_columns where name = ?", [_DESCRIPTION]).fetchone() is not None


def drop(connection: Connection) -> None:
    """Take the columns away; what is marked stays marked."""
    connection.execute("delete from roster_columns where name <> 'base'")
