"""The backups there are, and making one now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import wording
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.divider import Divider
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from local_db import backup
from local_db.errors import RegularsError

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.shell.context import PageContext

SHOWN = 8


@dataclass(frozen=True, slots=True)
class BackupFile:
    """One backup: when it was made (UTC) and how large it is in bytes."""

    made: datetime
    size: int


class BackupCard(Card):
    """Lists the latest backups.

    Signals:
        made: a backup was written and verified.
    """

    made = Signal()

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Backups"))
        self._context = context
        self._note = Label("", "muted", wrap=True)
        self.add(self._note)
        self.erased = InlineNotice("", "warn")
        self.erased.setVisible(False)
        self.add(self.erased)
        self.replace_button = Button(dense=True)
        self.replace_button.clicked.connect(self.replace)
        self.replace_button.setVisible(False)
        self.add(self.replace_button)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self.add_layout(self._lines)
        self.notice = InlineNotice()
        self.notice.setVisible(False)
        self.add(self.notice)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        self.now_button = Button(self.tr("Back up now"), icon="download")
        self.now_button.clicked.connect(self.back_up)
        self.folder_button = Button(self.tr("Open folder"), icon="folder")
        self.folder_button.clicked.connect(self._open_folder)
        buttons.addWidget(self.now_button)
        buttons.addWidget(self.folder_button)
        buttons.addStretch(1)
        self.add_layout(buttons)

    def read(self) -> list[BackupFile]:
        """The backups there are, newest first; for a reading thread."""
        found = backup.list_backups(self._context.shop.path)
        return [BackupFile(made, file.stat().st_size) for made, file in found]

    def show_backups(
        self, backups: Sequence[BackupFile], erased_at: int | None = None, *, scrub_due: bool = False
    ) -> None:
        """List the latest ones, and which were made before somebody was erased (UTC seconds).

        `scrub_due`: the shop file itself is still to be rewritten after that.
        """
        clear_layout(self._lines)
        holding = [entry for entry in backups if erased_at is not None and entry.made.timestamp() < erased_at + 1]
        for place, entry in enumerate(backups[:SHOWN]):
            if place:
                self._lines.addWidget(Divider())
            self._lines.addWidget(self._line(entry, holds=entry in holding))
        self._say_erased(len(holding), scrub_due=scrub_due)
        self.folder_button.setEnabled(bool(backups))
        if not backups:
            note = self.tr("There is no backup yet. One is made before every update of the file, and whenever you ask.")
        elif len(backups) > SHOWN:
            note = self.tr("The latest {shown} of {count}. Older ones are thinned by age.").format(
                shown=SHOWN, count=len(backups)
            )
        else:
            note = self.tr("Each is checked after it is written; older ones are thinned by age.")
        self._note.setText(note)

    def _say_erased(self, holding: int, *, scrub_due: bool) -> None:
        if scrub_due:
            said = self.tr("The file itself still has to be rewritten after a person was erased.")
            self.erased.say(said, "warn")
            self.replace_button.setText(self.tr("Rewrite the file and back it up"))
        elif holding:
            said = self.tr("Backups from before a person was erased: {count}. They go by themselves as they age.")
            self.erased.say(said.format(count=holding), "warn")
            self.replace_button.setText(self.tr("Replace older backups now"))
        for part in (self.erased, self.replace_button):
            part.setVisible(scrub_due or holding > 0)

    def _line(self, entry: BackupFile, *, holds: bool) -> QWidget:
        line = QWidget()
        column = QVBoxLayout(line)
        column.setContentsMargins(0, 6, 0, 6)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.addWidget(Label(f"{entry.made.astimezone():%Y-%m-%d %H:%M}"))
        row.addStretch(1)
        row.addWidget(Label(_size(entry.size), "muted"))
        column.addLayout(row)
        if holds:
            until = f"{backup.kept_until(entry.made).astimezone():%Y-%m-%d}"
            said = self.tr("still holds an erased person until {day}")
            column.addWidget(Label(said.format(day=until), "small", tone="warn", wrap=True))
        return line

    def replace(self) -> None:
        """Write a new backup and delete those that still hold an erased person."""
        self._begin()
        self._context.background.run(self._replace, self._replaced, self._failed, writes=True)

    def _replace(self) -> tuple[Path, int]:
        from local_db.members.erasure import replace_backups

        return replace_backups(self._context.shop, now=datetime.now(UTC))

    def _replaced(self, answer: tuple[Path, int]) -> None:
        path, gone = answer
        self._rest()
        said = self.tr("Backup written and checked: {name}. Older ones deleted: {count}.")
        self.notice.say(said.format(name=path.name, count=gone), "good")
        self.made.emit()

    def _begin(self) -> None:
        self.now_button.setEnabled(False)
        self.replace_button.setEnabled(False)
        self.now_button.setText(self.tr("Backing up …"))

    def back_up(self) -> None:
        """Write and verify a backup in the background."""
        self._begin()
        self._context.background.run(self._write, self._written, self._failed, writes=True)

    def _write(self) -> Path:
        return backup.back_up(self._context.shop, datetime.now(UTC))

    def _written(self, path: Path) -> None:
        self._rest()
        self.notice.say(self.tr("Backup written and checked: {name}").format(name=path.name), "good")
        self.made.emit()

    def _failed(self, failure: BaseException) -> None:
        self._rest()
        if not isinstance(failure, RegularsError):
            raise failure
        self.notice.say(wording.error(failure), "bad")

    def _rest(self) -> None:
        self.now_button.setEnabled(True)
        self.replace_button.setEnabled(True)
        self.now_button.setText(self.tr("Back up now"))

    def _open_folder(self) -> None:
        folder = backup.backup_folder(self._context.shop.path)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _size(size: int) -> str:
    return f"{size / 1_048_576:,.1f} MB" if size >= 1_048_576 else f"{size / 1024:,.0f} KB"
