"""The id of a document that is new to the editor: of several saves, all but the first one change what it stored."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from local_db.changes import Changes
from local_db.documents.model import Document
from local_db.templates.model import Template

Stored = TypeVar("Stored", Document, Template)


class NewId:
    """One for each document that is begun; it is asked on the writer's thread, where saves follow one another."""

    def __init__(self) -> None:
        self._id = 0

    def store(
        self, save: Callable[[Stored], tuple[Stored, Changes]], document: Stored
    ) -> tuple[Stored, Changes]:
        """Save a document, which has no id while the window has not heard of the save before."""
        result = save(document if document.id else replace(document, id=self._id))
        self._id = result[0].id
        return result
