"""Tells a refusal to the dialog that asked for the work, or to the window where that dialog is closed by now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from shiboken6 import isValid

from desktop import wording
from local_db.errors import RegularsError

if TYPE_CHECKING:
    from desktop.shell.context import PageContext


class AskingDialog(Protocol):
    """A dialog that asks for work which may be refused."""

    def say_failed(self, error: RegularsError) -> None:
        """Say why, and let it be tried again."""


def tell_refusal(dialog: AskingDialog, context: PageContext, error: BaseException) -> None:
    """Tell why the work was refused; what is no refusal is raised again."""
    if not isinstance(error, RegularsError):
        raise error
    if isValid(dialog):
        dialog.say_failed(error)
    else:
        context.notices.show(wording.error(error), "bad")
