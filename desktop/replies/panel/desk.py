"""Finds the buyer a clerk means and reads the facts about them, beside the window."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.replies.panel.buyer import Buyer, Candidate

if TYPE_CHECKING:
    from desktop.shell.context import PageContext


class BuyerDesk(QObject):
    """Looks people up.

    Signals:
        found(str, list): who may be meant by what was typed.
        bound(Buyer): the facts about the one who was chosen.
    """

    found = Signal(str, list)
    bound = Signal(object)

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._finding = context.background.latest()
        self._reading = context.background.latest()

    def find(self, typed: str) -> None:
        """Look for somebody; only the latest question is answered."""
        from desktop.replies.panel.buyer_facts import find

        self._finding.run(partial(find, self._context.shop, typed), partial(self._found, typed))

    def bind(self, member_id: int) -> None:
        """Read the facts about somebody."""
        from desktop.replies.panel.buyer_facts import read

        self._reading.run(partial(read, self._context.shop, member_id), self._bound)

    def forget(self) -> None:
        """Nobody is wanted any more, not even who is being read."""
        self._finding.forget()
        self._reading.forget()

    def _found(self, typed: str, candidates: Sequence[Candidate]) -> None:
        self.found.emit(typed, list(candidates))

    def _bound(self, buyer: Buyer | None) -> None:
        if buyer is not None:
            self.bound.emit(buyer)
