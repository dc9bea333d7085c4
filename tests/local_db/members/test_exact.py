"""A pasted text names exactly the people it is a whole key of, however an export or a chat has wrapped it."""

from __future__ import annotations

import pytest

from local_db.members.exact import find_exactly, pasted
from local_db.shop_file import Shop
from tests.new_shop import new_shop


@pytest.fixture
def shop(tmp_path):
    with new_shop(tmp_path / "shop.regulars") as made:
        with made.write() as connection:
            fill(connection)
        yield made


def fill(connection):
    connection.execute("insert into shops(id, platform, name) values (1, 'taobao', '喵屋'), (2, 'jd', '喵屋')")
    connection.execute(
        "insert into imports(id, file_name, file_hash, profile, shop_id, imported_at, report)"
        " values (1, 'f', 'h', 'p', 1, 0, '{}')"
    )
    for number, nick, phone, kind, email in (
        (1, "小鱼干", "13800138000", "real", ""),
        (2, "小鱼干不干", "13800138001", "real", "Fish@Example.com"),
        (3, "Momo", "13800138000", "real", ""),
        (4, "阿福", "", "masked", ""),
    ):
        connection.execute(
            "insert into members(id, platform, nick, phone, phone_kind, email) values (?, 'taobao', ?, ?, ?, ?)",
            [number, nick, phone, kind, email],
        )
    connection.execute("insert into identities(member_id, kind, scope, value) values (4, 'buyer_id', 'taobao', 'b-77')")
    for shop, order, member in ((1, "1234567890123456789", 2), (2, "1234567890123456789", 4), (1, "55", 4)):
        connection.execute(
            "insert into orders(shop_id, number, member_id, status, is_purchase, content_hash, import_id)"
            " values (?, ?, ?, 'finished', 1, '', 1)",
            [shop, order, member],
        )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("小鱼干", (1,)),
        ("  小鱼干\n", (1,)),
        ("momo", (3,)),
        ("ｍｏｍｏ", (3,)),
        ("13800138001", (2,)),
        ("+86 138-0013-8001", (2,)),
        ("'13800138001", (2,)),
        ("13800138000", (1, 3)),
        ("fish@example.com", (2,)),
        ("b-77", (4,)),
        ('="1234567890123456789"', (2, 4)),
        ("55", (4,)),
        ("鱼干", (1, 2)),  # nobody's whole nick: whoever it is a part of
        ("没有这个人", ()),
        ("", ()),
        ("   ", ()),
        ("%", ()),
    ],
)
def test_a_text_names_whom_it_is_a_key_of(shop: Shop, text: str, expected: tuple[int, ...]) -> None:
    with shop.read() as connection:
        assert find_exactly(connection, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"), [('="123"', "123"), ("'123", "123"), (" ａ ", "a"), ("plain", "plain"), ("=5", "=5")]
)
def test_wrappings_are_taken_off(text: str, expected: str) -> None:
    assert pasted(text) == expected
