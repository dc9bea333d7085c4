"""Asks where everything known about one person is to be written, and why; the log keeps the answer."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.members.data_words import data_words
from desktop.system_user import user_name
from desktop.widgets.fields import TextField
from desktop.widgets.form import Form
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.output_path_field import OutputPathField, documents, free_path
from desktop.widgets.segmented_control import SegmentedControl
from local_db.members.personal_data import Request

_XLSX, _JSON = _SUFFIXES = (".xlsx", ".json")


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
        path = free_path(documents(), name, *_SUFFIXES)
        self.file = OutputPathField(path, _SUFFIXES, name=self.tr("File"))
        self.reason = TextField(self.tr("The member asked for it"), name=self.tr("Reason"))
        self.who = TextField(user_name(), name=self.tr("Who"))
        self.notice = InlineNotice()
        form = Form(label_width=80)
        form.add_row(self.tr("Format"), self.format)
        form.add_row(self.tr("File"), self.file)
        form.add_row(self.tr("Reason"), self.reason, self.tr("Kept in the log of exports, in the settings."))
        form.add_row(self.tr("Who"), self.who)
        self.add(form)
        self.add(self.notice)
        self.add_reject()
        self.write_button = self.add_button(self.tr("Write the file"), kind="primary")
        self.write_button.clicked.connect(self._confirm)
        self.format.chosen.connect(self.file.set_suffix)
        self.file.changed.connect(self._check)
        self._check()
        self.write_button.setFocus()

    def _check(self) -> None:
        path, problem = self.file.path(), self.file.problem()
        if path.suffix.lower() in _SUFFIXES:  # which decides the format
            self.format.set_current(path.suffix.lower())
        self.write_button.setEnabled(not problem)
        if problem:
            self.notice.say(problem, "bad")
        elif path.exists():
            text = self.tr("{name} is there already and will be replaced.")
            self.notice.say(text.format(name=path.name), "warn")
        else:
            self.notice.hide()

    def _confirm(self) -> None:
        reason, who = self.reason.text().strip(), self.who.text().strip()
        self.confirmed.emit(Request(self.file.path(), data_words(), reason, who))
        self.accept()
