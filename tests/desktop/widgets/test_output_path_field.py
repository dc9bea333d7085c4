"""The field for the file to be written: what it refuses, how its suffix follows the format, what it proposes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.widgets.output_path_field import OutputPathField, free_path

SUFFIXES = (".csv", ".xlsx")


@pytest.fixture
def file(qtbot: QtBot, tmp_path: Path) -> OutputPathField:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "taken.csv").touch()
    made = OutputPathField(tmp_path / "a.csv", SUFFIXES, name="File")
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "Choose where the file goes."),
        ("a.csv", "Choose where the file goes."),
        ("{tmp}/a.txt", "The name of the file must end in .csv or .xlsx."),
        ("{tmp}/a", "The name of the file must end in .csv or .xlsx."),
        ("{tmp}/nowhere/a.csv", "There is no folder {tmp}/nowhere."),
        ("{tmp}/folder.csv", "A folder has this name."),
        ("{tmp}/" + "双" * 80 + ".csv", "The name of the file is too long."),
        ("{tmp}/" + "双" * 300 + "/a.csv", "The folder {tmp}/" + "双" * 300 + " cannot be used."),
        ("~nobody we know/a.csv", "Choose where the file goes."),
        ("{tmp}/taken.csv", ""),
        ("  {tmp}/A.XLSX ", ""),
    ],
)
def test_a_place_that_cannot_be_is_refused_with_a_reason(
    file: OutputPathField, tmp_path: Path, typed: str, problem: str
) -> None:
    file.field.setText(typed.replace("{tmp}/", f"{tmp_path}{os.sep}"))
    assert file.problem() == problem.replace("{tmp}/", f"{tmp_path}{os.sep}")


def test_a_required_suffix_allows_no_other(file: OutputPathField, tmp_path: Path) -> None:
    file.require_suffix(".xlsx")
    assert file.path() == tmp_path / "a.xlsx"
    assert file.problem() == ""
    file.set_path(tmp_path / "a.csv")
    assert file.problem() == "The name of the file must end in .xlsx."


@pytest.mark.parametrize(
    ("before", "after"), [("a.csv", "a.xlsx"), ("a.b.CSV", "a.b.xlsx"), ("a.xlsx", "a.xlsx"), ("a.txt", "a.txt")]
)
def test_only_the_suffix_of_a_format_follows_the_format(
    file: OutputPathField, tmp_path: Path, before: str, after: str
) -> None:
    file.set_path(tmp_path / before)
    file.set_suffix(".xlsx")
    assert file.path() == tmp_path / after


def test_an_empty_field_stays_empty_whatever_the_format(file: OutputPathField) -> None:
    file.field.clear()
    file.set_suffix(".xlsx")
    assert file.field.text() == ""


@pytest.mark.parametrize(
    ("required", "chosen", "path"),
    [
        ("", "b", "b.csv"),
        ("", "b.xlsx", "b.xlsx"),
        (".csv", "b.xlsx", "b.xlsx.csv"),
        (".csv", "b.v2", "b.v2.csv"),
        (".xlsx", "b", "b.xlsx"),
        ("", "", "a.csv"),  # cancelled
    ],
)
def test_what_the_system_s_dialog_answers_is_completed(
    file: OutputPathField, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, required: str, chosen: str, path: str
) -> None:
    asked: list[tuple[QWidget, str]] = []

    def answer(parent: QWidget, _title: str, _start: str, pattern: str, **_: object) -> tuple[str, str]:
        asked.append((parent, pattern))
        return str(tmp_path / chosen) if chosen else "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    if required:
        file.require_suffix(required)
    file.choose_button.click()
    assert file.path() == tmp_path / path
    assert asked == [(file, f"*{required}" if required else "*.csv *.xlsx")]


def test_a_name_without_suffix_is_completed_like_the_last_one(
    file: OutputPathField, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "b"), ""))
    file.field.setText(str(tmp_path / "typed.xlsx"))
    file.choose_button.click()
    assert file.path() == tmp_path / "b.xlsx"


def test_every_change_is_told_and_typing_reaches_the_field(file: OutputPathField, qtbot: QtBot) -> None:
    with qtbot.waitActive(file):
        file.activateWindow()
    file.setFocus(Qt.FocusReason.TabFocusReason)
    assert file.field.hasFocus()
    with qtbot.waitSignal(file.changed):
        qtbot.keyClick(file.field, "x")


@pytest.mark.parametrize(
    ("name", "free"),
    [
        ("双12", "双12.csv"),
        ("a/b:c", "a b c.csv"),
        ("..", "file.csv"),
        ("taken", "taken 2.csv"),
        ("book", "book 2.csv"),  # with another of the suffixes
        ("twice", "twice 3.csv"),
        ("a" + "双" * 99, "a" + "双" * 66 + ".csv"),
    ],
)
def test_what_is_proposed_is_free(tmp_path: Path, name: str, free: str) -> None:
    for there in ("taken.csv", "book.xlsx", "twice.csv", "twice 2.xlsx"):
        (tmp_path / there).touch()
    assert free_path(tmp_path, name, *SUFFIXES) == tmp_path / free
