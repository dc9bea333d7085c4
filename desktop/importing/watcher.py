"""Watches a folder for new exports and offers them; imports them unasked only where a person has switched that on."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtWidgets import QWidget

from desktop import amounts
from local_db.changes import Changes, Topic
from local_db.errors import ImportRefused, RegularsError
from local_db.importing import watched_folder
from local_db.importing.profile import load_folder
from local_db.importing.watched_folder import FileState, Found, Watched

if TYPE_CHECKING:
    from desktop.shell.background import Job
    from desktop.shell.context import PageContext
    from local_db.importing.archive import ExportFile
    from local_db.shop_file import Shop

_SETTLE_MS = 500  # several files come at once
_AGAIN_MS = 2_000  # while a file is being written
_LOOK_MS = 60_000  # a changed file, or a network drive, tells nothing by itself


class _Taken(NamedTuple):
    """What importing by itself came to: files imported, those left to a person, and what changed."""

    imported: int
    left: tuple[Path, ...]
    changes: Changes


class FolderWatcher(QObject):
    """Lives as long as the window; follows the settings of the shop."""

    def __init__(self, context: PageContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._watched = Watched(None, automatic=False)
        self._hashes: Mapping[FileState, str] = {}  # of every file that was looked at
        self._looking = False
        self._system = QFileSystemWatcher(self)
        self._system.directoryChanged.connect(self._something_happened)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        self._regularly = QTimer(self)
        self._regularly.setInterval(_LOOK_MS)
        self._regularly.timeout.connect(self.look)
        context.changes.announced.connect(self._announced)
        self.follow()

    @property
    def folder(self) -> Path | None:
        """The folder that is watched now."""
        return self._watched.folder

    def follow(self) -> None:
        """Read from the settings what is to be watched."""
        self._context.background.run(
            partial(watched_folder.watched, self._context.shop), self._watch, self._failed, owner=self
        )

    def look(self) -> None:
        """Look for new exports now."""
        folder = self._watched.folder
        if folder is None or self._looking:
            return
        self._looking = True
        self._context.background.run(
            partial(watched_folder.look, self._context.shop, folder, self._hashes, time.time()),
            partial(self._looked, folder),
            self._failed,
            writes=True,
            owner=self,
        )

    def _announced(self, changes: Changes) -> None:
        if Topic.SETTINGS in changes.topics:
            self.follow()

    def _watch(self, watched: Watched) -> None:
        moved = watched.folder != self._watched.folder
        self._watched = watched
        if moved:
            if self._system.directories():
                self._system.removePaths(self._system.directories())
            if watched.folder is not None:
                self._system.addPath(str(watched.folder))
        if watched.folder is None:
            self._regularly.stop()
        else:
            self._regularly.start()
            self.look()

    def _something_happened(self, _: str) -> None:
        self._soon.start(_SETTLE_MS)

    def _looked(self, folder: Path, found: Found) -> None:
        self._looking = False
        if folder != self._watched.folder:
            return
        self._hashes = found.hashes
        if found.waiting:
            self._soon.start(_AGAIN_MS)
        if not found.new:
            return
        paths = list(found.new)
        if self._watched.automatic:
            self._import(paths)
        else:
            self._offer(paths)

    def _offer(self, paths: Sequence[Path]) -> None:
        if len(paths) == 1:
            text = self.tr("A new export: {file}").format(file=paths[0].name)
        else:
            text = self.tr("{count} new exports in {folder}")
            text = text.format(count=amounts.number(len(paths)), folder=paths[0].parent.name)
        self._context.notices.show(
            text, action_text=self.tr("Import"), action=partial(self._open, list(paths)), seconds=0
        )

    def _open(self, paths: list[Path]) -> None:
        from desktop.importing.import_dialog import ImportDialog

        ImportDialog.for_files(self._context, paths, self._window)

    def _import(self, paths: Sequence[Path]) -> None:
        folder = self._context.settings.folder / "profiles"
        self._context.background.run_job(
            partial(_bring_in, self._context.shop, paths, folder), self._imported, self._failed, owner=self
        )

    def _imported(self, taken: _Taken) -> None:
        if taken.imported:
            self._context.changes.announce(taken.changes)
            text = self.tr("Imported from the watched folder: {count} files")
            self._context.notices.show(
                text.format(count=amounts.number(taken.imported)), "good",
                action_text=self.tr("All imports"), action=self._show_history,
            )  # fmt: skip
        if taken.left:
            self._offer(taken.left)

    def _show_history(self) -> None:
        from desktop.importing.history_dialog import HistoryDialog

        HistoryDialog.over(self._context, self._window)

    def _failed(self, failure: BaseException) -> None:
        self._looking = False
        if not isinstance(failure, RegularsError):
            raise failure


def _bring_in(shop: Shop, paths: Sequence[Path], folder: Path, job: Job) -> _Taken:
    """Import what a profile reads; whatever needs a person's eye is left to one."""
    from desktop.importing import work
    from local_db.importing.archive import Unusable, container_of, expand

    imported, changes = 0, Changes()
    left: dict[Path, None] = {}
    for file in expand(paths):
        if isinstance(file, Unusable):
            left[file.path] = None
        elif not _is_sure(shop, file, folder):
            left[container_of(file)] = None
        else:
            _, changed = work.bring_in(shop, file, None, "", folder, job)
            changes |= changed
            imported += 1
    return _Taken(imported, tuple(left), changes)


def _is_sure(shop: Shop, file: ExportFile, folder: Path) -> bool:
    """Whether a profile reads the file, so that nothing about it is guessed."""
    from local_db.importing import actions

    try:
        preview = actions.preview_file(file, shop=shop, profiles=load_folder(folder))
    except ImportRefused:
        return False
    return preview.profile is not None and not preview.guessed
