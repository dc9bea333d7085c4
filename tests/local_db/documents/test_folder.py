"""A folder is there as a whole or not at all, whatever it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from local_db.documents.folder import write_folder
from local_db.errors import DocumentError, PrepareError

LONGEST = 85 * "好"  # 255 bytes: the longest name on most systems


def test_the_longest_name_there_can_be(tmp_path: Path) -> None:
    folder = tmp_path / LONGEST
    assert write_folder(folder, {"a.json": b"1"}) == (folder / "a.json",)
    assert [path.name for path in tmp_path.iterdir()] == [LONGEST]
    with pytest.raises(DocumentError, match="folder_taken"):
        write_folder(folder, {"a.json": b"2"})


def test_a_name_that_is_too_long_is_a_failure_of_the_disk(tmp_path: Path) -> None:
    with pytest.raises(PrepareError, match="write_failed"):
        write_folder(tmp_path / (LONGEST + "好"), {"a.json": b"1"})
    assert not list(tmp_path.iterdir())
