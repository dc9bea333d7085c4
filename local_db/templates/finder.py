"""Finds templates by what is typed: characters, pinyin or initials of the name, the text and the folder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from local_db.templates.model import Template

if TYPE_CHECKING:
    from local_db.members.text_index import TextIndex


class TemplateFinder:
    """The index is made once for a list of templates; a keystroke then takes milliseconds, whatever their number."""

    def __init__(self, templates: Sequence[Template]) -> None:
        from local_db.members.text_index import TextIndex

        self.templates = tuple(templates)
        self._index: TextIndex = TextIndex(map(_line, self.templates))

    def find(self, typed: str) -> tuple[Template, ...]:
        """Those in which every typed word is found; all of them where nothing is typed."""
        import numpy as np

        from local_db.members.spelling import folded

        words = folded(typed).split()
        if not words or not self.templates:
            return self.templates
        found = self._index.found(words[0])
        for word in words[1:]:
            found = found & self._index.found(word)
        return tuple(self.templates[place] for place in np.flatnonzero(found).tolist())


def _line(template: Template) -> str:
    from local_db.members.spelling import folded
    from local_db.members.text_index import BETWEEN_MEMBERS, BETWEEN_TEXTS

    texts = (template.name, template.folder, template.signature, template.body)
    return BETWEEN_TEXTS.join(" ".join(folded(text).split()) for text in texts) + BETWEEN_MEMBERS
