"""Asks for the name of a group and whose it is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from desktop.replies import words
from desktop.widgets.fields import TextField
from desktop.widgets.form import Form
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.segmented_control import SegmentedControl
from local_db.replies.model import Group, Scope

_LONGEST = 40


class GroupDialog(ModalDialog):
    """One field and a choice; Enter takes them."""

    def __init__(self, group: Group, taken: Collection[str], parent: QWidget | None = None) -> None:
        """`taken`: the names of the other groups."""
        super().__init__("", parent=parent, width=440)
        self.set_title(self.tr("Group of replies") if group.uid else self.tr("New group"))
        self._before = group
        self._taken = {name.casefold() for name in taken}
        self.field = TextField(group.name)
        self.field.setMaxLength(_LONGEST)
        self.scope = SegmentedControl(
            [(scope.value, words.scope(scope)) for scope in Scope], group.scope.value, name=self.tr("Whose it is")
        )
        form = Form(label_width=90)
        self._row = form.add_row(self.tr("Name"), self.field)
        form.add_row(self.tr("Whose it is"), self.scope, self.tr("What is yours alone is not shared with other PCs."))
        self.add(form)
        self.add_reject()
        self._accept = self.add_accept(self.tr("Save") if group.uid else self.tr("Add"))
        self.field.textChanged.connect(self._check)
        self._check(group.name)
        self.field.selectAll()
        self.field.setFocus()

    def group(self) -> Group:
        """The group as it stands."""
        return replace(self._before, name=self.field.text().strip(), scope=Scope(self.scope.current))

    def _check(self, text: str) -> None:
        name = " ".join(text.split())
        is_taken = name.casefold() in self._taken
        self._row.set_error(self.tr("There is already a group of this name.") if is_taken else "")
        self._accept.setEnabled(bool(name) and not is_taken)
