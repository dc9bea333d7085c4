"""Where the shop file is, and what keeps it closed to others."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.command_line import PASSPHRASE_VARIABLE
from desktop.gateways.shop_keys import SystemKeyring
from desktop.widgets.card import Card
from desktop.widgets.icon_label import IconLabel
from desktop.widgets.label import Label

if TYPE_CHECKING:
    from desktop.shell.context import PageContext

KEYRING, PASSPHRASE = "keyring", "passphrase"


class FileCard(Card):
    """Three sentences about the shop file."""

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.set_title(self.tr("Shop file"))
        self._context = context
        self._path = Label(_breakable(str(context.shop.path)), wrap=True)
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._path.setAccessibleName(str(context.shop.path))
        self._key = Label("", "muted", wrap=True)
        self.add(self._path)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(IconLabel("lock", "good"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(
            Label(
                self.tr("All of it is encrypted (SQLCipher, AES-256), and so are its backups."),
                "muted",
                wrap=True,
            ),
            1,
        )
        self.add_layout(line)
        self.add(self._key)

    def read(self) -> str:
        """Where the key of this file is: in the KEYRING, or behind a PASSPHRASE; for a reading thread."""
        key = self._context.shop.key
        if os.environ.get(PASSPHRASE_VARIABLE):
            return PASSPHRASE
        return KEYRING if SystemKeyring().find(key.salt) == key.raw else PASSPHRASE

    def show_key(self, place: str) -> None:
        """Say where the key is."""
        if place == KEYRING:
            self._key.setText(
                self.tr("Its key is kept in this computer's keyring; whoever can sign in here can open the shop.")
            )
        else:
            self._key.setText(
                self.tr("A passphrase opens it, here and on other computers. Without it nobody can, so keep it safe.")
            )


def _breakable(path: str) -> str:
    """A path that may go on in the next line after each of its folders."""
    return path.replace("/", "/\u200b").replace("\\", "\\\u200b")
