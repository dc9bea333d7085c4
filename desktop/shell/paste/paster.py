"""Which window was in front before the panel, bringing it back, and sending it the keys of a paste."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QWindow

from desktop.shell.clipboard.content import Content
from desktop.shell.clipboard.keeper import ClipboardKeeper
from desktop.shell.clipboard.kept import Kept
from desktop.shell.paste.base import Desktop, OtherWindow
from desktop.shell.paste.system import make_desktop

# Why nothing was pasted; the sentences are in `words.py`. What was to be pasted is then on the clipboard.
NO_WINDOW = "paste_no_window"
NOT_IN_FRONT = "paste_not_in_front"
KEYS_HELD = "paste_keys_held"
NOT_SENT = "paste_not_sent"
NOT_TAKEN = "paste_not_taken"
REPLACED = "paste_replaced"

_LOOK_AGAIN_MS = 15
_PATIENCE_MS = 1500
_ANSWER_MS = 3000
# The window is in front, but its program may still be busy giving the focus to the field.
_FOCUS_MS = 60


class Paster(QObject):
    """Goes back to the program one came from, and pastes there where the system and the person allow it.

    Signals:
        finished(str): a paste is through; the code of what was in the way, or empty.
    """

    finished = Signal(str)

    def __init__(self, keeper: ClipboardKeeper, parent: QObject | None = None, desktop: Desktop | None = None) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._desktop = desktop or make_desktop()
        self._target: OtherWindow | None = None
        self._to_send = 0
        self._looked_ms = 0
        self.previous: OtherWindow | None = None
        self._look = self._timer(_LOOK_AGAIN_MS, self._look_again, repeats=True)
        self._focus = self._timer(_FOCUS_MS, self._send)
        self._unanswered = self._timer(_ANSWER_MS, self._not_taken)
        keeper.taken.connect(self._taken)
        keeper.advanced.connect(self._advanced)
        keeper.replaced.connect(self._replaced)

    @property
    def available(self) -> bool:
        """Whether this system lets one program paste into another."""
        return not self._desktop.unavailable

    @property
    def reason(self) -> str:
        """The code of the reason why not."""
        return self._desktop.unavailable

    def remember(self) -> OtherWindow | None:
        """Note the window in front, before one of ours comes there; call it at the hotkey."""
        self.previous = self._desktop.window_in_front() or self.previous
        return self.previous

    def bring_ours_forward(self, window: QWindow) -> None:
        """Give our own window the keyboard, also where the system is wary of windows that take it."""
        self._desktop.bring_ours_forward(window)

    def is_in_front(self, window: QWindow) -> bool:
        """Whether one of our own windows has the keyboard; also right when asked at the hotkey."""
        return self._desktop.is_in_front(window)

    def go_back(self) -> bool:
        """Give the keyboard back to the window one came from; False where it is gone."""
        return self.previous is not None and self._desktop.bring_forward(self.previous)

    def paste_into(self, window: OtherWindow | None, contents: Sequence[Content], *, comes_back: bool = True) -> Kept:
        """Put contents on the clipboard and paste them, one after the other, into a window of another program.

        Returns what was on the clipboard. `finished` tells the end; where something was in the way, the content
        that was to be pasted is on the clipboard, and the earlier one comes back after a paste by hand.
        """
        self._stop()
        kept = self._keeper.offer(contents, comes_back=comes_back)
        if self.reason:
            self._finish(self.reason)
        elif window is None or not self._desktop.bring_forward(window):
            self._finish(NO_WINDOW)
        else:
            self._target = window
            self._to_send = len(contents)
            self._look.start()
        return kept

    def _look_again(self) -> None:
        """Wait until that window has the keyboard and the person's fingers are off Ctrl, Alt, Shift and Meta."""
        self._looked_ms += _LOOK_AGAIN_MS
        in_front = self._desktop.window_in_front() == self._target
        if in_front and not self._desktop.keys_held():
            self._look.stop()
            self._focus.start()
        elif self._looked_ms > _PATIENCE_MS:
            self._finish(KEYS_HELD if in_front else NOT_IN_FRONT)

    def _send(self) -> None:
        if self._desktop.window_in_front() != self._target:
            self._finish(NOT_IN_FRONT)
            return
        self._keeper.expect_paste()
        self._to_send -= 1
        self._unanswered.start()
        if not self._desktop.send_paste():
            self._finish(NOT_SENT)

    def _taken(self) -> None:
        if not self._unanswered.isActive():
            return
        self._unanswered.stop()
        if not self._to_send:
            self._finish("")

    def _advanced(self) -> None:
        if self._to_send and self._target is not None:
            self._looked_ms = 0
            self._look.start()

    def _not_taken(self) -> None:
        self._finish(NOT_TAKEN)

    def _replaced(self) -> None:
        if self._target is not None:
            self._finish(REPLACED)

    def _finish(self, code: str) -> None:
        self._stop()
        self.finished.emit(code)

    def _stop(self) -> None:
        self._target = None
        self._to_send = 0
        self._looked_ms = 0
        for timer in (self._look, self._focus, self._unanswered):
            timer.stop()

    def _timer(self, wait_ms: int, then: Callable[[], None], *, repeats: bool = False) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(not repeats)
        timer.setInterval(wait_ms)
        timer.timeout.connect(then)
        return timer
