"""The page Replies: the library that is worked on, the knowledge base that is read, and what should be written."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property, partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QHideEvent, QKeySequence
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop import wording
from desktop.replies import words
from desktop.replies.board.board_view import BoardView
from desktop.replies.board.print_dialog import PrintDialog
from desktop.replies.editing.versions_dialog import VersionsDialog
from desktop.replies.exchange import exchange_words
from desktop.replies.exchange.export_dialog import ExportDialog
from desktop.replies.exchange.import_dialog import ImportDialog
from desktop.replies.exchange.sharing_dialog import SharingDialog
from desktop.replies.exchange.starters_dialog import StartersDialog
from desktop.replies.learning.learning_view import LearningView
from desktop.replies.library.drawers import Drawer, Kind
from desktop.replies.library.first_replies import FirstReplies
from desktop.replies.library.library_view import LibraryView
from desktop.replies.library.shelf import NO_SHELF, Shelf, make_shelf
from desktop.replies.service import service_of
from desktop.shell.context import PageContext
from desktop.widgets.button import Button, IconButton
from desktop.widgets.menu import Menu
from desktop.widgets.page_column import PageColumn
from desktop.widgets.page_header import PageHeader
from desktop.widgets.segmented_control import SegmentedControl
from local_db.changes import Changes, Topic
from local_db.errors import RegularsError
from local_db.replies import actions
from local_db.replies.exchange.writing import Written
from local_db.replies.model import Reply, Version


class RepliesPage(QWidget):
    """Ready answers for chats."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._service = service_of(context)
        self._service.changed.connect(self._library_changed)
        self._reading = context.background.latest()
        self._due = False  # whether the service knows another library than the one shown
        self.shelf: Shelf = NO_SHELF
        self._read = False
        self._begin_with: str | None = None  # the title of a reply to be begun once the library is read
        self.header = PageHeader(self.tr("Replies"))
        self.new = Button(self.tr("New reply"), kind="primary", icon="plus")
        self.new.setShortcut(QKeySequence(QKeySequence.StandardKey.New))
        self.library = LibraryView(context, self)
        self.empty = FirstReplies()
        self.sections = SegmentedControl(
            [("library", self.tr("Library")), ("board", self.tr("Knowledge base")), ("learning", self.tr("To write"))],
            name=self.tr("View"),
        )
        self.more = IconButton("more", self.tr("More"), kind="quiet", size=34)
        self._build()
        self._connect()

    def reload(self, changes: Changes) -> None:
        """Show the library again, after settings changed or what the service read meanwhile; what is written stays."""
        if self._due or Topic.SETTINGS in changes.topics:
            self._look()

    def _library_changed(self) -> None:
        self._due = True
        if self.isVisible():
            self._look()

    def _look(self) -> None:
        service = self._service
        if service.ready:  # else it tells when it is
            self._due = False
            shelf = partial(make_shelf, self._context.shop, service.library, service.usage)
            self._reading.run(shelf, self._show, self._failed)

    def open(self, *, reply: str = "", new: bool = False, title: str = "", pack: Path | None = None) -> None:
        """Show one reply, begin another one with a title such as what somebody has looked for, or share a pack."""
        if pack:
            self.ask_sharing(pack)
        elif new:
            self._begin(title)
        elif reply:
            self._open_reply(reply)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what is being written when another page is shown, not when the window is put away."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.library.keep()

    def _build(self) -> None:
        column = PageColumn(self)
        for control in (self.sections, self.more, self.new):
            self.header.add_action(control)
        column.addWidget(self.header)
        views = QWidget()
        self._stack = QStackedLayout(views)  # without a widget around it, the first view would be a window
        self._stack.addWidget(self.library)
        self._stack.addWidget(self.empty)
        column.addWidget(views, 1)

    @cached_property
    def board(self) -> BoardView:
        """The knowledge base, made when it is first looked at."""
        board = BoardView(self._context, self.library.deeds, self)
        board.print_wanted.connect(self.ask_print)
        board.open_wanted.connect(self._open_reply)
        self._stack.addWidget(board)
        return board

    @cached_property
    def learning(self) -> LearningView:
        """What to write, made when it is first looked at."""
        learning = LearningView(self._context, self.library.deeds)
        learning.write_wanted.connect(self._begin)
        learning.open_wanted.connect(self._open_reply)
        self._stack.addWidget(learning)
        return learning

    def _connect(self) -> None:
        self.new.clicked.connect(partial(self._begin, ""))
        self.more.clicked.connect(self._offer)
        self.sections.chosen.connect(self.show_section)
        self.library.versions_wanted.connect(self._ask_versions)
        self.empty.action_triggered.connect(self._ask_starters)
        self.empty.bring_in.clicked.connect(self.ask_import)
        self.empty.join.clicked.connect(self._ask_sharing)

    def show_section(self, key: str) -> None:
        """Show one of the views; what is being written is kept."""
        if key != "library":
            self.library.keep()
        self.sections.set_current(key)
        self._place()

    def _place(self) -> None:
        """Put the view in sight that is asked for; an empty library says how to begin."""
        key = self.sections.current
        empty = (
            self._read
            and not (self.shelf.library.replies or self.shelf.deleted)
            and key != "learning"
            and not self.library.writes
        )
        shown = self.empty if empty else self.library if key == "library" else self._other_view(key)
        self._stack.setCurrentWidget(shown)
        if key == "learning":
            self.learning.take(self.shelf)
        elif key == "board":
            self.board.take(self.shelf)

    def _other_view(self, key: str) -> QWidget:
        return self.board if key == "board" else self.learning

    def _open_reply(self, uid: str) -> None:
        self.show_section("library")
        self.library.open_reply(uid)

    def _offer(self) -> None:
        """What is done with the library as a whole."""
        menu = Menu(self)
        menu.addAction(self.tr("Ready-made replies…"), self._ask_starters)
        menu.addSeparator()
        menu.addAction(self.tr("Import…"), self.ask_import)
        menu.addAction(self.tr("Export…"), self._ask_export)
        menu.addAction(self.tr("Print…"), self.ask_print)
        menu.addAction(self.tr("Share with other PCs…"), self._ask_sharing)
        menu.open_below(self.more)

    def _ask_starters(self) -> None:
        dialog = StartersDialog(self.shelf.library, wording.language(), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(self.library.deeds.add_ready_made)
        dialog.open()

    def ask_import(self) -> ImportDialog:
        """Bring in a file of another program."""
        dialog = ImportDialog(self._context, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _ask_export(self) -> None:
        dialog = ExportDialog(self._context, self.shelf.library, parent=self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.written.connect(self._written)
        dialog.open()

    def _written(self, path: Path, written: Written) -> None:
        said = exchange_words.written(path.name, written)
        left_out = exchange_words.left_out(written)
        if left_out:
            said = self.tr("{said} Not in the file: {what}.").format(said=said, what=wording.listed(left_out))
        show = partial(_open, path.parent)
        self._context.notices.show(said, "good", action_text=self.tr("Show the folder"), action=show)

    def ask_print(self) -> PrintDialog:
        """Write the knowledge base as a page."""
        self.board.take(self.shelf)
        dialog = PrintDialog(
            self._context, self.shelf, self.board.sections(), self.board.hidden_names(), parent=self.window()
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.written.connect(self._printed)
        dialog.open()
        return dialog

    def _printed(self, path: Path) -> None:
        said = self.tr("The page is written to {file}.").format(file=path.name)
        show = partial(_open, path.parent)
        self._context.notices.show(said, "good", action_text=self.tr("Show the folder"), action=show)
        _open(path)

    def _ask_sharing(self) -> None:
        self.ask_sharing()

    def ask_sharing(self, pack: Path | None = None) -> SharingDialog:
        """Share through a file: the one that somebody was given, or the one of the last time."""
        dialog = SharingDialog(self._context, self.window(), pack=pack)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.settle_wanted.connect(self._show_differing)
        dialog.open()
        return dialog

    def _show_differing(self) -> None:
        self.show_section("library")
        self.library.look_into(Drawer(Kind.DIFFERING))

    def _show(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._read = True
        count = len(shelf.library.replies)
        taken = sum(one.times for one in shelf.usage.values())
        said = " · ".join((words.replies(count), words.groups(len(shelf.library.groups)), words.taken(taken)))
        self.header.set_sentence(said if count else "")
        self.library.take(shelf)
        self._place()
        if self._begin_with is not None:
            title, self._begin_with = self._begin_with, None
            self._begin(title)

    def _begin(self, title: str) -> None:
        if not self._read:
            self._begin_with = title
            return
        self.library.begin_new(title)
        self.show_section("library")

    def _ask_versions(self, uid: str) -> None:
        self._context.background.run(
            partial(actions.versions, self._context.shop, uid), partial(self._show_versions, uid), self._failed
        )

    def _show_versions(self, uid: str, versions: tuple[Version, ...]) -> None:
        dialog = VersionsDialog(versions, self.shelf.zone, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.chosen.connect(partial(self._take_up, uid))
        dialog.open()

    def _take_up(self, uid: str, earlier: Reply) -> None:
        """An earlier version is what the reply says again; it stays in its place."""
        now = self.shelf.reply(uid)
        if now is None:
            return
        group = earlier.group if earlier.group in self.shelf.library.group_names else now.group
        again = replace(earlier, group=group, position=now.position)
        work = partial(actions.save_reply, self._context.shop, again, seen=now, now=datetime.now(UTC))
        self._context.background.run(work, partial(self._taken_up, now), self._failed, writes=True, owner=self)

    def _taken_up(self, before: Reply, result: tuple[Reply, Changes]) -> None:
        reply, changes = result
        self._context.notices.show(
            self.tr("“{title}” is back to that version.").format(title=reply.title),
            "good",
            action_text=self.tr("Undo"),
            action=partial(self._undo_taking_up, before, reply),
        )
        self._context.changes.announce(changes)

    def _undo_taking_up(self, before: Reply, reply: Reply) -> None:
        work = partial(actions.undo_saving, self._context.shop, before, reply, now=datetime.now(UTC))
        self._context.background.run(work, self._context.changes.announce, self._failed, writes=True, owner=self)

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
