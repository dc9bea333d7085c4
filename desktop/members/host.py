"""The page Members as the window hosts it: the list, one member's page, and the view of likely doubles."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.members.page import MembersPage

if TYPE_CHECKING:
    from desktop.members.doubles_view import DoublesView
    from desktop.members.member_page import MemberPage
    from desktop.shell.context import PageContext
    from local_db.changes import Changes


class MembersHost(QWidget):
    """Shows one of the three; the last two are built when they are first wanted."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._missed: Changes | None = None
        self._came_from: QWidget | None = None
        self.person: MemberPage | None = None
        self.doubles: DoublesView | None = None
        self.list = MembersPage(context)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self.list.member_wanted.connect(self.show_member)
        self.list.doubles_wanted.connect(self.show_doubles)

    def reload(self, changes: Changes) -> None:
        """Read again what is in sight; the list reads again what it has missed once it is back."""
        current = self._stack.currentWidget()
        if current is self.list:
            self.list.reload(changes)
            return
        self._missed = changes if self._missed is None else self._missed | changes
        if current is self.person and self.person is not None:
            self.person.reload()
        elif self.doubles is not None:
            self.doubles.reload()

    def open(self, *, member_id: int = 0, whole: bool = False, doubles: bool = False) -> None:
        """Show a member in the panel beside the list, with `whole` on their own page; or likely doubles."""
        if doubles:
            self.show_doubles()
        elif whole:
            self.show_member(member_id)
        elif member_id:
            self._show_list()
            self.list.open(member_id=member_id)

    def show_member(self, member_id: int) -> None:
        """Show the page about a member; Back leads to where one came from."""
        if self.person is None:
            from desktop.members.member_page import MemberPage

            self.person = MemberPage(self._context, self.list.finder)
            self.person.closed.connect(self._leave_person)
            self._stack.addWidget(self.person)
        if self._stack.currentWidget() is not self.person:
            self._came_from = self._stack.currentWidget()
        self._stack.setCurrentWidget(self.person)
        self.person.show_member(member_id)

    def show_doubles(self) -> None:
        """Show who may be the same person."""
        if self.doubles is None:
            from desktop.members.doubles_view import DoublesView

            self.doubles = DoublesView(self._context)
            self.doubles.closed.connect(self._show_list)
            self.doubles.member_wanted.connect(self.show_member)
            self._stack.addWidget(self.doubles)
        self._stack.setCurrentWidget(self.doubles)
        self.doubles.reload()

    def _leave_person(self) -> None:
        if self.person is not None:
            self.person.forget()
        if self._came_from is not None and self._came_from is self.doubles:
            self.show_doubles()
        else:
            self._show_list()

    def _show_list(self) -> None:
        self._stack.setCurrentWidget(self.list)
        missed, self._missed = self._missed, None
        if missed is not None:
            self.list.reload(missed)
        self.list.table.setFocus()
