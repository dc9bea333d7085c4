"""What is done with the replies that are selected: by the list's keys and menu, the bar below it, and by dragging."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint

from desktop.replies.library.bulk_bar import ReplyBulkBar
from desktop.replies.library.deeds import Deeds
from desktop.replies.library.drawers import Drawer
from desktop.replies.library.editor_side import EditorSide
from desktop.replies.library.list_card import ListCard
from desktop.replies.library.reply_list import Drop
from desktop.widgets.menu import Menu
from local_db.replies.model import Reply


class SelectedReplies(QObject):
    """Hears what the list and the bar are asked, and has it done."""

    def __init__(self, shown: ListCard, bulk: ReplyBulkBar, side: EditorSide, deeds: Deeds, parent: QObject) -> None:
        super().__init__(parent)
        self._shown = shown
        self._list = shown.list
        self._bulk = bulk
        self._side = side
        self._deeds = deeds
        self._list.selection_changed.connect(self._show_selection)
        self._list.delete_wanted.connect(self._delete)
        self._list.shift_wanted.connect(self._shift)
        self._list.menu_wanted.connect(self._offer)
        self._list.replies.dropped.connect(self._dropped)
        bulk.move_wanted.connect(self._move)
        bulk.tag_wanted.connect(self._tag)
        bulk.untag_wanted.connect(self._untag)
        bulk.fields_wanted.connect(self._set)
        bulk.delete_wanted.connect(self._delete)
        bulk.cleared.connect(self._select_none)

    def drop_on(self, uids: Sequence[str], drawer: Drawer) -> None:
        """Put replies into the group they were dropped on."""
        self._move_into(uids, drawer.uid)

    def _uids(self) -> list[str]:
        """Of those selected, without what is only a draft."""
        return [uid for uid in self._list.selected() if uid in self._shown.shelf.library.by_uid]

    def _replies(self) -> list[Reply]:
        return [self._shown.shelf.library.by_uid[uid] for uid in self._uids()]

    def _show_selection(self) -> None:
        shelf, chosen = self._shown.shelf, self._replies()
        tags = sorted({tag for reply in chosen for tag in reply.tags}) if len(chosen) > 1 else []
        self._bulk.show_selected(len(chosen), shelf.library.groups, tags, shelf.tags if tags else [])

    def _delete(self) -> None:
        if self._side.is_unstored(self._list.current()):
            self._side.discard()
        if replies := self._replies():
            self._side.keep()  # a way back brings back what was being written, too
            self._deeds.delete_replies(replies)

    def _shift(self, step: int) -> None:
        """One place up or down in its group."""
        uid, rows = self._list.current(), self._list.replies.rows
        place = self._list.replies.row_of(uid) + step
        if not self._shown.is_place or not uid or not 0 <= place < len(rows):
            return
        behind = place + 1 if step > 0 else place
        self._deeds.move([uid], self._shown.drawer.uid, rows[behind].uid if behind < len(rows) else "", "")

    def _dropped(self, drop: Drop) -> None:
        self._deeds.move(drop.uids, self._shown.drawer.uid, drop.before, self.tr("The order is changed."))

    def _move(self, group: str) -> None:
        self._move_into(self._uids(), group)

    def _move_into(self, uids: Sequence[str], group: str) -> None:
        name = self._shown.shelf.library.group_names.get(group, "")
        said = self.tr("Moved into “{group}”.").format(group=name) if group else self.tr("In no group any more.")
        self._deeds.move(uids, group, "", said)

    def _tag(self, tag: str) -> None:
        self._deeds.change_tags(self._uids(), add=[tag])

    def _untag(self, tag: str) -> None:
        self._deeds.change_tags(self._uids(), remove=[tag])

    def _set(self, fields: dict[str, object]) -> None:
        self._deeds.set_fields(self._uids(), fields)

    def _select_none(self) -> None:
        self._list.choose(self._list.current())

    def _offer(self, where: QPoint) -> None:
        """What can be done with them."""
        chosen = self._replies()
        menu = Menu(self._list)
        if self._side.deleted.reply is not None:
            menu.addAction(self._side.deleted.back.text(), self._side.deleted.back.click)
            menu.popup(where)
            return
        if len(chosen) == 1:
            pin = self.tr("Do not pin") if chosen[0].pinned else self.tr("Pin")
            menu.addAction(pin, partial(self._set, {"pinned": not chosen[0].pinned}))
            menu.addAction(self.tr("Duplicate"), self._side.copy)
            menu.addAction(self.tr("Versions…"), self._side.ask_versions)
        into = menu.addMenu(self.tr("Move to"))
        for group in self._shown.shelf.library.groups:
            into.addAction(group.name.replace("&", "&&"), partial(self._move, group.uid))
        into.addAction(self.tr("no group"), partial(self._move, ""))
        menu.addAction(self.tr("Delete"), self._delete)
        menu.popup(where)
