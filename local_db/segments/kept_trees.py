"""The trees that a shop keeps (segments, their versions, tags by a segment), and what they name.

A tag and a list are named by their words, so who renames one has every tree follow, the earlier versions too.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from local_db.shop_file import Connection

_IN_USE = {"segments": "tree", "tags": "rule"}  # the trees that are asked; those of versions are only kept
_TREES = {**_IN_USE, "segment_versions": "tree"}
_KEYS = {"segments": ("id",), "tags": ("id",), "segment_versions": ("segment_id", "version")}


class Rewritten(NamedTuple):
    """A tree that named a tag or a list and names another one now: where it is kept, and its text."""

    table: str
    key: tuple[int, ...]
    before: str
    after: str


def names_in(value: object, leaf: str = "tag") -> set[int | str]:
    """The tags, or what another leaf (`list`, `segment`) names, that a tree, as JSON values, asks for."""
    if isinstance(value, dict):
        if isinstance(value.get(leaf), int | str):
            return {value[leaf]}
        return {name for part in value.values() for name in names_in(part, leaf)}
    return {name for part in value for name in names_in(part, leaf)} if isinstance(value, list) else set()


def users_of(connection: Connection, leaf: str, wanted: int | str) -> tuple[str, ...]:
    """The names of the segments and tags whose tree has a leaf `{leaf: wanted}`."""
    found = []
    for table, column in _IN_USE.items():
        query = f"select name, {column} from {table} where {column} is not null order by name"  # noqa: S608 - our names
        found += [name for name, text in connection.execute(query) if wanted in names_in(json.loads(text), leaf)]
    return tuple(dict.fromkeys(found))


def rename_in_trees(connection: Connection, old: str, new: str, leaf: str = "tag") -> tuple[Rewritten, ...]:
    """Have every tree ask for the new name of a tag, or of what another leaf names; what was rewritten, to undo it."""
    changed = []
    for table, column in _TREES.items():
        query = f"select {column}, {', '.join(_KEYS[table])} from {table} where {column} is not null"  # noqa: S608
        for text, *key in connection.execute(query).fetchall():
            values = json.loads(text)
            if old in names_in(values, leaf):
                after = json.dumps(_renamed(values, old, new, leaf), ensure_ascii=False)
                changed.append(Rewritten(table, tuple(key), text, after))
    for entry in changed:
        _write_tree(connection, entry.table, entry.key, entry.before, entry.after)
    return tuple(changed)


def put_trees_back(connection: Connection, rewritten: Sequence[Rewritten]) -> None:
    """Undo `rename_in_trees` where nobody has changed the tree since."""
    for entry in rewritten:
        _write_tree(connection, entry.table, entry.key, entry.after, entry.before)


def _write_tree(connection: Connection, table: str, key: tuple[int, ...], before: str, after: str) -> None:
    column = _TREES[table]
    wanted = " and ".join(f"{name} = ?" for name in (*_KEYS[table], column))
    connection.execute(f"update {table} set {column} = ? where {wanted}", [after, *key, before])  # noqa: S608


def _renamed(value: object, old: str, new: str, leaf: str) -> object:
    if isinstance(value, dict):
        if value.get(leaf) == old:
            return {**value, leaf: new}
        return {key: _renamed(part, old, new, leaf) for key, part in value.items()}
    return [_renamed(part, old, new, leaf) for part in value] if isinstance(value, list) else value
