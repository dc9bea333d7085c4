"""What a window or the command line may do with templates."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from local_db.changes import Changes, Topic
from local_db.errors import TemplateError
from local_db.roster.roster import Roster
from local_db.settings import read_settings
from local_db.shop_file import Connection, Shop
from local_db.templates import store
from local_db.templates.model import DeletedTemplate, Template
from local_db.templates.template_file import TemplateDefaults, read_template_file
from local_db.values import epoch


def list_templates(shop: Shop) -> tuple[Template, ...]:
    """Every template, the one changed last first."""
    with shop.read() as connection:
        return store.all_templates(connection)


def get_template(shop: Shop, template_id: int) -> Template:
    """One template. Raises TemplateError `template_missing`."""
    with shop.read() as connection:
        return _existing(connection, template_id)


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
    return template, Changes.of(Topic.TEMPLATES)


def template_from_file(shop: Shop, path: Path) -> Template:
    """A template read from a file, completed from the shop's settings; not saved.

    Raises TemplateError as `template_file.read_template_file` does.
    """
    with shop.read() as connection:
        settings = read_settings(connection)
    defaults = TemplateDefaults(str(settings["sms_signature"]), str(settings["sms_opt_out"]))
    return read_template_file(path, defaults)


def delete_template(shop: Shop, template_id: int) -> tuple[DeletedTemplate, Changes]:
    """Remove a template; the result undoes it. Raises TemplateError `template_missing`."""
    with shop.write() as connection:
        template = _existing(connection, template_id)
        audience_ids = store.delete(connection, template_id)
    return DeletedTemplate(template, audience_ids), Changes.of(Topic.TEMPLATES)


def restore_template(shop: Shop, deleted: DeletedTemplate) -> tuple[Template, Changes]:
    """Undo a deletion. Raises TemplateError `name_taken` when another has taken the name since."""
    with shop.write() as connection:
        _free_name(connection, deleted.template)
        template_id = store.insert(connection, deleted.template)
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


def _existing(connection: Connection, template_id: int) -> Template:
    found = store.template(connection, template_id)
    if found is None:
        raise TemplateError("template_missing", template=template_id)
    return found


def _free_name(connection: Connection, template: Template) -> str:
    name = template.name.strip()
    if not name:
        raise TemplateError("name_empty")
    if store.id_of_name(connection, name) not in (None, template.id):
        raise TemplateError("name_taken", name=name)
    return name
