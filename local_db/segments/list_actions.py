"""What a window or the command line may do with saved lists of people: each one transaction, and each undoable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from local_db.changes import Changes, Topic
from local_db.errors import SegmentError
from local_db.segments import list_store
from local_db.segments.kept_trees import rename_in_trees, users_of
from local_db.segments.lists import NAME_LENGTH, DeletedList, Entry, Matches, SavedList, keys_of, unknown_among
from local_db.settings import mark_roster_changed
from local_db.values import epoch

if TYPE_CHECKING:
    from datetime import datetime

    from local_db.shop_file import Connection, Shop


def all_lists(shop: Shop) -> tuple[SavedList, ...]:
    """Every list with how many members it names now, the newest first."""
    with shop.read() as connection:
        return list_store.all_lists(connection)


def preview_list(shop: Shop, entries: Sequence[Entry]) -> Matches:
    """Whom these entries (`lists.read_entries`, `lists.read_file`) name; nothing is written."""
    with shop.read() as connection:
        return _matches(connection, entries)[0]


def create_list(
    shop: Shop, name: str, entries: Sequence[Entry], *, source: str = "", now: datetime
) -> tuple[SavedList, Matches, Changes]:
    """Keep whom the entries name; `source` is the name of the file they came from. Who is unknown is left out and told.

    The list hangs on the identities it names, and follows them when members are joined or split. Raises SegmentError
    (`list_name_empty`, `list_name_taken`, and `list_empty` where nobody is known).
    """
    with shop.write() as connection:
        name = _free_name(connection, name)
        matches, identities = _matches(connection, entries)
        if not identities:
            raise SegmentError("list_empty")
        saved = SavedList(name, source, matches.entries, people=matches.people, created_at=epoch(now))
        saved = replace(saved, id=list_store.insert(connection, saved, identities))
        return saved, matches, _changed(connection)


def rename_list(shop: Shop, list_id: int, name: str) -> tuple[str, Changes]:
    """Give a list another name, in the segments that ask for it too; the name it had.

    Raises SegmentError (`list_missing`, `list_name_empty`, `list_name_taken`).
    """
    with shop.write() as connection:
        saved = _existing(connection, list_id)
        new = _free_name(connection, name, list_id)
        list_store.rename(connection, list_id, new)
        rename_in_trees(connection, saved.name, new, leaf="list")
        return saved.name, _changed(connection)


def delete_list(shop: Shop, list_id: int) -> tuple[DeletedList, Changes]:
    """Delete a list; the result undoes it.

    Raises SegmentError (`list_missing`, and `list_in_use` with the names of the segments and tags that ask for it).
    """
    with shop.write() as connection:
        saved = _existing(connection, list_id)
        if users := users_of(connection, "list", saved.name):
            raise SegmentError("list_in_use", name=saved.name, users=users)
        deleted = DeletedList(saved, list_store.identities_on(connection, list_id))
        list_store.delete(connection, list_id)
        return deleted, _changed(connection)


def restore_list(shop: Shop, deleted: DeletedList) -> tuple[SavedList, Changes]:
    """Undo a deletion; who was erased since stays away. Raises SegmentError `list_name_taken`."""
    with shop.write() as connection:
        _free_name(connection, deleted.saved.name)
        list_id = list_store.insert(connection, deleted.saved, deleted.identities)
        return _existing(connection, list_id), _changed(connection)


def _matches(connection: Connection, entries: Sequence[Entry]) -> tuple[Matches, set[int]]:
    known = list_store.identities_of(connection, (key for entry in entries for key in keys_of(entry)))
    identities = {identity for found in known.values() for identity in found}
    people = list_store.people(connection, identities)
    return Matches(len(entries), people, unknown_among(entries, known)), identities


def _changed(connection: Connection) -> Changes:
    mark_roster_changed(connection)
    return Changes.of(Topic.MEMBERS, Topic.SEGMENTS)


def _existing(connection: Connection, list_id: int) -> SavedList:
    found = list_store.one(connection, list_id)
    if found is None:
        raise SegmentError("list_missing")
    return found


def _free_name(connection: Connection, name: str, own: int = 0) -> str:
    name = " ".join(name.split())[:NAME_LENGTH].strip()
    if not name:
        raise SegmentError("list_name_empty")
    if any(other.name.casefold() == name.casefold() and other.id != own for other in list_store.all_lists(connection)):
        raise SegmentError("list_name_taken", name=name)
    return name
