from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop import app as wiring
from desktop.pages import Page
from desktop.shell.context import PageContext
from desktop.shell.main_window import MainWindow
from desktop.shell.navigation import COMPACT_WIDTH, WIDTH, Navigation
from desktop.widgets.label import Label
from local_db.changes import Changes, Topic


@dataclass
class Diary:
    """What happened to the pages of a test."""

    built: list[str] = field(default_factory=list)
    reloads: list[tuple[str, frozenset[Topic]]] = field(default_factory=list)
    opened: list[tuple[str, dict[str, object]]] = field(default_factory=list)


class FakePage(QWidget):
    """A page that writes into the diary."""

    def __init__(self, diary: Diary, key: str, _context: PageContext) -> None:
        super().__init__()
        self._diary = diary
        self._key = key
        QVBoxLayout(self).addWidget(Label(self.tr("Page")))
        diary.built.append(key)

    def reload(self, changes: Changes) -> None:
        self._diary.reloads.append((self._key, changes.topics))

    def open(self, **arguments: object) -> None:
        self._diary.opened.append((self._key, arguments))


KEYS = ("home", "members", "settings")


@pytest.fixture
def diary() -> Diary:
    return Diary()


@pytest.fixture
def context(qapp: QApplication, tmp_path: Path) -> Iterator[PageContext]:
    services = wiring.build_services(qapp, tmp_path / "window.ini")
    services.theme.choose("light")
    services.language.choose("en")
    nothing = cast(Any, None)  # these pages read no shop
    yield wiring.build_context(nothing, nothing, services)
    services.background.close()


@pytest.fixture
def window(context: PageContext, diary: Diary, qtbot: QtBot) -> MainWindow:
    topics = frozenset({Topic.MEMBERS})
    pages = [Page(key, key.title(), "home", functools.partial(FakePage, diary, key), topics) for key in KEYS]
    made = wiring.build_window(context, pages, "喵屋")
    qtbot.addWidget(made)
    made.show()
    return made


def test_only_the_first_page_is_built(window: MainWindow, diary: Diary) -> None:
    assert diary.built == ["home"]
    assert diary.reloads == [("home", frozenset({Topic.MEMBERS}))]
    assert window.current_key == "home"


def test_the_title_names_the_shop(window: MainWindow) -> None:
    assert window.windowTitle() == "喵屋 — Regulars"
    window.set_shop_name("")
    assert window.windowTitle() == "Regulars"


def test_pages_are_reached_by_keyboard(window: MainWindow, diary: Diary, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.current_key == "members"
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.current_key == "settings"
    item = window.findChild(Navigation).item("home")
    item.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(item, Qt.Key.Key_Space)
    assert window.current_key == "home"
    assert diary.built == ["home", "members", "settings"]


def test_a_page_under_another_is_opened_from_there(context: PageContext, diary: Diary, qtbot: QtBot) -> None:
    pages = [Page(key, key.title(), "home", functools.partial(FakePage, diary, key)) for key in KEYS]
    pages.insert(2, Page("tags", "Tags", "tag", functools.partial(FakePage, diary, "tags"), under="members"))
    window = wiring.build_window(context, pages)
    qtbot.addWidget(window)
    window.show()
    bar = window.findChild(Navigation)
    with pytest.raises(KeyError):
        bar.item("tags")
    window.navigate("tags")
    assert window.current_key == "tags"
    assert [bar.item(key).isChecked() for key in KEYS] == [False, True, False]
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.current_key == "settings"


def test_navigation_marks_the_page_in_sight(window: MainWindow) -> None:
    bar = window.findChild(Navigation)
    window.navigate("members")
    assert [bar.item(key).isChecked() for key in KEYS] == [False, True, False]
    bar.item("members").click()
    assert bar.item("members").isChecked()


def test_a_page_is_opened_with_arguments(window: MainWindow, diary: Diary, context: PageContext) -> None:
    context.navigate("members", member=7)
    assert diary.opened == [("members", {"member": 7})]


def test_an_unknown_page_is_a_mistake(window: MainWindow) -> None:
    with pytest.raises(KeyError):
        window.navigate("nowhere")


def test_a_hidden_page_reloads_when_it_is_shown(window: MainWindow, diary: Diary, context: PageContext) -> None:
    window.navigate("members")
    diary.reloads.clear()
    context.changes.announce(Changes.of(Topic.MEMBERS))
    assert [key for key, _ in diary.reloads] == ["members"]
    window.navigate("home")
    assert [key for key, _ in diary.reloads] == ["members", "home"]


def test_another_language_rebuilds_the_page_in_sight(
    window: MainWindow, diary: Diary, context: PageContext, qapp: QApplication
) -> None:
    window.navigate("members")
    context.notices.show("kept")
    old = window.page("members")
    context.language.choose("zh_CN")
    try:
        assert window.current_key == "members"
        assert window.page("members") is not old
        assert window.page("home") is None
        assert diary.built == ["home", "members", "members"]
        context.changes.announce(Changes.of(Topic.MEMBERS))
        assert diary.reloads[-1] == ("members", frozenset({Topic.MEMBERS}))
    finally:
        context.language.choose("en")


def test_the_bar_shrinks_to_icons(window: MainWindow, qapp: QApplication) -> None:
    window.resize(800, 600)
    assert window.findChild(Navigation).width() == COMPACT_WIDTH
    window.resize(1280, 800)
    qapp.processEvents()
    assert window.findChild(Navigation).width() == WIDTH


def test_dropped_files_are_handed_on(window: MainWindow, tmp_path: Path) -> None:
    dropped: list[list[Path]] = []
    window.files_dropped.connect(dropped.append)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "订单.csv")), QUrl("https://example.com/x")])
    where = QPointF(QPoint(400, 300))
    copy = Qt.DropAction.CopyAction
    window.dropEvent(QDropEvent(where, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))
    assert dropped == [[tmp_path / "订单.csv"]]


def test_the_window_comes_back_where_it_was(window: MainWindow, context: PageContext) -> None:
    assert context.settings.geometry is None
    window.resize(880, 640)
    window.close()
    assert context.settings.geometry is not None
    again = MainWindow(context, ())
    assert (again.width(), again.height()) == (880, 640)
    again.deleteLater()


def test_settings_are_remembered_as_text(tmp_path: Path) -> None:
    from desktop.shell.ui_settings import UiSettings

    one = UiSettings(tmp_path / "w.ini")
    assert (one.theme, one.language, one.last_shop) == ("system", "system", None)
    one.theme, one.language, one.last_shop = "dark", "zh_CN", tmp_path / "店.regulars"
    one.set("members/sort", "spent")
    one.save()
    other = UiSettings(tmp_path / "w.ini")
    assert (other.theme, other.language, other.last_shop) == ("dark", "zh_CN", tmp_path / "店.regulars")
    assert other.get("members/sort") == "spent"
