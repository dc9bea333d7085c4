"""The main window: hosts navigation, pages and notices, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from desktop.pages import Page
from desktop.shell.context import PageContext
from desktop.shell.navigation import FOOT, Navigation
from desktop.shell.notices import NoticeLayer

FIRST_SIZE = (1280, 800)
SMALLEST_SIZE = (880, 560)  # what a screen of 1366×768 at 150 % has room for
COMPACT_BELOW = 980


class MainWindow(QMainWindow):
    """Shows one page at a time; a page is built when it is first opened.

    Signals:
        page_shown(str): the page of that key came into sight.
        files_dropped(list): files of the system were dropped on the window, as paths.
    """

    page_shown = Signal(str)
    files_dropped = Signal(list)

    def __init__(self, context: PageContext, pages: Sequence[Page], shop_name: str = "") -> None:
        super().__init__()
        self._context = context
        self._pages = {page.key: page for page in pages}
        self._built: dict[str, QWidget] = {}
        self._current = ""
        self._shortcuts: list[QShortcut] = []
        self.setMinimumSize(*SMALLEST_SIZE)
        self.setAcceptDrops(True)
        self.set_shop_name(shop_name)
        self._layout_window()
        self._notice_layer = NoticeLayer(self)
        self._notice_layer.stay_over(self._stack)
        context.notices.attach(self._notice_layer)
        context.language.changed.connect(self.retranslate)
        self._restore_geometry()

    @property
    def current_key(self) -> str:
        """The key of the page in sight."""
        return self._current

    def page(self, key: str) -> QWidget | None:
        """The page of that key, None while it is not built."""
        return self._built.get(key)

    def set_shop_name(self, name: str) -> None:
        """Name the shop in the title."""
        self._shop_name = name
        product = self.tr("Regulars")
        self.setWindowTitle(self.tr("{shop} — {product}").format(shop=name, product=product) if name else product)

    def navigate(self, page_key: str, /, **arguments: object) -> None:
        """Show a page, and hand it the arguments if it takes any; KeyError for an unknown key."""
        page = self._build(page_key)
        self._current = page_key
        self._stack.setCurrentWidget(page)
        self._navigation.set_current(self._pages[page_key].under or page_key)
        if arguments and hasattr(page, "open"):
            page.open(**arguments)
        self.page_shown.emit(page_key)

    def retranslate(self) -> None:
        """Build everything again in the language in force, and show the same page."""
        for page in self._built.values():
            self._context.changes.unsubscribe(page)
        self._built.clear()
        old = self.takeCentralWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self._layout_window()
        self.set_shop_name(self._shop_name)
        self._notice_layer.stay_over(self._stack)
        self._notice_layer.raise_()
        if self._current:
            self.navigate(self._current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show icons only where there is little room."""
        super().resizeEvent(event)
        self._fit_navigation()

    def changeEvent(self, event: QEvent) -> None:
        """Repaint what paints itself when the colours change."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files only."""
        if _files_of(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand dropped files on."""
        files = _files_of(event)
        if files:
            event.acceptProposedAction()
            self.files_dropped.emit(files)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was."""
        self._context.settings.geometry = self.saveGeometry()
        self._context.settings.save()
        super().closeEvent(event)

    def _layout_window(self) -> None:
        body = QWidget(self)
        row = QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._navigation = Navigation([page for page in self._pages.values() if not page.under])
        self._navigation.chosen.connect(self._chosen)
        self._stack = QStackedWidget()
        row.addWidget(self._navigation)
        row.addWidget(self._stack, 1)
        body.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click beside everything ends typing
        self.setCentralWidget(body)
        body.setFocus()
        self._fit_navigation()
        self._set_shortcuts()

    def _set_shortcuts(self) -> None:
        for shortcut in self._shortcuts:
            shortcut.deleteLater()
        self._shortcuts.clear()
        shown = [key for key, page in self._pages.items() if not page.under]
        keys = [key for key in shown if key != FOOT] + [key for key in shown if key == FOOT]
        for place, key in enumerate(keys[:9], start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{place}"), self)
            shortcut.activated.connect(partial(self._chosen, key))
            self._shortcuts.append(shortcut)

    def _chosen(self, key: str) -> None:
        self.navigate(key)

    def _build(self, key: str) -> QWidget:
        if key not in self._built:
            entry = self._pages[key]
            page = entry.factory(self._context)
            self._built[key] = page
            self._stack.addWidget(page)
            self._context.changes.subscribe(page, entry.topics)
        return self._built[key]

    def _fit_navigation(self) -> None:
        self._navigation.set_compact(compact=self.width() < COMPACT_BELOW)

    def _restore_geometry(self) -> None:
        saved = self._context.settings.geometry
        if saved is None or not self.restoreGeometry(saved):
            self.resize(*FIRST_SIZE)


def _files_of(event: QDropEvent) -> list[Path]:
    if event.proposedAction() not in {Qt.DropAction.CopyAction, Qt.DropAction.MoveAction, Qt.DropAction.LinkAction}:
        return []
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
