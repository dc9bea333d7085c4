"""Asks how and where a hand-off file is to be written."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QWidget

from desktop import wording
from desktop.amounts import number
from desktop.campaigns.questions import HandOffChoice
from desktop.widgets.button import Button
from desktop.widgets.fields import NumberField, TextField
from desktop.widgets.form import Form
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.segmented_control import SegmentedControl
from desktop.widgets.toggle import CheckBox

UTF8, GB18030, XLSX = "utf-8-sig", "gb18030", "xlsx"
_SUFFIX = {UTF8: ".csv", GB18030: ".csv", XLSX: ".xlsx"}
_USUAL_SPLIT = 5_000
_MOST_SPLIT = 1_000_000
_NOT_IN_A_FILE_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


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
        self.format = SegmentedControl(
            ((UTF8, self.tr("CSV for Excel")), (GB18030, self.tr("CSV, GB18030")), (XLSX, self.tr("XLSX"))),
            name=self.tr("Format"),
        )
        self.split = CheckBox(self.tr("A new file after every"))
        self.split_rows = NumberField(
            _USUAL_SPLIT, minimum=1, maximum=_MOST_SPLIT, suffix=self.tr(" rows"), name=self.tr("Rows in a file")
        )
        self.path = TextField(str(free_path(folder or documents(), name)), name=self.tr("File"))
        self.choose = Button(self.tr("Choose…"))
        self.notice = InlineNotice()
        form = Form(label_width=80)
        self._format_row = form.add_row(self.tr("Format"), self.format)
        form.add_row(self.tr("Split"), _side_by_side(self.split, self.split_rows))
        form.add_row(self.tr("File"), _side_by_side(self.path, self.choose, stretch=True))
        self.add(form)
        self.add(self.notice)
        self.add_reject()
        self.write = self.add_accept(self.tr("Write"))
        self.format.chosen.connect(self._format_chosen)
        self.split.toggled.connect(self._refresh)
        self.split_rows.valueChanged.connect(self._refresh)
        self.path.textChanged.connect(self._refresh)
        self.choose.clicked.connect(self._choose)
        self.format.set_current(kind if kind in _SUFFIX else UTF8)
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
        kind = self.format.current
        split = self.split_rows.value() if self.split.isChecked() else None
        encoding = UTF8 if kind == XLSX else kind
        return HandOffChoice(self._out(), encoding, split, overwrite=bool(self._in_the_way()))

    def _out(self) -> Path:
        return Path(self.path.text().strip()).expanduser()

    def _files(self) -> list[Path]:
        from local_db.campaigns.hand_off import file_names

        rows_each = self.split_rows.value() if self.split.isChecked() else max(self._rows, 1)
        return file_names(self._out(), -(-self._rows // rows_each))

    def _in_the_way(self) -> list[Path]:
        return [path for path in self._files() if path.exists()]

    def _format_chosen(self, key: str) -> None:
        path = self._out()
        if path.suffix.lower() in set(_SUFFIX.values()):
            self.path.setText(str(path.with_suffix(_SUFFIX[key])))
        help_texts = {
            UTF8: self.tr("UTF-8; opens with Chinese characters in Excel, WPS and Numbers."),
            GB18030: self.tr("For providers that ask for GBK or GB18030."),
            XLSX: self.tr("An Excel workbook; phones stay text."),
        }
        self._format_row.set_help(help_texts[key])
        self._refresh()

    def _refresh(self) -> None:
        self.split_rows.setEnabled(self.split.isChecked())
        problem = self._problem()
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


def documents() -> Path:
    """The person's own folder for documents."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


def free_path(folder: Path, name: str) -> Path:
    """A file of this name that is not there yet, as CSV; what file names cannot hold is left out."""
    stem = _NOT_IN_A_FILE_NAME.sub(" ", name).strip(" .") or "sms"
    path = folder / f"{stem}.csv"
    count = 1
    while path.exists():
        count += 1
        path = folder / f"{stem} {count}.csv"
    return path


def _side_by_side(*widgets: QWidget, stretch: bool = False) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for place, widget in enumerate(widgets):
        row.addWidget(widget, 1 if stretch and place == 0 else 0)
    if not stretch:
        row.addStretch(1)
    box.setFocusProxy(widgets[0])
    return box
