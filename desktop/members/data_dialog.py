"""Asks where everything known about one person is to be written, and why; the log keeps the answer."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop.campaigns.hand_off_dialog import documents
from desktop.members.data_words import data_words
from desktop.system_user import user_name
from desktop.widgets.button import Button
from desktop.widgets.fields import TextField
from desktop.widgets.form import Form
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.segmented_control import SegmentedControl
from local_db.members.personal_data import Request

_XLSX, _JSON = ".xlsx", ".json"


class DataDialog(ModalDialog):
    """Format, file, reason.

    Signals:
        confirmed(object): a Request.
    """

    confirmed = Signal(object)

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        """`number` is the member's, which names the file: a name in it would be personal data in the log."""
        super().__init__("", width=560, parent=parent)
        self.set_title(self.tr("All data of this member"))
        self.set_sentence(self.tr("Everything known about one person in a file, for a person who asks for it."))
        self.format = SegmentedControl(
            ((_XLSX, self.tr("Excel workbook")), (_JSON, self.tr("JSON"))), name=self.tr("Format")
        )
        name = self.tr("member-{number}").format(number=number)
        self.path = TextField(str(_free(documents(), name)), name=self.tr("File"))
        choose = Button(self.tr("Choose…"))
        choose.clicked.connect(self._choose)
        self.reason = TextField(self.tr("The member asked for it"), name=self.tr("Reason"))
        self.who = TextField(user_name(), name=self.tr("Who"))
        self.notice = InlineNotice()
        form = Form(label_width=80)
        form.add_row(self.tr("Format"), self.format)
        form.add_row(self.tr("File"), _side_by_side(self.path, choose))
        form.add_row(self.tr("Reason"), self.reason, self.tr("Kept in the log of exports, in the settings."))
        form.add_row(self.tr("Who"), self.who)
        self.add(form)
        self.add(self.notice)
        self.add_reject()
        self.write_button = self.add_button(self.tr("Write the file"), kind="primary")
        self.write_button.clicked.connect(self._confirm)
        self.format.chosen.connect(self._format_chosen)
        self.path.textChanged.connect(self._check)
        self._check()
        self.write_button.setFocus()

    def _out(self) -> Path:
        return Path(self.path.text().strip()).expanduser()

    def _format_chosen(self, suffix: str) -> None:
        self.path.setText(str(self._out().with_suffix(suffix)))

    def _choose(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, self.tr("Write the file"), str(self._out()), "*.xlsx *.json")
        if name:
            path = Path(name)
            known = path.suffix.lower() in {_XLSX, _JSON}
            self.path.setText(str(path if known else path.with_name(path.name + self.format.current)))
            if known:
                self.format.set_current(path.suffix.lower())

    def _check(self) -> None:
        problem, warning = "", ""
        path = self._out()
        if path.suffix.lower() not in {_XLSX, _JSON}:
            problem = self.tr("The file's name must end in .xlsx or .json.")
        elif not path.parent.is_dir():
            problem = self.tr("The folder {folder} does not exist.").format(folder=path.parent)
        elif path.is_dir():
            problem = self.tr("A folder has this name.")
        elif path.exists():
            warning = self.tr("{name} is there already and will be replaced.").format(name=path.name)
        self.write_button.setEnabled(not problem)
        self.notice.setVisible(bool(problem or warning))
        if problem or warning:
            self.notice.say(problem or warning, "bad" if problem else "warn")

    def _confirm(self) -> None:
        self.confirmed.emit(Request(self._out(), data_words(), self.reason.text().strip(), self.who.text().strip()))
        self.accept()


def _free(folder: Path, name: str) -> Path:
    """A workbook of this name that is not there yet, nor a JSON file."""
    path, count = folder / f"{name}{_XLSX}", 1
    while path.exists() or path.with_suffix(_JSON).exists():
        count += 1
        path = folder / f"{name} {count}{_XLSX}"
    return path


def _side_by_side(field: QWidget, button: QWidget) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(field, 1)
    row.addWidget(button)
    box.setFocusProxy(field)
    return box
