"""What is done to takes: kept, chosen, trimmed, deleted; in the background, and undone from a notice."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import wording
from local_db.call_scripts import takes_actions
from local_db.errors import RegularsError

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from local_db.call_scripts.takes import Recording, Take
    from local_db.call_scripts.takes_sound import Span
    from local_db.changes import Changes


class TakeWork(QObject):
    """The takes of one script after another.

    Signals:
        changed: takes are not what they were.
    """

    changed = Signal()

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def keep(self, document_id: int, recording: Recording, sound: Callable[[], bytes]) -> None:
        """Keep what was said, if anything, as the take in use of a wording; `sound` is asked in the background."""
        keep = partial(
            takes_actions.add_take,
            self._context.shop,
            document_id,
            recording.part.step,
            recording.text,
            now=datetime.now(UTC),
            instead_of=_ids(recording.takes),
        )
        self._run(partial(_kept, keep, sound), self._taken)

    def choose(self, take_id: int, takes: Sequence[Take]) -> None:
        """Use one of the takes of a wording."""
        self._run(partial(takes_actions.choose_take, self._context.shop, take_id, instead_of=_ids(takes)), self._done)

    def trim(self, take: Take, span: Span) -> None:
        """Use another part of a take."""
        self._run(partial(takes_actions.trim_take, self._context.shop, take.id, span), self._taken)

    def delete(self, take_id: int) -> None:
        """Remove a take, and offer to bring it back."""
        work = partial(takes_actions.delete_take, self._context.shop, take_id, now=datetime.now(UTC))
        self._run(work, self._deleted)

    def fail(self, error: BaseException) -> None:
        """Say what went wrong; what nobody can do anything about goes on."""
        if not isinstance(error, RegularsError):
            raise error
        self._context.notices.show(wording.error(error), "bad")

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._context.background.run(work, done, self.fail, writes=True)

    def _taken(self, answer: tuple[Take, Changes] | None) -> None:
        if answer is not None:
            self._done(answer[1])

    def _deleted(self, answer: tuple[Take, Changes]) -> None:
        take, changes = answer
        self._done(changes)
        self._context.notices.show(
            self.tr("The take is deleted."), "good", action_text=self.tr("Undo"), action=partial(self._restore, take)
        )

    def _restore(self, take: Take) -> None:
        self._run(partial(takes_actions.restore_take, self._context.shop, take, now=datetime.now(UTC)), self._done)

    def _done(self, changes: Changes) -> None:
        self._context.changes.announce(changes)
        self.changed.emit()


def _kept(keep: Callable[[bytes], tuple[Take, Changes]], sound: Callable[[], bytes]) -> tuple[Take, Changes] | None:
    data = sound()
    return keep(data) if data else None


def _ids(takes: Sequence[Take]) -> list[int]:
    return [take.id for take in takes]
