"""Shops, people, orders, and what is prepared for them.

Money is an integer of the shop currency's minor units; times are UTC seconds since 1970; a phone
number is stored only when its kind is real or landline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

NAME = "m0001_first_tables"

TABLES = """
create table settings (
  key text primary key,
  value text not null
) strict, without rowid;

create table shops (
  id integer primary key,
  platform text not null,
  name text not null,
  currency text not null default 'CNY',
  zone text not null default 'Asia/Shanghai',
  unique (platform, name)
) strict;

create table imports (
  id integer primary key,
  file_name text not null,
  file_hash text not null,
  profile text not null,
  shop_id integer references shops(id),
  imported_at integer not null,
  report text not null
) strict;

create table members (
  id integer primary key,
  platform text not null,
  nick text not null default '',
  name text not null default '',
  email text not null default '',
  phone text not null default '',
  phone_kind text not null default 'absent'
    check (phone_kind in ('real', 'landline', 'masked', 'virtual', 'absent')),
  province text not null default '',
  city text not null default '',
  joined_at integer,
  facts_at integer not null default 0,
  search text not null default '',
  import_id integer references imports(id)
) strict;
create index members_phone on members(phone) where phone <> '';

create table identities (
  id integer primary key,
  member_id integer not null references members(id) on delete cascade,
  kind text not null check (kind in ('buyer_id', 'nick', 'open_id', 'email', 'phone')),
  scope text not null,
  value text not null,
  import_id integer references imports(id),
  unique (kind, scope, value)
) strict;
create index identities_member on identities(member_id);

create table products (
  id integer primary key,
  shop_id integer not null references shops(id),
  title text not null,
  unique (shop_id, title)
) strict;

create table orders (
  id integer primary key,
  shop_id integer not null references shops(id),
  number text not null,
  member_id integer references members(id),
  status text not null check (status in
    ('unpaid', 'paid', 'part_shipped', 'shipped', 'signed', 'finished', 'closed', 'closed_unpaid', 'unknown')),
  ordered_at integer,
  paid_at integer,
  paid integer not null default 0,
  refunded integer not null default 0,
  net integer not null default 0,
  items integer,
  is_purchase integer not null check (is_purchase in (0, 1)),
  province text not null default '',
  city text not null default '',
  content_hash text not null,
  import_id integer not null references imports(id),
  unique (shop_id, number)
) strict;
create index orders_member on orders(member_id);

create table order_lines (
  id integer primary key,
  order_id integer not null references orders(id) on delete cascade,
  position integer not null,
  product_id integer references products(id),
  sku text not null default '',
  quantity integer,
  price integer,
  unique (order_id, position)
) strict;

create table tags (
  id integer primary key,
  name text not null unique
) strict;

create table member_tags (
  member_id integer not null references members(id) on delete cascade,
  tag_id integer not null references tags(id) on delete cascade,
  source text not null default 'hand',
  primary key (member_id, tag_id)
) strict, without rowid;

create table consents (
  id integer primary key,
  member_id integer not null references members(id) on delete cascade,
  channel text not null check (channel in ('sms', 'email', 'call')),
  state text not null check (state in ('granted', 'not_granted', 'opted_out')),
  source text not null,
  noted_at integer not null,
  phone text not null default '',
  import_id integer references imports(id)
) strict;
create index consents_member on consents(member_id, channel);

create table segments (
  id integer primary key,
  name text not null unique,
  tree text not null,
  created_at integer not null,
  changed_at integer not null
) strict;

create table templates (
  id integer primary key,
  name text not null unique,
  purpose text not null check (purpose in ('marketing', 'notification')),
  signature text not null,
  body text not null,
  opt_out text not null,
  created_at integer not null,
  changed_at integer not null
) strict;

create table audiences (
  id integer primary key,
  name text not null,
  segment_id integer references segments(id) on delete set null,
  template_id integer references templates(id) on delete set null,
  tree text not null,
  template text not null,
  channel text not null default 'sms',
  summary text not null,
  prepared_at integer not null,
  handed_off_at integer
) strict;

create table audience_members (
  audience_id integer not null references audiences(id) on delete cascade,
  position integer not null,
  member_id integer not null references members(id),
  phone text not null,
  text text not null,
  parts integer not null,
  primary key (audience_id, position)
) strict, without rowid;
create index audience_members_member on audience_members(member_id);
"""


def apply(db: Database) -> None:
    """Create the first tables in an empty file."""
    for statement in TABLES.split(";"):
        if statement.strip():
            db.execute(statement)
