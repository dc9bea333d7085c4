"""Asks how and where a hand-off file is to be written."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from desktop import table_formats, wording
from desktop.amounts import number
from desktop.campaigns.questions import HandOffChoice
from desktop.table_formats import GB18030, SUFFIXES, UTF8, XLSX
from desktop.widgets.fields import NumberField
from desktop.widgets.form import Form
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.output_path_field import OutputPathField, documents, free_path
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.toggle import CheckBox

_USUAL_SPLIT = 5_000
_MOST_SPLIT = 1_000_000


class HandOffDialog(ModalDialog):
    """Format, split, place; `choice` answers when it was accepted."""

    def __init__(
        self, name: str, rows: int, folder: Path | None = None, parent: QWidget | None = None, *, kind: str = UTF8
    ) -> None:
        super().__init__("", width=560, parent=parent)
        self.set_title(self.tr("Write the file"))
        self.set_sentence(
            self.tr("{rows} messages: phone, text and parts, one row for each.").format(rows=number(rows))
        )
        self._rows = rows
        self.format = SegmentedControl(table_formats.options(), name=self.tr("Format"))
        self.split = CheckBox(self.tr("A new file after every"))
        self.split_rows = NumberField(
            _USUAL_SPLIT, minimum=1, maximum=_MOST_SPLIT, suffix=self.tr(" rows"), name=self.tr("Rows in a file")
        )
        path = free_path(folder or documents(), name, SUFFIXES[UTF8], nameless="sms")
        self.file = OutputPathField(path, tuple(SUFFIXES.values()), name=self.tr("File"))
        self.notice = InlineNotice()
        form = Form(label_width=80)
        self._format_row = form.add_row(self.tr("Format"), self.format)
        form.add_row(self.tr("Split"), self._split_fields())
        form.add_row(self.tr("File"), self.file)
        self.add(form)
        self.add(self.notice)
        self.add_reject()
        self.write = self.add_accept(self.tr("Write"))
        self.format.chosen.connect(self._format_chosen)
        self.split.toggled.connect(self._refresh)
        self.split_rows.valueChanged.connect(self._refresh)
        self.file.changed.connect(self._refresh)
        self.format.set_current(kind if kind in SUFFIXES else UTF8)
        self._format_chosen(self.format.current)
        self.write.setFocus()

    @classmethod
    def ask(
        cls, name: str, rows: int, parent: QWidget | None = None, *, folder: Path | None = None, kind: str = UTF8
    ) -> HandOffChoice | None:
        """Show the dialog, beginning with a folder and a format; None when it was cancelled."""
        dialog = cls(name, rows, folder, parent, kind=kind)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        choice = dialog.choice() if accepted else None
        dialog.deleteLater()
        return choice

    def choice(self) -> HandOffChoice:
        """What is chosen now."""
        split = self.split_rows.value() if self.split.isChecked() else None
        encoding = table_formats.encoding(self.format.current)
        return HandOffChoice(self.file.path(), encoding, split, overwrite=bool(self._in_the_way()))

    def _split_fields(self) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.split)
        row.addWidget(self.split_rows)
        row.addStretch(1)
        box.setFocusProxy(self.split)
        return box

    def _files(self) -> list[Path]:
        from local_db.campaigns.hand_off import file_names

        rows_each = self.split_rows.value() if self.split.isChecked() else max(self._rows, 1)
        return file_names(self.file.path(), -(-self._rows // rows_each))

    def _in_the_way(self) -> list[Path]:
        return [path for path in self._files() if path.exists()]

    def _format_chosen(self, key: str) -> None:
        self.file.require_suffix(SUFFIXES[key])
        help_texts = {
            UTF8: self.tr("UTF-8; opens with Chinese characters in Excel, WPS and Numbers."),
            GB18030: self.tr("For providers that ask for GBK or GB18030."),
            XLSX: self.tr("An Excel workbook; phones stay text."),
        }
        self._format_row.set_help(help_texts[key])
        self._refresh()

    def _refresh(self) -> None:
        self.split_rows.setEnabled(self.split.isChecked())
        problem = self.file.problem()
        self.write.setEnabled(not problem)
        if problem:
            self.notice.say(problem, "bad")
            return
        in_the_way = self._in_the_way()
        files = len(self._files())
        if in_the_way:
            text = self.tr("Already there, and replaced when you write: {files}")
            self.notice.say(text.format(files=wording.listed([path.name for path in in_the_way[:3]])), "warn")
        elif files > 1:
            text = self.tr("{count} files, numbered from 1.").format(count=number(files))
            self.notice.say(text, "info")
        else:
            self.notice.hide()
