"""A call script in a file of its own: its JSON, named after it."""

from __future__ import annotations

from pathlib import Path

from local_db.call_scripts.codec import from_json, to_json
from local_db.documents.model import Document, DocumentKind
from local_db.documents.single_file import write_file
from local_db.errors import TemplateError
from local_db.templates.template_file import read_text
from local_db.values import printable


def read_script_file(path: Path) -> Document:
    """The script of a file, not yet saved; it is called like the file.

    Raises TemplateError where the file cannot be read, DocumentError `content_invalid` where it holds no script.
    """
    script = from_json(read_text(path))
    return Document(DocumentKind.CALL_SCRIPT, printable(path.stem), to_json(script))


def write_script_file(path: Path, document: Document) -> None:
    """Write a script to a file that `read_script_file` reads. Raises TemplateError `file_unwritable`."""
    try:
        write_file(path, document.content.encode())
    except OSError:
        raise TemplateError("file_unwritable", path=str(path)) from None
