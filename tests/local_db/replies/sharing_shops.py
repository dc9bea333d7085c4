"""What tests of sharing have in common: times, a picture, short ways to save and to compare."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from local_db.errors import RegularsError
from local_db.media.model import Media, MediaKind
from local_db.replies import actions
from local_db.replies.model import Reply, Wording
from local_db.shop_file import Shop

NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
PNG = Media(MediaKind.PICTURE, "image/png", b"\x89PNG" + bytes(range(200)), 30, 20)


def after(minutes: int) -> datetime:
    return NOW + timedelta(minutes=minutes)


def code_of(action: Callable[..., object], *arguments: object, **named: object) -> str:
    with pytest.raises(RegularsError) as caught:
        action(*arguments, **named)
    return caught.value.code


def saved(shop: Shop, title: str, *texts: str, at: int = 0, **fields: object) -> Reply:
    wordings = tuple(Wording("", text) for text in texts or ("亲，" + title,))
    return actions.save_reply(shop, Reply("", title, wordings, **fields), now=after(at))[0]  # type: ignore[arg-type]


def same(one: Shop, two: Shop) -> bool:
    first, second = actions.library(one), actions.library(two)
    return (first.replies, first.groups, first.conflicts) == (second.replies, second.groups, second.conflicts)
