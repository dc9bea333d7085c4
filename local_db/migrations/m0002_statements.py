"""What files say is kept apart from what follows from it, so that files may come in any order and be taken back.

A record is what a file says about one person. Identities belong to members by rules over all records and by a person's
decisions; orders belong to the identity their record names first. An order that several files speak about keeps what
each of them says. Tags, notes and consents given by hand hang on an identity, so that they follow it through merges.
Money is in minor units, times in UTC seconds, as in the first tables. Columns that only repeat what follows from others
(whose an order is, the further keys of a record) name no parent: checking each would cost a third of a large import.
So would the checks of the first tables: a list of words is made anew for every row, words one by one are not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

NAME = "m0002_statements"

STATEMENTS = """
alter table imports add column known text not null default '[]';
alter table imports add column stated_at integer not null default 0;
alter table imports add column repeats blob;
alter table imports add column reading text not null default '';
alter table imports add column same_as integer references imports(id) on delete set null;
alter table imports add column undone_at integer;

create table identities_of_members (
  id integer primary key,
  member_id integer references members(id) on delete set null,
  kind text not null
    check (kind = 'nick' or kind = 'phone' or kind = 'email' or kind = 'buyer_id' or kind = 'open_id'),
  scope text not null,
  value text not null,
  import_id integer references imports(id),
  unique (kind, scope, value)
) strict;
insert into identities_of_members select id, member_id, kind, scope, value, import_id from identities;
drop table identities;
alter table identities_of_members rename to identities;
create index identities_member on identities(member_id);

create table records (
  id integer primary key,
  hash integer not null unique,
  platform text not null,
  identity_id integer not null references identities(id),
  buyer_id integer,
  open_id integer,
  nick integer,
  email integer,
  phone integer,
  phone_kind text not null default 'absent' check (phone_kind = 'real' or phone_kind = 'absent'
    or phone_kind = 'masked' or phone_kind = 'virtual' or phone_kind = 'landline'),
  landline text not null default '',
  name text not null default '',
  province text not null default '',
  city text not null default '',
  address_key text not null default ''
) strict;
create index records_identity on records(identity_id);
create index records_open_id on records(open_id) where open_id is not null and open_id <> identity_id;
create index records_nick on records(nick) where nick is not null and nick <> identity_id;
create index records_email on records(email) where email is not null and email <> identity_id;
create index records_phone on records(phone) where phone is not null and phone <> identity_id;

create table list_entries (
  import_id integer not null references imports(id) on delete cascade,
  record_id integer not null references records(id),
  joined_at integer,
  primary key (import_id, record_id)
) strict, without rowid;
create index list_entries_record on list_entries(record_id);

create table members_of_the_shop (
  id integer primary key,
  platform text not null,
  nick text not null default '',
  name text not null default '',
  email text not null default '',
  phone text not null default '',
  phone_kind text not null default 'absent' check (phone_kind = 'real' or phone_kind = 'absent'
    or phone_kind = 'masked' or phone_kind = 'virtual' or phone_kind = 'landline'),
  province text not null default '',
  city text not null default '',
  address_key text not null default '',
  joined_at integer,
  facts_at integer not null default 0
) strict;
insert into members_of_the_shop(id, platform, nick, name, email, phone, phone_kind, province, city, joined_at, facts_at)
  select id, platform, nick, name, email, phone, phone_kind, province, city, joined_at, facts_at from members;
drop table members;
alter table members_of_the_shop rename to members;
create index members_phone on members(phone) where phone <> '';

create table orders_of_the_shop (
  id integer primary key,
  shop_id integer not null references shops(id),
  number text not null,
  member_id integer references members(id),
  identity_id integer,
  record_id integer,
  status text not null check (status = 'finished' or status = 'shipped' or status = 'paid' or status = 'closed'
    or status = 'closed_unpaid' or status = 'signed' or status = 'unpaid' or status = 'unknown'
    or status = 'part_shipped'),
  closing text not null default '' check (closing = '' or closing = 'unpaid' or closing = 'refund'),
  ordered_at integer,
  paid_at integer,
  shipped_at integer,
  finished_at integer,
  paid integer not null default 0,
  refunded integer not null default 0,
  net integer not null default 0,
  discount integer,
  items integer,
  is_purchase integer not null check (is_purchase = 0 or is_purchase = 1),
  province text not null default '',
  city text not null default '',
  content_hash text not null,
  import_id integer not null references imports(id),
  derived integer not null default 0 check (derived = 0 or derived = 1),
  unique (shop_id, number)
) strict;
insert into orders_of_the_shop(id, shop_id, number, member_id, status, ordered_at, paid_at, paid, refunded, net, items,
  is_purchase, province, city, content_hash, import_id) select id, shop_id, number, member_id, status, ordered_at,
  paid_at, paid, refunded, net, items, is_purchase, province, city, content_hash, import_id from orders;
drop table orders;
alter table orders_of_the_shop rename to orders;
create index orders_member on orders(member_id);

create table lines_of_orders (
  order_id integer not null references orders(id) on delete cascade,
  position integer not null,
  product_id integer references products(id),
  sku text not null default '',
  quantity integer,
  price integer,
  number text not null default '',
  discount integer,
  status text not null default '',
  primary key (order_id, position)
) strict, without rowid;
insert into lines_of_orders(order_id, position, product_id, sku, quantity, price)
  select order_id, position, product_id, sku, quantity, price from order_lines;
drop table order_lines;
alter table lines_of_orders rename to order_lines;

