"""Which tier a city is of, however it is written."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from local_db.importing.cells import MUNICIPALITIES
from local_db.segments.catalogue import CITY_TIERS
from local_db.segments.city_tiers import TIERS_FILE, city_tier

CONTENT = tomllib.loads(TIERS_FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("city", "tier"),
    [
        ("上海", "1"),
        ("上海市", "1"),
        (" 杭州市 ", "new1"),
        ("无锡", "2"),
        ("洛阳市", "3"),
        ("大理", "4"),
        ("大理白族自治州", "4"),
        ("伊犁哈萨克自治州", "4"),
        ("黔西南布依族苗族自治州", "5"),
        ("阿里地区", "5"),
        ("锡林郭勒盟", "5"),
        ("海南藏族自治州", "5"),
        ("海南", ""),  # a province
        ("昆山市", ""),
        ("London", ""),
        ("市", ""),
        ("自治州", ""),
        ("", ""),
    ],
)
def test_the_tier_of_a_city(city: str, tier: str) -> None:
    assert city_tier(city) == tier


def test_the_list_is_whole_and_names_every_city_once() -> None:
    cities = [city for names in CONTENT["tiers"].values() for city in names]
    assert (*CONTENT["tiers"], "") == CITY_TIERS
    assert len(set(cities)) == len(cities) == 337
    assert [len(CONTENT["tiers"][tier]) for tier in ("1", "new1", "2", "3")] == [4, 15, 30, 70]
    assert all(city_tier(city) for city in MUNICIPALITIES)
    assert CONTENT["source"]
    date.fromisoformat(CONTENT["seen"])
