"""The shop's settings: one tuple of declared entries, stored as text in the shop file."""

from __future__ import annotations

import json
from typing import NamedTuple

from local_db.changes import Changes, Topic
from local_db.shop_file import Connection, Shop

JsonValue = str | int | float | bool | None


class Setting(NamedTuple):
    """A declared setting: its key, its default (whose type it keeps) and what it means."""

    key: str
    default: JsonValue
    meaning: str


SETTINGS = (
    Setting("shop_name", "", "what the seller calls the business; shown in the window"),
    Setting("zone", "Asia/Shanghai", "IANA zone in which days begin and files without a zone are read"),
    Setting("currency", "CNY", "ISO 4217 code of amounts typed in the window"),
    Setting("sms_signature", "", "signature put before a text that brings none, without 【】"),
    Setting("sms_opt_out", "拒收请回复R", "wording that lets a receiver refuse, put after a marketing text"),
    Setting("sms_vendor", "custom", "key of the vendor profile that new texts are written for"),
    Setting("sms_price", "0.05", "price of one billed part, in major units, as decimal text"),
    Setting("sms_consent_required", default=False, meaning="only people whose consent is recorded may get marketing"),
    Setting("sms_quiet_days", 7, "days after a hand-off in which a member is not written to again; 0 = off"),
    Setting("folders_under_way", "", "folders that are being written, under their names until then; not for people"),
    Setting("home_figures", "", "the first page's figures of the last time; not for people"),
    Setting("hand_off_under_way", "", "where files of a hand-off are being written; not for people"),
    Setting("segment_drafts", "", "segments that are worked on and not saved, as JSON text; not for people"),
    Setting("reply_drafts", "", "replies that are written and not saved, as JSON text; not for people"),
    Setting("tags_refreshed", "", "the day on which the rule tags were last worked out; not for people"),
    Setting("watched_folder", "", "where new export files are looked for; empty for nowhere"),
    Setting("watched_automatic", default=False, meaning="new files there that are recognised are imported unasked"),
    Setting("watched_seen", "", "the hashes of files that were offered, as JSON text; not for people"),
    Setting("erasure_salt", "", "what keys of erased people are hashed with, so that they stay away; not for people"),
    Setting("erased_at", 0, "UTC seconds of the last erasure; older backups hold the person; not for people"),
    Setting("scrub_due", default=False, meaning="whether the file is still to be rewritten after that; not for people"),
    Setting("rfm_cuts", "", "where RFM scores change, as JSON text; empty for the usual cuts"),
    Setting("roster_version", 0, "grows with every change of members or orders; not for people"),
)

_BY_KEY = {setting.key: setting for setting in SETTINGS}


def read_settings(connection: Connection) -> dict[str, JsonValue]:
    """Every declared setting with its stored value or its default."""
    stored = dict(connection.execute("select key, value from settings"))
    return {s.key: json.loads(stored[s.key]) if s.key in stored else s.default for s in SETTINGS}


def read_setting(connection: Connection, key: str) -> JsonValue:
    """One setting; KeyError for a name that is not declared."""
    row = connection.execute("select value from settings where key = ?", [_BY_KEY[key].key]).fetchone()
    value: JsonValue = json.loads(row[0]) if row else _BY_KEY[key].default
    return value


def write_setting(connection: Connection, key: str, value: JsonValue) -> None:
    """Store one declared setting inside the caller's transaction."""
    connection.execute(
        "insert into settings(key, value) values (?, ?) on conflict(key) do update set value = excluded.value",
        [_BY_KEY[key].key, json.dumps(value, ensure_ascii=False)],
    )


def mark_renamed(connection: Connection, kind: str, row_id: int = 0) -> None:
    """Note that something has another name in the roster (`tag` with its id, `lists`): no trigger looks at names."""
    connection.execute("insert or ignore into roster_marks(kind, id) values (?, ?)", [kind, row_id])


def mark_roster_changed(connection: Connection) -> None:
    """Say, inside the caller's transaction, that members or orders are no longer what the roster read."""
    version = read_setting(connection, "roster_version")
    write_setting(connection, "roster_version", int(version or 0) + 1)


def save_settings(shop: Shop, values: dict[str, JsonValue]) -> Changes:
    """Store several settings as one action."""
    with shop.write() as connection:
        for key, value in values.items():
            write_setting(connection, key, value)
    return Changes.of(Topic.SETTINGS)
