"""The groups at the left of the library: looked into, named, given away, settled, deleted and put in order."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from desktop import amounts
from desktop.replies.editing.drafts import Drafts
from desktop.replies.library.deeds import Deeds
from desktop.replies.library.drawers import Drawer, Kind, with_unsaved
from desktop.replies.library.group_dialog import GroupDialog
from desktop.replies.library.group_list import Drop, GroupList
from desktop.replies.library.settle_dialog import SettleDialog
from desktop.replies.library.shelf import NO_SHELF, Shelf
from desktop.widgets.button import IconButton
from desktop.widgets.card import Card
from desktop.widgets.menu import Menu
from local_db.replies.model import Group, Scope

WIDTH = 196
FIGURE_SPACE = "\u2007"  # as wide as a figure, so that numbers in a menu end in one line


class GroupsCard(Card):
    """Their list, and what may be done with each of them."""

    def __init__(self, deeds: Deeds, drafts: Drafts, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Groups"), padding=12, parent=parent)
        self._deeds = deeds
        self._drafts = drafts
        self._shelf: Shelf = NO_SHELF
        self._wanted: Drawer | None = None  # to be looked into once it is read
        self.groups = GroupList()
        self.new_group = IconButton("plus", self.tr("New group"), size=26)
        self.setFixedWidth(WIDTH)
        self.add_tool(self.new_group)
        self.add(self.groups, 1)
        self.new_group.clicked.connect(self._add_group)
        self.groups.rename_wanted.connect(self._rename)
        self.groups.delete_wanted.connect(self._delete_group)
        self.groups.shift_wanted.connect(self._shift_group)
        self.groups.menu_wanted.connect(self._offer_group)
        self.groups.groups.group_dropped.connect(self._group_dropped)
        deeds.group_made.connect(self._group_made)

    def take(self, shelf: Shelf) -> None:
        """Show the groups as they are now."""
        self._shelf = shelf
        self.show_drawers()
        if self._wanted is not None:
            self.groups.set_drawer(self._wanted)
            self._wanted = None

    def show_drawers(self) -> None:
        """Show what there is to look into, with one for what could not be saved."""
        self.groups.show_drawers(with_unsaved(self._shelf.drawers, len(self._drafts.kept)))

    def look_into(self, drawer: Drawer) -> None:
        """Choose a drawer, which may have to be read first."""
        self._wanted = None if self.groups.groups.row_of(drawer) >= 0 else drawer
        self.groups.set_drawer(drawer)

    def offer_below(self, button: QWidget) -> None:
        """The groups where there is no room for their column."""
        menu = Menu(button)
        rows = self.groups.groups.rows
        widest = max(len(amounts.number(drawer.number)) for drawer in rows)
        for drawer in rows:
            name = self.groups.groups.name(drawer).replace("&", "&&")
            if drawer.kind is Kind.HEADING:
                menu.add_heading(name)
            else:
                number = amounts.number(drawer.number).rjust(widest, FIGURE_SPACE)
                menu.addAction(f"{name}\t{number}", partial(self.groups.set_drawer, drawer))
        menu.addSeparator()
        menu.addAction(self.tr("New group…"), self._add_group)
        menu.open_below(button)

    def settle_group(self, group: Group) -> SettleDialog:
        """Ask which words of a group stay."""
        dialog = SettleDialog(group, self._shelf.library.conflicts.get(group.uid, ()), self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.settled.connect(partial(self._deeds.settle, group.uid))
        dialog.open()
        return dialog

    def _group(self, uid: str) -> Group | None:
        return next((group for group in self._shelf.library.groups if group.uid == uid), None)

    def _add_group(self) -> None:
        self._ask_group(Group("", ""))

    def _rename(self, drawer: Drawer) -> None:
        if (group := self._group(drawer.uid)) is not None:
            self._ask_group(group)

    def _ask_group(self, group: Group) -> None:
        taken = [one.name for one in self._shelf.library.groups if one.uid != group.uid]
        dialog = GroupDialog(group, taken, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(partial(self._group_asked, dialog, group))
        dialog.open()

    def _group_asked(self, dialog: GroupDialog, before: Group) -> None:
        self._deeds.save_group(dialog.group(), before if before.uid else None)

    def _group_made(self, uid: str) -> None:
        self._wanted = Drawer(Kind.GROUP, uid)

    def _delete_group(self, drawer: Drawer) -> None:
        if (group := self._group(drawer.uid)) is not None:
            self._deeds.delete_group(group, drawer.number)

    def _shift_group(self, drawer: Drawer, step: int) -> None:
        group = self._group(drawer.uid)
        if group is None:
            return
        same = [one for one in self._shelf.library.groups if one.scope is group.scope]
        place = same.index(group) + step
        if 0 <= place < len(same):
            behind = place + 1 if step > 0 else place
            self._deeds.move_group(group.uid, same[behind].uid if behind < len(same) else "")

    def _group_dropped(self, drop: Drop) -> None:
        group = self._group(drop.uid)
        if group is None:
            return
        if group.scope is not drop.scope:
            self._deeds.save_group(replace(group, scope=drop.scope), group)
        self._deeds.move_group(group.uid, drop.before)

    def _offer_group(self, drawer: Drawer, where: QPoint) -> None:
        group = self._group(drawer.uid)
        if group is None:
            return
        menu = Menu(self)
        if drawer.differs:
            menu.addAction(self.tr("Settle the differences…"), partial(self.settle_group, group))
        menu.addAction(self.tr("Rename…"), partial(self._rename, drawer))
        mine = group.scope is Scope.PERSONAL
        other = replace(group, scope=Scope.SHOP if mine else Scope.PERSONAL)
        text = self.tr("Give it to the shop") if mine else self.tr("Keep it to myself")
        menu.addAction(text, partial(self._deeds.save_group, other, group))
        menu.addAction(self.tr("Delete"), partial(self._delete_group, drawer))
        menu.popup(where)
