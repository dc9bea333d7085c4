"""Every import of the shop: which file, when, what came of it, and taking one back as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop import amounts, wording
from desktop.importing import words
from desktop.importing.file_cells import ROW_HEIGHT, FileCells
from desktop.importing.table_model import TextTableModel
from desktop.members import words as member_words
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.data_table import DataTable
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.progress_panel import ProgressPanel
from desktop.widgets.tag_cells import TagCells
from local_db.errors import RegularsError
from local_db.importing import undo
from local_db.importing.profile import load_folder
from local_db.settings import read_setting

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.shell.background import Job
    from desktop.shell.context import PageContext
    from desktop.widgets.status_tag import TagTone
    from local_db.changes import Changes
    from local_db.importing.profile import Profile
    from local_db.importing.undo import ImportEntry, UndoFigures
    from local_db.shop_file import Shop

SIZE = (960, 620)


class _History(NamedTuple):
    """What the dialog shows."""

    entries: tuple[ImportEntry, ...]
    zone: ZoneInfo
    own: tuple[Profile, ...]


class HistoryDialog(ModalDialog):
    """Lists the imports, and takes one back after saying what that takes away.

    Signals:
        accepted, rejected, finished(int): from QDialog.
    """

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__("", width=720, parent=parent)
        self.resize(*SIZE)
        self.set_title(self.tr("All imports"))
        self._context = context
        self._language = "zh" if context.language.language.startswith("zh") else "en"
        self._entries: Sequence[ImportEntry] = ()
        self._question = context.background.latest()
        self._job: Job | None = None
        self._closing = False
        self._build()
        self.reload()

    @classmethod
    def over(cls, context: PageContext, parent: QWidget) -> HistoryDialog:
        """Open the dialog over a window."""
        dialog = cls(context, parent.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    @property
    def chosen(self) -> ImportEntry | None:
        """The import in the chosen row."""
        row = self.table.currentIndex().row()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def reload(self) -> None:
        """Read the history again."""
        work = partial(_read, self._context.shop, self._context.settings.folder / "profiles")
        self._question.run(work, self._show, owner=self)

    def reject(self) -> None:
        """Close; while an import is taken back, stop that first."""
        if self._job is None:
            super().reject()
            return
        self._closing = True
        self._job.cancel()

    def _build(self) -> None:
        self._model = TextTableModel(
            (self.tr("File"), self.tr("When"), self.tr("Platform"), self.tr("What came of it"), ""), self
        )
        self.table = DataTable(name=self.tr("Imports"))
        self.table.setModel(self._model)
        self.table.setItemDelegateForColumn(0, FileCells(self.table))
        self.table.setItemDelegateForColumn(4, TagCells(self.table))
        self.table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.table.set_columns({1: 148, 2: 124, 3: 208, 4: 96}, stretch=0)
        self.table.set_empty(
            EmptyState("upload", self.tr("Nothing was imported yet"), self.tr("Drop export files on the window."))
        )
        self.table.row_selected.connect(self._row_chosen)
        card = Card(padding=8)
        card.add(self.table, 1)
        self.add(card, 1)
        self._notice = InlineNotice()
        self._notice.setVisible(False)
        self.add(self._notice)
        self._asking = self._question_card()
        self.add(self._asking)
        self.progress = ProgressPanel()
        self.progress.setVisible(False)
        self.progress.cancelled.connect(self._stop)
        self.add(self.progress)
        self.undo_button = self.add_button(self.tr("Take back…"), left=True)
        self.undo_button.set_icon("undo")
        self.undo_button.setEnabled(False)
        self.undo_button.clicked.connect(self._ask)
        self.close_button = self.add_reject(self.tr("Close"))

    def _question_card(self) -> Card:
        card = Card(sunken=True, padding=12)
        self.figures = Label("", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(8)
        self.keep_button = Button(self.tr("Keep it"))
        self.keep_button.clicked.connect(self._keep)
        self.take_back_button = Button(self.tr("Take back"), kind="danger", icon="undo")
        self.take_back_button.clicked.connect(self._take_back)
        row.addStretch(1)
        row.addWidget(self.keep_button)
        row.addWidget(self.take_back_button)
        card.add(self.figures)
        card.add_layout(row)
        card.setVisible(False)
        return card

    # --- showing ---

    def _show(self, history: _History) -> None:
        self._entries = history.entries
        rows = [self._row(entry, history) for entry in self._entries]
        details = [words.profile_name(entry.profile, self._language, history.own) for entry in self._entries]
        self._model.show(rows, tags=[self._tag(entry) for entry in self._entries], details=details)
        if rows:
            self.table.setCurrentIndex(self._model.index(0, 0))
        self._show_state()

    def _row(self, entry: ImportEntry, history: _History) -> tuple[str, ...]:
        platform = member_words.platform(entry.platform)
        when = amounts.minute(entry.imported_at, history.zone)
        return entry.file_name, when, platform, words.came_of_it(entry.report), ""

    def _tag(self, entry: ImportEntry) -> tuple[str, TagTone]:
        return (self.tr("imported"), "good") if entry.undone_at is None else (self.tr("taken back"), "neutral")

    def _row_chosen(self, _: int) -> None:
        if self._job is None:
            self._asking.setVisible(False)
            self._show_state()

    def _show_state(self) -> None:
        entry = self.chosen
        free = self._job is None
        self.undo_button.setEnabled(free and entry is not None and entry.undone_at is None)
        self.table.setEnabled(free)
        self.close_button.setEnabled(free)
        self.progress.setVisible(not free)

    # --- taking back ---

    def _ask(self) -> None:
        """Say what taking the chosen import back would take away."""
        entry = self.chosen
        if entry is None:
            return
        self.undo_button.setEnabled(False)
        self._notice.setVisible(False)
        self._context.background.run(
            partial(undo.undo_preview, self._context.shop, entry.id),
            partial(self._say_figures, entry),
            self._failed,
            writes=True,
            owner=self,
        )

    def _say_figures(self, entry: ImportEntry, figures: UndoFigures) -> None:
        if entry is not self.chosen:
            return
        self.figures.setText(f"{entry.file_name}: {self._takes_away(figures)}")
        self._asking.setVisible(True)
        self.keep_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _takes_away(self, figures: UndoFigures) -> str:
        number = amounts.number
        if not (figures.orders or figures.members or figures.consents):
            taken = self.tr("Takes nothing away: other files say all of it too.")
        else:
            taken = self.tr("Takes back {orders} orders and {members} members.")
            taken = taken.format(orders=number(figures.orders), members=number(figures.members))
        parts = [taken]
        if figures.consents:
            parts.append(self.tr("Entries about consent: {count}.").format(count=number(figures.consents)))
        if figures.orders_kept:
            text = self.tr("{count} orders stay, because other files say them too.")
            parts.append(text.format(count=number(figures.orders_kept)))
        return " ".join(parts)

    def _keep(self) -> None:
        self._asking.setVisible(False)
        self._show_state()

    def _take_back(self) -> None:
        entry = self.chosen
        if entry is None:
            return
        self._asking.setVisible(False)
        self.progress.begin(self.tr("Taking back {file}").format(file=entry.file_name))
        self._job = self._context.background.run_job(
            partial(_take_back, self._context.shop, entry.id),
            self._taken_back,
            self._failed,
            progress=self.progress.set_progress,
            cancelled=self._stopped,
            owner=self,
        )
        self._show_state()

    def _taken_back(self, answer: tuple[UndoFigures, Changes]) -> None:
        figures, changes = answer
        self._job = None
        self._context.changes.announce(changes)
        text = self.tr("Taken back: {orders} orders and {members} members.")
        done = text.format(orders=amounts.number(figures.orders), members=amounts.number(figures.members))
        self._notice.say(done, "good")
        self._end()

    def _failed(self, failure: BaseException) -> None:
        self._job = None
        if not isinstance(failure, RegularsError):
            raise failure
        self._notice.say(wording.error(failure), "bad")
        self._end()

    def _stopped(self) -> None:
        self._job = None
        self._notice.say(self.tr("Stopped; the data is as it was before."))
        self._end()

    def _end(self) -> None:
        if self._closing:
            super().reject()
            return
        self._show_state()
        self.reload()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()


def _read(shop: Shop, folder: Path) -> _History:
    with shop.read() as connection:
        zone = ZoneInfo(str(read_setting(connection, "zone")))
    return _History(undo.list_imports(shop), zone, load_folder(folder))


def _take_back(shop: Shop, import_id: int, job: Job) -> tuple[UndoFigures, Changes]:
    return undo.undo_import(shop, import_id, now=datetime.now(UTC), progress=job.report, cancelled=job.cancelled)
