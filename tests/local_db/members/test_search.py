"""Members are found by what is written, by pinyin and by initials."""

from __future__ import annotations

import pytest

from local_db.members.search import search_key


@pytest.mark.parametrize(
    ("texts", "found_by"),
    [
        (("tb0538Ab", "曹河"), ["tb0538ab", "曹河", "caohe", "ch"]),
        (("小明的店", ""), ["xiaoming", "xmdd"]),
        (("重庆小面", ""), ["chongqing", "zhongqing", "cqxm"]),
        (("Lü绿", ""), ["lü", "lv"]),
        (("A猫B", ""), ["amaob", "amb"]),
    ],
)
def test_what_finds_somebody(texts: tuple[str, ...], found_by: list[str]) -> None:
    key = search_key(*texts)
    assert all(word in key for word in found_by)


def test_nothing_written_is_nothing_found() -> None:
    assert search_key("", "") == ""
    assert search_key("abc", "abc") == "abc"


def test_many_readings_stay_short() -> None:
    assert len(search_key("重" * 20).split()) <= 13
