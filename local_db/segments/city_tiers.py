"""The tier of a Chinese city, by the dated list in `resources/city_tiers.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

TIERS_FILE = Path(__file__).resolve().parents[2] / "resources" / "city_tiers.toml"

_END = re.compile(r"(?:市|地区|盟)$")
_PREFECTURE = "自治州"


def city_tier(city: str) -> str:
    """`1`, `new1`, `2` … `5`; empty where it is not known, as of towns and places abroad.

    The city may be written with 市 or without; of a 自治州 the name before its peoples says which.
    """
    text = city.strip()
    known = _tier_of_city()
    if found := known.get(text) or known.get(_END.sub("", text)):
        return found
    if not text.endswith(_PREFECTURE):
        return ""
    name = next((text[:length] for length in range(len(text) - len(_PREFECTURE), 1, -1) if text[:length] in known), "")
    return known.get(name, "")


@cache
def _tier_of_city() -> Mapping[str, str]:
    with TIERS_FILE.open("rb") as file:
        tiers: dict[str, list[str]] = tomllib.load(file)["tiers"]
    return {city: tier for tier, cities in tiers.items() for city in cities}
