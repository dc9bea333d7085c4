"""The video of a panel: choose a file, see what it is, take it away."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop import wording
from desktop.shell.context import PageContext
from desktop.widgets.button import Button, IconButton
from desktop.widgets.label import Label
from local_db.errors import RegularsError
from local_db.media.actions import add_media, media_facts
from local_db.media.videos import SUFFIXES
from local_db.shop_file import Shop


class VideoField(QWidget):
    """One video, or none.

    Signals:
        changed(int): the id of another one; 0 for none.
    """

    changed = Signal(int)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._video = 0
        self._latest = context.background.latest()
        self.facts = Label("", "muted")
        self.choose_button = Button(self.tr("Choose a video…"), icon="upload", dense=True)
        self.remove_button = IconButton("trash", self.tr("Take the video away"))
        self.problem = Label("", "small", tone="bad", wrap=True)
        self.problem.hide()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.facts, 1)
        line.addWidget(self.choose_button)
        line.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(line)
        column.addWidget(self.problem)
        self.choose_button.clicked.connect(self.choose)
        self.remove_button.clicked.connect(self._remove)
        self._say()

    def show_video(self, video_id: int) -> None:
        """Show the video of that id, without a signal."""
        if video_id != self._video:
            self._video = video_id
            self._say()

    def choose(self) -> None:
        """Look for a file with the system's dialog."""
        patterns = self.tr("Videos ({patterns})").format(patterns=" ".join(f"*{suffix}" for suffix in SUFFIXES))
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a video"), "", patterns)
        if chosen:
            self.take(Path(chosen))

    def take(self, path: Path) -> None:
        """Keep a file in the shop file and show it."""
        self.problem.hide()
        self.facts.setText(self.tr("Reading {file}…").format(file=path.name))
        work = partial(_kept, self._context.shop, path)
        self._context.background.run(work, self._taken, self._refused, writes=True, owner=self)

    def set_problems(self, said: list[str], *, blocks: bool) -> None:
        """Say what is wrong with it."""
        self.problem.setText("\n".join(said))
        self.problem.setVisible(bool(said))
        self.problem.set_tone("bad" if blocks else "warn")

    def _taken(self, video_id: int) -> None:
        self._video = video_id
        self._say()
        self.changed.emit(video_id)

    def _refused(self, failure: BaseException) -> None:
        if not isinstance(failure, RegularsError):
            raise failure
        self._say()
        self.set_problems([wording.error(failure)], blocks=True)

    def _remove(self) -> None:
        self._video = 0
        self._say()
        self.changed.emit(0)

    def _say(self) -> None:
        self.remove_button.setVisible(bool(self._video))
        if not self._video:
            self._latest.forget()
            self.facts.setText(self.tr("MP4, a few megabytes"))
            return
        self.facts.setText("…")
        self._latest.run(partial(_facts, self._context.shop, self._video), self._known, owner=self)

    def _known(self, known: tuple[int, int]) -> None:
        size, milliseconds = known
        seconds = round(milliseconds / 1000)
        self.facts.setText(
            self.tr("{megabytes} MB, {minutes}:{seconds}").format(
                megabytes=f"{size / 1e6:.1f}", minutes=seconds // 60, seconds=f"{seconds % 60:02}"
            )
        )


def _kept(shop: Shop, path: Path) -> int:
    from local_db.media.videos import read_video

    return add_media(shop, read_video(path), now=datetime.now(UTC))


def _facts(shop: Shop, video_id: int) -> tuple[int, int]:
    facts = media_facts(shop, [video_id]).get(video_id)
    return (0, 0) if facts is None else (facts.bytes, facts.milliseconds)
