"""The last net: an error nobody caught becomes a dialog that helps, from whichever thread it came.

An error of our own has a sentence for people: it is told as that sentence, in a notice, and is no crash.
What is shown and copied holds lines of our code and the kind of the error, never values: a
message of an error may quote data, so only errors of our own, whose facts are known to hold no
personal data, say more than their kind.
"""

from __future__ import annotations

import platform
import re
import sys
import threading
import traceback
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal, Slot, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from desktop import wording
from desktop.shell.notices import Notices
from desktop.version import version
from desktop.widgets.fields import TextArea
from desktop.widgets.modal_dialog import ModalDialog
from local_db.errors import RegularsError

# What Python says of a call with the wrong number of arguments names code and numbers only.
_WRONG_CALL = re.compile(r"[\w.<>]+\(\) (takes|missing) [\w ,':]+( given)?")


@dataclass(frozen=True, slots=True)
class Crash:
    """What may be shown of an uncaught error."""

    kind: str
    where: str
    thread: str

    def report(self) -> str:
        """The text that a person may send."""
        return f"{versions()}\n{self.thread}: {self.kind}\n{self.where}"


def describe(kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> Crash:
    """Reduce an error to its kind and the lines of code it passed, without values."""
    name = kind.__name__
    if isinstance(error, RegularsError):
        name = f"{name} {error.code}"
    lines = [
        f"{_short(frame.filename)}:{frame.lineno} {frame.name}\n    {frame.line or ''}"
        for frame in traceback.extract_tb(trace)
    ]
    return Crash(name, "\n".join(lines) or _without_lines(error), threading.current_thread().name)


def _without_lines(error: BaseException | None) -> str:
    """What is known where Qt could not call a slot at all: which one, when the message names no values."""
    said = str(error) if isinstance(error, TypeError) else ""
    slot = f": {said}" if _WRONG_CALL.fullmatch(said) else ""
    return f"(no line of the program; a slot was called by Qt{slot})"


def versions() -> str:
    """Program, Qt, Python and system in one line."""
    return f"Regulars {version()} · Qt {qVersion()} · Python {platform.python_version()} · {platform.platform()}"


class CrashReporter(QObject):
    """Catches uncaught errors of every thread; shows one dialog at a time, and refusals as notices.

    Signals:
        crashed(Crash): an error was caught; delivered on the window's thread.
        refused(RegularsError): an error with a sentence for people was caught.
    """

    crashed = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None, notices: Notices | None = None) -> None:
        super().__init__(parent)
        self.dialog: CrashDialog | None = None
        self._notices = notices
        self.crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self.refused.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over the hooks of the interpreter."""
        sys.excepthook = self.caught
        threading.excepthook = self._caught_in_thread

    def caught(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Hand an error over to the window's thread; Ctrl+C stays what it is."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        if isinstance(error, RegularsError) and self._notices is not None:
            self.refused.emit(error)
            return
        crash = describe(kind, error, trace)
        sys.stderr.write(crash.report() + "\n")
        self.crashed.emit(crash)

    def _caught_in_thread(self, arguments: threading.ExceptHookArgs) -> None:
        self.caught(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    @Slot(object)
    def _tell(self, error: RegularsError) -> None:
        if self._notices is not None:
            self._notices.show(wording.error(error), "bad")

    @Slot(object)
    def _show(self, crash: Crash) -> None:
        if self.dialog is not None:
            self.dialog.add_crash(crash)
            return
        self.dialog = CrashDialog(crash, QApplication.activeWindow())
        self.dialog.finished.connect(self._closed)
        self.dialog.open()

    @Slot()
    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None


class CrashDialog(ModalDialog):
    """What happened, what it means for the data, and a report to copy.

    Signals:
        finished(int): from QDialog.
    """

    def __init__(self, crash: Crash, parent: QWidget | None = None) -> None:
        super().__init__("", width=560, parent=parent)
        self.set_title(self.tr("Something went wrong"))
        self.set_sentence(
            self.tr(
                "This step was not finished and your data is as it was before it. You can go on working. "
                "The report below holds lines of program code only, no data of your shop."
            )
        )
        self._text = TextArea(crash.report(), name=self.tr("Report"), lines=9)
        self._text.setReadOnly(True)
        self.add(self._text, 1)
        self.copy_button = self.add_button(self.tr("Copy report"), left=True)
        self.copy_button.set_icon("copy")
        self.copy_button.clicked.connect(self._copy)
        self.add_accept(self.tr("Go on")).setFocus()

    @property
    def report(self) -> str:
        """The text shown."""
        return self._text.toPlainText()

    def add_crash(self, crash: Crash) -> None:
        """Put another error below."""
        self._text.appendPlainText("\n" + crash.report())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.report)
        self.copy_button.setText(self.tr("Copied"))


def _short(filename: str) -> str:
    """A file's path from the package on, without the folders of a person's computer."""
    parts = Path(filename).parts
    for package in ("desktop", "local_db", "site-packages"):
        if package in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(package) :])
    return parts[-1] if parts else filename
