"""A file is replaced as a whole, or stays as it was."""

from __future__ import annotations

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from local_db.call_scripts.script_file import write_script_file
from local_db.documents.model import Document, DocumentKind
from local_db.documents.single_file import write_file
from local_db.errors import TemplateError
from local_db.shop_file import Shop
from local_db.templates.actions import export_templates, save_template
from local_db.templates.model import Purpose, Template
from tests.new_shop import new_shop


def test_a_file_is_written_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / ("好" * 84 + ".md")
    for content in (b"1", b"22"):
        write_file(path, content)
        assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def shop_with_a_text(folder: Path) -> Shop:
    shop = new_shop(folder / "shop.regulars")
    save_template(shop, Template("a", Purpose.MARKETING, "喵屋", "好，", "拒收请回复R"), now=datetime.now(UTC))
    return shop


def test_a_full_disk_leaves_the_file_of_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    script, texts = folder / "a.json", folder / "a.toml"
    for path in (script, texts):
        path.write_bytes(b"of before")

    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with shop_with_a_text(tmp_path) as shop:
        monkeypatch.setattr(os, "fsync", full)
        with pytest.raises(TemplateError, match="file_unwritable"):
            write_script_file(script, Document(DocumentKind.CALL_SCRIPT, "a", "{}"))
        with pytest.raises(TemplateError, match="file_unwritable"):
            export_templates(shop, (), texts)
        monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        "a.json": b"of before",
        "a.toml": b"of before",
    }
