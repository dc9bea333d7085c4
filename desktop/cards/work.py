"""The card that is being written: every edit goes through here, so that each can be taken back."""

from __future__ import annotations

import time
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from desktop.history import History
from local_db.cards.model import Card
from local_db.cards.rules import CardVendor, KindRule
from local_db.cards.rules_files import card_vendor_of

_PAUSE_S = 1.2  # what is typed in one place without a longer pause is one step


class CardWork(QObject):
    """Holds the card and its history.

    Signals:
        edited(): the field that a person writes in has changed the card; the field itself is up to date.
        replaced(): the card is another one as a whole; every field must show it anew.
    """

    edited = Signal()
    replaced = Signal()

    def __init__(self, card: Card, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = History(card)
        self._written_at = 0.0
        self._typings = 0  # how often typing began after a pause
        self._own: tuple[CardVendor, ...] = ()
        self.zone = ZoneInfo("UTC")  # of the shop, in which times are typed

    @property
    def card(self) -> Card:
        """The card as it stands."""
        return self._history.present

    @property
    def vendor(self) -> CardVendor:
        """Whose rules it is written for."""
        return card_vendor_of(self.card.vendor, self._own)

    @property
    def rule(self) -> KindRule:
        """What the vendor asks of this kind; of its first kind, where it does not know this one any more."""
        kinds = self.vendor.kinds
        return kinds[self.card.kind] if self.card.kind in kinds else next(iter(kinds.values()))

    def set_own_vendors(self, own: tuple[CardVendor, ...]) -> None:
        """Know a person's own profiles."""
        self._own = own

    def begin(self, card: Card) -> None:
        """Work on this one; there is nothing to take back yet."""
        self._history = History(card)
        self.replaced.emit()

    def write(self, card: Card, place: str) -> None:
        """An edit from a field; what is typed in one place without a pause is one step."""
        if card != self.card:
            moment = time.monotonic()
            self._typings += moment - self._written_at > _PAUSE_S
            self._written_at = moment
            self._history.put(card, (place, self._typings))
            self.edited.emit()

    def change(self, card: Card) -> None:
        """An edit after which other fields are shown, or what stands in them is another."""
        if card != self.card:
            self._history.put(card)
            self.replaced.emit()

    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._history.can_undo

    def can_redo(self) -> bool:
        """Whether a step was taken back."""
        return self._history.can_redo

    def undo(self) -> None:
        """Take the latest step back."""
        if self.can_undo():
            self._history.undo()
            self.replaced.emit()

    def redo(self) -> None:
        """Do again what was taken back."""
        if self.can_redo():
            self._history.redo()
            self.replaced.emit()