create table order_statements (
  order_id integer not null references orders(id) on delete cascade,
  import_id integer not null references imports(id),
  content_hash text not null,
  content text not null,
  record_id integer references records(id),
  primary key (order_id, import_id)
) strict, without rowid;
create index order_statements_import on order_statements(import_id);
create index order_statements_record on order_statements(record_id) where record_id is not null;

create table refunds (
  id integer primary key,
  shop_id integer not null references shops(id),
  order_number text not null,
  number text not null,
  import_id integer not null references imports(id),
  state text not null check (state in ('asked', 'agreed', 'refunded', 'closed', 'unknown')),
  amount integer not null default 0,
  asked_at integer,
  finished_at integer,
  reason text not null default '',
  title text not null default '',
  content_hash text not null,
  unique (shop_id, order_number, number, import_id)
) strict;
create index refunds_import on refunds(import_id);

create table categories (
  id integer primary key,
  name text not null unique,
  keywords text not null default '[]',
  position integer not null default 0
) strict;

alter table products add column category_id integer references categories(id) on delete set null;
alter table products add column by_hand integer not null default 0 check (by_hand in (0, 1));

alter table tags add column rule text;
alter table tags add column builtin text;
alter table tags add column position integer not null default 0;

create table member_tags_by_identity (
  member_id integer not null references members(id) on delete cascade,
  tag_id integer not null references tags(id) on delete cascade,
  source text not null default 'hand',
  identity_id integer not null default 0,
  primary key (member_id, tag_id, identity_id)
) strict, without rowid;
insert into member_tags_by_identity(member_id, tag_id, source) select member_id, tag_id, source from member_tags;
drop table member_tags;
alter table member_tags_by_identity rename to member_tags;
create index member_tags_tag on member_tags(tag_id);

alter table consents add column identity_id integer references identities(id);
alter table audience_members add column identity_id integer references identities(id);
create index consents_identity on consents(identity_id) where identity_id is not null;
create index audience_members_identity on audience_members(identity_id) where identity_id is not null;
create index member_tags_identity on member_tags(identity_id) where identity_id <> 0;

create table notes (
  id integer primary key,
  identity_id integer references identities(id),
  member_id integer not null references members(id) on delete cascade,
  text text not null,
  noted_at integer not null
) strict;
create index notes_member on notes(member_id);
create index notes_identity on notes(identity_id);

create table decisions (
  id integer primary key,
  kind text not null check (kind in ('join', 'apart')),
  first_id integer not null references identities(id) on delete cascade,
  second_id integer references identities(id) on delete cascade,
  reason text not null,
  decided_at integer not null
) strict;

create table erased_keys (
  hash text primary key,
  erased_at integer not null
) strict, without rowid;

create table exports (
  id integer primary key,
  exported_at integer not null,
  kind text not null,
  subject text not null,
  people integer not null,
  file_name text not null default '',
  reason text not null default '',
  who text not null default ''
) strict;
"""

# A phone names somebody on its own platform only; whether two platforms' buyers are one person is asked.
_SCOPES = """
update identities set scope = (select platform from members where id = member_id)
  where kind = 'phone' and scope = ''
"""

# The strongest key a member has stands for her; every other key once stood beside it.
_RECORDS = """
with ranked as (
  select id, member_id, kind, row_number() over (
    partition by member_id order by case kind when 'buyer_id' then 0 when 'open_id' then 1 when 'nick' then 2
    when 'email' then 3 else 4 end, id) as place from identities)
insert into records(hash, platform, identity_id, buyer_id, open_id, nick, email, phone, phone_kind, landline, name,
  province, city)
select -row_number() over (order by r.member_id, r.place), m.platform, p.id,
  case when 'buyer_id' in (p.kind, r.kind) then iif(r.kind = 'buyer_id', r.id, p.id) end,
  case when 'open_id' in (p.kind, r.kind) then iif(r.kind = 'open_id', r.id, p.id) end,
  case when 'nick' in (p.kind, r.kind) then iif(r.kind = 'nick', r.id, p.id) end,
  case when 'email' in (p.kind, r.kind) then iif(r.kind = 'email', r.id, p.id) end,
  case when 'phone' in (p.kind, r.kind) then iif(r.kind = 'phone', r.id, p.id) end,
  iif('phone' in (p.kind, r.kind), 'real', iif(r.place = 1 and m.phone_kind <> 'real', m.phone_kind, 'absent')),
  iif(r.place = 1 and m.phone_kind = 'landline', m.phone, ''),
  m.name, m.province, m.city
from ranked r join ranked p on p.member_id = r.member_id and p.place = 1 join members m on m.id = r.member_id
"""

_LISTS = """
insert into list_entries(import_id, record_id, joined_at)
select i.import_id, r.id, m.joined_at from records r join identities i on i.id = r.identity_id
join members m on m.id = i.member_id where i.import_id is not null
"""

_OF_IDENTITY = """
update {table} set identity_id =
  (select min(r.identity_id) from records r join identities i on i.id = r.identity_id
   where i.member_id = {table}.member_id)
"""

_ORDERS = """
update orders set record_id = (select max(r.id) from records r where r.identity_id = orders.identity_id)
  where identity_id is not null
"""

_KNOWN = """
update imports set
  known = '["city","items","lines","net","ordered_at","paid","paid_at","province","refunded","status"]'
"""


def apply(db: Database) -> None:
    """Add the tables, and say of what is stored already which records it comes from."""
    for statement in STATEMENTS.split(";"):
        if statement.strip():
            db.execute(statement)
    db.execute(_SCOPES)
    db.execute(_RECORDS)
    db.execute(_LISTS)
    for table in ("orders", "consents", "audience_members"):
        db.execute(_OF_IDENTITY.format(table=table))
    db.execute(_ORDERS)
    db.execute(_KNOWN)
