"""The folder in which new exports are looked for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.label import ElidedLabel, Label
from desktop.widgets.toggle import Toggle

if TYPE_CHECKING:
    from local_db.settings import JsonValue


class WatchedCard(Card):
    """Chooses the folder, and whether recognised files are imported unasked.

    Signals:
        changed(str, object): a setting was given another value.
        look_wanted: everything that was not imported is to be offered again.
    """

    changed = Signal(str, object)
    look_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Watched folder"))
        self._folder = ""
        self._note = Label("", "muted", wrap=True)
        self.add(self._note)
        self.path_label = ElidedLabel("", "strong")
        self.add(self.path_label)
        self.automatic = Toggle(self.tr("Import by itself"))
        self.automatic.toggled.connect(partial(self.changed.emit, "watched_automatic"))
        self.add(self._with_help(self.automatic))
        self.choose_button = Button(self.tr("Choose folder…"), icon="folder")
        self.choose_button.clicked.connect(self._choose)
        self.look_button = Button(self.tr("Look again"))
        self.look_button.clicked.connect(self.look_wanted)
        self.stop_button = Button(self.tr("Stop watching"))
        self.stop_button.clicked.connect(partial(self._take, ""))
        self._rest = QWidget()
        rest = _row(self._rest)
        rest.addWidget(self.look_button)
        rest.addWidget(self.stop_button)
        rest.addStretch(1)
        self.add(self.choose_button)
        self.add(self._rest)

    def show_values(self, values: Mapping[str, JsonValue]) -> None:
        """Show what is stored."""
        self._folder = str(values["watched_folder"])
        blocked = self.automatic.blockSignals(True)  # noqa: FBT003 - Qt's signature
        self.automatic.setChecked(bool(values["watched_automatic"]))
        self.automatic.blockSignals(blocked)
        self._show()

    def _with_help(self, toggle: Toggle) -> QWidget:
        self._switch = QWidget()
        column = QVBoxLayout(self._switch)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(toggle)
        column.addWidget(
            Label(self.tr("Only files whose layout is known. All others are offered, so that you look first."),
                  "small", wrap=True)
        )  # fmt: skip
        return self._switch

    def _show(self) -> None:
        watching = bool(self._folder)
        there = watching and Path(self._folder).is_dir()
        self.path_label.setText(self._folder)
        for part in (self.path_label, self._switch, self._rest):
            part.setVisible(watching)
        self.look_button.setEnabled(there)
        if not watching:
            text = self.tr("Choose the folder into which your browser puts exports. New ones are offered when they are "
                           "complete; nothing is imported before you say so.")  # fmt: skip
        elif there:
            text = self.tr("New export files in this folder are offered when they are complete.")
        else:
            text = self.tr("This folder is not on this computer, or cannot be read now.")
        self._note.setText(text)

    def _choose(self) -> None:
        place = QStandardPaths.StandardLocation.DownloadLocation
        start = self._folder or QStandardPaths.writableLocation(place)
        self.chooser = QFileDialog(self.window(), self.tr("Choose the folder to watch"), start)
        self.chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.chooser.setFileMode(QFileDialog.FileMode.Directory)
        self.chooser.fileSelected.connect(self._take)
        self.chooser.open()

    def _take(self, folder: str) -> None:
        if folder != self._folder:
            self._folder = folder
            self._show()
            self.changed.emit("watched_folder", folder)


def _row(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(widget)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    return row
