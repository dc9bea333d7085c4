"""Writes the library as a file of another program, or as a table with everything in it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop import wording
from desktop.replies.exchange import exchange_words
from desktop.shell.context import PageContext
from desktop.widgets.form import Form
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.output_path_field import OutputPathField, documents, free_path
from desktop.widgets.select import Select
from local_db.errors import RegularsError
from local_db.replies.exchange.model import WAYS, Format, Kind
from local_db.replies.exchange.writing import Written, write_replies
from local_db.replies.library import Library


class ExportDialog(ModalDialog):
    """Format, kind and place.

    Signals:
        written(Path, Written): the file is there.
    """

    written = Signal(object, object)

    def __init__(
        self, context: PageContext, library: Library, folder: Path | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent=parent, width=560)
        self.set_title(self.tr("Export replies"))
        self.set_sentence(self.tr("Variables are written as the other program writes them."))
        self._context = context
        self._library = library
        self.format = Select([(exchange_words.file_format(one), one) for one in Format], name=self.tr("For"))
        self.kind = Select(name=self.tr("File"))
        path = free_path(folder or documents(), self.tr("Replies"), ".xlsx")
        suffixes = tuple(dict.fromkeys(exchange_words.SUFFIXES.values()))
        self.file = OutputPathField(path, suffixes, name=self.tr("Place"))
        self.notice = InlineNotice()
        form = Form(label_width=80)
        form.add_row(self.tr("For"), self.format)
        form.add_row(self.tr("File"), self.kind)
        form.add_row(self.tr("Place"), self.file)
        self.add(form)
        self.add(self.notice)
        self.add_reject()
        self.write = self.add_button(self.tr("Export"), kind="primary")
        self.write.clicked.connect(self._write)
        self.format.value_changed.connect(self._format_chosen)
        self.kind.value_changed.connect(self._kind_chosen)
        self.file.changed.connect(self._refresh)
        self._format_chosen(self.format.value())

    def _format_chosen(self, chosen: object) -> None:
        kinds = WAYS[Format(str(chosen))].kinds
        self.kind.set_options([(exchange_words.kind(one), one) for one in kinds])
        self._kind_chosen(self.kind.value())

    def _kind_chosen(self, chosen: object) -> None:
        self.file.require_suffix(exchange_words.SUFFIXES[Kind(str(chosen))])
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

    def _write(self) -> None:
        self.write.setEnabled(False)
        path = self.file.path()
        work = partial(
            write_replies,
            path,
            self._library,
            Format(str(self.format.value())),
            Kind(str(self.kind.value())),
            language=wording.language(),
        )
        self._context.background.run(work, partial(self._done, path), self._failed, owner=self)

    def _done(self, path: Path, result: Written) -> None:
        self.accept()
        self.written.emit(path, result)

    def _failed(self, error: BaseException) -> None:
        self.write.setEnabled(True)
        if not isinstance(error, RegularsError):
            raise error
        self.notice.say(wording.error(error), "bad")
