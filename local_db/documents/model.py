"""What a document is; what its content means is for the feature of its kind."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class DocumentKind(StrEnum):
    """Which feature reads the content."""

    CARD = "card"
    CALL_SCRIPT = "call_script"


@dataclass(frozen=True, slots=True)
class Document:
    """Something written and kept as one text of JSON. `id` is 0 until it is saved; times are UTC seconds."""

    kind: DocumentKind
    name: str
    content: str
    id: int = 0
    folder: str = ""  # where the list keeps it; empty: in none
    created_at: int = 0
    changed_at: int = 0


@dataclass(frozen=True, slots=True)
class DocumentVersion:
    """What a document said when it was saved; the first one is 1."""

    version: int
    name: str
    content: str
    saved_at: int
