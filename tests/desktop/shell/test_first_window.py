"""A second start of the same shop brings the first window forward."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop import start
from desktop.command_line import REPLIES, WINDOW
from desktop.shell import first_window
from desktop.shell.first_window import FirstWindow, bring_forward
from local_db.errors import ShopFileError


@pytest.mark.skipif(os.name == "nt", reason="a thread cannot stand for another program there")
@pytest.mark.parametrize("wish", [WINDOW, REPLIES])
def test_the_first_program_hears_what_another_start_wants(qtbot: QtBot, tmp_path: Path, wish: str) -> None:
    parent = QObject()
    first = FirstWindow(tmp_path / "shop.regulars", parent)
    assert first.listening
    heard: list[str] = []
    first.asked.connect(heard.append)
    answers: list[bool] = []
    other = threading.Thread(target=lambda: answers.append(bring_forward(tmp_path / "." / "shop.regulars", wish)))
    other.start()
    qtbot.waitUntil(lambda: bool(heard))
    other.join()
    assert (answers, heard) == ([True], [wish])


def test_without_a_window_nobody_answers(qtbot: QtBot, tmp_path: Path) -> None:
    assert not bring_forward(tmp_path / "shop.regulars")


@pytest.mark.parametrize(
    ("code", "answers", "status"), [("in_use", True, 0), ("in_use", False, 1), ("wrong_key", True, 1)]
)
def test_only_a_shop_of_another_window_is_left_to_it(
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
    tmp_path: Path,
    code: str,
    answers: bool,
    status: int,
) -> None:
    said: list[ShopFileError] = []
    monkeypatch.setattr(first_window, "bring_forward", lambda _path, _wish: answers)
    monkeypatch.setattr(start, "_tell", said.append)
    assert start._refused(tmp_path / "shop.regulars", ShopFileError(code, path="shop.regulars")) == status
    assert len(said) == status  # a dialog says what failed
    assert ("shop.regulars is open already" in capfd.readouterr().out) == (status == 0)  # and the terminal what did not


@pytest.mark.parametrize(("wish", "word"), [(WINDOW, "window"), (REPLIES, "reply panel")])
def test_the_terminal_says_what_comes_forward(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], tmp_path: Path, wish: str, word: str
) -> None:
    monkeypatch.setattr(first_window, "bring_forward", lambda _path, _wish: True)
    assert start._refused(tmp_path / "shop.regulars", ShopFileError("in_use"), wish) == 0
    assert word in capfd.readouterr().out


def test_without_a_terminal_nothing_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(first_window, "bring_forward", lambda _path, _wish: True)
    monkeypatch.setattr("sys.stdout", None)  # as in a program with a window on Windows
    assert start._refused(tmp_path / "shop.regulars", ShopFileError("in_use")) == 0
