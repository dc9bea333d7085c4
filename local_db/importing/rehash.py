"""Hashes a file once more beside the writing of what was read of it: whether it has changed in the meantime."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from local_db.errors import ImportRefused
from local_db.importing.readers import file_hash

if TYPE_CHECKING:
    from local_db.importing.archive import ExportFile


class Rehash:
    """A file's second hash, on a thread of its own: hashing leaves the interpreter to others."""

    def __init__(self, path: ExportFile, expected: str) -> None:
        self._path = path
        self._expected = expected
        self._refusal: ImportRefused | None = None
        self._thread = threading.Thread(target=self._work, name="rehash", daemon=True)
        self._thread.start()

    def _work(self) -> None:
        try:
            if file_hash(self._path) != self._expected:
                self._refusal = ImportRefused("file_changed", file=self._path.name)
        except ImportRefused as refusal:
            self._refusal = refusal

    def check(self) -> None:
        """Raises ImportRefused where the file has changed since its first hash, or is gone."""
        self._thread.join()
        if self._refusal is not None:
            raise self._refusal
