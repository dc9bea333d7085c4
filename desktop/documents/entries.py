"""Documents as a list shows them: read and taken apart on a reader's thread."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from local_db.documents.model import Document, DocumentKind
from local_db.errors import DocumentError

if TYPE_CHECKING:
    from desktop.documents.list_view import ListWords
    from local_db.finder import Finder
    from local_db.shop_file import Shop


@dataclass(frozen=True, slots=True)
class Description:
    """What a list says of a document: a code of what it is, a line of what it says, and all that may be found."""

    kind: str = ""
    said: str = ""
    texts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A document with its description."""

    document: Document
    description: Description

    @property
    def id(self) -> int:
        """By which it is kept."""
        return self.document.id

    @property
    def name(self) -> str:
        """What it is called."""
        return self.document.name

    @property
    def folder(self) -> str:
        """Where the list keeps it; empty: in none."""
        return self.document.folder


@dataclass(frozen=True, slots=True)
class Feature:
    """A kind of document, as the list and the page around it need to know it.

    `words` are those of the language in force; `describe` runs on a reader's thread and may raise DocumentError
    for a content that cannot be read; `kind_words` says the codes of descriptions.
    """

    kind: DocumentKind
    words: Callable[[], ListWords]
    describe: Callable[[Document], Description]
    kind_words: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Library:
    """Every document of a feature, and what finds them."""

    entries: tuple[Entry, ...]
    finder: Finder[Entry]
    zone: ZoneInfo

    def document(self, document_id: int) -> Document | None:
        """One of them, None where there is none."""
        return next((entry.document for entry in self.entries if entry.id == document_id), None)

    def names(self) -> list[str]:
        """What they are called."""
        return [entry.name for entry in self.entries]


def read_library(shop: Shop, feature: Feature) -> Library:
    """Read all documents of a feature."""
    from local_db.documents.actions import list_documents
    from local_db.finder import Finder
    from local_db.settings import read_settings

    entries = tuple(Entry(document, _described(feature, document)) for document in list_documents(shop, feature.kind))
    with shop.read() as connection:
        zone = ZoneInfo(str(read_settings(connection)["zone"]))
    finder = Finder(entries, _texts)
    finder.find("a")  # loads what the first keystroke needs
    return Library(entries, finder, zone)


def _described(feature: Feature, document: Document) -> Description:
    try:
        return feature.describe(document)
    except DocumentError:
        return Description()


def _texts(entry: Entry) -> tuple[str, ...]:
    return (entry.name, entry.folder, *entry.description.texts)
