"""What a window may do with documents, whatever their kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

from local_db.changes import Changes, Topic
from local_db.documents import store
from local_db.documents.model import Document, DocumentKind, DocumentVersion
from local_db.errors import DocumentError
from local_db.names import checked_name, numbered
from local_db.shop_file import Connection, Shop
from local_db.values import epoch

KEPT = timedelta(days=1)  # how long a deleted document can come back; then it goes when the shop is opened


def list_documents(shop: Shop, kind: DocumentKind) -> tuple[Document, ...]:
    """Every document of a kind, the one changed last first."""
    with shop.read() as connection:
        return store.all_documents(connection, kind)


def save_document(shop: Shop, document: Document, *, now: datetime) -> tuple[Document, Changes]:
    """Store a new document (id 0) or a changed one, and keep what it says as a version.

    Raises DocumentError (`name_empty`, `name_taken`, `document_missing`).
    """
    moment = epoch(now)
    with shop.write() as connection:
        document = replace(document, name=_free_name(connection, document), changed_at=moment)
        if document.id == 0:
            document = replace(document, created_at=moment)
            document = replace(document, id=store.insert(connection, document))
        else:
            document = replace(document, created_at=_existing(connection, document.id).created_at)
            store.update(connection, document)
        _keep_version(connection, document)
    return document, Changes.of(Topic.DOCUMENTS)


def add_documents(shop: Shop, documents: Sequence[Document], *, now: datetime) -> tuple[tuple[Document, ...], Changes]:
    """Store new documents, all or none; one whose name is taken gets a number behind it."""
    moment = epoch(now)
    stored: list[Document] = []
    with shop.write() as connection:
        for document in documents:
            name = _numbered(connection, document)
            new = replace(document, name=name, id=0, created_at=moment, changed_at=moment)
            new = replace(new, id=store.insert(connection, new))
            _keep_version(connection, new)
            stored.append(new)
    return tuple(stored), Changes.of(Topic.DOCUMENTS)


def list_versions(shop: Shop, document_id: int) -> tuple[DocumentVersion, ...]:
    """What a document has said, the latest first."""
    with shop.read() as connection:
        return store.versions(connection, document_id)


def move_documents(shop: Shop, document_ids: Sequence[int], folder: str) -> Changes:
    """Put documents into a folder; an empty name takes them out of theirs. What they say stays as old as it is."""
    with shop.write() as connection:
        store.move(connection, document_ids, folder.strip())
    return Changes.of(Topic.DOCUMENTS)


def delete_document(shop: Shop, document_id: int, *, now: datetime) -> Changes:
    """Take a document out of sight; `restore_document` brings it back. Raises DocumentError `document_missing`."""
    with shop.write() as connection:
        _existing(connection, document_id)
        store.set_deleted(connection, document_id, epoch(now))
    return Changes.of(Topic.DOCUMENTS)


def restore_document(shop: Shop, document_id: int) -> tuple[Document, Changes]:
    """Undo a deletion; where another has taken the name since, it gets a number behind it.

    Raises DocumentError `document_missing` when it is gone for good.
    """
    with shop.write() as connection:
        document = store.deleted(connection, document_id)
        if document is None:
            raise DocumentError("document_missing", document=document_id)
        document = replace(document, name=_numbered(connection, document))
        store.update(connection, document)
        store.set_deleted(connection, document_id, None)
    return document, Changes.of(Topic.DOCUMENTS)


def purge_documents(shop: Shop, *, now: datetime) -> None:
    """Remove for good what was deleted longer than `KEPT` ago."""
    with shop.write() as connection:
        store.purge(connection, epoch(now - KEPT))


def _keep_version(connection: Connection, document: Document) -> None:
    """Note what a document says now, unless it said just that before."""
    before = store.versions(connection, document.id)
    if not before or (before[0].name, before[0].content) != (document.name, document.content):
        number = before[0].version + 1 if before else 1
        said = DocumentVersion(number, document.name, document.content, document.changed_at)
        store.add_version(connection, document.id, said)


def _numbered(connection: Connection, document: Document) -> str:
    return numbered(document.name, lambda name: store.id_of_name(connection, document.kind, name) is not None)


def _existing(connection: Connection, document_id: int) -> Document:
    found = store.document(connection, document_id)
    if found is None:
        raise DocumentError("document_missing", document=document_id)
    return found


def _free_name(connection: Connection, document: Document) -> str:
    id_of = partial(store.id_of_name, connection, document.kind)
    return checked_name(document.name, document.id, id_of, DocumentError)
