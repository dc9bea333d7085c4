"""A shop with a few products."""

from tests.local_db.tags.conftest import shop

__all__ = ["shop"]
