"""A new shop for tests: a copy of one that is made once, for making it takes ten times as long as opening it."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from local_db.shop_file import Shop, ShopKey, create_shop, open_shop


def new_shop(path: Path) -> Shop:
    """An empty shop file, open; as `create_shop` with a random key leaves it."""
    whole, key = _made_once()
    path.write_bytes(whole)
    return open_shop(path, key)


@cache
def _made_once() -> tuple[bytes, ShopKey]:
    key = ShopKey.random()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.regulars"
        create_shop(path, key).close()
        return path.read_bytes(), key
