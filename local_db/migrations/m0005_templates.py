"""Templates are kept in folders, name their vendor, and remember what they said before."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

NAME = "m0005_templates"

TABLES = """
alter table templates add column vendor text not null default 'custom';
alter table templates add column folder text not null default '';

create table template_versions (
  template_id integer not null references templates(id) on delete cascade,
  version integer not null,
  name text not null,
  purpose text not null,
  vendor text not null,
  signature text not null,
  body text not null,
  opt_out text not null,
  saved_at integer not null,
  primary key (template_id, version)
) strict, without rowid;
insert into template_versions select id, 1, name, purpose, vendor, signature, body, opt_out, changed_at from templates;
"""


def apply(db: Database) -> None:
    """Add the columns and the table; what each template says now is its first version."""
    for statement in TABLES.split(";"):
        if statement.strip():
            db.execute(statement)
