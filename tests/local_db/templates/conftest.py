from datetime import UTC, datetime

import pytest

from local_db.shop_file import ShopKey, create_shop

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)  # 10 o'clock in the shop


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def shop(tmp_path):
    with create_shop(tmp_path / "shop.regulars", ShopKey.random()) as opened:
        yield opened
