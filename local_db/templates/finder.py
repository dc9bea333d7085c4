"""Finds templates by what is typed: characters, pinyin or initials of the name, the text and the folder."""

from __future__ import annotations

from collections.abc import Sequence

from local_db.finder import Finder
from local_db.templates.model import Template


def template_finder(templates: Sequence[Template]) -> Finder[Template]:
    """The index over these templates."""
    return Finder(templates, _texts)


def _texts(template: Template) -> tuple[str, ...]:
    return template.name, template.folder, template.signature, template.body
