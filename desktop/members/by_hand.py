"""What a person does to members by hand: in the background, told in a notice, and undone from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop import amounts
from desktop.members import words
from local_db.members import actions, merging, notes

if TYPE_CHECKING:
    from desktop.shell.context import PageContext
    from desktop.shell.notices import Notice
    from local_db.changes import Changes
    from local_db.members.identity_store import StoredDecision
    from local_db.members.merging import Decided
    from local_db.members.model import NoteChange, StoredConsent, TagChange

    Work = Callable[[], tuple[Any, Changes]]


class ByHand(QObject):
    """The actions of the panel, of the page about one member and of the view of likely doubles.

    Signals:
        joined(int): two members were joined into this one.
        split(int): a key of this member stands for a person of its own now.
    """

    joined = Signal(int)
    split = Signal(int)

    def __init__(self, context: PageContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._undoable: Notice | None = None

    # --- consent ---

    def record_consent(self, member_id: int, channel: str, state: str) -> None:
        """Note that a member agreed to a channel, or refused it."""
        work = partial(actions.record_consent, self._context.shop, member_id, channel, state, now=datetime.now(UTC))
        self._do(work, partial(self._recorded, channel, state))

    def _recorded(self, channel: str, state: str, entry: int) -> None:
        said = self.tr("Opted out: {channel}.") if state == "opted_out" else self.tr("Consent recorded: {channel}.")
        undo = partial(actions.take_back_consent, self._context.shop, entry)
        self._offer_undo(said.format(channel=words.channel(channel)), undo)

    def take_back_consent(self, entry: int) -> None:
        """Remove an entry that was made by hand."""
        self._do(partial(actions.remove_consent, self._context.shop, entry), self._taken_back)

    def _taken_back(self, entry: StoredConsent) -> None:
        undo = partial(actions.put_back_consent, self._context.shop, entry)
        self._offer_undo(self.tr("The entry is taken back."), undo)

    # --- tags ---

    def add_tag(self, member_id: int, name: str) -> None:
        """Give a member a tag."""
        self._do(partial(actions.tag_member, self._context.shop, member_id, name), self._tagged)

    def remove_tag(self, member_id: int, name: str) -> None:
        """Take a tag from a member."""
        self._do(partial(actions.untag_member, self._context.shop, member_id, name), self._tagged)

    def _tagged(self, change: TagChange) -> None:
        done = self.tr("Tag “{tag}” added.") if change.given else self.tr("Tag “{tag}” removed.")
        self._offer_undo(done.format(tag=change.tag), partial(actions.undo_tag, self._context.shop, change))

    # --- notes ---

    def add_note(self, member_id: int, text: str) -> None:
        """Write a note about a member."""
        self._do(partial(notes.add_note, self._context.shop, member_id, text, now=datetime.now(UTC)), self._noted)

    def edit_note(self, note_id: int, text: str) -> None:
        """Change what a note says."""
        self._do(partial(notes.edit_note, self._context.shop, note_id, text), self._noted)

    def delete_note(self, note_id: int) -> None:
        """Delete a note."""
        self._do(partial(notes.delete_note, self._context.shop, note_id), self._noted)

    def _noted(self, change: NoteChange) -> None:
        if change.before is None:
            said = self.tr("Note added.")
        else:
            said = self.tr("Note deleted.") if change.after is None else self.tr("Note changed.")
        self._offer_undo(said, partial(notes.undo_note, self._context.shop, change))

    # --- who is who ---

    def join(self, first: int, second: int, reason: str) -> None:
        """Join two members into one."""
        work = partial(merging.join_members, self._context.shop, first, second, reason, now=datetime.now(UTC))
        self._do(work, self._was_joined)

    def _was_joined(self, done: Decided) -> None:
        self._offer_undo(self.tr("The two are one member now."), self._taking_back(done.decisions))
        self.joined.emit(done.member_id)

    def join_all(self, pairs: Sequence[tuple[int, int]], reason: str) -> None:
        """Join many pairs at once."""
        work = partial(merging.join_pairs, self._context.shop, pairs, reason, now=datetime.now(UTC))
        self._do(work, self._all_joined)

    def _all_joined(self, decisions: tuple[int, ...]) -> None:
        said = self.tr("{count} pairs were merged.").format(count=amounts.number(len(decisions)))
        self._offer_undo(said, self._taking_back(decisions))

    def keep_apart(self, first: int, second: int, reason: str) -> None:
        """Say that two members are not the same person."""
        work = partial(merging.keep_apart, self._context.shop, first, second, reason, now=datetime.now(UTC))
        self._do(work, self._kept_apart)

    def _kept_apart(self, done: Decided) -> None:
        said = self.tr("The two stay apart and are not suggested again.")
        self._offer_undo(said, self._taking_back(done.decisions))

    def split_identity(self, identity_id: int, reason: str) -> None:
        """Let a key stand for a person of its own."""
        work = partial(merging.split_identity, self._context.shop, identity_id, reason, now=datetime.now(UTC))
        self._do(work, self._was_split)

    def _was_split(self, done: Decided) -> None:
        self._offer_undo(self.tr("The identity is split off."), self._taking_back(done.decisions))
        self.split.emit(done.member_id)

    def take_back_decisions(self, decisions: tuple[int, ...]) -> None:
        """Undo a merge or a split of long ago."""
        self._do(self._taking_back(decisions), self._decision_taken_back)

    def _decision_taken_back(self, decisions: tuple[StoredDecision, ...]) -> None:
        undo = partial(merging.decide_again, self._context.shop, decisions)
        self._offer_undo(self.tr("The decision is taken back."), undo)

    def _taking_back(self, decisions: tuple[int, ...]) -> Work:
        return partial(merging.undo_decisions, self._context.shop, decisions)

    # --- how it is done ---

    def undo_last(self) -> None:
        """Take back what was done last, while its notice is in sight."""
        if self._undoable is not None:
            self._context.notices.act(self._undoable)
            self._undoable = None

    def _do(self, work: Work, done: Callable[[Any], None]) -> None:
        self._context.background.run(work, partial(self._done, done), self._failed, writes=True)

    def _done(self, done: Callable[[Any], None], answer: tuple[Any, Changes]) -> None:
        result, changes = answer
        self._context.changes.announce(changes)
        if result:
            done(result)

    def _offer_undo(self, said: str, undo: Work) -> None:
        self._undoable = self._context.notices.show(
            said, "good", action_text=self.tr("Undo"), action=partial(self._undo, undo)
        )

    def _undo(self, undo: Work) -> None:
        self._context.background.run(undo, self._undone, self._failed, writes=True)

    def _undone(self, answer: tuple[object, Changes]) -> None:
        self._context.changes.announce(answer[1])

    def _failed(self, failure: BaseException) -> None:
        words.tell(self._context.notices, failure)
