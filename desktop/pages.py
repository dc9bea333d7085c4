"""The tuple of pages: key, title, icon, factory, and the topics each shows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.changes import Topic

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.shell.context import PageContext

TITLES = "Pages"  # the translation context of the titles below


@dataclass(frozen=True, slots=True)
class Page:
    """One entry of the navigation.

    `title` is marked with QT_TRANSLATE_NOOP("Pages", …); `factory` imports its module when called, so
    that a page costs nothing before it is opened; `topics` are what it must reload for. The page is a
    QWidget and may have `reload(changes: Changes)`, called at its first showing and after changes, and
    `open(**arguments)`, called by navigation. The key `settings` is put at the foot.
    """

    key: str
    title: str
    icon: str
    factory: Callable[[PageContext], QWidget]
    topics: frozenset[Topic] = frozenset()

    def shown_title(self) -> str:
        """The title in the language in force."""
        return translate(TITLES, self.title)


def _home(context: PageContext) -> QWidget:
    from desktop.home.page import HomePage

    return HomePage(context)


PAGES: tuple[Page, ...] = (  # one entry per page that works
    Page(
        "home",
        QT_TRANSLATE_NOOP("Pages", "Today"),
        "home",
        _home,
        frozenset(
            {
                Topic.MEMBERS,
                Topic.ORDERS,
                Topic.IMPORTS,
                Topic.SEGMENTS,
                Topic.TEMPLATES,
                Topic.AUDIENCES,
                Topic.SETTINGS,
            }
        ),
    ),
)
