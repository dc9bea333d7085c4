"""The page of templates: the list, or the editor of one text."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFileDialog, QStackedLayout, QWidget

from desktop import wording
from desktop.campaigns.planning import Size
from desktop.documents.free_name import free_name
from desktop.shell.context import PageContext
from desktop.templates import questions
from desktop.templates.editor import TemplateEditor
from desktop.templates.list_view import TemplateList
from desktop.templates.questions import Surroundings
from desktop.templates.sections import template_sections
from local_db.changes import Changes, Topic
from local_db.errors import RegularsError
from local_db.templates import actions
from local_db.templates.model import DeletedTemplate, Purpose, Template
from local_db.templates.starters import starters

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.shell.background import Job

_MEASURED = 100  # texts of the list, the ones changed last: each is rendered for everybody
_SIZES = frozenset({Topic.MEMBERS, Topic.ORDERS, Topic.TEMPLATES, Topic.SETTINGS})


class TemplatesPage(QWidget):
    """Texts for many people."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._surroundings: Surroundings | None = None
        self._wanted: int | None = None
        self._new_wanted = False
        self._sizes: questions.Sizes = {}
        self._sizes_wanted = False
        self._sizes_job: Job | None = None
        self._said: set[str] = set()
        self._latest = context.background.latest()
        self.list = TemplateList(template_sections(context, "templates"))
        self.editor = TemplateEditor(context)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.editor)
        self.list.opened.connect(self._open)
        self.list.new_wanted.connect(self._begin)
        self.list.copy_wanted.connect(self._copy)
        self.list.deletion_wanted.connect(self._delete)
        self.list.move_wanted.connect(self._move)
        self.list.import_wanted.connect(self._choose_import)
        self.list.export_wanted.connect(self._choose_export)
        self.editor.closed.connect(self._show_list)

    def reload(self, changes: Changes) -> None:
        """Read again what these changes touched."""
        work = partial(questions.surroundings, self._context.shop, self._context.settings.folder)
        self._latest.run(work, partial(self._known, changes), self._failed)

    def open(self, template_id: int | None = None, *, new: bool = False) -> None:
        """Show the list, the editor of that template, or with `new` that of another text."""
        if self.shows_editor:
            if template_id and template_id == self.editor.stored.id:
                return  # it is being written
            self.editor.saving.keep()
        if new:
            self._new_wanted = self._surroundings is None
            self._begin(None)
        elif template_id is None:
            self._show_list()
        elif self._surroundings is None:
            self._wanted = template_id
        else:
            self._open(template_id)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is being written when another page is shown, not when the window is put away."""
        super().hideEvent(event)
        if not event.spontaneous() and self.shows_editor:  # who has left may have undone what leaving kept
            self.editor.saving.keep()

    @property
    def shows_editor(self) -> bool:
        """Whether a text is being written."""
        return self._stack.currentWidget() is self.editor

    def _known(self, changes: Changes, surroundings: Surroundings) -> None:
        self._surroundings = surroundings
        self._say_wrong_files(surroundings)
        self.list.show_templates(surroundings)
        self.list.show_starters(self._starters(surroundings))
        self.editor.take(surroundings)
        self.editor.reload(changes)
        self._sizes_wanted |= bool(changes.topics & _SIZES)
        self._ask_sizes()
        if self._new_wanted:
            self._new_wanted = False
            self._begin(None)
        if self._wanted is not None:
            wanted = self._wanted
            self._wanted = None
            self._open(wanted)

    def _starters(self, surroundings: Surroundings) -> tuple[Template, ...]:
        language = wording.language()
        opt_out = surroundings.opt_out if language == "zh" else None
        return starters(language, signature=surroundings.signature, opt_out=opt_out)

    def _ask_sizes(self) -> None:
        """Measure the texts of the list, while it is in sight."""
        known, context = self._surroundings, self._context
        if known is None or not self._sizes_wanted or self._stack.currentWidget() is not self.list:
            return
        self._sizes_wanted = False
        if self._sizes_job is not None:
            self._sizes_job.drop()
        shop, rosters, now = context.shop, context.rosters, datetime.now(UTC)
        latest = known.templates[:_MEASURED]
        work = partial(questions.ask_sizes, shop, rosters, latest, known.options, self._sizes, now)
        self._sizes_job = context.background.run_job(work, self._sizes_known, self._failed, writes=False)

    def _sizes_known(self, answer: tuple[dict[int, Size], questions.Sizes]) -> None:
        sizes, self._sizes = answer
        self.list.model.set_sizes(sizes)

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self._ask_sizes()
        self.list.set_first_focus()

    def _open(self, template_id: int) -> None:
        known = self._surroundings.templates if self._surroundings is not None else ()
        found = next((template for template in known if template.id == template_id), None)
        if found is not None:
            self._edit(found)

    def _begin(self, starter: Template | None) -> None:
        if self._surroundings is None:
            return
        if starter is None:
            known = self._surroundings
            starter = Template(self.tr("New text"), Purpose.MARKETING, known.signature, "", known.opt_out)
        starter = replace(starter, vendor=self._surroundings.vendor)
        self._edit(replace(starter, name=free_name(starter.name, self._names())))

    def _edit(self, template: Template) -> None:
        self._stack.setCurrentWidget(self.editor)
        self.editor.begin(template)

    def _copy(self, template: Template) -> None:
        copy = replace(template, id=0, created_at=0, name=free_name(template.name, self._names()))
        work = partial(actions.save_template, self._context.shop, copy, now=datetime.now(UTC))
        self._context.background.run(work, self._copied, self._failed, writes=True)

    def _copied(self, result: tuple[Template, Changes]) -> None:
        template, changes = result
        self._context.notices.show(self.tr("“{name}” is a copy now.").format(name=template.name), "good")
        self._context.changes.announce(changes)

    def _say_wrong_files(self, surroundings: Surroundings) -> None:
        """Say once per error what is wrong with a vendor file of one's own."""
        for error in surroundings.wrong_files:
            if (said := wording.error(error)) not in self._said:
                self._said.add(said)
                self._context.notices.show(said, "bad")

    def _move(self, template: Template, folder: str) -> None:
        work = partial(actions.move_templates, self._context.shop, (template.id,), folder)
        undo = partial(self._move, template, template.folder)
        self._context.background.run(work, partial(self._moved, template, folder, undo), self._failed, writes=True)

    def _moved(self, template: Template, folder: str, undo: Callable[[], None], changes: Changes) -> None:
        self._context.notices.show(
            self.tr("“{name}” is in {folder} now.").format(name=template.name, folder=folder)
            if folder
            else self.tr("“{name}” is in no folder any more.").format(name=template.name),
            "good",
            action_text=self.tr("Undo"),
            action=undo,
        )
        self._context.changes.announce(changes)

    def _choose_import(self) -> None:
        chooser = self._chooser(self.tr("Import texts"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.fileSelected.connect(self.import_file)
        chooser.open()

    def import_file(self, name: str) -> None:
        """Take over every text of a file."""
        work = partial(actions.import_templates, self._context.shop, Path(name), now=datetime.now(UTC))
        self._context.background.run(work, self._imported, self._failed, writes=True)

    def _imported(self, result: tuple[tuple[Template, ...], Changes]) -> None:
        stored, changes = result
        self._context.notices.show(self.tr("Texts taken over: {count}").format(count=len(stored)), "good")
        self._context.changes.announce(changes)

    def _choose_export(self, template_ids: tuple[int, ...]) -> None:
        chooser = self._chooser(self.tr("Export texts"))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setDefaultSuffix("toml")
        chooser.selectFile(self.tr("texts") + ".toml")
        chooser.fileSelected.connect(partial(self.export_file, template_ids))
        chooser.open()

    def export_file(self, template_ids: tuple[int, ...], name: str) -> None:
        """Write texts to a file; without ids all of them."""
        work = partial(actions.export_templates, self._context.shop, template_ids, Path(name))
        self._context.background.run(work, partial(self._exported, name), self._failed)

    def _exported(self, name: str, count: int) -> None:
        self._context.notices.show(self.tr("Written: {count} texts in {path}").format(count=count, path=name), "good")

    def _chooser(self, title: str) -> QFileDialog:
        chooser = QFileDialog(self.window(), title)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setNameFilter(self.tr("Texts") + " (*.toml *.txt)")
        return chooser

    def _delete(self, template: Template) -> None:
        work = partial(actions.delete_template, self._context.shop, template.id)
        self._context.background.run(work, self._deleted, self._failed, writes=True)

    def _deleted(self, result: tuple[DeletedTemplate, Changes]) -> None:
        deleted, changes = result
        self._context.notices.show(
            self.tr("“{name}” is deleted.").format(name=deleted.template.name),
            action_text=self.tr("Undo"),
            action=partial(self._restore, deleted),
        )
        self._context.changes.announce(changes)

    def _restore(self, deleted: DeletedTemplate) -> None:
        work = partial(actions.restore_template, self._context.shop, deleted)
        self._context.background.run(work, self._restored, self._failed, writes=True, owner=self)

    def _restored(self, result: tuple[Template, Changes]) -> None:
        self._context.changes.announce(result[1])

    def _names(self) -> list[str]:
        known = self._surroundings.templates if self._surroundings is not None else ()
        return [template.name for template in known]

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")
