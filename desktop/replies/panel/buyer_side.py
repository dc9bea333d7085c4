"""Who is answered: looked for by what is typed, pasted or on the clipboard, bound, and let go again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.replies.panel.buyer_bar import BuyerBar
from desktop.replies.panel.buyer_facts import find, read, sure
from local_db.changes import Topic

if TYPE_CHECKING:
    from desktop.replies.panel.buyer import Buyer
    from desktop.shell.context import PageContext
    from local_db.changes import Changes
    from local_db.replies.buyer import Candidate

_LEAST = 2  # characters that may name somebody
LONGEST = 60  # more text on the clipboard is no nick and no number


class BuyerSide(QObject):
    """The bar, and the questions to the shop file behind it.

    Signals:
        changed(object): a Buyer is answered from now on, or nobody in particular (None).
        left: the bar was left; the search comes next.
        guessed: what was searched for names somebody, and is no question that a reply would answer.
        offered: others than before can be chosen, or nobody.
        refused(str): the clipboard holds nothing to find a buyer by; a sentence says so.
    """

    changed = Signal(object)
    left = Signal()
    refused = Signal(str)
    guessed = Signal()
    offered = Signal()

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._finding = context.background.latest()
        self._reading = context.background.latest()
        self._asked = ""
        self._alone = False  # the only one who is found is answered at once
        self._meant: tuple[int, int | None] = (0, None)  # member and order
        self.buyer: Buyer | None = None
        self.bar = BuyerBar()
        self.bar.asked.connect(self.find)
        self.bar.wanted.connect(self.bind)
        self.bar.freed.connect(self.free)
        self.bar.clipboard_wanted.connect(self.from_clipboard)
        self.bar.left.connect(self.left)
        context.changes.announced.connect(self._changes)

    def find(self, typed: str) -> None:
        """Look for somebody and show who may be meant; only the latest question is answered."""
        self._look(typed, loud=True)

    def guess(self, typed: str) -> None:
        """Look whether a search that found no reply means somebody; nothing is said where it does not."""
        typed = typed if len(typed) >= _LEAST else ""
        if self.buyer is None and not self.bar.field.text().strip() and typed != self._asked:
            self._look(typed, loud=False)

    def bind_first(self) -> bool:
        """Answer the first of those who may be meant; False where nobody is."""
        return self.bar.take_chosen()

    def bind(self, candidate: Candidate) -> None:
        """Read the facts about somebody, and answer them."""
        self._finding.forget()
        self._meant = (candidate.member_id, candidate.order_id)
        self._reading.run(partial(read, self._context.shop, *self._meant), self._bound)

    def free(self) -> None:
        """Answer nobody in particular, and ask who is next."""
        self._forget()
        self.set_buyer(None)
        self.bar.begin()

    def from_clipboard(self) -> None:
        """Look for whoever is meant by the text on the clipboard."""
        text = QGuiApplication.clipboard().text().strip()
        if not text or len(text) > LONGEST or "\n" in text:
            self.refused.emit(self.tr("No nick or number is on the clipboard"))
            return
        if self.buyer is not None:
            self._forget()
            self.set_buyer(None)
        self._alone = True
        self.bar.begin(text)

    def set_buyer(self, buyer: Buyer | None) -> None:
        """Answer somebody from now on."""
        self.buyer, self._asked = buyer, ""
        self.bar.set_buyer(buyer)
        self.changed.emit(buyer)

    def _look(self, typed: str, *, loud: bool) -> None:
        self._asked = typed
        if not typed:
            self._forget()
            self.bar.show_candidates((), "")
            self.offered.emit()
            return
        self._finding.run(partial(find, self._context.shop, typed), partial(self._found, loud))

    def _forget(self) -> None:
        """Nobody is wanted any more, not even who is being read."""
        self._alone = False
        self._finding.forget()
        self._reading.forget()

    def _found(self, loud: bool, found: Sequence[Candidate]) -> None:  # noqa: FBT001 - a callback
        only, self._alone = (sure(found) if self._alone else None), False
        if only is not None:
            self.bind(only)
            return
        if not loud and any(one.why != "nick_beginning" for one in found):
            self.guessed.emit()
        said = self.tr("No customer of that nick, phone or number.") if loud and not found else ""
        self.bar.show_candidates(found, said)
        self.offered.emit()

    def _bound(self, buyer: Buyer | None) -> None:
        if buyer is not None:
            self.set_buyer(buyer)
            self.left.emit()

    def _changes(self, changes: Changes) -> None:
        """What an import or an erasure has done to the one who is answered."""
        if self.buyer is not None and changes.topics & {Topic.MEMBERS, Topic.ORDERS, Topic.IMPORTS}:
            self._reading.run(partial(read, self._context.shop, *self._meant), self._read_again)

    def _read_again(self, buyer: Buyer | None) -> None:
        if self.buyer is not None and buyer != self.buyer:
            self.set_buyer(buyer)
