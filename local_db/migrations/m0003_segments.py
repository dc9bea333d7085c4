"""What segments ask about and keep: birthdays and tiers, saved lists, notes, and earlier versions of a segment."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
"""


def apply(db: Database) -> None:
    """Add the columns and tables; what is there keeps its meaning."""
    for statement in TABLES.split(";"):
        if statement.strip():
            db.execute(statement)
