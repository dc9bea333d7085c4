"""Listening to takes, one at a time: opening and closing loudspeakers happens in the background, in turn."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from local_db.call_scripts.takes_actions import take_sound
from local_db.call_scripts.takes_sound import Span, part

if TYPE_CHECKING:
    from desktop.audio.player import Player
    from desktop.shell.context import PageContext
    from local_db.call_scripts.takes import Take
    from local_db.shop_file import Shop

_EVERY_MS = 40


class _Heard(NamedTuple):
    """A take, and from which moment on it is heard."""

    take: Take
    from_ms: int


class Listening(QObject):
    """Plays the part of a take that is used.

    Signals:
        changed: another take is heard, or none; see `take`.
        moved(int): how far it has been heard, in milliseconds of the take.
        failed(BaseException): it cannot be heard: a SoundError or an error of the shop.
    """

    changed = Signal()
    moved = Signal(int)
    failed = Signal(object)

    def __init__(self, context: PageContext, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._player = player
        self._wanted: _Heard | None = None
        self._asked: _Heard | None = None
        self._is_busy = False
        self._clock = QTimer(self)
        self._clock.setInterval(_EVERY_MS)
        self._clock.timeout.connect(self._follow)

    @property
    def take(self) -> Take | None:
        """The take that is heard, or about to be."""
        return self._wanted.take if self._wanted is not None else None

    def play(self, take: Take, from_ms: int | None = None) -> None:
        """Play a take from its start or from a moment, instead of what is heard now."""
        self._want(_Heard(take, take.from_ms if from_ms is None else from_ms))

    def stop(self) -> None:
        """Play nothing."""
        if self._wanted is not None:
            self._want(None)

    def _want(self, wanted: _Heard | None) -> None:
        self._clock.stop()
        self._wanted = wanted
        self.changed.emit()
        self._go()

    def _go(self) -> None:
        """Do what is wanted now, once what was asked before has been done."""
        if self._is_busy:
            return
        self._is_busy = True
        self._asked = self._wanted
        if self._asked is None:
            self._context.background.run(self._player.stop, self._done, self._not_done)
        else:
            work = partial(_play, self._context.shop, self._player, self._asked)
            self._context.background.run(work, self._done, self._not_done)

    def _done(self, _nothing: None) -> None:
        self._is_busy = False
        if self._wanted is not self._asked:
            self._go()
        elif self._wanted is not None:
            self._clock.start()

    def _not_done(self, error: BaseException) -> None:
        self._is_busy = False
        if self._wanted is not self._asked:
            self._go()
            return
        self._wanted = None
        self.changed.emit()
        self.failed.emit(error)

    def _follow(self) -> None:
        if not self._player.is_playing:
            self.stop()
        elif self._wanted is not None:
            self.moved.emit(self._wanted.from_ms + self._player.heard_ms)


def _play(shop: Shop, player: Player, heard: _Heard) -> None:
    data = take_sound(shop, heard.take)
    player.play(part(data, Span(heard.from_ms, heard.take.to_ms)))
