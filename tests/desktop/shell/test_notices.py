from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.free_place import free_place
from desktop.shell.notices import AT_MOST, NoticeLayer, Notices


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def texts(layer: NoticeLayer) -> list[str]:
    return [toast.notice.text for toast in layer.toasts()]


def test_notices_wait_for_the_window(host: QWidget) -> None:
    notices = Notices()
    notices.show("first")
    notices.show("second", "good")
    layer = NoticeLayer(host)
    notices.attach(layer)
    assert texts(layer) == ["first", "second"]
    notices.show("third")
    assert texts(layer)[-1] == "third"


def test_a_notice_goes_by_itself_but_a_failure_stays(host: QWidget, qtbot: QtBot) -> None:
    notices = Notices()
    layer = NoticeLayer(host)
    notices.attach(layer)
    notices.show("failed", "bad")
    notices.show("soon gone", seconds=0.01)
    qtbot.waitUntil(lambda: texts(layer) == ["failed"])


def test_the_action_is_done_once_and_the_notice_goes(host: QWidget) -> None:
    done: list[str] = []

    def undo() -> None:
        done.append("undone")

    notices = Notices()
    layer = NoticeLayer(host)
    notices.attach(layer)
    notices.show("deleted", "good", action_text="Undo", action=undo)
    button = next(b for b in layer.findChildren(QPushButton) if b.text() == "Undo")
    button.click()
    assert done == ["undone"]
    assert texts(layer) == []
    assert layer.isHidden()


def test_old_notices_make_room(host: QWidget) -> None:
    notices = Notices()
    layer = NoticeLayer(host)
    notices.attach(layer)
    for number in range(AT_MOST + 3):
        notices.show(str(number))
    assert texts(layer) == [str(number) for number in range(3, AT_MOST + 3)]


def test_the_stack_stays_inside_the_window(host: QWidget) -> None:
    notices = Notices()
    layer = NoticeLayer(host)
    notices.attach(layer)
    notices.show("很长的一句话，" * 12)
    host.resize(420, 300)
    assert host.rect().contains(layer.geometry())


def test_a_notice_in_sight_gives_the_window_its_rest(
    host: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    notices = Notices()
    layer = NoticeLayer(host)
    notices.attach(layer)
    notices.show("failed " * 30, "bad")
    qtbot.wait(50)
    again: list[bool] = []
    place = layer._place
    monkeypatch.setattr(layer, "_place", lambda: (again.append(True), place()))
    qtbot.wait(100)
    assert len(again) < 5  # once in a while a layout is still settling


def placed(widget: QWidget, *place: int) -> QWidget:
    widget.setGeometry(*place)
    widget.show()
    return widget


def test_a_notice_covers_nothing_that_is_pressed(host: QWidget, qtbot: QtBot) -> None:
    notices = Notices()
    layer = NoticeLayer(host)
    notices.attach(layer)
    save = placed(QPushButton("Save and next", host), 700, 540, 180, 40)
    notices.show("saved", "good")
    assert not layer.geometry().intersects(save.geometry())
    assert layer.geometry().right() > 860  # still on its side
    lower = layer.geometry()
    field = placed(QLineEdit(host), lower.x(), lower.y(), 100, 30)  # the page has changed under it
    qtbot.waitUntil(lambda: not layer.geometry().intersects(field.geometry()))
    assert not layer.geometry().intersects(save.geometry())


def test_a_notice_lies_over_the_page_and_not_over_half_of_the_navigation(host: QWidget) -> None:
    notices = Notices()
    layer = NoticeLayer(host)
    notices.attach(layer)
    page = placed(QWidget(host), 300, 0, 600, 600)
    layer.stay_over(page)
    placed(QPushButton("all of it", page), 0, 0, 600, 600)  # nothing is free
    notices.show("saved")
    assert page.geometry().contains(layer.geometry())


def test_a_notice_covers_no_text_that_is_written(host: QWidget) -> None:
    notices = Notices()
    layer = NoticeLayer(host)
    notices.attach(layer)
    field = placed(QPlainTextEdit(host), 400, 450, 480, 140)
    notices.show("saved")
    assert not layer.geometry().intersects(field.geometry())


def test_what_is_out_of_sight_is_no_hindrance(host: QWidget) -> None:
    notices = Notices()
    layer = NoticeLayer(host)
    notices.attach(layer)
    notices.show("saved")
    corner = layer.geometry()
    area = QScrollArea(host)
    content = QWidget()
    content.setFixedSize(800, 2_000)
    area.setWidget(content)
    placed(area, 0, 0, 900, 100)
    placed(QPushButton("below", content), 560, 500, 200, 40)  # scrolled out
    QPushButton("hidden", host).setGeometry(corner)
    notices.show("saved")
    assert layer.geometry() == corner


@pytest.mark.parametrize(
    ("taken", "place"),
    [
        ([], (70, 80, 30, 20)),
        ([(0, 95, 100, 5)], (70, 56, 30, 20)),
        ([(60, 0, 40, 100)], (22, 80, 30, 20)),
        ([(0, 0, 100, 100)], (70, 80, 30, 20)),  # nothing is free
        ([(0, 0, 100, 60), (0, 70, 100, 30)], (70, 56, 30, 20)),  # least is covered
    ],
)
def test_the_free_place_nearest_the_corner(taken: list[tuple[int, int, int, int]], place: tuple[int, ...]) -> None:
    assert free_place(QSize(30, 20), QRect(0, 0, 100, 100), [QRect(*one) for one in taken]) == QRect(*place)
