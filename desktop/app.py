"""Wires the window once, explicitly: application, services, pages."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QApplication

from desktop.pages import Page
from desktop.shell.background import Background
from desktop.shell.change_bus import ChangeBus
from desktop.shell.context import PageContext
from desktop.shell.hotkey import switch as hotkey_switch
from desktop.shell.hotkey.switch import HotkeySwitch
from desktop.shell.i18n import LanguageSwitch
from desktop.shell.main_window import MainWindow
from desktop.shell.notices import Notices
from desktop.shell.theme import ThemeSwitch
from desktop.shell.ui_settings import UiSettings

if TYPE_CHECKING:
    from local_db.roster.source import RosterSource
    from local_db.shop_file import Shop

STYLE = "Fusion"


class Services(NamedTuple):
    """What lives as long as the application."""

    settings: UiSettings
    theme: ThemeSwitch
    language: LanguageSwitch
    background: Background
    changes: ChangeBus
    notices: Notices
    hotkey: HotkeySwitch


class _LateNavigate:
    """The way to a page, before the window that knows it is made."""

    def __init__(self) -> None:
        self.window: MainWindow | None = None

    def __call__(self, page_key: str, /, **arguments: object) -> None:
        if self.window is not None:
            self.window.navigate(page_key, **arguments)


def build_application(argv: Sequence[str]) -> QApplication:
    """The one QApplication, named; an existing one is taken as it is."""
    existing = QApplication.instance()
    # Named here, not by setStyle: its answer is a QStyle, whose many names cost 9 ms to make.
    app = existing if isinstance(existing, QApplication) else QApplication([*argv[:1], "-style", STYLE])
    app.setApplicationName("Regulars")
    # Work on other threads gives the window its turn within a millisecond; the interpreter's own measure is five.
    sys.setswitchinterval(0.001)
    app.setDesktopFileName("regulars")
    return app


def build_services(app: QApplication, settings_path: Path | None = None) -> Services:
    """Settings of this computer, the theme and language they name, and the window's services."""
    settings = UiSettings(settings_path)
    return Services(
        settings=settings,
        theme=ThemeSwitch(app, settings.theme),
        language=LanguageSwitch(app, settings.language),
        background=Background(app),
        changes=ChangeBus(app),
        notices=Notices(app),
        hotkey=HotkeySwitch(settings.get(hotkey_switch.SETTING), app),
    )


def build_context(shop: Shop, rosters: RosterSource, services: Services) -> PageContext:
    """What pages are given; its `navigate` works from `build_window` on."""
    return PageContext(
        shop=shop,
        rosters=rosters,
        background=services.background,
        changes=services.changes,
        notices=services.notices,
        theme=services.theme,
        language=services.language,
        settings=services.settings,
        navigate=_LateNavigate(),
        hotkey=services.hotkey,
    )


def build_window(context: PageContext, pages: Sequence[Page], shop_name: str = "") -> MainWindow:
    """The main window with its first page in sight, not shown yet."""
    window = MainWindow(context, pages, shop_name)
    if isinstance(context.navigate, _LateNavigate):
        context.navigate.window = window
    if pages:
        window.navigate(pages[0].key)
    return window
