"""Cards and call scripts are kept whole, with their earlier versions; pictures and sound in a table of their own.

What callers noted hangs on an identity, as notes do, and goes with the person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

NAME = "m0006_documents"

TABLES = """
create table documents (
  id integer primary key,
  kind text not null check (kind in ('card', 'call_script')),
  name text not null,
  folder text not null default '',
  content text not null,
  created_at integer not null,
  changed_at integer not null,
  deleted_at integer
) strict;
create unique index documents_name on documents(kind, name collate nocase) where deleted_at is null;

create table document_versions (
  document_id integer not null references documents(id) on delete cascade,
  version integer not null,
  name text not null,
  content text not null,
  saved_at integer not null,
  primary key (document_id, version)
) strict, without rowid;

create table media (
  id integer primary key,
  hash text not null unique,
  kind text not null check (kind in ('picture', 'video', 'sound')),
  type text not null,
  width integer not null default 0,
  height integer not null default 0,
  milliseconds integer not null default 0,
  data blob not null,
  added_at integer not null
) strict;

create table call_takes (
  id integer primary key,
  document_id integer not null references documents(id) on delete cascade,
  step text not null,
  said text not null,
  media_id integer not null references media(id),
  from_ms integer not null,
  to_ms integer not null,
  chosen integer not null default 0 check (chosen in (0, 1)),
  recorded_at integer not null
) strict;
create index call_takes_document on call_takes(document_id, step);

create table call_records (
  id integer primary key,
  document_id integer references documents(id) on delete set null,
  identity_id integer references identities(id),
  member_id integer not null references members(id) on delete cascade,
  started_at integer not null,
  ended_at integer not null,
  outcome text not null,
  path text not null,
  note text not null default ''
) strict;
create index call_records_member on call_records(member_id);
create index call_records_identity on call_records(identity_id);
create index call_records_document on call_records(document_id);
"""


def apply(db: Database) -> None:
    """Add the tables."""
    for statement in TABLES.split(";"):
        if statement.strip():
            db.execute(statement)
