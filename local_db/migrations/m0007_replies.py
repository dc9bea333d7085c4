"""Ready replies and their groups, what became of them, and the parcels of orders.

Every reply and every group is an item whose fields are one JSON record, so that two PCs can be merged field by field.
Which buyer got which wording hangs on an identity, as notes do, and goes with the person.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

NAME = "m0007_replies"

TABLES = """
create table reply_items (
  uid text primary key,
  kind text not null check (kind in ('reply', 'group')),
  content text not null,
  created_at integer not null,
  changed_at integer not null,
  deleted_at integer
) strict;

create table reply_versions (
  uid text not null references reply_items(uid) on delete cascade,
  version integer not null,
  content text not null,
  saved_at integer not null,
  primary key (uid, version)
) strict, without rowid;

create table reply_uses (
  id integer primary key,
  uid text not null,
  wording text not null default '',
  used_at integer not null,
  identity_id integer references identities(id),
  member_id integer references members(id) on delete cascade,
  platform text not null default ''
) strict;
create index reply_uses_reply on reply_uses(uid, used_at);
create index reply_uses_member on reply_uses(member_id) where member_id is not null;
create index reply_uses_identity on reply_uses(identity_id) where identity_id is not null;

create table reply_searches (
  id integer primary key,
  typed text not null,
  typed_at integer not null,
  chosen text not null default ''
) strict;
create index reply_searches_time on reply_searches(typed_at);

create table reply_bases (
  pack text not null,
  uid text not null,
  content text not null,
  primary key (pack, uid)
) strict, without rowid;

create table parcels (
  order_id integer not null references orders(id) on delete cascade,
  import_id integer not null references imports(id),
  number text not null,
  courier text not null default '',
  primary key (order_id, import_id, number)
) strict, without rowid;
create index parcels_number on parcels(number);
create index parcels_import on parcels(import_id);

create table media_of_the_shop (
  id integer primary key,
  hash text not null unique,
  kind text not null check (kind in ('picture', 'video', 'sound', 'file')),
  type text not null,
  width integer not null default 0,
  height integer not null default 0,
  milliseconds integer not null default 0,
  data blob not null,
  added_at integer not null
) strict;
insert into media_of_the_shop select id, hash, kind, type, width, height, milliseconds, data, added_at from media;
drop table media;
alter table media_of_the_shop rename to media;
"""


def apply(db: Database) -> None:
    """Add the tables; replies may carry any file, so media are pictures, videos and sound no longer only."""
    for statement in TABLES.split(";"):
        if statement.strip():
            db.execute(statement)
