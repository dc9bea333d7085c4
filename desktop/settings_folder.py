"""Where this user's settings are kept, and what a person has added beside them; no Qt, so that commands know it too."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_OURS = "regulars"


def settings_folder() -> Path:
    """The folder of `window.ini`: the same that Qt calls GenericConfigLocation, and ours in it."""
    return _of_configurations(sys.platform) / _OURS


def _of_configurations(system: str) -> Path:
    if system == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    if system == "darwin":
        return Path.home() / "Library" / "Preferences"
    chosen = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return chosen if chosen.is_absolute() else Path.home() / ".config"
