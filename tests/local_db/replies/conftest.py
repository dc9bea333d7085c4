"""An empty shop file; two of them, and where they share."""

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


@pytest.fixture
def shops(tmp_path: Path) -> Iterator[tuple[Shop, Shop]]:
    with (
        new_shop(tmp_path / "one.regulars") as one,
        new_shop(tmp_path / "two.regulars") as two,
    ):
        yield one, two


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder / "shop.replypack"
