"""The reply that is worked on: its words, pictures, places and days, and what the platforms would say of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop import amounts
from desktop.replies import words
from desktop.replies.editing import problem_words
from desktop.replies.editing.attachments_card import AttachmentsCard
from desktop.replies.editing.checks_card import ChecksCard
from desktop.replies.editing.conflicts_card import ConflictsCard
from desktop.replies.editing.details_card import DetailsCard
from desktop.replies.editing.drafts import Drafts
from desktop.replies.editing.saving import Saving
from desktop.replies.editing.used_in_card import UsedInCard
from desktop.replies.editing.wordings_card import WordingsCard
from desktop.replies.library.shelf import NO_SHELF, Shelf
from desktop.replies.thumbnails import thumbnails
from desktop.shell.context import PageContext
from desktop.widgets.button import Button, IconButton
from desktop.widgets.card_column import CardColumn
from desktop.widgets.fields import mark_wrong
from desktop.widgets.inline_notice import InlineNotice
from desktop.widgets.label import Label
from desktop.widgets.menu import Menu
from desktop.widgets.title_field import TitleField
from local_db.replies import uses
from local_db.replies.library import Library
from local_db.replies.model import Reply, ReplyProblem, Usage
from local_db.replies.rules import problems

_PAUSE_MS = 150


class ReplyEditor(QWidget):
    """Shows one reply at a time.

    Signals:
        copy_wanted(), delete_wanted(), versions_wanted(): what to do with the reply shown.
        reply_wanted(str): another one is to be shown.
        part_wanted(str): a shared part is to be shown, by its title.
        settled(Settlement): the words of one side were chosen for a field.
        discard_wanted(): what is not saved is to go.
    """

    copy_wanted = Signal()
    delete_wanted = Signal()
    versions_wanted = Signal()
    reply_wanted = Signal(str)
    part_wanted = Signal(str)
    settled = Signal(object)
    discard_wanted = Signal()

    def __init__(self, context: PageContext, drafts: Drafts, host: QWidget, parent: QWidget | None = None) -> None:
        """`host`: the page, over which small cards open."""
        super().__init__(parent)
        self._context = context
        self._shelf: Shelf = NO_SHELF
        self._base = Reply("", "")
        self._silent = False
        self._checking = context.background.latest()
        self._counting = context.background.latest()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._check)
        self.title = TitleField("", self.tr("Title"), name=self.tr("Title of the reply"))
        self.pin = IconButton("pin", self.tr("Pinned: first among what is found"), size=34)
        self.pin.setCheckable(True)
        self.more = IconButton("more", self.tr("More"), kind="quiet", size=34)
        self.save = Button(self.tr("Save"), kind="primary")
        self.save.setShortcut(QKeySequence(QKeySequence.StandardKey.Save))
        self.sentence = Label("", "small", wrap=True)
        self.unsaved = InlineNotice(tone="warn")
        self.conflicts = ConflictsCard()
        self.wordings = WordingsCard(host)
        self.attachments = AttachmentsCard(context, thumbnails(context.shop, context.background, self))
        self.details = DetailsCard(host)
        self.checks = ChecksCard()
        self.used_in = UsedInCard()
        self.saving = Saving(context, drafts, self.reply, self)
        self._lay_out()
        self._connect()

    def take(self, shelf: Shelf) -> None:
        """Know the library anew; what is written here and not saved stays."""
        self._shelf = shelf
        self.attachments.look_again()
        changed = self.saving.is_changed()  # by a person, before a group that is gone is taken out of the choices
        titles = [reply.title for reply in shelf.parts]
        self.wordings.set_parts([title for title in titles if title != self._base.title])
        self.details.set_choices(shelf.library.groups, shelf.tags)
        stored = self.saving.stored
        if stored is None or not stored.uid:
            return
        now = shelf.reply(stored.uid)
        if now is not None and now != stored and not changed:
            self.show_reply(now)
        else:
            self._describe()
            self._check_soon()

    def show_reply(self, reply: Reply, key: str = "", seen: Reply | None = None) -> None:
        """Begin to work on one; a new one has no uid. A draft comes with its key and with what was seen then."""
        if reply.uid != self._base.uid or not reply.uid:
            self._cards.verticalScrollBar().setValue(0)
        self._fill(reply)
        self.unsaved.hide()
        self.saving.begin(self.reply(), key, seen)
        self._describe()
        self._check()
        self._count()

    def put_draft(self, draft: Reply) -> None:
        """Have unsaved words of the reply shown stand in the editor again, and say so."""
        base = self._base
        group = draft.group if draft.group in self._shelf.library.group_names else base.group
        wordings = draft.wordings if base.uid else tuple(replace(one, uid="") for one in draft.wordings)
        self._fill(replace(draft, uid=base.uid, group=group, wordings=wordings, position=base.position))
        said = self.tr("This is not saved yet. In chats the reply says what was saved last.")
        if not base.uid:
            said = self.tr("This reply is not saved yet.")
        self.unsaved.say(said, "warn", self.tr("Throw away"))
        self._allow()
        self._check()

    def _fill(self, reply: Reply) -> None:
        self._silent = True
        self._base = reply
        self.title.setText(reply.title)
        self.title.setCursorPosition(0)
        mark_wrong(self.title, wrong=False)
        self.pin.setChecked(reply.pinned)
        self.wordings.show_wordings(reply.wordings)
        self.attachments.show_attachments(reply.attachments)
        self.details.show_reply(reply)
        self._silent = False

    def clear(self) -> None:
        """Work on none."""
        self.saving.begin(None)

    def reply(self) -> Reply:
        """The reply as it stands."""
        filled = self.details.filled(self._base)
        return replace(
            filled,
            title=self.title.text().strip(),
            wordings=self.wordings.wordings(),
            attachments=self.attachments.attachments,
            pinned=self.pin.isChecked(),
        )

    def set_first_focus(self) -> None:
        """Begin with the title where there is none yet, else with the text."""
        if self.title.text().strip():
            self.wordings.set_first_focus()
        else:
            self.title.setFocus()

    def show_lower(self) -> None:
        """Scroll to where the reply belongs and what the platforms say."""
        bar = self._cards.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title, 1)
        for control in (self.pin, self.more, self.save):
            head.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(head)
        below = QHBoxLayout()
        below.setContentsMargins(10, 0, 0, 0)
        below.addWidget(self.sentence)
        column.addLayout(below)
        column.addWidget(self.unsaved)
        cards = (self.conflicts, self.wordings, self.attachments, self.details, self.checks, self.used_in)
        self._cards = CardColumn(*cards, spacing=12)
        column.addWidget(self._cards, 1)
        self.wordings.follow(self.save)

    def _connect(self) -> None:
        self.title.textEdited.connect(self._edited)
        self.pin.toggled.connect(self._edited)
        self.wordings.edited.connect(self._edited)
        self.wordings.part_wanted.connect(self.part_wanted)
        self.attachments.edited.connect(self._edited)
        self.attachments.failed.connect(partial(self._say, "bad"))
        self.details.edited.connect(self._edited)
        self.used_in.wanted.connect(self.reply_wanted)
        self.conflicts.settled.connect(self.settled)
        self.unsaved.action_triggered.connect(self.discard_wanted)
        self.save.clicked.connect(self.saving.save)
        self.more.clicked.connect(self._offer)
        self.saving.state_changed.connect(self._allow)
        self.saving.saved.connect(self._stored)
        self.saving.title_missing.connect(self._ask_title)

    def _edited(self, _value: object = None) -> None:
        if self._silent:
            return
        mark_wrong(self.title, wrong=False)
        self.saving.edited()
        self._check_soon()

    def _allow(self) -> None:
        changed = self.saving.is_changed()
        self.save.setEnabled(changed)
        if not changed:
            self.unsaved.hide()

    def _stored(self, reply: Reply) -> None:
        """What was given its uid and place by being saved; what is typed meanwhile stays."""
        self._base = reply
        uids = [one.uid for one in reply.wordings]
        for field, uid in zip((f for f in self.wordings.fields if f.body.body().strip()), uids, strict=False):
            field.uid = field.uid or uid
        self._describe()

    def _describe(self) -> None:
        reply, library = self._base, self._shelf.library
        used = self._shelf.usage.get(reply.uid, Usage())
        said = [library.group_names[reply.group]] if reply.group in library.group_names else []
        if used.times:
            last = amounts.day(used.last_at, self._shelf.zone)
            said.append(
                self.tr("{taken}, last on {day}").format(taken=words.taken(used.times), day=last)
            )
        elif reply.uid:
            said.append(words.taken(0))
        else:
            said.append(self.tr("not saved yet"))
        self.sentence.setText(" · ".join(said))
        self.conflicts.show_conflicts(reply, library.conflicts.get(reply.uid, ()), library.group_names)
        self.used_in.show_users(reply, library.replies)
        self._allow()

    def _check_soon(self) -> None:
        self._pause.start()

    def _check(self) -> None:
        reply = self.reply()
        self._checking.run(partial(_checked, reply, self._shelf.library), self._checked)

    def _checked(self, found: tuple[Reply, tuple[ReplyProblem, ...]]) -> None:
        reply, said = found
        self.checks.show_problems(reply, said)
        if self.reply().wordings == reply.wordings:
            self.wordings.set_findings(problem_words.findings(said))

    def _count(self) -> None:
        if self._base.uid:
            work = partial(uses.wording_counts, self._context.shop, self._base.uid)
            self._counting.run(work, partial(self._counted, self._base.uid))

    def _counted(self, uid: str, counts: Mapping[str, int]) -> None:
        if uid == self._base.uid:
            self.wordings.set_used(counts)

    def _ask_title(self) -> None:
        mark_wrong(self.title, wrong=True)
        self.title.setFocus()

    def _offer(self) -> None:
        menu = Menu(self)
        stored = bool(self._base.uid)
        menu.addAction(self.tr("Versions…"), self.versions_wanted.emit).setEnabled(stored)
        menu.addAction(self.tr("Duplicate"), self.copy_wanted.emit).setEnabled(stored)
        menu.addAction(self.tr("Throw away the changes"), self.discard_wanted.emit).setEnabled(self.saving.is_changed())
        menu.addAction(self.tr("Delete"), self.delete_wanted.emit).setEnabled(stored)
        menu.open_below(self.more)

    def _say(self, _tone: str, text: str) -> None:
        self._context.notices.show(text, "bad")


def _checked(reply: Reply, library: Library) -> tuple[Reply, tuple[ReplyProblem, ...]]:
    return reply, problems(reply, library)
