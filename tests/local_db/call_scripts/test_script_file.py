"""A script goes to a file and comes back as it was; what is no script is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from local_db.call_scripts.codec import to_json
from local_db.call_scripts.script_file import read_script_file, write_script_file
from local_db.call_scripts.starters import starters
from local_db.documents.model import Document, DocumentKind
from local_db.errors import DocumentError, TemplateError


@pytest.mark.parametrize("language", ["zh", "en"])
def test_there_and_back(tmp_path: Path, language: str) -> None:
    for starter in starters(language):
        path = tmp_path / f"{starter.name}.json"
        document = Document(DocumentKind.CALL_SCRIPT, starter.name, to_json(starter.script))
        write_script_file(path, document)
        assert read_script_file(path) == document


@pytest.mark.parametrize(
    ("content", "error", "code"),
    [
        (b"no script", DocumentError, "content_invalid"),
        (b'{"format": 1}', DocumentError, "content_invalid"),
        (b"\xff\x00", TemplateError, "not_text"),
        (b" " * 1_000_001, TemplateError, "file_too_big"),
    ],
)
def test_what_is_no_script(tmp_path: Path, content: bytes, error: type[DocumentError], code: str) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(content)
    with pytest.raises(error) as raised:
        read_script_file(path)
    assert raised.value.code == code


def test_files_that_cannot_be_read_or_written(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as raised:
        read_script_file(tmp_path / "none.json")
    assert raised.value.code == "file_missing"
    with pytest.raises(TemplateError) as raised:
        write_script_file(tmp_path / "none" / "a.json", Document(DocumentKind.CALL_SCRIPT, "a", "{}"))
    assert raised.value.code == "file_unwritable"
