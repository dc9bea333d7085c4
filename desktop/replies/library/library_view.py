"""The library as it is worked on: drawers, the replies of one of them, and the editor of one reply."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, partial

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSplitter, QStackedLayout, QVBoxLayout, QWidget

from desktop import amounts
from desktop.documents.free_name import free_name
from desktop.replies import words
from desktop.replies.editing.drafts import Drafts
from desktop.replies.editing.editor import ReplyEditor
from desktop.replies.library.bulk_bar import ReplyBulkBar
from desktop.replies.library.deeds import Deeds
from desktop.replies.library.deleted_card import DeletedCard
from desktop.replies.library.drawers import Drawer, Kind, with_unsaved
from desktop.replies.library.group_dialog import GroupDialog
from desktop.replies.library.group_list import Drop as GroupDrop
from desktop.replies.library.group_list import GroupList
from desktop.replies.library.reply_list import Drop, ReplyList, Span
from desktop.replies.library.settle_dialog import SettleDialog
from desktop.replies.library.shelf import NO_SHELF, Shelf
from desktop.replies.service import service_of
from desktop.shell.context import PageContext
from desktop.widgets.button import Button, IconButton
from desktop.widgets.card import Card
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.menu import Menu
from desktop.widgets.search_field import SearchField
from local_db.replies.drafts import Draft
from local_db.replies.model import Group, Reply, Scope, Settlement
from local_db.replies.search.hit import Field, Hit

_GROUPS_WIDTH = 196
_LIST_WIDTH = 330
_EDITOR_WIDTH = 440
_LEAST_LIST = 270
_GAP = 16
_NAME_WIDTH = 200  # of a group on its button
_THREE_COLUMNS = _GROUPS_WIDTH + _LEAST_LIST + _EDITOR_WIDTH + 2 * _GAP  # with less room the groups are in a menu


class LibraryView(QWidget):
    """Three columns.

    Signals:
        versions_wanted(str): what a reply has said before is to be shown.
    """

    versions_wanted = Signal(str)

    def __init__(self, context: PageContext, host: QWidget, parent: QWidget | None = None) -> None:
        """`host`: the page, over which small cards open."""
        super().__init__(parent)
        self._context = context
        self._host = host
        self.shelf: Shelf = NO_SHELF
        self._known = False
        self._service = service_of(context)
        self._asking = context.background.latest()
        self._hits: tuple[Hit, ...] = ()
        self._wanted = ""  # the uid of a reply that is to be shown once it is read
        self._wanted_drawer: Drawer | None = None
        self.drafts = Drafts(context, self)
        self.deeds = Deeds(context, self)
        self.groups = GroupList()
        self.new_group = IconButton("plus", self.tr("New group"), size=26)
        self.search = SearchField(self.tr("Find: words, pinyin, initials"), pause_ms=0)
        self.where = Button(kind="quiet", icon="folder", dense=True)
        self.list = ReplyList()
        self.bulk = ReplyBulkBar(host)
        self.empty = EmptyState("bolt", "")
        self.nothing = EmptyState("edit", self.tr("No reply chosen"), self.tr("Choose one in the list to work on it."))
        self.deleted = DeletedCard()
        self._lay_out()
        self._connect()

    @cached_property
    def editor(self) -> ReplyEditor:
        """The editor of one reply, made when it is first asked for: after the lists are in sight."""
        editor = ReplyEditor(self._context, self.drafts, self._host)
        editor.copy_wanted.connect(self._copy)
        editor.delete_wanted.connect(self._delete_shown)
        editor.versions_wanted.connect(self._ask_versions)
        editor.reply_wanted.connect(self.open_reply)
        editor.part_wanted.connect(self._open_part)
        editor.settled.connect(self._settle)
        editor.saving.saved.connect(self._saved)
        editor.saving.draft_wanted.connect(self.open_reply)
        editor.discard_wanted.connect(self._discard)
        editor.take(self.shelf)
        self._right.addWidget(editor)
        return editor

    @property
    def _stored(self) -> Reply | None:
        """The reply in the editor as it was stored."""
        return self.editor.saving.stored if "editor" in vars(self) else None

    # --- what the page asks ---

    def take(self, shelf: Shelf) -> None:
        """Show the library as it is now."""
        self.shelf = shelf
        self._known = True
        if "editor" in vars(self):
            self.editor.take(shelf)
        else:
            QTimer.singleShot(0, self, self._make_editor)
        self.groups.show_drawers(with_unsaved(shelf.drawers, len(self.drafts.kept)))
        if self._wanted_drawer is not None:
            self.groups.set_drawer(self._wanted_drawer)
            self._wanted_drawer = None
        self._ask()

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
        new = Reply("", title.strip(), group=group, fragment=drawer.kind is Kind.FRAGMENTS)
        self.editor.show_reply(new)
        self._right.setCurrentWidget(self.editor)
        self.editor.set_first_focus()

    def look_into(self, drawer: Drawer) -> None:
        """Show what lies in a drawer."""
        self.search.clear()
        self.search.flush()
        self._wanted_drawer = None if self.groups.groups.row_of(drawer) >= 0 else drawer
        self.groups.set_drawer(drawer)

    def keep(self) -> None:
        """Keep what is being written."""
        if self.writes:
            self.editor.saving.keep()

    @property
    def writes(self) -> bool:
        """Whether a reply is being worked on."""
        return self._stored is not None

    def minimumSizeHint(self) -> QSize:
        """The room of two columns: the third one makes way."""
        return QSize(_LEAST_LIST + _GAP + _EDITOR_WIDTH, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the groups in a menu where three columns have no room."""
        super().resizeEvent(event)
        narrow = self.width() < _THREE_COLUMNS
        self._groups_side.setVisible(not narrow)
        self.where.setVisible(narrow)

    # --- building ---

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        self._groups_side = self._groups_card()
        row.addWidget(self._groups_side)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(_GAP)
        split.setChildrenCollapsible(False)
        split.addWidget(self._list_card())
        split.addWidget(self._right_side())
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setSizes([_LIST_WIDTH, _EDITOR_WIDTH])
        row.addWidget(split, 1)

    def _groups_card(self) -> Card:
        card = Card(self.tr("Groups"), padding=12)
        card.setFixedWidth(_GROUPS_WIDTH)
        card.add_tool(self.new_group)
        card.add(self.groups, 1)
        return card

    def _list_card(self) -> Card:
        card = Card(padding=0)
        card.setMinimumWidth(_LEAST_LIST)
        head = QVBoxLayout()
        head.setContentsMargins(12, 12, 12, 4)
        head.setSpacing(8)
        head.addWidget(self.where)
        head.addWidget(self.search)
        card.add_layout(head)
        middle = QWidget()
        self._middle = QStackedLayout(middle)  # without a widget around it, the first part would be a window
        self._middle.addWidget(self.list)
        self._middle.addWidget(self.empty)
        card.add(middle, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(12, 0, 12, 10)
        foot.addWidget(self.bulk)
        card.add_layout(foot)
        return card

    def _right_side(self) -> QWidget:
        side = QWidget()
        side.setMinimumWidth(_EDITOR_WIDTH)
        side.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._right = QStackedLayout(side)
        self._right.addWidget(self.nothing)
        self._right.addWidget(self.deleted)
        return side

    def _connect(self) -> None:
        self.groups.drawer_chosen.connect(self._drawer_chosen)
        self.groups.rename_wanted.connect(self._rename)
        self.groups.delete_wanted.connect(self._delete_group)
        self.groups.shift_wanted.connect(self._shift_group)
        self.groups.menu_wanted.connect(self._offer_group)
        self.groups.groups.replies_dropped.connect(self._dropped_on)
        self.groups.groups.group_dropped.connect(self._group_dropped)
        self.new_group.clicked.connect(self._add_group)
        self.where.clicked.connect(self._offer_drawers)
        self.search.query_changed.connect(self._ask)
        self.search.left_downwards.connect(self._enter_list)
        self.list.reply_chosen.connect(self._choose)
        self.list.selection_changed.connect(self._show_selection)
        self.list.delete_wanted.connect(self._delete)
        self.list.shift_wanted.connect(self._shift)
        self.list.menu_wanted.connect(self._offer)
        self.list.entered.connect(self._enter)
        self.list.replies.dropped.connect(self._dropped)
        self.drafts.changed.connect(self._show_drafts)
        self.drafts.found.connect(self._say_drafts)
        self.empty.action_triggered.connect(self._act_on_empty)
        self.deeds.reply_made.connect(self.open_reply)
        self.deeds.group_made.connect(self._group_made)
        self.deleted.back_wanted.connect(self._undelete)
        self._connect_bulk()
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self._focus_search)

    def _connect_bulk(self) -> None:
        self.bulk.move_wanted.connect(self._move_selected)
        self.bulk.tag_wanted.connect(self._tag_selected)
        self.bulk.untag_wanted.connect(self._untag_selected)
        self.bulk.fields_wanted.connect(self._set_selected)
        self.bulk.delete_wanted.connect(self._delete)
        self.bulk.cleared.connect(self._select_none)

    # --- showing ---

    def _drawer_chosen(self, _drawer: Drawer) -> None:
        if self.search.query():
            self.search.clear()
            self.search.flush()
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
        library, drawer = self.shelf.library, self.groups.drawer
        marks: dict[str, list[Span]] = {}
        if self.search.query():
            found = (library.by_uid.get(hit.uid) for hit in self._hits)
            rows: Sequence[Reply] = tuple(reply for reply in found if reply is not None)
            for hit in self._hits:
                marks[hit.uid] = [(one.start, one.end) for one in hit.marks if one.field is Field.TITLE]
        else:
            rows = self.drafts.rows(self.shelf) if drawer.kind is Kind.UNSAVED else self.shelf.lying_in(drawer)
        name = self.groups.groups.name(drawer)
        shown = self.where.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _NAME_WIDTH)
        self.where.setText(shown.replace("&", "&&"))
        self.list.show_replies(self.shelf, rows, marks, ordered=drawer.is_place and not self.search.query())
        self._middle.setCurrentWidget(self.list if rows else self.empty)
        if not rows:
            self._say_empty()
        self._take_wanted()
        self._show_editor()

    def _say_empty(self) -> None:
        if self.search.query():
            self.empty.set_texts(
                self.tr("No reply says this"),
                self.tr("Write it once, and it is found from then on."),
                self.tr("Write it"),
            )
        else:
            self.empty.set_texts(self.tr("Nothing lies here yet"), "", self.tr("New reply"))

    def _act_on_empty(self) -> None:
        typed = self.search.query()
        self.begin_new(typed)

    def _take_wanted(self) -> None:
        uid = self._wanted
        reply = self.shelf.reply(uid)
        if reply is None and uid not in self.drafts.kept:
            return
        self._wanted = ""
        if not self.list.choose(uid):
            self.search.clear()
            self.search.flush()
            group = Drawer(Kind.GROUP, reply.group) if reply and reply.group else Drawer(Kind.LOOSE)
            self.groups.set_drawer(group if reply is not None else Drawer(Kind.UNSAVED))
            self.list.choose(uid)

    def _choose(self, uid: str) -> None:
        stored = self._stored
        if uid and stored is not None and uid in (stored.uid, self.editor.saving.key):
            self._show_editor()
            return
        reply, draft = self.shelf.reply(uid), self.drafts.kept.get(uid)
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
        self._show_editor()

    def _show_draft(self, key: str, draft: Draft) -> None:
        """What is not saved of a reply, which may be new or deleted meanwhile."""
        written = draft.reply
        group = written.group if written.group in self.shelf.library.group_names else ""
        new = Reply("", "", group=group, fragment=written.fragment)
        self.editor.show_reply(self.shelf.reply(key) or new, key, draft.seen)
        self.editor.put_draft(written)

    def _show_editor(self) -> None:
        uid = self.list.current() if self.groups.drawer.kind is Kind.DELETED and not self.writes else ""
        gone = next((one for one in self.shelf.deleted if one.reply.uid == uid), None)
        self.deleted.show_deleted(gone, self.shelf.zone)
        other = self.nothing if gone is None else self.deleted
        self._right.setCurrentWidget(self.editor if self.writes else other)

    def _make_editor(self) -> None:
        self.editor  # noqa: B018 - made now, so that the first reply is shown sooner

    def _show_drafts(self) -> None:
        """What is not saved is another number; or it is read."""
        self.list.replies.unsaved = self.drafts.kept.keys()
        if not self._known:
            return
        self.groups.show_drawers(with_unsaved(self.shelf.drawers, len(self.drafts.kept)))
        if not self.search.query():
            self._show()
        if self.writes:
            saving = self.editor.saving
            if saving.key in self.drafts.kept and not saving.is_changed():
                self._show_draft(saving.key, self.drafts.kept[saving.key])

    def _say_drafts(self) -> None:
        """Whoever comes back is told of what was left unsaved."""
        keys = list(self.drafts.kept)
        said = self.tr("Words of {replies} are not saved.").format(replies=words.replies(len(keys)))
        if len(keys) == 1:
            said = self.tr("Words of “{title}” are not saved.").format(title=self.drafts.kept[keys[0]].reply.title)
        show = partial(self.open_reply, keys[0])
        self._context.notices.show(said, "warn", action_text=self.tr("Back to it"), action=show, seconds=0)

    def _discard(self) -> None:
        """Let what is not saved of the reply shown go."""
        saving = self.editor.saving
        if saving.stored is None:
            return
        key, draft = saving.key, saving.draft()
        self.drafts.drop([key])
        stored = self.shelf.reply(saving.stored.uid)
        if stored is not None:
            self.editor.show_reply(stored)
        else:
            self.editor.clear()
            self._show_editor()
        self._context.notices.show(
            self.tr("The changes are thrown away."),
            action_text=self.tr("Undo"),
            action=partial(self._bring_back, key, draft),
        )

    def _bring_back(self, key: str, draft: Draft) -> None:
        self.drafts.put({key: draft})
        self.open_reply(key)

    def _show_selection(self) -> None:
        chosen = self._chosen()
        tags = sorted({tag for uid in chosen for tag in self.shelf.library.by_uid[uid].tags}) if len(chosen) > 1 else []
        self.bulk.show_selected(len(chosen), self.shelf.library.groups, tags, self.shelf.tags if tags else [])

    def _saved(self, reply: Reply) -> None:
        """A new one is found in the list from now on."""
        if self.list.current() != reply.uid:
            self._wanted = reply.uid

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    def _enter_list(self) -> None:
        rows = self.list.replies.rows
        if rows:
            self.list.setFocus()
            if not self.list.current():
                self.list.choose(rows[0].uid)

    def _enter(self) -> None:
        if self.writes:
            self.editor.set_first_focus()

    # --- replies ---

    def _chosen(self) -> list[str]:
        """The uids of those selected, without what is only a draft."""
        return [uid for uid in self.list.selected() if uid in self.shelf.library.by_uid]

    def _selected(self) -> list[Reply]:
        return [self.shelf.library.by_uid[uid] for uid in self._chosen()]

    def _shown(self) -> Reply | None:
        stored = self._stored
        return self.shelf.reply(stored.uid) if stored is not None else None

    def _delete(self) -> None:
        if self.list.current() in self.drafts.kept and self.list.current() not in self.shelf.library.by_uid:
            self._discard()
        if replies := self._selected():
            self.keep()  # a way back brings back what was being written, too
            self.deeds.delete_replies(replies)

    def _delete_shown(self) -> None:
        if (reply := self._shown()) is not None:
            self.keep()
            self.deeds.delete_replies([reply])

    def _undelete(self, reply: Reply) -> None:
        self.list.choose("")  # it is chosen anew where it lies then
        self.deeds.bring_back(reply)

    def _copy(self) -> None:
        if (reply := self._shown()) is not None:
            self.keep()
            titles = [one.title for one in self.shelf.library.replies]
            self.deeds.copy(self.editor.reply(), free_name(reply.title, titles))

    def _ask_versions(self) -> None:
        if (reply := self._shown()) is not None:
            self.keep()  # an earlier version takes the place of what is stored, not of what is being written
            self.versions_wanted.emit(reply.uid)

    def _settle(self, settlement: Settlement) -> None:
        if (reply := self._shown()) is not None:
            self.keep()
            self.deeds.settle(reply.uid, settlement)

    def _open_part(self, title: str) -> None:
        parts = [one for one in self.shelf.parts if one.title.strip() == title]
        if parts:
            self.open_reply(parts[0].uid)

    def _shift(self, step: int) -> None:
        """One place up or down in its group."""
        drawer, uid = self.groups.drawer, self.list.current()
        rows = self.list.replies.rows
        place = self.list.replies.row_of(uid) + step
        if not drawer.is_place or self.search.query() or not uid or not 0 <= place < len(rows):
            return
        behind = place + 1 if step > 0 else place
        self.deeds.move([uid], drawer.uid, rows[behind].uid if behind < len(rows) else "", "")

    def _dropped(self, drop: Drop) -> None:
        self.deeds.move(drop.uids, self.groups.drawer.uid, drop.before, self.tr("The order is changed."))

    def _dropped_on(self, uids: list[str], drawer: Drawer) -> None:
        self._move(uids, drawer.uid)

    def _move(self, uids: list[str], group: str) -> None:
        name = self.shelf.library.group_names.get(group, "")
        said = self.tr("Moved into “{group}”.").format(group=name) if group else self.tr("In no group any more.")
        self.deeds.move(uids, group, "", said)

    def _move_selected(self, group: str) -> None:
        self._move(self._chosen(), group)

    def _tag_selected(self, tag: str) -> None:
        self.deeds.change_tags(self._chosen(), add=[tag])

    def _untag_selected(self, tag: str) -> None:
        self.deeds.change_tags(self._chosen(), remove=[tag])

    def _set_selected(self, fields: dict[str, object]) -> None:
        self.deeds.set_fields(self._chosen(), fields)

    def _select_none(self) -> None:
        self.list.choose(self.list.current())

    def _offer(self, where: QPoint) -> None:
        """What can be done with those selected."""
        chosen = self._selected()
        menu = Menu(self)
        if self.deleted.reply is not None:
            menu.addAction(self.deleted.back.text(), self.deleted.back.click)
            menu.popup(where)
            return
        if len(chosen) == 1:
            pin = self.tr("Do not pin") if chosen[0].pinned else self.tr("Pin")
            menu.addAction(pin, partial(self._set_selected, {"pinned": not chosen[0].pinned}))
            menu.addAction(self.tr("Duplicate"), self._copy)
            menu.addAction(self.tr("Versions…"), self._ask_versions)
        into = menu.addMenu(self.tr("Move to"))
        for group in self.shelf.library.groups:
            into.addAction(group.name.replace("&", "&&"), partial(self._move_selected, group.uid))
        into.addAction(self.tr("no group"), partial(self._move_selected, ""))
        menu.addAction(self.tr("Delete"), self._delete)
        menu.popup(where)

    # --- groups ---

    def _group(self, drawer: Drawer) -> Group | None:
        return next((group for group in self.shelf.library.groups if group.uid == drawer.uid), None)

    def settle_group(self, group: Group) -> SettleDialog:
        """Ask which words of a group stay."""
        dialog = SettleDialog(group, self.shelf.library.conflicts.get(group.uid, ()), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.settled.connect(partial(self.deeds.settle, group.uid))
        dialog.open()
        return dialog

    def _add_group(self) -> None:
        self._ask_group(Group("", ""))

    def _rename(self, drawer: Drawer) -> None:
        if (group := self._group(drawer)) is not None:
            self._ask_group(group)

    def _ask_group(self, group: Group) -> None:
        taken = [one.name for one in self.shelf.library.groups if one.uid != group.uid]
        dialog = GroupDialog(group, taken, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._group_asked, dialog, group))
        dialog.open()

    def _group_asked(self, dialog: GroupDialog, before: Group) -> None:
        self.deeds.save_group(dialog.group(), before if before.uid else None)

    def _group_made(self, uid: str) -> None:
        self._wanted_drawer = Drawer(Kind.GROUP, uid)

    def _delete_group(self, drawer: Drawer) -> None:
        if (group := self._group(drawer)) is not None:
            self.deeds.delete_group(group, drawer.number)

    def _shift_group(self, drawer: Drawer, step: int) -> None:
        group = self._group(drawer)
        if group is None:
            return
        same = [one for one in self.shelf.library.groups if one.scope is group.scope]
        place = same.index(group) + step
        if 0 <= place < len(same):
            behind = place + 1 if step > 0 else place
            self.deeds.move_group(group.uid, same[behind].uid if behind < len(same) else "")

    def _group_dropped(self, drop: GroupDrop) -> None:
        group = next((one for one in self.shelf.library.groups if one.uid == drop.uid), None)
        if group is None:
            return
        if group.scope is not drop.scope:
            self.deeds.save_group(replace(group, scope=drop.scope), group)
        self.deeds.move_group(group.uid, drop.before)

    def _offer_drawers(self) -> None:
        """The groups where there is no room for their column."""
        menu = Menu(self)
        for drawer in self.groups.groups.rows:
            name = self.groups.groups.name(drawer).replace("&", "&&")
            if drawer.kind is Kind.HEADING:
                menu.addSection(name)
            else:
                menu.addAction(f"{name}\t{amounts.number(drawer.number)}", partial(self.groups.set_drawer, drawer))
        menu.addSeparator()
        menu.addAction(self.tr("New group…"), self._add_group)
        menu.open_below(self.where)

    def _offer_group(self, drawer: Drawer, where: QPoint) -> None:
        group = self._group(drawer)
        if group is None:
            return
        menu = Menu(self)
        if drawer.differs:
            menu.addAction(self.tr("Settle the differences…"), partial(self.settle_group, group))
        menu.addAction(self.tr("Rename…"), partial(self._rename, drawer))
        mine = group.scope is Scope.PERSONAL
        other = replace(group, scope=Scope.SHOP if mine else Scope.PERSONAL)
        text = self.tr("Give it to the shop") if mine else self.tr("Keep it to myself")
        menu.addAction(text, partial(self.deeds.save_group, other, group))
        menu.addAction(self.tr("Delete"), partial(self._delete_group, drawer))
        menu.popup(where)
