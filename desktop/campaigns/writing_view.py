"""What preparing an audience and looking at one have in common: the page's frame, and writing a file from it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import wording
from desktop.campaigns.hand_off_dialog import HandOffDialog
from desktop.campaigns.price_card import PriceCard
from desktop.campaigns.questions import HandOffChoice, Written
from desktop.campaigns.view_header import ViewHeader
from desktop.campaigns.waterfall import WaterfallList
from desktop.shell.context import PageContext
from desktop.table_formats import UTF8
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.card_column import CardColumn
from desktop.widgets.page_column import SPACING, PageColumn
from desktop.widgets.progress_panel import ProgressPanel
from local_db.errors import RegularsError

if TYPE_CHECKING:
    from desktop.shell.background import Job

_FOLDER_KEY = "campaigns/folder"
_FORMAT_KEY = "campaigns/format"

Writer = Callable[["Job"], Written]


class WritingView(QWidget):
    """Header and progress, cards at the left, texts on a phone at the right; one file is written at a time.

    Signals:
        closed(): back to the list.
        written(Written): a file was written.
    """

    closed = Signal()
    written = Signal(object)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job: Job | None = None
        self.header = ViewHeader("")
        self.write = Button("", kind="primary")
        self.progress = ProgressPanel()
        self.progress.hide()
        self.waterfall = WaterfallList()
        self.price_card = PriceCard()
        self.header.back.clicked.connect(self.closed)
        self.progress.cancelled.connect(self._cancel)

    def _lay_out(self, above: tuple[QWidget, ...], steps_title: str, phone: QWidget) -> None:
        """Put the parts into place: widgets `above` the waterfall's card, and the `phone` beside them all."""
        self.header.words.add_action(self.write)
        steps = Card(steps_title)
        steps.add(self.waterfall)
        row = QHBoxLayout()
        row.setSpacing(SPACING)
        row.addWidget(CardColumn(*above, steps, self.price_card), 1)
        row.addWidget(phone)
        column = PageColumn(self)
        column.addWidget(self.header)
        column.addWidget(self.progress)
        column.addLayout(row, 1)

    def _ask_where(self, name: str, rows: int) -> HandOffChoice | None:
        """Ask for the file; begins with the folder and the format chosen last."""
        settings = self._context.settings
        folder = Path(settings.get(_FOLDER_KEY))
        known = folder if folder.is_absolute() and folder.is_dir() else None
        choice = HandOffDialog.ask(name, rows, self.window(), folder=known, kind=settings.get(_FORMAT_KEY, UTF8))
        if choice is not None:
            settings.set(_FOLDER_KEY, str(choice.path.parent))
            settings.set(_FORMAT_KEY, choice.kind)
        return choice

    def _start_writing(self, name: str, work: Writer) -> None:
        """Let `work` write a file in the background, under a panel that can cancel it."""
        self.write.setEnabled(False)
        self.progress.begin(self.tr("Writing “{name}”").format(name=name))
        self._job = self._context.background.run_job(work, self._done, self._not_written, cancelled=self._stopped)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _done(self, written: Written) -> None:
        self._stopped()
        self.written.emit(written)

    def _not_written(self, error: BaseException) -> None:
        self._stopped()
        self._failed(error)

    def _stopped(self) -> None:
        self._job = None
        self.progress.hide()
        self._allow_writing()

    def _allow_writing(self) -> None:
        """Offer the button again, where there is something to write."""
        self.write.setEnabled(True)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")
