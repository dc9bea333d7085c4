from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.shell.notices import AT_MOST, NoticeLayer, Notices
from desktop.widgets.button import Button


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
    placed: list[bool] = []
    place = layer._place
    monkeypatch.setattr(layer, "_place", lambda: (placed.append(True), place()))
    qtbot.wait(100)
    assert len(placed) < 5  # once in a while a layout is still settling


@pytest.mark.parametrize("left", [True, False])
def test_notices_leave_the_main_button_in_sight(host: QWidget, qtbot: QtBot, *, left: bool) -> None:
    button = Button("Save and next", kind="primary", parent=host)
    button.setGeometry(40 if left else 720, 540, 150, 34)
    button.show()
    notices = Notices()
    layer = NoticeLayer(host)
    notices.attach(layer)
    for number in range(AT_MOST):
        notices.show(f"failed {number}", "bad")
    qtbot.wait(50)
    assert not layer.geometry().intersects(button.geometry())
    assert host.rect().contains(layer.geometry())
    assert (layer.geometry().bottom() > 540) is left
