"""An empty shop file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from local_db.shop_file import Shop
from tests.new_shop import new_shop


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    with new_shop(tmp_path / "shop.regulars") as opened:
        yield opened
