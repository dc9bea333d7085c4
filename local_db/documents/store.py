"""Documents and their versions in the shop file."""

from __future__ import annotations

from collections.abc import Sequence

from local_db.documents.model import Document, DocumentKind, DocumentVersion
from local_db.shop_file import Connection

_COLUMNS = "kind, name, content, id, folder, created_at, changed_at"


def all_documents(connection: Connection, kind: DocumentKind) -> tuple[Document, ...]:
    """Every document of a kind that is not deleted, the one changed last first."""
    query = f"select {_COLUMNS} from documents where kind = ? and deleted_at is null order by changed_at desc, id desc"  # noqa: S608 - own column names
    return tuple(_document(row) for row in connection.execute(query, [kind.value]))


def document(connection: Connection, document_id: int) -> Document | None:
    """One document that is not deleted, or None."""
    query = f"select {_COLUMNS} from documents where id = ? and deleted_at is null"  # noqa: S608 - own column names
    row = connection.execute(query, [document_id]).fetchone()
    return None if row is None else _document(row)


def deleted(connection: Connection, document_id: int) -> Document | None:
    """One document that is deleted and can still come back, or None."""
    query = f"select {_COLUMNS} from documents where id = ? and deleted_at is not null"  # noqa: S608 - own column names
    row = connection.execute(query, [document_id]).fetchone()
    return None if row is None else _document(row)


def id_of_name(connection: Connection, kind: DocumentKind, name: str) -> int | None:
    """The document of a kind that has this name, whatever its case."""
    query = "select id from documents where kind = ? and name = ? collate nocase and deleted_at is null"
    row = connection.execute(query, [kind.value, name]).fetchone()
    return None if row is None else int(row[0])


def insert(connection: Connection, new: Document) -> int:
    """Add a document; its id."""
    cursor = connection.execute(
        "insert into documents(kind, name, folder, content, created_at, changed_at) values (?, ?, ?, ?, ?, ?)",
        [new.kind.value, new.name, new.folder, new.content, new.created_at, new.changed_at],
    )
    return int(cursor.lastrowid or 0)


def update(connection: Connection, changed: Document) -> None:
    """Store a document that has an id."""
    connection.execute(
        "update documents set name = ?, folder = ?, content = ?, changed_at = ? where id = ?",
        [changed.name, changed.folder, changed.content, changed.changed_at, changed.id],
    )


def set_deleted(connection: Connection, document_id: int, moment: int | None) -> None:
    """Mark a document as deleted at a moment, or with None as not deleted."""
    connection.execute("update documents set deleted_at = ? where id = ?", [moment, document_id])


def purge(connection: Connection, before: int) -> None:
    """Remove for good what was deleted before a moment, with versions and takes."""
    connection.execute("delete from documents where deleted_at < ?", [before])


def move(connection: Connection, document_ids: Sequence[int], folder: str) -> None:
    """Put documents into a folder; an empty name takes them out of theirs."""
    connection.executemany(
        "update documents set folder = ? where id = ?", [(folder, number) for number in document_ids]
    )


def versions(connection: Connection, document_id: int) -> tuple[DocumentVersion, ...]:
    """Everything that a document has said, the latest first."""
    rows = connection.execute(
        "select version, name, content, saved_at from document_versions where document_id = ? order by version desc",
        [document_id],
    )
    return tuple(DocumentVersion(*row) for row in rows)


def add_version(connection: Connection, document_id: int, said: DocumentVersion) -> None:
    """Keep what a document says."""
    connection.execute(
        "insert into document_versions(document_id, version, name, content, saved_at) values (?, ?, ?, ?, ?)",
        [document_id, said.version, said.name, said.content, said.saved_at],
    )


def contents(connection: Connection) -> tuple[tuple[DocumentKind, str], ...]:
    """What every document and every version says, deleted ones too."""
    rows = connection.execute(
        "select kind, content from documents union select d.kind, v.content from document_versions v"
        " join documents d on d.id = v.document_id"
    )
    return tuple((DocumentKind(kind), content) for kind, content in rows)


def _document(row: Sequence[str | int]) -> Document:
    kind, name, content, document_id, folder, created_at, changed_at = row
    return Document(
        kind=DocumentKind(str(kind)),
        name=str(name),
        content=str(content),
        id=int(document_id),
        folder=str(folder),
        created_at=int(created_at),
        changed_at=int(changed_at),
    )
