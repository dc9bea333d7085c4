"""A shop to import into, and the real exports where they are at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from local_db.importing import actions
from local_db.importing.model import ImportReport
from local_db.shop_file import Shop
from tests.local_db.importing.exports import NOW, REAL_DATA
from tests.new_shop import new_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with new_shop(tmp_path / "test.regulars") as opened:
        yield opened


@pytest.fixture
def bring_in(shop: Shop) -> Callable[..., ImportReport]:
    """Import a file into the test's shop and return the report."""

    def run(path: Path, **options: object) -> ImportReport:
        return actions.import_file(shop, path, now=NOW, **options)[0]  # type: ignore[arg-type]

    return run


@pytest.fixture
def real() -> Callable[[str], Path]:
    """A real export by name; the test is skipped where it is not at hand."""

    def find(name: str) -> Path:
        path = REAL_DATA / name
        if not path.exists():
            pytest.skip(f"real data {name} is not at hand")
        return path

    return find
