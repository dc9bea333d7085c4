"""Which replies name a shared part."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import amounts
from desktop.widgets.button import Button
from desktop.widgets.card import Card
from desktop.widgets.clear_layout import clear_layout
from desktop.widgets.label import Label
from local_db.replies.fragments import names_in
from local_db.replies.model import Reply

_SHOWN = 12


class UsedInCard(Card):
    """A link to each; hidden for what is no shared part.

    Signals:
        wanted(str): show the reply with this uid.
    """

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Used in"))
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        self.add_layout(self._column)
        self.links: list[Button] = []
        self.hide()

    def show_users(self, fragment: Reply, replies: Sequence[Reply]) -> None:
        """Show which of these name it."""
        clear_layout(self._column)
        self.links = []
        self.setVisible(fragment.fragment)
        if not fragment.fragment:
            return
        users = users_of(fragment, replies)
        for reply in users[:_SHOWN]:
            link = Button(reply.title.replace("&", "&&"), kind="link", dense=True)
            link.clicked.connect(partial(self.wanted.emit, reply.uid))
            self.links.append(link)
            self._column.addWidget(link)
        if len(users) > _SHOWN:
            rest = self.tr("and {count} more").format(count=amounts.number(len(users) - _SHOWN))
            self._column.addWidget(Label(rest, "small"))
        if not users:
            hint = self.tr("No reply names it yet: write {>%title} where it is to stand.").replace(
                "%title", fragment.title
            )
            self._column.addWidget(Label(hint, "small", wrap=True))


def users_of(fragment: Reply, replies: Sequence[Reply]) -> list[Reply]:
    """The replies whose wordings name a shared part."""
    title = fragment.title.strip()
    return [
        reply
        for reply in replies
        if reply.uid != fragment.uid
        and any(title in wording.text and title in names_in(wording.text) for wording in reply.wordings)
    ]
