"""The builder page: works on one segment; what it is made of is in `panes`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop import amounts, wording
from desktop.segments.builder.panes import FIRST_CURRENCY, BuilderPanes
from desktop.segments.builder.versions_dialog import KeptVersion, VersionsDialog
from desktop.segments.builder.work import Offers, offers, rows_to_check, save, versions
from desktop.segments.counting import Answer, Counting, Question
from desktop.segments.drafts import Draft, drafts_of
from desktop.segments.edit_tree import Join, appended, from_node
from desktop.segments.sentence import Language, standing_sentence
from desktop.widgets.menu import Menu
from local_db.errors import RegularsError, SegmentError
from local_db.segments.model import SavedSegment, Version

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.changes import Changes
    from local_db.segments.tree import Node


class Builder(BuilderPanes):
    """Edits one draft; counts on every change.

    Signals:
        left: back to the list.
        delete_wanted(int): the segment of that draft key should be deleted.
        segment_wanted(str, object): a new segment with this name and Node should be begun.
    """

    left = Signal()
    delete_wanted = Signal(int)
    segment_wanted = Signal(str, object)

    def __init__(self, context: PageContext, counting: Counting, parent: QWidget | None = None) -> None:
        super().__init__(context, counting, wording.language(), parent)
        self._context = context
        self._counting = counting
        self._drafts = drafts_of(context.shop)
        self._latest = context.background.latest()
        self._currency = FIRST_CURRENCY
        self._sort = ("spent", False)
        self._channel = "sms"
        self._draft: Draft | None = None
        self._offers: Offers | None = None
        self._storing: dict[Draft, Callable[..., None] | None] = {}  # each with what is wanted of it once it is stored
        self._tell_today = False  # the next count is another one than the person wanted to use: it is told
        self.answer: Answer | None = None
        self._connect()

    @property
    def draft(self) -> Draft | None:
        """The draft that is open."""
        return self._draft

    def open_draft(self, draft: Draft) -> None:
        """Work on a draft."""
        self._draft = draft
        self._tell_today = False
        self.notice.hide()
        self.header.set_name_error("")
        self.header.set_name(draft.name)
        self.note.setText(draft.note)
        self.header.set_day(draft.as_of)
        self.insight.begin(draft.name, draft.as_of)
        self.editor.set_draft(draft)
        self._offer_segments()
        self._refresh()
        self.condition.setFocus()

    def recount(self) -> None:
        """Count the tree again, and read what conditions can be filled with."""
        work = partial(offers, self._context.shop, self._counting, self._language)
        self._context.background.run(work, self._take_offers, self._not_counted)
        self._count()

    def save(self) -> None:
        """Store the draft under its name."""
        self._store(self._saved)

    def use(self) -> None:
        """Take the segment to the campaigns, saved first; one asked as of an earlier day is counted for today first."""
        if self._draft is not None and self._draft.as_of is not None:
            self._tell_today = True
            self.set_day(None)
        elif self._draft is not None and self._draft.saved is not None and not self._draft.unsaved:
            self._go_to_campaign()
        else:
            self._store(self._saved_for_campaign)

    def discard_changes(self) -> None:
        """Go back to the tree and name as they are saved; the tree's change can be undone."""
        draft = self._draft
        if draft is None or draft.saved is None:
            return
        draft.name, draft.note = draft.saved.name, draft.saved.note
        self.header.set_name(draft.name)
        self.note.setText(draft.note)
        self.editor.put(from_node(draft.saved.tree))
        self._refresh()

    def set_day(self, day: date | None, passing: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's arguments
        """Ask the tree as of a day, None for today; only the counts while it is passed over."""
        counted = self.answer is not None and not self.answer.question.quick
        if self._draft is None or (self._draft.as_of == day and counted and not passing):
            return
        self._draft.as_of = day
        self.header.set_day(day)
        if not passing:
            self.insight.set_day(day)
        self._count(quick=passing)

    def _connect(self) -> None:
        header = self.header
        header.back.clicked.connect(self.left)
        header.name.textEdited.connect(self._rename)
        header.save.clicked.connect(self.save)
        header.use.clicked.connect(self.use)
        header.undo.clicked.connect(self.editor.undo)
        header.redo.clicked.connect(self.editor.redo)
        header.more.clicked.connect(self._open_menu)
        header.as_of.clicked.connect(self.insight.as_of.open_bar)
        header.why.clicked.connect(self.insight.why.open_bar)
        header.explore.clicked.connect(partial(self.insight.open_menu, header.explore))
        self._connect_insight()
        self.note.textEdited.connect(self._take_note)
        self.condition.clicked.connect(self._add_condition)
        self.group.clicked.connect(self.editor.add_group)
        self.first.chosen.connect(partial(self.editor.add_condition, ()))
        self.editor.changed.connect(self._refresh)
        self.editor.refused.connect(self._show_problem)
        self.notice.action_triggered.connect(self.notice.hide)
        self.members.sort_chosen.connect(self._sort_members)
        self.members.member_wanted.connect(self._show_member)
        self.view.laid_out.connect(self.order_tabs)
        # A click beside everything takes the focus out of the page, and undo has to work then too;
        # copying and pasting belong to what has the focus.
        anywhere, inside = Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, action, context in (
            ("Ctrl+S", self.save, anywhere),
            ("Ctrl+Z", self.editor.undo, anywhere),
            ("Ctrl+Y", self.editor.redo, anywhere),
            ("Ctrl+Shift+Z", self.editor.redo, anywhere),
            ("Ctrl+N", self._add_here, anywhere),
            ("Ctrl+Shift+N", self.editor.add_group, anywhere),
            ("Ctrl+C", self.editor.copy, inside),
            ("Ctrl+V", self.editor.paste, inside),
            ("Ctrl+F", self.insight.why.open_bar, anywhere),
            ("Alt+Left", self.left.emit, anywhere),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(context)
            shortcut.activated.connect(action)

    def _connect_insight(self) -> None:
        self.insight.day_wanted.connect(self.set_day)
        self.insight.verdicts_changed.connect(self.view.show_verdicts)
        self.insight.condition_wanted.connect(self._add_node)
        self.insight.segment_wanted.connect(self.segment_wanted)
        self.insight.member_wanted.connect(self._show_member)
        self.insight.failed.connect(self._show_problem)
        self.insight.differences.laid_out.connect(self.order_tabs)
        self.reach.channel_chosen.connect(self._choose_channel)

    # --- what happens ---

    def _refresh(self) -> None:
        """Say the tree, mark what is unsaved, count."""
        draft = self._draft
        if draft is None:
            return
        self.notice.hide()
        self.first.setVisible(not draft.root.children)
        self.insight.differences.setVisible(bool(draft.root.children))
        self._say()
        self._show_state()
        self._count()

    def _show_state(self) -> None:
        draft = self._draft
        if draft is not None:
            history = draft.history
            self.header.set_state(unsaved=draft.unsaved, can_undo=history.can_undo, can_redo=history.can_redo)

    def _count(self, *, quick: bool = False) -> None:
        draft = self._draft
        if draft is not None:
            self.insight.hold()
            question = Question(draft.node, draft.as_of, *self._sort, self._channel, quick)
            self._latest.run(partial(self._counting.answer, question), self._show, self._not_counted)

    def _show(self, answer: Answer) -> None:
        self.answer = answer
        today = datetime.now(UTC).astimezone(answer.zone).date()
        self.insight.set_answer(answer, today)
        self.editor.today, self.editor.currency = today, answer.currency
        self.view.set_answer(answer)
        self.number.set_answer(answer)
        self.reach.set_answer(answer)
        self.members.set_answer(answer, today)
        if self._tell_today and answer.question.as_of is None:
            self._tell_today = False
            self._say_today(answer.count)
        if answer.currency != self._currency and self._draft is not None:
            self._currency = answer.currency
            self._say()

    def _say_today(self, count: int) -> None:
        words = self.tr("A campaign is always for today: {count} people match today.")
        self._context.notices.show(
            words.format(count=amounts.number(count)), action_text=self.tr("Use in campaign"), action=self.use
        )

    def _not_counted(self, error: BaseException) -> None:
        if not isinstance(error, RegularsError):
            raise error
        self._show_problem(wording.error(error))

    def _take_offers(self, found: Offers) -> None:
        self._offers = found
        self.editor.offered, self.editor.names = found.offered, found.names
        self.view.set_names(found.names)
        self.insight.names = found.names
        self._offer_segments()
        self._say()

    def _offer_segments(self) -> None:
        if self._offers is not None:
            self.editor.options = self._offers.options_for(max(0, self._draft.key) if self._draft is not None else 0)

    def _say(self) -> None:
        """The tree in words, in both languages."""
        draft = self._draft
        if draft is not None:
            other: Language = "en" if self._language == "zh" else "zh"
            said, told = (
                standing_sentence(draft.node, language, self._currency, self.editor.names)
                for language in (self._language, other)
            )
            self.header.set_sentence(said, told)

    def _add_condition(self) -> None:
        self.editor.choose_condition((), self.condition)

    def _add_here(self) -> None:
        """A condition for the group that the keyboard is in."""
        group = self.editor.group_of_focus()
        view = self.view.views.get(group)
        self.editor.choose_condition(group, view if group and view is not None else self.condition)

    def _sort_members(self, key: str, ascending: bool) -> None:  # noqa: FBT001 - a signal's arguments
        if (key, ascending) != self._sort:
            self._sort = (key, ascending)
            self._count()

    def _choose_channel(self, channel: str) -> None:
        self._channel = channel
        self._count()

    def _add_node(self, node: Node) -> None:
        """Put a condition that was found elsewhere at the end."""
        group = from_node(node)
        single = group.join is Join.ALL and len(group.children) == 1
        root, path = appended(self.editor.root, (), group.children[0] if single else group)
        self.editor.put(root, path)

    def _show_member(self, member_id: int) -> None:
        self._context.navigate("members", member_id=member_id)

    def _show_problem(self, text: str) -> None:
        self.notice.say(text, "bad", self.tr("Close"))

    def ask_to_check(self, paths: Sequence[str]) -> None:
        """Say that a starter was filled with the shop's commonest values, and go to the first of them."""
        rows = rows_to_check(self.editor.root, paths)
        if rows:
            words = self.tr("Filled in with what this shop sells most: check that condition, or choose another value.")
            self.notice.say(words, "warn", self.tr("Close"))
            self.view.focus_part(rows[0], "product")

    def _take_note(self, note: str) -> None:
        if self._draft is not None:
            self._draft.note = note
            self._show_state()

    def _show_versions(self) -> None:
        draft = self._draft
        if draft is not None and draft.saved is not None:
            work = partial(versions, self._context.shop, self._counting, draft.saved.id)
            self._context.background.run(work, self._open_versions, self._not_counted, owner=self)

    def _open_versions(self, found: tuple[KeptVersion, ...]) -> None:
        if self.answer is not None:
            zone, names = self.answer.zone, self.editor.names
            dialog = VersionsDialog(found, self._language, self._currency, zone, names, self)
            dialog.restore_wanted.connect(self._take_version)
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

    def _take_version(self, version: Version) -> None:
        """The conditions and the note as they were; saving keeps them, undo takes them back."""
        if self._draft is not None:
            self._draft.note = version.note
            self.note.setText(version.note)
            self.editor.put(from_node(version.tree))
            self._show_state()

    def _rename(self, name: str) -> None:
        if self._draft is not None:
            self._draft.name = name
            self.insight.set_name(name)
            self.header.set_name_error("")
            self._show_state()

    def _open_menu(self) -> None:
        draft = self._draft
        if draft is None:
            return
        menu = Menu(self)
        menu.addAction(self.tr("Copy as text"), partial(self.editor.copy, ()))
        menu.addAction(self.tr("Paste"), partial(self.editor.paste, ()))
        menu.addAction(self.tr("Copy the sentence"), self._copy_sentence)
        menu.addSeparator()
        kept = menu.addAction(self.tr("Versions…"), self._show_versions)
        kept.setEnabled(draft.saved is not None)
        discard = menu.addAction(self.tr("Discard changes"), self.discard_changes)
        discard.setEnabled(draft.saved is not None and draft.unsaved)
        menu.addAction(self.tr("Delete this segment"), partial(self.delete_wanted.emit, draft.key))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.open_below(self.header.more)

    def _copy_sentence(self) -> None:
        QGuiApplication.clipboard().setText(self.header.whole_sentence)

    # --- saving ---

    def _store(self, then: Callable[..., None]) -> None:
        draft = self._draft
        if draft is None:
            return
        if draft in self._storing:  # a new segment has no id before it is stored, and would be stored twice
            self._storing[draft] = then
            return
        self._storing[draft] = None
        segment = SavedSegment(draft.name, draft.node, max(0, draft.key), note=draft.note)
        work = partial(save, self._context.shop, self._counting, segment)
        done, failed = partial(self._stored, draft, then), partial(self._not_saved, draft)
        self._context.background.run(work, done, failed, writes=True, owner=self)

    def _stored(self, draft: Draft, then: Callable[..., None], result: tuple[SavedSegment, Changes]) -> None:
        following = self._storing.pop(draft)
        then(draft, result)
        if following is not None and draft is self._draft:
            self._store(following)

    def _saved(self, draft: Draft, result: tuple[SavedSegment, Changes]) -> None:
        saved, changes = result
        self._drafts.store(draft, saved)
        if draft is self._draft:
            self.header.set_name(draft.name)
            self.header.set_name_error("")
            self._show_state()
        self._context.changes.announce(changes)
        self._context.notices.show(self.tr("Saved “{name}”.").format(name=saved.name), "good")

    def _saved_for_campaign(self, draft: Draft, result: tuple[SavedSegment, Changes]) -> None:
        self._saved(draft, result)
        self._go_to_campaign()

    def _go_to_campaign(self) -> None:
        if self._draft is not None and self._draft.saved is not None:
            self._context.navigate("campaigns", segment_id=self._draft.saved.id)

    def _not_saved(self, draft: Draft, error: BaseException) -> None:
        del self._storing[draft]
        if not isinstance(error, RegularsError):
            raise error
        if isinstance(error, SegmentError) and error.code in {"name_empty", "name_taken"}:
            self.header.set_name_error(wording.error(error))
            self.header.name.setFocus()
        else:
            self._show_problem(wording.error(error))
