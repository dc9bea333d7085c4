"""Commands look where the window looks, and where Qt would."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from desktop.settings_folder import settings_folder
from desktop.shell.ui_settings import UiSettings, default_path

PLACE = QStandardPaths.StandardLocation.GenericConfigLocation


@pytest.mark.parametrize("chosen", [None, "", "relative/place", "/somewhere/else"])
def test_the_folder_is_the_one_that_qt_names(monkeypatch: pytest.MonkeyPatch, chosen: str | None) -> None:
    if chosen is None:
        monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_CONFIG_HOME", chosen)
    assert settings_folder() == Path(QStandardPaths.writableLocation(PLACE)) / "regulars"
    assert default_path().parent == settings_folder()


def test_the_window_says_the_same_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert UiSettings().folder == settings_folder()
