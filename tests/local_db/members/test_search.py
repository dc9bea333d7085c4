"""Members are found by what is written, by pinyin and by initials."""

from __future__ import annotations

import pytest

from local_db.members.search import _ALSO_COMMON, search_key


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


@pytest.mark.parametrize(
    ("text", "not_by"),
    [("余小满", "xuxiaoman"), ("于小满", "xuxiaoman"), ("宁夏", "zj"), ("王冯", "yp"), ("南方", "nafang")],
)
def test_rare_readings_find_nobody(text: str, not_by: str) -> None:
    assert not_by not in search_key(text)


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("余小满", "yuxiaoman"),
        ("宁夏", "nx"),
        ("厦门", "xm"),
        ("成都", "chengdu"),
        ("西藏", "xizang"),
        ("单雄信", "shanxiongxin"),
        ("曾国", "zengguo"),
        ("番禺", "panyu"),
        ("六安", "luan"),
        ("长沙", "changsha"),
        ("音乐", "yinyue"),
    ],
)
def test_names_and_places_are_found_as_they_are_called(text: str, by: str) -> None:
    assert by in search_key(text).split()


@pytest.mark.parametrize(("char", "reading"), _ALSO_COMMON.items())
def test_the_second_readings_are_readings(char: str, reading: str) -> None:
    from pypinyin import pinyin

    assert reading in pinyin(char, heteronym=True, style=0, v_to_u=False)[0]


def test_nothing_written_is_nothing_found() -> None:
    assert search_key("", "") == ""
    assert search_key("abc", "abc") == "abc"


def test_many_readings_stay_short() -> None:
    assert len(search_key("重" * 20).split()) <= 13
