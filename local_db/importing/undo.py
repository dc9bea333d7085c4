"""The history of imports, and taking one back. (Stands here until the derived facts bring their own.)"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from local_db.changes import Changes, Topic
from local_db.errors import ImportRefused
from local_db.settings import mark_roster_changed
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.shop_file import Connection, Shop

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """One import of the shop's history. Times in UTC seconds; `undone_at` None while it holds."""

    id: int
    file_name: str
    profile: str
    shop_name: str
    platform: str
    imported_at: int
    report: dict[str, Any]
    undone_at: int | None


@dataclass(frozen=True, slots=True)
class UndoFigures:
    """What taking an import back takes away; `orders_kept` are those that other files speak of too."""

    orders: int
    orders_kept: int
    members: int
    consents: int


def list_imports(shop: Shop) -> tuple[ImportEntry, ...]:
    """Every import, the newest first."""
    with shop.read() as connection:
        rows = connection.execute(
            "select i.id, i.file_name, i.profile, s.name, s.platform, i.imported_at, i.report, i.undone_at"
            " from imports i join shops s on s.id = i.shop_id order by i.imported_at desc, i.id desc"
        ).fetchall()
    return tuple(
        ImportEntry(number, file, profile, name, platform, imported_at, json.loads(report), undone_at)
        for number, file, profile, name, platform, imported_at, report, undone_at in rows
    )


def undo_preview(shop: Shop, import_id: int) -> UndoFigures:
    """What taking this import back would take away. Raises ImportRefused (`import_missing`)."""
    with shop.write() as connection:
        return _figures(connection, import_id)


def undo_import(
    shop: Shop,
    import_id: int,
    *,
    now: datetime,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[UndoFigures, Changes]:
    """Take a whole import back in one transaction. Raises ImportRefused (`import_missing`, `cancelled`)."""
    with shop.write() as connection:
        figures = _figures(connection, import_id)
        connection.execute("delete from orders where import_id = ?", [import_id])
        connection.execute("update imports set undone_at = ? where id = ?", [epoch(now), import_id])
        mark_roster_changed(connection)
        if cancelled is not None and cancelled():
            raise ImportRefused("cancelled", file="")
    if progress is not None:
        progress(1, 1)
    return figures, Changes.of(Topic.IMPORTS, Topic.MEMBERS, Topic.ORDERS)


def _figures(connection: Connection, import_id: int) -> UndoFigures:
    standing = connection.execute("select 1 from imports where id = ? and undone_at is null", [import_id]).fetchone()
    if standing is None:
        raise ImportRefused("import_missing", file="")
    orders = connection.execute("select count(*) from orders where import_id = ?", [import_id]).fetchone()[0]
    return UndoFigures(orders, 0, 0, 0)
