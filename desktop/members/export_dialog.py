"""Asks how, where and why a file of members is to be written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from desktop import table_formats, wording
from desktop.amounts import number
from desktop.members.columns import Column, title
from desktop.table_formats import SUFFIXES, UTF8
from desktop.widgets.fields import TextField
from desktop.widgets.form import Form
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.output_path_field import OutputPathField, documents, free_path
from desktop.widgets.segmented_control import SegmentedControl
from local_db.members.people_file import XLSX_PEOPLE

REASON_LENGTH = 200


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """What was chosen."""

    path: Path
    columns: tuple[Column, ...]
    encoding: str = UTF8
    reason: str = ""
    overwrite: bool = False


class ExportDialog(ModalDialog):
    """Format, place and reason; `choice` answers when it was accepted."""

    def __init__(
        self, people: int, columns: tuple[Column, ...], folder: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", width=560, parent=parent)
        self.set_title(self.tr("Export members"))
        said = self.tr("{count} people with the columns of the list: {columns}. The export is logged.")
        names = wording.listed([title(column) for column in columns])
        self.set_sentence(said.format(count=number(people), columns=names))
        self._columns = columns
        formats = table_formats.options(workbook=people <= XLSX_PEOPLE)  # a workbook of more takes too much memory
        self.format = SegmentedControl(formats, name=self.tr("Format"))
        path = free_path(folder or documents(), self.tr("Members"), SUFFIXES[UTF8])
        self.file = OutputPathField(path, tuple(SUFFIXES.values()), name=self.tr("File"))
        self.reason = TextField("", self.tr("What is it for? (optional)"), name=self.tr("Reason"))
        self.reason.setMaxLength(REASON_LENGTH)
        self.notice = InlineNotice()
        form = Form(label_width=80)
        form.add_row(self.tr("Format"), self.format)
        form.add_row(self.tr("File"), self.file)
        form.add_row(self.tr("Reason"), self.reason)
        self.add(form)
        self.add(self.notice)
        self.add_reject()
        self.write = self.add_accept(self.tr("Export"))
        self.format.chosen.connect(self._format_chosen)
        self.file.changed.connect(self._refresh)
        self.format.set_current(UTF8)
        self._format_chosen(UTF8)
        self.reason.setFocus()

    @classmethod
    def ask(cls, people: int, columns: tuple[Column, ...], parent: QWidget | None = None) -> ExportChoice | None:
        """Show the dialog; None when it was cancelled."""
        dialog = cls(people, columns, parent=parent)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        choice = dialog.choice() if accepted else None
        dialog.deleteLater()
        return choice

    def choice(self) -> ExportChoice:
        """What is chosen now."""
        path, reason = self.file.path(), self.reason.text().strip()
        encoding = table_formats.encoding(self.format.current)
        return ExportChoice(path, self._columns, encoding, reason, overwrite=path.exists())

    def _format_chosen(self, key: str) -> None:
        self.file.require_suffix(SUFFIXES[key])
        self._refresh()

    def _refresh(self) -> None:
        problem = self.file.problem()
        self.write.setEnabled(not problem)
        if problem:
            self.notice.say(problem, "bad")
        elif self.file.path().exists():
            text = self.tr("{file} is there already and is replaced when you export.")
            self.notice.say(text.format(file=self.file.path().name), "warn")
        else:
            self.notice.hide()
