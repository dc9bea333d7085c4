"""The first page's figures, kept in the shop file so that the next opening shows them before NumPy is loaded."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from local_db.home.model import Figures
from local_db.settings import JsonValue, read_settings, write_setting
from local_db.shop_file import Shop

if TYPE_CHECKING:
    from local_db.roster.roster import Roster

# What the figures depend on besides the day.
_BASIS = ("roster_version", "zone", "currency", "sms_consent_required")


def kept_figures(shop: Shop, now: datetime) -> Figures | None:
    """The figures worked out earlier today, unless what they rest on has changed since."""
    with shop.read() as connection:
        settings = read_settings(connection)
    try:
        kept = json.loads(str(settings["home_figures"]))
        return Figures.from_json(kept["figures"]) if kept["basis"] == _basis(settings, now) else None
    except (ValueError, TypeError, KeyError):  # nothing kept, or by another version
        return None


def work_out_figures(shop: Shop, roster: Roster, now: datetime) -> Figures:
    """The figures of now."""
    from local_db.home.figures import work_out

    with shop.read() as connection:
        return work_out(connection, roster, now)


def keep_figures(shop: Shop, figures: Figures, now: datetime) -> None:
    """Keep them for the next opening."""
    with shop.write() as connection:
        kept = {"basis": _basis(read_settings(connection), now), "figures": figures.to_json()}
        write_setting(connection, "home_figures", json.dumps(kept))


def _basis(settings: dict[str, JsonValue], now: datetime) -> list[JsonValue]:
    day = now.astimezone(ZoneInfo(str(settings["zone"]))).date().isoformat()
    return [day, *(settings[key] for key in _BASIS)]
