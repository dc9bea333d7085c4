"""The first page's figures, kept in the shop file so that the next opening shows them before NumPy is loaded."""

from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from local_db.home import store
from local_db.home.model import Figures, ImportLine, Named, Overview, SegmentLine, WaitingAudience
from local_db.settings import JsonValue, read_settings, write_setting
from local_db.shop_file import Shop

if TYPE_CHECKING:
    from local_db.roster.roster import Roster

SHOWN_SEGMENTS = 4
SHOWN_IMPORTS = 5

# What the figures depend on besides the day.
_BASIS = ("roster_version", "zone", "currency", "sms_consent_required")


def overview(shop: Shop, now: datetime) -> Overview:
    """Everything the first page shows at once, read in one view of the shop and without NumPy."""
    with shop.read() as connection:
        settings = read_settings(connection)
        return Overview(
            shop_name=str(settings["shop_name"]),
            zone=str(settings["zone"]),
            figures=_kept_figures(settings, now),
            waiting=tuple(WaitingAudience(*row) for row in store.waiting_audiences(connection)),
            segments=tuple(SegmentLine(*row) for row in store.latest_segments(connection, SHOWN_SEGMENTS)),
            segment_names=tuple(Named(*row) for row in store.names(connection, "segments")),
            audience_names=tuple(Named(*row) for row in store.names(connection, "audiences")),
            imports=tuple(_import_line(*row) for row in store.latest_imports(connection, SHOWN_IMPORTS)),
            has_orders=store.has_rows(connection, "orders"),
            has_members=store.has_rows(connection, "members"),
            has_templates=store.has_rows(connection, "templates"),
        )


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


def _kept_figures(settings: dict[str, JsonValue], now: datetime) -> Figures | None:
    """The figures worked out earlier today, unless what they rest on has changed since."""
    try:
        kept = json.loads(str(settings["home_figures"]))
        return Figures.from_json(kept["figures"]) if kept["basis"] == _basis(settings, now) else None
    except (ValueError, TypeError, KeyError):  # nothing kept, or by another version
        return None


def _import_line(file_name: str, imported_at: int, report: str) -> ImportLine:
    counts = json.loads(report)
    kind = "orders" if counts["orders"] else "members"
    new, updated = counts[f"new_{kind}"], counts[f"updated_{kind}"]
    grants, opt_outs = counts.get("new_grants", 0), counts.get("new_opt_outs", 0)  # earlier imports did not count them
    return ImportLine(file_name, imported_at, kind == "orders", new, updated, grants, opt_outs)


def _basis(settings: dict[str, JsonValue], now: datetime) -> list[JsonValue]:
    day = now.astimezone(ZoneInfo(str(settings["zone"]))).date().isoformat()
    return [day, *(settings[key] for key in _BASIS)]
