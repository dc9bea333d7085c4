"""Templates in the shop file, and the members' texts that variables read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Literal

from local_db.settings import read_setting
from local_db.shop_file import Connection
from local_db.templates.model import Purpose, Template, TemplateVersion

_COLUMNS = "name, purpose, signature, body, opt_out, id, created_at, changed_at, vendor, folder"
_CHUNK = 10_000


def all_templates(connection: Connection) -> tuple[Template, ...]:
    """Every template, the one changed last first."""
    rows = connection.execute(f"select {_COLUMNS} from templates order by changed_at desc, id desc")  # noqa: S608 - own column names
    return tuple(_template(row) for row in rows)


def template(connection: Connection, template_id: int) -> Template | None:
    """One template, or None."""
    row = connection.execute(f"select {_COLUMNS} from templates where id = ?", [template_id]).fetchone()  # noqa: S608 - own column names
    return None if row is None else _template(row)


def id_of_name(connection: Connection, name: str) -> int | None:
    """The template that has this name, whatever its case."""
    row = connection.execute("select id from templates where name = ? collate nocase", [name]).fetchone()
    return None if row is None else int(row[0])


def insert(connection: Connection, new: Template) -> int:
    """Add a template under its own id, or under the next one where that is 0; its id."""
    cursor = connection.execute(
        "insert into templates(id, name, purpose, signature, body, opt_out, vendor, folder, created_at, changed_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [new.id or None, *_values(new), new.created_at, new.changed_at],
    )
    return int(cursor.lastrowid or 0)


def update(connection: Connection, changed: Template) -> None:
    """Store a template that has an id."""
    connection.execute(
        "update templates set name = ?, purpose = ?, signature = ?, body = ?, opt_out = ?, vendor = ?, folder = ?,"
        " changed_at = ? where id = ?",
        [*_values(changed), changed.changed_at, changed.id],
    )


def delete(connection: Connection, template_id: int) -> tuple[int, ...]:
    """Remove a template; the ids of the audiences that named it and no longer do."""
    rows = connection.execute("select id from audiences where template_id = ? order by id", [template_id])
    audience_ids = tuple(int(audience_id) for (audience_id,) in rows)
    connection.execute("delete from templates where id = ?", [template_id])
    return audience_ids


def versions(connection: Connection, template_id: int) -> tuple[TemplateVersion, ...]:
    """Everything that a template has said, the latest first."""
    rows = connection.execute(
        "select version, saved_at, name, purpose, signature, body, opt_out, vendor from template_versions"
        " where template_id = ? order by version desc",
        [template_id],
    )
    return tuple(
        TemplateVersion(
            version, Template(name, Purpose(purpose), signature, body, opt_out, template_id, vendor=vendor), saved_at
        )
        for version, saved_at, name, purpose, signature, body, opt_out, vendor in rows
    )


def add_version(connection: Connection, template_id: int, said: TemplateVersion) -> None:
    """Keep what a template says."""
    template = said.template
    connection.execute(
        "insert into template_versions(template_id, version, name, purpose, signature, body, opt_out, vendor, saved_at)"
        " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            template_id, said.version, template.name, template.purpose.value, template.signature, template.body,
            template.opt_out, template.vendor, said.saved_at,
        ],
    )  # fmt: skip


def move(connection: Connection, template_ids: Sequence[int], folder: str) -> None:
    """Put templates into a folder; an empty name takes them out of theirs."""
    connection.executemany(
        "update templates set folder = ? where id = ?", [(folder, template_id) for template_id in template_ids]
    )


def link_audiences(connection: Connection, template_id: int, audience_ids: Sequence[int]) -> None:
    """Let audiences name a template again."""
    connection.executemany(
        "update audiences set template_id = ? where id = ?", [(template_id, audience) for audience in audience_ids]
    )


def member_texts(connection: Connection, column: Literal["nick", "name", "phone"], ids: Sequence[int]) -> list[str]:
    """One text column of the members table for the ids, in their order; unknown ids give ""."""
    if len(ids) > _CHUNK:  # one walk through the table is faster than asking for most of its rows
        wanted = dict.fromkeys(ids, "")
        query = f"select id, {column} from members where {column} <> ''"  # noqa: S608 - a name of three
        wanted.update(row for row in connection.execute(query) if row[0] in wanted)
        return list(wanted.values()) if len(wanted) == len(ids) else [wanted[member_id] for member_id in ids]
    found: dict[int, str] = {}
    for start in range(0, len(ids), _CHUNK):
        chunk = json.dumps(ids[start : start + _CHUNK])
        query = f"select id, {column} from members where id in (select value from json_each(?))"  # noqa: S608 - a name of three
        found.update(connection.execute(query, [chunk]))
    return [found.get(member_id, "") for member_id in ids]


def members_called(connection: Connection, typed: str, most: int) -> list[int]:
    """The ids of members whose nick or name holds the typed text, or whose phone it is."""
    rows = connection.execute(
        "select id from members where instr(lower(nick), ?1) or instr(lower(name), ?1) or phone = ?1"
        " order by id limit ?2",
        [typed.lower(), most],
    )
    return [int(member_id) for (member_id,) in rows]


def shop_name(connection: Connection) -> str:
    """What the seller calls the business; else the name of the only store that has one; else ""."""
    name = read_setting(connection, "shop_name")
    if name:
        return str(name)
    # A file that does not name its store is kept under the platform's code.
    rows = connection.execute("select distinct name from shops where name not in ('', platform) limit 2").fetchall()
    return str(rows[0][0]) if len(rows) == 1 else ""


def _values(template: Template) -> tuple[str, ...]:
    return (
        template.name,
        template.purpose.value,
        template.signature,
        template.body,
        template.opt_out,
        template.vendor,
        template.folder,
    )


def _template(row: Sequence[str | int]) -> Template:
    name, purpose, signature, body, opt_out, template_id, created_at, changed_at, vendor, folder = row
    return Template(
        name=str(name),
        purpose=Purpose(str(purpose)),
        signature=str(signature),
        body=str(body),
        opt_out=str(opt_out),
        id=int(template_id),
        created_at=int(created_at),
        changed_at=int(changed_at),
        vendor=str(vendor),
        folder=str(folder),
    )
