"""A new folder is made where somebody says; what is wrong with the place is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from desktop.widgets.output_folder_field import OutputFolderField


@pytest.fixture
def folder(qtbot: QtBot, tmp_path: Path) -> OutputFolderField:
    made = OutputFolderField(tmp_path / "script")
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "Choose where the folder goes."),
        ("script", "Choose where the folder goes."),
        ("{0}/gone/script", "There is no folder {0}/gone."),
        ("{0}", "There is something of this name already."),
        ("{0}/script", ""),
        (" {0}/script ", ""),
    ],
)
def test_what_is_wrong_with_the_place_is_said(
    folder: OutputFolderField, tmp_path: Path, typed: str, problem: str
) -> None:
    folder.field.setText(typed.format(tmp_path))
    assert folder.problem() == problem.format(tmp_path)


def test_a_name_too_long_for_any_system_is_said(folder: OutputFolderField, tmp_path: Path) -> None:
    folder.set_path(tmp_path / ("a" * 300) / "script")
    assert folder.problem()


def test_another_place_keeps_the_name_or_takes_a_free_one(
    folder: OutputFolderField, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "place"
    (place / "script").mkdir(parents=True)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(place))
    folder.choose_button.click()
    assert folder.path() == place / "script 2"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    folder.choose_button.click()
    assert folder.path() == place / "script 2"


def test_every_change_is_told_and_typing_reaches_the_field(folder: OutputFolderField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(folder.changed):
        folder.field.setText("/x")
    assert folder.focusProxy() is folder.field
