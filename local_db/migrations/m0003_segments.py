"""What segments ask about and keep: birthdays and tiers, saved lists, notes, and earlier versions of a segment."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

NAME = "m0003_segments"

TABLES = """
alter table list_entries add column birthday text not null default '';
alter table list_entries add column tier text not null default '';
alter table members add column birthday text not null default '';
alter table members add column tier text not null default '';

alter table segments add column note text not null default '';

create table segment_versions (
  segment_id integer not null references segments(id) on delete cascade,
  version integer not null,
  name text not null,
  note text not null,
  tree text not null,
  count integer,
  saved_at integer not null,
  primary key (segment_id, version)
) strict, without rowid;

create table saved_lists (
  id integer primary key,
  name text not null unique,
  source text not null default '',
  entries integer not null,
  created_at integer not null
) strict;

create table saved_list_people (
  list_id integer not null references saved_lists(id) on delete cascade,
  identity_id integer not null references identities(id) on delete cascade,
  primary key (list_id, identity_id)
) strict, without rowid;
create index saved_list_people_identity on saved_list_people(identity_id);

create table roster_columns (
  name text primary key,
  data blob not null
) strict;

create table roster_marks (
  kind text not null,
  id integer not null,
  primary key (kind, id)
) strict, without rowid;
"""

# Which rows the columns that are kept (roster_columns) no longer agree with. New rows of most tables are found by their
# ids instead: a mark for each would be felt in a large import. Per mark: its kind, what happens where, and the ids.
_STAYS = "new.member_id is old.member_id"
_OF_MEMBERS = "platform, nick, email, phone, phone_kind, province, city, joined_at, birthday, tier"
_OF_ORDERS = (
    "shop_id, member_id, status, ordered_at, paid_at, paid, refunded, net, discount, items, is_purchase, content_hash,"
    " derived"
)
_MARKS = (
    ("member", f"update of {_OF_MEMBERS} on members", ("new.id",)),
    ("member", "delete on members", ("old.id",)),
    ("member", "update of member_id on identities", ("old.member_id", "new.member_id")),
    ("member", "delete on identities", ("old.member_id",)),
    ("order", f"update of {_OF_ORDERS} on orders", ("new.id",)),
    ("order", "delete on orders", ("old.id",)),
    ("consents", "update of member_id on consents", ("old.member_id", "new.member_id")),
    ("all_consents", "delete on consents", ("0",)),
    # One that is put back under its own number.
    ("consents", "insert on consents when new.id < (select max(id) from consents)", ("new.member_id",)),
    ("listed", "update of undone_at on imports", ("0",)),
    ("tag", "insert on member_tags", ("new.tag_id",)),
    ("tag", "update of member_id, tag_id on member_tags", ("new.tag_id",)),
    ("tag", "delete on member_tags", ("old.tag_id",)),
    ("lists", "insert on saved_list_people", ("0",)),
    ("lists", "delete on saved_list_people", ("0",)),
    ("lists", "update of member_id on identities", (f"iif({_STAYS}, null, 0)",)),
    ("keys", "update of member_id on identities", (f"iif(old.member_id is null or {_STAYS}, null, 0)",)),
    ("keys", "delete on identities", ("0",)),
    ("products", "update of title, category_id on products", ("0",)),
    ("products", "delete on products", ("0",)),
    ("notes", "insert on notes", ("0",)),
    ("notes", "update on notes", ("0",)),
    ("notes", "delete on notes", ("0",)),
    ("sendings", "update of handed_off_at, name, channel on audiences", ("0",)),
    ("sendings", "delete on audiences", ("0",)),
    ("sendings", "update of member_id on audience_members", ("0",)),
    ("sendings", "delete on audience_members", ("0",)),
    ("refunds", "update on refunds", ("0",)),
    ("refunds", "delete on refunds", ("0",)),
)  # fmt: skip


# Not `or ignore`: what a trigger does about a conflict is decided by the statement that fires it.
_MARK = """insert into roster_marks select '{kind}', {id} where {id} is not null
  and not exists (select 1 from roster_marks where kind = '{kind}' and id = {id}); """


def _triggers() -> Iterator[str]:
    """The statements that have changes noted."""
    for number, (kind, event, ids) in enumerate(_MARKS):
        marks = "".join(_MARK.format(kind=kind, id=name) for name in ids)
        yield f"create trigger roster_mark_{number} after {event} begin {marks}end"


def apply(db: Database) -> None:
    """Add the columns and tables; what is there keeps its meaning."""
    for statement in TABLES.split(";"):
        if statement.strip():
            db.execute(statement)
    for trigger in _triggers():
        db.execute(trigger)
