"""A second start of the same shop brings the first window forward."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop import start
from desktop.shell import first_window
from desktop.shell.first_window import FirstWindow, bring_forward
from local_db.errors import ShopFileError


@pytest.mark.skipif(os.name == "nt", reason="a thread cannot stand for another program there")
def test_the_first_window_comes_forward(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.showMinimized()
    assert FirstWindow(tmp_path / "shop.regulars", window).listening
    answers: list[bool] = []
    other = threading.Thread(target=lambda: answers.append(bring_forward(tmp_path / "." / "shop.regulars")))
    other.start()
    qtbot.waitUntil(lambda: not window.isMinimized())
    other.join()
    assert answers == [True]


def test_without_a_window_nobody_answers(qtbot: QtBot, tmp_path: Path) -> None:
    assert not bring_forward(tmp_path / "shop.regulars")


@pytest.mark.parametrize(
    ("code", "answers", "told"), [("in_use", True, 0), ("in_use", False, 1), ("wrong_key", True, 1)]
)
def test_only_a_shop_of_another_window_is_left_to_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, code: str, answers: bool, told: int
) -> None:
    said: list[ShopFileError] = []
    monkeypatch.setattr(first_window, "bring_forward", lambda _path: answers)
    monkeypatch.setattr(start, "_tell", said.append)
    start._refused(tmp_path / "shop.regulars", ShopFileError(code, path="shop.regulars"))
    assert len(said) == told
