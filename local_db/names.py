"""What a person calls things: each by a name that no other of its kind has."""

from __future__ import annotations

from collections.abc import Callable

from local_db.errors import RegularsError


def checked_name(name: str, own_id: int, id_of: Callable[[str], int | None], error: type[RegularsError]) -> str:
    """The name without blanks around it; `id_of` finds who has a name. Raises `error` (`name_empty`, `name_taken`)."""
    name = name.strip()
    if not name:
        raise error("name_empty")
    if id_of(name) not in (None, own_id):
        raise error("name_taken", name=name)
    return name


def numbered(name: str, is_taken: Callable[[str], bool]) -> str:
    """The name, or the name with the first number from 2 that nobody has."""
    number, free = 1, name
    while is_taken(free):
        number += 1
        free = f"{name} {number}"
    return free
