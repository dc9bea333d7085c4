"""The middle of the library: what lies in a drawer, or what is found by typing."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desktop.replies.editing.drafts import Drafts
from desktop.replies.library.drawers import Drawer, Kind
from desktop.replies.library.group_list import GroupList
from desktop.replies.library.reply_list import ReplyList, Span
from desktop.replies.library.shelf import NO_SHELF, Shelf
from desktop.replies.service import service_of
from desktop.shell.context import PageContext
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.search_field import SearchField
from local_db.replies.model import Reply
from local_db.replies.search.hit import Field, Hit

LEAST_WIDTH = 270
_NAME_WIDTH = 200  # of a group on its button


class ListCard(Card):
    """A field to search in, the list, and a word where it is empty. `groups` says what is looked into.

    Signals:
        shown(): the list shows what it is to show now.
        new_wanted(str): a reply is to be begun, with this title.
    """

    shown = Signal()
    new_wanted = Signal(str)

    def __init__(self, context: PageContext, groups: GroupList, drafts: Drafts, foot: QWidget) -> None:
        """`foot` stands below the list."""
        super().__init__(padding=0)
        self._service = service_of(context)
        self._asking = context.background.latest()
        self._groups = groups
        self._drafts = drafts
        self._hits: tuple[Hit, ...] = ()
        self.shelf: Shelf = NO_SHELF
        self.where = Button(kind="quiet", icon="folder", dense=True)
        self.search = SearchField(self.tr("Find: words, pinyin, initials"), pause_ms=0)
        self.list = ReplyList()
        self.empty = EmptyState("bolt", "")
        self._lay_out(foot)
        groups.drawer_chosen.connect(self._drawer_chosen)
        self.search.query_changed.connect(self._ask)
        self.search.left_downwards.connect(self._enter_list)
        self.empty.action_triggered.connect(self._begin_new)

    @property
    def drawer(self) -> Drawer:
        """What is looked into."""
        return self._groups.drawer

    @property
    def is_place(self) -> bool:
        """Whether what is shown lies in an order that a person gave it."""
        return self.drawer.is_place and not self.search.query()

    def take(self, shelf: Shelf) -> None:
        """Show the library as it is now."""
        self.shelf = shelf
        self._ask()

    def show_drafts(self) -> None:
        """Show what is not saved, which has changed."""
        if not self.search.query():
            self._show()

    def look_everywhere(self) -> None:
        """Search for nothing any more."""
        self.search.clear()
        self.search.flush()

    def focus_search(self) -> None:
        """Have what was typed typed over."""
        self.search.setFocus()
        self.search.selectAll()

    def _lay_out(self, foot: QWidget) -> None:
        self.setMinimumWidth(LEAST_WIDTH)
        head = QVBoxLayout()
        head.setContentsMargins(12, 12, 12, 4)
        head.setSpacing(8)
        head.addWidget(self.where)
        head.addWidget(self.search)
        self.add_layout(head)
        middle = QWidget()
        self._middle = QStackedLayout(middle)  # without a widget around it, the first part would be a window
        self._middle.addWidget(self.list)
        self._middle.addWidget(self.empty)
        self.add(middle, 1)
        below = QVBoxLayout()
        below.setContentsMargins(12, 0, 12, 10)
        below.addWidget(foot)
        self.add_layout(below)

    def _drawer_chosen(self, _drawer: Drawer) -> None:
        if self.search.query():
            self.look_everywhere()
        else:
            self._show()

    def _ask(self, _typed: str = "") -> None:
        """Find what is typed; the answer comes off the window's thread."""
        typed = self.search.query()
        if typed:
            self._asking.run(partial(self._service.find, typed), self._found)
        else:
            self._asking.forget()
            self._hits = ()
            self._show()

    def _found(self, hits: tuple[Hit, ...]) -> None:
        self._hits = hits
        self._show()

    def _show(self) -> None:
        marks: dict[str, list[Span]] = {}
        if self.search.query():
            found = (self.shelf.reply(hit.uid) for hit in self._hits)
            rows: Sequence[Reply] = tuple(reply for reply in found if reply is not None)
            for hit in self._hits:
                marks[hit.uid] = [(one.start, one.end) for one in hit.marks if one.field is Field.TITLE]
        else:
            rows = self._lying_in(self.drawer)
        name = self._groups.groups.name(self.drawer)
        shown = self.where.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _NAME_WIDTH)
        self.where.setText(shown.replace("&", "&&"))
        self.list.show_replies(self.shelf, rows, marks, ordered=self.is_place)
        self._middle.setCurrentWidget(self.list if rows else self.empty)
        if not rows:
            self._say_empty()
        self.shown.emit()

    def _lying_in(self, drawer: Drawer) -> Sequence[Reply]:
        if drawer.kind is Kind.UNSAVED:
            return self._drafts.rows(self.shelf)
        return self.shelf.lying_in(drawer)

    def _say_empty(self) -> None:
        if self.search.query():
            self.empty.set_texts(
                self.tr("No reply says this"),
                self.tr("Write it once, and it is found from then on."),
                self.tr("Write it"),
            )
        else:
            self.empty.set_texts(self.tr("Nothing lies here yet"), "", self.tr("New reply"))

    def _begin_new(self) -> None:
        self.new_wanted.emit(self.search.query())

    def _enter_list(self) -> None:
        rows = self.list.replies.rows
        if rows:
            self.list.setFocus()
            if not self.list.current():
                self.list.choose(rows[0].uid)
