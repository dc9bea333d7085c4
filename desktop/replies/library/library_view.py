"""The library as it is worked on: drawers, the replies of one of them, and the editor of one reply."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from desktop.replies.editing.drafts import Drafts
from desktop.replies.editing.editor import ReplyEditor
from desktop.replies.library import editor_side, groups_card, list_card
from desktop.replies.library.bulk_bar import ReplyBulkBar
from desktop.replies.library.deeds import Deeds
from desktop.replies.library.drawers import Drawer, Kind
from desktop.replies.library.editor_side import EditorSide
from desktop.replies.library.groups_card import GroupsCard
from desktop.replies.library.list_card import ListCard
from desktop.replies.library.selected_replies import SelectedReplies
from desktop.replies.library.shelf import NO_SHELF, Shelf
from desktop.shell.context import PageContext
from local_db.replies.model import Reply

_LIST_WIDTH = 330
_GAP = 16
_TWO_COLUMNS = list_card.LEAST_WIDTH + _GAP + editor_side.WIDTH
_THREE_COLUMNS = groups_card.WIDTH + _GAP + _TWO_COLUMNS  # with less room the groups are in a menu


class LibraryView(QWidget):
    """Three columns, and what passes from one to the next.

    Signals:
        versions_wanted(str): what a reply has said before is to be shown.
    """

    versions_wanted = Signal(str)

    def __init__(self, context: PageContext, host: QWidget, parent: QWidget | None = None) -> None:
        """`host`: the page, over which small cards open."""
        super().__init__(parent)
        self.shelf: Shelf = NO_SHELF
        self._known = False
        self._wanted = ""  # the uid of a reply that is to be shown once it is read
        self.drafts = Drafts(context, self)
        self.deeds = Deeds(context, self)
        self.bulk = ReplyBulkBar(host)
        self.groups_card = GroupsCard(self.deeds, self.drafts)
        self.groups = self.groups_card.groups
        self.list_card = ListCard(context, self.groups, self.drafts, self.bulk)
        self.list = self.list_card.list
        self.search = self.list_card.search
        self.side = EditorSide(context, self.deeds, self.drafts, host)
        self.selected = SelectedReplies(self.list_card, self.bulk, self.side, self.deeds, self)
        self._lay_out()
        self._connect()

    @property
    def editor(self) -> ReplyEditor:
        """The editor of one reply."""
        return self.side.editor

    # --- what the page asks ---

    def take(self, shelf: Shelf) -> None:
        """Show the library as it is now."""
        self.shelf = shelf
        self._known = True
        self.side.take(shelf)
        self.list_card.shelf = shelf  # another drawer may be chosen by what comes next
        self.groups_card.take(shelf)
        self.list_card.take(shelf)

    def open_reply(self, uid: str) -> None:
        """Show one reply in the editor."""
        self._wanted = uid
        if self._known:
            self._take_wanted()

    def begin_new(self, title: str = "") -> None:
        """Begin a reply in the drawer that is looked into."""
        self.keep()
        self.list.choose("")
        drawer = self.groups.drawer
        group = drawer.uid if drawer.kind is Kind.GROUP else ""
        self.side.begin(Reply("", title.strip(), group=group, fragment=drawer.kind is Kind.FRAGMENTS))

    def look_into(self, drawer: Drawer) -> None:
        """Show what lies in a drawer."""
        self.list_card.look_everywhere()
        self.groups_card.look_into(drawer)

    def keep(self) -> None:
        """Keep what is being written."""
        self.side.keep()

    @property
    def writes(self) -> bool:
        """Whether a reply is being worked on."""
        return self.side.writes

    def minimumSizeHint(self) -> QSize:
        """The room of two columns: the third one makes way."""
        return QSize(_TWO_COLUMNS, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the groups in a menu where three columns have no room."""
        super().resizeEvent(event)
        narrow = self.width() < _THREE_COLUMNS
        self.groups_card.setVisible(not narrow)
        self.list_card.where.setVisible(narrow)

    # --- what it is made of ---

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.groups_card)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(_GAP)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list_card)
        split.addWidget(self.side)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setSizes([_LIST_WIDTH, editor_side.WIDTH])
        row.addWidget(split, 1)

    def _connect(self) -> None:
        self.groups.groups.replies_dropped.connect(self.selected.drop_on)
        self.list_card.where.clicked.connect(self._offer_drawers)
        self.list_card.shown.connect(self._shown)
        self.list_card.new_wanted.connect(self.begin_new)
        self.list.reply_chosen.connect(self.side.choose)
        self.list.entered.connect(self.side.focus)
        self.side.reply_wanted.connect(self.open_reply)
        self.side.versions_wanted.connect(self.versions_wanted)
        self.side.saved.connect(self._saved)
        self.drafts.changed.connect(self._show_drafts)
        self.deeds.reply_made.connect(self.open_reply)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.list_card.focus_search)

    # --- from one column to the next ---

    def _offer_drawers(self) -> None:
        self.groups_card.offer_below(self.list_card.where)

    def _shown(self) -> None:
        self._take_wanted()
        self.side.place()

    def _take_wanted(self) -> None:
        uid = self._wanted
        reply = self.shelf.reply(uid)
        if reply is None and uid not in self.drafts.kept:
            return
        self._wanted = ""
        if self.list.choose(uid):
            self.side.choose(uid)  # it may be the current one already, as one that is brought back
        else:
            self.list_card.look_everywhere()
            group = Drawer(Kind.GROUP, reply.group) if reply and reply.group else Drawer(Kind.LOOSE)
            self.groups.set_drawer(group if reply is not None else Drawer(Kind.UNSAVED))
            self.list.choose(uid)

    def _saved(self, reply: Reply) -> None:
        """A new one is found in the list from now on."""
        if self.list.current() != reply.uid:
            self._wanted = reply.uid

    def _show_drafts(self) -> None:
        """What is not saved is another number; or it is read."""
        self.list.replies.unsaved = self.drafts.kept.keys()
        if not self._known:
            return
        self.groups_card.show_drawers()
        self.list_card.show_drafts()
        self.side.show_drafts()
