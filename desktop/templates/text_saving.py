"""Saving the text of an editor."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QWidget

from desktop.documents.document_header import DocumentHeader
from desktop.documents.saving import Saving, Storage
from desktop.shell.context import PageContext
from local_db.changes import Changes
from local_db.shop_file import Shop
from local_db.templates import actions
from local_db.templates.model import Template


def _forget(shop: Shop, template_id: int, *, now: datetime) -> Changes:  # noqa: ARG001 - texts are deleted at once
    return actions.delete_template(shop, template_id)[1]


_STORAGE = Storage(actions.save_template, _forget)


class TextSaving(Saving[Template]):
    """`written` gives the text as it stands, `others` those whose names are taken; `describe` has it said what it is.

    `usual_name` is what one without a name is called when it is kept.
    """

    def __init__(
        self,
        context: PageContext,
        header: DocumentHeader,
        written: Callable[[], Template],
        others: Callable[[], Sequence[Template]],
        describe: Callable[[], None],
        usual_name: str,
        parent: QWidget,
    ) -> None:
        super().__init__(context, header, _STORAGE, parent)
        self._written = written
        self._others = others
        self._describe = describe
        self._name = usual_name

    def document(self) -> Template:
        """The text as it stands now."""
        return self._written()

    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self.stored is not None and self._written() != replace(self.stored, changed_at=0)

    def has_unsaved_work(self) -> bool:
        """Whether something would be lost; a new text without a word is nothing."""
        return self.is_changed() and bool((self.stored is not None and self.stored.id) or self._written().body.strip())

    def refresh(self) -> None:
        """Say again what the text is."""
        self._describe()

    def _taken_names(self, document_id: int) -> Collection[str]:
        return [other.name for other in self._others() if other.id != document_id]

    def _usual_name(self) -> str:
        return self._name
