"""What a window or the command line may do with campaigns: plan, prepare, hand off."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from local_db import whole_files
from local_db.campaigns import hand_off as files
from local_db.campaigns import leftovers, store
from local_db.campaigns.hand_off import HandOffFormat
from local_db.campaigns.model import SMS, Audience, HandOff, HandOffHeaders, PrepareOptions
from local_db.campaigns.plan import Plan, compose, waterfall_of
from local_db.campaigns.store import AudienceRow
from local_db.campaigns.suppression import Waterfall
from local_db.changes import Changes, Topic
from local_db.errors import PrepareError
from local_db.members import export_log
from local_db.roster.refusals import refusals
from local_db.roster.roster import Roster
from local_db.segments.tree import Node, to_json
from local_db.settings import mark_roster_changed, read_settings
from local_db.shop_file import Connection, Shop
from local_db.templates.model import Purpose, Template
from local_db.values import epoch

if TYPE_CHECKING:
    from local_db.roster.roster import Bools


def shop_options(shop: Shop) -> PrepareOptions:
    """The options of the shop's settings. Raises PrepareError `bad_price`."""
    with shop.read() as connection:
        return PrepareOptions.from_settings(read_settings(connection))


def plan(
    shop: Shop,
    roster: Roster,
    node: Node,
    template: Template,
    options: PrepareOptions,
    *,
    now: datetime,
    as_of: date | None = None,
) -> Plan:
    """What preparing would give, with every reason why it would be refused; writes nothing.

    Raises PrepareError `stale_roster`.
    """
    with shop.read() as connection:
        return compose(connection, roster, node, template, options, now=now, as_of=as_of)


def marketing_waterfall(shop: Shop, roster: Roster, matched: Bools, *, now: datetime, channel: str = SMS) -> Waterfall:
    """Who of the matched members (per member of the roster) marketing would reach under the shop's options.

    Raises PrepareError (`stale_roster`, `bad_price`).
    """
    with shop.read() as connection:
        settings = read_settings(connection)
        if settings["roster_version"] != roster.version:
            raise PrepareError("stale_roster")
        options = PrepareOptions.from_settings(settings)
        return waterfall_of(connection, roster, matched, options, purpose=Purpose.MARKETING, now=now, channel=channel)


def prepare(
    shop: Shop,
    roster: Roster,
    node: Node,
    template: Template,
    options: PrepareOptions,
    *,
    name: str,
    now: datetime,
    as_of: date | None = None,
    segment_id: int | None = None,
) -> tuple[Audience, Changes]:
    """Freeze who gets which text, in one transaction.

    Raises PrepareError with the plan's first refusal (`template_problem`, `unfilled_variable`,
    `texts_too_long`, `nobody_left`), `stale_roster`, or `name_empty`; then nothing is written.
    """
    if not name.strip():
        raise PrepareError("name_empty")
    with shop.write() as connection:
        composed = compose(connection, roster, node, template, options, now=now, as_of=as_of)
        if composed.refusals:
            raise composed.refusals[0]
        audience = Audience(
            id=0,
            name=name.strip(),
            segment_id=segment_id,
            template_id=template.id or None,
            tree=json.dumps(to_json(node), ensure_ascii=False),
            template=store.template_json(template),
            channel=SMS,
            summary=composed.summary(options, as_of),
            prepared_at=epoch(now),
            handed_off_at=None,
        )
        audience = replace(audience, id=store.insert_audience(connection, audience))
        store.insert_messages(connection, audience.id, composed.texts)
    return audience, Changes.of(Topic.AUDIENCES)


def list_audiences(shop: Shop) -> tuple[Audience, ...]:
    """Every prepared audience, the latest first."""
    with shop.read() as connection:
        return store.all_audiences(connection)


def get_audience(shop: Shop, audience_id: int) -> Audience:
    """One audience. Raises PrepareError `audience_missing`."""
    with shop.read() as connection:
        return _existing(connection, audience_id)


def audience_rows(shop: Shop, audience_id: int, *, offset: int = 0, limit: int = -1) -> tuple[AudienceRow, ...]:
    """A stretch of an audience's messages; all with limit -1."""
    with shop.read() as connection:
        return tuple(store.rows_of(connection, audience_id, offset=offset, limit=limit))


def discard_audience(shop: Shop, audience_id: int) -> Changes:
    """Undo preparing. An audience that was handed off stays, as the record of who was written to.

    Raises PrepareError (`audience_missing`, `handed_off`).
    """
    with shop.write() as connection:
        if _existing(connection, audience_id).handed_off_at is not None:
            raise PrepareError("handed_off", audience=audience_id)
        store.delete_audience(connection, audience_id)
    return Changes.of(Topic.AUDIENCES)


def hand_off(
    shop: Shop,
    audience_id: int,
    out: Path,
    *,
    headers: HandOffHeaders,
    now: datetime,
    encoding: str = "utf-8-sig",
    split: int | None = None,
    overwrite: bool = False,
    who: str = "",
) -> tuple[HandOff, Changes]:
    """Write an audience to files and record that it was handed off, and that `who` took people's data out.

    Order: complete files under unfinished names; the transaction that says "handed off"; then their
    names. After a crash between the last two the shop counts people as written to who were not,
    never the other way round, and the audience can be written again. Whoever opted out since
    preparing is left out; at the first hand-off, so is whoever another hand-off has reached within
    the quiet days. A later hand-off of the same audience keeps the first one's time.

    Raises PrepareError: `audience_missing`, `nobody_left`, `bad_suffix`, `bad_encoding`, `bad_split`,
    `folder_missing`, `is_shop_file`, `file_exists`, `too_many_rows`, `read_only`, `disk_full`, `file_in_use`,
    `write_failed`. Then nothing was handed off.
    """
    how = HandOffFormat(out, headers, encoding, split, overwrite, shop.path)
    how.check()
    with leftovers.hand_off_under_way(shop, out):
        return _written(shop, audience_id, how, now, who), Changes.of(Topic.AUDIENCES)


