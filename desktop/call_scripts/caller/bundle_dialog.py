"""Hands a script on with its recordings: says what is missing, asks where the folder goes, and writes it."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop import table_formats, wording
from desktop.amounts import number
from desktop.call_scripts.caller import bundling
from desktop.call_scripts.recording import words
from desktop.campaigns.page import open_folder
from desktop.table_formats import UTF8
from desktop.widgets.card import Card
from desktop.widgets.count_bar import CountBar
from desktop.widgets.form import Form
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.output_folder_field import OutputFolderField
from desktop.widgets.output_path_field import documents, free_path
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.toggle import CheckBox
from local_db.call_scripts.checks import blocking
from local_db.call_scripts.takes import RecordingState
from local_db.errors import DocumentError, RegularsError

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.call_scripts.model import CallScript
    from local_db.call_scripts.takes import Recording
    from local_db.documents.model import Document

_WIDTH = 600
_NAMED = 4  # more are only counted
_FOLDER_KEY = "call_scripts/folder"
_TABLE_KEY = "call_scripts/table"


class BundleDialog(ModalDialog):
    """What goes along, the kind of table, and the folder; writes when accepted."""

    def __init__(
        self, context: PageContext, script: CallScript, document: Document, parent: QWidget | None = None
    ) -> None:
        super().__init__("", width=_WIDTH, parent=parent)
        self._context = context
        self._script = script
        self._document = document
        self._found: tuple[Recording, ...] = ()
        self._ready = False
        self._faults = len(blocking(script))
        self.set_title(self.tr("Script with recordings"))
        self.set_sentence(
            self.tr("A folder with numbered recordings, a table of them, the script as JSON and as a page to print.")
        )
        self.count = Label("", "strong")
        self.bar = CountBar(height=6)
        self.missing = Label("", "muted", wrap=True)
        self.changed = Label("", "muted", tone="warn", wrap=True)
        self.variables = Label("", "muted", wrap=True)
        self.without_changed = CheckBox(self.tr("Leave out recordings whose text has changed"), checked=True)
        self.table = SegmentedControl(
            table_formats.options(), context.settings.get(_TABLE_KEY, UTF8), name=self.tr("Table")
        )
        place = Path(context.settings.get(_FOLDER_KEY))
        start = place if place.is_absolute() and place.is_dir() else documents()
        self.folder = OutputFolderField(free_path(start, document.name, "", nameless="script"))
        self.notice = InlineNotice()
        self.notice.hide()
        self._lay_out()
        self.add_reject()
        self.write = self.add_button(self.tr("Write the folder"), kind="primary")
        self.write.clicked.connect(self.write_folder)
        self.folder.changed.connect(self._refresh)
        self.without_changed.toggled.connect(self._tell)
        self._refresh()
        read = partial(bundling.read, context.shop, document.id, script)
        context.background.run(read, self._known, self._failed, owner=self)

    def write_folder(self) -> None:
        """Write it, complete or not at all."""
        context, folder, kind = self._context, self.folder.path(), self.table.current
        context.settings.set(_FOLDER_KEY, str(folder.parent))
        context.settings.set(_TABLE_KEY, kind)
        self._ready = False
        self._refresh()
        work = partial(
            bundling.write,
            context.shop,
            self._script,
            self._document.name,
            folder,
            self._used(),
            kind,
            bundling.bundle_words(),
        )
        context.background.run(work, self._written, self._failed, owner=self)

    def _lay_out(self) -> None:
        card = Card()
        for part in (self.count, self.bar, self.missing, self.changed, self.without_changed, self.variables):
            card.add(part)
        self.add(card)
        form = Form(label_width=96)
        form.add_row(self.tr("Table"), self.table)
        form.add_row(self.tr("New folder"), self.folder)
        self.add(form)
        self.add(self.notice)
        for part in (self.missing, self.changed, self.without_changed, self.variables):
            part.hide()

    def _known(self, found: tuple[Recording, ...]) -> None:
        self._found = found
        self._ready = True
        self._tell()

    def _used(self) -> tuple[Recording, ...]:
        return bundling.used(self._found, without_changed=self.without_changed.isChecked())

    def _tell(self) -> None:
        going = self._used()
        seconds = sum(one.take.seconds for one in going if one.take is not None)
        self.count.setText(
            self.tr("{count} of {all} texts with a recording · {time}").format(
                count=number(len(going)), all=number(len(self._found)), time=words.clock(round(seconds * 1000))
            )
        )
        self.bar.set_fraction(len(going) / len(self._found) if self._found else 0.0)
        self._name(self.missing, self.tr("Not recorded: {texts}"), RecordingState.MISSING)
        self._name(self.changed, self.tr("Recorded before the text was changed: {texts}"), RecordingState.CHANGED)
        self.without_changed.setVisible(self.changed.isVisibleTo(self))
        variables = sum(one.part.variables for one in going)
        self.variables.setVisible(bool(variables))
        self.variables.setText(
            self.tr("Texts with variables, of which the recording says the fallback: {count}").format(
                count=number(variables)
            )
        )
        self._refresh()

    def _name(self, label: Label, said: str, state: RecordingState) -> None:
        """Name the texts of a state, the first of many; hide the label where there are none."""
        found = [one for one in self._found if one.state is state]
        label.setVisible(bool(found))
        named = [words.title(one) for one in found[:_NAMED]]
        if len(found) > _NAMED:
            named.append(self.tr("{count} more").format(count=number(len(found) - _NAMED)))
        label.setText(said.format(texts=wording.listed(named)))

    def _refresh(self) -> None:
        problem = self.folder.problem()
        self.write.setEnabled(self._ready and not problem and not self._faults)
        if self._faults:
            self.notice.say(wording.error(DocumentError("script_has_faults", count=self._faults)), "bad")
        elif problem:
            self.notice.say(problem, "bad")
        else:
            self.notice.hide()

    def _written(self, paths: tuple[Path, ...]) -> None:
        folder = paths[0].parent
        self._context.notices.show(
            self.tr("{count} files are in {folder}.").format(count=number(len(paths)), folder=folder.name),
            "good",
            action_text=self.tr("Open folder"),
            action=partial(open_folder, folder),
        )
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self._ready = True
        self._refresh()
        if not isinstance(error, RegularsError):
            raise error
        self.notice.say(wording.error(error), "bad")
