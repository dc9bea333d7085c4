"""A name that nothing else of its kind has."""

from __future__ import annotations

from collections.abc import Collection

from local_db.names import numbered


def free_name(name: str, taken: Collection[str]) -> str:
    """The name, or the name with the first number from 2 that nobody has; case does not tell names apart."""
    known = {other.casefold() for other in taken}
    return numbered(name, lambda free: free.casefold() in known)
