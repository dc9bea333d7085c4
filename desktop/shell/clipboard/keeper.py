"""Puts a reply on the clipboard and brings back what was there before, once the reply has been pasted.

Other programs destroy a copied screenshot with every snippet, or paste the old content instead of the new one.
So: what was there is kept in all its forms; it comes back only after another program has fetched ours; and
never over anything that was copied in the meantime.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QImage

from desktop.shell.clipboard.content import Content, OfferedData, fill
from desktop.shell.clipboard.kept import Kept, KeptData, Memory, plain
from desktop.shell.clipboard.lent_files import LentFiles
from desktop.shell.clipboard.system import make_memory

# Clipboard managers fetch whatever is new at once, most of them also what asks to be left alone. Their fetch is no
# paste: if the earlier content came back after it, the person would paste that instead of the reply.
MANAGERS_MS = 300
# A person who pastes one after the other is not kept waiting as long.
MANAGERS_NEXT_MS = 150
# A program may fetch several forms for one paste. After this long the next content may take the place…
ADVANCE_MS = 150
# …and after this long the earlier one, which is worse to paste by mistake.
SETTLED_MS = 700
# A program that fetches again and again must not keep the earlier content away for ever.
AT_LATEST_MS = 2500


class ClipboardKeeper(QObject):
    """The one way onto the clipboard for replies.

    Signals:
        taken(): another program has fetched what was put there.
        advanced(): that one was pasted, and the next of several is there now.
        restored(): the earlier content is back.
        replaced(): somebody copied something else; that stays, and the earlier content is forgotten.
    """

    taken = Signal()
    advanced = Signal()
    restored = Signal()
    replaced = Signal()

    def __init__(self, parent: QObject | None = None, memory: Memory | None = None) -> None:
        super().__init__(parent)
        self._board = QGuiApplication.clipboard()
        self._memory = memory or make_memory(self._board)
        self.lent = LentFiles()
        self._before: Kept | None = None
        self._offered: OfferedData | None = None
        self._waiting: list[Content] = []
        self._comes_back = False
        self._counts = False
        self._fresh = self._timer(self.expect_paste)
        self._settled = self._timer(self._go_on)
        self._at_latest = self._timer(self._go_on)
        self._board.dataChanged.connect(self._changed)

    @property
    def holds(self) -> bool:
        """Whether there is an earlier content to bring back."""
        return self._before is not None and self._is_ours()

    def put(
        self,
        *,
        text: str = "",
        image: QImage | None = None,
        files: Sequence[Path] = (),
        png: bytes = b"",
        comes_back: bool = True,
    ) -> Kept:
        """Put one content there in all its forms; returns what was there, to say what of it could not be kept."""
        return self.offer([Content(text, image, tuple(files), png)], comes_back=comes_back)

    def offer(self, contents: Sequence[Content], *, comes_back: bool = True) -> Kept:
        """Put the first of several contents there; each paste makes room for the next, the last for what was before.

        With `comes_back=False` the earlier content waits for `restore`.
        """
        # What this object has put there itself is nobody's earlier content.
        before = self._before if self._before is not None and self._is_ours() else self._memory.save()
        self._before = before
        self._comes_back = comes_back
        self._waiting = list(contents)
        self._next(MANAGERS_MS)
        return before

    def expect_paste(self) -> None:
        """From now on a fetch is a paste: the key was sent, or the clipboard managers have had their time."""
        self._fresh.stop()
        self._counts = True

    def restore(self) -> bool:
        """Bring the earlier content back now; False where there is none or something newer was copied."""
        if not self.holds or self._before is None:
            return False
        before, self._before = self._before, None
        self._forget()
        if before.lost and not before.forms:
            return False  # nothing of it could be kept: the reply is better than nothing
        done = self._memory.restore(before)
        if done:
            self.restored.emit()
        return done

    def keep_ours(self) -> None:
        """Leave on the clipboard what was put there, and forget what was before."""
        self._before = None
        self._forget()

    def end(self) -> None:
        """At the end of the program: bring the earlier content back, and leave nothing that asks Python for bytes."""
        self.restore()
        self.keep_ours()
        data: QMimeData | None = self._board.mimeData()
        if isinstance(data, OfferedData | KeptData):
            self._board.setMimeData(plain(data))
        left: QMimeData | None = self._board.mimeData()
        self.lent.end([Path(url.toLocalFile()) for url in left.urls()] if left is not None else ())

    def _next(self, managers_ms: int) -> None:
        content = self._waiting.pop(0)
        self._counts = False
        self._settled.stop()
        self._at_latest.stop()
        offered = OfferedData(self._fetched)
        fill(offered, content)
        self._offered = offered
        self._board.setMimeData(offered)
        self._fresh.start(managers_ms)

    def _fetched(self) -> None:
        if not self._counts or self._offered is None:
            return
        if not self._at_latest.isActive():
            self._at_latest.start(AT_LATEST_MS)
            self.taken.emit()
        self._settled.start(ADVANCE_MS if self._waiting else SETTLED_MS)

    def _go_on(self) -> None:
        self._settled.stop()
        self._at_latest.stop()
        if not self._is_ours():
            return
        if self._waiting:
            self._next(MANAGERS_NEXT_MS)
            self.advanced.emit()
        elif self._comes_back:
            self.restore()

    def _changed(self) -> None:
        if self._offered is None or self._is_ours():
            return
        self.keep_ours()
        self.replaced.emit()

    def _is_ours(self) -> bool:
        # Every system hands the very object back as long as it is the owner.
        return self._offered is not None and self._board.mimeData() is self._offered

    def _forget(self) -> None:
        self._offered = None
        self._waiting = []
        self._counts = False
        self._fresh.stop()
        self._settled.stop()
        self._at_latest.stop()

    def _timer(self, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(then)
        return timer
