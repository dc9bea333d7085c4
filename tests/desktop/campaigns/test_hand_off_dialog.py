"""The dialog before a file is written: what it answers, and what it says beforehand."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from desktop.campaigns.hand_off_dialog import HandOffDialog
from desktop.campaigns.questions import HandOffChoice
from desktop.shell import theme


@pytest.fixture
def dialog(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> HandOffDialog:
    theme.apply(qapp, "light")
    made = HandOffDialog("双12 · 老客", 1039, tmp_path)
    qtbot.addWidget(made)
    made.show()
    return made


def choose_format(dialog: HandOffDialog, key: str) -> None:
    dialog.format.set_current(key)
    dialog.format.chosen.emit(key)


@pytest.mark.parametrize(
    ("key", "name", "encoding"),
    [
        ("utf-8-sig", "双12 · 老客.csv", "utf-8-sig"),
        ("gb18030", "双12 · 老客.csv", "gb18030"),
        ("xlsx", "双12 · 老客.xlsx", "utf-8-sig"),
    ],
)
def test_the_format_decides_suffix_and_encoding(
    dialog: HandOffDialog, tmp_path: Path, key: str, name: str, encoding: str
) -> None:
    choose_format(dialog, key)
    assert dialog.choice() == HandOffChoice(tmp_path / name, encoding)
    assert dialog.write.isEnabled()


def test_splitting_says_how_many_files(dialog: HandOffDialog) -> None:
    dialog.split.setChecked(True)
    dialog.split_rows.setValue(500)
    assert dialog.choice().split == 500
    assert dialog.notice.text.startswith("3 files")


def test_what_is_replaced_is_said(dialog: HandOffDialog, tmp_path: Path) -> None:
    (tmp_path / "a-2.csv").touch()
    dialog.file.field.setText(str(tmp_path / "a.csv"))
    assert not dialog.choice().overwrite
    dialog.split.setChecked(True)
    dialog.split_rows.setValue(1000)
    assert "a-2.csv" in dialog.notice.text
    assert dialog.choice().overwrite


@pytest.mark.parametrize("path", ["", "a.csv", "/no/such/folder/a.csv", "{tmp}/a.txt", "{tmp}/a.xlsx"])
def test_a_place_that_cannot_be_is_refused(dialog: HandOffDialog, tmp_path: Path, path: str) -> None:
    dialog.file.field.setText(path.replace("{tmp}", str(tmp_path)))
    assert not dialog.write.isEnabled()
    assert dialog.notice.isVisible()


def test_a_chosen_file_gets_its_suffix(dialog: HandOffDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def chosen(*_: object, **__: object) -> tuple[str, str]:
        return str(tmp_path / "ab.v2"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", chosen)
    dialog.file.choose_button.click()
    assert dialog.choice().path == tmp_path / "ab.v2.csv"


def test_a_campaign_without_a_usable_name_gets_a_file_all_the_same(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = HandOffDialog("..", 1, tmp_path)
    qtbot.addWidget(dialog)
    assert dialog.choice().path == tmp_path / "sms.csv"
