"""The views of one script: the canvas, the caller's card to try it out, and the recording kit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.call_scripts.work import ScriptWork
from desktop.shell.context import PageContext
from desktop.widgets.segmented_control import SegmentedControl

if TYPE_CHECKING:
    from desktop.call_scripts.caller.caller_card import CallerCard
    from desktop.call_scripts.recording.recording_view import RecordingView

CANVAS, TRY, RECORD = "canvas", "try", "record"


class EditorTabs(QObject):
    """Shows one of them; the others are made when they are first wanted, and always show the script as it stands.

    `document_id` gives the id under which the script is stored, 0 where it is not.

    Signals:
        step_reached(str): the key of the step where the call that is tried out is; empty while none is.
    """

    step_reached = Signal(str)

    def __init__(self, context: PageContext, work: ScriptWork, document_id: Callable[[], int], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._work = work
        self._document_id = document_id
        self.control = SegmentedControl(
            [(CANVAS, self.tr("Canvas")), (TRY, self.tr("Try it")), (RECORD, self.tr("Record"))],
            name=self.tr("View of the script"),
        )
        self.stack = QStackedWidget()
        self._canvas: QWidget | None = None
        self.caller: CallerCard | None = None
        self.recording: RecordingView | None = None
        self.control.chosen.connect(self.show_tab)

    def lay_out(self, canvas: QWidget) -> None:
        """Take the view that is shown first."""
        self._canvas = canvas
        self.stack.addWidget(canvas)

    def show_tab(self, key: str) -> None:
        """Show one of the views."""
        self.control.set_current(key)
        view = self._canvas if key == CANVAS else self._caller() if key == TRY else self._recording()
        if view is None:
            return
        self.stack.setCurrentWidget(view)
        self.refresh()
        if key == CANVAS:
            self.step_reached.emit("")
        else:
            view.setFocus()

    def refresh(self) -> None:
        """Show the script as it stands now, in the view in sight."""
        view = self.stack.currentWidget()
        if self.caller is not None and view is self.caller:
            self.caller.show_script(self._work.script, self._document_id())
        elif self.recording is not None and view is self.recording:
            self.recording.show_script(self._work.script, self._document_id())

    def _caller(self) -> QWidget:
        if self.caller is None:
            from desktop.call_scripts.caller.caller_card import CallerCard

            self.caller = CallerCard(self._context)
            self.caller.step_shown.connect(self.step_reached)
            self.stack.addWidget(self.caller)
        return self.caller

    def _recording(self) -> QWidget:
        if self.recording is None:
            from desktop.call_scripts.recording.recording_view import RecordingView

            self.recording = RecordingView(self._context)
            self.stack.addWidget(self.recording)
        return self.recording
