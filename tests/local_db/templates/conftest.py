from datetime import UTC, datetime

import pytest

from tests.new_shop import new_shop

NOW = datetime(2026, 11, 22, 2, 0, tzinfo=UTC)  # 10 o'clock in the shop


@pytest.fixture
def now():
    return NOW


@pytest.fixture
def shop(tmp_path):
    with new_shop(tmp_path / "shop.regulars") as opened:
        yield opened
