"""What the panel asks of the rest of the program."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from desktop.replies.panel import host as module
from desktop.replies.panel.host import ReplyHost
from desktop.replies.panel.panel import ReplyPanel
from desktop.shell.clipboard.keeper import ClipboardKeeper
from desktop.shell.paste.paster import Paster
from local_db.replies import actions
from local_db.replies.model import Reply, Wording
from local_db.replies.ready_made import add_ready_made
from tests.desktop.replies.panel.conftest import PlayedDesktop
from tests.desktop.stage import NOW, Stage
from tests.replies import get_reply


def hosted(stage: Stage, qtbot: QtBot) -> tuple[ReplyHost, ReplyPanel, QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    host = ReplyHost(stage.context, window)
    keeper = ClipboardKeeper(host)
    panel = host.make_panel(stage.context, keeper, Paster(keeper, host, PlayedDesktop()))
    qtbot.addWidget(panel)
    stage.settle()
    return host, panel, window


def test_the_library_is_read_once_for_every_panel(stage: Stage, qtbot: QtBot) -> None:
    host, _, _ = hosted(stage, qtbot)
    assert host.service() is host.service()
    assert host.service().ready


def test_ready_is_told_once(stage: Stage, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    host = ReplyHost(stage.context, window)
    told: list[bool] = []
    host.ready.connect(lambda: told.append(True))
    host.begin()
    stage.settle()
    stage.announce(add_ready_made(stage.shop, [], [Reply("r", "发票", (Wording("", "可以"),))], now=NOW)[1])
    assert told == [True]


def test_what_is_missing_is_written_in_the_library(stage: Stage, qtbot: QtBot) -> None:
    _, panel, window = hosted(stage, qtbot)
    panel.library_wanted.emit({"new": True, "title": "能到付吗"})
    assert window.isVisible()
    assert stage.visits == [("replies", {"new": True, "title": "能到付吗"})]


def test_a_reply_is_changed_in_the_library(stage: Stage, qtbot: QtBot) -> None:
    _, panel, _ = hosted(stage, qtbot)
    panel.choices.edit_wanted.emit("r")
    assert stage.visits == [("replies", {"reply": "r"})]


def test_a_reply_is_pinned_and_stands_on_top_at_once(stage: Stage, qtbot: QtBot) -> None:
    add_ready_made(stage.shop, [], [Reply("r", "发票", (Wording("w", "可以"),))], now=NOW)
    _, panel, _ = hosted(stage, qtbot)
    assert panel.hits.count == 0
    panel.choices.pin_wanted.emit("r", True)
    stage.settle()
    assert get_reply(stage.shop, "r").pinned
    assert [hit.uid for hit in panel.hits.hits] == ["r"]
    panel.choices.pin_wanted.emit("r", False)
    stage.settle()
    assert panel.hits.count == 0


def test_the_ready_made_replies_come_with_one_press(stage: Stage, qtbot: QtBot) -> None:
    _, panel, _ = hosted(stage, qtbot)
    panel.call()
    panel.empty.button.click()
    stage.settle()
    panel.query.setText("refund")
    assert panel.hits.count > 3
    assert panel.parts.pages.currentWidget() is panel.hits


def test_two_presses_bring_the_ready_made_replies_once(stage: Stage, qtbot: QtBot) -> None:
    _, panel, _ = hosted(stage, qtbot)
    panel.call()
    panel.empty.button.click()
    panel.empty.button.click()
    stage.settle()
    titles = [(reply.group, reply.title) for reply in actions.library(stage.shop).replies]
    assert len(titles) == len(set(titles)) > 60


def test_ready_made_replies_that_were_deleted_come_back_as_the_same_ones(stage: Stage, qtbot: QtBot) -> None:
    _, panel, _ = hosted(stage, qtbot)
    panel.call()
    panel.empty.button.click()
    stage.settle()
    uids = set(actions.library(stage.shop).by_uid)
    stage.announce(actions.delete(stage.shop, uids, now=NOW))
    stage.settle()
    panel.empty.button.click()
    stage.settle()
    assert set(actions.library(stage.shop).by_uid) == uids


def offered(panel: ReplyPanel) -> list[str]:
    panel.foot.menu.click()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions()]
    menu.close()
    return texts


def test_a_panel_that_runs_alone_can_end_the_program(stage: Stage, qtbot: QtBot) -> None:
    host, panel, window = hosted(stage, qtbot)
    panel.call()
    assert offered(panel)[-1] == "Quit Regulars"
    window.show()
    assert "Quit Regulars" not in offered(panel)
    with qtbot.waitSignal(host.quit_wanted):
        panel.choices.quit_wanted.emit()


def test_the_page_is_loaded_when_the_library_is_read_and_only_then(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    host = ReplyHost(stage.context, window)
    ready_when_loaded: list[bool] = []
    monkeypatch.setattr(module, "_load_page", lambda: ready_when_loaded.append(host.service().ready))
    host.begin()
    host.begin()
    stage.settle()
    assert ready_when_loaded == [True]


def test_the_page_is_loaded_where_the_library_was_read_before(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    host, _, window = hosted(stage, qtbot)
    window.show()
    loaded: list[bool] = []
    monkeypatch.setattr(module, "_load_page", lambda: loaded.append(True))
    host.begin()
    stage.settle()
    assert loaded == [True]
