"""What can be chosen about the panel: which replies it finds, what happens after taking one, and about one reply."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop.members.words import platform as platform_name
from desktop.widgets.button import IconButton
from desktop.widgets.menu import Menu

if TYPE_CHECKING:
    from desktop.replies.service import ReplyService
    from desktop.shell.paste.paster import Paster
    from desktop.shell.ui_settings import UiSettings
    from local_db.replies.model import Reply

_PLATFORM, _LANGUAGE, _STAYS, _PASTES = "replies/platform", "replies/language", "replies/stays", "replies/pastes"
_ON = "1"


class PanelMenu(QObject):
    """Remembers the choices on this computer.

    Signals:
        filtered: other replies are to be found.
        library_wanted: the library's page was asked for.
        collapse_wanted: the panel is to become a strip.
        edit_wanted(str): the reply of this uid is to be changed.
        quit_wanted: the program is to end.
        pin_wanted(str, bool): the reply of this uid is to be pinned, or not any more.
    """

    filtered = Signal()
    library_wanted = Signal()
    collapse_wanted = Signal()
    quit_wanted = Signal()
    edit_wanted = Signal(str)
    pin_wanted = Signal(str, bool)

    def __init__(self, settings: UiSettings, service: ReplyService, paster: Paster, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._service = service
        self._paster = paster
        self._window = parent
        self._is_alone: Callable[[], bool] = lambda: False
        self.filter_button = IconButton("filter", self.tr("Only some replies"), size=28)
        self.filter_button.clicked.connect(self._open_filter)

    def offer_quit_while(self, is_alone: Callable[[], bool]) -> None:
        """Offer the end of the program while nothing else of it is in sight by which to end it."""
        self._is_alone = is_alone

    @property
    def platform(self) -> str:
        """The platform whose replies are found; empty for that of the buyer, or all."""
        return self._settings.get(_PLATFORM)

    @property
    def reply_language(self) -> str:
        """The language in which replies are found; empty for all."""
        return self._settings.get(_LANGUAGE)

    @property
    def stays(self) -> bool:
        """Whether the panel stays in sight after taking a reply."""
        return self._settings.get(_STAYS) == _ON

    @property
    def pastes(self) -> bool:
        """Whether replies are pasted into the chat rather than only copied."""
        return self._settings.get(_PASTES) == _ON and self._paster.available

    def refresh(self) -> None:
        """Offer what the library has; a filter in force is told by its colour and its name."""
        self.filter_button.setVisible(bool(self._platforms() or len(self._languages()) > 1))
        names = [platform_name(self.platform)] if self.platform else []
        names += [self._language_name(self.reply_language)] if self.reply_language else []
        said = self.tr("Only: {what}").format(what=", ".join(names)) if names else self.tr("Only some replies")
        self.filter_button.set_name(said)
        self.filter_button.set_kind("link" if names else "ghost")

    def open_more(self, button: QWidget) -> None:
        """What else can be done."""
        menu = Menu(self._window)
        self._tick(menu, self.tr("Stay open after copying"), _STAYS, on=self.stays)
        if self._paster.available:
            self._tick(menu, self.tr("Paste into the chat with Enter"), _PASTES, on=self.pastes)
        menu.addSeparator()
        menu.addAction(self.tr("Open the library"), self.library_wanted.emit)
        menu.addAction(self.tr("Make it a strip"), self.collapse_wanted.emit)
        if self._is_alone():
            menu.addSeparator()
            menu.addAction(self.tr("Quit Regulars"), self.quit_wanted.emit)
        menu.open_below(button)

    def open_row(self, reply: Reply, place: QPoint) -> None:
        """What can be done with one reply."""
        menu = Menu(self._window)
        menu.addAction(self.tr("Change in the library"), partial(self.edit_wanted.emit, reply.uid))
        pin = self.tr("Do not pin any more") if reply.pinned else self.tr("Pin to the top")
        menu.addAction(pin, partial(self.pin_wanted.emit, reply.uid, not reply.pinned))
        menu.popup(place)

    def _open_filter(self) -> None:
        menu = Menu(self._window)
        if platforms := self._platforms():
            self._option(menu, self.tr("Every platform"), _PLATFORM, "", self.platform)
            for key in platforms:
                self._option(menu, platform_name(key), _PLATFORM, key, self.platform)
        if len(languages := self._languages()) > 1:
            if platforms:
                menu.addSeparator()
            self._option(menu, self.tr("Every language"), _LANGUAGE, "", self.reply_language)
            for key in languages:
                self._option(menu, self._language_name(key), _LANGUAGE, key, self.reply_language)
        menu.open_below(self.filter_button)

    def _platforms(self) -> list[str]:
        found = {key for reply in self._service.library.replies for key in reply.platforms}
        return sorted(found | {self.platform} - {""})

    def _languages(self) -> list[str]:
        found = {reply.language for reply in self._service.library.replies}
        return sorted((found | {self.reply_language}) - {""})

    def _language_name(self, key: str) -> str:
        return {"zh": self.tr("Chinese"), "en": self.tr("English")}.get(key, key)

    def _option(self, menu: Menu, text: str, setting: str, value: str, chosen: str) -> None:
        action = menu.addAction(text, partial(self._choose, setting, value))
        action.setCheckable(True)
        action.setChecked(value == chosen)

    def _tick(self, menu: Menu, text: str, setting: str, *, on: bool) -> None:
        action = menu.addAction(text, partial(self._choose, setting, "" if on else _ON))
        action.setCheckable(True)
        action.setChecked(on)

    def _choose(self, setting: str, value: str) -> None:
        self._settings.set(setting, value)
        self.refresh()
        self.filtered.emit()