def _written(shop: Shop, audience_id: int, how: HandOffFormat, now: datetime, who: str) -> HandOff:
    unfinished: tuple[whole_files.Unfinished, ...] = ()
    try:
        with shop.write() as connection:
            audience = _existing(connection, audience_id)
            rows, left_out = _last_check(connection, audience, now)
            if not rows:
                raise PrepareError("nobody_left", matched=audience.summary.matched)
            unfinished = files.write(rows, how, now=now)
            if audience.handed_off_at is None:
                _record(connection, audience, left_out, epoch(now))
            entry = export_log.note_export(
                connection,
                kind="audience",
                subject=audience.name,
                people=len(rows),
                file_name=how.out.name,
                reason="",
                who=who,
                now=epoch(now),
            )
    except BaseException:
        whole_files.discard(unfinished)
        raise
    return HandOff(
        files=_published(shop, audience, left_out, unfinished, how, entry),
        rows=len(rows),
        withdrawn=len(left_out.withdrawn),
        repeated=len(left_out.repeated),
        again=audience.handed_off_at is not None,
        rows_per_file=tuple(file.rows for file in unfinished),
    )


def prepare_and_hand_off(
    shop: Shop,
    roster: Roster,
    node: Node,
    template: Template,
    options: PrepareOptions,
    *,
    name: str,
    out: Path,
    headers: HandOffHeaders,
    now: datetime,
    as_of: date | None = None,
    segment_id: int | None = None,
    encoding: str = "utf-8-sig",
    split: int | None = None,
    overwrite: bool = False,
    who: str = "",
) -> tuple[Audience, HandOff, Changes]:
    """Prepare and write in one go, as the command line does; where writing fails, no audience is left.

    Raises PrepareError as `prepare` and `hand_off` do.
    """
    HandOffFormat(out, headers, encoding, split, overwrite, shop.path).check()
    audience, changes = prepare(
        shop, roster, node, template, options, name=name, now=now, as_of=as_of, segment_id=segment_id
    )
    try:
        handed_off, _ = hand_off(
            shop,
            audience.id,
            out,
            headers=headers,
            now=now,
            encoding=encoding,
            split=split,
            overwrite=overwrite,
            who=who,
        )
    except BaseException:
        discard_audience(shop, audience.id)
        raise
    return get_audience(shop, audience.id), handed_off, changes


@dataclass(frozen=True, slots=True)
class _LeftOut:
    """Messages that a last look takes out."""

    withdrawn: tuple[AudienceRow, ...]  # refused since preparing
    repeated: tuple[AudienceRow, ...]  # written to by another hand-off since preparing

    @property
    def rows(self) -> tuple[AudienceRow, ...]:
        return self.withdrawn + self.repeated


def _last_check(connection: Connection, audience: Audience, now: datetime) -> tuple[list[AudienceRow], _LeftOut]:
    """The messages that may still go, and those that may not any more."""
    refused = refusals(connection, SMS)
    messaged = _messaged_by_others(connection, audience, now)
    going: list[AudienceRow] = []
    withdrawn: list[AudienceRow] = []
    repeated: list[AudienceRow] = []
    for row in store.rows_of(connection, audience.id):
        if refused.holds_for(row.member_id, row.phone):
            withdrawn.append(row)
        elif row.member_id in messaged:
            repeated.append(row)
        else:
            going.append(row)
    return going, _LeftOut(tuple(withdrawn), tuple(repeated))


def _messaged_by_others(connection: Connection, audience: Audience, now: datetime) -> set[int]:
    quiet_days = audience.summary.quiet_days
    if audience.handed_off_at is not None or quiet_days <= 0:
        return set()
    since = epoch(now - timedelta(days=quiet_days))
    return store.messaged_member_ids(connection, since, except_audience=audience.id)


def _record(connection: Connection, audience: Audience, left_out: _LeftOut, moment: int) -> None:
    """Mark the first hand-off; who was left out does not count as written to."""
    store.remove_rows(connection, audience.id, (row.position for row in left_out.rows))
    summary = replace(audience.summary, withdrawn=len(left_out.withdrawn), repeated=len(left_out.repeated))
    store.write_summary(connection, audience.id, summary)
    store.mark_handed_off(connection, audience.id, moment)
    mark_roster_changed(connection)  # segments may ask who was written to


def _published(
    shop: Shop,
    audience: Audience,
    left_out: _LeftOut,
    unfinished: tuple[whole_files.Unfinished, ...],
    how: HandOffFormat,
    log_entry: int,
) -> tuple[Path, ...]:
    """Give the files their names; where that fails, take a first hand-off back, and the line in the log."""
    try:
        return whole_files.publish(unfinished, files.older_files(how, len(unfinished)))
    except BaseException:
        with shop.write() as connection:
            export_log.forget_export(connection, log_entry)
            if audience.handed_off_at is None:
                store.insert_rows(connection, audience.id, left_out.rows)
                store.write_summary(connection, audience.id, audience.summary)
                store.mark_handed_off(connection, audience.id, None)
                mark_roster_changed(connection)
        raise


def _existing(connection: Connection, audience_id: int) -> Audience:
    found = store.audience(connection, audience_id)
    if found is None:
        raise PrepareError("audience_missing", audience=audience_id)
    return found
