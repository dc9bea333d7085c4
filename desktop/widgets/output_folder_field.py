"""Where a new folder is to be made: a path to type, or a place to choose, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop.widgets.button import Button
from desktop.widgets.fields import TextField
from desktop.widgets.output_path_field import free_path


class OutputFolderField(QWidget):
    """A field with a button beside it that asks for the place. The dialog around it shows `problem`.

    Signals:
        changed: another path is in the field.
    """

    changed = Signal()

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """`folder` is the one that is proposed; it must not exist yet."""
        super().__init__(parent)
        self.field = TextField(str(folder), name=self.tr("New folder"))
        self.choose_button = Button(self.tr("Choose…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.choose_button)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._tell)
        self.choose_button.clicked.connect(self._choose)

    def path(self) -> Path:
        """The path in the field, whatever it is worth."""
        return Path(self.field.text().strip())

    def set_path(self, path: Path) -> None:
        """Show another path."""
        self.field.setText(str(path))

    def put_into(self, place: Path) -> None:
        """Make the folder in another place, under its name or a free one like it."""
        self.set_path(free_path(place, self.path().name, ""))

    def problem(self) -> str:
        """Why no folder can be made there; empty where one can."""
        path = self.path()
        if not self.field.text().strip() or not path.is_absolute():
            return self.tr("Choose where the folder goes.")
        try:
            if not path.parent.is_dir():
                return self.tr("There is no folder {path}.").format(path=path.parent)
            return self.tr("There is something of this name already.") if path.exists() else ""
        except OSError:  # a place that may not be looked into, or whose name is too long
            return self.tr("The folder {path} cannot be used.").format(path=path.parent)

    def _tell(self) -> None:
        self.changed.emit()

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where to put the folder"), str(self.path().parent))
        if chosen:
            self.put_into(Path(chosen))
