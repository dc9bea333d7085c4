"""What a window or the command line may do with templates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from local_db.changes import Changes, Topic
from local_db.documents.single_file import write_file
from local_db.errors import TemplateError
from local_db.names import checked_name, numbered
from local_db.roster.roster import Roster
from local_db.settings import read_settings
from local_db.shop_file import Connection, Shop
from local_db.templates import store
from local_db.templates.model import DeletedTemplate, Template, TemplateVersion
from local_db.templates.template_file import TemplateDefaults, read_template_file, read_templates_file, to_toml
from local_db.values import epoch


def list_templates(shop: Shop) -> tuple[Template, ...]:
    """Every template, the one changed last first."""
    with shop.read() as connection:
        return store.all_templates(connection)


def save_template(shop: Shop, template: Template, *, now: datetime) -> tuple[Template, Changes]:
    """Store a new template (id 0) or a changed one; drafts with problems may be stored.

    Raises TemplateError (`name_empty`, `name_taken`, `template_missing`).
    """
    moment = epoch(now)
    with shop.write() as connection:
        template = replace(template, name=_free_name(connection, template), changed_at=moment)
        if template.id == 0:
            template = replace(template, created_at=moment)
            template = replace(template, id=store.insert(connection, template))
        else:
            template = replace(template, created_at=_existing(connection, template.id).created_at)
            store.update(connection, template)
        _keep_version(connection, template)
    return template, Changes.of(Topic.TEMPLATES)


def template_from_file(shop: Shop, path: Path) -> Template:
    """A template read from a file, completed from the shop's settings; not saved.

    Raises TemplateError as `template_file.read_template_file` does.
    """
    with shop.read() as connection:
        defaults = _defaults(connection)
    return read_template_file(path, defaults)


def list_versions(shop: Shop, template_id: int) -> tuple[TemplateVersion, ...]:
    """What a template has said, the latest first."""
    with shop.read() as connection:
        return store.versions(connection, template_id)


def move_templates(shop: Shop, template_ids: Sequence[int], folder: str) -> Changes:
    """Put templates into a folder; an empty name takes them out of theirs. Their texts stay as old as they are."""
    with shop.write() as connection:
        store.move(connection, template_ids, folder.strip())
    return Changes.of(Topic.TEMPLATES)


def import_templates(shop: Shop, path: Path, *, now: datetime) -> tuple[tuple[Template, ...], Changes]:
    """Store every template of a file; one whose name is taken gets a number behind it.

    Raises TemplateError as `template_file.read_template_file` does; then none is stored.
    """
    moment = epoch(now)
    stored: list[Template] = []
    with shop.write() as connection:
        for read in read_templates_file(path, _defaults(connection)):
            name = numbered(read.name, lambda name: store.id_of_name(connection, name) is not None)
            template = replace(read, name=name, created_at=moment, changed_at=moment)
            template = replace(template, id=store.insert(connection, template))
            _keep_version(connection, template)
            stored.append(template)
    return tuple(stored), Changes.of(Topic.TEMPLATES)


def export_templates(shop: Shop, template_ids: Sequence[int], path: Path) -> int:
    """Write templates to one TOML file that `import_templates` reads; how many. An empty list means all.

    Raises TemplateError `file_unwritable`.
    """
    wanted = set(template_ids)
    chosen = [template for template in list_templates(shop) if not wanted or template.id in wanted]
    try:
        write_file(path, to_toml(chosen).encode())
    except OSError:
        raise TemplateError("file_unwritable", path=str(path)) from None
    return len(chosen)


def delete_template(shop: Shop, template_id: int) -> tuple[DeletedTemplate, Changes]:
    """Remove a template; the result undoes it. Raises TemplateError `template_missing`."""
    with shop.write() as connection:
        template = _existing(connection, template_id)
        versions = store.versions(connection, template_id)
        audience_ids = store.delete(connection, template_id)
    return DeletedTemplate(template, audience_ids, versions), Changes.of(Topic.TEMPLATES)


def restore_template(shop: Shop, deleted: DeletedTemplate) -> tuple[Template, Changes]:
    """Undo a deletion. Raises TemplateError `name_taken` when another has taken the name since."""
    with shop.write() as connection:
        _free_name(connection, replace(deleted.template, id=0))
        template_id = store.insert(connection, deleted.template)
        for version in deleted.versions:
            store.add_version(connection, template_id, version)
        store.link_audiences(connection, template_id, deleted.audience_ids)
    return replace(deleted.template, id=template_id), Changes.of(Topic.TEMPLATES)


def preview_facts(shop: Shop, roster: Roster, member_id: int, *, now: datetime) -> dict[str, str]:
    """The values of every variable for one member as of now, for `render`.

    Raises TemplateError `member_missing` when the roster does not know the member.
    """
    import numpy as np

    from local_db.segments.facts import moment_of
    from local_db.templates.variables import facts_of

    number = int(np.searchsorted(roster.members.ids, member_id))
    if number >= roster.size or roster.members.ids[number] != member_id:
        raise TemplateError("member_missing", member=member_id)
    with shop.read() as connection:
        return facts_of(connection, roster, number, moment_of(roster.zone, now, None))


def _defaults(connection: Connection) -> TemplateDefaults:
    settings = read_settings(connection)
    return TemplateDefaults(str(settings["sms_signature"]), str(settings["sms_opt_out"]), str(settings["sms_vendor"]))


def _keep_version(connection: Connection, template: Template) -> None:
    """Note what a template says now, unless it said just that before."""
    said = replace(template, created_at=0, changed_at=0, folder="")
    before = store.versions(connection, template.id)
    if not before or replace(before[0].template, created_at=0, changed_at=0, folder="") != said:
        number = before[0].version + 1 if before else 1
        store.add_version(connection, template.id, TemplateVersion(number, said, template.changed_at))


def _existing(connection: Connection, template_id: int) -> Template:
    found = store.template(connection, template_id)
    if found is None:
        raise TemplateError("template_missing", template=template_id)
    return found


def _free_name(connection: Connection, template: Template) -> str:
    return checked_name(template.name, template.id, partial(store.id_of_name, connection), TemplateError)
