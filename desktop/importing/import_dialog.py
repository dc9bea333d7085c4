"""The import dialog: a look at each file, then everything or nothing of it, then what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QStackedWidget, QWidget

from desktop import amounts, wording
from desktop.importing import words, work
from desktop.importing.file_list import FileList
from desktop.importing.import_item import ImportItem, Stage, added_up
from desktop.importing.preview_view import PreviewView
from desktop.importing.report_view import ReportView
from desktop.widgets.divider import Divider
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.modal_dialog import ModalDialog
from desktop.widgets.progress_panel import ProgressPanel
from local_db.errors import RegularsError
from local_db.importing.archive import Unusable, container_of
from local_db.importing.mapping import OWN
from local_db.importing.plain_list import Of

if TYPE_CHECKING:
    from desktop.shell.background import Job
    from desktop.shell.context import PageContext
    from local_db.changes import Changes
    from local_db.importing.archive import ExportFile
    from local_db.importing.model import ImportReport
    from local_db.importing.profile import Profile

SIZE = (1000, 720)  # less where the screen is smaller
_LEAST_WITH_LIST = 900
_FOLDER_KEY = "importing/folder"
_ALL = -1
_OF_SCREEN = 0.92


def choose_and_import(context: PageContext, parent: QWidget) -> QFileDialog:
    """Let a person choose export files and open the dialog with them; returns the open chooser."""
    chooser = _Chooser(context, parent.window())
    chooser.open()
    return chooser


class _Chooser(QFileDialog):
    """The system's chooser of files; begins in the folder used last."""

    def __init__(self, context: PageContext, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle(self.tr("Choose export files"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFileMode(QFileDialog.FileMode.ExistingFiles)
        tables, everything = self.tr("Tables"), self.tr("All files")
        self.setNameFilters([f"{tables} (*.csv *.xlsx *.xls *.txt *.tsv *.zip)", f"{everything} (*)"])
        folder = context.settings.get(_FOLDER_KEY)
        if folder:
            self.setDirectory(folder)
        self.filesSelected.connect(self._hand_on)

    def _hand_on(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        if paths:
            self._context.settings.set(_FOLDER_KEY, str(paths[0].parent))
            ImportDialog.for_files(self._context, paths, self.parentWidget())


class ImportDialog(ModalDialog):
    """Looks at files, lets a person correct the columns, imports one after another, reports.

    Signals:
        accepted, rejected, finished(int): from QDialog.
    """

    def __init__(self, context: PageContext, paths: Sequence[Path], parent: QWidget | None = None) -> None:
        super().__init__("", width=760, parent=parent)
        self.setMinimumHeight(560)
        self.resize(QSize(*SIZE).boundedTo(self.screen().availableSize() * _OF_SCREEN))
        self.set_title(self.tr("Import"))
        self._context = context
        self._folder = context.settings.folder / "profiles"
        self._question = context.background.latest()
        self._paths = list(dict.fromkeys(paths))
        self.items: list[ImportItem] = []
        self._current = 0
        self._queue: list[int] = []
        self._round: list[ImportItem] = []  # everything that is imported together, for one progress
        self._job: Job | None = None
        self._closing = False
        self._build()
        context.background.run(partial(work.unpack, self._paths), self._unpacked, owner=self)
        self._show_current()

    @classmethod
    def for_files(cls, context: PageContext, paths: Sequence[Path], parent: QWidget | None = None) -> ImportDialog:
        """Open the dialog over the window with these files."""
        owner = parent.window() if parent is not None else QApplication.activeWindow()
        dialog = cls(context, paths, owner)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    @property
    def importing(self) -> bool:
        """Whether a file is being imported now."""
        return self._job is not None

    def reject(self) -> None:
        """Close; while a file is imported, stop that first and close when the data is as it was."""
        if self._job is None:
            super().reject()
            return
        self._closing = True
        self._stop()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter imports, but not while columns are chosen or a name is typed."""
        entered = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        focus = self.focusWidget()
        if entered and focus is not None and self.preview.isAncestorOf(focus):
            return
        super().keyPressEvent(event)

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        language = "zh" if self._context.language.language.startswith("zh") else "en"
        self.files = FileList(language)
        self.files.chosen.connect(self._choose)
        self.files.setVisible(False)
        row.addWidget(self.files)
        self._line = Divider(vertical=True)
        self._line.setVisible(False)
        row.addWidget(self._line)
        self.preview = PreviewView(language)
        self.preview.shop_changed.connect(self._name_shop)
        self.preview.list_answered.connect(self._list_is_of)
        self.preview.mapping.changed.connect(self._look_again)
        self.preview.mapping.incomplete.connect(self._not_enough)
        self.preview.mapping.save_wanted.connect(self._keep_profile)
        self.message = EmptyState("file", self.tr("Reading the file …"))
        self.progress = ProgressPanel()
        self.progress.cancelled.connect(self._stop)
        self.report = ReportView()
        self.report.bad_rows_wanted.connect(self._choose_place_for_bad_rows)
        self._stack = QStackedWidget()
        for part in (self.message, self.preview, _centred(self.progress), self.report):
            self._stack.addWidget(part)
        row.addWidget(self._stack, 1)
        self.add_layout(row, 1)
        self.history_button = self.add_button(self.tr("All imports"), left=True)
        self.history_button.clicked.connect(self._show_history)
        self.cancel_button = self.add_reject()
        self.other_button = self.add_button(self.tr("Choose another file…"), kind="primary")
        self.other_button.clicked.connect(self._choose_another)
        self.members_button = self.add_button(self.tr("Show members"), kind="primary")
        self.members_button.clicked.connect(self._show_members)
        self.import_button = self.add_button(self.tr("Import"), kind="primary")
        self.import_button.clicked.connect(self.start)

    # --- looking ---

    def _unpacked(self, found: Sequence[ExportFile | Unusable]) -> None:
        """Look at every file that was meant by what was dropped; what holds none says so in the list."""
        for entry in dict.fromkeys(found):
            if isinstance(entry, Unusable):
                item = ImportItem(entry.path)
                self._refuse(item, entry.refusal)
            else:
                item = ImportItem(entry)
            self.items.append(item)
        several = len(self.items) > 1
        self.files.setVisible(several)
        self._line.setVisible(several)
        if several:
            self.setMinimumWidth(_LEAST_WITH_LIST)
        for place, item in enumerate(self.items):
            if item.stage is Stage.READING:
                self._look(place, item)
        self._show_current()

    def _look(self, place: int, item: ImportItem) -> None:
        self._context.background.run(
            partial(work.look, self._context.shop, item.path, self._folder),
            partial(self._seen, place),
            partial(self._not_seen, place),
            owner=self,
        )

    def _seen(self, place: int, look: work.Look) -> None:
        item = self.items[place]
        item.preview, item.examples, item.zone = look.preview, look.examples, look.zone
        item.stage = Stage.READY if look.preview.profile is not None else Stage.UNMAPPED
        if place == self._current:
            self._show_preview(item)
        self._show_current()
        if self.import_button.isEnabled() and self.focusWidget() is None:
            self.import_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _not_seen(self, place: int, failure: BaseException) -> None:
        self._refuse(self.items[place], failure)
        self._show_current()

    def _show_preview(self, item: ImportItem) -> None:
        """Show a file that was looked at; Enter then imports it."""
        self.preview.show_item(item)
        untouched = item.stage is Stage.UNMAPPED and item.choice is None and not words.is_list(item)
        if untouched and self.preview.mapping.enough:
            self._look_again()  # what an unknown layout suggests says enough already

    def _look_again(self) -> None:
        item = self.items[self._current]
        if item.preview is None:
            return
        item.choice = self.preview.mapping.choice
        self._question.run(
            partial(work.look_again, self._context.shop, item.path, item.preview, item.choice),
            partial(self._seen_again, item),
            partial(self._not_seen_again, item),
            owner=self,
        )

    def _seen_again(self, item: ImportItem, look: work.Look) -> None:
        item.profile, item.preview_of_choice = look.profile, look.preview
        item.stage = Stage.READY
        if item is self.items[self._current]:
            self.preview.show_preview(look.preview)
        self._show_state()

    def _not_seen_again(self, item: ImportItem, failure: BaseException) -> None:
        if not isinstance(failure, RegularsError):
            raise failure
        item.stage = Stage.UNMAPPED
        if item is self.items[self._current]:
            self.preview.say_refused(wording.error(failure))
        self._show_state()

    def _list_is_of(self, of: str) -> None:
        item = self.items[self._current]
        item.of = Of(of)
        self._question.run(
            partial(work.look_as_list, self._context.shop, item.path, item.of),
            partial(self._seen_again, item),
            partial(self._not_seen_again, item),
            owner=self,
        )

    def _not_enough(self) -> None:
        self._question.forget()
        item = self.items[self._current]
        item.choice = self.preview.mapping.choice
        item.stage = Stage.UNMAPPED
        self._show_state()

    def _name_shop(self, name: str) -> None:
        self.items[self._current].shop_name = name.strip()

    def _keep_profile(self, name: str) -> None:
        item = self.items[self._current]
        if item.preview is None:
            return
        self._context.background.run(
            partial(work.keep_profile, self._folder, name, item.preview, self.preview.mapping.choice),
            partial(self._kept_profile, item),
            self._not_kept,
            owner=self,
        )

    def _kept_profile(self, item: ImportItem, profile: Profile) -> None:
        item.profile = profile
        self.preview.say_kept(profile.name)

    def _not_kept(self, failure: BaseException) -> None:
        if isinstance(failure, OSError):
            self.preview.mapping.say(self.tr("The profile could not be written. Nothing else is changed."))
        elif isinstance(failure, RegularsError):
            self.preview.mapping.say(wording.error(failure))
        else:
            raise failure

    # --- importing ---

    def start(self) -> None:
        """Import every file that is ready, one after another."""
        if self._job is None:
            self._queue = [place for place, item in enumerate(self.items) if item.stage is Stage.READY]
            self._round = [self.items[place] for place in self._queue]
            self._next()

    def _next(self) -> None:
        if not self._queue:
            self._finish()
            return
        self._current = self._queue.pop(0)
        item = self.items[self._current]
        item.stage = Stage.IMPORTING
        self._begin_progress(item)
        self._job = self._context.background.run_job(
            partial(work.bring_in, self._context.shop, item.path, item.profile, item.shop_name, self._folder),
            partial(self._imported, item),
            partial(self._not_imported, item),
            progress=partial(self._advance, item),
            cancelled=self._stopped,
            owner=self,
        )
        self._show_current()

    def _begin_progress(self, item: ImportItem) -> None:
        place, count = self._round.index(item) + 1, len(self._round)
        if count == 1:
            self.progress.begin(self.tr("Importing {file}").format(file=item.path.name))
            return
        text = self.tr("Importing {place} of {count}: {file}")
        self.progress.begin(text.format(place=amounts.number(place), count=amounts.number(count), file=item.path.name))
        self._advance(item, 0, 1)

    def _advance(self, item: ImportItem, done: int, total: int) -> None:
        """One progress for all files together, each with the share of its rows."""
        before = sum(one.rows for one in self._round[: self._round.index(item)])
        part = round(item.rows * done / total) if total else 0
        self.progress.set_progress(before + part, sum(one.rows for one in self._round))

    def _imported(self, item: ImportItem, answer: tuple[ImportReport, Changes]) -> None:
        item.report, changes = answer
        item.stage = Stage.DONE
        self._job = None
        self._context.changes.announce(changes)
        if item.profile is not None and item.profile.name == OWN:
            self._context.background.run(
                partial(work.keep_for_next_time, self._folder, item.stem, item.profile),
                partial(self._kept_for_next_time, item),
                _not_kept_for_next_time,
                owner=self,
            )
        self._go_on()

    def _kept_for_next_time(self, item: ImportItem, name: str) -> None:
        item.kept_as = name
        if self._current != _ALL and item is self.items[self._current] and item.report is not None:
            self._show_report(item.report, item)

    def _not_imported(self, item: ImportItem, failure: BaseException) -> None:
        self._job = None
        self._refuse(item, failure)
        self._go_on()

    def _go_on(self) -> None:
        if self._closing:
            super().reject()
        else:
            self._next()

    def _stop(self) -> None:
        if self._job is not None:
            self._queue.clear()
            self._job.cancel()

    def _stopped(self) -> None:
        self._job = None
        self.items[self._current].stage = Stage.READY
        self._context.notices.show(self.tr("Import stopped; the data is as it was before."))
        if self._closing:
            super().reject()
        else:
            self._finish()

    def _finish(self) -> None:
        if len(self.items) > 1 and len(self._reports()) > 1:
            self._current = _ALL
        self._show_current()

    def _refuse(self, item: ImportItem, failure: BaseException) -> None:
        if not isinstance(failure, RegularsError):
            raise failure
        item.stage = Stage.REFUSED
        item.failure = wording.error(failure)

    def _reports(self) -> list[ImportReport]:
        return [item.report for item in self.items if item.report is not None]

    # --- showing ---

    def _choose(self, place: int) -> None:
        if place == self._current:
            return
        self._question.forget()
        self._current = place
        item = self.items[place] if place != _ALL else None
        if item is not None and item.stage in {Stage.READY, Stage.UNMAPPED}:
            self._show_preview(item)
        self._show_current()

    def _show_current(self) -> None:
        if not self.items:
            self._stack.setCurrentWidget(self.message)
            self._show_state()
            return
        item = self.items[self._current] if self._current != _ALL else None
        if item is None:
            self._show_report(added_up(self._reports()), self.items[0])
        elif item.report is not None:
            self._show_report(item.report, item)
        elif item.stage is Stage.IMPORTING:
            self._stack.setCurrentIndex(2)
        elif item.stage in {Stage.READY, Stage.UNMAPPED}:
            self._stack.setCurrentWidget(self.preview)
        else:
            self._show_message(item)
        self._show_state()

    def _show_message(self, item: ImportItem) -> None:
        if item.stage is Stage.REFUSED:
            self.message.set_texts(self.tr("This file cannot be imported"), item.failure)
        else:
            self.message.set_texts(self.tr("Reading the file …"))
        self._stack.setCurrentWidget(self.message)

    def _show_report(self, report: ImportReport, item: ImportItem) -> None:
        self.report.show_report(report, item.zone, of_one_file=item.report is report)
        if item.kept_as and item.report is report:
            text = self.tr("These columns are kept as “{name}”: files like this one are recognised from now on.")
            self.report.say(text.format(name=item.kept_as), "info")
        self._stack.setCurrentWidget(self.report)

    def _show_state(self) -> None:
        """Bring title, list and buttons in line with how far everything has come."""
        ready = sum(item.stage is Stage.READY for item in self.items)
        done = len(self._reports())
        several = len(self.items) > 1
        self.files.show_items(self.items, self._current, with_total=done > 1)
        refused = bool(self.items) and all(item.stage is Stage.REFUSED for item in self.items)
        self.other_button.setVisible(refused)
        self.import_button.setVisible(not refused and (self.importing or ready > 0 or not done))
        self.import_button.setEnabled(ready > 0 and not self.importing)
        many = self.tr("Import {count} files").format(count=amounts.number(ready))
        self.import_button.setText(many if ready > 1 else self.tr("Import"))
        self.members_button.setVisible(done > 0 and not self.importing)
        self.members_button.set_kind("quiet" if ready else "primary")
        self.history_button.setVisible(not self.importing)
        self.cancel_button.setVisible(not self.importing)
        self.cancel_button.setText(self.tr("Close") if done else self.tr("Cancel"))
        self._say_title(several=several, done=done, ready=ready)

    def _say_title(self, *, several: bool, done: int, ready: int) -> None:
        if done and not ready and not self.importing:
            self.set_title(self.tr("Imported"))
        else:
            self.set_title(self.tr("Import"))
        if several:
            text = self.tr("{count} files, {done} imported")
            self.set_sentence(text.format(count=amounts.number(len(self.items)), done=amounts.number(done)))
        else:
            self.set_sentence(self.items[0].whereabouts if self.items else self._paths[0].name)

    # --- bad rows, history ---

    def _choose_place_for_bad_rows(self) -> None:
        item = self.items[self._current]
        folder = self._context.settings.get(_FOLDER_KEY) or str(container_of(item.path).parent)
        name = self.tr("{file} bad rows").format(file=item.stem)
        self.chooser = QFileDialog(self, self.tr("Save the bad rows"), folder)
        self.chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.chooser.setNameFilters([self.tr("Workbook (*.xlsx)"), self.tr("CSV (*.csv)")])
        self.chooser.setDefaultSuffix("xlsx")
        self.chooser.filterSelected.connect(self._suffix_chosen)
        self.chooser.selectFile(name)
        self.chooser.fileSelected.connect(partial(self._save_bad_rows, item))
        self.chooser.open()

    def _suffix_chosen(self, name_filter: str) -> None:
        self.chooser.setDefaultSuffix("csv" if "csv" in name_filter else "xlsx")

    def _save_bad_rows(self, item: ImportItem, name: str) -> None:
        self.report.save_button.setEnabled(False)
        out = Path(name)
        self._context.background.run(
            partial(work.save_bad_rows, self._context.shop, item.path, item.profile, self._folder, out),
            partial(self._bad_rows_saved, out),
            self._bad_rows_not_saved,
            owner=self,
        )

    def _bad_rows_saved(self, out: Path, count: int) -> None:
        self.report.save_button.setEnabled(True)
        text = self.tr("Saved in {file}: {count} rows. Mend them there, and import that file.")
        self.report.say(text.format(count=amounts.number(count), file=out.name), "good")

    def _bad_rows_not_saved(self, failure: BaseException) -> None:
        self.report.save_button.setEnabled(True)
        if not isinstance(failure, RegularsError):
            raise failure
        self.report.say(wording.error(failure), "bad")

    def _show_history(self) -> None:
        from desktop.importing.history_dialog import HistoryDialog

        HistoryDialog.over(self._context, self)

    def _choose_another(self) -> None:
        window = self.parentWidget()
        self.reject()
        if window is not None:
            choose_and_import(self._context, window)

    def _show_members(self) -> None:
        self.accept()
        self._context.navigate("members")


def _not_kept_for_next_time(failure: BaseException) -> None:
    """The file is in; that its columns could not be kept costs a question next time, no more."""
    if not isinstance(failure, OSError):
        raise failure


def _centred(panel: QWidget) -> QWidget:
    from PySide6.QtWidgets import QVBoxLayout

    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    column.addWidget(panel)
    column.addStretch(2)
    return box
