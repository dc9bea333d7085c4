"""The tuple of pages: key, title, icon, factory, and the topics each shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from desktop.translation import QT_TRANSLATE_NOOP, translate
from local_db.changes import Topic

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.shell.context import PageContext

TITLES = "Pages"  # the translation context of the titles below


class Page(NamedTuple):
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
    under: str = ""  # the page that stands for it in the navigation; it is opened from there

    def shown_title(self) -> str:
        """The title in the language in force."""
        return translate(TITLES, self.title)


def _home(context: PageContext) -> QWidget:
    from desktop.home.page import HomePage

    return HomePage(context)


def _members(context: PageContext) -> QWidget:
    from desktop.members.host import MembersHost

    return MembersHost(context)


def _tags(context: PageContext) -> QWidget:
    from desktop.tags.page import TagsPage

    return TagsPage(context)


def _products(context: PageContext) -> QWidget:
    from desktop.products.page import ProductsPage

    return ProductsPage(context)


def _segments(context: PageContext) -> QWidget:
    from desktop.segments.page import SegmentsPage

    return SegmentsPage(context)


def _templates(context: PageContext) -> QWidget:
    from desktop.templates.page import TemplatesPage

    return TemplatesPage(context)


def _cards(context: PageContext) -> QWidget:
    from desktop.cards.page import CardsPage

    return CardsPage(context)


def _call_scripts(context: PageContext) -> QWidget:
    from desktop.call_scripts.page import CallScriptsPage

    return CallScriptsPage(context)


def _campaigns(context: PageContext) -> QWidget:
    from desktop.campaigns.page import CampaignsPage

    return CampaignsPage(context)


def _replies(context: PageContext) -> QWidget:
    from desktop.replies.page import RepliesPage

    return RepliesPage(context)


def _settings(context: PageContext) -> QWidget:
    from desktop.settings.page import SettingsPage

    return SettingsPage(context)


_PEOPLE = frozenset({Topic.MEMBERS, Topic.ORDERS, Topic.IMPORTS, Topic.SETTINGS})

# One entry per page that works.
PAGES: tuple[Page, ...] = (
    Page("home", QT_TRANSLATE_NOOP("Pages", "Today"), "home", _home, frozenset(Topic)),
    Page("members", QT_TRANSLATE_NOOP("Pages", "Members"), "people", _members, _PEOPLE),
    Page("tags", QT_TRANSLATE_NOOP("Pages", "Tags"), "tag", _tags, _PEOPLE | {Topic.SEGMENTS}, "members"),
    Page("products", QT_TRANSLATE_NOOP("Pages", "Products"), "folder", _products, _PEOPLE, "members"),
    Page(
        "segments",
        QT_TRANSLATE_NOOP("Pages", "Segments"),
        "filter",
        _segments,
        _PEOPLE | {Topic.SEGMENTS, Topic.AUDIENCES},
    ),
    Page(
        "templates",
        QT_TRANSLATE_NOOP("Pages", "Templates"),
        "message",
        _templates,
        _PEOPLE | {Topic.TEMPLATES, Topic.SEGMENTS, Topic.AUDIENCES},
    ),
    Page(
        "cards",
        QT_TRANSLATE_NOOP("Pages", "Cards"),
        "message",
        _cards,
        _PEOPLE | {Topic.DOCUMENTS},
        "templates",
    ),
    Page(
        "call_scripts",
        QT_TRANSLATE_NOOP("Pages", "Call scripts"),
        "phone",
        _call_scripts,
        _PEOPLE | {Topic.DOCUMENTS, Topic.SEGMENTS},
        "templates",
    ),
    Page("campaigns", QT_TRANSLATE_NOOP("Pages", "Campaigns"), "megaphone", _campaigns, frozenset(Topic)),
    Page(
        "replies",
        QT_TRANSLATE_NOOP("Pages", "Replies"),
        "bolt",
        _replies,
        frozenset({Topic.REPLIES, Topic.SETTINGS}),
    ),
    Page("settings", QT_TRANSLATE_NOOP("Pages", "Settings"), "gear", _settings, frozenset({Topic.SETTINGS})),
)
