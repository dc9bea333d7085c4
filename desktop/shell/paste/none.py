"""Where no program may reach into another one: Wayland, and windows that nobody sees. Replies are copied there."""

from __future__ import annotations

from desktop.shell.paste.base import Desktop, OtherWindow


class NoDesktop(Desktop):
    """Says why nothing can be pasted."""

    def __init__(self, reason: str) -> None:
        self._reason = reason

    @property
    def unavailable(self) -> str:
        """The reason it was made with."""
        return self._reason

    def bring_forward(self, window: OtherWindow) -> bool:  # noqa: ARG002 - there is nobody to ask
        """Never works."""
        return False

    def send_paste(self) -> bool:
        """Never works."""
        return False
