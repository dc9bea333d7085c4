"""What a page is given: the shop, and the window's services."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

from desktop.shell.background import Background
from desktop.shell.change_bus import ChangeBus
from desktop.shell.hotkey.switch import HotkeySwitch
from desktop.shell.i18n import LanguageSwitch
from desktop.shell.notices import Notices
from desktop.shell.theme import ThemeSwitch
from desktop.shell.ui_settings import UiSettings

if TYPE_CHECKING:
    from local_db.roster.source import RosterSource
    from local_db.shop_file import Shop


class Navigate(Protocol):
    """Opens a page by its key, with arguments for its `open`."""

    def __call__(self, page_key: str, /, **arguments: object) -> None:
        """Go there."""


class PageContext(NamedTuple):
    """Everything a page may use; nothing global."""

    shop: Shop
    rosters: RosterSource
    background: Background
    changes: ChangeBus
    notices: Notices
    theme: ThemeSwitch
    language: LanguageSwitch
    settings: UiSettings
    navigate: Navigate
    hotkey: HotkeySwitch
