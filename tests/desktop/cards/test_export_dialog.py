"""Exporting a card: the folder, the JSON, and the picture of the phones."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from desktop.cards.export_dialog import ExportDialog
from desktop.cards.exporting import PREVIEW_FILE
from desktop.cards.page import CardsPage
from desktop.cards.phones.phone_drawing import HEIGHT, WIDTH
from desktop.cards.phones.preview_picture import SCALE
from local_db.cards.export import CARD_FILE
from local_db.cards.model import Field
from tests.desktop.cards.test_cards_page import add_picture, carousel, opened, page, simple
from tests.desktop.stage import Stage

__all__ = ["page"]


@pytest.fixture
def dialog(page: CardsPage, stage: Stage, tmp_path: Path) -> ExportDialog:
    editor = opened(page, stage, carousel(add_picture(stage, tmp_path)))
    return editor.ask_export()


def test_the_folder_holds_json_pictures_and_preview(dialog: ExportDialog, stage: Stage, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    dialog.folder.setText(str(folder))
    dialog.write.click()
    stage.settle()
    names = {file.name for file in folder.iterdir()}
    assert {CARD_FILE, PREVIEW_FILE} < names
    pictures = sorted(name for name in names if name.startswith("picture-"))
    assert len(pictures) == 3
    for name in pictures:
        image = QImage(str(folder / name))
        assert image.width() == image.height() > 0  # cropped to 1:1
    content = (folder / CARD_FILE).read_text(encoding="utf-8")
    assert all(name in content for name in pictures)
    assert json.loads(content)
    assert str(folder) in stage.notices.all[-1].text


def test_a_folder_that_is_there_is_not_touched(dialog: ExportDialog, stage: Stage, tmp_path: Path) -> None:
    folder = tmp_path / "taken"
    folder.mkdir()
    dialog.folder.setText(str(folder))
    dialog.write.click()
    stage.settle()
    assert dialog.notice.isVisible()
    assert list(folder.iterdir()) == []
    assert dialog.write.isEnabled()


@pytest.mark.parametrize("typed", ["", "somewhere", "/no/such/folder/card"])
def test_a_place_that_cannot_be_is_said(dialog: ExportDialog, typed: str) -> None:
    dialog.folder.setText(typed)
    dialog.write.click()
    assert dialog.notice.isVisible()


def test_the_json_is_copied_with_the_address_of_the_pictures(dialog: ExportDialog, stage: Stage) -> None:
    dialog.address.setText("https://img.example.com/a")
    dialog.copy.click()
    stage.settle()
    copied = QGuiApplication.clipboard().text()
    assert json.loads(copied)
    assert "https://img.example.com/a/picture-1." in copied


@pytest.mark.parametrize(("maker", "phones"), [("", 6), ("huawei", 1)])
def test_the_picture_of_the_phones_has_twice_the_pixels(
    dialog: ExportDialog, stage: Stage, tmp_path: Path, maker: str, phones: int
) -> None:
    dialog.maker.set_value(maker)
    path = tmp_path / "phones.png"
    dialog.save_preview(path)
    stage.settle()
    image = QImage(str(path))
    columns = min(3, phones)
    assert image.width() > SCALE * WIDTH * columns
    assert image.height() > SCALE * HEIGHT * -(-phones // columns)


def test_a_card_with_problems_is_not_exported_and_leads_to_them(
    page: CardsPage,
    stage: Stage,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    card = simple(add_picture(stage, tmp_path), "")
    editor = opened(page, stage, replace(card))
    blocked = editor.ask_export()
    assert not blocked.write.isEnabled()
    assert not blocked.copy.isEnabled()
    assert blocked.save_picture.isEnabled()
    with qtbot.waitSignal(blocked.place_wanted):
        blocked.shows[0].click()
    assert page.window().focusWidget() is editor.panels[0].rows[Field.TITLE].field
