"""Where a new folder is to be made: a path to type, or a place to choose, and what is wrong with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.widgets.output_path_field import PathField, free_path


class OutputFolderField(PathField):
    """A field with a button beside it that asks for the place."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        """`folder` is the one that is proposed; it must not exist yet."""
        super().__init__(folder, parent=parent)
        self.field.setAccessibleName(self.tr("New folder"))

    def put_into(self, place: Path) -> None:
        """Make the folder in another place, under its name or a free one like it."""
        self.set_path(free_path(place, self.path().name, ""))

    def _wrong(self, path: Path) -> str:
        return self.tr("Choose where the folder goes.") if self._leads_nowhere(path) else ""

    def _in_the_way(self, path: Path) -> str:
        return self.tr("There is something of this name already.") if path.exists() else ""

    def _choose(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where to put the folder"), str(self.path().parent))
        if chosen:
            self.put_into(Path(chosen))
