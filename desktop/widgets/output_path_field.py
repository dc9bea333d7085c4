"""Where something is to be written: a path to type or to choose, what is wrong with it, and the first one proposed."""

from __future__ import annotations

import re
from abc import abstractmethod
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from desktop.widgets.button import Button
from desktop.widgets.fields import TextField

_LONGEST_NAME = 230  # bytes; systems allow 255, of which an unfinished file needs a few more than the finished one
_LONGEST_STEM = 200
_NOT_IN_A_FILE_NAME = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')


class PathField(QWidget):
    """What fields for files and for folders share. The form or dialog around one shows its `problem`.

    Signals:
        changed: another path is in the field.
    """

    changed = Signal()

    def __init__(self, path: Path, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = TextField(str(path), name=name)
        self.choose_button = Button(self.tr("Choose…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.choose_button)
        self.setFocusProxy(self.field)
        self.field.textChanged.connect(self._edited)
        self.choose_button.clicked.connect(self._choose)

    def path(self) -> Path:
        """The path in the field, whatever it is worth."""
        return Path(self.field.text().strip())

    def set_path(self, path: Path) -> None:
        """Show another path."""
        self.field.setText(str(path))

    def misspelled(self) -> str:
        """What is wrong with the path itself; no disk is asked, for one of a network may not answer for long."""
        return self._wrong(self.path())

    def problem(self) -> str:
        """Why nothing can be made there; empty where it can."""
        path = self.path()
        if wrong := self._wrong(path):
            return wrong
        try:
            if not path.parent.is_dir():
                return self.tr("There is no folder {path}.").format(path=path.parent)
            return self._in_the_way(path)
        except OSError:  # a place that may not be looked into, or whose name is too long
            return self.tr("The folder {path} cannot be used.").format(path=path.parent)

    @abstractmethod
    def _wrong(self, path: Path) -> str:
        """What is wrong with the path itself."""

    @abstractmethod
    def _in_the_way(self, path: Path) -> str:
        """What is there already; may raise OSError."""

    @abstractmethod
    def _choose(self) -> None:
        """Ask the system's dialog."""

    def _edited(self) -> None:
        self.changed.emit()

    def _leads_nowhere(self, path: Path) -> bool:
        return not self.field.text().strip() or not path.is_absolute()


class OutputPathField(PathField):
    """A field with a button beside it that opens the system's dialog."""

    def __init__(self, path: Path, suffixes: Sequence[str], *, name: str = "", parent: QWidget | None = None) -> None:
        """`suffixes` are those of every format there is; a path may end in any of them until one is required."""
        super().__init__(path, name=name, parent=parent)
        self._suffixes = self._allowed = tuple(suffixes)
        self._suffix = path.suffix.lower()  # what completes a name that ends in none of them

    def path(self) -> Path:
        """The path in the field, whatever it is worth."""
        typed = super().path()
        try:
            return typed.expanduser()
        except RuntimeError:  # the home of somebody whom this computer does not know
            return typed

    def set_suffix(self, suffix: str) -> None:
        """Let a path with the suffix of another format end in this one."""
        self._suffix = suffix
        path = self.path()
        if path.suffix.lower() in self._suffixes:
            self.set_path(path.with_suffix(suffix))

    def require_suffix(self, suffix: str) -> None:
        """Set the suffix, and from now on allow no other."""
        self._allowed = (suffix,)
        self.set_suffix(suffix)

    def _wrong(self, path: Path) -> str:
        if self._leads_nowhere(path):
            return self.tr("Choose where the file goes.")
        if path.suffix.lower() not in self._allowed:
            suffixes = self.tr(" or ").join(self._allowed)
            return self.tr("The name of the file must end in {suffix}.").format(suffix=suffixes)
        if len(path.name.encode("utf-8", "surrogatepass")) > _LONGEST_NAME:
            return self.tr("The name of the file is too long.")
        return ""

    def _in_the_way(self, path: Path) -> str:
        return self.tr("A folder has this name.") if path.is_dir() else ""

    def _edited(self) -> None:
        suffix = self.path().suffix.lower()
        if suffix in self._allowed:
            self._suffix = suffix
        super()._edited()

    def _choose(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self,
            self.tr("Where to write the file"),
            str(self.path()),
            " ".join(f"*{suffix}" for suffix in self._allowed),
            options=QFileDialog.Option.DontConfirmOverwrite,  # the dialog around it says what is replaced
        )
        if chosen:
            path = Path(chosen)
            complete = path.suffix.lower() in self._allowed
            self.set_path(path if complete else path.with_name(path.name + self._suffix))


def documents() -> Path:
    """The person's own folder for documents."""
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


def free_path(folder: Path, name: str, *suffixes: str, nameless: str = "file") -> Path:
    """A file of this name that is there with none of the suffixes yet; it gets the first of them.

    What file names cannot hold is left out, and a long name is cut; where nothing remains it is called `nameless`.
    """
    usable = _NOT_IN_A_FILE_NAME.sub(" ", name).strip(" .").encode("utf-8", "ignore")
    stem = usable[:_LONGEST_STEM].decode("utf-8", "ignore").rstrip(" .") or nameless
    free, count = stem, 1
    while any((folder / f"{free}{suffix}").exists() for suffix in suffixes):
        count += 1
        free = f"{stem} {count}"
    return folder / f"{free}{suffixes[0]}"
