"""Clicks and keys at random over the replies page and the panel: nothing fails, nothing is lost, the file stays sound.

REGULARS_MONKEY=seed,steps plays one long game instead, for whoever hunts.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop import app as wiring
from desktop.pages import PAGES
from desktop.replies.page import RepliesPage
from desktop.replies.panel.caller import PanelCaller
from desktop.replies.panel.host import ReplyHost
from desktop.replies.panel.panel import ReplyPanel
from desktop.shell.main_window import MainWindow
from local_db.replies import actions
from local_db.replies.drafts import drafts
from local_db.replies.model import Wording
from tests.desktop.replies.library import GROUPS, REPLIES, add_library
from tests.desktop.stage import Stage

GAMES = [(1, 120)]
if "REGULARS_MONKEY" in os.environ:
    GAMES = [(int(seed), int(steps)) for seed, steps in [os.environ["REGULARS_MONKEY"].split(",")]]
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
KEYS = [
    *(
        (key, NONE)
        for key in (
            Qt.Key.Key_Tab,
            Qt.Key.Key_Return,
            Qt.Key.Key_Escape,
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_Left,
            Qt.Key.Key_Delete,
            Qt.Key.Key_Backspace,
            Qt.Key.Key_Space,
            Qt.Key.Key_F2,
            Qt.Key.Key_Menu,
            Qt.Key.Key_PageDown,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
            Qt.Key.Key_3,
        )
    ),
    *(
        (key, CONTROL)
        for key in (
            Qt.Key.Key_A,
            Qt.Key.Key_V,
            Qt.Key.Key_C,
            Qt.Key.Key_X,
            Qt.Key.Key_Z,
            Qt.Key.Key_S,
            Qt.Key.Key_N,
            Qt.Key.Key_Return,
            Qt.Key.Key_B,
            Qt.Key.Key_1,
            Qt.Key.Key_M,
            Qt.Key.Key_F,
        )
    ),
    (Qt.Key.Key_Backtab, SHIFT),
    (Qt.Key.Key_Down, SHIFT),
    (Qt.Key.Key_B, CONTROL | SHIFT),
    (Qt.Key.Key_Right, ALT),
]
TEXTS = [
    "退货", "fahuo", "{nick", "{nick|亲}", "{>结束语}", "{>没有}", "{尺码}", "}", "👨‍👩‍👧‍👦", "שלום",
    "\u202e反", "\u200b", "=1+1", "<b>x</b>", "13800000001", "%s {0}", "\ud83d", "a" * 300,
]  # fmt: skip


class Monkey:
    """One game: a window with its panel, and somebody who knows nothing of either."""

    def __init__(self, stage: Stage, window: MainWindow, caller: PanelCaller, seed: int) -> None:
        self.stage, self.window, self.caller = stage, window, caller
        self.chance = random.Random(seed)
        self.done: list[str] = []

    def play(self, steps: int, deeds: dict[Callable[[], object], int]) -> None:
        for _ in range(steps):
            deed = self.chance.choices(list(deeds), list(deeds.values()))[0]
            self.done.append(deed.__name__)
            deed()
            for _ in range(self.chance.randrange(4)):
                QApplication.processEvents()
            if self.chance.random() < 0.03:
                self.stage.settle()
        self.stage.settle()

    @property
    def page(self) -> RepliesPage:
        self.window.navigate("replies")
        found = self.window.page("replies")
        assert isinstance(found, RepliesPage)
        return found

    # --- anywhere ---

    def click(self) -> None:
        widget = self.widget()
        if widget is not None:
            held = self.chance.choice([NONE, NONE, NONE, CONTROL, SHIFT])
            self.note(widget)
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, held, self.place(widget))

    def double_click(self) -> None:
        widget = self.widget()
        if widget is not None:
            self.note(widget)
            QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, NONE, self.place(widget))

    def ask_menu(self) -> None:
        widget = self.widget()
        if widget is not None:
            self.note(widget)
            QTest.mouseClick(widget, Qt.MouseButton.RightButton, NONE, self.place(widget))

    def press(self) -> None:
        key, held = self.chance.choice(KEYS)
        self.done[-1] += f" {key.name}"
        QTest.keyClick(self.keyboard(), key, held)

    def type(self) -> None:
        text = self.chance.choice(TEXTS)
        widget = self.keyboard()
        self.note(widget)
        if hasattr(widget, "insertPlainText"):
            widget.insertPlainText(text)
        elif hasattr(widget, "insert") and hasattr(widget, "text"):
            widget.insert(text)

    def copy_elsewhere(self) -> None:
        QGuiApplication.clipboard().setText(self.chance.choice(TEXTS))

    def switch_theme(self) -> None:
        self.stage.context.theme.choose(self.chance.choice(["light", "dark"]))

    def switch_language(self) -> None:
        self.stage.context.language.choose(self.chance.choice(["en", "zh_CN"]))

    def switch_page(self) -> None:
        self.window.navigate("home")
        QApplication.processEvents()
        self.window.navigate("replies")

    def call_panel(self) -> None:
        self.caller.toggle()

    def note(self, widget: QWidget) -> None:
        self.done[-1] += f" {type(widget).__name__} {widget.accessibleName()}"

    def keyboard(self) -> QWidget:
        modal = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        if modal is not None:
            return modal.focusWidget() or modal
        return QApplication.focusWidget() or self.window

    def widget(self) -> QWidget | None:
        top = QApplication.activePopupWidget() or QApplication.activeModalWidget() or self.some_window()
        found = [
            widget
            for widget in (top, *top.findChildren(QWidget))
            if widget.isVisible() and widget.isEnabled() and widget.window() is top and not self.is_outside(widget)
        ]
        buttons = [widget for widget in found if isinstance(widget, QAbstractButton)]
        return self.chance.choice(buttons if buttons and self.chance.random() < 0.5 else found) if found else None

    def some_window(self) -> QWidget:
        panel = self.caller.panel
        if isinstance(panel, QWidget) and panel.isVisible() and self.chance.random() < 0.4:
            return panel
        return self.window

    def is_outside(self, widget: QWidget) -> bool:
        """Other pages play no part; nor does what would end the program."""
        return widget.window() is self.window and not (
            self.page.isAncestorOf(widget) or "Notice" in type(widget.parentWidget() or widget).__name__
        )

    def place(self, widget: QWidget) -> QPoint:
        return QPoint(self.chance.randrange(max(1, widget.width())), self.chance.randrange(max(1, widget.height())))

    # --- another PC, or another window ---

    def delete_elsewhere(self) -> None:
        library = actions.library(self.stage.shop)
        items = [one.uid for one in (*library.replies, *library.groups) if not getattr(one, "fragment", False)]
        if items:
            gone = self.chance.choice(items)
            self.stage.context.changes.announce(actions.delete(self.stage.shop, [gone], now=datetime.now(UTC)))

    def restore_elsewhere(self) -> None:
        uids = [one.uid for one in (*REPLIES, *GROUPS)]
        self.stage.context.changes.announce(actions.restore(self.stage.shop, uids, now=datetime.now(UTC)))

    def write_elsewhere(self) -> None:
        replies = actions.library(self.stage.shop).replies
        if replies:
            one = self.chance.choice(replies)
            wordings = (*one.wordings, Wording("", "从别处来"))[-5:]
            changed = replace(one, wordings=wordings, tags=(*one.tags, "别处")[-5:])
            try:
                changes = actions.save_reply(self.stage.shop, changed, now=datetime.now(UTC))[1]
            except actions.ReplyError:
                return
            self.stage.context.changes.announce(changes)

    # --- writing, and never taking anything away ---

    def open_some(self) -> None:
        replies = self.page.shelf.library.replies
        if replies:
            self.page.open(reply=self.chance.choice(replies).uid)

    def begin_some(self) -> None:
        self.page.open(new=True, title=self.chance.choice(["", "新的", "退货"]))

    def write_some(self) -> None:
        fields = self.page.library.editor.wordings.fields if self.page.library.writes else []
        shown = [field.body for field in fields if field.isVisible()]
        if not shown:
            return
        body = self.chance.choice(shown)
        self.written.append(f"〔{len(self.written)}〕")
        self.done[-1] += self.written[-1]
        body.moveCursor(body.textCursor().MoveOperation.End)
        body.insertPlainText(self.written[-1] + self.chance.choice(["", "", "{nick", "{nick|亲}"]))

    def choose_row(self) -> None:
        rows = self.page.library.list.replies.rows
        if rows:
            self.page.library.list.choose(self.chance.choice(rows).uid)

    def save(self) -> None:
        self.page.library.editor.save.click()

    def show_section(self) -> None:
        self.page.show_section(self.chance.choice(["library", "board", "learning"]))

    def search(self) -> None:
        self.page.library.search.setText(self.chance.choice(["", "退", "fahuo", "xyzzy"]))

    def undo_last(self) -> None:
        notices = self.stage.notices.all
        if notices and notices[-1].action is not None:
            self.done[-1] += f" {notices[-1].text}"
            notices[-1].action()
            notices[-1:] = [notices[-1]._replace(action=None)] if hasattr(notices[-1], "_replace") else []

    written: list[str] = []  # noqa: RUF012 - of one game, set by who plays it


@pytest.fixture
def monkey(
    stage: Stage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[int], Monkey]]:
    add_library(stage)
    file = tmp_path / "phrases.csv"
    file.write_text("标题,内容\n在吗,在的\n坏,{nick\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(file), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_, **__: ([str(file)], ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "out.html"), ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    context = stage.context._replace(navigate=wiring._LateNavigate())
    stage.context = context
    window = wiring.build_window(context, PAGES)
    qtbot.addWidget(window)
    host = ReplyHost(context, window)
    caller = PanelCaller(context, host.make_panel, window)
    window.show()
    window.navigate("replies")
    stage.settle()
    yield lambda seed: Monkey(stage, window, caller, seed)
    context.language.choose("en")
    caller.close()
    context.background.close()
    QGuiApplication.clipboard().clear()


def assert_sound(stage: Stage) -> None:
    with stage.shop.read() as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]
        assert connection.execute("pragma foreign_key_check").fetchall() == []
    actions.library(stage.shop)
    drafts(stage.shop)


@pytest.mark.parametrize(("seed", "steps"), GAMES)
def test_clicks_and_keys_anywhere(monkey: Callable[[int], Monkey], stage: Stage, seed: int, steps: int) -> None:
    player = monkey(seed)
    deeds = {
        player.click: 40, player.double_click: 3, player.ask_menu: 5, player.press: 30, player.type: 20,
        player.copy_elsewhere: 1, player.switch_theme: 1, player.switch_language: 1, player.switch_page: 1,
        player.call_panel: 3, player.delete_elsewhere: 1, player.restore_elsewhere: 1, player.write_elsewhere: 2,
    }  # fmt: skip
    try:
        player.play(steps, deeds)
    finally:
        if "REGULARS_MONKEY" in os.environ:
            print("\n".join(player.done[-25:]))  # noqa: T201 - for the hunter
    assert_sound(stage)
    assert isinstance(player.caller.prepare(), ReplyPanel)


@pytest.mark.parametrize(("seed", "steps"), GAMES)
def test_nothing_that_was_typed_is_lost(monkey: Callable[[int], Monkey], stage: Stage, seed: int, steps: int) -> None:
    player = monkey(seed)
    player.written = []
    deeds = {
        player.write_some: 30, player.open_some: 10, player.begin_some: 4, player.choose_row: 8, player.save: 6,
        player.show_section: 3, player.search: 3, player.switch_theme: 1, player.switch_language: 1,
        player.switch_page: 2, player.delete_elsewhere: 2, player.restore_elsewhere: 2, player.write_elsewhere: 4,
    }  # fmt: skip
    try:
        player.play(steps, deeds)
    finally:
        if "REGULARS_MONKEY" in os.environ:
            print("\n".join(player.done))  # noqa: T201 - for the hunter
    player.window.navigate("home")
    stage.settle()
    assert_sound(stage)
    with stage.shop.read() as connection:
        kept = [
            text
            for (text,) in connection.execute(
                "select content from reply_items union all select content from reply_versions"
            )
        ]
    kept += [one.text for draft in drafts(stage.shop).values() for one in draft.reply.wordings]
    assert player.written
    assert [one for one in player.written if not any(one in text for text in kept)] == []
