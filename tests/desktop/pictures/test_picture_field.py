"""A picture by drop, clipboard or file: kept in the shop, cropped around a point, said what becomes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desktop.pictures.needs import PictureNeeds
from desktop.pictures.picture_field import PictureField
from desktop.pictures.picture_store import media_pictures
from desktop.widgets.button import Button
from desktop.widgets.inline_notice import InlineNotice
from local_db.cards.model import Picture
from local_db.media.actions import get_media, media_facts
from tests.desktop.stage import Stage

from .conftest import code, halves, photograph

ACTION, BUTTON, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


class Booth:
    """A field, its store, and what it has said."""

    def __init__(self, stage: Stage, qtbot: QtBot) -> None:
        self.stage = stage
        self.store = media_pictures(stage.shop, stage.context.background)
        self.field = PictureField(stage.context, self.store)
        qtbot.addWidget(self.field)
        self.field.resize(420, 420)
        self.field.show()
        self.said: list[Picture | None] = []
        self.field.changed.connect(self.said.append)

    def settle(self) -> None:
        for _ in range(3):
            self.stage.settle()
            if self.field._pause.isActive():
                self.field._pause.stop()
                self.field._measure()
        QTest.qWait(1)  # what was added to a layout is shown by the next event

    def drop(self, mime: QMimeData) -> None:
        self.field.dropEvent(QDropEvent(QPointF(5, 5), ACTION, mime, BUTTON, NONE))
        self.settle()

    def drop_files(self, *paths: Path) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        self.drop(mime)

    def fill(self, data: bytes | None = None) -> Picture:
        self.field.take(data or code(photograph(1600, 1200), "jpeg"))
        self.settle()
        assert self.field.picture is not None
        return self.field.picture

    def notices(self) -> list[str]:
        return [notice.text for notice in self.field.findChildren(InlineNotice) if notice.isVisible()]

    @property
    def facts(self) -> str:
        return self.field._facts.text()


@pytest.fixture
def booth(stage: Stage, qtbot: QtBot) -> Booth:
    return Booth(stage, qtbot)


def file_of(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_dropped_file_is_kept_in_the_shop_and_shown(booth: Booth, tmp_path: Path) -> None:
    assert booth.field.drop_area.isVisible()
    booth.drop_files(file_of(tmp_path, "a.jpg", code(photograph(1600, 1200), "jpeg")))
    (said,) = booth.said
    assert said == booth.field.picture
    assert said is not None
    assert get_media(booth.stage.shop, said.media_id).width == 1600
    assert booth.field.crop_frame.isVisible()
    assert not booth.field.drop_area.isVisible()
    assert "1280 × 720" in booth.facts
    assert booth.notices() == []


def test_of_several_files_the_first_is_taken(booth: Booth, tmp_path: Path) -> None:
    first = file_of(tmp_path, "1.png", code(halves(640, 360), "png"))
    booth.drop_files(first, file_of(tmp_path, "2.png", code(halves(320, 320), "png")))
    assert len(booth.said) == 1
    assert get_media(booth.stage.shop, 1).width == 640


def test_a_picture_from_a_web_browser_is_taken(booth: Booth) -> None:
    """It gives an address of the web and pixels, but no file."""
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.com/cat.png")])
    mime.setImageData(halves(800, 450))
    enter = QDragEnterEvent(QPoint(5, 5), ACTION, mime, BUTTON, NONE)
    booth.field.dragEnterEvent(enter)
    assert enter.isAccepted()
    booth.drop(mime)
    assert get_media(booth.stage.shop, 1).width == 800


def test_bytes_in_the_clipboard_are_pasted_by_key(booth: Booth) -> None:
    mime = QMimeData()
    mime.setData("image/png", QByteArray(code(halves(700, 400), "png")))
    QGuiApplication.clipboard().setMimeData(mime)
    booth.field.drop_area.choose_button.setFocus()
    QTest.keyClick(booth.field.drop_area.choose_button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    booth.settle()
    assert get_media(booth.stage.shop, 1).width == 700


def test_a_clipboard_without_a_picture_is_said(booth: Booth) -> None:
    QGuiApplication.clipboard().setText("words")
    booth.field.drop_area.paste_button.click()
    assert booth.notices() == ["There is no picture in the clipboard."]
    assert booth.said == []


def test_text_is_not_taken(booth: Booth) -> None:
    mime = QMimeData()
    mime.setText("words")
    enter = QDragEnterEvent(QPoint(5, 5), ACTION, mime, BUTTON, NONE)
    enter.ignore()
    booth.field.dragEnterEvent(enter)
    assert not enter.isAccepted()


def test_a_file_is_chosen_with_the_systems_dialog(
    booth: Booth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = file_of(tmp_path, "a.png", code(halves(), "png"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    booth.field.drop_area.choose_button.click()
    booth.settle()
    assert booth.field.picture == Picture(1)


def test_a_broken_file_is_named_and_what_was_there_stays(booth: Booth, tmp_path: Path) -> None:
    before = booth.fill()
    booth.said.clear()
    whole = code(photograph(400, 300), "jpeg")
    booth.drop_files(file_of(tmp_path, "half.jpg", whole[: len(whole) // 2]))
    assert booth.notices() == ["half.jpg is damaged or incomplete. Get it once more."]
    assert booth.field.picture == before
    assert booth.said == []
    assert "1280 × 720" in booth.facts  # no longer "Reading …"


def test_a_broken_file_leaves_an_empty_field_empty(booth: Booth, tmp_path: Path) -> None:
    booth.drop_files(file_of(tmp_path, "notes.txt", b"hello"))
    assert booth.field.drop_area.isVisible()
    assert booth.field.drop_area.choose_button.isEnabled()
    assert "notes.txt" in booth.notices()[0]


def test_the_latest_picture_wins(booth: Booth) -> None:
    booth.field.take(code(photograph(2400, 1800), "jpeg"))
    booth.field.take(code(halves(320, 180), "png"))
    booth.settle()
    assert [said and get_media(booth.stage.shop, said.media_id).width for said in booth.said] == [320]


def test_the_point_moves_by_keys_and_is_told_at_once(booth: Booth) -> None:
    booth.field.set_needs(PictureNeeds((1, 1)))
    booth.fill()
    booth.said.clear()
    frame = booth.field.crop_frame
    before = frame.part()
    QTest.keyClick(frame, Qt.Key.Key_Right)
    QTest.keyClick(frame, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(frame, Qt.Key.Key_Up)
    assert [said and said.focus for said in booth.said] == [(0.52, 0.5), (0.62, 0.5), (0.62, 0.48)]
    assert frame.part().x() > before.x()
    QTest.keyClick(frame, Qt.Key.Key_Home)
    assert frame.part() == before
    for _ in range(12):
        QTest.keyClick(frame, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert booth.field.picture is not None
    assert booth.field.picture.focus == (0, 0.5)


def test_the_point_is_dragged_and_stays_in_the_picture(booth: Booth) -> None:
    booth.fill()
    booth.said.clear()
    frame = booth.field.crop_frame
    QTest.mousePress(frame, BUTTON, NONE, frame.point().toPoint())
    QTest.mouseMove(frame, frame.point().toPoint() + QPoint(40, 0))
    QTest.mouseMove(frame, QPoint(frame.width() + 500, -300))
    QTest.mouseRelease(frame, BUTTON, NONE, QPoint(frame.width() + 500, -300))
    points = [said.focus for said in booth.said if said]
    assert points[-1] == (1.0, 0.0)
    assert frame.focus_point == (1.0, 0.0)


def test_the_point_is_read_out(booth: Booth) -> None:
    booth.fill()
    QTest.keyClick(booth.field.crop_frame, Qt.Key.Key_Right)
    shown = QAccessible.queryAccessibleInterface(booth.field.crop_frame)
    assert shown.text(QAccessible.Text.Name) == "Point that stays in sight"
    assert "52% from the left" in shown.text(QAccessible.Text.Description)


def test_what_is_seen_is_said_with_the_picture(booth: Booth) -> None:
    booth.fill()
    booth.said.clear()
    QTest.keyClicks(booth.field.description, "a cat")
    assert booth.said[-1] is not None
    assert booth.said[-1].describes == "a cat"
    booth.fill(code(halves(), "png"))
    assert booth.field.description.text() == ""


def test_a_picture_that_was_taken_away_comes_back(booth: Booth) -> None:
    before = booth.fill()
    booth.field.remove_button.click()
    assert booth.said[-1] is None
    assert booth.field.picture is None
    assert booth.field.drop_area.isVisible()
    next(notice for notice in booth.field.findChildren(InlineNotice) if notice.isVisible()).button.click()
    assert booth.said[-1] == before
    assert booth.field.crop_frame.isVisible()


def test_showing_a_picture_says_nothing_and_reads_it_from_the_shop(booth: Booth, stage: Stage, qtbot: QtBot) -> None:
    kept = booth.fill()
    other = Booth(stage, qtbot)
    other.field.show_picture(Picture(kept.media_id, (0.2, 0.3), "a cat"))
    other.settle()
    assert other.said == []
    assert other.field.description.text() == "a cat"
    assert other.field.crop_frame.focus_point == (0.2, 0.3)
    assert "1280 × 720" in other.facts
    other.field.show_picture(None)
    assert other.field.drop_area.isVisible()


def test_being_shown_what_was_just_said_disturbs_nobody(booth: Booth) -> None:
    """An editor hands every change back; blanks while typing, marks and a picture being read must survive that."""
    booth.field.changed.connect(booth.field.show_picture)
    booth.fill()
    QTest.keyClicks(booth.field.description, "a red cat")
    assert booth.field.description.text() == "a red cat"
    assert "1280 × 720" in booth.facts
    booth.field.take(code(halves(320, 180), "png"))
    booth.field.show_picture(booth.field.picture)
    booth.settle()
    assert booth.field.picture == Picture(2)


def test_an_earlier_point_is_shown_when_it_is_taken_up_again(booth: Booth) -> None:
    kept = booth.fill()
    booth.field.show_picture(Picture(kept.media_id, (0.1, 0.9), "a cat"))
    assert booth.field.crop_frame.focus_point == (0.1, 0.9)
    assert booth.field.description.text() == "a cat"


def test_a_picture_that_is_gone_is_said(booth: Booth) -> None:
    booth.field.show_picture(Picture(99))
    booth.settle()
    assert booth.notices() == ["This picture or recording is not in the shop file any more."]


def test_few_pixels_and_many_bytes_are_warned_of(booth: Booth) -> None:
    booth.field.set_needs(PictureNeeds(aim_bytes=5_000))
    booth.fill(code(photograph(400, 300, noise=100), "jpeg"))
    few, heavy = sorted(booth.notices(), key=lambda text: "KB" in text)
    assert "400 pixels" in few
    assert "5 KB are recommended" in heavy


def test_a_limit_out_of_reach_is_an_error_until_the_needs_change(booth: Booth) -> None:
    booth.field.set_needs(PictureNeeds(aim_bytes=900, most_bytes=1_000))
    booth.fill()
    assert any("1 KB" in text for text in booth.notices())
    booth.field.set_needs(PictureNeeds())
    booth.settle()
    assert booth.notices() == []


def test_every_control_has_a_name(booth: Booth) -> None:
    booth.fill()
    for button in booth.field.findChildren(Button):
        assert not button.isVisible() or button.text() or button.accessibleName()
    assert booth.field.description.accessibleName()


def test_a_field_that_goes_while_a_picture_is_read_is_no_trouble(booth: Booth, stage: Stage) -> None:
    field = PictureField(stage.context, booth.store)
    field.take(code(photograph(1600, 1200), "jpeg"))
    delete(field)
    stage.settle()
    assert media_facts(stage.shop, [1]) == {}


def test_the_same_picture_is_kept_once(booth: Booth) -> None:
    data = code(halves(), "png")
    assert booth.fill(data).media_id == booth.fill(data).media_id
    assert len(media_facts(booth.stage.shop, range(1, 9))) == 1
