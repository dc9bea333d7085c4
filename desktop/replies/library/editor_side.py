"""The right of the library: the reply that is worked on, a deleted one, or a word that none is chosen."""

from __future__ import annotations

from functools import cached_property, partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from desktop.documents.free_name import free_name
from desktop.replies import words
from desktop.replies.editing.drafts import Drafts
from desktop.replies.editing.editor import ReplyEditor
from desktop.replies.library.deeds import Deeds
from desktop.replies.library.deleted_card import DeletedCard
from desktop.replies.library.shelf import NO_SHELF, Shelf
from desktop.shell.context import PageContext
from desktop.widgets.empty_state import EmptyState
from local_db.replies.drafts import Draft
from local_db.replies.model import Reply, Settlement

WIDTH = 440


class EditorSide(QWidget):
    """Shows a stored reply, a new one, or what was not saved of one.

    Signals:
        reply_wanted(str): another reply is to be shown, by the uid or the key of its draft.
        versions_wanted(str): what a reply has said before is to be shown.
        saved(Reply): one is stored now.
    """

    reply_wanted = Signal(str)
    versions_wanted = Signal(str)
    saved = Signal(object)

    def __init__(self, context: PageContext, deeds: Deeds, drafts: Drafts, host: QWidget) -> None:
        """`host`: the page, over which small cards open."""
        super().__init__()
        self._context = context
        self._host = host
        self._deeds = deeds
        self._drafts = drafts
        self._shelf: Shelf = NO_SHELF
        self.nothing = EmptyState("edit", self.tr("No reply chosen"), self.tr("Choose one in the list to work on it."))
        self.setMinimumWidth(WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.nothing)
        self.deleted = DeletedCard()
        self.deleted.back_wanted.connect(deeds.bring_back)
        self._stack.addWidget(self.deleted)
        drafts.found.connect(self._say_drafts)

    @cached_property
    def editor(self) -> ReplyEditor:
        """The editor of one reply, made when it is first asked for: after the lists are in sight."""
        editor = ReplyEditor(self._context, self._drafts, self._host)
        editor.copy_wanted.connect(self.copy)
        editor.delete_wanted.connect(self._delete)
        editor.versions_wanted.connect(self.ask_versions)
        editor.reply_wanted.connect(self.reply_wanted)
        editor.part_wanted.connect(self._open_part)
        editor.settled.connect(self._settle)
        editor.saving.saved.connect(self.saved)
        editor.saving.draft_wanted.connect(self.reply_wanted)
        editor.discard_wanted.connect(self.discard)
        editor.take(self._shelf)
        self._stack.addWidget(editor)
        return editor

    @property
    def _stored(self) -> Reply | None:
        """The reply in the editor as it was stored."""
        return self.editor.saving.stored if "editor" in vars(self) else None

    @property
    def writes(self) -> bool:
        """Whether a reply is being worked on."""
        return self._stored is not None

    def is_unstored(self, key: str) -> bool:
        """Whether what is known by this key is a draft only."""
        return key in self._drafts.kept and self._shelf.reply(key) is None

    def take(self, shelf: Shelf) -> None:
        """Know the library as it is now."""
        self._shelf = shelf
        if self.deleted.reply is not None:
            self._show_deleted(self.deleted.reply.uid)
        if "editor" in vars(self):
            self.editor.take(shelf)
        else:
            QTimer.singleShot(0, self, self._make_editor)

    def keep(self) -> None:
        """Keep what is being written."""
        if self.writes:
            self.editor.saving.keep()

    def begin(self, new: Reply) -> None:
        """Begin a new reply."""
        self.editor.show_reply(new)
        self._stack.setCurrentWidget(self.editor)
        self.editor.set_first_focus()

    def choose(self, uid: str) -> None:
        """Show what was chosen; what was written before is kept."""
        stored = self._stored
        if uid and stored is not None and uid in (stored.uid, self.editor.saving.key):
            self.place()
            return
        reply, draft = self._shelf.reply(uid), self._drafts.kept.get(uid)
        self._show_deleted(uid if draft is None else "")
        if reply is None and draft is None:
            if stored is not None and (uid or stored.uid):
                self.keep()
                self.editor.clear()
        else:
            self.keep()
            if draft is not None:
                self._show_draft(uid, draft)
            elif reply is not None:
                self.editor.show_reply(reply)
        self.place()

    def place(self) -> None:
        """Have the editor in sight while something is in it."""
        other = self.nothing if self.deleted.reply is None else self.deleted
        self._stack.setCurrentWidget(self.editor if self.writes else other)

    def focus(self) -> None:
        """Give the keyboard to the editor."""
        if self.writes:
            self.editor.set_first_focus()

    def show_drafts(self) -> None:
        """What is not saved has changed, maybe of the reply shown."""
        if self.writes:
            saving = self.editor.saving
            if saving.key in self._drafts.kept and not saving.is_changed():
                self._show_draft(saving.key, self._drafts.kept[saving.key])

    def discard(self) -> None:
        """Let what is not saved of the reply shown go."""
        saving = self.editor.saving
        if saving.stored is None:
            return
        key, draft = saving.key, saving.draft()
        self._drafts.drop([key])
        stored = self._shelf.reply(saving.stored.uid)
        if stored is not None:
            self.editor.show_reply(stored)
        else:
            self.editor.clear()
            self.place()
        self._context.notices.show(
            self.tr("The changes are thrown away."),
            action_text=self.tr("Undo"),
            action=partial(self._bring_back, key, draft),
        )

    def copy(self) -> None:
        """Add a reply like the one shown."""
        if (reply := self._shown()) is not None:
            self.keep()
            titles = [one.title for one in self._shelf.library.replies]
            self._deeds.copy(self.editor.reply(), free_name(reply.title, titles))

    def ask_versions(self) -> None:
        """Ask for what the reply shown has said before."""
        if (reply := self._shown()) is not None:
            self.keep()  # an earlier version takes the place of what is stored, not of what is being written
            self.versions_wanted.emit(reply.uid)

    def _show_deleted(self, uid: str) -> None:
        gone = next((one for one in self._shelf.deleted if one.reply.uid == uid), None)
        self.deleted.show_deleted(gone, self._shelf.zone)

    def _make_editor(self) -> None:
        self.editor  # noqa: B018 - made now, so that the first reply is shown sooner

    def _shown(self) -> Reply | None:
        stored = self._stored
        return self._shelf.reply(stored.uid) if stored is not None else None

    def _show_draft(self, key: str, draft: Draft) -> None:
        """What is not saved of a reply, which may be new or deleted meanwhile."""
        written = draft.reply
        group = written.group if written.group in self._shelf.library.group_names else ""
        new = Reply("", "", group=group, fragment=written.fragment)
        self.editor.show_reply(self._shelf.reply(key) or new, key, draft.seen)
        self.editor.put_draft(written)

    def _say_drafts(self) -> None:
        """Whoever comes back is told of what was left unsaved."""
        keys = list(self._drafts.kept)
        said = self.tr("Words of {replies} are not saved.").format(replies=words.replies(len(keys)))
        if len(keys) == 1:
            said = self.tr("Words of “{title}” are not saved.").format(title=self._drafts.kept[keys[0]].reply.title)
        show = partial(self.reply_wanted.emit, keys[0])
        self._context.notices.show(said, "warn", action_text=self.tr("Back to it"), action=show, seconds=0)

    def _bring_back(self, key: str, draft: Draft) -> None:
        self._drafts.put({key: draft})
        self.reply_wanted.emit(key)

    def _delete(self) -> None:
        if (reply := self._shown()) is not None:
            self.keep()
            self._deeds.delete_replies([reply])

    def _settle(self, settlement: Settlement) -> None:
        if (reply := self._shown()) is not None:
            self.keep()
            self._deeds.settle(reply.uid, settlement)

    def _open_part(self, title: str) -> None:
        parts = [one for one in self._shelf.parts if one.title.strip() == title]
        if parts:
            self.reply_wanted.emit(parts[0].uid)
