"""`regulars --replies` while the program runs: ask it for its panel, without loading a window."""

from __future__ import annotations

from pathlib import Path


def running_program_answers(shop: Path | None) -> bool:
    """Call the panel of the program that has this shop open, or the one opened last; False where there is none."""
    from desktop.command_line import REPLIES
    from desktop.shell.first_window import bring_forward
    from desktop.shell.ui_settings import UiSettings

    path = shop or UiSettings().last_shop
    return path is not None and bring_forward(path, REPLIES)
