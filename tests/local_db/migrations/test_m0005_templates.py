"""Texts of a file made before there were versions keep what they say, as their first version."""

from __future__ import annotations

from pathlib import Path

import pytest

from local_db.migrations import m0005_templates
from local_db.shop_file import ShopKey, create_shop, open_shop
from local_db.templates import actions
from local_db.templates.model import Purpose, Template
from tests.local_db.migrations.earlier import knowing, steps_before
from tests.stored import get_template

BEFORE = steps_before(m0005_templates)


def test_a_text_is_its_own_first_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, path = ShopKey.random(), tmp_path / "old.regulars"
    with knowing(BEFORE, monkeypatch), create_shop(path, key) as shop, shop.write() as connection:
        connection.execute(
            "insert into templates(id, name, purpose, signature, body, opt_out, created_at, changed_at)"
            " values (7, '双11', 'marketing', '喵屋', '八折，', '拒收请回复R', 1, 2)"
        )
    with open_shop(path, key) as shop:
        template = get_template(shop, 7)
        assert template == Template("双11", Purpose.MARKETING, "喵屋", "八折，", "拒收请回复R", 7, 1, 2, "custom", "")
        (version,) = actions.list_versions(shop, 7)
        assert (version.version, version.saved_at, version.template.body) == (1, 2, "八折，")
