"""The panel's list of replies; it is moved through from the search field, which keeps the focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from desktop.replies.panel.hit_model import HitModel, spoken
from desktop.replies.panel.hit_painter import HitPainter

if TYPE_CHECKING:
    from desktop.pictures.picture_store import PictureStore
    from desktop.replies.panel.showing import Shown
    from desktop.replies.panel.words import PanelWords
    from local_db.replies.model import Attachment
    from local_db.replies.search.hit import Hit


class HitList(QListView):
    """What was found, best first; one of them is chosen.

    Signals:
        taken(int): a row was pressed twice.
        chosen_changed: another row is chosen, or it shows something else.
        menu_wanted(int, QPoint): the right button was pressed on a row, at a place of the screen.
    """

    taken = Signal(int)
    chosen_changed = Signal()
    menu_wanted = Signal(int, QPoint)

    def __init__(
        self,
        show: Callable[[Hit], Shown | None],
        thumbnails: PictureStore[Attachment],
        words: PanelWords,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Replies found"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._model = HitModel(show, self)
        self._painter = HitPainter(thumbnails, words, self)
        self.setModel(self._model)
        self.setItemDelegate(self._painter)
        self.selectionModel().currentChanged.connect(self._changed)
        self.doubleClicked.connect(self._pressed_twice)
        self.customContextMenuRequested.connect(self._menu)
        thumbnails.ready.connect(self._picture_arrived)

    @property
    def row(self) -> int:
        """The chosen row; -1 where nothing was found."""
        return self.currentIndex().row()

    @property
    def count(self) -> int:
        """How many were found."""
        return self._model.rowCount()

    @property
    def hits(self) -> Sequence[Hit]:
        """What was found."""
        return self._model.hits

    def line(self, row: int | None = None) -> Shown | None:
        """What a row shows; the chosen one's unless another is named."""
        return self._model.line(self.row if row is None else row)

    def set_hits(self, hits: Sequence[Hit], keep: str = "") -> None:
        """Show other replies, with the first of them chosen, or the one to `keep` where it is still there."""
        self._model.set_hits(hits)
        self.scrollToTop()
        self.choose(next((row for row, hit in enumerate(hits) if hit.uid == keep), 0))
        if not hits:
            self.chosen_changed.emit()

    def refresh(self) -> None:
        """Show the same replies anew."""
        self._model.refresh()
        self.doItemsLayout()
        self.chosen_changed.emit()

    def choose(self, row: int) -> None:
        """Choose a row, as near as there is one."""
        if self.count:
            self.setCurrentIndex(self._model.index(max(0, min(row, self.count - 1))))

    def step(self, rows: int) -> None:
        """Choose another row and say which."""
        self.choose(self.row + rows)
        line = self.line()
        if line is not None:
            from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, spoken(self.row, line)))

    def open_menu(self) -> None:
        """Offer what can be done with the chosen row, beside it."""
        if self.count:
            self._menu(self.visualRect(self.currentIndex()).center())

    def set_digits_alone(self, *, alone: bool) -> None:
        """Whether the numbers of rows need no other key."""
        if self._painter.digits_alone != alone:
            self._painter.digits_alone = alone
            self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as the width makes them; the chosen one stays in sight when a form takes room below."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        if event.size().height() < event.oldSize().height():
            QTimer.singleShot(0, self, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        self.scrollTo(self.currentIndex())

    def _changed(self, *_: object) -> None:
        self.chosen_changed.emit()

    def _pressed_twice(self, index: QModelIndex) -> None:
        self.taken.emit(index.row())

    def _picture_arrived(self, _picture: Attachment) -> None:
        self.viewport().update()

    def _menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_wanted.emit(index.row(), self.viewport().mapToGlobal(place))
