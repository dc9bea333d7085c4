"""Today: a welcome while the shop is empty, then figures and what is worth doing."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.home.page import HomePage
from desktop.home.to_do import ToDoList
from desktop.home.welcome import Welcome
from desktop.widgets.column_chart import ColumnChart
from local_db.changes import Changes, Topic
from local_db.home.actions import overview
from tests.desktop.stage import NOW, Stage


def shown(stage: Stage, qtbot: QtBot) -> HomePage:
    page = HomePage(stage.context)
    qtbot.addWidget(page)
    page.resize(1080, 800)
    page.show()
    with qtbot.waitSignal(page.filled):
        page.reload(Changes.of(Topic.MEMBERS))  # the first time, what the page asked for itself
    return page


def texts(widget: QWidget) -> str:
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget))


def test_an_empty_shop_says_what_to_do_first(stage: Stage, qtbot: QtBot) -> None:
    page = shown(stage, qtbot)
    assert page.findChild(Welcome).isVisible()


def test_whoever_only_answers_chats_is_led_to_the_replies(stage: Stage, qtbot: QtBot) -> None:
    page = shown(stage, qtbot)
    page.findChild(Welcome).replies.click()
    assert stage.visits == [("replies", {})]


def test_figures_are_worked_out_behind_the_page_and_kept(stage: Stage, qtbot: QtBot) -> None:
    stage.add_members("小鱼", "豆浆", "momo", opted_out=1)
    page = shown(stage, qtbot)
    qtbot.waitUntil(lambda: "67% of members" in texts(page))
    stage.settle()
    kept = overview(stage.shop, NOW).figures
    assert kept is not None
    assert kept.members == 3
    assert page.findChild(ColumnChart).shown >= 0


def test_what_is_worth_doing_leads_to_its_page(stage: Stage, qtbot: QtBot) -> None:
    stage.add_members("小鱼")
    segment = stage.add_segment("老客", {"field": "orders", "op": ">=", "value": 1})
    page = shown(stage, qtbot)
    buttons = {button.accessibleName(): button for button in page.findChild(ToDoList).findChildren(QPushButton)}
    buttons["Open: 老客"].click()
    assert stage.visits == [("segments", {"segment_id": segment.id})]


def test_a_segment_that_asks_for_another_says_its_name(stage: Stage, qtbot: QtBot) -> None:
    stage.add_members("小鱼")
    asked = stage.add_segment("老客", {"field": "orders", "op": ">=", "value": 1})
    stage.add_segment("醒来", {"segment": asked.id})
    page = shown(stage, qtbot)
    qtbot.waitUntil(lambda: "“老客”" in texts(page))
    assert f"#{asked.id}" not in texts(page)
