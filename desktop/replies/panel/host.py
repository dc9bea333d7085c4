"""Makes the reply panel when it is first needed, keeps the library it shows, and opens the main window for it."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop import wording
from local_db.errors import RegularsError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.replies.panel.panel import ReplyPanel
    from desktop.replies.service import ReplyService
    from desktop.shell.clipboard.keeper import ClipboardKeeper
    from desktop.shell.context import PageContext
    from desktop.shell.paste.paster import Paster
    from local_db.changes import Changes


class ReplyHost(QObject):
    """What the panel hangs on as long as the program runs. Making one loads nothing.

    Signals:
        ready: the library is read for the first time; a panel made now has everything.
        quit_wanted: the program is to end; asked for in a panel that runs alone.
    """

    ready = Signal()
    quit_wanted = Signal()

    def __init__(self, context: PageContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._service: ReplyService | None = None
        self._begun = False

    def begin(self) -> None:
        """Read the library in the background. Then load the page that works on it: it takes longer than its showing.

        One after the other, because two that work at once hold up each other and the window, and a clerk may have
        called the panel already.
        """
        if self._begun:
            return
        self._begun = True
        self._context.background.run(_load_panel, self._loaded)
        self.ready.connect(self._load_page)
        if self.service().ready:
            self._load_page()

    def service(self) -> ReplyService:
        """The library and the index over it; being read after the first call."""
        if self._service is None:
            from desktop.replies.service import service_of

            self._service = service_of(self._context)
            if self._service.ready:  # the page was there before
                self.ready.emit()
            else:
                self._service.changed.connect(self.ready, Qt.ConnectionType.SingleShotConnection)
        return self._service

    def make_panel(self, context: PageContext, keeper: ClipboardKeeper, paster: Paster) -> ReplyPanel:
        """A panel, out of sight."""
        from desktop.replies.panel.panel import ReplyPanel

        panel = ReplyPanel(context, self.service(), keeper, paster)
        panel.library_wanted.connect(self._open_library)
        panel.starters_wanted.connect(self._take_starters)
        panel.choices.edit_wanted.connect(lambda uid: self._open_library({"reply": uid}))
        panel.choices.pin_wanted.connect(self._pin)
        panel.choices.offer_quit_while(self._window.isHidden)
        panel.choices.quit_wanted.connect(self.quit_wanted)
        return panel

    def _load_page(self) -> None:
        if not self._window.isHidden():
            self._context.background.run(_load_page, self._loaded)

    def _loaded(self, _nothing: None) -> None:
        """Whoever makes the panel or opens the page finds it loaded."""

    def _open_library(self, arguments: dict[str, object]) -> None:
        window = self._window
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.show()
        window.raise_()
        window.activateWindow()
        self._context.navigate("replies", **arguments)

    def _take_starters(self) -> None:
        from local_db.replies.ready_made import add_ready_made
        from local_db.replies.starters import starters

        ready_made = starters(wording.language())
        work = partial(add_ready_made, self._context.shop, ready_made.groups, ready_made.replies, now=datetime.now(UTC))
        self._context.background.run(work, self._changed, self._failed, writes=True)

    def _pin(self, uid: str, pinned: bool) -> None:  # noqa: FBT001 - a slot
        from local_db.replies.bulk import set_fields

        work = partial(set_fields, self._context.shop, [uid], {"pinned": pinned}, now=datetime.now(UTC))
        self._context.background.run(work, self._changed, self._failed, writes=True)

    def _changed(self, result: tuple[object, Changes]) -> None:
        self._context.changes.announce(result[1])

    def _failed(self, failure: BaseException) -> None:
        if not isinstance(failure, RegularsError):
            raise failure
        self._context.notices.show(wording.error(failure), "bad")


def _load_panel() -> None:
    import desktop.replies.panel.panel  # noqa: F401


def _load_page() -> None:
    import desktop.replies.page  # noqa: F401
