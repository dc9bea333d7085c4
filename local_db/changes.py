"""What an action changed, announced after its commit so that pages know when to reload."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Topic(StrEnum):
    """A part of the shop that a page may show."""

    MEMBERS = "members"  # people, their identities, tags and consents
    ORDERS = "orders"
    IMPORTS = "imports"
    SEGMENTS = "segments"
    TEMPLATES = "templates"
    DOCUMENTS = "documents"  # cards and call scripts
    REPLIES = "replies"  # the library of ready answers; that one was used is no change of it
    AUDIENCES = "audiences"
    SETTINGS = "settings"


class Changes(NamedTuple):
    """The topics that an action touched."""

    topics: frozenset[Topic] = frozenset()

    @classmethod
    def of(cls, *topics: Topic) -> Changes:
        """Changes that touch just these topics."""
        return cls(frozenset(topics))

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.topics | other.topics)

    def __bool__(self) -> bool:
        return bool(self.topics)
