"""Asks how, where and why a file of members is to be written."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QWidget

from desktop import wording
from desktop.amounts import number
from desktop.campaigns.hand_off_dialog import GB18030, UTF8, XLSX, documents, free_path
from desktop.members.columns import Column, title
from desktop.widgets.button import Button
from desktop.widgets.fields import TextField
from desktop.widgets.form import Form
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.segmented_control import SegmentedControl
from local_db.members.people_file import XLSX_PEOPLE

REASON_LENGTH = 200
_SUFFIX = {UTF8: ".csv", GB18030: ".csv", XLSX: ".xlsx"}


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
        formats = [(UTF8, self.tr("CSV for Excel")), (GB18030, self.tr("CSV, GB18030"))]
        if people <= XLSX_PEOPLE:  # a workbook of more takes too much memory
            formats.append((XLSX, self.tr("XLSX")))
        self.format = SegmentedControl(formats, name=self.tr("Format"))
        self.path = TextField(str(free_path(folder or documents(), self.tr("Members"))), name=self.tr("File"))
        self.choose = Button(self.tr("Choose…"))
        self.reason = TextField("", self.tr("What is it for? (optional)"), name=self.tr("Reason"))
        self.reason.setMaxLength(REASON_LENGTH)
        self.notice = InlineNotice()
        form = Form(label_width=80)
        form.add_row(self.tr("Format"), self.format)
        form.add_row(self.tr("File"), _beside(self.path, self.choose))
        form.add_row(self.tr("Reason"), self.reason)
        self.add(form)
        self.add(self.notice)
        self.add_reject()
        self.write = self.add_accept(self.tr("Export"))
        self.format.chosen.connect(self._format_chosen)
        self.path.textChanged.connect(self._refresh)
        self.choose.clicked.connect(self._choose)
        self.format.set_current(UTF8)
        self._refresh()
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
        kind, path = self.format.current, self._out()
        encoding = UTF8 if kind == XLSX else kind
        return ExportChoice(path, self._columns, encoding, self.reason.text().strip(), overwrite=path.exists())

    def _out(self) -> Path:
        return Path(self.path.text().strip()).expanduser()

    def _format_chosen(self, key: str) -> None:
        path = self._out()
        if path.suffix.lower() in set(_SUFFIX.values()):
            self.path.setText(str(path.with_suffix(_SUFFIX[key])))
        self._refresh()

    def _refresh(self) -> None:
        problem = self._problem()
        self.write.setEnabled(not problem)
        if problem:
            self.notice.say(problem, "bad")
        elif self._out().exists():
            text = self.tr("{file} is there already and is replaced when you export.")
            self.notice.say(text.format(file=self._out().name), "warn")
        else:
            self.notice.hide()

    def _problem(self) -> str:
        path = self._out()
        if not self.path.text().strip() or not path.is_absolute():
            return self.tr("Choose where the file goes.")
        if path.suffix.lower() != _SUFFIX[self.format.current]:
            return self.tr("The name of the file must end in {suffix}.").format(suffix=_SUFFIX[self.format.current])
        if not path.parent.is_dir():
            return self.tr("There is no folder {path}.").format(path=path.parent)
        return ""

    def _choose(self) -> None:
        suffix = _SUFFIX[self.format.current]
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Where to write the file"),
            str(self._out()),
            f"*{suffix}",
            options=QFileDialog.Option.DontConfirmOverwrite,  # this dialog says itself what is replaced
        )
        if chosen:
            path = Path(chosen)
            self.path.setText(str(path if path.suffix.lower() == suffix else path.with_name(path.name + suffix)))


def _beside(field: QWidget, button: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(field, 1)
    row.addWidget(button)
    box.setFocusProxy(field)
    return box
